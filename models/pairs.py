"""Public policy text → pairs of texts that belong together, for training the encoder.

In: Swedish government documents (`g0vse_policy_sv.jsonl`: title, summary, body, policy areas) and
parallel bokmål-nynorsk sentences (`nb_nn_parallel_sample.jsonl`). Out: pairs by kind, each with the
document it comes from, and batches of them. All choices come from one seeded generator, over documents
sorted by id.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[–\"”»]?\s?[A-ZÅÄÖÆØ])")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
SHORTEST, LONGEST = 25, 400  # characters of a sentence worth learning from
START, STRETCH = 350, 450  # characters of a body's start and of a later stretch of it


@dataclass(frozen=True, slots=True)
class Document:
    """One document: sections are (heading, sentences), the first without a heading."""

    key: str
    title: str
    summary: str
    body: str
    areas: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together; pairs of the same key are no negatives of each other."""

    key: str
    left: str
    right: str


def read_documents(path: Path) -> list[Document]:
    """Return the documents that have a body, sorted by id."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    found = [_document(row) for row in rows if row["body"] and len(row["body"]) > SHORTEST]
    return sorted(found, key=lambda document: document.key)


def read_parallel(path: Path) -> list[Pair]:
    """Return bokmål-nynorsk pairs whose sides differ, sorted by id."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    pairs = [Pair(row["id"], row["nb"], row["nn"]) for row in rows if row["nb"] != row["nn"]]
    return sorted((pair for pair in pairs if len(pair.left) > SHORTEST), key=lambda pair: pair.key)


def _document(row: Mapping[str, str]) -> Document:
    body = row["body"].replace("(Ny version)", "").strip()
    parts = HEADING.split(body)
    headings = ["", *parts[1::2]]
    sections = tuple((heading.strip(), sentences(text)) for heading, text in zip(headings, parts[::2], strict=True))
    return Document(
        key=row["id"],
        title=row["title"].strip().strip('"”'),
        summary=(row["text"] or "").replace("(Ny version)", "").strip(),
        body=HEADING.sub("", body),
        areas=tuple(row["label"] or ()),
        sections=tuple((heading, found) for heading, found in sections if found),
    )


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that are neither scraps nor monsters.

    >>> sentences("Regeringen föreslår en ny lag om visselblåsare. Ja. Lagen ska börja gälla den 1 juli 2027.")
    ('Regeringen föreslår en ny lag om visselblåsare.', 'Lagen ska börja gälla den 1 juli 2027.')
    """
    found = (part.strip(" –•*\t") for line in text.splitlines() for part in SENTENCE_END.split(line))
    return tuple(part for part in found if SHORTEST <= len(part) <= LONGEST)


class PairMaker:
    """Draws pairs of one kind from a document; None where the document has none of it."""

    def __init__(self, rng: random.Random, fragments: Mapping[str, float]) -> None:
        self.rng = rng
        self.fragments = fragments

    def draw(self, kind: str, document: Document) -> Pair | None:
        """Return a pair of this kind."""
        made: tuple[str, str] | None = getattr(self, f"_{kind}")(document)
        return Pair(document.key, *made) if made else None

    def _title_start(self, document: Document) -> tuple[str, str]:
        return document.title, document.body[:START]

    def _summary_body(self, document: Document) -> tuple[str, str] | None:
        rest = document.body.removeprefix(document.summary).strip()
        if not document.summary or len(rest) < STRETCH // 3:
            return None
        at = self.rng.randrange(max(1, len(rest) - STRETCH))
        at = rest.find(" ", at) + 1
        return document.summary, rest[at : at + STRETCH]

    def _title_sentence(self, document: Document) -> tuple[str, str] | None:
        every = [sentence for _, found in document.sections for sentence in found]
        return (document.title, self._cut(self.rng.choice(every))) if every else None

    _area_sentence = _title_sentence

    def _heading_sentence(self, document: Document) -> tuple[str, str] | None:
        below = [section for section in document.sections if section[0]]
        if not below:
            return None
        heading, found = self.rng.choice(below)
        return f"{document.title}. {heading}", self._cut(self.rng.choice(found))

    def _sentence_sentence(self, document: Document) -> tuple[str, str] | None:
        sections = [found for _, found in document.sections if len(found) > 1]
        if not sections:
            return None
        left, right = self.rng.sample(self.rng.choice(sections), 2)
        return left, self._cut(right)

    def _cut(self, sentence: str) -> str:
        """Now and then return only a stretch of the sentence's words, as notes are."""
        words = sentence.split()
        length = self.rng.randint(int(self.fragments["least"]), int(self.fragments["most"]))
        if self.rng.random() >= self.fragments["share"] or len(words) <= length:
            return sentence
        at = self.rng.randrange(len(words) - length)
        return " ".join(words[at : at + length])


def batches(
    documents: Sequence[Document], parallel: Sequence[Pair], settings: Mapping[str, Mapping[str, float]], seed: int
) -> Iterator[tuple[str, list[Pair]]]:
    """Yield (kind, pairs) without end, kinds drawn as the mixture says."""
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    maker = PairMaker(rng, settings["fragments"])
    kinds, parts = zip(*settings["mixture"].items(), strict=True)
    size = int(settings["loss"]["batch"])
    by_area = _by_area(documents, size)
    while True:
        kind = rng.choices(kinds, parts)[0]
        if kind == "nb_nn":
            pairs = rng.sample(parallel, size)
        else:
            pool = by_area[rng.choice(sorted(by_area))] if kind == "area_sentence" else documents
            pairs = _draw(maker, kind, pool, size)
        yield kind, pairs


def _draw(maker: PairMaker, kind: str, pool: Sequence[Document], size: int) -> list[Pair]:
    found: list[Pair] = []
    for document in maker.rng.sample(pool, len(pool)):
        if pair := maker.draw(kind, document):
            found.append(pair)
        if len(found) == size:
            break
    return found


def _by_area(documents: Sequence[Document], least: int) -> dict[str, list[Document]]:
    found: dict[str, list[Document]] = {}
    for document in documents:
        for area in document.areas:
            found.setdefault(area, []).append(document)
    return {area: members for area, members in found.items() if len(members) >= 2 * least}
