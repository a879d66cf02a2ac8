import dataclasses

import pytest

from consult.publish.marked import Stretch, marked_sources, stretches
from consult.records import Analysis, Passage, SetAside
from tests import sample_analysis as sample


def marked(analysis: Analysis) -> dict[str, tuple[Stretch, ...]]:
    """Path → stretches."""
    theme_of = {passage_id: theme for theme in analysis.themes for passage_id in theme.passage_ids}
    return {one.source.path: one.stretches for one in marked_sources(analysis, theme_of)}


def passage(start: int, text: str) -> Passage:
    """A passage of a source of one's own."""
    return Passage(source_id="s", start=start, end=start + len(text), text=text, language="nn", voice="individual")


def test_stretches_are_the_whole_text() -> None:
    """A reader sees every character that the contributor wrote, once and in order."""
    analysis = sample.analysis()
    found = marked(analysis)
    for source in analysis.sources:
        if source.status == "read":
            assert "".join(stretch.text for stretch in found[source.path]) == source.text


def test_unreadable_sources_have_no_text_to_show() -> None:
    """They stand in a section of their own."""
    assert "brev/skanna.pdf" not in marked(sample.analysis())


def test_each_passage_is_marked_and_nothing_else() -> None:
    """Passages and set-aside spans keep apart."""
    analysis = sample.analysis()
    found = [stretch for part in marked(analysis).values() for stretch in part]
    assert sorted(s.passage.passage_id for s in found if s.passage) == sorted(p.passage_id for p in analysis.passages)
    assert all(bool(s.passage) != bool(s.reason) for s in found)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("", [], []),
        ("abc", [], [("abc", False)]),
        ("abc", [passage(0, "abc")], [("abc", True)]),
        ("a b c", [passage(2, "b")], [("a ", False), ("b", True), (" c", False)]),
        ("abcd", [passage(0, "abc"), passage(1, "bcd")], [("abc", True), ("d", False)]),
    ],
)
def test_damage_is_shown_and_loses_nothing(text: str, spans: list[Passage], expected: list[tuple[str, bool]]) -> None:
    """Gaps are stretches without a reason, overlaps are shown once: the page shows what the ledger holds."""
    assert [(stretch.text, stretch.passage is not None) for stretch in stretches(text, spans)] == expected


def test_a_gap_is_visible() -> None:
    """Sabotage twin: take a set-aside span away, and a stretch without a reason appears."""
    analysis = sample.analysis()
    damaged = dataclasses.replace(analysis, set_aside=analysis.set_aside[1:])
    assert any(not s.passage and not s.reason for part in marked(damaged).values() for s in part)


@pytest.mark.parametrize(("text", "lead"), [("\n\nHei", "\n\n"), ("Hei ", ""), ("  ", "  "), ("\t- x", "\t")])
def test_a_label_stands_behind_the_leading_space(text: str, lead: str) -> None:
    """The label of a span that begins with line breaks stands on the line that it is about."""
    assert Stretch(text=text, reason="contact").lead == lead


def test_a_source_names_its_themes_in_the_order_of_its_text() -> None:
    """Each theme once, as the reader meets them."""
    analysis = sample.analysis()
    theme_of = {passage_id: theme for theme in analysis.themes for passage_id in theme.passage_ids}
    note = next(one for one in marked_sources(analysis, theme_of) if one.source.path == "mote/bord 3.docx")
    assert [theme.title for theme in note.themes] == [
        "Opne data om offentlege innkjøp", "Oversikt over kontraktar", "Ansvar for eInnsyn",
    ]  # fmt: skip
    assert note.passages == 4


def test_spans_may_come_in_any_order() -> None:
    """Order is that of the text."""
    analysis = sample.analysis()
    turned = dataclasses.replace(analysis, passages=analysis.passages[::-1], set_aside=analysis.set_aside[::-1])
    assert marked(turned) == marked(analysis)


def test_a_set_aside_span_keeps_its_reason() -> None:
    """The reason is the record's own word."""
    span = SetAside(source_id="s", start=0, end=2, text="# ", reason="heading")
    assert next(stretches("# ", [span])).reason == "heading"
