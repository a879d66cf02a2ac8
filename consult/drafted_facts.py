"""What law 4 needs to judge worded text again: warnings that people took, titles of targets, vectors.

In: a ledger's connection. Out: facts as `laws.Rows` takes them, empty where nothing is drafted or edited.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any


def drafted_facts(connection: Any) -> dict[str, Any]:
    """`warned`, `titles` and `vectors`."""
    try:
        worded = [dict(row) for row in connection.execute("SELECT * FROM conclusions WHERE how <> 'extracted'")]
    except sqlite3.DatabaseError:
        return {}
    if not worded:
        return {}
    return {"warned": _warned(connection), "titles": _titles(connection), "vectors": _vectors(connection, worded)}


def _warned(connection: Any) -> dict[str, frozenset[str]]:
    found = {}
    for row in connection.execute("SELECT objects, after FROM decisions WHERE act = 'edit' ORDER BY number"):
        found[json.loads(row["objects"])[0]] = frozenset(json.loads(row["after"]).get("warnings", ()))
    return found


def _titles(connection: Any) -> dict[str, tuple[str, ...]]:
    row = connection.execute("SELECT settings FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    targets = json.loads(row[0]).get("framework", {}).get("targets", ()) if row else ()
    return {one["target_id"]: tuple(sorted(set(one["title"].values()))) for one in targets}


def _vectors(connection: Any, worded: list[dict[str, Any]]) -> dict[str, Any]:
    """The vectors of every claim of worded sentences and of the passages of their themes, as far as they are cached."""
    from consult.answer.gate import Sentence, scopes
    from consult.answer.gate.clauses import read
    from consult.answer.quotes import on_one_line
    from consult.themes.embed import text_hash
    from consult.vectors import read_vectors

    themes = {row["theme_id"] for row in worded}
    texts = {
        text for row in worded for text in Sentence(text=row["text"], passage_ids=(), language=row["language"]).texts
    }
    for row in connection.execute("SELECT theme_id, text, language FROM passages"):
        if row["theme_id"] in themes:
            said = read(on_one_line(row["text"]), row["language"])
            texts |= {*said.claims, *scopes.texts(said.text, said.language)}
    by_hash = {text_hash(text): text for text in sorted(texts)}
    run = connection.execute("SELECT versions FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    model = json.loads(run[0]).get("model", "").rpartition(" ")[2] if run else ""
    found = read_vectors(connection, model, sorted(by_hash))
    return {by_hash[key]: vector for key, vector in found.items()}
