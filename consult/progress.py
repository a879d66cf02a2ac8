"""How long work tells how far it has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""(step, done, total): told as long work goes on."""


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
