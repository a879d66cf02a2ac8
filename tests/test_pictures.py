"""Pictures: they show what their tables say, hold nothing that runs, and tell nothing by colour alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from lxml import etree

from consult.messages import messages
from consult.publish.document import Picture, Table
from consult.publish.outline import outline
from consult.publish.pictures import changes_picture, map_picture, pictures
from consult.publish.pictures.atlas import SHAPES
from consult.publish.pictures.bars import Bars, Group, columns, stacked
from consult.publish.pictures.lettering import counted, wrapped
from consult.publish.pictures.places import Spot, plane
from consult.publish.pictures.vega import HATCHES, Canvas, drawn, refuse_harm
from consult.publish.pictures.ways import flow_picture
from consult.records import VOICES, Analysis
from tests import picture_cases
from tests import sample_analysis as sample

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("picture-flow", "picture-voices", "picture-map", "picture-changes")


@pytest.fixture(scope="module")
def made() -> dict[str, Picture]:
    """The four pictures in nynorsk, by address."""
    return {picture.anchor: picture for picture in picture_cases.drawn()}


def cells(table: Table) -> list[tuple[str, ...]]:
    """A table's words."""
    return [tuple("".join(run.text for run in cell) for cell in row) for row in table.rows]


def words(svg: str) -> list[str]:
    """Every text of a drawing."""
    return ["".join(one.itertext()) for one in etree.fromstring(svg).iter(f"{SVG}text")]


def both(picture: Picture) -> Iterator[str]:
    """The drawing for broad screens and the one for narrow ones."""
    yield from (picture.svg, picture.narrow)


def statuses(analysis: Analysis, theme_id: str) -> Counter[str]:
    """What the table of the way says of a theme's passages, by response."""
    plan = outline(analysis, sample.settings(), "nn")
    picture = flow_picture(plan, analysis, {}, messages("nn"))
    assert picture is not None
    title = next(theme.title for theme in analysis.themes if theme.theme_id == theme_id)
    found: Counter[str] = Counter()
    for row in cells(picture.table):
        found[row[3]] += int(row[4]) if row[1] == title else 0
    return +found


def test_a_passage_that_lies_elsewhere_ends_in_its_themes_response() -> None:
    """As its receipt tells; a final edition said that every theme has a response, and that some passages had none."""
    whole = sample.analysis()
    answer = next(one for one in whole.responses if one.status)
    theme = next(one for one in whole.themes if one.theme_id == answer.theme_id)
    before = statuses(whole, theme.theme_id)
    moved = tuple(
        replace(one, kind="new", target="") if one.passage_id == theme.passage_ids[0] else one
        for one in whole.placements
    )
    assert statuses(replace(whole, placements=moved), theme.theme_id) == before


def test_a_theme_without_a_response_ends_in_none_wherever_its_passages_lie() -> None:
    """Sabotage twin: what nobody has answered is not answered by another theme, nor in a place that is lacking."""
    whole = replace(sample.analysis(), responses=())
    lacking = messages("nn")("picture-lacking")
    assert all(set(statuses(whole, theme.theme_id)) == {lacking} for theme in whole.themes)


def test_there_are_four(made: dict[str, Picture]) -> None:
    """In the order of the document."""
    assert tuple(made) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_says_what_it_is(made: dict[str, Picture], name: str) -> None:
    """To those who do not see it: role, title and description, by ids that stand there."""
    for svg in both(made[name]):
        root = etree.fromstring(svg)
        title, description = root.get("aria-labelledby").split()
        assert root.get("role") == "img"
        assert root.xpath(f"string(//*[@id='{title}'])") == made[name].title
        assert root.xpath(f"string(//*[@id='{description}'])")
        assert root.get("viewBox")
        assert root.get("width") is None


def test_ids_are_unique_over_all_pictures(made: dict[str, Picture]) -> None:
    """They stand on one page."""
    ids = [one for picture in made.values() for svg in both(picture) for one in re.findall(r'\bid="(.+?)"', svg)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_holds_nothing_that_runs_or_loads(made: dict[str, Picture], name: str) -> None:
    """No script, style, link, picture or event; pointers lead to its own ids."""
    for svg in both(made[name]):
        refuse_harm(svg)
        assert "style=" not in svg
        assert set(re.findall(r"url\(#(.+?)\)", svg)) <= set(re.findall(r'\bid="(.+?)"', svg))


@pytest.mark.parametrize(
    "harm",
    [
        "<script/>", "<a href='x'/>", "<image href='x'/>", "<g onload='x'/>", "<g style='x'/>", "<foreignObject/>",
        "<rect fill='url(http://evil.example/x)'/>", "<use href='#x'/>", "<style/>", "<!-- x -->", "<set/>",
    ],
)  # fmt: skip
def test_what_could_run_is_refused(harm: str) -> None:
    """Sabotage twin."""
    with pytest.raises(ValueError, match="a picture may not"):
        refuse_harm(f'<svg xmlns="http://www.w3.org/2000/svg">{harm}</svg>')


def test_what_people_wrote_is_text() -> None:
    """In labels, titles and tables, in all pictures that a hostile analysis has."""
    for picture in picture_cases.drawn(hostile=True):
        for svg in both(picture):
            refuse_harm(svg)
            assert "<script" not in svg
    flow = picture_cases.drawn(hostile=True)[0]
    assert any(sample.HOSTILE in cell for row in cells(flow.table) for cell in row)


def test_all_passages_flow_through_every_step(made: dict[str, Picture]) -> None:
    """The table's rows sum to the passages; so do the bars of each step; no one is lost on the way."""
    flow, analysis = made["picture-flow"], sample.analysis()
    total = len(analysis.passages)
    assert sum(int(row[-1]) for row in cells(flow.table)) == total
    figures = [int(one) for one in words(flow.narrow) if one.isdigit()]
    assert sum(figures) == 4 * total
    counts = [int(one) for text in words(flow.svg) for one in re.findall(r"\((\d+)\)$", text)]
    assert sum(counts) == 4 * total


def test_what_is_not_answered_shows(made: dict[str, Picture]) -> None:
    """In a box of its own, beside those that are."""
    last = {row[3] for row in cells(made["picture-flow"].table)}
    assert "Svar manglar" in last
    assert len(last) > 1


def test_voices_stand_beside_each_other_and_are_never_summed(made: dict[str, Picture]) -> None:
    """A column for each kind, as the outline counts them."""
    table = made["picture-voices"].table
    assert table.head == ("Tema", "Bord", "Organisasjonar", "Privatpersonar")
    plan = outline(sample.analysis(), sample.settings(), "nn")
    voices = {entry.theme.title: entry.voices for target in plan.targets for entry in target.themes}
    for title, *numbers in cells(table):
        assert [int(one) for one in numbers] == [voices[title].get(voice, 0) for voice in VOICES]


def test_changes_are_counted_by_what_and_how(made: dict[str, Picture]) -> None:
    """As many as there are."""
    rows = cells(made["picture-changes"].table)
    assert ("Utsegner", "flytte til eit anna tema", "2") in rows
    assert sum(int(row[2]) for row in rows) == len(picture_cases.CHANGES)


def test_nothing_changed_is_no_picture() -> None:
    """Nor is a first edition, an analysis without passages, or a map without vectors."""
    m = messages("nn")
    assert changes_picture((), m) is None
    plan = outline(sample.analysis(), sample.settings(), "nn")
    assert map_picture(plan, sample.analysis(), {}, m) is None


@pytest.mark.parametrize("language", ["nb", "en", "da", "sv"])
def test_every_language_has_words_for_every_picture(language: str) -> None:
    """Other words, the same figures."""
    ours, theirs = picture_cases.drawn(), picture_cases.drawn(language)
    assert all(one.title != other.title for one, other in zip(ours, theirs, strict=True))
    assert [len(one.table.rows) for one in ours] == [len(one.table.rows) for one in theirs]


def test_the_map_shows_who_speaks_by_shapes(made: dict[str, Picture]) -> None:
    """A shape for each kind, and a legend; the signs' colour is the same."""
    root = etree.fromstring(made["picture-map"].svg)
    colours = {one.get("fill") for one in root.iter(f"{SVG}path") if one.get("fill") not in (None, "none", "#fafafa")}
    assert len(colours) == 1
    assert len(set(SHAPES.values())) == 4
    assert {"Bordnotat", "Organisasjon", "Privatperson"} & set(words(made["picture-map"].svg))


def test_bands_are_told_apart_in_grey(made: dict[str, Picture]) -> None:
    """Each kind of voice but one is hatched in its own way, and the legend says which."""
    assert sum(bool(line) for line in HATCHES.values()) == 3
    assert "flow-hatch-1" in made["picture-flow"].svg
    assert {"Bord", "Organisasjonar"} <= set(words(made["picture-flow"].svg))


def test_order_changes_no_byte() -> None:
    """The same passages in another order give the same pictures."""
    from dataclasses import replace

    one = sample.analysis()
    other = replace(
        one, passages=one.passages[::-1], themes=one.themes[::-1], placements=one.placements[::-1],
        sources=one.sources[::-1],
    )  # fmt: skip
    vectors = picture_cases.vectors(one)
    turned = dict(reversed(vectors.items()))
    assert pictures(one, sample.settings(), "nn", vectors=vectors) == pictures(
        other, sample.settings(), "nn", vectors=turned
    )


def spots(points: list[list[float]], themes: list[str], language: str = "nn") -> list[Spot]:
    """Passages at these points."""
    return [
        Spot(passage_id=f"p-{n}", theme_id=theme, language=language, vector=np.array(point, dtype=np.float32))
        for n, (point, theme) in enumerate(zip(points, themes, strict=True))
    ]


def test_what_is_alike_lies_near() -> None:
    """Three heaps stay three heaps; the nearest theme is the nearest."""
    points = [[1, 0, 0, 0], [0.98, 0.1, 0, 0], [0, 1, 0, 0], [0.1, 0.98, 0, 0], [0, 0.2, 1, 0], [0, 0.3, 0.98, 0]]
    found = plane(spots(points, list("aabbcc")))
    places = {key: np.array(value) for key, value in found.passages.items()}
    within = max(np.linalg.norm(places[f"p-{n}"] - places[f"p-{n + 1}"]) for n in (0, 2, 4))
    between = min(np.linalg.norm(places[f"p-{a}"] - places[f"p-{b}"]) for a, b in ((0, 2), (0, 4), (2, 4)))
    assert within < between / 3
    assert found.nearest["c"] == "b"
    assert all(0 <= part <= 1 for point in found.passages.values() for part in point)


@pytest.mark.parametrize(
    ("points", "themes"),
    [([[1, 0]], ["a"]), ([[1, 0], [1, 0], [1, 0]], ["a", "a", "b"]), ([[0, 1], [1, 0]], ["a", "b"])],
)
def test_few_or_equal_passages_have_a_place(points: list[list[float]], themes: list[str]) -> None:
    """Nothing is divided by nothing."""
    found = plane(spots(points, themes))
    assert len(found.passages) == len(points)
    assert not any(np.isnan(part) for point in found.passages.values() for part in point)


def test_a_language_is_no_place() -> None:
    """The same two subjects in two languages, each language far from the other: subjects lie together."""
    rng = np.random.default_rng(1)
    subjects, languages = np.eye(8)[:3], {"nn": np.eye(8)[5] * 3, "en": np.eye(8)[6] * 3}
    made = [
        Spot(passage_id=f"p-{language}-{n}-{copy}", theme_id=f"t-{n}-{language}", language=language,
             vector=(subject + base + rng.normal(0, 0.01, 8)).astype(np.float32))
        for language, base in languages.items() for n, subject in enumerate(subjects) for copy in range(20)
    ]  # fmt: skip
    found = plane(made)
    assert all(found.nearest[f"t-{n}-nn"] == f"t-{n}-en" for n in range(3))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Innsyn", 200, ("Innsyn",)),
        ("", 200, ()),
        ("ein to tre fire fem seks sju", 60, ("ein to tre", "fire fem", "seks sju")),
        ("ein to tre fire fem seks sju åtte", 60, ("ein to tre", "fire fem", "seks…")),
    ],
)
def test_labels_fit_on_their_lines(text: str, width: float, expected: tuple[str, ...]) -> None:
    """On three lines at most; what is left out shows."""
    assert wrapped(text, width) == expected


def test_a_count_is_never_left_out() -> None:
    """However long the label."""
    assert counted("Eit svært langt namn på eit tema som ingen kan lese heile", 1234, 90)[-1].endswith("(1234)")
    assert counted("", 3, 90)[-1].strip() == "(3)"


def test_bars_of_a_column_share_a_measure_and_columns_do_not() -> None:
    """The longest bar of each column is as long as that of the others."""
    canvas = columns(
        [Bars(label="a", numbers=(1, 100)), Bars(label="b", numbers=(2, 50))], ["x", "y"], width=400, label=100
    )
    boxes = next(rows for kind, rows, _ in canvas.layers if kind == "rect")
    lengths = [round(box["x2"] - box["x"], 1) for box in boxes]
    assert lengths[0] * 2 == pytest.approx(lengths[2], abs=0.2)
    assert lengths[1] == pytest.approx(lengths[2], abs=0.2)


def test_groups_share_a_measure_only_where_they_count_the_same() -> None:
    """`together` makes 1 shorter than 2 in another group."""
    groups = [
        Group(heading="a", rows=(Bars(label="x", numbers=(1,)),)),
        Group(heading="b", rows=(Bars(label="y", numbers=(2,)),)),
    ]

    def lengths(canvas: Canvas) -> list[float]:
        rows = next(rows for kind, rows, _ in canvas.layers if kind == "rect")
        return [box["x2"] - box["x"] for box in rows]

    apart, together = lengths(stacked(groups, width=300)), lengths(stacked(groups, width=300, together=True))
    assert apart[0] == apart[1]
    assert together[0] * 2 == pytest.approx(together[1])


def test_controls_in_titles_are_shown() -> None:
    """SVG is XML: it may not hold them."""
    canvas = Canvas(width=50, height=20)
    canvas.texts([{"x": 1, "y": 5, "text": "x"}])
    assert "a␀b" in drawn(canvas, "n", "a\x00b", "c\x1b")


def test_catalogues_have_a_word_for_every_kind_of_change() -> None:
    """Whatever `consult diff` may find."""
    from consult.diff import ORDER
    from consult.publish.pictures.changed import HOWS

    for language in ("nn", "nb", "en", "da", "sv"):
        m = messages(language)
        assert all(m(f"picture-change-{how}") for how in HOWS)
        assert all(m(f"picture-changed-{what}") for what in ORDER)
    assert Counter(HOWS).most_common(1)[0][1] == 1
