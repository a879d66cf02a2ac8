"""How broad pictures are, and themes in the order in which they are drawn."""

from __future__ import annotations

from consult.publish.outline import Outline, ThemeEntry

WIDE, NARROW = 900.0, 300.0
"""Units: text of 14 is 14 pixels high where 900 are shown, and 11 or more on a screen of 320."""

LABEL = 330.0
"""Units for labels beside bars."""


def entries(plan: Outline) -> list[ThemeEntry]:
    """Every theme once, those that most speak in first."""
    found = [entry for target in plan.targets for entry in target.themes]
    return sorted(found, key=lambda entry: (-entry.speakers, -entry.passages, entry.theme.theme_id))
