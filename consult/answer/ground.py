"""Does a conclusion's sentence follow from the ledger's records, and from nothing else? (Law 4.)

In: a conclusion, and the records of the ledger that it may draw on. Out: what its sentence says that they
do not give back, or nothing. A sentence of ours is composed anew, from title, citations, voices and
catalogue, in every way that the records allow, and must be one of these to the letter: a number, a word of
quantity, a *not* or a quote that was changed cannot hide. What a person or a model worded is for the gate to judge
(`consult.grounded`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from consult.answer.plan import Draft, Kind, Statement
from consult.answer.quotes import on_one_line
from consult.answer.sentence import Subject, sentence
from consult.answer.stance import disagreement
from consult.messages import Message, MessageError, messages
from consult.records import Citation, Conclusion, Passage
from consult.speakers import Speaking
from consult.themes.wording import small

SHOWN = 60  # characters of a frame that a breach repeats at most
TAKEN = "\0"  # stands for what a quote covers already


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What a ledger holds that a sentence may draw on.

    duplicates: passage id → the id of the text it repeats; titles: theme id → its title.
    """

    sources: Mapping[str, Speaking]
    passages: Mapping[str, Passage]
    duplicates: Mapping[str, str]
    titles: Mapping[str, str]


def unfounded(conclusion: Conclusion, records: Records) -> str:
    """What a conclusion says that the records do not give back, without a word of any contributor; empty where none."""
    try:
        message = messages(conclusion.language)
    except MessageError:
        return f"no catalogue gives a sentence in {conclusion.language!r}"
    cited = [records.passages.get(citation.passage_id) for citation in conclusion.citations]
    if any(passage is None or passage.source_id not in records.sources for passage in cited):
        return "cites what the ledger does not hold"
    given = []
    for text in given_back(conclusion, records, message):
        if text == conclusion.text:
            return ""
        given.append(text)
    return _difference(conclusion, given, message)


def given_back(conclusion: Conclusion, records: Records, message: Message) -> Iterator[str]:
    """Every sentence that the records give for what a conclusion cites, the likeliest first."""
    quoted = _in_order(conclusion, message)
    statements = _statements(conclusion, records)
    shown = [statements.pop(_text_of(citation.passage_id, records), None) for citation in quoted]
    if not shown or None in shown:
        return
    known = tuple(statement for statement in shown if statement is not None)
    counted = tuple(statements.values())
    title = records.titles.get(conclusion.theme_id, "")
    exact = [citation.exact for citation in quoted]
    for kind in _kinds(known, counted):
        draft = Draft(kind=kind, shown=known, counted=counted)
        for first in (True, False):
            for named in dict.fromkeys((small(title), title, "")):
                subject = Subject(title=named, first=first)
                yield sentence(draft, exact, subject, records.sources, message)


def _in_order(conclusion: Conclusion, message: Message) -> list[Citation]:
    """What is shown, in the order in which the sentence quotes it; equal quotes stand where the next one stands.

    The longest are found first, so that a quote is never taken for the same words inside another one.
    """
    shown = [(message("answer-quote", text=on_one_line(one.exact)), one) for one in conclusion.citations if one.shown]
    text, places = conclusion.text, list[tuple[int, Citation]]()
    for quote, citation in sorted(shown, key=lambda pair: (-len(pair[0]), pair[1].passage_id)):
        at = text.find(quote)
        if at >= 0:
            text = f"{text[:at]}{TAKEN * len(quote)}{text[at + len(quote) :]}"
        places.append((at, citation))
    return [citation for _, citation in sorted(places, key=lambda place: place[0])]


def _statements(conclusion: Conclusion, records: Records) -> dict[str, Statement]:
    """Each text that is cited, with its copies: those that are shown first, as they are quoted."""
    found: dict[str, list[Passage]] = {}
    for citation in sorted(conclusion.citations, key=lambda one: (not one.shown, one.passage_id)):
        found.setdefault(_text_of(citation.passage_id, records), []).append(records.passages[citation.passage_id])
    return {text: Statement(passages=tuple(passages)) for text, passages in found.items()}


def _text_of(passage_id: str, records: Records) -> str:
    return records.duplicates.get(passage_id, passage_id)


def _kinds(shown: Sequence[Statement], counted: Sequence[Statement]) -> Iterator[Kind]:
    """The kinds of sentence that such statements allow."""
    if len(shown) == 1 and not counted:
        yield "alike" if len(shown[0].sources) > 1 else "alone"
    yield "points"
    if not counted and (kind := disagreement([statement.passage for statement in shown])) is not None:
        yield kind


def _difference(conclusion: Conclusion, given: Sequence[str], message: Message) -> str:
    """Where a sentence leaves what the records give, in words of the frame: quotes are not repeated."""
    quotes = [message("answer-quote", text=on_one_line(c.exact)) for c in conclusion.citations if c.shown]
    if any(quote not in conclusion.text for quote in quotes):
        return "a quote does not stand in the conclusion as it was written"
    if not given:
        return "its sentence is not what the records give"
    says_, gives = (_frame(text, quotes).split() for text in (conclusion.text, _nearest(conclusion.text, given)))
    for tag, a, b, c, d in SequenceMatcher(None, says_, gives, autojunk=False).get_opcodes():
        if tag != "equal":
            said, should = " ".join(says_[a:b])[:SHOWN], " ".join(gives[c:d])[:SHOWN]
            return f"its sentence says “{said}” where the records give “{should}”"
    return "its sentence is not what the records give"


def _nearest(text: str, given: Sequence[str]) -> str:
    return max(given, key=lambda one: SequenceMatcher(None, text, one, autojunk=False).ratio())


def _frame(text: str, quotes: Sequence[str]) -> str:
    """A sentence without what it quotes."""
    for quote in sorted(quotes, key=len, reverse=True):
        text = text.replace(quote, "«»")
    return text
