"""Put a new folder or file where an old one stands: at once where the system can, else in two steps that are mended.

In: what is new, and where it belongs, on the same disk. Out: the new one in its place, the old one aside. Linux and
macOS exchange two names in one act, so that readers find the old or the new and never nothing; on other systems, and
on disks that cannot, a kill between two renames leaves the old one aside, and `end_swap` brings it back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

OLD = ".edition-before"
"""Where what is replaced goes, in the output folder."""

AT_CWD = -100
EXCHANGE = 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2), Linux; RENAME_SWAP of renamex_np(2), macOS, has the same number."""


def put(new: Path, place: Path, old: Path) -> None:
    """Put `new` into `place`; what stood there, if anything, ends in `old`, which must not be there yet."""
    if place.exists() and exchange(new, place):
        new.replace(old)
        return
    if place.exists():
        place.replace(old)
    new.replace(place)


def exchange(one: Path, other: Path) -> bool:
    """Whether the two have changed places, in one act; else nothing has happened."""
    call = system_call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


def system_call() -> Callable[[bytes, bytes], int] | None:
    """The system's own exchange of two paths, 0 where it has worked; None where there is none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return lambda one, other: int(library.renamex_np(one, other, EXCHANGE))
        if sys.platform == "linux":
            call = library.renameat2
            return lambda one, other: int(call(AT_CWD, one, AT_CWD, other, EXCHANGE))
    except (OSError, AttributeError, TypeError):  # an old C library, or one that does not tell its names
        pass
    return None


def end_swap(out: Path) -> tuple[str, ...]:
    """Bring back what a killed command had taken away and not replaced; returns the names, sorted.

    What is replaced already stays where it is: the next edition sweeps it.
    """
    back = []
    for path in sorted((out / OLD).iterdir()) if (out / OLD).is_dir() else ():
        place = out / path.name if path.name == "public" else out / "internal" / path.name
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            path.replace(place)
            back.append(place.relative_to(out).as_posix())
    return tuple(back)


def sweep_old(out: Path) -> Path:
    """The empty folder for what is replaced."""
    old = out / OLD
    shutil.rmtree(old, ignore_errors=True)
    old.mkdir()
    return old
