"""What finding personal data costs: cold runs of a consultation with the whole step and without it, in turn.

In: the folder of a consultation. Out: a table of seconds by the clock and of processor time, and the share that the
step takes of a run. The step's own seconds in run.json do not tell it: the network reads while files are divided.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

WAYS = ("with", "without")


def once(consultation: Path, way: str) -> None:
    """One run in this process, and what it took, as JSON."""
    from consult.run import run

    nothing = {
        "consult.read.privacy.find_personal": lambda *_, **__: (),
        "consult.read.privacy.read_ahead": lambda *_: nullcontext(),
        "consult.read.names_model.load_ahead": lambda: None,
    }
    patches = [mock.patch(name, instead) for name, instead in nothing.items()] if way == "without" else []
    for patch in patches:
        patch.start()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        finished = run(consultation, Path(out) / "out")
    took = {"seconds": time.perf_counter() - begun, "processor": time.process_time()}
    _say(json.dumps(took | {"step": finished.run.seconds["privacy"]}))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def measured(consultation: Path, way: str) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, __file__, str(consultation), "--once", way]
    found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    took: dict[str, float] = json.loads(found.stdout.splitlines()[-1])
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("consultation", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", choices=WAYS)
    chosen = parser.parse_args()
    if chosen.once:
        once(chosen.consultation, chosen.once)
        return
    load = os.getloadavg()[0]
    took = {way: [] for way in WAYS}  # type: dict[str, list[dict[str, float]]]
    for _ in range(chosen.rounds):
        for way in WAYS:
            took[way].append(measured(chosen.consultation, way))
    middle = {
        way: {key: statistics.median(one[key] for one in every) for key in every[0]} for way, every in took.items()
    }
    _say(f"medians of {chosen.rounds} rounds in turn; load {load:.1f} when they began\n")
    _say("| | seconds | of processor | the step's own seconds |\n|---|---|---|---|")
    for way, one in middle.items():
        _say(f"| {way} | {one['seconds']:.1f} | {one['processor']:.1f} | {one['step']:.1f} |")
    shares = [1 - middle["without"][key] / middle["with"][key] for key in ("seconds", "processor")]
    _say("| share of the run | {:.3f} | {:.3f} | |".format(*shares))


if __name__ == "__main__":
    main()
