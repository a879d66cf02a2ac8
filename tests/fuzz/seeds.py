"""Where fuzzing begins: one small whole input for each target, and the hostile files that are small."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from tests import made_files
from tests.fuzz import targets
from tests.hostile.mails import mails
from tests.hostile.texts import texts

LARGEST = 4000  # bytes: small seeds are changed in more ways
SETTINGS = b"""[consultation]
title.nn = "T"
languages = ["nn"]
[[event]]
id = "a"
date = 2026-02-12
inputs = ["*"]
[[form]]
inputs = ["x"]
questions = { q = "Kva?" }
[framework]
id = "f"
language = "nn"
source = "s"
[[commitment]]
id = "1"
title.nn = "T"
description.nn = "D"
"""
NOTE = """# Bord 3
Referent: Kari Nes
- Vi vil ha svar: 428 06 917, kari@dal.example
  - difor \u00abinnsyn\u00bb, 01.02.1990
1. Storgata 4, 0123 Oslo | a | b |
> Fra: Per
Mvh
Per
"""


@cache
def seeds() -> dict[str, list[bytes]]:
    """Target's name \u2192 inputs, without the byte that chooses the target."""
    note = NOTE.encode()
    found = {f"read_{kind}": [targets.members(kind)[hole]] for kind, (hole, _) in targets.HOLES.items()}
    found |= {
        "read_pdf": [made_files.pdf_of(made_files.column(["Vi vil ha innsyn."]))],
        "read_eml": [made_files.eml_of(NOTE, Subject="Innspel")],
        "read_html": [b"<html><body><h1>Bord</h1><ul><li>Vi<table><tr><td>a</table></body></html>"],
        "read_csv": [b'Tid;Kva meiner du?\n1;"Vi ""vil"""\n'],
        "read_rtf": [rb"{\rtf1\ansi Vi vil \b ha\b0\par innsyn}"],
        "read_zip": [targets.stored({"a.txt": note})],
        "read_doc": [b"<html><body>Vi vil ha innsyn</body></html>"],
        "read_txt": [note, note.decode().encode("utf-16")],
        "splitting": [note],
        "personal": [note],
        "toml": [SETTINGS],
        "recoding": [targets.exported()["project.qde"]],
        "codes": [b"theme_id,title\nt-1,Lys\n", b"<CodeBook/>"],
        "returned": [bytes((0, 1, 2, 3)) + b"abc" + bytes((1, 2, 3, 1)) + b"1"],
    }
    for name, data in {**texts(), **mails()}.items():
        kind = f"read_{Path(name).suffix[1:]}"
        if kind in found and len(data) <= LARGEST:
            found[kind].append(data)
    return found


def write_seeds(folder: Path) -> Path:
    """Write them, each with the byte that chooses its target; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {target.__name__: number for number, target in enumerate(targets.TARGETS)}
    for name, inputs in seeds().items():
        for data in inputs:
            chosen = bytes((numbers[name],)) + data
            (folder / hashlib.sha256(chosen).hexdigest()[:16]).write_bytes(chosen)
    return folder
