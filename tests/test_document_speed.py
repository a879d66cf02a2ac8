"""Publishing is fast enough to be done again for every correction: processor time, whatever else the machine does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from consult.publish.document import Document, Picture
from consult.publish.document.docx import to_docx
from consult.publish.document.html import to_html
from consult.publish.document.markdown import to_markdown
from consult.publish.document.pdf import to_pdf
from tests import document_cases as cases

FEEDBACK, RECEIPTS = 5.0, 20.0
"""Seconds for a feedback document with 60 themes in four formats, and for 300 receipts in two."""

SAMPLE = 30
"""Receipts that are measured; the others cost the same."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work, the second time: templates and typefaces are read once for all."""
    work()
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_feedback_document_takes_seconds() -> None:
    """Sixty themes with tables and six quotes each."""
    document = cases.long(60)
    assert seconds(lambda: [write(document) for write in (to_html, to_markdown, to_docx, to_pdf)]) < FEEDBACK


def receipt(number: int) -> Document:
    """A receipt: short, with quotes, a table and notes."""
    whole = cases.rich()
    blocks = tuple(block for block in whole.blocks if not isinstance(block, Picture))
    return replace(whole, title=f"Kvittering {number}", blocks=blocks)


def test_receipts_take_hundredths_of_a_second() -> None:
    """As page and as letter."""
    taken = seconds(lambda: [(to_html(receipt(n)), to_docx(receipt(n))) for n in range(SAMPLE)])
    assert taken * 300 / SAMPLE < RECEIPTS
