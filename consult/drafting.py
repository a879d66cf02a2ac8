"""The writer's step, behind a finished run: extractive text → drafted where the gate lets it through.

In: an output folder whose run is complete, a server, an encoder. Out: the same folder with drafted conclusions, every
refusal with its reason, and what was not asked. Guaranteed: an answer is in the ledger before anything is made of it,
so that a step that is killed goes on where it was; ledger and wordings change in one transaction; whatever the server
does, every theme keeps a text, the extractive one where nothing better stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult.answer.draft import Job, Point, plan, prompt_of, sentences_in
from consult.answer.gate import Fault, Sentence, judge
from consult.answer.gate.grounds import grounds, texts_of
from consult.answer.gate.quoting import find
from consult.answer.quotes import on_one_line
from consult.answer.server import Answer, Server, ServerError, parsed, request
from consult.answer.wordings import APPLIED, Wording, worded
from consult.errors import InputError, LedgerError
from consult.ledger import Ledger, Run
from consult.messages import messages
from consult.provenance import Clock, fingerprint_of, now
from consult.records import Analysis, Passage, content_id
from consult.results import counts, outcomes_of, write
from consult.run import Progress, silent
from consult.settings import Settings
from consult.writer_settings import TASKS, WriterSettings
from consult.writings import Refusal, head_of, keep_answer, kept_answer, refusals, replace_wordings, wordings

if TYPE_CHECKING:
    from consult.laws import Law
    from consult.themes import Encoder

ATTEMPTS = 2  # a sentence that fails is sent back once
CHARACTERS_A_TOKEN = 3  # to foresee what a request will cost; Norwegian takes more tokens than English
MILLION = 1_000_000
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


def dry_run(ledger: Ledger, settings: Settings) -> Iterator[dict[str, Any]]:
    """Every request of a first round, exactly as it would be sent, without those that are answered already."""
    safe, bare = safe_passages(ledger), _with(ledger, settings, ())
    for task in _tasks(settings.writer):
        analysis = bare if task in ("conclusions", "title", "overview") else worded(bare, wordings(ledger.connection))
        for job in plan(analysis, safe, task, settings.writer, settings.languages).jobs:
            prompt = prompt_of(job)
            if kept_answer(ledger, prompt, settings.writer.model) is None:
                yield {
                    "address": f"{settings.writer.address.rstrip('/')}/chat/completions",
                    "body": request(prompt, settings.writer),
                }


def draft(
    ledger: Ledger, settings: Settings, encoder: Encoder, out: Path, *, server: Server, progress: Progress = silent
) -> Drafted:
    """Draft, judge, and put in place what passes. The caller holds the folder alone.

    Raises LedgerError where there is no finished run.
    """
    last = ledger.last_run()
    if last is None:
        raise LedgerError(f"{out}: no finished run here; run `consult run` first")
    clock = Clock()
    with clock.step("draft"):
        step = _Step(ledger, settings, encoder, server, progress)
        made = step.run()
    standing = ledger.analysis()
    analysis = _with(ledger, settings, made.wordings)
    same = {*analysis.conclusions} == {*standing.conclusions}
    made.changed = not same or {*made.refusals} != {*refusals(ledger.connection)}
    if made.changed or {*made.wordings} != {*wordings(ledger.connection)}:
        _store(ledger, settings, last, analysis, made, clock)
    ledger.set_meta("writer", _meta(made))
    made.laws = write(ledger, ledger.last_run() or last, settings, out)
    return made


def _meta(made: Drafted) -> str:
    from consult.stored import as_json

    return as_json(made.as_json())


def safe_passages(ledger: Ledger) -> dict[str, Passage]:
    """Every passage with whatever identifies a person masked: all that is ever sent or compared."""
    from consult.answer.privacy import standing
    from consult.read.redaction import masked

    analysis = ledger.analysis()
    found = standing(ledger.proposed().findings, analysis.sources, ledger.decisions()).findings
    return {passage.passage_id: passage for passage in masked(analysis.passages, analysis.sources, found)}


def _with(ledger: Ledger, settings: Settings, made: Sequence[Wording]) -> Analysis:
    """The analysis as a run would end with these wordings."""
    from consult.run import answer

    analysis, _ = answer(ledger.proposed(), ledger.decisions(), ledger.replies(), settings, silent, wordings=made)
    return analysis


def _store(ledger: Ledger, settings: Settings, last: Run, analysis: Analysis, made: Drafted, clock: Clock) -> None:
    """Analysis, wordings and refusals in one transaction, as a run of their own."""
    ends = {key: head for key, head in ledger.heads().items() if key != "wordings"} | head_of(made.wordings)
    fingerprint = fingerprint_of(settings, last.inputs, last.versions, ends)
    before = last.counts
    run = replace(
        last,
        run_id=content_id("r", fingerprint, last.run_id, *sorted(map(repr, made.refusals))),
        fingerprint=fingerprint,
        started=clock.started,
        finished=now(),
        counts=counts(
            analysis, last.inputs, outcomes_of(ledger, settings),
            from_scratch=before.get("group", {}).get("from_scratch", 0),
            withdrawn=before.get("read", {}).get("withdrawn", 0),
        ),
        seconds=clock.seconds,
        how="review",
        heads=ends,
    )  # fmt: skip
    ledger.replace(
        analysis, run, proposed=ledger.proposed(),
        before_commit=lambda: replace_wordings(ledger.connection, made.wordings, made.refusals),
    )  # fmt: skip


def _tasks(settings: WriterSettings) -> list[str]:
    return [task for task in ORDER if task in settings.tasks and task in TASKS]


class _Step:
    """One drafting: task by task, a round of questions, and a second one for what the gate sent back."""

    def __init__(
        self, ledger: Ledger, settings: Settings, encoder: Encoder, server: Server, progress: Progress
    ) -> None:
        self.ledger, self.settings, self.encoder = ledger, settings, encoder
        self.server, self.progress = server, progress
        self.safe = safe_passages(ledger)
        self.bare = _with(ledger, settings, ())
        self.whole = {passage.passage_id: passage for passage in self.bare.passages}
        self.made = Drafted()
        self.spent = self.cost = 0.0
        self.vectors: dict[str, Any] = {}

    def run(self) -> Drafted:
        """Everything that the settings ask for."""
        analysis = self.bare
        for task in _tasks(self.settings.writer):
            planned = plan(analysis, self.safe, task, self.settings.writer, self.settings.languages)
            self.made.counts["withheld"] += len(planned.withheld)
            self._rounds(task, planned.jobs)
            analysis = worded(self.bare, self.made.wordings)
        self.made.counts["kept"] = len(self.made.wordings)
        return self.made

    def _rounds(self, task: str, jobs: Sequence[Job]) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            answers = self._ask(jobs, f"{task} {attempt}")
            jobs = self._judged(answers, attempt)
            if not jobs:
                return

    # -- asking -----------------------------------------------------------------------------------

    def _ask(self, jobs: Sequence[Job], step: str) -> list[tuple[Job, dict[str, Any] | None, str]]:
        """(job, what was answered or none, hash of the input) in the order of jobs; answers are kept at once."""
        found: dict[int, Answer] = {}
        waiting: dict[Future[Answer], int] = {}
        prompts = [prompt_of(job) for job in jobs]
        left = []
        for at, prompt in enumerate(prompts):
            kept = kept_answer(self.ledger, prompt, self.settings.writer.model)
            if kept is None:
                left.append(at)
            else:
                found[at] = kept
                self.made.counts["from_cache"] += 1
        left.reverse()
        gone = ""
        with ThreadPoolExecutor(self.settings.writer.parallel) as pool:
            while left or waiting:
                while left and not gone and len(waiting) < self.settings.writer.parallel:
                    at = left.pop()
                    if self._foresee(prompts[at]):
                        waiting[pool.submit(self.server.ask, prompts[at])] = at
                    else:
                        self.made.unanswered["limit"] += 1
                if gone and left:
                    self.made.unanswered[gone] += len(left)
                    left.clear()
                if not waiting:
                    continue
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    at = waiting.pop(future)
                    try:
                        found[at] = future.result()
                    except ServerError as error:
                        self.made.unanswered[error.why] += 1
                        gone = error.why if error.why == "gone" else gone
                        continue
                    self._keep(jobs[at], prompts[at], found[at])
                    self.progress(step, len(found), len(jobs))
        return [
            (job, self._read(found[at], prompts[at].schema), prompts[at].input_hash)
            for at, job in enumerate(jobs)
            if at in found
        ]

    def _keep(self, job: Job, prompt: Any, answer: Answer) -> None:
        keep_answer(self.ledger, prompt, self.settings.writer.model, answer, job.passage_ids)
        self.made.counts["asked"] += 1
        self.made.counts["tokens_in"] += answer.tokens_in
        self.made.counts["tokens_out"] += answer.tokens_out

    def _foresee(self, prompt: Any) -> bool:
        """Whether one more request stays within the limits; if so it counts from now on."""
        writer = self.settings.writer
        sent = len(prompt.system + prompt.user) / CHARACTERS_A_TOKEN
        tokens = sent + writer.answer_tokens
        cost = (sent * writer.price_in + writer.answer_tokens * writer.price_out) / MILLION
        if (writer.tokens and self.spent + tokens > writer.tokens) or (writer.cost and self.cost + cost > writer.cost):
            return False
        self.spent += tokens
        self.cost += cost
        return True

    def _read(self, answer: Answer, schema: dict[str, Any]) -> dict[str, Any] | None:
        try:
            return parsed(answer, schema)
        except ServerError as error:
            self.made.unanswered[error.why] += 1
            return None

    # -- judging ----------------------------------------------------------------------------------

    def _judged(self, answers: Sequence[tuple[Job, dict[str, Any] | None, str]], attempt: int) -> list[Job]:
        """Keep what passes and every refusal; the jobs that are to be asked again."""
        read = [(job, sentences_in(value, job) if value else {}, key) for job, value, key in answers]
        self._know(sentence for _, sentences, _ in read for sentence in sentences.values())
        ground = grounds(_safe(self.bare, self.safe), self.settings.framework, self.vectors)
        again = []
        for job, sentences, key in read:
            failed: dict[str, tuple[str, tuple[Fault, ...]]] = {}
            for point in job.points:
                sentence = sentences.get(point.name)
                if sentence is None:
                    self.made.counts["missing"] += 1
                    continue
                faults = judge(sentence, ground[point.theme_id]) or self._beside(sentence, point, job.task)
                if faults:
                    failed[point.name] = (sentence.text, faults)
                    self.made.refusals.append(self._refusal(job, point, sentence, faults, attempt, key))
                else:
                    self.made.wordings.append(self._wording(job, point, sentence, key))
            if failed:
                points = tuple(point for point in job.points if point.name in failed)
                again.append(replace(job, points=points, again=failed))
        return again

    def _know(self, sentences: Iterator[Sentence]) -> None:
        """Have the vector of everything that is compared."""
        from consult.themes.embed import embed_texts

        texts = [text for text in texts_of(sentences, self.safe.values()) if text not in self.vectors]
        self.vectors |= dict(zip(texts, embed_texts(texts, self.encoder, self.ledger), strict=True))

    def _beside(self, sentence: Sentence, point: Point, task: str) -> tuple[Fault, ...]:
        """A sentence for a point cites a passage of that point; what it quotes stands there unmasked too."""
        if task in APPLIED and not {p.passage_id for p in point.passages} & set(sentence.passage_ids):
            return (Fault(code="citation-elsewhere", detail=point.name),)
        lines = [on_one_line(self.whole[one].text) for one in sentence.passage_ids]
        if any(all(find(line, quote) < 0 for line in lines) for quote in sentence.quoted):
            return (Fault(code="quote-not-verbatim"),)
        return ()

    def _wording(self, job: Job, point: Point, sentence: Sentence, key: str) -> Wording:
        return Wording(
            text=sentence.text.rstrip(".") if job.task == "title" else sentence.text,
            passage_ids=tuple(dict.fromkeys(sentence.passage_ids)),
            point=point.hash,
            encoder=self.encoder.fingerprint,
            **self._facts(job, point, key),
        )

    def _refusal(
        self, job: Job, point: Point, sentence: Sentence, faults: Sequence[Fault], attempt: int, key: str
    ) -> Refusal:
        reasons = tuple((fault.code, fault.detail) for fault in faults)
        return Refusal(text=sentence.text, attempt=attempt, reasons=reasons, **self._facts(job, point, key))

    def _facts(self, job: Job, point: Point, key: str) -> dict[str, Any]:
        from consult.answer.prompts import template

        return {
            "stands_for": point.stands_for, "language": job.language, "task": job.task, "theme_id": point.theme_id,
            "prompt_hash": template(job.task).sha256, "model": self.settings.writer.model, "input_hash": key,
        }  # fmt: skip


def _safe(analysis: Analysis, safe: Mapping[str, Passage]) -> Analysis:
    return replace(analysis, passages=tuple(safe[one.passage_id] for one in analysis.passages))


def summary(made: Drafted, language: str) -> str:
    """What a drafting did, in words."""
    message = messages(language)
    lines = [message("writer-kept", count=made.counts["kept"]), message("writer-refused", count=len(made.refusals))]
    lines += [message("writer-withheld", count=made.counts["withheld"])] if made.counts["withheld"] else []
    lines += [
        message("writer-unanswered", count=count, why=message(f"writer-why-{why}"))
        for why, count in sorted(made.unanswered.items())
    ]
    return "\n".join(lines)


def draft_folder(out: Path, progress: Progress = silent) -> Drafted:
    """Draft for the finished run in a folder, which nobody else may write to meanwhile.

    Raises LedgerError where there is none or where its settings have changed, InputError where the writer is off or
    cannot be used as it is set.
    """
    from consult.run import alone
    from consult.themes import load_encoder

    with alone(out), opened(out) as (ledger, settings):
        if not settings.writer.on:
            raise InputError("the writer is off; docs/writer.md says how to switch it on ([writer] in consult.toml)")
        server = Server(settings.writer)
        try:
            return draft(ledger, settings, load_encoder(settings.model), out, server=server, progress=progress)
        finally:
            server.close()


@contextmanager
def opened(out: Path) -> Iterator[tuple[Ledger, Settings]]:
    """The ledger of a finished run, and its settings. Raises LedgerError where they are no longer the run's."""
    from consult.check import consultation_folder, open_checked
    from consult.provenance import plain
    from consult.settings import load_settings

    with open_checked(out) as ledger:
        folder = consultation_folder(ledger, out)
        settings, last = load_settings(folder), ledger.last_run()
        if last is None or plain(settings) != last.settings:
            raise LedgerError(f"the settings changed since the last run; `consult run {folder}` once, and draft then")
        yield ledger, settings
