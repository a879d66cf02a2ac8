"""What grouping and placing cost from a thousand passages to a hundred thousand, vectors given.

    python benchmarks/scale.py [--counts 1000 3000 10000 30000 100000] [--plot benchmarks/results/scale.svg]

Passages are made up: subjects of unequal size, each with a direction of its own and words of its own, in a
corpus where one sentence in a hundred is somebody else's, changed a little. Their vectors are there before the clock
starts. The framework is the one of `corpora/ogp-norge-2026`. Themes are numbered, not named: titles are no part of
this. Steps are timed one by one, in seconds of one core; memory is the greatest resident set (the kernel's VmHWM,
which the process's own start clears) above what there was before, vectors included in that. Each count runs in a
process of its own. The exponent is the slope between two counts on logarithmic axes: n log n has 1.08 to 1.15 here.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult import themes
from consult.records import Passage
from consult.settings import load_settings
from consult.themes import levels
from consult.themes.context import texts_to_embed
from consult.themes.embed import MemoryCache, Progress
from consult.themes.targets import framework_texts
from consult.themes.title import Named

ROOT = Path(__file__).parent.parent
OGP = ROOT / "corpora" / "ogp-norge-2026"
COUNTS = (1000, 3000, 10_000, 30_000, 100_000)
DIMENSION = 384
STEPS = {
    "duplicates": (themes, "find_duplicates"),
    "compare": (themes, "compare_passages"),
    "group": (themes, "_groups"),
    "widen": (levels, "wider_groups"),
    "vote": (themes, "vote"),
    "place": (themes, "place_passages"),
}
"""Steps of the way from vectors to themes and placements, by the functions that take them."""
Rows = NDArray[np.float32]


class MadeUp:
    """An encoder that gives what was made up, and a direction of its own for any other text."""

    name = fingerprint = "made up"
    dimension = DIMENSION

    def __init__(self) -> None:
        self.known: dict[str, Rows] = {}

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Rows:
        """(n, d) unit rows."""
        del progress
        return np.stack([self.known[text] if text in self.known else _direction(text) for text in texts])


def _direction(text: str) -> Rows:
    rows = np.random.default_rng(list(text.encode()[:64])).normal(size=DIMENSION).astype(np.float32)
    found: Rows = rows / np.linalg.norm(rows)
    return found


def passages_of(count: int, encoder: MadeUp) -> list[Passage]:
    """So many made-up passages, whose vectors the encoder knows from then on."""
    draw = random.Random(7)  # noqa: S311 - a fixed draw
    noise = np.random.default_rng(7)
    subjects = [_subject(draw, noise) for _ in range(max(10, round(4 * math.sqrt(count))))]
    common = [_word(draw) for _ in range(400)]
    weights = [1 / (rank + 3) for rank in range(len(subjects))]
    found: list[Passage] = []
    for at in range(count):
        if found and draw.random() < 0.01:
            text, row = f"{draw.choice(found).text} {draw.choice(common)}", None
            row = encoder.known[text.rsplit(" ", 1)[0]] + 0.005 * noise.normal(size=DIMENSION).astype(np.float32)
        else:
            words, middle = draw.choices(subjects, weights)[0]
            said = [
                draw.choice(words) if draw.random() < 0.4 else draw.choice(common) for _ in range(draw.randint(6, 25))
            ]
            text = " ".join(said).capitalize() + f" {at}."
            row = middle + 0.045 * noise.normal(size=DIMENSION).astype(np.float32)
        encoder.known[text] = (row / np.linalg.norm(row)).astype(np.float32)
        found.append(
            Passage(source_id=f"s-{at:012x}", start=0, end=len(text), text=text, language="nb", voice="individual")
        )
    return found


def _subject(draw: random.Random, noise: np.random.Generator) -> tuple[list[str], Rows]:
    middle = noise.normal(size=DIMENSION).astype(np.float32)
    return [_word(draw) for _ in range(30)], middle / np.linalg.norm(middle)


def _word(draw: random.Random) -> str:
    return "".join(draw.choice("bdfgklmnprstv") + draw.choice("aeiouyøå") for _ in range(draw.randint(2, 4)))


def measure(count: int) -> dict[str, Any]:
    """Seconds of one core by step, and MiB above what there was before."""
    encoder, cache = MadeUp(), MemoryCache()
    passages = passages_of(count, encoder)
    settings = load_settings(OGP)
    needed = {*texts_to_embed(passages), *framework_texts(settings.framework)}
    cache.add_vectors(encoder.fingerprint, {themes.text_hash(text): encoder.encode([text])[0] for text in needed})
    seconds = _clocks()
    setattr(themes, "_titles", lambda *_: _numbered)  # noqa: B010 - as the clocks are put in
    before, started = _held("VmRSS"), (time.perf_counter(), time.process_time())
    Path("/proc/self/clear_refs").write_text(
        "5", encoding="ascii"
    )  # the greatest set so far is that of making it all up
    found = themes.find_themes(passages, settings, encoder, cache)
    wall, cpu = time.perf_counter() - started[0], time.process_time() - started[1]
    grown = _held("VmHWM") - before
    counts = {"count": count, "themes": len(found.themes), "copies": len(found.duplicates)}
    return counts | {"seconds": dict(seconds), "wall": wall, "cpu": cpu, "memory": grown}


def _numbered(groups: Sequence[Any], only: Sequence[int] | None = None, taken: Sequence[str] = ()) -> tuple[Named, ...]:
    count = len(groups if only is None else only)
    return tuple(Named(title=f"theme {len(taken) + at}", keywords=()) for at in range(count))


def _held(what: str) -> float:
    """MiB of this process, as the kernel counts them."""
    found = re.search(rf"{what}:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else math.nan


def _clocks() -> dict[str, float]:
    """Wrap the steps; what they take is added up here."""
    seconds: defaultdict[str, float] = defaultdict(float)

    def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            started = time.process_time()
            result = function(*given, **named)
            seconds[name] += time.process_time() - started
            return result

        return run

    for name, (module, function) in STEPS.items():
        setattr(module, function, clocked(name, getattr(module, function)))
    return seconds


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as Markdown, with sums, exponents and memory."""
    lines = [
        "| passages | themes | "
        + " | ".join(STEPS)
        + " | sum | whole, of processor | exponent | whole, by the clock | MiB above |",
        "|" + "---|" * (len(STEPS) + 7),
    ]
    for at, row in enumerate(rows):
        slope = "–"
        if at:
            slope = f"{math.log(row['cpu'] / rows[at - 1]['cpu']) / math.log(row['count'] / rows[at - 1]['count']):.2f}"
        steps = " | ".join(f"{row['seconds'].get(name, 0.0):.2f}" for name in STEPS)
        lines.append(
            f"| {row['count']:,} | {row['themes']} | {steps} | {_sum(row):.2f} | {row['cpu']:.2f} | {slope} "
            f"| {row['wall']:.1f} | {row['memory']:.0f} |"
        )
    return "\n".join(lines)


def _sum(row: dict[str, Any]) -> float:
    return float(sum(row["seconds"].values()))


def plot(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Seconds against passages on logarithmic axes, beside n log n from the first count on."""
    first = rows[0]
    unit = first["cpu"] / (first["count"] * math.log(first["count"]))
    points = [{"n": row["count"], "s": row["cpu"], "what": "grouping and placing"} for row in rows]
    points += [
        {"n": row["count"], "s": unit * row["count"] * math.log(row["count"]), "what": "n log n"} for row in rows
    ]
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 420,
        "height": 300,
        "data": {"values": points},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "n", "type": "quantitative", "scale": {"type": "log"}, "title": "passages"},
            "y": {"field": "s", "type": "quantitative", "scale": {"type": "log"}, "title": "seconds of one core"},
            "color": {"field": "what", "type": "nominal", "title": None},
        },
    }
    import vl_convert

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(vl_convert.vegalite_to_svg(chart), encoding="utf-8")


def main() -> int:
    """Measure each count in a process of its own; print the table, draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        sys.stdout.write(json.dumps(measure(given.one)) + "\n")
        return 0
    rows = []
    for count in given.counts:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, __file__, "--one", str(count)], capture_output=True, text=True, check=True
        )
        rows.append(json.loads(done.stdout.splitlines()[-1]))
        sys.stderr.write(f"{rows[-1]}\n")
    where = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}"
    sys.stdout.write(f"{datetime.now(UTC):%Y-%m-%d}, {where}\n\n{table(rows)}\n")
    if given.plot:
        plot(rows, given.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
