"""A whole run on some thousand real comments, against BERTopic doing only its part of it.

    pip install -e ".[peers]"
    python benchmarks/peers.py [--data ../shared/data/polis_conversations.jsonl] [--count 5000] [--rounds 5]

Ours: `consult run` on a form export with one comment a row, as a process of its own, into an empty folder: reading,
dividing, personal data, themes, placements, conclusions, laws, tables, workbook and report. Theirs: vectors from
sentence-transformers as it comes, of the same model in full precision, then BERTopic as it comes (UMAP, HDBSCAN,
class-based TF-IDF); starting Python and importing libraries is not counted for them. Each round runs the two in turn,
so that a busy moment strikes both; then the same run again unchanged, and with one letter added. Peak memory is the
process's greatest resident set (VmHWM) as it stands when the process ends: what the kernel says of a child that has
ended (ru_maxrss) begins with the peak of whoever started it.

Comments: Polis open data (CC BY 4.0), rows with `text`; where the file is absent this says so and ends.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMENTS = ROOT.parent / "shared" / "data" / "polis_conversations.jsonl"
LETTER = """To the city council

We think that the evening buses should run until midnight, and that the library should be open on Sundays.
Please also plant trees along the school road.

Kind regards
The neighbours
"""
SHOWN = ("bertopic", "umap-learn", "hdbscan", "numba", "sentence-transformers", "torch", "onnxruntime", "numpy")
MODEL = "multilingual-e5-small-policy"
PEAK = "CONSULT_BENCHMARK_PEAK"
"""In the surroundings of a process that is timed: the file to which it writes what it held at most, in MiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What a process took: seconds on the clock, seconds of processor, greatest resident set in MiB."""

    wall: float
    cpu: float
    memory: float


def comments(path: Path, count: int) -> list[str]:
    """The first `count` comments with text."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [text for row in rows if (text := " ".join(row["text"].split()))][:count]


def consultation(folder: Path, texts: list[str]) -> Path:
    """A consultation with one form export."""
    inputs = folder / "inputs"
    inputs.mkdir(parents=True)
    (folder / "consult.toml").write_text('[consultation]\nlanguages = ["en"]\n', encoding="utf-8")
    framework = ROOT / "corpora" / "ogp-norge-2026" / "framework.toml"
    (folder / "framework.toml").write_bytes(framework.read_bytes())
    with (inputs / "comments.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Id", "Comment"])
        writer.writerows(enumerate(texts))
    return folder


def timed(command: list[str]) -> Took:
    """Run a command to its end. Raises CalledProcessError with what it said where it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said, tempfile.NamedTemporaryFile() as peak:
        surroundings = os.environ | {PEAK: peak.name, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=surroundings)  # noqa: S603 - our own commands
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read())
        return Took(wall=wall, cpu=used.ru_utime + used.ru_stime, memory=float(peak.read()))


def run_consult(folder: str, out: str) -> None:
    """`consult run`, as its command does it; leaves what it held at most where `timed` looks for it."""
    from consult.cli import main as consult

    sys.argv = ["consult", "run", folder, "--out", out]
    try:
        consult()
    finally:
        Path(os.environ[PEAK]).write_text(str(held()), encoding="ascii")


def held() -> float:
    """MiB that this process has held at most."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else math.nan


def ours(folder: Path, out: Path) -> Took:
    """`consult run`."""
    return timed([sys.executable, __file__, "--ours", str(folder), str(out)])


def theirs(texts: list[str]) -> Took:
    """This module as a process of its own, which tells its own time."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "texts.json"
        given.write_text(json.dumps(texts), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, __file__, "--peer", str(given)], capture_output=True, text=True, check=True
        )
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def peer(path: Path) -> None:
    """BERTopic's part, timed without its imports."""
    from bertopic import BERTopic

    from consult.themes.engine import load_sentence_transformer
    from consult.weights.modelstore import convert_model

    texts = json.loads(path.read_text(encoding="utf-8"))
    model = load_sentence_transformer(convert_model(MODEL), 512)
    before, started = time.process_time(), time.perf_counter()
    vectors = model.encode(["query: " + text for text in texts], normalize_embeddings=True)
    BERTopic().fit_transform(texts, vectors)
    wall, cpu = time.perf_counter() - started, time.process_time() - before
    sys.stdout.write(json.dumps({"wall": wall, "cpu": cpu, "memory": held()}) + "\n")


def measure(texts: list[str], rounds: int) -> str:
    """The table."""
    found: dict[str, list[Took]] = {name: [] for name in ("cold", "again", "letter", "peer")}
    with tempfile.TemporaryDirectory() as scratch:
        for turn in range(rounds):
            folder, out = consultation(Path(scratch) / f"c{turn}", texts), Path(scratch) / f"o{turn}"
            found["peer"].append(theirs(texts))
            found["cold"].append(ours(folder, out))
            found["again"].append(ours(folder, out))
            (folder / "inputs" / "letter.txt").write_text(LETTER, encoding="utf-8")
            found["letter"].append(ours(folder, out))
            sys.stderr.write(
                f"round {turn + 1}: "
                + ", ".join(f"{name} {took[-1].wall:.1f} s" for name, took in found.items())
                + "\n"
            )
    ratio = statistics.median(o.wall / t.wall for o, t in zip(found["cold"], found["peer"], strict=True))
    work = statistics.median(o.cpu / t.cpu for o, t in zip(found["cold"], found["peer"], strict=True))
    names = {
        "cold": "consult, cold",
        "again": "the same again",
        "letter": "one letter added",
        "peer": "BERTopic, its part",
    }
    lines = ["| | seconds | of processor | peak memory, MiB |", "|---|---|---|---|"]
    lines += [
        f"| {names[name]} | {_median(took, 'wall'):.1f} | {_median(took, 'cpu'):.1f} | {_median(took, 'memory'):.0f} |"
        for name, took in found.items()
    ]
    return "\n".join(
        [
            *lines,
            "",
            f"Ratio, pair by pair, median of {rounds}: {ratio:.2f} by the clock, {work:.2f} by processor time.",
        ]
    )


def _median(took: list[Took], what: str) -> float:
    return statistics.median(float(getattr(one, what)) for one in took)


def setting(texts: list[str]) -> str:
    """What was measured where."""
    from consult.weights.processor import processor

    versions = []
    for name in SHOWN:
        try:
            versions.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            versions.append(f"{name} absent")
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {len(texts)} comments, {MODEL}, {os.cpu_count()} cores of {processor()}, "
        f"Python {platform.python_version()}, {', '.join(versions)}, load when it began {os.getloadavg()[0]:.1f}"
    )


def main() -> int:
    """Print setting and table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=COMMENTS)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--ours", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ours:
        run_consult(*given.ours)
        return 0
    if given.peer:
        peer(given.peer)
        return 0
    if not given.data.is_file():
        sys.stdout.write(f"{given.data}: no such file; the module's docstring says where the data comes from\n")
        return 0
    texts = comments(given.data, given.count)
    head = setting(texts)
    sys.stdout.write(f"{head}\n\n{measure(texts, given.rounds)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
