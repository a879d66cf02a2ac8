"""Names and places made to do harm: links, pipes, names that no table, shell or page expects."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.archives import SENTENCE

NAMES = (
    "linje\nskift.txt", 'hermete"ikn\'.txt', "😀👩\u200d👩\u200d👧.txt", "-rf.txt", "--help.txt", "; rm -rf x.txt",
    "$(touch eigd).txt", "`touch eigd`.txt", "a\tb.txt", "\x1b[31mraud\x1b[0m.txt", "bak\u202etxt.exe.txt",
    "=cmd|calc.txt", "@SUM(A1).txt", "{{ 7*7 }}.txt", "{% raw %}.txt", "%s%n%d.txt", "<img src=x onerror=alert(1)>.txt",
    "a&b;c.txt", " mellomrom .txt", "punkt..txt", "CON.txt", "a" * 240 + ".txt", "[lenke](x).txt",
    "'; DROP TABLE sources; --.txt", "\\\\server\\x.txt", "blå\u030a.txt", "#fragment?x=1.txt", "..txt",
    "\u200b.txt", "\x7f.txt",
)  # fmt: skip
"""Names of files that each hold a letter."""


def lay_places(folder: Path) -> int:
    """Make them in `folder`; returns how many things were made there that a reader has to account for."""
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"{SENTENCE} Dette er sak {number}.", encoding="utf-8")
    nameless = os.fsencode(folder) + b"/ugyldig-\xff\xfe.txt"
    Path(os.fsdecode(nameless)).write_text(SENTENCE, encoding="utf-8")
    (folder / "lenke-ut.txt").symlink_to("/etc/passwd")
    (folder / "lenke-opp").symlink_to("..")
    (folder / "lenke-ring").symlink_to("lenke-ring")
    (folder / "lenke-lufta.txt").symlink_to("ingen-slik-fil.txt")
    os.mkfifo(folder / "roeyr.txt")
    with (folder / "stor.txt").open("wb") as large:
        large.truncate(2 * 2**30)
    return len(NAMES) + 7
