"""What stands in the way of a title: votes behind a note, words that name no subject."""

from __future__ import annotations

import pytest

from consult.themes.asides import LEFTOVER, NO_TITLE, without_tally

STAYS = ["Plan for åra (2030)", "Buss 12", "●●●", "Nattbuss (fredag)", "Gå/sykle", "Er det rett (jf. § 3)", ""]
CUT = [
    ("Night bus ●●●●", "Night bus"),
    ("Night bus ●", "Night bus"),
    ("Nattbuss (4)", "Nattbuss"),
    ("Nattbuss [3 votes]", "Nattbuss"),
    ("Nattbuss (4 röster)", "Nattbuss"),
    ("Nattbuss ★★★", "Nattbuss"),
    ("Nattbuss  ● ●  ● ●", "Nattbuss  ● ●"),
    ("Nattbuss\t(  3 prikkar ) ", "Nattbuss"),
]


@pytest.mark.parametrize("note", STAYS)
def test_what_is_no_vote_stays(note: str) -> None:
    """Years, numbers of lines and words in brackets; and a note that is nothing else."""
    assert without_tally(note) == note


@pytest.mark.parametrize(("note", "said"), CUT)
def test_votes_are_cut(note: str, said: str) -> None:
    """Dots, stars and figures in brackets behind what somebody wrote."""
    assert without_tally(note) == said


def test_words_that_sort_are_no_titles_and_may_be_keywords() -> None:
    """*Idéar* heads a list and names nothing; what is left over is no keyword either."""
    assert {"idéar", "ideas", "förslag"} <= NO_TITLE - LEFTOVER
    assert {"anna", "other"} <= LEFTOVER <= NO_TITLE
