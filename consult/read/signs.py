"""What a line's form gives away: addresses, numbers, dates, clock times, orders to a machine.

In: the words of one line, wraps undone. Out: yes or no, or a count. Nothing here knows where the line stands.
"""

from __future__ import annotations

import re
from functools import cache

from consult.read.units import word_count
from consult.read.vocabulary import pattern, words

CAPITAL = "A-ZÆØÅÄÖÉÁŠČŽĐŊÜ"
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
PHONE = re.compile(
    r"(?<![\w/.,-])(?:(?:\+|00)\d{1,3}[\s-]?)?(?:\d{3}\s\d{2}\s\d{3}|\d{2}(?:\s\d{2}){3}|0\d{1,3}[\s-]\d{2,3}(?:\s\d{2,3}){1,2})(?![\d/])"
    r"|\b(?:tlf|telefon|tel|mob|mobil|phone)\b\.?:?\s*\+?[\d\s-]{6,}\d"
    r"|\+\d{2}[\s-]?\d[\d\s-]{5,}\d",
    re.IGNORECASE,
)
IDENTITY = re.compile(r"(?<![\d-])(?:\d{6}\s?\d{5}|(?:19|20)?\d{6}[-+]\d{4})(?!\d)")
ADDRESS = re.compile(
    rf"(?<![\w.-])[{CAPITAL}][\w.-]{{1,60}}(?:\s\w{{1,60}})?\s\d{{1,4}}(?:\s?[A-Za-z])?,?\s*(?:\d{{3}}\s?\d{{2}}|\d{{4}})\s+[{CAPITAL}]\w+"
)
CLOCK = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d]|[.:]\d|\s?(?:%|mill|kr|prosent|percent))")
NUMERIC_DATE = re.compile(r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
CASE = re.compile(r"\b\d{2,4}/\d{2,6}(?:-\d+)?\b|\b\d{4}-\d{5,}\b|\b\d{10,}\b")
NAME = re.compile(
    rf"\b[{CAPITAL}][a-zæøåäöéáüšč]+(?:-[{CAPITAL}][a-zæøåäöéáüšč]+)?(?:\s[{CAPITAL}]\.)?(?:\s[{CAPITAL}][a-zæøåäöéáüšč]+(?:-[{CAPITAL}][a-zæøåäöéáüšč]+)?)+"
)
FORMULA = re.compile(r"['\"]?\s*(?:(?:=|\+|@)\s*[A-Z][A-Z0-9_.]*\(|=\s*(?:\$?[A-Z]{1,3}\$?\d+|\{)|[=+@-]\s*cmd\s*\|)")
MACHINE = re.compile(
    r"<\|[a-z_]+\|>|\[/?INST\]|<</?SYS>>|\bsystem prompt\b"
    r"|\b(?:you are|du er|du är) (?:now |nå |no |nu )?(?:an? |en |ein |et |eit |ett )?"
    r"(?:AI|KI|chatbot|språkmod\w+|language model)\b",
    re.IGNORECASE,
)
POINTS_TO = re.compile(
    r"(?::|\bsj[åe]|\bsee)\s*(?:[\w-]+\s+){0,2}[\w-]*\d[\d/.-]{2,}(?:,\s*(?:[\w-]+\s+){0,2}[\w-]*\d[\d/.-]{2,})*\W*\Z",
    re.IGNORECASE,
)
LETTER = rf"(?-i:(?<=\s)[{CAPITAL.replace('A-Z', 'A-HJ-Z')}])(?![\w'’])"  # that a table is called by; *I* is a word
LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NON_WORD = re.compile(r"[\W_]*")
AGENDA_TIMES = 3  # clock times in one line: two are an opening hour, three a programme
ORDER_WORDS = 6  # an order to a machine says within its first words what to disregard


def has_contact(line: str) -> bool:
    """Whether an e-mail address, a phone number or a postal address stands in the line."""
    return bool(EMAIL.search(line) or PHONE.search(line) or ADDRESS.search(line))


def has_date(line: str) -> bool:
    """Whether a date stands in the line, in numbers or with its month's name."""
    return bool(NUMERIC_DATE.search(line) or _named_date().search(line))


def without_dates(line: str) -> str:
    """The line without its dates and clock times."""
    return CLOCK.sub(" ", _named_date().sub(" ", NUMERIC_DATE.sub(" ", line)))


@cache
def _named_date() -> re.Pattern[str]:
    months = "|".join(sorted(words("month"), key=lambda month: (-len(month), month)))
    day_first = rf"\b\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:{months})\b"
    return re.compile(rf"{day_first}|\b(?:{months})\s\d{{1,2}}(?:,|\s\d{{4}})", re.IGNORECASE)


def clock_times(line: str) -> int:
    """How many clock times stand in the line; a date's day and month are none."""
    return len(CLOCK.findall(NUMERIC_DATE.sub("", line)))


def is_agenda(line: str) -> bool:
    """Whether the line is a piece of a programme: three times, or a time first and a few words."""
    times = clock_times(line)
    first = CLOCK.match(re.sub(r"^\W*(?:kl\.?|klokka|klockan|at)?\s*", "", line, flags=re.IGNORECASE))
    return times >= AGENDA_TIMES or bool(first and word_count(line) <= 10)


def formula_length(line: str) -> int:
    """How many characters at the head of a text a spreadsheet would compute: no one's words. 0: none."""
    found = FORMULA.match(line)
    if not found:
        return 0
    open_brackets = 0
    for at, character in enumerate(line):
        open_brackets += (character == "(") - (character == ")")
        if character == ")" and open_brackets == 0:
            return at + 1
    return len(line)


def orders_a_machine(sentence: str) -> bool:
    """Whether the sentence tells whoever processes the text what to do with the rest of it.

    An imperative at its head that tells it to disregard, what to disregard (instructions, prompts) and which
    (all, earlier): all three, or the control marks of language models. *Kommunane ignorerer alle instruksar*
    has a subject before its verb and is somebody's opinion.
    """
    if MACHINE.search(sentence):
        return True
    head = re.sub(
        r"^(?:\W|(?:NB|OBS|viktig|important|please|vennligst|ver venleg)\b)*", "", sentence, flags=re.IGNORECASE
    )
    verb = pattern("disregard").match(head)
    if not verb:
        return False
    rest = " ".join(head[verb.end() :].split()[:ORDER_WORDS])
    return bool(pattern("earlier").search(rest) and pattern("orders").search(rest))


def consents(line: str) -> bool:
    """Whether the whole line is a *yes*: without its question it says no more than a *no* does."""
    return bool(pattern("consent").fullmatch(line.strip(" \t\n.,;:!…«»\"'”“–—-*_()")))


def says_nothing(line: str) -> bool:
    """Whether the whole line is a non-answer: *-*, *?*, *nei*, *veit ikkje*, *(tom lapp)*."""
    bare = line.strip(" \t\n.,;:!?…«»\"'”“–—-*_/\\()[]")
    if not any(character.isalpha() for character in bare):
        return not has_date(line)
    if pattern("nothing").fullmatch(bare) or pattern("points_back").fullmatch(bare):
        return True
    bracketed = re.fullmatch(r"[«\"']?[(\[]\s*(.*?)\s*[)\]][»\"']?", line.strip())
    return bool(bracketed and word_count(line) <= 4 and pattern("illegible").search(bracketed[1]))


def heads_copies(line: str) -> bool:
    """Whether a line heads who else got a letter, or what is enclosed: *Kopi til:*, *Vedlegg: to kart*."""
    found = pattern("copies").match(line)
    return found is not None and (found.end() == len(line) or line[found.end()] == ":")


def names_part(line: str) -> bool:
    """Whether the line is the numbered name of a part: *Tema 2: Fritid*, *Fråga 1: …*, *Bord 4*, *Table 3 – transport*.

    *Bord 4: meir lys* is not: behind a table's number and a colon stands what the table said.
    """
    return bool(_numbered_part().match(line))


def only_sorts(line: str) -> bool:
    """Whether all that a line says is which notes stand below it: *BLUE NOTES*, *Idéar*, *Grøne lappar*.

    A colour alone may be a subject.
    """
    said = LETTERS.findall(line)
    kinds = [word for word in said if pattern("sorting").fullmatch(word) or pattern("medium").fullmatch(word)]
    return bool(kinds) and all(word in kinds or pattern("colour").fullmatch(word) for word in said)


def names_table(line: str) -> bool:
    """Whether the line begins with a table's or a group's number: *Bord 4: innkjøp*, *Gruppe 2 referat*."""
    return bool(_numbered_table().match(line))


@cache
def _numbered_table() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('table').pattern})\s*(?:\d{{1,2}}(?!\d)|{LETTER})", re.IGNORECASE)


@cache
def _numbered_part() -> re.Pattern[str]:
    section = rf"(?:{pattern('section').pattern})\s*\d{{1,2}}\s*(?:\Z|[:.–—-])"
    table = rf"(?:{pattern('table').pattern})\s*(?:\d{{1,2}}|{LETTER})\s*(?:\Z|[–—-])"
    return re.compile(rf"{section}|{table}", re.IGNORECASE)


def starts_with(table: str, line: str) -> re.Match[str] | None:
    """The entry of a vocabulary table that the line begins with, brackets and quotes aside."""
    found = NON_WORD.match(line)
    return pattern(table).match(line, found.end() if found else 0)


def labelled(table: str, line: str) -> bool:
    """Whether the line begins with an entry of the table and a colon: *Referent: …*, *Til stades (7): …*."""
    found = starts_with(table, line)
    return bool(found and re.match(r"\s*(?:\([^)]{0,40}\))?\s*[*_]*:", line[found.end() :]))


def gives_contact(sentence: str) -> bool:
    """Whether the sentence says how to reach someone, and is not a story in which someone was reached."""
    if not (EMAIL.search(sentence) or PHONE.search(sentence)):
        return False
    bare = PHONE.sub(" ", EMAIL.sub(" ", sentence))
    if word_count(bare) <= 3:
        return True
    return bool(pattern("contact_intent").search(sentence) and not pattern("contact_told").search(bare))
