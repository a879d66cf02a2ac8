"""What changed since the edition before: how much of what came, went, moved and changed.

In: changes as `consult diff` finds them. Out: a picture, or none where nothing changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from consult.diff import ORDER, Change
from consult.messages import Message
from consult.publish.document import Picture, Table, runs
from consult.publish.pictures.bars import Bars, Group, columns, stacked
from consult.publish.pictures.sizes import LABEL, NARROW, WIDE
from consult.publish.pictures.vega import drawn

HOWS = ("new", "gone", "renamed", "moved", "replaced", "merged", "split", "changed")
"""Ways of changing that the catalogues have a word for, in the order of the picture."""


def changes_picture(changes: Collection[Change], m: Message) -> Picture | None:
    """A bar for each kind of thing and way of changing."""
    groups = list(_groups(Counter((change.what, change.how) for change in changes), m))
    if not groups:
        return None
    rows = [Bars(label=f"{one.heading}: {row.label}", numbers=row.numbers) for one in groups for row in one.rows]
    title, description = m("picture-changes-title"), m("picture-changes-description", changes=len(changes))
    wide = columns(rows, [m("picture-changes-count")], width=WIDE, label=LABEL)
    narrow = stacked(groups, width=NARROW, together=True)
    return Picture(
        title=title, description=description, anchor="picture-changes", table=_table(groups, m),
        svg=drawn(wide, "changes", title, description), narrow=drawn(narrow, "changes-narrow", title, description),
    )  # fmt: skip


def _groups(counts: Mapping[tuple[str, str], int], m: Message) -> Iterator[Group]:
    for what in ORDER:
        rows = [
            Bars(label=m(f"picture-change-{how}"), numbers=(counts[what, how],)) for how in HOWS if counts[what, how]
        ]
        if rows:
            yield Group(heading=m(f"picture-changed-{what}"), rows=tuple(rows))


def _table(groups: Sequence[Group], m: Message) -> Table:
    return Table(
        caption=m("picture-changes-table"), head=tuple(m(f"picture-changes-{one}") for one in ("what", "how", "count")),
        rows=tuple(
            (runs(group.heading), runs(row.label), runs(str(row.numbers[0]))) for group in groups for row in group.rows
        ),
        numeric=(2,),
    )  # fmt: skip
