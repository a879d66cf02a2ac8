"""The feedback document: what was said, what the authority answers, what it does not take up, and why.

In: a `Reading` of the material in one language. Out: a `Document` that four writers turn into files. Guaranteed:
whatever is said about the input cites exact words, and every number is counted; what people have not
answered stands as lacking; nothing that came in is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.publish.document import Block, Document, Heading, Note, Paragraph, runs
from consult.publish.feedback.changes import changes
from consult.publish.feedback.counts import brief, counts, process
from consult.publish.feedback.method import method, who_answers
from consult.publish.feedback.responses import answers, places
from consult.publish.feedback.sections import themes
from consult.publish.feedback.unused import unused
from consult.publish.material import Reading
from consult.records import in_language

__all__ = ["feedback", "places"]


def feedback(reading: Reading) -> Document:
    """The whole document in the reading's language."""
    m, settings = reading.m, reading.settings
    return Document(
        title=reading.title(),
        subtitle=m("feedback-kicker"),
        subject=m("feedback-subject"),
        language=reading.language,
        author=in_language(settings.publication.responsible, reading.language),
        date=reading.material.head.date,
        draft="" if reading.material.head.final else m("feedback-draft"),
        contents=m("feedback-contents"),
        blocks=tuple(_blocks(reading)),
    )


def _blocks(reading: Reading) -> Iterator[Block]:
    yield from _notes(reading)
    yield from brief(reading)
    yield from process(reading)
    yield from counts(reading)
    yield from _pictures(reading)
    yield from themes(reading)
    yield from answers(reading)
    yield from unused(reading)
    yield from method(reading)
    yield from who_answers(reading)
    yield from changes(reading)


def _notes(reading: Reading) -> Iterator[Block]:
    m, material = reading.m, reading.material
    if not material.head.final:
        yield Note(kind="draft", runs=runs(m("feedback-draft-about")))
    if material.whole:
        yield Note(kind="about", runs=runs(m("feedback-internal")))
    audience = in_language(reading.settings.publication.audience, reading.language)
    if audience:
        yield Paragraph(runs=runs(m("feedback-audience", audience=audience)))
    if reading.language not in reading.settings.languages:
        yield Note(kind="about", runs=runs(m("feedback-in-other-words")))


def _pictures(reading: Reading) -> Iterator[Block]:
    drawn = reading.material.drawings.get(reading.language, ())
    if drawn:
        yield Heading(level=1, text=reading.m("feedback-pictures"), anchor="pictures")
        yield from drawn
