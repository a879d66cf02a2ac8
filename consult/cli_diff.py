"""The command that compares: `consult diff`, for two runs of one ledger or two output folders."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_terminal import AsJson, InFolder, ledger_of, output, say
from consult.errors import ConsultError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from consult.diff import Change, Comparison, Version

LONGEST = 100  # characters of a conclusion on a line of text

Versions = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[A [B]]", help="Output folders, or numbers of runs. Default: the run before, and the last."
    ),
]


def diff(
    versions: Versions = None,
    folder: InFolder = None,
    html: Annotated[Path | None, typer.Option(help="Write a page of what has changed. Internal: it quotes.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what is new, merged, split, moved, changed and answered between two versions.

    Example: consult diff
    """
    found = _comparison(list(versions or ()), folder)
    if html is not None:
        _write_page(found, _of_after(list(versions or ()), folder), html)
    elif as_json:
        say(json.dumps([asdict(change) for change in found.changes], ensure_ascii=False, indent=2))
    elif not found.changes:
        say("Nothing differs from the run before, or there was none.")
    else:
        tell(found.changes, _language(_of_after(list(versions or ()), folder)))


def tell(changes: Sequence[Change], language: str) -> None:
    """A line each, of conclusions those in one language: the others say the same again."""
    told = [one for one in changes if one.language in ("", language)]
    shown = told if any(one.language for one in told) else changes  # none is in it: they are of other settings
    for change in shown:
        say(line(change))
    if len(shown) < len(changes):
        say(f"{len(changes) - len(shown)} more of the same in other languages: --json tells them.")


def _language(folder: Path) -> str:
    """The main language of a result; empty where run.json is gone."""
    from consult.publish.exchange.consultation import consultation_of, read_run_info
    from consult.publish.report import page_language

    try:
        return page_language((consultation_of(read_run_info(folder)).language,))
    except ConsultError:
        return ""


def _comparison(versions: list[str], folder: Path | None) -> Comparison:
    """Two versions compared: the last two runs where none is named, the last run where only the first is."""
    from consult.diff import Comparison, compare, run_numbers

    if len(versions) > 2:
        raise InputError(f"diff {' '.join(versions)}: name two versions at most")
    if versions:
        return compare(_version(versions[0], folder), _version(versions[1] if versions[1:] else "", folder))
    with ledger_of(folder) as ledger:
        numbers = run_numbers(ledger)
    if len(numbers) < 2:
        return Comparison(changes=(), titles={})
    return compare(_version(str(numbers[1]), folder), _version(str(numbers[0]), folder))


def _version(name: str, folder: Path | None) -> Version:
    """A run by its number, the last run of an output folder, or, without a name, that of the folder in use."""
    from consult.diff import run_numbers, run_version

    is_number = name.isdecimal() and not Path(name).is_dir()
    with ledger_of(folder if is_number or not name else Path(name)) as ledger:
        return run_version(ledger, int(name) if is_number else run_numbers(ledger)[0])


def _of_after(versions: list[str], folder: Path | None) -> Path:
    """The output folder that the later version is in."""
    second = versions[1] if versions[1:] else ""
    return output(folder if not second or (second.isdecimal() and not Path(second).is_dir()) else Path(second))


def _write_page(found: Comparison, folder: Path, path: Path) -> None:
    from consult.messages import messages
    from consult.publish.change_log import change_document
    from consult.publish.document.html import to_html
    from consult.publish.exchange.consultation import consultation_of, read_run_info
    from consult.publish.report import page_language

    consultation = consultation_of(read_run_info(folder))
    language = page_language((consultation.language,))
    date = consultation.created.date().isoformat()
    document = change_document(found, messages(language), language, consultation.places(), date=date)
    path.write_bytes(to_html(document))
    say(f"Written: {path}. Internal: it names files and quotes what people said.")


def line(change: Change) -> str:
    """A change on a line."""
    before, after = (_short(text) for text in (change.before, change.after))
    said = f"{before} → {after}" if before and after and before != after else before or after
    parts = ", ".join(f"{key} {title}" for key, title in change.parts)
    return f"{change.what:10} {change.how:9} {change.id}  {said}{f' ({parts})' if parts else ''}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
