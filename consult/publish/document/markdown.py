r"""A document as Markdown: CommonMark with the tables of GitHub's dialect.

In: a document. Out: its text. Guaranteed: nothing that somebody wrote becomes a link, a heading, markup or the end of
a table's cell; every address is an `<a id>` of ours. Pictures give their words and their table.

>>> escaped("*a* <b> 1. c | d")
'\\*a\\* \\<b\\> 1. c \\| d'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consult.messages import Message
from consult.publish.document import (
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
)
from consult.publish.document.words import byline, printable, words

ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>|~&$@#]|(?<=[A-Za-z]):(?=/)|(?<=www)\.|(?<=\w)\.(?=[^\W\d_]{2})|!(?=\[)", re.IGNORECASE
)
"""What begins markup inside a line in CommonMark, GitHub's dialect (struck words, bare addresses) or its formulas;
and the dot of what looks like a domain, which some renderers make a link of."""

START = re.compile(r"\A(?P<space>\s*)(?:(?P<sign>[+=.)-])|(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$))")
"""What begins a list, a rule or an underline at the start of a line, or might end a list's number begun before it."""

BREAK = "\\\n"
"""A line's end inside a paragraph."""


def to_markdown(document: Document) -> str:
    """The document as one text that ends in a line feed."""
    m = words(document)
    parts = [*_head(document, m), *_blocks(document.blocks, m)]
    return "\n\n".join(parts) + "\n"


def _blocks(blocks: Sequence[Block], m: Message) -> Iterator[str]:
    """The blocks one by one; two lists in a row are kept apart, or Markdown would read them as one."""
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(before, Items) and isinstance(block, Items):
            yield "<!-- -->"
        yield from _block(block, m)


def escaped(text: str) -> str:
    """`text`, every sign that Markdown would act on behind a backslash, and no line empty or indented."""
    kept = (_line(line.strip()) for line in re.split(r"[\n\u2028\u2029]", printable(text)))
    return BREAK.join(line for line in kept if line)


def _line(line: str) -> str:
    return START.sub(_start, ACTIVE.sub(r"\\\g<0>", line), count=1) if line else ""


def _start(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"{match['space']}\\{match['sign']}"
    return f"{match['space']}{match['number']}\\{match['stop']}"


def _head(document: Document, m: Message) -> Iterator[str]:
    if document.draft:
        yield f"> **{_flat(document.draft)}**"
    yield f"# {_flat(document.title)}"
    yield from filter(None, (escaped(document.subtitle), _flat(" · ".join(byline(document, m)))))
    if document.contents:
        yield f"**{_flat(document.contents)}**"
        yield "\n".join(
            f"{'  ' * (heading.level - 1)}- [{_flat(heading.text)}](#{heading.anchor})"
            for heading in document.headings
            if heading.level <= 2
        )


def _block(block: Block, m: Message) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 6)} {_place(block.anchor)}{_flat(block.text)}"
        case Paragraph():
            yield _place(block.anchor) + _runs(block.runs)
        case Quote():
            yield _quote(block, m)
        case Items():
            yield _items(block)
        case Table():
            yield from _table(block)
        case Picture():
            yield f"{_place(block.anchor)}**{_flat(block.title)}**{BREAK}{escaped(block.description)}"
            yield from _table(block.table)
        case Note():
            yield _quoted(f"{_place(block.anchor)}**{m(f'document-note-{block.kind}')}:** {_runs(block.runs)}")


def _quote(block: Quote, m: Message) -> str:
    number = [m("document-quote", number=block.number)] if block.number else []
    by = " · ".join([*number, *([_runs(block.by)] if block.by else [])])
    words_ = _place(block.anchor) + escaped(block.text)
    return _quoted(f"{words_}\n\n— {by}" if by else words_)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _items(block: Items) -> str:
    marks = [f"{n}." if block.ordered else "-" for n in range(1, len(block.items) + 1)]
    items = [f"{mark} {_runs(item)}" for mark, item in zip(marks, block.items, strict=True)]
    return "\n".join(item.replace("\n", "\n   ") for item in items)


def _table(table: Table) -> Iterator[str]:
    yield f"{_place(table.anchor)}**{_flat(table.caption)}**"
    rule = ["---:" if column in table.numeric else "---" for column in range(len(table.head))]
    rows = [[_flat(words_) for words_ in table.head], rule, *([_cell(cell) for cell in row] for row in table.rows)]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Sequence[Run]) -> str:
    return _runs(cell).replace(BREAK, "<br>")


def _flat(text: str) -> str:
    """`text` escaped, on one line."""
    return _line(" ".join(printable(text).split()))


def _place(anchor: str) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""


def _runs(runs: Sequence[Run]) -> str:
    texts = [" ", *(run.text for run in runs), " "]
    around = zip(texts, texts[1:], texts[2:], strict=False)
    apart = [_space(before[-1:], text[:1]) and _space(text[-1:], after[:1]) for before, text, after in around]
    return "".join(_run(run, apart=alone) for run, alone in zip(runs, apart, strict=True)).strip()


def _space(*signs: str) -> bool:
    return any(sign.isspace() for sign in signs)


def _run(run: Run, *, apart: bool) -> str:
    """A run between its marks; spaces at its ends stand outside them, where Markdown wants them.

    apart: white space stands around it; stars in the midst of a word would be read as stars.
    """
    before, after = (" " if run.text[:1].isspace() else ""), (" " if run.text[-1:].isspace() else "")
    inner = escaped(run.text)
    if not inner:
        return _place(run.anchor) + before
    if run.strong or run.mark:
        inner = f"**{inner}**" if apart else f"<strong>{inner}</strong>"
    inner = f"[{inner}](<{_address(run.link)}>)" if run.link else inner
    return f"{before}{_place(run.anchor)}{inner}{after}"


def _address(link: str) -> str:
    """A link's target between angle brackets: what would end it is written in percent."""
    return re.sub(r"[<>\\\s]", lambda sign: "".join(f"%{byte:02X}" for byte in sign.group().encode()), printable(link))
