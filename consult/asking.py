"""Questions to a server: what is answered already is not asked, what is answered is kept at once, limits are held.

In: jobs, a ledger, a server. Out: what was answered, in the order of the jobs, and why the others were not.
Guaranteed: an answer is in the ledger before anything is made of it; no request is begun that could exceed the limits;
a server that does not answer is given up in bounded time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, Protocol

from consult.answer.draft import Job, prompt_of
from consult.answer.prompts import Prompt
from consult.answer.server import TOO_MUCH, Answer, ServerError, parsed
from consult.ledger import Ledger
from consult.progress import Progress
from consult.writer_settings import WriterSettings
from consult.writings import keep_answer, kept_answer

CHARACTERS_A_TOKEN = 3  # to foresee what a request will cost; Norwegian takes more tokens than English
MILLION = 1_000_000
PATIENCE = 3  # requests in a row, each tried as often as the settings say, before a server is given up
LASTING = frozenset({"slow", "busy", "refused"})
"""Why a server may go on answering nothing: one that is not there at all is given up at once."""


class Asked(Protocol):
    """A server as it is asked."""

    def ask(self, prompt: Prompt) -> Answer:
        """The server's answer. Raises ServerError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was answered to a job. value: as its schema has it, or none where it is not; key: the hash of its input."""

    job: Job
    value: dict[str, Any] | None
    key: str


@dataclass(kw_only=True)
class Questions:
    """A drafting's questions, all rounds of it. unanswered: why a request got no usable answer → how many."""

    ledger: Ledger
    settings: WriterSettings
    server: Asked
    progress: Progress
    counts: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    tokens: float = 0.0
    cost: float = 0.0
    gone: str = ""
    in_vain: int = 0

    def ask(self, jobs: Sequence[Job], step: str) -> list[Answered]:
        """What was answered, in the order of the jobs."""
        prompts = [prompt_of(job) for job in jobs]
        found: dict[int, Answer] = {}
        for at, prompt in enumerate(prompts):
            kept = kept_answer(self.ledger, prompt, self.settings)
            if kept is not None:
                found[at] = kept
                self.counts["from_cache"] += 1
        self._send([at for at in range(len(jobs)) if at not in found], jobs, prompts, found, step)
        return [
            Answered(job=job, value=self._read(found[at], prompts[at].schema), key=prompts[at].input_hash)
            for at, job in enumerate(jobs)
            if at in found
        ]

    def _send(
        self, left: list[int], jobs: Sequence[Job], prompts: Sequence[Prompt], found: dict[int, Answer], step: str
    ) -> None:
        """Put the questions that are left to the server, some at a time, until all are answered or it is given up."""
        waiting: dict[Future[Answer], int] = {}
        left.reverse()
        with ThreadPoolExecutor(self.settings.parallel) as pool:
            while left or waiting:
                while left and not self.gone and len(waiting) < self.settings.parallel:
                    at = left.pop()
                    if self._foresee(prompts[at]):
                        waiting[pool.submit(self.server.ask, prompts[at])] = at
                    else:
                        self.unanswered["limit"] += 1
                if self.gone and left:
                    self.unanswered[self.gone] += len(left)
                    left.clear()
                for future in wait(waiting, return_when=FIRST_COMPLETED).done if waiting else ():
                    at = waiting.pop(future)
                    answer = self._answer(future)
                    if answer is not None:
                        self._keep(jobs[at], prompts[at], answer)
                        found[at] = answer
                        self.progress(step, len(found), len(jobs))

    def _answer(self, future: Future[Answer]) -> Answer | None:
        """What came, or none; a server that goes on failing is given up."""
        try:
            answer = future.result()
        except ServerError as error:
            self.unanswered[error.why] += 1
            self.in_vain += error.why in LASTING and error.detail != TOO_MUCH
            if error.why == "gone" or self.in_vain >= PATIENCE:
                self.gone = self.gone or error.why
            return None
        self.in_vain = 0
        return answer

    def _keep(self, job: Job, prompt: Prompt, answer: Answer) -> None:
        keep_answer(self.ledger, prompt, self.settings.model, answer, job.passage_ids)
        self.counts["asked"] += 1
        self.counts["tokens_in"] += answer.tokens_in
        self.counts["tokens_out"] += answer.tokens_out
        if answer.tokens_in and answer.tokens_out:  # the server counts: what was foreseen gives way to what was used
            foreseen = self._foreseen(prompt)
            self._spend(answer.tokens_in - foreseen[0], answer.tokens_out - foreseen[1])

    def _foreseen(self, prompt: Prompt) -> tuple[float, float]:
        """The most tokens that a request sends, and that its answer has."""
        return len(prompt.system + prompt.user) / CHARACTERS_A_TOKEN, float(self.settings.answer_tokens)

    def _price(self, sent: float, answered: float) -> float:
        return (sent * self.settings.price_in + answered * self.settings.price_out) / MILLION

    def _spend(self, sent: float, answered: float) -> None:
        self.tokens += sent + answered
        self.cost += self._price(sent, answered)

    def _foresee(self, prompt: Prompt) -> bool:
        """Whether one more request stays within the limits; if so it counts from now on."""
        sent, answered = self._foreseen(prompt)
        tokens, cost = self.tokens + sent + answered, self.cost + self._price(sent, answered)
        if (self.settings.tokens and tokens > self.settings.tokens) or (
            self.settings.cost and cost > self.settings.cost
        ):
            return False
        self._spend(sent, answered)
        return True

    def _read(self, answer: Answer, schema: dict[str, Any]) -> dict[str, Any] | None:
        try:
            return parsed(answer, schema)
        except ServerError as error:
            self.unanswered[error.why] += 1
            return None
