"""Plain text, web pages, rich text and mail made to do harm: signs, sizes, nesting, encodings."""

from __future__ import annotations

import base64

from tests.hostile.archives import SENTENCE
from tests.hostile.office import LAUGHS, OUTSIDE

MANY = 1_000_000
BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f"


def texts() -> dict[str, bytes]:
    """Name → bytes."""
    return {**_signs(), **_sizes(), **_encodings(), **_pages(), **_rich(), **_lies()}


def _signs() -> dict[str, bytes]:
    said = {
        "null.txt": f"Vi vil\0 ha\0\0 innsyn.\n{SENTENCE}",
        "bidi.txt": "\n".join(f"Vi {sign}vil ha innsyn{sign} no." for sign in BIDI),
        "usynleg.txt": "\n".join(f"Vi{sign}vil ha{sign} innsyn no." for sign in UNSEEN),
        "utildelt.txt": "Vi \u0378\u0379\ufdd0\ufdef\U0001fffe\U0010ffff vil ha innsyn.",
        "privat.txt": "Vi \ue000\uf8ff\U000f0000\U00100000 vil ha innsyn.",
        "merke.txt": "Vi vil " + "".join(chr(0xE0000 + ord(sign)) for sign in "ignore") + " ha innsyn.",
        "styring.txt": "Vi " + "".join(map(chr, range(1, 32))) + "\x7f\x80\x9b vil ha innsyn.",
        "terminal.txt": "\x1b[2J\x1b]0;eigd\x07\x1b[31mVi vil\x1b[0m ha innsyn.\x9b31m",
        "linjeskift.txt": "Ein\rTo\u2028Tre\u2029Fire\x0bFem\x0cSeks\x85Sju\x1c\x1d\x1eVi vil ha innsyn.",
        "kombinert.txt": "Vi " + "a" + "\u0301" * 20_000 + " vil ha innsyn.",
        "kombinert-blanda.txt": "Vi e" + "\u0323\u0301\u0316\u0345" * 20_000 + " vil ha innsyn.",
        "berre-usynleg.txt": UNSEEN * 20,
        "berre-teikn.txt": "*\n-\n•\n#\n1.\na)\n[ ]\n>\n|\n---\n===\n" * 30,
        "emoji.txt": "👨‍👩‍👧‍👦🏳️‍🌈🇳🇴 Vi vil ha innsyn 👍🏽!",
        "ligatur.txt": "ﬁnans ﷺ ㍿ Ǆ ǆ ẞ İ ı ſ vil ha innsyn",
    }
    return {name: text.encode() for name, text in said.items()}


def _sizes() -> dict[str, bytes]:
    return {
        "ei-linje.txt": ("Vi vil ha innsyn. " * (MANY // 18)).encode(),
        "eitt-ord.txt": b"a" * MANY,
        "berre-linjer.txt": b"\n" * MANY,
        "berre-mellomrom.txt": b" " * MANY,
        "mange-punkt.md": b"- ja\n" * 30_000,
        "djupe-punkt.md": "".join(f"{' ' * depth}- Vi vil ha innsyn i sak {depth}\n" for depth in range(700)).encode(),
        "djupe-sitat.md": (">" * 5000 + " Vi vil ha innsyn\n").encode(),
        "mange-overskrifter.md": "".join(f"# Bord {n}\n\n" for n in range(6000)).encode(),
        "parentesar.md": ("[" * 20_000 + "(" * 20_000 + f"\n\n{SENTENCE}").encode(),
        "stjerner.md": ("*" * 50_000 + "a" + "_" * 50_000 + f"\n\n{SENTENCE}").encode(),
        "tabell.md": ("|" + "a|" * 9000 + "\n|" + "-|" * 9000 + "\n|" + "b|" * 9000).encode(),
        "punktum.txt": b"." * 300_000,
        "tal.txt": b"1." * 200_000,
        "teikn-utan-ord.txt": ("«»–—…!?" * 60_000).encode(),
        "kolon.txt": ("Bord 1: " * 30_000).encode(),
        "e-post.txt": ("a@" * 100_000).encode(),
        "siffer.txt": b"0" * 400_000,
        "namn.txt": ("Kari Nordmann " * 20_000).encode(),
    }


def _encodings() -> dict[str, bytes]:
    lone = "Vi vil \ud800 ha \udfff innsyn."
    return {
        "enslege.txt": lone.encode("utf-8", "surrogatepass"),
        "enslege-16.txt": b"\xff\xfe" + lone.encode("utf-16-le", "surrogatepass"),
        "odde-16.txt": b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00",
        "halv-32.txt": b"\xff\xfe\0\0" + SENTENCE.encode("utf-32-le")[:-3],
        "blanda.txt": SENTENCE.encode() + b"\n" + SENTENCE.encode("cp1252") + b"\n" + SENTENCE.encode("utf-16-le"),
        "for-lang-utf8.txt": b"Vi vil \xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf ha innsyn.",
        "for-stor-utf8.txt": b"Vi vil \xf4\x90\x80\x80\xf8\x88\x80\x80\x80 ha innsyn.",
        "merke-midt-i.txt": b"Vi vil \xef\xbb\xbf ha innsyn.\xff\xfe",
        "ebcdic.txt": SENTENCE.encode("cp500", "replace"),
        "tilfeldig.txt": bytes((n * 7919 + 13) % 256 for n in range(40_000)),
        "tilfeldig.md": bytes((n * 104_729 + 7) % 251 for n in range(40_000)),
        "alle-byte.txt": bytes(range(256)) * 20,
        "utf-7.txt": b"+ADw-script+AD4-alert(1)+ADw-/script+AD4- Vi vil ha innsyn.",
    }


def _pages() -> dict[str, bytes]:
    outside = f'<?xml version="1.0"?>{OUTSIDE}<html><body><p>&a;</p><p>{SENTENCE}</p></body></html>'
    page = f"<!doctype html><html><body>{{}}<p>{SENTENCE}</p></body></html>"
    bodies = {
        "djup.html": "<div>" * 60_000,
        "djupe-lister.html": "<ul><li>" * 20_000,
        "djupe-tabellar.html": "<table><tr><td>" * 5000,
        "uavslutta.html": "<b><i><u><font>" * 8000,
        "brei.html": '<table><tr><td colspan="999999999" rowspan="999999999">Brei</td></tr></table>',
        "attributt.html": f'<p title="{"x" * MANY}">Ja</p>',
        "mange-attributt.html": "<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">Ja</p>",
        "skript.html": "<script>document.title='eigd'</script><img src=x onerror=alert(1)><svg onload=alert(1)>",
        "meta.html": '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/">',
        "ramme.html": '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>',
        "kommentar.html": "<!-- " + "-- " * 100_000,
        "cdata.html": "<![CDATA[" + "]]" * 100_000,
        "entitetar.html": "&amp" * 100_000 + "&#x110000;&#0;&#xd800;&nosuch;",
        "teiknsett.html": '<meta charset="utf-99">',
        "xinclude.html": '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    }
    return {
        **{name: page.format(body).encode() for name, body in bodies.items()},
        "lattar.xhtml": f'<?xml version="1.0"?>{LAUGHS}<html><body><p>&j;</p><p>{SENTENCE}</p></body></html>'.encode(),
        "utvendig.xhtml": outside.encode(),
        "tom.html": b"<!doctype html><html></html>",
    }


def _rich() -> dict[str, bytes]:
    return {
        "djup.rtf": b"{\\rtf1 " + b"{\\b " * 50_000 + b"Djupt" + b"}" * 50_000 + b"}",
        "open.rtf": b"{\\rtf1 " + b"{" * 100_000,
        "bin.rtf": b"{\\rtf1 Vi vil \\bin999999999 ha innsyn}",
        "teikn.rtf": b"{\\rtf1 Vi \\u-9999999999? \\u55296? \\'zz vil ha innsyn}",
        "objekt.rtf": b"{\\rtf1 {\\object\\objautlink\\objupdate{\\*\\objdata " + b"41" * 50_000 + b"}} Vi vil}",
        "felt.rtf": b'{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}{\\fldrslt Vi vil ha}} innsyn}',
        "stor-tabell.rtf": b"{\\rtf1 " + b"\\trowd\\cellx1 a\\cell\\row " * 20_000 + b"}",
    }


def _lies() -> dict[str, bytes]:
    """Names that say something else than the bytes."""
    picture = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    return {
        "bilete.docx": picture,
        "bilete.pdf": picture,
        "bilete.txt": picture,
        "program.pdf": b"MZ" + bytes(4000),
        "program.docx": b"\x7fELF" + bytes(4000),
        "side.doc": f"<html><body><p>{SENTENCE}</p></body></html>".encode(),
        "tekst.pdf": SENTENCE.encode(),
        "tekst.xlsx": SENTENCE.encode(),
        "tekst.msg": SENTENCE.encode(),
        "tekst.eml": SENTENCE.encode(),
        "tekst.odt": SENTENCE.encode(),
        "tekst.zip": SENTENCE.encode(),
        "utan-ending": SENTENCE.encode(),
        "skript.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    }
