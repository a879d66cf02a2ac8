"""Does a sentence make several of one voice: *borda meiner*, *they say*, *lærarane seier* of one who wrote alone?

In: a sentence and its ground. Out: a fault for each plural that speaks where the ledger counts one, unless a passage
itself says it so. Words of quantity (*fleire*) and numbers are another check's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from consult.answer.gate.clauses import words
from consult.answer.gate.counting import ANYBODY, WORDS_BETWEEN, quantity_patterns, says, tally, verbs
from consult.answer.gate.numerals import voices
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.gate.support import KIN

OWN = re.compile(r"[^\W\d_]+")
THE = (("the",), ("dei",), ("de",))
PAPERS = ("statements", "comments", "kommentarane", "kommentarene", "svara", "svarene")  # are also what is spoken of
NAMED = ("individuals", "organisations")  # whom a passage may speak of in many, besides who speaks
WHETHER = (("whether",), ("if",))  # what follows is claimed of nobody
COUNTED = ("privatperson", "einskildperson", "enkeltperson", "individual")  # said of who spoke only


def general(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """A plural of who speaks needs two of them, or a passage that says it so."""
    counts, heard = tally(sentence, ground), ground.heard_in(sentence)
    said = frozenset().union(*(one.vocabulary for one in heard)) if heard else frozenset()
    yield from _listed(sentence, counts, said)
    if counts["speakers"] == counts["individuals"] == 1:  # a table or a body may speak as many
        yield from _they(sentence, said)
        if any({sentence.said.language, *(one.language for one in heard)} <= family for family in KIN):
            yield from _others(sentence, said)


def _listed(sentence: Sentence, counts: Mapping[str, int], said: frozenset[str]) -> Iterator[Fault]:
    """A noun that the ledger counts, *bordene meiner*; *citizens* where a passage says *borgerne* are its own."""
    spoken = {voices()[word] for word in said & voices().keys()} | _within(said)
    for at, token in enumerate(sentence.said.small):
        kind, many = voices().get(token, ("", False))
        before = sentence.said.small[max(0, at - WORDS_BETWEEN) : at]
        named = kind in NAMED and (kind, True) in spoken and not token.startswith(COUNTED)
        if not many or named or before[-1:] in WHETHER or token in said or _is_counted(before, sentence.language):
            continue
        if token in ANYBODY and not says(sentence.said.small[at + 1 : at + 4], sentence.language):
            continue
        if token in PAPERS and not says(sentence.said.small[at + 1 : at + 3], sentence.language):
            continue
        if counts[kind] < 2 and not _is_object(sentence.said.small, at, sentence.language):
            yield Fault(code="general", detail=token)


def _within(said: frozenset[str]) -> set[tuple[str, bool]]:
    """What passages' compounds end with: *brukarorganisasjonane* are organisations."""
    organisations = [word for word, kind in voices().items() if kind == ("organisations", True)]
    return {("organisations", True)} if any(word.endswith(tuple(organisations)) for word in said) else set()


def _they(sentence: Sentence, said: frozenset[str]) -> Iterator[Fault]:
    """A *they say* or *vi meiner* of one person alone, who says no such word."""
    pronouns = frozenset(words()["many"]["pronouns"].split("|"))
    for token, verb in () if said & pronouns else pairwise(sentence.said.small[:2]):
        # further on it is those whom the sentence has named
        if token in pronouns and says((verb,), sentence.language):
            yield Fault(code="general", detail=token)


def _others(sentence: Sentence, said: frozenset[str]) -> Iterator[Fault]:
    """Any other plural that begins a sentence and is said to speak, *lærarane meiner*, and that the person does not."""
    small = sentence.said.small
    token, verb = (*small[small[:1] in THE :][:2], "", "")[:2]
    stem = _plural_of(token, sentence.language)
    together = verb in words()["many"]["says"][sentence.language].split("|")
    if stem and together and token not in voices() and not any(_bears(word, stem) for word in said):
        yield Fault(code="general", detail=token)


def _plural_of(token: str, language: str) -> str:
    """What is left of a word that has a plural's ending, else nothing."""
    match = re.fullmatch(rf"(\w{{3,}}?)(?:{words()['many']['endings'][language]})", token)
    return match[1] if match else ""


def _bears(word: str, stem: str) -> bool:
    """Whether a passage's word is the same in many, in whatever kindred language."""
    return word.startswith(stem) and any(_plural_of(word, code) for code in words()["many"]["endings"])


def _is_counted(before: Sequence[str], language: str) -> bool:
    """Whether a number or a word of quantity stands before, which another check answers for."""
    listed = words()["number"][language]
    text = " ".join(before)
    return any(word in listed or word[:1].isdigit() for word in before) or any(
        pattern.search(text) for _, pattern in quantity_patterns(language)
    )


def _is_object(small: Sequence[str], at: int, language: str) -> bool:
    """Whether a plural is what a sentence is about (*tilskot til organisasjonar*), and no verb of speaking follows."""
    following = [token for token in small[at + 1 : at + 4] if OWN.match(token)]
    return not any(token in verbs(language) for token in following[:2])
