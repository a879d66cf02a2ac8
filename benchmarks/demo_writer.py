"""A real model at the gate: runs the shipped corpus, lets a local server word its first themes, shows what was kept.

.venv/bin/python -m benchmarks.demo_writer --address http://127.0.0.1:8099/v1 --points 24 --out outputs/demo-writer
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from consult.answer import draft as drafts
from consult.drafting import Drafted, draft_folder
from consult.run import run

CORPUS = Path("corpora/ogp-norge-2026")


def main() -> None:
    """Copy the corpus, switch the writer on, run, draft, and print each sentence with its fate."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--address", default="http://127.0.0.1:8099/v1")
    arguments.add_argument("--points", type=int, default=24, help="conclusions to word: seconds for each")
    arguments.add_argument("--out", type=Path, default=Path("outputs/demo-writer"))
    given = arguments.parse_args()
    folder = given.out / "consultation"
    shutil.rmtree(given.out, ignore_errors=True)
    shutil.copytree(CORPUS, folder, ignore=shutil.ignore_patterns("gold"))
    with (folder / "consult.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[writer]\non = true\naddress = "{given.address}"\nmodel = "demo"\ntimeout = 120\nparallel = 1\n')
    run(folder, given.out)
    first_only(given.points)
    begun = time.monotonic()
    made = draft_folder(given.out)
    show(made, time.monotonic() - begun)


def first_only(points: int) -> None:
    """Ask for one conclusion at a time, and for the first so many only: the model is small, the demonstration short."""
    whole = drafts.plan

    def some(*arguments: object) -> drafts.Planned:
        planned = whole(*arguments)  # type: ignore[arg-type]
        single = [replace(job, points=(point,)) for job in planned.jobs for point in job.points]
        return drafts.Planned(jobs=tuple(single[:points]), withheld=planned.withheld)

    import consult.drafting

    consult.drafting.plan = some  # type: ignore[assignment]


def show(made: Drafted, seconds: float) -> None:
    """Print what was kept and what was refused, with the reasons."""
    for one in made.wordings:
        sys.stdout.write(f"KEPT     {one.stands_for}  {one.text}\n")
    for refused in made.refusals:
        reasons = ", ".join(f"{code} {detail}".strip() for code, detail in refused.reasons)
        sys.stdout.write(f"REFUSED  {refused.stands_for}  {refused.text[:200]}\n         {reasons}\n")
    reasons_all = Counter(code for one in made.refusals for code, _ in one.reasons[:1])
    sys.stdout.write(
        f"\n{len(made.wordings)} kept, {len(made.refusals)} refused, in {seconds:.0f} s: {dict(reasons_all)}\n"
    )
    sys.stdout.write(f"without a usable answer: {dict(made.unanswered)}\n")
    laws = ", ".join(f"{law.name} {'holds' if law.holds else 'BROKEN'}" for law in made.laws)
    sys.stdout.write(f"laws: {laws}\n")


if __name__ == "__main__":
    main()
