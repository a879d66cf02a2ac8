"""Bytes become the characters that were meant, without a word about how they were written."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consult.read.encoding import decode

NORDIC = "Vi ønsker «åpne» møter – på Ærøya, i Malmö og på Sør-Østlandet. Hälsningar, Åse Höög."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_decodes_what_programs_write(encoding: str) -> None:
    """All that Windows, Macintosh and Linux programs write as text today."""
    assert decode(NORDIC.encode(encoding)).removeprefix("\ufeff") == NORDIC


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Møtet på Ås gjekk bra, sa Åse og Øystein.", "mac_roman"),
        ("Møtet på Ås gikk bra, sa Åse og Øystein.", "cp865"),
        ("Mötet på Åland gick bra, sade Örjan.", "cp850"),
        ("Eit svar utan særteikn, berre éin aksent: idé.", "cp1252"),
    ],
)
def test_decodes_what_old_programs_wrote(text: str, encoding: str) -> None:
    """Old Macintosh and DOS files are known by the letters they would else lack."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["Bra!", "å", "Før", "Ja – takk", "smörgås", "Nei.\r\nJa."])
def test_short_windows_text_is_not_taken_for_another_language(text: str) -> None:
    """A few bytes of Windows-1252 are Scandinavian, not Cyrillic: general detectors fail on these."""
    assert decode(text.encode("cp1252")) == text


def test_byte_order_marks() -> None:
    """A mark decides before all else."""
    assert decode(codecs.BOM_UTF16_BE + "å".encode("utf-16-be")) == "å"
    assert decode(codecs.BOM_UTF8 + b"a") == "a"


def test_bytes_that_windows_left_free_are_still_characters() -> None:
    """0x81 is no Windows-1252 character; the file is read all the same."""
    assert "lagnad" in decode(b"\x81lagnad \xff\xe5")


@settings(deadline=None)  # machines are busy
@given(st.binary(max_size=200))
def test_never_fails(data: bytes) -> None:
    """Any bytes give some characters."""
    assert isinstance(decode(data), str)


@settings(deadline=None)  # machines are busy
@given(st.text(max_size=80).filter(lambda text: "\0" not in text))
def test_utf_8_is_exact(text: str) -> None:
    """Valid UTF-8 without NULs comes back as it went in, its byte-order mark aside."""
    encoded = text.encode("utf-8", "ignore")
    if not encoded.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        assert decode(encoded) == encoded.decode("utf-8")
