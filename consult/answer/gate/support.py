"""Do the passages that a sentence cites bear out all of it together, and is each of them needed?

After ALCE (Gao et al. 2023, arXiv:2305.14627): recall asks whether the cited passages support the sentence jointly,
precision whether each citation is one that supports part of it. The scorer is local: words that share a key or most of
their letters, and likeness of meaning by the encoder, clause by clause, so that one made-up clause cannot hide
behind three true ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from consult.answer.gate.clauses import KEPT, WORD, Clause, Said
from consult.answer.gate.sentence import Fault, Ground, Sentence, Vector
from consult.answer.quotes import on_one_line
from consult.records import Passage

SHORTEST_PART = 5  # letters of a word that is found again inside a compound
SAME_LETTERS = 0.6  # Dice of letter trigrams from which two words are forms of one

# Chosen on the sentences of tests/gate that are looked at, by the shares of correct and of unsupported ones refused.
ENOUGH = 0.46  # likeness of a clause and the nearest that is cited, in a language that shares words with it
EXPECTED = 0.3  # the share of its words that such a clause has in common with what it cites
EXPECTED_ACROSS = 0.15  # the same between Norwegian and Danish or Swedish
WORDS = 0.5  # what a larger or smaller share counts
ENOUGH_ABROAD = 0.43  # the same between languages that share no words
TOUCHED = 0.4  # the same for a word or two that share none with what is cited
NEEDED = 0.3  # likeness below which a citation bears out nothing
NORWEGIAN = frozenset(("nn", "nb"))
KIN = ({"nn", "nb", "da", "sv"}, {"en"})
LONGEST_DETAIL = 60


def support(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Every clause is borne out by what is cited, and everything cited bears out something."""
    every = ground.heard_in(sentence)
    heard = [said for said in every if WORD.search(said.text)]  # where all is masked, nobody is heard
    if every and not heard:
        yield Fault(code="unsupported", detail=sentence.line[:LONGEST_DETAIL])
        return
    claims = [clause for clause in sentence.said.clauses if clause.keys]
    for clause in claims:
        if not borne_out(clause, sentence.said.language, heard, ground.vectors):
            yield Fault(code="unsupported", detail=clause.text[:LONGEST_DETAIL])
    for piece in sentence.said.pieces:
        if piece not in claims and not _is_touched(piece, sentence.said.language, heard, ground.vectors):
            yield Fault(code="unsupported", detail=piece.text[:LONGEST_DETAIL])
    cited = ground.cited(sentence)
    for passage, said in zip(cited, every, strict=True):
        if len(cited) > 1 and not _quoted(passage, sentence) and not _is_needed(claims, said, ground.vectors):
            yield Fault(code="citation-needless", detail=passage.passage_id)


def _is_touched(piece: Clause, language: str, heard: Sequence[Said], vectors: Mapping[str, Vector]) -> bool:
    """Whether a piece that is too short to be weighed says a word of what is cited, or means something near it.

    Joined to the true clause before it, *…, og skattane må ned* would be weighed by that. Between languages that share
    no words nothing can be told of a word or two.
    """
    near = [said for said in heard if any({language, said.language} <= family for family in KIN)]
    if not piece.keys or len(near) < len(heard):
        return True
    others = tuple(key for said in near for key in said.keys)
    return shared(piece.keys, others) > 0 or likeness(piece, near, vectors) >= TOUCHED


def _is_needed(claims: Sequence[Clause], said: Said, vectors: Mapping[str, Vector]) -> bool:
    """Whether a passage bears out some part of what is claimed."""
    return not claims or max(_weigh(clause, [said], vectors) for clause in claims) >= NEEDED


def borne_out(clause: Clause, language: str, heard: Sequence[Said], vectors: Mapping[str, Vector]) -> bool:
    """Whether what is cited says a clause: by likeness of meaning, and by words where the languages share any."""
    near = [said for said in heard if any({language, said.language} <= family for family in KIN)]
    abroad = likeness(clause, [said for said in heard if said not in near], vectors)
    expected = _expected(language, near)
    return abroad >= ENOUGH_ABROAD or (bool(near) and _weigh(clause, near, vectors, expected) >= ENOUGH)


def _expected(language: str, near: Sequence[Said]) -> float:
    """The share of its words that a true clause has in common with what it cites: less across a border."""
    spoken = {language, *(said.language for said in near)}
    return EXPECTED_ACROSS if len(spoken) > 1 and not spoken <= NORWEGIAN else EXPECTED


def _weigh(clause: Clause, heard: Sequence[Said], vectors: Mapping[str, Vector], expected: float = EXPECTED) -> float:
    words = shared(clause.keys, tuple(key for said in heard for key in said.keys))
    return likeness(clause, heard, vectors) + WORDS * (words - expected)


def _quoted(passage: Passage, sentence: Sentence) -> bool:
    return any(quote in on_one_line(passage.text) for quote in sentence.quoted)


def likeness(clause: Clause, heard: Sequence[Said], vectors: Mapping[str, Vector]) -> float:
    """Cosine of a clause and the nearest text or clause of what is cited; 0 where no vector is known."""
    rows = [vectors[text] for said in heard for text in said.claims if text in vectors]
    if clause.text not in vectors or not rows:
        return 0.0
    return float(np.max(np.stack(rows) @ vectors[clause.text]))


def shared(keys: Sequence[str], others: Sequence[str]) -> float:
    """The share of `keys` that others say too, in some form."""
    if not keys:
        return 0.0
    return sum(any(same_word(key, other) for other in others) for key in keys) / len(keys)


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
