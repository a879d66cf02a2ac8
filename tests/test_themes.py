"""From passages to themes and placements: the whole room, with an encoder that reads words."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from consult import themes as themes_module
from consult.evaluate.themes import adjusted_rand, bcubed
from consult.records import Passage, Theme
from consult.themes import Found, find_themes
from consult.themes.embed import MemoryCache
from tests.theme_cases import NOTHING, WordEncoder, say, settings, three_subjects


def find(passages: Sequence[Passage], previous: Sequence[Theme] = (), **more: object) -> Found:
    """Themes of these passages."""
    return find_themes(passages, settings(**more), WordEncoder(), MemoryCache(), previous)  # type: ignore[arg-type]


def theme_of(found: Found) -> dict[str, str]:
    """Passage id → theme id."""
    return {passage_id: theme.theme_id for theme in found.themes for passage_id in theme.passage_ids}


def test_nothing_gives_nothing() -> None:
    """No passages, no themes, no complaint."""
    assert find([]) == Found(themes=(), placements=(), duplicates={}, vectors={})


@pytest.mark.parametrize("count", [1, 2, 3, 5, 12])
def test_every_passage_is_in_exactly_one_theme_and_placed(count: int) -> None:
    """Law 2, from a single passage up."""
    passages = three_subjects(4)[0][:count]
    found = find(passages)
    ids = [passage_id for theme in found.themes for passage_id in theme.passage_ids]
    assert sorted(ids) == sorted(passage.passage_id for passage in passages)
    placed = {placement.passage_id for placement in found.placements}
    assert placed == {"", *ids}
    assert {p.theme_id for p in found.placements if not p.passage_id} == {theme.theme_id for theme in found.themes}
    assert set(found.vectors) == set(ids)


def test_themes_follow_subjects_and_find_their_commitments() -> None:
    """Three subjects, three targets."""
    passages, subjects = three_subjects(5)
    found = find(passages)
    themes = theme_of(found)
    assert bcubed(subjects, [themes[passage.passage_id] for passage in passages]).f1 > 0.8
    wanted = {"innkjøp": "1", "bibliotek": "4", "lobby": "T3"}
    first = {p.passage_id: p.target for p in reversed(found.placements) if p.passage_id}
    right = [first[passage.passage_id] == wanted[subject] for passage, subject in zip(passages, subjects, strict=True)]
    assert sum(right) >= 13


def test_permuting_passages_changes_nothing() -> None:
    """Law 5: the same ids, titles, placements and duplicates."""
    passages, _ = three_subjects(4)
    shuffled = random.Random(3).sample(passages, len(passages))  # noqa: S311 a test, no secret
    one, other = find(passages), find(shuffled)
    assert (one.themes, one.placements, one.duplicates) == (other.themes, other.placements, other.duplicates)


def test_sabotage_another_corpus_is_another_result() -> None:
    """An order test that compares constants would pass on anything."""
    passages, _ = three_subjects(4)
    assert find(passages).themes != find(passages[:-3]).themes


def test_duplicates_share_the_theme_of_what_they_repeat_and_set_no_density() -> None:
    """A campaign of fifty does not change which other passages belong together."""
    passages, _ = three_subjects(4)
    campaign = [say(passages[0].text, source=f"s-{at}") for at in range(50)]
    alone, flooded = find(passages), find([*passages, *campaign])
    themes = theme_of(flooded)
    same = {passages[0].passage_id, *(passage.passage_id for passage in campaign)}
    assert len({themes[passage_id] for passage_id in same}) == 1
    assert len(flooded.duplicates) == 50
    assert set(flooded.duplicates) | set(flooded.duplicates.values()) == same
    others = [passage.passage_id for passage in passages]
    before = theme_of(alone)
    assert adjusted_rand([before[p] for p in others], [themes[p] for p in others]) == 1.0


def test_a_lone_voice_keeps_a_theme_of_its_own() -> None:
    """Law 7: no bin for what does not fit."""
    passages, _ = three_subjects(5)
    alone = say("månen lyser kaldt over fjella", source="s-alone")
    found = find([*passages, alone], framework=NOTHING)
    theme = next(theme for theme in found.themes if alone.passage_id in theme.passage_ids)
    assert theme.passage_ids == (alone.passage_id,)


def test_themes_keep_their_ids_when_a_passage_is_added() -> None:
    """Law 6: what was there before is recognised."""
    passages, _ = three_subjects(4)
    before = find(passages)
    after = find([*passages, say("kurs bibliotek pensjonist ny", source="s-new")], before.themes)
    assert {theme.theme_id for theme in before.themes} <= {theme.theme_id for theme in after.themes}


def test_without_a_framework_passages_are_grouped_and_nothing_is_placed() -> None:
    """Themes do not need commitments."""
    passages, subjects = three_subjects(4)
    found = find(passages, framework=NOTHING)
    themes = theme_of(found)
    assert bcubed(subjects, [themes[passage.passage_id] for passage in passages]).f1 > 0.8
    assert {placement.kind for placement in found.placements} <= {"new", "unplaced"}


def test_granularity_is_the_one_knob() -> None:
    """Above zero finer, below zero wider; clear subjects as these take much to divide."""
    passages, _ = three_subjects(3)
    counts = [len(find(passages, granularity=value).themes) for value in (-2.0, 0.0, 70.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_titles_and_keywords_are_of_the_theme() -> None:
    """Every theme has a title that no other bears."""
    found = find(three_subjects(5)[0])
    titles = [theme.title for theme in found.themes]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_texts_are_embedded_once() -> None:
    """A second run asks the cache, not the encoder."""

    class Counting(WordEncoder):
        """Counts the texts that it embeds."""

        asked = 0

        def encode(self, texts: Sequence[str], progress: object = None) -> object:  # type: ignore[override]
            """Count, then embed."""
            Counting.asked += len(texts)
            return super().encode(texts, progress)

    passages, _ = three_subjects(3)
    cache = MemoryCache()
    find_themes(passages, settings(), Counting(), cache)  # type: ignore[arg-type]
    first = Counting.asked
    find_themes(passages, settings(), Counting(), cache)  # type: ignore[arg-type]
    assert 0 < first == Counting.asked


def test_what_people_placed_is_followed_by_its_copies_and_changes_no_theme() -> None:
    """Who places one letter of a campaign places them all; the machine keeps its own opinion for if they undo it."""
    passages, _ = three_subjects()
    copy = say(passages[0].text, source="s-copy")
    encoder, cache = WordEncoder(), MemoryCache()
    before = find_themes([*passages, copy], settings(), encoder, cache)
    after = find_themes([*passages, copy], settings(), encoder, cache, placed={passages[0].passage_id: "T3"})
    assert after.themes == before.themes
    for found, places in ((before, ("1", "1")), (after, ("1", "T3"))):
        first = {p.passage_id: p.target for p in reversed(found.placements)}
        assert (first[passages[0].passage_id], first[copy.passage_id]) == places


@pytest.mark.parametrize(("count", "least"), [(1, 0), (2, 0), (2, 10_000)])
def test_words_read_on_another_core_are_the_same(count: int, least: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One core, two, or a corpus so small that nobody reads ahead: the same themes, titles and placements."""
    passages, _ = three_subjects(4)
    expected = find(passages)
    monkeypatch.setattr(themes_module, "cores", lambda: count)
    monkeypatch.setattr(themes_module, "READ_BESIDE", least)
    found = find(passages)
    assert (found.themes, found.placements, found.duplicates) == (
        expected.themes,
        expected.placements,
        expected.duplicates,
    )


def test_what_fails_on_another_core_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the words are needed, and not lost in a thread."""

    def fail(*_: object) -> None:
        raise ValueError("no words")

    monkeypatch.setattr(themes_module, "cores", lambda: 2)
    monkeypatch.setattr(themes_module, "READ_BESIDE", 0)
    monkeypatch.setattr(themes_module, "read_shingles", fail)
    with pytest.raises(ValueError, match="no words"):
        find(three_subjects(4)[0])
