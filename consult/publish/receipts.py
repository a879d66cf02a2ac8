"""A receipt for every source: what we read, where each statement went, what it led to, and what is answered.

In: a `Telling` in the contributor's own written standard, and a source, also one that could not be read. Out: a
`Document`. Guaranteed: every passage of the source stands on it exactly as it was written, with its theme, its
conclusion or why there is none, and the answer or that there is none yet; so does every span that was set aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consult.publish.document import Block, Document, Heading, Items, Note, Paragraph, Quote, Run, Table, runs
from consult.publish.feedback.method import contact_lines
from consult.publish.feedback.responses import Place, places_of, response_blocks
from consult.publish.feedback.sections import quote_anchor
from consult.publish.marked_text import marked_text
from consult.publish.material import Telling
from consult.publish.outline import ThemeEntry
from consult.records import Passage, SetAside, Source, in_language

Numbered = tuple[int, Passage]


def receipt(telling: Telling, source: Source) -> Document:
    """The receipt of one source."""
    m, head = telling.m, telling.material.head
    return Document(
        title=_title(telling, source),
        subtitle=telling.title(),
        language=telling.language,
        author=in_language(telling.settings.publication.responsible, telling.language),
        date=head.date,
        draft="" if head.final else m("receipt-draft"),
        blocks=tuple(_blocks(telling, source)),
    )


def withheld_receipt(telling: Telling, source_id: str) -> Document:
    """What the public sees under the code of a contribution that is not published: that it came, and nothing else."""
    m, head = telling.m, telling.material.head
    code = m("receipt-code", code=telling.material.codes[source_id])
    return Document(
        title=m("receipt-title"),
        subtitle=telling.title(),
        language=telling.language,
        author=in_language(telling.settings.publication.responsible, telling.language),
        date=head.date,
        draft="" if head.final else m("receipt-draft"),
        blocks=(
            Note(kind="about", runs=runs(code), anchor="code"),
            Paragraph(runs=runs(m("receipt-withheld"))),
            *(Paragraph(runs=runs(line)) for line in contact_lines(telling)),
            Paragraph(runs=(Run(text=m("receipt-whole"), link=telling.feedback_page(from_receipt=True)),)),
        ),
    )


def _title(telling: Telling, source: Source) -> str:
    m = telling.m
    if source.status != "read":
        return m("receipt-title")
    if source.voice == "organisation" and source.contributor:
        return m("receipt-title-organisation", who=source.contributor)
    return m("receipt-title-group_note" if source.voice == "group_note" else "receipt-title")


def _blocks(telling: Telling, source: Source) -> Iterator[Block]:
    m = telling.m
    spans = telling.spans.get(source.source_id, [])
    passages = [span for span in spans if isinstance(span, Passage)]
    numbered = list(enumerate(passages, start=1))
    yield Paragraph(runs=runs(m("receipt-lead")))
    yield from _code(telling, source)
    yield Heading(level=1, text=m("receipt-received"), anchor="received")
    yield Items(items=tuple((run,) for run in _facts(telling, source)))
    yield from _read(telling, source, passages)
    if source.status == "read":
        yield from _text(telling, source)
        yield from _where(telling, numbered)
        yield from _aside(telling, [span for span in spans if isinstance(span, SetAside)])
    yield Heading(level=1, text=m("receipt-misread"), anchor="misread")
    yield from (Paragraph(runs=runs(line)) for line in contact_lines(telling))
    yield Paragraph(runs=(Run(text=m("receipt-whole"), link=telling.feedback_page(from_receipt=True)),))


def _code(telling: Telling, source: Source) -> Iterator[Block]:
    m, address = telling.m, telling.settings.publication.address
    words = [Run(text=m("receipt-code", code=telling.material.codes[source.source_id]), strong=True)]
    words.append(Run(text=f". {m('receipt-code-keep')}"))
    where = m("receipt-code-where", address=f"{address}/receipts/") if address else m("receipt-code-later")
    words.append(Run(text=f" {where}"))
    yield Note(kind="about", runs=tuple(words), anchor="code")


def _facts(telling: Telling, source: Source) -> Iterator[Run]:
    m = telling.m
    number = str(telling.numbers[source.source_id])
    if source.status == "read":
        yield Run(text=m("receipt-received-as", number=number, who=telling.who(source)))
    else:
        yield Run(text=m("feedback-source", number=number))
    if telling.material.whole:
        yield Run(text=m("receipt-received-file", path=f"{source.path} {source.locator}".strip()))
    day = source.date or (telling.events[source.event].date if source.event in telling.events else "")
    if day:
        yield Run(text=m("receipt-received-date", date=telling.day(day)))


def _read(telling: Telling, source: Source, passages: Sequence[Passage]) -> Iterator[Block]:
    m = telling.m
    if source.status != "read":
        yield Note(kind="missing", runs=runs(m("receipt-unreadable", reason=telling.unreadable(source))))
        yield Paragraph(runs=runs(m("receipt-unreadable-next")))
        return
    said = sum(passage.end - passage.start for passage in passages)
    sums = m("receipt-characters", all=source.characters, said=said, aside=source.characters - said)
    yield Paragraph(runs=runs(f"{m('receipt-read', passages=len(passages))} {sums}"), anchor="sums")


def _text(telling: Telling, source: Source) -> Iterator[Block]:
    m = telling.m

    def onward(number: int, passage: Passage) -> Run:
        return Run(text=f" [{number}]", link=f"#fate-{passage.passage_id}")

    yield Heading(level=1, text=m("receipt-text"), anchor="text")
    paragraphs = tuple(marked_text(telling, source, onward))
    if paragraphs:
        yield Paragraph(runs=runs(m("receipt-text-note" if telling.material.whole else "receipt-text-note-public")))
        yield from paragraphs
    else:
        yield Paragraph(runs=runs(m("feedback-no-text")))


# -- where it went ------------------------------------------------------------------------------------


def _where(telling: Telling, numbered: Sequence[Numbered]) -> Iterator[Block]:
    """A section for each theme that the source feeds, in the order of the text."""
    yield Heading(level=1, text=telling.m("receipt-where"), anchor="where")
    if not numbered:
        yield Paragraph(runs=runs(telling.m("receipt-where-none")))
    groups: dict[str, list[Numbered]] = {}
    for number, passage in numbered:
        groups.setdefault(telling.theme_of[passage.passage_id].theme_id, []).append((number, passage))
    for theme_id, members in groups.items():
        yield from _theme(telling, telling.entries[theme_id], members)


def _theme(telling: Telling, entry: ThemeEntry, members: Sequence[Numbered]) -> Iterator[Block]:
    m, theme = telling.m, entry.theme
    page = telling.feedback_page(from_receipt=True)
    places = places_of(telling, entry)
    targets = telling.listed([telling.target_words(place.target) for place in places])
    yield Heading(level=2, text=theme.title, anchor=theme.theme_id, language=telling.other(telling.main))
    label = Run(text=f"{m('receipt-theme-label')}: ")
    on = Run(text=f". {m('receipt-on', targets=targets)}")
    yield Paragraph(runs=(label, telling.titled(theme, f"{page}#{theme.theme_id}"), on))
    for number, passage in members:
        yield from _passage(telling, number, passage)
    yield from _conclusions(telling, members, page)
    yield Heading(level=3, text=m("receipt-answer"), anchor=f"answers-{theme.theme_id}")
    for place in places:
        yield from _answer(telling, place, page)


def _passage(telling: Telling, number: int, passage: Passage) -> Iterator[Block]:
    m, passage_id = telling.m, passage.passage_id
    back = Run(text=m("receipt-statement", number=number), link=f"#{passage_id}")
    yield Quote(text=passage.text, language=passage.language, by=(back,), anchor=f"fate-{passage_id}")
    entry = telling.entries[telling.theme_of[passage_id].theme_id]
    own = telling.plan.place_of.get(passage_id, entry.main)
    if own != entry.main:
        target = telling.target_words(telling.targets[own])
        yield Paragraph(runs=runs(m("receipt-own-place", number=number, target=target)))
    if passage_id in telling.copies:
        yield Paragraph(runs=runs(m("receipt-alike", number=number, count=telling.copies[passage_id])))
    if passage_id in telling.unreflected:
        reason = telling.unreflected[passage_id]
        yield Paragraph(runs=runs(m("receipt-not-reflected", number=number, reason=reason)))


def _conclusions(telling: Telling, members: Sequence[Numbered], page: str) -> Iterator[Block]:
    """The conclusion that each passage supports, with the way to it, and to its own quote where it is quoted."""
    for number, passage in members:
        for conclusion, citation in telling.cited.get(passage.passage_id, ()):
            use = "receipt-quoted" if citation.shown else "receipt-counted"
            at = quote_anchor(citation) if citation.shown else conclusion.conclusion_id
            said = Run(text=conclusion.text, link=f"{page}#{at}", language=telling.other(conclusion.language))
            yield Paragraph(runs=(Run(text=f"{telling.m(use, number=number)} "), said))


def _answer(telling: Telling, place: Place, page: str) -> Iterator[Block]:
    if place.response is None:
        words = telling.m("receipt-not-answered", target=telling.target_words(place.target))
        link = f"{page}#{telling.place_anchor(place.entry.theme.theme_id, place.target)}"
        yield Note(kind="missing", runs=(Run(text=words, link=link),))
        return
    yield from response_blocks(telling, place)


# -- what was set aside -------------------------------------------------------------------------------


def _aside(telling: Telling, spans: Sequence[SetAside]) -> Iterator[Block]:
    """What was set aside with its reason; white space and list marks are counted."""
    m = telling.m
    shown = [span for span in spans if span.reason != "blank" or _by_person(telling, span)]
    yield Heading(level=1, text=m("receipt-aside"), anchor="set-aside")
    if not shown:
        yield Paragraph(runs=runs(m("receipt-aside-none")))
    else:
        rows = tuple(_aside_row(telling, span) for span in shown)
        head = (m("receipt-column-text"), m("receipt-column-why"))
        caption = m("receipt-aside-caption")
        yield Table(caption=caption, head=head, rows=rows, anchor="set-aside-spans", row_heads=False)
    blanks = len(spans) - len(shown)
    if blanks:
        yield Paragraph(runs=runs(m("receipt-aside-blank", count=blanks)))


def _aside_row(telling: Telling, span: SetAside) -> tuple[tuple[Run, ...], ...]:
    language = telling.other(telling.sources[span.source_id].language)
    why = telling.aside(span.reason)
    if _by_person(telling, span):
        why = telling.m("receipt-aside-person", reason=why)
    return (Run(text=span.text.strip(), language=language),), runs(why)


def _by_person(telling: Telling, span: SetAside) -> bool:
    return (span.source_id, span.start) in telling.by_people
