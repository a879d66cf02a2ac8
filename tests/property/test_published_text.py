"""Whatever a contributor writes comes out of every published file as it went in."""

import csv
import html
import itertools
import re
import zipfile
from io import BytesIO, StringIO
from xml.etree import ElementTree

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from consult.publish.charts import CHARACTER, breadth, wrap
from consult.publish.marked import stretches
from consult.publish.report import report
from consult.publish.run_time import EARLIEST
from consult.publish.statements import Piece, Quote, statement
from consult.publish.tables import csv_bytes
from consult.publish.workbook import workbook
from consult.records import Analysis, Citation, Conclusion, Passage, Placement, SetAside, Source, Theme
from consult.rows import COLUMNS
from tests import sample_analysis as sample

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
signs = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
texts = st.text(signs, min_size=1, max_size=80)
nasty = st.sampled_from(
    ["=1+1", "+47", "-", "@a", "\t=", '"', "'", "<script>", "&amp;", "{{ x }}", "]]>", "\r\n", "\u2028", "_x0041_"]
)
mixed = st.lists(st.one_of(texts, nasty), min_size=1, max_size=4).map("".join)


@given(st.lists(st.lists(mixed, min_size=3, max_size=3), max_size=5))
def test_csv_gives_back_what_it_took(rows: list[list[str]]) -> None:
    """Any text in any cell survives CSV, read by a reader that knows nothing of us."""
    content = csv_bytes(("a", "b", "c"), [tuple(row) for row in rows])
    assert list(csv.reader(StringIO(content.decode(), newline="")))[1:] == rows


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(mixed, min_size=1, max_size=6))
def test_a_workbook_cell_is_text_and_lossless(cells: list[str]) -> None:
    """Any text in a workbook is a string, and the one that was written (control signs in the standard's escapes)."""
    content = workbook({"set_aside": [("s", n, n + 1, text, "blank") for n, text in enumerate(cells)]}, EARLIEST)
    column = openpyxl.load_workbook(BytesIO(content))["set_aside"]["D"][1:]
    assert {cell.data_type for cell in column} == {"s"}
    # Not through openpyxl, which takes `_x005F_` away and leaves the standard's other escapes as they stand.
    strings = ElementTree.fromstring(zipfile.ZipFile(BytesIO(content)).read("xl/sharedStrings.xml"))  # noqa: S314 - ours
    found = {_lines(unescape(one.text or "")) for one in strings.iter(f"{SPREADSHEET}t")}
    assert found == {_lines(text) for text in cells} | {"s", "blank", *COLUMNS["set_aside"]}


def _lines(text: str) -> str:
    """XML reads every line end as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.data())
def test_stretches_join_to_the_text(data: st.DataObject) -> None:
    """However a text is divided, with gaps and without, its stretches are the text."""
    text = data.draw(st.text(signs, max_size=60))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)) | {0, len(text)})
    spans: list[Passage | SetAside] = []
    for start, end in itertools.pairwise(cuts):
        kind = data.draw(st.sampled_from(["passage", "aside", "gap"]))
        if kind == "passage":
            words = text[start:end]
            spans.append(Passage(source_id="s", start=start, end=end, text=words, language="nn", voice="individual"))
        elif kind == "aside":
            spans.append(SetAside(source_id="s", start=start, end=end, text=text[start:end], reason="blank"))
    assert "".join(stretch.text for stretch in stretches(text, spans)) == text


@given(st.lists(mixed, min_size=1, max_size=4), mixed)
def test_each_shown_citation_is_one_quote(quotes: list[str], frame: str) -> None:
    """A conclusion shows each citation it shows once, and no other quote; words of the frame are not lost."""
    citations = tuple(
        Citation(
            conclusion_id="c",
            passage_id=f"p-{n}",
            source_id="s",
            start=n,
            end=n + len(text),
            exact=text,
            prefix="",
            suffix="",
        )
        for n, text in enumerate(quotes)
    )
    text = f"{frame}: " + " og ".join(f"«{quote}»" for quote in quotes)
    one = Conclusion(conclusion_id="c", theme_id="t", target="", language="nn", text=text, citations=citations)
    pieces: tuple[Piece, ...] = statement(one, {c: _quote(c) for c in citations}).pieces
    shown = [piece.quote.citation for piece in pieces if piece.quote]
    assert sorted(shown, key=lambda c: c.passage_id) == sorted(citations, key=lambda c: c.passage_id)


def _quote(citation: Citation) -> Quote:
    passage = Passage(
        source_id="s", start=citation.start, end=citation.end, text=citation.exact, language="nn", voice="individual"
    )
    return Quote(
        citation=citation, passage=passage, source=Source(path="a", sha256="0", format="txt", text=citation.exact)
    )


@given(st.text(signs, max_size=60), st.floats(2 * CHARACTER, 400))
def test_labels_keep_their_room(label: str, width: float) -> None:
    """No line of a label is broader than its room, and there are two at most."""
    lines = wrap(label, width)
    assert len(lines) <= 2
    assert all(breadth(line) <= width for line in lines)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mixed, mixed)
def test_the_page_shows_any_text_as_text(text: str, title: str) -> None:
    """Any contribution and any title stand in the page as text, and add no element to it."""
    analysis = _analysis(text, title)
    markup = report(analysis, sample.settings(title=title), {}).decode()
    assert markup.count("<script") == 1
    marked = re.search(rf'<mark id="{analysis.passages[0].passage_id}">(.*?)</mark>', markup, re.DOTALL)
    assert marked
    assert _read(marked[1]) == text


def _read(escaped: str) -> str:
    """What a reader of HTML makes of an escaped text, but for line ends and control signs, which it may change."""
    names = {"&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&amp;": "&"}
    assert html.unescape("&#34;") == '"'
    return re.sub("|".join(names), lambda found: names[found[0]], escaped)


def _analysis(text: str, title: str) -> Analysis:
    source = Source(path=f"{title}.txt", sha256="0", format="txt", text=text)
    passage = Passage(source_id=source.source_id, start=0, end=len(text), text=text, language="nn", voice="individual")
    theme = Theme(theme_id="t-1", title=title, keywords=(title,), passage_ids=(passage.passage_id,))
    citation = sample.cite("c-1", passage, text, shown=True)
    conclusion = Conclusion(
        conclusion_id="c-1", theme_id="t-1", target="", language="nn", text=f"{title}: «{text}»", citations=(citation,)
    )
    placement = Placement(theme_id="t-1", kind="new", target="", score=1, probability=1, evidence=title)
    return Analysis(
        sources=(source,), passages=(passage,), set_aside=(), duplicates={}, themes=(theme,), placements=(placement,),
        conclusions=(conclusion,), not_reflected=(),
    )  # fmt: skip
