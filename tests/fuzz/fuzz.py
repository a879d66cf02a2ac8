"""Coverage-guided fuzzing of all targets: `make fuzz SECONDS=600`, or this module with libFuzzer's flags.

Needs atheris (`pip install atheris`; Linux, CPython): it is no dependency, since the same targets run in every run of
the tests without it. What it finds is written to the folder that `-artifact_prefix` names: copy it to
`tests/fuzz/found/`, where `test_fuzz.py` takes it up, and then fix the code.
"""

from __future__ import annotations

import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("fuzzing needs atheris: pip install atheris (Linux; the tests run without it)")

FOUND = Path(__file__).parent / "found"

with atheris.instrument_imports(include=["consult"]):
    from tests.fuzz.seeds import write_seeds
    from tests.fuzz.targets import any_target


def main() -> None:
    """Run until the time that the flags give is over, from the seeds and from what was found before."""
    corpus = write_seeds(Path(sys.argv.pop(1)) if len(sys.argv) > 1 and sys.argv[1][0] != "-" else Path("build/fuzz"))
    for seed in sorted(corpus.iterdir()):
        any_target(seed.read_bytes())  # what is loaded and made once is no part of an input's time
    atheris.Setup([*sys.argv, str(corpus), str(FOUND)], any_target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
