"""A full disk, a folder that may not be written to, two at once: said clearly, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.acts import Nursery, files, is_whole, said
from tests.test_run import make_consultation

USER_FAULT = 2

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, which this system cannot"),
]
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        yield place


@pytest.fixture(scope="module")
def nursery(folder: Path) -> Iterator[Nursery]:
    """The nursery, and a whole result in `whole/out`."""
    make_consultation(folder / "whole" / "liten")
    with Nursery(folder, ["run", str(folder / "whole" / "liten"), "--out", str(folder / "whole" / "out")]) as started:
        yield started


def copied(folder: Path, name: str, *, result: bool = False) -> Path:
    """The consultation once more, with its result where it is asked for."""
    shutil.copytree(folder / "whole", folder / name)
    if not result:
        shutil.rmtree(folder / name / "out")
    return folder / name


def ends_as_whole(nursery: Nursery, folder: Path, place: Path) -> None:
    """The next run leaves what an uninterrupted one does."""
    assert is_whole(place / "out" / "ledger.db") == []
    nursery.whole(["run", str(place / "liten"), "--out", str(place / "out")])
    assert said(place / "out") == said(folder / "whole" / "out")
    assert files(place / "out") == files(folder / "whole" / "out")


def test_a_full_disk_is_said_and_does_no_harm(nursery: Nursery, folder: Path) -> None:
    """Where files cannot grow, the run ends with one message and the code of a fault that the user can mend."""
    place = copied(folder, "full")
    code = nursery.wait(nursery.start(["run", str(place / "liten"), "--out", str(place / "out")], "full"))
    told = nursery.log.read_text(encoding="utf-8")

    assert code == USER_FAULT, told
    assert "Traceback" not in told
    ends_as_whole(nursery, folder, place)


@needs_root
@pytest.mark.parametrize("delay", [0.0, 0.2, 0.5])
def test_a_folder_that_becomes_read_only_is_said(nursery: Nursery, folder: Path, delay: float) -> None:
    """Made read-only at the start or in the middle: a message, or a run that had ended; the next one mends it."""
    import time

    place = copied(folder, f"locked-{delay}", result=True)
    (place / "liten" / "inputs" / "nytt.txt").write_text("Meir innsyn.\n", encoding="utf-8")
    everything = [place, *place.rglob("*")]
    for path in everything:
        os.chown(path, 65534, 65534)
    number = nursery.start(["run", str(place / "liten"), "--out", str(place / "out")], "nobody")
    time.sleep(delay)
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    code, told = nursery.wait(number), nursery.log.read_text(encoding="utf-8")
    for path in everything:
        path.chmod(0o755 if path.is_dir() else 0o644)

    assert code in (0, USER_FAULT), told
    assert is_whole(place / "out" / "ledger.db") == []
    (place / "liten" / "inputs" / "nytt.txt").unlink()
    nursery.whole(["run", str(place / "liten"), "--out", str(place / "out")])


def test_two_runs_at_once_both_end_well(nursery: Nursery, folder: Path) -> None:
    """One waits for the other, or says that it runs; together they leave what one leaves."""
    place = copied(folder, "two")
    command = ["run", str(place / "liten"), "--out", str(place / "out")]
    codes = sorted(nursery.wait(number) for number in [nursery.start(command), nursery.start(command)])

    assert codes in ([0, 0], [0, USER_FAULT])
    ends_as_whole(nursery, folder, place)


def test_two_decisions_at_once_are_both_kept_or_one_is_refused(nursery: Nursery, folder: Path) -> None:
    """Each that ended well stands in the chain; none is lost in silence."""
    from consult.ledger import open_ledger
    from tests.durability.acts import largest_theme

    place = copied(folder, "decided", result=True)
    theme = largest_theme(place / "out")
    commands = [
        ["review", "rename", theme, name, "--role", "coordinator", "--in", str(place / "out")] for name in ("Ein", "To")
    ]
    codes = [nursery.wait(number) for number in [nursery.start(command) for command in commands]]
    with open_ledger(place / "out" / "ledger.db") as ledger:
        made = {str(one.after["title"]) for one in ledger.decisions()}

    assert set(codes) <= {0, USER_FAULT}
    assert made == {name for name, code in zip(("Ein", "To"), codes, strict=True) if code == 0}
    assert made
