"""Where the files that come with consult lie: frameworks, prompts, model entries, templates.

In a wheel they stand in `consult/shipped/`; in a checkout at the top level of the repository.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `shipped("corpora", "frameworks")`.

    Raises FileNotFoundError with the name when the installation lacks it.
    """
    for root in (PACKAGE / "_shipped", PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"this installation of consult lacks {'/'.join(parts)}; install it again")
