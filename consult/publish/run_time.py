"""When a run happened, as its files state it: the one moment that published bytes may depend on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""For a run without a time; a zip archive knows none before."""


def run_time(run_info: Mapping[str, Any]) -> datetime:
    """`SOURCE_DATE_EPOCH` if it is set (reproducible-builds.org), else the run's own start, in UTC.

    >>> run_time({"started": "2026-03-04T09:30:00+01:00"}).isoformat()  # doctest: +SKIP
    '2026-03-04T08:30:00+00:00'
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return max(EARLIEST, datetime.fromtimestamp(int(epoch), UTC))
    started = run_info.get("started")
    return EARLIEST if not started else datetime.fromisoformat(str(started)).astimezone(UTC)
