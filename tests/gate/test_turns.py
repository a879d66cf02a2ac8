"""Reports that put a denial in other words, each beside one that turns it: read by the rules alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from consult.answer.gate import Sentence
from consult.answer.gate.counting import quantities
from consult.answer.gate.general import general
from consult.answer.gate.grounds import texts_in
from consult.answer.gate.polarity import negations
from consult.answer.gate.sentence import Ground
from consult.records import Passage
from tests.conftest import HashEncoder, make_source


def codes(check: Any, said: str, text: str, language: str, voice: str = "individual") -> list[str]:
    """What a check says of a sentence about one passage, by shared words."""
    source = make_source(said, "one.txt", voice=voice)
    passage = Passage(source_id=source.source_id, start=0, end=len(said), text=said, language=language, voice=voice)  # type: ignore[call-arg, arg-type]
    one = Sentence(text=text, passage_ids=(passage.passage_id,), language=language)
    texts = sorted({*one.texts, *texts_in(said, language)})
    members = {passage.passage_id: passage}
    ground = Ground(
        members=members, known=frozenset(members), sources={source.source_id: source}, heard=1,
        vectors=dict(zip(texts, np.asarray(HashEncoder().encode(texts)), strict=True)),
    )  # fmt: skip
    return [fault.code for fault in check(one, ground)]


@pytest.mark.parametrize(
    ("said", "right", "wrong", "language", "code"),
    [
        # contrasts
        ("Gi biblioteket faste penger, ikke prosjektpenger.", "Biblioteket bør få faste penger framfor prosjektpenger.",
         "Biblioteket bør få faste penger og prosjektpenger.", "nb", "negation-dropped"),
        ("Vi vil ha gangveg, ikkje fleire skilt.", "Det trengst gangveg heller enn fleire skilt.",
         "Det trengst gangveg og fleire skilt.", "nn", "negation-dropped"),
        ("Cut consultants, not teachers.", "Consultants should be cut rather than teachers.",
         "Teachers should be cut.", "en", "negation-dropped"),
        ("The road is not only narrow but dangerous.", "The road is narrow and dangerous.",
         "The road is not narrow but dangerous.", "en", "negation-added"),
        # what only stresses
        ("Det er utruleg viktig med buss.", "Det er viktig med buss.", "Det er ikkje viktig med buss.", "nn",
         "negation-added"),
        ("Wireless internet on the bus is good for pupils.", "Internet on the bus is good for pupils.",
         "Internet on the bus is not good for pupils.", "en", "negation-added"),
        # verbs that say that something is not to be
        ("Slutt å leggje ut alt på nett.", "Ein bør ikkje leggje ut alt på nett.", "Ein bør leggje ut alt på nett.",
         "nn", "negation-dropped"),
        ("My daughter refuses to walk in the dark.", "A daughter does not walk in the dark.",
         "A daughter does walk in the dark.", "en", "negation-dropped"),
        # first when, not before
        ("Bøtta blir ikkje tømt før ho renn over.", "Bøtta blir først tømt når ho renn over.",
         "Bøtta blir tømt før ho renn over.", "nn", "negation-dropped"),
        # a thing that is lacked, beside a not of the claim
        ("Leverandører som ikke er klarert, får ikke se kravet.", "Leverandører uten klarering får ikke se kravet.",
         "Leverandører som er klarert, får se kravet.", "nb", "negation-dropped"),
        # words that a prefix turns, degrees, and what is kept
        ("To tilsette på vakt er ikkje forsvarleg.", "To tilsette på vakt er uforsvarleg.",
         "To tilsette på vakt er forsvarleg.", "nn", "negation-dropped"),
        ("Evalueringa er for smal.", "Evalueringa er for smal.", "Evalueringa er aldri for smal.", "nn",
         "negation-added"),
        ("Fødeavdelingen må ikke legges ned.", "Fødeavdelingen må bestå.", "Fødeavdelingen må legges ned.", "nb",
         "negation-dropped"),
        ("Dagbøter brukes for sjelden.", "Dagbøter burde vært brukt oftere.", "Dagbøter brukes ofte.", "nb",
         "negation-dropped"),
        ("Vi har ikke noe imot gjester.", "Det er greit med gjester.", "De er imot gjester.", "nb", "negation-dropped"),
        ("De er uforståelige uten tolk.", "De kan ikke forstås uten tolk.", "De er uforståelige med tolk.", "nb",
         "negation-dropped"),
        # what a question wishes, what is coordinated, what is compared
        ("Oslo legg ut listene. Kvifor gjer ikkje alle det?", "Alle bør leggje ut listene slik Oslo gjer.",
         "Oslo legg ikkje ut listene.", "nn", "negation-added"),
        ("Vi klarer ikke å lese budsjettet. Vi finner ikke ut hva huset koster.",
         "Folk klarer ikke å lese budsjettet eller finne ut hva huset koster.",
         "Folk klarer ikke å lese budsjettet, og finner ut hva huset koster.", "nb", "negation-dropped"),
        ("Det viktigste er ikke flere møter, men svar.", "Svar er viktigere enn flere møter.",
         "Det viktigste er flere møter.", "nb", "negation-dropped"),
        # one denial of the passages bears out one of the sentence
        ("Biblioteket bør få faste penger, ikke prosjektpenger.",
         "Biblioteket bør få faste penger, ikke prosjektpenger.",
         "Biblioteket bør aldri få faste penger, ikke prosjektpenger.", "nb", "negation-added"),
        ("Vi får for lite informasjon.", "Folk treng meir informasjon.", "Folk treng ikkje meir informasjon.", "nn",
         "negation-added"),
        ("Åpne møter uten medlemskap er bra.", "Åpne møter uten medlemskap bør beholdes.",
         "Åpne møter med medlemskap bør beholdes.", "nb", "negation-dropped"),
        # what a quote's lead says is nobody's claim
        ("Kurset er bra. Det er ikkje dyrt.", "Eitt innspel uttrykkjer det slik: «Kurset er bra».",
         "Eitt innspel uttrykkjer det slik: kurset er dyrt.", "nn", "negation-dropped"),
    ],
)  # fmt: skip
def test_what_is_right_passes_and_what_is_turned_does_not(
    said: str, right: str, wrong: str, language: str, code: str
) -> None:
    """The right wording has no fault; its twin has the one that it should have."""
    assert codes(negations, said, right, language) == []
    assert code in codes(negations, said, wrong, language)


@pytest.mark.parametrize(
    ("check", "said", "right", "wrong", "language", "code"),
    [
        (quantities, "Nesten alle ved bordet var enige.", "Nesten alle ved bordet var enige.",
         "Alle bordene var enige.", "nb", "quantity"),
        (quantities, "Nokre ved bordet var skeptiske.", "Nokre ved bordet var skeptiske.",
         "Alle ved bordet var skeptiske.", "nn", "quantity"),
        (quantities, "Some feared it would scare off small clubs.", "Some were afraid it would scare off small clubs.",
         "Several were afraid it would scare off small clubs.", "en", "quantity"),
        (general, "The privacy declarations are too long.", "The privacy statements are too long.",
         "The statements say that it is too long.", "en", "general"),
    ],
)  # fmt: skip
def test_who_is_counted(check: Any, said: str, right: str, wrong: str, language: str, code: str) -> None:
    """Those at one table are not the tables, *statements* may be papers, and *some* are who a passage says."""
    assert codes(check, said, right, language, "group_note") == []
    assert code in codes(check, said, wrong, language, "group_note")
