"""The model that finds names: a spaCy tokenizer, a hash-embedding encoder and a softmax over labels.

In: text. Out: tokens, and for each the probability that it is part of a person's name. The weights are a safetensors
file that `models/train_names.py` makes, pinned by its hash: nothing in it can run.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
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


@cache
def names_model() -> NamesModel:
    """The model that comes with consult, loaded once a process.

    Raises ModelError where the weights are missing or are not the pinned ones.
    """
    from safetensors.numpy import load

    folder = shipped("models", "names")
    about = tomllib.loads((folder / "model.toml").read_text(encoding="utf-8"))
    content = (folder / about["file"]).read_bytes()
    if hashlib.sha256(content).hexdigest() != about["sha256"]:
        raise ModelError(f"{folder / about['file']}: not the pinned weights; install consult again")
    model = new_model(about["network"], known_words())
    give_weights(model.network, load(content))
    return model


def known_words() -> dict[str, str]:
    """Word in small letters → what `lists.toml` knows it as: given, surname, both, place or organisation.

    >>> known_words()["kari"]
    'given'
    """
    lists = tomllib.loads(shipped("models", "names", "lists.toml").read_text(encoding="utf-8"))
    known: dict[str, str] = {}
    for kind, section in (
        ("given", "given"),
        ("surname", "surnames"),
        ("place", "places"),
        ("organisation", "organisations"),
    ):
        for words in lists[section].values():
            for word in words.split():
                key = word.lower()
                if len(key) > 1 and key not in SMALL_WORDS:
                    both = {kind, known.get(key, kind)} == {"given", "surname"}
                    known[key] = "both" if both or known.get(key) == "both" else known.get(key, kind)
    return known


def new_model(network: Mapping[str, Any], known: Mapping[str, str]) -> NamesModel:
    """A model whose weights are not set. network: width, depth, pieces and rows as in `models/names/settings.toml`."""
    from spacy.lang.nb import Norwegian
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model

    language = Norwegian(vocab=_vocabulary(known))
    embed = MultiHashEmbed(
        width=network["width"],
        attrs=["NORM", "PREFIX", "SUFFIX", "SHAPE", "LANG"],
        rows=list(network["rows"]),
        include_static_vectors=False,
    )
    encode = MaxoutWindowEncoder(
        width=network["width"], window_size=1, maxout_pieces=network["pieces"], depth=network["depth"]
    )
    tagger = build_tagger_model(build_Tok2Vec_model(embed, encode), nO=len(LABELS), normalize=True)
    tagger.initialize(X=[language.make_doc("Kari Nordmann")])
    return NamesModel(language=language, network=tagger, known=known)


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
