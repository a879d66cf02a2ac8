"""Small cells: which numbers of private persons are not shown, what goes with them, and what stands all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.messages import messages, publication_languages
from consult.publish.balance import sum_breaches
from consult.publish.cells import FEWEST, UNSHOWN, few, kinds, person, persons, told, unshown
from consult.publish.document import Runs, Table
from consult.publish.feedback import feedback
from consult.publish.feedback.counts import counts
from consult.publish.material import Telling
from consult.publish.outline import outline
from consult.publish.pictures import pictures
from consult.publish.shelf import Shelf
from consult.publish.tables import table_files
from consult.records import Analysis, Passage, Placement, Theme, content_id
from consult.settings import Event
from tests import sample_analysis as sample
from tests.picture_cases import vectors
from tests.publication_cases import material
from tests.test_tables import read_csv

WHO = {
    "Store": {"individual": 7, "organisation": 2},
    "Små": {"individual": 2, "group_note": 3},
    "Éin": {"individual": 1},
    "Ingen": {"group_note": 2, "organisation": 1},
    "Midt": {"individual": 5},
}
"""Theme → how many of each kind speak in it, each in one passage."""


def crowd(who: dict[str, dict[str, int]] = WHO, channel: dict[str, str] | None = None) -> Analysis:
    """An analysis in which so many speak in each theme; channel: theme → event."""
    sources, passages, themes, placements = [], [], [], []
    for title, voices in who.items():
        ids = []
        for voice, number in voices.items():
            for n in range(number):
                text = f"{title} {voice} {n} meiner noko."
                contributor = f"Org {n}" if voice == "organisation" else ""
                source = replace(
                    sample.source(f"{title}-{voice}-{n}.txt", text, format="txt"), voice=voice, contributor=contributor,
                    event=(channel or {}).get(title, ""),
                )  # fmt: skip
                sources.append(source)
                passage = Passage(
                    source_id=source.source_id, start=0, end=len(text), text=text, language="nn", voice=source.voice
                )
                passages.append(passage)
                ids.append(passage.passage_id)
        theme = Theme(theme_id=content_id("t", title), title=title, keywords=(), passage_ids=tuple(ids))
        themes.append(theme)
        placements.append(Placement(theme_id=theme.theme_id, kind="commitment", target="1", score=0.5, probability=0.5))
    return replace(
        sample.analysis(), sources=tuple(sources), passages=tuple(passages), themes=tuple(themes), set_aside=(),
        placements=tuple(placements), conclusions=(), not_reflected=(), responses=(), duplicates={},
    )  # fmt: skip


# -- what does not change ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "counts",
    [
        {"group_note": 1},  # notes of a table are nobody's
        {"organisation": 1, "group_note": 1},  # organisations speak under their names
        {"individual": 5},
        {"individual": 40, "organisation": 1},
    ],
)
def test_what_stands_for_enough_or_for_nobody_is_shown(counts: dict[str, int]) -> None:
    """Open rows are told as they are."""
    assert kinds(counts, 50, closed=False) == counts


def test_the_whole_material_shows_every_number() -> None:
    """Inside the house nothing is left out: pictures, tables and lines hold each number."""
    analysis = crowd()
    plan = outline(analysis, sample.settings(), "nn")
    voices = {entry.theme.title: entry.voices for target in plan.targets for entry in target.themes}
    assert voices == WHO
    files = table_files(analysis, sample.run_info())
    assert UNSHOWN not in {row[5] for row in read_csv(files["tables/themes.csv"])}
    assert UNSHOWN not in "".join(cells_of(Telling(material(analysis), "nn")))


# -- what is not shown ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behind", "closed"),
    [
        ({}, ""),
        ({"a": 5, "b": 9}, ""),
        ({"a": 0, "b": 9}, ""),
        ({"a": 4, "b": 9, "c": 7}, "ac"),  # the sum less the rest would give a back
        ({"a": 4, "b": 1, "c": 7}, "ab"),
        ({"a": 1, "b": 1, "c": 7}, "abc"),  # the sum of two would say that each is one
        ({"a": 1}, "a"),
        ({"a": 1, "b": 0}, "a"),
    ],
)
def test_few_are_not_shown_and_never_alone(behind: dict[str, int], closed: str) -> None:
    """Fewer than five, and more rows until what is not shown stands for five, or for everybody."""
    people = {key: frozenset(f"{key}{n}" for n in range(number)) for key, number in behind.items()}
    assert unshown(people) == set(closed)


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.frozensets(st.integers(0, 30), max_size=9)))
def test_nothing_shown_is_small_and_nothing_hidden_can_be_had(behind: dict[str, frozenset[int]]) -> None:
    """Law: rows that are shown have nobody or enough; the others have enough together, or there is no other."""
    people = {key: frozenset(map(str, who)) for key, who in behind.items()}
    closed = unshown(people)
    assert not any(few(who) for key, who in people.items() if key not in closed)
    together = frozenset[str]().union(*(people[key] for key in closed))
    assert not few(together) or all(key in closed for key, who in people.items() if who)
    assert len(closed) != 1 or len(together) == sum(map(len, people.values()))


@pytest.mark.parametrize(
    ("counts", "passages", "shown"),
    [
        ({"individual": 2, "group_note": 3}, 9, {"group_note": 3, "individual": None}),
        ({"individual": 1}, 1, dict.fromkeys(("group_note", "organisation", "individual"))),
        # three tables with a passage each leave one: it would be one person's
        ({"individual": 1, "group_note": 3}, 4, dict.fromkeys(("group_note", "organisation", "individual"))),
        # a voice that stands alone is said to do so
        ({"individual": 1}, 3, dict.fromkeys(("group_note", "organisation", "individual"))),
    ],
)
def test_a_row_says_no_kind_where_the_rest_gives_one_person(
    counts: dict[str, int], passages: int, shown: dict[str, int | None]
) -> None:
    """Each source has a passage at least, so that a number of passages may leave nothing open."""
    assert kinds(counts, passages, closed=True) == shown


def test_one_person_is_one_however_often_they_wrote() -> None:
    """Six letters of one person are no cell of six; without a name each source is its own; tables have no persons."""
    letters = [
        replace(sample.source(f"{n}.txt", f"Brev {n}.", format="txt"), voice="individual", contributor=name)
        for n, name in enumerate(["[namn 1]", "[Namn 1] ", ""])
    ]
    table = replace(sample.source("bord.txt", "Bord.", format="txt"), voice="group_note", contributor="[namn 1]")
    assert len({person(one) for one in letters}) == 2
    assert person(table) == table.source_id
    spoken = [
        Passage(source_id=one.source_id, start=0, end=4, text=one.text[:4], language="nn", voice="individual")
        for one in (*letters, table)
    ]
    assert len(persons(spoken, {one.source_id: one for one in (*letters, table)})) == 3
    assert persons((), {}) == frozenset()


def test_a_number_that_is_not_shown_has_a_sign() -> None:
    """The sign of official statistics."""
    assert [told(number) for number in (None, 0, 12)] == [":", "0", "12"]


def words_of(cell: Runs) -> str:
    """A cell as it is read."""
    return "".join(run.text for run in cell)


# -- what is written --------------------------------------------------------------------------------------------------


def cells_of(telling: Telling) -> Iterator[str]:
    """Every cell of the tables of counts, one line a row."""
    for block in counts(telling):
        if isinstance(block, Table):
            yield from (" | ".join(words_of(cell) for cell in row) for row in block.rows)


def public(analysis: Analysis, language: str = "nn", **changes: object) -> Telling:
    """The analysis as it is told to everybody."""
    return Telling(material(analysis, whole=False, **changes), language)


def test_themes_tell_of_few_persons_without_their_number() -> None:
    """Tables' notes and organisations are told; of two persons that there are some; of one alone nothing at all."""
    plan = outline(crowd(), sample.settings(), "nn", whole=False)
    voices = {entry.theme.title: entry.voices for target in plan.targets for entry in target.themes}
    assert voices["Store"] == {"organisation": 2, "individual": 7}
    assert voices["Ingen"] == {"group_note": 2, "organisation": 1}
    assert voices["Små"] == {"group_note": 3, "individual": None}
    assert voices["Éin"] == dict.fromkeys(("group_note", "organisation", "individual"))
    assert voices["Midt"]["individual"] is None, "three persons that are not shown would be had from the sum"


def test_channels_of_few_persons_share_a_row() -> None:
    """The books still balance: what is put together is summed, and nothing is left out."""
    channel = {"Store": "m1", "Små": "m2", "Éin": "m2", "Ingen": "m1", "Midt": "brev"}
    settings = replace(
        sample.settings(),
        events=tuple(
            Event(event_id=one, title={"nn": f"Kanal {one}"}, date="", inputs=()) for one in ("m1", "m2", "brev")
        ),
    )
    rows = list(cells_of(public(crowd(channel=channel), settings=settings)))
    together = next(row for row in rows if row.startswith("Kanal m2 og Kanal brev"))
    assert together.split(" | ")[1:] == ["3", "0", "8", "0", "11"]
    assert not any(row.startswith(("Kanal m2 |", "Kanal brev |")) for row in rows)


def test_few_persons_in_all_are_told_by_no_row() -> None:
    """Where three persons wrote in all, no kind is counted, and the sum stands."""
    rows = list(cells_of(public(crowd({"Éin": {"individual": 3, "organisation": 4}}))))
    assert rows[:3] == ["Bord | : | : | :", "Organisasjonar | : | : | :", "Privatpersonar | : | : | :"]
    assert rows[-1].split(" | ")[1:] == [":", ":", ":", "0", "7"]


def test_the_tables_of_everybody_leave_the_sum_out_with_the_number() -> None:
    """In `themes` the number, the sum of sources and the mark of a single voice go together; passages stay."""
    files = table_files(crowd(), sample.run_info(), whole=False)
    rows = {row[1]: row for row in read_csv(files["tables/themes.csv"])[1:]}
    assert rows["Små"][3:7] == ["5", "", "group_note 3; individual :", ""]
    assert rows["Éin"][3:7] == ["1", "", ":", ""]
    assert rows["Ingen"][3:7] == ["3", "3", "group_note 2; organisation 1", "0"]
    assert rows["Store"][3:7] == ["9", "9", "organisation 2; individual 7", "0"]


def test_pictures_draw_no_small_number() -> None:
    """Neither the bars, the bands nor the signs, nor the tables beneath them, tell of few persons."""
    analysis = crowd()
    made = pictures(analysis, sample.settings(), "nn", vectors=vectors(analysis), whole=False)
    by_anchor = {one.anchor: one for one in made}
    note = messages("nn")("cells-picture")
    assert all(note in by_anchor[name].description for name in ("picture-flow", "picture-voices", "picture-map"))
    flow = [[words_of(cell) for cell in row] for row in by_anchor["picture-flow"].table.rows]
    assert sum(int(row[-1]) for row in flow) == len(analysis.passages), "law 2: nobody is lost on the way"
    assert {row[1] for row in flow if row[0] == "Privatpersonar"} == {"Store"}
    assert {row[1] for row in flow if row[0] == messages("nn")("cells-group")} == {"Små", "Éin", "Midt"}
    bars = {words_of(row[0]): [words_of(cell) for cell in row[1:]] for row in by_anchor["picture-voices"].table.rows}
    assert bars["Små"] == ["3", "0", ":"]
    assert bars["Store"] == ["0", "2", "7"]


@pytest.mark.parametrize("language", publication_languages())
def test_every_language_explains_what_is_not_shown(language: str) -> None:
    """The plain words stand beside the counts of what everybody reads, and not inside the house."""
    note = messages(language)("cells-note")
    assert note in repr(feedback(public(crowd(), language)))
    assert note not in repr(feedback(Telling(material(crowd()), language)))


def test_the_books_balance_with_numbers_that_are_not_shown() -> None:
    """Sums are checked as far as they are told; a sum that is less than what is shown is a breach."""
    shelf = Shelf(material(crowd({"Éin": {"individual": 3, "organisation": 4}}), whole=False))
    receipts = {source_id: document for source_id, document, _ in shelf.receipts}
    main = shelf.feedback("nn")
    assert list(sum_breaches(main, receipts, shelf.material.analysis)) == []
    tables = [block for block in main.blocks if isinstance(block, Table) and block.anchor == "received"]
    lost = replace(tables[0], rows=(*tables[0].rows[:-1], tables[0].rows[-2]))
    wrong = replace(main, blocks=tuple(lost if block is tables[0] else block for block in main.blocks))
    assert list(sum_breaches(wrong, receipts, shelf.material.analysis))


def test_a_line_says_that_there_are_some() -> None:
    """In the words of the page, beside numbers that are shown."""
    told_ = public(crowd())
    assert told_.voices({"group_note": 3, "individual": None}) == "3 bord og privatpersonar (talet blir ikkje vist)"
    assert told_.voices(dict.fromkeys(("group_note", "organisation", "individual"))) == messages("nn")("cells-mixed")
    assert re.search(r"\d", told_.voices({"individual": FEWEST}))
