"""By commitment and new topic: what each theme says, in whose words, who stands alone with it, and what is answered.

In: a `Telling`. Out: blocks. Guaranteed: a conclusion stands with its quotes under it, numbered through the document,
each with the way to the place in its source; what a conclusion counts without quoting it can be reached as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from consult.publish.document import Block, Heading, Items, Paragraph, Quote, Run, Runs, runs
from consult.publish.feedback.responses import places_of, response_blocks
from consult.publish.material import Telling, target_anchor
from consult.publish.outline import TargetEntry, ThemeEntry
from consult.publish.report import section_of
from consult.publish.statements import Piece, Statement
from consult.publish.statements import Quote as Cited
from consult.records import Act, Citation, Decision, Theme

SHAPING: frozenset[Act] = frozenset({"rename", "merge", "split", "move", "place"})
"""What people do with a theme short of approving it."""


def themes(telling: Telling) -> Iterator[Block]:
    """A section for commitments, one for known new topics, and one for what lies outside the plan."""
    numbers = count(1)
    for kind, targets in groupby(telling.plan.targets, key=section_of):
        yield Heading(level=1, text=telling.m(f"feedback-kind-{kind}"), anchor=f"part-{kind}")
        for target in targets:
            yield from _target(telling, target, numbers)


def _target(telling: Telling, target: TargetEntry, numbers: Iterator[int]) -> Iterator[Block]:
    m = telling.m
    yield Heading(level=2, text=telling.target_words(target), anchor=target_anchor(target))
    if target.kind in ("new", "unplaced") and target.themes:
        yield Paragraph(runs=runs(m(f"feedback-about-{target.kind}")))
    if target.passages:
        passages, voices = m("feedback-count-passages", count=target.passages), telling.voices(target.voices)
        yield Paragraph(runs=runs(m("feedback-target-counts", passages=passages, voices=voices)))
    elif not target.themes:
        yield Paragraph(runs=runs(m("feedback-nothing")))
    for entry in target.themes:
        yield from _theme(telling, entry, numbers)
    if target.also:
        yield Paragraph(runs=runs(m("feedback-also")))
        yield Items(items=tuple(_pointer(telling, one.entry) for one in target.also))


def _pointer(telling: Telling, entry: ThemeEntry) -> Runs:
    under = telling.target_words(telling.targets[entry.main])
    return telling.titled(entry.theme, f"#{entry.theme.theme_id}"), Run(text=f" – {under}")


def _theme(telling: Telling, entry: ThemeEntry, numbers: Iterator[int]) -> Iterator[Block]:
    m, theme = telling.m, entry.theme
    yield Heading(level=3, text=theme.title, anchor=theme.theme_id, language=telling.other(telling.main))
    yield Paragraph(runs=tuple(_about(telling, entry)))
    for statement in entry.statements:
        yield from _statement(telling, statement, numbers)
    if entry.silent:
        yield Paragraph(runs=(Run(text=m("feedback-silent", count=len(entry.silent)), link="#silent"),))
    for place in places_of(telling, entry):
        yield from response_blocks(telling, place, telling.place_anchor(theme.theme_id, place.target))


def _about(telling: Telling, entry: ThemeEntry) -> Iterator[Run]:
    """Who speaks in a theme, whether it is one voice alone, and whether a person has read it."""
    m = telling.m
    passages = m("feedback-count-passages", count=entry.passages)
    yield Run(text=m("feedback-target-counts", passages=passages, voices=telling.voices(entry.voices)))
    if entry.speakers == 1:
        yield Run(text=" ")
        yield Run(text=m("feedback-single"), strong=True)
    if entry.theme.parent:
        yield Run(text=f" {m('feedback-part-of')} ")
        yield Run(text=entry.theme.parent, language=telling.other(telling.main))
        yield Run(text=".")
    word = entry.theme.status if entry.theme.status in ("approved", "changed") else "proposed"
    if word == "proposed" and _is_shaped(entry.theme, telling.material.decisions):
        word = "shaped"
    yield Run(text=f" {m(f'feedback-theme-{word}')}")


def _is_shaped(theme: Theme, decisions: Sequence[Decision]) -> bool:
    """Whether people have titled, merged, divided or placed a theme, or moved a passage of it, and stand by it."""
    undone = {number for one in decisions if one.act == "undo" for number in one.objects}
    about = {theme.theme_id, *theme.passage_ids}
    return any(
        one.act in SHAPING and str(one.number) not in undone and not about.isdisjoint(one.objects) for one in decisions
    )


def _statement(telling: Telling, statement: Statement, numbers: Iterator[int]) -> Iterator[Block]:
    """Words of ours with the numbers of the quotes that bear them out, and the quotes below."""
    m, one = telling.m, statement.conclusion
    for at, (words, quotes) in enumerate(_parts(statement.pieces)):
        numbered = [(next(numbers), piece) for piece in quotes]
        marks = [(number, quote_anchor(piece.quote.citation)) for number, piece in numbered if piece.quote]
        said = Run(text=words, language=telling.other(one.language))
        end = _remarks(telling, statement) if at == 0 else ()
        yield Paragraph(runs=(said, *references(marks), *end), anchor=one.conclusion_id if at == 0 else "")
        for number, piece in numbered:
            if piece.quote is not None:
                yield _quote(telling, piece.quote, number)
    if statement.further:
        links = [_further(telling, quote, next(numbers)) for quote in statement.further]
        yield Paragraph(runs=(Run(text=f"{m('feedback-further')}"), *(run for link in links for run in link)))


def _parts(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Words, each time with the quotes that follow on them."""
    words, quotes = "", list[Piece]()
    for piece in pieces:
        if piece.quote is not None:
            quotes.append(piece)
            continue
        if quotes:
            yield words, quotes
            words, quotes = "", []
        words = f"{words} {piece.text}".strip()
    yield words, quotes


def references(marks: Sequence[tuple[int, str]]) -> Iterator[Run]:
    """`[1] [2]`, each with the way to its quote."""
    for number, anchor in marks:
        yield Run(text=" ")
        yield Run(text=f"[{number}]", link=f"#{anchor}")


def quote_anchor(citation: Citation) -> str:
    """The address of a quote, the same in every edition that has it."""
    return f"{citation.conclusion_id}.{citation.passage_id}.{citation.start}"


def _remarks(telling: Telling, statement: Statement) -> Iterator[Run]:
    """Whether a model or a person has worded the sentence. That people disagree, the sentence says where it is so."""
    one = statement.conclusion
    if one.how in ("drafted", "edited"):
        yield Run(text=f" {telling.m(f'feedback-how-{one.how}')}")


def _quote(telling: Telling, quote: Cited, number: int) -> Quote:
    where = Run(text=telling.source_words(quote.source), link=telling.passage_link(quote.passage))
    return Quote(
        text=quote.citation.exact, language=quote.passage.language, number=number, by=(where,),
        anchor=quote_anchor(quote.citation),
    )  # fmt: skip


def _further(telling: Telling, quote: Cited, number: int) -> Iterator[Run]:
    yield Run(text=" ")
    words = f"[{number}] {telling.source_words(quote.source)}"
    yield Run(text=words, link=telling.passage_link(quote.passage))
