"""RO-Crate 1.1: one description of everything in the output folder, and of the run that made it.

In: run.json and the folder. Out: `ro-crate-metadata.json` for the folder's root. It names files, counts and versions
and no contributor; what lies under `internal/`, the ledger and the tables are marked as not to be published.
"""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from consult.publish.exchange.consultation import Consultation, consultation_of

Json = dict[str, Any]

PROFILE = "https://w3id.org/ro/crate/1.1"
METADATA = "ro-crate-metadata.json"
PUBLIC = "public/"
INTERNAL = "Internal: contributors' names and words stand here in full. Not to be published."
REDACTED = "Redacted for publication."
KINDS = {
    ".qdc": "application/xml",
    ".qdpx": "application/zip",
    ".jsonld": "application/ld+json",
    ".db": "application/vnd.sqlite3",
    ".md": "text/markdown",
}
"""Media types that not every system knows."""

STANDARDS = {
    "datapackage.json": "https://specs.frictionlessdata.io/data-package/",
    "internal/exchange/annotations.jsonld": "https://www.w3.org/TR/annotation-model/",
    "internal/exchange/provenance.json": "https://www.w3.org/Submission/prov-json/",
    "internal/exchange/project.qdpx": "https://www.qdasoftware.org/",
    "internal/exchange/themes.qdc": "https://www.qdasoftware.org/",
}
"""What a file conforms to, where there is a standard for it."""


def crate(run_info: Mapping[str, Any], folder: Path) -> bytes:
    """The description of what the run left in `folder`, and of the exchange files there, in UTF-8."""
    consultation = consultation_of(run_info)
    paths = _files(run_info, folder)
    description = [
        _descriptor(),
        _root(consultation, paths),
        *(_file(path, run_info.get("files", {}).get(path, "")) for path in paths),
        *_made_by(run_info, consultation),
    ]
    content = {"@context": f"{PROFILE}/context", "@graph": description}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _files(run_info: Mapping[str, Any], folder: Path) -> list[str]:
    """Files of the run that are there, the ledger, run.json and exchange files: paths with `/`, sorted."""
    exchanged = (path.relative_to(folder).as_posix() for path in folder.glob("internal/exchange/[!.]*"))
    named = {*run_info.get("files", {}), "ledger.db", "run.json", *exchanged}
    return sorted(path for path in named if (folder / path).is_file())


def _descriptor() -> Json:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": PROFILE},
    }


def _root(consultation: Consultation, paths: Iterable[str]) -> Json:
    return {
        "@id": "./",
        "@type": "Dataset",
        "identifier": consultation.run_id,
        "name": consultation.title,
        "description": "What was said in a consultation, in themes placed on the plan, with conclusions and citations.",
        "datePublished": consultation.moment,
        "inLanguage": consultation.language,
        "license": INTERNAL,
        "hasPart": _references(map(_address, paths)),
        "mentions": {"@id": "#run"},
    }


def _file(path: str, sha256: str) -> Json:
    entity: Json = {
        "@id": _address(path),
        "@type": "File",
        "name": path,
        "encodingFormat": KINDS.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream",
        "conditionsOfAccess": REDACTED if path.startswith(PUBLIC) else INTERNAL,
    }
    if sha256:
        entity["sha256"] = sha256
    if path in STANDARDS:
        entity["conformsTo"] = {"@id": STANDARDS[path]}
    return entity


def _made_by(run_info: Mapping[str, Any], consultation: Consultation) -> list[Json]:
    """The run as an action: what did it, from what, with what result."""
    model, _, fingerprint = str(run_info.get("versions", {}).get("model", "")).partition(" ")
    read = run_info.get("counts", {}).get("read", {})
    action: Json = {
        "@id": "#run",
        "@type": "CreateAction",
        "name": f"consult run {consultation.name}",
        "instrument": _references(("#consult", *(("#model",) if model else ()))),
        "object": {"@id": "#inputs"},
        "result": {"@id": "./"},
        "startTime": run_info.get("started", consultation.moment),
        "endTime": run_info.get("finished", consultation.moment),
    }
    software = {"@id": "#consult", "@type": "SoftwareApplication", "name": "consult", "version": consultation.version}
    weights = {"@id": "#model", "@type": "SoftwareApplication", "name": model, "identifier": fingerprint}
    received = f"{len(run_info.get('inputs', {}))} files, {read.get('in', 0)} contributions; their hashes: run.json"
    inputs = {"@id": "#inputs", "@type": "CreativeWork", "name": "What was received", "description": received}
    return [action, software, *([weights] if model else []), inputs]


def _references(ids: Iterable[str]) -> list[Json]:
    return [{"@id": identity} for identity in ids]


def _address(path: str) -> str:
    return quote(path)
