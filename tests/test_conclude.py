"""Conclusions: computed frames around exact quotes, nobody silenced, nobody summed as if alike."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from consult.answer.conclude import Concluded, conclude
from consult.answer.quotes import on_one_line
from consult.records import Conclusion, Placement
from tests.answer_cases import Case, Said, case, draw, settings

TABLES = [
    Said(text="Tildeling av kontrakt må kunngjerast automatisk.", by="bord1.docx", voice="group_note"),
    Said(text="Tildeling manglar i halvparten av sakene.", by="bord2.docx", voice="group_note", about=0.1),
    Said(text="Vi får aldri vite om tildeling av kontrakt.", by="brev.pdf", voice="organisation", about=0.2),
]
ALONE = Said(text="Sakspapira i samisk forvaltningsområde finst berre på norsk.", by="skjema.xlsx", about=5)


@pytest.fixture(scope="module")
def award() -> Case:
    """Two tables and an organisation on one subject, and somebody alone on another."""
    return case([*TABLES, ALONE])


def drawn(one: Case, **options: object) -> Concluded:
    """The first three passages are a theme, the last is one."""
    return draw(one, one.passages[:3], one.passages[3:], **options)  # type: ignore[arg-type]


def texts(found: Concluded, language: str = "nn") -> str:
    """All sentences of a language."""
    return "\n".join(one.text for one in found.conclusions if one.language == language)


def check_quotes(one: Case, conclusions: tuple[Conclusion, ...]) -> None:
    """Law 3, and that what is shown stands in the sentence."""
    sources = {source.source_id: source for source in one.sources}
    for conclusion in conclusions:
        for citation in conclusion.citations:
            text = sources[citation.source_id].text
            assert text[citation.start : citation.end] == citation.exact
            assert text[max(0, citation.start - 32) : citation.start] == citation.prefix
            assert text[citation.end : citation.end + 32] == citation.suffix
            assert not citation.shown or on_one_line(citation.exact) in conclusion.text


def test_voices_stand_side_by_side_and_are_never_summed(award: Case) -> None:
    """Two tables and an organisation are not three of anything."""
    sentence = texts(drawn(award)).splitlines()
    assert any(line.startswith("To bord og éin organisasjon tek opp") for line in sentence)
    assert "tre" not in texts(drawn(award)).lower().split()


def test_one_voice_alone_is_kept_and_said_to_be_one(award: Case) -> None:
    """Law 7: a passage that stands alone has a conclusion of its own."""
    assert re.search("^Eitt innspel, frå éin privatperson, gjeld .*samisk", texts(drawn(award)), re.MULTILINE)


def test_every_quote_is_exact_and_cited(award: Case) -> None:
    """Law 3 holds for shown and for counted."""
    check_quotes(award, drawn(award, languages=("nn", "nb", "en")).conclusions)


def test_every_passage_is_cited_or_listed(award: Case) -> None:
    """Law 2: nobody vanishes on the last stretch."""
    found = drawn(award)
    cited = {citation.passage_id for one in found.conclusions for citation in one.citations}
    silent = {one.passage_id for one in found.not_reflected}
    assert cited | silent == {passage.passage_id for passage in award.passages}
    assert not cited & silent


def test_each_language_says_the_same_of_the_same_quotes(award: Case) -> None:
    """Another language is another frame, not another analysis."""
    found = drawn(award, languages=("nn", "nb", "en"))
    quotes = {
        language: [[c.passage_id for c in one.citations] for one in found.conclusions if one.language == language]
        for language in ("nn", "nb", "en")
    }
    assert quotes["nn"] == quotes["nb"] == quotes["en"]
    assert "Fra to bord og én organisasjon kommer: «" in texts(found, "nb")
    assert "From two tables and one organisation: “" in texts(found, "en")
    assert len({one.conclusion_id for one in found.conclusions}) == len(found.conclusions)


def test_a_quote_in_another_language_stays_as_it_was_said() -> None:
    """Translations are never shown as quotations."""
    one = case([Said(text="Publish award notices for all contracts", language="en")])
    assert "Publish award notices for all contracts" in texts(draw(one))


def test_a_title_that_nobody_can_read_does_not_stand_in_the_sentence() -> None:
    """An English frame does without a Norwegian title, and the other way round."""
    one = case([Said(text="Tildeling må kunngjerast."), Said(text="Tildeling er viktig.", about=0.1)])
    assert "To privatpersonar tek opp tildeling" in texts(draw(one))
    found = draw(one, languages=("nn", "en"))
    assert texts(found, "en").startswith("From two private individuals, among other things: “")


def test_a_title_that_a_person_gave_stands_in_the_main_language_only(award: Case) -> None:
    """A coordinator's words are used, and not taken for another language's."""
    found = drawn(award, languages=("nn", "nb"), titles=("Kunngjering av tildeling", "Språk"))
    assert "tek opp kunngjering av tildeling: «" in texts(found)
    assert "unngjering av tildeling" not in texts(found, "nb").replace("må kunngjerast", "")


def test_a_title_that_the_quotes_do_not_bear_out_is_left_out_of_the_sentence(award: Case) -> None:
    """What a theme is called is no claim about what these people said."""
    found = drawn(award, titles=("Sykkelvegar", "Språk"))
    assert "sykkelvegar" not in texts(found).lower()
    assert "Frå to bord og éin organisasjon kjem: «" in texts(found)


CAMPAIGN = "Vi krev eit ope lobbyregister no."


def campaign() -> Case:
    """Six equal texts, five from people, and one that is different."""
    people = [Said(text=CAMPAIGN, by=f"skjema-{n}.txt", about=0.05) for n in range(5)]
    club = Said(text=CAMPAIGN, by="lag.txt", voice="organisation", about=0.05)
    other = Said(text="Eit register utan straff blir ei adressebok for lobbyregister.", by="x.txt", about=0.4)
    return case([*people, club, other])


def copies(one: Case) -> dict[str, str]:
    """The equal texts as duplicates of the first."""
    same = sorted(p.passage_id for p in one.passages if p.text == CAMPAIGN)
    return dict.fromkeys(same[1:], same[0])


def test_a_campaign_is_counted_said_and_quoted_once() -> None:
    """Six letters in the same words are six letters, in one sentence."""
    one = campaign()
    found = draw(one, duplicates=copies(one))
    line = next(line for line in texts(found).splitlines() if "likelydande" in line)
    assert line.startswith("Seks likelydande innspel, frå éin organisasjon og fem privatpersonar, seier: «")
    assert texts(found).count(CAMPAIGN.rstrip(".")) == 1
    check_quotes(one, found.conclusions)


def test_a_campaign_does_not_silence_what_is_said_once() -> None:
    """The other voice has its own sentence."""
    one = campaign()
    assert "adressebok" in texts(draw(one, duplicates=copies(one)))


def test_nearly_equal_texts_are_not_said_to_be_equal() -> None:
    """*Nesten likelydande* where a word differs."""
    one = case([Said(text=f"Vi krev eit ope lobbyregister no{mark}", by=f"{n}.txt") for n, mark in enumerate(".!…")])
    same = sorted(passage.passage_id for passage in one.passages)
    found = draw(one, duplicates=dict.fromkeys(same[1:], same[0]))
    assert "Tre nesten likelydande innspel" in texts(found)


def test_a_passage_that_says_opinions_differ_is_shown_as_such() -> None:
    """Disagreement is a sentence of its own."""
    said = Said(text="Nokre ville ha gebyr, andre meinte det ville drukne kommunane.", by="b.docx", voice="group_note")
    one = case([*TABLES, replace(said, about=0.15)])
    line = next(line for line in texts(draw(one)).splitlines() if "ulike syn" in line)
    assert line.startswith("Eitt bord viser ulike syn")
    assert "drukne kommunane" in line


def test_passages_against_each_other_are_shown_together_with_who_said_what() -> None:
    """A request and the objection to it."""
    one = case([
        Said(text="Kommunane bør innføre eit lobbyregister.", by="a.docx", voice="group_note"),
        Said(text="Vi er imot eit lobbyregister i små kommunar.", by="b.pdf", voice="organisation", about=0.1),
    ])  # fmt: skip
    line = texts(draw(one))
    assert re.search(r"peikar i ulike retningar: «.*» \(eitt bord\) og «.*» \(éin organisasjon\)", line)


AGREE = [
    (("Vi treng lobbyregister.", "Kommunane bør innføre lobbyregister."), "two requests"),
    (("Vi er imot lobbyregister.", "Skulen bør få ny gymsal."), "an objection and a request on other things"),
    (("Ikkje berre på papir, men på nett.", "Skjema bør vere på nett."), "a negation that objects to nothing"),
]


@pytest.mark.parametrize(("pair", "why"), AGREE)
def test_no_disagreement_is_made_up(pair: tuple[str, str], why: str) -> None:
    """Cautious: better unsaid than said wrongly."""
    one = case([Said(text=pair[0]), Said(text=pair[1], about=0.1)])
    assert "ulike" not in texts(draw(one)), why


def test_a_passage_unlike_all_that_is_shown_is_shown_as_a_voice_of_its_own() -> None:
    """Law 7: a conclusion speaks for nobody who said something else, and nobody is left out."""
    core = [Said(text=f"Tildeling {n} må kunngjerast.", by=f"{n}.txt", about=0.02 * n) for n in range(4)]
    far = [Said(text=f"Bussen kjem ikkje {n}.", by=f"far-{n}.txt", about=n) for n in range(2, 8)]
    one = case([*core, *far])
    found = draw(one)
    counted = {c.passage_id for conclusion in found.conclusions for c in conclusion.citations if not c.shown}
    shown = {c.passage_id for conclusion in found.conclusions for c in conclusion.citations if c.shown}
    buses = {passage.passage_id for passage in one.passages if passage.text.startswith("Bussen")}
    assert not found.not_reflected
    assert not counted & buses
    assert buses <= shown
    assert "Ei einskild røyst, frå éin privatperson: «Bussen kjem ikkje" in texts(found)


def test_a_large_theme_has_at_most_four_conclusions_of_at_most_three_quotes() -> None:
    """What is said is a selection; who is counted is everybody."""
    one = case([Said(text=f"Sak {n} om innsyn i arkiv.", by=f"{n}.txt", about=(n % 4) * 0.9) for n in range(40)])
    found = draw(one)
    assert 2 <= len(found.conclusions) <= 4
    assert all(1 <= sum(c.shown for c in conclusion.citations) <= 3 for conclusion in found.conclusions)


def test_the_target_is_that_of_the_most_probable_placement(award: Case) -> None:
    """Of the theme, not of one of its passages."""
    theme_id = next(one.theme_id for one in drawn(award).conclusions)
    places = [
        Placement(theme_id=theme_id, kind="commitment", target="1", score=1, probability=0.3),
        Placement(theme_id=theme_id, kind="new_topic", target="T2", score=1, probability=0.6),
        Placement(theme_id=theme_id, passage_id="p-1", kind="commitment", target="7", score=1, probability=0.9),
    ]
    found = drawn(award, placements=places)
    assert {one.target for one in found.conclusions if one.theme_id == theme_id} == {"T2"}
    assert {one.target for one in found.conclusions if one.theme_id != theme_id} == {""}


def test_order_of_everything_that_comes_in_changes_nothing() -> None:
    """Law 5: same sentences, same ids."""
    one = campaign()
    expected = draw(one, duplicates=copies(one))
    mixed = random.Random(3)  # noqa: S311  an order, not a secret
    for _ in range(3):
        passages, sources = list(one.passages), list(one.sources)
        mixed.shuffle(passages)
        mixed.shuffle(sources)
        shuffled = replace(one, passages=tuple(passages), sources=tuple(sources))
        assert draw(shuffled, duplicates=copies(one)) == expected


def test_a_quote_that_its_source_does_not_hold_is_a_defect(award: Case) -> None:
    """Damage on the way is found here, not by a reader (sabotage twin of law 3)."""
    damaged = tuple(replace(source, text=source.text.upper()) for source in award.sources)
    with pytest.raises(AssertionError, match="is not what is quoted"):
        drawn(replace(award, sources=damaged))


def test_no_themes_no_conclusions() -> None:
    """An empty consultation is no fault."""
    assert conclude((), (), (), (), {}, {}, settings()) == Concluded(conclusions=(), not_reflected=())
