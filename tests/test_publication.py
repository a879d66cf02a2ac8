"""`consult publish`: whole editions, made aside and moved at once, the same bytes for the same result."""

from __future__ import annotations

import csv
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

import consult.publication as module
from consult.check import check
from consult.edition import Edition, editions
from consult.errors import ConsultError, DecisionError, InputError, LedgerError
from consult.ledger import open_ledger
from consult.messages import messages
from consult.publication import publish
from consult.records import Response
from consult.run import Finished, run
from tests.test_review import analysis_of, largest, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures

after_a_run = pytest.mark.usefixtures("finished")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of what is published."""
    parts = [folder / "public", folder / "internal"]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for part in parts for p in part.rglob("*") if p.is_file()}


def held(folder: Path) -> tuple[Edition, ...]:
    """The editions in the ledger."""
    with open_ledger(folder / "ledger.db") as ledger:
        return editions(ledger)


def test_an_edition_leaves_what_design_promises(finished: Finished) -> None:
    """The feedback document in four forms, whole and public; a receipt for each source; the finder; the tables."""
    done = publish(finished.out, languages=("nn", "en"), role="coordinator")
    assert done.edition is not None
    names = set(files_of(finished.out))
    forms = ("html", "docx", "pdf", "md")
    assert {f"internal/feedback.{form}" for form in forms} <= names
    assert {f"public/feedback.{language}.{form}" for language in ("nn", "en") for form in forms} <= names
    assert {"public/index.html", "public/index.en.html", "public/receipts/index.html", "public/edition.json",
            "public/tables/passages.csv", "public/exchange/themes.qdc",
            "internal/receipts.csv", "internal/receipts.xlsx"} <= names  # fmt: skip
    sources = analysis_of(finished.out).sources
    for form in ("html", "docx"):
        assert {f"internal/receipts/{source.source_id}.{form}" for source in sources} <= names
    with (finished.out / "internal" / "receipts.csv").open(encoding="utf-8") as file:
        codes = {row["source_id"]: row["code"] for row in csv.DictReader(file)}
    assert set(codes) == {source.source_id for source in sources}
    assert {f"public/receipts/{code}.html" for code in codes.values()} <= names
    assert [law.breaches for law in check(finished.out)] == [()] * len(check(finished.out))


@after_a_run
def test_publishing_again_changes_nothing(out: Path) -> None:
    """No new edition, no other byte; the codes in letters stay right."""
    first = publish(out)
    before = files_of(out)
    again = publish(out)
    assert again.unchanged
    assert again.edition == first.edition
    assert files_of(out) == before
    assert len(held(out)) == 1


@after_a_run
def test_all_five_languages_tell_what_changed_since_the_edition_before(out: Path) -> None:
    """A second edition after a decision and a response: change log and pictures in Danish and Swedish too."""
    five = ("nn", "nb", "en", "sv", "da")
    publish(out, languages=five)
    analysis = analysis_of(out)
    theme_id = largest(analysis)
    reviewed(out, lambda desk: desk.rename(theme_id, "Ei ny overskrift", role="fagleiar"))
    target = next(one.target for one in analysis.placements if one.theme_id == theme_id and not one.passage_id)
    answer = Response(theme_id=theme_id, target=target, status="partly", reason="Noko av det.")
    reviewed(out, lambda desk: desk.respond(answer, role="fagleiar"))
    assert publish(out, languages=five).edition is not None
    for language in five:
        m = messages(language)
        page = (out / "public" / f"feedback.{language}.html").read_text(encoding="utf-8")
        for key in ("change-counts", "change-responses", "review-status-partly", "picture-changes-title"):
            assert html.escape(m(key), quote=False) in page, (language, key)
        for told in ("picture-flow-title", "picture-voices-title", "picture-map-title"):
            assert m(told) in page, (language, told)


@after_a_run
def test_a_run_between_keeps_the_codes(out: Path, consultation: Path) -> None:
    """The key is made once; a rerun does not touch what is published."""
    publish(out)
    before = files_of(out)
    run(consultation, out)
    assert files_of(out) == before


@after_a_run
def test_no_public_page_lists_a_code_and_the_internal_list_has_them_all(out: Path) -> None:
    """Whoever has no letter finds no receipt: codes stand on their own receipt alone."""
    publish(out)
    with (out / "internal" / "receipts.csv").open(encoding="utf-8") as file:
        codes = {row["code"] for row in csv.DictReader(file)}
    for path in (out / "public").rglob("*"):
        if path.is_file() and path.stem not in codes and path.name != "edition.json":
            text = path.read_bytes()
            assert not [code for code in codes if code.encode() in text], path.name


@after_a_run
def test_the_manifest_in_public_names_no_code(out: Path) -> None:
    """`edition.json` vouches for every public file; receipts are counted, not listed."""
    publish(out)
    about = json.loads((out / "public" / "edition.json").read_text(encoding="utf-8"))
    assert about["number"] == 1
    assert "feedback.nn.html" in about["files"] or "feedback.nb.html" in about["files"]
    assert not [name for name in about["files"] if re.search(r"receipts/[0-9A-Z]{4}-", name)]


@after_a_run
def test_links_between_pages_lead_somewhere(out: Path) -> None:
    """Every relative link of every page has its file, and its address in it."""
    publish(out, languages=("nn", "nb", "en"))
    pages = [path for part in ("public", "internal") for path in (out / part).rglob("*.html") if path.stem != "report"]
    ids = {path: set(re.findall(r'\sid="([^"]+)"', path.read_text(encoding="utf-8"))) for path in pages}
    report = out / "internal" / "report.html"
    for path in pages:
        for link in re.findall(r'href="([^"]+)"', path.read_text(encoding="utf-8")):
            place, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link):
                continue
            target = (path.parent / place).resolve() if place else path
            assert target.is_file(), f"{path.name} → {link}"
            if anchor and target.suffix == ".html" and target != report:
                assert anchor in ids[target], f"{path.name} → {link}"


@after_a_run
def test_a_decision_makes_a_new_edition_that_tells_what_changed(out: Path) -> None:
    """The second draft names the first, and the theme's new title."""
    publish(out)
    theme = largest(analysis_of(out))
    reviewed(out, lambda desk: desk.rename(theme, "Eit heilt anna namn", role="coordinator"))
    done = publish(out)
    assert done.edition is not None
    assert done.edition.number == 2
    text = (out / "internal" / "feedback.md").read_text(encoding="utf-8")
    assert "Eit heilt anna namn" in text.partition("changes")[2]


@after_a_run
def test_the_internal_report_leads_to_the_receipts_at_once(out: Path, consultation: Path) -> None:
    """Without a run in between; run.json vouches for the new page, all laws hold, and a rerun changes nothing."""
    report = out / "internal" / "report.html"
    before = report.read_text(encoding="utf-8")
    publish(out)
    page = report.read_text(encoding="utf-8")
    for source in analysis_of(out).sources:
        assert f'href="receipts/{source.source_id}.html"' in page
        assert f'href="receipts/{source.source_id}.html"' not in before
    assert re.sub(r'( ·)? <a href="receipts/[^"]+">[^<]*</a>', "", page) == before
    assert [law.breaches for law in check(out)] == [()] * len(check(out))
    assert run(consultation, out).unchanged
    assert report.read_text(encoding="utf-8") == page


@after_a_run
def test_killed_before_the_report_was_written_the_next_one_makes_it_good(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else is published anew for it."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(out)
    assert b"receipts/" not in files_of(out)["internal/report.html"]
    assert publish(out).unchanged
    assert b'href="receipts/' in files_of(out)["internal/report.html"]


@after_a_run
def test_a_reading_makes_a_new_edition(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the method tells of agreement changes without a new run."""
    publish(out)
    last = module._last

    def read_since(*arguments: Any) -> Any:
        run, info = last(*arguments)
        return run, info | {"agreement": {"head": "another", "pairs": []}}

    monkeypatch.setattr(module, "_last", read_since)
    done = publish(out)
    assert done.edition is not None
    assert done.edition.number == 2


@after_a_run
def test_a_killed_publish_leaves_the_last_edition_whole(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed while files are made: nothing has moved, no edition was added, and the next one ends as if nothing was."""
    publish(out)
    before = files_of(out)
    theme = largest(analysis_of(out))
    reviewed(out, lambda desk: desk.rename(theme, "Nytt namn", role="coordinator"))
    report = files_of(out)["internal/report.html"]

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "add_edition", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(out)
    assert files_of(out) == before | {"internal/report.html": report}
    assert len(held(out)) == 1
    assert publish(out).edition is not None
    assert not list(out.glob(".edition*"))


@after_a_run
def test_killed_before_files_were_moved_the_next_one_writes_the_same(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edition stands in the ledger, its files are not there: the same bytes are made again, under its number."""

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "put_in_place", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(out)
    (first,) = held(out)
    done = publish(out)
    assert done.edition == first
    assert [law.breaches for law in check(out) if law.number == 10] == [()]


@after_a_run
def test_tampering_with_what_is_published_is_found(out: Path) -> None:
    """A changed page, a removed receipt, a page slipped into public/: each is named, and publishing heals it."""
    publish(out)
    (out / "public" / "index.html").write_text("gone", encoding="utf-8")
    receipt = next((out / "internal" / "receipts").glob("*.html"))
    receipt.unlink()
    (out / "public" / "more.html").write_text("more", encoding="utf-8")
    laws = {law.number: "\n".join(law.breaches) for law in check(out)}
    assert "public/index.html" in laws[10]
    assert "public/more.html" in laws[10]
    assert f"{receipt.stem}: has no receipt" in laws[2]
    publish(out)
    assert [breach for law in check(out) for breach in law.breaches] == []


@after_a_run
def test_without_a_redacted_view_nothing_is_public(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be redacted is not published; the internal edition is made."""
    monkeypatch.setattr(module, "redacted", lambda *_: None)
    done = publish(out)
    assert done.edition is not None
    assert not done.public
    assert not (out / "public").exists()


@after_a_run
def test_a_leak_stops_the_edition(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Law 9: what holds personal data that was found is not moved to public/."""
    monkeypatch.setattr("consult.publish.hidden.Hidden.found_in", lambda *_: iter([("name", "f-1")]))
    done = publish(out)
    assert done.edition is None
    assert "holds name f-1" in done.reasons[0]
    assert not (out / "public").exists()
    assert held(out) == ()


LETTER_TO_THE_OFFICE = """From: Kari Nordmann <kari@x.example>
To: klimaet@office.example
Subject: Innspel til planen
Content-Type: text/plain; charset=utf-8

Kommunen bør opne biblioteket på søndagar, og halde kurs for dei som ikkje har datamaskin.
"""


def test_a_letter_to_the_address_that_the_pages_give_is_no_leak(consultation: Path, out: Path) -> None:
    """The office's address stands in every e-mail that came, and on every page that tells whom to ask."""
    (consultation / "inputs" / "mail.eml").write_text(LETTER_TO_THE_OFFICE, encoding="utf-8")
    with (consultation / "consult.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[publication]\nresponsible.nn = "Departementet"\ncontact = "klimaet@office.example"\n')
    run(consultation, out)
    done = publish(out)
    assert done.reasons == ()
    assert "klimaet@office.example" in (out / "public" / "feedback.nn.html").read_text(encoding="utf-8")
    assert [breach for law in check(out) for breach in law.breaches] == []
    page = out / "public" / "contributions.nn.html"
    assert "office.example" not in page.read_text(encoding="utf-8").partition("<main")[2].partition("<footer")[0]


@after_a_run
def test_what_stands_on_many_pages_is_told_once(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A receipt for each of a thousand contributions is no thousand reasons."""
    monkeypatch.setattr("consult.publish.hidden.Hidden.found_in", lambda *_: iter([("name", "f-1"), ("name", "f-2")]))
    reasons = publish(out).reasons
    assert len(reasons) == 2
    assert all("more files: holds name f-" in reason for reason in reasons)
    assert reasons[0].startswith("public/")


FAULTS = [("a language that nobody wrote a catalogue for", {"languages": ("de",)}, InputError)]


@after_a_run
@pytest.mark.parametrize(("what", "arguments", "error"), FAULTS)
def test_faults_are_told(out: Path, what: str, arguments: dict[str, object], error: type[ConsultError]) -> None:
    """Before anything is written."""
    with pytest.raises(error):
        publish(out, **arguments)  # type: ignore[arg-type]
    assert not (out / "public").exists(), what


@after_a_run
def test_changed_settings_need_a_run_first(out: Path, consultation: Path) -> None:
    """Nobody has read what they would give; who answers for it may change at any time."""
    (consultation / "consult.toml").write_text('[publication]\ncontact = "post@example.org"\n', encoding="utf-8")
    assert publish(out).edition is not None
    (consultation / "consult.toml").write_text("[consultation]\ngranularity = 0.5\n", encoding="utf-8")
    with pytest.raises(LedgerError, match="settings changed"):
        publish(out)


@after_a_run
def test_two_cannot_publish_at_once(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second says that somebody is at it."""
    monkeypatch.setattr("consult.run.LOCK_SECONDS", 0.1)
    with FileLock(out / ".lock"), pytest.raises(LedgerError, match="another run"):
        publish(out)


@after_a_run
@pytest.mark.parametrize("publication", ["withheld", "summary_only"])
def test_nothing_of_a_contribution_that_is_kept_back_stays_in_public(out: Path, publication: str) -> None:
    """Law 9 sees what an edition said before, and the next edition repeats none of it, not even as what changed."""
    publish(out)
    assert law_9(out) == ()
    letter = next(one for one in analysis_of(out).sources if "tre gonger" in one.text)
    reviewed(out, lambda desk: desk.publish_as(letter.source_id, publication, role="coordinator", reason="Bad om det"))
    assert any(f"holds words of {letter.source_id}" in one for one in law_9(out))
    for _ in range(2):
        done = publish(out)
        assert done.edition is not None
        texts = [(name, data.decode("utf-8", "replace")) for name, data in files_of(out).items()]
        assert [name for name, text in texts if name.startswith("public/") and "tre gonger" in text] == []
        assert law_9(out) == ()


def law_9(out: Path) -> tuple[str, ...]:
    """What breaks it."""
    return next(law.breaches for law in check(out) if law.number == 9)


@after_a_run
@pytest.mark.parametrize("role", ["kari@example.org", "machine", "x" * 81, "depart\x1bment"])
def test_who_publishes_is_an_office(out: Path, role: str) -> None:
    """As with every act of people: no address, no machine, nothing that steers a terminal; and nothing is published."""
    with pytest.raises(DecisionError):
        publish(out, role=role)
    assert held(out) == ()


@after_a_run
@pytest.mark.parametrize(
    ("role", "said"), [("", ""), ("  ", ""), (" Departement  for openheit ", "Departement for openheit")]
)
def test_an_edition_bears_its_office_or_none(out: Path, role: str, said: str) -> None:
    """A draft needs none."""
    publish(out, role=role)
    assert [one.role for one in held(out)] == [said]
