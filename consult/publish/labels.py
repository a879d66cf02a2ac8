"""Words for people around what the records say: where a source and a passage stand, who spoke, when.

Every function takes the message function of the page's language; contributors' own words pass through unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from consult.messages import Message
from consult.publish.cells import MIXED
from consult.publish.outline import TargetEntry
from consult.records import REASONS, UNREADABLE, VOICES, Passage, Source, in_language
from consult.settings import Settings

LOCATOR = re.compile(r"(?:sheet=(?P<sheet>.+?))?(?:;?row=(?P<row>\d+))?", re.DOTALL)
LABELS = 2**14  # kept: a report names a source where it is quoted and where it stands
LONGEST_HEADING = 90
"""Characters of a heading or question beside a quote; the source has it whole."""

LAWS = frozenset({
    "tiling", "conservation", "fidelity", "grounding", "order", "stability", "minority", "language-blindness",
    "privacy", "durability",
})  # fmt: skip
"""Laws that the catalogues have a sentence for."""


def source_label(source: Source, m: Message) -> str:
    """The file, and the sheet and row in it: `skjema.xlsx, rad 12`."""
    return _label(source.path, source.locator, m)


@lru_cache(maxsize=LABELS)
def _label(path: str, locator: str, m: Message) -> str:
    return ", ".join([path, *_locator(locator, m)])


def _locator(locator: str, m: Message) -> Iterator[str]:
    found = LOCATOR.fullmatch(locator)
    if not found:
        yield locator
        return
    if found["sheet"]:
        yield m("report-sheet", sheet=found["sheet"])
    if found["row"]:
        yield m("report-row", row=found["row"])


def place(passage: Passage, m: Message) -> tuple[str, ...]:
    """Where in its source a passage stands: page, question or nearest heading, and the point that it hangs on."""
    context, words = passage.context, []
    if passage.page is not None:
        words.append(m("report-page", page=passage.page))
    if context.question:
        words.append(m("report-answers", question=short(context.question)))
    elif context.headings:
        words.append(m("report-under", heading=short(context.headings[-1])))
    if context.parent and context.parent not in (context.question, *context.headings[-1:]):
        words.append(m("answer-hangs-on", text=short(context.parent)))
    return tuple(words)


def short(text: str) -> str:
    r"""At most `LONGEST_HEADING` characters on one line.

    >>> short("Kva meiner\n  de?")
    'Kva meiner de?'
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_HEADING else f"{line[: LONGEST_HEADING - 1].rstrip()}…"


def event_titles(settings: Settings, language: str) -> dict[str, str]:
    """Event id → its title in `language` or the nearest; the id itself where it has none."""
    return {event.event_id: in_language(event.title, language) or event.event_id for event in settings.events}


def group_label(voice: str, event: str, events: Mapping[str, str], m: Message) -> str:
    """Who spoke, and where: `Bord, Møte 1`."""
    if voice == MIXED:
        return m("cells-group")
    words = m(f"report-voice-{voice}")
    return m("report-group", voice=words, event=events.get(event, event)) if event else words


def voice_counts(voices: Mapping[str, int | None], m: Message) -> tuple[str, ...]:
    """`3 bord`, `1 organisasjon`: side by side, never summed; a number that is not shown says so."""
    return counted(voices, "report-count-", m)


def counted(voices: Mapping[str, int | None], words: str, m: Message) -> tuple[str, ...]:
    """As `voice_counts`, in the words of a page: how its messages that count a kind begin."""
    there = [voice for voice in VOICES if voice in voices and voices[voice] != 0]
    if len(there) > 1 and all(voices[voice] is None for voice in there):
        return (m("cells-mixed"),)
    return tuple(
        m("cells-individual") if voices[one] is None else m(f"{words}{one}", count=voices[one]) for one in there
    )


def reason_key(reason: str) -> str:
    """The catalogue's word for why a file gave no text; readers may add details behind a colon."""
    word = reason.partition(":")[0].strip()
    return word if word in UNREADABLE else "other"


def aside_key(reason: str) -> str:
    """The catalogue's word for why a span is set aside."""
    return reason if reason in REASONS else "other"


def law_sentence(name: str, m: Message) -> str:
    """What a law says, for people; its name where the catalogue has no sentence."""
    return m(f"report-law-{name}") if name in LAWS else name


def target_words(target: TargetEntry, m: Message) -> str:
    """`5 Evaluering av eInnsyn`, or what the catalogue calls `new` and `unplaced`."""
    if target.kind in ("new", "unplaced"):
        return m(f"report-title-{target.kind}")
    return f"{target.target_id} {target.title}" if target.title != target.target_id else target.target_id


def orphan_sentences(run_info: Mapping[str, Any], m: Message) -> tuple[str, ...]:
    """A sentence for every decision and response whose object has gone; `people` of run.json lists them."""
    people = run_info.get("people", {})
    decisions = [
        m(
            "review-orphan", number=one["number"], role=one["role"], act=m(f"review-act-{one['act']}"),
            why=m(f"review-remark-{one['code']}", ids=", ".join(one["ids"])),
        )
        for one in people.get("orphaned", ())
    ]  # fmt: skip
    replies = [
        m(
            "review-orphan-response",
            theme=one["theme_id"],
            target=one["target"],
            status=m(f"review-status-{one['status']}"),
        )
        for one in people.get("orphaned_responses", ())
    ]
    return (*decisions, *replies)
