"""The way, from a consultation's folder to what is published: read this from top to bottom.

In: a folder with `inputs/` and a framework. Out: the output folder that DESIGN describes. A run whose
inputs, settings, code and model are those of the last one changes nothing. A run that is killed leaves
the last result whole, and the next one ends where it would have ended.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import consult
from consult.check import file_sha256, input_hashes, run_seal
from consult.errors import InputError, LedgerError
from consult.laws import Law, check_rows, rows_of
from consult.ledger import Ledger, Run, open_ledger
from consult.provenance import Clock, fingerprint_of, now, plain, versions
from consult.records import Analysis, Passage, SetAside, Source, Split, content_id
from consult.reuse import Kept, kept_from
from consult.settings import Settings, load_settings

if TYPE_CHECKING:
    from consult.themes import Encoder, Found

Progress = Callable[[str, int, int], None]
"""(step, done, total): told as long work goes on."""

LOCK_SECONDS = 5.0


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """How a run ended. unchanged: everything was as the last run had left it."""

    out: Path
    settings: Settings
    run: Run
    laws: tuple[Law, ...]
    unchanged: bool


def run(consultation: Path, out: Path, *, progress: Progress = silent) -> Finished:
    """Run the whole way for one consultation, and leave the result in `out`.

    Raises ExceptionGroup of SettingsError, InputError where there is nothing to read, LedgerError
    where another run is writing to `out`, and ModelError where the encoder cannot be had.
    """
    settings = load_settings(consultation)
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out), open_ledger(out / "ledger.db") as ledger:
        from consult.themes import load_encoder

        encoder = load_encoder(settings.model)
        inputs = input_hashes(settings.inputs)
        if not inputs:
            raise InputError(f"{settings.inputs}: no files to read; put notes and letters there and run again")
        fingerprint = fingerprint_of(settings, inputs, encoder)
        last = ledger.last_run()
        if last is not None and last.fingerprint == fingerprint:
            return _finish_again(ledger, last, settings, out)
        finished = analyse(ledger, settings, encoder, inputs, fingerprint, progress)
        _remember_folder(ledger, consultation, out)
        return Finished(
            out=out, settings=settings, run=finished, laws=write(ledger, finished, settings, out), unchanged=False
        )


def analyse(
    ledger: Ledger, settings: Settings, encoder: Encoder, inputs: dict[str, str], fingerprint: str, progress: Progress
) -> Run:
    """Read, split, embed, group, place and conclude; put the analysis in the ledger in one transaction."""
    clock, last = Clock(), ledger.last_run()
    kept = kept_from(ledger, last, plain(settings), versions(encoder), inputs)
    with clock.step("read"):
        sources = read(settings, kept, progress)
    with clock.step("split"):
        splits = split(sources, settings, kept, progress)
    passages = in_order(passage for part in splits for passage in part.passages)
    set_aside = tuple(span for part in splits for span in part.set_aside)
    with clock.step("themes"):
        stay = themes_may_stay(passages, kept)
        found = themes(passages, settings, encoder, ledger, progress, stay=stay)
    with clock.step("conclude"):
        analysis = conclude(sources, passages, set_aside, found, settings, progress)
    finished = Run(
        run_id=content_id("r", fingerprint, last.run_id if last else ""),
        fingerprint=fingerprint,
        started=clock.started,
        finished=now(),
        inputs=inputs,
        settings=plain(settings),
        versions=versions(encoder),
        counts=counts(analysis, inputs, from_scratch=kept.from_scratch if stay else len(passages)),
        seconds=clock.seconds,
    )
    ledger.replace(analysis, finished)
    return finished


# -- the steps: records in, records out, and the remainder -------------------------------------------


def read(settings: Settings, kept: Kept, progress: Progress) -> tuple[Source, ...]:
    """Files → sources; what cannot be read is a source too, with its reason."""
    from consult.read import read_inputs

    return read_inputs(settings, known=kept.sources, progress=lambda done, total: progress("read", done, total))


def split(sources: tuple[Source, ...], settings: Settings, kept: Kept, progress: Progress) -> tuple[Split, ...]:
    """Sources → passages and what is set aside, which together tile each text."""
    from consult.read.passages import split_sources

    readable = [source for source in sources if source.status == "read"]
    fresh = [source for source in readable if source.source_id not in kept.splits]
    divided = split_sources(fresh, settings, progress=lambda done, total: progress("split", done, total))
    by_source = kept.splits | {source.source_id: part for source, part in zip(fresh, divided, strict=True)}
    return tuple(by_source[source.source_id] for source in readable)


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
    """Passages → themes and placements; themes that were there before keep their ids, or stay altogether."""
    from consult.themes import find_themes

    previous = ledger.analysis().themes
    return find_themes(
        passages,
        settings,
        encoder,
        ledger,
        previous,
        progress=lambda done, total: progress("embed", done, total),
        stay=stay,
    )


def conclude(
    sources: tuple[Source, ...],
    passages: tuple[Passage, ...],
    set_aside: tuple[SetAside, ...],
    found: Found,
    settings: Settings,
    progress: Progress,
) -> Analysis:
    """Themes → conclusions with their citations, and the passages that none of them reflects."""
    from consult.answer.conclude import conclude as draw

    progress("conclude", 0, len(found.themes))
    drawn = draw(found.themes, passages, sources, found.placements, found.duplicates, found.vectors, settings)
    progress("conclude", len(found.themes), len(found.themes))
    return Analysis(
        sources=sources,
        passages=passages,
        set_aside=set_aside,
        duplicates=found.duplicates,
        themes=found.themes,
        placements=found.placements,
        conclusions=drawn.conclusions,
        not_reflected=drawn.not_reflected,
    )


def in_order(passages: Iterator[Passage]) -> tuple[Passage, ...]:
    """Passages by id: an order that neither file names nor reading order can change."""
    return tuple(sorted(passages, key=lambda passage: passage.passage_id))


# -- what a run leaves ----------------------------------------------------------------------------------


def write(ledger: Ledger, run: Run, settings: Settings, out: Path) -> tuple[Law, ...]:
    """Publish the ledger's analysis into `out`; run.json comes last and vouches for the other files."""
    from consult.publish import publish

    laws = check_rows(rows_of(ledger.connection))
    about = run_info(run, laws)
    written = publish(ledger.analysis(), settings, about, out)
    about["files"] = {path.relative_to(out).as_posix(): file_sha256(path) for path in sorted(written)}
    about["seal"] = run_seal(about)
    _write_whole(out / "run.json", json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    return laws


def _finish_again(ledger: Ledger, last: Run, settings: Settings, out: Path) -> Finished:
    """Nothing has changed: make sure that the files are there, and are those of the last run."""
    about = _intact(out, last)
    laws = write(ledger, last, settings, out) if about is None else _laws_in(about)
    return Finished(out=out, settings=settings, run=last, laws=laws, unchanged=about is not None)


def _intact(out: Path, last: Run) -> dict[str, Any] | None:
    """run.json, if it is of this run and each file that it vouches for is as it was written."""
    try:
        about: dict[str, Any] = json.loads((out / "run.json").read_text(encoding="utf-8"))
        whole = about["run_id"] == last.run_id and about["seal"] == run_seal(about)
        if whole and all(file_sha256(out / name) == digest for name, digest in about["files"].items()):
            return about
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong with it, it is written anew
    return None


def _laws_in(about: dict[str, Any]) -> tuple[Law, ...]:
    return tuple(Law(number=law["number"], name=law["name"], breaches=tuple(law["breaches"])) for law in about["laws"])


def run_info(run: Run, laws: tuple[Law, ...]) -> dict[str, Any]:
    """What run.json says, but for the files and the seal."""
    return {
        "consult": consult.__version__,
        "run_id": run.run_id,
        "fingerprint": run.fingerprint,
        "started": run.started,
        "finished": run.finished,
        "inputs": run.inputs,
        "settings": run.settings,
        "versions": run.versions,
        "counts": run.counts,
        "seconds": run.seconds,
        "laws": [
            {"number": law.number, "name": law.name, "holds": law.holds, "breaches": list(law.breaches)} for law in laws
        ],
    }


def counts(analysis: Analysis, inputs: dict[str, str], *, from_scratch: int) -> dict[str, dict[str, int]]:
    """In, out and remainder of every step. from_scratch: passages there were when all were last grouped anew."""
    unreadable = sum(source.status == "unreadable" for source in analysis.sources)
    unplaced = sum(p.kind == "unplaced" for p in analysis.placements if p.passage_id)
    passages = len(analysis.passages)
    return {
        "read": {
            "files": len(inputs),
            "in": len(analysis.sources),
            "out": len(analysis.sources) - unreadable,
            "remainder": unreadable,
        },
        "split": {
            "in": len(analysis.sources) - unreadable,
            "out": passages,
            "remainder": len(analysis.set_aside),
            "characters": sum(source.characters for source in analysis.sources),
            "characters_of_passages": sum(p.end - p.start for p in analysis.passages),
            "characters_set_aside": sum(s.end - s.start for s in analysis.set_aside),
        },
        "group": {"in": passages, "out": len(analysis.themes), "remainder": 0, "from_scratch": from_scratch},
        "place": {"in": passages, "out": passages - unplaced, "remainder": unplaced},
        "conclude": {
            "in": passages,
            "out": len(analysis.conclusions),
            "remainder": len(analysis.not_reflected),
        },
    }


# -- place and solitude ---------------------------------------------------------------------------------


def _remember_folder(ledger: Ledger, consultation: Path, out: Path) -> None:
    try:
        relative = os.path.relpath(consultation.resolve(), out.resolve())
    except ValueError:  # another drive on Windows
        relative = str(consultation.resolve())
    ledger.set_meta("consultation", Path(relative).as_posix())


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the output folder; another run says so instead of writing into it at the same time."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(out / ".lock", timeout=LOCK_SECONDS):
            yield
    except Timeout as error:
        raise LedgerError(f"{out}: another run is writing here; wait until it has ended") from error


def _write_whole(path: Path, text: str) -> None:
    """Write aside, then move: a reader never sees half a file."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(path)
