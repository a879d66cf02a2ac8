"""REFI-QDA (QDA-XML 1.0, 2019): themes as a code book (.qdc), the whole analysis as a project (.qdpx).

Themes are codes below their places, passages are selections, conclusions are notes that their passages refer to,
contributions are cases with variables. A selection's positions count code points from 0, its end is exclusive:
`text[start:end]`. Files are UTF-8 without a mark, LF; names are NFC. The same input gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lxml import etree

from consult.contributions import contributions
from consult.publish.exchange.characters import guid, holdable, one_line, unique_names
from consult.publish.exchange.codes import Code, code_tree
from consult.publish.exchange.consultation import Consultation, consultation_of
from consult.records import Analysis, Passage, Source

CODEBOOK, PROJECT = "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:project:1.0"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
USER = guid("user", "consult")
VARIABLES = ("voice", "language", "format", "event", "date", "contributor", "path", "locator")
"""What is known of a contribution; names as in the tables."""

EXCERPT = 60  # characters of a quote in the name of a selection or note
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip archive knows
UNIX = 3  # the system that a member says it was packed on, so that it does not depend on ours
PERMISSIONS = 0o644 << 16


def codebook(analysis: Analysis, run_info: Mapping[str, Any]) -> bytes:
    """The code tree alone, as a .qdc file."""
    consultation = consultation_of(run_info)
    root = _root("CodeBook", CODEBOOK)
    _set(root, {"origin": consultation.origin})
    _add_codes(_child(root, "Codes"), code_tree(analysis, consultation), {})
    return _serialised(root)


def project(analysis: Analysis, run_info: Mapping[str, Any]) -> bytes:
    """The analysis as a .qdpx archive: `project.qde`, and each text in `sources/GUID.txt`."""
    read = sorted((s for s in analysis.sources if s.status == "read"), key=lambda source: source.source_id)
    texts = {guid("source", source.source_id): source.text for source in read}
    notes = {guid("note", c.conclusion_id): c.text for c in analysis.conclusions}
    members = {f"sources/{name}.txt": holdable(text).encode() for name, text in sorted((texts | notes).items())}
    return _archive({"project.qde": _project_xml(analysis, consultation_of(run_info), read), **members})


def _project_xml(analysis: Analysis, consultation: Consultation, read: Sequence[Source]) -> bytes:
    """The children stand in the order that the schema demands."""
    root = _root("Project", PROJECT)
    about = {"name": consultation.title, "origin": consultation.origin, "creatingUserGUID": USER}
    _set(root, {**about, "creationDateTime": consultation.moment})
    _child(_child(root, "Users"), "User", guid=USER, name="consult")
    references = _theme_notes(analysis)
    _add_codes(_child(_child(root, "CodeBook"), "Codes"), code_tree(analysis, consultation), references)
    _add_variables(root)
    names = source_names(analysis.sources)
    _add_cases(root, analysis.sources, names, consultation)
    _add_sources(root, analysis, read, names, consultation)
    _add_notes(root, analysis, consultation)
    _child(root, "Description", _about(analysis, consultation))
    return _serialised(root)


def source_names(sources: Iterable[Source]) -> dict[str, str]:
    """Source id → a unique name that no program can take for a path, though most are made of one."""
    parts = {
        source.source_id: [*source.path.replace("\\", "/").split("/"), source.locator]
        for source in sorted(sources, key=lambda source: source.source_id)
    }
    return unique_names({key: one_line(" › ".join(filter(None, names))) for key, names in parts.items()})


# -- parts of a project ---------------------------------------------------------------------------------


def _add_codes(parent: Any, codes: Iterable[Code], notes: Mapping[str, Sequence[str]]) -> None:
    for code in codes:
        element = _child(parent, "Code", guid=code.guid, name=code.name, isCodable="true" if code.is_theme else "false")
        if code.description:
            _child(element, "Description", code.description)
        _refer(element, "NoteRef", notes.get(code.key, ()))
        _add_codes(element, code.codes, notes)


def _add_variables(root: Any) -> None:
    parent = _child(root, "Variables")
    for name in VARIABLES:
        _child(parent, "Variable", guid=guid("variable", name), name=name, typeOfVariable="Text")


def _add_cases(root: Any, sources: Sequence[Source], names: Mapping[str, str], consultation: Consultation) -> None:
    """A case a contribution, the unreadable among them: they were received."""
    if not sources:
        return
    parent = _child(root, "Cases")
    for source in sorted(sources, key=lambda source: source.source_id):
        case = _child(parent, "Case", guid=guid("case", source.source_id), name=names[source.source_id])
        if source.reason:
            _child(case, "Description", f"{source.status}: {source.reason}")
        for name, value in _values(source, consultation).items():
            known = _child(case, "VariableValue")
            _child(known, "VariableRef", targetGUID=guid("variable", name))
            _child(known, "TextValue", value)
        if source.status == "read":
            _refer(case, "SourceRef", (guid("source", source.source_id),))


def _values(source: Source, consultation: Consultation) -> dict[str, str]:
    values = {name: str(getattr(source, name)) for name in VARIABLES}
    values["event"] = consultation.events.get(source.event, source.event)
    return {name: one_line(value) for name, value in values.items() if value}


def _add_sources(
    root: Any, analysis: Analysis, read: Sequence[Source], names: Mapping[str, str], consultation: Consultation
) -> None:
    if not read:
        return
    parent, passages = _child(root, "Sources"), defaultdict(list)
    for passage in sorted(analysis.passages, key=lambda passage: (passage.source_id, passage.start)):
        passages[passage.source_id].append(passage)
    theme_of = {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}
    notes = _passage_notes(analysis)
    for source in read:
        name = guid("source", source.source_id)
        element = _made(parent, "TextSource", name, consultation, name=names[source.source_id])
        element.set("plainTextPath", f"internal://{name}.txt")
        for passage in passages[source.source_id]:
            selection = _select(element, passage, consultation)
            if passage.passage_id in theme_of:
                coding = _made(selection, "Coding", guid("coding", passage.passage_id), consultation)
                _refer(coding, "CodeRef", (guid("theme", theme_of[passage.passage_id]),))
            _refer(selection, "NoteRef", notes.get(passage.passage_id, ()))


def _select(parent: Any, passage: Passage, consultation: Consultation) -> Any:
    name = one_line(passage.text, EXCERPT)
    element = _made(parent, "PlainTextSelection", guid("passage", passage.passage_id), consultation, name=name)
    _set(element, {"startPosition": str(passage.start), "endPosition": str(passage.end)})
    return element


def _add_notes(root: Any, analysis: Analysis, consultation: Consultation) -> None:
    """Names are unique, since QualCoder makes a journal of each; its text lies in a file, as every reader expects."""
    if not analysis.conclusions:
        return
    parent = _child(root, "Notes")
    for conclusion in sorted(analysis.conclusions, key=lambda conclusion: conclusion.conclusion_id):
        file = guid("note", conclusion.conclusion_id)
        name = f"{conclusion.conclusion_id} {one_line(conclusion.text, EXCERPT)}"
        note = _made(parent, "Note", file, consultation, name=name)
        note.set("plainTextPath", f"internal://{file}.txt")


def _theme_notes(analysis: Analysis) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = defaultdict(list)
    for conclusion in sorted(analysis.conclusions, key=lambda conclusion: conclusion.conclusion_id):
        notes[conclusion.theme_id].append(guid("note", conclusion.conclusion_id))
    return notes


def _passage_notes(analysis: Analysis) -> dict[str, list[str]]:
    cited = {(c.passage_id, c.conclusion_id) for conclusion in analysis.conclusions for c in conclusion.citations}
    notes: dict[str, list[str]] = defaultdict(list)
    for passage_id, conclusion_id in sorted(cited):
        notes[passage_id].append(guid("note", conclusion_id))
    return notes


def _about(analysis: Analysis, consultation: Consultation) -> str:
    received = contributions(analysis)
    read = sum(source.status == "read" for source in received)
    return (
        f"Run {consultation.run_id} of {consultation.origin}.\n"
        "Internal: contributors' names and words stand here in full.\n"
        f"Contributions: {len(received)} received = {read} read + {len(received) - read} unreadable.\n"
        "A selection's positions count Unicode code points from 0; its end is exclusive. Lines end in LF."
    )


# -- XML and zip -----------------------------------------------------------------------------------------


def _made(parent: Any, tag: str, identity: str, consultation: Consultation, name: str = "") -> Any:
    """A child that says who made it and when, as several programs demand."""
    element = _child(parent, tag, guid=identity)
    if name:
        _set(element, {"name": name})
    _set(element, {"creatingUser": USER, "creationDateTime": consultation.moment})
    return element


def _refer(parent: Any, tag: str, guids: Iterable[str]) -> None:
    for target in guids:
        _child(parent, tag, targetGUID=target)


def _root(tag: str, namespace: str) -> Any:
    return etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})


def _child(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{tag}")
    if text:
        element.text = holdable(text)
    _set(element, attributes)
    return element


def _set(element: Any, attributes: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        element.set(name, one_line(value))


def _serialised(root: Any) -> bytes:
    return DECLARATION + bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=False, pretty_print=True))


def _archive(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.create_system, member.external_attr = UNIX, PERMISSIONS
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return packed.getvalue()
