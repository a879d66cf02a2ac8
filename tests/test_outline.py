import dataclasses
import random

import pytest

from consult.publish.outline import Outline, by_path, outline
from consult.records import Analysis, Placement, Source
from consult.speakers import count_voices
from tests import sample_analysis as sample


@pytest.fixture
def plan() -> Outline:
    """The sample's outline in Nynorsk."""
    return outline(sample.analysis(), sample.settings(), "nn")


def test_every_theme_stands_in_full_once(plan: Outline) -> None:
    """A theme has one target where it stands in full, however many it bears on."""
    themes = [entry.theme.theme_id for target in plan.targets for entry in target.themes]
    assert sorted(themes) == sorted(theme.theme_id for theme in sample.analysis().themes)
    assert plan.themes == len(themes) == len(set(themes))


def test_a_second_target_points_to_the_theme(plan: Outline) -> None:
    """The theme on who owns eInnsyn stands under 5 and is pointed to from T1."""
    target = next(target for target in plan.targets if target.target_id == "T1")
    assert [pointer.entry.theme.title for pointer in target.also] == ["Ansvar for eInnsyn"]
    assert next(t for t in plan.targets if t.anchor == target.also[0].entry.main).target_id == "5"


def test_a_passage_that_bears_elsewhere_makes_a_pointer() -> None:
    """A target learns of passages that are placed on it though their theme stands elsewhere."""
    analysis = sample.analysis()
    theme = next(theme for theme in analysis.themes if theme.title.startswith("Opne data"))
    other = Placement(
        theme_id=theme.theme_id, passage_id=theme.passage_ids[0], kind="commitment", target="7", score=1, probability=1
    )
    changed = dataclasses.replace(analysis, placements=(*analysis.placements, other))
    target = next(t for t in outline(changed, sample.settings(), "nn").targets if t.target_id == "7")
    assert [(pointer.entry.theme.title, pointer.passages) for pointer in target.also] == [(theme.title, 1)]


def test_targets_without_input_are_shown(plan: Outline) -> None:
    """A commitment that nobody spoke about stands there, empty; so do `new` and `unplaced`."""
    empty = next(target for target in plan.targets if target.target_id == "7")
    assert (empty.themes, empty.also, empty.passages) == ((), (), 0)
    assert [target.kind for target in plan.targets][-2:] == ["new", "unplaced"]


def test_targets_stand_in_the_frameworks_order(plan: Outline) -> None:
    """Commitments first, in the framework's order, then known new topics."""
    assert [target.target_id for target in plan.targets] == ["1", "5", "7", "T1", "", ""]


def test_a_target_that_the_framework_lacks_is_shown_all_the_same() -> None:
    """A placement on a target that was taken out of the framework does not vanish with it."""
    analysis = sample.analysis()
    moved = tuple(dataclasses.replace(p, target="99") if p.target == "1" else p for p in analysis.placements)
    plan = outline(dataclasses.replace(analysis, placements=moved), sample.settings(), "nn")
    assert next(target for target in plan.targets if target.target_id == "99").passages == 5


def test_a_theme_without_placement_is_unplaced() -> None:
    """What nobody placed is shown as not placed."""
    plan = outline(dataclasses.replace(sample.analysis(), placements=()), sample.settings(), "nn")
    assert len(plan.targets[-1].themes) == len(sample.analysis().themes)


def test_voices_are_counted_side_by_side(plan: Outline) -> None:
    """Sources by voice; a source counts once for a theme however much it says."""
    assert plan.voices == {"group_note": 1, "organisation": 1, "individual": 2}
    theme = next(e for t in plan.targets for e in t.themes if e.theme.title == "Opne data om offentlege innkjøp")
    assert theme.voices == {"group_note": 1, "individual": 1}
    assert (theme.passages, theme.speakers) == (3, 2)


def test_received_is_read_and_unreadable(plan: Outline) -> None:
    """Sources received = read + unreadable; every passage is counted once."""
    analysis = sample.analysis()
    assert plan.received == plan.read + len(plan.unreadable) == len(analysis.sources)
    assert plan.passages == len(analysis.passages) == sum(target.passages for target in plan.targets)


def test_set_aside_is_counted_by_reason(plan: Outline) -> None:
    """Stretches and characters of each reason add up to all that was set aside."""
    spans = sample.analysis().set_aside
    assert sum(stretches for stretches, _ in plan.set_aside.values()) == len(spans)
    assert sum(characters for _, characters in plan.set_aside.values()) == sum(len(span.text) for span in spans)


def test_conclusions_in_the_pages_language_go_first() -> None:
    """Where a theme has conclusions in several languages, the page shows its own; else those there are."""
    analysis = sample.analysis()
    english = tuple(
        dataclasses.replace(c, conclusion_id=f"{c.conclusion_id}e", language="en") for c in analysis.conclusions
    )
    both = dataclasses.replace(analysis, conclusions=(*analysis.conclusions, *english))
    for language, expected in (("en", {"en"}), ("nn", {"nn"}), ("nb", {"nn", "en"})):
        plan = outline(both, sample.settings(), language)
        said = {s.conclusion.language for t in plan.targets for e in t.themes for s in e.statements}
        assert said == expected


def test_the_order_of_records_changes_nothing() -> None:
    """The outline is the same for records in any order."""
    one, shuffler = sample.analysis(), random.Random(1)  # noqa: S311 - shuffling
    fields = {f.name: getattr(one, f.name) for f in dataclasses.fields(one)}
    for _ in range(3):
        turned = {n: tuple(shuffler.sample(v, len(v))) if isinstance(v, tuple) else v for n, v in fields.items()}
        assert outline(Analysis(**turned), sample.settings(), "nn") == outline(one, sample.settings(), "nn")


def test_the_largest_theme_stands_first_by_sources_then_passages() -> None:
    """Many voices weigh more than many words of one."""
    plan = outline(sample.analysis(), sample.settings(), "nn")
    for target in plan.targets:
        sizes = [(entry.speakers, entry.passages) for entry in target.themes]
        assert sizes == sorted(sizes, reverse=True)


def test_rows_stand_in_natural_order() -> None:
    """Row 10 comes behind row 9, bord 10 behind bord 9."""
    paths = [("a.xlsx", "row=10"), ("a.xlsx", "row=9"), ("bord 10.txt", ""), ("bord 9.txt", ""), ("a²b.txt", "")]
    sources = [Source(path=path, locator=locator, sha256="0", format="x") for path, locator in paths]
    found = [(s.path, s.locator) for s in sorted(sources, key=by_path)]
    assert found.index(("a.xlsx", "row=9")) < found.index(("a.xlsx", "row=10"))
    assert found.index(("bord 9.txt", "")) < found.index(("bord 10.txt", ""))


def test_counts_are_those_of_the_tables(plan: Outline) -> None:
    """The page's voices of a target are computed as the tables' voices are."""
    analysis = sample.analysis()
    for target in plan.targets:
        ids = {passage_id for entry in target.themes for passage_id in entry.theme.passage_ids}
        sources = {source.source_id: source for source in analysis.sources}
        expected = count_voices((p for p in analysis.passages if p.passage_id in ids), sources)
        assert target.voices == {voice: n for voice, n in expected.items() if n}


def test_who_says_nothing_is_no_voice() -> None:
    """A source that is read and holds no passage, such as a row with *nei* alone, is received and no voice."""
    about = Source(path="skjema.xlsx", locator="sheet=Svar;row=2", sha256="9" * 64, format="xlsx", text="Nei")

    analysis = sample.analysis()
    before = outline(analysis, sample.settings(), "nn")
    after = outline(dataclasses.replace(analysis, sources=(*analysis.sources, about)), sample.settings(), "nn")

    assert after.received == before.received + 1
    assert after.silent == before.silent + 1
    assert after.voices == before.voices


def test_a_sheet_about_a_form_is_no_contribution() -> None:
    """Beside rows of the same file: it is counted apart, and nowhere else."""
    analysis = sample.analysis()
    row = Source(path="skjema.xlsx", locator="sheet=Svar;row=2", sha256="8" * 64, format="xlsx", text="Nei")
    about = Source(path="skjema.xlsx", locator="sheet=Om", sha256="9" * 64, format="xlsx", text="svar1: Kva meiner du?")
    before = outline(dataclasses.replace(analysis, sources=(*analysis.sources, row)), sample.settings(), "nn")
    after = outline(dataclasses.replace(analysis, sources=(*analysis.sources, row, about)), sample.settings(), "nn")

    assert (before.about, after.about) == (0, 1)
    assert dataclasses.replace(after, about=0) == before


def test_every_place_of_a_theme_is_answered_or_lacks_it(plan: Outline) -> None:
    """One theme is answered, one in one of its two places only, and the others wait."""
    entries = {entry.theme.title: entry for target in plan.targets for entry in target.themes}
    answered = {title: [one.response is not None for one in entry.answers] for title, entry in entries.items()}
    assert answered.pop("Opne data om offentlege innkjøp") == [True]
    assert answered.pop("Ansvar for eInnsyn") == [True, False]
    assert list(answered.values()) == [[False]] * 5
    assert plan.lacking == 6


def test_a_response_stands_at_the_place_that_it_answers(plan: Outline) -> None:
    """The answer on 5 is not shown as one on T1."""
    entry = next(e for t in plan.targets for e in t.themes if e.theme.title == "Ansvar for eInnsyn")
    target_of = {target.anchor: target.target_id for target in plan.targets}
    assert [target_of[one.anchor] for one in entry.answers] == ["5", "T1"]
    assert [one.response.target if one.response else "" for one in entry.answers] == ["5", ""]
