"""Documents for the tests of the writers: a rich one in each language, one whose every text is hostile, a long one."""

from __future__ import annotations

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
    runs,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" role="img" aria-labelledby="pic-t pic-d">'
    '<title id="pic-t">Tal</title><desc id="pic-d">To søyler</desc><rect width="200" height="20" fill="#00558b"/>'
    '<rect y="30" width="100" height="20" fill="#fff" stroke="#000"/><text x="210" y="15" '
    'font-family="Inter" font-size="14">20</text></svg>'
)

HOSTILE = (
    "<script>alert('x')</script> & \"sitat\" {{ 7 * 7 }} =HYPERLINK(1) #panic() $x$ *feit* _skrå_ `kode` @tag <lapp> "
    "[lenkje](https://evil.example) ![bilete](x) https://evil.example www.evil.example kari@evil.example | kolonne | "
    "~~strøk~~ \\begin{x} &lt;b&gt; &#60;i&#62; <!-- merknad --> ]]> %PDF // /* */"
)
"""Would do harm wherever it is not treated as text: in HTML, templates, spreadsheets, Typst, Markdown and XML."""

LINES = (
    "# Overskrift\n- punkt\n1. nummer\n> sitat\n---\n===\n```\nkode\n```\n    innrykk\n\n"
    "| a | b |\n|---|---|\n+ pluss\n2) to"
)
"""Lines that Markdown would take for structure."""

SIGNS = "Nordsamisk: Sámi giella, š đ ŋ ŧ ž č. Polski: ąęłńóśźż. Ελληνικά. Кириллица. ✓ ☐ ➢ → ● مرحبا"
"""Letters of those who write to Norwegian authorities."""

CONTROLS = "NUL\x00 ESC\x1b[2J FF\x0c DEL\x7f C1\x9b U+FFFE\ufffe \u202esnudd\u2066 tab\there"
"""Signs that XML forbids, that act on terminals, and that turn what follows."""


def rich(language: str = "nn", *, draft: str = "Utkast – ikkje til publisering") -> Document:
    """Every kind of block, with what is easily forgotten: other languages, marks, links, numbers, an empty cell."""
    return Document(
        title="Kva de sa, og kva vi gjer", language=language, subtitle="Innspel til handlingsplanen for openheit",
        author="Digitaliserings- og forvaltningsdepartementet", date="2026-03-04", draft=draft, contents="Innhald",
        subject="Tilbakemelding til deltakarane", blocks=tuple(_rich()),
    )  # fmt: skip


def _rich() -> list[Block]:
    return [
        Paragraph(runs=(Run(text="Vi fekk 40 innspel. "), Run(text="Sjå tabellen", link="#tal"), Run(text="."))),
        Heading(level=1, text="Kort fortalt", anchor="kort"),
        Note(kind="missing", runs=runs("To tema manglar svar."), anchor="manglar"),
        Items(items=(runs("Opne data"), (Run(text="Innsyn", strong=True), Run(text=" for alle")), runs("To\nlinjer"))),
        Items(items=(runs("Først"), runs("Så"), runs("Til sist")), ordered=True),
        table("tal"),
        picture("biletet"),
        Heading(level=1, text="Offentlege innkjøp", anchor="innkjop"),
        Heading(level=2, text="Opne data om kontraktar & avtalar", anchor="opne-data"),
        Paragraph(runs=(Run(text="Fleire bord seier det slik:"),), anchor="konklusjon-1"),
        Quote(text="Data om innkjøp må kunne lastast ned\nsom opne data.", language="nn", number=1,
              by=(Run(text="Bord 3, "), Run(text="kvittering", link="kvitteringar/a.html")), anchor="sitat-1"),
        Quote(text="Please publish contract data in English.", language="en", number=2, by=runs("Organisation")),
        Quote(text=SIGNS, language="se"),
        Note(kind="decided", runs=(Run(text="Teke opp i forplikting 1, "), Run(text="[namn]", mark=True))),
        Heading(level=3, text="Neste steg", anchor="steg"),
        Paragraph(runs=(Run(text="Plan: "), Run(text="next year", language="en"), Run(text=" til. ", anchor="her"))),
        Ordered(),
        Heading(level=1, text="About the method", anchor="metode", language="en"),
        Note(kind="about", runs=runs("Ei maskin la fram tema, og folk avgjorde.")),
        Note(kind="draft", runs=runs("Dette er eit utkast.")),
    ]  # fmt: skip


def Ordered() -> Items:  # noqa: N802
    """A second numbered list, which begins at 1 again."""
    return Items(items=(runs("Eitt"), runs("To")), ordered=True)


def table(anchor: str = "", caption: str = "Innspel etter kven som snakkar") -> Table:
    """Three columns, the last one numbers, with an empty cell and a link."""
    return Table(
        caption=caption, head=("Kven", "Kanal", "Innspel"), anchor=anchor, numeric=(2,),
        rows=(
            (runs("Bord"), runs("Møte"), runs("12")),
            ((Run(text="Organisasjonar", link="#kort"),), (), runs("8")),
            (runs("Privatpersonar"), (Run(text="e-mail", language="en"),), runs("20")),
        ),
    )  # fmt: skip


def picture(anchor: str = "") -> Picture:
    """Two bars with their data."""
    return Picture(svg=SVG, title="Kven som snakka", description="To søyler: 20 og 10.",
                   table=table(caption="Tala bak biletet"), anchor=anchor)  # fmt: skip


def hostile(text: str = HOSTILE) -> Document:
    """The same text in every place that holds one."""
    one = (Run(text=text), Run(text=text, strong=True, mark=True), Run(text=text, link="#a", language="en"))
    return Document(
        title=text, language="nn", subtitle=text, author=text, date="2026-03-04", draft=text, contents=text,
        subject=text,
        blocks=(
            Paragraph(runs=one), Heading(level=1, text=text, anchor="a"), Note(kind="about", runs=one),
            Quote(text=text, language="nn", number=7, by=one, anchor="b"), Items(items=(one, one)),
            Items(items=(one,), ordered=True),
            Table(caption=text, head=(text, text), rows=((one, one), (one, ()))),
            Picture(svg=SVG, title=text, description=text, table=Table(caption=text, head=(text,), rows=((one,),))),
        ),
    )  # fmt: skip


def long(themes: int = 60, quotes: int = 6) -> Document:
    """A feedback document of a usual length: for speed."""
    blocks: list[Block] = [Heading(level=1, text="Tema", anchor="kort"), picture("bilete")]
    for theme in range(themes):
        blocks += [
            Heading(level=2, text=f"Tema {theme}: opne data og innsyn", anchor=f"t-{theme}"),
            table(f"tab-{theme}"),
        ]
        blocks.append(Paragraph(runs=runs("Fleire bord og organisasjonar seier at dette må bli betre. " * 3)))
        blocks += [
            Quote(text=f"Vi treng ei samla oversikt over kontraktane til kommunane, nummer {n}.", language="nn",
                  number=theme * quotes + n + 1, by=runs("Bord 3"), anchor=f"q-{theme}-{n}")
            for n in range(quotes)
        ]  # fmt: skip
    return Document(title="Lang", language="nn", blocks=tuple(blocks), contents="Innhald", date="2026-03-04")
