"""Which sources are contributions: all but sheets that only tell of the form which others answered.

In: an analysis. Out: the sources that are counted as received, and the ids of those that are not. A sheet of a form's
workbook that is no row, and in which nobody says anything, keeps its place among the sources, its words set aside with
their reason; whoever counts contributions does not count it.
"""

from __future__ import annotations

from collections.abc import Sequence

from consult.records import Analysis, Source

ROW = "row="
SHEET = "sheet="


def about_forms(analysis: Analysis) -> frozenset[str]:
    """Ids of sources that only tell of a form: sheets beside rows of the same file, without a passage."""
    answered = {source.path for source in analysis.sources if ROW in source.locator}
    spoken = {passage.source_id for passage in analysis.passages}
    return frozenset(
        source.source_id
        for source in analysis.sources
        if source.status == "read" and source.locator.startswith(SHEET) and ROW not in source.locator
        and source.path in answered and source.source_id not in spoken
    )  # fmt: skip


def contributions(analysis: Analysis) -> Sequence[Source]:
    """The sources that somebody sent in, in their order."""
    about = about_forms(analysis)
    return tuple(source for source in analysis.sources if source.source_id not in about)
