"""What could not be used: what could not be read, what is set aside, and what no conclusion says again.

In: a `Telling`. Out: blocks. Guaranteed: each contribution and each passage that the answer does not carry stands
here with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.publish.document import Block, Heading, Paragraph, Quote, Run, Table, runs
from consult.publish.material import Telling, ordered


def unused(telling: Telling) -> Iterator[Block]:
    """The whole chapter."""
    yield Heading(level=1, text=telling.m("feedback-unused"), anchor="unused")
    yield from _unreadable(telling)
    yield from _set_aside(telling)
    yield from _silent(telling)


def _unreadable(telling: Telling) -> Iterator[Block]:
    m, lost = telling.m, telling.plan.unreadable
    yield Heading(level=2, text=m("feedback-unreadable"), anchor="unreadable")
    if not lost:
        yield Paragraph(runs=runs(m("feedback-unreadable-none")))
        return
    yield Paragraph(runs=runs(m("feedback-unreadable-text")))
    rows = tuple((runs(telling.source_words(source)), runs(telling.unreadable(source))) for source in lost)
    head = (m("feedback-column-source"), m("feedback-column-reason"))
    yield Table(caption=m("feedback-unreadable-caption"), head=head, rows=rows, anchor="unreadable-sources")


def _set_aside(telling: Telling) -> Iterator[Block]:
    m, counted = telling.m, telling.plan.set_aside
    yield Heading(level=2, text=m("feedback-set-aside"), anchor="set-aside")
    yield Paragraph(runs=runs(m("feedback-set-aside-text")))
    rows = tuple(
        (runs(telling.aside(reason)), runs(str(stretches)), runs(str(characters)))
        for reason, (stretches, characters) in counted.items()
    )
    head = tuple(m(f"feedback-column-{name}") for name in ("reason", "stretches", "characters"))
    if rows:
        yield Table(
            caption=m("feedback-set-aside-caption"), head=head, rows=rows, numeric=(1, 2), anchor="set-aside-counts"
        )
    yield from _by_people(telling)


def _by_people(telling: Telling) -> Iterator[Block]:
    """What a person said is no input, in its own words."""
    found = [span for span in telling.analysis.set_aside if (span.source_id, span.start) in telling.by_people]
    yield Paragraph(runs=runs(telling.m("feedback-aside-people", count=len(found))))
    for span in sorted(found, key=lambda one: (one.source_id, one.start)):
        source = telling.sources[span.source_id]
        by = f"{telling.source_words(source)} – {telling.aside(span.reason)}"
        yield Quote(text=span.text.strip(), language=source.language, by=runs(by))


def _silent(telling: Telling) -> Iterator[Block]:
    m = telling.m
    silent = ordered(telling.passages[one] for one in telling.unreflected)
    yield Heading(level=2, text=m("feedback-silent-title"), anchor="silent")
    yield Paragraph(runs=runs(m("feedback-silent-text" if silent else "feedback-silent-none")))
    for passage in silent:
        theme, source = telling.theme_of[passage.passage_id], telling.sources[passage.source_id]
        where = Run(text=telling.source_words(source), link=telling.passage_link(passage))
        to_theme = telling.titled(theme, f"#{theme.theme_id}")
        why = Run(text=f". {telling.unreflected[passage.passage_id]}")
        yield Quote(
            text=passage.text, language=passage.language, by=(where, Run(text=" – "), to_theme, why),
            anchor=f"silent-{passage.passage_id}",
        )  # fmt: skip
