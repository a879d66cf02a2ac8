"""What the gate lets through and refuses, over real themes of a shipped corpus: prints the table of the issue.

consult run corpora/ogp-norge-2026
.venv/bin/python -m benchmarks.gate outputs/ogp-norge-2026 [--each 120] [--right 1200] [--show KIND] [--wordings FILE]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from consult.answer.own_entailment import load_own
from consult.check import consultation_folder
from consult.ledger import open_ledger
from consult.settings import load_settings
from consult.themes import load_encoder
from tests.gate.measure import by_way, measure, table


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--each", type=int, default=120, help="sentences of each kind of fault")
    arguments.add_argument("--right", type=int, default=1200, help="correct sentences")
    arguments.add_argument(
        "--show", default="", help="`ok` or a kind of fault: print what went wrong, tuning half only"
    )
    arguments.add_argument("--wordings", type=Path, help="measure the wordings of one file alone: unseen or fresh")
    arguments.add_argument("--rules", action="store_true", help="without the entailment model")
    given = arguments.parse_args()
    with open_ledger(given.out / "ledger.db", create=False) as ledger:
        settings = load_settings(consultation_folder(ledger, given.out))
        measured = measure(
            ledger, settings, load_encoder(settings.model), each=given.each, right=given.right, unseen=given.wordings,
            scorer=None if given.rules else load_own(),
        )  # fmt: skip
    sys.stdout.write(table(measured) + "\n")
    if given.show:
        sys.stdout.write(f"{by_way(measured, given.show)}\n{measured.reasons(given.show)}\n")
        for case, faults in measured.of(given.show, held_out=False):
            if bool(faults) == (given.show == "ok"):
                sys.stdout.write(
                    f"{case.how} {case.language}: {case.text}\n    {[(f.code, f.detail) for f in faults]}\n"
                )


if __name__ == "__main__":
    main()
