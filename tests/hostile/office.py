"""Office files made to do harm: entities, nesting, claims of size, loops, macros, missing parts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.hostile.archives import SENTENCE
from tests.made_files import docx_of, docx_with, odt_of, xlsx_of, zip_of

LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha ">'
    + "".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefghij", "abcdefghi", strict=True))
    + "]>"
)
"""Entities that unfold to ten milliard characters."""
QUADRATIC = f'<!DOCTYPE d [<!ENTITY a "{"x" * 100_000}">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://127.0.0.1:9/x">]>'
PARAMETER = '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'
FOREIGN = '<!DOCTYPE d SYSTEM "file:///etc/passwd">'
DECLARATIONS = {
    "lattar": (LAUGHS, "&j;"),
    "kvadrat": (QUADRATIC, "&a;" * 20_000),
    "utvendig": (OUTSIDE, "&a;&b;"),
    "parameter": (PARAMETER, ""),
    "framand": (FOREIGN, ""),
}
MANY = 1_000_000


def office_files() -> dict[str, bytes]:
    """Name → bytes."""
    return {**_entities(), **_word(), **_opendocument(), **_sheets(), **_broken()}


def replaced(package: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one member's bytes changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return buffer.getvalue()


def _entities() -> dict[str, bytes]:
    """Each declaration in each kind of package, in the part that holds the text."""
    hosts = {
        "docx": (docx_of(SENTENCE, "MERKE"), "word/document.xml"),
        "odt": (odt_of(f"<text:p>{SENTENCE}</text:p><text:p>MERKE</text:p>"), "content.xml"),
        "xlsx": (xlsx_of(Svar=[["Kva meiner du?", "Namn"], [SENTENCE, "MERKE"]]), "xl/sharedStrings.xml"),
    }
    found = {}
    for kind, (package, member) in hosts.items():
        for name, (declaration, use) in DECLARATIONS.items():
            found[f"{name}.{kind}"] = replaced(package, member, _declared(declaration, use))
    return found


def _declared(declaration: str, use: str) -> Callable[[bytes], bytes]:
    def change(xml: bytes) -> bytes:
        head, sign, rest = xml.partition(b"?>")
        if not sign:
            head, rest = b'<?xml version="1.0"', xml
        return head + b"?>" + declaration.encode() + rest.replace(b"MERKE", use.encode() or b"MERKE")

    return change


def _word() -> dict[str, bytes]:
    table = "<w:tbl>{}</w:tbl>"
    cell = "<w:tr><w:tc><w:p><w:r><w:t>Djupt</w:t></w:r></w:p>{}<w:p/></w:tc></w:tr>"
    nested = ""
    for _ in range(150):
        nested = table.format(cell.format(nested))
    plain = docx_of(SENTENCE, "Og dette er eit anna avsnitt.")
    loop = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style></w:styles>'
    return {
        "djup-tabell.docx": replaced(
            plain, "word/document.xml", lambda xml: xml.replace(b"<w:p>", nested.encode() + b"<w:p>", 1)
        ),
        "langt-avsnitt.docx": docx_of("Dette er ei setning. " * (MANY // 21)),
        "langt-ord.docx": docx_of("a" * MANY),
        "brei-celle.docx": docx_with(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>Brei</w:t></w:r></w:p>'
            "</w:tc></w:tr></w:tbl>"
        ),
        "stil-i-ring.docx": replaced(
            plain, "word/styles.xml", lambda xml: xml.replace(b"</w:styles>", loop.encode())
        ),
        "note-i-lufta.docx": docx_with('<w:p><w:r><w:footnoteReference w:id="77"/><w:t>Vi ser</w:t></w:r></w:p>'),
        "makro.docm": replaced(plain, "docProps/app.xml", lambda xml: xml + b"<!-- vbaProject.bin -->"),
        "felt.docx": docx_with(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/c calc"'
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Vi ventar</w:t></w:r></w:p>'
        ),
        "ytre-bilete.docx": replaced(
            plain, "word/_rels/document.xml.rels",
            lambda xml: xml.replace(
                b"</Relationships>",
                b'<Relationship Id="r77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                b'image" '
                b'Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>',
            ),
        ),
        "sti-i-rels.docx": replaced(
            plain, "word/_rels/document.xml.rels",
            lambda xml: xml.replace(b'Target="styles.xml"', b'Target="../../../x"'),
        ),
        "mange-avsnitt.docx": docx_of(*["Kort."] * 4000),
        "teikn.docx": docx_of("Vi\u202e vil\u200b \U000e0041\ufeff \U0001f1f3\U0001f1f4 \ufdd0 \u0378 ha innsyn."),
        "bombe.docx": replaced(plain, "docProps/core.xml", lambda _: bytes(120 * 2**20)),
        "stor-bombe.docx": replaced(plain, "word/document.xml", lambda _: bytes(450 * 2**20)),
    }  # fmt: skip


def _opendocument() -> dict[str, bytes]:
    cell = "<table:table-cell{}><text:p>Ja</text:p></table:table-cell>"
    row = "<table:table-row{}>{}</table:table-row>"
    huge = ' table:number-columns-repeated="1000000000"'
    rows = ' table:number-rows-repeated="1000000000"'
    return {
        "breie-celler.odt": odt_of(f"<table:table>{row.format('', cell.format(huge))}</table:table>"),
        "mange-rader.odt": odt_of(f"<table:table>{row.format(rows, cell.format(''))}</table:table>"),
        "mange-mellomrom.odt": odt_of('<text:p>Her<text:s text:c="1000000000"/>og der</text:p>'),
        "djup-liste.odt": odt_of(
            "<text:list><text:list-item>" * 3000 + "<text:p>Djupt</text:p>" + "</text:list-item></text:list>" * 3000
        ),
        "djupe-spenn.odt": odt_of("<text:p>" + "<text:span>" * 9000 + "Djupt" + "</text:span>" * 9000 + "</text:p>"),
        "laast.odt": odt_of("<text:p>x</text:p>", manifest="<encryption-data/>"),
    }


def _ods(rows: str) -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    )
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def _sheets() -> dict[str, bytes]:
    head = ["Kva meiner du?", "Namn"]
    small = xlsx_of(Svar=[head, [SENTENCE, "a"]])
    cell = '<table:table-cell office:value-type="string"{}><text:p>Ja</text:p></table:table-cell>'
    broad, long = (f' table:number-{what}-repeated="1000000000"' for what in ("columns", "rows"))
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>Langt borte</t></is></c></row></sheetData>'
    sheet = "xl/worksheets/sheet1.xml"
    return {
        "hundre-tusen.csv": ("svar;namn\n" + "".join(f"Nei {n};a\n" for n in range(100_000))).encode(),
        "tretti-tusen.xlsx": _long_workbook(small, 30_000),
        "langt-borte.xlsx": replaced(small, sheet, lambda xml: xml.replace(b"</sheetData>", far)),
        "lyg-dimensjon.xlsx": replaced(
            small, sheet, lambda xml: xml.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"')
        ),
        "mange-kolonnar.csv": (";".join(f"k{n}" for n in range(20_000)) + "\n" + "x;" * 20_000 + "\n").encode(),
        "eitt-felt.csv": ('svar\n"' + "a " * (MANY // 2 + 9) + '"\nja takk til alt\n').encode(),
        "ope-hermeteikn.csv": f'svar;namn\n"{SENTENCE};Kari\n{SENTENCE};Ola\n'.encode(),
        "formlar.csv": b"svar;namn\n=cmd|' /C calc'!A0;a\n+1+1;b\n@SUM(A1);c\n-2+3;d\n\t=1;e\n",
        "formlar.xlsx": xlsx_of(Svar=[head, ["=HYPERLINK(\"http://x\",\"y\")", "a"], ["=1+1", "b"]]),
        "null.csv": b"svar;namn\nja\0nei;a\nkanskje;b\0\n",
        "breie.ods": _ods(f"<table:table-row>{cell.format(broad)}</table:table-row>"),
        "lange.ods": _ods(f"<table:table-row{long}>{cell.format('')}</table:table-row>"),
        "delt-streng.xlsx": replaced(
            small, sheet, lambda xml: xml.replace(b'<c r="A2" t="s"><v>2</v>', b'<c r="A2" t="s"><v>99999999</v>')
        ),
    }  # fmt: skip


def _long_workbook(package: bytes, rows: int) -> bytes:
    body = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>Nei %d</t></is></c></row>' % (n, n, n) for n in range(3, rows)
    )
    return replaced(
        package, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", body + b"</sheetData>")
    )


def _broken() -> dict[str, bytes]:
    good = docx_of(SENTENCE)
    return {
        "kutta.docx": good[: len(good) // 2],
        "utan-innhald.docx": zip_of({"[Content_Types].xml": "<Types/>"}),
        "utan-deler.docx": zip_of({"word/document.xml": "<w:document/>"}),
        "ikkje-xml.docx": replaced(good, "word/document.xml", lambda _: b"\x00\xff\xfe ikkje xml"),
        "feil-teiknsett.docx": replaced(good, "word/document.xml", lambda xml: xml.replace(b"UTF-8", b"UTF-99")),
        "ole-soppel.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40,
        "ole-soppel.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 8192,
        "ole-soppel.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4096,
        "laast.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    }
