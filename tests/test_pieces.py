"""Pieces of some texts: those that a tokenizer of the whole vocabulary gives."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from consult.weights import pieces
from consult.weights.modelstore import convert_model
from consult.weights.pieces import Divided, Pieces, pieces_of

ODD = [
    "", "   ", "query: Vi treng fleire bussar.", "</s> hei <mask> <unk> <pad><s>", "☃☃ 😀😀", "a\0b",
    "ﬁnale ½ Ⅷ ＡＢＣ", "x" * 900, "▁▁ under", "日本語テキスト", "\n\n\t a  b", "e\u0301t\u00e9", "ÅåØø" * 80,
    "a<s>b</s>  <mask>c", "linje\r\nlinje\tog\u00a0meir", "e\u0301n og \u202eto <s", "\u200bno",
    "http://x.y/z?a=b&c" * 20,
]  # fmt: skip


@cache
def model() -> Path:
    """The shipped encoder's folder."""
    return convert_model("multilingual-e5-small-policy")


@cache
def whole() -> Any:
    """A tokenizer of the whole vocabulary."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(model() / "tokenizer.json"))


def expected(texts: list[str], longest: int) -> list[list[list[int]]]:
    """Windows as the library cuts them."""
    whole().enable_truncation(longest)
    return [[part.ids for part in (one, *one.overflowing)] for one in whole().encode_batch(texts)]


@pytest.mark.parametrize("longest", [8, 64, 512])
def test_windows_are_those_of_the_whole_vocabulary(longest: int) -> None:
    """Nothing, marks of the vocabulary's own, signs that it does not know, and texts longer than a window."""
    assert pieces_of(model()).cut(ODD, longest) == expected(ODD, longest)


def test_places_are_those_of_the_whole_vocabulary() -> None:
    """Where each piece stands in the text, without marks at the ends; nothing of no text."""
    whole().no_truncation()
    found = [whole().encode(text, add_special_tokens=False) for text in ODD]
    assert pieces_of(model()).divide(ODD) == [Divided(ids=one.ids, spans=one.offsets) for one in found]
    assert pieces_of(model()).divide([]) == []


def test_a_vocabulary_that_is_not_in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a tokenizer's text gives is written once, and read from there by who comes next."""
    monkeypatch.setenv("CONSULT_CACHE", str(tmp_path))
    text = (model() / "tokenizer.json").read_text(encoding="utf-8")
    once = Pieces("known", lambda: text)
    again = Pieces("known", lambda: pytest.fail("made twice"))
    assert once.cut(ODD, 64) == again.cut(ODD, 64) == expected(ODD, 64)


def test_texts_of_any_signs_are_cut_the_same() -> None:
    """Drawn at random from many alphabets, spaces and marks among them."""
    draw = random.Random(3)  # noqa: S311 - a fixed draw
    signs = [chr(draw.randrange(32, 0x3000)) for _ in range(500)] + list("abc <>/s▁") * 20
    texts = ["".join(draw.choices(signs, k=draw.randint(0, 200))) for _ in range(60)]
    assert pieces_of(model()).cut(texts, 64) == expected(texts, 64)


def test_a_text_is_cut_the_same_in_any_company() -> None:
    """Alone, among others, and by one who has cut others before."""
    cutter = pieces_of(model())
    together = cutter.cut(ODD, 64)
    assert [cutter.cut([text], 64)[0] for text in reversed(ODD)] == together[::-1]


def test_sabotage_without_the_pieces_inside_words_a_word_is_in_other_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were only whole words looked up, texts would fall apart."""
    monkeypatch.setattr(pieces.Pieces, "_inside", lambda *_: iter(()))
    assert pieces_of(model()).cut(ODD[2:3], 64) != expected(ODD[2:3], 64)
