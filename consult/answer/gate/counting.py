"""Are a sentence's numbers, dates, quantities and commitments those of what it cites, or of the ledger?

A number of voices (*tre bord*) and a word of quantity about voices (*fleire meiner*) are computed: they must be
what the ledger counts of the passages cited. Any other number or quantity must be said by a passage cited.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from consult.answer.gate.clauses import Said, meaning, reporting, words
from consult.answer.gate.commitment import commitments
from consult.answer.gate.numerals import (
    Number,
    classes_in,
    counted,
    dates_in,
    dates_within,
    is_share,
    numbers_in,
    voices,
)  # fmt: skip
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.gate.units import agree, units_named
from consult.answer.sentence import QUANTITIES, quantity
from consult.answer.voices import count_speakers
from consult.speakers import count_heard

WORDS_BETWEEN = 3  # *fleire av dei små organisasjonane*: words between a quantity and who it counts
ANYBODY = frozenset(("folk", "people"))  # who are spoken of oftener than they speak
HUMANS = ANYBODY | frozenset(re.findall(r"\w+", "menneske mennesker människor personar personer persons"))
OF_US = re.compile(r"\s+(?:av|af|of)\s+(?:oss|os|us)\b", re.IGNORECASE)
OBJECT = re.compile(r"\b(?:for|med|til|av|hos|på|frå|fra|af|till|från|to|with|for|by|from|among)\s+$", re.IGNORECASE)
AT_TABLE = re.compile(
    r"\s+(?:(?:dei|de|of those)\s+)?(?:ved|rundt|kring|i|at|around|in|vid|runt)\s+(?:(?:the|our|dette|vårt)\s+)?"
    r"(?:bordet|bord|gruppa|gruppen|table|group)\b", re.IGNORECASE
)  # fmt: skip
FOLLOWS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
ALIKE = {"all": ("all",), "most": ("most",), "several": ("several",), "some": ("some",), "two": ("two",)}
ANY = frozenset(("utan", "uten", "ikkje", "ikke", "not", "without", "inte", "om", "whether"))
ONE = "1"
MORE = frozenset(("fleire", "flere", "fler", "flera", "more"))  # behind a *not* it compares and counts nothing
SOME = frozenset(("noen", "nokon", "nokre", "some", "några"))
TO_DO = re.compile(r"\s+(?:å|at|att|to)\s+(?!at\b)\w", re.IGNORECASE)  # *noen å ringe til*
FEW = frozenset("23456789")
OTHER_THAN_ALL = frozenset(("several", "most", "some"))
MANY = frozenset(("mange", "många", "many"))
DEGREES = frozenset(re.findall(r"\w+", "for alt altfor så kor hvor hur hvor like lika too so how as alltför"))
WITHOUT = frozenset(("utan", "uten", "uden", "without"))
NOTS = frozenset(re.findall(r"\w+", "ikkje ikke inte ingen inga not no"))
LINK = frozenset(re.findall(r"\w+", "av of from frå fra dei de the them those desse disse these som who vi oss us"))


def tally(sentence: Sentence, ground: Ground) -> dict[str, int]:
    """How many voices of each kind stand behind what a sentence cites."""
    cited = ground.cited(sentence)
    speakers = count_speakers(cited, ground.sources)
    return {
        "contributions": len({passage.source_id for passage in cited}),
        "speakers": count_heard(cited, ground.sources),
        "tables": speakers.tables,
        "organisations": speakers.organisations,
        "individuals": speakers.individuals,
        "participants": speakers.statements,
    }


def numbers(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Each number is said by a passage cited, of the same thing; or it is the ledger's count of voices."""
    counts, heard = tally(sentence, ground), ground.heard_in(sentence)
    known = [(number, said.language) for said in heard for number in numbers_in(said.text, said.language)]
    named = frozenset().union(*(units_named(said) for said in heard))
    uses: Counter[str] = Counter()
    for number in numbers_in(sentence.frame, sentence.language):
        voice = next((voices()[word] for word in number.following[:2] if word in voices()), None)
        if voice and number.value == str(counts[voice[0]]):
            continue
        spoken_of = number.following[:1] and number.following[0] in ANYBODY
        spoken_of = spoken_of and not says(number.following, sentence.language)
        if voice and not spoken_of and not _said_of_voices(number, voice[0], known, sentence.language):
            yield Fault(code="number", detail=number.text.strip())
            continue
        uses[number.value] += 1
        often = number.value == ONE or uses[number.value] <= sum(one.value == number.value for one, _ in known)
        if is_share(number, sentence.frame, sentence.language, heard):
            continue
        single = number.value == ONE and not number.unit and _is_single(number, heard, known, sentence.language)
        if not single and not (often and _said(number, known, sentence.language, named)):
            yield Fault(code="number", detail=number.text.strip())
    said = frozenset().union(*(dates_within(one) for one in heard)) if heard else frozenset()
    for date in sorted(dates_in(sentence.said) - said):
        yield Fault(code="date", detail=date)


def _said(
    number: Number, known: Sequence[tuple[Number, str]], language: str, named: frozenset[str] = frozenset()
) -> bool:
    """Whether a passage says the number, and does not say another one of the thing that it counts."""
    same = [
        one for one, _ in known if one.value == number.value and (agree(number.unit, one.unit, named) or _half(number))
    ]
    if not same:
        return False
    things = counted(number, language)
    of_it: dict[str, set[str]] = defaultdict(set)
    for one, spoken in known:
        for thing in counted(one, spoken):
            of_it[thing].add(one.value)
    return all(number.value in of_it[thing] for thing in things if thing in of_it)


def _said_of_voices(number: Number, kind: str, known: Sequence[tuple[Number, str]], language: str) -> bool:
    """Whether a passage itself counts so many who speak: *fire bord*; its *fire kommunar* do not bear that out."""
    humans = HUMANS if kind == "individuals" and not says(number.following, language) else frozenset()
    return any(
        one.value == number.value
        and any(voices().get(word, ("",))[0] == kind or word in humans for word in one.following[:2])
        for one, _ in known
    )


def _is_single(number: Number, heard: Sequence[Said], known: Sequence[tuple[Number, str]], language: str) -> bool:
    """Whether *éin gong* only stresses the article of *ein gong*: a passage names the thing, and no number of it."""
    things = counted(number, language)
    counted_there = frozenset().union(*(counted(one, spoken) for one, spoken in known)) if known else frozenset()
    named = frozenset().union(*(said.keys for said in heard)) if heard else frozenset()
    return number.text.strip().isalpha() and bool(things & named) and not things & counted_there


def _half(number: Number) -> bool:
    return number.text.isalpha() and number.value in ("0.5", "0.25", "0.333")


def quantities(sentence: Sentence, ground: Ground) -> Iterator[Fault]:
    """Words of quantity about voices agree with the ledger; those about anything else are said by a passage."""
    counts, heard = tally(sentence, ground), ground.heard_in(sentence)
    said = frozenset().union(*(classes_in(one) for one in heard)) if heard else frozenset()
    for kind, match in _quantified(sentence.frame, sentence.language):
        counted_kind, is_voice = _who(sentence.frame[match.end() :], sentence.language)
        if is_voice and not counted_kind and _is_said_of_object(kind, match, sentence.frame, heard):
            continue
        of_table = kind in said and _is_said_of_place(kind, match, sentence.frame, heard)
        if of_table or (kind == "one" and _shares(match, sentence, heard)):
            continue
        if _is_none(match, sentence.frame) or _is_few(kind, match, sentence.frame, sentence.language, heard):
            continue
        if not counted_kind and kind == "all" and _is_not_all(match, sentence.frame, said):
            continue
        if is_voice and not (
            kind in said
            and (counted_kind == "people" or _is_said_of_some(kind, counted_kind, heard))
            and not _names_voices(sentence.frame[match.end() :])
        ):
            of = ground.heard if counted_kind == "contributions" else ground.speakers
            if kind not in _true(counts.get(counted_kind, counts["speakers"]), of):
                yield Fault(code="quantity", detail=match[0])
        elif not (is_voice or kind == "one" or kind in said or _is_vague(match, sentence.frame)):
            yield Fault(code="quantity", detail=match[0])


def _is_vague(match: re.Match[str], frame: str) -> bool:
    """Whether a word counts nothing here.

    *Kvart vedlegg* is any, *utan å skrive noko* none, *ikkje fleire* no more, *for mange* and *kor mange* a degree,
    *noen å ringe* whoever there is.
    """
    before = frame[: match.start()].lower().split()[-WORDS_BETWEEN - 1 :]
    denied = any(word in ANY for word in before) and match[0].lower() in SOME
    more = match[0].lower() in MORE and any(word in NOTS for word in before[-2:])
    degree = match[0].lower() in MANY and any(word in DEGREES for word in before[-1:])
    whoever = match[0].lower() in SOME and bool(TO_DO.match(frame, match.end()))
    return match[0].lower() in ("each", "every") or denied or more or degree or whoever


def _is_few(kind: str, match: re.Match[str], frame: str, language: str, heard: Sequence[Said]) -> bool:
    """Whether *some* are those that a passage counts: *nokre klikk* of *tre klikk*, *enkelte* of *to av oss*."""
    things = {key for word in FOLLOWS.findall(frame[match.end() :])[:2] if (key := meaning(word.lower(), language))}
    return kind == "some" and any(
        one.value in FEW and (OF_US.match(said.text, one.end) or things & counted(one, said.language))
        for said in heard
        for one in numbers_in(said.text, said.language)
    )


def _shares(match: re.Match[str], sentence: Sentence, heard: Sequence[Said]) -> bool:
    """Whether a *one* is of a share, *one in five*, that a passage says."""
    return any(
        number.start == match.start() and is_share(number, sentence.frame, sentence.language, heard)
        for number in numbers_in(sentence.frame, sentence.language)
    )


def _is_not_all(match: re.Match[str], frame: str, said: frozenset[str]) -> bool:
    """Whether *ikkje opne for alle* claims nothing of all, and passages nothing of more or fewer.

    What the *not* denies is another check's matter.
    """
    before = frame[: match.start()].lower().split()[-WORDS_BETWEEN:]
    denied = any(word in NOTS for word in before) and bool(OBJECT.search(frame[: match.start()]))
    return denied and not said & OTHER_THAN_ALL


def _is_none(match: re.Match[str], frame: str) -> bool:
    """Whether *without* stands before a word for some, who are nobody then: *utan at nokon har spurt*."""
    before = frame[: match.start()].lower().split()[-2:]
    return match[0].lower() in SOME and any(word in WITHOUT for word in before)


def _is_said_of_object(kind: str, match: re.Match[str], frame: str, heard: Sequence[Said]) -> bool:
    """Whether a passage says the same quantity of what is no subject either: *ope for alle*, *ein treng begge*."""
    behind = bool(OBJECT.search(frame[: match.start()]))
    last = not FOLLOWS.match(frame[match.end() :].lstrip())
    return (behind or last) and any(
        one == kind and (not behind or OBJECT.search(said.text[: found.start()]))
        for said in heard
        for one, found in _quantified(said.text, said.language)
    )


def _is_said_of_place(kind: str, match: re.Match[str], frame: str, heard: Sequence[Said]) -> bool:
    """Whether a quantity is of those at one table, as a passage says it: *nesten alle ved bordet*."""
    return bool(AT_TABLE.match(frame, match.end())) and any(
        one == kind and AT_TABLE.match(said.text, found.end())
        for said in heard
        for one, found in _quantified(said.text, said.language)
    )


def _names_voices(after: str) -> bool:
    """Whether a quantity counts what the ledger counts by a word of its own: *fleire innspel*."""
    following = [word.lower() for word in FOLLOWS.findall(after)[:2]]
    return any(voices().get(word, ("", False))[0] not in ("", "individuals") for word in following)


def _is_said_of_some(kind: str, counted_kind: str, heard: Sequence[Said]) -> bool:
    """Whether a passage says the same quantity of some who speak, unnamed: *Nokon meinte …, andre …*."""
    return counted_kind == "speakers" and any(
        one == kind
        and (
            OF_US.match(said.text, match.end()) or _who(said.text[match.end() :], said.language) == (counted_kind, True)
        )
        for said in heard
        for one, match in _quantified(said.text, said.language)
    )


def _true(count: int, of: int) -> set[str]:
    """The classes of quantity that are true of a count: its own, and of most or all also the one by number."""
    base = max(((least, key) for key, least in QUANTITIES.items() if count >= least), default=(0, ""))[1]
    return {base, quantity(count, of)} if count else set()


def _who(after: str, language: str) -> tuple[str, bool]:
    """What a quantity counts: a kind of voice, voices as such where a reporting verb follows, or something else."""
    following = [word.lower() for word in FOLLOWS.findall(re.split(r"[,;:.□]", after, maxsplit=1)[0])]
    for at, word in enumerate(following[: WORDS_BETWEEN + 1]):
        if word in voices():
            kind = voices()[word][0]
            return ("people" if word in ("folk", "people", "person") else kind), True
        if at == 0 and word in verbs(language):
            return "speakers", True
        if word not in LINK and at >= WORDS_BETWEEN - 1:
            break
        if at == 0 and word not in LINK and not _may_describe(following):
            break
    return "", not following


def _may_describe(following: Sequence[str]) -> bool:
    """Whether the word behind a quantity only describes the voice behind it: *fleire små organisasjonar*."""
    return any(word in voices() for word in following[1:3])


@cache
def verbs(language: str) -> frozenset[str]:
    """Verbs that only who speaks can be the subject of."""
    listed: str = words()["speaks"][language]
    return frozenset(listed.split("|"))


@cache
def quantity_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(class, pattern) of every class of words of quantity."""
    listed: Mapping[str, Mapping[str, str]] = words()["quantity"]
    return tuple(
        (kind, re.compile(rf"(?<![\w-])(?:{forms[language]})(?![\w-])", re.IGNORECASE))
        for kind, forms in listed.items()
    )


def _quantified(frame: str, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """(class, match) of every word of quantity; a longer one hides what it holds (*dei fleste*, *fleste*)."""
    found = [(kind, match) for kind, pattern in quantity_patterns(language) for match in pattern.finditer(frame)]
    for kind, match in found:
        if not any(o is not match and o.start() <= match.start() and match.end() <= o.end() for _, o in found):
            yield kind, match


def says(following: Sequence[str], language: str) -> bool:
    """Whether a verb stands among the next words that nobody but a speaker is the subject of: *folk meiner*."""
    listed = words()["says"][language].split("|")
    return any(token in listed for token in following)


__all__ = ["commitments", "numbers", "quantities", "reporting", "tally"]
