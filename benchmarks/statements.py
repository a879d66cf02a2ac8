"""Themes and placements on our own statements: what strangers can run again without anybody else's data.

    python -m benchmarks.statements [--model multilingual-e5-small-policy]

`benchmarks/statements/*.jsonl` holds some seven hundred narrow public issues, a line each: titles in five languages,
descriptions, a heading, and about ten things that people say of it, in five languages and in other words each. All of
it was written for this project; nobody said it, and no model that we ship has learnt from it. Two tables: themes of 30
to 150 statements on 20 to 40 issues from everywhere; and statements placed on the issues of their own area, by title
alone, where all targets are neighbours.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.themes import ROOT, SMALL, Bench, Labelled, best_targets, passage_of, say
from consult.evaluate.themes import bcubed, v_measure
from consult.records import Framework, Target
from consult.settings import DEFAULT_MODEL
from consult.themes import load_encoder

TEXTS = Path(__file__).with_name("statements")
LANGUAGES = {
    "bokmål": ("nb",),
    "nynorsk": ("nn",),
    "both": ("nb", "nn"),
    "five languages": ("nb", "nn", "sv", "da", "en"),
}
FEWEST = 6  # issues that an area must have to be a framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue. titles: language → title; said: (language, statement)."""

    name: str
    area: str
    titles: dict[str, str]
    said: tuple[tuple[str, str], ...]


def read_issues(folder: Path = TEXTS) -> list[Issue]:
    """All issues, by area and name."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    rows = (json.loads(line) for line in lines)
    found = [
        Issue(name=row["issue"], area=row["area"], titles=row["titles"], said=tuple(map(tuple, row["said"])))
        for row in rows
    ]
    return sorted(found, key=lambda issue: (issue.area, issue.name))


def few(issues: Sequence[Issue], languages: Sequence[str], count: int, number: int, seed: int) -> Labelled:
    """At most `count` statements on `number` issues, one at least on each, with the issue of each."""
    draw = random.Random(seed)  # noqa: S311 a fixed draw
    first: list[tuple[str, str, str]] = []
    others: list[tuple[str, str, str]] = []
    for issue in draw.sample(issues, number):
        said = [
            (text, language, f"{issue.area}/{issue.name}") for language, text in issue.said if language in languages
        ]
        draw.shuffle(said)
        first.append(said[0])
        others += said[1:]
    draw.shuffle(others)
    rows = (first + others)[:count]
    return [passage_of(text, at, language) for at, (text, language, _) in enumerate(rows)], [row[2] for row in rows]


def areas(issues: Sequence[Issue]) -> Iterator[tuple[Framework, list[tuple[str, str, str]]]]:
    """Each area that is large enough as a framework of titles, and its statements: (text, language, issue)."""
    by_area: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        by_area[issue.area].append(issue)
    for area, members in sorted(by_area.items()):
        if len(members) >= FEWEST:
            targets = tuple(
                Target(target_id=one.name, kind="commitment", title=one.titles, description={}) for one in members
            )
            framework = Framework(framework_id=area, language="nb", source="", targets=targets)
            yield framework, [(text, language, one.name) for one in members for language, text in one.said]


def themes_row(bench: Bench, issues: Sequence[Issue], languages: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed F1, V-measure, and themes found for each issue: means of eight draws."""
    scores = []
    for seed, (count, number) in enumerate(SMALL):
        passages, labels = few(issues, languages, count, number, seed)
        found = bench.theme_labels(passages)
        scores.append((bcubed(labels, found).f1, v_measure(labels, found), len(set(found)) / len(set(labels))))
    b, v, share = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return b, v, share


def placed(bench: Bench, issues: Sequence[Issue]) -> dict[str, float]:
    """Share of statements whose first choice among the titles of their area is their own, by language and in all."""
    right: dict[str, list[bool]] = defaultdict(list)
    for framework, rows in areas(issues):
        passages = [passage_of(text, at, language) for at, (text, language, _) in enumerate(rows)]
        best = best_targets(bench.find(passages, framework))
        for passage, (_, language, name) in zip(passages, rows, strict=True):
            hit = best[passage.passage_id][0] == name
            right[language].append(hit)
            right["all"].append(hit)
    return {name: sum(hits) / len(hits) for name, hits in sorted(right.items())}


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    given = parser.parse_args()
    issues, bench = read_issues(), Bench(ROOT, load_encoder(given.model))
    said = sum(len(issue.said) for issue in issues)
    say(f"{len(issues)} issues, {said} statements\n\n{'30-150 on 20-40 issues':24s}     B3      V  themes for an issue")
    for name, languages in LANGUAGES.items():
        say("{:24s} {:6.3f} {:6.3f} {:6.2f}".format(name, *themes_row(bench, issues, languages)))
    say("\nplaced on the titles of its area, first choice right")
    for name, share in placed(bench, issues).items():
        say(f"{name:24s} {share:6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
