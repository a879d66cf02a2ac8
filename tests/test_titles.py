"""What the machine wrote of themes: untouched where nothing is hidden, and without what is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consult.publish.leaks import terms_of
from consult.publish.titles import without_terms
from consult.records import Finding
from tests import sample_analysis as sample
from tests.conftest import make_source

SOURCE = make_source("Verne Storheia")
TERMS = terms_of([Finding(source_id=SOURCE.source_id, start=6, end=14, kind="other", certainty=1.0)], [SOURCE])


@pytest.mark.parametrize(("text", "shown"), [
    ("Eitt innspel gjeld heia", "Eitt innspel gjeld heia"), ("Storheiane", "Storheiane"),
    ("Eitt innspel gjeld storheia", "Eitt innspel gjeld …"),
])  # fmt: skip
def test_a_sentence_loses_what_is_taken_out(text: str, shown: str) -> None:
    """The word alone, in whatever letters."""
    one = sample.analysis().conclusions[0]
    conclusion = replace(one, text=text, citations=tuple(replace(cited, shown=False) for cited in one.citations))
    assert without_terms(conclusion, TERMS).text == shown


def test_a_quote_stays_as_its_source_has_it() -> None:
    """It verifies or it is no quote: what it holds is decided on in its source."""
    one = next(c for c in sample.analysis().conclusions if any(cited.shown for cited in c.citations))
    shown = next(cited for cited in one.citations if cited.shown)
    quoted = replace(
        one, text=f"«{shown.exact} Storheia»", citations=(replace(shown, exact=f"{shown.exact} Storheia"),)
    )
    assert without_terms(quoted, TERMS) == quoted
