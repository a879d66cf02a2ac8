"""Words that mean the opposite of another, by prefix, ending, degree or phrase."""

from __future__ import annotations

import pytest

from consult.answer.gate.opposites import asks_for_more, says_opposite, undoes

NONE = [
    ("nn", "Ulike svar frå ungdom.", "various, and young people"),
    ("nn", "Utgreiinga om utdanning er uansett god.", "words that only begin so"),
    ("nb", "Løsningen er for små kommuner.", "for whom, and not how small"),
    ("nb", "De uføre får nok.", "who they are"),
    ("en", "The union is under the university unless it moves.", "words that only begin so"),
    ("en", "Nonetheless it is free.", "an ending that turns nothing here"),
    ("sv", "Området har olika organisationer.", "words that only begin so"),
    ("nn", "Det er utruleg viktig.", "only stresses"),
    ("nb", "Det er uhyre, usedvanlig og utrolig viktig.", "only stresses"),
    ("da", "Det er utrolig vigtigt, og uheld sker.", "only stresses, and a mishap"),
    ("sv", "Det är otroligt viktigt oavsett väder.", "only stresses, and what does not matter"),
    ("en", "It is unbelievably and unusually important, for countless people.", "only stresses"),
    ("nb", "Trådløst nett er bra.", "the name of a thing"),
    ("en", "Wireless internet is good.", "the name of a thing"),
    ("nn", "Trafikken og ulukkene.", "a mishap, and no luck undone"),
]


@pytest.mark.parametrize(("language", "text", "why"), NONE)
def test_what_is_no_opposite(language: str, text: str, why: str) -> None:
    """For the reason given."""
    assert not says_opposite(text, language), why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nn", "To på vakt er uforsvarleg."),
        ("nb", "Brevene er uforståelige."),
        ("sv", "Kunskapen är ojämn."),
        ("nb", "Planen er verdiløs."),
        ("nn", "Planen er formålslaus."),
        ("en", "The letters went unanswered."),
        ("en", "The plan is useless."),
        ("nn", "Evalueringa er for smal."),
        ("nb", "Møtet kommer for sent."),
        ("en", "The meeting comes too late."),
        ("nb", "Mange faller utenfor."),
        ("en", "One in five is left behind."),
        ("nn", "Fødeavdelinga må vernast."),
        ("en", "The lime trees should be kept."),
    ],
)
def test_what_is_an_opposite(language: str, text: str) -> None:
    """A prefix or an ending of a known word, too little of something, or a phrase."""
    assert says_opposite(text, language)


@pytest.mark.parametrize(
    ("language", "text", "undone"),
    [
        ("nn", "Det er aldri for seint.", True),
        ("nb", "Det er ikke uforsvarlig.", True),
        ("en", "It is not unclear.", True),
        ("nn", "Det blir ikkje brukt fordi reglane er uklare.", False),
        ("nn", "Då hjelper ikkje ei urørt lov.", False),
        ("nn", "Det er for seint.", False),
    ],
)
def test_a_not_undoes_an_opposite_right_behind_it(language: str, text: str, undone: bool) -> None:
    """And neither one that is far off nor one that belongs to a thing."""
    assert undoes(text, language) is undone


@pytest.mark.parametrize(
    ("language", "text", "more"),
    [
        ("nn", "Bøter burde vore brukte oftare", True),
        ("en", "They need more information", True),
        ("nb", "Ti minutter er nok for pasienter med flere sykdommer", False),
        ("en", "It costs more than the bus", False),
    ],
)
def test_who_has_too_little_asks_for_more(language: str, text: str, more: bool) -> None:
    """With a word for wishing; else more is only said."""
    assert asks_for_more(text, language) is more
