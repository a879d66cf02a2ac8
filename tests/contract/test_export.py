"""`consult export`: which file comes where, what is refused, and the small parts that every format uses."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult import cli
from consult.errors import InputError
from consult.publish.exchange import FOLDER, FORMATS, PLACES, export
from consult.publish.exchange.characters import (
    REPLACEMENT,
    UNHOLDABLE,
    encodable,
    guid,
    holdable,
    one_line,
    unique_names,
)
from consult.publish.exchange.codes import code_list, code_tree, theme_places, themes_of
from consult.publish.exchange.consultation import consultation_of, read_run_info
from consult.publish.exchange.positions import best, countings
from tests.contract import cases
from tests.contract.conftest import Material

ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.text("a\r\n\ufeff\x00🌍\ud800 ")


def consult(*arguments: str | Path) -> int:
    """Run a command in this process and give its exit code."""
    with pytest.raises(SystemExit) as stopped:
        cli.main([str(argument) for argument in arguments])
    return int(stopped.value.code or 0)


def test_everything_internal_comes_under_internal(tmp_path: Path) -> None:
    """All formats at once; only the crate's description lies at the root, and names nobody."""
    written = export("all", cases.hostile(), cases.run_info(), tmp_path)

    assert written == tuple(tmp_path / place for place in PLACES.values())
    assert all(path.is_file() for path in written)
    assert [path.name for path in written if not path.is_relative_to(tmp_path / FOLDER)] == ["ro-crate-metadata.json"]
    assert not list(tmp_path.rglob(".*")), "nothing half-written stays"


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("all", "crate")])
def test_one_format_can_go_elsewhere(name: str, tmp_path: Path) -> None:
    """`--out` names the file; the bytes are those that come without it."""
    (there,) = export(name, cases.made(), cases.run_info(), tmp_path, out=tmp_path / "a" / "b")
    (here,) = export(name, cases.made(), cases.run_info(), tmp_path)

    assert there == tmp_path / "a" / "b"
    assert there.read_bytes() == here.read_bytes()


@pytest.mark.parametrize(
    ("name", "out", "says"),
    [
        ("nvivo", None, "there are qdc, qdpx"),
        ("all", "x", "one file cannot"),
        ("crate", "x", "belongs into"),
        ("qdc", ".", "a folder"),
    ],
)
def test_what_cannot_be_is_refused(name: str, out: str | None, says: str, tmp_path: Path) -> None:
    """With a message that says what to do."""
    with pytest.raises(InputError, match=says):
        export(name, cases.made(), cases.run_info(), tmp_path, out=None if out is None else tmp_path / out)


def test_the_command_writes_and_says_where(
    shipped_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`consult export qdc --in FOLDER --out FILE` ends with 0 and the path on stdout."""
    target = tmp_path / "themes.qdc"

    assert consult("export", "qdc", "--in", shipped_run, "--out", target) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert target.read_bytes().startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook')


@pytest.mark.parametrize(("format_", "folder"), [("qdc", "nowhere"), ("nonsense", ".")])
def test_the_command_tells_of_the_users_mistakes(
    format_: str, folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and a message on stderr."""
    assert consult("export", format_, "--in", tmp_path / folder) == 2
    assert capsys.readouterr().err.startswith("consult: ")


@pytest.mark.parametrize("content", [None, "", "[]", "{"])
def test_a_run_without_its_facts_is_refused(content: str | None, tmp_path: Path) -> None:
    """run.json that is not there, empty, or something else."""
    if content is not None:
        (tmp_path / "run.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json"):
        read_run_info(tmp_path)


def test_what_run_json_lacks_is_empty() -> None:
    """An old or foreign run.json gives a consultation with what there is."""
    found = consultation_of({})

    assert (found.title, found.targets, found.origin) == ("consult", (), "consult")
    assert set(found.places()) == {"new", "unplaced"}
    assert set(consultation_of({"settings": {"languages": ["sv"]}}).places()) == {"new", "unplaced"}


# -- characters -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "Kurs i nettbank", "a\tb\nc", "🌍 ]]> & <", "q̇", "\ue000\ufffd\U0010ffff\x85\u2028"]
)
def test_what_can_be_held_stays(text: str) -> None:
    """Nothing is changed that XML can hold."""
    assert holdable(text) == encodable(text) == text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("\x00a", "\ufffda"),
        ("a\r\nb", "a\n\nb"),
        ("\ufeffa", "\u2060a"),
        ("\ud83d", "\ufffd"),
        ("\ufffe\uffff", "\ufffd" * 2),
    ],
)
def test_what_cannot_is_replaced_one_for_one(text: str, held: str) -> None:
    """So that spans mean the same."""
    assert holdable(text) == held


@given(ANY_TEXT, ANY_TEXT)
def test_holding_keeps_every_span(first: str, second: str) -> None:
    """Any part of a text is held as it is held alone, has its length, and goes through UTF-8 and XML."""
    assert holdable(first + second) == holdable(first) + holdable(second)
    assert len(holdable(first)) == len(encodable(first)) == len(first)
    assert not UNHOLDABLE.search(holdable(first))
    assert encodable(first).encode().decode() == encodable(first)


@given(ANY_TEXT)
def test_a_name_is_one_line(text: str) -> None:
    """No line end, no edge of white space, no longer than asked for; made twice it is the same."""
    name = one_line(text, 10)

    assert len(name) <= 10
    assert len(name.splitlines()) <= 1
    assert name == name.strip()
    assert one_line(one_line(text)) == one_line(text)


@given(st.dictionaries(st.text("ab", min_size=1), st.sampled_from(("Kurs", "KURS", "kurs (a)", "Kurs (b)", "x"))))
def test_names_become_unique(names: dict[str, str]) -> None:
    """Whatever collides, and those that collide with nothing keep theirs."""
    found = unique_names(names)
    alone = {key for key, name in names.items() if [n.casefold() for n in names.values()].count(name.casefold()) == 1}

    assert found.keys() == names.keys()
    assert len({name.casefold() for name in found.values()}) == len(found)
    assert {key for key in alone if found[key] == names[key]} | {key for key in alone if "(" in found[key]} == alone


def test_guids_tell_kinds_apart_and_stay() -> None:
    """Stable between versions: a researcher's project of last year still matches."""
    assert guid("theme", "t-1") == "793c71cf-6cfa-5511-801e-529f33f09367"
    assert guid("theme", "t-1") != guid("place", "t-1")
    assert guid("theme", "\ud800") == guid("theme", REPLACEMENT)


# -- codes ------------------------------------------------------------------------------------------------


def test_every_theme_is_one_code_below_its_place(material: Material) -> None:
    """And every place of the framework is there, so that a researcher can use it."""
    tree = code_tree(material.analysis, material.consultation)
    themes = [code.key for code in themes_of(tree)]

    assert sorted(themes) == sorted(theme.theme_id for theme in material.analysis.themes)
    assert [place.key for place in tree][: len(material.consultation.targets)] == [
        target.target_id for target in material.consultation.targets
    ]
    names = [code.name.casefold() for code in _all(tree)]
    assert len(names) == len(set(names))
    assert all(names)


def _all(codes: tuple[object, ...]) -> Iterator[object]:
    for code in codes:
        yield code
        yield from _all(code.codes)  # type: ignore[attr-defined]


def test_ids_that_differ_in_case_alone_get_names_too() -> None:
    """A framework may have *C1* and *c1*: neither tells the other's name apart."""
    found = unique_names({"C1": "Innsyn", "c1": "innsyn", "C2": "Arkiv"})
    assert len({name.casefold() for name in found.values()}) == 3
    assert found["C2"] == "Arkiv"


def test_taguette_imports_the_code_list(material: Material) -> None:
    """Taguette's own reader gives back every theme's name and keywords."""
    reader = pytest.importorskip("taguette.import_codebook", reason="needs taguette: pip install taguette")
    read = reader.list_tags(io.BytesIO(code_list(material.analysis, material.run_info)))

    assert [(tag["path"], tag["description"]) for tag in read] == _rows(material)


def test_the_code_list_is_plain_csv(material: Material) -> None:
    """One row a theme, as any reader sees it; what Taguette reads first, and the wider theme last."""
    content = code_list(material.analysis, material.run_info).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content, newline=""))

    assert head == ["tag", "description", "parent"]
    assert [(name, words.strip()) for name, words, _ in rows] == _rows(material)
    wider = {theme.theme_id: holdable(theme.parent) for theme in material.analysis.themes}
    codes = themes_of(code_tree(material.analysis, material.consultation))
    assert [parent for *_, parent in rows] == [wider[code.key] for code in codes]


def _rows(material: Material) -> list[tuple[str, str]]:
    tree = code_tree(material.analysis, material.consultation)
    return [(code.name, holdable(code.description).strip()) for code in themes_of(tree)]


def test_themes_stand_below_their_wider_theme_and_the_place_stays_above(material: Material) -> None:
    """A wider theme on two places is two codes, for a code stands once; one without themes is none."""
    tree, placed = code_tree(material.analysis, material.consultation), theme_places(material.analysis)
    wider = {theme.theme_id: theme.parent for theme in material.analysis.themes}
    found = {
        (place.key, group.key.partition("|")[2], theme.key)
        for place in tree
        for group in place.codes
        if group.is_wider
        for theme in group.codes
    }
    assert found == {(placed[key], parent, key) for key, parent in wider.items() if parent}
    assert {code.key for place in tree for code in place.codes if code.is_theme} == {
        k for k, p in wider.items() if not p
    }
    assert not any(code.is_theme for place in tree for code in place.codes if code.is_wider)


# -- positions --------------------------------------------------------------------------------------------


@given(st.text("ab\n🌍"), st.data())
def test_counting_in_units_and_lines_comes_back(text: str, data: st.DataObject) -> None:
    """The widest way of counting (UTF-16 units, CR LF as two) is undone exactly, for any span."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    written = text.replace("\n", "\r\n")

    def units(part: str) -> int:
        return len(part.replace("\n", "\r\n").encode("utf-16-le")) // 2

    found = {way(units(text[:start]), units(text[:end])) for way in countings(written)}

    assert (start, end) in found or start == end


def test_the_standard_wins_among_equals() -> None:
    """Where nothing tells the ways apart, positions mean what the standard says."""
    ways = countings("a\r\n🌍b")

    assert best([], lambda _: True, ways) is ways[0]
    assert ways[0](0, 4) == (0, 4)
    assert ways[0](0, 9) is None


def test_json_stays_json_whatever_stands_in_it(tmp_path: Path) -> None:
    """Halves of surrogate pairs and control characters leave files that any reader opens."""
    export("all", cases.hostile(), cases.run_info(), tmp_path)
    for place in (PLACES["annotations"], PLACES["prov"], PLACES["crate"]):
        json.loads((tmp_path / place).read_bytes().decode("utf-8"))
