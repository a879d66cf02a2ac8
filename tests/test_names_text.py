"""Training text for names: spans stay where names are, documents are not divided, made-up text is reproducible."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models"))
from names_text import Inventor, Sentence, divided, excerpts, joined, read_swedish, together, written  # noqa: E402


def people(sentence: Sentence) -> list[str]:
    """The names of persons that a sentence's spans hold."""
    return [sentence.text[start:end] for start, end, label in sentence.spans if label == "PER"]


@pytest.fixture
def inventor() -> Inventor:
    """An inventor with a stream of chance of its own."""
    return Inventor(ROOT / "models" / "names", random.Random(3))  # noqa: S311 - reproducible, not secret


def test_tokens_become_running_text() -> None:
    """Signs stand where writers put them, and spans follow."""
    text, spans = joined(
        ["Han", "(", "Per", "Moe", ")", "sa", ":", '"', "Nei", '"', "."], ["O", "O", "B-PER", "I-PER", *["O"] * 7]
    )
    assert text == 'Han (Per Moe) sa: "Nei".'
    assert [text[start:end] for start, end, _ in spans] == ["Per Moe"]


def test_no_document_is_divided() -> None:
    """Training, dev and test share no document; every sentence is in one of them."""
    sentences = [
        Sentence(text=str(number), spans=(), language="nb", document=f"nb/ap/{number // 3}") for number in range(90)
    ]
    parts = divided(sentences)
    documents = [{one.document for one in part} for part in parts.values()]
    assert not documents[0] & documents[1] | documents[1] & documents[2] | documents[0] & documents[2]
    assert sum(map(len, parts.values())) == 90
    assert len(documents[2]) == 3


def test_made_up_sentences_are_reproducible(inventor: Inventor) -> None:
    """The same stream of chance gives the same sentences; each span holds words."""
    made = list(inventor.sentences("notes", 200))
    again = Inventor(ROOT / "models" / "names", random.Random(3))  # noqa: S311 - reproducible, not secret
    assert made == list(again.sentences("notes", 200))
    assert all(name.strip() == name and name for one in made for name in people(one))


def test_what_must_stay_holds_no_person(inventor: Inventor) -> None:
    """Templates without names label none, though names of persons stand in streets and prizes."""
    assert not [people(one) for one in inventor.sentences("stay", 300) if people(one)]


def test_other_names_stand_where_the_names_stood(inventor: Inventor) -> None:
    """Only the names change, and the spans hold them."""
    text = "Kari Moe møtte NAV, og Per kom."
    before = Sentence(text=text, spans=((0, 8, "PER"), (15, 18, "ORG"), (23, 26, "PER")), language="nn")
    after = inventor.renamed(before)
    first, second = people(after)
    assert after.text == f"{first} møtte NAV, og {second} kom."
    assert [after.text[start:end] for start, end, label in after.spans if label == "ORG"] == ["NAV"]


def test_a_person_keeps_one_name_throughout(inventor: Inventor) -> None:
    """Who was Kari Moe and then Moe, is somebody else and then that one's family name, the genitive's s with it."""
    text = "Kari Moe kom. Moes plan var god, sa Moe, og Kari lo."
    spans = ((0, 8, "PER"), (14, 18, "PER"), (36, 39, "PER"), (44, 48, "PER"))
    for _ in range(20):
        whole, genitive, family, given = people(inventor.renamed(Sentence(text=text, spans=spans, language="nb")))
        assert whole == f"{given} {family}"
        assert genitive == f"{family}s"


def test_initials_and_signs_are_kept(inventor: Inventor) -> None:
    """What is short or no word in a name stays."""
    found = inventor.others(["K. Moe", "1"])
    assert (found["K."], found["1"]) == ("K.", "1")


def test_excerpts_follow_one_another_in_a_document() -> None:
    """Nothing is lost or moved, no excerpt holds two documents, and only a sentence alone may be longer than asked."""
    sentences = [
        Sentence(text=f"Setning {number}.", spans=((0, 7, "ORG"),), language="nb", document=f"nb/{number // 10}")
        for number in range(40)
    ]
    found = list(excerpts(sentences, random.Random(1), (20, 60)))  # noqa: S311 - reproducible, not secret
    assert " ".join(one.text.replace("\n", " ") for one in found) == " ".join(one.text for one in sentences)
    assert all(one.text[start:end] == "Setning" for one in found for start, end, _ in one.spans)
    assert {one.document for one in found} == {f"nb/{number}" for number in range(4)}
    assert all(len(one.text) <= 64 for one in found)
    assert next(excerpts(sentences[:1], random.Random(1), (1, 1))).text == "Setning 0."  # noqa: S311 - as above


def test_letters_change_and_spans_do_not() -> None:
    """Small letters and capitals leave spans in place; where a letter would become two, nothing is done."""
    one = Sentence(text="Kari bad.", spans=((0, 4, "PER"),), language="nb")
    assert written(one, "lower").text == "kari bad."
    assert written(Sentence(text="Strauß", spans=(), language="nb"), "upper").text == "Strauß"


def test_sentences_are_joined_with_their_spans() -> None:
    """Of several sentences one text, in which each span still holds its name."""
    one = Sentence(text="Kari bad.", spans=((0, 4, "PER"),), language="nb")
    assert people(together([one, one], "\n")) == ["Kari", "Kari"]


def test_the_swedish_corpus(tmp_path: Path) -> None:
    """Its columns are parted by tabs or by spaces; blank lines part sentences."""
    path = tmp_path / "corpus.txt"
    path.write_text("Åsa\tPER\nLind\tPER\nkom\t0\n\nNu   0\n", encoding="utf-8")
    first, second = read_swedish(path)
    assert (people(first), second.text) == (["Åsa Lind"], "Nu")
