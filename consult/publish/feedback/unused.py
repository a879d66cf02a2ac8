"""What could not be used: what could not be read, what is set aside, and what no conclusion says again.

In: a `Reading`. Out: blocks. Guaranteed: each contribution and each passage that the answer does not carry stands
here with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.publish.document import Block, Heading, Paragraph, Quote, Run, Table, runs
from consult.publish.material import Reading, ordered


def unused(reading: Reading) -> Iterator[Block]:
    """The whole chapter."""
    yield Heading(level=1, text=reading.m("feedback-unused"), anchor="unused")
    yield from _unreadable(reading)
    yield from _set_aside(reading)
    yield from _silent(reading)


def _unreadable(reading: Reading) -> Iterator[Block]:
    m, lost = reading.m, reading.plan.unreadable
    yield Heading(level=2, text=m("feedback-unreadable"), anchor="unreadable")
    if not lost:
        yield Paragraph(runs=runs(m("feedback-unreadable-none")))
        return
    yield Paragraph(runs=runs(m("feedback-unreadable-text")))
    rows = tuple((runs(reading.source_words(source)), runs(reading.unreadable(source))) for source in lost)
    head = (m("feedback-column-source"), m("feedback-column-reason"))
    yield Table(caption=m("feedback-unreadable-caption"), head=head, rows=rows, anchor="unreadable-sources")


def _set_aside(reading: Reading) -> Iterator[Block]:
    m, counted = reading.m, reading.plan.set_aside
    yield Heading(level=2, text=m("feedback-set-aside"), anchor="set-aside")
    yield Paragraph(runs=runs(m("feedback-set-aside-text")))
    rows = tuple(
        (runs(reading.aside(reason)), runs(str(stretches)), runs(str(characters)))
        for reason, (stretches, characters) in counted.items()
    )
    head = tuple(m(f"feedback-column-{name}") for name in ("reason", "stretches", "characters"))
    if rows:
        yield Table(
            caption=m("feedback-set-aside-caption"), head=head, rows=rows, numeric=(1, 2), anchor="set-aside-counts"
        )
    yield from _by_people(reading)


def _by_people(reading: Reading) -> Iterator[Block]:
    """What a person said is no input, in its own words."""
    found = [span for span in reading.analysis.set_aside if (span.source_id, span.start) in reading.material.by_people]
    yield Paragraph(runs=runs(reading.m("feedback-aside-people", count=len(found))))
    for span in sorted(found, key=lambda one: (one.source_id, one.start)):
        source = reading.sources[span.source_id]
        by = f"{reading.source_words(source)} – {reading.aside(span.reason)}"
        yield Quote(text=span.text.strip(), language=source.language, by=runs(by))


def _silent(reading: Reading) -> Iterator[Block]:
    m = reading.m
    silent = ordered(reading.passages[one] for one in reading.unreflected)
    yield Heading(level=2, text=m("feedback-silent-title"), anchor="silent")
    yield Paragraph(runs=runs(m("feedback-silent-text" if silent else "feedback-silent-none")))
    for passage in silent:
        theme, source = reading.theme_of[passage.passage_id], reading.sources[passage.source_id]
        where = Run(text=reading.source_words(source), link=reading.passage_link(passage))
        to_theme = reading.titled(theme, f"#{theme.theme_id}")
        why = Run(text=f". {reading.unreflected[passage.passage_id]}")
        yield Quote(
            text=passage.text, language=passage.language, by=(where, Run(text=" – "), to_theme, why),
            anchor=f"silent-{passage.passage_id}",
        )  # fmt: skip
