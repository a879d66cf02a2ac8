"""The books of what lies published, read from its files: sound as made, and each way of cooking them found."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from consult.ledger import open_ledger
from consult.publication import publish
from consult.published import book_breaches
from consult.run import run
from tests.test_review import analysis_of, largest, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures


def breaches(out: Path) -> list[str]:
    """What the books breach."""
    with open_ledger(out / "ledger.db", create=False) as ledger:
        return list(book_breaches(ledger, out))


@pytest.fixture
def edition(finished: object, out: Path) -> Path:
    """A finished run, published."""
    assert finished
    publish(out)
    return out


def test_the_books_of_an_edition_are_sound(edition: Path) -> None:
    """Every source a receipt, every passage a fate, every sum the same."""
    assert breaches(edition) == []


def test_books_of_an_earlier_run_are_not_compared(edition: Path) -> None:
    """After a decision the edition is of another run: it is as it was published, and rightly differs."""
    theme = largest(analysis_of(edition))
    reviewed(edition, lambda desk: desk.rename(theme, "Nytt", role="coordinator"))
    assert breaches(edition) == []


def receipt(out: Path) -> Path:
    """A receipt with passages on it."""
    source_id = analysis_of(out).passages[0].source_id
    return out / "internal" / "receipts" / f"{source_id}.html"


def edit(path: Path, old: str, new: str) -> None:
    """Change a page."""
    text = path.read_text(encoding="utf-8")
    assert re.search(old, text)
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")


def slip_in(path: Path) -> None:
    """Add a contribution that nobody sent."""
    with path.open("a", encoding="utf-8") as file:
        file.write("X,s-0,,,,,,,,\n")


def one_more(path: Path) -> None:
    """Say in the last row of what was received that it was one more."""
    text = path.read_text(encoding="utf-8")
    start = text.index('id="received"')
    end = text.index("</table>", start)
    number = re.findall(r"<strong>(\d+)</strong>", text[start:end])[-3]
    cooked = text[start:end].replace(f"<strong>{number}</strong>", f"<strong>{int(number) + 1}</strong>")
    path.write_text(text[:start] + cooked + text[end:], encoding="utf-8")


COOKED: list[tuple[str, Callable[[Path], object], str]] = [
    ("a receipt is gone", lambda out: receipt(out).unlink(), "has no receipt"),
    ("a passage lost its fate", lambda out: edit(receipt(out), 'id="fate-p-', 'id="fat-p-'), "with a fate"),
    ("a passage is not marked", lambda out: edit(receipt(out), ' id="p-', ' data-id="q-'), "marked"),
    (
        "a code was changed",
        lambda out: edit(out / "internal" / "receipts.csv", r"\n[0-9A-Z]{4}-", "\n0000-"),
        "is not that of the ledger's key",
    ),
    ("a row was slipped in", lambda out: slip_in(out / "internal" / "receipts.csv"), "is no source"),
    ("the document says nothing", lambda out: (out / "internal" / "feedback.html").unlink(), "says nothing"),
    ("the document says a contribution more", lambda out: one_more(out / "internal" / "feedback.html"), "holds"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "cook", "said"), COOKED, ids=[one[0] for one in COOKED])
def test_cooked_books_are_found(edition: Path, what: str, cook: Callable[[Path], object], said: str) -> None:
    """Sabotage twins of law 2 on receipts."""
    cook(edition)
    assert [breach for breach in breaches(edition) if said in breach], what


def test_a_sheet_about_a_form_was_not_sent_in(consultation: Path, out: Path) -> None:
    """It stands among the sources, and in no sum of what was received: the books are sound all the same."""
    from xlsxwriter import Workbook

    with Workbook(str(consultation / "inputs" / "skjema2.xlsx")) as book:
        answers, about = book.add_worksheet("Svar"), book.add_worksheet("Om")
        answers.write_column(0, 0, ["Tidspunkt", "2026-03-01", "2026-03-02"])
        answers.write_column(0, 1, ["Kva meiner du?", "Bussen må gå oftare om kvelden.", "Vi treng fleire lærarar."])
        about.write_column(0, 0, ["Om skjemaet", "Skjemaet var ope 1.–15. mars"])
    run(consultation, out)
    publish(out)

    assert any(source.locator == "sheet=Om" for source in analysis_of(out).sources)
    assert breaches(out) == []
