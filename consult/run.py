"""The way, from a consultation's folder to what is published: read this from top to bottom.

In: a folder with `inputs/` and a framework. Out: the output folder that DESIGN describes. A run whose
inputs, settings, code and model are those of the last one changes nothing. A run that is killed leaves
the last result whole, and the next one ends where it would have ended.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from consult.chain import READINGS, chain_breaches
from consult.check import input_hashes
from consult.concluded import answer
from consult.deletion import end_deletion
from consult.erase import end_withdrawal
from consult.errors import InputError, LedgerError
from consult.intake import Intake, take_in
from consult.laws import Law
from consult.ledger import Ledger, open_ledger
from consult.memory import forget_themes, seldom_collected
from consult.progress import Progress, silent
from consult.provenance import Clock, fingerprint_of, now, plain, versions
from consult.read.withdrawn import gone_with
from consult.records import Analysis, Passage, Proposed, content_id
from consult.results import counts, intact, laws_in, write
from consult.reuse import Kept, few_are_new, kept_from
from consult.runs import Run
from consult.settings import Settings, load_settings
from consult.swap import end_swap

if TYPE_CHECKING:
    from consult.publish.copyist import Begun
    from consult.themes import Encoder, Found

LOCK_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How a run ended. unchanged: everything was as the last run had left it; removed: files that a withdrawal took.

    analysis: what stands in the ledger.
    """

    out: Path
    settings: Settings
    run: Run
    laws: tuple[Law, ...]
    unchanged: bool
    analysis: Analysis
    removed: tuple[str, ...] = ()


def run(consultation: Path, out: Path, *, progress: Progress = silent) -> Finished:
    """Run the whole way for one consultation, and leave the result in `out`.

    Raises ExceptionGroup of SettingsError, InputError where there is nothing to read, LedgerError
    where another run is writing to `out`, and ModelError where the encoder cannot be had.
    """
    from consult.themes import load_encoder

    settings = load_settings(consultation)
    encoder = load_encoder(settings.model)
    received = input_hashes(settings.inputs)
    if not received and not (out / "ledger.db").exists():
        raise InputError(f"{settings.inputs}: no files to read; put notes and letters there and run again")
    out.mkdir(parents=True, exist_ok=True)
    with seldom_collected(), alone(out), open_ledger(out / "ledger.db") as ledger:
        refuse_broken(ledger, out)
        _remember_folder(ledger, consultation, out)
        end_swap(out)  # of an edition that was killed
        end_deletion(ledger, settings.inputs)  # of a withdrawal that was killed
        inputs = gone_with(ledger.tombstones()).of_files(received)
        fingerprint = fingerprint_of(settings, inputs, versions(encoder), ledger.heads())
        last = ledger.last_run()
        if last is not None and last.fingerprint == fingerprint and not _to_learn(ledger, last):
            ended = _finish_again(ledger, last, settings, out)
        else:
            finished, begun = analyse(ledger, settings, encoder, inputs, fingerprint, progress)
            laws = write(ledger, finished, settings, out, begun)
            ended = Finished(
                out=out, settings=settings, run=finished, laws=laws, unchanged=False, analysis=ledger.analysis()
            )
        return replace(ended, removed=end_withdrawal(ledger, out))


def analyse(
    ledger: Ledger, settings: Settings, encoder: Encoder, inputs: dict[str, str], fingerprint: str, progress: Progress
) -> tuple[Run, Begun]:
    """Read, split, embed, group, place and conclude; put the analysis in the ledger in one transaction.

    The workbook of its tables is begun before the ledger is written: another core writes it.
    """
    from consult.publish.tables import begin_tables
    from consult.read.names_model import load_ahead
    from consult.read.polyglot import languages_elsewhere

    load_ahead()  # while files are read
    clock, last = Clock(), ledger.last_run()
    with_what, tombstones = versions(encoder), ledger.tombstones()
    with languages_elsewhere(few_are_new(last, plain(settings), with_what)):
        kept = kept_from(ledger, last, plain(settings), with_what, inputs)
        taken = take_in(settings, encoder, kept, gone_with(tombstones), ledger.decisions(), clock, progress)
    with clock.step("themes"):
        stay = themes_may_stay(taken.passages, kept)
        found = themes(taken.safe, settings, encoder, ledger, progress, stay=stay)
        ledger.forget()
        forget_themes(encoder, len(taken.sources))
    proposed = proposal(taken, found)
    with clock.step("conclude"):
        analysis, outcomes = answer(
            proposed, ledger.decisions(), ledger.replies(), settings, progress, wordings=ledger.wordings()
        )
    anew = kept.from_scratch if stay else len(taken.passages)
    finished = Run(
        run_id=content_id("r", fingerprint, last.run_id if last else ""),
        fingerprint=fingerprint,
        started=clock.started,
        finished=now(),
        inputs=inputs,
        settings=plain(settings),
        versions=with_what,
        counts=counts(analysis, inputs, outcomes, from_scratch=anew, withdrawn=len(tombstones)),
        seconds=clock.seconds,
        heads=ledger.heads(),
    )
    begun = begin_tables(analysis, {"started": clock.started})
    ledger.replace(analysis, finished, proposed=proposed)
    return finished, begun


def proposal(taken: Intake, found: Found) -> Proposed:
    """What the machine proposes, before people's decisions."""
    return Proposed(
        sources=taken.sources,
        passages=taken.passages,
        set_aside=tuple(span for part in taken.splits for span in part.set_aside),
        duplicates=found.duplicates,
        themes=found.themes,
        placements=found.placements,
        vectors=found.vectors,
        findings=taken.findings,
    )


# -- the steps: records in, records out, and the remainder -------------------------------------------


def themes_may_stay(passages: tuple[Passage, ...], kept: Kept) -> bool:
    """Whether so little has changed since themes were made from nothing that they may stay as they are."""
    from consult.themes.settle import may_stay

    still = sum(passage.passage_id in kept.passage_ids for passage in passages)
    return may_stay(len(passages), still, kept.from_scratch)


def themes(
    passages: tuple[Passage, ...],
    settings: Settings,
    encoder: Encoder,
    ledger: Ledger,
    progress: Progress,
    *,
    stay: bool,
) -> Found:
    """Passages → themes and placements; themes that were there before keep their ids, or stay altogether.

    What people have placed teaches where the rest belongs.
    """
    from consult.answer.lessons import lessons
    from consult.themes import find_themes

    previous = ledger.proposed().themes  # decisions are applied to these again
    placed = lessons(ledger.decisions(), passages, previous, settings.framework.kinds)
    return find_themes(
        passages,
        settings,
        encoder,
        ledger,
        previous,
        progress=lambda done, total: progress("embed", done, total),
        stay=stay,
        placed=placed,
    )


def _to_learn(ledger: Ledger, last: Run) -> bool:
    """Whether people have placed something, or taken that back, since passages were last placed."""
    return last.how == "review" and any(one.act in ("place", "undo") for one in ledger.decisions())


def _finish_again(ledger: Ledger, last: Run, settings: Settings, out: Path) -> Finished:
    """Nothing has changed: make sure that the files are there, and are those of the last run."""
    about = intact(out, last, read=ledger.meta(READINGS))
    laws = write(ledger, last, settings, out) if about is None else laws_in(about)
    unchanged = about is not None
    return Finished(out=out, settings=settings, run=last, laws=laws, unchanged=unchanged, analysis=ledger.analysis())


# -- place and solitude ---------------------------------------------------------------------------------


def _remember_folder(ledger: Ledger, consultation: Path, out: Path) -> None:
    try:
        relative = os.path.relpath(consultation.resolve(), out.resolve())
    except ValueError:  # another drive on Windows
        relative = str(consultation.resolve())
    ledger.set_meta("consultation", Path(relative).as_posix())


def refuse_broken(ledger: Ledger, out: Path) -> None:
    """Raise LedgerError where somebody has changed people's decisions or responses behind our back."""
    breaches = list(chain_breaches(ledger.connection))
    if breaches:
        advice = "restore the file from a copy; `consult check` names every row"
        raise LedgerError(f"{out}: people's acts are not as they were written: {breaches[0]}; {advice}")


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the output folder; another run says so instead of writing into it at the same time."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(out / ".lock", timeout=LOCK_SECONDS):
            yield
    except Timeout as error:
        raise LedgerError(f"{out}: another run is writing here; wait until it has ended") from error
