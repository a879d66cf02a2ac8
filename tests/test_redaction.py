"""Redaction: cuts, placeholders in five languages, masks for the machine."""

from __future__ import annotations

import pytest

from consult.read.redaction import Cut, Known, Redaction, cuts_of, masked, placeholder
from consult.records import LANGUAGES, PERSONAL_KINDS, Context, Finding, Passage, Source

TEXT = "Kari Nes ringte 428 06 917.\nNes var sint. Kari Nes gjekk."


def source() -> Source:
    """A source that says TEXT."""
    return Source(path="a.txt", sha256="0", format="txt", text=TEXT, voice="individual", language="nn")


def finding(words: str, kind: str = "name", person: int = 1, status: str = "redacted", nth: int = 0) -> Finding:
    """A finding of the nth time that words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Finding(
        source_id=source().source_id, start=start, end=start + len(words), kind=kind, certainty=1.0, person=person,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
    )  # fmt: skip


def passage(start: int, end: int, context: Context | None = None) -> Passage:
    """A passage of the source."""
    return Passage(
        source_id=source().source_id, start=start, end=end, text=TEXT[start:end], language="nn", voice="individual",
        context=context or Context(),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "ingenting her", "[namn 1] stod her før"])
def test_without_cuts_nothing_changes(text: str) -> None:
    """And every span is where it was."""
    redaction = Redaction(text)

    assert redaction.redacted == text
    assert redaction.to_redacted(0, len(text)) == redaction.to_original(0, len(text)) == (0, len(text))


@pytest.mark.parametrize("cuts", [[(0, 5), (4, 6)], [(0, 99)]])
def test_cuts_that_overlap_or_overrun_are_refused(cuts: list[tuple[int, int]]) -> None:
    """They would have no map."""
    with pytest.raises(ValueError, match="overlaps"):
        Redaction("ti teikn..", [Cut(start=a, end=b, placeholder="[x]") for a, b in cuts])


def test_a_span_inside_a_cut_shows_its_placeholder() -> None:
    """Whole, however little of it the span touches."""
    redaction = Redaction(TEXT, cuts_of([finding("Kari Nes")], "nn"))

    assert redaction.quote(2, 4) == "[namn 1]"
    assert redaction.quote(5, 15) == "[namn 1] ringte"


def test_every_kind_has_a_word_in_every_language() -> None:
    """Placeholders say the kind in the language of the text around them."""
    for kind in (*PERSONAL_KINDS, "organisation", "person", "words", "withheld"):
        assert len({placeholder(kind, language) for language in LANGUAGES}) >= 1
    assert [placeholder("name", language, 2) for language in LANGUAGES] == [
        "[namn 2]", "[navn 2]", "[navn 2]", "[namn 2]", "[name 2]",
    ]  # fmt: skip


def test_what_is_shown_is_not_cut() -> None:
    """What somebody revealed stays; what is open waits for a person, and is cut until then, whatever its kind."""
    assert cuts_of([finding("Kari Nes", status="revealed")], "nn") == ()
    waiting = [finding("sint", "health", 0, "open"), finding("Kari Nes", status="open")]
    assert len(cuts_of(waiting, "nn")) == 2


def test_a_cut_never_crosses_a_border() -> None:
    """On each side of a passage's end stands a placeholder, so that passages still tile."""
    cuts = cuts_of([finding("917.\nNes", "address", 0)], "nn", [0, 27, 28, len(TEXT)])

    assert [(cut.start, cut.end) for cut in cuts] == [(23, 27), (27, 28), (28, 31)]


def test_overlapping_findings_are_one_cut() -> None:
    """The first and longest says what it is."""
    cuts = cuts_of([finding("Kari Nes ringte", "other", 0), finding("Nes", person=2), finding("Kari Nes")], "nn")

    assert [(cut.start, cut.end, cut.placeholder) for cut in cuts] == [(0, 15, "[personopplysning]")]


def test_masks_keep_ids_and_spans() -> None:
    """What the machine reads is as long as the passage and has nothing personal in it or around it."""
    around = Context(
        before="Kari\nNes ringte", headings=("Om Kari Nes",), parent="Telefon 428 06 917", question="Kven?"
    )
    (safe,) = masked([passage(0, 27, around)], [source()], [finding("Kari Nes"), finding("428 06 917", "phone", 0)])

    assert safe.passage_id == passage(0, 27).passage_id
    assert len(safe.text) == 27
    assert "Kari" not in safe.text
    assert "428" not in safe.text
    assert safe.context == Context(before="… ringte", headings=("Om …",), parent="Telefon …", question="Kven?")


def test_masks_stay_where_people_reveal() -> None:
    """What is published must not move a theme: what people decide to show stays masked, special categories too."""
    safe = masked(
        [passage(0, len(TEXT))],
        [source()],
        [finding("Kari Nes", status="revealed"), finding("sint", "health", 0, "revealed")],
    )

    assert "Kari Nes ringte" not in safe[0].text
    assert "sint" not in safe[0].text


def test_passages_without_findings_are_themselves() -> None:
    """Nothing is copied that need not be."""
    one = passage(0, 27)

    assert masked([one], [source()], []) == (one,)


def test_known_words_are_found_however_they_are_wrapped() -> None:
    """As whole words, longest first."""
    known = Known.of(["Kari Nes", "Nes"], {"Kari Nes": "[namn 1]", "Nes": "[namn 1]"})

    assert known.without("Kari\n  Nes, Nes og Nesset") == "[namn 1], [namn 1] og Nesset"
    assert Known.of([]).without("Kari Nes") == "Kari Nes"


def test_a_map_that_is_off_by_one_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: the quote is no longer what stands there."""
    redaction = Redaction(TEXT, cuts_of([finding("Kari Nes")], "nn"))
    assert redaction.quote(9, 15) == "ringte"
    monkeypatch.setattr(redaction, "_redacted", [(0, 9)])

    assert redaction.quote(9, 15) != "ringte"


def test_what_is_masked_stands_where_it_stood() -> None:
    """In a passage that does not begin the text, at its end and across its border: the length stays."""
    text = "Hei. Ring Kari Nes no. Takk"
    source = Source(path="a.txt", sha256="0" * 64, format="txt", text=text)
    passage = Passage(source_id=source.source_id, start=5, end=22, text=text[5:22], language="nn", voice="individual")
    name = Finding(source_id=source.source_id, start=10, end=18, kind="name", certainty=1.0)
    (found,) = masked([passage], [source], [name])
    assert found.text == "Ring …        no."
    across = Finding(source_id=source.source_id, start=0, end=9, kind="name", certainty=1.0)
    (found,) = masked([passage], [source], [across])
    assert found.text == "…    Kari Nes no."


def test_known_words_are_sought_only_where_there_are_any() -> None:
    """Nothing known, or no text: as it was; a name of another language's letters is found by its whole run."""
    assert Known.of(()).without("Kari") == "Kari"
    assert Known.of(("Kari Nes",)).without("") == ""
    assert Known.of(("Kari Nes",), {"Kari Nes": "[namn 1]"}).without("Spør Kari\nNes") == "Spør [namn 1]"
