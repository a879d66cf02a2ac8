"""W3C Web Annotations (JSON-LD): each citation and each passage's theme, anchored in its source's text.

Every target has both selectors, of which either finds the words: text position (code points from 0, half-open) and
text quote (exact, 32 characters before and after). Its state holds the SHA-256 of the source's normalised text,
which the positions count in, and of the file that it was read from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from consult.publish.exchange.characters import encodable, guid
from consult.publish.exchange.consultation import Consultation, consultation_of
from consult.records import AFFIX, Analysis, Citation, Conclusion, Passage, Source, Theme

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"consult": "urn:consult:"})
"""The context that the Recommendation demands, and the prefix of what is ours."""

Json = dict[str, Any]


def web_annotations(analysis: Analysis, run_info: Mapping[str, Any]) -> bytes:
    """An AnnotationCollection whose one page holds everything, in UTF-8; the same input gives the same bytes."""
    consultation = consultation_of(run_info)
    items = [*_citations(analysis, consultation), *_themes(analysis, consultation)]
    collection: Json = {
        "@context": CONTEXT,
        "id": f"urn:consult:{consultation.run_id or 'run'}",
        "type": "AnnotationCollection",
        "label": consultation.title,
        "generated": consultation.moment,
        "total": len(items),
    }
    if items:
        page: Json = {
            "id": f"{collection['id']}:1",
            "type": "AnnotationPage",
            "partOf": collection["id"],
            "startIndex": 0,
        }
        collection["first"] = page | {"items": items}
    return encodable(json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _citations(analysis: Analysis, consultation: Consultation) -> Iterator[Json]:
    """Conclusion → the words that bear it out. A citation that is counted and not quoted says so."""
    states = _states(analysis)
    for conclusion in sorted(analysis.conclusions, key=lambda conclusion: conclusion.conclusion_id):
        body = _conclusion(conclusion)
        for citation in sorted(conclusion.citations, key=lambda citation: (citation.passage_id, citation.start)):
            identity = guid("citation", citation.conclusion_id, citation.passage_id, citation.start)
            yield {
                **_head(identity, "linking", consultation),
                "consult:shown": citation.shown,
                "body": body,
                "target": _target(citation, states),
            }


def _themes(analysis: Analysis, consultation: Consultation) -> Iterator[Json]:
    """Passage → its theme: the title as a tag, the theme itself as a class."""
    texts, states = {source.source_id: source.text for source in analysis.sources}, _states(analysis)
    theme_of = {passage_id: theme for theme in analysis.themes for passage_id in theme.passage_ids}
    for passage in sorted(analysis.passages, key=lambda passage: (passage.source_id, passage.start)):
        if passage.passage_id in theme_of:
            quote = _quoted(passage, texts[passage.source_id])
            yield {
                **_head(guid("theme of", passage.passage_id), "classifying", consultation),
                "body": _theme(theme_of[passage.passage_id], consultation),
                "target": _target(quote, states),
            }


def _head(identity: str, motivation: str, consultation: Consultation) -> Json:
    software = {"id": "urn:consult:software", "type": "Software", "name": consultation.origin}
    return {
        "id": f"urn:uuid:{identity}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": software,
        "generated": consultation.moment,
    }


def _conclusion(conclusion: Conclusion) -> Json:
    return {
        "id": f"urn:consult:{conclusion.conclusion_id}",
        "type": "TextualBody",
        "value": conclusion.text,
        "format": "text/plain",
        "language": conclusion.language,
    }


def _theme(theme: Theme, consultation: Consultation) -> list[Json]:
    tag = {"type": "TextualBody", "purpose": "tagging", "value": theme.title, "language": consultation.language}
    return [
        {**tag, "format": "text/plain"},
        {"type": "SpecificResource", "purpose": "classifying", "source": f"urn:consult:{theme.theme_id}"},
    ]


def _quoted(passage: Passage, text: str) -> Citation:
    """The passage with what stands around it, as a citation has it."""
    return Citation(
        conclusion_id="",
        passage_id=passage.passage_id,
        source_id=passage.source_id,
        start=passage.start,
        end=passage.end,
        exact=passage.text,
        prefix=text[max(0, passage.start - AFFIX) : passage.start],
        suffix=text[passage.end : passage.end + AFFIX],
    )


def _target(quote: Citation, states: Mapping[str, Json]) -> Json:
    return {
        "type": "SpecificResource",
        "consult:passage": {"id": f"urn:consult:{quote.passage_id}"},
        "source": f"urn:consult:{quote.source_id}",
        "state": states[quote.source_id],
        "selector": [
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        ],
    }


def _states(analysis: Analysis) -> dict[str, Json]:
    return {source.source_id: _state(source) for source in analysis.sources}


def _state(source: Source) -> Json:
    """What the source was when it was quoted, so that a changed one is noticed."""
    text = encodable(source.text).encode()
    return {
        "type": "consult:TextState",
        "consult:textSha256": hashlib.sha256(text).hexdigest(),
        "consult:fileSha256": source.sha256,
    }
