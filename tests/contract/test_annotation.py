"""Web Annotations: an independent JSON-LD processor reads them, and both selectors of each find the same words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest

from consult.publish.exchange.annotation import CONTEXT, web_annotations
from consult.publish.exchange.characters import encodable
from consult.records import AFFIX
from tests.contract import cases
from tests.contract.conftest import Material

OA, AS, RDF = (
    "http://www.w3.org/ns/oa#",
    "https://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
TERMS: dict[str, Any] = {
    "oa": OA, "id": "@id", "type": "@type",
    **{name: f"{OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextPositionSelector", "TextQuoteSelector")},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    **{key: {"@id": f"{OA}{name}", "@type": "@id"} for key, name in (
        ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"),
        ("state", "hasState"))},
    **{key: {"@id": f"{OA}{name}", "@type": "@vocab"} for key, name in (
        ("motivation", "motivatedBy"), ("purpose", "hasPurpose"))},
    **{name: f"{OA}{name}" for name in ("linking", "classifying", "tagging")},
    "value": f"{RDF}value", "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language", "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label", "Software": f"{AS}Application",
    "generator": {"@id": f"{AS}generator", "@type": "@id"},
    "generated": {"@id": "http://purl.org/dc/terms/issued", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    "AnnotationCollection": f"{AS}OrderedCollection", "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "first": {"@id": f"{AS}first", "@type": "@id"}, "partOf": {"@id": f"{AS}partOf", "@type": "@id"},
    "total": f"{AS}totalItems", "startIndex": f"{AS}startIndex",
}  # fmt: skip
"""The terms of the Web Annotation context that we use, from the Recommendation's vocabulary: no network is asked."""


def _loader(url: str, _options: object) -> dict[str, Any]:
    assert url == CONTEXT[0], "nothing else may be fetched"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
    }


def expanded(material: Material) -> list[dict[str, Any]]:
    """The annotations as PyLD expands them: every term an address, or left out where it is none."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs PyLD")
    content = cases.as_json(web_annotations(material.analysis, material.run_info))
    (collection,) = jsonld.expand(content, {"documentLoader": _loader})
    (page,) = collection[f"{AS}first"]
    items: list[dict[str, Any]] = page[f"{AS}items"][0]["@list"]
    assert collection[f"{AS}totalItems"] == [{"@value": len(items)}]
    return items


def value(node: dict[str, Any], name: str) -> Any:
    """The one value of a property, an id or a literal."""
    (one,) = node[name]
    return one.get("@value", one.get("@id"))


def targets(items: list[dict[str, Any]], motivation: str) -> Iterator[tuple[dict[str, Any], str, int, int]]:
    """(annotation, source's id, start, end) of each, after both selectors have been resolved and found to agree."""
    for item in items:
        if value(item, f"{OA}motivatedBy") == f"{OA}{motivation}":
            (target,) = item[f"{OA}hasTarget"]
            selectors = {one["@type"][0]: one for one in target[f"{OA}hasSelector"]}
            position = selectors[f"{OA}TextPositionSelector"]
            yield item, value(target, f"{OA}hasSource"), value(position, f"{OA}start"), value(position, f"{OA}end")


def resolves(item: dict[str, Any], text: str) -> bool:
    """Whether position and quote select the same words, and the state is that of the text."""
    (target,) = item[f"{OA}hasTarget"]
    selectors = {one["@type"][0]: one for one in target[f"{OA}hasSelector"]}
    position, quote = selectors[f"{OA}TextPositionSelector"], selectors[f"{OA}TextQuoteSelector"]
    start, end = value(position, f"{OA}start"), value(position, f"{OA}end")
    around = [value(quote, f"{OA}{name}") for name in ("prefix", "exact", "suffix")]
    (state,) = target[f"{OA}hasState"]
    return (
        around == [text[max(0, start - AFFIX) : start], text[start:end], text[end : end + AFFIX]]
        and "".join(around) in text
        and value(state, "urn:consult:textSha256") == hashlib.sha256(text.encode()).hexdigest()
    )


def texts(material: Material) -> dict[str, str]:
    """Source's address → its text, as JSON in UTF-8 can hold it."""
    return {f"urn:consult:{one.source_id}": encodable(one.text) for one in material.analysis.sources}


def test_every_selector_finds_its_words(material: Material) -> None:
    """By position and by quote, in the text that the state's hash names."""
    found = texts(material)
    items = expanded(material)
    for motivation in ("linking", "classifying"):
        for item, source, _, _ in targets(items, motivation):
            assert resolves(item, found[source])


@pytest.mark.parametrize("broken", ["start", "exact", "prefix", "state"])
def test_a_broken_selector_would_be_noticed(broken: str) -> None:
    """Sabotage twin: a position off by one, another word, another prefix, a changed text."""
    material = Material(cases.made(), cases.run_info())
    item, source, _, _ = next(targets(expanded(material), "linking"))
    text = texts(material)[source]
    assert resolves(item, text)
    selectors = {one["@type"][0]: one for one in item[f"{OA}hasTarget"][0][f"{OA}hasSelector"]}
    if broken == "state":
        text += " "
    elif broken == "start":
        selectors[f"{OA}TextPositionSelector"][f"{OA}start"][0]["@value"] += 1
    else:
        selectors[f"{OA}TextQuoteSelector"][f"{OA}{broken}"][0]["@value"] += "x"

    assert not resolves(item, text)


def test_an_independent_reader_sees_the_same_citations(material: Material) -> None:
    """Conclusion → source, start and end, with the conclusion's text as body."""
    seen = set()
    for item, source, start, end in targets(expanded(material), "linking"):
        (body,) = item[f"{OA}hasBody"]
        seen.add((body["@id"], value(body, f"{RDF}value"), source, start, end))
    expected = {
        (f"urn:consult:{one.conclusion_id}", encodable(one.text), f"urn:consult:{c.source_id}", c.start, c.end)
        for one in material.analysis.conclusions
        for c in one.citations
    }

    assert seen == expected


def test_an_independent_reader_sees_the_same_themes(material: Material) -> None:
    """Passage → theme, as a class and as a tag with the theme's title."""
    seen = set()
    for _item, source, start, end in targets(expanded(material), "classifying"):
        bodies = {value(body, f"{OA}hasPurpose"): body for body in _item[f"{OA}hasBody"]}
        title = value(bodies[f"{OA}tagging"], f"{RDF}value")
        seen.add((source, start, end, title, value(bodies[f"{OA}classifying"], f"{OA}hasSource")))
    passages = {passage.passage_id: passage for passage in material.analysis.passages}
    expected = {
        (f"urn:consult:{p.source_id}", p.start, p.end, encodable(theme.title), f"urn:consult:{theme.theme_id}")
        for theme in material.analysis.themes
        for p in (passages[one] for one in theme.passage_ids)
    }

    assert seen == expected


def test_annotations_have_what_the_recommendation_asks(material: Material) -> None:
    """The context, an id of its own, one motivation, a body and a target with a source."""
    content = cases.as_json(web_annotations(material.analysis, material.run_info))
    items = content["first"]["items"]
    assert content["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in items}) == len(items) == content["total"]
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in ("linking", "classifying")
        assert item["body"]
        assert item["target"]["source"].startswith("urn:consult:s-")


def test_the_same_input_gives_the_same_bytes(material: Material) -> None:
    """Whatever the order of the records; UTF-8 without a mark, LF."""
    content = web_annotations(material.analysis, material.run_info)

    assert web_annotations(cases.shuffled(material.analysis), material.run_info) == content
    assert b"\r" not in content
    assert content.decode("utf-8").endswith("}\n")


def test_a_counted_citation_is_told_from_a_quoted_one() -> None:
    """`consult:shown` says whether the quote stands in the conclusion's text."""
    made = cases.made()
    items = cases.as_json(web_annotations(made, cases.run_info()))["first"]["items"]
    shown = [item["consult:shown"] for item in items if item["motivation"] == "linking"]

    assert sum(shown) == sum(c.shown for one in made.conclusions for c in one.citations)
    assert not all(shown)
