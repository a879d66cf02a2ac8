"""Records → pages and files: what a run leaves beside its ledger.

In: an analysis, its settings and what the run says of itself. Out: `tables/*.csv`, `tables.xlsx`,
`datapackage.json` and `internal/report.html`, the same bytes for the same input. Each file is written aside and
then moved, so that a reader never sees half of one, and a run that is killed leaves the files of the last.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consult.publish.copyist import Begun
    from consult.records import Analysis
    from consult.settings import Settings

ASIDE = ".publishing"
"""Where files wait until they are whole, inside the output folder so that moving them is one act."""


def publish(
    analysis: Analysis, settings: Settings, run_info: Mapping[str, Any], out: Path, begun: Begun | None = None
) -> tuple[Path, ...]:
    """Write everything that people and machines read into `out`; returns the paths, sorted.

    run_info: as in run.json; used are `started`, `settings.name` and `laws`. begun: as for `tables_beside`.
    """
    from consult.publish.report import write_report
    from consult.publish.tables import tables_beside

    aside = out / ASIDE
    shutil.rmtree(aside, ignore_errors=True)  # what a killed run left
    with tables_beside(analysis, run_info, aside, begun):
        write_report(analysis, settings, run_info, aside / "internal")
    written = tuple(sorted(_move(path, out / path.relative_to(aside)) for path in aside.rglob("*") if path.is_file()))
    shutil.rmtree(aside)
    return written


def _move(path: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return path.replace(target)
