r"""The seal of a signed-off version: a SHA-256 of every file that belongs to it, in the form that `sha256sum` reads.

In: an output folder and the consultation it was made from. Out: one text file, which is verified years later by us, or
without us by `sha256sum --check FILE` in the output folder. Nothing is opened or migrated to verify it.

>>> line("internal/a\\nb.txt", "0" * 64).startswith("\\\\")
True
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import consult
from consult.check import check, consultation_folder, failed, file_sha256, open_checked
from consult.edition import editions
from consult.errors import InputError, LedgerError
from consult.provenance import now

FORM = "consult seal 1"
LEFT_OUT = (".lock", ".edition", ".edition-before")
SUFFIXES = (".seal", ".seal.sig")
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
DIGITS = 64  # of a SHA-256, in hexadecimal
INPUTS = "inputs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A seal as it is read: facts of its head, and path → SHA-256. Paths are relative to the output folder."""

    facts: Mapping[str, str]
    files: Mapping[str, str]


def seal(out: Path, to: Path | None = None) -> Path:
    """Seal the result in `out`; returns the file that was written, by default `NAME.seal` in `out`.

    Raises LedgerError where a law does not hold or another seal stands there: what is not sound is not signed off.
    """
    broken = failed(check(out))
    if broken:
        raise LedgerError(f"{out}: law {broken[0].number} does not hold: {broken[0].breaches[0]}; run `consult check`")
    with open_checked(out) as ledger:
        folder, last, held = consultation_folder(ledger, out), ledger.last_run(), editions(ledger)[-1:]
    edition = f"{held[0].number} {held[0].kind} {held[0].time}" if held else "none"
    facts = {
        "made": now(), "with": consult.__version__, "run": last.run_id if last else "", "edition": edition,
        INPUTS: os.path.relpath(folder / INPUTS, out),
    }  # fmt: skip
    path = to or out / f"{out.resolve().name}.seal"
    text = written(Manifest(facts=facts, files=hashes(out, folder / INPUTS)))
    if path.exists() and read(path).files != parsed(text).files:
        raise LedgerError(f"{path}: seals another state; name another file with --to, or move that one away")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.new")
        aside.write_bytes(os.fsencode(text))
        aside.replace(path)
    return path


def hashes(out: Path, inputs: Path) -> dict[str, str]:
    """Path relative to `out` → SHA-256, of all files of the result, of the inputs, and of the settings beside these."""
    found = {_relative(path, out): file_sha256(path) for path in _files(out) if not _left_out(path.relative_to(out))}
    given = [*_files(inputs), *sorted(inputs.parent.glob("*.toml"))]
    return found | {_relative(path, out): file_sha256(path) for path in given}


def breaches(seal_file: Path, out: Path, inputs: Path | None = None) -> Iterator[str]:
    """What is changed, gone, or added since a result was sealed. inputs: where they lie now, if they were moved."""
    sealed = read(seal_file)
    remembered = sealed.facts.get(INPUTS, "")
    place = inputs or Path(os.path.normpath(out / remembered))
    then = {_moved(name, remembered, place, out): digest for name, digest in sealed.files.items()}
    today = hashes(out, place)
    for name in sorted(then.keys() | today.keys()):
        if name not in today:
            yield f"{name}: is sealed, and it is gone"
        elif name not in then:
            yield f"{name}: was not there when the seal was made"
        elif then[name] != today[name]:
            yield f"{name}: is not as it was sealed"


def _moved(name: str, remembered: str, place: Path, out: Path) -> str:
    """Where an input file or settings file of the seal has to be looked for."""
    folder = os.path.dirname(remembered)  # noqa: PTH120 - a path as text, with its `..`
    inside = name.removeprefix(f"{folder}/") if folder else ""
    if not folder or inside == name:
        return name
    here = place / inside.removeprefix(f"{INPUTS}/") if inside.startswith(f"{INPUTS}/") else place.parent / inside
    return _relative(here, out)


# -- the file -------------------------------------------------------------------------------------------


def written(manifest: Manifest) -> str:
    """A seal as text: a head of comments, then a line a file, sorted."""
    head = [f"# {FORM}", *(f"# {name}: {value}" for name, value in manifest.facts.items())]
    return "\n".join([*head, *(line(name, digest) for name, digest in sorted(manifest.files.items()))]) + "\n"


def line(name: str, digest: str) -> str:
    """A file's line as `sha256sum` writes it; names that would break a line are escaped as it does."""
    safe = "".join(ESCAPES.get(sign, sign) for sign in name)
    return f"{chr(92) if safe != name else ''}{digest}  {safe}"


def read(path: Path) -> Manifest:
    """A seal from its file. Raises InputError where it is none."""
    try:
        return parsed(os.fsdecode(path.read_bytes()))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name the seal's file") from error
    except ValueError as error:
        raise InputError(f"{path}: {error}; `consult seal` makes such files") from error


def parsed(text: str) -> Manifest:
    """A seal from its text. Raises ValueError where it is none."""
    lines = text.split("\n")
    if lines[0] != f"# {FORM}":
        raise ValueError("is no seal of consult")
    heads = (one[2:].partition(": ") for one in lines[1:] if one.startswith("# "))
    entries = dict(_entry(one) for one in lines[1:] if one and not one.startswith("#"))
    return Manifest(facts={name: value for name, _, value in heads}, files=entries)


def _entry(one: str) -> tuple[str, str]:
    escaped = one.startswith("\\")
    digest, gap, name = one[escaped : escaped + DIGITS], one[escaped + DIGITS :][:2], one[escaped + DIGITS + 2 :]
    if gap != "  " or not name or set(digest) - set("0123456789abcdef"):
        raise ValueError("holds a line that is none of a seal")
    return (_unescaped(name) if escaped else name), digest


def _unescaped(name: str) -> str:
    back = {"n": "\n", "r": "\r", "\\": "\\"}
    parts = iter(name)
    return "".join(back.get(next(parts, ""), "") if sign == "\\" else sign for sign in parts)


# -- files ----------------------------------------------------------------------------------------------


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _left_out(name: Path) -> bool:
    """Locks, what a killed command has left, and seals themselves."""
    return name.parts[0] in LEFT_OUT or (len(name.parts) == 1 and name.name.endswith(SUFFIXES))


def _relative(path: Path, out: Path) -> str:
    return Path(os.path.relpath(path, out)).as_posix()
