"""Do themes hold when letters are taken away? Agreement of two groupings made from nothing, on what both hold.

    python benchmarks/stability.py OUT [--consultation corpora/ogp-norge-2026] [--draws 6]

OUT is the output folder of a run. A tenth of its sources is removed at random, all that is left is grouped anew (not
settled into the themes there were), and the adjusted Rand index of the two groupings on the passages that are left is
printed for each draw, then the mean.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from consult.evaluate.themes import adjusted_rand
from consult.ledger import open_ledger
from consult.records import Passage
from consult.settings import Settings, load_settings
from consult.themes import find_themes, load_encoder
from consult.themes.embed import Encoder, MemoryCache, VectorCache

ROOT = Path(__file__).parent.parent
REMOVED = 0.1  # of the sources


def main() -> int:
    """Print the agreement of each draw, and their mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--consultation", type=Path, default=ROOT / "corpora" / "ogp-norge-2026")
    parser.add_argument("--draws", type=int, default=6)
    given = parser.parse_args()
    with open_ledger(given.out / "ledger.db") as ledger:
        passages = ledger.proposed().passages
    settings = load_settings(given.consultation)
    found = agreements(passages, settings, load_encoder(settings.model), given.draws)
    sys.stdout.write(" ".join(f"{one:.3f}" for one in found) + f"; mean {sum(found) / len(found):.3f}\n")
    return 0


def agreements(passages: Sequence[Passage], settings: Settings, encoder: Encoder, draws: int) -> list[float]:
    """The adjusted Rand index of each draw."""
    cache = MemoryCache()
    whole = theme_of(passages, settings, encoder, cache)
    found = []
    for seed in range(draws):
        left = without_some(passages, seed)
        again = theme_of(left, settings, encoder, cache)
        ids = [passage.passage_id for passage in left]
        found.append(adjusted_rand([whole[one] for one in ids], [again[one] for one in ids]))
    return found


def without_some(passages: Sequence[Passage], seed: int) -> list[Passage]:
    """The passages of nine tenths of the sources; at least one source goes."""
    sources = sorted({passage.source_id for passage in passages})
    count = max(1, round(REMOVED * len(sources)))
    gone = set(random.Random(seed).sample(sources, count))  # noqa: S311 a fixed draw
    return [passage for passage in passages if passage.source_id not in gone]


def theme_of(passages: Sequence[Passage], settings: Settings, encoder: Encoder, cache: VectorCache) -> dict[str, str]:
    """Passage id → theme id, grouped from nothing."""
    themes = find_themes(passages, settings, encoder, cache).themes
    return {passage_id: theme.theme_id for theme in themes for passage_id in theme.passage_ids}


if __name__ == "__main__":
    raise SystemExit(main())
