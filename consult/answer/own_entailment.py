"""The entailment model that comes with consult: does a report say what the passages say that it cites?

In: pairs of a premise and a report. Out: for each the probability that the report says what the premise says, neither
the contrary nor more than that. The network is the lower layers of
multilingual-e5-small, with what they have learnt for it (`models/train_entailment.py`), in whole numbers. Weights are
safetensors, pinned by hash: nothing in them can run. A pair's probability depends on the pair alone, and in its last
digits on the way that its machine goes (`weights.way`).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult.answer.gate.scorer import Pair
from consult.errors import ModelError
from consult.shipped import shipped
from consult.weights.processor import cores, each
from consult.weights.way import Choice
from consult.writer_settings import OWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from consult.weights.layers import Layers
    from consult.weights.lower import Lower
    from consult.weights.packed import Shape

ASKED_SO = 2  # raise it when the same weights would be asked in another way
LONGEST = 384  # pieces of a pair; of a longer one the end of the premise is left out
MARKS = 4  # before, between (two) and behind the two texts
LEAST = 8  # pieces of a premise that stay, however long the report
FAR = 0.2  # difference from a probability in whole numbers at which half precision is not used; measured 0.08 at most
RIGHT = 0  # of the three labels: right, turned, unsupported


def load_own() -> OwnScorer:
    """The model. Raises ModelError where its files are missing or are not the pinned ones."""
    try:
        folder = shipped("models", "entailment")
        about = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the entailment model that comes with consult cannot be read: {error}") from error
    return OwnScorer(about, _pinned(folder, about, "file"), _pinned(folder, about, "integers"))


def _pinned(folder: Path, about: Mapping[str, Any], kind: str) -> Path:
    path = folder / str(about[kind])
    expected = about["sha256" if kind == "file" else f"{kind}_sha256"]
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        raise ModelError(f"{path}: not the pinned weights; install consult again")
    return path


class OwnScorer:
    """The model; its network is built when the first pair is asked, or where the way of this machine is not known."""

    def __init__(self, about: Mapping[str, Any], weights: Path, integers: Path) -> None:
        self.about, self.weights, self.integers = about, weights, integers

    @property
    def fingerprint(self) -> str:
        """A hash of the weights, and of the way of asking."""
        way = self._choice.known() or self._network.lower.layers.name
        pinned = f"{OWN} {ASKED_SO} {way} {self.about['sha256']} {self.about['integers_sha256']}"
        return hashlib.sha256(pinned.encode()).hexdigest()[:32]

    def entail(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """The probability of each pair."""
        return self._network.chances(pairs)

    @property
    def _choice(self) -> Choice:
        return Choice(name="entailment", pin=str(self.about["sha256"]))

    @property
    def _network(self) -> Network:
        about = self.about["network"]
        return network_of(self.weights, self.integers, about["base"], about["layers"], self._choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What puts pairs through the layers. head: the layer that judges, weight and bias."""

    lower: Lower
    head: tuple[NDArray[Any], NDArray[Any]]

    def chances(self, pairs: Sequence[Pair]) -> list[float]:
        """The probability of each pair, in the order of `pairs`."""
        laid = self._laid(pairs)
        found = [0.0] * len(pairs)
        groups = self.lower.layers.passes([len(ids) for ids, _ in laid])

        def one_pass(number: int) -> None:
            some = [laid[at] for at in groups[number]]
            states = self.lower.layers.states(self.lower.embedded([ids for ids, _ in some]))
            for at, rows, (_, start) in zip(groups[number], states, some, strict=True):
                found[at] = self._chance(rows, start)

        each(one_pass, range(len(groups)))
        return found

    def _laid(self, pairs: Sequence[Pair]) -> list[tuple[list[int], int]]:
        """Ids of each pair, marks and all, and the place at which its report begins."""
        if not pairs:
            return []
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        ids = {text: one.ids for text, one in zip(texts, self.lower.vocabulary.divide(texts), strict=True)}
        return [laid_out(ids[premise], ids[report], self.lower.ends, LONGEST) for premise, report in pairs]

    def _chance(self, states: NDArray[Any], start: int) -> float:
        """The layer that judges, over the first state, the means of premise and report, and what is between them."""
        import numpy as np

        first, one, other = (
            _unit(part) for part in (states[0], states[:start].sum(axis=0), states[start:].sum(axis=0))
        )
        seen = np.concatenate([first, other, np.abs(one - other), one * other]) * states.shape[1] ** 0.5
        odds = self.head[0] @ seen + self.head[1]
        return float(1 / np.exp(odds - odds[RIGHT]).sum())


def laid_out(
    premise: Sequence[int], report: Sequence[int], ends: tuple[int, int], longest: int
) -> tuple[list[int], int]:
    """Ids of a pair, and the place at which its report begins.

    >>> laid_out([5, 6], [7], (0, 2), 20)
    ([0, 5, 6, 2, 2, 7, 2], 5)
    """
    begin, end = ends
    second = [*report[: longest - LEAST - MARKS], end]
    first = [begin, *premise[: max(LEAST, longest - len(second) - MARKS + 1)], end, end]
    return [*first, *second], len(first)


def _unit(row: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    exact = row.astype(np.float64)
    return exact / np.linalg.norm(exact)


def comes_out_right(network: Network, whole: Network) -> bool:
    """Whether a network finds our own texts nearly as likely as in whole numbers, in any company."""
    from consult.weights.integers import PROBES

    pairs = [*pairwise(PROBES), *((text, text) for text in PROBES), (" ".join(PROBES), PROBES[0])]
    try:
        alone = [network.chances([pair])[0] for pair in pairs]
        together = network.chances(pairs)
    except Exception:  # noqa: BLE001 - each runtime has errors of its own: no such operator or processor
        return False
    near = [abs(one - other) < FAR for one, other in zip(alone, whole.chances(pairs), strict=True)]
    return alone == together and all(near)


@cache
def network_of(weights: Path, integers: Path, base: str, layers: int, choice: Choice) -> Network:
    """The network in the way of this machine, built once a process, in a second or two."""
    from safetensors.numpy import load

    from consult.weights.difference import expand_difference
    from consult.weights.layers import Half, build_whole
    from consult.weights.lower import build_lower, head_of

    learnt = expand_difference(load(weights.read_bytes()))

    def network(way: str) -> Network:
        def build(tensors: Mapping[str, NDArray[Any]], shape: Shape) -> Layers:
            return Half(tensors, shape, cores()) if way == Half.name else build_whole(tensors, integers, shape)

        lower = build_lower(base, layers, learnt, LONGEST, build)
        return Network(lower=lower, head=head_of(learnt))

    return choice.network(network, comes_out_right)
