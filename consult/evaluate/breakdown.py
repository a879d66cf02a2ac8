"""Figures by group: does the machine do as well by each language, voice and file?

In: gold, what our passages are for it, and an analysis. Out: a pandas table with a row for each labelled
passage, and from it one with a row for each group. A gap between groups is a fault that a mean hides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from consult.errors import InputError
from consult.evaluate.gold import Gold, align, load_gold, matched
from consult.evaluate.scores import gold_targets, ranked_choices
from consult.records import Analysis

if TYPE_CHECKING:
    import pandas as pd

GROUPS = ("language", "voice", "path", "theme", "target")
COLUMNS = ("gold_id", *GROUPS, "found", "first choice", "right")


def labelled_passages(gold: Gold, matches: Mapping[str, str | None], analysis: Analysis) -> pd.DataFrame:
    """One row a labelled input passage: its groups, and whether its first placement is right (1 or 0).

    precision, recall: of its theme by B-cubed, so that their means are the B-cubed figures. What nobody labelled is
    not a number: the placement of a passage without a target, the theme of one without a theme.
    """
    import pandas as pd

    theme_of = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    choices = ranked_choices(analysis.placements)
    rows = []
    for passage in gold.inputs:
        ours = matches[passage.gold_id] or ""
        first = choices.get(ours, [("", 0.0)])[0][0]
        targets = gold_targets(passage)
        rows.append(
            {
                "gold_id": passage.gold_id,
                "language": passage.language,
                "voice": passage.voice,
                "path": passage.path,
                "theme": passage.theme or "",
                "target": " ".join(sorted(targets)),
                "found": theme_of.get(ours, f"no passage {passage.gold_id}"),
                "first choice": first,
                "right": float(first in targets) if targets else math.nan,
            }
        )
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(**_bcubed_of_each(table[table["theme"] != ""]))


def _bcubed_of_each(table: pd.DataFrame) -> dict[str, pd.Series[float]]:
    together = table.groupby(["theme", "found"])["gold_id"].transform("size")
    return {
        "precision": together / table.groupby("found")["gold_id"].transform("size"),
        "recall": together / table.groupby("theme")["gold_id"].transform("size"),
    }


def breakdown(consultation: Path, analysis: Analysis, by: str) -> pd.DataFrame:
    """Passages, share of first placements right, and B-cubed of themes, for each value of `by`.

    Raises InputError where `by` is none of `GROUPS` or the consultation has no gold.
    """
    gold = load_gold(consultation)
    if gold is None:
        raise InputError(f"{consultation}: has no gold/passages.jsonl to measure against")
    if by not in GROUPS:
        raise InputError(f"--by {by}: give one of {', '.join(GROUPS)}")
    table = labelled_passages(gold, matched(gold, analysis.passages, align(gold, analysis.sources)), analysis)
    grouped = table.groupby(by).agg(
        passages=("gold_id", "size"),
        right=("right", "mean"),
        precision=("precision", "mean"),
        recall=("recall", "mean"),
    )
    both = grouped["precision"] + grouped["recall"]
    f1 = (2 * grouped["precision"] * grouped["recall"] / both).where(both != 0, 0.0)
    return grouped.assign(**{"B-cubed F1": f1}).sort_values("passages", ascending=False, kind="stable")
