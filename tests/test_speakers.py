"""Who speaks: one rule, and every place that counts voices keeps to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.answer.gate import Ground, Sentence
from consult.answer.gate.counting import quantities, tally
from consult.answer.gate.general import general
from consult.answer.voices import count_speakers
from consult.messages import messages
from consult.publish.cells import persons
from consult.publish.outline import ThemeEntry, outline
from consult.publish.report import report
from consult.publish.review_sheet import rows_now
from consult.records import Analysis, Conclusion, Passage, Placement, Theme, Voice, content_id
from consult.rows import COLUMNS, rows
from consult.speakers import count_heard, count_voices, sender
from consult.summary import summary_table
from tests import sample_analysis as sample
from tests.answer_cases import Case, Said, case, draw

TEXT = "Ferja må gå oftare."
TABLE = Said(text="Bordet vil ha buss.", by="bord1.docx", voice="group_note", contributor="Ola Nes")
CREDITED = Said(
    text="Ein deltakar vil ha tog.",
    by="bord1.docx",
    voice="individual",
    source_voice="group_note",
    contributor="Ola Nes",
)
CLUB = Said(text="Laget vil ha buss.", by="brev1.pdf", voice="organisation", contributor="Nes vel")
CLUB_AGAIN = replace(CLUB, by="brev2.pdf", text="Laget vil ha tog.", contributor=" NES vel")
KARI = Said(text=TEXT, by="rad1", contributor="Kari Nes")
KARI_AGAIN = replace(KARI, by="rad2", contributor="Kari Nes ")
OLA = replace(KARI, by="rad3", contributor="Ola Nes")
ONLY_KARI = replace(KARI, by="rad6", contributor="Kari")
NOBODY = replace(KARI, by="rad4", contributor="")
NOBODY_ELSE = replace(KARI, by="rad5", contributor="")


def voices(*said: Said) -> dict[str, int]:
    """Voice → number, of what was said."""
    one = case(said)
    return dict(count_voices(one.passages, {source.source_id: source for source in one.sources}))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), {}),
        ((NOBODY, NOBODY_ELSE), {"individual": 2}),  # who has no name may be anybody
        ((KARI, OLA), {"individual": 2}),
        ((ONLY_KARI, replace(ONLY_KARI, by="rad7")), {"individual": 2}),  # there are many of that name
        ((KARI, KARI), {"individual": 1}),
        ((TABLE, replace(TABLE, by="bord2.docx")), {"group_note": 2}),  # who wrote the notes is not who speaks
        ((replace(CLUB, contributor="Kari Nes"), KARI), {"organisation": 1, "individual": 1}),
    ],
)
def test_who_is_not_the_same_stays_apart(said: tuple[Said, ...], expected: dict[str, int]) -> None:
    """A voice is never lost."""
    assert voices(*said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((KARI, KARI_AGAIN), {"individual": 1}),  # a row of a form that was sent twice
        ((CLUB, CLUB_AGAIN), {"organisation": 1}),
        ((replace(CLUB, contributor="FAU"), replace(CLUB_AGAIN, contributor="FAU")), {"organisation": 1}),
        ((replace(KARI, contributor="k@x.no"), replace(OLA, contributor="K@x.no")), {"individual": 1}),
        ((TABLE, CREDITED), {"group_note": 1, "individual": 1}),
        ((TABLE, CREDITED, OLA), {"group_note": 1, "individual": 2}),  # the table's own Ola Nes is of the table
    ],
)
def test_one_is_one_however_often(said: tuple[Said, ...], expected: dict[str, int]) -> None:
    """By name, however it is written; what a table's notes credit to somebody is of that table."""
    assert voices(*said) == expected


def test_a_table_and_its_participant_are_one_that_is_heard() -> None:
    """Nobody can tell that it is not the same person who also spoke with the others."""
    one = case((TABLE, CREDITED, KARI, KARI_AGAIN))
    assert count_heard(one.passages, {source.source_id: source for source in one.sources}) == 2


@given(st.permutations([TABLE, CREDITED, CLUB, CLUB_AGAIN, KARI, KARI_AGAIN, OLA, NOBODY]))
def test_the_order_changes_no_number(said: list[Said]) -> None:
    """Law 5, for counting."""
    assert voices(*said) == {"group_note": 1, "organisation": 1, "individual": 4}


@pytest.mark.parametrize("voice", ["group_note", "organisation", "individual"])
def test_without_a_name_a_source_is_its_own(voice: Voice) -> None:
    """Its id stands for whoever sent it."""
    source = replace(case((NOBODY,)).sources[0], voice=voice, contributor="  ")
    assert sender(source, voice) == source.source_id


# -- every place ----------------------------------------------------------------------------------------


def analysis_of(one: Case) -> Analysis:
    """An analysis with one theme of all that was said, and its conclusions."""
    theme = Theme(
        theme_id=content_id("t", "ferje"), title="Ferje", keywords=(),
        passage_ids=tuple(passage.passage_id for passage in one.passages),
    )  # fmt: skip
    place = Placement(theme_id=theme.theme_id, kind="commitment", target="1", score=0.5, probability=0.5)
    first = {passage.text: passage.passage_id for passage in reversed(one.passages)}
    copies = {
        passage.passage_id: first[passage.text] for passage in one.passages if passage.passage_id != first[passage.text]
    }
    drawn = draw(one, one.passages, duplicates=copies, placements=(place,))
    return replace(
        sample.analysis(), sources=one.sources, passages=one.passages, themes=(theme,), placements=(place,),
        conclusions=tuple(replace(each, theme_id=theme.theme_id) for each in drawn.conclusions), duplicates=copies,
        set_aside=(), not_reflected=(), responses=(), findings=(),
    )  # fmt: skip


def entry_of(analysis: Analysis) -> ThemeEntry:
    """The one theme as its section shows it."""
    plan = outline(analysis, sample.settings(), "nn")
    return next(entry for target in plan.targets for entry in target.themes)


@pytest.mark.parametrize(
    ("said", "number"), [((KARI, KARI_AGAIN), 1), ((KARI, OLA), 2), ((NOBODY, NOBODY_ELSE), 2), ((KARI, NOBODY), 2)]
)
def test_every_place_tells_the_same_number(said: tuple[Said, ...], number: int) -> None:
    """Card, sentence, table, workbook, terminal, small cells and gate: a row that was sent twice is one person."""
    one = case(said)
    analysis, sources = analysis_of(one), {source.source_id: source for source in one.sources}
    row = dict(zip(COLUMNS["themes"], rows(analysis)["themes"][0], strict=True))
    entry, m = entry_of(analysis), messages("nn")
    theme_id = analysis.themes[0].theme_id

    assert entry.voices == {"individual": number}
    assert entry.speakers == number
    assert (row["sources"], row["voices"], row["single_voice"]) == (2, f"individual {number}", int(number == 1))
    assert rows_now(analysis, "nn")["themes"][theme_id]["voices"] == m("report-count-individual", count=number)
    assert summary_table(analysis, sample.settings()).rstrip().endswith(str(number))
    assert len(persons(one.passages, sources)) == number
    assert count_speakers(one.passages, sources).individuals == number
    said_so: Conclusion = analysis.conclusions[0]
    words = m("answer-count-individual", count=number)
    assert said_so.text == f"To likelydande innspel, frå {words}, seier: «Ferja må gå oftare»."
    page = report(analysis, sample.settings(), sample.run_info()).decode()
    assert m("report-count-individual", count=number) in page
    assert m("report-count-individual", count=3 - number) not in page


# -- the gate -------------------------------------------------------------------------------------------


def faults(text: str, *said: Said) -> list[str]:
    """What the gate's counts say of a sentence that cites all that was said."""
    one = case(said)
    members = {passage.passage_id: passage for passage in one.passages}
    sources = {source.source_id: source for source in one.sources}
    ground = Ground(members=members, known=frozenset(members), sources=sources, heard=len(sources))
    one_sentence = Sentence(text=text, passage_ids=tuple(members), language="nn")
    return [fault.detail for check in (quantities, general) for fault in check(one_sentence, ground)]


@pytest.mark.parametrize("text", ["To innspel ønskjer ei ferje til.", "Begge innspela ønskjer ei ferje til."])
def test_contributions_are_contributions(text: str) -> None:
    """Somebody who sent two has sent two."""
    assert faults(text, KARI, KARI_AGAIN) == []


def test_one_person_who_wrote_twice_is_not_two_who_mean() -> None:
    """Where a verb that only speakers have follows, speakers are counted."""
    text = "Begge meiner at ferja må gå oftare."
    assert faults(text, KARI, OLA) == []
    assert faults(text, KARI, KARI_AGAIN) == ["Begge"]


def test_they_say_of_one_person_who_wrote_twice_is_a_generalisation() -> None:
    """As of one who wrote once."""
    assert faults("Dei seier at ferja må gå oftare.", KARI, OLA) == []
    assert faults("Dei seier at ferja må gå oftare.", KARI, KARI_AGAIN) == ["dei"]


def test_the_gate_counts_voices_and_contributions_apart() -> None:
    """Both numbers are there to be said."""
    one = case((KARI, KARI_AGAIN, TABLE))
    members: dict[str, Passage] = {passage.passage_id: passage for passage in one.passages}
    sources = {source.source_id: source for source in one.sources}
    ground = Ground(members=members, known=frozenset(members), sources=sources, heard=3)
    counts = tally(Sentence(text="Ferja.", passage_ids=tuple(members), language="nn"), ground)
    assert (counts["contributions"], counts["speakers"], counts["individuals"], counts["tables"]) == (3, 2, 1, 1)
    assert ground.speakers == 2
