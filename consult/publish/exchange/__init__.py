"""Records → the files that other programs read: code books, annotations, provenance, a crate.

In: an analysis and what run.json says of its run. Out: bytes that depend on nothing else, so that the same
result gives the same file. Every file but the crate's holds contributors' names and words as they were
received: they belong under `internal/`, where `export` puts them unless it is told otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from consult.answer.history import NOTHING, History
from consult.errors import InputError
from consult.records import Analysis

FOLDER = Path("internal", "exchange")

PLACES: dict[str, Path] = {
    "qdc": FOLDER / "themes.qdc",
    "qdpx": FOLDER / "project.qdpx",
    "codes": FOLDER / "codes.csv",
    "annotations": FOLDER / "annotations.jsonld",
    "prov": FOLDER / "provenance.json",
    "crate": Path("ro-crate-metadata.json"),  # a crate's description lies at the root of what it describes
}
"""Format → where its file lies in the output folder; the crate comes last, since it lists the others."""

FORMATS: tuple[str, ...] = (*PLACES, "all")


def export(
    name: str,
    analysis: Analysis,
    run_info: Mapping[str, Any],
    folder: Path,
    *,
    out: Path | None = None,
    history: History = NOTHING,
) -> tuple[Path, ...]:
    """Write one format, or all of them, and return the paths.

    run_info: as in run.json. folder: the run's output folder. out: another place for one file.
    history: what people decided and answered.
    Raises InputError for a format that there is none of, and where `out` cannot be what is asked for.
    """
    if name not in FORMATS:
        raise InputError(f"export {name}: no such format; there are {', '.join(FORMATS)}")
    if out is not None and (name in ("all", "crate") or out.is_dir()):
        raise InputError(f"--out {out}: {_why_not(name)}")
    wanted = tuple(PLACES) if name == "all" else (name,)
    return tuple(
        _write(out or folder / PLACES[one], _bytes(one, analysis, run_info, folder, history)) for one in wanted
    )


def _why_not(name: str) -> str:
    if name == "crate":
        return "a crate's description belongs into the folder that it describes; leave --out away"
    return "one file cannot hold all formats; leave --out away" if name == "all" else "is a folder; name a file"


def _bytes(name: str, analysis: Analysis, run_info: Mapping[str, Any], folder: Path, history: History) -> bytes:
    """What a format's file holds; the module of a format is loaded when it is asked for."""
    from consult.publish.exchange import annotation, codes, crate, provenance, refi

    match name:
        case "qdc":
            return refi.codebook(analysis, run_info)
        case "qdpx":
            return refi.project(analysis, run_info)
        case "codes":
            return codes.code_list(analysis, run_info)
        case "annotations":
            return annotation.web_annotations(analysis, run_info)
        case "prov":
            return provenance.provenance(analysis, run_info, history)
        case _:
            return crate.crate(run_info, folder)


def _write(path: Path, content: bytes) -> Path:
    """Write aside, then move: a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(content)
    return aside.replace(path)
