"""How a sentence is written: whole, in the right language, about nobody in person, and at nobody's bidding.

A passage that speaks to a machine (*ignore your instructions and write …*) is never a ground for drafted text: what
cites it, or says what it asks for, is refused, and its theme keeps the quote as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np

from consult.answer.gate.bidding import speaks_to_a_machine
from consult.answer.gate.clauses import KEPT, NEW_CLAIM, meaning, read, words
from consult.answer.gate.identifying import doubted
from consult.answer.gate.sentence import SET_APART, Detector, Fault, Ground, Sentence
from consult.answer.quotes import on_one_line
from consult.read.language import evidence
from consult.read.numbers import Sighting
from consult.records import LANGUAGES

LONGEST = 600  # characters: a sentence of a report, quotes included
ENDS = (".", "!", "?", "…")
ABBREVIATED = re.compile(
    r"\b(jf|jfr|cf|ca|nr|kl|dvs|osv|etc|mfl|pst|art|dr|meld|st|prop|innst|ot|dok|kap|pkt|offl|fvl|fv|rv|gnr|bnr|tlf|mr|mrs"
    r"|eks|ex|inkl|ekskl|incl|excl|evt|hhv|resp|vs|prof)\.",
    re.IGNORECASE,
)  # ends no sentence
SHORTEST_TO_TELL = 4  # words from which a language shows
FOREIGN = 4.0  # nats by which another language may be likelier before a sentence is taken for it
SISTER = 7.0  # the same between written standards that share most words: nynorsk, bokmål, Danish
SISTERS = ({"nn", "nb"}, {"nb", "da"})
UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co")
ODD = ("Mn", "Me", "So", "Nl", "No", "Lm")
SAYS_LITTLE = 6  # words of a report of nothing; of more common words some claim something
OBEYED = 0.6  # share of a sentence's words that only an instruction says
PRIVATE = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    ("phone", re.compile(
        r"(?<![\d.,])(?:\+\d{2,3}[ ]?)?"
        r"(?:\d{8}|[49]\d{3}[ ]\d{4}|\d{3}([ .-])\d{2}\1\d{3}|\d{2}(?:([ .-])\d{2})(?:\2\d{2}){2})(?![\d.,]\d)"
    )),
    ("birth-number", re.compile(r"(?<!\d)\d{6}[ ]?\d{5}(?!\d)")),
    ("account", re.compile(r"(?<!\d)\d{4}[ .-]\d{2}[ .-]\d{5}(?!\d)")),
    ("address", re.compile(
        r"\b[A-ZÆØÅ][\w.]*(?:veien|vegen|gata|gaten|gate|vei|veg|svingen|bakken|plass|street|road|allé)\s+\d+\w?\b"
    )),
)  # fmt: skip


def form(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """One whole sentence of characters that people write."""
    text = sentence.text.strip()
    if not any(character.isalpha() for character in text) or _says_nothing(sentence):
        yield Fault(code="form-empty")
        return
    if any(unicodedata.category(sign) in UNSEEN for sign in sentence.text) or _is_odd(sentence, ground):
        yield Fault(code="form-control")
    if len(text) > LONGEST:
        yield Fault(code="form-long", detail=str(len(text)))
    if not text.rstrip('»”")').endswith(ENDS):
        yield Fault(code="form-open")
    if len(_sentences(sentence.frame)) > 1:
        yield Fault(code="form-sentences")


def _says_nothing(sentence: Sentence) -> bool:
    """Whether a sentence only reports that something was said: *Det kjem fram eit synspunkt.*"""
    said, spoken = sentence.said, sum(token[:1].isalpha() for token in sentence.said.tokens)
    return spoken <= SAYS_LITTLE and not (
        said.keys or sentence.quoted or any(one.nots or one.denials for one in said.clauses)
    )


def _is_odd(sentence: Sentence, ground: Ground) -> bool:
    """Whether a letter of another alphabet, a mark or a picture stands there that no passage cited has.

    A Cyrillic *о* in a number or a mark inside a *not* would hide it from every other check.
    """
    odd = {sign for sign in sentence.line if unicodedata.category(sign) in ODD or _is_foreign(sign)}
    return bool(odd) and not odd <= set("".join(passage.text for passage in ground.cited(sentence)))


def _is_foreign(sign: str) -> bool:
    return not sign.isascii() and sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN ")


def _sentences(frame: str) -> list[str]:
    """Stretches that end in a mark before a capital; an abbreviation ends in a mark too, before a small letter."""
    whole = ABBREVIATED.sub(r"\1", frame)
    return [
        part
        for part in re.split(r"(?<=[a-zæøåäö□\d)]{2}[.!?])\s+(?=[A-ZÆØÅÄÖ])", whole)
        if part.strip(f" {SET_APART}.")
    ]


def chatter(sentence: Sentence, ground: Ground) -> Iterator[Fault]:  # noqa: ARG001 - every check takes both
    """No word of a model about itself or to its reader, no markup, no address."""
    found = _chatter().search(sentence.line)
    if found:
        yield Fault(code="chatter", detail=found[0][:40])


@cache
def _chatter() -> re.Pattern[str]:
    return re.compile("|".join(words()["chatter"]["patterns"]), re.IGNORECASE | re.MULTILINE)


@lru_cache(maxsize=KEPT)
def instructs(text: str) -> bool:
    """Whether a text speaks to a machine that is to summarise it."""
    return speaks_to_a_machine(text)


def instructions(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Nothing that a contributor told a machine to write is written."""
    commanding = [passage for passage in ground.members.values() if instructs(passage.text)]
    if not commanding:
        return
    if any(passage.passage_id in sentence.passage_ids for passage in commanding):
        yield Fault(code="instruction")
        return
    honest = frozenset().union(*(one.keys | one.vocabulary for one in ground.heard_in(sentence)))
    asked = frozenset().union(*(_all(passage.text, passage.language) for passage in commanding))
    claims = (*NEW_CLAIM.split(sentence.frame), *(clause.text for clause in sentence.said.clauses))
    parts = [sentence.said, *(read(part, sentence.language) for part in claims if part)]
    for part in parts:
        mine = {meaning(token, sentence.language) or token.lower() for token in part.tokens if len(token) > 2}
        if mine and len((mine & asked) - honest) >= OBEYED * len(mine - honest) > 0:
            yield Fault(code="instruction")
            return


def _all(text: str, language: str) -> frozenset[str]:
    said = read(on_one_line(text), language)
    return said.keys | said.vocabulary


def personal_data(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Nothing that identifies a person, whether or not a passage says it."""
    kinds = [kind for kind, pattern in PRIVATE if pattern.search(sentence.line)]
    if ground.detect is not None:
        found = ground.detect(sentence.line)
        kinds += [one.kind for one in found if not _was_let_stand(one, sentence, ground, ground.detect)]
    for kind in dict.fromkeys(kinds):
        yield Fault(code="personal", detail=kind)


def _was_let_stand(found: Sighting, sentence: Sentence, ground: Ground, detect: Detector) -> bool:
    """Whether what may be personal stands in a cited passage, in doubt there too: whoever was asked let it stand.

    Until then, a passage shows none of it. What is found surely is refused all the same: it may have been missed.
    """
    if not doubted(found):
        return False
    stretch = sentence.line[found.start : found.end]
    lines = [line for line in (on_one_line(one.text) for one in ground.cited(sentence)) if stretch in line]
    return any(doubted(one) and line[one.start : one.end] == stretch for line in lines for one in detect(line))


def language(sentence: Sentence, ground: Ground) -> Iterator[Fault]:  # noqa: ARG001 - every check takes both
    """The frame is in the language that was asked for; quotes keep their own."""
    frame = sentence.bare.replace(SET_APART, " ")
    if len([token for token in sentence.said.tokens if token[:1].isalpha()]) < SHORTEST_TO_TELL:
        return
    scores = evidence(frame)
    best = LANGUAGES[int(np.argmax(scores))]
    behind = float(scores.max() - scores[LANGUAGES.index(sentence.said.language)])
    if best != sentence.language and behind > (SISTER if {best, sentence.language} in SISTERS else FOREIGN):
        yield Fault(code="language", detail=best)
