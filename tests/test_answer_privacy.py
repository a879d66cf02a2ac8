"""Decisions on personal data: what stands after them, what they refuse, what became of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from consult.answer import privacy
from consult.answer.decide import Intent
from consult.answer.privacy import Standing, standing, usual_publication
from consult.errors import DecisionError
from consult.records import Block, Decision, Finding, Source

LETTER = Source(
    path="brev.txt", sha256="a1", format="txt", text="Kari Nes er blind. Ring 428 06 917.", voice="individual"
)
BODY = Source(path="lag.txt", sha256="b2", format="txt", text="Laget ber om svar.", voice="organisation")
NOTES = Source(path="bord.txt", sha256="c3", format="txt", text="Bord 3", voice="group_note")
SOURCES = (LETTER, BODY, NOTES)
NAME = Finding(source_id=LETTER.source_id, start=0, end=8, kind="name", certainty=0.6, person=1, status="open")
HEALTH = Finding(source_id=LETTER.source_id, start=12, end=17, kind="health", certainty=0.5, status="open")
PHONE = Finding(source_id=LETTER.source_id, start=24, end=34, kind="phone", certainty=1.0)
FINDINGS = (NAME, HEALTH, PHONE)


def made(*intents: Intent) -> list[Decision]:
    """Intents as decisions, in that order."""
    return [
        Decision(
            number=number, role="coordinator", time="", act=one.act, objects=one.objects,
            before=json.loads(json.dumps(one.before)), after=one.after, reason="Prøve",
        )
        for number, one in enumerate(intents, start=1)
    ]  # fmt: skip


def stands(*intents: Intent, sources: tuple[Source, ...] = SOURCES) -> Standing:
    """What stands after intents."""
    return standing(FINDINGS, sources, made(*intents))


def test_without_decisions_nothing_changes() -> None:
    """Organisations are published in full, persons and tables without names; what is uncertain is open."""
    now = stands()

    assert set(now.findings) == set(FINDINGS)
    assert [now.publications[one.source_id] for one in SOURCES] == ["name_withheld", "full", "name_withheld"]
    assert set(now.open) == {NAME, HEALTH}
    assert [one.hidden for one in (NAME, HEALTH, PHONE)] == [True, True, True]


def test_confirmed_is_taken_out() -> None:
    """And no longer open."""
    now = stands(privacy.confirm(SOURCES, stands(), HEALTH.finding_id))

    assert replace(HEALTH, status="redacted") in now.findings
    assert now.open == (NAME,)


def test_revealed_stays() -> None:
    """And no longer open; confirming it again takes it out again."""
    reveal = privacy.reveal(SOURCES, stands(), NAME.finding_id)
    assert replace(NAME, status="revealed") in stands(reveal).findings

    again = privacy.confirm(SOURCES, stands(reveal), NAME.finding_id)
    assert replace(NAME, status="redacted") in stands(reveal, again).findings


def test_a_span_that_nobody_found_is_taken_out() -> None:
    """As a finding of its own, found by the role that decided."""
    now = stands(privacy.redact(SOURCES, LETTER.source_id, 19, 23, "other"))

    (new,) = set(now.findings) - set(FINDINGS)
    assert (new.start, new.end, new.kind, new.status, new.found_by) == (19, 23, "other", "redacted", "coordinator")


def test_a_source_is_published_as_people_say() -> None:
    """The last decision holds; what is not quoted has nothing open."""
    first = privacy.publish_as(SOURCES, stands(), LETTER.source_id, "full")
    second = privacy.publish_as(SOURCES, stands(first), LETTER.source_id, "summary_only")

    assert stands(first).publications[LETTER.source_id] == "full"
    assert stands(first, second).publications[LETTER.source_id] == "summary_only"
    assert stands(first, second).open == ()
    assert stands(privacy.publish_as(SOURCES, stands(), LETTER.source_id, "withheld")).withheld == (LETTER.source_id,)


def test_undone_never_was() -> None:
    """An undone decision changes nothing, and has no outcome here."""
    undo = Intent(act="undo", objects=("1",), before={}, after={})
    now = stands(privacy.confirm(SOURCES, stands(), HEALTH.finding_id), undo)

    assert now == replace(stands(), outcomes=())


def test_a_renamed_source_is_followed() -> None:
    """By its content: the decision is on what was said, wherever the file lies now."""
    intents = (
        privacy.publish_as(SOURCES, stands(), LETTER.source_id, "withheld"),
        privacy.redact(SOURCES, LETTER.source_id, 19, 23),
    )
    moved = replace(LETTER, path="nytt.txt")
    now = standing([], (moved,), made(*intents))

    assert now.withheld == (moved.source_id,)
    assert now.findings[0].source_id == moved.source_id
    assert {(one.state, one.code) for one in now.outcomes} == {("applied", "source-followed")}


def test_what_has_gone_orphans_its_decision() -> None:
    """A source that is no longer there, a finding that is no finding any more."""
    gone = privacy.publish_as(SOURCES, stands(), LETTER.source_id, "withheld")
    reveal = privacy.reveal(SOURCES, stands(), NAME.finding_id)

    assert [one.code for one in stands(gone, sources=(BODY,)).outcomes] == ["source-gone"]
    assert [one.code for one in standing([], SOURCES, made(reveal)).outcomes] == ["finding-gone"]


def revealed() -> Intent:
    """The name is let stay."""
    return privacy.reveal(SOURCES, stands(), NAME.finding_id)


REFUSED: tuple[tuple[Callable[[], Intent], str], ...] = (
    (lambda: privacy.publish_as(SOURCES, stands(), "s-0", "full"), "no source"),
    (lambda: privacy.publish_as(SOURCES, stands(), LETTER.source_id, "secret"), "no way to publish"),
    (lambda: privacy.publish_as(SOURCES, stands(), BODY.source_id, "full"), "already"),
    (lambda: privacy.redact(SOURCES, LETTER.source_id, 5, 5), "no span"),
    (lambda: privacy.redact(SOURCES, LETTER.source_id, 0, 999), "no span"),
    (lambda: privacy.redact(SOURCES, LETTER.source_id, 0, 4, "secret"), "no kind"),
    (lambda: privacy.confirm(SOURCES, stands(), PHONE.finding_id), "already"),
    (lambda: privacy.confirm(SOURCES, stands(), "f-0"), "no finding"),
    (lambda: privacy.reveal(SOURCES, stands(revealed()), NAME.finding_id), "already"),
)  # fmt: skip


@pytest.mark.parametrize(("act", "why"), REFUSED)
def test_what_would_change_nothing_is_refused(act: Callable[[], Intent], why: str) -> None:
    """With what is wrong and what to do."""
    with pytest.raises(DecisionError, match=why):
        act()


def test_no_decision_repeats_what_it_is_about() -> None:
    """Decisions are kept for good: they say where words stand, and never the words."""
    intents = (
        privacy.publish_as(SOURCES, stands(), LETTER.source_id, "withheld"),
        privacy.redact(SOURCES, LETTER.source_id, 0, 8, "name"),
        privacy.reveal(SOURCES, stands(), PHONE.finding_id),
    )

    assert "Kari" not in repr(intents)
    assert "428" not in repr(intents)


@pytest.mark.parametrize(
    ("publication", "where", "statuses"),
    [
        ("full", "contributor", ["revealed", "revealed", "redacted"]),
        ("name_withheld", "contributor", ["redacted", "redacted", "redacted"]),
        ("full", "path", ["redacted", "redacted", "redacted"]),  # nobody says that this is who sent it
    ],
)
def test_only_the_sender_s_own_name_is_shown_in_full(publication: str, where: str, statuses: list[str]) -> None:
    """With the source, and wherever it stands in it; nobody else's, and nothing where it is not published in full."""
    source = Source(path="k.txt", sha256="0" * 64, format="txt", text="Kari og Per", contributor="Kari")
    found = [
        Finding(source_id=source.source_id, start=0, end=4, kind="name", certainty=1.0, person=1, where=where),  # type: ignore[arg-type]
        Finding(source_id=source.source_id, start=0, end=4, kind="name", certainty=1.0, person=1),
        Finding(source_id=source.source_id, start=8, end=11, kind="name", certainty=1.0, person=2),
    ]
    decision = Decision(
        number=1, role="r", time="2026-01-01T00:00:00Z", act="publish_as", objects=(source.source_id,),
        before={"content": [source.sha256, 1], "publication": "name_withheld"}, after={"publication": publication},
        reason="x",
    )  # fmt: skip
    stands = standing(found, [source], [decision])
    by_place = {(one.where, one.start): one.status for one in stands.findings}
    assert [by_place[one.where, one.start] for one in found] == statuses


@pytest.mark.parametrize(
    ("voice", "question", "value", "usual"),
    [
        ("individual", "Må vi citere dig?", "Ja", "name_withheld"),
        ("organisation", "Må vi citere dig?", "Ja", "full"),
        ("individual", "Må vi citere dig?", "Nej", "summary_only"),
        ("organisation", "Må vi citere dig?", "Nej", "summary_only"),
        ("organisation", "Ønsker dere å være anonyme?", "Ja", "name_withheld"),
        ("individual", "Støtter du forslaget?", "Nej", "name_withheld"),
    ],
)
def test_who_says_no_to_being_quoted_is_summed_up(voice: str, question: str, value: str, usual: str) -> None:
    """A form's question on it decides until a person does."""
    text = f"{question}: {value}\n\nBehold skolen."
    block = Block(start=0, end=len(question) + 2 + len(value), kind="respondent", label=question)
    row = Source(path="f.xlsx", sha256="d4", format="xlsx", text=text, voice=voice, blocks=(block,))  # type: ignore[arg-type]

    assert usual_publication(row) == usual
    assert usual_publication(replace(row, blocks=())) == ("full" if voice == "organisation" else "name_withheld")
