"""Whether what is chosen in a form's column says what somebody thinks, or who they are, or for whom they answer.

In: a question with what was chosen below it. Out: yes or no. Age, place, work and membership narrow down who answers,
and are published only where the settings say so (GDPR article 5(1)(c), 25); a grade or *agree* is what they had to say.
What is not known as an opinion is taken for a fact on a person, since what has been published cannot be taken back.

>>> is_opinion("Hvor enig er du i forslaget?", ["Helt enig"]), is_opinion("Har du barn i skolen?", ["Ja", "Nei"])
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult.read.who_answers import asks_who

HALF = 0.5  # share of values that say what somebody thinks, from which the column does
SCALE = re.compile(r"\b\d{1,3}\s?(?:-|–|til|till|to)\s?\d{1,3}\b", re.IGNORECASE)  # *(1–5)* behind what is graded
OF_PERSON = re.compile(
    r"\b(?:b[ou]r (?:du|de|dere|dykk|ni|i)|(?:do )?you live|gam[ma]*[ae]l (?:er|är) (?:du|de|ni)|old are you"
    r"|aldersgruppe\w*|alder(?:en)?|ålder(?:n)?|age|kjønn(?:et)?|kön(?:et)?|køn(?:net)?|gender|parti(?:et|er)?|part(?:y|ies)"
    r"|kontakt\w*|contact\w*|nyhe(?:i?ts|ds)brev\w*|newsletter\w*)\b",
    re.IGNORECASE,
)
"""What is asked of who answers, whatever else stands in the question (*Hvilket parti støtter du?*)."""
OPINION = re.compile(
    r"\b(?:u?(?:ein|en)ig\w*|usamd\w*|samd\w*|instäm\w+|håller (?:du|ni) med|syn(?:es|s)|tycker|anser|mein(?:er|ar)"
    r"|mener|støt(?:ter|tar|te)|stöd\w*|ønsk\w+|önsk\w+|vil (?:du|de|dere|ni|dykk) (?:ha|at)|vill (?:du|ni) (?:ha|att)"
    r"|vi[kg]tig\w*|n[øö][gj]d\w*|fornøy?d\w*|tilfreds\w*|priorit\w+|b[øö]r|burde|borde|skal|ska|vurder\w*"
    r"|synspunkt\w*|f[oö]rslag\w*|framlegg\w*|tiltak\w*|åtgärd\w*|imot|imod|mot|emot|positiv\w*|negativ\w*"
    r"|alternativ\w*|ranger\w*|(?:dis)?agree\w*|support\w*|think|should|important|satisfied|rat(?:e|ing)|rank\w*"
    r"|prefer\w*|opinions?|favou?r|oppose\w*|against|proposals?|measures?|options?)\b",
    re.IGNORECASE,
)
"""What is asked of the matter."""
ATTITUDE = re.compile(
    r"\b(?:u?(?:ein|en)ig|usamd|samd|(?:dis)?agree|instämmer|vi[kg]tig|important|n[øö][gj]d|fornøy?d|tilfreds|satisfied"
    r"|positiv\w*|negativ\w*|h?v[ae]rken|neither|favour)\b|^(?:for|mot|imot|imod|emot|against)$",
    re.IGNORECASE,
)
"""What is chosen by who thinks something of the matter."""


SOMEBODY = r"(?:eg|jeg|jag|du|de|dere|dykk|dokker|ni|i|vi|me)"
REPLY = r"(?:svar[ae]r?|deltar|deltek|uttal[ae]r|skriv(?:er)?)"
AS_WHOM = re.compile(
    rf"\b(?:{SOMEBODY} {REPLY}|{REPLY} {SOMEBODY}|svar(?:et)? (?:gis|gjevast|er gitt)) (?:(?:her|no|nå|nu) )?"
    r"(?:som|på (?:vegn|väg|uppdrag))|\b(?:responding|answering|replying|writing|taking part) (?:as|on behalf)\b"
    r"|\btype of respondent\b|\A(?:eg|jeg|jag) (?:er|är)(?: en?| ein?)?\s*:?\Z|\Ai am(?: an?)?\s*:?\Z"
    r"|\A(?:innsend[ae]r|respondent|avs[eä]nd[ae]r|afsender)s?(?:type|typ|kategori)\b|\Apå (?:vegn[ae]r?|uppdrag) av\b",
    re.IGNORECASE,
)
"""Questions on whose behalf somebody answers."""
FOR_A_BODY = re.compile(
    r"(?:(?:en|ein|ei|et|an?|for en|för en|på vegn[ae]r? av (?:en|ein|ei)|on behalf of an?)\s+)?"
    r"(?:organi[sz]a[stj]*i?on|foreining|forening|förening|myndighe[td]|kommune?|verksem[dt]|virksomhe[dt]|verksamhet"
    r"|bedrift|företag|company|business|public body|association|ngo|charity|lag)"
    r"(?:en|et|a|na)?(?:\s*[/,(].*|\s+(?:eller|or)\s.*)?",
    re.IGNORECASE,
)


def answers_for_body(question: str, value: str) -> bool:
    """Whether somebody chose that they answer for an organisation.

    >>> answers_for_body("Jag svarar som", "Organisation"), answers_for_body("Jag svarar som", "Lärare")
    (True, False)
    """
    return AS_WHOM.search(question) is not None and FOR_A_BODY.fullmatch(value.strip(" .")) is not None


def is_of_person(question: str) -> bool:
    """Whether a question asks who answers: where they live, how old they are, whether they may be written to."""
    return OF_PERSON.search(question) is not None or asks_who(question)


def is_opinion(question: str, values: Sequence[str]) -> bool:
    """Whether a column holds what people think of the matter: a scale, a question on it, or values such as *agree*."""
    if is_of_person(question):
        return False
    if SCALE.search(question) or OPINION.search(question):
        return True
    told = sum(ATTITUDE.search(value) is not None for value in values)
    return told > 0 and told >= HALF * len(values)
