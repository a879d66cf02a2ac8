"""A source's text as paragraphs, with its passages marked and numbered, each with its address and a way onward.

In: a `Telling` and a source. Out: paragraphs. Guaranteed: passages stand in them exactly as they were written, in the
order of the text, and nothing between them is left out but white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from consult.publish.document import Paragraph, Run
from consult.publish.marked import stretches
from consult.publish.material import Telling
from consult.records import Passage, Source

APART = re.compile(r"\n[ \t]*\n")
"""A blank line, which parts paragraphs."""

Onward = Callable[[int, Passage], Run]
"""What follows on a marked passage: its number and the passage → a run with a link."""


def marked_text(telling: Telling, source: Source, onward: Onward) -> Iterator[Paragraph]:
    """The text of a source that was read, in paragraphs."""
    language = telling.other(source.language)
    line: list[Run] = []
    for part in _runs(telling, source, onward):
        for number, run in enumerate(_divided(part)):
            if number:
                yield from _paragraph(line, language)
                line = []
            line.append(run)
    yield from _paragraph(line, language)


def _runs(telling: Telling, source: Source, onward: Onward) -> Iterator[Run]:
    number = 0
    for stretch in stretches(source.text, telling.spans[source.source_id]):
        if stretch.passage is None:
            yield Run(text=stretch.text, language=telling.other(source.language))
            continue
        number += 1
        passage = stretch.passage
        language = telling.other(passage.language)
        yield Run(text=stretch.text, language=language, mark=True, anchor=passage.passage_id)
        yield onward(number, passage)


def _divided(run: Run) -> Iterator[Run]:
    """Words between passages, parted at blank lines; a passage stays whole."""
    if run.mark or run.link:
        yield run
        return
    for text in APART.split(run.text):
        yield Run(text=text, language=run.language)


def _paragraph(line: list[Run], language: str) -> Iterator[Paragraph]:
    """The runs of one paragraph without white space around them; nothing where there are no words."""
    runs = [run for run in line if run.text]
    if runs and not runs[0].mark:
        runs[0] = Run(text=runs[0].text.lstrip(), language=language)
    if runs and not (runs[-1].mark or runs[-1].link):
        runs[-1] = Run(text=runs[-1].text.rstrip(), language=language)
    if any(run.text.strip() for run in runs):
        yield Paragraph(runs=tuple(run for run in runs if run.text))
