"""A document as Markdown, read again by an independent parser of CommonMark and GitHub's tables."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from consult.publish.document import Document, Items, Paragraph, Quote, Run, Table, runs
from consult.publish.document.markdown import escaped, to_markdown
from tests import document_cases as cases


def parsed(text: str) -> list[Token]:
    """Every token, also those inside lines; bare addresses become links, as on GitHub."""
    parser = MarkdownIt("gfm-like", {"linkify": True, "html": True})
    return [inner for token in parser.parse(text) for inner in (token, *(token.children or ()))]


def kinds(tokens: list[Token]) -> set[str]:
    """What the parser saw."""
    return {token.type for token in tokens}


def shown(text: str) -> str:
    """What a reader of the rendered page sees of inline words."""
    parts = (_words(token) for token in parsed(text))
    return "".join(part for one in parts for part in one)


def _words(token: Token) -> Iterator[str]:
    if token.type in ("text", "text_special"):
        yield token.content
    elif token.type in ("hardbreak", "softbreak"):
        yield "\n"


@pytest.mark.parametrize(
    "text",
    [
        "Vi treng 1.5 millionar, ikkje 2-3",  # numbers and hyphens inside a line
        "«sitat» – 'og' “sitat”",
        "Møte kl. 10:30 (rom A), t.d. i dag",
        "Kva? Jau! 50 %",
    ],
)
def test_plain_words_are_not_touched(text: str) -> None:
    """What Markdown would not act on needs no mark."""
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# tittel", "\\# tittel"), ("- punkt", "\\- punkt"), ("1. ein", "1\\. ein"), ("2) to", "2\\) to"),
        ("*a* _b_", "\\*a\\* \\_b\\_"), ("a\nb", "a\\\nb"), ("a\n\n   b", "a\\\nb"), ("===", "\\==="),
        ("http://x.no", "http\\://x\\.no"), ("www.x.no", "www\\.x\\.no"), ("a@b.no", "a\\@b\\.no"), ("1.ba", "1\\.ba"),
    ],
)  # fmt: skip
def test_what_markdown_would_act_on_is_marked(text: str, expected: str) -> None:
    """Behind a backslash, at the start of lines and inside them."""
    assert escaped(text) == expected


def test_the_structure_comes_back() -> None:
    """Headings, lists, quotes, tables and links as they were."""
    tokens = parsed(to_markdown(cases.rich()))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2", "h3", "h4", "h2"]
    assert sum(token.type == "table_open" for token in tokens) == 2
    assert sum(token.type == "ordered_list_open" for token in tokens) == 2
    assert sum(token.type == "blockquote_open" for token in tokens) == 8
    links = [token.attrGet("href") for token in tokens if token.type == "link_open"]
    assert links == ["#kort", "#innkjop", "#opne-data", "#metode", "#tal", "#kort", "#kort", "kvitteringar/a.html"]


def test_numbers_of_tables_stand_to_the_right() -> None:
    """As in the other files."""
    assert "| --- | --- | ---: |" in to_markdown(cases.rich())


def test_two_lists_in_a_row_stay_two() -> None:
    """Or the second would go on counting."""
    made = Document(title="t", language="nn", blocks=(Items(items=(runs("a"),), ordered=True),) * 2)
    assert sum(token.type == "ordered_list_open" for token in parsed(to_markdown(made))) == 2


def test_strong_words_inside_a_word_are_strong_still() -> None:
    """Stars there would be read as stars."""
    blocks = (Paragraph(runs=(Run(text="(a)", strong=True), Run(text="b"), Run(text="c", strong=True))),)
    assert "<strong>(a)</strong>b<strong>c</strong>" in to_markdown(Document(title="t", language="nn", blocks=blocks))


@pytest.mark.parametrize("text", [cases.HOSTILE, cases.LINES, cases.CONTROLS], ids=["markup", "lines", "controls"])
def test_nothing_that_people_wrote_becomes_markup(text: str) -> None:
    """No link, heading, code, picture, struck word or element but ours."""
    tokens = parsed(to_markdown(cases.hostile(text)))
    assert not kinds(tokens) & {"code_inline", "code_block", "fence", "image", "s_open", "em_open", "hr"}
    assert {token.content.strip() for token in tokens if token.type == "html_block"} <= {"<!-- -->"}
    assert {token.attrGet("href") for token in tokens if token.type == "link_open"} == {"#a"}
    assert sum(token.type == "heading_open" for token in tokens) == 2
    assert sum(token.type == "table_open" for token in tokens) == 2
    html = {token.content for token in tokens if token.type == "html_inline"}
    assert html <= {'<a id="a">', '<a id="b">', "</a>", "<strong>", "</strong>", "<br>"}


def test_rows_of_tables_keep_their_cells() -> None:
    """Whatever stands in them."""
    table = Table(caption="x", head=("a", "b"), rows=((runs("1 | 2\n3"), runs("\\|")),))
    tokens = parsed(to_markdown(Document(title="t", language="nn", blocks=(table,))))
    assert sum(token.type == "td_open" for token in tokens) == 2


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_any_words_come_back_as_they_were(texts: list[str]) -> None:
    """Runs one behind the other are one line of words, whatever they hold."""
    made = Document(title="t", language="nn", blocks=(Paragraph(runs=tuple(Run(text=one) for one in texts)),))
    tokens = parsed(to_markdown(made))
    assert kinds(tokens) <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special",
        "hardbreak", "softbreak",
    }  # fmt: skip


@given(st.text(alphabet="ab *_`#>-+=|~!$&<@[]().:/\\1\n\t", max_size=60))
def test_a_quote_never_leaves_its_frame(text: str) -> None:
    """It holds words and line ends, and reads as what was said but for white space."""
    made = to_markdown(Document(title="t", language="nn", blocks=(Quote(text=text, language="nn"),)))
    tokens = parsed(made)
    assert kinds(tokens) <= {
        "heading_open", "heading_close", "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close",
        "inline", "text", "text_special", "hardbreak", "softbreak",
    }  # fmt: skip
    assert "".join(shown(made).split()) == "t" + "".join(text.split())
