"""OpenVINO is imported without what reports to its makers."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("tokenizers")
SHOWN = """
import socket, sys
def refuse(*_given, **_named):
    raise AssertionError("somebody calls")
socket.socket.connect = socket.getaddrinfo = refuse
{load}
print(*sorted(name for name in sys.modules if name.split(".")[0] == "openvino_telemetry"))
"""
LOAD = "from consult.weights.openvino_alone import load_openvino; load_openvino()"


def told(load: str) -> str:
    """Which modules of the telemetry are there after `load`, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SHOWN.format(load=load)], capture_output=True, text=True, timeout=300, check=True
    )
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def installed() -> None:
    """On other processors it is not installed."""
    from importlib.util import find_spec

    if not find_spec("openvino"):
        pytest.skip("no OpenVINO for this machine")


def test_nothing_that_reports_is_imported() -> None:
    """Neither by the import nor by asking twice."""
    assert told(f"{LOAD}; load_openvino()") == ""


def test_whoever_wants_it_afterwards_gets_it() -> None:
    """What looked absent is there again: other programs of the process are not ours to change."""
    assert told(f"{LOAD}; import importlib.util; assert 'openvino_telemetry' not in sys.modules") == ""


def test_what_was_there_before_stays() -> None:
    """A stand-in that someone put there is put back."""
    put = "import types; one = types.ModuleType('openvino_telemetry'); sys.modules['openvino_telemetry'] = one"
    assert told(f"{put}; {LOAD}; assert sys.modules['openvino_telemetry'] is one") == "openvino_telemetry"


def test_its_operations_are_those_of_one_version() -> None:
    """The operations that graphs are built of come with it."""
    from consult.weights.openvino_alone import load_openvino

    ov, operations = load_openvino()
    assert ov.__name__ == "openvino"
    assert callable(operations.scaled_dot_product_attention)
