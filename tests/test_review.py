"""People's acts on a finished run: applied at once, replayed by later runs, taken back, and never half done."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consult.check import check, failed
from consult.errors import DecisionError, LedgerError
from consult.ledger import open_ledger
from consult.provenance import plain, versions_of_code
from consult.records import Analysis, Outcome, Response
from consult.results import outcomes_of
from consult.review import Review, Reviewed, _refuse_others, reviewing
from consult.run import Finished, run
from consult.runs import Run
from consult.settings import load_settings
from tests import sample_analysis as sample
from tests.test_run import consultation, files_of, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
ROLE = "coordinator"


def analysis_of(out: Path) -> Analysis:
    """What the ledger holds."""
    with open_ledger(out / "ledger.db") as ledger:
        return ledger.analysis()


def reviewed(out: Path, act: Callable[[Review], object]) -> Reviewed:
    """Do something to a finished run."""
    with reviewing(out) as desk:
        act(desk)
        return desk.finish()


def largest(analysis: Analysis) -> str:
    """The theme with most passages."""
    return max(analysis.themes, key=lambda theme: (len(theme.passage_ids), theme.theme_id)).theme_id


def others(analysis: Analysis, theme_id: str) -> list[str]:
    """The other themes' ids."""
    return [theme.theme_id for theme in analysis.themes if theme.theme_id != theme_id]


def acts(analysis: Analysis) -> dict[str, Callable[[Review], object]]:
    """One of each act that changes something."""
    big = largest(analysis)
    other = others(analysis, big)[0]
    inside = next(theme for theme in analysis.themes if theme.theme_id == big).passage_ids
    return {
        "rename": lambda desk: desk.rename(big, "Eit nytt namn", role=ROLE, reason="Lettare å lese"),
        "merge": lambda desk: desk.merge(big, other, role=ROLE),
        "split": lambda desk: desk.split(big, [inside[0]], role=ROLE),
        "move": lambda desk: desk.move(inside[0], other, role=ROLE),
        "place theme": lambda desk: desk.place(big, "1", role=ROLE),
        "place passage": lambda desk: desk.place(inside[0], "T1", role=ROLE),
        "set_aside": lambda desk: desk.set_aside(inside[0], role=ROLE),
        "approve": lambda desk: desk.approve(big, role=ROLE),
    }


ACTS = ("rename", "merge", "split", "move", "place theme", "place passage", "set_aside", "approve")


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_applied_at_once_and_can_be_undone(finished: Finished, act: str) -> None:
    """Everything is written anew and all laws hold; after undo the analysis is what it was."""
    before = analysis_of(finished.out)

    done = reviewed(finished.out, acts(before)[act])

    assert [outcome.state for outcome in done.outcomes] == ["applied"]
    assert analysis_of(finished.out) != before
    assert failed(check(finished.out)) == ()

    reviewed(finished.out, lambda desk: desk.undo(1, role=ROLE))

    assert analysis_of(finished.out) == before
    assert failed(check(finished.out)) == ()


@pytest.mark.parametrize("act", ACTS)
def test_a_rerun_leaves_decisions_alone(finished: Finished, consultation: Path, act: str) -> None:
    """With the same inputs nothing changes, not a byte; with one more letter the decision still holds."""
    reviewed(finished.out, acts(analysis_of(finished.out))[act])
    if act.startswith("place"):  # the first rerun learns from it where the rest belongs
        assert not run(consultation, finished.out).unchanged
    decided, files = analysis_of(finished.out), files_of(finished.out)

    assert run(consultation, finished.out).unchanged
    assert files_of(finished.out) == files

    (consultation / "inputs" / "nytt.txt").write_text("Lag eit register over lobbyistar.\n", encoding="utf-8")
    again = run(consultation, finished.out)
    after = analysis_of(finished.out)

    assert [law.breaches for law in again.laws if not law.holds] == []
    assert again.run.counts["decide"] == {"in": 1, "out": 1, "undone": 0, "remainder": 0}
    assert {theme.title for theme in decided.themes} <= {theme.title for theme in after.themes}
    assert groups(decided) <= groups(after)
    assert failed(check(finished.out)) == ()


def groups(analysis: Analysis) -> set[tuple[str, ...]]:
    """Themes as sets of passages."""
    return {theme.passage_ids for theme in analysis.themes}


def test_a_review_and_a_fresh_run_with_the_same_decisions_end_alike(finished: Finished, consultation: Path) -> None:
    """Where everything is worked out again, from the machine's themes on, the analysis is the same."""
    reviewed(finished.out, lambda desk: [act(desk) for act in list(acts(desk.analysis).values())[:3]])
    decided = analysis_of(finished.out)
    with open_ledger(finished.out / "ledger.db") as ledger:
        last = ledger.last_run()
        assert last is not None
        ledger.connection.execute("UPDATE runs SET fingerprint = 'another' WHERE run_id = ?", (last.run_id,))

    assert not run(consultation, finished.out).unchanged
    assert analysis_of(finished.out) == decided


def test_several_acts_at_once(finished: Finished) -> None:
    """A batch is one run; an approval in it holds for what the batch ends with."""
    big = largest(analysis_of(finished.out))

    def batch(desk: Review) -> None:
        desk.rename(big, "Samla namn", role=ROLE)
        desk.place(big, "1", role=ROLE, reason="Gjeld kurs")
        desk.approve(big, role="head of department")

    done = reviewed(finished.out, batch)
    theme = next(theme for theme in analysis_of(finished.out).themes if theme.theme_id == big)

    assert [one.code for one in done.outcomes] == ["", "", ""]
    assert (theme.title, theme.status) == ("Samla namn", "approved")
    assert json.loads((finished.out / "run.json").read_text(encoding="utf-8"))["counts"]["decide"]["out"] == 3
    assert "Samla namn" in (finished.out / "tables" / "themes.csv").read_text(encoding="utf-8")


def test_what_was_approved_waits_again_when_it_changes(finished: Finished) -> None:
    """A later decision on the theme makes its approval one of something else."""
    big = largest(analysis_of(finished.out))
    reviewed(finished.out, lambda desk: desk.approve(big, role=ROLE))
    done = reviewed(finished.out, lambda desk: desk.rename(big, "Noko anna", role=ROLE))

    assert done.outcome(1) == Outcome(number=1, state="applied", code="changed", ids=(big,))
    assert {theme.status for theme in analysis_of(finished.out).themes if theme.theme_id == big} == {"changed"}


@pytest.mark.parametrize(
    ("act", "named"),
    [
        (lambda desk, _: desk.rename("t-000000000000", "X", role=ROLE), "no theme bears it"),
        (lambda desk, big: desk.rename(big, "  ", role=ROLE), "the title is empty"),
        (lambda desk, big: desk.rename(big, "a\x00b", role=ROLE), "control character"),
        (lambda desk, big: desk.rename(big, "a" * 201, role=ROLE), "at most 200"),
        (lambda desk, big: desk.merge(big, big, role=ROLE), "name two themes"),
        (lambda desk, big: desk.place(big, "99", role=ROLE), "no commitment or new topic"),
        (lambda desk, _: desk.place("p-0", "1", role=ROLE), "no theme or passage bears it"),
        (lambda desk, _: desk.set_aside("p-0", role=ROLE), "no passage bears it"),
        (lambda desk, _: desk.split("t-0", ["p-0"], role=ROLE), "no passage bears it"),
        (lambda desk, _: desk.undo(7, role=ROLE), "there is no such decision"),
        (lambda desk, _: desk.approve("c-0", role=ROLE), "no theme or conclusion bears it"),
        (lambda desk, big: desk.rename(big, "X", role="kari@example.org"), "name the office"),
        (lambda desk, big: desk.rename(big, "X", role="machine"), "name the office"),
        (lambda desk, big: desk.rename(big, "X", role=""), "--role is empty"),
    ],
)
def test_what_cannot_be_done_is_refused(finished: Finished, act: Callable[[Review, str], object], named: str) -> None:
    """The message says what is wrong; the ledger has no decision, and every file is as it was."""
    before = files_of(finished.out)

    with pytest.raises(DecisionError, match=named):
        reviewed(finished.out, lambda desk: act(desk, largest(desk.analysis)))

    assert files_of(finished.out) == before


def test_without_acts_nothing_is_written(finished: Finished) -> None:
    """Opening a review and ending it leaves every byte."""
    before = files_of(finished.out)

    assert reviewed(finished.out, lambda _: None).decisions == ()
    assert files_of(finished.out) == before


def test_other_settings_want_a_run_first(finished: Finished, consultation: Path) -> None:
    """What people decide on must be what they have read."""
    (consultation / "consult.toml").write_text("[consultation]\ngranularity = 0.5\n", encoding="utf-8")

    with pytest.raises(LedgerError, match="the settings changed since the last run"):
        reviewed(finished.out, lambda _: None)


@pytest.mark.parametrize("told", ["model", "engine", "whatever a later run tells"])
def test_what_a_run_tells_besides_its_code_is_no_other_version(told: str) -> None:
    """Which model it used and how that counted are facts of the run: people decide on it all the same."""
    last = Run(
        run_id="r-1", fingerprint="f", started="", finished="", inputs={}, settings=plain(sample.settings()),
        versions=versions_of_code() | {told: "int8"}, counts={}, seconds={},
    )  # fmt: skip
    _refuse_others(sample.settings(), last, Path("x"))


def test_another_version_wants_a_run_first(finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that has changed since may conclude otherwise."""
    monkeypatch.setattr("consult.review.versions_of_code", lambda: {"consult": "9"})

    with pytest.raises(LedgerError, match="version of consult changed"):
        reviewed(finished.out, lambda _: None)


def test_two_reviews_at_once_do_not_mix(finished: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one is open, another one is told to wait."""
    monkeypatch.setattr("consult.run.LOCK_SECONDS", 0.1)

    with reviewing(finished.out), pytest.raises(LedgerError, match="another run is writing here"):
        reviewed(finished.out, lambda _: None)


def test_a_folder_without_a_run_says_so(tmp_path: Path) -> None:
    """Nothing is made where nothing is."""
    with pytest.raises(LedgerError, match="run `consult run` first"):
        reviewed(tmp_path, lambda _: None)

    assert list(tmp_path.iterdir()) == []


def test_changed_decisions_stop_everything(finished: Finished, consultation: Path) -> None:
    """Neither a run nor a review replays what somebody has written into the ledger by hand."""
    reviewed(finished.out, lambda desk: desk.rename(largest(desk.analysis), "Nytt", role=ROLE))
    with open_ledger(finished.out / "ledger.db") as ledger:
        ledger.connection.executescript("DROP TRIGGER decisions_stay; UPDATE decisions SET role = 'minister'")

    for act in (lambda: run(consultation, finished.out), lambda: reviewed(finished.out, lambda _: None)):
        with pytest.raises(LedgerError, match="decisions: row 1 is not as it was written"):
            act()


def test_responses(finished: Finished) -> None:
    """A response stands in the tables; a second one for the same place counts instead, and both are kept."""
    big = largest(analysis_of(finished.out))
    wanted = Response(theme_id=big, target="", status="partly", reason="Prøvd ut i to fylke", date="2027-03")
    reviewed(finished.out, lambda desk: desk.respond(wanted, role="department"))
    reviewed(finished.out, lambda desk: desk.respond(replace(wanted, status="taken_up"), role="department"))

    with open_ledger(finished.out / "ledger.db") as ledger:
        places = {p.target for p in ledger.analysis().placements if p.theme_id == big and not p.passage_id}
        assert {(r.target, r.status) for r in ledger.analysis().responses} == {(t, "taken_up") for t in places}
        assert [reply.number for reply in ledger.replies()] == list(range(1, 2 * len(places) + 1))
    assert "taken_up" in (finished.out / "tables" / "responses.csv").read_text(encoding="utf-8")
    assert failed(check(finished.out)) == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tenth_new_sources_lose_no_decision(finished: Finished, consultation: Path, seed: int) -> None:
    """After files came and one went, each decision is applied or shown as orphaned, and the laws hold."""
    dice = random.Random(seed)  # noqa: S311 - a sample
    reviewed(finished.out, lambda desk: [act(desk) for act in shuffled(list(acts(desk.analysis).values()), dice)])
    (consultation / "inputs" / "nytt.txt").write_text(
        "Eit råd for unge manglar.\n\nSvar på innspel!\n", encoding="utf-8"
    )
    if seed > 1:
        (consultation / "inputs" / "brev.txt").rename(consultation / "inputs" / "brev frå Kari.txt")
    if seed > 2:
        (consultation / "inputs" / "bord2.md").unlink()

    again = run(consultation, finished.out)

    with open_ledger(finished.out / "ledger.db") as ledger:
        decisions, outcomes = ledger.decisions(), outcomes_of(ledger, load_settings(consultation))
    assert [one.number for one in outcomes] == [one.number for one in decisions]
    assert {one.state for one in outcomes} <= {"applied", "orphaned"}
    assert seed < 3 or any(one.state == "orphaned" for one in outcomes)
    assert [law.breaches for law in again.laws if not law.holds] == []
    assert failed(check(finished.out)) == ()


def shuffled(possible: list[Callable[[Review], object]], dice: random.Random) -> list[Callable[[Review], object]]:
    """The acts in another order, each skipped where an earlier one has made it impossible."""
    dice.shuffle(possible)

    def careful(act: Callable[[Review], object]) -> Callable[[Review], object]:
        def tried(desk: Review) -> object:
            try:
                return act(desk)
            except DecisionError:
                return None

        return tried

    return [careful(act) for act in possible]


KILLED = """
import sys
from pathlib import Path
from consult.review import reviewing
with reviewing(Path(sys.argv[1])) as desk:
    theme = max(desk.analysis.themes, key=lambda theme: (len(theme.passage_ids), theme.theme_id)).theme_id
    print("open", flush=True)
    desk.rename(theme, sys.argv[2], role="coordinator")
    desk.finish()
"""


@pytest.mark.slow
def test_a_killed_review_leaves_a_whole_ledger(finished: Finished, consultation: Path) -> None:
    """Killed at random moments, a decision is either there with all that follows from it, or not at all."""
    moments = random.Random(5)  # noqa: S311 - moments, not secrets
    for number in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(finished.out), f"Namn {number}"],
            cwd=Path(__file__).parents[1],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()  # the review is open
        time.sleep(moments.uniform(0.0, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with open_ledger(finished.out / "ledger.db") as ledger:
            titles = {theme.title for theme in ledger.analysis().themes}
            made = [decision.after["title"] for decision in ledger.decisions()]
        assert not made or made[-1] in titles
        assert sum(title.startswith("Namn") for title in titles) == bool(made)

    run(consultation, finished.out)
    assert failed(check(finished.out)) == ()
