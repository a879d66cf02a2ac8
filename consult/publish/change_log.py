"""What changed between two versions, as blocks of a document: the page that a change log links to.

In: a comparison of two versions, the words of a language, and the titles of places. Out: headings, tables and lists.
Guaranteed: every change is counted in the first table; what a contributor or civil servant wrote is data. For what is
published, compare public versions (`diff.version_of` of a public analysis) and leave `internal` off: no file is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from consult.diff import ORDER, Change, Comparison
from consult.messages import Message
from consult.publish.document import Block, Document, Heading, Items, Paragraph, Run, Runs, Table, runs
from consult.records import NEAREST

HOWS = ("new", "changed", "renamed", "replaced", "moved", "merged", "split", "gone")
"""Every way in which something can change, in the order of the table."""

FACTS = ("status", "reason", "responsible", "next_step", "date")


def change_document(
    comparison: Comparison,
    m: Message,
    language: str,
    places: Mapping[str, str],
    *,
    date: str = "",
    internal: bool = True,
) -> Document:
    """A document of its own. places: target's id, `new` and `unplaced` → title; date: ISO 8601."""
    return Document(
        title=m("change-title"),
        language=language,
        date=date,
        blocks=change_blocks(comparison, m, language, places, internal=internal),
    )


def change_blocks(
    comparison: Comparison,
    m: Message,
    language: str,
    places: Mapping[str, str],
    *,
    level: int = 1,
    internal: bool = False,
) -> tuple[Block, ...]:
    """The blocks alone, to stand in another document. level: of the headings; internal: name the files."""
    if not comparison.changes:
        return (Paragraph(runs=runs(m("change-none")), anchor="change-none"),)
    writer = _Writer(comparison, m, language, places)
    parts: list[Block] = [writer.counts()]
    for what in ORDER:
        blocks = tuple(writer.section(what)) if internal or what != "source" else ()
        if blocks:
            parts += [Heading(level=level, text=m(f"change-what-{what}"), anchor=f"change-{what}"), *blocks]
    return tuple(parts)


class _Writer:
    """The blocks of one comparison."""

    def __init__(self, comparison: Comparison, m: Message, language: str, places: Mapping[str, str]) -> None:
        self.comparison, self.m, self.language, self.places = comparison, m, language, places

    def of(self, what: str, *hows: str) -> list[Change]:
        """Changes of one kind; conclusions in the document's language, or where there are none in that, the nearest."""
        found = [one for one in self.comparison.changes if one.what == what and (not hows or one.how in hows)]
        own = [one for one in found if one.language in ("", self.language)]
        spoken = {one.language for one in found}
        near = next((one for one in (*NEAREST.get(self.language, ()), *sorted(spoken)) if one in spoken), "")
        return own or [one for one in found if one.language == near]

    def counts(self) -> Table:
        """How many of each kind changed in each way."""
        found = {what: Counter(one.how for one in self.of(what)) for what in ORDER}
        rows = tuple(
            (runs(self.m(f"change-what-{what}")), runs(self.m(f"change-how-{how}")), runs(str(found[what][how])))
            for what in ORDER
            for how in HOWS
            if found[what][how]
        )
        return self.table(
            "change-counts", ("change-column-what", "change-column-how", "change-column-count"), rows, (2,)
        )

    def section(self, what: str) -> Iterator[Block]:
        """What is told of one kind of thing."""
        sections: dict[str, Callable[[], Iterator[Block]]] = {
            "source": self.sources, "theme": self.themes, "passage": self.passages,
            "conclusion": self.conclusions, "response": self.responses,
        }  # fmt: skip
        yield from sections[what]()

    def sources(self) -> Iterator[Block]:
        """Files that came, went, or got another name or content."""
        yield from self.lists("source", lambda one: _arrow(one.before, one.after if one.after != one.before else ""))

    def themes(self) -> Iterator[Block]:
        """Themes that were born, renamed, placed elsewhere, merged or split, or are gone."""
        yield from self.lists("theme", self.theme)

    def theme(self, one: Change) -> Runs:
        """One theme's change in a line."""
        others = ", ".join(f"«{title}»" for _, title in one.parts)
        if one.how == "merged":
            return runs(self.m("change-merged", themes=others, theme=one.after))
        if one.how == "split":
            return runs(self.m("change-split", theme=one.before, themes=others))
        if one.how == "replaced":
            moved = (self.places.get(one.before, one.before), self.places.get(one.after, one.after))
            return (*runs(f"{self.title(one.id)}: "), *_arrow(*moved))
        return _arrow(one.before, one.after)

    def lists(self, what: str, line: Callable[[Change], Runs]) -> Iterator[Block]:
        """A list for each way in which something changed."""
        for how in HOWS:
            found = tuple(line(one) for one in self.of(what, how))
            if found:
                yield Paragraph(runs=(Run(text=self.m(f"change-{what}-{how}", count=len(found)), strong=True),))
                yield Items(items=found)

    def passages(self) -> Iterator[Block]:
        """From which theme to which passages moved, and where they were placed anew: counted, not quoted."""
        moved = Counter((self.title(one.before), self.title(one.after)) for one in self.of("passage", "moved"))
        places = Counter(
            tuple(self.places.get(place, place) for place in (one.before, one.after))
            for one in self.of("passage", "replaced")
        )
        for name, found in (("moved", moved), ("replaced", places)):
            rows = tuple(
                (runs(pair[0]), runs(pair[1]), runs(str(count)))
                for pair, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))
            )
            heads = ("change-column-from", "change-column-to", "change-column-count")
            if rows:
                yield self.table(f"change-passages-{name}", heads, rows, (2,))

    def conclusions(self) -> Iterator[Block]:
        """What is concluded otherwise, before and after."""
        rows = tuple(
            (runs(self.title(one.theme)), self.words(one.before), self.words(one.after))
            for one in sorted(self.of("conclusion"), key=lambda one: (self.title(one.theme), one.id, one.before))
        )
        if rows:
            heads = ("change-column-theme", "change-column-before", "change-column-after")
            yield self.table("change-conclusions", heads, rows)

    def responses(self) -> Iterator[Block]:
        """What was answered, and what is answered otherwise."""
        rows = tuple(
            (runs(self.title(one.theme)), self.answer(one, 1), self.answer(one, 2)) for one in self.of("response")
        )
        if rows:
            heads = ("change-column-theme", "change-column-before", "change-column-after")
            yield self.table("change-responses", heads, rows)

    def answer(self, one: Change, side: int) -> Runs:
        """Those columns of a response that differ, on one side."""
        values = {fact[0]: fact[side] for fact in one.facts}
        said = [values.get(name, "") for name in FACTS]
        if said[0]:
            said[0] = self.m(f"review-status-{said[0]}")
        return self.words("\n".join(filter(None, said)))

    def words(self, text: str) -> Runs:
        """A text, or a sign that there was none."""
        return runs(text) or runs("–")

    def title(self, theme_id: str) -> str:
        """A theme's title, or its id where it is in neither version."""
        return self.comparison.titles.get(theme_id, theme_id)

    def table(
        self, name: str, heads: Sequence[str], rows: tuple[tuple[Runs, ...], ...], numeric: Sequence[int] = ()
    ) -> Table:
        """A table whose caption and heads are messages."""
        head = tuple(self.m(key) for key in heads)
        return Table(caption=self.m(name), head=head, rows=rows, anchor=name, numeric=tuple(numeric))


def _arrow(before: str, after: str) -> Runs:
    return runs(" → ".join(_known((before, after))))


def _known(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]
