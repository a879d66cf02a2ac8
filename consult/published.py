"""The books of what lies published, for `consult check`: law 2 as the files show it.

In: a ledger and an output folder. Out: sources without a receipt, receipts without a passage or its fate, receipt codes
that are not those of the key, and sums that differ between feedback document, receipts and ledger. Read from the files
themselves, as a stranger would; only where the last edition is of the last run, for else the books differ rightly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from consult.contributions import contributions
from consult.csv_file import table_rows
from consult.edition import Edition, editions
from consult.ledger import Ledger
from consult.publish.codes import receipt_code

KEY = "receipt_key"
"""Under this name the table `meta` keeps the key of receipt codes."""

IMPRINT = "imprint"
"""Under this one, what the office said of itself in the last edition: law 9 does not look for it."""

FATE = re.compile(r'id="fate-(p-[0-9a-f]+)"')
MARKED = re.compile(r'id="(p-[0-9a-f]+)"')
TABLE = re.compile(r'id="received">.*?</table>', re.DOTALL)
CELL = re.compile(r"<t[dh][^>]*>(?:<strong>)?([^<]*)(?:</strong>)?</t[dh]>")


def book_breaches(ledger: Ledger, out: Path) -> Iterator[str]:
    """Every breach of the books of the last edition."""
    last = ledger.last_run()
    for edition in editions(ledger)[-1:]:
        if last is not None and edition.run_id == last.run_id:
            yield from _receipts(ledger, out)
            yield from _codes(ledger, out, edition)
            yield from _sums(ledger, out)


def _receipts(ledger: Ledger, out: Path) -> Iterator[str]:
    """A receipt for each source, on which each of its passages stands marked and has a fate."""
    passages: dict[str, set[str]] = defaultdict(set)
    for passage_id, source_id in ledger.connection.execute("SELECT passage_id, source_id FROM passages"):
        passages[source_id].add(passage_id)
    for (source_id,) in ledger.connection.execute("SELECT source_id FROM sources"):
        path = out / "internal" / "receipts" / f"{source_id}.html"
        if not path.is_file():
            yield f"{source_id}: has no receipt in internal/receipts/"
            continue
        page = path.read_text(encoding="utf-8", errors="replace")
        for what, found in (("marked", MARKED.findall(page)), ("with a fate", FATE.findall(page))):
            for passage_id in sorted(passages[source_id] ^ set(found)):
                yield f"{passage_id}: does not stand {what} on the receipt of {source_id}, or stands there wrongly"


def _codes(ledger: Ledger, out: Path, edition: Edition) -> Iterator[str]:
    """The list for the mail merge has each source once, with the code of the key; its public page is there."""
    key, path = ledger.meta(KEY), out / "internal" / "receipts.csv"
    listed = {}
    if path.is_file():
        rows = table_rows(path.read_bytes().decode("utf-8", "replace"))
        listed = {row.get("source_id", ""): row.get("code", "") for row in rows}
    public = any(name.startswith("public/") for name in edition.files)
    for (source_id,) in ledger.connection.execute("SELECT source_id FROM sources"):
        code = receipt_code(key, source_id) if key else ""
        if listed.pop(source_id, None) != code:
            yield f"{source_id}: its receipt code is not that of the ledger's key"
        if public and f"public/receipts/{code}.html" not in edition.files:
            yield f"{source_id}: has no public receipt"
    for source_id in listed:
        yield f"{source_id}: stands in internal/receipts.csv, and is no source"


def _sums(ledger: Ledger, out: Path) -> Iterator[str]:
    """What the feedback document says was received is what the ledger holds: sheets about a form were not sent in."""
    path = out / "internal" / "feedback.html"
    found = TABLE.search(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    cells = [cell.strip() for cell in CELL.findall(found[0])] if found else []
    if len(cells) < 4:
        yield "internal/feedback.html: says nothing of what was received"
        return
    analysis = ledger.analysis()
    received = len(contributions(analysis)) + len(ledger.tombstones())
    for name, said, held in (("contributions", cells[-3], received), ("passages", cells[-1], len(analysis.passages))):
        if said != str(held):
            yield f"internal/feedback.html: says {said} {name}, the ledger holds {held}"
