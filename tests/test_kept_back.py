"""Words of contributions that are not quoted: whose a text repeats, and what is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.publish.kept_back import KeptBack, kept_back
from consult.records import Publication, Source
from tests.conftest import make_passage, make_source

SAID = "Naboen på Solbakken har hogd ned skogen ved elva. Flaumen tek vegen."
GONE = make_source(SAID, path="a.txt")
OTHER = make_source("Fylket må sikre vegen, og naboen på garden er einig i det.", path="b.txt")


def made(publication: Publication = "withheld", *more: Source, known: tuple[str, ...] = ()) -> KeptBack:
    """What is kept back where the first is published so, and the others in full."""
    publications: dict[str, Publication] = {one.source_id: "full" for one in (OTHER, *more)}
    publications[GONE.source_id] = publication
    passages = [make_passage(GONE, "Flaumen tek vegen.")]
    return kept_back([GONE, OTHER, *more], passages, publications, known)


@pytest.mark.parametrize("text", [
    "", "Fylket må sikre vegen", "naboen på garden er einig", "skogen ved elva", "Flaumen kom, og vegen gjekk",
    "på ved ned har dei som det er",
])  # fmt: skip
def test_what_others_say_or_what_is_no_quote_is_no_breach(text: str) -> None:
    """Single words sum up, and may."""
    assert list(made().breaches(text)) == []


@pytest.mark.parametrize("publication", ["withheld", "summary_only"])
@pytest.mark.parametrize("text", [
    "«Naboen på Solbakken har hogd»", "… har HOGD ned\nskogen ved elva", "Då: flaumen tek vegen!",
])  # fmt: skip
def test_a_quote_is_a_breach_that_does_not_repeat_it(text: str, publication: Publication) -> None:
    """A turn of five words, or a whole passage that is shorter."""
    (breach,) = made(publication).breaches(text)
    assert breach == f"holds words of {GONE.source_id}, which is published as {publication}"


def test_where_all_are_shown_nothing_is_kept_back() -> None:
    """Whatever a text holds."""
    assert list(made("full").breaches(SAID)) == []
    assert not made("name_withheld").touched_by(SAID)


def test_what_another_contribution_or_the_framework_says_too_is_nobodys() -> None:
    """A form that two have sent gives away neither."""
    assert not made("withheld", make_source(SAID, path="c.txt")).touched_by(SAID)
    assert not made(known=(SAID,)).touched_by(SAID)


def test_one_word_of_theirs_is_enough_to_leave_earlier_words_out() -> None:
    """What was said earlier is missed by nobody."""
    kept = made()
    assert kept.touched_by("Vegen ved Solbakken")
    assert not kept.touched_by("Vegen, og naboen på garden")


def test_every_form_of_a_file_is_searched(tmp_path: Path) -> None:
    """Words that tags divide, in folders too; without any kept back none is opened."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.html").write_text("<p>Flaumen <b>tek</b> vegen</p>", encoding="utf-8")
    (tmp_path / "b.md").write_text("Fylket må sikre vegen", encoding="utf-8")
    assert [one.partition(":")[0] for one in made().breaches_under(tmp_path)] == ["deep/a.html"]
    assert made("full").breaches_under(tmp_path) == []
