"""Choices that took a machine some seconds to make, remembered in a small file of the user's cache.

In: a file and what the choice depends on. Out: the choice, or nothing where there is none; a file that is missing,
broken or may not be written is no error: the choice is made again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path


def remembered(file: Path, depends_on: str) -> str:
    """What was chosen under the same conditions; empty where nothing was."""
    try:
        return str(json.loads(file.read_text(encoding="utf-8"))[depends_on])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def remember(file: Path, depends_on: str, chosen: str) -> None:
    """Keep a choice, in place of what was chosen under other conditions."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps({depends_on: chosen}, indent=1), encoding="utf-8")
        aside.replace(file)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
