"""What has changed since the edition before: themes, passages, conclusions and answers.

In: a `Reading` whose material holds a comparison. Out: blocks. Guaranteed: an edition without one before it says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from consult.publish.change_log import change_blocks
from consult.publish.document import Block, Heading, Paragraph, runs
from consult.publish.material import Reading


def changes(reading: Reading) -> Iterator[Block]:
    """The last chapter of the document."""
    m, material = reading.m, reading.material
    yield Heading(level=1, text=m("feedback-changes"), anchor="changes")
    if material.comparison is None or material.head.before is None:
        yield Paragraph(runs=runs(m("feedback-changes-first")))
        return
    number, date = material.head.before
    yield Paragraph(runs=runs(m("feedback-changes-since", number=number, date=reading.day(date))))
    yield from change_blocks(
        material.comparison, m, reading.language, _places(reading), level=2, internal=material.whole
    )


def _places(reading: Reading) -> dict[str, str]:
    """A target's id, `new` or `unplaced` → its words."""
    return {one.target_id or one.kind: reading.target_words(one) for one in reading.plan.targets}
