"""The writer's step, behind a finished run: extractive text → drafted where the gate lets it through.

In: an output folder whose run is complete, a server, an encoder. Out: the same folder with drafted conclusions, every
refusal with its reason, and what was not asked. Guaranteed: an answer is in the ledger before anything is made of it,
so that a step that is killed goes on where it was; ledger and wordings change in one transaction; whatever the server
does, every theme keeps a text, the extractive one where nothing better stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from consult.answer.draft import plan, prompt_of
from consult.answer.server import Server, request
from consult.answer.wordings import worded
from consult.asking import Asked
from consult.errors import InputError, LedgerError
from consult.ledger import Ledger
from consult.messages import messages
from consult.progress import Progress, silent
from consult.provenance import Clock, fingerprint_of, now
from consult.records import Analysis, content_id
from consult.results import counts, outcomes_of, write
from consult.rounds import Drafted, Rounds, analysis_with, safe_passages, tasks_of
from consult.runs import Run
from consult.settings import Settings
from consult.writings import head_of, kept_answer, refusals, replace_wordings, wordings

if TYPE_CHECKING:
    from consult.themes import Encoder


def dry_run(ledger: Ledger, settings: Settings) -> Iterator[dict[str, Any]]:
    """Every request of a first round, exactly as it would be sent, without those that are answered already."""
    safe, bare = safe_passages(ledger), analysis_with(ledger, settings, ())
    for task in tasks_of(settings.writer):
        first = task in ("conclusions", "title", "overview")
        analysis = bare if first else worded(bare, wordings(ledger.connection), safe)
        for job in plan(analysis, safe, task, settings.writer, settings.languages, bare).jobs:
            prompt = prompt_of(job)
            if kept_answer(ledger, prompt, settings.writer) is None:
                yield {
                    "address": f"{settings.writer.address.rstrip('/')}/chat/completions",
                    "body": request(prompt, settings.writer),
                }


def draft(
    ledger: Ledger, settings: Settings, encoder: Encoder, out: Path, *, server: Asked, progress: Progress = silent
) -> Drafted:
    """Draft, judge, and put in place what passes. The caller holds the folder alone.

    Raises LedgerError where there is no finished run.
    """
    last = ledger.last_run()
    if last is None:
        raise LedgerError(f"{out}: no finished run here; run `consult run` first")
    clock = Clock()
    with clock.step("draft"):
        step = Rounds(ledger, settings, encoder, server, progress)
        made = step.run()
    standing = ledger.analysis()
    analysis = analysis_with(ledger, settings, made.wordings)
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


def summary(made: Drafted, language: str) -> str:
    """What a drafting did, in words."""
    message = messages(language)
    lines = [message("writer-kept", count=made.counts["kept"]), message("writer-refused", count=len(made.refusals))]
    lines += [message(f"writer-{why}", count=count) for why in ("withheld", "closed") if (count := made.counts[why])]
    lines += [message("writer-rules-alone")] if made.counts["rules_alone"] else []
    lines += [
        message("writer-unanswered", count=count, why=message(f"writer-why-{why}"))
        for why, count in sorted(made.unanswered.items())
    ]
    return "\n".join(lines)


def draft_folder(out: Path, progress: Progress = silent) -> Drafted:
    """Draft for the finished run in a folder, which nobody else may write to meanwhile.

    Raises LedgerError where there is none, where its settings have changed or people's acts are not as they were
    written; InputError where the writer is off or cannot be used as it is set.
    """
    from consult.run import alone, refuse_broken
    from consult.themes import load_encoder

    with alone(out), opened(out) as (ledger, settings):
        refuse_broken(ledger, out)
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
