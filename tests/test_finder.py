"""The pages around what is published: the finder knows no code, the start page leads to everything."""

from __future__ import annotations

import json
from html import unescape

from consult.publish.codes import read_code
from consult.publish.document import Document, runs_of
from consult.publish.document.html import to_html
from consult.publish.finder import contributions, example_code, finder, finder_script, start
from tests import sample_analysis as sample
from tests.publication_cases import telling


def links(document: Document) -> set[str]:
    """Where a document leads."""
    return {run.link for block in document.blocks for run in runs_of(block) if run.link}


def test_the_finder_lists_no_code_and_loads_nothing() -> None:
    """Its policy allows its own style and script alone; no receipt's code stands in it."""
    told = telling(whole=False)
    page = unescape(to_html(finder(told), script=finder_script(told)).decode())
    assert not [code for code in told.material.codes.values() if code in page]
    assert "default-src 'none'" in page
    assert "form-action 'none'" in page
    assert "http" not in page.replace("https://example.org", "").replace("http-equiv", "").replace(
        "http://www.w3.org", ""
    )


def test_the_finder_says_how_to_do_without_script() -> None:
    """With an example that has the form of a code and is one."""
    page = to_html(finder(telling(whole=False))).decode()
    assert f"{example_code()}.html" in page
    assert read_code(example_code()) == example_code()
    assert "post@example.org" in page


def test_the_script_holds_its_words_as_data() -> None:
    """A word with a tag in it cannot end the script."""
    script = finder_script(telling("nn", whole=False))
    told = json.loads(script.partition("const facts = ")[2].partition(";\n")[0])
    assert told["words"]["label"] == "Kvitteringskode"
    assert "</" not in script.partition(";\n")[0]


def test_the_start_page_leads_to_each_language_and_form() -> None:
    """And to the finder, the contributions and the tables."""
    files = {
        one: tuple((form, f"feedback.{one}.{form}") for form in ("html", "docx", "pdf", "md")) for one in ("nn", "en")
    }
    found = links(start(telling(whole=False, languages=("nn", "en")), files))
    assert {path for paths in files.values() for _, path in paths} <= found
    assert {"receipts/index.html", "contributions.nn.html", "tables.xlsx", "edition.json"} <= found


def test_contributions_lead_from_each_passage_to_what_it_supports() -> None:
    """Every passage once, marked, with the way to its conclusion."""
    page = contributions(telling(whole=False))
    anchors = [run.anchor for block in page.blocks for run in runs_of(block) if run.mark]
    assert sorted(anchors) == sorted(p.passage_id for p in sample.analysis().passages)
    assert {f"feedback.nn.html#{one.conclusion_id}" for one in sample.analysis().conclusions} <= links(page)
