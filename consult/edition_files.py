"""The files of an edition: written aside, told of, and moved to where people look once all of them are whole.

In: names and bytes. Out: files below the output folder. Killed at any point, the last edition stands or `swap.end_swap`
brings it back.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from consult.check import file_sha256
from consult.edition import Edition
from consult.publish.codes import read_code
from consult.swap import put, sweep_old

ASIDE = ".edition"
"""Where files wait until all of them are whole, in the output folder."""

MOST_NAMED = 3  # files that are named where many hold the same


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder. files: path and bytes of each."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def about(edition: Edition, public: Path) -> bytes:
    """What `public/edition.json` says: which edition this is, and the hash of every other file.

    The names of receipts are codes, which no list may give away: of them only their number and one hash of all.
    """
    hashes = {path.relative_to(public).as_posix(): file_sha256(path) for path in files_below(public)}
    receipts = {name for name in hashes if read_code(Path(name).stem)}
    together = "".join(sorted(hashes[name] for name in receipts))
    about = {
        "number": edition.number, "kind": edition.kind, "time": edition.time, "languages": list(edition.languages),
        "run": edition.run_id, "files": {name: digest for name, digest in hashes.items() if name not in receipts},
        "receipts": {"files": len(receipts), "sha256": hashlib.sha256(together.encode()).hexdigest()},
    }  # fmt: skip
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def put_in_place(out: Path) -> None:
    """Move what waits aside to where people look, whole folders at once."""
    aside, old = out / ASIDE, sweep_old(out)
    (out / "internal").mkdir(exist_ok=True)
    pieces = [aside / "public", *sorted((aside / "internal").iterdir())]
    for piece in pieces:
        target = out / piece.relative_to(aside)
        if piece.exists():
            put(piece, target, old / piece.name)
        elif target.exists():
            target.replace(old / piece.name)
    shutil.rmtree(old)
    shutil.rmtree(aside)


def named(names: Sequence[str]) -> str:
    """Files that hold the same, by name; of many the first and how many more.

    >>> named(["a", "b"]), named(["a", "b", "c", "d", "e"])
    ('a, b', 'a, b, c and 2 more files')
    """
    more = len(names) - MOST_NAMED
    listed = ", ".join(names if more < 2 else names[:MOST_NAMED])
    return listed if more < 2 else f"{listed} and {more} more files"
