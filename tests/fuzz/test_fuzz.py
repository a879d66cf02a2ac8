"""The targets of fuzzing in every run of the tests: bounded, the same each time, and all that was ever found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as st

from tests.fuzz import targets
from tests.fuzz.seeds import SETTINGS, seeds, write_seeds
from tests.fuzz.targets import TARGETS, any_target

FOUND = Path(__file__).parent / "found"
EXAMPLES = {"personal": 40, "splitting": 40, "toml": 60, "returned": 12}  # of the others 15: reading costs more
NAMES = {target.__name__: target for target in TARGETS}
PIECES = (
    b"<", b">", b"</", b"<!DOCTYPE", b"&", b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n\n", b"- ", b"# ",
    b"=", b'"', b"[[", b"]]", b"{", b"}", b"\\", b"PK\x03\x04", b"%PDF-", b"{\\rtf", b"\xe2\x80\xae", b"\xcc\x81" * 50,
    b"9" * 300,
    b"(" * 2000, b" " * 2000, b"Kari Nes ", b"tlf 41234567", b"a@b.no", b"nan", b"1e999",
    b"-0", b"1979-13-01",
)  # fmt: skip


def changed(seed: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """A seed in which pieces stand in the place of others. changes: (where, how many bytes go, what comes)."""
    data = bytearray(seed)
    for where, gone, come in changes:
        at = int(where * len(data))
        data[at : at + gone] = come
    return bytes(data)


CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(st.sampled_from(PIECES), st.binary(max_size=12))),
    min_size=1, max_size=6,
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_seeds(name: str) -> None:
    """Each target takes its own seeds: there is one for each, and what they hold is no defect."""
    assert seeds()[name]
    for data in seeds()[name]:
        NAMES[name](data)


@pytest.mark.parametrize("name", NAMES)
def test_changed_seeds(name: str) -> None:
    """Seeds with pieces cut out and put in: read, or refused with a reason."""

    @hypothesis.settings(
        max_examples=EXAMPLES.get(name, 15), deadline=None, derandomize=True, database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(st.sampled_from(seeds()[name]), CHANGES)
    def holds(seed: bytes, changes: list[tuple[float, int, bytes]]) -> None:
        NAMES[name](changed(seed, changes))

    holds()


@pytest.mark.parametrize("path", sorted(FOUND.glob("*-*")), ids=lambda path: path.name[:20])
def test_what_was_found(path: Path) -> None:
    """Everything that fuzzing ever found stays mended."""
    any_target(path.read_bytes())


def test_the_first_byte_chooses(tmp_path: Path) -> None:
    """Each target has seeds in the folder that fuzzing begins with."""
    chosen = {path.read_bytes()[0] for path in write_seeds(tmp_path).iterdir()}
    assert chosen == set(range(len(TARGETS)))
    any_target(b"")


# -- the targets see what they are there for ---------------------------------------------------------------


def broken(name: str, data: bytes) -> None:
    """A target must not take this."""
    with pytest.raises((AssertionError, ZeroDivisionError, KeyError)):
        NAMES[name](data)


def test_a_lost_sign_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a divider that drops a stretch."""
    whole = targets.split_source

    def drops(*arguments: object) -> object:
        split = whole(*arguments)  # type: ignore[arg-type]
        return type(split)(passages=split.passages[1:], set_aside=split.set_aside)

    monkeypatch.setattr(targets, "split_source", drops)
    broken("splitting", seeds()["splitting"][0])
    broken("read_docx", seeds()["read_docx"][0])


@pytest.mark.parametrize(
    ("name", "place"), [("toml", "load_settings"), ("recoding", "read_project"), ("codes", "read_code_list")]
)
def test_an_error_of_ours_is_seen(monkeypatch: pytest.MonkeyPatch, name: str, place: str) -> None:
    """Sabotage twin: an error that is none of those that tell people what to do."""
    monkeypatch.setattr(targets, place, wrong)
    broken(name, SETTINGS)


def test_a_wrong_finding_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: a redaction that does not take out what was found."""
    monkeypatch.setattr(targets, "Redaction", lambda text, _: type("None", (), {"redacted": text.replace("[", "")}))
    broken("personal", seeds()["personal"][0])


def wrong(*_: object) -> Callable[[], None]:
    """A defect."""
    raise KeyError("x")
