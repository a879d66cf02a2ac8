"""What we stand on, audited: licences, pins and known faults: `python -m benchmarks.audit --pip-audit PATH`.

In: the installed distributions, `constraints.txt`, and pip-audit where it could be installed. Out: what was checked, a
line each, and an exit code: 0 all of it and nothing found; 1 a fault; 2 no fault, but the service of known faults could
not be asked, so that nobody may say that there are none. Licences and pins need no network and are checked in any case.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from benchmarks import licences

PINS = Path(__file__).parents[1] / "constraints.txt"
FINE, FAULT, UNASKED = 0, 1, 2
NOT_ASKED = (
    "could not be audited", "connection", "timed out", "max retries", "name resolution", "service error", "httperror",
    "ssl", "proxy", "no such file",
)  # fmt: skip
"""What pip-audit says, in small letters, where it has looked nothing up."""

SECONDS = 300


def main() -> None:
    """Audit, say what was done, and end with the code."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--pip-audit", default="", help="the program; empty where it could not be installed")
    found = [*offline()]
    code, said = online(wanted.parse_args().pip_audit)
    for line in (*found, *said):
        sys.stdout.write(f"audit: {line}\n")
    sys.exit(FAULT if found and any(not line.endswith("ok") for line in found) else code)


def offline() -> Iterator[str]:
    """Licences and pins: a line each that ends in `ok`, or one for each fault."""
    whom = licences.for_whom()
    faults = list(licences.faults(whom))
    yield from faults or [f"licences of {len(whom)} distributions: ok"]
    held = dict(line.split("==") for line in PINS.read_text(encoding="utf-8").splitlines() if "==" in line)
    pins = {licences.canonical(name): version.partition("+")[0] for name, version in held.items()}
    here = {name: metadata.version(name).partition("+")[0] for name in whom if name in pins}
    wrong = [f"{name}: {version} is installed, {pins[name]} is pinned" for name, version in here.items()
             if version != pins[name]]  # fmt: skip
    yield from wrong or [f"exact pins of {len(pins)} distributions, {len(here)} of them installed here: ok"]


def online(program: str) -> tuple[int, list[str]]:
    """Ask the service of known faults about every pin."""
    if not program or not Path(program).is_file():
        return UNASKED, ["known faults: NOT looked for: pip-audit cannot be installed; is there a network?"]
    command = [program, "--strict", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-r", str(PINS)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)  # noqa: S603 - ours
    except (OSError, subprocess.TimeoutExpired) as error:
        return UNASKED, [f"known faults: NOT looked for: pip-audit did not end ({type(error).__name__})"]
    return judged(done.returncode, f"{done.stdout}\n{done.stderr}".splitlines())


def judged(code: int, lines: Sequence[str]) -> tuple[int, list[str]]:
    """What pip-audit's code and words mean.

    >>> judged(0, ["No known vulnerabilities found"])
    (0, ['known faults: none: ok'])
    """
    if code == 0:
        return FINE, ["known faults: none: ok"]
    why = [line for line in lines if any(word in line.lower() for word in NOT_ASKED)]
    if why:
        return UNASKED, [
            f"known faults: NOT looked for: the service cannot be asked from here ({why[-1].strip()[:160]})",
            "ask again where the index's own service can be reached; until then nobody can say that there are none",
        ]
    return FAULT, ["known faults:", *(line for line in lines if line.strip())]


if __name__ == "__main__":
    main()
