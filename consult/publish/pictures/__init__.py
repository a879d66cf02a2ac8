"""Four pictures that carry meaning, each with a title, a description and the same data as a table.

In: an analysis, settings, vectors, changes between two editions, a language. Out: `Picture`s of a document, as SVG for
broad and for narrow screens. Guaranteed: voices are never summed across kinds; nothing is told by colour
alone; whatever is left out of a picture stands in its table, and the description says that it is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from consult.diff import Change
from consult.messages import messages
from consult.publish.document import Picture
from consult.publish.labels import event_titles
from consult.publish.outline import outline
from consult.publish.pictures.changed import changes_picture
from consult.publish.pictures.near import map_picture
from consult.publish.pictures.voices import voices_picture
from consult.publish.pictures.ways import flow_picture
from consult.records import Analysis
from consult.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["changes_picture", "flow_picture", "map_picture", "pictures", "voices_picture"]


def pictures(
    analysis: Analysis, settings: Settings, language: str, *, vectors: Mapping[str, NDArray[np.float32]],
    changes: Collection[Change] | None = None, whole: bool = True,
) -> tuple[Picture, ...]:  # fmt: skip
    """The pictures that there is anything to draw for.

    vectors: passage id → (d,) unit row, as the ledger keeps them with what the machine proposed; changes: since the
    edition before, None for a first one; whole: with every number, else without those that stand for few persons.
    """
    plan, m = outline(analysis, settings, language, whole=whole), messages(language)
    made = (
        flow_picture(plan, analysis, event_titles(settings, language), m),
        voices_picture(plan, m),
        map_picture(plan, analysis, vectors, m),
        changes_picture(changes or (), m),
    )
    return tuple(picture for picture in made if picture is not None)
