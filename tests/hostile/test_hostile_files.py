"""Two hundred files that mean harm, read in one go: none stops the others, none gets out, none is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.archives import archives
from tests.hostile.mails import mails
from tests.hostile.office import office_files
from tests.hostile.places import NAMES, lay_places
from tests.hostile.texts import texts

ROOT = Path(__file__).parent.parent.parent
PEAK = 1.5 * 2**30  # bytes
SECONDS = 60.0  # a file
READ_AND_SPLIT = """
import json, resource, sys, time
from pathlib import Path
from consult.read import worker
from consult.read.inputs import read_inputs
from consult.read.passages import split_source
from tests.made_files import settings_for

slowest = [0.0, ""]
ask = worker.Worker.read
def timed(self, name, *rest):
    began = time.monotonic()
    try:
        return ask(self, name, *rest)
    finally:
        slowest[:] = max(slowest, [time.monotonic() - began, name])
worker.Worker.read = timed
settings = settings_for(Path(sys.argv[1]))
told = {}
for source in read_inputs(settings):
    began = time.monotonic()
    told.setdefault(source.path, [0, source.status, source.reason, ""])
    enough = told[source.path][0] > 200  # rows of a sheet of a hundred thousand are divided alike
    split = split_source(source, settings) if source.status == "read" and not enough else None
    slowest = max(slowest, [time.monotonic() - began, source.path])
    if split is not None:
        spans = sorted((span.start, span.end) for span in (*split.passages, *split.set_aside))
        tiled = [0, *(end for _, end in spans)] == [*(start for start, _ in spans), len(source.text)]
        assert tiled, source.path
    told[source.path][0] += 1
    told[source.path][3] += "" if enough else source.text[:3000] + source.text[-3000:]
# A process begins with the peak of who started it as its own ru_maxrss: here a test-suite of two gigabytes.
# VmHWM is of what this process holds since it began.
held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
largest_child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
peaks = [int(kilobytes) * 1024 for kilobytes in (held.split()[1], largest_child)]
print(json.dumps({"told": told, "slowest": slowest, "peaks": peaks}))
"""


@cache
def every_file() -> dict[str, bytes]:
    """All hostile files by name."""
    return {**archives(), **office_files(), **texts(), **mails()}


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one process tells of all hostile files: path → [sources, status, reason, text], and the slowest."""
    folder = tmp_path_factory.mktemp("hostile")
    inputs = folder / "inputs"
    inputs.mkdir()
    for name, data in every_file().items():
        (inputs / name).write_bytes(data)
    places = folder / "inputs" / "stader"
    places.mkdir()
    made = lay_places(places)
    ended = subprocess.run(
        [sys.executable, "-c", READ_AND_SPLIT, str(folder)], capture_output=True, check=False, cwd=ROOT, timeout=900,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-2000:]
    found: dict[str, Any] = json.loads(ended.stdout)
    return found | {"places": made, "folder": folder}


def test_there_are_two_hundred() -> None:
    """As many as were promised, no two alike in name."""
    assert len(every_file()) + len(NAMES) >= 200


def test_none_is_lost(reading: dict[str, Any]) -> None:
    """Every file, or what is in it, is a source or has a reason that the catalogues know."""
    told = reading["told"]
    for name in every_file():
        found = [path for path in told if path == name or path.startswith(f"{name}/")]
        assert found, f"{name} gave neither a source nor a reason"
        assert all((told[path][1] == "unreadable") == bool(told[path][2]) for path in found)
    assert sum(told[path][0] for path in told if path.startswith("stader/")) == reading["places"]


def test_none_takes_a_minute(reading: dict[str, Any]) -> None:
    """Reading is ended before then, and dividing a text takes time that grows with its length."""
    seconds, path = reading["slowest"]
    assert seconds <= SECONDS, path


def test_memory_is_bounded(reading: dict[str, Any]) -> None:
    """The process that asked, and the largest of those that read."""
    assert max(reading["peaks"]) <= PEAK


def test_nothing_from_outside_comes_in(reading: dict[str, Any]) -> None:
    """No entity, link, inclusion or field brings in a file from elsewhere on the machine."""
    secret = Path("/etc/passwd").read_text(encoding="utf-8").split("\n")[0]
    assert secret.startswith("root")
    assert not [path for path, (_, _, _, text) in reading["told"].items() if secret in text or "root:x" in text]


def test_nothing_gets_out(reading: dict[str, Any]) -> None:
    """No member or attachment was written anywhere: the folder holds what was put there."""
    folder = reading["folder"]
    assert [path.name for path in folder.iterdir()] == ["inputs"]
    assert len(list((folder / "inputs").iterdir())) == len(every_file()) + 1
    assert not (ROOT / "eigd").exists()


UNREADABLE = {
    "bombe.zip/null.txt": "too_large", "lenke.zip/lenke.txt": "unsafe", "laast.zip/brev.txt": "encrypted",
    "stor-bombe.docx": "too_large", "laast.odt": "encrypted", "laast.docx": "encrypted", "lange.ods": "too_large",
    "stader/lenke-ut.txt": "unsafe", "stader/stor.txt": "too_large", "stader/lenke-lufta.txt": "broken",
    "djup.html": "unsafe", "djupe-lister.html": "unsafe", "djupe-tabellar.html": "unsafe", "uavslutta.html": "unsafe",
    "tom.zip": "empty", "tom.html": "empty", "bilete.docx": "broken", "kutta.docx": "broken",
}  # fmt: skip


@pytest.mark.parametrize(("path", "reason"), UNREADABLE.items())
def test_reasons(reading: dict[str, Any], path: str, reason: str) -> None:
    """What is not opened says why."""
    assert reading["told"][path][1:3] == ["unreadable", reason]


HEARD = (
    "bombe.zip/brev.txt", "lenke.zip/brev.txt", "lattar.docx", "utvendig.odt", "null.txt", "bidi.txt", "blanda.txt",
    "kombinert.txt", "ope-hermeteikn.csv", "skript.html", "ramme.html", "meta.html", "skript.eml", "feil-teiknsett.eml",
    "mange-mottakarar.eml", "vedlegg-ut.eml/ut.txt", "felt.rtf", "stor-side.pdf", "skript.pdf", "makro.docm",
    "side.doc", "tekst.eml",
)  # fmt: skip


@pytest.mark.parametrize("path", HEARD)
def test_the_letter_among_the_harm_is_heard(reading: dict[str, Any], path: str) -> None:
    """Where a person's words stand beside what does harm, the words are read."""
    assert path in reading["told"], sorted(reading["told"])
    assert "innsyn" in reading["told"][path][3], reading["told"][path][:3]
