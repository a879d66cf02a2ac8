"""The description of the tables that a machine reads: Data Package v1, Table Schema with keys and closed words.

The foreign keys are the way itself: citation → passage → source, conclusion → theme → passages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args

from consult.records import LANGUAGES, REASONS, RESPONSE_STATUSES, UNREADABLE, VOICES, How, PlacementKind
from consult.rows import COLUMNS, KEYS

REFERENCES: dict[str, dict[str, tuple[str, str]]] = {
    "passages": {
        "source_id": ("sources", "source_id"),
        "theme_id": ("themes", "theme_id"),
        "duplicate_of": ("", "passage_id"),  # an empty resource is the table itself
    },
    "set_aside": {"source_id": ("sources", "source_id")},
    "placements": {"passage_id": ("passages", "passage_id"), "theme_id": ("themes", "theme_id")},
    "conclusions": {"theme_id": ("themes", "theme_id")},
    "citations": {
        "conclusion_id": ("conclusions", "conclusion_id"),
        "passage_id": ("passages", "passage_id"),
        "source_id": ("sources", "source_id"),
    },
    "responses": {"theme_id": ("themes", "theme_id")},
}
"""Table → column → the table and column that it points to; an empty cell points to nothing."""

INTEGERS = frozenset({"characters", "start", "end", "passages", "sources"})
NUMBERS = frozenset({"score", "probability"})
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("sources", "voice"): VOICES,
    ("sources", "language"): LANGUAGES,
    ("sources", "status"): ("read", "unreadable"),
    ("sources", "reason"): UNREADABLE,
    ("passages", "voice"): VOICES,
    ("passages", "language"): LANGUAGES,
    ("set_aside", "reason"): REASONS,
    ("placements", "kind"): get_args(PlacementKind),
    ("conclusions", "how"): get_args(How),
    ("responses", "status"): RESPONSE_STATUSES,
}
"""Columns that hold one of a closed list of words."""

MAY_BE_EMPTY = {("placements", "passage_id"), ("placements", "target"), ("responses", "target")}
"""Key columns in which nothing means something: the theme itself, and a place outside the framework."""

NOTE = (
    "UTF-8, comma, LF, quoted as RFC 4180 says, sorted by key; spans are half-open and count Unicode code points. "
    "Cells are exact: a text that begins with = + - @ or a tab stands as its contributor wrote it. Read these files "
    "with a program; open tables.xlsx, where such cells are text and cannot run, in a spreadsheet. "
    "In placements, a row without passage_id is the theme's own placement. In responses, a row without status "
    "lacks a response."
)


def datapackage(name: str, files: Mapping[str, bytes], created: datetime) -> dict[str, Any]:
    """The descriptor of the CSV tables. name: the consultation's; files: path of each table → its bytes."""
    return {
        "profile": "tabular-data-package",
        "name": _slug(name),
        "title": name,
        "description": NOTE,
        "created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": [_resource(table, files[f"tables/{table}.csv"]) for table in COLUMNS],
    }


def _resource(table: str, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"tables/{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: str) -> dict[str, Any]:
    references = REFERENCES.get(table, {})
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in COLUMNS[table]],
        "missingValues": [""],
        "primaryKey": list(KEYS[table]),
    }
    if references:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": field}}
            for column, (resource, field) in references.items()
        ]
    return schema


def _field(table: str, column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _type(column)}
    if column == "single_voice":
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    constraints: dict[str, Any] = {}
    if column in KEYS[table] and (table, column) not in MAY_BE_EMPTY:
        constraints["required"] = True
    if (table, column) in WORDS:
        constraints["enum"] = list(WORDS[table, column])
    return field | ({"constraints": constraints} if constraints else {})


def _type(column: str) -> str:
    if column == "single_voice":
        return "boolean"
    return "integer" if column in INTEGERS else "number" if column in NUMBERS else "string"


def _slug(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, as the standard wants a name."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.lower())
    return "-".join(part for part in kept.split("-") if part) or "consultation"
