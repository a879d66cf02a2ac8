"""Tables that are looked up where they lie: written once into the user's cache as tries, and mapped from then on.

In: a folder, a name, and what makes the table. Out: a `marisa_trie.BytesTrie`. A file bears a hash of its content
in its name: one that is damaged counts as missing. It is written aside and moved, so that a killed or a second process
does no harm. Where nothing can be written, the table is made anew in memory.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

ENDING = ".trie"
NAMED = 16  # hexadecimal digits of the content's hash in a file's name

Entries = Iterable[tuple[str, bytes]]


def mapped_trie(folder: Path, name: str, entries: Callable[[], Entries]) -> Any:
    """The trie called `name` in `folder`; made of `entries`, and kept there, where it is missing."""
    found = _mapped(folder, name)
    return _made(folder, name, entries()) if found is None else found


def _mapped(folder: Path, name: str) -> Any:
    """The trie if it lies there whole; else None."""
    from marisa_trie import BytesTrie

    for path in sorted(folder.glob(f"{name}-*{ENDING}")):
        with suppress(OSError, RuntimeError):
            if path.stem.removeprefix(f"{name}-") == digest(path):
                trie = BytesTrie()
                trie.mmap(str(path))
                return trie
    return None


def _made(folder: Path, name: str, entries: Entries) -> Any:
    from marisa_trie import BytesTrie

    trie = BytesTrie(entries)
    aside = folder / f".{name}-{os.getpid()}{ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trie.save(str(aside))
        aside.replace(folder / f"{name}-{digest(aside)}{ENDING}")
    except (OSError, RuntimeError):
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return trie


def digest(path: Path) -> str:
    """What a file's content is called by."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:NAMED]
