"""Constructions put plainly: what denies without a *not*, and what says *not* and denies nothing."""

from __future__ import annotations

import pytest

from consult.answer.gate.constructions import ASKED, CONTRAST, plainly
from consult.answer.gate.scopes import stretches

SAME = [
    ("nn", "Kurset bør halde fram.", "nothing stands here"),
    ("nn", "Framfor alt må bussen gå.", "above all is no contrast"),
    ("nn", "I staden for skilt vil vi ha gangveg.", "at the beginning it would run into what is claimed"),
    ("nb", "Det må sluttes avtale.", "to conclude an agreement ends nothing"),
    ("nb", "Slipp de små lagene inn.", "to let in spares nobody"),
    ("en", "It is rather more than we need.", "a degree, and no contrast"),
    ("en", "Not only is it late.", "nothing is added to it"),
    ("en", "The bus stops here.", "no verb follows"),
    ("nn", "Først må vegen byggjast.", "what comes first waits for nothing"),
]


@pytest.mark.parametrize(("language", "text", "why"), SAME)
def test_what_stays_as_it_is(language: str, text: str, why: str) -> None:
    """Word for word, for the reason given."""
    assert plainly(text, language) == text, why


@pytest.mark.parametrize(
    ("language", "text", "plain"),
    [
        ("nn", "Vi vil ha gangveg heller enn skilt", f"Vi vil ha gangveg, {CONTRAST} skilt"),
        ("nb", "Gi faste midler framfor prosjektmidler", f"Gi faste midler, {CONTRAST} prosjektmidler"),
        ("nb", "Vi bør heller selge huset enn å øke skatten", f"Vi bør selge huset , {CONTRAST} å øke skatten"),
        ("sv", "Bygg en övergång i stället för en rondell", f"Bygg en övergång, {CONTRAST} en rondell"),
        ("en", "More staff instead of more reports", f"More staff, {CONTRAST} more reports"),
        ("en", "They would rather sell it than pay", f"They would sell it , {CONTRAST} pay"),
        ("nn", "Slutt å leggje ut alt", "ikkje  leggje ut alt"),
        ("nn", "Då sluttar ein å skrive", "Då ikkje ein  skrive"),
        ("nb", "Vi bør la være å bygge", "Vi bør ikkje bygge"),
        ("nn", "Ein bør difor la vere.", "Ein bør difor ikkje."),
        ("nb", "Hun nekter å gå", "Hun ikkje gå"),
        ("en", "She refuses to walk", "She not walk"),
        ("en", "Stop publishing everything", "not publishing everything"),
        ("en", "It is nothing but paper", "It is only paper"),
        ("nn", "Det er ikkje noko anna enn papir", "Det er berre papir"),
        ("nn", "Det er ikkje berre dyrt, men også farleg", "Det er  dyrt, men også farleg"),
        ("en", "It is not only late but also dear", "It is  late but also dear"),
        ("nb", "Den tømmes først når den er full", "Den tømmes ikkje før den er full"),
        ("nb", "Loven gjelder ikke først når den er trykt", "Loven gjelder alt når den er trykt"),
        ("sv", "Det har inte varit tekniken utan att få data", "Det har inte varit tekniken, men att få data"),
        ("nn", "Kvifor gjer ikkje alle det?", f"Kvifor gjer {ASKED} alle det?"),
    ],
)  # fmt: skip
def test_a_construction_is_put_plainly(language: str, text: str, plain: str) -> None:
    """As a *not*, as the *not* of a contrast or a question, or without one."""
    assert plainly(text, language) == plain


@pytest.mark.parametrize(
    ("language", "text", "what", "expected"),
    [
        ("en", "More staff rather than more reports", "contrasted", ["more reports"]),
        ("nn", "Kvifor kjem ikkje bussen?", "asked", ["Kvifor kjem bussen"]),
        ("nb", "Kartet er bedre enn flere skilt", "compared", ["enn flere skilt"]),
        ("nb", "Det er aldri for sent", "undone", ["Det er for sent"]),
    ],
)
def test_a_stretch_knows_how_it_is_denied(language: str, text: str, what: str, expected: list[str]) -> None:
    """And no other stretch is taken for it."""
    found = [one.text for one in stretches(text, language) if getattr(one, what) and one.scope == "stretch"]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("nb", "Leverandører uten klarering får ikke se kravet", True),
        ("nb", "Leverandører med klarering får ikke se kravet", True),
        ("nn", "Det går ikkje utan hjelp", False),
        ("en", "Suppliers without clearance cannot see it", True),
    ],
)
def test_without_undoes_a_not_right_before_it_only(language: str, text: str, denied: bool) -> None:
    """*Utan* of a thing leaves the *not* of the claim alone."""
    assert any(one.denied and one.scope == "stretch" for one in stretches(text, language)) is denied


def test_what_or_joins_to_a_denial_is_denied_too() -> None:
    """*Ingen klarer å lese budsjettet eller finne prisen*: neither."""
    found = stretches("Ingen klarer å lese budsjettet eller finne prisen", "nb")
    assert [one.denied for one in found if one.text.startswith("eller")] == [True]
    assert not any(one.denied for one in stretches("Alle klarer å lese budsjettet eller finne prisen", "nb"))
