"""Memory that is given back when what needed it is done.

In: how many sources a run reads. Out: less memory held, where that is worth the work. Models for languages and names
have done their part when a corpus is divided and its names are found; a small one may be followed by another in the
same process (a workbench, tests), which would only load them anew.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from consult.themes import Encoder

MANY = 2000  # sources
SELDOM = (100_000, 50, 50)
"""Objects made before the garbage collector looks for cycles. As Python comes it looks after 700, again and again
through hundreds of thousands of records, none of which is in a cycle: a sixth of a run on 5,000 comments."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage in cycles seldom, as long as this lasts; what is in no cycle is freed at once all the same."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def forget_reading(sources: int) -> bool:
    """Let go of what only reading needs, if there are many sources; returns whether it did."""
    if sources < MANY:
        return False
    from consult.read.language import forget_languages
    from consult.read.names_model import forget_names

    forget_languages()
    forget_names()
    gc.collect()
    trim()
    return True


def forget_themes(encoder: Encoder, sources: int) -> bool:
    """Let go of what only themes need, likewise: the encoder's network, if it can."""
    if sources < MANY:
        return False
    if isinstance(encoder, Forgetful):
        encoder.forget()  # in no cycle: freed at once, without a look at half a million records
    trim()
    return True


def let_lie(sources: int) -> bool:
    """Let the garbage collector overlook all that there is, if there are many sources; returns whether it did.

    For a process that is about to end: otherwise it looks twice more through everything before it lets go.
    """
    if sources < MANY:
        return False
    gc.freeze()
    return True


@runtime_checkable
class Forgetful(Protocol):
    """What can give back the memory of what it has loaded."""

    def forget(self) -> None:
        """Let go of it."""


def trim() -> bool:
    """Hand freed pages back to the system, where the C library can (glibc); returns whether it could."""
    try:
        return bool(ctypes.CDLL("libc.so.6").malloc_trim(0))
    except (OSError, AttributeError):
        return False
