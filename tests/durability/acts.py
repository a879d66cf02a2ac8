"""What is killed: acts on a small consultation, what each starts from, and how one goes on after a kill.

In: a folder to work in and a nursery. Out: for each act its `before`, a folder to copy, and its `after`, what an
uninterrupted act makes of it. Times are fixed, so that two results can be compared byte by byte.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from consult.ledger import open_ledger
from consult.publish.exchange.consultation import read_run_info
from consult.publish.exchange.refi import project
from tests.test_run import make_consultation

ROOT = Path(__file__).parents[2]
TIME = "1780000000"
LONGEST = 240.0  # seconds for one act on a busy machine
ACTS = ("run", "rerun", "rename", "respond", "publish", "withdraw", "delete", "import")


class Nursery:
    """The process that forks a child for each act."""

    def __init__(self, folder: Path, first: list[str]) -> None:
        """Start it, and let it go through `first` once."""
        self.log = folder / "child.log"
        environment = {
            **os.environ, "SOURCE_DATE_EPOCH": TIME, "OMP_NUM_THREADS": "1", "CONSULT_CHILD_LOG": str(self.log),
            "CONSULT_DEBUG": "1",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.nursery", *first], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        if self._answer() != "ready":
            raise RuntimeError("the nursery does not start")

    def __enter__(self) -> Nursery:
        """It runs already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self.process.communicate()

    def _answer(self) -> object:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def _ask(self, word: str, given: object) -> object:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([word, given]) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def start(self, arguments: list[str], how: str = "start") -> int:
        """Start a command; its process number. how: `full` on a disk that is, `nobody` as one who is not root."""
        return int(str(self._ask(how, arguments)))

    def wait(self, number: int) -> int:
        """The exit code of a command, negative where a signal ended it."""
        return int(str(self._ask("wait", number)))

    def whole(self, arguments: list[str]) -> float:
        """Let a command end by itself; the seconds that it took. Raises AssertionError where it does not end well."""
        begun = time.perf_counter()
        code = self.wait(self.start(arguments))
        assert code == 0, f"{arguments[:2]}: {code}: {self.log.read_text(encoding='utf-8')}"
        return time.perf_counter() - begun

    def killed(self, arguments: list[str], after: float) -> bool:
        """Kill a command so many seconds after its start; whether it had not ended by then."""
        number = self.start(arguments)
        time.sleep(after)
        try:
            os.killpg(number, signal.SIGKILL)
        except ProcessLookupError:  # so early that it leads no group yet, and has started nobody
            os.kill(number, signal.SIGKILL)
        return self.wait(number) == -signal.SIGKILL


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act, the folder that it starts from, what it makes of that, and the seconds that it takes."""

    name: str
    arguments: tuple[str, ...]
    before: Path
    after: Path
    seconds: float

    def command(self, folder: Path) -> list[str]:
        """The command line, in a copy of `before`."""
        return [part.replace("@", str(folder)) for part in self.arguments]


def prepared(folder: Path, nursery_of: type[Nursery] = Nursery) -> tuple[Nursery, dict[str, Act]]:
    """The nursery, and every act with its two ends."""
    empty = folder / "empty"
    make_consultation(empty / "liten")
    fresh = folder / "fresh"
    shutil.copytree(empty, fresh)
    nursery = nursery_of(folder, ["run", str(fresh / "liten"), "--out", str(fresh / "out")])
    published = folder / "published"
    shutil.copytree(fresh, published)
    theme, source = largest_theme(fresh / "out"), letter(fresh / "out")
    nursery.whole(["publish", "--in", str(published / "out"), "--languages", "nn"])
    rename = ("review", "rename", theme, "Eit nytt namn", "--role", "coordinator", "--in", "@/out")
    recoded(published)
    nursery.whole([part.replace("@", str(published)) for part in (*rename[:3], "Eit anna namn", *rename[4:])])
    more = folder / "more"
    shutil.copytree(published, more)
    (more / "liten" / "inputs" / "nytt.txt").write_text("Lag eit register over lobbyistar.\n", encoding="utf-8")
    role = ("--role", "coordinator", "--in", "@/out")
    commands = {
        "run": (empty, ("run", "@/liten", "--out", "@/out")),
        "rerun": (more, ("run", "@/liten", "--out", "@/out")),
        "rename": (published, rename),
        "respond": (published, ("respond", theme, "--status", "partly", "--reason", "Prøvd ut", *role)),
        "publish": (published, ("publish", "--in", "@/out", "--languages", "nn")),
        "withdraw": (published, ("withdraw", source, *role)),
        "delete": (published, ("withdraw", source, "--delete", *role)),
        "import": (published, ("import", "@/recoded.qdpx", *role)),
    }
    return nursery, {name: _act(folder, nursery, name, *commands[name]) for name in ACTS}


def _act(folder: Path, nursery: Nursery, name: str, before: Path, arguments: tuple[str, ...]) -> Act:
    after = folder / "after" / name
    shutil.copytree(before, after)
    seconds = nursery.whole([part.replace("@", str(after)) for part in arguments])
    return Act(name=name, arguments=arguments, before=before, after=after, seconds=seconds)


def largest_theme(out: Path) -> str:
    """The theme with most passages."""
    with open_ledger(out / "ledger.db") as ledger:
        themes = ledger.analysis().themes
    return max(themes, key=lambda theme: (len(theme.passage_ids), theme.theme_id)).theme_id


def letter(out: Path) -> str:
    """The source that is withdrawn: the letter."""
    with open_ledger(out / "ledger.db") as ledger:
        return next(one.source_id for one in ledger.analysis().sources if one.path == "brev.txt")


def recoded(folder: Path) -> None:
    """A researcher's project beside the result: a code was renamed."""
    with open_ledger(folder / "out" / "ledger.db") as ledger:
        analysis = ledger.analysis()
    title = min(analysis.themes, key=lambda theme: (len(theme.passage_ids), theme.theme_id)).title
    packed = io.BytesIO(project(analysis, read_run_info(folder / "out")))
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(folder / "recoded.qdpx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "project.qde":
                content = content.replace(f'name="{title}"'.encode(), b'name="Namnet til forskaren"')
            new.writestr(name, content)


def goes_on(nursery: Nursery, act: Act, folder: Path) -> None:
    """What a person does after a kill: the act again where nothing of it stands, and in any case a run."""
    if not stands(act, folder) or act.name in ("run", "rerun", "publish"):
        nursery.whole(act.command(folder))
    else:
        nursery.whole(["run", str(folder / "liten"), "--out", str(folder / "out")])


def stands(act: Act, folder: Path) -> bool:
    """Whether the ledger holds the act."""
    tables = {
        "rename": "decisions", "respond": "response_log", "withdraw": "withdrawn", "delete": "withdrawn",
        "import": "decisions",
    }  # fmt: skip
    if act.name not in tables:
        return False
    return rows(folder / "out", tables[act.name]) != rows(act.before / "out", tables[act.name])


def rows(out: Path, table: str) -> list[tuple[object, ...]]:
    """A table's rows, in order."""
    connection = sqlite3.connect(out / "ledger.db")
    try:
        return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
    finally:
        connection.close()


def said(out: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a ledger says, but for the encoder's cache, which only saves work."""
    connection = sqlite3.connect(out / "ledger.db")
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name != 'vectors'"
    names = [row[0] for row in connection.execute(query)]
    connection.close()
    return {name: rows(out, name) for name in names}


def files(out: Path, part: str = "") -> dict[str, bytes]:
    """Every file of a result but the ledger and locks."""
    left_out = ("ledger.db", ".lock", "ledger.db-journal")
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted((out / part).rglob("*"))
        if path.is_file() and path.name not in left_out
    }


def is_whole(path: Path) -> list[str]:
    """What is wrong with a ledger's file: pages, and keys that lead nowhere."""
    if not path.exists():
        return []
    connection = sqlite3.connect(path)
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
    finally:
        connection.close()
