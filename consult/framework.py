"""framework.toml → Framework: the commitments and known new topics that input is placed on.

What comes in: a path, or the id of a framework that comes with consult. What goes out: a Framework,
or every fault of the file at once. Guaranteed: ids are unique and each target has a title.
"""

from __future__ import annotations

import re
from pathlib import Path

from consult.errors import SettingsError
from consult.records import LANGUAGES, Framework, Target, TargetKind
from consult.shipped import shipped
from consult.toml_file import TomlTable, nearest, read_toml

FRAMEWORK_KEYS = ("id", "language", "source")
TARGET_KEYS = ("id", "title", "description", "status", "keywords", "examples")
TABLES: tuple[TargetKind, ...] = ("commitment", "new_topic")

RESERVED = ("new", "unplaced")  # words for where a placement may go when it goes to no target
TARGET_ID = re.compile(r"\w[\w.\-]*")  # it stands in ids, file names and links


def load_framework(path: Path) -> Framework:
    """Read a framework; raises an ExceptionGroup of SettingsError with every fault of the file."""
    faults: list[SettingsError] = []
    framework = read_framework(path, faults)
    if faults:
        raise ExceptionGroup(f"faults in {path}", faults)
    return framework


def shipped_frameworks() -> tuple[str, ...]:
    """List the ids of the frameworks that come with consult, sorted."""
    return tuple(sorted(path.stem for path in shipped("corpora", "frameworks").glob("*.toml")))


def find_framework(name: str, folder: Path, at: TomlTable) -> Path | None:
    """Find the file that `name` means: a path from `folder` when it ends in `.toml`, else a shipped id.

    Where there is none, `at` is told (key `framework`) and None comes back.
    """
    if name.endswith(".toml"):
        if (folder / name).is_file():
            return folder / name
        at.fault("framework", f"there is no file {name} (the path starts at {folder})")
    elif name in shipped_frameworks():
        return shipped("corpora", "frameworks", f"{name}.toml")
    else:
        at.fault("framework", f"no framework {name!r} comes with consult{nearest(name, shipped_frameworks())}")
    return None


def read_framework(path: Path, faults: list[SettingsError]) -> Framework:
    """Read a framework and add its faults to `faults`; what could be read comes back."""
    before = len(faults)
    values = read_toml(path, faults)
    top = TomlTable(values, keys=("framework", *TABLES), file=str(path), at="", faults=faults)
    if len(faults) > before and not values:
        return Framework(framework_id="", language="nn", source="", targets=())
    head = top.table("framework", FRAMEWORK_KEYS)
    language = head.choice("language", LANGUAGES)
    targets = tuple(_target(table, kind, language) for kind in TABLES for table in top.tables(kind, TARGET_KEYS))
    if not targets:
        top.fault("", "holds no [[commitment]] and no [[new_topic]]; input needs at least one to be placed on")
    _refuse_twins(targets, top)
    return Framework(
        framework_id=head.text("id", required=True), language=language, source=head.text("source"), targets=targets
    )


def _target(table: TomlTable, kind: TargetKind, language: str) -> Target:
    """One commitment or new topic, its faults noted."""
    target_id = table.text("id", required=True)
    if target_id in RESERVED:
        table.fault("id", f"{target_id!r} is reserved; choose another")
    elif target_id and not TARGET_ID.fullmatch(target_id):
        table.fault("id", f"{target_id!r} may hold letters, digits, points, - and _ only")
    title = table.by_language("title", language)
    if "title" not in table:
        table.fault("title", f'is missing; write title.{language} = "…"')
    return Target(
        target_id=target_id,
        kind=kind,
        title=title,
        description=table.by_language("description", language),
        status=table.text("status"),
        keywords=table.words_by_language("keywords", language),
        examples=table.words_by_language("examples", language),
    )


def _refuse_twins(targets: tuple[Target, ...], top: TomlTable) -> None:
    """Note each id that two targets bear: a placement could not say which of them it means."""
    ids = [target.target_id for target in targets if target.target_id]
    for twin in sorted({target_id for target_id in ids if ids.count(target_id) > 1}):
        top.fault("", f"id {twin!r} stands {ids.count(twin)} times; commitments and new topics share their ids")
