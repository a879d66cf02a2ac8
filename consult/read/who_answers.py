"""Questions of a form that nothing but who answers can be told of by, and those on how they want to be published.

In: a question, and what was chosen below it. Out: whether it asks who answers; the wish. What ails somebody, what ties
them to a place and whether they may be written to is no input, however they word it; a *no* to being quoted holds.

>>> asks_who("Har du en funksjonsnedsettelse eller sykdom?"), asks_who("Hvordan kan kontakten bli bedre?")
(True, False)
>>> wish_of("Må vi citere dig?", "Nej"), wish_of("Vil du vere anonym?", "Ja"), wish_of("Må vi citere dig?", "Ja")
('not_quoted', 'not_named', '')
"""

from __future__ import annotations

import re
from typing import Literal

Wish = Literal["", "not_named", "not_quoted"]

YOU = r"(?:du|de|dere|dykk|dokker|ni|i|you)"
YOUR = r"(?:din|ditt|di|dykkar|deres|jeres|your)"
MAY_WE = (
    r"(?:m[åa]|kan|får|vil|vill|kunne|can|may|could|is it|are you) (?:\w+ )?"
    r"(?:vi|me|kommun\w+|fylk\w+|departement\w+|we|other\w*|andre|andra)"
)
SHOW = (
    r"(?:sit[eé]r\w*|citer\w*|attgi|gjengi|gengive|återge|offentlig\w+|offentleg\w+|publi\w+|quote|vise|visa"
    r"|bruke svar\w*)"
)
WRITE_TO = r"(?:kontakt\w*|contact\w*|ringe|ringja|ringa|skrive til|reply)"
ILLNESS = (
    r"(?:\w*(?:funksjons|funktions)(?:nedset|neds[äa]t|hemm|hinder|evne|variation)\w*|handi[ck]ap\w*|sju[kc]dom\w*"
    r"|sykdom\w*|sygdom\w*|diagnos\w*|helseplag\w*|illness\w*|disabilit\w+"
    r"|(?:health|medical) (?:condition|problem)\w*)"
)
TIE = r"(?:til|an)kny[tn]+\w*"
AILS = (
    rf"(?:har|er|lever|lider|have|are|is|do)\s(?:\w+\s){{0,3}}?{YOU}\b(?:\s\w+){{0,5}}?\s{ILLNESS}"
    rf"|{YOU} (?:har|have)(?:\s\w+){{0,3}}?\s{ILLNESS}"
)
TIED = rf"{TIE} har {YOU}|har {YOU} (?:\w+ ){{0,3}}{TIE}|(?:är|er) {YOU} (?:\w+ ){{0,3}}{TIE}|{YOUR} {TIE}"
LIVES = rf"b[ou]r {YOU}|(?:do )?you live|gam[ma]*[ae]l (?:er|är) {YOU}|old are you"
WHO = re.compile(
    rf"\b(?:{LIVES}|{AILS}|{TIED}|{MAY_WE} (?:\w+ ){{0,2}}(?:{WRITE_TO}|{SHOW}))\b",
    re.IGNORECASE,
)
SHOWN = re.compile(
    rf"\b{MAY_WE} (?:\w+ ){{0,3}}{SHOW}\b|\b(?:samtykk\w+|consent) (?:\w+ ){{0,6}}{SHOW}",
    re.IGNORECASE,
)
"""Whether what is written may be shown to others."""
KEPT_BACK = re.compile(
    r"\b(?:un[dn]?ta\w* (?:frå |fra |från )?offentl\w+|skjermes|confidential|fortr[ou]leg|fortrolig)\b", re.IGNORECASE
)
ANONYMOUS = re.compile(r"\banonym\w*", re.IGNORECASE)
NO = re.compile(r"(?:nei|nej|no|ikke|ikkje|inte|not)\b", re.IGNORECASE)
YES = re.compile(r"(?:ja|jo|jau|yes)\b", re.IGNORECASE)


def asks_who(question: str) -> bool:
    """Whether nothing but who answers is asked, so that a few words below it are no input."""
    return WHO.search(question) is not None


def wish_of(question: str, value: str) -> Wish:
    """How somebody wants to be published, from what they chose below a question that asks it."""
    refused, wanted = NO.match(value.strip()), YES.match(value.strip())
    if (refused and SHOWN.search(question)) or (wanted and KEPT_BACK.search(question)):
        return "not_quoted"
    anonymous = ANONYMOUS.search(value) or (wanted and ANONYMOUS.search(question))
    return "not_named" if anonymous and not refused else ""
