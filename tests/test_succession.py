"""Which theme of one version became which of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.succession import Members, succession

ONE = {"t-1": {"p-1", "p-2", "p-3"}, "t-2": {"p-4", "p-5"}}


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (ONE, "nothing happened"),
        ({"t-1": {"p-1", "p-2", "p-3", "p-9"}, "t-2": {"p-4", "p-5"}}, "a new letter makes no other theme"),
        ({"t-1": {"p-1", "p-2"}, "t-2": {"p-4", "p-5"}}, "a passage that is gone makes no other theme"),
        ({"t-1": {"p-1", "p-2"}, "t-2": {"p-3", "p-4", "p-5"}}, "one passage moved, both themes stand"),
    ],
)
def test_what_must_not_be_told(after: Members, why: str) -> None:
    """Themes that stand are neither born, gone, merged nor split."""
    found = succession(ONE, after)
    assert (found.same, found.merged, found.split, found.born, found.gone) == ({}, {}, {}, (), ()), why


def test_a_theme_with_another_id_is_known_again() -> None:
    """The same passages, or most of them, under another id."""
    found = succession(ONE, {"t-1": ONE["t-1"], "t-7": {"p-4", "p-5", "p-9"}})
    assert found.same == {"t-2": "t-7"}
    assert (found.born, found.gone) == ((), ())


@pytest.mark.parametrize("name", ["t-1", "t-2", "t-9"])
def test_themes_that_came_together_are_merged(name: str) -> None:
    """Under the id of either, or under a new one."""
    found = succession(ONE, {name: {"p-1", "p-2", "p-3", "p-4", "p-5"}})
    known = {"t-9": ("t-2", "t-9"), "t-1": ("t-1", "t-2"), "t-2": ("t-1", "t-2")}
    assert found.merged == {name: known[name]}
    assert found.same == ({"t-1": "t-9"} if name == "t-9" else {})
    assert (found.split, found.born, found.gone) == ({}, (), ())


def test_two_of_equal_weight_merge_under_a_new_id() -> None:
    """Neither of them is the new one, and both are named."""
    found = succession({"a": {"1", "2"}, "b": {"3", "4"}}, {"c": {"1", "2", "3", "4"}})
    assert (found.merged, found.same, found.gone, found.born) == ({"c": ("a", "b")}, {}, (), ())


@pytest.mark.parametrize(("names", "told"), [(("t-1", "t-8"), "t-1"), (("t-8", "t-9"), "t-8")])
def test_a_theme_that_was_divided_is_split(names: tuple[str, str], told: str) -> None:
    """Whether or not its id stands for one of the parts."""
    found = succession(ONE, {names[0]: {"p-1", "p-2"}, names[1]: {"p-3"}, "t-2": ONE["t-2"]})
    assert found.split == {told: names}
    assert (found.merged, found.born, found.gone) == ({}, (), ())


def test_born_and_gone() -> None:
    """What has no ancestor is born, what has no heir is gone; a theme whose passages scattered is gone as well."""
    after = {"t-1": ONE["t-1"] | {"p-4"}, "t-3": {"p-8"}, "t-4": {"p-5", "p-6", "p-7"}}
    before = ONE | {"t-2": {"p-4", "p-5"}, "t-4": {"p-6", "p-7"}}
    found = succession(before, after)
    assert (found.born, found.gone) == (("t-3",), ("t-2",))


groupings = st.dictionaries(st.sampled_from([f"p-{n}" for n in range(9)]), st.sampled_from("abcd"), max_size=9)


def grouped(of: dict[str, str]) -> dict[str, set[str]]:
    """Passage → theme, turned round."""
    found: dict[str, set[str]] = {}
    for passage, theme in of.items():
        found.setdefault(theme, set()).add(passage)
    return found


@given(groupings, groupings)
def test_every_theme_has_one_fate(first: dict[str, str], second: dict[str, str]) -> None:
    """A law: an earlier theme stands, is known again, merged, split or gone; a later one has an origin or is born."""
    before, after = grouped(first), grouped(second)
    found = succession(before, after)
    old = {found.same.get(theme, theme) for theme in before}
    merged = {theme for themes in found.merged.values() for theme in themes}
    parts = {theme for themes in found.split.values() for theme in themes}
    assert len(old) == len(before)
    for theme in old:
        assert (theme in after) + (theme in found.gone) + (theme in (merged | found.split.keys()) - after.keys()) == 1
    for theme in after:
        assert (theme in old) + (theme in found.born) + (theme in (parts | found.merged.keys()) - old) == 1


@given(groupings, groupings, st.permutations("abcd"))
def test_order_does_not_matter(first: dict[str, str], second: dict[str, str], names: list[str]) -> None:
    """A law: themes and passages in another order give the same succession."""
    before, after = grouped(first), grouped(second)
    shuffled = {name: sorted(before[name], reverse=True) for name in names if name in before}
    assert succession(shuffled, after) == succession(before, after)
