"""Figures on personal data: recall by kind, and what was taken out by mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from consult.errors import InputError
from consult.evaluate.privacy import labelled, privacy_figures
from consult.records import Analysis, Finding, Source

TEXT = "Ring Kari\nNes på 428 06 917.\nDigdir svarte 12. mars. Nes sa nei."
SOURCE = Source(path="a.txt", sha256="a", format="txt", text=TEXT)
PERSONAL = [
    {"file": "inputs/a.txt", "quote": "Ring Kari Nes på 428 06 917.", "span": "Kari Nes", "type": "name"},
    {"file": "inputs/a.txt", "quote": "Ring Kari Nes på 428 06 917.", "span": "428 06 917", "type": "phone"},
    {"file": "inputs/a.txt", "quote": "Nes sa nei.", "span": "Nes", "type": "name"},
]
STAYS = [
    {"file": "inputs/a.txt", "quote": "Digdir svarte 12. mars.", "span": "Digdir", "type": "public_body"},
    {"file": "inputs/a.txt", "quote": "Digdir svarte 12. mars.", "span": "12. mars", "type": "date"},
]


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    """Labels as the corpora have them."""
    (folder / "gold").mkdir(exist_ok=True)
    (folder / "gold" / name).write_text(
        "\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8"
    )


def figures(folder: Path, *words: tuple[str, str]) -> dict[str, float]:
    """Figures where these words, each of a kind, were found."""
    findings = tuple(
        Finding(source_id=SOURCE.source_id, start=TEXT.index(w), end=TEXT.index(w) + len(w), kind=k, certainty=1.0)  # type: ignore[arg-type]
        for w, k in words
    )
    analysis = Analysis(
        sources=(SOURCE,), passages=(), set_aside=(), duplicates={}, themes=(), placements=(), conclusions=(),
        not_reflected=(), findings=findings,
    )  # fmt: skip
    return privacy_figures(folder, analysis)


def test_without_labels_there_are_no_figures(tmp_path: Path) -> None:
    """A consultation that nobody has labelled."""
    assert figures(tmp_path, ("Kari\nNes", "name")) == {}
    assert labelled(tmp_path / "gold" / "pii.jsonl", [SOURCE]) == ()


def test_labels_are_found_across_wraps(tmp_path: Path) -> None:
    """Where they stand in our text."""
    write(tmp_path, "pii.jsonl", PERSONAL)

    assert [TEXT[one.start : one.end] for one in labelled(tmp_path / "gold" / "pii.jsonl", [SOURCE])] == [
        "Kari\nNes", "428 06 917", "Nes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), {"name": 0.0, "phone": 0.0, "mistake": 0.0}),
        ((("Kari\nNes", "name"),), {"name": 0.5, "phone": 0.0, "mistake": 0.0}),
        ((("Kari\nNes", "name"), ("428 06 917", "phone")), {"name": 0.5, "phone": 1.0, "mistake": 0.0}),
        ((("Kari", "name"), ("428 06", "phone")), {"name": 0.0, "phone": 0.0, "mistake": 0.0}),
        ((("Nes sa", "name"), ("svarte 12", "phone")), {"name": 0.5, "phone": 0.0, "mistake": 0.5}),
    ],
)
def test_figures(tmp_path: Path, words: tuple[tuple[str, str], ...], expected: dict[str, float]) -> None:
    """Half a name is not found; any character of what must stay counts."""
    write(tmp_path, "pii.jsonl", PERSONAL)
    write(tmp_path, "not_pii.jsonl", STAYS)

    assert figures(tmp_path, *words) == {
        "privacy: recall of name": expected["name"],
        "privacy: recall of phone": expected["phone"],
        "privacy: taken out by mistake": expected["mistake"],
    }


def test_a_quote_that_stands_nowhere_is_not_found(tmp_path: Path) -> None:
    """What the reader lost is lost."""
    write(tmp_path, "pii.jsonl", [{"file": "inputs/b.txt", "quote": "Ring Ola", "span": "Ola", "type": "name"}])

    assert figures(tmp_path) == {"privacy: recall of name": 0.0}


def test_labels_that_cannot_be_read_say_which(tmp_path: Path) -> None:
    """It is the person's file, and no defect of ours."""
    write(tmp_path, "pii.jsonl", [PERSONAL[0], {"file": "inputs/a.txt", "quote": "Nes sa nei."}])
    with pytest.raises(InputError, match=r"pii\.jsonl:2: lacks type, span"):
        labelled(tmp_path / "gold" / "pii.jsonl", [SOURCE])
