"""Withdrawing: what a source said is nowhere, what others said is untouched, and a kill does not stop it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from consult.check import check, failed
from consult.cli_withdraw import tell
from consult.erase import PENDING
from consult.errors import DecisionError, InputError, LedgerError
from consult.ledger import open_ledger
from consult.read.withdrawn import MARK, Gone, Tombstone, gone_with, path_hash
from consult.records import Response, Source
from consult.residue import Residue, residue_of
from consult.review import reviewing
from consult.run import Finished, run
from consult.settings import load_settings
from consult.withdraw import Withdrawn, _whole_words, chosen, our_own_words, withdraw
from tests.conftest import make_source
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
ROLE = "coordinator"
WHO = "Zephyrine Quistgaard"
LETTER = f"""Hei,

Eg heiter {WHO} og bur ved Vombatfjorden. Biblioteket må halde ope om kvelden for oss som arbeider skift.

Skiftarbeidarar på Kvistholmen treng nattbuss kvar einaste laurdag gjennom vinteren.

Helsing Zephyrine
"""
WORDS = ("Zephyrine", "Quistgaard", "Vombatfjorden", "Kvistholmen", "nattbuss", "Skiftarbeidarar", "quistgaard-brev")


@pytest.fixture
def with_letter(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> Finished:
    """A finished run in which one letter has words that nobody else has."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    (consultation / "inputs" / "quistgaard-brev.txt").write_text(LETTER, encoding="utf-8")
    return run(consultation, out)


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte under a folder, what is packed in zip files unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield path.relative_to(folder).as_posix(), data + path.name.encode()
            if zipfile.is_zipfile(BytesIO(data)):
                with zipfile.ZipFile(BytesIO(data)) as archive:
                    for name in archive.namelist():
                        yield f"{path.name}/{name}", archive.read(name)


def traces(folder: Path) -> list[str]:
    """Where a distinct word of the letter still stands, in whatever letters."""
    return [
        f"{name}: {word}"
        for name, data in everything(folder)
        for word in WORDS
        if word.encode() in data or word.lower().encode() in data.lower() or word.encode("utf-16-le") in data
    ]


def withdrawn(finished: Finished, **more: object) -> Withdrawn:
    """Withdraw the letter."""
    return withdraw(finished.out, "quistgaard-brev.txt", role=ROLE, reason="request", **more)  # type: ignore[arg-type]


def test_the_words_stand_there_first(with_letter: Finished) -> None:
    """The search finds what it should find: this is the sabotage twin of the next test."""
    assert {trace.split(":")[0] for trace in traces(with_letter.out)} >= {"ledger.db", "tables/passages.csv"}


def test_no_byte_is_left(with_letter: Finished, consultation: Path) -> None:
    """After a withdrawal no distinct word stands in any file, free page, old copy or export; the file is deleted."""
    old = with_letter.out / "ledger.version-2.db"
    shutil.copy(with_letter.out / "ledger.db", old)
    (with_letter.out / "internal" / "exchange").mkdir(parents=True, exist_ok=True)
    (with_letter.out / "internal" / "exchange" / "old.qdpx").write_text(LETTER, encoding="utf-8")
    done = withdrawn(with_letter, delete=True)
    assert traces(with_letter.out) == []
    assert done.deleted == ("quistgaard-brev.txt",)
    assert not (consultation / "inputs" / "quistgaard-brev.txt").exists()
    assert {"ledger.version-2.db", "internal/exchange/old.qdpx"} <= set(done.finished.removed)
    assert done.repeats == ()
    assert failed(check(with_letter.out)) == ()


def test_others_are_untouched(with_letter: Finished) -> None:
    """Every other source and passage keeps its id; the theme count may fall, but nobody else loses a theme."""
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        before = ledger.analysis()
    gone = {one.source_id for one in before.sources if one.path == "quistgaard-brev.txt"}
    withdrawn(with_letter)
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        after = ledger.analysis()
    assert {one.source_id for one in after.sources} == {one.source_id for one in before.sources} - gone
    assert {one.passage_id for one in after.passages} == {
        one.passage_id for one in before.passages if one.source_id not in gone
    }
    assert all(theme.title for theme in after.themes)


def test_a_file_that_stays_is_not_read_again(with_letter: Finished, consultation: Path) -> None:
    """While its owner has not deleted it, the file is neither read nor missed, in runs and in check."""
    done = withdrawn(with_letter)
    assert done.files == ("quistgaard-brev.txt",)
    again = run(consultation, with_letter.out)
    assert again.unchanged
    assert again.run.counts["read"]["withdrawn"] == 1
    assert traces(with_letter.out) == []
    assert failed(check(with_letter.out)) == ()


def test_a_new_letter_of_that_name_is_read(with_letter: Finished, consultation: Path) -> None:
    """The tombstone knows the content as well: another letter under the same name is another contribution."""
    withdrawn(with_letter)
    (consultation / "inputs" / "quistgaard-brev.txt").write_text("Eg vil ha kurs på biblioteket.\n", encoding="utf-8")
    run(consultation, with_letter.out)
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        assert "quistgaard-brev.txt" in {one.path for one in ledger.analysis().sources}


def test_a_row_of_a_form(with_letter: Finished, consultation: Path) -> None:
    """One answer of a form goes, the file and the other answers stay."""
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        rows = [one for one in ledger.analysis().sources if one.path == "skjema.csv"]
    wanted = next(one for one in rows if "nettbank" in one.text)
    done = withdraw(with_letter.out, wanted.source_id, role=ROLE, reason="request", delete=True)
    assert done.files == ("skjema.csv",)
    assert done.rows == (("skjema.csv", wanted.locator),)
    assert done.deleted == ()
    assert (consultation / "inputs" / "skjema.csv").exists()
    assert [name for name, data in everything(with_letter.out) if b"nettbank" in data] == []
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        left = {one.source_id for one in ledger.analysis().sources if one.path == "skjema.csv"}
    assert left == {one.source_id for one in rows} - {wanted.source_id}
    assert failed(check(with_letter.out)) == ()


def test_people_who_repeated_the_words(with_letter: Finished) -> None:
    """A title and a reason that repeat the words are redacted; the chain still holds, and names what was done."""
    with reviewing(with_letter.out) as desk:
        theme = desk.analysis.themes[0].theme_id
        desk.rename(theme, "Nattbuss til Kvistholmen", role=ROLE, reason="Sagt av Zephyrine")
        desk.rename(desk.analysis.themes[-1].theme_id, "Eit anna namn", role=ROLE, reason="Lettare å lese")
        desk.finish()
    done = withdrawn(with_letter)
    assert "decisions 1" in done.redacted
    assert traces(with_letter.out) == []
    assert failed(check(with_letter.out)) == ()
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        first, second = ledger.decisions()
        titles = {theme.title for theme in ledger.analysis().themes}
    assert first.reason == first.after["title"] == MARK
    assert MARK not in titles
    assert second.reason == "Lettare å lese"


def test_a_redaction_that_nobody_made_is_found(with_letter: Finished) -> None:
    """A decision that is changed behind our back breaks the chain, tombstone or not."""
    with reviewing(with_letter.out) as desk:
        desk.rename(desk.analysis.themes[0].theme_id, "Eit namn", role=ROLE, reason="Slik")
        desk.finish()
    withdrawn(with_letter)
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        ledger.connection.execute("DROP TRIGGER decisions_stay")
        ledger.connection.execute("UPDATE decisions SET reason = 'Noko anna'")
    assert any("not as it was written" in breach for law in check(with_letter.out) for breach in law.breaches)


def test_a_tombstone_that_is_taken_away_is_found(with_letter: Finished) -> None:
    """Who removes a tombstone is found out, as with decisions."""
    withdrawn(with_letter)
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        ledger.connection.execute("DROP TRIGGER withdrawn_remain")
        ledger.connection.execute("DELETE FROM withdrawn")
    assert any("withdrawn" in breach for law in check(with_letter.out) for breach in law.breaches)


def test_killed_after_the_ledger_changed(
    with_letter: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the ledger's transaction and the run: the next run ends the withdrawal."""

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("consult.withdraw.run", killed)
    with pytest.raises(KeyboardInterrupt):
        withdrawn(with_letter)
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        assert ledger.meta(PENDING)
    assert any("has not ended" in breach for law in check(with_letter.out) for breach in law.breaches)
    run(consultation, with_letter.out)
    assert traces(with_letter.out) == []
    assert failed(check(with_letter.out)) == ()


def test_killed_before_the_sweep(with_letter: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the run and the sweep: the next run, which has nothing else to do, sweeps."""
    with monkeypatch.context() as patch:
        patch.setattr("consult.erase.sweep", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            withdrawn(with_letter)
    run(consultation, with_letter.out)
    assert traces(with_letter.out) == []
    assert failed(check(with_letter.out)) == ()


def test_the_only_source(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing is left, the result is empty and whole."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    for path in (consultation / "inputs").iterdir():
        path.unlink()
    (consultation / "inputs" / "quistgaard-brev.txt").write_text(LETTER, encoding="utf-8")
    done = withdrawn(run(consultation, out), delete=True)
    assert done.finished.run.counts["read"] == {"files": 0, "in": 0, "out": 0, "remainder": 0, "withdrawn": 1}
    assert traces(out) == []


def test_the_tombstone_says_nothing(with_letter: Finished) -> None:
    """Time, role, a code of a reason, and hashes."""
    (stone,) = withdrawn(with_letter).tombstones
    assert (stone.role, stone.reason, stone.time) == (ROLE, "request", "2026-05-28T20:26:40Z")
    assert stone.path_sha256 == path_hash("quistgaard-brev.txt")


@pytest.mark.parametrize("named", ["s-000000000000", "finst-ikkje.txt", ""])
def test_nothing_bears_the_name(with_letter: Finished, named: str) -> None:
    """A name that nothing bears changes nothing."""
    with pytest.raises(InputError, match="no source bears"):
        withdraw(with_letter.out, named, role=ROLE, reason="request")
    assert traces(with_letter.out)


def test_refuses_free_text_and_names(with_letter: Finished) -> None:
    """A reason is a code, so that a tombstone holds no words; a role is no address."""
    with pytest.raises(InputError, match="choose one of"):
        withdraw(with_letter.out, "quistgaard-brev.txt", role=ROLE, reason="Fordi ho bad om det")
    with pytest.raises(DecisionError):
        withdraw(with_letter.out, "quistgaard-brev.txt", role="kari@eksempel.no", reason="request")


def answered(finished: Finished, reason: str, *, to_the_letter: bool) -> None:
    """Answer a theme that holds the letter, or one that does not."""
    with reviewing(finished.out) as desk:
        letter = {one.source_id for one in desk.analysis.sources if one.path == "quistgaard-brev.txt"}
        of_it = {one.passage_id for one in desk.analysis.passages if one.source_id in letter}
        themes = {one.theme_id for one in desk.analysis.themes if bool(of_it & set(one.passage_ids)) == to_the_letter}
        place = next(one for one in desk.analysis.placements if not one.passage_id and one.theme_id in themes)
        answer = Response(theme_id=place.theme_id, target=place.target, status="knowledge", reason=reason)
        desk.respond(answer, role=ROLE)
        desk.finish()


REPEATED = [
    ("a name", "Zephyrine får svar", False),
    ("a rare word", "Kvistholmen får svar", False),
    ("two ordinary words", "Nattbuss og skift", False),
    ("a word in the answer to the letter itself", "Nattbuss kjem", True),
]


@pytest.mark.parametrize(("what", "reason", "to_the_letter"), REPEATED, ids=[what for what, *_ in REPEATED])
def test_an_answer_that_repeated_the_words_is_lacking_again(
    with_letter: Finished, what: str, reason: str, to_the_letter: bool
) -> None:
    """An authority's answer is never published as a mark: somebody has to answer again."""
    answered(with_letter, reason, to_the_letter=to_the_letter)
    assert "response_log 1" in withdrawn(with_letter).redacted, what
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        assert ledger.analysis().responses == ()
    assert failed(check(with_letter.out)) == ()


def test_an_answer_to_others_keeps_an_ordinary_word(with_letter: Finished) -> None:
    """One that the letter happened to use too; nothing is told of it, and the letter is gone all the same."""
    answered(with_letter, "Nattbuss kjem ikkje no", to_the_letter=False)
    done = withdrawn(with_letter)
    assert done.redacted == ()
    assert done.repeats == ()
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        assert [one.reason for one in ledger.analysis().responses] == ["Nattbuss kjem ikkje no"]
    assert [trace for trace in traces(with_letter.out) if not trace.endswith("nattbuss")] == []
    assert failed(check(with_letter.out)) == ()


def test_a_word_of_the_framework_is_ours(with_letter: Finished, consultation: Path) -> None:
    """Keywords and titles of events too; a pattern or an example that names the letter is told of."""
    framework = consultation / "framework.toml"
    extra = 'keywords.nn = ["nattbuss"]\n\n[[new_topic]]'
    text = framework.read_text(encoding="utf-8").replace("[[new_topic]]", extra, 1)
    framework.write_text(text + 'examples.nn = ["Snakk med Quistgaard"]\n', encoding="utf-8")
    done = withdraw(run(consultation, with_letter.out).out, "quistgaard-brev.txt", role=ROLE, reason="request")
    assert str(framework) in done.repeats
    residue = residue_of([make_source(LETTER)], [], our_own_words(load_settings(consultation)))
    assert [line for line in framework.read_text(encoding="utf-8").splitlines() if residue.holds(line)] == [
        'examples.nn = ["Snakk med Quistgaard"]'
    ]


def test_run_json_that_lacks_is_written_as_it_was(with_letter: Finished, consultation: Path) -> None:
    """Killed before run.json was written, the next run writes what the first would have: the tombstones' hash too."""
    withdrawn(with_letter)
    path = with_letter.out / "run.json"
    before = path.read_bytes()
    path.unlink()

    run(consultation, with_letter.out)

    assert b'"withdrawn"' in before
    assert path.read_bytes() == before


# -- what is known by hashes alone ------------------------------------------------------------------------------


def stone(source: Source, left: int = 0) -> Tombstone:
    """A tombstone of a source."""
    return Tombstone(
        number=1, time="", role=ROLE, reason="request", source_id=source.source_id,
        path_sha256=path_hash(source.path), sha256=source.sha256, left=left,
    )  # fmt: skip


def test_of_equal_rows_one_goes() -> None:
    """Two people gave the same answer: when one of them withdraws, the other's stays."""
    first, second = make_source("Ja", "skjema.csv", locator="2"), make_source("Ja", "skjema.csv", locator="9")
    assert gone_with([stone(first, left=1)]).stay([first, second]) == [first]
    assert gone_with([stone(first, left=1), stone(first, left=0)]).stay([first, second]) == []


def test_nothing_withdrawn_changes_nothing() -> None:
    """Without tombstones sources and files pass as they are."""
    source = make_source("Ja")
    assert Gone().stay([source]) == [source]
    assert Gone().of_files({"brev.txt": "00"}) == {"brev.txt": "00"}


def test_what_was_attached_goes_with_its_mail() -> None:
    """A mail takes its attachments with it; a member of an archive goes alone."""
    mail, letter = make_source("Hei", "post.eml"), make_source("Sjå her", "post.eml/brev.docx")
    assert chosen([mail, letter], mail.source_id) == [mail, letter]
    assert chosen([mail, letter], "post.eml/brev.docx") == [letter]


def test_a_killed_withdrawal_is_ended_by_the_next_run(
    with_letter: Finished, consultation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the words were taken out and before the file was: the promise is kept all the same."""

    def killed(*_: object) -> tuple[str, ...]:
        raise LedgerError("killed")

    with monkeypatch.context() as patch:
        patch.setattr("consult.withdraw.end_deletion", killed)
        with pytest.raises(LedgerError, match="killed"):
            withdrawn(with_letter, delete=True)
    assert (consultation / "inputs" / "quistgaard-brev.txt").exists()
    run(consultation, with_letter.out)
    assert not (consultation / "inputs" / "quistgaard-brev.txt").exists()


def test_who_withdraws_a_row_is_told_to_delete_that_row(
    with_letter: Finished, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the form that everybody's answers stand in; of a letter, the file."""
    with open_ledger(with_letter.out / "ledger.db") as ledger:
        row = next(one for one in ledger.analysis().sources if one.path == "skjema.csv")
    tell(withdraw(with_letter.out, row.source_id, role=ROLE, reason="request"))
    assert f"DELETE this yourself, and from your copies: {row.locator} of inputs/skjema.csv" in capsys.readouterr().out
    tell(withdrawn(with_letter))
    assert "from your copies: inputs/quistgaard-brev.txt" in capsys.readouterr().out


QUOTES = "conclusion_id,passage_id,source_id,start,end,exact,prefix,suffix\n"
CUT = [
    (f"{QUOTES}c,p,s,0,3,Lys no,quist gard og,så kvist quist\n", "what 32 characters cut off"),
    ('{"exact": "Lys", "prefix": "quist her", "suffix": "der quist"}', "the same in annotations"),
    ('{"exact":"Lys","prefix":"quist","suffix":"quist"}', "a single word"),
]
WHOLE = [
    (f"{QUOTES}c,p,s,0,3,Lys quist no,her er,så der\n", "in the quote"),
    (f"{QUOTES}c,p,s,0,3,Lys,her quist er,så der\n", "before it, whole"),
    ('{"exact": "Lys", "prefix": "her quist er", "suffix": "der"}', "the same in annotations"),
    ('{"exact": "Lys", "prefix": "her", "suffix": "der quist er"}', "behind it"),
    ("title = 'quist'", "in settings"),
]


@pytest.mark.parametrize(("text", "why"), CUT, ids=[case[1] for case in CUT])
def test_the_end_of_a_word_names_nobody(text: str, why: str) -> None:
    """Half of *kvistquist* is no name of who withdrew."""
    residue = Residue(words=frozenset({"quist"}), turns=frozenset(), whole=frozenset())
    assert not any(map(residue.holds, _whole_words(text))), why


@pytest.mark.parametrize(("text", "why"), WHOLE, ids=[case[1] for case in WHOLE])
def test_a_whole_word_is_found(text: str, why: str) -> None:
    """Sabotage twin: what stands whole is told."""
    residue = Residue(words=frozenset({"quist"}), turns=frozenset(), whole=frozenset())
    assert any(map(residue.holds, _whole_words(text))), why


def test_the_tags_of_a_page_are_nobodys_words() -> None:
    """Who wrote *class* and *dark* in English is not named by a page's markup; what a reader sees or hears still is."""
    style, script = "<style>.notice { color: dark }</style>", "<script>const rent = 1</script>"
    page = f'<!doctype html><html>{style}{script}<p class="dark">Text</p></html>'
    residue = Residue(words=frozenset({"class", "dark", "rent"}), turns=frozenset(), whole=frozenset())
    assert not any(map(residue.holds, _whole_words(page)))
    for seen in ("<p>A class on tax</p>", '<a title="on a dark road">x</a>', "<td>r&#101;nt</td>"):
        assert any(map(residue.holds, _whole_words(page.replace("<p class", f"{seen}<p class")))), seen
