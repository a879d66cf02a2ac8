"""Questions to a server: kept answers, limits, and when it is given up; the server is made up, the ledger is real."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consult.answer.draft import Job, Point
from consult.answer.prompts import Prompt
from consult.answer.server import CUT, TOO_MUCH, Answer, ServerError, Why
from consult.asking import PATIENCE, Answered, Questions
from consult.ledger import Ledger, open_ledger
from consult.records import Passage
from consult.writer_settings import WriterSettings

SETTINGS = WriterSettings(on=True, model="small", parallel=1, retries=0)
RIGHT = json.dumps({"sentences": [{"point": "k1", "text": "Det heiter slik.", "passages": ["p-1"]}]})


class Told:
    """A server that answers each request as a function of its number says."""

    def __init__(self, answer: Callable[[int], Answer | ServerError]) -> None:
        self.answer, self.asked = answer, list[Prompt]()

    def ask(self, prompt: Prompt) -> Answer:
        """Answer, or fail."""
        self.asked.append(prompt)
        said = self.answer(len(self.asked) - 1)
        if isinstance(said, ServerError):
            raise said
        return said


def right(_: int = 0) -> Answer:
    """What was asked for, in a hundred tokens and twenty."""
    return Answer(text=RIGHT, finish="stop", tokens_in=100, tokens_out=20)


def failing(why: Why, detail: str = "") -> Callable[[int], ServerError]:
    """Always the same failure."""
    return lambda _: ServerError(why, detail)


def jobs(count: int) -> list[Job]:
    """As many questions, each about a passage of its own."""
    texts = [f"Utsegn nummer {number}." for number in range(count)]
    passages = [
        Passage(source_id=f"s-{text}", start=0, end=len(text), text=text, language="nn", voice="individual")
        for text in texts
    ]
    return [
        Job(
            task="conclusions", language="nn", title="",
            points=(Point(name="k1", stands_for=f"c-{one.text}", theme_id="t-1", passages=(one,)),),
        )
        for one in passages
    ]  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened


def questions(ledger: Ledger, server: Told, **changes: object) -> Questions:
    """A drafting's questions."""
    settings = replace(SETTINGS, **changes)  # type: ignore[arg-type]
    return Questions(ledger=ledger, settings=settings, server=server, progress=lambda *_: None)


def asked(one: Questions, count: int) -> list[Answered]:
    """So many questions in one round."""
    return one.ask(jobs(count), "conclusions 1")


def test_what_is_answered_is_kept_and_not_asked_again(ledger: Ledger) -> None:
    """Also after a restart, and after settings changed that do not matter: only model, prompt and input do."""
    server = Told(right)
    first = asked(questions(ledger, server), 3)
    changed = questions(
        ledger, server, timeout=5, parallel=4, retries=9, tokens=1, address="http://127.0.0.1:1/v1", key="K"
    )

    assert asked(changed, 3) == first
    assert len(server.asked) == 3
    assert changed.counts == {"from_cache": 3}
    assert [one.value for one in first] == [json.loads(RIGHT)] * 3
    assert asked(questions(ledger, server, model="another"), 1)
    assert len(server.asked) == 4


def test_an_answer_that_was_cut_is_asked_again_when_more_is_allowed(ledger: Ledger) -> None:
    """Half an answer would stay half for ever; with the same limit it would only be cut again."""
    cut = Answer(text='{"sentences": [', finish=CUT, tokens_in=100, tokens_out=50)
    server = Told(lambda number: cut if number == 0 else right())
    assert [one.value for one in asked(questions(ledger, server, answer_tokens=50), 1)] == [None]
    assert [one.value for one in asked(questions(ledger, server, answer_tokens=50), 1)] == [None]
    assert len(server.asked) == 1
    assert [one.value for one in asked(questions(ledger, server, answer_tokens=500), 1)] == [json.loads(RIGHT)]
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("why", "detail", "tried"),
    [("gone", "", 1), ("slow", "", PATIENCE), ("busy", "500", PATIENCE), ("refused", "401", PATIENCE)],
)
def test_a_server_that_goes_on_failing_is_given_up(ledger: Ledger, why: Why, detail: str, tried: int) -> None:
    """Every question is accounted for, and the next round asks nothing."""
    server = Told(failing(why, detail))
    one = questions(ledger, server)
    assert asked(one, 10) == []
    assert len(server.asked) == tried
    assert one.unanswered == {why: 10}
    assert one.ask(jobs(12)[10:], "title 1") == []
    assert len(server.asked) == tried
    assert one.unanswered == {why: 12}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (failing("broken"), "broken"),
        (failing("refused", TOO_MUCH), "refused"),
        (lambda _: Answer(text="Sure!", finish="stop", tokens_in=1, tokens_out=1), "broken"),
    ],
)
def test_what_is_wrong_with_one_answer_says_nothing_of_the_next(
    ledger: Ledger, answer: Callable[[int], Answer | ServerError], why: Why
) -> None:
    """A question too long for the model, or an answer that is none, gives nobody up."""
    server = Told(answer)
    one = questions(ledger, server)
    asked(one, 5)
    assert len(server.asked) == 5
    assert one.unanswered == {why: 5}


def test_one_answer_between_failures_starts_the_count_anew(ledger: Ledger) -> None:
    """Patience is for failures in a row."""
    server = Told(lambda number: right() if number % PATIENCE == PATIENCE - 1 else ServerError("slow"))
    assert len(asked(questions(ledger, server), 9)) == 3
    assert len(server.asked) == 9


def test_the_limit_of_tokens_counts_what_was_used(ledger: Ledger) -> None:
    """Before a request its worst is foreseen, after it what the server counted; the sum never exceeds the limit."""
    server = Told(right)
    one = questions(ledger, server, tokens=3000, answer_tokens=1000)
    asked(one, 100)
    used = one.counts["tokens_in"] + one.counts["tokens_out"]

    assert used == 120 * len(server.asked) == round(one.tokens)
    assert 5 < len(server.asked) < 25
    assert one.unanswered == {"limit": 100 - len(server.asked)}
    assert used <= 3000


def test_a_server_that_does_not_count_is_held_to_the_worst(ledger: Ledger) -> None:
    """Nobody knows better."""
    server = Told(lambda _: Answer(text=RIGHT, finish="stop", tokens_in=0, tokens_out=0))
    one = questions(ledger, server, tokens=4000, answer_tokens=1000)
    asked(one, 100)
    assert len(server.asked) == 2


def test_the_limit_of_cost_is_in_money(ledger: Ledger) -> None:
    """A price for what is sent and for what is answered; nothing is begun that could cost more."""
    server = Told(right)
    one = questions(ledger, server, cost=0.01, price_in=1.0, price_out=5.0, answer_tokens=1000)
    asked(one, 100)

    assert 0 < len(server.asked) < 100
    assert one.cost <= 0.01
    assert one.cost == pytest.approx(len(server.asked) * (100 * 1.0 + 20 * 5.0) / 1e6)


def test_a_damaged_answer_is_asked_again(ledger: Ledger) -> None:
    """Sabotage twin: a kept answer that somebody changed counts as none."""
    server = Told(right)
    asked(questions(ledger, server), 1)
    ledger.connection.execute("UPDATE answers SET answer = replace(answer, 'slik', 'motsett')")
    assert asked(questions(ledger, server), 1)[0].value == json.loads(RIGHT)
    assert len(server.asked) == 2
