"""The tables of words: all five languages, no capturing groups, nothing empty."""

from __future__ import annotations

import re

import pytest

from consult.read.vocabulary import pattern, tables, words
from consult.records import LANGUAGES

TABLES = sorted(tables())


@pytest.mark.parametrize("table", TABLES)
def test_every_table_knows_every_language(table: str) -> None:
    """No language is left out of a table: an English table of notes is read as well as a Nynorsk one."""
    assert set(tables()[table]) == set(LANGUAGES)
    assert all(tables()[table].values())


@pytest.mark.parametrize("table", TABLES)
def test_entries_are_expressions_without_groups(table: str) -> None:
    """Entries compile, hold no capturing group, and match something."""
    for entry in words(table):
        assert re.compile(entry).groups == 0, entry
        assert not re.fullmatch(entry, ""), entry


@pytest.mark.parametrize("table", TABLES)
def test_no_entry_has_stray_white_space(table: str) -> None:
    """An entry with white space at its edge would never match."""
    assert all(entry == entry.strip() for entry in words(table))


def test_patterns_match_whole_words_blind_to_case() -> None:
    """*Ordstyrar* matches, *ordstyrarar* does not."""
    assert pattern("meeting_role").match("ORDSTYRAR: kort")
    assert not pattern("meeting_role").match("ordstyrarar")


def test_longer_entries_win() -> None:
    """*Med venleg helsing* is matched as a whole, not *helsing* in it."""
    found = pattern("closing").match("Med venleg helsing")
    assert found
    assert found[0] == "Med venleg helsing"


def test_abbreviations_end_in_a_full_stop() -> None:
    """What ends no sentence though a full stop stands there has one."""
    assert all(entry.endswith((".", " al.")) for entry in words("abbreviation_inside") | words("abbreviation_anywhere"))


def test_words_that_are_words_are_no_abbreviations() -> None:
    """*Lista er tom.* and *Boka er min.* end sentences: such words are in neither table."""
    common = {"tom.", "min.", "uke.", "frå.", "fra.", "red.", "sen.", "gen.", "hon.", "if.", "ad.", "pr.", "no."}
    assert not common & (words("abbreviation_inside") | words("abbreviation_anywhere"))
