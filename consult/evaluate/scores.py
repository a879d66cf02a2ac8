"""`consult evaluate`: every figure that a consultation's gold/ can give, by name.

In: the folder of a consultation with `gold/`, and a finished analysis. Out: name → figure, shares
between 0 and 1 unless the name says otherwise. A gold passage that none of ours overlaps counts as
alone in a theme and as placed nowhere: what the reader lost is lost for what follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from consult.errors import InputError
from consult.evaluate.conclusions import Vectors, coverage, repeated
from consult.evaluate.gold import Gold, GoldPassage, align, load_gold, matched
from consult.evaluate.privacy import privacy_figures
from consult.evaluate.reading import reading_scores
from consult.evaluate.themes import (
    adjusted_rand,
    bcubed,
    calibration_error,
    lone_voices_kept,
    placement_score,
    v_measure,
)
from consult.evaluate.titles import title_recall
from consult.records import Analysis, Placement

Figures = dict[str, float]
Matches = Mapping[str, str | None]


def evaluate(consultation: Path, analysis: Analysis, vectors: Vectors | None = None) -> Figures:
    """All figures of one analysis against the gold of its consultation.

    vectors: passage id → (d,) unit vector; without them nothing is said of who is spoken for.

    Raises InputError where there is no gold.
    """
    gold = load_gold(consultation)
    if gold is None:
        raise InputError(f"{consultation}: has no gold/passages.jsonl to measure against")
    alignment = align(gold, analysis.sources)
    matches = matched(gold, analysis.passages, alignment)
    return {
        **{
            f"reading: {name}": value
            for name, value in reading_scores(
                gold, alignment, analysis.sources, analysis.passages, analysis.set_aside
            ).items()
        },
        "quotes verified against the sources": quotes_verified(analysis),
        **theme_figures(gold, matches, analysis),
        "titles: words of the gold themes recalled": titles_recalled(gold, matches, analysis),
        **placement_figures(gold, matches, analysis),
        "conclusions: single-voice gold themes kept": lone_voices(gold, matches, analysis),
        "conclusions: passages that a conclusion cites": cited_share(analysis),
        **(conclusion_figures(analysis, vectors) if vectors else {}),
        **privacy_figures(consultation, analysis),
    }


def quotes_verified(analysis: Analysis) -> float:
    """Share of citations whose exact words stand at their offsets."""
    texts = {source.source_id: source.text for source in analysis.sources}
    citations = [citation for conclusion in analysis.conclusions for citation in conclusion.citations]
    right = sum(texts[c.source_id][c.start : c.end] == c.exact for c in citations)
    return right / len(citations) if citations else 1.0


def theme_figures(gold: Gold, matches: Matches, analysis: Analysis) -> Figures:
    """Themes against gold themes over the labelled input passages, and against languages over all passages."""
    theme_of = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    labelled = [passage for passage in gold.inputs if passage.theme]
    wanted = [passage.theme for passage in labelled]
    found = [theme_of.get(matches[p.gold_id] or "", f"no passage {p.gold_id}") for p in labelled]
    score = bcubed(wanted, found)
    languages = [passage.language for passage in analysis.passages]
    return {
        "themes: B-cubed F1": score.f1,
        "themes: B-cubed precision": score.precision,
        "themes: B-cubed recall": score.recall,
        "themes: V-measure": v_measure(wanted, found),
        "themes: ARI": adjusted_rand(wanted, found),
        "themes: number": float(len(analysis.themes)),
        "themes: V-measure with language": v_measure(languages, [theme_of[p.passage_id] for p in analysis.passages]),
    }


def titles_recalled(gold: Gold, matches: Matches, analysis: Analysis) -> float:
    """Mean share of each gold theme's words that title and five keywords of our nearest theme bring back."""
    gold_of = {matches[p.gold_id] or "": p.theme for p in gold.inputs if p.theme and matches[p.gold_id]}
    recalled = title_recall({slug: str(text) for slug, text in gold.themes.items()}, gold_of, analysis.themes)
    return sum(recalled.values()) / len(recalled) if recalled else 0.0


def gold_targets(passage: GoldPassage) -> frozenset[str]:
    """The targets a gold passage bears on; a topic outside the framework is `new`."""
    topic = {"other": "new", None: ""}.get(passage.new_topic, passage.new_topic or "")
    return frozenset({*passage.commitments, topic} - {""})


def placement_figures(gold: Gold, matches: Matches, analysis: Analysis) -> Figures:
    """Placements of labelled input passages: macro-F1, first choice, calibration of the first choice."""
    choices = ranked_choices(analysis.placements)
    labelled = [passage for passage in gold.inputs if gold_targets(passage)]
    wanted = [gold_targets(passage) for passage in labelled]
    placed = [choices.get(matches[passage.gold_id] or "", []) for passage in labelled]
    targets = sorted(frozenset().union(*wanted))
    score = placement_score(wanted, [[place for place, _ in ours] for ours in placed], targets)
    first = [(ours[0][1], ours[0][0] in labels) for ours, labels in zip(placed, wanted, strict=True) if ours]
    return {
        "placement: macro-F1": score.macro_f1,
        "placement: first choice right": score.first_choice,
        "placement: calibration error": calibration_error([p for p, _ in first], [right for _, right in first]),
        **{f"placement: F1 of {target}": value for target, value in score.by_target.items()},
    }


def ranked_choices(placements: Sequence[Placement]) -> dict[str, list[tuple[str, float]]]:
    """Passage id → its (target, `new` or `unplaced`; probability), most probable first."""
    choices: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for placement in sorted(placements, key=lambda p: (-p.probability, p.target)):
        if placement.passage_id:
            place = placement.target if placement.kind in ("commitment", "new_topic") else placement.kind
            choices[placement.passage_id].append((place, placement.probability))
    return choices


def lone_voices(gold: Gold, matches: Matches, analysis: Analysis) -> float:
    """Share of single-passage gold themes whose words a conclusion shows."""
    members: dict[str, list[str]] = defaultdict(list)
    for passage in gold.inputs:
        if passage.theme:
            members[passage.theme].append(matches[passage.gold_id] or "")
    shown = {c.passage_id for conclusion in analysis.conclusions for c in conclusion.citations if c.shown}
    return lone_voices_kept(members, shown)


def conclusion_figures(analysis: Analysis, vectors: Vectors) -> Figures:
    """Whether shown quotes speak for every passage, and whether any says what another says."""
    return {
        "conclusions: passages that a shown quote speaks for": coverage(analysis, vectors),
        "conclusions: quotes that repeat another": repeated(analysis, vectors),
    }


def cited_share(analysis: Analysis) -> float:
    """Share of passages that a conclusion cites; the others are listed as not reflected."""
    cited = {c.passage_id for conclusion in analysis.conclusions for c in conclusion.citations}
    return len(cited) / len(analysis.passages) if analysis.passages else 1.0
