"""Titles, overviews, rewrites and translations that a model drafted: shown to those who decide, and marked."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from consult.drafting import draft_folder
from consult.ledger import open_ledger
from consult.publish.public import public_view
from consult.publish.report import report
from consult.publish.tables import DRAFTS, draft_rows, table_files
from consult.records import Draft
from consult.review import reviewing
from consult.standing_drafts import standing_drafts
from tests import sample_analysis as sample
from tests.lying_server import points_in, quoting
from tests.test_drafting import broken, drafting
from tests.test_run import consultation, out
from tests.test_sendable import LETTER, publish_as

__all__ = ["consultation", "out"]  # fixtures
LANGUAGES = '[consultation]\nlanguages = ["nn", "nb"]\n'
ALL = 'tasks = ["conclusions", "title", "overview", "plain", "translate"]\n'


def every_task(body: dict[str, Any], before: int = 0) -> dict[str, Any]:
    """A right answer to each task: a title of three words, a rewrite in other words, else quotes."""
    answer = quoting(body, before)
    if '"title"' in body["messages"][0]["content"]:
        passage = points_in(body)[0]["passages"][0]
        return {"title": " ".join(passage["text"].split()[:3]).strip(".,:;!"), "passages": [passage["id"]]}
    if "reword" in body["messages"][0]["content"]:
        for row in answer["sentences"]:
            row["text"] = row["text"].replace("Om dette heiter det", "Det heiter").replace("Om dette", "Her")
    return answer


MADE: dict[str, Path] = {}


@pytest.fixture
def drafted(consultation: Path, out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small consultation in two languages for which everything was drafted: once, and a copy for each test."""
    root = consultation.parent.parent
    if "root" not in MADE:
        with drafting(consultation, out, every_task, ALL + LANGUAGES):
            draft_folder(out)
        MADE["root"] = tmp_path_factory.mktemp("drafted") / "root"
        shutil.copytree(root, MADE["root"])
    else:
        shutil.copytree(MADE["root"], root, dirs_exist_ok=True)
    return out


def drafts_in(out: Path) -> tuple[Draft, ...]:
    """What stands in a ledger."""
    with open_ledger(out / "ledger.db") as ledger:
        return standing_drafts(ledger, ledger.analysis())


def test_each_kind_stands_and_says_what_it_draws_on(drafted: Path) -> None:
    """Every task has drafts, each with passages of its theme; rewrites and translations tell what they started from."""
    found = drafts_in(drafted)
    with open_ledger(drafted / "ledger.db") as ledger:
        members = {theme.theme_id: set(theme.passage_ids) for theme in ledger.analysis().themes}

    assert {one.task for one in found} == {"title", "overview", "plain", "translate"}
    assert all(one.passage_ids and set(one.passage_ids) <= members[one.theme_id] for one in found)
    assert all(one.target for one in found if one.task == "overview")
    assert all(one.before for one in found if one.task in ("plain", "translate"))
    assert {one.language for one in found if one.task == "translate"} == {"nb"}
    assert broken(drafted) == []


def test_the_report_shows_them_marked_and_the_workbook_lists_them(drafted: Path) -> None:
    """Beside what they draw on; what is published has none of them."""
    page = (drafted / "internal" / "report.html").read_text(encoding="utf-8")
    for words in (
        "Framlegg til tittel",
        "Oversyn: kva temaa her seier",
        "Skriven om til klart språk",
        "Ingen har vedteke",
    ):
        assert words in page
    sheet = openpyxl.load_workbook(drafted / "tables.xlsx")[DRAFTS]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == ["how", "task", "theme_id"]
    assert {row[0] for row in rows[1:]} == {"drafted"}
    assert len(rows) == len(drafts_in(drafted)) + 1


def test_what_is_published_has_no_draft(drafted: Path) -> None:
    """A title or an overview that nobody has taken is for the coordinator alone; a rename is how one is taken."""
    with open_ledger(drafted / "ledger.db") as ledger:
        analysis = ledger.analysis()
        view = public_view(analysis, ledger.decisions())
    assert analysis.drafts == view.drafts == ()
    assert DRAFTS not in openpyxl.load_workbook(BytesIO(table_files(view, {})["tables.xlsx"])).sheetnames


def test_drafts_give_way_when_a_theme_changes_or_a_source_is_withheld(drafted: Path) -> None:
    """A title is of what its theme held, and of nothing that may no longer be sent."""
    before = {one.theme_id for one in drafts_in(drafted) if one.task == "title"}
    with open_ledger(drafted / "ledger.db") as ledger:
        source = next(one for one in ledger.analysis().sources if one.path == LETTER)
        of_letter = {p.passage_id for p in ledger.analysis().passages if p.source_id == source.source_id}
        touched = {t.theme_id for t in ledger.analysis().themes if of_letter & set(t.passage_ids)}
    publish_as(drafted, LETTER, "withheld")
    after = {one.theme_id for one in drafts_in(drafted) if one.task == "title"}

    assert touched
    assert after == before - touched
    assert not of_letter & {key for one in drafts_in(drafted) for key in one.passage_ids}
    first, other = sorted(after)[:2]
    with reviewing(drafted) as desk:
        desk.merge(first, other, role="coordinator")
        desk.finish()
    assert not {first, other} & {one.theme_id for one in drafts_in(drafted)}


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_page_speaks_each_language_and_escapes(language: str) -> None:
    """Drafted text is a stranger's as much as a contributor's."""
    page = report(sample.drafted(sample.hostile()), sample.settings(language), sample.run_info()).decode()
    assert "<script>alert" not in page
    assert page.count('class="drafted"') == 2


def test_a_page_and_a_workbook_without_drafts_are_as_before() -> None:
    """Whoever has no writer sees nothing of one."""
    assert 'class="drafted"' not in report(sample.analysis(), sample.settings(), sample.run_info()).decode()
    sheets = openpyxl.load_workbook(BytesIO(table_files(sample.analysis(), {})["tables.xlsx"])).sheetnames
    assert DRAFTS not in sheets


def test_the_sheet_has_each_draft_beside_its_statements() -> None:
    """One row each, the statements by id, in the order in which the draft cites."""
    whole = sample.drafted()
    columns, *rows = draft_rows(whole)
    drawn_on = columns.index("drawn_on")
    assert len(rows) == len(whole.drafts)
    assert all(str(row[drawn_on]).splitlines()[0].startswith(whole.themes[0].passage_ids[0]) for row in rows)
