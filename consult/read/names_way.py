"""Which way a machine finds names: in half precision where that is fast and comes out right, else in whole numbers.

In: what builds the network for a way. Out: the network. A way comes out right when our own texts get nearly the odds
that they have in whole numbers, and the same bytes alone and together. That is found out once on a machine, and
remembered; ways differ in last digits, so a run keeps which it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from consult.weights.layers import Half, Whole
from consult.weights.modelstore import cache_folder
from consult.weights.processor import machine, multiplies_tiles
from consult.weights.remembered import remember, remembered

if TYPE_CHECKING:
    from consult.read.names_network import Network

FAR = 0.3  # mean difference of odds from those in whole numbers at which half precision is not used; measured 0.035
CHOICE = "names.json"


def known_way(pin: str) -> str:
    """The way of this machine; empty where it has not been found out. pin: the hash of the weights."""
    return remembered(cache_folder() / CHOICE, f"{machine()} {pin}") if multiplies_tiles() else Whole.name


def choose_network(build: Callable[[str], Network], pin: str) -> Network:
    """The network in the way of this machine."""
    if way := known_way(pin):
        return build(way)
    half = build(Half.name)
    right = comes_out_right(half, build(Whole.name))
    remember(cache_folder() / CHOICE, f"{machine()} {pin}", Half.name if right else Whole.name)
    return half if right else build(Whole.name)


def comes_out_right(network: Network, whole: Network) -> bool:
    """Whether a network gives our own texts nearly the odds that they have in whole numbers, in any company."""
    import numpy as np

    from consult.weights.integers import PROBES

    texts = [*PROBES, " ".join(PROBES), "Kari Nordmann, Per Moe og Statens vegvesen"]
    try:
        alone = [network.odds(text)[1] for text in texts]
        together = [odds for _, odds in network.odds_of(texts)]
    except Exception:  # noqa: BLE001 - each runtime has errors of its own: no such operator or processor
        return False
    same = all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))
    near = [np.abs(one - odds).mean() < FAR for one, (_, odds) in zip(alone, whole.odds_of(texts), strict=True)]
    return same and all(near)
