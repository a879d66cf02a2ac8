"""The feedback document: what came in, what is said with its quotes, what is answered and lacking, and the method."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from consult.answer.stance import disagreement
from consult.diff import Change, Comparison
from consult.messages import messages, publication_languages
from consult.publish.document import Document, Heading, Items, Note, Paragraph, Quote, Table, runs_of
from consult.publish.feedback import feedback
from consult.publish.feedback.method import measured
from consult.publish.material import Head
from consult.records import Act, Decision, NotReflected
from tests import sample_analysis as sample
from tests.publication_cases import PUBLICATION, telling


def words(document: Document) -> str:
    """All that a document says, in order."""
    found = []
    for block in document.blocks:
        found += [getattr(block, "text", "")] if isinstance(block, (Heading, Quote)) else []
        found += [run.text for run in runs_of(block)]
    return " ".join(found)


def table(document: Document, anchor: str) -> list[list[str]]:
    """A table's cells."""
    block = next(one for one in document.blocks if isinstance(one, Table) and one.anchor == anchor)
    return [["".join(run.text for run in cell) for cell in row] for row in block.rows]


@pytest.fixture(scope="module")
def document() -> Document:
    """The sample's document in nynorsk."""
    return feedback(telling())


def test_it_has_the_chapters_that_participants_and_reviewers_need(document: Document) -> None:
    """Process, counts, commitments, new topics, answers, what is not taken up or lacking, what was not used, method."""
    chapters = [heading.anchor for heading in document.headings if heading.level == 1 and heading.anchor != "pictures"]
    assert chapters == [
        "brief", "process", "counts", "part-commitment", "part-new_topic", "part-outside", "answers", "not-taken-up",
        "lacking", "unused", "method", "who", "changes",
    ]  # fmt: skip


@pytest.mark.parametrize("language", publication_languages())
def test_every_language_tells_the_same(document: Document, language: str) -> None:
    """The same headings, quotes and figures in all five; a language without conclusions says so."""
    other = feedback(telling(language))
    own = [one.anchor for one in document.headings if one.anchor != "pictures"]
    assert [one.anchor for one in other.headings if one.anchor != "pictures"] == own
    quotes = [block.text for block in document.blocks if isinstance(block, Quote)]
    assert [block.text for block in other.blocks if isinstance(block, Quote)] == quotes
    for anchor in ("received", "channels", "statuses", "how"):
        assert [row[1:] for row in table(other, anchor)] == [row[1:] for row in table(document, anchor)]
    assert any(isinstance(block, Note) and block.kind == "about" for block in other.blocks)


def test_what_came_in_adds_up(document: Document) -> None:
    """Received is read and unreadable; each column is the sum of its rows; voices stand apart."""
    rows = table(document, "received")
    assert rows[:4] == [
        ["Bord", "1", "0", "4"], ["Organisasjonar", "1", "0", "4"], ["Privatpersonar", "2", "0", "3"],
        ["Kunne ikkje lesast", "1", "–", "–"],
    ]  # fmt: skip
    assert rows[-1] == ["Mottekne i alt", "5", "0", "11"]
    channels = table(document, "channels")
    assert [row[-1] for row in channels] == ["1", "1", "3", "5"]


def test_no_number_of_people_is_told_where_a_table_spoke(document: Document) -> None:
    """Nothing says *n personar* or *n menneske*: only contributions, and voices by kind."""
    assert not re.search(r"\d+ (personar|menneske|deltakarar|innbyggjarar)", words(document))


def test_every_conclusion_stands_with_numbered_quotes_that_lead_to_their_source(document: Document) -> None:
    """The words around a quote refer to it by its number; the quote leads to the marked passage."""
    numbers = [block.number for block in document.blocks if isinstance(block, Quote) and block.number]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)
    said = {block.anchor: block for block in document.blocks if isinstance(block, Paragraph) and block.anchor}
    for conclusion in sample.analysis().conclusions:
        links = [run.link for run in said[conclusion.conclusion_id].runs if run.link]
        assert links
        assert all(link.startswith(f"#{conclusion.conclusion_id}.") for link in links)
    for block in document.blocks:
        if isinstance(block, Quote) and block.number:
            (where,) = block.by
            assert re.fullmatch(r"receipts/s-[0-9a-f]{12}\.html#p-[0-9a-f]{12}", where.link)


def test_two_wishes_beside_each_other_are_no_disagreement() -> None:
    """One quote asks and one objects, on different matters: what the sentence does not say, the page does not add."""
    made = sample.analysis()
    cited = next({c.passage_id for c in one.citations} for one in made.conclusions if len(one.citations) == 2)
    said = dict(
        zip(sorted(cited), ("Balkongane må snuast mot sør.", "Det må ikkje sprengjast ved borehola."), strict=True)
    )
    passages = tuple(
        replace(one, text=said.get(one.passage_id, one.text).ljust(len(one.text), ".")[: len(one.text)], language="nn")
        for one in made.passages
    )
    assert disagreement([one for one in passages if one.passage_id in cited]) == "divided"  # by their words alone
    page = words(feedback(telling(analysis=replace(made, passages=passages))))
    assert not re.search("usemje|disagree", page.casefold())


def test_a_public_quote_leads_to_a_page_that_bears_no_receipt_code() -> None:
    """Codes are secrets of the contributors: the public document never links to a receipt."""
    told = telling(whole=False)
    links = [run.link for block in feedback(told).blocks for run in runs_of(block)]
    assert any(re.fullmatch(r"contributions\.nn\.html#p-[0-9a-f]{12}", link) for link in links)
    codes = set(told.material.codes.values())
    assert not [link for link in links if any(code in link for code in codes)]
    assert not codes & set(words(feedback(told)).split())


def test_a_single_voice_and_what_is_only_counted_are_visible(document: Document) -> None:
    """Who stands alone is said to; what a conclusion counts can be reached."""
    assert "Éi røyst: Berre eitt innspel seier dette." in words(document)
    assert "Talde med, utan å vere siterte:" in words(document)


def test_answers_stand_as_people_wrote_them(document: Document) -> None:
    """Status, reason, responsible body, next step and date."""
    said = words(document)
    for text in ("Blir delvis teke inn.", "Data blir lagde ut frå 2027.\n\nDet gjeld ikkje kommunane.", "DFØ",
                 "Høyring hausten 2026", "2027-03"):  # fmt: skip
        assert text in said


def test_what_lacks_an_answer_is_shown_as_lacking(document: Document) -> None:
    """In its place, in the list, in the table, and in brief; answers and lacks are all places."""
    missing = [block for block in document.blocks if isinstance(block, Note) and block.kind == "missing"]
    rows = dict(table(document, "statuses"))
    places = sum(not placement.passage_id for placement in sample.analysis().placements)
    assert len(missing) == int(rows["Svar manglar"]) == places - 2
    assert rows["I alt"] == str(places)


def test_what_is_not_taken_up_stands_with_its_reason(document: Document) -> None:
    """A chapter of its own, with the authority's words as they are."""
    blocks = iter(document.blocks)
    next(one for one in blocks if isinstance(one, Heading) and one.anchor == "not-taken-up")
    listed = next(blocks)
    assert isinstance(listed, Items)
    assert [item[-1].text for item in listed.items] == [sample.HOSTILE]


def test_what_could_not_be_used_has_its_reason() -> None:
    """Unreadable files, what people set aside, and statements that no conclusion reflects."""
    found = sample.analysis()
    silent = NotReflected(passage_id=found.passages[0].passage_id, theme_id="t-x", reason="Ligg langt frå.")
    span = found.set_aside[0]
    told = telling(
        analysis=replace(found, not_reflected=(silent,)), by_people=frozenset({(span.source_id, 0)})
    )  # fmt: skip
    document = feedback(told)
    assert table(document, "unreadable-sources") == [
        ["Innspel 1 (brev/skanna.pdf)".replace("1", str(told.numbers[next(
            s.source_id for s in found.sources if s.reason)])), "Fila er eit bilete av tekst, utan tekst."]
    ]  # fmt: skip
    assert f"silent-{silent.passage_id}" in {getattr(block, "anchor", "") for block in document.blocks}
    assert "Ligg langt frå." in words(document)
    assert "lagd til side av menneske" in words(document)


def test_a_draft_says_so_and_a_final_edition_does_not() -> None:
    """On the document, which every writer shows on each page."""
    assert feedback(telling()).draft
    final = feedback(telling(head=Head(number=2, date="2026-04-01", final=True)))
    assert final.draft == ""
    assert "Utkast" not in words(final)


def test_who_answers_and_until_when_stands_in_it(document: Document) -> None:
    """Responsible body, contact, and the last day; without settings that it is not stated."""
    said = words(document)
    assert document.author == "Departementet"
    assert "Kontakt: post@example.org" in said
    assert "31. august 2026" in said
    bare = telling()
    bare = telling(settings=replace(bare.settings, publication=replace(PUBLICATION, contact="", responsible={})))
    assert "Det er ikkje sagt kven du kan spørje." in words(feedback(bare))


def test_the_method_counts_how_conclusions_were_made(document: Document) -> None:
    """Extracted, drafted, edited, and their sum."""
    rows = [row[1] for row in table(document, "how")]
    assert rows == [str(len(sample.analysis().conclusions)), "0", "0", rows[0]]
    drafted = replace(sample.analysis().conclusions[0], how="drafted")
    found = replace(sample.analysis(), conclusions=(drafted, *sample.analysis().conclusions[1:]))
    other = feedback(telling(analysis=found))
    assert table(other, "how")[1][1] == "1"
    assert "formulert av ein språkmodell" in words(other)


PAIR = {
    "first": "machine", "second": "fagleiar",
    "placement": {
        "passages": 60, "sources": 12, "agree": {"value": 0.85, "low": 0.7, "high": 0.9}, "enough": True,
        "kappa": {"value": 0.78, "low": 0.61, "high": 0.9},
    },
}  # fmt: skip


def test_a_theme_names_the_wider_one_that_it_is_part_of() -> None:
    """Its title is in the main language, as the theme's own; a theme of its own says nothing of it."""
    analysis = sample.analysis()
    first, *others = analysis.themes
    made = feedback(telling("en", replace(analysis, themes=(replace(first, parent="Kurs & <skule>"), *others))))
    spoken = [run for block in made.blocks for run in runs_of(block) if run.text == "Kurs & <skule>"]
    assert [run.language for run in spoken] == ["nn"]
    assert words(made).count("Part of a wider theme:") == 1


@pytest.mark.parametrize("language", publication_languages())
def test_the_method_tells_how_far_people_who_read_agree_with_the_machine(language: str) -> None:
    """Each pair of the ledger's readings in a sentence; without any, that it is not known how often it is right."""
    m = messages(language)
    unread = words(feedback(telling(language)))
    assert m("agreement-none") in unread
    read = words(feedback(telling(language, run=sample.run_info() | {"agreement": {"pairs": [PAIR]}})))
    assert m("agreement-none") not in read
    assert all(figure in read for figure in ("60", "fagleiar", "85 %", "78"))


def test_measured_figures_are_hundredths_from_low_to_high() -> None:
    """The method tells what was measured, and no more."""
    figures = measured()
    for name in ("recovered", "themes", "placed"):
        low, high = figures[name]
        assert 0 <= low <= high <= 100


def test_measured_figures_are_those_that_the_readme_tells() -> None:
    """Whoever measures anew changes both; the lowest and the highest of each stand there, rounded."""
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").partition("## How well it does")[2]
    told = {round(100 * float(number)) for number in re.findall(r"\b[01]\.\d+", readme)}
    for name in ("recovered", "themes", "placed"):
        assert set(measured()[name]) <= told, f"measured.toml: {name} is not what README.md tells"


def test_a_first_edition_has_nothing_to_compare_with(document: Document) -> None:
    """It says so; a later one tells what changed since which."""
    assert "Dette er den første utgåva." in words(document)
    change = Change(what="theme", how="new", id="t-1", after="Nytt tema")
    head = Head(number=2, date="2026-04-01", final=False, before=(1, "2026-03-04"))
    later = feedback(telling(head=head, comparison=Comparison(changes=(change,), titles={"t-1": "Nytt tema"})))
    assert "Samanlikna med utgåve 1 (4. mars 2026)." in words(later)
    assert "Nytt tema" in words(later)


def test_what_contributors_wrote_is_text_and_nothing_else() -> None:
    """A hostile analysis makes a document like any other."""
    document = feedback(telling(analysis=sample.hostile()))
    assert sample.HOSTILE in words(document)


def decided(act: Act, *objects: str, number: int = 1) -> Decision:
    """A decision on themes and passages."""
    return Decision(
        number=number, role="r", time="2026-03-02T10:00:00Z", act=act, objects=objects, before={}, after={}, reason=""
    )


THEME = sample.analysis().themes[0]
SHAPED: list[tuple[tuple[Decision, ...], bool, str]] = [
    ((), False, "nobody has done anything"),
    ((decided("approve", "t-0123456789ab"),), False, "another theme is approved"),
    ((decided("rename", "t-0123456789ab"),), False, "another theme got a title"),
    ((decided("rename", THEME.theme_id), decided("undo", "1", number=2)), False, "a title was taken back"),
    ((decided("rename", THEME.theme_id),), True, "it got a title"),
    ((decided("merge", THEME.theme_id, "t-0123456789ab"),), True, "it took another in"),
    ((decided("place", THEME.theme_id),), True, "it got a place"),
    ((decided("move", THEME.passage_ids[0]),), True, "a passage was moved to it"),
]


@pytest.mark.parametrize(("decisions", "shaped", "why"), SHAPED, ids=[case[2] for case in SHAPED])
@pytest.mark.parametrize("language", publication_languages())
def test_what_people_have_shaped_is_not_called_the_machines(
    decisions: tuple[Decision, ...], shaped: bool, why: str, language: str
) -> None:
    """A title that a person wrote is no proposal of the machine, approved or not."""
    said = words(feedback(telling(language, decisions=decisions)))
    assert (messages(language)("feedback-theme-shaped") in said) == shaped, why


def test_decisions_on_personal_data_are_none_on_themes() -> None:
    """The timeline counts those by which people shaped themes and places."""
    shaped, hidden = decided("rename", THEME.theme_id), decided("reveal", "f-0123456789ab", "s-1", number=2)
    both, alone = (words(feedback(telling("nn", decisions=one))) for one in ((shaped, hidden), (hidden,)))

    assert messages("nn")("feedback-time-decided", count=1) in both
    assert messages("nn")("feedback-time-decided", count=1) not in alone
