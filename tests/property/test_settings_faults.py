"""Whatever stands in the two settings files: Settings, or faults that name file and key; never anything else."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from consult.errors import SettingsError
from consult.framework import TARGET_KEYS
from consult.settings import KEYS, Settings, load_settings

HEADS = ["[consultation]", "[[event]]", "[[voice]]", "[[form]]", "[event]", "[[consultation]]", "[framework]"]
FRAMEWORK_HEADS = ["[framework]", "[[commitment]]", "[[new_topic]]", "[commitment]", "[[framework]]"]
WORDS = sorted({key for keys in KEYS.values() for key in keys} | set(TARGET_KEYS) | {"titel", "source", "language"})
VALUES = [
    '"nn"', '["nn", "en"]', '"individual"', '"2026-02-12"', "2026-02-12", "2026-02-12T10:00:00Z", "10:00:00", "1", "-1",
    "0.5", "nan", "inf", "true", '""', "[]", "[1]", '[["*"]]', '{ nn = "x" }', "{ nn = 1 }", "{ q = [] }", '"../x"',
    '["*"]', '["/x", "a\\\\b"]', '"no-2024-2027"', '"x.toml"', "'\\u0000'", '"å\\u0000"', '"new"', "{}",
]  # fmt: skip

keys = st.sampled_from(WORDS) | st.builds("{}.{}".format, st.sampled_from(WORDS), st.sampled_from(["nn", "sv", "no"]))
statements = st.builds("{} = {}".format, keys, st.sampled_from(VALUES))


def documents(heads: list[str]) -> st.SearchStrategy[str]:
    """TOML that may be right, nearly right, or no TOML at all."""
    lines = st.lists(st.sampled_from(heads) | statements, max_size=14).map("\n".join)
    return lines | st.text(max_size=80)


def outcome(folder: Path) -> Settings | tuple[Exception, ...]:
    """What reading a folder's settings ends in."""
    try:
        return load_settings(folder)
    except ExceptionGroup as group:
        return group.exceptions


@settings(max_examples=300, deadline=None)
@given(own=documents(HEADS), framework=documents(FRAMEWORK_HEADS))
def test_settings_or_faults_and_never_a_crash(own: str, framework: str) -> None:
    """Reading ends in Settings, or in an ExceptionGroup whose every member names one of the two files."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "inputs").mkdir()
        (folder / "consult.toml").write_bytes(own.encode("utf-8", "surrogatepass"))
        (folder / "framework.toml").write_bytes(framework.encode("utf-8", "surrogatepass"))
        found = outcome(folder)
    for fault in found if isinstance(found, tuple) else ():
        assert isinstance(fault, SettingsError)
        assert fault.fault
        assert fault.file.endswith(".toml")


@settings(max_examples=50, deadline=None)
@given(content=st.binary(max_size=60))
def test_bytes_of_any_kind_are_a_fault_and_no_crash(content: bytes) -> None:
    """A picture saved as consult.toml is told as a file that is no TOML."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "inputs").mkdir()
        (folder / "framework.toml").write_text(
            '[framework]\nid="p"\nlanguage="nn"\n[[commitment]]\nid="1"\ntitle="T"\n'
        )
        (folder / "consult.toml").write_bytes(content)
        found = outcome(folder)
    assert isinstance(found, Settings) or all(isinstance(fault, SettingsError) for fault in found)
