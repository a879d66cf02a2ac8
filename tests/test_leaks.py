"""Leaks: found wherever they hide in a published file, and not where a word means something else."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.publish.leaks import Searched, Term, Terms, form_of, leaks
from consult.records import Finding, FindingStatus, Source

TEXT = "Kari Nesheim har nummer 428 06 917 og adressa kari@x.example. Nesheim og Dag bur i Dalen."
SOURCE = Source(path="brev_Kari_Nesheim.txt", sha256="a", format="txt", text=TEXT, contributor="Åse Øvrelid")


def finding(words: str, kind: str = "name", where: str = "text", **fields: object) -> Finding:
    """A finding of words in a field of the source."""
    field = getattr(SOURCE, where)
    start = field.index(words)
    return Finding(
        source_id=SOURCE.source_id, start=start, end=start + len(words), kind=kind, certainty=1.0, where=where,  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


FINDINGS = (
    finding("Kari Nesheim"), finding("428 06 917", "phone"), finding("kari@x.example", "email"),
    finding("Kari_Nesheim", where="path"), finding("Åse Øvrelid", where="contributor"),
)  # fmt: skip


def found(folder: Path, findings: tuple[Finding, ...] = FINDINGS) -> list[str]:
    """Paths of the files that leak."""
    return sorted({line.rpartition(": holds")[0] for line in leaks(folder, findings, [SOURCE])})


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive in memory."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return memory.getvalue()


def document(folder: Path) -> bytes:
    """A Word file whose core properties name an author."""
    import docx

    made = docx.Document()
    made.core_properties.author = "Kari Nesheim"
    made.save(str(folder / "x.docx"))
    data = (folder / "x.docx").read_bytes()
    (folder / "x.docx").unlink()
    return data


def workbook(_: Path) -> bytes:
    """A workbook with a name in a cell."""
    import xlsxwriter

    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        book.add_worksheet().write_string(0, 0, "Åse Øvrelid")
    return memory.getvalue()


def printed(_: Path) -> bytes:
    """A PDF with a telephone number."""
    import typst

    return bytes(typst.compile(b"Ring 428 06 917"))


def titled(_: Path) -> bytes:
    """A PDF with a name in its metadata alone."""
    import typst

    return bytes(typst.compile(b'#set document(title: "Om Kari Nesheim")\nIngenting'))


@pytest.mark.parametrize(
    "text",
    [
        "Ingenting her", "428 06 918", "1428069170", "kari@x.example.no", "Kari\n\nhalden Nesheim", "Åse Øvrelidsen",
        "karinesheim",
    ],
)  # fmt: skip
def test_what_is_something_else_is_no_leak(tmp_path: Path, text: str) -> None:
    """Other numbers, longer words, other names."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert found(tmp_path) == ([] if "example" not in text else ["a.txt"])


@pytest.mark.parametrize(
    "text",
    [
        "Kari Nesheim", "Kari\n   Nesheim", "KARI NESHEIM", "42806917", "428&nbsp;06&nbsp;917", "+4742806917"[3:],
        "<b>Kari</b> <i>Nesheim</i>", "Ka<wbr>ri Nes<!-- x -->heim", "&#75;ari Nesheim", json.dumps("Åse Øvrelid"),
        "mailto:kari%40x.example", "A\u030ase Øvrelid", "Kari_Nesheim.txt", "<w:t>428</w:t><w:t> 06 917</w:t>",
    ],
)  # fmt: skip
def test_a_leak_is_found_in_every_form(tmp_path: Path, text: str) -> None:
    """Wrapped, escaped, tagged, decomposed, grouped in another way."""
    (tmp_path / "a.html").write_text(text, encoding="utf-8")

    assert found(tmp_path) == ["a.html"]


@pytest.mark.parametrize("make", [document, workbook, printed, titled])
def test_a_leak_is_found_in_office_files_and_pdf(tmp_path: Path, make: Callable[[Path], bytes]) -> None:
    """In their text and in their metadata."""
    data = make(tmp_path)
    (tmp_path / "inne.bin").write_bytes(data)
    (tmp_path / "ute.zip").write_bytes(zipped({"a/b.bin": data}))

    assert found(tmp_path) == ["inne.bin", "ute.zip"]


def test_a_leak_is_found_in_names_of_files_and_members(tmp_path: Path) -> None:
    """And in the names of folders."""
    (tmp_path / "Kari Nesheim").mkdir()
    (tmp_path / "Kari Nesheim" / "a.txt").write_text("", encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(zipped({"Åse Øvrelid.txt": b""}))

    assert found(tmp_path) == ["Kari Nesheim", "Kari Nesheim/a.txt", "b.zip"]


def test_utf_16_is_read(tmp_path: Path) -> None:
    """As some programs write it."""
    (tmp_path / "a.txt").write_bytes("Kari Nesheim".encode("utf-16"))

    assert found(tmp_path) == ["a.txt"]


def test_what_is_shown_by_decision_is_no_leak(tmp_path: Path) -> None:
    """Revealed findings may stand; a category that waits for a person may not."""
    (tmp_path / "a.txt").write_text("Kari Nesheim, Dalen", encoding="utf-8")

    assert found(tmp_path, (finding("Kari Nesheim", status="revealed"),)) == []
    assert found(tmp_path, (finding("Dalen", "health", status="revealed"),)) == []
    assert found(tmp_path, (finding("Dalen", "health", status="open"),)) == ["a.txt"]


def test_a_name_alone_is_looked_for_where_it_means_nothing_else(tmp_path: Path) -> None:
    """A word that stands elsewhere as a word, and one that is a word of the language, are not."""
    (tmp_path / "a.txt").write_text("Dag og natt i Dalen hos Nesheim", encoding="utf-8")
    lone = TEXT.index("Nesheim og")
    nesheim = Finding(source_id=SOURCE.source_id, start=lone, end=lone + 7, kind="name", certainty=0.9)

    assert found(tmp_path, (finding("Dag"),)) == []
    assert found(tmp_path, (nesheim,)) == []  # the whole name is not hidden here, so that the word is shown
    assert found(tmp_path, (nesheim, finding("Kari Nesheim"))) == ["a.txt"]


def test_no_breach_repeats_the_words(tmp_path: Path) -> None:
    """It names the file, the kind and the finding."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    assert leaks(tmp_path, FINDINGS[:1], [SOURCE]) == [f"a.txt: holds name {FINDINGS[0].finding_id}"]


@pytest.mark.parametrize(("name", "told"), [("Åsa", False), ("Asle", True), ("Dag", False)])
def test_a_name_alone_is_sought_when_it_is_long_enough_and_nothing_else(tmp_path: Path, name: str, told: bool) -> None:
    """Four letters are; three are too few, and a word that is something else is none."""
    source = Source(path="a.txt", sha256="0" * 64, format="txt", text=f"{name} sa det")
    finding = Finding(source_id=source.source_id, start=0, end=len(name), kind="name", certainty=1.0, person=1)
    (tmp_path / "side.txt").write_text(f"Det var {name} som sa det", encoding="utf-8")
    assert bool(leaks(tmp_path, [finding], [source])) == told


def test_a_pdf_s_properties_are_searched(tmp_path: Path) -> None:
    """Sabotage twin of searching pages alone: a name in the title of a file that shows nothing."""
    import pikepdf

    source = Source(path="a.txt", sha256="0" * 64, format="txt", text="Kari Bråtesveen")
    finding = Finding(source_id=source.source_id, start=0, end=15, kind="name", certainty=1.0, person=1)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "tom.pdf")
        assert leaks(tmp_path, [finding], [source]) == []
        pdf.docinfo["/Title"] = "Brev frå Kari Bråtesveen"
        pdf.save(tmp_path / "tom.pdf")
    assert leaks(tmp_path, [finding], [source])


OURS = ["Matjord og arealbruk", "Buss og båt"]
LONE = Source(path="b.txt", sha256="b", format="txt", text="Matjord Buss Nesheim Innspel")


def lone(word: str, status: FindingStatus = "open") -> Finding:
    """A word of a table that was taken for a name."""
    at = LONE.text.index(word)
    return Finding(source_id=LONE.source_id, start=at, end=at + len(word), kind="name", certainty=0.4, status=status)


@pytest.mark.parametrize("word", ["Matjord", "Buss", "Innspel"])
def test_a_word_of_the_framework_or_the_pages_is_no_leak(tmp_path: Path, word: str) -> None:
    """Nobody has decided that it is a name, and a page that names a commitment has to say it."""
    (tmp_path / "a.txt").write_text(f"4 {word} her", encoding="utf-8")
    assert leaks(tmp_path, [lone(word)], [LONE], OURS) == []


def test_another_word_is_a_leak_yet_and_so_is_what_a_person_took_out(tmp_path: Path) -> None:
    """Sabotage twin: the framework excepts its own words alone, and in other letters only what is not decided."""
    (tmp_path / "a.txt").write_text("Nesheim og Båt", encoding="utf-8")
    assert len(leaks(tmp_path, [lone("Nesheim")], [LONE], OURS)) == 1
    (tmp_path / "a.txt").write_text("Buss", encoding="utf-8")
    assert len(leaks(tmp_path, [lone("Buss", "redacted")], [LONE], ["om buss og båt"])) == 1
    assert leaks(tmp_path, [lone("Buss")], [LONE], ["om buss og båt"]) == []


def test_what_the_office_says_of_itself_is_no_leak(tmp_path: Path) -> None:
    """Whoever writes to an office by e-mail writes its address: it was found there, and stands on every page."""
    (tmp_path / "a.html").write_text("Contact: kari@x.example, 42 80 69 17, Kari Nesheim", encoding="utf-8")
    imprint = ["Spør Kari@X.example.", "tlf. 428 06 917 ved Kari Nesheim"]
    assert leaks(tmp_path, FINDINGS[:3], [SOURCE], [], imprint) == []


def test_another_address_than_the_offices_is_a_leak_yet(tmp_path: Path) -> None:
    """Sabotage twin: one that only begins or ends alike, and a name beside the office's own."""
    (tmp_path / "a.html").write_text("Contact: kari@x.example, Kari Nesheim", encoding="utf-8")
    imprint = ["kari@x.example.org", "mari-kari@x.example", "Kari Nesheimsvik"]
    assert len(leaks(tmp_path, FINDINGS[:3], [SOURCE], [], imprint)) == 2


WORDS = ("Kari Nesheim", "Kari", "428 06 917", "4280691", "12345678", "kari@x.example", "Øvrelid", "--", "Ås", "x")


@given(
    words=st.lists(st.sampled_from(WORDS), unique=True),
    text=st.lists(st.sampled_from((*WORDS, "42806917", "kari nesheim", "KARI", "\n", "1234567", "og")), max_size=12),
)
def test_terms_are_found_by_words_as_one_by_one(words: list[str], text: list[str]) -> None:
    """Whatever stands in a text, looked up by its words: the same terms, in the same order, as asked one by one."""
    kinds = {"428 06 917": "phone", "4280691": "phone", "12345678": "account", "kari@x.example": "email"}
    terms = []
    for one in words:
        form, hint = form_of(one, kinds.get(one, "name"))
        terms.append(Term(form=form, hint=hint, finding_id=one, kind=kinds.get(one, "name")))
    searched = Searched.of(" ".join(text))

    assert Terms(terms).held_in(searched) == [term for term in terms if searched.holds(term)]
    assert list(Terms(terms)) == terms


@pytest.mark.parametrize(
    ("told", "also", "sought"),
    [
        ("epilepsi", "", True), ("epilepsi", "Kurs i epilepsi for sjåførar.", False), ("MS", "", False),
        ("slag", "", False), ("medlem i Fellesforbundet", "", True),
    ],
)  # fmt: skip
def test_a_word_of_a_special_category_is_sought_where_it_is_nobodys_subject(
    tmp_path: Path, told: str, also: str, sought: bool
) -> None:
    """A subject elsewhere is nobody's; *slag* stands on our own pages, and two letters in any file."""
    text = f"Ho har {told} no. {also}"
    source = Source(path="a.txt", sha256="0" * 64, format="txt", text=text)
    finding = Finding(source_id=source.source_id, start=7, end=7 + len(told), kind="health", certainty=0.5)
    (tmp_path / "side.txt").write_text(f"Svaret gjeld {told.lower()} mellom anna", encoding="utf-8")

    assert bool(leaks(tmp_path, [finding], [source])) is sought


@pytest.mark.parametrize(("word", "sought"), [("Privatperson", False), ("Torvald", True)])
def test_a_word_that_our_pages_write_so_is_not_sought(tmp_path: Path, word: str, sought: bool) -> None:
    """It stands on every page whoever wrote; a name in the same place is looked for."""
    source = Source(path="a.txt", sha256="0" * 64, format="txt", text=f"{word} skriv")
    finding = Finding(source_id=source.source_id, start=0, end=len(word), kind="name", certainty=0.95, person=1)
    (tmp_path / "side.txt").write_text(f"Innspel 6: {word}", encoding="utf-8")

    assert bool(leaks(tmp_path, [finding], [source])) is sought
