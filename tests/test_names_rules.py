"""What speaks for and against a word being part of a name: one line at a time, in five languages."""

from __future__ import annotations

import numpy as np
import pytest

from consult.read.names_model import LABELS, names_model
from consult.read.names_rules import RULES, Word, rules_of


def words(text: str) -> dict[str, set[str]]:
    """Each word with a capital → the rules that fit it, on a model that knows nothing."""
    model = names_model()
    doc = model.tokens(text)
    chances = np.full((len(doc), len(LABELS)), 0.0)
    return {
        word.text: {rule for rule, fits in zip(RULES, word.rules, strict=True) if fits}
        for word in rules_of(doc, chances, 0, model.known)
    }


CASES = [
    ("Då sa Kari Moen nei", "Kari", "given", True),
    ("Då sa Kari Moen nei", "Moen", "given_first", True),
    ("Då sa K. Moen nei", "Moen", "initial", True),
    ("Då sa Ola N. nei", "Ola", "initial", True),
    ("Referent: Vråliødegard", "Vråliødegard", "cue", True),
    ("Mvh Vråliødegard", "Vråliødegard", "cue", True),
    ("Min nabo Fadumo ventar", "Fadumo", "cue", True),
    ("Vi var i Oslo", "Oslo", "place", True),
    ("Vi skreiv til NAV", "NAV", "organisation", True),
    ("Han bur i Olav Tryggvasons gate", "Tryggvasons", "thing", True),
    ("Dei spurde Nansen-instituttet", "Nansen-instituttet", "thing", True),
    ("Dei spurde Berg kommune", "Berg", "thing", True),
    ("Kari møtte opp", "Kari", "first", True),
    ("Då kom Kari", "Kari", "first", False),
    ("Då kom Kari", "Kari", "thing", False),
    ("Referent sa ja.\nOslo er fin", "Oslo", "cue", False),
    ("Mvh.\n\nKommunen", "Kommunen", "given_first", False),
]


@pytest.mark.parametrize(("text", "word", "rule", "fits"), CASES)
def test_rules(text: str, word: str, rule: str, fits: bool) -> None:
    """Each rule where it fits, and where it does not."""
    assert (rule in words(text)[word]) is fits


def test_only_words_that_could_be_names() -> None:
    """Digits, signs and words in small letters that the model thinks nothing of are not looked at."""
    assert words("12 % av kommunane – § 3 …") == {}


def test_a_genitive_is_the_same_word() -> None:
    """`Moens` elsewhere is `Moen` here; short words keep their s."""

    def key(text: str) -> str:
        return Word(start=0, end=len(text), text=text, line=0, chances=(), rules=()).key

    assert key("Moens") == key("MOEN") == "moen"
    assert key("Nes") == "nes"
