"""A folder of inputs becomes sources: all of them, in order, the same every time."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
import time
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest

from consult.read import read_inputs
from consult.records import Source
from consult.settings import Event, FormRule, VoiceRule, load_settings
from tests.made_files import docx_of, eml_of, pdf_of, settings_for, xlsx_of, zip_of

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "corpora" / "ogp-norge-2026"
SENTENCE = "Vi treng meir innsyn i sakene, og raskare svar frå kommunen."


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """An empty folder of inputs."""
    (tmp_path / "inputs").mkdir()
    return tmp_path / "inputs"


def read(inputs: Path, **changes: object) -> tuple[Source, ...]:
    """The sources of the consultation that the folder belongs to."""
    return read_inputs(settings_for(inputs.parent, **changes))


def fill(inputs: Path, files: dict[str, bytes]) -> None:
    """Write files, in the order given."""
    for name, data in files.items():
        (inputs / name).parent.mkdir(parents=True, exist_ok=True)
        (inputs / name).write_bytes(data)


MIXED = {
    "brev.docx": docx_of(("Om arkiv", "Title"), SENTENCE),
    "notat.txt": SENTENCE.encode(),
    "skjema.xlsx": xlsx_of(
        Svar=[["id", "Kva meiner du?"], *([number, f"{SENTENCE} {number}"] for number in range(12))]
    ),
    "mappe/tomt.txt": b"",
    "mappe/skanna.pdf": pdf_of([], picture=True),
    "pakke.zip": zip_of({"indre/notat.md": f"# Bord 1\n\n{SENTENCE}", "lyd.mp3": b"ID3"}),
    "post.eml": eml_of(SENTENCE, From="Kari <k@x.example>", Date="Tue, 14 Apr 2026 21:47:05 +0200"),
}


def test_who_begins_before_languages_are_known_sees_the_same_sources(inputs: Path) -> None:
    """The same texts and ids in the same order; only the languages of rows are told later."""
    fill(inputs, MIXED | {"rader.csv": b"Svar\nVi treng fleire bussar her.\nWe need more buses here, please.\n"})
    seen: list[tuple[Source, ...]] = []
    sources = read_inputs(settings_for(inputs.parent), begin=lambda them: seen.append(tuple(them)))
    assert [one.source_id for one in seen[0]] == [one.source_id for one in sources]
    assert [one.text for one in seen[0]] == [one.text for one in sources]
    assert {one.language for one in sources if one.path == "rader.csv"} == {"nn", "en"}
    assert len({one.language for one in seen[0] if one.path == "rader.csv"}) == 1
    assert read_inputs(settings_for(inputs.parent)) == sources


def test_equal_rows_keep_their_languages_each(inputs: Path) -> None:
    """Rows that say the same thing in one form are told apart by their place."""
    fill(inputs, {"rader.csv": b"Svar\nMore buses here, please.\nVi vil ha buss.\nMore buses here, please.\n"})
    assert [one.language for one in read(inputs)] == ["en", "nb", "en"]


def test_received_is_read_and_unreadable(inputs: Path) -> None:
    """Every file gives a source or a reason, whatever it holds."""
    fill(inputs, MIXED)
    assert [(source.path, source.reason) for source in read(inputs) if source.format != "xlsx"] == [
        ("brev.docx", ""),
        ("mappe/skanna.pdf", "scanned"),
        ("mappe/tomt.txt", "empty"),
        ("notat.txt", ""),
        ("pakke.zip/indre/notat.md", ""),
        ("pakke.zip/lyd.mp3", "unsupported"),
        ("post.eml", ""),
    ]


def test_rows_in_their_natural_order(inputs: Path) -> None:
    """Row 10 comes after row 9."""
    fill(inputs, {"skjema.xlsx": MIXED["skjema.xlsx"]})
    assert [source.locator for source in read(inputs)] == [f"sheet=Svar;row={number}" for number in range(2, 14)]


def test_a_sheet_whose_name_ends_raised(inputs: Path) -> None:
    """A sheet called *5²3*: what stands raised is a sign, and no number to order rows by."""
    rows: list[list[object]] = [["Kva meiner du?"], ["Vi treng fleire bussar her."]]
    fill(inputs, {"skjema.xlsx": xlsx_of(**{"5²3": rows})})
    assert [source.locator for source in read(inputs)] == ["sheet=5²3;row=2"]


def test_hashes(inputs: Path) -> None:
    """A file is known by its bytes, a row by its text: never by its place."""
    fill(inputs, MIXED)
    sources = read(inputs)
    note = next(source for source in sources if source.path == "notat.txt")
    assert note.sha256 == hashlib.sha256(MIXED["notat.txt"]).hexdigest()
    row = next(source for source in sources if source.format == "xlsx")
    assert row.sha256 == hashlib.sha256(row.text.encode()).hexdigest()


def test_ids_do_not_depend_on_the_row(inputs: Path) -> None:
    """A row put in above others changes no id; a row sent twice counts as two."""
    rows: list[list[object]] = [["Kva meiner du?", "Anna?"], [SENTENCE, "Nei, takk"], [SENTENCE, "Ja, gjerne det"]]
    fill(inputs, {"a.xlsx": xlsx_of(Svar=rows)})
    before = {source.source_id for source in read(inputs)}
    fill(inputs, {"a.xlsx": xlsx_of(Svar=[rows[0], [f"Ny. {SENTENCE}", "Ny rad her"], *rows[1:], rows[1]])})
    after = read(inputs)
    assert before < {source.source_id for source in after}
    assert len({source.source_id for source in after}) == len(after) == 4
    assert sorted(source.occurrence for source in after) == [0, 0, 0, 1]


def test_same_bytes_same_sources(inputs: Path) -> None:
    """Law 5: the order in which files came to the folder, and a second run, change nothing."""
    names = sorted(MIXED)
    fill(inputs, MIXED)
    first = read(inputs)
    random.Random(2026).shuffle(names)  # noqa: S311 -- nothing secret in an order
    shutil.rmtree(inputs)
    fill(inputs, {name: MIXED[name] for name in names})
    assert read(inputs) == first == read(inputs)


def test_attachments_are_sources_of_their_own(inputs: Path) -> None:
    """What came with a mail stands behind the mail's path, also from a mail inside a mail and an archive."""
    inner = EmailMessage()
    inner["Subject"] = "Innspel"
    inner.set_content(SENTENCE)
    inner.add_attachment(MIXED["brev.docx"], maintype="application", subtype="octet-stream", filename="../brev.docx")
    outer = EmailMessage()
    outer["Subject"] = "VS"
    outer.set_content("Sjå under.")
    outer.add_attachment(inner, filename="innspel.eml")
    outer.add_attachment(zip_of({"a.txt": SENTENCE}), maintype="application", subtype="zip", filename="p.zip")
    fill(inputs, {"post.eml": outer.as_bytes()})
    assert [(source.path, source.reason) for source in read(inputs)] == [
        ("post.eml", ""),
        ("post.eml/innspel.eml", ""),
        ("post.eml/innspel.eml/brev.docx", ""),
        ("post.eml/p.zip/a.txt", ""),
    ]


def test_two_attachments_of_one_name(inputs: Path) -> None:
    """Equal files under one name count as two, and bear ids of their own."""
    mail = EmailMessage()
    mail.set_content("Sjå vedlegg.")
    for _ in range(2):
        mail.add_attachment(SENTENCE, filename="a.txt")
    fill(inputs, {"post.eml": mail.as_bytes()})
    sources = read(inputs)
    assert len({source.source_id for source in sources}) == len(sources) == 3


def test_settings_decide_event_voice_and_contributor(inputs: Path) -> None:
    """Patterns name events and voices, for a file and for what is in it; a row's organisation stands."""
    rows = [["Organisasjon", "Kva meiner du?"], ["Laget vårt", SENTENCE], [None, SENTENCE]]
    fill(inputs, {**MIXED, "skjema.xlsx": xlsx_of(Svar=rows)})
    event = Event(event_id="m1", title={}, date="2026-02-12", inputs=("pakke.zip", "post.*"))
    voices = (
        VoiceRule(voice="group_note", inputs=("pakke.zip",), contributor="Bord 1"),
        VoiceRule(voice="individual", inputs=("skjema.xlsx",)),
    )
    found = {(source.path, source.locator): source for source in read(inputs, events=(event,), voices=voices)}
    note = found["pakke.zip/indre/notat.md", ""]
    assert (note.event, note.date, note.voice, note.contributor) == ("m1", "2026-02-12", "group_note", "Bord 1")
    assert (found["post.eml", ""].date, found["post.eml", ""].contributor) == ("2026-02-12", "Kari")
    assert found["skjema.xlsx", "sheet=Svar;row=2"].voice == "organisation"
    assert found["skjema.xlsx", "sheet=Svar;row=2"].contributor == "Laget vårt"
    assert found["skjema.xlsx", "sheet=Svar;row=3"].voice == "individual"


def test_settings_of_a_form(inputs: Path) -> None:
    """A form's rule reaches the reading process."""
    fill(inputs, {"skjema.csv": f"felt1;felt2\n{SENTENCE};Nei\n".encode()})
    rule = FormRule(inputs=("*.csv",), answers=("felt2",), questions={"felt2": "Noko anna?"})
    (source,) = read(inputs, forms=(rule,))
    assert [block.kind for block in source.blocks] == ["respondent", "question", "answer"]


def test_language_of_rows(inputs: Path) -> None:
    """A row is in its own language; one without words takes its neighbours'."""
    answers = [SENTENCE, "Kommunerna behöver öppna sina arkiv för alla medborgare", "-"]
    fill(
        inputs, {"a.xlsx": xlsx_of(Svar=[["id", "Kva meiner du om dette?"], *([n, a] for n, a in enumerate(answers))])}
    )
    assert [source.language for source in read(inputs)] == ["nn", "sv", "nn"]


def test_known_files_are_not_read_again(inputs: Path) -> None:
    """What a file gave last is given again; a changed file is read."""
    fill(inputs, {"a.txt": b"Hei", "b.txt": b"Hallo"})
    first = {source.path: source for source in read(inputs)}
    known = {(path, source.sha256): (source,) for path, source in first.items()}
    fill(inputs, {"b.txt": b"Noko anna"})
    marked = {
        key: tuple(Source(**{**vars_of(source), "title": "kjend"}) for source in sources)
        for key, sources in known.items()
    }
    again = read_inputs(settings_for(inputs.parent), known=marked)
    assert [(source.path, source.title) for source in again] == [("a.txt", "kjend"), ("b.txt", "Noko anna")]


def vars_of(source: Source) -> dict[str, object]:
    """A source's fields, without what it has worked out."""
    return {name: getattr(source, name) for name in source.__dataclass_fields__}


def test_progress(inputs: Path) -> None:
    """Files done of files in all, up to all."""
    fill(inputs, MIXED)
    calls: list[tuple[int, int]] = []
    read_inputs(settings_for(inputs.parent), progress=lambda done, total: calls.append((done, total)))
    assert calls == [(number, 7) for number in range(1, 8)]


def test_no_inputs(inputs: Path) -> None:
    """An empty folder, or none, has no sources."""
    assert read(inputs) == ()
    inputs.rmdir()
    assert read(inputs) == ()


def squeezed(text: str) -> str:
    """A text without white space and marks of quotation, to be found again whatever the line ends."""
    return re.sub(r"[\s>]+", "", text)


def gold() -> list[dict[str, str]]:
    """The labelled passages of the corpus."""
    lines = (CORPUS / "gold" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_labelled_passage_is_in_its_source() -> None:
    """All 468 labelled passages of the corpus stand in the text of a source of their file."""
    texts: dict[str, list[str]] = {}
    for source in read_inputs(load_settings(CORPUS)):
        texts.setdefault(f"inputs/{source.path}", []).append(squeezed(source.text))
    labelled = gold()
    lost = [
        entry["id"] for entry in labelled if not any(squeezed(entry["quote"]) in text for text in texts[entry["file"]])
    ]
    assert (len(labelled), lost) == (468, [])


def test_sabotage_a_lost_passage_would_be_seen() -> None:
    """The test above can fail: a passage looked for in another file is not found."""
    source = next(source for source in read_inputs(load_settings(CORPUS)) if source.path.endswith(".eml"))
    elsewhere = next(entry for entry in gold() if entry["file"].endswith(".odt") and entry["kind"] == "input")
    assert squeezed(elsewhere["quote"]) not in squeezed(source.text)


def test_the_corpus_is_read_in_time() -> None:
    """The 18 files of the corpus are read within seconds; 1 s on the machine that this was made on."""
    began = time.perf_counter()
    sources = read_inputs(load_settings(CORPUS))
    assert time.perf_counter() - began < 10
    assert Counter(source.status for source in sources) == {"read": 43}


@pytest.mark.shared
def test_all_documents_of_other_projects_in_one_run(shared: Path, tmp_path: Path) -> None:
    """Each of the 321 documents gives a source or a reason, and no row is lost on the way."""
    (tmp_path / "inputs").symlink_to(shared / "ingest")
    sources = read_inputs(settings_for(tmp_path))
    files = {path.name for path in (shared / "ingest").iterdir()}
    assert {source.path.split("/")[0] for source in sources} == files
    assert len(files) == 321
    for source in sources:
        ends = [0, *(block.end for block in source.blocks)]
        starts = [*(block.start for block in source.blocks), len(source.text)]
        assert not "".join(source.text[end:start] for end, start in zip(ends, starts, strict=True)).strip()
