"""How it was done, in plain language: the steps, their limits, what was measured, and who answers for it.

In: a `Telling`. Out: blocks. Guaranteed: counts come from the analysis and from the run, as does how far people who
read a sample agree with the machine; figures of other consultations from `measured.toml`, which names where they
were measured.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from consult.publish.agreement_note import agreement_sentences
from consult.publish.document import Block, Heading, Items, Paragraph, Run, Table, runs
from consult.publish.material import Telling
from consult.publish.worded import UNNAMED, worded
from consult.records import How, in_language

MEASURED = Path(__file__).with_name("measured.toml")
STEPS = ("read", "split", "group", "place", "conclude")
LIMITS = ("themes", "place", "voices", "words")
FIGURES = ("recovered", "themes", "placed")


def method(telling: Telling) -> Iterator[Block]:
    """The whole chapter."""
    m = telling.m
    yield Heading(level=1, text=m("feedback-method"), anchor="method")
    ways = [one.conclusion.how for entry in telling.entries.values() for one in entry.statements]
    told = worded(ways, telling.settings, m)
    steps = {"conclude": "conclude-worded"} if told else {}
    yield Paragraph(runs=runs(_lead(telling)))
    yield Items(items=tuple(runs(m(f"feedback-method-{steps.get(step, step)}")) for step in STEPS), ordered=True)
    for said in told:
        yield Paragraph(runs=runs(said))
    yield Paragraph(runs=runs(_people(telling)))
    yield Paragraph(runs=runs(m("feedback-method-answers")))
    yield _how(telling)
    yield Heading(level=2, text=m("feedback-limits"), anchor="limits")
    yield Items(items=tuple(runs(m(f"feedback-limit-{limit}")) for limit in LIMITS))
    yield from _measured(telling)


def _lead(telling: Telling) -> str:
    """Whether anything has left the machine: with a writer on, statements without personal data may have."""
    writer = telling.settings.writer
    if not writer.on:
        return telling.m("feedback-method-lead")
    return telling.m("feedback-method-lead-sent", model=writer.model or UNNAMED, host=writer.host)


def _people(telling: Telling) -> str:
    approved = sum(theme.status == "approved" for theme in telling.analysis.themes)
    decisions = len(telling.material.decisions)
    return telling.m(
        "feedback-method-people", decisions=decisions, approved=approved, themes=len(telling.analysis.themes)
    )


def _how(telling: Telling) -> Table:
    """How many of the conclusions that the document shows were made in each way."""
    m = telling.m
    found = Counter(one.conclusion.how for entry in telling.entries.values() for one in entry.statements)
    rows = [(runs(m(f"feedback-made-{how}")), runs(str(found[how]))) for how in get_args(How)]
    total = (Run(text=m("feedback-row-conclusions"), strong=True),), (Run(text=str(found.total()), strong=True),)
    return Table(
        caption=m("feedback-method-how-caption"), anchor="how", rows=(*rows, total), numeric=(1,),
        head=(m("feedback-column-how"), m("feedback-column-count")),
    )  # fmt: skip


@cache
def measured() -> dict[str, Any]:
    """The measured figures, in hundredths."""
    return tomllib.loads(MEASURED.read_text(encoding="utf-8"))


def _measured(telling: Telling) -> Iterator[Block]:
    m, figures = telling.m, measured()
    yield Heading(level=2, text=m("feedback-measured"), anchor="measured")
    for number, said in enumerate(agreement_sentences(telling.material.run, m), start=1):
        yield Paragraph(runs=runs(said), anchor=f"agreement-{number}")
    yield Paragraph(runs=runs(m("feedback-measured-text", corpora=figures["corpora"])))
    rows = tuple(
        (runs(m(f"feedback-measured-{name}")), runs(m("feedback-span", low=figures[name][0], high=figures[name][1])))
        for name in FIGURES
    )
    yield Table(
        caption=m("feedback-measured-caption"), anchor="figures", rows=rows, numeric=(1,),
        head=(m("feedback-column-measure"), m("feedback-column-figure")),
    )  # fmt: skip
    run = telling.material.run
    versions = run.get("versions", {})
    model = str(versions.get("model", "–")).partition(" ")[0]
    version, run_id = str(run.get("consult", versions.get("consult", "–"))), str(run.get("run_id", "–"))
    yield Paragraph(runs=runs(m("feedback-model", model=model, version=version, run=run_id)))
    laws = run.get("laws", ())
    broken = sum(not law["holds"] for law in laws)
    yield Paragraph(runs=runs(m("feedback-laws", laws=len(laws), broken=broken)))


def who_answers(telling: Telling) -> Iterator[Block]:
    """Who is responsible, whom to ask and until when."""
    yield Heading(level=1, text=telling.m("feedback-who"), anchor="who")
    for line in contact_lines(telling):
        yield Paragraph(runs=runs(line))


def contact_lines(telling: Telling) -> Iterator[str]:
    """The same on a receipt: who answers, whom to ask, until when."""
    m, settings = telling.m, telling.settings.publication
    body = in_language(settings.responsible, telling.language)
    yield m("feedback-who-body", body=body) if body else m("feedback-who-body-none")
    contact = settings.contact
    yield m("feedback-who-contact", contact=contact) if contact else m("feedback-who-contact-none")
    if settings.reply_by:
        yield m("feedback-who-until", date=telling.day(settings.reply_by))
