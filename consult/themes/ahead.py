"""What themes will need, begun while it is not yet known which passages there are.

In: the passages that were there before, and an encoder. Out: nothing but time: the encoder is ready, and what words
those passages have is known, when somebody asks. What goes wrong here goes wrong again for whoever asks, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from consult.records import Framework, Passage
from consult.weights.processor import cores

if TYPE_CHECKING:
    from consult.themes import Encoder

FROM, UP_TO = 500, 20_000  # passages: fewer are read in no time, of more words are not read at all


@runtime_checkable
class Preparable(Protocol):
    """An encoder that can be made ready before there is anything to encode."""

    def prepare(self) -> None:
        """Load what it needs."""


@contextmanager
def themes_ahead(encoder: Encoder, passages: Sequence[Passage], framework: Framework) -> Iterator[None]:
    """Make the encoder ready and read words while the body runs, if there is a core for it and enough to read."""
    if cores() < 2 or not FROM <= len(passages) <= UP_TO:
        yield
        return
    with ThreadPoolExecutor(2) as beside:
        if isinstance(encoder, Preparable):
            beside.submit(encoder.prepare)
        beside.submit(_read, passages, framework)
        yield


def _read(passages: Sequence[Passage], framework: Framework) -> None:
    from consult.themes.compare import remember_words

    remember_words(passages, framework)
