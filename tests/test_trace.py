"""Following a conclusion back to its words, and a contribution forward to where it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, asdict, replace

import pytest

from consult.answer.trace import Step, Trace, trace
from consult.answer.trace_text import harmless, render_text
from consult.errors import TraceError
from consult.records import Analysis, NotReflected, Source
from tests.sample_analysis import HOSTILE, analysis, hostile


def walk(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Every step, outermost first."""
    for step in steps:
        yield step
        yield from walk(step.steps)


def what(found: Trace, kind: str) -> list[Step]:
    """The steps of one kind."""
    return [step for step in walk(found.steps) if step.what == kind]


@pytest.fixture(scope="module")
def made_up() -> Analysis:
    """The made-up analysis of the publishing tests."""
    return analysis()


def test_a_conclusion_leads_to_each_of_its_quotes(made_up: Analysis) -> None:
    """Every citation is there, shown or counted, with the exact words."""
    one = made_up.conclusions[0]
    found = trace(made_up, one.conclusion_id)
    assert [step.text for step in what(found, "quote")] == [c.exact for c in one.citations if c.shown]
    assert [step.text for step in what(found, "counted")] == [c.exact for c in one.citations if not c.shown]


def test_a_quote_says_where_it_stands_and_what_is_around_it(made_up: Analysis) -> None:
    """File, page, heading, offsets, and the source's own text before and after."""
    quote = next(
        step for one in made_up.conclusions for step in walk(trace(made_up, one.conclusion_id).steps)
        if step.what in ("quote", "counted") and step.text.startswith("Data om innkjøp")
    )  # fmt: skip
    source = next(s for s in made_up.sources if s.path == "mote/bord 3.docx")
    assert quote.place is not None
    assert (quote.place.path, quote.place.page) == ("mote/bord 3.docx", 2)
    assert quote.place.headings == ("Bord 3: Offentlege innkjøp",)
    assert source.text[quote.place.start : quote.place.end] == quote.text
    assert quote.before + quote.text + quote.after in source.text
    assert quote.before.endswith("- ")


def test_a_conclusion_leads_to_its_theme_and_where_that_is_placed(made_up: Analysis) -> None:
    """The target, its probability and its evidence stand under the theme."""
    found = trace(made_up, made_up.conclusions[0].conclusion_id)
    facts = dict(what(found, "theme")[0].steps[0].facts)
    assert facts["target"] == "1"
    assert (facts["probability"], facts["evidence"], facts["runner-up"]) == ("0.80", "kontrakt, innkjøp", "7")


def test_a_theme_leads_to_conclusions_passages_and_placements(made_up: Analysis) -> None:
    """All that belongs to it, each with its id."""
    theme = made_up.themes[0]
    found = trace(made_up, theme.theme_id)
    assert {step.id for step in what(found, "passage")} == set(theme.passage_ids)
    conclusions = {one.conclusion_id for one in made_up.conclusions if one.theme_id == theme.theme_id}
    assert {step.id for step in what(found, "conclusion")} == conclusions
    assert what(found, "placed")


def test_a_passage_leads_to_all_that_it_fed(made_up: Analysis) -> None:
    """Theme, placements of its own, and each conclusion with how it is used there."""
    passage_id = made_up.conclusions[0].citations[0].passage_id
    found = trace(made_up, passage_id)
    inner = found.steps[0].steps
    assert [step.what for step in inner] == ["theme", "placed", "quoted by", "response"]
    assert inner[2].id == made_up.conclusions[0].conclusion_id


def test_a_passage_that_is_counted_only_says_so(made_up: Analysis) -> None:
    """To be counted is not to be quoted."""
    one = next(c for c in made_up.conclusions if any(not x.shown for x in c.citations))
    counted = next(x for x in one.citations if not x.shown)
    assert what(trace(made_up, counted.passage_id), "counted by")


def test_a_copy_names_the_text_that_it_repeats_and_the_other_way_round(made_up: Analysis) -> None:
    """Both ends of a repetition know of each other."""
    copy, original = next(iter(made_up.duplicates.items()))
    assert ("repeats", original) in trace(made_up, copy).steps[0].facts
    assert ("repeated by", copy) in trace(made_up, original).steps[0].facts


def test_a_passage_that_no_conclusion_reflects_says_why(made_up: Analysis) -> None:
    """The reason stands where the conclusions would have stood."""
    passage = made_up.passages[0]
    silent = replace(
        made_up,
        conclusions=(),
        not_reflected=(NotReflected(passage_id=passage.passage_id, theme_id="t-1", reason="apart"),),
    )
    assert [step.text for step in what(trace(silent, passage.passage_id), "not reflected")] == ["apart"]


PATHS = [
    ("mote/bord 3.docx", "the path as the tables have it"),
    ("inputs/mote/bord 3.docx", "as it stands in the consultation's folder"),
    ("./inputs/mote/bord 3.docx", "as a shell completes it"),
    ("somewhere/corpora/x/inputs/mote/bord 3.docx", "with all that stands before it"),
    ("mote\\bord 3.docx", "as Windows writes it"),
    ("bord 3.docx", "the file's name alone"),
    ("BORD 3.DOCX", "in any case"),
    (" mote/bord 3.docx ", "with a space too many"),
    ("mote", "the folder or archive it lies in"),
]


@pytest.mark.parametrize(("path", "why"), PATHS)
def test_a_file_is_found_however_its_path_is_written(made_up: Analysis, path: str, why: str) -> None:
    """People copy paths from many places."""
    found = trace(made_up, path)
    assert [step.place.path for step in found.steps if step.place] == ["mote/bord 3.docx"], why


def test_a_decomposed_letter_is_the_same_letter(made_up: Analysis) -> None:
    """Some systems write å as a and a ring."""
    renamed = replace(made_up, sources=(replace(made_up.sources[1], path="brev/å.docx"),), passages=(), set_aside=())
    assert trace(renamed, "brev/a\u030a.docx").steps[0].what == "source"


def test_a_source_accounts_for_every_character(made_up: Analysis) -> None:
    """Its steps, read in order, are its whole text (law 1 as a reader meets it)."""
    for source in made_up.sources:
        step = trace(made_up, source.source_id).steps[0]
        assert "".join(part.text for part in step.steps) == source.text
        assert {part.what for part in step.steps} <= {"passage", "set aside"}


def test_what_is_set_aside_says_why(made_up: Analysis) -> None:
    """A heading is a heading, a signature a contact."""
    found = trace(made_up, "mote/bord 3.docx")
    reasons = {dict(step.facts)["reason"] for step in what(found, "set aside")}
    assert {"heading", "blank"} <= reasons


def test_each_passage_of_a_source_shows_its_fate(made_up: Analysis) -> None:
    """From the file one sees which theme and conclusion each passage fed."""
    for source in made_up.sources:
        for step in what(trace(made_up, source.source_id), "passage"):
            assert {"theme", "placed"} <= {inner.what for inner in step.steps}


def test_an_unreadable_file_says_why(made_up: Analysis) -> None:
    """The way ends there, and the reason stands there."""
    facts = dict(trace(made_up, "skanna.pdf").steps[0].facts)
    assert (facts["status"], facts["reason"]) == ("unreadable", "scanned")


def test_a_forms_rows_come_in_their_order(made_up: Analysis) -> None:
    """Row 9 before row 10: numbers are numbers."""
    rows = tuple(
        Source(path="skjema.xlsx", locator=f"sheet=Svar;row={row}", sha256=str(row), format="xlsx", text="")
        for row in (10, 9, 100)
    )
    found = trace(replace(made_up, sources=rows, passages=(), set_aside=()), "skjema.xlsx")
    assert [step.place.locator[-3:] for step in found.steps if step.place] == ["w=9", "=10", "100"]


def test_signs_that_only_look_like_numbers_are_none(made_up: Analysis) -> None:
    """A sheet may be called *Areal i m²*: what stands raised counts no rows."""
    rows = tuple(
        Source(path="skjema.xlsx", locator=f"sheet=Areal i m²;row={row}", sha256=str(row), format="xlsx", text="")
        for row in (10, 9)
    )
    found = trace(replace(made_up, sources=rows, passages=(), set_aside=()), "skjema.xlsx")
    assert [step.place.locator[-3:] for step in found.steps if step.place] == ["w=9", "=10"]


UNKNOWN = [
    ("bord 4.docx", "bord 3.docx", "a name nearly right"),
    ("epost.em", "epost.eml", "an ending cut off"),
]


@pytest.mark.parametrize(("asked", "nearest", "why"), UNKNOWN)
def test_an_unknown_name_is_answered_with_the_nearest(made_up: Analysis, asked: str, nearest: str, why: str) -> None:
    """A slip of the hand is helped, not only refused."""
    with pytest.raises(TraceError) as caught:
        trace(made_up, asked)
    assert nearest in str(caught.value), why


def test_a_mistyped_id_is_answered_with_the_nearest(made_up: Analysis) -> None:
    """One digit wrong still leads on."""
    theme_id = made_up.themes[0].theme_id
    with pytest.raises(TraceError, match=theme_id):
        trace(made_up, theme_id[:-1] + ("0" if theme_id[-1] != "0" else "1"))


@pytest.mark.parametrize("asked", ["", "zzzzzz", "/", "../../etc/passwd"])
def test_what_resembles_nothing_is_told_where_ids_stand(made_up: Analysis, asked: str) -> None:
    """The message says what to do next."""
    with pytest.raises(TraceError, match="tables/"):
        trace(made_up, asked)


def test_a_trace_can_be_dumped_and_not_changed(made_up: Analysis) -> None:
    """`--json` prints plain values; nobody edits a trace."""
    found = trace(made_up, made_up.themes[0].theme_id)
    assert asdict(found)["steps"][0]["what"] == "theme"
    with pytest.raises(FrozenInstanceError):
        found.id = "x"  # type: ignore[misc]


HARMLESS = [
    ("Vi må få vite det – «no»!", "Norwegian letters and typography stay"),
    ("a\u00adb", "a soft hyphen shows nothing and does nothing"),
    ("日本 ✓ é", "so do other scripts and signs"),
]


@pytest.mark.parametrize(("text", "why"), HARMLESS)
def test_ordinary_text_is_shown_as_it_is(text: str, why: str) -> None:
    """What must not change."""
    assert harmless(text) == text, why


OBEYED = [
    ("a\x1b[31mb", "a␛[31mb"),
    ("a\x07b", "a␇b"),
    ("a\u202eb", "a�b"),
    ("a\x9b31mb", "a�31mb"),
    ("a\nb\tc", "a b c"),
]


@pytest.mark.parametrize(("text", "expected"), OBEYED)
def test_what_a_terminal_would_obey_is_shown_as_a_sign(text: str, expected: str) -> None:
    """Escape sequences, bells and turned reading directions do nothing."""
    assert harmless(text) == expected


def test_the_text_shows_a_quote_between_what_surrounds_it(made_up: Analysis) -> None:
    """A reader sees the exact words and their neighbours."""
    one = next(p for p in made_up.passages if p.text.startswith("Data om innkjøp"))
    text = render_text(trace(made_up, one.passage_id))
    assert "⟦Data om innkjøp må kunne lastast ned som opne data.⟧" in " ".join(text.split())
    assert "mote/bord 3.docx, page 2, Bord 3: Offentlege innkjøp, characters" in text
    assert "target: 1" in text


def test_hostile_fields_come_out_as_text() -> None:
    """Nothing that a contributor wrote is interpreted on the way to the terminal."""
    text = render_text(trace(hostile(), "t-1"))
    assert HOSTILE in " ".join(text.split())
    assert "\x1b" not in text


def test_no_line_is_wider_than_a_terminal(made_up: Analysis) -> None:
    """Long quotes are wrapped (a single long word excepted)."""
    text = render_text(trace(made_up, "mote/bord 3.docx"))
    assert max(len(line) for line in text.splitlines()) <= 100


def test_white_space_that_was_set_aside_is_not_printed(made_up: Analysis) -> None:
    """It is in the tree, and would only be in the way on a screen."""
    found = trace(made_up, "mote/bord 3.docx")
    blank = [step for step in what(found, "set aside") if not step.text.strip()]
    shown = [line for line in render_text(found).splitlines() if line.strip().startswith("SET ASIDE")]
    assert len(shown) == len(what(found, "set aside")) - len(blank)
