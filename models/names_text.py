"""Sentences with names for training: NorNE's and the Swedish corpus's, and made-up ones.

In: the labelled data outside the repository, `names/lists.toml` and `names/templates.toml`. Out: `Sentence` records,
a text with labelled spans; and, for measuring, whole held-out documents.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int, str]

MERGED = {"PER": "PER", "ORG": "ORG", "GPE_ORG": "PLACE", "GPE_LOC": "PLACE", "LOC": "PLACE"}
NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]»”%…]+$")
NO_SPACE_BEHIND = re.compile(r"[(\[«“]$")
QUOTE = '"'
PARTICLES = ("van", "von", "de", "el", "al-", "bin", "da")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text and the spans in it that bear a label. made_up: not from a labelled corpus."""

    text: str
    spans: tuple[Span, ...]
    language: str
    document: str = ""
    made_up: bool = False


# -- labelled corpora -----------------------------------------------------------------------------------


def read_norne(path: Path) -> list[Sentence]:
    """NorNE's sentences, in order; a document is a file of the treebank."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = joined(row["tokens"], row["tags"])
        document = f"{row['lang']}/{row['label']}/{row['id'].rsplit('-', 1)[0]}"
        found.append(Sentence(text=text, spans=spans, language=row["lang"], document=document))
    return found


def read_swedish(path: Path) -> list[Sentence]:
    """The Swedish corpus's sentences: a token and its label a line, parted by a tab or spaces; blank lines between."""
    found, tokens, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        token, tag = [*line.rsplit(None, 1), "", ""][:2] if line.strip() else ("", "")
        if token:
            same = tags and tags[-1][2:] == tag and tag not in ("0", "")
            tokens.append(token.replace("\u00ad", ""))
            tags.append("O" if tag in ("0", "") else f"{'I' if same else 'B'}-{tag}")
        elif tokens:
            text, spans = joined(tokens, tags)
            found.append(Sentence(text=text, spans=spans, language="sv"))
            tokens, tags = [], []
    return found


def joined(tokens: Sequence[str], tags: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Tokens and BIO tags → running text and spans.

    >>> joined(["Kari", "Moe", ",", "Oslo"], ["B-PER", "I-PER", "O", "B-GPE_LOC"])
    ('Kari Moe, Oslo', ((0, 8, 'PER'), (10, 14, 'PLACE')))
    """
    text, spans, quoted = "", [], False
    for token, tag in zip(tokens, tags, strict=True):
        glued = not text or NO_SPACE_BEFORE.fullmatch(token) or NO_SPACE_BEHIND.search(text)
        if token == QUOTE:
            glued, quoted = quoted or not text, not quoted
        elif quoted and text.endswith('"'):
            glued = True
        start = len(text) + (0 if glued else 1)
        text += ("" if glued else " ") + token
        if tag[:2] == "I-" and spans and spans[-1][2] == merged(tag):
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        elif tag != "O":
            spans.append((start, len(text), merged(tag)))
    return text, tuple(spans)


def merged(tag: str) -> str:
    """The model's label for a corpus's tag."""
    return MERGED.get(tag[2:], "OTHER")


def divided(sentences: Sequence[Sentence]) -> dict[str, list[Sentence]]:
    """train, dev and test by whole documents: of each newspaper the last tenth is test, the one before it dev."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        names = by_label[sentence.document.rsplit("/", 1)[0]]
        if sentence.document not in names:
            names.append(sentence.document)
    part = {}
    for names in by_label.values():
        tenth = max(1, round(len(names) / 10))
        for place, name in enumerate(names):
            behind = len(names) - place
            part[name] = "test" if behind <= tenth else "dev" if behind <= 2 * tenth else "train"
    found: dict[str, list[Sentence]] = {"train": [], "dev": [], "test": []}
    for sentence in sentences:
        found[part[sentence.document]].append(sentence)
    return found


def excerpts(sentences: Sequence[Sentence], rng: random.Random, lengths: tuple[int, int]) -> Iterator[Sentence]:
    """Sentences as they follow one another in a document, in stretches of a length drawn between two (characters)."""
    held: list[Sentence] = []
    room = rng.randint(*lengths)
    for sentence in sentences:
        other = held and (held[-1].document != sentence.document or held[-1].language != sentence.language)
        if held and (other or sum(len(one.text) for one in held) + len(sentence.text) > room):
            yield together(held, rng.choice((" ", "\n")))
            held, room = [], rng.randint(*lengths)
        held.append(sentence)
    if held:
        yield together(held, " ")


# -- made-up sentences ----------------------------------------------------------------------------------

ORIGINS = {
    "nb": ("norwegian",) * 12, "nn": ("norwegian",) * 12, "da": ("danish",) * 12,
    "sv": ("swedish",) * 10 + ("finnish",) * 2, "en": ("western",) * 8 + ("norwegian",) * 4,
}  # fmt: skip


class Inventor:
    """Makes names and sentences from the lists, from one stream of chance."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        import tomllib

        lists = tomllib.loads((folder / "lists.toml").read_text(encoding="utf-8"))
        self.lists: Any = {part: {key: value.split() for key, value in lists[part].items()} for part in lists}
        self.templates: Any = tomllib.loads((folder / "templates.toml").read_text(encoding="utf-8"))
        self.made = {
            key: [one for one in re.split(r"[|\n]", value) if one.strip()]
            for key, value in self.templates["made"].items()
        }
        self.givens = frozenset(one.lower() for one in self.lists["given"]["norwegian"])
        self.rng = rng

    def origin(self, language: str) -> str:
        """Where a name comes from: half are of the language's own country, half of anywhere."""
        return self.rng.choice(ORIGINS[language] + tuple(self.lists["given"]) * 1)

    def given(self, origin: str) -> str:
        """A given name, now and then a double one."""
        names = self.lists["given"][origin]
        first = self.rng.choice(names)
        return f"{first}-{self.rng.choice(names)}" if self.rng.random() < 0.05 and "-" not in first else first

    def surname(self, origin: str) -> str:
        """A surname: known, or made of a stem and an ending as names of farms are; now and then a double one."""
        rng = self.rng
        if origin == "norwegian" and rng.random() < 0.55:
            compounds = self.lists["compounds"]
            name = rng.choice(compounds["stems"]) + rng.choice(compounds["endings"])
        else:
            name = rng.choice(self.lists["surnames"].get(origin, self.lists["surnames"]["norwegian"]))
        name = name[0].upper() + name[1:] if name not in PARTICLES else name.capitalize()
        return f"{name}-{self.surname(origin)}" if rng.random() < 0.05 and "-" not in name else name

    def person(self, language: str) -> str:
        """A whole name in one of the ways that people write them."""
        rng, origin = self.rng, self.origin(language)
        given, surname = self.given(origin), self.surname(origin)
        way = rng.random()
        if way < 0.62:
            return f"{given} {surname}"
        if way < 0.74:
            return f"{given} {self.given(origin)} {surname}"
        if way < 0.82:
            return f"{given} {self.surname(origin)} {surname}"
        if way < 0.86:
            return f"{given} {rng.choice('ABEGHIJKLMNORST')}. {surname}"
        if way < 0.89:
            return f"{given} {rng.choice(('van', 'von', 'de', 'bin', 'El', 'van den'))} {surname}"
        return self.short(origin) if way < 0.96 else given

    def short(self, origin: str) -> str:
        """A name with an initial in it."""
        rng, given, surname = self.rng, self.given(origin), self.surname(origin)
        ways = (
            f"{given[0]}. {surname}",
            f"{given} {surname[0]}.",
            f"{given} {surname[0]}",
            f"{given[0]}.{surname[0]}. {surname}",
            f"{given[0]}. {rng.choice('ABEHJKLMS')}. {surname}",
        )
        return rng.choice(ways)

    def fill(self, template: str, language: str) -> Sentence:
        """A template with its slots filled."""
        text, spans, at = "", [], 0
        for slot in re.finditer(r"\{(\w+)\}", template):
            text += template[at : slot.start()]
            words, label = self.slot(slot[1], language)
            spans += [(len(text), len(text) + len(words), label)] if label else []
            text, at = text + words, slot.end()
        return Sentence(text=text + template[at:], spans=tuple(spans), language=language, made_up=True)

    def slot(self, name: str, language: str) -> tuple[str, str]:
        """What stands in a slot, and its label."""
        rng = self.rng
        if name in ("person", "given", "surname", "short"):
            origin = self.origin(language)
            words = self.person(language) if name == "person" else getattr(self, name)(origin)
            return words, "PER"
        if name == "place":
            return self.place(), "PLACE"
        if name == "day":
            return rng.choice(self.made["days"]).strip(), ""
        made = {"org": "orgs", "street": "streets", "thing": "things"}[name]
        label = {"org": "ORG", "street": "PLACE", "thing": "OTHER"}[name]
        return self.compose(rng.choice(self.made[made]).strip(), language), label

    def place(self) -> str:
        """A place: known, or one that could be a surname too."""
        compounds = self.lists["compounds"]
        if self.rng.random() < 0.3:
            return (self.rng.choice(compounds["stems"]) + self.rng.choice(compounds["endings"])).capitalize()
        return str(self.rng.choice([*self.lists["places"]["norwegian"], *self.lists["places"]["abroad"]]))

    def compose(self, pattern: str, language: str) -> str:
        """The name of something that is no person, though a person's name may be in it."""
        rng = self.rng
        words = self.lists["organisations"]["words"]
        origin = self.origin(language)
        parts = {
            "given": self.given(origin), "surname": self.surname(origin), "place": self.place(),
            "what": rng.choice(self.made["whats"][0].split()), "n": str(rng.randint(1, 120)), "word": rng.choice(words),
        }  # fmt: skip
        return pattern.format(**parts)

    def sentences(self, kind: str, number: int) -> Iterator[Sentence]:
        """Made-up sentences with names (`notes`) or without (`stay`)."""
        languages = [language for language in self.templates if language != "made"]
        lines = {language: self.templates[language][kind].strip().splitlines() for language in languages}
        for _ in range(number):
            language = self.rng.choice(languages)
            chosen = [self.fill(self.rng.choice(lines[language]), language)]
            if self.rng.random() < 0.25:  # several lines or sentences in one
                chosen.append(self.fill(self.rng.choice(lines[language]), language))
            yield together(chosen, self.rng.choice((" ", " ", "\n")))

    def renamed(self, sentence: Sentence) -> Sentence:
        """A text in which other persons stand for those there are, each under one name throughout."""
        others = self.others([sentence.text[start:end] for start, end, label in sentence.spans if label == "PER"])
        text, spans, at = "", [], 0
        for start, end, label in sentence.spans:
            text += sentence.text[at:start]
            words = sentence.text[start:end]
            words = " ".join(others[word] for word in words.split()) if label == "PER" else words
            spans.append((len(text), len(text) + len(words), label))
            text, at = text + words, end
        return Sentence(text=text + sentence.text[at:], spans=tuple(spans), language=sentence.language)

    def others(self, names: Sequence[str]) -> dict[str, str]:
        """For each word of some names another one: given names for given names, and the genitive's s where it stood."""
        found: dict[str, str] = {}
        for name in sorted(names, key=lambda one: -len(one.split())):
            origin = self.origin(self.rng.choice(("nb", "nn", "sv", "da", "en")))
            *firsts, last = name.split()
            for word in firsts:
                found.setdefault(word, self.given(origin) if word[:1].isupper() and len(word) > 2 else word)
            if last not in found:
                found[last] = self.instead(last, found, origin, alone=not firsts)
        return found

    def instead(self, word: str, found: Mapping[str, str], origin: str, *, alone: bool) -> str:
        """Another word for the last of a name, or for the only one."""
        if word.endswith("s") and word[:-1] in found:
            return f"{found[word[:-1]]}s"
        if not any(letter.isalpha() for letter in word):
            return word
        given = alone and (word.lower() in self.givens or self.rng.random() < 0.3)
        other = self.given(origin) if given else self.surname(origin)
        return f"{other}s" if word.endswith("s") and self.rng.random() < 0.4 else other


def together(sentences: Sequence[Sentence], between: str) -> Sentence:
    """Several sentences as one text."""
    text, spans = "", []
    for sentence in sentences:
        text += between if text else ""
        spans += [(start + len(text), end + len(text), label) for start, end, label in sentence.spans]
        text += sentence.text
    return Sentence(
        text=text,
        spans=tuple(spans),
        language=sentences[0].language,
        document=sentences[0].document,
        made_up=sentences[0].made_up,
    )


def written(sentence: Sentence, how: str) -> Sentence:
    """A sentence in small letters, capitals, or With Capitals; unchanged where that would move a span."""
    text = {"lower": str.lower, "upper": str.upper, "title": str.title}[how](sentence.text)
    if len(text) != len(sentence.text):
        return sentence
    return Sentence(
        text=text,
        spans=sentence.spans,
        language=sentence.language,
        document=sentence.document,
        made_up=sentence.made_up,
    )
