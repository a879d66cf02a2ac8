"""Law 4 on a ledger's bare rows: what no record gives back in a conclusion's sentence.

In: the rows of a ledger, as `consult.laws` reads them. Out: a sentence for each conclusion that says more,
less or other than its records. A row too damaged to be a record is named by the laws that own it; here it
only fails to support what cites it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from consult.records import Citation, Conclusion, Passage

if TYPE_CHECKING:
    from consult.answer.gate import Ground, Sentence
    from consult.laws import Rows

Row = Mapping[str, Any]
COMPARED = frozenset(("unsupported", "citation-needless", "negation-added", "negation-dropped", "turned"))
"""What the gate can only say with vectors, or with what an entailment model said."""

OF_A_PASSAGE = ("source_id", "start", "end", "text", "language", "voice")
OF_A_CITATION = ("conclusion_id", "passage_id", "source_id", "start", "end", "exact", "prefix", "suffix")
OF_A_CONCLUSION = ("conclusion_id", "theme_id", "target", "language", "text", "how", "status")


def ungrounded(rows: Rows) -> Iterator[str]:
    """Each conclusion whose sentence its records do not give back, and where it leaves them."""
    from consult.answer.ground import Records, unfounded

    records = Records(
        sources=dict(_sources(rows.sources)),
        passages=dict(_passages(rows.passages)),
        duplicates={str(row["passage_id"]): str(row["duplicate_of"]) for row in rows.passages if row["duplicate_of"]},
        titles={str(row["theme_id"]): str(row["title"]) for row in rows.themes},
    )
    cited: dict[str, list[Row]] = defaultdict(list)
    for row in rows.citations:
        cited[str(row["conclusion_id"])].append(row)
    gate = _Gate(rows, records.sources, records.passages, _heard(rows.passages))
    for row in rows.conclusions:
        quotes = cited.get(str(row["conclusion_id"]))
        if not quotes:
            continue
        worded = row["how"] != "extracted"
        breach = gate.breach(row, quotes) if worded else unfounded(_conclusion(row, quotes), records)
        if breach:
            yield f"{row['conclusion_id']}: {breach}"


class _Gate:
    """The gate, on bare rows: drafted text must pass it again, edited text but for what its author was warned of."""

    def __init__(
        self, rows: Rows, sources: Mapping[str, Any], passages: Mapping[str, Passage], heard: Mapping[str, int]
    ) -> None:
        from consult.answer.gate import Ground
        from consult.answer.gate.identifying import find_identifying

        self.rows, self.grounds, self.masked = rows, dict[str, Ground](), dict[str, Ground]()
        members: dict[str, dict[str, Passage]] = defaultdict(dict)
        for row in rows.passages:
            if str(row["passage_id"]) in passages:
                members[str(row["theme_id"])][str(row["passage_id"])] = passages[str(row["passage_id"])]
        targets: dict[str, set[str]] = defaultdict(set)
        for row in rows.placements:
            targets[str(row["theme_id"])].add(str(row["target"]))
        for theme_id, its in members.items():
            self.grounds[theme_id] = Ground(
                members=its, known=frozenset(passages), sources=sources, heard=heard.get(theme_id, 0),
                vectors=rows.vectors, targets=frozenset(targets[theme_id]), titles=rows.titles,
                detect=find_identifying,
            )  # fmt: skip
            self.masked[theme_id] = replace(
                self.grounds[theme_id], members={one: self._as_sent(passage) for one, passage in its.items()}
            )

    def _as_sent(self, passage: Passage) -> Passage:
        """A passage as a drafting compared it; as it is where its masked text could not be its own."""
        text = self.rows.masked.get(passage.passage_id, passage.text)
        return replace(passage, text=text) if len(text) == len(passage.text) else passage

    def breach(self, row: Row, cited: Iterable[Row]) -> str:
        """What the gate says against a sentence that a model or a person worded, in words of the draft alone."""
        from consult.answer.gate import Sentence, judge

        drafted = row["how"] == "drafted"
        ground = (self.masked if drafted else self.grounds).get(str(row["theme_id"]))
        if ground is None:
            return "its theme has no passages"
        ids = tuple(dict.fromkeys(str(one["passage_id"]) for one in cited))
        sentence = Sentence(text=str(row["text"]), passage_ids=ids, language=str(row["language"]))
        warned = frozenset() if drafted else self.rows.warned.get(str(row["conclusion_id"]), frozenset())
        ground = self._entailed(row, sentence, ground) if drafted else ground
        gone = ground is None or any(text not in ground.vectors for text in sentence.texts)
        ground = ground or self.masked[str(row["theme_id"])]
        faults = [
            fault for fault in judge(sentence, ground) if fault.code not in warned | (COMPARED if gone else set())
        ]
        if faults:
            return f"the gate refuses it: {faults[0].code} {faults[0].detail}".rstrip()
        if gone and drafted:
            return "the vectors of its words are gone: nobody can compare its meaning; run `consult draft` again"
        return ""

    def _entailed(self, row: Row, sentence: Sentence, ground: Ground) -> Ground | None:
        """The ground with what an entailment model said of this sentence; none where it is no longer known."""
        from consult.answer.entailment import pair_hash
        from consult.answer.gate.entailing import pairs_of
        from consult.answer.gate.meaning import pairs_meant
        from consult.answer.gate.scorer import Entailment

        by = self.rows.scorers.get(f"{row['conclusion_id']} {row['text']}")
        if by is None:
            return ground
        own = by.endswith(" own")
        asked = pairs_meant(sentence, ground) if own else pairs_of([(sentence, ground)])
        pairs = {pair: self.rows.scores.get(pair_hash(pair)) for pair in asked}
        known = {pair: score for pair, score in pairs.items() if score is not None}
        if len(known) < len(pairs):
            return None
        return replace(ground, entailment=Entailment(scores=known, alone=by.endswith(" alone"), own=own))


def _conclusion(row: Row, cited: Iterable[Row]) -> Conclusion:
    citations = (Citation(**{name: one[name] for name in OF_A_CITATION}, shown=bool(one["shown"])) for one in cited)
    return Conclusion(**{name: row[name] for name in OF_A_CONCLUSION}, citations=tuple(citations))


def _passages(rows: Iterable[Row]) -> Iterator[tuple[str, Passage]]:
    for row in rows:
        try:
            yield str(row["passage_id"]), Passage(**{name: row[name] for name in OF_A_PASSAGE})
        except (ValueError, TypeError):
            continue  # laws 1 and 3 name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """What counting voices needs of a source; a whole one could refuse to be built where its row is damaged."""

    source_id: str
    voice: str
    contributor: str


def _sources(rows: Iterable[Row]) -> Iterator[tuple[str, Speaker]]:
    for row in rows:
        known = (str(row["source_id"]), str(row["voice"]), str(row["contributor"]))
        yield known[0], Speaker(source_id=known[0], voice=known[1], contributor=known[2])


def _heard(rows: Iterable[Row]) -> dict[str, int]:
    sources: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        sources[str(row["theme_id"])].add(str(row["source_id"]))
    return {theme_id: len(found) for theme_id, found in sources.items()}
