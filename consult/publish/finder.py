"""The pages around what is published: the start page, *find your contribution*, and the contributions themselves.

In: a `Telling` of the public material. Out: documents, and the small script of the finder. Guaranteed: no page lists
a receipt code; the finder works from a folder and from a web server, asks nobody, and says how to do without a script.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from consult.messages import messages
from consult.publish.codes import ALPHABET, GROUP, PRIME, SIGNS, check_sign, grouped
from consult.publish.document import Block, Document, Heading, Items, Note, Paragraph, Run, runs
from consult.publish.marked_text import marked_text
from consult.publish.material import Telling
from consult.records import Passage, in_language

SCRIPT = Path(__file__).parent / "templates" / "finder.js"
FORM = "form"
"""The address of the paragraph that the script puts the form in place of."""


def example_code() -> str:
    """A code that nobody has: of ones alone, with its own check."""
    signs = [1] * (SIGNS - 1)
    return grouped("".join(ALPHABET[sign] for sign in (*signs, check_sign(signs))))


def finder(telling: Telling) -> Document:
    """The page that leads from a code to its receipt."""
    m, settings = telling.m, telling.settings.publication
    contact = settings.contact
    lost = m("public-find-lost", contact=contact) if contact else m("public-find-lost-none")
    example = example_code()
    return _document(
        telling,
        m("public-find-title"),
        (
            Paragraph(runs=runs(m("public-find-text"))),
            Heading(level=1, text=m("public-find-how"), anchor="how"),
            Paragraph(runs=runs(m("public-find-how-text", example=example))),
            Paragraph(runs=runs(m("public-find-noscript", example=example)), anchor=FORM),
            Paragraph(runs=runs(m("public-find-privacy"))),
            Paragraph(runs=runs(lost)),
        ),
    )


def finder_script(telling: Telling) -> str:
    """The finder's script with its words in it, so that the page's policy can name it by its hash."""
    words = {name: telling.m(f"public-find-{name}") for name in ("label", "button", "wrong")}
    facts = {"alphabet": ALPHABET, "signs": SIGNS, "group": GROUP, "prime": PRIME, "words": words, "place": FORM}
    told = json.dumps(facts, ensure_ascii=True).replace("<", "\\u003c")
    return f"const facts = {told};\n{SCRIPT.read_text(encoding='utf-8')}"


def start(telling: Telling, files: Mapping[str, Sequence[tuple[str, str]]]) -> Document:
    """The start page of `public/`. files: language → (what kind of file, its path), html first."""
    return _document(telling, telling.title(), tuple(_start(telling, files)), telling.m("public-title"))


def _start(telling: Telling, files: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[Block]:
    m, head = telling.m, telling.material.head
    if not head.final:
        yield Note(kind="draft", runs=runs(m("feedback-draft-about")))
    yield Heading(level=1, text=m("public-feedback"), anchor="feedback")
    yield Items(items=tuple(_formats(telling, language, paths) for language, paths in files.items()))
    yield Heading(level=1, text=m("public-find"), anchor="find")
    yield Paragraph(runs=runs(m("public-find-text")))
    yield Paragraph(runs=(Run(text=m("public-find-title"), link="receipts/index.html"),))
    yield Heading(level=1, text=m("public-files"), anchor="files")
    yield Paragraph(runs=runs(m("public-files-text")))
    pages = [(m("public-contributions"), f"contributions.{telling.page}.html")]
    pages += [(name, name) for name in ("tables.xlsx", "datapackage.json", "edition.json")]
    yield Items(items=tuple((Run(text=text, link=path),) for text, path in pages))


def _formats(telling: Telling, language: str, paths: Sequence[tuple[str, str]]) -> tuple[Run, ...]:
    (_, first), *others = paths
    name = telling.m("public-feedback-in", language=telling.m(f"public-language-{language}"))
    found = [Run(text=name, link=first)]
    for kind, path in others:
        found += [Run(text=" · "), Run(text=f"{kind}", link=path)]
    return tuple(found)


def contributions(telling: Telling) -> Document:
    """Every contribution that was read, redacted, its passages marked, each with the way to what it supports."""
    m = telling.m
    blocks: list[Block] = [Paragraph(runs=runs(m("feedback-contributions-text")))]
    for source_id in sorted(telling.sources):
        source = telling.sources[source_id]
        blocks.append(Heading(level=1, text=telling.source_words(source), anchor=source_id))
        text = tuple(marked_text(telling, source, lambda _, passage: _onward(telling, passage)))
        empty = telling.unreadable(source) if source.status != "read" else m("feedback-no-text")
        blocks += text or (Paragraph(runs=runs(empty)),)
    return _document(telling, m("feedback-contributions"), tuple(blocks), telling.title())


def _onward(telling: Telling, passage: Passage) -> Run:
    """The way from a marked passage to the conclusion that cites it first, else to its theme."""
    theme = telling.theme_of[passage.passage_id]
    cited = telling.cited.get(passage.passage_id)
    at = cited[0][0].conclusion_id if cited else theme.theme_id
    words = f" {telling.m('feedback-to-conclusion', theme=theme.title)}"
    return Run(text=words, link=f"{telling.feedback_page()}#{at}", language=telling.other(telling.main))


def _document(telling: Telling, title: str, blocks: tuple[Block, ...], subtitle: str = "") -> Document:
    head = telling.material.head
    edition = telling.m("public-edition", number=head.number, date=telling.day(head.date))
    return Document(
        title=title,
        subtitle=subtitle,
        language=telling.language,
        author=in_language(telling.settings.publication.responsible, telling.language),
        date=head.date,
        draft="" if head.final else telling.m("feedback-draft"),
        blocks=(*blocks, Paragraph(runs=runs(edition))),
    )


def language_links(languages: Sequence[str], page: str) -> tuple[Run, ...]:
    """The same page in other languages, each named in its own. page: with `{}` for the language."""
    return tuple(
        Run(text=messages(one)(f"public-language-{one}"), link=page.format(one), language=one) for one in languages
    )
