"""Law 4, sentence by sentence: what the records give back stands, and every word beyond them is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consult.answer.conclude import Concluded
from consult.answer.ground import Records, unfounded
from consult.records import Conclusion, content_id
from tests.answer_cases import Case, Said, case, draw

TITLE = "Tildeling av kontrakt"
SAID = [
    Said(text="Tildeling av kontrakt må ikkje haldast hemmeleg.", by="bord1.docx", voice="group_note"),
    Said(text="Tildeling manglar i halvparten av sakene.", by="bord2.docx", voice="group_note", about=0.1),
    Said(text="Vi får aldri vite om tildeling av kontrakt.", by="brev.pdf", voice="organisation", about=0.6),
    Said(text="Tildeling må ut på nett innan 30 dagar.", by="a.eml", about=0.3),
    Said(text="Tildeling? Slutt å krevje det av små kommunar.", by="b.eml", about=0.35),
]
LIBRARY = [
    *(Said(text=f"Kurs {n} på biblioteket er bra.", by=f"kurs-{n}.eml", about=1 + 0.02 * n) for n in range(4)),
    *(Said(text=f"Bussen til bygda {n} er innstilt.", by=f"buss-{n}.eml", about=n) for n in range(2, 8)),
]
GROUPS = (slice(0, len(SAID)), slice(len(SAID), None))


@pytest.fixture(scope="module")
def one() -> Case:
    """A theme with points and a disagreement, and one with voices of their own."""
    return case([*SAID, *LIBRARY])


@pytest.fixture(scope="module")
def found(one: Case) -> Concluded:
    """Its conclusions, in three languages."""
    return draw(one, *(one.passages[at] for at in GROUPS), languages=("nn", "nb", "en"), titles=(TITLE, "Bibliotek"))


@pytest.fixture(scope="module")
def records(one: Case) -> Records:
    """What a ledger would hold."""
    themes = {content_id("t", *sorted(p.passage_id for p in one.passages[at])): at for at in GROUPS}
    return Records(
        sources={source.source_id: source for source in one.sources},
        passages={passage.passage_id: passage for passage in one.passages},
        duplicates={},
        titles={theme_id: TITLE if at == GROUPS[0] else "Bibliotek" for theme_id, at in themes.items()},
    )


def named(found: Concluded, words: str) -> Conclusion:
    """The conclusion whose sentence holds these words."""
    return next(one for one in found.conclusions if words in one.text)


def test_what_was_drawn_stands(found: Concluded, records: Records) -> None:
    """Every sentence in every language is one that the records give."""
    assert len(found.conclusions) >= 9
    assert any("Ei einskild røyst" in one.text for one in found.conclusions)
    assert {unfounded(one, records) for one in found.conclusions} == {""}


SABOTAGE: list[tuple[str, Callable[[str], str], str]] = [
    ("To bord", lambda text: text.replace("To bord", "Tre bord"), "says “Tre” where the records give “To”"),
    ("To bord", lambda text: text.replace("To bord", "2 bord"), "where the records give “To”"),
    ("éin organisasjon", lambda text: text.replace("éin organisasjon", "éin privatperson", 1), "“organisasjon"),
    ("tek opp tildeling", lambda text: text.replace("tek opp tildeling", "krev"), "says “krev”"),
    ("tek opp tildeling", lambda text: text.replace("tildeling", "korrupsjon", 1), "“korrupsjon"),
    ("tek opp tildeling", lambda text: f"{text} Alle er samde.", "says"),
    ("ulike retningar", lambda text: text.replace("(éin privatperson)", "(eitt bord)", 1), "“(eitt bord)"),
    ("einskild", lambda text: text.replace("Ei einskild røyst", "Fleire røyster"), "says “Fleire røyster,”"),
    ("einskild", lambda text: text.replace(" er innstilt", " er ikkje innstilt"), "a quote does not stand"),
    ("A single voice", lambda text: text.replace("A single voice, from one", "Contributions, from two"), "where"),
]


@pytest.mark.parametrize(("holds", "change", "expected"), SABOTAGE)
def test_a_changed_word_is_found(
    found: Concluded, records: Records, holds: str, change: Callable[[str], str], expected: str
) -> None:
    """Numbers, voices, titles, added sentences, quotes: nothing is too small."""
    conclusion = named(found, holds)
    changed = replace(conclusion, text=change(conclusion.text))
    assert changed.text != conclusion.text
    assert expected in unfounded(changed, records)


def test_a_dropped_negation_inside_a_quote_is_found(found: Concluded, records: Records) -> None:
    """The worst that can happen to a quote."""
    conclusion = named(found, "får aldri vite")
    changed = replace(conclusion, text=conclusion.text.replace("får aldri vite", "får vite"))
    assert unfounded(changed, records) == "a quote does not stand in the conclusion as it was written"


def test_a_voice_that_was_something_else_is_found(found: Concluded, records: Records) -> None:
    """The sentence counts two tables; the ledger now says that one of them is an organisation."""
    conclusion = named(found, "To bord")
    first = conclusion.citations[0].passage_id
    passage = replace(records.passages[first], voice="individual")
    damaged = replace(records, passages={**records.passages, first: passage})
    assert unfounded(conclusion, damaged)


def test_a_citation_more_or_less_is_found(found: Concluded, records: Records) -> None:
    """Who is counted and what is said of them go together."""
    conclusion = named(found, "To bord")
    assert unfounded(replace(conclusion, citations=conclusion.citations[:-1]), records)


def test_a_disagreement_that_nobody_stated_is_found(found: Concluded, records: Records) -> None:
    """*Viser ulike syn* is said only of people who say so themselves."""
    conclusion = named(found, "Ei einskild røyst")
    made_up = conclusion.text.replace("Ei einskild røyst, frå éin privatperson", "Éin privatperson viser ulike syn")
    assert "viser ulike syn" in unfounded(replace(conclusion, text=made_up), records)


def test_what_the_ledger_does_not_hold_supports_nothing(found: Concluded, records: Records) -> None:
    """A passage that is gone, and a language without a catalogue."""
    conclusion = found.conclusions[0]
    assert "does not hold" in unfounded(conclusion, replace(records, passages={}))
    assert "no catalogue" in unfounded(replace(conclusion, language="fi"), records)


def test_a_breach_repeats_no_word_of_a_contributor(found: Concluded, records: Records) -> None:
    """Reports of breaches are read by others than the answer is."""
    for conclusion in found.conclusions:
        breach = unfounded(replace(conclusion, text=f"Alle: {conclusion.text}"), records)
        assert breach
        assert not any(citation.exact in breach for citation in conclusion.citations)


def test_a_quote_that_stands_inside_another_one_is_found_where_it_stands() -> None:
    """*«open»* is not the end of *«kommunane «open»»*, whichever comes first."""
    one = case([
        Said(text="kommunane", by="a.docx", about=1, voice="group_note"),
        Said(text="«open»", by="a.docx", voice="group_note", language="nb"),
        Said(text="kommunane «open»", by="a.docx", voice="group_note"),
    ])  # fmt: skip
    drawn = draw(one, one.passages)
    records = Records(
        sources={source.source_id: source for source in one.sources},
        passages={passage.passage_id: passage for passage in one.passages},
        duplicates={}, titles={},
    )  # fmt: skip
    untitled = [one for one in drawn.conclusions if "seier" in one.text or "røyst" in one.text]
    assert [unfounded(conclusion, records) for conclusion in untitled] == [""] * max(1, len(untitled))
