"""The feedback document: what was said, what the authority answers, what it does not take up, and why.

In: a `Telling` of the material in one language. Out: a `Document` that four writers turn into files. Guaranteed:
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
from consult.publish.material import Telling
from consult.records import in_language

__all__ = ["feedback", "places"]


def feedback(telling: Telling) -> Document:
    """The whole document in the telling's language."""
    m, settings = telling.m, telling.settings
    return Document(
        title=telling.title(),
        subtitle=m("feedback-kicker"),
        subject=m("feedback-subject"),
        language=telling.language,
        author=in_language(settings.publication.responsible, telling.language),
        date=telling.material.head.date,
        draft="" if telling.material.head.final else m("feedback-draft"),
        contents=m("feedback-contents"),
        blocks=tuple(_blocks(telling)),
    )


def _blocks(telling: Telling) -> Iterator[Block]:
    yield from _notes(telling)
    yield from brief(telling)
    yield from process(telling)
    yield from counts(telling)
    yield from _pictures(telling)
    yield from themes(telling)
    yield from answers(telling)
    yield from unused(telling)
    yield from method(telling)
    yield from who_answers(telling)
    yield from changes(telling)


def _notes(telling: Telling) -> Iterator[Block]:
    m, material = telling.m, telling.material
    if not material.head.final:
        yield Note(kind="draft", runs=runs(m("feedback-draft-about")))
    if material.whole:
        yield Note(kind="about", runs=runs(m("feedback-internal")))
    audience = in_language(telling.settings.publication.audience, telling.language)
    if audience:
        yield Paragraph(runs=runs(m("feedback-audience", audience=audience)))
    if telling.language not in telling.settings.languages:
        yield Note(kind="about", runs=runs(m("feedback-in-other-words")))


def _pictures(telling: Telling) -> Iterator[Block]:
    if telling.pictures:
        yield Heading(level=1, text=telling.m("feedback-pictures"), anchor="pictures")
        yield from telling.pictures
