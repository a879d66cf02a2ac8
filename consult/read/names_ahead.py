"""What the network says of texts, while something else is done with them on another core.

In: texts. Out: spans and odds of each, in order, as `Network.odds_of` gives them: a text's odds hang on it alone, so
nothing depends on when it is read. What goes wrong on the way is raised where the odds are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any

from consult.read.names_model import network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Said = tuple[list[tuple[int, int]], NDArray[Any]]

MOST = 1_000_000  # characters that are read ahead: 30 MB of odds; what is beyond is read when it is asked for


class Ahead:
    """Texts that are read from now on. Leaving its `with` ends the reading."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.count = sum(held <= MOST for held in accumulate(map(len, texts)))
        self._said: SimpleQueue[Said | Exception] = SimpleQueue()
        self._left = False
        self._thread = Thread(target=self._read, name="names")

    def __enter__(self) -> Ahead:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Read no further."""
        self._left = True
        self._thread.join()

    def __iter__(self) -> Iterator[Said]:
        """Spans and odds of each text."""
        return chain(self._begun(), network().odds_of(self.texts[self.count :]))

    def _begun(self) -> Iterator[Said]:
        for _ in range(self.count):
            said = self._said.get()
            if isinstance(said, Exception):
                raise said
            yield said

    def _read(self) -> None:
        try:
            for said in network().odds_of(self.texts[: self.count]):
                self._said.put(said)
                if self._left:
                    return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the odds are asked for
            self._said.put(error)
