"""The map of passages: near each other where they say alike, with the names of the largest themes.

In: an outline, an analysis, vectors of passages. Out: a picture, or none where fewer than three passages have a vector.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from consult.messages import Message
from consult.publish.cells import MIXED
from consult.publish.document import Picture, Table, runs
from consult.publish.labels import voice_counts
from consult.publish.outline import Outline, ThemeEntry
from consult.publish.pictures.atlas import Chart, atlas_canvas
from consult.publish.pictures.places import Plane, Spot, plane
from consult.publish.pictures.sizes import NARROW, WIDE, entries
from consult.publish.pictures.vega import drawn
from consult.records import VOICES, Analysis, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 3
"""Passages: fewer have no place that means anything."""

NAMES, NAMES_NARROW = 14, 6
"""Themes whose names stand on the map."""

HEADS = ("theme", "passages", "who", "nearest", "across", "up")


def map_picture(
    plan: Outline, analysis: Analysis, vectors: Mapping[str, NDArray[np.float32]], m: Message
) -> Picture | None:
    """A sign for each passage that has a vector."""
    placed = {one.passage_id: one for one in analysis.passages if one.passage_id in vectors}
    if len(placed) < FEWEST:
        return None
    found = plane([_spot(one, plan, vectors) for one in placed.values()])
    themes = [entry for entry in entries(plan) if entry.theme.theme_id in found.themes]
    themes.sort(key=lambda entry: (-entry.passages, entry.theme.theme_id))
    chart = _chart(found, themes, placed, m)
    title = m("picture-map-title")
    description = m("picture-map-description", passages=len(placed), themes=len(themes))
    if any(voice == MIXED for voice, _ in chart.legend):
        description = f"{description} {m('cells-picture')}"
    return Picture(
        title=title, description=description, anchor="picture-map", table=_table(chart, themes, m),
        svg=drawn(atlas_canvas(chart, width=WIDE, most=NAMES), "map", title, description),
        narrow=drawn(atlas_canvas(chart, width=NARROW, most=NAMES_NARROW), "map-narrow", title, description),
    )  # fmt: skip


def _spot(passage: Passage, plan: Outline, vectors: Mapping[str, NDArray[np.float32]]) -> Spot:
    key = passage.passage_id
    return Spot(
        passage_id=key, theme_id=plan.theme_of[key].theme_id, language=passage.language, vector=vectors[key]
    )  # fmt: skip


def _chart(found: Plane, themes: Sequence[ThemeEntry], placed: Mapping[str, Passage], m: Message) -> Chart:
    kind = {key: _kind(entry, placed[key]) for entry in themes for key in entry.theme.passage_ids if key in placed}
    words = {voice: m(f"report-one-{voice}") for voice in VOICES} | {MIXED: m("cells-sign")}
    return Chart(
        plane=found,
        themes=tuple((one.theme.theme_id, one.theme.title) for one in themes),
        members={
            one.theme.theme_id: tuple((key, kind[key]) for key in one.theme.passage_ids if key in placed)
            for one in themes
        },
        legend=tuple((voice, word) for voice, word in words.items() if voice in kind.values()),
    )


def _kind(entry: ThemeEntry, passage: Passage) -> str:
    """Who speaks, as the sign shows it: in a theme with a number that is not shown all signs are alike."""
    return MIXED if None in entry.voices.values() else passage.voice


def _table(chart: Chart, themes: Sequence[ThemeEntry], m: Message) -> Table:
    titles, nearest = dict(chart.themes), chart.plane.nearest
    rows = []
    for entry in themes:
        key = entry.theme.theme_id
        place = (str(round(100 * part)) for part in chart.plane.themes[key])
        words = (titles[key], str(len(chart.members[key])), ", ".join(voice_counts(entry.voices, m)),
                 titles.get(nearest.get(key, ""), ""), *place)  # fmt: skip
        rows.append(tuple(runs(one) for one in words))
    head = tuple(m(f"picture-map-{one}") for one in HEADS)
    return Table(caption=m("picture-map-table"), head=head, rows=tuple(rows), numeric=(1, 4, 5))
