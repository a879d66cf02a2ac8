"""The demonstration of the writer, but for its model: it holds to its minutes, and its table tells every fate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.demo_writer import SHARES, Hurried, drafted_page, make_room
from consult.answer.prompts import Prompt, render
from consult.answer.server import ServerError
from consult.answer.wordings import Wording
from consult.rounds import Drafted
from consult.writings import Refusal
from tests.test_prompts import INPUTS

FACTS: dict[str, Any] = {
    "stands_for": "c-1", "language": "nn", "task": "conclusions", "theme_id": "t-1", "prompt_hash": "", "model": "",
    "input_hash": "",
}  # fmt: skip


class Instant:
    """A server that answers at once."""

    def ask(self, prompt: Prompt) -> str:
        """Whatever it was asked."""
        return prompt.task


def test_each_task_has_its_share_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was refused has time of its own; a task that begins later has its share from then on."""
    now = 0.0
    monkeypatch.setattr("benchmarks.demo_writer.time.monotonic", lambda: now)
    hurried = Hurried(server=Instant(), seconds=100)  # type: ignore[arg-type]
    first = render("conclusions", INPUTS)
    again = render("conclusions", {**INPUTS, "again": [{"point": "k1", "text": "Nei", "reasons": []}]})

    assert sum(SHARES.values()) == pytest.approx(1)
    hurried.ask(first)
    now = 35.0
    with pytest.raises(ServerError, match="limit"):
        hurried.ask(first)
    hurried.ask(again)
    now = 51.0
    with pytest.raises(ServerError, match="limit"):
        hurried.ask(again)
    hurried.ask(render("title", INPUTS))
    assert hurried.asked == {"conclusions": 2, "title": 1}
    assert hurried.unasked == {"conclusions": 2}


def test_the_table_tells_every_fate() -> None:
    """Kept at once, kept when sent back, refused; a sentence that would break the table is escaped."""
    refused = [
        Refusal(text="To | bord <b>", attempt=1, reasons=(("number", "To"),), **FACTS),
        Refusal(text="Nei.", attempt=1, reasons=(("unsupported", ""),), **FACTS | {"stands_for": "c-2"}),
        Refusal(text="Nei.", attempt=2, reasons=(("unsupported", ""),), **FACTS | {"stands_for": "c-2"}),
    ]
    kept = [
        Wording(text="Eitt bord.", passage_ids=("p-1",), point="", encoder="", **FACTS | {"stands_for": one})
        for one in ("c-1", "c-3")
    ]
    made = Drafted(wordings=kept, refusals=refused, unanswered=Counter(cut=1, limit=4))
    hurried = Hurried(server=Instant(), seconds=1)  # type: ignore[arg-type]
    hurried.asked["conclusions"], hurried.unasked["conclusions"] = 5, 4
    page = drafted_page(made, hurried, 120)

    assert "| conclusions | 5 | 1 | 1 | 1 | 4 |" in page
    assert "cut 1." in page
    assert "limit" not in page
    assert "To \\| bord &lt;b>" in page
    assert "2 minutes" in page


def test_only_an_earlier_demonstration_is_removed(tmp_path: Path) -> None:
    """A mistyped --out loses nobody's folder."""
    earlier, empty, other = (tmp_path / name for name in ("earlier", "empty", "other"))
    (earlier / "consultation").mkdir(parents=True)
    (earlier / "consultation" / "consult.toml").write_text("", encoding="utf-8")
    empty.mkdir()
    other.mkdir()
    (other / "letter.txt").write_text("Vi vil ha buss.", encoding="utf-8")
    for folder in (earlier, empty, tmp_path / "none"):
        make_room(folder)
        assert not folder.exists()
    with pytest.raises(SystemExit, match="something else"):
        make_room(other)
    assert (other / "letter.txt").exists()
