"""What kind of text a source is, and what each of its parts does in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consult.records import Block, Voice

TABLE = re.compile(
    r"(?i)(?:^|[\W_])(?:mote\d+_)?(?:bord|gruppe|grupp|group|table|breakout|post-?it|gruppearbei|bordsreferat)[\s_-]*\d*(?:[\W_]|$)"
)
ROLES = re.compile(r"(?im)^\W*(?:fasilitator|facilitator|ordstyr|referent|til ?stades?|närvarande|deltakar|deltager|deltagare|present)\b")
ORGANISATION = re.compile(r"(?i)\b(?:org\.? ?n(?:r|ummer)\b|på vegn[ea] av|on behalf of|styreleiar|styreleder|dagle[gi]g? le[id]a?r|nestleder|nestleiar|for styret)")
PRIVATE = re.compile(r"(?i)\b(?:som privatperson|privatperson|as a private (?:person|citizen))\b")


def guess_voice(text: str, blocks: Sequence[Block], path: str, format: str) -> Voice:  # noqa: A002, ARG001
    """Who speaks in a file about which the settings say nothing."""
    head = text[:600]
    if TABLE.search(path) or ROLES.search(text[:2000]) or TABLE.search(head[:120]):
        return "group_note"
    if PRIVATE.search(head):
        return "individual"
    return "organisation" if ORGANISATION.search(text) else "individual"
