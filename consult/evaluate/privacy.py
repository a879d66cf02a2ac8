"""How well personal data was found, against gold: recall by kind, and what was taken out by mistake.

In: the folder of a consultation with `gold/pii.jsonl` and, where there is one, `gold/not_pii.jsonl`; an analysis. Out:
figures between 0 and 1. A datum counts as found where all of it lies in what is taken out; something that must stay
counts as taken out where any character of it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consult.evaluate.gold import DROPPED, Gold, GoldPassage, align, labels_in
from consult.records import Analysis, Finding, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One labelled stretch: its kind, and where it stands; no span where it stands nowhere in our sources."""

    kind: str
    source_id: str = ""
    start: int = 0
    end: int = 0
    words: str = ""


def privacy_figures(consultation: Path, analysis: Analysis) -> dict[str, float]:
    """All figures, empty where nobody has labelled personal data."""
    personal = labelled(consultation / "gold" / "pii.jsonl", analysis.sources)
    stays = labelled(consultation / "gold" / "not_pii.jsonl", analysis.sources)
    hidden: dict[str, list[Finding]] = defaultdict(list)
    flagged: dict[str, list[Finding]] = defaultdict(list)
    for one in analysis.findings:
        if one.where == "text":
            (hidden if one.hidden else flagged)[one.source_id].append(one)
    figures = {}
    for kind in sorted({one.kind for one in personal}):
        its = [one for one in personal if one.kind == kind]
        found = [_covered(one, (*hidden[one.source_id], *_if_other(kind, flagged[one.source_id]))) for one in its]
        figures[f"privacy: recall of {kind}"] = sum(found) / len(found)
    if stays:
        mistaken = sum(_touched(one, hidden[one.source_id]) for one in stays)
        figures["privacy: taken out by mistake"] = mistaken / len(stays)
    return figures


def _if_other(kind: str, flagged: Sequence[Finding]) -> Sequence[Finding]:
    """What is flagged for a person counts as found where the gold says no more than that it is sensitive."""
    return flagged if kind == "other" else ()


def labelled(file: Path, sources: Sequence[Source]) -> tuple[Labelled, ...]:
    """The labels of a file, each where it stands in our sources; none where there is no file."""
    if not file.is_file():
        return ()
    rows = labels_in(file, ("file", "type", "span", "quote"))
    quotes = [_quote(row, number) for number, row in enumerate(rows)]
    places = _places(quotes, sources)
    texts = {source.source_id: source.text for source in sources}
    return tuple(_label(row, places.get(quote.gold_id), texts) for row, quote in zip(rows, quotes, strict=True))


def _quote(row: Mapping[str, Any], number: int) -> GoldPassage:
    return GoldPassage(
        gold_id=str(number), path=str(row["file"]).removeprefix("inputs/"), kind="input", language="", voice="",
        variants=tuple(row[key] for key in ("quote", "quote_raw") if row.get(key)),
        sheet=row.get("sheet") or "", cell=row.get("cell") or "",
    )  # fmt: skip


def _places(quotes: Sequence[GoldPassage], sources: Sequence[Source]) -> dict[str, tuple[str, int, int]]:
    """Where each quote stands; several labels may share one quote, so that each is looked for by itself."""
    places = {}
    for one in quotes:
        for span in align(Gold(passages=(one,), themes={}), sources).spans.values():
            places[one.gold_id] = (span.source_id, span.start, span.end)
    return places


def _label(row: Mapping[str, Any], place: tuple[str, int, int] | None, texts: Mapping[str, str]) -> Labelled:
    """The stretch inside its quote, whatever white space wraps it."""
    if place is None:
        return Labelled(kind=row["type"])
    source_id, start, end = place
    text = texts[source_id]
    at = [offset for offset in range(start, end) if not DROPPED.match(text[offset])]
    squeezed = "".join(text[offset] for offset in at)
    for words in (row["span"], row.get("span_raw") or row["span"]):
        wanted = DROPPED.sub("", words)
        found = squeezed.find(wanted)
        if wanted and found >= 0:
            last = at[found + len(wanted) - 1] + 1
            first = at[found]
            return Labelled(kind=row["type"], source_id=source_id, start=first, end=last, words=text[first:last])
    return Labelled(kind=row["type"])


def _covered(one: Labelled, findings: Iterable[Finding]) -> bool:
    """Whether everything but white space and marks of a label lies in findings."""
    if not one.source_id:
        return False
    inside = {at for finding in findings for at in range(finding.start, finding.end)}
    wanted = (one.start + at for at, sign in enumerate(one.words) if sign.isalnum())
    return all(at in inside for at in wanted)


def _touched(one: Labelled, findings: Iterable[Finding]) -> bool:
    return any(finding.start < one.end and one.start < finding.end for finding in findings)
