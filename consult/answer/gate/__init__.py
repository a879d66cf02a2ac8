"""The gate that a drafted sentence passes, or does not: law 4 for words that a model or a person chose.

In: a sentence with the passages that it cites, and what the ledger holds of its theme. Out: every reason why it
must not stand, as codes with a detail; none means that it may. Each check is a function of its own and knows nothing
of the others. A detail repeats words of the draft only, never a contributor's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from consult.answer.gate.bounds import bounds
from consult.answer.gate.citing import citations
from consult.answer.gate.counting import commitments, numbers, quantities
from consult.answer.gate.entailing import entailed
from consult.answer.gate.general import general
from consult.answer.gate.manner import chatter, form, instructions, language, personal_data
from consult.answer.gate.meaning import weighed
from consult.answer.gate.naming import names
from consult.answer.gate.polarity import negations
from consult.answer.gate.quoting import quotes
from consult.answer.gate.sentence import Fault, Ground, Sentence
from consult.answer.gate.support import support

__all__ = ["CHECKS", "Fault", "Ground", "Sentence", "codes", "judge"]

Check = Callable[[Sentence, Ground], Iterator[Fault]]

FIRST: tuple[Check, ...] = (form, citations, quotes)
"""What the other checks rely on: a sentence, passages that are there, and quotes that can be set apart."""

CHECKS: tuple[Check, ...] = (
    chatter, numbers, bounds, quantities, general, commitments, names, negations, instructions, personal_data, language,
    support,
)  # fmt: skip


def judge(sentence: Sentence, ground: Ground) -> tuple[Fault, ...]:
    """Every fault of a sentence, in the order of the checks; empty where it may stand."""
    faults = tuple(fault for check in FIRST for fault in check(sentence, ground))
    if faults:
        return faults
    found = tuple(dict.fromkeys(fault for check in _checks(ground) for fault in check(sentence, ground)))
    return weighed(sentence, ground, found)


def _checks(ground: Ground) -> tuple[Check, ...]:
    """The checks that have a say: where the settings name a model, its own, beside that of support or in its place."""
    if ground.entailment is None or ground.entailment.own:
        return CHECKS
    return (*(check for check in CHECKS if check is not support or not ground.entailment.alone), entailed)


def codes() -> tuple[str, ...]:
    """Every reason code that a check may give; each has a message `gate-CODE` in the catalogues."""
    return (
        "form-empty", "form-long", "form-open", "form-control", "form-sentences", "chatter",
        "citation-none", "citation-unknown", "citation-elsewhere", "citation-needless",
        "quote-not-verbatim", "quote-open", "quote-turned",
        "number", "date", "quantity", "general", "commitment", "name", "negation-added", "negation-dropped",
        "instruction", "personal", "language", "unsupported", "turned",
    )  # fmt: skip
