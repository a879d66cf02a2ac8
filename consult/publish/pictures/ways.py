"""The way from who spoke, through themes, to commitments and new topics, and on to the responses.

In: an outline and an analysis. Out: a picture, or none without passages. Guaranteed: passages are what is counted, and
every column has all of them; where a response is lacking, they end in a box that says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from consult.messages import Message
from consult.publish.cells import MIXED
from consult.publish.charts import REST, Flow, flows_of, gather
from consult.publish.document import Picture, Table, runs
from consult.publish.labels import group_label, target_words
from consult.publish.outline import Outline
from consult.publish.pictures.bars import Bars, Group, stacked
from consult.publish.pictures.flow import Column, Scheme, Way, flow_canvas
from consult.publish.pictures.sizes import NARROW, WIDE, entries
from consult.publish.pictures.vega import drawn
from consult.records import RESPONSE_STATUSES, VOICES, Analysis

COLUMNS = (
    Column(x=126, room=116, left=True), Column(x=226, room=196), Column(x=486, room=176), Column(x=724, room=156),
)  # fmt: skip
"""Where the four columns stand on a picture of `WIDE` units."""

STEPS = ("sources", "themes", "targets", "responses")
LACKING = "lacking"
"""Where a passage ends that is not answered yet."""

Counts = Mapping[tuple[Flow, str], int]
"""A passage's way and the status of its response → how many passages go it."""


def flow_picture(plan: Outline, analysis: Analysis, events: Mapping[str, str], m: Message) -> Picture | None:
    """Bands on broad screens, bars for each step on narrow ones. events: id → title."""
    flows = flows_of(plan, analysis)
    if not flows:
        return None
    answers = _answers(plan)
    own = {flow.theme: answers.get((flow.theme, plan.anchor_of[flow.theme]), LACKING) for flow in flows}
    counts = {(flow, answers.get((flow.theme, flow.target), own[flow.theme])): flow.passages for flow in flows}
    labels = _labels(plan, flows, events, m)
    ways, gathered = _ways(counts, plan)
    scheme = _scheme(ways, plan, labels | {REST: m("report-flow-rest", count=gathered)}, m)
    title = m("picture-flow-title")
    description = m("picture-flow-description", passages=plan.passages, themes=plan.themes, gathered=gathered)
    if any(flow.voice == MIXED for flow in flows):
        description = f"{description} {m('cells-picture')}"
    narrow = stacked(_steps(scheme), width=NARROW, together=True)
    return Picture(
        title=title, description=description, anchor="picture-flow", table=_table(counts, labels, m),
        svg=drawn(flow_canvas(scheme, COLUMNS, WIDE), "flow", title, description),
        narrow=drawn(narrow, "flow-narrow", title, description),
    )  # fmt: skip


def _answers(plan: Outline) -> dict[tuple[str, str], str]:
    """Theme and each target that it bears on → the status of what is answered there.

    A passage may lie elsewhere. A theme is not answered there, and the receipt tells what is answered in the theme's
    own place; so does the picture.
    """
    return {
        (entry.theme.theme_id, answer.anchor): (answer.response.status if answer.response else "") or LACKING
        for entry in entries(plan)
        for answer in entry.answers
    }


def _labels(plan: Outline, flows: Sequence[Flow], events: Mapping[str, str], m: Message) -> dict[str, str]:
    """Every box's key → its words."""
    titles = {entry.theme.theme_id: entry.theme.title for entry in entries(plan)}
    targets = {target.anchor: target_words(target, m) for target in plan.targets}
    groups = {flow.group: group_label(flow.voice, flow.group.partition("|")[2], events, m) for flow in flows}
    statuses: dict[str, str] = {status: m(f"review-status-{status}") for status in RESPONSE_STATUSES}
    return {**titles, **targets, **groups, **statuses, LACKING: m("picture-lacking")}


def _ways(counts: Counts, plan: Outline) -> tuple[list[Way], int]:
    """The ways with all but the largest themes in one box, and how many themes that box holds."""
    kept = {flow.theme for flow in gather([flow for flow, _ in counts], plan)} - {REST}
    ways = [
        Way(boxes=(flow.group, flow.theme if flow.theme in kept else REST, flow.target, status), passages=number,
            kind=flow.voice)
        for (flow, status), number in counts.items()
    ]  # fmt: skip
    return ways, plan.themes - len(kept)


def _scheme(ways: Sequence[Way], plan: Outline, labels: Mapping[str, str], m: Message) -> Scheme:
    """Boxes of each column from top to bottom: themes in the order of the targets that they mostly go to."""
    targets = [target.anchor for target in plan.targets]
    sizes: Counter[str] = Counter()
    for way in ways:
        sizes[way.boxes[1]] += way.passages
    main = {theme: targets.index(anchor) for theme, anchor in plan.anchor_of.items()}
    themes = sorted(sizes, key=lambda key: (main.get(key, len(targets)), -sizes[key], key))
    kinds: dict[str, str] = {voice: m(f"report-voice-{voice}") for voice in VOICES} | {MIXED: m("cells-sign")}
    groups = sorted({(list(kinds).index(way.kind), way.boxes[0]) for way in ways})
    return Scheme(
        ways=tuple(ways), labels=labels, heads=tuple(m(f"picture-flow-{step}") for step in STEPS),
        orders=(tuple(group for _, group in groups), tuple(themes), tuple(targets), (*RESPONSE_STATUSES, LACKING)),
        legend=tuple((kind, word) for kind, word in kinds.items() if any(way.kind == kind for way in ways)),
    )  # fmt: skip


def _steps(scheme: Scheme) -> list[Group]:
    """Each step's boxes as bars, for screens too narrow for bands."""
    found = []
    for step, (order, head) in enumerate(zip(scheme.orders, scheme.heads, strict=True)):
        sizes: Counter[str] = Counter()
        for way in scheme.ways:
            sizes[way.boxes[step]] += way.passages
        rows = (Bars(label=scheme.labels[box], numbers=(sizes[box],)) for box in order if sizes[box])
        found.append(Group(heading=head, rows=tuple(rows)))
    return found


def _table(counts: Counts, labels: Mapping[str, str], m: Message) -> Table:
    rows = tuple(
        tuple(
            runs(words) for words in (*(labels[box] for box in (flow.group, flow.theme, flow.target, status)), str(n))
        )
        for (flow, status), n in counts.items()
    )
    head = (*(m(f"picture-flow-{step}") for step in STEPS), m("report-column-passages"))
    return Table(caption=m("picture-flow-table"), head=head, rows=rows, numeric=(4,))
