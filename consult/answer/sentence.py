"""The sentence around the quotes: who says so, how many, about what, computed from the records alone.

In: a draft of `consult.answer.plan`, what it is called in an output language, and the language's messages.
Out: one sentence. Every number in it is a count of sources or of statements in the ledger; voices stand
side by side. *Seier* is said of one voice, or of one text: several voices that each said something else are
only named, for nobody can tell from the records that they agree. A word of quantity that a person or a model
writes means what `QUANTITIES` says, in every language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consult.answer.plan import Draft
from consult.answer.quotes import on_one_line
from consult.answer.voices import count_speakers, join, say_speakers
from consult.messages import Message
from consult.records import Passage
from consult.speakers import Speaking

QUANTITIES = {"one": 1, "two": 2, "some": 3, "several": 6}
"""From how many sources on *eitt, to, nokre, fleire innspel* is said."""

MOST = 0.5  # *dei fleste*: more than this share of a theme's sources,
MOST_FROM = 5  # of at least so many


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a sentence is about.

    title: of the theme, as inside a sentence, or empty where the quotes do not bear it out; first: of its theme.
    """

    title: str
    first: bool


def quantity(sources: int, of: int) -> str:
    """The key of a word of quantity for some of a theme's sources.

    >>> [quantity(n, 20) for n in (1, 2, 3, 5, 6, 10, 11, 20)]
    ['one', 'two', 'some', 'some', 'several', 'several', 'most', 'all']
    """
    if of >= MOST_FROM and sources > MOST * of:
        return "all" if sources == of else "most"
    return max((least, key) for key, least in QUANTITIES.items() if sources >= least)[1]


def sentence(
    draft: Draft, quotes: Sequence[str], subject: Subject, sources: Mapping[str, Speaking], message: Message
) -> str:
    """The conclusion's text: the frame, the quotes, and a full stop where no quote brings its own mark.

    quotes: exact words for each of `draft.shown`, in that order.
    """
    shown = [message("answer-quote", text=on_one_line(quote)) for quote in quotes]
    if draft.kind in ("divided", "reported") and len({source for one in draft.shown for source in one.sources}) > 1:
        shown = [
            _by(quote, statement.passages, sources, message)
            for quote, statement in zip(shown, draft.shown, strict=True)
        ]
    text = _frame(draft, join(shown, message), subject, sources, message)
    return _ended(text[:1].upper() + text[1:])


def _by(quote: str, passages: Sequence[Passage], sources: Mapping[str, Speaking], message: Message) -> str:
    """A quote with who said it, where it matters that different people did."""
    return message("answer-quote-by", quote=quote, voice=say_speakers(count_speakers(passages, sources), message))


def _frame(draft: Draft, quotes: str, subject: Subject, sources: Mapping[str, Speaking], message: Message) -> str:
    """The message that fits the facts, filled in."""
    speakers = count_speakers(draft.passages, sources)
    heard = len({passage.source_id for passage in draft.passages})
    key, titled = _key(draft, speakers.subjects, subject)
    title = subject.title if titled else ""
    return message(
        key if title or not titled else f"{key}-untitled",
        title=title,
        quotes=quotes,
        voices=say_speakers(speakers, message),
        subjects=speakers.subjects,
        more=len(draft.counted),
        count=heard,
        alike=len({on_one_line(passage.text) for passage in draft.passages}),
    )


def _key(draft: Draft, voices: int, subject: Subject) -> tuple[str, bool]:
    """Which message, and whether it may name the theme. voices: how many speak."""
    if draft.kind in ("alike", "alone"):
        return f"answer-{draft.kind}", False  # the quote says what it is about
    if draft.kind in ("divided", "reported"):
        return f"answer-{draft.kind}", True
    if subject.first:
        if len(draft.passages) == 1:
            return "answer-single", True
        return ("answer-raise", True) if subject.title or voices == 1 else ("answer-several", False)
    return ("answer-more" if voices == 1 else "answer-further"), False


def _ended(text: str) -> str:
    """With a full stop, unless the last words are a quote that ends in a mark of its own."""
    bare = text.rstrip("»”)")
    return text if bare != text and bare.endswith((".", "!", "?", "…")) and not text.endswith(")") else f"{text}."
