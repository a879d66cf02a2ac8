"""Personal data found in sources: certainty, persons, other sources, and what the ledger and the law make of it."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from consult.check import check
from consult.errors import LedgerError
from consult.ledger import open_ledger
from consult.privacy import open_findings, privacy_law, public_of, standing_in, withheld_in
from consult.publish import publish
from consult.publish.tables import write_tables
from consult.read.addresses import find_addresses
from consult.read.contacts import find_contacts
from consult.read.numbers import find_numbers
from consult.read.people import names_by_rule
from consult.read.privacy import find_personal
from consult.read.sensitive import find_sensitive
from consult.records import Finding, Source
from consult.review import reviewing
from consult.run import Finished, run
from tests.privacy_run import SECRETS, analysis_of, personal

__all__ = ["personal"]  # a fixture


def source(text: str, path: str = "a.txt", **fields: object) -> Source:
    """A source that says `text`."""
    return Source(path=path, sha256=path, format="txt", text=text, language="nn", **fields)  # type: ignore[arg-type]


def said(found: tuple[Finding, ...], *sources: Source) -> list[tuple[str, str, int]]:
    """(words, kind, person) of findings in texts."""
    texts = {one.source_id: one.text for one in sources}
    return [(texts[f.source_id][f.start : f.end], f.kind, f.person) for f in found if f.where == "text"]


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "Kommunen må svare på innspel innan fristen.",
        "Sak 24/1234 vart handsama 12. februar 2026, jf. § 13.",
        "Blinde møter skjema utan ledetekstar kvar dag.", "Digdir og DFØ bør samordne seg med Økokrim.",
    ],
)  # fmt: skip
def test_where_there_is_nothing_nothing_is_found(text: str) -> None:
    """Subjects of debate, cases, laws and bodies."""
    assert find_personal([source(text)]) == ()


def test_a_person_has_one_number_in_a_document() -> None:
    """Whole name, family name and given name; another person has another number."""
    one = source("Referent: Halvdan Lunde\n\nÅse Øvrelid sa ja. Lunde sa nei. Halvdan gjekk. Øvrelid òg.")

    assert said(find_personal([one]), one) == [
        ("Halvdan Lunde", "name", 1), ("Åse Øvrelid", "name", 2), ("Lunde", "name", 1), ("Halvdan", "name", 1),
        ("Øvrelid", "name", 2),
    ]  # fmt: skip


def test_a_name_that_one_source_gives_away_is_found_in_another() -> None:
    """Where it stands with nothing that tells of a name; a family name alone is not: it may be a place."""
    first, second = source("Eg heiter Skarv Fjellbu."), source("Snakk med Skarv Fjellbu om Fjellbu.", "b.txt")
    found = find_personal([first, second])

    assert (10, 23) in [(f.start, f.end) for f in found if f.source_id == second.source_id]


def test_order_changes_nothing() -> None:
    """Law 5: any order of sources gives the same findings."""
    texts = (
        "Eg heiter Skarv Fjellbu.",
        "Ring Skarv Fjellbu på 428 06 917",
        "Mvh Kari Nes",
        "Kari Nes sa nei til Skarv Fjellbu",
    )
    sources = [source(text, f"{at}.txt") for at, text in enumerate(texts)]
    expected = find_personal(sources)

    for seed in range(5):
        random.Random(seed).shuffle(sources)  # noqa: S311 - no secret
        assert find_personal(sources) == expected


def test_what_is_known_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done once for a source; what other sources give away is looked for anew, as from the beginning."""
    first, second = source("Eg heiter Skarv Fjellbu."), source("Om Skarv Fjellbu.", "b.txt")
    whole = find_personal([first, second])
    known = {one.source_id: tuple(f for f in whole if f.source_id == one.source_id) for one in (first, second)}

    assert find_personal([second], {second.source_id: known[second.source_id]}) == find_personal([second])
    monkeypatch.setattr("consult.read.privacy._in_source", lambda *_: pytest.fail("looked again"))
    assert find_personal([first, second], known) == whole


def test_an_organisation_that_signs_is_no_person() -> None:
    """Its own name, wherever it stands as names do."""
    body = source("Med helsing\nBygdenett Sunnre", voice="organisation", contributor="Bygdenett Sunnre")

    assert find_personal([body]) == ()


def test_a_contributor_who_is_a_person_is_found_everywhere() -> None:
    """In the field, the file's name and the text."""
    one = source("Skarv vil ha svar.", "svar fra Skarv Fjellbu.txt", contributor="Skarv Fjellbu")

    assert {(f.where, f.person) for f in find_personal([one])} == {("contributor", 1), ("path", 1), ("text", 1)}


def test_special_categories_are_flagged_for_a_person() -> None:
    """Open whatever the certainty, and hidden until somebody decides."""
    one = source("Mor mi er nesten blind etter slag.")
    (found,) = find_personal([one])

    assert (found.kind, found.status, found.hidden) == ("health", "open", True)


def test_a_run_counts_findings_and_nothing_personal_reaches_vectors_or_titles(personal: Finished) -> None:
    """Counts only in run.json; themes, evidence and keywords hold no name."""
    analysis = analysis_of(personal.out)
    counts = personal.run.counts["privacy"]

    assert counts["out"] == len(analysis.findings)
    assert counts["identity_number"] == 1
    made = repr([(t.title, t.keywords) for t in analysis.themes] + [p.evidence for p in analysis.placements])
    assert [secret for secret in SECRETS if secret in made] == []
    assert all(isinstance(count, int) for count in counts.values())


def test_nothing_personal_is_embedded(personal: Finished, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The encoder never sees a name or a number."""
    from tests.conftest import HashEncoder

    seen: list[str] = []

    class Listening(HashEncoder):
        def encode(self, texts: Sequence[str], progress: Any = None) -> Any:
            seen.extend(texts)
            return super().encode(texts, progress)

    monkeypatch.setattr("consult.themes.load_encoder", lambda _: Listening())
    run(personal.settings.folder, tmp_path / "again")

    assert seen
    assert [secret for secret in SECRETS if secret in "\n".join(seen)] == []


def test_a_rerun_finds_the_same(personal: Finished) -> None:
    """From what it keeps, with another source beside."""
    before = analysis_of(personal.out).findings
    (personal.settings.folder / "inputs" / "ny.txt").write_text(
        "Vi treng fleire bussar på kveldstid.", encoding="utf-8"
    )
    run(personal.settings.folder, personal.out)

    assert analysis_of(personal.out).findings == before


def test_the_ledger_tells_what_is_open_withheld_and_public(personal: Finished) -> None:
    """For all who publish."""
    with open_ledger(personal.out / "ledger.db") as ledger:
        assert {one.status for one in open_findings(ledger)} == {"open"}
        assert withheld_in(ledger) == 0
        assert not [secret for secret in SECRETS if secret in repr(public_of(ledger))]


def test_a_run_that_did_not_look_is_refused(personal: Finished) -> None:
    """Nothing is published from a ledger in which nobody looked for personal data."""
    with open_ledger(personal.out / "ledger.db") as ledger:
        ledger.connection.execute("UPDATE runs SET counts = '{}'")
        with pytest.raises(LedgerError, match="did not look"):
            standing_in(ledger)


def test_law_9_finds_a_leak(personal: Finished) -> None:
    """Holds where nothing is published and where the public view is; broken by one name in one file (sabotage twin)."""
    whole = analysis_of(personal.out)
    info = {"started": "2026-01-01T00:00:00Z", "settings": {"name": "x"}, "laws": []}
    with open_ledger(personal.out / "ledger.db") as ledger:
        assert privacy_law(ledger, personal.out).holds
        publish(public_of(ledger), personal.settings, info, personal.out / "public")
        assert not privacy_law(ledger, personal.out).holds, "the tables count few persons"
        write_tables(public_of(ledger), info, personal.out / "public", whole=False)
        assert privacy_law(ledger, personal.out).holds
        publish(whole, personal.settings, info, personal.out / "public")
        assert not privacy_law(ledger, personal.out).holds
    assert [law.holds for law in check(personal.out) if law.number == 9] == [False]


def test_acts_stand_in_the_log_with_their_reason(personal: Finished) -> None:
    """Without a reason none is made; undone, everything is as before; the next run replays them."""
    with reviewing(personal.out) as desk:
        waiting = desk.stands.open[0]
        with pytest.raises(Exception, match="--reason"):
            desk.reveal(waiting.finding_id, role="coordinator", reason=" ")
        desk.reveal(waiting.finding_id, role="coordinator", reason="Stadnamn")
        done = desk.finish()
    assert done.outcome(1).state == "applied"
    (personal.settings.folder / "inputs" / "ny.txt").write_text(
        "Vi treng fleire bussar på kveldstid.", encoding="utf-8"
    )
    run(personal.settings.folder, personal.out)

    with open_ledger(personal.out / "ledger.db") as ledger:
        assert waiting not in standing_in(ledger).open
    with reviewing(personal.out) as desk:
        desk.undo(1, role="coordinator")
        desk.finish()
        assert waiting in desk.stands.open


@pytest.mark.parametrize(
    "unit",
    ["a", "Aa ", "Aa-", "1 ", "a.", "a@", "a at b ", "a dot ", "Vegen 1 ", "Hilsen\n", "Kari Nes, ", "O'", "AB12 ",
     "ring 1 ", "eg er "],
)  # fmt: skip
def test_no_text_makes_the_search_slow(unit: str) -> None:
    """Time grows with the length of the text, whatever it says: 30,000 characters of it take no minute."""
    text = f"Til stede: {unit * (30000 // len(unit))}"
    begun = time.perf_counter()
    for find in (find_numbers, find_contacts, find_addresses, names_by_rule, find_sensitive):
        find(text)

    assert time.perf_counter() - begun < 20
