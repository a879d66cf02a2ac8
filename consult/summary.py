"""The table that ends a run in the terminal: what came in, and where it went.

In: an analysis and the settings. Out: text, one line a commitment, known new topic, `new` and `unplaced`.
Voices stand side by side and are never summed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from consult.contributions import about_forms, contributions
from consult.records import VOICES, Analysis, Passage, Placement, Target
from consult.settings import Settings
from consult.speakers import count_voices

TITLE_WIDTH = 52
MOST_NAMED = 20  # unreadable contributions named; the report names all
HEADS = ("", "themes", "passages", "tables", "organisations", "individuals")


def summary_table(analysis: Analysis, settings: Settings) -> str:
    """What was received, and for each target its themes, its passages and how many of each voice speak."""
    lines = [
        _received(analysis),
        *_unreadable(analysis),
        *_about_forms(analysis),
        *_replacing(analysis),
        *_idle(analysis, settings),
        _line(HEADS),
    ]
    members, sources = members_by_target(analysis), {source.source_id: source for source in analysis.sources}
    titles = {target.target_id: _title(target, settings.languages[0]) for target in settings.framework.targets}
    titles |= {"new": "new: outside the framework", "unplaced": "unplaced: a person must decide"}
    themes = _themes_by_target(analysis.placements)
    for target, title in titles.items():
        if target in members:
            voices = count_voices(members[target], sources)
            lines.append(_line((title, themes[target], len(members[target]), *(voices[voice] for voice in VOICES))))
    return "\n".join(lines)


def members_by_target(analysis: Analysis) -> dict[str, list[Passage]]:
    """Target, `new` or `unplaced` → the passages of which it is the first choice."""
    first = first_choices(placement for placement in analysis.placements if placement.passage_id)
    members: dict[str, list[Passage]] = defaultdict(list)
    for passage in analysis.passages:
        placement = first.get(passage.passage_id)
        members[place_of(placement) if placement else "unplaced"].append(passage)
    return members


def first_choices(placements: Iterable[Placement]) -> dict[str, Placement]:
    """Passage id (theme id where there is none) → its most probable placement."""
    found: dict[str, Placement] = {}
    for placement in sorted(placements, key=lambda p: (-p.probability, p.target)):
        found.setdefault(placement.passage_id or placement.theme_id, placement)
    return found


def place_of(placement: Placement) -> str:
    """The target's id, or `new` or `unplaced`."""
    return placement.target if placement.kind in ("commitment", "new_topic") else placement.kind


def _themes_by_target(placements: Sequence[Placement]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for placement in first_choices(placement for placement in placements if not placement.passage_id).values():
        counts[place_of(placement)] += 1
    return counts


def _received(analysis: Analysis) -> str:
    unreadable = sum(source.status == "unreadable" for source in analysis.sources)
    received, about = len(contributions(analysis)), len(about_forms(analysis))
    apart = f"{_many(about, 'sheet')} about a form set aside; " if about else ""
    return (
        f"{_many(received, 'contribution')} received = {received - unreadable} read + {unreadable} unreadable; {apart}"
        f"{_many(len(analysis.passages), 'passage')} in {_many(len(analysis.themes), 'theme')}; "
        f"{_many(len(analysis.conclusions), 'conclusion')}\n"
    )


def _many(count: int, word: str) -> str:
    """The count with its word.

    >>> _many(1, "theme"), _many(2, "theme")
    ('1 theme', '2 themes')
    """
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _unreadable(analysis: Analysis) -> list[str]:
    """A line for each contribution that could not be read, with its reason; `trace` and the report say what to do."""
    lost = sorted((source.path, source.locator, source.reason) for source in analysis.sources if source.reason)
    lines = [
        f"could not be read: {' '.join(filter(None, (path, locator)))} ({reason})" for path, locator, reason in lost
    ]
    if len(lines) > MOST_NAMED:
        lines = [*lines[:MOST_NAMED], f"… and {len(lines) - MOST_NAMED} more"]
    return [*lines, ""] if lines else []


def _about_forms(analysis: Analysis) -> list[str]:
    """A line for each sheet that is no contribution, with what to do where people say something there."""
    about = about_forms(analysis)
    lines = [
        f"tells of a form, and is no input: {source.path} {source.locator}"
        for source in sorted(analysis.sources, key=lambda one: (one.path, one.locator))
        if source.source_id in about
    ]
    if len(lines) > MOST_NAMED:
        lines = [*lines[:MOST_NAMED], f"… and {len(lines) - MOST_NAMED} more"]
    advice = "where people say something in such a sheet, name it in consult.toml: [[form]] also = [...]"
    return [*lines, advice, ""] if lines else []


def _replacing(analysis: Analysis) -> list[str]:
    """A line for each contribution that says it replaces or takes back another: both count until a person acts."""
    from consult.read.replaced import replacing

    paths = [" ".join(filter(None, (one.path, one.locator))) for one in replacing(analysis.sources)]
    lines = [f"says that it replaces or takes back an earlier contribution: {path}" for path in paths[:MOST_NAMED]]
    if len(paths) > MOST_NAMED:
        lines.append(f"… and {len(paths) - MOST_NAMED} more")
    advice = "both count: if the earlier one is not to, `consult withdraw` it"
    return [*lines, advice, ""] if lines else []


def _idle(analysis: Analysis, settings: Settings) -> list[str]:
    """A line for each pattern in consult.toml that no file answers to: a rule that was meant to hold, and does not."""
    from consult.read.inputs import matches

    rules = [("event", event.inputs) for event in settings.events]
    rules += [("voice", rule.inputs) for rule in settings.voices] + [("form", rule.inputs) for rule in settings.forms]
    paths = {source.path for source in analysis.sources}
    lines = [
        f"consult.toml: no file matches {pattern!r} of [[{table}]]; patterns start at inputs/, letter for letter"
        for table, patterns in rules
        for pattern in patterns
        if not any(matches(path, (pattern,)) for path in paths)
    ]
    return [*lines, ""] if lines else []


def _title(target: Target, language: str) -> str:
    title = f"{target.target_id} {target.title_in(language)}"
    return title if len(title) <= TITLE_WIDTH else title[: TITLE_WIDTH - 1] + "…"


def _line(cells: Sequence[object]) -> str:
    title, *numbers = cells
    return f"{title!s:{TITLE_WIDTH}}" + "".join(
        f"  {number!s:>{max(len(head), 6)}}" for number, head in zip(numbers, HEADS[1:], strict=True)
    )


def adrift(people: Mapping[str, Sequence[object]]) -> str:
    """What people decided or answered of something that a run no longer has, and where to look; empty where all holds.

    people: as `run.json` has it under that name.

    >>> adrift({"orphaned": [], "orphaned_responses": [{}]})
    '1 response has lost the theme or place that it was given to: `consult respond --lacking`.'
    """
    told = (
        ("orphaned", "decision", "what it was about", "what they were about", "consult review log"),
        ("orphaned_responses", "response", "the theme or place that it was given to",
         "the themes or places that they were given to", "consult respond --lacking"),
    )  # fmt: skip
    lines = []
    for key, word, one, several, command in told:
        if count := len(people.get(key, ())):
            has, lost = ("has", one) if count == 1 else ("have", several)
            lines.append(f"{_many(count, word)} {has} lost {lost}: `{command}`.")
    return "\n".join(lines)
