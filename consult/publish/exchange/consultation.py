"""What an exchange file says of the consultation and its run, from run.json alone.

In: run.json as it was read. Out: a frozen record; what run.json lacks is empty. The consultation's own folder
is not needed, so that a result can be exported where its inputs are not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from consult.errors import InputError
from consult.messages import languages, messages
from consult.publish.run_time import run_time
from consult.records import Target, in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """language: the first output language. targets: of the framework, in its order. events: id → title."""

    name: str
    title: str
    language: str
    framework_id: str
    targets: tuple[Target, ...]
    events: dict[str, str]
    run_id: str
    version: str
    created: datetime

    @property
    def origin(self) -> str:
        """The program that writes, as formats name it."""
        return f"consult {self.version}".strip()

    @property
    def moment(self) -> str:
        """When the run was, as XML Schema and ISO 8601 write it."""
        return self.created.strftime("%Y-%m-%dT%H:%M:%SZ")

    def places(self) -> dict[str, str]:
        """Every place that a theme can have → its title: targets by id, then `new` and `unplaced`."""
        m = messages(self.language if self.language in languages() else "en")
        titles = {target.target_id: _titled(target, self.language) for target in self.targets}
        return titles | {kind: m(f"report-title-{kind}") for kind in ("new", "unplaced")}


def _titled(target: Target, language: str) -> str:
    title = target.title_in(language)
    return f"{target.target_id} {title}" if title and title != target.target_id else target.target_id


def read_run_info(folder: Path) -> dict[str, Any]:
    """run.json of an output folder. Raises InputError where there is none that can be read."""
    try:
        found = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{folder / 'run.json'}: cannot be read; run `consult run` again to write it anew") from error
    if not isinstance(found, dict):
        raise InputError(f"{folder / 'run.json'}: is not what a run writes; run `consult run` again to write it anew")
    return found


def consultation_of(run_info: Mapping[str, Any]) -> Consultation:
    """What run.json says."""
    settings: Mapping[str, Any] = run_info.get("settings", {})
    language = next(iter(settings.get("languages", ())), "nn")
    framework: Mapping[str, Any] = settings.get("framework") or {}
    name = str(settings.get("name", ""))
    return Consultation(
        name=name,
        title=in_language(settings.get("title", {}), language) or name or "consult",
        language=language,
        framework_id=str(framework.get("framework_id", "")),
        targets=tuple(map(_target, framework.get("targets", ()))),
        events={
            event["event_id"]: in_language(event.get("title", {}), language) or event["event_id"]
            for event in settings.get("events", ())
        },
        run_id=str(run_info.get("run_id", "")),
        version=str(run_info.get("versions", {}).get("consult", "")),
        created=run_time(run_info),
    )


def _target(entry: Mapping[str, Any]) -> Target:
    return Target(
        target_id=str(entry["target_id"]),
        kind=entry["kind"],
        title=dict(entry.get("title", {})),
        description=dict(entry.get("description", {})),
        status=str(entry.get("status", "")),
    )
