"""What law 4 needs to judge worded text again: warnings, titles, masked passages, vectors, scores of entailment.

In: a ledger's connection. Out: facts as `laws.Rows` takes them, empty where nothing is drafted or edited.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any


def drafted_facts(connection: Any) -> dict[str, Any]:
    """`warned`, `titles`, `masked`, `vectors`, `scorers` and `scores`."""
    try:
        worded = [dict(row) for row in connection.execute("SELECT * FROM conclusions WHERE how <> 'extracted'")]
    except sqlite3.DatabaseError:
        return {}
    if not worded:
        return {}
    masked = _masked(connection)
    scorers = _scorers(connection)
    return {
        "warned": _warned(connection),
        "titles": _titles(connection),
        "masked": masked,
        "vectors": _vectors(connection, worded, masked),
        "scorers": scorers,
        "scores": _scores(connection, {said.split()[0] for said in scorers.values()}),
    }


def _warned(connection: Any) -> dict[str, frozenset[str]]:
    found = {}
    for row in connection.execute("SELECT objects, after FROM decisions WHERE act = 'edit' ORDER BY number"):
        found[json.loads(row["objects"])[0]] = frozenset(json.loads(row["after"]).get("warnings", ()))
    return found


def _titles(connection: Any) -> dict[str, tuple[str, ...]]:
    row = connection.execute("SELECT settings FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    targets = json.loads(row[0]).get("framework", {}).get("targets", ()) if row else ()
    return {one["target_id"]: tuple(sorted(set(one["title"].values()))) for one in targets}


def _masked(connection: Any) -> dict[str, str]:
    """Passage id → its text as a drafting compares it, for those in which something personal stands.

    Empty where a row is so damaged that it is no record: the laws that own it name it.
    """
    from consult.answer.privacy import standing
    from consult.ledger import Ledger
    from consult.read.redaction import masked

    try:
        ledger = Ledger(connection)
        analysis = ledger.analysis()
        found = standing(ledger.proposed().findings, analysis.sources, ledger.decisions()).findings
        safe = masked(analysis.passages, analysis.sources, found)
    except (ValueError, TypeError, KeyError, IndexError, sqlite3.DatabaseError):
        return {}
    return {
        one.passage_id: one.text for one, whole in zip(safe, analysis.passages, strict=True) if one.text != whole.text
    }


def _scorers(connection: Any) -> dict[str, str]:
    """What a wording stands for and its task → fingerprint of the entailment model, and `alone` or `beside`."""
    rows = connection.execute("SELECT stands_for, text, encoder FROM wordings").fetchall()
    said = {(str(row["stands_for"]), str(row["text"])): str(row["encoder"]).split()[1:] for row in rows}
    return {f"{stands_for} {text}": " ".join(by) for (stands_for, text), by in said.items() if len(by) == 2}


def _scores(connection: Any, models: set[str]) -> dict[str, float]:
    """What these models said, by hash of the pair."""
    from consult.vectors import read_vectors

    found: dict[str, float] = {}
    for model in sorted(models):
        query = "SELECT text_hash FROM vectors WHERE model = ?"
        hashes = [str(row[0]) for row in connection.execute(query, (model,))]
        found |= {key: float(value[0]) for key, value in read_vectors(connection, model, hashes).items() if len(value)}
    return found


def _vectors(connection: Any, worded: list[dict[str, Any]], masked: Mapping[str, str]) -> dict[str, Any]:
    """The vectors of every claim of worded sentences and of the passages of their themes, as far as they are cached."""
    from consult.answer.gate import Sentence
    from consult.answer.gate.grounds import texts_in
    from consult.answer.quotes import on_one_line
    from consult.themes.embed import text_hash
    from consult.vectors import read_vectors

    themes = {row["theme_id"] for row in worded}
    texts = {
        text for row in worded for text in Sentence(text=row["text"], passage_ids=(), language=row["language"]).texts
    }
    for row in connection.execute("SELECT passage_id, theme_id, text, language FROM passages"):
        for text in {row["text"], masked.get(row["passage_id"], row["text"])} if row["theme_id"] in themes else ():
            texts |= set(texts_in(on_one_line(text), row["language"]))
    by_hash = {text_hash(text): text for text in sorted(texts)}
    run = connection.execute("SELECT versions FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    model = json.loads(run[0]).get("model", "").rpartition(" ")[2] if run else ""
    found = read_vectors(connection, model, sorted(by_hash))
    return {by_hash[key]: vector for key, vector in found.items()}
