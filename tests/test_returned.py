"""A review sheet that comes back: every change is a decision, and every row that cannot be applied is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from consult.check import check, failed
from consult.errors import InputError
from consult.messages import messages
from consult.publish.review_sheet import heads_of, names_of, review_sheet
from consult.publish.run_time import run_time
from consult.returned import Returned, _read_back, _Sheet, apply_sheet
from consult.review import reviewing
from consult.run import Finished
from tests.test_cli import consult
from tests.test_review import analysis_of, largest, others, reviewed
from tests.test_review_sheet import saved_by_libreoffice
from tests.test_run import consultation, files_of, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
ROLE = "coordinator"
M = messages("nn")


class Book:
    """A review sheet as a person has it open."""

    def __init__(self, data: bytes) -> None:
        self.book: Any = openpyxl.load_workbook(BytesIO(data))

    def page(self, sheet: str) -> Any:
        """One of its sheets."""
        return self.book[names_of(M)[sheet]]

    def cell(self, sheet: str, key: str, column: str) -> Any:
        """The cell of a row (by its id, for answers the first of a theme) in a column."""
        at = list(heads_of(sheet, M)).index(column) + 1
        row = next(row for row in range(2, self.page(sheet).max_row + 1) if self.page(sheet).cell(row, 1).value == key)
        return self.page(sheet).cell(row, at)

    def fill(self, sheet: str, key: str, **values: Any) -> None:
        """Write into a row."""
        for column, value in values.items():
            self.cell(sheet, key, column).value = value

    def data(self) -> bytes:
        """As it is saved."""
        buffer = BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("t-0123456789ab · Buss · bane", "t-0123456789ab"),  # chosen from the list
        ("Buss · bane", "Buss · bane"),  # written: the sign is a part of the title
        ("Buss og bane", "Buss og bane"),
    ],
)
def test_a_title_that_somebody_wrote_stays_whole(cell: str, said: str) -> None:
    """The sign between an id and its words may stand in a title too."""
    assert _read_back(cell, "themes", _Sheet(run_id="", language="nn", base={})) == said


def exported(out: Path) -> bytes:
    """A sheet made from what stands."""
    with reviewing(out) as desk:
        created = run_time({"started": desk.last.started})
        return review_sheet(desk.analysis, desk.settings, desk.last.run_id, created)


def filled(out: Path, fill: Callable[[Book], None]) -> bytes:
    """A sheet that somebody has filled in."""
    book = Book(exported(out))
    fill(book)
    return book.data()


def imported(out: Path, data: bytes) -> Returned:
    """Bring it back."""
    with reviewing(out) as desk:
        found = apply_sheet(data, desk, ROLE)
        desk.finish()
    return found


def refusals(found: Returned) -> str:
    """Every reason not to apply, as one text."""
    return "\n".join(f"{one.sheet} {one.row} {one.key} {one.column}: {one.why}" for one in found.refused)


@pytest.fixture
def big(finished: Finished) -> str:
    """The largest theme."""
    return largest(analysis_of(finished.out))


def test_an_untouched_sheet_changes_nothing(finished: Finished) -> None:
    """As it was exported, and as another program saves it: no decision, not a byte."""
    before = files_of(finished.out)
    for data in (exported(finished.out), filled(finished.out, lambda _: None)):
        assert imported(finished.out, data) == Returned(done=(), refused=(), unchanged=0)
    assert files_of(finished.out) == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_what_libreoffice_saves_is_read(finished: Finished, big: str, tmp_path: Path) -> None:
    """Filled in, opened and saved there: the change comes back, and no other."""
    made = tmp_path / "ark.xlsx"
    made.write_bytes(filled(finished.out, lambda book: book.fill("themes", big, title="+Svar & «meir»", target="=1+1")))
    found = imported(finished.out, saved_by_libreoffice(made, tmp_path / "ut").read_bytes())

    assert [(one.key, one.column, one.after) for one in found.done] == [(big, "title", "+Svar & «meir»")]
    assert [(one.key, one.column) for one in found.refused] == [(big, "target")]
    assert "'=1+1': no commitment" in refusals(found)


def test_every_act_can_be_done_in_the_sheet(finished: Finished, big: str) -> None:
    """Title, place, merging, approval, moving, a new theme, setting aside and an answer: all of them decisions."""
    analysis = analysis_of(finished.out)
    passages = {theme.theme_id: theme.passage_ids for theme in analysis.themes}
    other, third, *rest = others(analysis, big)
    placed = {one.passage_id: one.target for one in analysis.placements}
    moved = next(passages[one][0] for one in rest if placed[passages[one][0]] != "T1")
    first, second = passages[big][0], next(passages[one][0] for one in rest if passages[one][0] != moved)

    def fill(book: Book) -> None:
        book.fill("themes", big, title="Samla namn", target="1 · Digital opplæring", approved="ja", reason="Lese")
        book.fill("themes", third, merge_into=f"{other} · kva som helst")
        book.fill("passages", first, theme="Eit heilt nytt tema")
        book.fill("passages", second, aside="heading · Overskrift")
        book.fill("passages", moved, theme=f"{big} · tittel", target="T1 · Svar på innspel")
        row = {"status": "Blir delvis teke inn", "reason": "Prøvd ut", "date": 2027}  # without its word of ours
        book.fill("answers", other, **row)

    found = imported(finished.out, filled(finished.out, fill))
    after = {theme.theme_id: theme for theme in analysis_of(finished.out).themes}

    assert refusals(found) == ""
    assert len(found.done) == 11
    assert (after[big].title, after[big].status) == ("Samla namn", "approved")
    assert third not in after
    assert moved in after[big].passage_ids
    assert any(theme.title == "Eit heilt nytt tema" and theme.passage_ids == (first,) for theme in after.values())
    assert {one.date for one in analysis_of(finished.out).responses} == {"2027"}
    assert failed(check(finished.out)) == ()


def test_passages_with_the_same_new_title_go_together(finished: Finished, big: str) -> None:
    """From several themes into one that was not there; it is split off once and the others move."""
    analysis = analysis_of(finished.out)
    one = next(theme for theme in analysis.themes if theme.theme_id == big).passage_ids[0]
    two = next(theme for theme in analysis.themes if theme.theme_id != big).passage_ids[0]

    def fill(book: Book) -> None:
        book.fill("passages", one, theme="Saman")
        book.fill("passages", two, theme="Saman")

    found = imported(finished.out, filled(finished.out, fill))
    made = [set(theme.passage_ids) for theme in analysis_of(finished.out).themes if theme.title == "Saman"]

    assert (refusals(found), made) == ("", [{one, two}])


def title_of(out: Path, theme_id: str) -> str:
    """What a theme is called now."""
    return next(theme.title for theme in analysis_of(out).themes if theme.theme_id == theme_id)


def test_the_title_of_a_theme_that_is_there_is_that_theme(finished: Finished, big: str) -> None:
    """Typed instead of chosen, in whatever letters: the passages move there, and no second theme gets the title."""
    analysis = analysis_of(finished.out)
    two = [theme for theme in analysis.themes if theme.theme_id != big][:2]
    first, second = (theme.passage_ids[0] for theme in two)
    title = title_of(finished.out, big)

    def fill(book: Book) -> None:
        book.fill("passages", first, theme=title, reason="Høyrer til her")
        book.fill("passages", second, theme=f"  {title.upper()} ")

    sheet = filled(finished.out, fill)
    found = imported(finished.out, sheet)
    after = [theme for theme in analysis_of(finished.out).themes if theme.title == title]

    assert (refusals(found), [theme.theme_id for theme in after]) == ("", [big])
    assert {first, second} <= set(after[0].passage_ids)
    assert len(found.done) == 2
    again = imported(finished.out, sheet)
    assert (again.done, again.refused, again.unchanged) == ((), (), 2)
    assert failed(check(finished.out)) == ()


def test_the_own_title_of_a_passages_theme_changes_nothing(finished: Finished, big: str) -> None:
    """Somebody typed what the list would have given."""
    passage = next(theme for theme in analysis_of(finished.out).themes if theme.theme_id == big).passage_ids[0]
    title = title_of(finished.out, big)

    found = imported(finished.out, filled(finished.out, lambda book: book.fill("passages", passage, theme=title)))

    assert (found.done, found.refused, found.unchanged) == ((), (), 1)


def test_a_title_given_in_the_same_sheet_counts(finished: Finished, big: str) -> None:
    """First what things are called: passages go to the theme under its new title."""
    one = next(theme for theme in analysis_of(finished.out).themes if theme.theme_id != big).passage_ids[0]

    def fill(book: Book) -> None:
        book.fill("themes", big, title="Heilt nytt")
        book.fill("passages", one, theme="heilt nytt")

    found = imported(finished.out, filled(finished.out, fill))
    after = [theme for theme in analysis_of(finished.out).themes if theme.title.casefold() == "heilt nytt"]

    assert (refusals(found), [theme.theme_id for theme in after]) == ("", [big])
    assert one in after[0].passage_ids


def test_a_theme_gets_no_title_that_another_keeps(finished: Finished, big: str) -> None:
    """The message says which one has it, and what to do; the same for two that want one title."""
    first, second = others(analysis_of(finished.out), big)[:2]
    taken = title_of(finished.out, big)

    found = imported(finished.out, filled(finished.out, lambda book: book.fill("themes", first, title=taken)))
    assert f"title: {big} has this title; choose it as what this theme goes up in" in refusals(found)
    assert found.done == ()

    def fill(book: Book) -> None:
        book.fill("themes", first, title="Same")
        book.fill("themes", second, title="same")

    found = imported(finished.out, filled(finished.out, fill))
    assert [one.column for one in found.refused] == ["title"]
    assert len([theme for theme in analysis_of(finished.out).themes if theme.title.casefold() == "same"]) == 1


def test_titles_may_change_places_and_one_merged_away_frees_its_own(finished: Finished, big: str) -> None:
    """What the sheet as a whole leaves with one theme a title is applied."""
    first, second, third = others(analysis_of(finished.out), big)[:3]
    titles = [title_of(finished.out, one) for one in (first, second, third)]

    def fill(book: Book) -> None:
        book.fill("themes", first, title=titles[1])
        book.fill("themes", second, title=titles[0])
        book.fill("themes", big, title=titles[2])
        book.fill("themes", third, merge_into=big)

    found = imported(finished.out, filled(finished.out, fill))

    assert refusals(found) == ""
    assert [title_of(finished.out, one) for one in (first, second, big)] == [titles[1], titles[0], titles[2]]


def test_passages_that_are_alone_come_together_under_a_new_title(finished: Finished) -> None:
    """No theme keeps any of its passages: the first is renamed, the others move to it, and no empty theme is left."""
    lone = [theme for theme in analysis_of(finished.out).themes if len(theme.passage_ids) == 1][:3]
    three = [theme.passage_ids[0] for theme in lone]

    found = imported(
        finished.out, filled(finished.out, lambda book: [book.fill("passages", one, theme="Saman") for one in three])
    )
    themes = analysis_of(finished.out).themes

    assert refusals(found) == ""
    assert [set(theme.passage_ids) for theme in themes if theme.title == "Saman"] == [set(three)]
    assert len({theme.theme_id for theme in themes} & {theme.theme_id for theme in lone}) == 1
    assert len(three) == 3
    assert failed(check(finished.out)) == ()


def test_a_whole_theme_under_a_new_title_is_that_theme_renamed(finished: Finished, big: str) -> None:
    """Each of its passages gets the same new title: the theme keeps its id and answers."""
    every = next(theme for theme in analysis_of(finished.out).themes if theme.theme_id == big).passage_ids

    found = imported(
        finished.out, filled(finished.out, lambda book: [book.fill("passages", one, theme="Saman") for one in every])
    )
    made = {theme.title: theme for theme in analysis_of(finished.out).themes}["Saman"]

    assert (refusals(found), made.theme_id, set(made.passage_ids)) == ("", big, set(every))


def test_a_collision_is_shown_and_not_overwritten(finished: Finished, big: str) -> None:
    """Both changed the title since the export: the ledger's stands; other cells of the row are applied."""
    sheet = filled(
        finished.out, lambda book: book.fill("themes", big, title="Frå arket", target="1 · Digital opplæring")
    )
    reviewed(finished.out, lambda desk: desk.rename(big, "Frå ein annan", role="reviewer"))

    found = imported(finished.out, sheet)

    assert "title: collides: somebody has changed it meanwhile" in refusals(found)
    assert [one.column for one in found.done] == ["target"]
    assert next(t.title for t in analysis_of(finished.out).themes if t.theme_id == big) == "Frå ein annan"


def test_two_sheets_of_two_people(finished: Finished, big: str) -> None:
    """Both fill in the same cells: whoever comes second sees each collision, and the rest is done."""
    analysis = analysis_of(finished.out)
    other, third, *_ = others(analysis, big)
    passage = next(theme for theme in analysis.themes if theme.theme_id == big).passage_ids[0]

    def fill(title: str, theme: str, reason: str) -> Callable[[Book], None]:
        def into(book: Book) -> None:
            book.fill("themes", big, title=title)
            book.fill("passages", passage, theme=theme)
            book.fill("answers", big, status="knowledge", reason=reason)

        return into

    one = filled(finished.out, fill("Den eine", other, "Den eine meiner"))

    def second(book: Book) -> None:
        fill("Den andre", third, "Den andre meiner")(book)
        book.fill("themes", other, title="Berre den andre")

    two = filled(finished.out, second)
    assert refusals(imported(finished.out, one)) == ""
    found = imported(finished.out, two)
    said = refusals(found)
    assert {one.column for one in found.refused} == {"title", "theme", "reason"}
    assert said.count("collides: somebody has changed it meanwhile") == 3
    assert [(edit.key, edit.after) for edit in found.done] == [(other, "Berre den andre")]
    after = analysis_of(finished.out)
    assert next(theme.title for theme in after.themes if theme.theme_id == big) == "Den eine"
    assert passage in next(theme for theme in after.themes if theme.theme_id == other).passage_ids
    assert [one.reason for one in after.responses] == ["Den eine meiner"]


def test_who_decided_the_same_does_not_collide(finished: Finished, big: str) -> None:
    """The same title from both sides is decided already; a second import of a sheet changes nothing."""
    sheet = filled(finished.out, lambda book: book.fill("themes", big, title="Same namn"))
    reviewed(finished.out, lambda desk: desk.rename(big, "Same namn", role="reviewer"))
    before = files_of(finished.out)

    assert imported(finished.out, sheet) == Returned(done=(), refused=(), unchanged=1)
    assert files_of(finished.out) == before


def test_what_is_gone_meanwhile_is_named(finished: Finished, big: str) -> None:
    """A theme that somebody merged, and a passage that somebody set aside."""
    analysis = analysis_of(finished.out)
    other = others(analysis, big)[0]
    passage = next(theme for theme in analysis.themes if theme.theme_id == big).passage_ids[0]

    def fill(book: Book) -> None:
        book.fill("themes", other, title="Nytt")
        book.fill("passages", passage, target="1 · Digital opplæring")

    sheet = filled(finished.out, fill)
    reviewed(finished.out, lambda desk: (desk.merge(big, other, role=ROLE), desk.set_aside(passage, role=ROLE)))
    found = imported(finished.out, sheet)

    assert found.done == ()
    assert refusals(found).count("is no longer there") == 2


@pytest.mark.parametrize(
    ("sheet", "values", "named"),
    [
        ("themes", {"title": ""}, "the title is empty"),
        ("themes", {"target": "99"}, "no commitment or new topic"),
        ("themes", {"merge_into": "t-0"}, "no theme bears it"),
        ("themes", {"approved": "kanskje"}, "choose from the list"),
        ("themes", {"reason": "berre fordi"}, "has a reason, but nothing is changed"),
        ("themes", {"title": "a" * 300}, "at most 200"),
        ("answers", {"reason": "Utan status"}, "no status of a response"),
        ("answers", {"status": "partly · x"}, "the reason is empty"),
        ("answers", {"status": "partly · x", "reason": "Ja", "date": "snart"}, "write 2027"),
    ],
)
def test_every_row_that_cannot_be_applied_is_named(
    finished: Finished, big: str, sheet: str, values: dict[str, str], named: str
) -> None:
    """With its row and the reason; nothing of it is written."""
    before = files_of(finished.out)
    found = imported(finished.out, filled(finished.out, lambda book: book.fill(sheet, big, **values)))

    assert named in refusals(found)
    assert all(one.row > 1 and one.key.startswith(big) for one in found.refused)
    assert found.done == ()
    assert files_of(finished.out) == before


def test_one_bad_row_does_not_stop_the_others(finished: Finished, big: str) -> None:
    """What can be applied is, and what cannot be is told."""
    other = others(analysis_of(finished.out), big)[0]

    def fill(book: Book) -> None:
        book.fill("themes", big, title=" ")
        book.fill("themes", other, title="Godt namn")

    found = imported(finished.out, filled(finished.out, fill))

    assert [one.after for one in found.done] == ["Godt namn"]
    assert "the title is empty" in refusals(found)


def test_rows_may_be_sorted_and_taken_away(finished: Finished, big: str) -> None:
    """The id says which row it is, not its place; who deletes a row decides nothing."""

    def fill(book: Book) -> None:
        book.fill("themes", big, title="Etter sortering")
        page = book.page("themes")
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        kept = [row for row in reversed(rows) if row[0] == big] + [row for row in rows if row[0] != big][1:]
        page.delete_rows(2, page.max_row)
        for row in kept:
            page.append(row)

    found = imported(finished.out, filled(finished.out, fill))

    assert [(one.key, one.after) for one in found.done] == [(big, "Etter sortering")]
    assert found.refused == ()


def test_rows_that_were_made_up_are_named(finished: Finished, big: str) -> None:
    """An id that was never exported, and one that stands twice."""

    def fill(book: Book) -> None:
        book.page("themes").append(["t-000000000000", "Dikta opp"])
        book.page("themes").append([big, "Ein gong til"])

    found = imported(finished.out, filled(finished.out, fill))

    assert "no row of this sheet bears this id" in refusals(found)
    assert "stands twice; the first one counts" in refusals(found)


@pytest.mark.parametrize(
    ("data", "named"), [(b"no workbook", "not a workbook"), (b"PK\x03\x04", "not a workbook"), (b"", "not a workbook")]
)
def test_what_is_no_workbook(finished: Finished, data: bytes, named: str) -> None:
    """A clear message."""
    with pytest.raises(InputError, match=named):
        imported(finished.out, data)


def test_what_is_no_sheet_of_ours(finished: Finished) -> None:
    """Another workbook, one with a sheet taken away, and one of another ledger."""
    buffer = BytesIO()
    openpyxl.Workbook().save(buffer)
    with pytest.raises(InputError, match="no review sheet"):
        imported(finished.out, buffer.getvalue())

    with pytest.raises(InputError, match="is missing"):
        imported(finished.out, filled(finished.out, lambda book: book.book.remove(book.page("answers"))))

    def elsewhere(book: Book) -> None:
        book.book["base"]["B1"].value = "r-000000000000"

    with pytest.raises(InputError, match="made from another ledger"):
        imported(finished.out, filled(finished.out, elsewhere))


def test_the_commands(
    finished: Finished, big: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Export, a look at what would change, and the import; then the sheet has nothing more to say."""
    monkeypatch.chdir(tmp_path)
    assert consult("review", "export", "ark.xlsx") == 0
    book = Book(Path("ark.xlsx").read_bytes())
    book.fill("themes", big, title="Frå arket")
    Path("ark.xlsx").write_bytes(book.data())
    before = files_of(finished.out)
    capsys.readouterr()

    assert consult("review", "import", "ark.xlsx", "--role", ROLE, "--dry-run") == 0
    assert "1 changes, 0 not applied" in capsys.readouterr().out
    assert files_of(finished.out) == before

    assert consult("review", "import", "ark.xlsx", "--role", ROLE) == 0
    assert "→ 'Frå arket'" in capsys.readouterr().out
    assert consult("review", "import", "ark.xlsx", "--role", ROLE) == 0
    assert "0 changes, 0 not applied, 1 decided already." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("export", "ark.csv"), "ends in .xlsx"),
        (("import", "ikkje.xlsx", "--role", ROLE), "there is no such file"),
        (("import", "feil.xlsx", "--role", ROLE), "not a workbook"),
    ],
)
@pytest.mark.usefixtures("finished")
def test_mistakes_at_the_command_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    named: str,
) -> None:
    """Exit code 2 and what to do."""
    monkeypatch.chdir(tmp_path)
    Path("feil.xlsx").write_text("x", encoding="utf-8")

    assert consult("review", *arguments) == 2
    assert named in capsys.readouterr().err
