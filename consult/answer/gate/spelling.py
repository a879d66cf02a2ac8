"""Whether two words are forms of one, told by their letters alone.

In: keys of words as `clauses.meaning` gives them. Out: whether they are one, one and its compound, or nearly so.

>>> same_word("bibliotek", "folkebibliotek"), same_word("bibliotek", "idrett")
(True, False)
"""

from __future__ import annotations

from functools import lru_cache

from consult.answer.gate.clauses import KEPT

SHORTEST_PART = 5  # letters of a word that is found again inside a compound
SAME_LETTERS = 0.6  # Dice of letter trigrams from which two words are forms of one


@lru_cache(maxsize=10 * KEPT)
def same_word(one: str, other: str) -> bool:
    """Whether two keys are one word, a word and its compound, or spelled nearly alike."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(short) >= SHORTEST_PART and (long.startswith(short) or long.endswith(short)):
        return True
    a, b = _trigrams(one), _trigrams(other)
    return 2 * len(a & b) >= SAME_LETTERS * (len(a) + len(b)) > 0


@lru_cache(maxsize=KEPT)
def _trigrams(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
