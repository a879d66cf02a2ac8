"""The entailment model that the settings name, ours or another: a cross-encoder on this machine, for the gate.

In: the setting `entailment` of [writer], a folder or `owner/name@COMMIT` of a model that the hub's client fetched
earlier. Out: a `Scorer`, and probabilities that are kept, so that nothing is asked twice and the law can judge again
without the model. Guaranteed: nothing is fetched; no code of the model's own is run, and no pickle is read; a pair's
score depends on the pair and the model alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from consult.answer.gate.scorer import Pair, Scorer
from consult.answer.own_entailment import load_own
from consult.errors import ModelError
from consult.themes.embed import VectorCache, text_hash
from consult.weights.registry import ModelEntry, find_entry
from consult.writer_settings import OWN

ENTAILMENT = "entailment"
ASKED_SO = 1  # raise it when the same weights would be asked in another way
THEIRS = "sentence_transformers."
"""What the modules of a model must be: others would be code that somebody else wrote."""


def load_scorer(model: str) -> Scorer:
    """The model that the setting names, ours by `consult`; nothing heavy is imported until it is asked.

    Raises ModelError where it is not on this machine, is no entailment model, or would need its own code or a pickle.
    """
    if model == OWN:
        return load_own()
    entry = find_entry(model)
    folder = Path(entry.folder)
    config = _json(folder / "config.json")
    if not any(folder.glob("*.safetensors")):
        raise ModelError(f"{model}: holds no weights as .safetensors; other formats can run code and are not read")
    modules = _json(folder / "modules.json") if (folder / "modules.json").is_file() else []
    if "auto_map" in config or any(not str(one.get("type", "")).startswith(THEIRS) for one in modules):
        raise ModelError(f"{model}: wants to run code of its own, which consult never does; choose another model")
    return CrossScorer(entry, _place_of(model, config))


def _place_of(model: str, config: Mapping[str, Any]) -> int:
    """Which of a model's outputs says that the premise entails the claim; -1 where it has one output, a probability."""
    labels = {int(place): str(name).lower() for place, name in dict(config.get("id2label") or {}).items()}
    if len(labels) == 1:
        return -1
    found = [place for place, name in labels.items() if name == ENTAILMENT]
    if len(found) != 1:
        raise ModelError(f"{model}: none of its labels is `{ENTAILMENT}` ({', '.join(labels.values()) or 'no labels'})")
    return found[0]


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot be read; the folder holds no cross-encoder") from error


class CrossScorer:
    """A cross-encoder that was taught entailment; its network is loaded when the first pair is asked."""

    def __init__(self, entry: ModelEntry, place: int) -> None:
        self.entry, self.place = entry, place

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the weights, or of a hub model's commit, and of the way of asking."""
        from consult.themes.encoder import folder_hash

        return text_hash(f"{ENTAILMENT} {ASKED_SO} {self.place} {folder_hash(self.entry)}")

    @cached_property
    def _model(self) -> Any:
        from consult.themes.engine import OFFLINE

        os.environ.update(OFFLINE)
        from sentence_transformers import CrossEncoder

        try:
            return CrossEncoder(
                self.entry.folder, trust_remote_code=False, local_files_only=True,
                model_kwargs={"use_safetensors": True}, device="cpu",
            )  # fmt: skip
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelError(
                f"{self.entry.folder} cannot be loaded as a cross-encoder ({type(error).__name__}); "
                "fetch it again, or choose another `entailment`"
            ) from error

    def entail(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """The probability of each pair, by itself: what it is asked together with cannot change it."""
        return [self._ask(pair) for pair in pairs]

    def _ask(self, pair: Pair) -> float:
        if self.place < 0:
            return float(self._model.predict([pair], show_progress_bar=False)[0])
        return float(self._model.predict([pair], show_progress_bar=False, apply_softmax=True)[0][self.place])


def scores_of(pairs: Iterable[Pair], scorer: Scorer, cache: VectorCache) -> dict[Pair, float]:
    """The probability of every pair; asked only for those that the cache does not know, and kept there at once."""
    import numpy as np

    found = known_scores(pairs, scorer.fingerprint, cache)
    missing = sorted(set(pairs) - set(found))
    fresh = dict(zip(missing, np.clip(np.asarray(scorer.entail(missing), np.float32), 0, 1), strict=True))
    cache.add_vectors(scorer.fingerprint, {pair_hash(pair): np.asarray([score]) for pair, score in fresh.items()})
    return found | {pair: float(score) for pair, score in fresh.items()}


def known_scores(pairs: Iterable[Pair], model: str, cache: VectorCache) -> dict[Pair, float]:
    """The probabilities that are kept. model: a scorer's fingerprint."""
    hashes = {pair_hash(pair): pair for pair in pairs}
    kept = cache.vectors(model, sorted(hashes))
    return {hashes[key]: float(value[0]) for key, value in kept.items() if len(value) == 1}


def pair_hash(pair: Pair) -> str:
    """What a pair's score is kept under: the pair cannot be read from it.

    >>> pair_hash(("a b", "c")) == pair_hash(("a", "b c"))
    False
    """
    return text_hash(json.dumps(pair, ensure_ascii=False))
