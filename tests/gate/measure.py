"""What the gate lets through of sentences with planted faults, and refuses of correct ones."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from consult.answer.gate import Fault, Ground, Sentence, judge
from consult.answer.gate.grounds import grounds, texts_of
from consult.answer.gate.identifying import find_identifying
from consult.answer.gate.meaning import pairs_asked, weighed
from consult.answer.gate.scorer import Entailment, Scorer
from consult.ledger import Ledger
from consult.records import Analysis, Passage
from consult.settings import Settings
from consult.themes.embed import embed_texts
from tests.gate.cases import PLANTERS, Case, Point, correct, planted, points, sample
from tests.gate.reworded import as_said, made_up_grounds, reworded

REACH = {
    "number": 0.0, "quantity word": 0.02, "over-generalisation": 0.02, "negation added": 0.02,
    "negation dropped": 0.02, "quote invented": 0.0, "quote altered": 0.0, "citation of another theme": 0.0,
    "citation of none": 0.0, "citation that does not exist": 0.0, "claim unsupported": 0.05, "name": 0.0,
    "personal datum": 0.0, "instruction obeyed": 0.0, "wrong language": 0.02,
}  # fmt: skip
"""The greatest share of each kind that may be let through; for the wrong language the issue sets none."""
MOST_REFUSED = 0.10
INJECTED = "p-injected0000"


@dataclass(frozen=True, kw_only=True)
class Measured:
    """judged: every case with its faults; seconds: of a processor, for judging all of them, vectors known.

    asked: how many pairs the entailment model was asked, within those seconds.
    """

    judged: tuple[tuple[Case, tuple[Fault, ...]], ...]
    seconds: float
    asked: int = 0

    @property
    def per_second(self) -> float:
        """Sentences judged a second."""
        return len(self.judged) / self.seconds

    def of(
        self, kind: str, *, held_out: bool | None = None, language: str = ""
    ) -> list[tuple[Case, tuple[Fault, ...]]]:
        """The cases of a kind, of one half or of one language."""
        return [
            (case, faults)
            for case, faults in self.judged
            if case.kind == kind and held_out in (None, case.held_out) and language in ("", case.language)
        ]

    def let_through(self, kind: str, *, held_out: bool | None = None, language: str = "") -> float:
        """The share of a kind without any fault found."""
        of_kind = self.of(kind, held_out=held_out, language=language)
        return sum(not faults for _, faults in of_kind) / max(1, len(of_kind))

    def reasons(self, kind: str) -> Counter[str]:
        """How often each reason was given for a kind."""
        return Counter(fault.code for _, faults in self.of(kind) for fault in faults[:1])


def cases_for(every: Sequence[Any], each: int, right: int) -> list[Case]:
    """`right` correct sentences, and `each` of every kind of fault."""
    good = sample([case for point in every for case in correct(point)], right)
    return [*good, *(case for kind in PLANTERS for case in sample(planted(kind, every), each))]


def every_point(analysis: Analysis) -> list[Point]:
    """Wordings of two passages, of one, and of one as it stands."""
    return [*points(analysis), *reworded(analysis), *as_said(analysis)]


def measure(
    ledger: Ledger,
    settings: Settings,
    encoder: Any,
    *,
    each: int = 120,
    right: int = 1200,
    unseen: Path | None = None,
    scorer: Scorer | None = None,
) -> Measured:
    """Judge everything over real themes.

    each, right: see `cases_for`; unseen: a file of wordings, measured alone; scorer: the entailment model that comes
    with consult, or none.
    """  # fmt: skip
    analysis = ledger.analysis()
    every = reworded(analysis, unseen) if unseen else every_point(analysis)
    stands = Stands(ledger, settings, encoder, cases_for(every, each, right), every)
    if scorer is not None:
        scorer.entail([("Brua er stengd.", "Brua er ikkje open.")])  # builds its network
    begun = time.process_time()
    judged, asked = _judged(list(stands.each()), scorer)
    return Measured(judged=judged, seconds=time.process_time() - begun, asked=asked)


def _judged(
    stands: Sequence[tuple[Case, Sentence, Ground]], scorer: Scorer | None
) -> tuple[tuple[tuple[Case, tuple[Fault, ...]], ...], int]:
    """Every case with its faults, and how many pairs were asked for them: as a drafting judges, in one batch."""
    found = [judge(sentence, ground) for _, sentence, ground in stands]
    if scorer is None:
        return tuple((case, faults) for (case, *_), faults in zip(stands, found, strict=True)), 0
    asked = pairs_asked((sentence, ground, faults) for (_, sentence, ground), faults in zip(stands, found, strict=True))
    said = Entailment(scores=dict(zip(asked, scorer.entail(asked), strict=True)), own=True)
    judged = tuple(
        (case, weighed(sentence, replace(ground, entailment=said), faults))
        for (case, sentence, ground), faults in zip(stands, found, strict=True)
    )
    return judged, len(asked)


class Stands:
    """Cases as sentences, each with the ground that it stands on."""

    def __init__(
        self, ledger: Ledger, settings: Settings, encoder: Any, cases: Sequence[Case], every: Sequence[Point]
    ) -> None:
        analysis = ledger.analysis()
        self.cases = cases
        self.sentences = [Sentence(text=case.text, passage_ids=_ids(case), language=case.language) for case in cases]
        self.injected = {
            case.injected: _injected(case.injected, analysis.passages[0]) for case in cases if case.injected
        }
        made_up = [passage for point in every for passage in point.passages]
        texts = texts_of(self.sentences, (*analysis.passages, *made_up, *self.injected.values()))
        vectors = dict(zip(texts, embed_texts(texts, encoder, ledger), strict=True))
        self.grounds = grounds(analysis, settings.framework, vectors, find_identifying)
        self.grounds |= made_up_grounds(every, next(iter(self.grounds.values())))

    def each(self) -> Iterator[tuple[Case, Sentence, Ground]]:
        """Case, sentence and ground, in order."""
        for case, sentence in zip(self.cases, self.sentences, strict=True):
            yield case, sentence, _ground(case, self.grounds, self.injected)


def _ids(case: Case) -> tuple[str, ...]:
    return tuple(INJECTED if one == "INJECTED" else one for one in case.passage_ids)


def _injected(text: str, like: Passage) -> Passage:
    return replace(like, text=text, start=0, end=len(text), language="en", voice="individual")


@dataclass(frozen=True, kw_only=True)
class _Named(Passage):
    """A passage under a made-up id."""

    name: str = field(default=INJECTED)


def _ground(case: Case, ground: Mapping[str, Ground], injected: Mapping[str, Passage]) -> Ground:
    own = ground[case.theme_id]
    if not case.injected:
        return own
    passage = injected[case.injected]
    stranger = next(iter(own.members.values()))
    planted = replace(passage, source_id=stranger.source_id)
    planted.__dict__["passage_id"] = INJECTED
    return replace(own, members={**own.members, INJECTED: planted}, known=own.known | {INJECTED})


def table(measured: Measured) -> str:
    """The issue's table: each kind with what was let through, in all, of the held-out half and by language."""
    lines = [f"{'planted fault':32} {'n':>5} {'through':>8} {'held out':>9} {'nn':>6} {'nb':>6} {'en':>6}  reach"]
    for kind, reach in REACH.items():
        shares = [measured.let_through(kind), measured.let_through(kind, held_out=True)]
        shares += [measured.let_through(kind, language=code) for code in ("nn", "nb", "en")]
        figures = " ".join(f"{100 * share:>{width}.1f}" for share, width in zip(shares, (8, 9, 6, 6, 6), strict=True))
        lines.append(f"{kind:32} {len(measured.of(kind)):>5} {figures}  ≤ {100 * reach:g} %")
    refused = [1 - measured.let_through("ok"), 1 - measured.let_through("ok", held_out=True)]
    refused += [1 - measured.let_through("ok", language=code) for code in ("nn", "nb", "en")]
    figures = " ".join(f"{100 * share:>{width}.1f}" for share, width in zip(refused, (8, 9, 6, 6, 6), strict=True))
    lines.append(f"{'correct, refused':32} {len(measured.of('ok')):>5} {figures}  ≤ {100 * MOST_REFUSED:g} %")
    lines.append(f"{'sentences a second':32} {measured.per_second:>14.0f}  ≥ 200")
    return "\n".join(lines)


def by_way(measured: Measured, kind: str) -> dict[str, tuple[int, int]]:
    """How a fault was planted (or a wording made) → how many were let through, of how many."""
    found: dict[str, list[bool]] = defaultdict(list)
    for case, faults in measured.of(kind):
        found[case.how].append(not faults)
    return {how: (sum(each), len(each)) for how, each in sorted(found.items())}
