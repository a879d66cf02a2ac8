"""A researcher's project comes back: what was moved, made, renamed, and what says nothing of a passage."""

from __future__ import annotations

import codecs
import csv
import io
import random
import re
import time
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from consult.errors import InputError
from consult.publish.exchange import package
from consult.publish.exchange.characters import guid
from consult.publish.exchange.code_lists import read_code_list
from consult.publish.exchange.codes import Code, code_list, code_tree, theme_places
from consult.publish.exchange.positions import unfolded
from consult.publish.exchange.recoding import Recoding, read_project
from consult.publish.exchange.refi import project
from consult.records import Analysis, Passage
from tests.contract import cases
from tests.contract.conftest import Material

Edit = Callable[[Any], None]
MADE = Material(cases.made(), cases.run_info())
HOSTILE = Material(cases.hostile(), cases.run_info())
BOMB = '<!DOCTYPE p [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>'


def members(material: Material) -> dict[str, bytes]:
    """The files of a project as we export it."""
    with zipfile.ZipFile(io.BytesIO(project(material.analysis, material.run_info))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(path: Path, files: dict[str, bytes]) -> Path:
    """Files as somebody's project."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def edited(folder: Path, edit: Edit, material: Material = MADE, **texts: bytes) -> Recoding:
    """What is read back after `edit` has changed the XML. texts: other members, `.txt` left away."""
    files = members(material)
    root = etree.fromstring(files["project.qde"])
    edit(root)
    files["project.qde"] = etree.tostring(root)
    files |= {f"sources/{name}.txt": content for name, content in texts.items()}
    return read_project(packed(folder / "back.qdpx", files), material.analysis, material.consultation)


def theme(title: str, analysis: Analysis = MADE.analysis) -> str:
    """A theme's id by the beginning of its title."""
    return next(one.theme_id for one in analysis.themes if one.title.startswith(title))


def passage(words: str) -> Passage:
    """A passage by how it begins."""
    return next(one for one in MADE.analysis.passages if one.text.startswith(words))


def find(root: Any, identity: str) -> Any:
    """The element of a GUID."""
    return next(one for one in root.iter() if one.get("guid") == identity)


def selection(root: Any, one: Passage) -> Any:
    """The selection of a passage."""
    return find(root, guid("passage", one.passage_id))


def recode(root: Any, one: Passage, code: str) -> None:
    """Code a passage with another code, by GUID."""
    next(selection(root, one).iter("{*}CodeRef")).set("targetGUID", code)


def add_code(root: Any, parent: Any, identity: str, name: str) -> None:
    """A code of the researcher's own."""
    tag = f"{{{etree.QName(root).namespace}}}Code"
    etree.SubElement(parent, tag, guid=identity, name=name, isCodable="true")


def nothing(_root: Any) -> None:
    """No change."""


def foreign(root: Any) -> None:
    """Every GUID new, as QualCoder and others write them: names and texts are all that is left."""
    text = etree.tostring(root).decode()
    known = dict.fromkeys(re.findall(r'guid="([^"]+)"', text))
    for old in known:
        text = text.replace(f'GUID="{old}"', f'GUID="{{{uuid.uuid5(uuid.NAMESPACE_OID, old)}}}"')
        text = text.replace(f'guid="{old}"', f'guid="{{{str(uuid.uuid5(uuid.NAMESPACE_OID, old)).upper()}}}"')
    _become(root, text)


def unnamed(root: Any) -> None:
    """Every GUID and every source's name new: texts are all that is left of a source."""
    foreign(root)
    for source in root.iter("{*}TextSource"):
        source.set("name", f"1_{source.get('guid')}")


def _become(root: Any, text: str) -> None:
    other = etree.fromstring(text.encode())
    root[:] = other[:]


# -- what must not change ---------------------------------------------------------------------------------


@pytest.mark.parametrize("edit", [nothing, foreign, unnamed], ids=lambda edit: edit.__name__)
def test_a_project_that_nobody_changed_says_nothing(material: Material, edit: Edit, tmp_path: Path) -> None:
    """Every passage comes back with its theme, whatever the program did to GUIDs and names."""
    recoding = edited(tmp_path, edit, material)

    assert recoding.before == {one: t.theme_id for t in material.analysis.themes for one in t.passage_ids}
    if edit is unnamed and recoding.unmatched:  # texts that several contributions share cannot be told apart
        assert {one.reason for one in recoding.unmatched} == {"source"}
        assert len(recoding.codes) + len(recoding.unmatched) == len(recoding.before)
    else:
        assert recoding.codes == {key: (value,) for key, value in recoding.before.items()}
        assert recoding.uncoded == ()
    assert (recoding.moved, recoding.several, recoding.new_codes, recoding.renamed) == ({}, {}, (), {})
    assert (recoding.placed, recoding.dropped) == ({}, ())


def wider(root: Any) -> None:
    """White space at the edges, as programs that snap to words select it."""
    one = selection(root, passage("Søket"))
    one.set("startPosition", str(int(one.get("startPosition")) - 1))


def remark(root: Any) -> None:
    """A selection without a code is a remark."""
    one = selection(root, passage("Søket"))
    made = etree.SubElement(one.getparent(), one.tag, guid=str(uuid.UUID(int=1)), startPosition="0", endPosition="4")
    one.addnext(made)


@pytest.mark.parametrize("edit", [wider, remark], ids=lambda edit: edit.__name__)
def test_what_changes_nothing(edit: Edit, tmp_path: Path) -> None:
    """Harmless differences are no recoding."""
    recoding = edited(tmp_path, edit)

    assert (recoding.moved, recoding.unmatched, recoding.uncoded) == ({}, (), ())


# -- what a researcher does --------------------------------------------------------------------------------


def test_a_passage_coded_otherwise_has_moved(tmp_path: Path) -> None:
    """To a theme that we know."""
    one, other = passage("Søket"), theme("Oversikt")
    recoding = edited(tmp_path, lambda root: recode(root, one, guid("theme", other)))

    assert recoding.moved == {one.passage_id: other}


def test_a_new_code_comes_with_its_place_and_passages(tmp_path: Path) -> None:
    """A code below a commitment proposes a theme placed there."""
    one, new = passage("Søket"), str(uuid.UUID(int=7))

    def edit(root: Any) -> None:
        add_code(root, find(root, guid("place", "7")), new, "Søk  på\nnorsk")
        recode(root, one, new)

    recoding = edited(tmp_path, edit)

    assert [(code.guid, code.name, code.place) for code in recoding.new_codes] == [(new, "Søk på norsk", "7")]
    assert recoding.moved == {one.passage_id: new}


def test_a_code_below_a_theme_is_placed_where_the_theme_is(tmp_path: Path) -> None:
    """Sub-codes are new codes; their place is that of the nearest place above."""
    new, parent = str(uuid.UUID(int=7)), theme("Søk")
    recoding = edited(tmp_path, lambda root: add_code(root, find(root, guid("theme", parent)), new, "Under"))

    assert [code.place for code in recoding.new_codes] == [theme_places(MADE.analysis)[parent]]


def test_a_commitment_used_as_a_code_is_a_new_one(tmp_path: Path) -> None:
    """Whoever codes with the commitment itself means a theme of it."""
    one = passage("Søket")
    recoding = edited(tmp_path, lambda root: recode(root, one, guid("place", "7")))

    assert [(code.guid, code.place) for code in recoding.new_codes] == [(guid("place", "7"), "7")]
    assert recoding.moved == {one.passage_id: guid("place", "7")}


def test_a_renamed_code_is_the_same_theme(tmp_path: Path) -> None:
    """By its GUID."""
    changed = theme("Søk")
    recoding = edited(tmp_path, lambda root: find(root, guid("theme", changed)).set("name", "Betre søk"))

    assert recoding.renamed == {changed: "Betre søk"}
    assert recoding.moved == {}


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_list_comes_back_whatever_divides_its_cells(sign: str, tmp_path: Path) -> None:
    """A spreadsheet set to Norwegian saves it with semicolons; a renamed theme is known by its keywords."""
    rows = list(csv.reader(io.StringIO(code_list(MADE.analysis, MADE.run_info).decode("utf-8-sig"))))
    changed, name = next((row[1], row[0]) for row in rows[1:] if row[1])
    back = io.StringIO()
    csv.writer(back, delimiter=sign).writerows([("Betre namn" if row[0] == name else row[0], *row[1:]) for row in rows])
    (tmp_path / "back.csv").write_bytes(codecs.BOM_UTF8 + back.getvalue().encode())

    recoding = read_code_list(tmp_path / "back.csv", MADE.analysis, MADE.consultation)

    theme_id = next(one.theme_id for one in MADE.analysis.themes if "; ".join(one.keywords) == changed)
    assert (recoding.renamed, recoding.new_codes, recoding.dropped) == ({theme_id: "Betre namn"}, (), ())


def test_a_list_of_many_codes_is_gone_through_once(tmp_path: Path) -> None:
    """Twenty thousand new codes: not all of them again for each."""
    rows = "\n".join(f"Kode {number},ord {number}" for number in range(20_000))
    (tmp_path / "back.csv").write_text(f"tag,description\n{rows}\n", encoding="utf-8")
    began = time.process_time()
    recoding = read_code_list(tmp_path / "back.csv", MADE.analysis, MADE.consultation)
    assert len(recoding.new_codes) == 20_000
    assert time.process_time() - began < 10


def test_a_code_dragged_below_another_commitment_is_placed_there(tmp_path: Path) -> None:
    """Also from `new`."""
    changed = theme("Unge")
    recoding = edited(tmp_path, lambda root: find(root, guid("place", "7")).append(find(root, guid("theme", changed))))

    assert recoding.placed == {changed: "7"}


def wide() -> Code:
    """A wider theme of the sample."""
    return next(code for place in code_tree(MADE.analysis, MADE.consultation) for code in place.codes if code.is_wider)


def test_a_wider_theme_is_a_name_for_what_lies_below_it_alone(tmp_path: Path) -> None:
    """Renamed, or taken out with its themes left where it was: nothing is decided."""
    group = wide()

    def dissolve(root: Any) -> None:
        element = find(root, group.guid)
        for code in reversed([one for one in element if one.tag.endswith("}Code")]):
            element.addnext(code)
        element.getparent().remove(element)

    for edit in (dissolve, lambda root: find(root, group.guid).set("name", "Noko anna")):
        recoding = edited(tmp_path, edit)
        assert (recoding.renamed, recoding.placed, recoding.dropped, recoding.new_codes) == ({}, {}, (), ())


def test_a_wider_theme_dragged_below_another_commitment_takes_its_themes_along(tmp_path: Path) -> None:
    """Each is placed there."""
    group = wide()
    recoding = edited(tmp_path, lambda root: find(root, guid("place", "7")).append(find(root, group.guid)))

    assert recoding.placed == {code.key: "7" for code in group.codes}


def test_a_wider_theme_used_as_a_code_is_a_new_one_on_its_place(tmp_path: Path) -> None:
    """As a commitment is."""
    one, group = passage("Søket"), wide()
    recoding = edited(tmp_path, lambda root: recode(root, one, group.guid))
    place = next(p.key for p in code_tree(MADE.analysis, MADE.consultation) if group in p.codes)

    assert [(code.guid, code.place) for code in recoding.new_codes] == [(group.guid, place)]
    assert recoding.moved == {one.passage_id: group.guid}


def test_two_codes_on_a_passage_are_for_a_person_to_choose(tmp_path: Path) -> None:
    """A passage is in one theme: nothing is moved, both are told."""
    one, other = passage("Søket"), theme("Oversikt")

    def edit(root: Any) -> None:
        coding = next(selection(root, one).iter("{*}Coding"))
        again = etree.fromstring(etree.tostring(coding))
        again.set("guid", str(uuid.UUID(int=9)))
        next(again.iter("{*}CodeRef")).set("targetGUID", guid("theme", other))
        coding.addnext(again)

    recoding = edited(tmp_path, edit)

    assert recoding.several == {one.passage_id: tuple(sorted((theme("Søk"), other)))}
    assert recoding.moved == {}


def test_what_was_deleted_is_told(tmp_path: Path) -> None:
    """A code that is gone, and passages that nothing covers."""
    gone, one = theme("Søk"), passage("Søket")

    def edit(root: Any) -> None:
        for element in (find(root, guid("theme", gone)), selection(root, one)):
            element.getparent().remove(element)

    recoding = edited(tmp_path, edit)

    assert recoding.dropped == (gone,)
    assert recoding.uncoded == (one.passage_id,)


def test_one_selection_over_several_passages_codes_each(tmp_path: Path) -> None:
    """If it covers them whole."""
    first, second, other = passage("Foreningen"), passage("Søket"), theme("Oversikt")

    def edit(root: Any) -> None:
        selection(root, second).getparent().remove(selection(root, second))
        selection(root, first).set("endPosition", str(second.end))
        recode(root, first, guid("theme", other))

    assert edited(tmp_path, edit).moved == {first.passage_id: other, second.passage_id: other}


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_moved_comes_back_and_nothing_else(data: st.DataObject, tmp_path: Path) -> None:
    """Any passages to any themes, through a program that keeps GUIDs or one that makes its own."""
    themes = [one.theme_id for one in HOSTILE.analysis.themes]
    wanted = {
        one.passage_id: data.draw(st.sampled_from(themes))
        for one in data.draw(st.lists(st.sampled_from(HOSTILE.analysis.passages), unique_by=lambda one: one.passage_id))
    }
    changes_guids = data.draw(st.booleans())

    def edit(root: Any) -> None:
        for passage_id, theme_id in wanted.items():
            code = next(find(root, guid("passage", passage_id)).iter("{*}CodeRef"))
            code.set("targetGUID", guid("theme", theme_id))
        if changes_guids:
            foreign(root)

    recoding = edited(tmp_path, edit, HOSTILE)

    assert recoding.moved == {key: value for key, value in sorted(wanted.items()) if recoding.before[key] != value}
    assert (recoding.unmatched, recoding.several, recoding.uncoded) == ((), {}, ())


# -- what matches nothing is reported ------------------------------------------------------------------------


def cut(root: Any) -> None:
    """Half a passage."""
    one = selection(root, passage("Søket"))
    one.set("endPosition", str(int(one.get("endPosition")) - 10))


def outside(root: Any) -> None:
    """Beyond the end."""
    selection(root, passage("Søket")).set("endPosition", "99999")


def backward(root: Any) -> None:
    """End before start."""
    selection(root, passage("Søket")).set("endPosition", "0")


def no_number(root: Any) -> None:
    """Not a position at all."""
    selection(root, passage("Søket")).set("startPosition", "9" * 5000)


def aside(root: Any) -> None:
    """A greeting, which we set aside."""
    one = selection(root, passage("Søket"))
    one.set("startPosition", "0")
    one.set("endPosition", "18")


def no_code(root: Any) -> None:
    """A code that the book lacks."""
    recode(root, passage("Søket"), str(uuid.UUID(int=3)))


def other_source(root: Any) -> None:
    """A document of the researcher's own."""
    one = selection(root, passage("Søket")).getparent()
    one.set("guid", str(uuid.UUID(int=3)))
    one.set("name", "Mitt notat")
    del one.attrib["plainTextPath"]
    one.insert(0, etree.fromstring(f'<PlainTextContent xmlns="{etree.QName(one).namespace}">Hei</PlainTextContent>'))


@pytest.mark.parametrize(
    ("edit", "reason", "quote"),
    [
        (cut, "part", "Søket i eInnsyn er f"),
        (outside, "position", ""),
        (backward, "position", ""),
        (no_number, "position", ""),
        (aside, "set_aside", "Til departementet\n"),
        (no_code, "code", "Søket i eInnsyn er for dårlig."),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_selection_that_matches_nothing_is_reported(edit: Edit, reason: str, quote: str, tmp_path: Path) -> None:
    """With its place, its words and the reason; the passage counts as uncoded."""
    recoding = edited(tmp_path, edit)

    assert [(one.reason, one.quote[: len(quote)] or one.quote) for one in recoding.unmatched] == [(reason, quote)]
    assert recoding.uncoded == (passage("Søket").passage_id,)
    assert recoding.unmatched[0].source.startswith("brev › ")


def test_a_document_of_their_own_is_reported(tmp_path: Path) -> None:
    """Each of its selections, as of no source of ours."""
    recoding = edited(tmp_path, other_source)

    assert {(one.source, one.reason) for one in recoding.unmatched} == {("Mitt notat", "source")}
    assert len(recoding.unmatched) + len(recoding.codes) == len(MADE.analysis.passages)


def test_a_whole_document_coded_is_reported(tmp_path: Path) -> None:
    """It is no passage."""

    def edit(root: Any) -> None:
        source = selection(root, passage("Søket")).getparent()
        source.append(etree.fromstring(etree.tostring(next(source.iter("{*}Coding")))))

    assert [one.reason for one in edited(tmp_path, edit).unmatched] == ["document"]


# -- how other programs count -----------------------------------------------------------------------------


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


COUNTS: dict[str, Callable[[str, int, int], tuple[int, int]]] = {
    "the end is the last character": lambda _, start, end: (start, end - 1),
    "UTF-16 units": lambda text, start, end: (_units(text[:start]), _units(text[:end])),
    "CR LF is two": lambda text, start, end: (start + text[:start].count("\n"), end + text[:end].count("\n")),
    "UTF-16 units, CR LF is two": lambda text, start, end: (
        _units(text[:start].replace("\n", "\r\n")), _units(text[:end].replace("\n", "\r\n"))
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("count", "crlf"), [(count, crlf) for count in COUNTS for crlf in (False, True) if crlf or "CR LF" not in count]
)
def test_other_ways_of_counting_are_understood(count: str, crlf: bool, tmp_path: Path) -> None:
    """Programs count in units, take CR LF for two, or mean the last character by the end."""
    analysis = cases.hostile()
    material = Material(analysis, cases.run_info())
    files = members(material)
    texts = {name[8:-4]: content.decode() for name, content in files.items() if name.startswith("sources/")}

    def edit(root: Any) -> None:
        for source in root.iter("{*}TextSource"):
            text = texts[source.get("guid")]
            for one in source.iterfind("{*}PlainTextSelection"):
                start, end = COUNTS[count](text, int(one.get("startPosition")), int(one.get("endPosition")))
                one.set("startPosition", str(start))
                one.set("endPosition", str(end))

    written = {name: (text.replace("\n", "\r\n") if crlf else text).encode() for name, text in texts.items()}
    recoding = edited(tmp_path, edit, material, **written)

    assert recoding.moved == {}
    assert recoding.unmatched == ()
    assert recoding.codes == {key: (value,) for key, value in recoding.before.items()}


def test_an_edited_text_is_followed_by_its_words(tmp_path: Path) -> None:
    """A line put in front moves the positions; words that stand once are found again, others are reported."""
    one = passage("Søket")
    name = guid("source", one.source_id)
    text = members(MADE)[f"sources/{name}.txt"].decode()
    before = "Kladd. "

    def edit(root: Any) -> None:
        for selected in selection(root, one).getparent().iterfind("{*}PlainTextSelection"):
            for edge in ("startPosition", "endPosition"):
                selected.set(edge, str(int(selected.get(edge)) + len(before)))

    recoding = edited(tmp_path, edit, **{name: (before + text).encode()})

    assert recoding.codes == {key: (value,) for key, value in recoding.before.items()}


def test_words_that_are_not_ours_are_reported(tmp_path: Path) -> None:
    """A text that was rewritten says nothing of our passages."""
    one = passage("Søket")
    name = guid("source", one.source_id)
    text = members(MADE)[f"sources/{name}.txt"].decode().replace("Søket", "Leita")

    recoding = edited(tmp_path, nothing, **{name: text.encode()})

    assert [(lost.reason, lost.quote[:5]) for lost in recoding.unmatched] == [("text", "Leita")]


# -- files that are no project, or an attack -----------------------------------------------------------------


def _qde(content: str) -> dict[str, bytes]:
    return {"project.qde": content.encode()}


XML = '<Project xmlns="urn:QDA-XML:project:1.0" name="x"/>'
FILLED = XML.replace("/>", ">&x;</Project>")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.txt": b""}, "0 project files"),
        ({"a.qde": b"<a/>", "b.qde": b"<b/>"}, "2 project files"),
        (_qde("<Project"), "not well-formed"),
        (_qde("<CodeBook/>"), "no REFI-QDA project"),
        (_qde(f"{BOMB}{XML}"), "document type"),
        (_qde(f'<!DOCTYPE p SYSTEM "file:///etc/passwd">{XML}'), "document type"),
        (_qde(f'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>{FILLED}'), "document type"),
    ],
)
def test_what_is_no_project_is_refused(files: dict[str, bytes], says: str, tmp_path: Path) -> None:
    """With a message that says what, where and what to do, and shows nothing of the content."""
    with pytest.raises(InputError, match=says) as refused:
        read_project(packed(tmp_path / "x.qdpx", files), MADE.analysis, MADE.consultation)

    assert "x.qdpx" in str(refused.value)
    assert "root:" not in str(refused.value)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    """A file that is no zip, is cut off, or is not there."""
    whole = project(MADE.analysis, MADE.run_info)
    for content in (b"", b"PK\x03\x04 no", whole[: len(whole) // 2], whole[:200] + b"\xff" * 40 + whole[240:]):
        (tmp_path / "x.qdpx").write_bytes(content)
        with pytest.raises(InputError, match=r"x\.qdpx"):
            read_project(tmp_path / "x.qdpx", MADE.analysis, MADE.consultation)
    with pytest.raises(InputError, match="no such file"):
        read_project(tmp_path / "none.qdpx", MADE.analysis, MADE.consultation)


def test_a_damaged_project_is_read_or_refused(tmp_path: Path) -> None:
    """Any byte may be any other: the answer is a recoding or a message, and never a defect."""
    whole, chance = project(MADE.analysis, MADE.run_info), random.Random(3)  # noqa: S311 - which byte, not a secret
    refused = 0
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 1, 8))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        (tmp_path / "x.qdpx").write_bytes(broken)
        try:
            read_project(tmp_path / "x.qdpx", MADE.analysis, MADE.consultation)
        except InputError:
            refused += 1

    assert refused > 100


@pytest.mark.parametrize(
    ("limit", "value", "says"),
    [
        ("LARGEST_ARCHIVE", 100, "leave media files out"),
        ("LARGEST_TOTAL", 100, "unpacks to more than"),
        ("LARGEST_MEMBER", 100, "a file in it unpacks"),
        ("MOST_MEMBERS", 1, "unpacks to more than"),
    ],
)
def test_a_project_beyond_a_limit_is_not_read(
    limit: str, value: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Size on disk, size unpacked, size of a member as it really unpacks, number of members."""
    path = packed(tmp_path / "x.qdpx", members(MADE))
    monkeypatch.setattr(package, limit, value)
    with pytest.raises(InputError, match=says):
        read_project(path, MADE.analysis, MADE.consultation)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A member that says it is small and unpacks to more than the limit stops there."""
    path = packed(tmp_path / "x.qdpx", {**_qde(XML), "sources/a.txt": b" " * (package.LARGEST_MEMBER + 10)})
    with pytest.raises(InputError, match="unpacks to more than"):
        read_project(path, MADE.analysis, MADE.consultation)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """Programs would not agree on which of them counts."""
    path = tmp_path / "x.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", XML)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("project.qde", XML)
    with pytest.raises(InputError, match="two files of one name"):
        read_project(path, MADE.analysis, MADE.consultation)


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members that point out of the archive are of no consequence: nothing is unpacked to disk."""
    monkeypatch.chdir(tmp_path)
    files = {**members(MADE), "../outside.txt": b"x", "/etc/outside.txt": b"x", "sources/../../o.txt": b"x"}
    before = set(tmp_path.parent.iterdir())
    read_project(packed(tmp_path / "x.qdpx", files), MADE.analysis, MADE.consultation)

    assert set(tmp_path.parent.iterdir()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["x.qdpx"]


@pytest.mark.parametrize("text", ["", "a", "a\r\nb", "\r\r\n\n", "🌍\r\n"])
def test_unfolding_leaves_line_feeds_alone(text: str) -> None:
    """CR LF and CR become one line feed each."""
    assert unfolded(text) == "\n".join(re.split("\r\n|\r|\n", text))
