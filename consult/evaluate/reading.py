"""How well sources were read, against gold: passages recovered, input told from the rest, language, tiling.

In: gold with its alignment, our sources, passages and set-aside spans. Out: plain floats between 0 and 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from consult.evaluate.gold import Alignment, Gold, GoldSpan, overlap
from consult.read.units import word_count
from consult.records import Passage, SetAside, Source

RECOVERED = 0.8  # share of a gold passage that one of ours holds
LONGEST = 1.5  # times as long as the gold passage that ours may be
LANGUAGE_WORDS = 5  # shorter passages have no language to speak of


def reading_scores(
    gold: Gold,
    alignment: Alignment,
    sources: Sequence[Source],
    passages: Sequence[Passage],
    set_aside: Sequence[SetAside],
) -> dict[str, float]:
    """All metrics of reading, by name."""
    return {
        "quotes_found": 1 - len(alignment.missing) / max(1, len(gold.passages)),
        "tiled": tiled(sources, passages, set_aside),
        "passages_recovered": passages_recovered(gold, alignment, passages),
        "input_f1": input_f1(gold, alignment, sources, passages),
        "language_accuracy": language_accuracy(gold, alignment, passages),
    }


def tiled(sources: Sequence[Source], passages: Sequence[Passage], set_aside: Sequence[SetAside]) -> float:
    """Share of all characters that lie in exactly one passage or set-aside span with just their text."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for passage in passages:
        spans[passage.source_id].append((passage.start, passage.end, passage.text))
    for rest in set_aside:
        spans[rest.source_id].append((rest.start, rest.end, rest.text))
    right = total = 0
    for source in sources:
        total += len(source.text)
        at = 0
        for start, end, text in sorted(spans[source.source_id]):
            if start >= at and source.text[start:end] == text:
                right += end - start
            at = max(at, end)
    return right / total if total else 1.0


def passages_recovered(gold: Gold, alignment: Alignment, passages: Sequence[Passage]) -> float:
    """Share of gold input passages of which one of ours holds 80 % and is at most 1.5 times as long."""
    ours = _by_source(passages)
    found = sum(
        any(_recovers(span, passage) for passage in ours[span.source_id])
        for one in gold.inputs
        if (span := alignment.spans.get(one.gold_id))
    )
    return found / len(gold.inputs) if gold.inputs else 1.0


def _recovers(span: GoldSpan, passage: Passage) -> bool:
    length = span.end - span.start
    return overlap(span, passage) >= RECOVERED * length and passage.end - passage.start <= LONGEST * length


def input_f1(gold: Gold, alignment: Alignment, sources: Sequence[Source], passages: Sequence[Passage]) -> float:
    """F1 of input against the rest, by character that is not white space, over every source that has gold.

    What the gold leaves out (labels, list marks, columns of names) is not input.
    """
    wanted = _characters(
        (span.source_id, span.start, span.end) for one in gold.inputs if (span := alignment.spans.get(one.gold_id))
    )
    labelled = {span.source_id for span in alignment.spans.values()}
    found = _characters((one.source_id, one.start, one.end) for one in passages if one.source_id in labelled)
    texts = {source.source_id: source.text for source in sources}
    both = _count(wanted & found, texts)
    either = _count(wanted, texts) + _count(found, texts)
    return 2 * both / either if either else 1.0


def _characters(spans: Iterable[tuple[str, int, int]]) -> set[tuple[str, int]]:
    return {(source, at) for source, start, end in spans for at in range(start, end)}


def _count(characters: set[tuple[str, int]], texts: dict[str, str]) -> int:
    return sum(not texts[source][at].isspace() for source, at in characters)


def language_accuracy(gold: Gold, alignment: Alignment, passages: Sequence[Passage]) -> float:
    """Share of gold input passages of five words or more whose language ours has too, those not found wrong."""
    ours = _by_source(passages)
    right = total = 0
    for one in gold.inputs:
        if word_count(one.quote) < LANGUAGE_WORDS:
            continue
        total += 1
        span = alignment.spans.get(one.gold_id)
        best = max(ours[span.source_id], key=lambda passage: overlap(span, passage), default=None) if span else None
        right += bool(span and best and overlap(span, best) > 0 and best.language == one.language)
    return right / total if total else 1.0


def _by_source(passages: Sequence[Passage]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: (one.source_id, one.start)):
        found[passage.source_id].append(passage)
    return found
