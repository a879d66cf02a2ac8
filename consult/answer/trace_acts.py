"""What people decided and answered, as steps of a trace: who, as which office, when, what, and why.

In: what people did, and what it is asked of. Out: steps. A decision that was undone or has lost what it was about is
shown with what became of it; where a place of a theme has no answer, that is a step as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consult.answer.history import History
from consult.answer.steps import Step
from consult.messages import messages
from consult.records import Decision, Reply, Response


def decision_steps(history: History, named: str) -> Iterator[Step]:
    """Every decision about a theme, passage or conclusion, oldest first."""
    for decision in history.of(named):
        outcome = history.outcome(decision.number)
        why = messages("en")(f"review-remark-{outcome.code}", ids=", ".join(outcome.ids)) if outcome.code else ""
        facts = (
            ("act", decision.act.replace("_", " ")), ("about", ", ".join(decision.objects)),
            ("gives", _gives(decision)), ("role", decision.role), ("time", decision.time),
            ("state", outcome.state), ("remark", why),
        )  # fmt: skip
        yield Step(what="decision", id=str(decision.number), text=decision.reason, facts=_known(facts))


def _gives(decision: Decision) -> str:
    return ", ".join(str(decision.after[key]) for key in ("title", "target", "reason") if decision.after.get(key))


def answer_steps(
    history: History, standing: Sequence[Response], theme_id: str, places: Sequence[str]
) -> tuple[Step, ...]:
    """What the authority answered to a theme in each of its places, and where it has not.

    standing: the responses that count, for a result whose acts of answering are not at hand.
    """
    given = {one.target: one for one in standing if one.theme_id == theme_id}
    acts = [(reply, counts) for reply, counts in history.answers(theme_id)]
    told = {reply.response.target for reply, _ in acts}
    rest = [_answer(one, None, counts=True) for target, one in sorted(given.items()) if target not in told]
    lacking = [Step(what="response lacking", id=place) for place in dict.fromkeys(places) if place not in given]
    return (*(_answer(reply.response, reply, counts=counts) for reply, counts in acts), *rest, *lacking)


def _answer(one: Response, reply: Reply | None, *, counts: bool) -> Step:
    who = (("role", reply.role), ("time", reply.time)) if reply else ()
    facts = (
        ("status", one.status), ("responsible", one.responsible), ("next step", one.next_step), ("date", one.date),
        *who, ("state", "" if counts else "a later one took its place"),
    )  # fmt: skip
    return Step(what="response", id=one.target, text=one.reason, facts=_known(facts))


def _known(facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)
