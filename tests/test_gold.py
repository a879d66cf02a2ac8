"""Gold: read, found in our texts, matched with our passages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consult.errors import InputError
from consult.evaluate.gold import Alignment, Gold, GoldPassage, GoldSpan, align, load_gold, matched, overlap
from consult.records import Block, Passage, Source

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "ogp-norge-2026"


def source(text: str, path: str = "a.txt", locator: str = "", sha256: str = "0") -> Source:
    """A source of one block."""
    blocks = (Block(start=0, end=len(text), kind="lines"),)
    return Source(path=path, locator=locator, sha256=sha256, format="txt", text=text, blocks=blocks)


def gold(*quotes: str, path: str = "a.txt", cell: str = "", sheet: str = "", kind: str = "input") -> Gold:
    """Gold passages g0, g1, … with these quotes."""
    return Gold(
        themes={},
        passages=tuple(
            GoldPassage(
                gold_id=f"g{number}",
                path=path,
                kind=kind,
                language="nn",
                voice="individual",
                variants=(quote,),
                cell=cell,
                sheet=sheet,
            )
            for number, quote in enumerate(quotes)
        ),
    )


def found(text: str, quote: str) -> str | None:
    """The characters of `text` that a quote is aligned with."""
    one = source(text)
    span = align(gold(quote), [one]).spans.get("g0")
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Eg vil ha lys.", "vil ha lys", "vil ha lys"),
        ("Eg vil\nha  lys.", "vil ha lys", "vil\nha  lys"),
        ("Eg vil ha tvangs-\nmulkt no.", "ha tvangsmulkt", "ha tvangs-\nmulkt"),
        ("Eg vil ha tvangsmulkt no.", "ha tvangs-\nmulkt", "ha tvangsmulkt"),
        ("> Hei! Det er\n> mogleg.", "Hei! Det er mogleg.", "Hei! Det er\n> mogleg."),
        ("svar: –", "–", "–"),
        ("svar: -", "-", "-"),
        ("Eg vil ha lys.", "vil ha mørke", None),
        ("Eg vil ha lys.", "VIL HA LYS", None),
    ],
)
def test_quotes_are_found_whatever_the_reader_undid(text: str, quote: str, expected: str | None) -> None:
    """White space, wraps, hyphens at line ends and quotation marks are no difference; words and case are."""
    assert found(text, quote) == expected


def test_repeated_quotes_are_assigned_in_order() -> None:
    """The first of two equal quotes stands where the first stands."""
    spans = align(gold("lys", "benk", "lys"), [source("lys, benk, lys")]).spans
    assert [(spans[key].start, spans[key].end) for key in ("g0", "g1", "g2")] == [(0, 3), (5, 9), (11, 14)]


def test_a_quote_out_of_order_is_found_where_it_is_free() -> None:
    """Gold that lists a page foot last finds it first."""
    spans = align(gold("tak", "lys"), [source("lys og tak")]).spans
    assert spans["g1"].start == 0


def test_two_quotes_never_share_characters() -> None:
    """A third *lys* where there are two is missing."""
    assert align(gold("lys", "lys", "lys"), [source("lys og lys")]).missing == ("g2",)


def test_rows_are_told_by_their_cell() -> None:
    """Equal answers in two rows stand in the row that the gold names; the sheet is told too."""
    rows = [source("Brev på papir", locator=f"sheet=Svar;row={row}", sha256=str(row)) for row in (19, 20)]
    other = source("Brev på papir", locator="sheet=Om;row=20", sha256="x")
    spans = align(gold("Brev på papir", cell="F20", sheet="Svar"), [other, *rows]).spans
    assert spans["g0"].source_id == rows[1].source_id


def test_the_other_variant_is_tried() -> None:
    """Where the file has other characters than a reader copies, the file's are found."""
    passage = GoldPassage(gold_id="g0", path="a.txt", kind="input", language="nn", voice="x", variants=("lys!", "lys?"))
    assert align(Gold(passages=(passage,), themes={}), [source("meir lys?")]).missing == ()


def test_only_the_files_own_sources_are_searched() -> None:
    """A quote of one file is not found in another."""
    assert align(gold("lys", path="b.txt"), [source("lys")]).missing == ("g0",)


def passage(one: Source, start: int, end: int) -> Passage:
    """A passage of ours."""
    text = one.text[start:end]
    return Passage(source_id=one.source_id, start=start, end=end, text=text, language="nn", voice="individual")


def test_matching_takes_the_passage_that_shares_most() -> None:
    """A gold passage over two of ours belongs to the one that holds more of it."""
    one = source("lys i parken og benkar")
    ours = [passage(one, 0, 3), passage(one, 4, 22)]
    labels = gold("lys i parken og benkar")
    assert matched(labels, ours, align(labels, [one])) == {"g0": ours[1].passage_id}


def test_what_we_lost_matches_nothing() -> None:
    """A gold passage that none of ours touches, or that stands nowhere, has no match; the rest is not asked."""
    one = source("lys og tak")
    labels = gold("tak", "borte")
    assert matched(labels, [passage(one, 0, 3)], align(labels, [one])) == {"g0": None, "g1": None}
    assert matched(gold("lys", kind="contact"), [], Alignment(spans={}, missing=())) == {}


def test_overlap() -> None:
    """Shared characters are counted, never below none."""
    one = source("lys og tak")
    span = GoldSpan(source_id=one.source_id, start=2, end=6)
    assert overlap(span, passage(one, 0, 4)) == 2
    assert overlap(span, passage(one, 7, 10)) == 0


def test_no_gold_is_none(tmp_path: Path) -> None:
    """A consultation that nobody labelled has no gold."""
    assert load_gold(tmp_path) is None


def test_gold_is_read(tmp_path: Path) -> None:
    """Rows become records; the path is relative to the inputs; fields that are absent are empty."""
    folder = tmp_path / "gold"
    folder.mkdir()
    row = {"id": "g1", "file": "inputs/a.txt", "kind": "input", "quote": "lys", "commitments": [1], "lang": "nn"}
    (folder / "passages.jsonl").write_text(json.dumps(row) + "\n\n", "utf-8")
    labels = load_gold(tmp_path)
    assert labels is not None
    (one,) = labels.passages
    assert (one.path, one.quote, one.commitments, one.theme, one.is_input) == ("a.txt", "lys", ("1",), None, True)
    assert labels.inputs == (one,)
    assert labels.themes == {}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{broken", r"passages\.jsonl:1: no JSON"),
        (b"[1]", r"passages\.jsonl:1: is no JSON object"),
        (b'\n{"id": "g1", "file": "inputs/a.txt"}', r"passages\.jsonl:2: lacks kind, quote"),
        (b'{"id": "g1", "file": "a.txt", "kind": "input", "quote": ""}', "lacks quote"),
        ('{"id": "g1", "quote": "lås"}'.encode("latin-1"), "no JSON in UTF-8"),
    ],
)
def test_labels_that_cannot_be_read_say_which(tmp_path: Path, content: bytes, says: str) -> None:
    """It is the person's file, and no defect of ours."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "passages.jsonl").write_bytes(content)
    with pytest.raises(InputError, match=says):
        load_gold(tmp_path)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_labels_of_any_signs_are_read(tmp_path: Path, mark: bytes) -> None:
    """A byte order mark in front, a separator of lines in a quote."""
    (tmp_path / "gold").mkdir()
    row = {"id": "g1", "file": "inputs/a.txt", "kind": "input", "quote": "lys\u2028og varme"}
    (tmp_path / "gold" / "passages.jsonl").write_bytes(mark + json.dumps(row, ensure_ascii=False).encode())
    labels = load_gold(tmp_path)
    assert labels is not None
    assert [one.quote for one in labels.passages] == ["lys\u2028og varme"]


def test_themes_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    """The second file of labels."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "passages.jsonl").write_bytes(b"")
    (tmp_path / "gold" / "themes.json").write_bytes(b"[]")
    with pytest.raises(InputError, match=r"themes\.json: is no JSON object"):
        load_gold(tmp_path)


def test_the_shipped_gold() -> None:
    """The constructed consultation has 468 labelled rows, 307 of them input, on 25 themes."""
    labels = load_gold(CORPUS)
    assert labels is not None
    assert len(labels.passages) == 468
    assert len(labels.inputs) == 307
    assert len({one.theme for one in labels.inputs}) == 25
