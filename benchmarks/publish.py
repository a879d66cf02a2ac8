"""How long `consult publish` takes: a made consultation with many sources, in three languages, with all receipts.

Run: python benchmarks/publish.py [SOURCES] [--profile]. Prints seconds of the wall clock and of the processor, files
and megabytes. The consultation is made up from a few phrases, the same each time; its run is not counted.
"""

from __future__ import annotations

import cProfile
import pstats
import random
import sys
import tempfile
import time
from pathlib import Path

from consult.new import new_consultation
from consult.publication import publish
from consult.run import run

SOURCES = 300
LANGUAGES = ("nn", "nb", "en")
SHOWN = 40  # lines of the profile

SUBJECTS = (
    "innsyn i dokument", "offentlege innkjøp", "universell utforming", "personvern på nettsider",
    "digital hjelp til eldre", "varsling om korrupsjon", "opne data frå kommunane", "språket i skjema",
    "tilgang til straffesaker", "møte med sivilsamfunnet",
)  # fmt: skip
WISHES = (
    "Vi treng betre {}.", "Departementet bør prioritere {} i neste periode.", "Det er for lite merksemd om {}.",
    "Ingen har ansvar for {} i dag, og det må nokon få.", "{} må gjelde heile landet.", "Lag ei rettleiing om {}.",
)  # fmt: skip

SETTINGS = """[consultation]
languages = ["nn", "nb", "en"]

[publication]
responsible.nn = "Departementet"
contact = "post@example.org"
"""


def made(folder: Path, sources: int) -> Path:
    """A consultation of letters with three to six wishes each."""
    home = new_consultation("made", folder, "no-2024-2027")
    draw = random.Random(2026)  # noqa: S311 - the same letters each time
    for number in range(sources):
        wishes = [draw.choice(WISHES).format(draw.choice(SUBJECTS)) for _ in range(draw.randint(3, 6))]
        name = home / "inputs" / f"brev_{number:04}.txt"
        name.write_text("\n\n".join([f"Innspel {number}", *wishes]) + "\n", encoding="utf-8")
    (home / "consult.toml").write_text(SETTINGS, encoding="utf-8")
    return home


def main(arguments: list[str]) -> None:
    """Make, run, publish and tell."""
    sources = int(next((one for one in arguments if one.isdigit()), SOURCES))
    profile = cProfile.Profile(time.process_time) if "--profile" in arguments else None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run(made(Path(folder), sources), out)
        wall, processor = time.perf_counter(), time.process_time()
        if profile:
            profile.enable()
        done = publish(out, languages=LANGUAGES)
        if profile:
            profile.disable()
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        files = done.edition.files if done.edition else {}
        size = sum((out / name).stat().st_size for name in files) / 1e6
        print(f"{sources} sources, {len(LANGUAGES)} languages: {wall:.1f} s ({processor:.1f} s of processor)")  # noqa: T201
        print(f"{len(files)} files, {size:.1f} MB; refused for {len(done.reasons)} reasons {done.reasons[:3]}")  # noqa: T201
    if profile:
        pstats.Stats(profile).sort_stats("cumtime").print_stats(SHOWN)


if __name__ == "__main__":
    main(sys.argv[1:])
