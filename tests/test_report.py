import dataclasses
import html
import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from consult.messages import LOCALES, messages
from consult.publish.report import TEMPLATES, page_language, policy, quote_anchor, report, write_report
from consult.records import Source
from tests import sample_analysis as sample

VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})


class Page(HTMLParser):
    """What the tests look for in a page: elements with their attributes, text by id, and whether tags are closed."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str]] = []
        self.text: dict[str, str] = {}
        self.crossed: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it is open."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("id") or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that holds nothing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this kind."""
        if not self.open or self.open[-1][0] != tag:
            self.crossed.append(tag)
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Give the text to every open element with an id."""
        for _, name in self.open:
            if name:
                self.text[name] = self.text.get(name, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]


@pytest.fixture(scope="module")
def markup() -> str:
    """The sample's page."""
    return report(sample.analysis(), sample.settings(), sample.run_info()).decode()


@pytest.fixture(scope="module")
def page(markup: str) -> Page:
    """The sample's page, parsed."""
    return Page(markup)


def test_the_page_is_well_formed(page: Page) -> None:
    """Every element is closed, in order; every id is unique."""
    assert (page.crossed, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))


def test_the_page_loads_nothing(markup: str, page: Page) -> None:
    """No element, style or script points outside the page."""
    assert not re.search(r"https?://(?!www\.w3\.org)", markup)
    assert "url(" not in markup
    for _, attributes in page.elements:
        assert all(str(attributes.get(name) or "#").startswith("#") for name in ("href", "src", "action", "srcset"))


def test_the_policy_allows_the_pages_own_style_and_script_alone(page: Page) -> None:
    """default-src 'none', no unsafe-inline, no inline style or event attributes."""
    (meta,) = [m for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert str(meta["content"]).startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in str(meta["content"])
    assert not [
        name for _, attributes in page.elements for name in attributes if name.startswith("on") or name == "style"
    ]


def test_another_script_has_another_hash() -> None:
    """Sabotage twin: one changed byte of the script makes another policy."""
    assert policy("a", "b") != policy("a", "c")
    assert policy("a", "b") != policy("c", "b")


def test_every_link_has_a_place_on_the_page(page: Page) -> None:
    """Fragment links work both ways without a script."""
    targets = {str(a["href"])[1:] for a in page.all("a")}
    assert targets
    assert targets <= set(page.ids)


def test_a_quote_links_to_its_marked_passage_and_back(page: Page) -> None:
    """Each passage is marked once; its mark's text is the passage; an arrow leads to its theme."""
    analysis = sample.analysis()
    hrefs = [str(a["href"])[1:] for a in page.all("a")]
    for passage in analysis.passages:
        assert page.text[passage.passage_id] == passage.text
        assert passage.passage_id in hrefs
    for theme in analysis.themes:
        assert hrefs.count(theme.theme_id) >= len(theme.passage_ids)


def test_every_quote_is_verbatim(markup: str) -> None:
    """What stands in a blockquote is a citation's exact text, and every citation stands in one."""
    found = re.findall(r"<blockquote[^>]*><a[^>]*>(.*?)</a></blockquote>", markup, re.DOTALL)
    exact = [citation.exact for conclusion in sample.analysis().conclusions for citation in conclusion.citations]
    assert sorted(html.unescape(text) for text in found) == sorted(exact)


def test_every_source_is_shown_whole(page: Page, markup: str) -> None:
    """The text of a source on the page, without the labels, is the source's text."""
    for source in sample.analysis().sources:
        if source.status == "read":
            body = markup[markup.index(f'id="{source.source_id}"') :]
            body = body[body.index('<div class="text"') : body.index("</div>", body.index('<div class="text"'))]
            ours = r"<small.*?</small>|<a class=\"up\".*?</a>|<span class=\"here-ways\".*?</a></span>"
            body = re.sub(ours, "", body, flags=re.DOTALL)
            assert html.unescape(re.sub(r"<[^>]+>", "", body)) == source.text
            assert source.source_id in page.ids


def test_headings_are_in_order(page: Page) -> None:
    """One h1, and no level skipped on the way down."""
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


def test_tables_have_heads(page: Page) -> None:
    """Each table has column heads with their scope."""
    assert len(page.all("table")) == 2
    assert all(th.get("scope") for th in page.all("th"))


def test_quotes_carry_their_own_language(markup: str) -> None:
    """A quote in another language than the page's says so; one in the page's need not."""
    assert '<blockquote lang="en">' in markup
    assert '<blockquote lang="nb">' in markup
    assert '<blockquote lang="nn">' not in markup


@pytest.mark.parametrize(("language", "words"), [("nn", "Kort fortalt"), ("nb", "Hva gjelder"), ("en", "In brief")])
def test_the_page_speaks_the_consultations_language(language: str, words: str) -> None:
    """The main output language is the page's, in its words and in <html lang>."""
    text = report(sample.analysis(), sample.settings(language), sample.run_info()).decode()
    assert f'<html lang="{language}">' in text
    assert words in text


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(("nn", "en"), "nn"), (("en",), "en"), (("da",), "nb"), (("sv", "en"), "en"), (("sv",), "nb"), (("fi",), "en")],
)
def test_a_language_without_a_catalogue_takes_the_nearest(wanted: tuple[str, ...], language: str) -> None:
    """The first that has a catalogue, else the nearest to the first."""
    assert page_language(wanted) == language


def test_unreadable_files_say_why_and_what_next(page: Page) -> None:
    """A file that gave no text is listed with its reason and a next step."""
    source = sample.sources()[0]
    m = messages("nn")
    for words in (source.path, m("report-reason-scanned"), m("report-next-scanned")):
        assert words in page.text[source.source_id]


def test_counts_received_read_and_unreadable(page: Page) -> None:
    """Five came in, four were read, one could not be."""
    brief = " ".join(page.text["brief"].split())
    assert "5 innspel mottekne" in brief
    assert "4 er lesne." in brief
    assert "1 kunne ikkje lesast." in brief


def test_laws_are_shown_with_their_result(page: Page) -> None:
    """A law that does not hold says so, in words and not by colour alone, with its breaches."""
    laws = page.text["laws"]
    assert "✓ Held" in laws
    assert "✗ Held ikkje: eitt brot" in laws
    assert "the quote is not what s-1 says there" in laws


def test_hostile_text_stays_text() -> None:
    """Markup, template signs and formulas in every field are shown, not run."""
    markup = report(sample.hostile(), sample.settings(title=sample.HOSTILE), sample.run_info()).decode()
    page = Page(markup)
    assert len(page.all("script")) == 1
    assert markup.count("<script>alert") == 0
    assert markup.count("&lt;script&gt;alert") >= 10
    assert "{{ 7 * 7 }}" in markup
    assert "49" not in re.sub(r"sha256-[\w+/=]+", "", page.text["brief"])
    assert (page.crossed, page.open) == ([], [])


def test_without_escaping_hostile_text_would_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin: the same page without autoescape holds the script."""
    from consult.publish import report as module

    environment = module._environment().overlay(autoescape=False)
    monkeypatch.setattr(module, "_environment", lambda: environment)
    assert "<script>alert" in report(sample.hostile(), sample.settings(), sample.run_info()).decode()


def test_a_template_cannot_print_what_is_not_there() -> None:
    """An unknown name in a template is an error, not an empty string."""
    from consult.publish import report as module

    with pytest.raises(UndefinedError):
        module._environment().from_string("{{ nothing }}").render()


def test_same_input_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records in another order give the same page."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    one = sample.analysis()
    turned = dataclasses.replace(
        one, sources=one.sources[::-1], passages=one.passages[::-1], themes=one.themes[::-1],
        set_aside=one.set_aside[::-1], placements=one.placements[::-1], conclusions=one.conclusions[::-1],
    )  # fmt: skip
    assert report(turned, sample.settings(), sample.run_info()) == report(one, sample.settings(), sample.run_info())


def test_an_empty_analysis_gives_a_page() -> None:
    """A folder where nothing could be read is still reported."""
    broken = Source(path="a.pdf", sha256="0", format="pdf", status="unreadable", reason="encrypted")
    one = dataclasses.replace(
        sample.analysis(), sources=(broken,), passages=(), set_aside=(), duplicates={}, themes=(), placements=(),
        conclusions=(),
    )  # fmt: skip
    page = Page(report(one, sample.settings(), {}).decode())
    assert "a.pdf" in page.text["unreadable"]
    assert "flow" not in page.ids


def test_conclusions_that_mark_nothing_say_so() -> None:
    """A passage that no conclusion reflects is listed in its theme."""
    page = Page(report(sample.hostile(), sample.settings(), {}).decode())
    assert "Éi utsegn i temaet er ikkje attgjeven" in page.text["t-1"]


def test_write_report_makes_its_folder(tmp_path: Path) -> None:
    """The folder need not exist; one file is written."""
    write_report(sample.analysis(), sample.settings(), sample.run_info(), tmp_path / "internal")
    assert [path.name for path in (tmp_path / "internal").iterdir()] == ["report.html"]


def keys(language: str) -> dict[str, set[str]]:
    """Message → the arguments that it takes."""
    text = (LOCALES / language / "publish.ftl").read_text(encoding="utf-8")
    parts = re.split(r"^(?=[a-z][\w-]* =)", text, flags=re.MULTILINE)
    return {
        part.split(" =")[0]: set(re.findall(r"\$(\w+)", part)) for part in parts if re.match(r"[a-z][\w-]* =", part)
    }


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_catalogues_say_the_same(language: str) -> None:
    """Each language has the same messages with the same arguments."""
    known, own = keys("nn"), keys(language)
    assert own.keys() == known.keys()
    # A language may do without the number where its word is the same for all.
    assert {key for key in known if known[key] - {"count"} != own[key] - {"count"}} == set()


def test_no_message_is_unused() -> None:
    """Every message stands in a template or a module, whole or as the beginning of a family."""
    root = TEMPLATES.parent
    text = "".join(p.read_text(encoding="utf-8") for p in [*root.glob("*.py"), *TEMPLATES.glob("*.*")])
    families = set(re.findall(r'"(report-[a-z-]+-)["{]', text)) | set(re.findall(r'f"(report-[a-z-]+-)\{', text))
    unused = [key for key in keys("nn") if f'"{key}"' not in text and not key.startswith(tuple(families))]
    assert unused == []


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.1)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def schemes() -> list[dict[str, str]]:
    """The colours of the light and the dark scheme."""
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", css, re.DOTALL)[:2]
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in (light, dark)]


TEXT_ON = [
    ("text", "background"), ("text", "surface"), ("text", "tinted"), ("text", "hover"), ("text", "mark"),
    ("text", "mark-here"), ("text", "accent-tint"), ("subtle", "background"), ("subtle", "surface"),
    ("subtle", "tinted"), ("accent-text", "background"), ("accent-text", "surface"), ("accent-text", "tinted"),
    ("warning-text", "warning-tint"), ("success", "background"), ("danger", "background"), ("danger", "danger-tint"),
    ("background", "accent"), ("accent-text", "hover"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT_ON)
def test_text_can_be_read(scheme: dict[str, str], ink: str, paper: str) -> None:
    """Contrast of text is 4.5 or more in both schemes."""
    assert contrast(scheme[ink], scheme[paper]) >= 4.5


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
def test_signs_and_focus_can_be_seen(scheme: dict[str, str]) -> None:
    """Borders of controls and the focus ring have a contrast of 3 or more against what lies beside them."""
    for paper in ("background", "surface"):
        assert contrast(scheme["line-strong"], scheme[paper]) >= 3
    assert contrast(scheme["focus-outer"], scheme["focus-inner"]) >= 3


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
def test_voices_differ_in_grey(scheme: dict[str, str]) -> None:
    """The three voices can be told apart without colour: each is clearly lighter than the one before."""
    greys = sorted(luminance(scheme[voice]) for voice in ("group-note", "organisation", "individual"))
    assert all((high + 0.05) / (low + 0.05) >= 1.5 for low, high in itertools.pairwise(greys))


def test_the_contrast_can_fail() -> None:
    """Sabotage twin: grey on grey is found."""
    assert contrast("#777777", "#888888") < 4.5
    assert contrast("#000000", "#ffffff") == 21


def test_each_step_has_an_address_and_leads_on(page: Page) -> None:
    """Conclusion, quote, marked passage and response: each is there once, and each is linked from the next."""
    analysis = sample.analysis()
    hrefs = {str(a["href"])[1:] for a in page.all("a")}
    steps = {conclusion.conclusion_id for conclusion in analysis.conclusions}
    steps |= {quote_anchor(citation) for conclusion in analysis.conclusions for citation in conclusion.citations}
    steps |= {passage.passage_id for passage in analysis.passages}
    steps |= {f"answer-{theme.theme_id}" for theme in analysis.themes}
    assert steps <= hrefs
    assert all(page.ids.count(step) == 1 for step in steps)


def test_receipts_are_linked_where_there_are_some() -> None:
    """A source whose receipt was published is linked to it, passage by passage; the others lead nowhere."""
    one, other, *_ = [source for source in sample.sources() if source.status == "read"]
    info = {**sample.run_info(), "receipts": [one.source_id]}
    page = Page(report(sample.analysis(), sample.settings(), info).decode())
    hrefs = [str(a["href"]) for a in page.all("a")]
    own = [p.passage_id for p in sample.analysis().passages if p.source_id == one.source_id]
    assert f"receipts/{one.source_id}.html" in hrefs
    assert {f"receipts/{one.source_id}.html#{passage_id}" for passage_id in own} <= set(hrefs)
    assert not [href for href in hrefs if other.source_id in href and "receipts" in href]
