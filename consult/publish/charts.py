"""The picture of the way: who spoke → themes → where they bear, as a flow of passages (a Sankey diagram).

In: an outline. Out: nodes and bands with their places in the picture, which the template draws as SVG; and
the same figures as rows of a table. One passage is one unit of width everywhere, so the columns are equally
high. What would be too many to read is gathered in one node that says how many it holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from consult.messages import Message
from consult.publish.cells import MIXED, persons, unshown
from consult.publish.labels import target_words
from consult.publish.outline import Outline, ThemeEntry
from consult.records import VOICES, Analysis, Passage

MOST_THEMES = 18
"""More rows than this in the middle column cannot be read beside each other; the table has them all."""

MOST_GROUPS = 9
"""More groups than this on the left are gathered by voice alone."""

WIDTH, NODE, GAP, LINE = 900.0, 14.0, 8.0, 34.0
"""In units of the picture: its width, a box's width, the least distance of boxes, the height of two lines of label."""

COLUMNS = (176.0, 384.0, 676.0)
"""Where the three columns of nodes stand; labels take what lies to the left or right of them."""

CHARACTER, WIDER, NARROWER = 7.8, 1.3, 0.6
BROAD, SLIM = frozenset("mwMWæøÆØ@%—…"), frozenset("ijltfrI.,:;'|!()[]- ")
"""Width of a letter of a label at 14 units, and of broad and slim letters as parts of it: no label is broader than that
in Inter, DejaVu Sans or Liberation Sans."""

MARGIN, LEADING = 8.0, 16.0
"""Distance of a label from its box, and of its second line from its first."""

REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box of the picture. group: its voice, where it has one."""

    key: str
    label: str
    passages: int
    x: float
    y: float
    height: float
    voice: str = ""

    @property
    def middle(self) -> float:
        """Where the label's middle line stands."""
        return round(self.y + self.height / 2, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a label and where it stands."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A flow between two boxes, as the path of its outline."""

    start: str
    end: str
    passages: int
    voice: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One passage's way, and every passage that goes it."""

    group: str
    voice: str
    theme: str
    target: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything that the template draws. gathered: how many themes stand in the node of the rest."""

    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]
    height: float
    gathered: int


def picture(plan: Outline, flows: Sequence[Flow], words: Callable[[Flow], str], m: Message) -> Picture:
    """Draw `flows`, of which there is at least one. words: a flow → who spoke."""
    entries = {entry.theme.theme_id: entry for entry in _themes(plan)}
    drawn = gather(flows, plan)
    gathered = len(entries.keys() - {flow.theme for flow in drawn})
    labels = {theme_id: entry.theme.title for theme_id, entry in entries.items()}
    labels |= {target.anchor: target_words(target, m) for target in plan.targets}
    labels |= {flow.group: words(flow) for flow in drawn} | {REST: m("report-flow-rest", count=gathered)}
    columns = _columns(drawn, plan)
    height = max(_height(column) for column in columns)
    nodes = [node for x, column in zip(COLUMNS, columns, strict=True) for node in _stack(x, column, height, labels)]
    return Picture(nodes=tuple(nodes), bands=tuple(_bands(drawn, nodes)), height=height, gathered=gathered)


def flows_of(plan: Outline, analysis: Analysis) -> tuple[Flow, ...]:
    """Each passage's way from its group (voice and event) through its theme to the target that is its first choice."""
    groups = _groups(plan, analysis)
    counts: Counter[tuple[str, str, str]] = Counter()
    for entry in _themes(plan):
        for passage_id in entry.theme.passage_ids:
            counts[groups[passage_id], entry.theme.theme_id, plan.place_of[passage_id]] += 1
    order, voices = [target.anchor for target in plan.targets], (*VOICES, MIXED)
    flows = [
        Flow(group=group, voice=group.partition("|")[0], theme=theme, target=target, passages=passages)
        for (group, theme, target), passages in counts.items()
    ]
    flows.sort(key=lambda f: (voices.index(f.voice), f.group, order.index(f.target), -f.passages, f.theme))
    return tuple(flows)


def _groups(plan: Outline, analysis: Analysis) -> dict[str, str]:
    """Passage id → its group, `voice|event`; to the public those of one kind where a number of persons gives way."""
    event = {source.source_id: source.event for source in analysis.sources}
    groups = {p.passage_id: f"{p.voice}|{event[p.source_id]}" for p in analysis.passages}
    if not plan.whole:
        closed = _closed(plan, analysis)
        for one in analysis.passages:
            if plan.theme_of[one.passage_id].theme_id in closed:
                groups[one.passage_id] = f"{MIXED}|"
            elif one.voice == "individual":
                groups[one.passage_id] = f"{one.voice}|"
    if len(set(groups.values())) > MOST_GROUPS:
        return {passage_id: f"{group.partition('|')[0]}|" for passage_id, group in groups.items()}
    return groups


def _closed(plan: Outline, analysis: Analysis) -> frozenset[str]:
    """Themes from which so few private persons' passages go one way that nobody's kind is told."""
    sources = {source.source_id: source for source in analysis.sources}
    ways: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in analysis.passages:
        ways[plan.theme_of[passage.passage_id].theme_id, plan.place_of[passage.passage_id]].append(passage)
    return frozenset(theme for theme, _ in unshown({way: persons(ways[way], sources) for way in ways}))


def gather(flows: Sequence[Flow], plan: Outline) -> tuple[Flow, ...]:
    """The flows with all but the largest themes gathered in one; unchanged where they are few."""
    sizes = sorted(_themes(plan), key=lambda entry: (-entry.passages, entry.theme.theme_id))
    if len(sizes) <= MOST_THEMES:
        return tuple(flows)
    kept = {entry.theme.theme_id for entry in sizes[: MOST_THEMES - 1]}
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for flow in flows:
        counts[flow.group, flow.voice, flow.theme if flow.theme in kept else REST, flow.target] += flow.passages
    return tuple(
        Flow(group=group, voice=voice, theme=theme, target=target, passages=passages)
        for (group, voice, theme, target), passages in sorted(counts.items())
    )


def label_lines(node: Node) -> tuple[Line, ...]:
    """The label of a node on one line or two, left of the first column's boxes and right of the others'."""
    place = COLUMNS.index(node.x)
    room = (COLUMNS[0], COLUMNS[2] - COLUMNS[1], WIDTH - COLUMNS[2])[place] - 2 * NODE
    lines = wrap(node.label, room - breadth(f" {node.passages}"))
    x = node.x - MARGIN if place == 0 else node.x + NODE + MARGIN
    top = node.middle - LEADING * (len(lines) - 1) / 2
    return tuple(Line(text=text, x=x, y=round(top + LEADING * n, 1)) for n, text in enumerate(lines))


def wrap(label: str, width: float) -> tuple[str, ...]:
    """`label` on at most two lines of `width` units each, its end left out where it is longer.

    >>> wrap("Ei samla oversikt over kontraktar i kommunane", 150)
    ('Ei samla oversikt over', 'kontraktar i…')
    """
    words = label.split()
    first = words[:1]
    while len(first) < len(words) and breadth(" ".join(words[: len(first) + 1])) <= width:
        first = words[: len(first) + 1]
    rest = " ".join(words[len(first) :])
    return (fit(" ".join(first), width), *([fit(rest, width)] if rest else []))


def breadth(text: str) -> float:
    """Width of a text in units: capitals and m, w count for more, i, l, t for less."""
    return CHARACTER * sum(
        WIDER if sign in BROAD or sign.isupper() else NARROWER if sign in SLIM else 1 for sign in text
    )


def fit(text: str, width: float) -> str:
    """`text`, cut where it would be broader than `width`: behind a word, unless that leaves less than half."""
    if breadth(text) <= width:
        return text
    kept = text
    while kept and breadth(f"{kept}…") > width:
        kept = kept[:-1]
    space = kept.rfind(" ")
    kept = kept[:space] if space > len(kept) / 2 else kept
    return f"{kept.rstrip(' ,.;:–-')}…"


def _themes(plan: Outline) -> list[ThemeEntry]:
    return [entry for target in plan.targets for entry in target.themes]


def _columns(flows: Sequence[Flow], plan: Outline) -> list[dict[str, int]]:
    """For each column its nodes from top to bottom, with their passages: themes stand in the order of their targets."""
    groups, themes, targets = (_sums(flows, name) for name in ("group", "theme", "target"))
    order = [target.anchor for target in plan.targets]
    main = {theme_id: order.index(anchor) for theme_id, anchor in plan.anchor_of.items()}
    return [
        {key: groups[key] for key in sorted(groups, key=lambda key: (VOICES.index(key.partition("|")[0]), key))},
        {key: themes[key] for key in sorted(themes, key=lambda key: (main.get(key, len(order)), -themes[key], key))},
        {anchor: targets[anchor] for anchor in order if anchor in targets},
    ]


def _sums(flows: Iterable[Flow], name: str) -> Counter[str]:
    sums: Counter[str] = Counter()
    for flow in flows:
        sums[getattr(flow, name)] += flow.passages
    return sums


def _unit(column: Mapping[str, int]) -> float:
    """Height of one passage: from a large picture of few passages to a low one of many."""
    return min(10.0, max(0.05, 420.0 / max(1, sum(column.values()))))


def _height(column: Mapping[str, int]) -> float:
    return round(sum(max(LINE, passages * _unit(column)) + GAP for passages in column.values()) + GAP, 1)


def _stack(x: float, column: Mapping[str, int], height: float, labels: Mapping[str, str]) -> list[Node]:
    """The nodes of a column, spread over the picture's height."""
    free = (height - _height(column)) / max(1, len(column))
    nodes, y = [], GAP + free / 2
    for key, passages in column.items():
        slot, own = max(LINE, passages * _unit(column)), passages * _unit(column)
        nodes.append(
            Node(key=key, label=labels[key], passages=passages, x=x, y=round(y + (slot - own) / 2, 1),
                 height=round(max(1.0, own), 1), voice=key.partition("|")[0] if x == COLUMNS[0] else "")
        )  # fmt: skip
        y += slot + GAP + free
    return nodes


def _bands(flows: Sequence[Flow], nodes: Sequence[Node]) -> list[Band]:
    """The bands of both halves; at each node they lie in the order of the nodes they come from or go to."""
    at = {node.key: place for place, node in enumerate(nodes)}
    left: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for flow in flows:
        left[flow.group, flow.theme, flow.voice] += flow.passages
        right[flow.theme, flow.target, flow.voice] += flow.passages
    bands: list[Band] = []
    for half in (left, right):
        out: Counter[str] = Counter()
        into: Counter[str] = Counter()
        for start, end, voice in sorted(half, key=lambda key: (at[key[0]], at[key[1]], VOICES.index(key[2]))):
            passages = half[start, end, voice]
            path = _path(nodes[at[start]], nodes[at[end]], out[start], into[end], passages)
            bands.append(Band(start=start, end=end, passages=passages, voice=voice, path=path))
            out[start] += passages
            into[end] += passages
    return bands


def _path(start: Node, end: Node, before: int, above: int, passages: int) -> str:
    """The outline of a band: two curves and the edges of its boxes."""
    x0, x1 = start.x + NODE, end.x
    top0, top1 = start.y + start.height * before / start.passages, end.y + end.height * above / end.passages
    low0, low1 = top0 + start.height * passages / start.passages, top1 + end.height * passages / end.passages
    bend = (x0 + x1) / 2
    return (
        f"M{x0:g},{top0:.1f}C{bend:g},{top0:.1f} {bend:g},{top1:.1f} {x1:g},{top1:.1f}"
        f"V{low1:.1f}C{bend:g},{low1:.1f} {bend:g},{low0:.1f} {x0:g},{low0:.1f}Z"
    )
