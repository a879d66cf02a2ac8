"""Pairs for the entailment model: what people wrote, a report of it, and whether the report says what they said.

In: our own items (`models/texts/entailment/*.jsonl`), corpora outside the repository, `entailment/words.toml`. Out:
pairs with a label, by kind. Whatever is planted or taken out on one side only makes a report false; the same on both
sides leaves it right, so that neither a *not* nor an odd place for it tells anything by itself.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "entailment"
TEXTS = Path(__file__).parent / "texts" / "entailment"
RIGHT, TURNED, UNSUPPORTED = range(3)
FALSE = {"negated": TURNED, "affirmed": TURNED, "opposite": TURNED, "swapped": TURNED, "unsupported": UNSUPPORTED}
LANGUAGES = ("nn", "nb", "sv", "en")
ALIKE = {"da": "nb"}  # whose words are near enough to plant the other's
AND = {"nn": ", og at ", "nb": ", og at ", "da": ", og at ", "sv": ", och att ", "en": ", and that "}
LEAD = re.compile(r"^(?:\S+\s+){1,6}?(?:at|att|that)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A passage, a report, and its label. kind: how it came about; language: the report's."""

    passage: str
    report: str
    label: int
    kind: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of our own items. reports: kind → reports."""

    name: str
    language: str
    passages: tuple[str, ...]
    reports: Mapping[str, tuple[str, ...]]

    @property
    def passage(self) -> str:
        """All that is reported, on one line."""
        return " ".join(self.passages)


@cache
def words() -> dict[str, Any]:
    """The lists."""
    return tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))


def read_items(folder: Path = TEXTS) -> list[Item]:
    """Our own items, in the order of files and lines."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line.strip():
                row = json.loads(line)
                reports = {kind: tuple(row.get(kind, ())) for kind in ("right", *FALSE)}
                name = f"{path.stem} {number}"
                found.append(Item(name=name, language=row["lang"], passages=tuple(row["passages"]), reports=reports))
    return found


def divided(items: Sequence[Item], share: float) -> tuple[list[Item], list[Item]]:
    """Items to learn from, and those that are held out; which of the two an item is, hangs on its name alone."""
    kept = [zlib.crc32(item.name.encode()) % 1000 < 1000 * share for item in items]
    return (
        [item for item, out in zip(items, kept, strict=True) if not out],
        [item for item, out in zip(items, kept, strict=True) if out],
    )


# -- single words -----------------------------------------------------------------------------------------


def language_of(text: str, fallback: str) -> str:
    """The likeliest of the languages that a report is in, by its smallest words.

    >>> language_of("The map is not easy to find", "nn"), language_of("Kartet er ikkje lett å finne", "nb")
    ('en', 'nn')
    """
    small = re.findall(r"\w+", text.lower())
    counts = {code: sum(word in marks for word in small) for code, marks in _marks().items()}
    best = max(counts.values())
    return fallback if best == counts.get(fallback, 0) else max(counts, key=lambda code: counts[code])


@cache
def _marks() -> dict[str, frozenset[str]]:
    return {code: frozenset(row.split()) for code, row in words()["marks"].items()}


def _known(language: str) -> str:
    return ALIKE.get(language, language)


@cache
def _verb(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(words()['verbs'][language].split())})(?![\w-])")


def plant(text: str, language: str, rng: random.Random, at: int | None = None, which: int | None = None) -> str:
    """A text with a *not* behind or before one of its verbs, or empty. at: number of the verb; which: of the *not*."""
    found = list(_verb(language).finditer(text))
    if not found:
        return ""
    match = found[rng.randrange(len(found)) if at is None else at]
    nots = words()["nots"][language].split()
    word = rng.choice(nots) if which is None else nots[which]
    before = language != "en" and re.search(r"\b(?:at|att|som|når|om|fordi)\s[^,.]*$", text[: match.start()])
    if before and rng.random() < 0.6:
        return f"{text[: match.start()]}{word} {text[match.start() :]}"
    return f"{text[: match.end()]} {word}{text[match.end() :]}"


def verbs_in(text: str, language: str) -> int:
    """How many verbs there are to plant a *not* beside."""
    return len(_verb(language).findall(text))


@cache
def _denials(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    listed = dict(row.split("=") for row in words()["denials"][language].split())
    table = {word: tuple("" if one == "|" else one for one in others.split(",")) for word, others in listed.items()}
    return re.compile(rf"(?<![\w-])({'|'.join(table)})(?![\w-])", re.IGNORECASE), table


def denials_in(text: str, language: str) -> int:
    """How many words deny."""
    return len(_denials(language)[0].findall(text))


def take_out(text: str, language: str, rng: random.Random, at: int | None = None) -> str:
    """A text without one of its denials, or with the contrary word in its place; empty where it denies nothing."""
    pattern, table = _denials(language)
    found = list(pattern.finditer(text))
    if not found:
        return ""
    match = found[rng.randrange(len(found)) if at is None else at]
    other = rng.choice(table[match[0].lower()])
    other = other.capitalize() if match[0][:1].isupper() else other
    return capital(" ".join(f"{text[: match.start()]}{other}{text[match.end() :]}".split()), text)


def capital(text: str, like: str) -> str:
    """A text with a capital where another has one."""
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


@cache
def _opposites(language: str, kind: str) -> dict[str, str]:
    """Word → its opposite, both ways; of several the first."""
    found: dict[str, str] = {}
    for row in words()[kind]["rows"].strip().splitlines():
        one, other = (word.replace("_", " ") for word in row.split(";")[LANGUAGES.index(language)].split())
        found.setdefault(one, other)
        found.setdefault(other, one)
    return found


@cache
def _opposed(language: str, kind: str) -> re.Pattern[str]:
    listed = sorted(_opposites(language, kind), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, listed))})(?![\w-])")


@cache
def light() -> frozenset[str]:
    """Words that are no opposites in most of the places where they stand."""
    return frozenset(words()["light"]["words"].split())


def turn(text: str, language: str, rng: random.Random, at: int | None = None) -> str:
    """A text in which one word is its opposite, or empty. at: number of the word."""
    found = [m for kind in ("graded", "opposites") for m in _opposed(language, kind).finditer(text)]
    found = [m for m in found if m[0] not in light()]
    if not found:
        return ""
    match = found[rng.randrange(len(found)) if at is None else min(at, len(found) - 1)]
    other = _opposites(language, "graded").get(match[0]) or _opposites(language, "opposites")[match[0]]
    return f"{text[: match.start()]}{other}{text[match.end() :]}"


def opposites_in(text: str, language: str) -> int:
    """How many words have an opposite."""
    found = [m[0] for kind in ("graded", "opposites") for m in _opposed(language, kind).finditer(text)]
    return sum(word not in light() for word in found)


def say_otherwise(text: str, language: str) -> str:
    """*er vanskeleg* as *er ikkje lett*, or the other way round; empty where nothing can be said so."""
    word = words()["nots"][language].split()[0]
    graded, be = _opposed(language, "graded"), {"en": "is", "sv": "är"}.get(language, "er")
    denied = re.search(rf"\b{word} {graded.pattern}", text)
    match = denied or re.search(
        rf"(?<={be} ){graded.pattern}|{graded.pattern}(?=\s+(?:å|at|att|to|for)\b|\s*[,.]|$)", text
    )
    if not match:
        return ""
    other = _opposites(language, "graded")[match[1] if denied else match[1] or match[2]]
    return f"{text[: match.start()]}{other if denied else f'{word} {other}'}{text[match.end() :]}"


# -- what leads to a claim --------------------------------------------------------------------------------


def bare(text: str) -> str:
    """A report without what leads to its claim."""
    return LEAD.sub("", text).strip().rstrip(".") if LEAD.match(text) else text.strip().rstrip(".")


def small(text: str) -> str:
    """A claim as it stands behind *at*; what begins with two capitals or a lone one stays."""
    return text if text[1:2].isupper() or text[:2] == "I " else text[:1].lower() + text[1:]


def led(claim: str, language: str, rng: random.Random) -> str:
    """A claim behind one of the leads."""
    return rng.choice(words()["leads"][language].strip().splitlines()).format(small(claim))


def dressed(pair: Pair, rng: random.Random) -> Pair:
    """A pair whose report has or has not a lead, a capital and a full stop, by chance alone."""
    draw, text = rng.random(), pair.report
    if draw < 0.3:
        text = led(bare(text), pair.language, rng)
    elif draw < 0.6:
        text = small(bare(text))
    elif draw < 0.7:
        text = capital(bare(text), "A") + "."
    return replace(pair, report=text)


# -- pairs from our own items -----------------------------------------------------------------------------


class OwnText:
    """Our own items, some of them held out."""

    def __init__(self, items: Sequence[Item], rng: random.Random) -> None:
        self.items, self.rng = items, rng
        self.by_language: dict[str, list[Item]] = {}
        for item in items:
            self.by_language.setdefault(item.language, []).append(item)

    def plain(self) -> Iterator[Pair]:
        """Every report as it was written, with its own passage."""
        for item in self.items:
            for kind, texts in item.reports.items():
                for text in texts:
                    yield _pair(item, text, FALSE.get(kind, RIGHT), kind)

    def epoch(self, shares: Mapping[str, float]) -> Iterator[Pair]:
        """Every report, dressed; and what machines can make of them, each with its share."""
        makers = {
            "planted": self._planted, "taken_out": self._taken_out, "joined_passages": self._joined_passages,
            "joined_reports": self._joined_reports, "borrowed": self._borrowed, "as_said": self._as_said,
            "from_report": self._from_report, "otherwise": self._otherwise, "turned_word": self._turned_word,
        }  # fmt: skip
        for item in self.items:
            for kind, texts in item.reports.items():
                for text in texts:
                    yield dressed(_pair(item, text, FALSE.get(kind, RIGHT), kind), self.rng)
            for name, make in makers.items():
                share = shares[name]
                for _ in range(int(share) + (self.rng.random() < share % 1)):
                    yield from make(item)

    def other(self, item: Item) -> Item:
        """Another item in the same language."""
        return self.rng.choice([one for one in self.by_language[item.language] if one is not item] or [item])

    def _right(self, item: Item) -> tuple[str, str]:
        text = self.rng.choice(item.reports["right"])
        return text, language_of(text, item.language)

    def _planted(self, item: Item) -> Iterator[Pair]:
        """A right report of something, with a *not* where none stands."""
        text, language = self._right(item)
        known = _known(language)
        if made := plant(text, known, self.rng) if not denials_in(text, known) else "":
            yield dressed(_pair(item, made, TURNED, "planted"), self.rng)

    def _taken_out(self, item: Item) -> Iterator[Pair]:
        """A right report without its *not*."""
        text, language = self._right(item)
        if made := take_out(text, _known(language), self.rng):
            yield dressed(_pair(item, made, TURNED, "taken out"), self.rng)

    def _turned_word(self, item: Item) -> Iterator[Pair]:
        text, language = self._right(item)
        if made := turn(text, _known(language), self.rng):
            yield dressed(_pair(item, made, TURNED, "turned word"), self.rng)

    def _otherwise(self, item: Item) -> Iterator[Pair]:
        text, language = self._right(item)
        if made := say_otherwise(text, _known(language)):
            yield dressed(_pair(item, made, RIGHT, "otherwise"), self.rng)

    def _joined_passages(self, item: Item) -> Iterator[Pair]:
        """Two passages of which one is reported, rightly or not."""
        other = self.other(item)
        both = [item.passage, other.passage]
        self.rng.shuffle(both)
        kind = self.rng.choice(("right", "right", *FALSE))
        for text in item.reports[kind][:1]:
            pair = _pair(item, text, FALSE.get(kind, RIGHT), f"joined {kind}")
            yield dressed(replace(pair, passage=" ".join(both)), self.rng)

    def _joined_reports(self, item: Item) -> Iterator[Pair]:
        """Two passages, and a report of both; right where both are, and not where one is not."""
        other = self.other(item)
        kind = self.rng.choice(("right", "right", *FALSE))
        texts, (mine, language) = other.reports[kind], self._right(item)
        if texts and language == language_of(self.rng.choice(texts), other.language):
            claims = [small(bare(mine)), small(bare(self.rng.choice(texts)))]
            self.rng.shuffle(claims)
            label = FALSE.get(kind, RIGHT)
            yield Pair(
                passage=f"{item.passage} {other.passage}", report=led(AND[language].join(claims), language, self.rng),
                label=label, kind=f"both {kind}", language=language,
            )  # fmt: skip

    def _borrowed(self, item: Item) -> Iterator[Pair]:
        """What is right of another item, alone or joined to what is right of this one."""
        text, language = self._right(self.other(item))
        if self.rng.random() < 0.5:
            mine, _ = self._right(item)
            text = bare(mine) + AND[language] + small(bare(text))
        yield dressed(_pair(item, text, UNSUPPORTED, "borrowed"), self.rng)

    def _as_said(self, item: Item) -> Iterator[Pair]:
        """A passage that is retold as it stands, or with a *not* put in or taken out."""
        text = self.rng.choice(re.split(r"(?<=[.!?])\s+", self.rng.choice(item.passages)))
        known = _known(item.language)
        yield dressed(_pair(item, text, RIGHT, "as said"), self.rng)
        if self.rng.random() < 0.5:
            made = take_out(text, known, self.rng) or plant(text, known, self.rng)
            if made:
                yield dressed(_pair(item, made, TURNED, "as said turned"), self.rng)

    def _from_report(self, item: Item) -> Iterator[Pair]:
        """The report nearest to the words in the passage's place; what it says is reported, rightly or not."""
        source = bare(item.reports["right"][0])
        kind = self.rng.choice(("right", "negated", "affirmed", "opposite"))
        texts = item.reports[kind][1:2] if kind == "right" else item.reports[kind][:1]
        for text in texts:
            pair = _pair(item, text, FALSE.get(kind, RIGHT), f"report {kind}")
            yield dressed(replace(pair, passage=capital(source, "A") + "."), self.rng)


def _pair(item: Item, report: str, label: int, kind: str) -> Pair:
    return Pair(
        passage=item.passage, report=report, label=label, kind=kind, language=language_of(report, item.language)
    )


# -- pairs from sentences that say the same ---------------------------------------------------------------


Twin = tuple[str, str, str, str]
"""(text, its language, the same said otherwise, its language)."""


class TwinText:
    """Sentences in two languages or standards, or a text and its headline, with what is planted on one side or both."""

    def __init__(self, twins: Sequence[Twin], rng: random.Random, *, both_ways: bool = True) -> None:
        self.twins, self.rng, self.both_ways = twins, rng, both_ways

    def pairs(self, number: int) -> Iterator[Pair]:
        """So many twins, a right pair and a false one or two of each."""
        for _ in range(number):
            twin = self.rng.choice(self.twins)
            if self.both_ways and self.rng.random() < 0.5:
                twin = (twin[2], twin[3], twin[0], twin[1])
            yield from (dressed(pair, self.rng) for pair in self._of(twin))

    def _of(self, twin: Twin) -> Iterator[Pair]:
        passage, spoken, report, language = twin
        a, b = _known(spoken), _known(language)
        draw = self.rng.random()
        if draw < 0.12:
            yield self._made(passage, report, RIGHT, "twins", language)
        elif draw < 0.3:
            other = self.rng.choice(self.twins)
            yield from self._beside(twin, other)
        elif draw < 0.62:
            yield from self._denied(passage, a, report, b, language)
        elif draw < 0.9:
            yield from self._opposed(passage, a, report, b, language)
        elif made := say_otherwise(report, b):
            yield self._made(passage, made, RIGHT, "twins otherwise", language)
            if wrong := turn(report, b, self.rng):
                yield self._made(passage, wrong, TURNED, "twins turned", language)

    def _beside(self, twin: Twin, other: Twin) -> Iterator[Pair]:
        """A second text beside the passage, or beside the report."""
        passage, _, report, language = twin
        both = [passage, other[0]]
        self.rng.shuffle(both)
        yield self._made(" ".join(both), report, RIGHT, "twins beside", language)
        extra = other[2] if other[3] == language else other[0] if other[1] == language else ""
        if extra and self.rng.random() < 0.5:
            report = bare(report) + AND[language] + small(bare(extra))
        elif extra:
            report = extra
        if extra:
            yield self._made(passage, report, UNSUPPORTED, "twins borrowed", language)

    def _denied(self, passage: str, a: str, report: str, b: str, language: str) -> Iterator[Pair]:
        """A *not* on one side, on the other, or on both."""
        denied = denials_in(passage, a), denials_in(report, b)
        if all(denied):
            one, other = take_out(passage, a, self.rng, 0), take_out(report, b, self.rng, 0)
            same = denied == (1, 1)
        else:
            verbs = verbs_in(passage, a), verbs_in(report, b)
            if not all(verbs) or any(denied):
                return
            at, which = self.rng.randrange(min(verbs)), self.rng.randrange(4)
            one, other = plant(passage, a, self.rng, at, which), plant(report, b, self.rng, at, which)
            same = verbs[0] == verbs[1] and {a, b} <= {"nn", "nb"}
        draw = self.rng.random()
        if same and draw < 0.6:
            yield self._made(one, other, RIGHT, "twins both", language)
        if draw > 0.3:
            yield self._made(passage, other, TURNED, "twins report turned", language)
        else:
            yield self._made(one, report, TURNED, "twins passage turned", language)
        yield self._made(passage, report, RIGHT, "twins plain", language)

    def _opposed(self, passage: str, a: str, report: str, b: str, language: str) -> Iterator[Pair]:
        """The opposite of a word on one side, or on both."""
        words_ = opposites_in(passage, a), opposites_in(report, b)
        if not words_[1]:
            return
        if words_[0] == words_[1] and {a, b} <= {"nn", "nb"}:
            at = self.rng.randrange(words_[1])
            both = turn(passage, a, self.rng, at), turn(report, b, self.rng, at)
            if self.rng.random() < 0.5:
                yield self._made(*both, RIGHT, "twins both words", language)
            yield self._made(passage, both[1], TURNED, "twins word", language)
        else:
            yield self._made(passage, turn(report, b, self.rng), TURNED, "twins word", language)
        yield self._made(passage, report, RIGHT, "twins plain", language)

    @staticmethod
    def _made(passage: str, report: str, label: int, kind: str, language: str) -> Pair:
        return Pair(passage=passage, report=report, label=label, kind=kind, language=language)


# -- corpora ----------------------------------------------------------------------------------------------


def read_parallel(path: Path) -> list[Twin]:
    """Bokmål and nynorsk, a sentence each."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [(row["nb"], "nb", row["nn"], "nn") for row in rows]


def read_many(path: Path, rng: random.Random) -> list[Twin]:
    """The same sentence in two of five languages, three pairs of each."""
    by_id: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_id.setdefault(row["parallel_id"], {})[row["lang"]] = row["text"]
    found = []
    for texts in by_id.values():
        for _ in range(3):
            one, other = rng.sample(sorted(texts), 2)
            found.append((texts[one], one, texts[other], other))
    return found


def read_headlines(path: Path, longest: int) -> list[Twin]:
    """Swedish government documents: the summary and its headline, where the summary says most of it."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = {word[:6] for word in re.findall(r"\w{4,}", row["text"].lower())}
        title = re.findall(r"\w{4,}", row["title"].lower())
        near = sum(word[:6] in told for word in title) >= 0.6 * len(title)
        if 40 <= len(row["text"]) <= longest and len(title) >= 4 and near:
            found.append((row["text"], "sv", row["title"], "sv"))
    return found


def read_sentences(path: Path, rng: random.Random, number: int) -> list[Twin]:
    """Sentences of the labelled corpus, each with itself."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [(spaced(row["tokens"]), row["lang"]) for row in rng.sample(rows, min(len(rows), 4 * number))]
    fit = [(text, code) for text, code in texts if 8 <= len(text.split()) <= 30 and text.endswith(".")][:number]
    return [(text, code, text, code) for text, code in fit]


def spaced(tokens: Sequence[str]) -> str:
    """Tokens as a line of text."""
    return re.sub(r"\s+([.,:;!?»)])", r"\1", re.sub(r"([«(])\s+", r"\1", " ".join(tokens)))
