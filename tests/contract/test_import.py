"""A recoding comes back as decisions: through an independent library, after others have decided, and in part."""

from __future__ import annotations

import csv
import io
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from consult.check import check, failed
from consult.errors import InputError
from consult.ledger import open_ledger
from consult.publish.exchange.characters import guid
from consult.publish.exchange.consultation import consultation_of, read_run_info
from consult.publish.exchange.recoding import Unmatched
from consult.recoded import Recoded, apply_recoding
from consult.records import Analysis, Theme
from consult.review import Review, reviewing
from consult.run import Finished
from tests.test_cli import consult
from tests.test_review import analysis_of, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
ROLE = "researcher"
Edit = Callable[[Any, Analysis], None]


@pytest.fixture
def project(finished: Finished) -> Path:
    """A project as it is exported."""
    path = finished.out.parent / "project.qdpx"
    assert consult("export", "qdpx", "--in", finished.out, "--out", path) == 0
    return path


def recode(path: Path, out: Path, edit: Edit) -> Path:
    """The project after somebody has edited its XML."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(members["project.qde"])
    edit(root, analysis_of(out))
    members["project.qde"] = etree.tostring(root)
    back = path.with_name("back.qdpx")
    with zipfile.ZipFile(back, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return back


def imported(out: Path, path: Path) -> Recoded:
    """Apply a file and write what it decides."""
    with reviewing(out) as desk:
        found = apply_recoding(path, consultation_of(read_run_info(out)), desk, ROLE)
        desk.finish()
    return found


def ranked(analysis: Analysis) -> list[Theme]:
    """Themes, the one with most passages first."""
    return sorted(analysis.themes, key=lambda theme: (-len(theme.passage_ids), theme.theme_id))


def theme_of(analysis: Analysis, passage_id: str) -> Theme:
    """The theme that holds a passage."""
    return next(theme for theme in analysis.themes if passage_id in theme.passage_ids)


def code(root: Any, theme_id: str) -> Any:
    """The element of a theme's code."""
    return next(one for one in root.iter("{*}Code") if one.get("guid") == guid("theme", theme_id))


def assign(root: Any, passage_id: str, target: str) -> None:
    """Code a passage with something else."""
    one = next(one for one in root.iter() if one.get("guid") == guid("passage", passage_id))
    next(one.iter("{*}CodeRef")).set("targetGUID", target)


def new_code(root: Any, name: str, identity: str = "11111111-2222-4333-8444-555555555555", below: str = "") -> str:
    """A code of the researcher's own, below a place."""
    tag = f"{{{etree.QName(root).namespace}}}Code"
    parent = next(iter(root.iter("{*}Codes")))
    if below:
        parent = next(one for one in root.iter("{*}Code") if one.get("guid") == guid("place", below))
    etree.SubElement(parent, tag, guid=identity, name=name, isCodable="true")
    return identity


# -- nothing, and everything ----------------------------------------------------------------------------


def test_an_untouched_project_decides_nothing(finished: Finished, project: Path) -> None:
    """What is only exported and imported says nothing, and writes nothing."""
    found = imported(finished.out, project)
    assert (found.done, found.refused, found.unchanged, found.base) == ((), (), 0, "known")
    assert analysis_of(finished.out) == analysis_of(finished.out)


def test_what_others_have_decided_since_is_left_alone(finished: Finished, project: Path) -> None:
    """An untouched project does not take back what was renamed, merged and moved after it was exported."""
    first, second, *_ = ranked(analysis_of(finished.out))

    def acts(desk: Review) -> None:
        desk.rename(first.theme_id, "Eit nytt namn", role="coordinator")
        desk.merge(first.theme_id, second.theme_id, role="coordinator")

    reviewed(finished.out, acts)
    reviewed(finished.out, lambda desk: desk.approve(first.theme_id, role="coordinator"))
    found = imported(finished.out, project)
    assert (found.done, found.refused, found.base) == ((), (), "known")


def test_recoded_in_an_independent_library(finished: Finished, project: Path, tmp_path: Path) -> None:
    """Pyrefiqda reads the project, moves a passage, renames a code, makes one, and saves: all of it is decided."""
    refiproject = pytest.importorskip("pyrefiqda.refiproject", reason="needs pyrefiqda")
    models = pytest.importorskip("pyrefiqda.models", reason="needs pyrefiqda")
    analysis = analysis_of(finished.out)
    first, second, *_ = ranked(analysis)
    moved, own = first.passage_ids[0], str(uuid.UUID(int=7))
    read = refiproject.RefiProject.load(project, tmp_path / "x")
    flat = [one for place in read.code_book.codes.code for one in place.code]
    next(one for one in flat if one.guid == guid("theme", second.theme_id)).name = "Nytt namn frå forskaren"
    read.code_book.codes.code.append(models.ProjectCodeType(guid=own, name="Eigen kode", is_codable=True))
    for source in read.sources.text_source:
        for one in source.plain_text_selection:
            if one.guid == guid("passage", moved):
                one.coding[0].code_ref.target_guid = own
    back = tmp_path / "back.qdpx"
    refiproject.RefiProject.save(read, back, tmp_path / "x" / "sources")

    found = imported(finished.out, back)
    after = analysis_of(finished.out)
    assert found.refused == ()
    assert sorted(one.act for one in found.done) == ["rename", "split"]
    assert theme_of(after, moved).title == "Eigen kode"
    assert next(one for one in after.themes if one.theme_id == second.theme_id).title == "Nytt namn frå forskaren"
    assert failed(check(finished.out)) == ()
    with open_ledger(finished.out / "ledger.db") as ledger:
        assert {one.role for one in ledger.decisions()} == {ROLE}


# -- each act -------------------------------------------------------------------------------------------


def test_moves_merges_and_places(finished: Finished, project: Path) -> None:
    """A passage to another theme; a whole theme whose code is gone; a code dragged below another place."""
    first, second, third, *_ = ranked(analysis_of(finished.out))
    moved = first.passage_ids[0]

    def edit(root: Any, _: Analysis) -> None:
        assign(root, moved, guid("theme", second.theme_id))
        for one in third.passage_ids:
            assign(root, one, guid("theme", second.theme_id))
        code(root, third.theme_id).getparent().remove(code(root, third.theme_id))
        place = next(one for one in root.iter("{*}Code") if one.get("guid") == guid("place", "unplaced"))
        place.append(code(root, second.theme_id))

    found = imported(finished.out, recode(project, finished.out, edit))
    after = analysis_of(finished.out)
    assert found.refused == ()
    assert {one.act for one in found.done} <= {"move", "merge", "place"}
    assert theme_of(after, moved).theme_id == second.theme_id
    assert all(theme_of(after, one).theme_id == second.theme_id for one in third.passage_ids)
    places = {one.target for one in after.placements if (one.theme_id, one.passage_id) == (second.theme_id, "")}
    assert places == {"unplaced"}


def test_a_new_code_takes_passages_of_several_themes_and_has_a_place(finished: Finished, project: Path) -> None:
    """Split off where a theme keeps some, moved from the others, placed where the code stands."""
    first, second, *_ = ranked(analysis_of(finished.out))
    taken = (first.passage_ids[0], second.passage_ids[0])

    def edit(root: Any, _: Analysis) -> None:
        own = new_code(root, "Samla", below="unplaced")
        for one in taken:
            assign(root, one, own)

    imported(finished.out, recode(project, finished.out, edit))
    after = analysis_of(finished.out)
    made = theme_of(after, taken[0])
    assert (made.title, set(made.passage_ids)) == ("Samla", set(taken))
    assert {p.target for p in after.placements if (p.theme_id, p.passage_id) == (made.theme_id, "")} == {"unplaced"}


def test_whole_themes_under_a_new_code_are_one_theme(finished: Finished, project: Path) -> None:
    """All passages of two themes recoded with a new code: one is renamed, the other merged into it."""
    first, second, *_ = ranked(analysis_of(finished.out))
    taken = (*first.passage_ids, *second.passage_ids)

    def edit(root: Any, _: Analysis) -> None:
        own = new_code(root, "Begge")
        for one in taken:
            assign(root, one, own)
        for theme in (first, second):
            code(root, theme.theme_id).getparent().remove(code(root, theme.theme_id))

    found = imported(finished.out, recode(project, finished.out, edit))
    after = analysis_of(finished.out)
    assert found.refused == ()
    assert sorted(one.act for one in found.done) == ["merge", "rename"]
    assert set(theme_of(after, taken[0]).passage_ids) == set(taken)
    assert theme_of(after, taken[0]).title == "Begge"


# -- what is not applied --------------------------------------------------------------------------------


def test_both_have_changed_it(finished: Finished, project: Path) -> None:
    """A theme and a passage that a coordinator and a researcher both changed: both collide, neither is overwritten."""
    first, second, third, *_ = ranked(analysis_of(finished.out))
    moved = first.passage_ids[0]

    def acts(desk: Review) -> None:
        desk.rename(second.theme_id, "Koordinatorens", role="coordinator")
        desk.move(moved, second.theme_id, role="coordinator")

    def edit(root: Any, _: Analysis) -> None:
        code(root, second.theme_id).set("name", "Forskarens")
        assign(root, moved, guid("theme", third.theme_id))

    back = recode(project, finished.out, edit)
    reviewed(finished.out, acts)
    found = imported(finished.out, back)
    assert found.done == ()
    assert [(one.code, one.about) for one in found.refused] == [
        ("collides", second.theme_id),
        ("collides", moved),
    ]
    assert theme_of(analysis_of(finished.out), moved).title == "Koordinatorens"


def test_both_have_said_the_same(finished: Finished, project: Path) -> None:
    """What stands already is neither done again nor a collision."""
    first = ranked(analysis_of(finished.out))[0]
    back = recode(project, finished.out, lambda root, _: code(root, first.theme_id).set("name", "Same"))
    reviewed(finished.out, lambda desk: desk.rename(first.theme_id, "Same", role="coordinator"))
    found = imported(finished.out, back)
    assert (found.done, found.refused, found.unchanged) == ((), (), 1)


def test_everything_that_cannot_be_applied_is_listed(finished: Finished, project: Path) -> None:
    """Two codes, no code, half a passage, a dropped code, an empty code and a lost reference: each with its reason."""
    first, second, third, *_ = ranked(analysis_of(finished.out))
    one, two, three, *_ = (*first.passage_ids, *second.passage_ids)

    def edit(root: Any, _: Analysis) -> None:
        chosen = {
            passage: next(e for e in root.iter() if e.get("guid") == guid("passage", passage))
            for passage in (one, two, three)
        }
        coding = next(chosen[one].iter("{*}Coding"))
        double = etree.fromstring(etree.tostring(coding))
        double.set("guid", str(uuid.UUID(int=9)))
        next(double.iter("{*}CodeRef")).set("targetGUID", guid("theme", second.theme_id))
        coding.addnext(double)
        chosen[two].getparent().remove(chosen[two])
        chosen[three].set("endPosition", str(int(chosen[three].get("endPosition")) - 3))
        new_code(root, "Tom")
        code(root, third.theme_id).getparent().remove(code(root, third.theme_id))

    found = imported(finished.out, recode(project, finished.out, edit))
    assert found.done == ()
    assert {one.code for one in found.refused} == {"several", "uncoded", "part", "dropped", "empty", "code"}
    assert {one.about for one in found.refused if one.code in ("several", "dropped")} == {one, third.theme_id}
    assert len([entry for entry in found.refused if entry.code == "code"]) == len(third.passage_ids)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_every_reason_has_words(language: str) -> None:
    """Each reason that a selection or an act can have, in each language."""
    from typing import get_args, get_type_hints

    from consult.messages import messages

    m = messages(language)
    reasons = get_args(get_type_hints(Unmatched)["reason"])
    for reason in (*reasons, "several", "uncoded", "dropped", "empty", "gone", "collides", "decision"):
        assert m(f"recode-why-{reason}")


def test_another_ledger_is_refused(finished: Finished, project: Path) -> None:
    """A project that names a run which is none of ours."""

    def edit(root: Any, _: Analysis) -> None:
        about = root.find("{*}Description")
        about.text = about.text.replace(read_run_info(finished.out)["run_id"], "r-ffffffffffff")

    with pytest.raises(InputError, match="another ledger"):
        imported(finished.out, recode(project, finished.out, edit))


def test_a_program_that_forgets_the_run_is_compared_with_now(finished: Finished, project: Path) -> None:
    """Without the description nobody can tell what the researcher saw: it is said."""
    back = recode(project, finished.out, lambda root, _: root.remove(root.find("{*}Description")))
    assert imported(finished.out, back).base == "now"


# -- code books -----------------------------------------------------------------------------------------


def test_a_code_book_renames_and_places(finished: Finished, tmp_path: Path) -> None:
    """A .qdc that was edited: names and places, nothing of passages."""
    path = tmp_path / "codes.qdc"
    assert consult("export", "qdc", "--in", finished.out, "--out", path) == 0
    first, *_ = ranked(analysis_of(finished.out))
    root = etree.fromstring(path.read_bytes())
    code(root, first.theme_id).set("name", "Frå kodeboka")
    place = next(one for one in root.iter("{*}Code") if one.get("guid") == guid("place", "unplaced"))
    place.append(code(root, first.theme_id))
    path.write_bytes(etree.tostring(root))
    found = imported(finished.out, path)
    assert {one.act for one in found.done} <= {"rename", "place"}
    assert found.refused == ()
    assert "Frå kodeboka" in {theme.title for theme in analysis_of(finished.out).themes}


def test_a_list_renames_by_keywords(finished: Finished, tmp_path: Path) -> None:
    """A list has no ids: a name that is gone is found again by its keywords, if they are one theme's alone."""
    path = tmp_path / "codes.csv"
    assert consult("export", "codes", "--in", finished.out, "--out", path) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    about = [row["description"] for row in rows]
    at = next(n for n, words in enumerate(about) if words and about.count(words) == 1)
    rows[at]["tag"] = "Frå lista"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("tag", "description", "parent"))
        writer.writeheader()
        writer.writerows(rows)
    found = imported(finished.out, path)
    assert [(one.act, one.after) for one in found.done] == [("rename", "Frå lista")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"x;y\n1;2\n", "has no column"),
        ("a.csv", b"\xff\xfe\x00", "no CSV in UTF-8"),
        ("a.qdc", b"<Project/>", "no REFI-QDA code book"),
        ("a.qdc", b"<!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook>&b;</CodeBook>", "document type"),
        ("a.qdc", b"no xml", "no XML"),
        ("a.qdpx", b"no zip", "a.qdpx"),
    ],
)
def test_files_that_are_none(finished: Finished, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Each says what is wrong and what to do; nothing is decided."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=said):
        imported(finished.out, tmp_path / name)
    with pytest.raises(InputError, match="no such file"):
        imported(finished.out, tmp_path / f"none-{name}")


# -- the command ----------------------------------------------------------------------------------------


def test_the_command_shows_and_does(finished: Finished, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run shows what would change and writes nothing; without it, it is done."""
    first = ranked(analysis_of(finished.out))[0]
    back = recode(project, finished.out, lambda root, _: code(root, first.theme_id).set("name", "Nytt"))
    arguments = ("import", back, "--role", ROLE, "--reason", "Omkoding", "--in", finished.out)
    assert consult(*arguments, "--dry-run") == 0
    assert "1 changes, 0 not applied" in capsys.readouterr().out
    assert "Nytt" not in {theme.title for theme in analysis_of(finished.out).themes}
    assert consult(*arguments) == 0
    assert f"rename {first.theme_id}" in capsys.readouterr().out
    with open_ledger(finished.out / "ledger.db") as ledger:
        assert [(one.role, one.reason) for one in ledger.decisions()] == [(ROLE, "Omkoding")]
