"""Receipt codes: how a contributor finds their own contribution, and nobody else does.

In: a secret key and source ids. Out: a code for each, such as `7K3M-9QXA-…`: the HMAC-SHA256 of the id under the key
in Crockford's base 32, which leaves out letters that look like digits, and a last sign that finds a slip of the pen.
Guaranteed: without the key no code can be told from an id, nor one code from another.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""

LOOKALIKES = str.maketrans("OIL", "011")
SIGNS, GROUP = 20, 4
"""Signs of a code: 19 of 5 bits each, which are 95 bits, and one that checks them; a hyphen after each fourth."""

PRIME = 31
"""The greatest prime below 32: weights from 1 to 19 are all its units, so that a sum finds a wrong sign or two that
changed places, but for a 0 in the place of a Z."""

KEY_BYTES = 32


def new_key() -> str:
    """A random key of 256 bits, as hex digits: made once, and kept in the ledger."""
    return secrets.token_hex(KEY_BYTES)


def receipt_code(key: str, source_id: str) -> str:
    """The code of a source under a key.

    >>> receipt_code("00" * 32, "s-0123456789ab")
    'C1JS-SNJV-PVY0-JJMD-50CE'
    """
    digest = hmac.new(bytes.fromhex(key), source_id.encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - 5 * (SIGNS - 1))
    signs = [number >> 5 * at & 31 for at in reversed(range(SIGNS - 1))]
    return grouped("".join(ALPHABET[sign] for sign in (*signs, check_sign(signs))))


def check_sign(signs: list[int]) -> int:
    """The last sign: the sum of the others, each times its place, modulo 31."""
    return sum(place * sign for place, sign in enumerate(signs, start=1)) % PRIME


def grouped(signs: str) -> str:
    """Signs in groups of four."""
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def read_code(text: str) -> str:
    """A code as it is written, from one that somebody typed; empty where it cannot be one.

    >>> read_code(" cijs snjv pvyo jjmd 5oce ")
    'C1JS-SNJV-PVY0-JJMD-50CE'
    """
    typed = re.sub(r"[\s\-–—.]", "", text).upper().translate(LOOKALIKES)
    signs = [ALPHABET.find(sign) for sign in typed]
    if len(signs) != SIGNS or min(signs) < 0 or check_sign(signs[:-1]) != signs[-1]:
        return ""
    return grouped(typed)
