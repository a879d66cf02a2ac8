"""The model that finds names: a spaCy tokenizer, a hash-embedding encoder and a softmax over labels.

In: text. Out: tokens, and for each the probability that it is part of a person's name. Weights and the table of words
are safetensors files that `models/train_names.py` and `models/word_table.py` make, pinned by their hashes: nothing
in them can run.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from consult.errors import ModelError
from consult.shipped import shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = ("O", "PER", "ORG", "PLACE", "OTHER")
PERSON = LABELS.index("PER")
SMALL_WORDS = frozenset(
    ("da", "de", "del", "den", "der", "di", "do", "du", "el", "la", "le", "van", "von", "ben", "das", "dos", "eh")
)  # parts of surnames that are words of their own
DIGIT = re.compile(r"\d")
SHORTEST_START = 4  # letters of a word's beginning that may stand for the word in the table
HOW_FOUND = 4  # ways of finding a word in the table: as written, in other letters, by its beginning, not at all


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesModel:
    """What finds names: spaCy's language with its tokenizer, the network, and what words are known as."""

    language: Any
    network: Any
    known: Mapping[str, str]

    def tokens(self, text: str) -> Any:
        """The tokens of a text, as a spaCy Doc."""
        return self.language.make_doc(text)

    def probabilities(self, doc: Any) -> NDArray[Any]:
        """(tokens, labels) float32: each token's probability of each label; rows sum to 1."""
        return self.network.predict([doc])[0]  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """Vectors of words: (words, d) float32. memory: words that were asked for → their rows."""

    rows: Mapping[str, int]
    vectors: Any
    memory: dict[str, Any] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Numbers that are given for each word."""
        return int(self.vectors.shape[1]) + HOW_FOUND

    def of(self, word: str) -> NDArray[Any]:
        """(width,) float32: a word's vector, or that of its other case or beginning, and how it was found."""
        import numpy as np

        if word not in self.memory:
            row, how = self._row(word)
            found = np.zeros(self.width, dtype=np.float32)
            found[len(found) - HOW_FOUND + how] = 1
            if row is not None:
                found[: -HOW_FOUND or None] = self.vectors[row]
            self.memory[word] = found
        return self.memory[word]  # type: ignore[no-any-return]

    def _row(self, word: str) -> tuple[int | None, int]:
        if word in self.rows:
            return self.rows[word], 0
        for other in (word.lower(), word.capitalize(), word.removesuffix("s"), word.lower().removesuffix("s")):
            if other in self.rows:
                return self.rows[other], 1
        for end in range(min(len(word), 20) - 1, SHORTEST_START - 1, -1):
            for start in (word[:end], word[:end].lower()):
                if start in self.rows:
                    return self.rows[start], 2
        return None, 3


@cache
def names_model() -> NamesModel:
    """The model that comes with consult, loaded once a process.

    Raises ModelError where the weights are missing or are not the pinned ones.
    """
    about, weights = pinned("model.toml")
    model = new_model(about["network"], known_words(), word_table())
    give_weights(model.network, weights)
    return model


def pinned(name: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What a file beside some weights says of them, and the weights. Raises ModelError unless they are pinned."""
    from safetensors.numpy import load

    folder = shipped("models", "names")
    about = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    content = (folder / about["file"]).read_bytes()
    if hashlib.sha256(content).hexdigest() != about["sha256"]:
        raise ModelError(f"{folder / about['file']}: not the pinned weights; install consult again")
    return about, load(content)


@cache
def word_table() -> WordTable:
    """The table of words that comes with consult."""
    import numpy as np

    _, tensors = pinned("words.toml")
    words = tensors["words"].tobytes().decode().split("\n")
    vectors = tensors["vectors"].astype(np.float32) * tensors["scale"]
    return WordTable(rows={word: row for row, word in enumerate(words)}, vectors=vectors)


def known_words() -> dict[str, str]:
    """Word in small letters → what `lists.toml` knows it as: given, surname, both, place or organisation.

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


def new_model(network: Mapping[str, Any], known: Mapping[str, str], table: WordTable) -> NamesModel:
    """A model whose weights are not set. network: width, depth, pieces and rows as in `models/names/settings.toml`."""
    from spacy.lang.nb import Norwegian
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed
    from thinc.api import Linear, Maxout, chain, concatenate, with_array

    language = Norwegian(vocab=_vocabulary(known))
    width, pieces = network["width"], network["pieces"]
    hashed = MultiHashEmbed(
        width=width,
        attrs=["NORM", "PREFIX", "SUFFIX", "SHAPE", "LANG"],
        rows=list(network["rows"]),
        include_static_vectors=False,
    )
    looked_up: Any = chain(_lookup(table), with_array(Linear(nO=width, nI=table.width)))
    mixed: Any = with_array(Maxout(nO=width, nI=2 * width, nP=pieces, normalize=True, dropout=0.0))
    encode = MaxoutWindowEncoder(width=width, window_size=1, maxout_pieces=pieces, depth=network["depth"])
    encoder: Any = chain(concatenate(hashed, looked_up), mixed, encode)
    encoder.set_dim("nO", width)
    tagger = build_tagger_model(encoder, nO=len(LABELS), normalize=True)
    tagger.initialize(X=[language.make_doc("Kari Nordmann")])
    return NamesModel(language=language, network=tagger, known=known)


def _lookup(table: WordTable) -> Any:
    """A layer of the network that learns nothing: Docs → for each (tokens, width) rows of the table."""
    import numpy as np
    from thinc.api import Model

    def forward(_: Any, docs: Any, is_train: bool) -> Any:  # noqa: ARG001 - as thinc calls it
        return [np.stack([table.of(token.text) for token in doc]) for doc in docs], lambda _: []

    return Model("words", forward, dims={"nO": table.width})


def _vocabulary(known: Mapping[str, str]) -> Any:
    """A spaCy vocabulary whose words bear the features of the model: LANG holds what a word is known as."""
    from spacy.attrs import LANG, NORM, PREFIX, SUFFIX
    from spacy.lang.nb import Norwegian
    from spacy.vocab import Vocab

    getters = dict(Norwegian.Defaults.lex_attr_getters)
    getters |= {
        NORM: lambda word: DIGIT.sub("0", word.lower()),
        PREFIX: lambda word: word[:3].lower(),
        SUFFIX: lambda word: word[-3:].lower(),
        LANG: lambda word: known_as(word, known) if word != "_" else "nb",  # of "_" spaCy asks the language
    }
    return Vocab(lex_attr_getters=getters)


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


def weights_of(network: Any) -> dict[str, NDArray[Any]]:
    """Name of each parameter → its array, in the order of the network's layers."""
    found = {}
    for number, node in enumerate(network.walk()):
        for name in node.param_names:
            if node.has_param(name):
                found[f"{number}.{name}"] = node.get_param(name)
    return found


def give_weights(network: Any, weights: Mapping[str, NDArray[Any]]) -> None:
    """Set every parameter; they are kept in half precision and used in single. Raises ModelError if they do not fit."""
    import numpy as np

    own = weights_of(network)
    if {name: value.shape for name, value in own.items()} != {name: value.shape for name, value in weights.items()}:
        raise ModelError("models/names: weights and settings are of different models; install consult again")
    for number, node in enumerate(network.walk()):
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, np.ascontiguousarray(weights[f"{number}.{name}"], dtype=np.float32))
