"""What a run leaves beside its ledger: tables and pages, and run.json, which comes last and vouches for them.

In: a ledger and the run that it ends with. Out: files, the same bytes for the same ledger, and the laws as they hold.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import consult
from consult.check import file_sha256, run_seal
from consult.concluded import answer
from consult.laws import Law, check_rows, rows_of
from consult.ledger import Ledger
from consult.progress import silent
from consult.records import Analysis, Outcome
from consult.runs import Run
from consult.settings import Settings
from consult.standing_drafts import standing_drafts

if TYPE_CHECKING:
    from consult.publish.copyist import Begun

RECEIPTS = "internal/receipts/"
RECEIPT = re.compile(RECEIPTS + r"s-[0-9a-f]+\.html")


def write(ledger: Ledger, run: Run, settings: Settings, out: Path, begun: Begun | None = None) -> tuple[Law, ...]:
    """Publish the ledger's analysis into `out`; run.json comes last and vouches for the other files.

    begun: a workbook that may be that of this analysis.

    Heads are those of the ledger: a run that is read back from it no longer knows all that it was made with.
    """
    from consult.publish import publish
    from consult.second_reading import agreement_of

    laws = check_rows(rows_of(ledger.connection))
    about = run_info(replace(run, heads=ledger.heads()), laws)
    about |= {"people": people_of(ledger, settings), "agreement": agreement_of(ledger)}
    about["receipts"] = receipts_of(ledger)
    about |= writer_of(ledger)
    analysis = ledger.analysis()
    written = publish(replace(analysis, drafts=standing_drafts(ledger, analysis)), settings, about, out, begun)
    about["files"] = {path.relative_to(out).as_posix(): file_sha256(path) for path in sorted(written)}
    about["seal"] = run_seal(about)
    _write_whole(out / "run.json", json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    return laws


def receipts_of(ledger: Ledger) -> list[str]:
    """Sources whose receipt stands in the last edition: what the report can lead to."""
    from consult.edition import editions

    files = next((edition.files for edition in reversed(editions(ledger))), {})
    return sorted(name[len(RECEIPTS) : -len(".html")] for name in files if RECEIPT.fullmatch(name))


def intact(out: Path, last: Run, read: str = "") -> dict[str, Any] | None:
    """run.json, if it is of this run and each file that it vouches for is as it was written.

    read: the last hash of the second readings that it has to know.
    """
    try:
        about: dict[str, Any] = json.loads((out / "run.json").read_text(encoding="utf-8"))
        whole = about["run_id"] == last.run_id and about["seal"] == run_seal(about)
        whole = whole and about["agreement"]["head"] == read
        if whole and all(file_sha256(out / name) == digest for name, digest in about["files"].items()):
            return about
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong with it, it is written anew
    return None


def laws_in(about: dict[str, Any]) -> tuple[Law, ...]:
    """The laws as run.json states them."""
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
        "how": run.how,
        "heads": run.heads,
        "laws": [
            {"number": law.number, "name": law.name, "holds": law.holds, "breaches": list(law.breaches)} for law in laws
        ],
    }


def outcomes_of(ledger: Ledger, settings: Settings) -> tuple[Outcome, ...]:
    """What has become of each decision that a ledger holds, in their order.

    Conclusions are drawn anew only where a person has worded one: whether that still stands for what its author
    read depends on the sentence that it took the place of.
    """
    from consult.answer.approve import approve_read
    from consult.answer.privacy import standing
    from consult.answer.replay import decided

    decisions = ledger.decisions()
    if any(one.act == "edit" for one in decisions):
        return answer(ledger.proposed(), decisions, (), settings, silent, wordings=ledger.wordings())[1]
    if not decisions:
        return ()
    outcomes = decided(ledger.proposed(), decisions, settings.framework.kinds)[1]
    analysis = ledger.analysis()
    read_again = approve_read(analysis, decisions)[1]
    published = standing(analysis.findings, analysis.sources, decisions).outcomes
    return tuple(sorted((*outcomes, *read_again, *published), key=lambda outcome: outcome.number))


def writer_of(ledger: Ledger) -> dict[str, Any]:
    """What the last drafting did; nothing where there was none."""
    told = ledger.meta("writer")
    return {"writer": json.loads(told)} if told else {}


def people_of(ledger: Ledger, settings: Settings) -> dict[str, Any]:
    """What people have decided and answered, in numbers, and every act whose object has gone."""
    from consult.answer.respond import answered

    answers = answered(ledger.replies(), ledger.analysis().placements)
    made = {decision.number: decision for decision in ledger.decisions()}
    orphaned = [one for one in outcomes_of(ledger, settings) if one.state == "orphaned"]
    return {
        "decisions": len(made),
        "orphaned": [
            {"number": one.number, "role": made[one.number].role, "act": made[one.number].act,
             "objects": list(made[one.number].objects), "code": one.code, "ids": list(one.ids)}
            for one in orphaned
        ],
        "responses": len(answers.standing),
        "lacking": len(answers.lacking),
        "orphaned_responses": [asdict(one) for one in answers.orphaned],
    }  # fmt: skip


def counts(
    analysis: Analysis, inputs: dict[str, str], outcomes: Sequence[Outcome], *, from_scratch: int, withdrawn: int = 0
) -> dict[str, dict[str, int]]:
    """In, out and remainder of every step.

    from_scratch: passages there were when all were last grouped anew; withdrawn: sources received and no longer read.
    """
    passages, read = len(analysis.passages), sum(source.status == "read" for source in analysis.sources)
    unplaced = sum(p.kind == "unplaced" for p in analysis.placements if p.passage_id)
    return {
        "read": {
            "files": len(inputs), "in": len(analysis.sources), "out": read, "remainder": len(analysis.sources) - read,
            "withdrawn": withdrawn,
        },
        "split": {"in": read, "out": passages, "remainder": len(analysis.set_aside), **_characters(analysis)},
        "privacy": {"in": len(analysis.sources), **_personal(analysis)},
        "group": {"in": passages, "out": len(analysis.themes), "remainder": 0, "from_scratch": from_scratch},
        "place": {"in": passages, "out": passages - unplaced, "remainder": unplaced},
        "decide": _became(outcomes),
        "conclude": {"in": passages, "out": len(analysis.conclusions), "remainder": len(analysis.not_reflected)},
    }  # fmt: skip


def _characters(analysis: Analysis) -> dict[str, int]:
    """Code points received, and where they are: law 1 in three numbers."""
    return {
        "characters": sum(source.characters for source in analysis.sources),
        "characters_of_passages": sum(p.end - p.start for p in analysis.passages),
        "characters_set_aside": sum(s.end - s.start for s in analysis.set_aside),
    }


def _personal(analysis: Analysis) -> dict[str, int]:
    """Findings, those that wait for a person, and how many there are of each kind."""
    return {
        "out": len(analysis.findings),
        "remainder": sum(finding.status == "open" for finding in analysis.findings),
        **dict(sorted(Counter(f.kind for f in analysis.findings).items())),
    }


def _became(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Decisions by what became of them."""
    states = Counter(outcome.state for outcome in outcomes)
    return {
        "in": len(outcomes), "out": states["applied"], "undone": states["undone"], "remainder": states["orphaned"]
    }  # fmt: skip


def _write_whole(path: Path, text: str) -> None:
    """Write aside, then move: a reader never sees half a file."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(path)
