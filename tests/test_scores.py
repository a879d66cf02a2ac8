"""`consult evaluate`: the figures are right on a made-up gold, and fall when the result is spoilt."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consult.errors import InputError
from consult.evaluate import breakdown, evaluate
from consult.records import Analysis

ROWS: tuple[dict[str, Any], ...] = (
    {"id": "g1", "file": "inputs/mote/bord1.txt", "quote": "Svar på innspel", "theme": "svar", "new_topic": "T4"},
    {"id": "g2", "file": "inputs/mote/bord1.txt", "quote": "Kurs manglar", "theme": "kurs", "commitments": ["4"]},
    {"id": "g3", "file": "inputs/brev.txt", "quote": "Svar på brevet mitt, takk.", "theme": "svar", "new_topic": "T4"},
    {"id": "g4", "file": "inputs/mote/bord1.txt", "quote": "Møte", "kind": "procedural"},
)


@pytest.fixture
def consultation(tmp_path: Path) -> Path:
    """A consultation with a gold of four rows."""
    (tmp_path / "gold").mkdir()
    lines = [json.dumps({"kind": "input", "lang": "nn", "voice": "individual", **row}) for row in ROWS]
    (tmp_path / "gold" / "themes.json").write_text('{"svar": "Innspel", "kurs": "Innspel"}', encoding="utf-8")
    (tmp_path / "gold" / "passages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_a_perfect_result_gets_full_figures(consultation: Path, analysis: Analysis) -> None:
    """Everything found, grouped and placed as in the gold: every share is 1."""
    figures = evaluate(consultation, analysis)

    ones = {name: value for name, value in figures.items() if name not in NOT_SHARES}
    assert ones == dict.fromkeys(ones, 1.0)
    assert figures["themes: number"] == 2
    assert figures["placement: calibration error"] == pytest.approx(0.25)


NOT_SHARES = {"themes: number", "themes: V-measure with language", "placement: calibration error"}


def untitled(analysis: Analysis) -> Analysis:
    """Titles and keywords that say nothing of their themes."""
    return replace(analysis, themes=tuple(replace(t, title="Anna", keywords=("ymse",)) for t in analysis.themes))


def one_theme(analysis: Analysis) -> Analysis:
    """All passages in one theme."""
    ids = tuple(passage_id for theme in analysis.themes for passage_id in theme.passage_ids)
    return replace(analysis, themes=(replace(analysis.themes[0], passage_ids=ids),))


def misplaced(analysis: Analysis) -> Analysis:
    """Every placement on another target."""
    return replace(analysis, placements=tuple(replace(p, kind="commitment", target="7") for p in analysis.placements))


def misquoted(analysis: Analysis) -> Analysis:
    """Every quote changed by one character."""
    return replace(
        analysis,
        conclusions=tuple(
            replace(c, citations=tuple(replace(q, exact=q.exact[:-1] + "X") for q in c.citations))
            for c in analysis.conclusions
        ),
    )


def silenced(analysis: Analysis) -> Analysis:
    """The single voice is cited, but not shown."""
    return replace(
        analysis,
        conclusions=tuple(
            replace(c, citations=tuple(replace(q, shown=False) for q in c.citations)) for c in analysis.conclusions
        ),
    )


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (one_theme, "themes: B-cubed F1"),
        (one_theme, "themes: V-measure"),
        (one_theme, "themes: ARI"),
        (untitled, "titles: words of the gold themes recalled"),
        (misplaced, "placement: macro-F1"),
        (misplaced, "placement: first choice right"),
        (misquoted, "quotes verified against the sources"),
        (silenced, "conclusions: single-voice gold themes kept"),
        (lambda a: replace(a, conclusions=()), "conclusions: passages that a conclusion cites"),
        (lambda a: replace(a, passages=a.passages[1:]), "reading: passages_recovered"),
    ],
)
def test_a_spoilt_result_gets_lower_figures(
    consultation: Path, analysis: Analysis, spoil: Callable[[Analysis], Analysis], name: str
) -> None:
    """The sabotage twin of each figure: break the thing, and see it fall."""
    assert evaluate(consultation, spoil(analysis))[name] < 1.0


def test_without_gold_there_is_nothing_to_measure(tmp_path: Path, analysis: Analysis) -> None:
    """The message names the file that is missing."""
    with pytest.raises(InputError, match=r"gold/passages\.jsonl"):
        evaluate(tmp_path, analysis)
    with pytest.raises(InputError, match=r"gold/passages\.jsonl"):
        breakdown(tmp_path, analysis, "language")


def test_groups_show_what_a_mean_hides(consultation: Path, analysis: Analysis) -> None:
    """With one file's placements spoilt, the table by file says which, and counts its passages."""
    letter = {p.passage_id for p in analysis.passages if p.text.startswith("Svar på brevet")}
    spoilt = tuple(
        replace(p, kind="commitment", target="7") if p.passage_id in letter else p for p in analysis.placements
    )

    table = breakdown(consultation, replace(analysis, placements=spoilt), "path")

    assert table["right"].to_dict() == {"mote/bord1.txt": 1.0, "brev.txt": 0.0}
    assert table["passages"].to_dict() == {"mote/bord1.txt": 2, "brev.txt": 1}
    assert table["B-cubed F1"].to_dict() == {"mote/bord1.txt": 1.0, "brev.txt": 1.0}


@pytest.mark.parametrize("kind", ["procedural", "input"])
def test_what_nobody_labelled_is_no_figure(consultation: Path, analysis: Analysis, kind: str) -> None:
    """No input at all, or input without theme and target: nothing counts as wrong."""
    row = {"id": "g1", "file": "inputs/brev.txt", "kind": kind, "quote": "Svar på brevet"}
    (consultation / "gold" / "passages.jsonl").write_text(json.dumps(row), encoding="utf-8")
    table = breakdown(consultation, analysis, "path")
    assert table["passages"].to_dict() == ({"brev.txt": 1} if kind == "input" else {})
    assert not table[["right", "precision", "recall", "B-cubed F1"]].notna().to_numpy().any()


def test_groups_of_half_labelled_passages_mean_what_the_whole_means(consultation: Path, analysis: Analysis) -> None:
    """A passage without a theme is in no figure of themes, as in those of `evaluate`."""
    file = consultation / "gold" / "passages.jsonl"
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    loose = [{key: value for key, value in row.items() if key != "theme"} | {"id": f"{row['id']}x"} for row in rows]
    file.write_text("\n".join(map(json.dumps, [*rows, *loose])), encoding="utf-8")
    table = breakdown(consultation, analysis, "voice")
    assert set(table["precision"]) | set(table["recall"]) == {1.0}


def test_an_unknown_group_says_which_there_are(consultation: Path, analysis: Analysis) -> None:
    """A mistyped --by gets the list."""
    with pytest.raises(InputError, match="language, voice, path, theme, target"):
        breakdown(consultation, analysis, "sprak")
