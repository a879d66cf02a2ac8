"""Reading TOML values with their faults collected: first what is no fault, then each fault with its key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from consult.errors import SettingsError
from consult.toml_file import TomlTable, nearest, read_toml

KEYS = ("a", "b", "title", "words", "when", "many")


def table(values: dict[str, Any], at: str = "here") -> tuple[TomlTable, list[SettingsError]]:
    """Open a table over `values`, with the list that its faults go to."""
    faults: list[SettingsError] = []
    return TomlTable(values, keys=KEYS, file="f.toml", at=at, faults=faults), faults


NO_FAULT: list[tuple[str, bytes]] = [
    ("an empty file states nothing, and all has defaults", b""),
    ("Notepad writes a byte-order mark before UTF-8", b'\xef\xbb\xbfa = "x"\n'),
    ("Windows ends lines with CR LF", b'a = "x"\r\nb = "y"\r\n'),
    ("comments are no keys", b"# a = 1\n"),
]


@pytest.mark.parametrize(("why", "content"), NO_FAULT, ids=[why for why, _ in NO_FAULT])
def test_a_file_that_is_in_order_has_no_fault(why: str, content: bytes, tmp_path: Path) -> None:
    """What editors do to a file of their own accord is no fault of the user's."""
    path = tmp_path / "f.toml"
    path.write_bytes(content)
    faults: list[SettingsError] = []
    read_toml(path, faults)
    assert faults == [], why


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'a = "x"\nb = \n', "line 2"),
        (b'a = "x"\na = "y"\n', "line 2"),
        (b'\nb = "\xf8"\n', "line 2 is not UTF-8"),
        (b"[a\n", "line 1"),
    ],
)
def test_a_file_that_is_not_toml_says_on_which_line(content: bytes, said: str, tmp_path: Path) -> None:
    """A syntax error names the file and the line, and reading goes on with no values."""
    path = tmp_path / "f.toml"
    path.write_bytes(content)
    faults: list[SettingsError] = []
    assert read_toml(path, faults) == {}
    assert [fault.file for fault in faults] == [str(path)]
    assert said in faults[0].fault


def test_a_file_that_cannot_be_read_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    """A folder in the file's place is said, as any other file that cannot be opened."""
    faults: list[SettingsError] = []
    assert read_toml(tmp_path, faults) == {}
    assert "cannot be read" in faults[0].fault


def test_right_values_come_back_as_they_are() -> None:
    """A table in order gives its values, without space around texts, and no fault."""
    opened, faults = table(
        {"a": " x ", "b": ["p", " q "], "title": {"nn": "T", "sv": "U"}, "words": {"nb": ["v"]}, "when": "2026-02-12"}
    )
    assert (opened.text("a"), opened.texts("b")) == ("x", ("p", "q"))
    assert opened.by_language("title", "nn") == {"nn": "T", "sv": "U"}
    assert opened.words_by_language("words", "nn") == {"nb": ("v",)}
    assert opened.date("when") == "2026-02-12"
    assert faults == []


def test_what_is_absent_takes_its_default_without_fault() -> None:
    """Nothing is required that the caller does not say is required."""
    opened, faults = table({})
    assert (opened.text("a", "d"), opened.texts("a"), opened.date("a")) == ("d", (), "")
    assert (opened.number("a", 0.5), opened.whole("a", 7), opened.mapping("a")) == (0.5, 7, {})
    assert (opened.by_language("a", "nn"), opened.words_by_language("a", "nn")) == ({}, {})
    assert opened.tables("many", KEYS) == ()
    assert "a" not in opened
    assert faults == []


def test_a_plain_text_is_in_the_main_language() -> None:
    """Whoever writes in one language only need not name it."""
    opened, faults = table({"title": "T", "words": ["v", "w"]})
    assert opened.by_language("title", "da") == {"da": "T"}
    assert opened.words_by_language("words", "da") == {"da": ("v", "w")}
    assert faults == []


FAULTS: list[tuple[str, object, str, str]] = [
    ("text", 1, "here.a", "text in quotes"),
    ("texts", "x", "here.a", "list of texts"),
    ("texts", ["x", 2], "here.a", "list of texts"),
    ("texts", ["x", " "], "here.a", "list of texts"),
    ("date", "12.02.2026", "here.a", "2026-02-12"),
    ("date", "2026-02-30", "here.a", "not a date"),
    ("date", 20260212, "here.a", "not a date"),
    ("mapping", ["x"], "here.a", "table of texts"),
    ("mapping", {"q": 1}, "here.a", "table of texts"),
]


@pytest.mark.parametrize(("reader", "value", "key", "said"), FAULTS)
def test_a_value_of_the_wrong_kind_names_its_key(reader: str, value: object, key: str, said: str) -> None:
    """A value at fault is noted under its whole key, with an example of what is right."""
    opened, faults = table({"a": value})
    assert not getattr(opened, reader)("a")
    assert [(fault.file, fault.key) for fault in faults] == [("f.toml", key)]
    assert said in faults[0].fault


@pytest.mark.parametrize("value", ["1", True, float("nan"), float("inf")])
def test_a_number_is_a_finite_number(value: object) -> None:
    """Texts, truth values and what is not finite are no numbers, and the default stands."""
    opened, faults = table({"a": value})
    assert opened.number("a", 0.5) == 0.5
    assert [fault.key for fault in faults] == ["here.a"]


@pytest.mark.parametrize("value", ["1", True, 1.5, -1])
def test_a_whole_number_is_zero_or_above(value: object) -> None:
    """A seed below zero, a broken one and one in quotes are faults."""
    opened, faults = table({"a": value})
    assert opened.whole("a", 7) == 7
    assert [fault.key for fault in faults] == ["here.a"]


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        ({"no": "T"}, "here.title.no", "unknown language"),
        ({"nn": 1}, "here.title.nn", "text in quotes"),
        ({"nn": "  "}, "here.title.nn", "not empty"),
        (3, "here.title", "title.nn"),
    ],
)
def test_texts_by_language_name_the_language_at_fault(value: object, key: str, said: str) -> None:
    """Each language is looked at by itself; the others stand."""
    opened, faults = table({"title": value})
    assert opened.by_language("title", "nn") == {}
    assert [fault.key for fault in faults] == [key]
    assert said in faults[0].fault


@pytest.mark.parametrize(
    ("value", "key"),
    [({"no": ["v"]}, "here.words.no"), ({"nn": "v"}, "here.words.nn"), (3, "here.words"), ([3], "here.words.nn")],
)
def test_words_by_language_name_the_language_at_fault(value: object, key: str) -> None:
    """The same for lists of words."""
    opened, faults = table({"words": value})
    assert not any(opened.words_by_language("words", "nn").values())
    assert [fault.key for fault in faults] == [key]


def test_a_required_value_may_be_neither_missing_nor_empty() -> None:
    """Missing and empty are told apart, since the remedy differs."""
    opened, faults = table({"a": " ", "b": []})
    opened.text("a", required=True)
    opened.texts("b", required=True)
    opened.text("title", required=True)
    assert [(fault.key, fault.fault) for fault in faults] == [
        ("here.a", "is empty"),
        ("here.b", "is missing or empty"),
        ("here.title", "is missing"),
    ]


def test_a_choice_is_one_of_the_known_words() -> None:
    """Another word is noted with the nearest known one, and the first known word stands in."""
    opened, faults = table({"a": "organization"})
    assert opened.choice("a", ("group_note", "organisation")) == "group_note"
    assert "did you mean organisation?" in faults[0].fault


def test_an_unknown_key_is_told_with_its_nearest() -> None:
    """A misspelt key must never be passed over in silence."""
    _, faults = table({"titel": "T"})
    assert [str(fault) for fault in faults] == ["f.toml: here.titel: unknown key; did you mean title?"]


def test_tables_of_an_array_are_counted_from_one() -> None:
    """The fault of the second [[many]] says so."""
    opened, faults = table({"many": [{"a": "x"}, {"a": 1}]}, at="")
    assert [entry.text("a") for entry in opened.tables("many", KEYS)] == ["x", ""]
    assert [fault.key for fault in faults] == ["many[2].a"]


def test_a_single_bracket_where_two_belong_is_told() -> None:
    """`[event]` for `[[event]]`, and the other way round, are the commonest slips in TOML."""
    opened, faults = table({"many": {"a": "x"}, "title": "x"}, at="")
    assert opened.tables("many", KEYS) == ()
    opened.table("title", KEYS)
    assert "[[many]]" in faults[0].fault
    assert "[title]" in faults[1].fault


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("Title", ("title", "date"), "; did you mean title?"),
        ("inputz", ("inputs", "id"), "; did you mean inputs?"),
        ("qqq", ("b", "a"), "; known: b, a"),
    ],
)
def test_the_nearest_word_is_suggested_or_all_are_listed(word: str, known: tuple[str, ...], said: str) -> None:
    """Capitals do not count as a difference."""
    assert nearest(word, known) == said
