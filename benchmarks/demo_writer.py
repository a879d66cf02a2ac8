"""A real model at the gate: runs the shipped corpus, lets a local server word it, and shows what was kept and refused.

    make demo-writer [MINUTES=15] [TABLE=outputs/demo-writer/table.md]

Starts the server itself (`benchmarks/llama_bridge.py`, in the environment that `make` made for it) unless `--address`
names one that runs. Each task has its share of the minutes; what there was no time to ask keeps its quotes, and is
counted.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from consult.answer.prompts import Prompt
from consult.answer.server import Answer, Server, ServerError
from consult.answer.wordings import Wording
from consult.drafting import draft, opened
from consult.rounds import Drafted
from consult.run import alone, run
from consult.themes import load_encoder
from consult.writings import Refusal

CORPUS = Path("corpora/ogp-norge-2026")
BRIDGE = Path(__file__).with_name("llama_bridge.py")
SHARES = {"conclusions": 0.5, "title": 0.2, "overview": 0.2, "plain": 0.1}  # of the minutes
FIRST = 0.6  # of a task's share for asking, the rest for asking again what was refused
LOADING = 300  # seconds that a model may take to load on a busy machine
SETTINGS = """
[writer]
on = true
address = "{address}"
model = "gemma-3-270m-q4_k_m"
timeout = 180
retries = 0
parallel = 1
points = 1
answer_tokens = 400
tasks = ["conclusions", "title", "overview", "plain"]
"""
INTRODUCTION = """# A small model at the gate

What `make demo-writer` printed: Gemma 3 with 270 million parameters, in 4 bits, behind llama.cpp's own server with the
OpenAI-compatible interface, one thread of a machine that others used too, {minutes:.0f} minutes of asking, over
`{corpus}`. The model was never taught to follow instructions and knows little Norwegian: what is shown is what the
gate makes of it.
"""


@dataclass(kw_only=True)
class Hurried:
    """A server that is asked no more for a task when its time is up. unasked: task → requests without time."""

    server: Server
    seconds: float
    begun: dict[str, float] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    unasked: Counter[str] = field(default_factory=Counter)

    def ask(self, prompt: Prompt) -> Answer:
        """The server's answer. Raises ServerError where it fails or where there is no time left."""
        begun = self.begun.setdefault(prompt.task, time.monotonic())
        share = SHARES[prompt.task] * (1 if "<refused>" in prompt.user else FIRST)
        if time.monotonic() - begun > self.seconds * share:
            self.unasked[prompt.task] += 1
            raise ServerError("limit", "the minutes are up")
        self.asked[prompt.task] += 1
        return self.server.ask(prompt)


def main() -> None:
    """Copy the corpus, switch the writer on, run, draft, and print each sentence with its fate."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--address", default="", help="of a server that runs already, with /v1")
    arguments.add_argument("--python", default=sys.executable, help="of the environment that has the server")
    arguments.add_argument("--model", type=Path, default=Path("demo.gguf"), help="where the model is put together")
    arguments.add_argument("--minutes", type=float, default=15.0, help="for asking; the run and loading come before")
    arguments.add_argument("--out", type=Path, default=Path("outputs/demo-writer"))
    arguments.add_argument("--table", type=Path, help="where the table is written, besides being printed")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server ends with us
    with running(given.address, given.python, given.model) as address:
        folder = given.out / "consultation"
        make_room(given.out)
        shutil.copytree(CORPUS, folder, ignore=shutil.ignore_patterns("gold"))
        with (folder / "consult.toml").open("a", encoding="utf-8") as file:
            file.write(SETTINGS.format(address=address))
        tell(f"running {CORPUS} without a writer first")
        run(folder, given.out)
        tell(f"asking {address} for {given.minutes:g} minutes")
        begun = time.monotonic()
        made, hurried = drafted(given.out, 60 * given.minutes)
    told = drafted_page(made, hurried, time.monotonic() - begun)
    sys.stdout.write(told)
    if given.table:
        given.table.parent.mkdir(parents=True, exist_ok=True)
        given.table.write_text(told, encoding="utf-8")


def make_room(out: Path) -> None:
    """Remove an earlier demonstration. Raises SystemExit where something else lies there: nobody asked to lose that."""
    if out.exists() and not (out / "consultation" / "consult.toml").is_file() and any(out.iterdir()):
        raise SystemExit(f"{out}: holds something else than a demonstration; name an empty folder")
    shutil.rmtree(out, ignore_errors=True)


def tell(words: str) -> None:
    """Say on stderr how far it has come."""
    sys.stderr.write(f"demo-writer: {words}\n")
    sys.stderr.flush()


@contextmanager
def running(address: str, python: str, model: Path) -> Iterator[str]:
    """The address of a server that answers: the one named, or one of our own for as long as the block lasts."""
    if address:
        yield address
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = model.with_suffix(".log").open("wb")
    server = subprocess.Popen(  # noqa: S603 - our own script
        [python, str(BRIDGE), "--port", str(port), "--model", str(model)], stdout=log, stderr=log
    )
    try:
        tell(f"loading the model; its log is {log.name}")
        wait_for(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()
        log.close()


def wait_for(health: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server has loaded its model. Raises SystemExit where it ends or takes too long."""
    until = time.monotonic() + LOADING
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(health, timeout=5):  # noqa: S310 - this machine
                return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                raise SystemExit(f"the server ended with {server.returncode}; see its log") from None
            time.sleep(0.5)
    raise SystemExit(f"the model was not loaded in {LOADING} s; see its log")


def drafted(out: Path, seconds: float) -> tuple[Drafted, Hurried]:
    """Draft for the finished run in a folder, no longer than the seconds and one answer for each task."""
    with alone(out), opened(out) as (ledger, settings):
        server = Server(settings.writer)
        hurried = Hurried(server=server, seconds=seconds)
        try:
            made = draft(
                ledger, settings, load_encoder(settings.model), out, server=hurried,
                progress=lambda step, done, of: tell(f"{step}: {done} of {of}"),
            )  # fmt: skip
        finally:
            server.close()
    return made, hurried


# -- what is shown --------------------------------------------------------------------------------------------


def drafted_page(made: Drafted, hurried: Hurried, seconds: float) -> str:
    """What became of each sentence, as a page in Markdown."""
    asked = [task for task in SHARES if hurried.asked[task] + hurried.unasked[task]]
    first = Counter(one.reasons[0][0] for one in made.refusals)
    laws = ", ".join(law.name + (" holds" if law.holds else " BROKEN") for law in made.laws)
    lines = [
        INTRODUCTION.format(minutes=seconds / 60, corpus=CORPUS),
        "| task | asked | kept at once | kept when sent back | refused | no time to ask |", "|---|---|---|---|---|---|",
        *(_counts(task, made, hurried) for task in asked), "",
        f"Answers that could not be used: {_listed(_unusable(made))}. First reasons for refusing: {_listed(first)}.",
        f"Laws: {laws}.", "",
        "## Kept", "", "| task | stands for | sentence | cites |", "|---|---|---|---|", *map(_kept, made.wordings), "",
        "## Refused", "", "| task | stands for | try | sentence | why |", "|---|---|---|---|---|",
        *map(_refused, made.refusals),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _counts(task: str, made: Drafted, hurried: Hurried) -> str:
    again = {one.stands_for for one in made.refusals if one.task == task and one.attempt == 1}
    kept = [one.stands_for for one in made.wordings if one.task == task]
    first = sum(one not in again for one in kept)
    refused = len(again - {*kept})
    return f"| {task} | {hurried.asked[task]} | {first} | {len(kept) - first} | {refused} | {hurried.unasked[task]} |"


def _unusable(made: Drafted) -> Counter[str]:
    return Counter({why: count for why, count in made.unanswered.items() if why != "limit"})


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common()) or "none"


def _kept(one: Wording) -> str:
    return f"| {one.task} | {one.stands_for} | {_cell(one.text)} | {' '.join(one.passage_ids)} |"


def _refused(one: Refusal) -> str:
    return f"| {one.task} | {one.stands_for} | {one.attempt} | {_cell(one.text)} | {_reasons(one.reasons)} |"


def _reasons(reasons: Sequence[tuple[str, str]]) -> str:
    return _cell("; ".join(f"{code}: {detail}" if detail else code for code, detail in reasons))


def _cell(text: str, longest: int = 200) -> str:
    line = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    return line if len(line) <= longest else f"{line[:longest]} […]"


if __name__ == "__main__":
    main()
