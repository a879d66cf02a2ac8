"""One drafting: task by task a round of questions, and a second one for what the gate sent back.

In: an open ledger with a finished run, settings, an encoder, a server. Out: `Drafted`: wordings that passed, every
refusal with its reason, and what was not asked. Guaranteed: nothing is sent but what may be; a sentence is judged
against what its theme's passages say, and one that fails is told why and asked for once more. Nothing is written but
answers and vectors, so that a drafting that is killed goes on where it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from consult.answer.draft import Job, Point, plan, sentences_in
from consult.answer.entailment import load_scorer, scores_of
from consult.answer.gate import Fault, Ground, Sentence, judge
from consult.answer.gate.entailing import pairs_of
from consult.answer.gate.grounds import grounds, texts_of
from consult.answer.gate.identifying import find_identifying
from consult.answer.gate.meaning import pairs_asked
from consult.answer.gate.quoting import find
from consult.answer.gate.scorer import Entailment, Scorer
from consult.answer.prompts import template
from consult.answer.quotes import on_one_line
from consult.answer.sendable import sendable, stretch_of
from consult.answer.wordings import APPLIED, Wording, worded
from consult.asking import Answered, Asked, Questions
from consult.concluded import answer
from consult.errors import ModelError
from consult.ledger import Ledger
from consult.progress import Progress, silent
from consult.records import Analysis, Passage
from consult.settings import Settings
from consult.writer_settings import OWN, TASKS, WriterSettings
from consult.writings import Refusal

if TYPE_CHECKING:
    from consult.laws import Law
    from consult.themes import Encoder

ATTEMPTS = 2  # a sentence that fails is sent back once
ORDER = ("conclusions", "title", "overview", "plain", "translate")


@dataclass(kw_only=True)
class Drafted:
    """What a drafting did. counts: for run.json; unanswered: why a request got no answer → how many."""

    wordings: list[Wording] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    laws: tuple[Law, ...] = ()
    changed: bool = False

    def as_json(self) -> dict[str, Any]:
        """As run.json holds it."""
        reasons = Counter(code for one in self.refusals for code, _ in one.reasons[:1])
        return {
            **dict(sorted(self.counts.items())),
            "refused": len(self.refusals),
            "reasons": dict(sorted(reasons.items())),
            "unanswered": dict(sorted(self.unanswered.items())),
        }


class Rounds:
    """One drafting: task by task, a round of questions, and a second one for what the gate sent back."""

    def __init__(self, ledger: Ledger, settings: Settings, encoder: Encoder, server: Asked, progress: Progress) -> None:
        self.ledger, self.settings, self.encoder = ledger, settings, encoder
        self.safe = safe_passages(ledger)
        self.bare = analysis_with(ledger, settings, ())
        self.whole = {passage.passage_id: passage for passage in self.bare.passages}
        self.masked = _masked(ledger, self.bare)
        self.made = Drafted()
        self.questions = Questions(
            ledger=ledger, settings=settings.writer, server=server, progress=progress,
            counts=self.made.counts, unanswered=self.made.unanswered,
        )  # fmt: skip
        self.scorer = self._scorer(settings.writer.entailment)
        self.own = settings.writer.entailment == OWN
        self.vectors: dict[str, Any] = {}

    def _scorer(self, model: str) -> Scorer | None:
        """The entailment model; none where none is set, and, told in the counts, where ours is damaged."""
        try:
            return load_scorer(model) if model else None
        except ModelError:
            if model != OWN:
                raise
            self.made.counts["rules_alone"] = 1
            return None

    def run(self) -> Drafted:
        """Everything that the settings ask for."""
        analysis = self.bare
        for task in tasks_of(self.settings.writer):
            planned = plan(analysis, self.safe, task, self.settings.writer, self.settings.languages, self.bare)
            self.made.counts["withheld"] += len(planned.withheld)
            self.made.counts["closed"] += len(planned.closed)
            self._rounds(task, planned.jobs)
            analysis = worded(self.bare, self.made.wordings, self.safe)
        self.made.counts["kept"] = len(self.made.wordings)
        return self.made

    def _rounds(self, task: str, jobs: Sequence[Job]) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            jobs = self._judged(self.questions.ask(jobs, f"{task} {attempt}"), attempt)
            if not jobs:
                return

    def _judged(self, answers: Sequence[Answered], attempt: int) -> list[Job]:
        """Keep what passes and every refusal; the jobs that are to be asked again."""
        read = [(one, sentences_in(one.value, one.job) if one.value else {}) for one in answers]
        ground = self._grounds(read)
        again = []
        for answered, sentences in read:
            job, failed = answered.job, dict[str, tuple[str, tuple[Fault, ...]]]()
            for point in job.points:
                sentence = sentences.get(point.name)
                if sentence is None:
                    self.made.counts["missing"] += 1
                    continue
                faults = judge(sentence, ground[point.theme_id]) or self._beside(sentence, point, job.task)
                if faults:
                    failed[point.name] = (sentence.text, faults)
                    self.made.refusals.append(self._refusal(answered, point, sentence, faults, attempt))
                else:
                    self.made.wordings.append(self._wording(answered, point, sentence))
            if failed:
                points = tuple(point for point in job.points if point.name in failed)
                again.append(replace(job, points=points, again=failed))
        return again

    def _grounds(self, read: Sequence[tuple[Answered, Mapping[str, Sentence]]]) -> dict[str, Ground]:
        """Theme id → what its sentences stand on, with all that is compared known."""
        from consult.themes.embed import embed_texts

        sentences = [sentence for _, found in read for sentence in found.values()]
        texts = [text for text in texts_of(sentences, self.masked.passages) if text not in self.vectors]
        self.vectors |= dict(zip(texts, embed_texts(texts, self.encoder, self.ledger), strict=True))
        ground = grounds(self.masked, self.settings.framework, self.vectors, find_identifying)
        if self.scorer is None:
            return ground
        judged = [
            (found[point.name], ground[point.theme_id])
            for answered, found in read
            for point in answered.job.points
            if point.name in found
        ]
        asked = pairs_asked((*one, judge(*one)) for one in judged) if self.own else pairs_of(judged)
        scores = scores_of(asked, self.scorer, self.ledger)
        said = Entailment(scores=scores, alone=self.settings.writer.entailment_alone, own=self.own)
        return {theme_id: replace(one, entailment=said) for theme_id, one in ground.items()}

    def _beside(self, sentence: Sentence, point: Point, task: str) -> tuple[Fault, ...]:
        """A sentence cites what may be sent, and of its own point; what it quotes stands there unmasked too."""
        own = {passage.passage_id for passage in point.passages} if task in APPLIED else self.safe.keys()
        if not own & {*sentence.passage_ids} or not self.safe.keys() >= {*sentence.passage_ids}:
            return (Fault(code="citation-elsewhere", detail=point.name),)
        lines = [on_one_line(self.whole[one].text) for one in sentence.passage_ids]
        if any(all(find(line, quote) < 0 for line in lines) for quote in sentence.quoted):
            return (Fault(code="quote-not-verbatim"),)
        return ()

    def _wording(self, answered: Answered, point: Point, sentence: Sentence) -> Wording:
        drawn_on = [passage.passage_id for passage in point.passages]
        return Wording(
            text=sentence.text.rstrip(".") if answered.job.task == "title" else sentence.text,
            passage_ids=tuple(dict.fromkeys(sentence.passage_ids)),
            point=stretch_of((*drawn_on, *sentence.passage_ids), self.safe),
            encoder=self._compared_by,
            **self._facts(answered, point),
        )

    @property
    def _compared_by(self) -> str:
        if self.scorer is None:
            return self.encoder.fingerprint
        way = "own" if self.own else "alone" if self.settings.writer.entailment_alone else "beside"
        return f"{self.encoder.fingerprint} {self.scorer.fingerprint} {way}"

    def _refusal(
        self, answered: Answered, point: Point, sentence: Sentence, faults: Sequence[Fault], attempt: int
    ) -> Refusal:
        reasons = tuple((fault.code, fault.detail) for fault in faults)
        return Refusal(text=sentence.text, attempt=attempt, reasons=reasons, **self._facts(answered, point))

    def _facts(self, answered: Answered, point: Point) -> dict[str, Any]:
        job = answered.job
        return {
            "stands_for": point.stands_for, "language": job.language, "task": job.task, "theme_id": point.theme_id,
            "prompt_hash": template(job.task).sha256, "model": self.settings.writer.model, "input_hash": answered.key,
        }  # fmt: skip


def _masked(ledger: Ledger, analysis: Analysis) -> Analysis:
    """The analysis with nothing personal in any passage, also of sources from which nothing is sent."""
    from consult.answer.privacy import standing
    from consult.read.redaction import masked

    found = standing(ledger.proposed().findings, analysis.sources, ledger.decisions()).findings
    return replace(analysis, passages=masked(analysis.passages, analysis.sources, found))


def safe_passages(ledger: Ledger) -> dict[str, Passage]:
    """Every passage that may be sent, with whatever identifies a person masked."""
    analysis = ledger.analysis()
    return sendable(analysis.passages, analysis.sources, ledger.proposed().findings, ledger.decisions())


def analysis_with(ledger: Ledger, settings: Settings, made: Sequence[Wording]) -> Analysis:
    """The analysis as a run would end with these wordings."""
    analysis, _ = answer(ledger.proposed(), ledger.decisions(), ledger.replies(), settings, silent, wordings=made)
    return analysis


def tasks_of(settings: WriterSettings) -> list[str]:
    """The tasks that the settings ask for, in the order in which each builds on what came before."""
    return [task for task in ORDER if task in settings.tasks and task in TASKS]
