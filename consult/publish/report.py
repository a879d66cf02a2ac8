"""`internal/report.html`: one page that needs no network, no script and no knowledge of consult.

In: an analysis, its settings and what the run says of itself. Out: the page's bytes, the same for the same input.
Everything that a contributor wrote is escaped where it is printed; the page's policy lets nothing run or load but
the style and the script that stand in it, named by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from consult.answer.wordings import APPLIED
from consult.messages import Message, languages, messages
from consult.publish import labels
from consult.publish.charts import COLUMNS, WIDTH, Flow, flows_of, label_lines, picture
from consult.publish.marked import marked_sources
from consult.publish.outline import Outline, TargetEntry, outline
from consult.publish.run_time import run_time
from consult.publish.worded import proposed
from consult.records import NEAREST, Analysis, Citation, Draft, in_language
from consult.settings import Settings

TEMPLATES = Path(__file__).parent / "templates"


def write_report(analysis: Analysis, settings: Settings, run_info: Mapping[str, Any], folder: Path) -> None:
    """Write the report as `folder`/report.html."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.html").write_bytes(report(analysis, settings, run_info))


def report(analysis: Analysis, settings: Settings, run_info: Mapping[str, Any]) -> bytes:
    """The page in the consultation's main language, or the nearest that has a catalogue."""
    language = page_language(settings.languages)
    m, plan = messages(language), outline(analysis, settings, language)
    values = _page(settings, run_info, language, m, plan) | _texts(analysis, plan, m) | _labels(settings, language, m)
    values |= _drafts(analysis)
    values |= _flow(analysis, plan, values["events"], m) | _links(plan, m)
    return _environment().get_template("report.html.j2").render(values).encode()


def page_language(wanted: Iterable[str]) -> str:
    """The first of `wanted` that has a catalogue, else the one nearest to the first.

    >>> page_language(("da", "sv"))
    'nb'
    """
    known, first = languages(), next(iter(wanted), "nn")
    return next(one for one in (*wanted, *NEAREST.get(first, ()), *known) if one in known)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip


def _page(settings: Settings, run_info: Mapping[str, Any], language: str, m: Message, plan: Outline) -> dict[str, Any]:
    style, script = ((TEMPLATES / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    return {
        "language": language,
        "m": m,
        "plan": plan,
        "settings": settings,
        "title": in_language(settings.title, language) or settings.name,
        "made": run_time(run_info).strftime("%Y-%m-%d"),
        "laws": run_info.get("laws", ()),
        "proposed": proposed(plan, settings, m),
        "style": Markup(style),  # noqa: S704 - files of ours, not input
        "script": Markup(script),  # noqa: S704 - likewise
        "policy": policy(style, script),
        "orphans": labels.orphan_sentences(run_info, m),
        "receipts": frozenset(run_info.get("receipts", ())),
        "kinds": [(kind, list(targets)) for kind, targets in groupby(plan.targets, key=section_of)],
    }


def section_of(target: TargetEntry) -> str:
    """The section of the page that a target stands in: `outside` holds what no target of the framework does."""
    return "outside" if target.kind in ("new", "unplaced") else target.kind


def policy(style: str, script: str) -> str:
    """A Content Security Policy that allows the page's own style and script and nothing else, from nowhere."""

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    allowed = f"style-src {digest(style)}; script-src {digest(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _texts(analysis: Analysis, plan: Outline, m: Message) -> dict[str, Any]:
    most = max((target.passages for target in plan.targets), default=0) or 1
    return {
        "sources": marked_sources(analysis, plan.theme_of),
        "quoted_at": quoted_at(plan),
        "quote_anchor": quote_anchor,
        "theme_of": plan.theme_of,
        "number": lambda count: m("report-number", count=count),
        "percent": lambda probability: round(100 * probability),
        "share": lambda passages: round(100 * passages / most, 1),
    }


def _drafts(analysis: Analysis) -> dict[str, Any]:
    """What a model drafted, where the page shows it: under a theme, over a target's themes, at a conclusion."""
    passages = {passage.passage_id: passage for passage in analysis.passages}
    titles, overviews, translations = (defaultdict[str, list[Draft]](list) for _ in range(3))
    for one in analysis.drafts:
        if one.task == "title":
            titles[one.theme_id].append(one)
        elif one.task == "overview":
            overviews[one.target].append(one)
        elif one.task == "translate":
            translations[one.theme_id].append(one)
    return {
        "titles_drafted": titles,
        "overviews_drafted": overviews,
        "translations_drafted": translations,
        "worded_by": {one.stands_for: one for one in analysis.drafts if one.task in APPLIED},
        "drawn_on": lambda one: [passages[key] for key in one.passage_ids],
        "language_name": lambda code, m: m(f"writer-language-{code}"),
    }


def quote_anchor(citation: Citation) -> str:
    """The address of a quote in its conclusion: a passage may be cited by several, and by one more than once."""
    return f"q-{citation.conclusion_id}-{citation.passage_id}-{citation.start}"


def quoted_at(plan: Outline) -> dict[str, tuple[str, ...]]:
    """Passage id → the addresses of the quotes of it, in the order of the page; none for any other."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in (entry for target in plan.targets for entry in target.themes):
        for one in entry.statements:
            quotes = [piece.quote for piece in one.pieces if piece.quote] + list(one.further)
            for quote in quotes:
                found[quote.passage.passage_id].append(quote_anchor(quote.citation))
    return defaultdict(tuple, ((passage_id, tuple(anchors)) for passage_id, anchors in found.items()))


def _labels(settings: Settings, language: str, m: Message) -> dict[str, Any]:
    @cache
    def lang(own: str, around: str = language) -> Markup:
        return Markup(' lang="{}"').format(own) if own != around else Markup("")

    of_page = Markup(' lang="{}"').format(language)
    return {
        "events": labels.event_titles(settings, language),
        "lang": lang,
        "page_lang": lambda: of_page,
        "source_label": partial(labels.source_label, m=m),
        "place": partial(labels.place, m=m),
        "voice_counts": partial(labels.voice_counts, m=m),
        "law_sentence": partial(labels.law_sentence, m=m),
        "reason_key": labels.reason_key,
        "aside_key": labels.aside_key,
    }


def _links(plan: Outline, m: Message) -> dict[str, Any]:
    title_of = {target.anchor: labels.target_words(target, m) for target in plan.targets}
    by_id = {target.target_id: title_of[target.anchor] for target in plan.targets if target.target_id}
    return {
        "title_of": title_of,
        "target_title": lambda target_id: by_id.get(target_id, target_id),
        "entry_of": {entry.theme.theme_id: entry for target in plan.targets for entry in target.themes},
    }


def _flow(analysis: Analysis, plan: Outline, events: Mapping[str, str], m: Message) -> dict[str, Any]:
    def words(flow: Flow) -> str:
        return labels.group_label(flow.voice, flow.group.partition("|")[2], events, m)

    flows = flows_of(plan, analysis)
    chart = picture(plan, flows, words, m) if flows else None
    return {
        "chart": chart,
        "chart_width": f"{WIDTH:g}",
        "flows": flows,
        "group_words": words,
        "label_lines": label_lines,
        "is_left": lambda node: node.x == COLUMNS[0],
    }
