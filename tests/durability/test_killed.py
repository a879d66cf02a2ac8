"""The law of durability: whatever is killed, and whenever, the next command ends where an uninterrupted one does.

Acts are killed (SIGKILL, with their reading processes) at random moments, seeded and spread over the time that each
takes. Bounded by default; `CONSULT_KILLS=200` kills as often as the figure that the project has to reach names.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from consult.check import check, failed
from consult.ledger import open_ledger
from consult.swap import OLD, system_call
from tests.durability.acts import ACTS, Act, Nursery, files, goes_on, is_whole, prepared, said

KILLS = int(os.environ.get("CONSULT_KILLS", "14"))
SEED = int(os.environ.get("CONSULT_KILLS_SEED", "11"))
BEYOND = 1.05  # the last moments lie a little after the end

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, which this system cannot"),
]
EXCHANGES = system_call() is not None
Prepared = tuple[Nursery, dict[str, Act]]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The nursery and the acts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1780000000")
        nursery, acts = prepared(tmp_path_factory.mktemp("durability"))
        with nursery:
            yield nursery, acts


def moments(name: str) -> list[float]:
    """Parts of an act's time at which it is killed: one in each slice of it, so that no slice is left out."""
    mine = [number for number in range(KILLS) if ACTS[number % len(ACTS)] == name]
    rng = random.Random(f"{SEED} {name}")  # noqa: S311 - moments, not secrets
    return [BEYOND * (slice_ + rng.random()) / len(mine) for slice_ in range(len(mine))]


def published_is_whole(act: Act, folder: Path) -> bool:
    """Whether `public/` is that of before or of after; where two folders cannot change places, perhaps beside it."""
    held = [files(one / "out", "public") for one in (act.before, act.after)]
    now = files(folder / "out", "public")
    if now in held:
        return True
    waiting = folder / "out" / OLD / "public"
    return not EXCHANGES and not now and waiting.is_dir() and bool(list(waiting.iterdir()))


def differences(act: Act, folder: Path) -> list[str]:
    """Tables and files that are not what the uninterrupted act leaves."""
    expected, found = said(act.after / "out"), said(folder / "out")
    wrong = [f"table {name}" for name in expected if found.get(name) != expected[name]]
    inputs = [{path.name for path in (one / "liten" / "inputs").rglob("*")} for one in (act.after, folder)]
    wrong += [f"input {name}" for name in sorted(inputs[0] ^ inputs[1])]
    left, right = files(act.after / "out"), files(folder / "out")
    return wrong + [f"file {name}" for name in sorted(left.keys() | right.keys()) if left.get(name) != right.get(name)]


def faults(nursery: Nursery, act: Act, folder: Path, part: float) -> list[str]:
    """Kill the act after a part of its time, go on, and tell what is not as it ought to be."""
    shutil.copytree(act.before, folder)
    nursery.killed(act.command(folder), part * act.seconds)
    found = is_whole(folder / "out" / "ledger.db")
    if not published_is_whole(act, folder) and act.name not in ("withdraw", "delete"):
        found.append("public/ is neither the old nor the new one")
    goes_on(nursery, act, folder)
    found += differences(act, folder)
    if not found and part == max(moments(act.name)):
        found = [one for one in breaches(folder / "out") if one not in breaches(act.after / "out")]
    return found


def breaches(out: Path) -> list[str]:
    """What breaks a law; after a withdrawal, that the edition has to be published again."""
    return [breach for law in failed(check(out)) for breach in law.breaches]


@pytest.mark.parametrize("name", ACTS)
def test_a_killed_act_does_no_harm(ready: Prepared, tmp_path: Path, name: str) -> None:
    """The ledger is whole, what is published is the old or the new, and the next command ends as if nothing was."""
    nursery, acts = ready
    wrong = {}
    for number, part in enumerate(moments(name)):
        folder = tmp_path / str(number)
        found = faults(nursery, acts[name], folder, part)
        if found:
            wrong[round(part, 3)] = found
        shutil.rmtree(folder)
    assert wrong == {}


def test_every_act_changes_something_and_ends_lawfully(ready: Prepared) -> None:
    """Uninterrupted, each act leaves another ledger than it found, in which every law holds."""
    for act in ready[1].values():
        assert act.name == "run" or said(act.before / "out") != said(act.after / "out"), act.name
    for name in ("run", "publish", "import"):
        assert breaches(ready[1][name].after / "out") == [], name


def test_a_harm_would_be_seen(ready: Prepared, tmp_path: Path) -> None:
    """Sabotage twin: lost rows, half a folder, other bytes in a table are each told."""
    act = ready[1]["publish"]
    shutil.copytree(act.after, tmp_path / "harmed")
    out = tmp_path / "harmed" / "out"
    assert differences(act, tmp_path / "harmed") == []
    next((out / "public").rglob("*.html")).unlink()
    assert not published_is_whole(act, tmp_path / "harmed")
    (out / "tables" / "themes.csv").write_bytes(b"")
    with open_ledger(out / "ledger.db") as ledger:
        ledger.connection.execute("PRAGMA foreign_keys = OFF")
        ledger.connection.execute("DELETE FROM sources")
    assert {"table sources", "file tables/themes.csv"} <= set(differences(act, tmp_path / "harmed"))
    assert is_whole(out / "ledger.db")
