"""What each column of a form export is: answers, or who answered, when, and under which number.

The settings decide where they speak; otherwise the values do before the column's name does, so that what
people wrote is never taken for a label: a column of sentences holds answers whatever it is called. Short
values are answers below a question or an open prompt; elsewhere names of places and the like are choices,
unless nothing else in the form could be an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from consult.read.document import word_set
from consult.read.respondent import AS_WHOM, SCALE, is_of_person, is_opinion
from consult.read.signs import consents, says_nothing
from consult.read.who_answers import LIVES, asks_who
from consult.settings import FormRule

Role = Literal["answer", "closed", "identifier", "date", "contributor", "organisation", "contact", "ignored"]
"""`closed`: a choice among few, kept with the row but not input. `contact`: address or telephone."""

NAMES: dict[Role, frozenset[str]] = {
    "identifier": word_set(
        "id nr nummer number respondent respondentid svarid responseid løpenummer løpenr lopnummer referanse "
        "reference token ip ipadresse case sak #"
    ),
    "date": word_set(
        "dato date datum tid tidspunkt tidpunkt tidsstempel timestamp time innsendt innlevert levert "
        "submitted created opprettet oppretta inskickad indsendt svardato start slutt completion "
        "starttidspunkt sluttidspunkt"
    ),
    "contributor": word_set(
        "navn namn name fornavn etternavn førenamn etternamn fornamn förnamn efternamn efternavn "
        "kontaktperson innsender innsendar avsender avsendar avsändare afsender fullname"
    ),
    "organisation": word_set(
        "org organisasjon organisation organization organisasjonsnavn organisasjonsnamn virksomhet verksemd "
        "verksamhet virksomhed bedrift firma företag company institusjon institution etat myndighet "
        "arbeidsgiver arbeidsgivar arbetsgivare arbejdsgiver employer forening förening foreining lag"
    ),
    "contact": word_set(
        "epost epostadresse email mail emailadresse telefon telefonnummer tlf mobil mobilnummer phone "
        "telephone mobile adresse address adress"
    ),
    "closed": word_set(
        "rolle role roll kjønn gender kön køn alder age ålder aldersgruppe kommune kommun municipality fylke "
        "county län region postnummer postnr sted stad ort by city språk language sprog språkform land "
        "country stilling yrke occupation kategori category type samtykke samtycke consent status tilknytning "
        "tilknyting bustad bosted bopel bopæl bostad bostadsort bydel stadsdel distrikt district område area "
        "poststad poststed postort grend neighbourhood neighborhood residence kjonn sex utdanning utdannelse "
        "utbildning uddannelse education"
    ),
}
ANSWER_WORDS = re.compile(
    r"\b(?:svar|kommentar|comments?|innspe?i?ll?|inspel|synspunkt|synpunkter|forslag|förslag|framlegg|answer|response|question"
    r"|spørsmål|fråga|spm|merknad|begrunnelse|grunngiving|grunngjeving|motivering|feedback|tilbakemelding|fritekst|q\d+)",
    re.IGNORECASE,
)
OPEN_WORDS = re.compile(
    r"^(?:[kh]v(?:a|em|ilke[nt]?|orfor|ordan|ifor)|korleis|kvifor|vad|varför|hur|hvad|what|why|how|which"
    r"|ann[ae]t?|andre|andet|övrigt|øvrige?|other|anything|any|ønsk\w*|önsk\w*|wish\w*|behov\w*|needs?|ide\w*|idé\w*"
    r"|tiltak\w*|åtgärd\w*|meining\w*|mening\w*|åsikt\w*|opinions?|views?|tank\w*|thoughts?|suggest\w*|problem\w*"
    r"|utfordring\w*|utmaning\w*|udfordring\w*|challenges?|merk\w*|notes?|remarks?|melding\w*|tekst|text)\b",
    re.IGNORECASE,
)
"""What a head begins with that leaves open what to write below it."""
ABOUT_YOU = re.compile(rf"\b(?:{LIVES})\b", re.IGNORECASE)
"""Questions about who answers, which a place or an age answers."""
CALLED = re.compile(
    r"\b(?:(?:heiter|heter|hedder) (?:du|de|dere|dykk|ni|i)|your (?:full )?name|(?:ditt?|dit|deres|dykkar) na[mv]n"
    r"|na[mv]net? (?:ditt|dit|dykkar|deres))\b",
    re.IGNORECASE,
)
"""Questions that a name answers."""
BODY = (
    r"(?:(?:organi[sz]a[stj]*i?on|virksomhe[dt]|verksem[dn]|verksamhet|bedrift|företag|institu[stj]+i?on|myndighe[td]|etat"
    r"|f[oö]re[in]+i?ng|forening|kommun|lag)(?:e?[nt]|a)?|company|business|body|employer|group)"
)
BODYS_NAME = re.compile(
    rf"(?:\d+[.)]?\s+)?(?:(?:ditt?|eiga|din|your)\s+)?(?:{BODY}(?:s|['’]s)?\s*(?:na[mv]n(?:et)?|name)|(?:na[mv]n(?:et)?\s+på|name\s+of)"
    rf"\s+(?:the\s+|your\s+)?{BODY})",
    re.IGNORECASE,
)
"""*Organisationens namn*, *Namnet på foreininga*, *Name of your organisation*."""
REPRESENTED = re.compile(
    rf"\b(?:[kh]?v(?:ilk[ea][nt]?|a for e[ni]t?|ilken|ad for en)|which|what)\s+{BODY}\s+(?:(?:svar\w+|repr\w+"
    r"|företräder|tilhører|tilhøyrer|tillhör|kommer|kjem)\s+(?:du|de|dere|dykk|ni|i)\b|(?:do|are)\s+you\b)",
    re.IGNORECASE,
)
"""Questions that the name of a body answers: *Vilken organisation företräder du?*"""
ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*\Z")
"""What a head adds in brackets: *(om tillämpligt)*, *(if any)*."""
BORN = re.compile(r"\b(?:fødd?t?\b|fødsels?|född\b|födelse|birth|born\b|dob\b)", re.IGNORECASE)
"""Heads of the day when somebody was born: no day of a contribution, and nobody else's matter."""
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
DATE = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
    r"(?:[ T,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?Z?)?"
)
PHONE = re.compile(r"(?:\+|00)?[\d ()-]{8,16}")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?%?")
RATING = re.compile(r"-?\d{1,4}(?:[.,]\d+)?%?")  # a grade, a count or a share; telephones and cases are longer
TOKEN = re.compile(r"(?=\S*\d)[\w.:#/-]+")  # one word with a figure in it: a reference, an IP address

SENTENCE_WORDS = 5  # mean words from which values are written by hand
LONG_WORDS = 8  # words that no label has
LONG_SHARE = 0.15  # share of such values that makes a column free text
NAME_WORDS = 8  # mean words above which even a column called *organisation* is free text
ENOUGH = 5  # rows from which repeated values tell that there was a choice
CHOICES = 0.2  # distinct values per row below which they were chosen from a list
CHOICE_WORDS = 4  # mean words of a choice, at most
LABEL_WORDS = 2  # mean words of a label, at most
PROMPT_WORDS = 5  # words from which a head asks for something
REPEATED = 2 / 3  # distinct values per row below which short values are labels
SPOKEN = re.compile(r"[.!?…]$|(?:\S+\s+){4}\S")  # a statement, not a label: a full stop, or five words


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column with its head, what it is, and the question that its answers answer.

    chosen: somebody answered *yes* alone, so that it and *no* and *don't know* are choices there, and not words.
    private: what is chosen tells of who answers, and the settings do not let it be published.
    """

    index: int
    head: str
    question: str
    role: Role
    chosen: bool = False
    private: bool = False

    def is_choice(self, value: str) -> bool:
        """Whether a value of a column of answers is a choice: told with the question, for and against alike."""
        return self.chosen and (consents(value) or says_nothing(value))


def read_columns(
    heads: Sequence[str], rows: Sequence[Sequence[str]], questions: Mapping[str, str], rule: FormRule | None
) -> tuple[Column, ...]:
    """The columns that have a head or values. questions: head, case folded → full text."""
    columns = tuple(_columns(heads, rows, questions, rule, labels="closed"))
    if any(column.role == "answer" for column in columns):
        return columns
    return tuple(_columns(heads, rows, questions, rule, labels="answer"))  # what else would people have answered?


def _columns(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    questions: Mapping[str, str],
    rule: FormRule | None,
    *,
    labels: Role,
) -> Iterator[Column]:
    """Each column. labels: what a column of short labels is, that nothing says more of."""
    for index, head in enumerate(heads):
        values = [row[index] for row in rows if index < len(row) and row[index]]
        if not head and not values:
            continue
        question = questions.get(head.casefold(), "")
        role = _by_rule(head, rule) or _by_values(head, question, values, labels=labels)
        if rule is not None and rule.answers and head not in rule.answers and role == "answer":
            role = "closed"
        chosen = role == "answer" and any(map(consents, values))
        private = _is_private(head, question or head, values, role, rule)
        yield Column(index=index, head=head, question=question or head, role=role, chosen=chosen, private=private)


def _is_private(head: str, question: str, values: Sequence[str], role: Role, rule: FormRule | None) -> bool:
    """Whether what is chosen in a column tells of who answers. In one of answers, its question has to say so."""
    if rule is not None and head in rule.public:
        return False
    if role == "closed":
        return not is_opinion(question, values)
    return is_of_person(question)


def _by_rule(head: str, rule: FormRule | None) -> Role | None:
    if rule is None or not head:
        return None
    if head in rule.answers:
        return "answer"
    if head in rule.ignore:
        return "ignored"
    named: dict[str, Role] = {rule.contributor: "contributor", rule.organisation: "organisation", rule.date: "date"}
    return named.get(head)


def _by_values(head: str, question: str, values: Sequence[str], *, labels: Role) -> Role:
    """The role of a column that the settings say nothing of. question: its full text elsewhere, or empty."""
    asked = bool(question)
    pattern = _pattern(values)
    if pattern:
        return "contact" if pattern == "date" and BORN.search(head) else pattern
    mean = sum(len(value.split()) for value in values) / max(1, len(values))
    named = "closed" if values and asks_who(question or head) else named_role(head)
    if is_free_text(values) and not (named in ("organisation", "contributor", "contact") and mean < NAME_WORDS):
        return "answer"
    if named:
        return named
    if _is_choice(values):
        return "identifier" if _is_serial(values) and not _are_ratings(head, values, asked=asked) else "closed"
    if not asked and _are_labels(head, values):
        return labels
    return "answer" if values or asked or ANSWER_WORDS.search(head) or head.endswith("?") else "ignored"


def _pattern(values: Sequence[str]) -> Role | None:
    """What nearly all values look like."""
    patterns: tuple[tuple[re.Pattern[str], Role], ...] = ((EMAIL, "contact"), (DATE, "date"))
    for pattern, role in patterns:
        if values and sum(bool(pattern.fullmatch(value)) for value in values) >= 0.9 * len(values):
            return role
    return None


def named_role(head: str) -> Role | None:
    """The role that a head of one or two words names, or a longer one with its last word.

    >>> named_role("E-post:"), named_role("Navn på organisasjon"), named_role("Navn på tiltaket")
    ('contact', 'organisation', None)
    """
    head = ASIDE.sub("", head)
    if CALLED.search(head):
        return "contributor"
    if REPRESENTED.search(head) or BODYS_NAME.fullmatch(head.strip(" :*")):
        return "organisation"
    words = re.findall(r"[\w#]+", re.sub(r"(?<=\w)-(?=\w)", "", head.casefold()))
    if not words or len(words) > SENTENCE_WORDS - 1 or head.rstrip().endswith("?"):
        return None
    for role in ("contact", "organisation", "contributor", "date", "closed", "identifier"):
        if words[-1] in NAMES[role] or (len(words) <= 2 and words[0] in NAMES[role]):
            return role
    return None


def is_prompt(head: str) -> bool:
    """Whether a head asks for something, or leaves open what to write.

    >>> is_prompt("Noko anna?"), is_prompt("Övrigt"), is_prompt("Bustad"), is_prompt("Hvor bor du?")
    (True, True, False, False)
    """
    if ABOUT_YOU.search(head) or AS_WHOM.search(head):
        return False
    asks = head.rstrip().endswith("?") or len(head.split()) >= PROMPT_WORDS
    return asks or bool(ANSWER_WORDS.search(head) or OPEN_WORDS.search(head))


def is_free_text(values: Sequence[str]) -> bool:
    """Whether people wrote the values themselves: sentences, not names, numbers or choices."""
    if not values or _is_choice(values):
        return False
    lengths = [len(value.split()) for value in values]
    long = sum(length >= LONG_WORDS for length in lengths)
    return sum(lengths) / len(lengths) >= SENTENCE_WORDS or long >= LONG_SHARE * len(lengths)


def _is_choice(values: Sequence[str]) -> bool:
    """Numbers, references, or a few short values again and again."""
    if not values:
        return False
    if all(NUMBER.fullmatch(value) or PHONE.fullmatch(value) or TOKEN.fullmatch(value) for value in values):
        return True
    mean = sum(len(value.split()) for value in values) / len(values)
    few = len({value.casefold() for value in values}) <= max(2, CHOICES * len(values))
    return len(values) >= ENOUGH and few and mean <= CHOICE_WORDS


def _are_labels(head: str, values: Sequence[str]) -> bool:
    """Short values that come again, or names below a word that names them: *Bustad*, *Nes*; said below no prompt."""
    if not values or is_prompt(head) or any(SPOKEN.search(value) for value in values):
        return False
    if sum(len(value.split()) for value in values) > LABEL_WORDS * len(values):
        return False
    names = all(len(value.split()) == 1 or value.istitle() for value in values)
    repeated = len({value.casefold() for value in values}) <= REPEATED * len(values)
    return (
        repeated
        or bool(ABOUT_YOU.search(head) or AS_WHOM.search(head))
        or (names and re.fullmatch(r"[^\W\d_]+:?", head) is not None)
    )


def _are_ratings(head: str, values: Sequence[str], *, asked: bool) -> bool:
    """Whether different numbers answer a question, or stand on a scale that the head gives: no case has such a number.

    >>> _are_ratings("Kor nøgd er du? (1–5)", ["2", "4"], asked=False), _are_ratings("Ref", ["2", "4"], asked=False)
    (True, False)
    """
    answers = asked or is_prompt(head) or SCALE.search(head) is not None
    return answers and all(RATING.fullmatch(value) for value in values)


def _is_serial(values: Sequence[str]) -> bool:
    return len(values) > 1 and len(set(values)) == len(values)
