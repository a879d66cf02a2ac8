"""OpenVINO without its telemetry.

`import openvino` imports a converter of models that we do not use, and that reports its import to its makers wherever
the package `openvino_telemetry` is found. Nothing of ours leaves the machine, so here that package looks absent for as
long as the import takes; OpenVINO then takes a stand-in of its own that does nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

TELEMETRY = "openvino_telemetry"
OPERATIONS = "openvino.opset13"


def load_openvino() -> tuple[ModuleType, ModuleType]:
    """The modules `openvino` and its operations. Raises ImportError where it is not installed."""
    if "openvino" not in sys.modules:
        _without_telemetry()
    return sys.modules["openvino"], importlib.import_module(OPERATIONS)


def _without_telemetry() -> None:
    before = sys.modules.get(TELEMETRY)
    sys.modules[TELEMETRY] = None  # type: ignore[assignment] # documented: importing it now raises ImportError
    try:
        importlib.import_module("openvino")
    finally:
        del sys.modules[TELEMETRY]
        if before:
            sys.modules[TELEMETRY] = before
