"""What a person wants done with the analysis → what a decision records of it, once it is sure that it can be done.

In: an analysis as it stands, and the ids that a person names. Out: an intent: act, objects, what stood before and
what is put in its place; `answer.replay` applies it, now and in every later run. Raises DecisionError where an id
is not there or nothing would change. Nothing here changes an analysis, and no contributor's words are kept: of a
passage only a hash, to find it again in a file that was renamed.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from consult.answer.approve import seen_conclusion, seen_theme
from consult.answer.desk import words_of
from consult.answer.replay import OUTSIDE, undone_by
from consult.errors import DecisionError
from consult.records import REASONS, Act, Analysis, Decision, Framework, Passage, Theme, content_id

LONGEST_TITLE = 200  # characters
LONGEST_ROLE = 80
LONGEST_CONCLUSION = 1500
SUGGESTIONS = 3
MACHINE = "machine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A decision before it is made: nobody has signed it yet. before, after: JSON values."""

    act: Act
    objects: tuple[str, ...]
    before: dict[str, Any]
    after: dict[str, Any]


def rename(analysis: Analysis, theme_id: str, title: str) -> Intent:
    """Give a theme another title."""
    theme, words = _theme(analysis, theme_id), one_line(title, "the title", LONGEST_TITLE)
    if words == theme.title:
        raise DecisionError(f"{theme_id}: has this title already")
    before = {"themes": _facts(analysis, (theme,))}
    return Intent(act="rename", objects=(theme_id,), before=before, after={"title": words})


def titled(themes: Iterable[Theme], title: str) -> list[str]:
    """Ids of the themes that bear a title, however its letters and spaces are written."""
    return sorted(theme.theme_id for theme in themes if folded(theme.title) == folded(title))


def folded(title: str) -> str:
    """A title for comparing.

    >>> folded(" Buss  og BANE ")
    'buss og bane'
    """
    return " ".join(unicodedata.normalize("NFC", title).split()).casefold()


def merge(analysis: Analysis, first: str, other: str) -> Intent:
    """Put all passages of `other` into `first`, which keeps its id, title and place."""
    if first == other:
        raise DecisionError(f"{first}: cannot be merged with itself; name two themes")
    themes = (_theme(analysis, first), _theme(analysis, other))
    return Intent(act="merge", objects=(first, other), before={"themes": _facts(analysis, themes)}, after={})


def split(
    analysis: Analysis, theme_id: str, passage_ids: Sequence[str], title: str, keywords: Sequence[str], number: int
) -> Intent:
    """Make a theme of its own of some of a theme's passages. number: of the decision, a part of the new theme's id."""
    theme, chosen = _theme(analysis, theme_id), sorted(set(passage_ids))
    passages = _passages(analysis, chosen)
    elsewhere = [one for one in chosen if one not in theme.passage_ids]
    if elsewhere:
        raise DecisionError(f"{', '.join(elsewhere)}: not in {theme_id}; move it there first, or split its own theme")
    if not chosen or len(chosen) == len(theme.passage_ids):
        raise DecisionError(f"{theme_id}: name some of its {len(theme.passage_ids)} passages, not all and not none")
    new = content_id("t", "split", theme_id, *chosen, number)
    return Intent(
        act="split",
        objects=(theme_id, *chosen),
        before={"themes": _facts(analysis, (theme,)), "passages": _words(passages)},
        after={"theme_id": new, "title": one_line(title, "the title", LONGEST_TITLE), "keywords": list(keywords)},
    )


def move(analysis: Analysis, passage_id: str, theme_id: str) -> Intent:
    """Move a passage to another theme."""
    passages, theme = _passages(analysis, (passage_id,)), _theme(analysis, theme_id)
    if passage_id in theme.passage_ids:
        raise DecisionError(f"{passage_id}: is in {theme_id} already")
    before = {
        "themes": _facts(analysis, (theme,)),
        "passages": _words(passages),
        "theme_id": next(one.theme_id for one in analysis.themes if passage_id in one.passage_ids),
    }
    return Intent(act="move", objects=(passage_id, theme_id), before=before, after={"theme_id": theme_id})


def place(analysis: Analysis, named: str, target: str, framework: Framework) -> Intent:
    """Place a theme with its passages, or one passage, on a target, on `new` or on `unplaced`."""
    kinds = {one.target_id: one.kind for one in framework.targets} | {word: word for word in OUTSIDE}
    if target not in kinds:
        raise DecisionError(f"{target!r}: no commitment or new topic of the framework; {_nearest(target, kinds)}")
    before: dict[str, Any]
    if any(theme.theme_id == named for theme in analysis.themes):
        before = {"themes": _facts(analysis, (_theme(analysis, named),))}
        of = (named, "")
    else:
        before = {"passages": _words(_passages(analysis, (named,), "theme or passage"))}
        of = (next(one.theme_id for one in analysis.themes if named in one.passage_ids), named)
    standing = [one for one in analysis.placements if (one.theme_id, one.passage_id) == of]
    before["placements"] = sorted([one.kind, one.target, one.decided_by] for one in standing)
    if [(one.target, one.decided_by == MACHINE) for one in standing] == [(target, False)]:
        raise DecisionError(f"{named}: somebody has placed it on {target} already")
    return Intent(act="place", objects=(named,), before=before, after={"kind": kinds[target], "target": target})


def set_aside(analysis: Analysis, passage_id: str, reason: str = "procedural") -> Intent:
    """Say that a passage is not input, with the reason as for any other span that is set aside."""
    if reason not in REASONS:
        raise DecisionError(f"{reason!r}: no reason to set aside; {_nearest(reason, REASONS)}")
    before = {"passages": _words(_passages(analysis, (passage_id,)))}
    return Intent(act="set_aside", objects=(passage_id,), before=before, after={"reason": reason})


def approve(analysis: Analysis, named: str) -> Intent:
    """Approve a theme with its title, passages, place and conclusions, or one conclusion."""
    theme = next((one for one in analysis.themes if one.theme_id == named), None)
    conclusion = next((one for one in analysis.conclusions if one.conclusion_id == named), None)
    if theme is None and conclusion is None:
        known = [one.theme_id for one in analysis.themes] + [one.conclusion_id for one in analysis.conclusions]
        raise DecisionError(f"{named!r}: no theme or conclusion bears it; {_nearest(named, known)}")
    if (theme or conclusion).status == "approved":  # type: ignore[union-attr]  # one of the two is there
        raise DecisionError(f"{named}: is approved already, and has not changed since")
    seen = seen_theme(analysis, theme) if theme else seen_conclusion(conclusion) if conclusion else ""
    status = theme.status if theme else conclusion.status if conclusion else ""
    return Intent(act="approve", objects=(named,), before={"status": status}, after={"seen": seen})


def edit(analysis: Analysis, conclusion_id: str, text: str, warnings: Sequence[str]) -> Intent:
    """Word a conclusion otherwise. warnings: codes of what the gate would refuse of it, were it drafted."""
    conclusion = next((one for one in analysis.conclusions if one.conclusion_id == conclusion_id), None)
    if conclusion is None:
        known = [one.conclusion_id for one in analysis.conclusions]
        raise DecisionError(f"{conclusion_id!r}: no conclusion bears it; {_nearest(conclusion_id, known)}")
    words = one_line(text, "the text", LONGEST_CONCLUSION)
    if words == conclusion.text:
        raise DecisionError(f"{conclusion_id}: says this already")
    before = {"seen": seen_conclusion(conclusion), "text": conclusion.text, "how": conclusion.how}
    after = {"text": words, "warnings": sorted(set(warnings))}
    return Intent(act="edit", objects=(conclusion_id,), before=before, after=after)


def undo(decisions: Sequence[Decision], number: int) -> Intent:
    """Take a decision back; it stays in the log. To undo an undoing restores what it undid."""
    found = next((one for one in decisions if one.number == number), None)
    if found is None:
        raise DecisionError(f"{number}: there is no such decision; `consult review log` lists them")
    by = undone_by(decisions).get(number)
    if by:
        raise DecisionError(f"{number}: was undone by decision {by}; undo that one to restore it")
    return Intent(act="undo", objects=(str(number),), before={"act": found.act}, after={})


def one_line(text: str, what: str, longest: int) -> str:
    """`text` composed (NFC) and with single spaces. Raises DecisionError where it is empty, too long or no text."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if not line:
        raise DecisionError(f"{what} is empty; write it in words")
    if len(line) > longest:
        raise DecisionError(f"{what} has {len(line)} characters; at most {longest} fit")
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in line):
        raise DecisionError(f"{what} holds a control character; write it again")
    return line


def free_text(text: str, what: str, longest: int) -> str:
    """`text` composed (NFC), its lines kept; may be empty. Raises DecisionError where a line is too long or no text.

    longest: characters of a line, which in what people paste is a paragraph.
    """
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).strip().splitlines()]
    return "\n".join(one_line(line, what, longest) if line else "" for line in lines)


def role_of(text: str) -> str:
    """A role, as every act names one: an office, not a person."""
    role = one_line(text, "--role", LONGEST_ROLE)
    if role.casefold() == MACHINE or "@" in role:
        raise DecisionError(
            f'--role {role}: name the office that decides, such as "coordinator"; no address, no machine'
        )
    return role


# -- what stands ----------------------------------------------------------------------------------------


def _theme(analysis: Analysis, theme_id: str) -> Theme:
    found = next((theme for theme in analysis.themes if theme.theme_id == theme_id), None)
    if found is None:
        known = [theme.theme_id for theme in analysis.themes]
        raise DecisionError(f"{theme_id!r}: no theme bears it; {_nearest(theme_id, known)}")
    return found


def _passages(analysis: Analysis, wanted: Iterable[str], what: str = "passage") -> list[Passage]:
    by_id = {passage.passage_id: passage for passage in analysis.passages}
    for passage_id in wanted:
        if passage_id not in by_id:
            raise DecisionError(f"{passage_id!r}: no {what} bears it; {_nearest(passage_id, by_id)}")
    return [by_id[passage_id] for passage_id in wanted]


def _words(passages: Iterable[Passage]) -> dict[str, str]:
    return {passage.passage_id: words_of(passage.text) for passage in passages}


def _facts(analysis: Analysis, themes: Iterable[Theme]) -> dict[str, Any]:
    return {
        theme.theme_id: {
            "title": theme.title,
            "keywords": list(theme.keywords),
            "passages": _words(_passages(analysis, theme.passage_ids)),
        }
        for theme in themes
    }


def _nearest(wanted: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(wanted, sorted(known), n=SUGGESTIONS, cutoff=0.6)
    return f"the nearest are {', '.join(near)}" if near else "ids stand in tables/ and in the report"
