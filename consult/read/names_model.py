"""The model that finds names: a spaCy pipeline of a tokenizer and of the network of `names_network.py`.

In: text. Out: tokens, and for each the probability that it is part of a person's name. Weights are safetensors files
that `models/train_names.py` and `models/round_names.py` make, pinned by their hashes: nothing in them can run.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from consult.errors import ModelError
from consult.read.names_labels import LABELS, PERSON
from consult.read.names_network import Network, build_network
from consult.read.names_way import comes_out_right
from consult.shipped import shipped
from consult.weights.lower import base_of
from consult.weights.processor import cores
from consult.weights.way import Choice

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LABELS", "PERSON", "NamesModel", "known_as", "known_words", "names_model"]

SMALL_WORDS = frozenset(
    ("da", "de", "del", "den", "der", "di", "do", "du", "el", "la", "le", "van", "von", "ben", "das", "dos", "eh")
)  # parts of surnames that are words of their own
COMPONENT = "consult_names"
CHANCES = "chances"  # under which a Doc keeps what the network says of its tokens
EVEN = 0.5
READY = "Kari"  # the first text prepares the layers for this processor
LOADING = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesModel:
    """What finds names: spaCy's pipeline, and what words are known as."""

    language: Any
    network: Network
    known: Mapping[str, str]

    def tokens(self, text: str) -> Any:
        """A text as a spaCy Doc, in which names at even odds are entities."""
        return self.language(text)

    def docs(self, texts: Sequence[str], said: Iterable[Any] | None = None) -> Iterator[Any]:
        """Texts as spaCy Docs, in order, with their probabilities and without entities; many together are faster.

        said: what the network says of them, where that is known or on its way.
        """
        for text, (spans, odds) in zip(texts, self.network.odds_of(texts) if said is None else said, strict=True):
            doc = self.language.make_doc(text)
            doc.user_data[CHANCES] = chances_of(doc, spans, odds)
            yield doc

    def probabilities(self, doc: Any) -> NDArray[Any]:
        """(tokens, labels) float32: each token's probability of each label; rows sum to 1."""
        return doc.user_data[CHANCES]  # type: ignore[no-any-return]


@cache
def names_model() -> NamesModel:
    """The model that comes with consult, loaded once a process.

    Raises ModelError where weights are missing or are not the pinned ones.
    """
    return new_model(network(), known_words())


def load_ahead() -> None:
    """Begin to load the network on another core, if there is one; who needs it first waits for it.

    What goes wrong is told to who needs it, when it is loaded again.
    """
    if cores() > 1:
        pool = ThreadPoolExecutor(1)
        pool.submit(lambda: network().odds(READY))
        pool.shutdown(wait=False)


def network() -> Network:
    """The network alone, loaded once a process, whoever asks first."""
    with LOADING:
        return _built()


@cache
def _built() -> Network:
    from consult.weights.difference import expand_difference

    about, held = pinned("model.toml")
    learnt = expand_difference(held)
    integers = pinned_file(about, "integers")
    return _choice(about).network(lambda way: build_network(about["network"], learnt, integers, way), comes_out_right)


def names_way() -> str:
    """The way in which names are found on this machine: `bf16` or `int8`."""
    return _choice(_about("model.toml")).known() or names_model().network.lower.layers.name


def _choice(about: Mapping[str, Any]) -> Choice:
    return Choice(name="names", pin=str(about["sha256"]))


def _about(name: str) -> dict[str, Any]:
    return tomllib.loads((shipped("models", "names") / name).read_text(encoding="utf-8"))


def pinned(name: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What a file beside some weights says of them, and the weights. Raises ModelError unless they are pinned."""
    from safetensors.numpy import load

    about = _about(name)
    return about, load(pinned_file(about, "file").read_bytes())


def pinned_file(about: Mapping[str, Any], kind: str) -> Path:
    """A file that is named in `about`. Raises ModelError unless its hash is the one that stands there too."""
    path: Path = shipped("models", "names") / str(about[kind])
    expected = about["sha256" if kind == "file" else f"{kind}_sha256"]
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        raise ModelError(f"{path}: not the pinned weights; install consult again")
    return path


def forget_names() -> None:
    """Give back the memory of the model and its vocabulary, 200 MB or more; whoever asks again waits a second."""
    names_model.cache_clear()
    _built.cache_clear()
    base_of.cache_clear()


@cache
def known_words() -> Mapping[str, str]:
    """Word in small letters → what `lists.toml` knows it as: given, surname, both, place or organisation.

    Read once a process: the gate asks for it word by word.

    >>> known_words()["kari"]
    'given'
    """
    lists = tomllib.loads(shipped("models", "names", "lists.toml").read_text(encoding="utf-8"))
    sections = {"given": "given", "surname": "surnames", "place": "places", "organisation": "organisations"}
    known: dict[str, str] = {}
    for kind, section in sections.items():
        for word in " ".join(lists[section].values()).lower().split():
            if len(word) > 1 and word not in SMALL_WORDS:
                other = known.setdefault(word, kind)
                known[word] = "both" if {other, kind} == {"given", "surname"} else other
    return known


def new_model(network: Network, known: Mapping[str, str]) -> NamesModel:
    """A pipeline around a network."""
    from spacy.attrs import IS_SPACE
    from spacy.lang.nb import Norwegian
    from spacy.language import Language

    def label(doc: Any) -> Any:
        doc.user_data[CHANCES] = chances_of(doc, *network.odds(doc.text))
        doc.set_ents(_persons(doc, doc.user_data[CHANCES][:, PERSON] >= EVEN))
        return doc

    Language.component(COMPONENT, func=label)
    language = Norwegian()
    getters = language.vocab.lex_attr_getters  # nobody asks here whether a word looks like a number or an address
    language.vocab.lex_attr_getters = {IS_SPACE: getters[IS_SPACE]}
    language.add_pipe(COMPONENT)
    return NamesModel(language=language, network=network, known=known)


def chances_of(doc: Any, spans: Sequence[tuple[int, int]], odds: NDArray[Any]) -> NDArray[Any]:
    """(tokens, labels) float32: the softmax of the mean odds of each token's pieces; certainly nothing without any.

    spans, odds: of the pieces of the Doc's text, in their order.
    """
    import numpy as np

    found = np.zeros((len(doc), len(LABELS)), dtype=np.float32)
    found[:, 0] = 1
    if not len(doc) or not len(spans):
        return found
    words = [token.text for token in doc]
    starts = np.array([token.idx for token in doc])
    ends = starts + [len(word) for word in words]
    begin, end = np.maximum.accumulate(np.array(spans), axis=0).T
    first, last = np.searchsorted(end, starts, "right"), np.searchsorted(begin, ends, "left")
    held = np.flatnonzero((last > first) & ~np.array([word.isspace() for word in words]))
    sums = np.concatenate([np.zeros((1, odds.shape[1])), np.cumsum(odds, axis=0, dtype=np.float64)])
    mean = (sums[last[held]] - sums[first[held]]) / (last[held] - first[held])[:, None]
    chances = np.exp(mean - mean.max(axis=1, keepdims=True))
    found[held] = chances / chances.sum(axis=1, keepdims=True)
    return found


def _persons(doc: Any, chosen: NDArray[Any]) -> list[Any]:
    """Runs of tokens that are names, as spans."""
    from spacy.tokens import Span

    inside = [False, *(bool(one) for one in chosen), False]
    edges = [place for place in range(len(doc) + 1) if inside[place] != inside[place + 1]]
    return [Span(doc, start, end, label="PER") for start, end in zip(edges[::2], edges[1::2], strict=True)]


def known_as(word: str, known: Mapping[str, str]) -> str:
    """What a word, or each part of a double name, is known as; `none` else. A genitive's s is overlooked.

    >>> known_as("Karis", {"kari": "given"}), known_as("Inger-Kari", {"inger": "given", "kari": "given"})
    ('given', 'given')
    """
    plain = word.lower().rstrip("'’")
    found = known.get(plain) or (known.get(plain[:-1]) if plain.endswith("s") else None)
    if not found and "-" in plain:
        parts = {known_as(part, known) for part in plain.split("-") if part}
        found = parts.pop() if len(parts) == 1 else ""
    return found or "none"
