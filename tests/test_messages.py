"""Message catalogues: the same messages in every language, plurals right, contributors' words untouched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message as Entry
from fluent.syntax.ast import MessageReference, VariableReference
from fluent.syntax.visitor import Visitor

from consult import messages as catalogues
from consult.messages import MessageError, languages, messages, publication_languages

LANGUAGES = ("en", "nb", "nn")
PUBLISHED = (
    "feedback-", "receipt-", "public-", "edition-", "document-", "change-", "picture-", "review-status-", "agreement-",
)  # fmt: skip
"""How the messages begin that all five languages have."""


class Variables(Visitor):  # type: ignore[misc]
    """Collects the variables and messages that a message names."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  the visitor's own name
        """A `$name`."""
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:  # noqa: N802
        """A message inside a message brings its variables."""
        self.messages.add(node.id.name)


def entries(language: str) -> dict[str, tuple[set[str], set[str]]]:
    """Key → variables and messages named, over all files of a language."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for path in sorted((catalogues.LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, Entry):
                visitor = Variables()
                visitor.visit(entry)
                found[entry.id.name] = (visitor.names, visitor.messages)
    return found


def variables(table: dict[str, tuple[set[str], set[str]]], key: str) -> set[str]:
    """The variables of a message and of the messages inside it."""
    names, inner = table[key]
    return names.union(*(variables(table, other) for other in inner))


def own(language: str) -> set[str]:
    """Keys of a language's answer catalogue."""
    return {key for key in entries(language) if key.startswith("answer-")}


def test_every_language_of_output_has_catalogues() -> None:
    """Nynorsk, bokmål and English, no more and no less."""
    assert languages() == LANGUAGES


def test_danish_and_swedish_have_words_for_what_is_published_alone() -> None:
    """Nobody can word a conclusion in them, but who wrote in them is answered in them."""
    assert publication_languages() == ("da", "en", "nb", "nn", "sv")
    with pytest.raises(MessageError, match="answer-comma"):
        messages("da")("answer-comma", first="a", second="b")


@pytest.mark.parametrize("language", ["nb", "en", "da", "sv"])
def test_all_five_say_the_same_around_what_is_published(language: str) -> None:
    """What nynorsk says in the feedback document and on a receipt, the others say, with the same facts in it."""
    ours, others = entries("nn"), entries(language)
    told = {key for key in ours if key.startswith(PUBLISHED)}
    assert told == {key for key in others if key.startswith(PUBLISHED)}
    for key in told:
        assert variables(ours, key) == variables(others, key), key


@pytest.mark.parametrize("language", ["da", "sv"])
def test_what_danish_and_swedish_say_in_pictures_names_the_same_facts(language: str) -> None:
    """They take a few words from the report: none that Norwegian has not, none that asks for more."""
    ours, others = entries("nn"), entries(language)
    assert set(others) <= set(ours)
    for key in others:
        assert variables(ours, key) == variables(others, key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_files_of_a_language_load_together(language: str) -> None:
    """No file is broken, no key stands twice."""
    assert messages(language)("answer-comma", first="a", second="b") == "a, b"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_language_has_the_same_answer_messages(language: str) -> None:
    """What nynorsk can say, the others can."""
    assert own(language) == own("nn")


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_same_message_never_asks_for_more_in_one_language(language: str) -> None:
    """English may need a verb's number that Norwegian does not; all else is the same."""
    ours, others = entries("nn"), entries(language)
    for key in own("nn"):
        assert variables(ours, key) - {"subjects", "kind"} == variables(others, key) - {"subjects", "kind"}, key


COUNTS = [
    ("nn", "group_note", 1, "eitt bord"),
    ("nn", "group_note", 2, "to bord"),
    ("nn", "group_note", 12, "tolv bord"),
    ("nn", "group_note", 13, "13 bord"),
    ("nn", "organisation", 1, "éin organisasjon"),
    ("nn", "organisation", 3, "tre organisasjonar"),
    ("nn", "individual", 1, "éin privatperson"),
    ("nn", "individual", 2, "to privatpersonar"),
    ("nb", "group_note", 1, "ett bord"),
    ("nb", "organisation", 1, "én organisasjon"),
    ("nb", "organisation", 7, "sju organisasjoner"),
    ("nb", "individual", 2, "to privatpersoner"),
    ("en", "group_note", 1, "one table"),
    ("en", "group_note", 2, "two tables"),
    ("en", "organisation", 21, "21 organisations"),
    ("en", "individual", 1, "one private individual"),
]


@pytest.mark.parametrize(("language", "voice", "count", "expected"), COUNTS)
def test_counts_are_said_in_the_right_number_and_gender(language: str, voice: str, count: int, expected: str) -> None:
    """*Eitt bord*, but *éin organisasjon*."""
    assert messages(language)(f"answer-count-{voice}", count=count) == expected


PARTICIPANTS = [
    ("nn", 1, 1, "éin deltakar ved eit bord"),
    ("nn", 3, 1, "éin eller fleire deltakarar ved eit bord"),
    ("nb", 3, 2, "deltakere ved to bord"),
    ("en", 2, 2, "participants at two tables"),
]


@pytest.mark.parametrize(("language", "statements", "tables", "expected"), PARTICIPANTS)
def test_participants_are_not_counted_where_nobody_counted_them(
    language: str, statements: int, tables: int, expected: str
) -> None:
    """Three statements from one table may come from one mouth."""
    words = messages(language)("answer-number", count=tables)
    found = messages(language)("answer-count-participant", count=statements, tables=tables, tables_in_words=words)
    assert found == expected


UNTOUCHED = [
    "{ $count }",
    "{answer-number}",
    "-term = x",
    "# not a comment",
    "<b>&amp;</b> \\u0041",
    "«sitat» “quote”",
    '{"literal"}',
]


@pytest.mark.parametrize("words", UNTOUCHED)
def test_contributors_words_are_never_interpreted(words: str) -> None:
    """What came in as a value comes out as it was."""
    assert messages("nn")("answer-quote", text=words) == f"«{words}»"


def test_no_invisible_marks_stand_around_arguments() -> None:
    """Isolating marks would break the comparison of a quote with its source."""
    assert not re.search("[\u2066-\u2069]", messages("en")("answer-quote", text="a"))


def test_a_missing_key_says_which_and_where() -> None:
    """A forgotten translation is found by name."""
    with pytest.raises(MessageError, match=r"locales/nn: no message 'answer-nothing'"):
        messages("nn")("answer-nothing")


def test_a_missing_argument_says_which() -> None:
    """A sentence is never shown with a hole in it."""
    with pytest.raises(MessageError, match="quotes"):
        messages("nb")("answer-raise-untitled", voices="x")


def test_a_missing_attribute_says_which() -> None:
    """As for keys."""
    with pytest.raises(MessageError, match="'title'"):
        messages("nn")("answer-comma.title")


def test_a_language_without_catalogue_is_refused_with_those_there_are() -> None:
    """German is neither read nor written."""
    with pytest.raises(MessageError, match="da, en, nb, nn, sv"):
        messages("de")


FAULTS = [
    ({"a.ftl": "key = x\nkey = y\n"}, "stands twice"),
    ({"a.ftl": "key = x\n", "b.ftl": "key = y\n"}, "stands twice"),
    ({"a.ftl": "key = { $x\n"}, "not Fluent"),
]


@pytest.mark.parametrize(("files", "fault"), FAULTS)
def test_faulty_catalogues_are_refused(
    files: dict[str, str], fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two messages under one key, in one file or two, and what is not Fluent at all."""
    (tmp_path / "xx").mkdir()
    for name, text in files.items():
        (tmp_path / "xx" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    with pytest.raises(MessageError, match=fault):
        messages.__wrapped__("xx")


def test_norwegian_catalogues_are_not_mixed_up() -> None:
    """Words of the one written standard do not stray into the other (sabotage twin: a copied file fails)."""
    text = {
        language: (catalogues.LOCALES / language / "answer.ftl").read_text(encoding="utf-8")
        for language in ("nn", "nb")
    }
    assert not re.search(r"\b(innspill|noen|flere|fra|seksten|også|sier|ikke)\b", text["nn"])
    assert not re.search(r"\b(innspel|nokre|fleire|frå|òg|seier|ikkje|eitt)\b", text["nb"])


def test_what_is_remembered_tells_a_number_from_a_truth() -> None:
    """One, 1.0 and a text of one are three arguments, whichever is asked first."""
    for values in ((1, "1", 1.0), (1.0, "1", 1)):
        messages.cache_clear()
        told = {type(value): messages("nn")("report-number", count=value) for value in values}
        messages.cache_clear()
        assert told == {type(value): messages("nn")("report-number", count=value) for value in reversed(values)}


LONG_TEXT = "".join(f"<merknad {number}> " for number in range(400))


@pytest.mark.parametrize(
    "first", [LONG_TEXT, f"\ufdd0{LONG_TEXT}", LONG_TEXT[:2000], LONG_TEXT[:2001], LONG_TEXT[:2501]]
)
@pytest.mark.parametrize("last", ["", "\ufdd0", "{ $first }", LONG_TEXT[::-1]])
def test_a_long_argument_comes_out_whole(first: str, last: str) -> None:
    """Whatever its length and its signs: a title, or twenty titles in a list, is a value and nothing else."""
    told = messages("nn")("feedback-list-last", first=first, second=last)
    plain = messages("nn")("feedback-list-last", first="A", second="B")
    assert told == plain.replace("A", first).replace("B", last)
