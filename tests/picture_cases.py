"""Pictures of the made-up analysis, for tests of pictures and of pages."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consult.diff import Change
from consult.publish.document import Picture
from consult.publish.pictures import pictures
from consult.records import Analysis
from tests import sample_analysis as sample
from tests.conftest import HashEncoder

CHANGES = (
    Change(what="source", how="new", id="s-1"),
    Change(what="theme", how="merged", id="t-1"),
    Change(what="passage", how="moved", id="p-1"),
    Change(what="passage", how="moved", id="p-2"),
    Change(what="response", how="changed", id="t-1|1"),
)


def vectors(analysis: Analysis) -> dict[str, NDArray[np.float32]]:
    """A vector for each passage, from its words."""
    rows = HashEncoder().encode([passage.text for passage in analysis.passages])
    return {passage.passage_id: row for passage, row in zip(analysis.passages, rows, strict=True)}


def drawn(language: str = "nn", *, hostile: bool = False) -> tuple[Picture, ...]:
    """All four pictures."""
    analysis = sample.hostile() if hostile else sample.analysis()
    settings = sample.settings(language, sample.HOSTILE if hostile else "Innspel")
    return pictures(analysis, settings, language, vectors=vectors(analysis), changes=CHANGES)
