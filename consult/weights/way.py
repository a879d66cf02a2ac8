"""Which way a machine puts texts through a network: in half precision where that comes out right, else whole numbers.

In: what builds the network for a way, and what tells whether one comes out right. Out: the network. That is found out
once on a machine, and remembered; ways differ in last digits, so whoever keeps a result keeps which way it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from consult.weights.layers import Half, Whole
from consult.weights.modelstore import cache_folder
from consult.weights.processor import machine, multiplies_tiles
from consult.weights.remembered import remember, remembered

N = TypeVar("N")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The choice for one model. name: of the file in the user's cache; pin: the hash of the model's weights."""

    name: str
    pin: str

    def known(self) -> str:
        """The way of this machine; empty where it has not been found out."""
        if not multiplies_tiles():
            return Whole.name
        return remembered(cache_folder() / f"{self.name}.json", f"{machine()} {self.pin}")

    def network(self, build: Callable[[str], N], comes_out_right: Callable[[N, N], bool]) -> N:
        """The network in the way of this machine. comes_out_right: told of it in half precision and whole numbers."""
        if way := self.known():
            return build(way)
        half, whole = build(Half.name), build(Whole.name)
        right = comes_out_right(half, whole)
        remember(cache_folder() / f"{self.name}.json", f"{machine()} {self.pin}", Half.name if right else Whole.name)
        return half if right else whole
