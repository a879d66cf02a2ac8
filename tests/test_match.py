"""Ids of themes: what keeps its id, what gets a new one."""

import itertools
import random

import pytest

from consult.records import Theme, content_id
from consult.themes.match import MIN_JACCARD, jaccard, match_themes


def theme(theme_id: str, *passages: str) -> Theme:
    """A theme that there was."""
    return Theme(theme_id=theme_id, title="", keywords=(), passage_ids=passages)


def groups_of(*groups: str) -> list[frozenset[str]]:
    """Groups written as words: each letter is a passage."""
    return [frozenset(group) for group in groups]


KEEPS = [
    (["abc"], [("t-1", "abc")], ["t-1"], "the same passages are the same theme"),
    (["abcd"], [("t-1", "abc")], ["t-1"], "one more letter came in"),
    (["ab"], [("t-1", "abc")], ["t-1"], "one was withdrawn"),
    (["abc", "def"], [("t-2", "def"), ("t-1", "abc")], ["t-1", "t-2"], "order of what was before is nothing"),
    (["ab", "cdef"], [("t-1", "abcdef")], [None, "t-1"], "a split theme stays with its larger half"),
    (["abcd"], [("t-1", "ab"), ("t-2", "c")], ["t-1"], "a merged theme takes the id of the larger part"),
]


@pytest.mark.parametrize(("groups", "before", "expected", "why"), KEEPS)
def test_groups_keep_the_id_of_the_theme_they_continue(
    groups: list[str], before: list[tuple[str, str]], expected: list[str | None], why: str
) -> None:
    """A group that shares enough with a theme is that theme."""
    found = match_themes(groups_of(*groups), [theme(name, *held) for name, held in before], [g[0] for g in groups])
    assert [got for got, want in zip(found, expected, strict=True) if want] == [want for want in expected if want], why


def test_without_a_run_before_ids_come_from_the_middle_passages() -> None:
    """A first run has nothing to continue."""
    assert match_themes(groups_of("ab", "c"), (), ["a", "c"]) == (content_id("t", "a"), content_id("t", "c"))


def test_a_group_that_shares_too_little_is_a_new_theme() -> None:
    """Below the threshold nothing is continued."""
    assert match_themes(groups_of("axyz"), [theme("t-1", "a", "b", "c")], ["x"]) == (content_id("t", "x"),)
    assert MIN_JACCARD > 1 / 6


def test_at_the_threshold_a_theme_is_continued() -> None:
    """Three shared of ten in all is exactly enough."""
    found = match_themes(groups_of("abcdefg"), [theme("t-1", *"abchij")], ["a"])
    assert found == ("t-1",)


def test_assignment_is_optimal_and_not_greedy() -> None:
    """Taking the best pair first would leave the other group without an id that it could keep."""
    before = [theme("t-1", *"abcdef"), theme("t-2", *"ghij")]
    groups = groups_of("abcgh", "def")
    likeness = jaccard(groups, [frozenset(t.passage_ids) for t in before])
    found = match_themes(groups, before, ["a", "d"])
    chosen = sum(likeness[at, ["t-1", "t-2"].index(name)] for at, name in enumerate(found) if name in ("t-1", "t-2"))
    kept = [value if value >= MIN_JACCARD else 0.0 for value in (likeness[0, 0] + likeness[1, 1], likeness[0, 1])]
    assert chosen >= max(kept) - 1e-9


def test_a_retired_id_is_not_given_to_another_theme() -> None:
    """An id that somebody may have quoted never comes to mean something else."""
    retired = theme(content_id("t", "x"), "p", "q")
    found = match_themes(groups_of("x"), [retired], ["x"])
    assert found[0] != retired.theme_id
    assert found[0].startswith("t-")


def test_no_id_is_given_twice() -> None:
    """Two groups never share an id, even when both resemble one theme."""
    found = match_themes(groups_of("abc", "def"), [theme("t-1", *"abcdef")], ["a", "d"])
    assert len(set(found)) == 2
    assert "t-1" in found


def test_order_of_groups_and_of_themes_changes_nothing() -> None:
    """Each group gets the same id wherever it stands, also where two choices are equally good."""
    groups = groups_of("ab", "cd", "ef", "gh")
    before = [theme("t-1", *"ac"), theme("t-2", *"bd"), theme("t-3", *"ef")]
    medoids = ["a", "c", "e", "g"]
    expected = dict(zip(groups, match_themes(groups, before, medoids), strict=True))
    for order in itertools.permutations(range(4)):
        shuffled = before[:]
        random.Random(str(order)).shuffle(shuffled)  # noqa: S311  an order, not a secret
        found = match_themes([groups[i] for i in order], shuffled, [medoids[i] for i in order])
        assert dict(zip([groups[i] for i in order], found, strict=True)) == expected


def test_a_group_without_a_middle_passage_is_refused() -> None:
    """A caller that forgets one finds out at once."""
    with pytest.raises(ValueError, match="1 groups with 0 middle passages"):
        match_themes(groups_of("a"), (), [])


def test_no_groups_have_no_ids() -> None:
    """An empty consultation is no fault."""
    assert match_themes([], [theme("t-1", "a")], []) == ()


def test_jaccard_would_show_a_broken_count() -> None:
    """The similarity itself: shared over all (sabotage twin: dividing by one side only gives 1)."""
    assert jaccard(groups_of("ab"), groups_of("abcd")).tolist() == [[0.5]]
