import dataclasses
from typing import get_args

import pytest

from consult.messages import messages
from consult.publish import labels
from consult.publish.outline import outline
from consult.records import REASONS, RESPONSE_STATUSES, UNREADABLE, Act, Context, Passage, Source
from tests import sample_analysis as sample

NN, EN = messages("nn"), messages("en")


def source(locator: str) -> Source:
    """A source with a place in its file."""
    return Source(path="svar/skjema.xlsx", locator=locator, sha256="0", format="xlsx", text="x")


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("", "svar/skjema.xlsx"),
        ("row=12", "svar/skjema.xlsx, rad 12"),
        ("sheet=Ark1;row=2", "svar/skjema.xlsx, ark «Ark1», rad 2"),
        ("sheet=Ark1", "svar/skjema.xlsx, ark «Ark1»"),
        ("sheet=a;row=b;row=3", "svar/skjema.xlsx, ark «a;row=b», rad 3"),
        ("celle B7", "svar/skjema.xlsx, celle B7"),
        ("{ $x }", "svar/skjema.xlsx, { $x }"),
    ],
)
def test_where_a_source_stands(locator: str, words: str) -> None:
    """File, sheet and row in words; a locator of another shape passes through."""
    assert labels.source_label(source(locator), NN) == words


@pytest.mark.parametrize(
    ("page", "context", "words"),
    [
        (None, Context(), ()),
        (3, Context(), ("side 3",)),
        (None, Context(headings=("Del 1", "Innkjøp")), ("under «Innkjøp»",)),
        (3, Context(headings=("Innkjøp",)), ("side 3", "under «Innkjøp»")),
        (None, Context(question="Kva er viktig?", headings=("Ark",)), ("svar på «Kva er viktig?»",)),
        (None, Context(parent="Ikkje bygg\nhytter"), ("under punktet «Ikkje bygg hytter»",)),
        (2, Context(headings=("Myra",), parent="Nei"), ("side 2", "under «Myra»", "under punktet «Nei»")),
        (None, Context(headings=("Myra",), parent="Myra"), ("under «Myra»",)),
        (None, Context(question="Kva?", parent="Kva?"), ("svar på «Kva?»",)),
    ],
)
def test_where_a_passage_stands(page: int | None, context: Context, words: tuple[str, ...]) -> None:
    """Page, then the question or the nearest heading, then the point that a sub-point hangs on; nothing twice."""
    passage = Passage(
        source_id="s", start=0, end=1, text="x", language="nn", voice="individual", page=page, context=context
    )
    assert labels.place(passage, NN) == words


@pytest.mark.parametrize("text", ["", "Kort", "x" * labels.LONGEST_HEADING])
def test_short_words_stay_as_they_are(text: str) -> None:
    """What fits is not shortened."""
    assert labels.short(text) == text


def test_long_headings_are_cut_visibly() -> None:
    """A heading or question of a paragraph's length does not drown the quote."""
    assert labels.short("å" * 200).endswith("…")
    assert len(labels.short("å" * 200)) == labels.LONGEST_HEADING


@pytest.mark.parametrize(
    ("voice", "event", "words"),
    [
        ("group_note", "mote-1", "Bord, Møte 1"),
        ("group_note", "", "Bord"),
        ("individual", "ukjend", "Privatpersonar, ukjend"),
    ],
)
def test_who_spoke(voice: str, event: str, words: str) -> None:
    """Voice and event; an event that settings do not know keeps its id."""
    assert labels.group_label(voice, event, labels.event_titles(sample.settings(), "nn"), NN) == words


def test_voices_stand_side_by_side() -> None:
    """Plural and singular by the catalogue, never a sum."""
    assert labels.voice_counts({"group_note": 3, "organisation": 1}, NN) == ("3 bord", "1 organisasjon")
    assert labels.voice_counts({"organisation": 2}, EN) == ("2 organisations",)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_every_reason_has_words_and_a_next_step(language: str) -> None:
    """Each word of the records has a sentence in each language."""
    m = messages(language)
    for reason in (*UNREADABLE, "other"):
        assert m(f"report-reason-{labels.reason_key(reason)}")
        assert m(f"report-next-{labels.reason_key(reason)}")
    for reason in REASONS:
        assert m(f"report-aside-{labels.aside_key(reason)}")
    for law in labels.LAWS:
        assert labels.law_sentence(law, m) != law


@pytest.mark.parametrize(
    ("reason", "key"), [("empty", "empty"), ("broken: no end mark", "broken"), ("flooded", "other"), ("", "other")]
)
def test_a_reason_nobody_foresaw_has_words_too(reason: str, key: str) -> None:
    """Unknown reasons fall back, details behind a colon are left out."""
    assert labels.reason_key(reason) == key


def test_an_unknown_law_keeps_its_name() -> None:
    """A law that a later version adds is shown by name."""
    assert labels.law_sentence("gravity", NN) == "gravity"


def test_targets_in_words() -> None:
    """Id and title; `new` and `unplaced` in the catalogue's words; an id without a title stands alone."""
    plan = outline(sample.analysis(), sample.settings(), "nn")
    words = [labels.target_words(target, NN) for target in plan.targets]
    assert words[0] == "1 Offentlege innkjøp"
    assert words[-1] == "Ikkje plassert"
    bare = dataclasses.replace(plan.targets[0], target_id="99", title="99")
    assert labels.target_words(bare, NN) == "99"


REMARKS = (
    "part", "followed", "passage-gone", "passage-elsewhere", "aside", "theme-gone", "target-gone", "conclusion-gone",
    "changed", "undone", "source-gone", "finding-gone", "source-followed", "withdrawn", "worded-anew",
)  # fmt: skip


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("act", get_args(Act))
def test_every_act_that_has_lost_its_object_is_a_sentence(act: str, language: str) -> None:
    """Whatever somebody decided, on the analysis or on what is published, a run can say that it no longer holds."""
    orphan = {"number": 1, "role": "coordinator", "act": act, "code": "source-gone", "ids": ["s-1"]}

    (said,) = labels.orphan_sentences({"people": {"orphaned": [orphan]}}, messages(language))

    assert "s-1" in said
    assert "()" not in said


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("code", REMARKS)
def test_every_reason_for_it_is_a_sentence(code: str, language: str) -> None:
    """Each code that an outcome may bear has its words in each language."""
    orphan = {"number": 1, "role": "coordinator", "act": "move", "code": code, "ids": ["p-1"]}

    (said,) = labels.orphan_sentences({"people": {"orphaned": [orphan]}}, messages(language))

    assert said


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_every_answer_that_has_lost_its_theme_is_a_sentence(language: str) -> None:
    """Each status of a response has its words in each language."""
    lost = [{"theme_id": "t-1", "target": "1", "status": status} for status in RESPONSE_STATUSES]

    assert len(labels.orphan_sentences({"people": {"orphaned_responses": lost}}, messages(language))) == len(lost)
