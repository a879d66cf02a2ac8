import dataclasses
import itertools
import re
from collections import Counter

import pytest

from consult.messages import messages
from consult.publish.charts import (
    COLUMNS,
    MOST_GROUPS,
    MOST_THEMES,
    REST,
    WIDTH,
    Flow,
    Picture,
    flows_of,
    gather,
    label_lines,
    picture,
    wrap,
)
from consult.publish.outline import Outline, outline
from consult.records import Analysis, Theme, content_id
from tests import sample_analysis as sample


def drawn(analysis: Analysis) -> tuple[Outline, tuple[Flow, ...], Picture]:
    """The outline, flows and picture of an analysis."""
    plan = outline(analysis, sample.settings(), "nn")
    flows = flows_of(plan, analysis)
    return plan, flows, picture(plan, flows, lambda flow: flow.voice, messages("nn"))


def shattered() -> Analysis:
    """An analysis where the sample's passages fall into more themes than a picture can show, by repeating them."""
    analysis = sample.analysis()
    ids = [passage.passage_id for passage in analysis.passages]
    themes = [
        Theme(theme_id=content_id("t", n), title=f"Tema {n}", keywords=(), passage_ids=(ids[n % len(ids)],))
        for n in range(MOST_THEMES + 12)
    ]  # fmt: skip
    return dataclasses.replace(analysis, themes=tuple(themes), conclusions=(), placements=())


def test_every_passage_flows_once() -> None:
    """The flows hold each passage exactly once, and as many as the outline counts."""
    plan, flows, _ = drawn(sample.analysis())
    assert sum(flow.passages for flow in flows) == plan.passages == 11


def test_the_columns_are_equally_full() -> None:
    """What leaves the left column arrives in the right one."""
    _, _, image = drawn(sample.analysis())
    sums = Counter(dict.fromkeys(COLUMNS, 0))
    for node in image.nodes:
        sums[node.x] += node.passages
    assert len(set(sums.values())) == 1


def test_bands_are_as_wide_as_what_flows() -> None:
    """At each box, the bands that leave it and arrive in it add up to it."""
    _, _, image = drawn(sample.analysis())
    for node in image.nodes:
        out = sum(band.passages for band in image.bands if band.start == node.key)
        into = sum(band.passages for band in image.bands if band.end == node.key)
        assert {out, into} <= {0, node.passages}


def test_a_lost_flow_would_be_seen() -> None:
    """Sabotage twin: leave one flow out, and the sums differ."""
    plan, flows, _ = drawn(sample.analysis())
    assert sum(flow.passages for flow in flows[1:]) != plan.passages


def test_everything_lies_within_the_picture() -> None:
    """Boxes, bands and labels keep inside; boxes of a column do not overlap."""
    for analysis in (sample.analysis(), shattered()):
        _, _, image = drawn(analysis)
        for node in image.nodes:
            assert 0 <= node.y <= node.y + node.height <= image.height + 0.1
            assert all(0 <= line.x <= WIDTH and 0 <= line.y <= image.height for line in label_lines(node))
        for x in COLUMNS:
            column = [node for node in image.nodes if node.x == x]
            assert all(one.y + one.height <= two.y + 0.1 for one, two in itertools.pairwise(column))
        for band in image.bands:
            assert all(0 <= float(n) <= max(WIDTH, image.height) for n in re.findall(r"-?[\d.]+", band.path))


def test_few_themes_are_all_drawn() -> None:
    """Nothing is gathered where all fit."""
    plan, flows, image = drawn(sample.analysis())
    assert gather(flows, plan) == flows
    assert image.gathered == 0


def test_many_themes_are_gathered_in_one_box_that_says_how_many() -> None:
    """The largest themes stand alone, the rest share a box; nothing is lost."""
    plan, flows, image = drawn(shattered())
    themes = [node for node in image.nodes if node.x == COLUMNS[1]]
    assert len(themes) == MOST_THEMES
    rest = next(node for node in themes if node.key == REST)
    assert rest.label == f"{image.gathered} mindre tema"
    assert image.gathered == MOST_THEMES + 12 - (MOST_THEMES - 1)
    assert sum(node.passages for node in themes) == sum(flow.passages for flow in flows)
    assert {flow.theme for flow in flows} == {entry.theme.theme_id for t in plan.targets for entry in t.themes}


def test_many_groups_are_gathered_by_voice() -> None:
    """More meetings than fit become one box a voice."""
    analysis = sample.analysis()
    one = analysis.sources[1]
    extra = [dataclasses.replace(one, path=f"{n}.txt", event=f"e{n}") for n in range(MOST_GROUPS + 2)]
    passages = [
        dataclasses.replace(analysis.passages[0], source_id=source.source_id, voice="organisation") for source in extra
    ]
    theme = dataclasses.replace(analysis.themes[0], passage_ids=tuple(p.passage_id for p in passages))
    many = dataclasses.replace(
        analysis, sources=tuple(extra), passages=tuple(passages), themes=(theme,), conclusions=(), placements=()
    )
    assert {flow.group for flow in drawn(many)[1]} == {"organisation|"}


def test_groups_keep_their_event_where_they_are_few() -> None:
    """Table notes of a meeting and letters of a hearing are told apart."""
    assert {flow.group for flow in drawn(sample.analysis())[1]} == {
        "group_note|mote-1", "organisation|hearing", "individual|",
    }  # fmt: skip


def test_the_picture_is_the_same_for_records_in_any_order() -> None:
    """No byte of the picture depends on the order of what came in."""
    analysis = sample.analysis()
    turned = dataclasses.replace(
        analysis, sources=analysis.sources[::-1], passages=analysis.passages[::-1], themes=analysis.themes[::-1]
    )
    assert drawn(turned)[2] == drawn(analysis)[2]


@pytest.mark.parametrize(
    ("label", "width", "lines"),
    [
        ("Kort", 100, ("Kort",)),
        ("", 100, ("",)),
        ("Ei samla oversikt over kontraktar", 150, ("Ei samla oversikt over", "kontraktar")),
        (
            "Ei samla oversikt over kontraktane til alle kommunar",
            150,
            ("Ei samla oversikt over", "kontraktane til alle…"),
        ),
        ("Samferdsledepartementet", 100, ("Samferdslede…",)),
        ("med\nlinjeskift", 200, ("med linjeskift",)),
        ("DIALOG OG SIVILSAMFUNN", 150, ("DIALOG OG", "SIVILSAMFUNN")),
        ("to ord", 1, ("…", "…")),
    ],
)
def test_labels_fit_on_two_lines(label: str, width: float, lines: tuple[str, ...]) -> None:
    """A label that is too long ends in an ellipsis; its box and the table have it whole."""
    assert wrap(label, width) == lines
