"""A normalisation map (code point → text) as the `Precompiled` normaliser of the tokenizers library reads it.

In: a mapping from single characters to their replacements. Out: the bytes of a SentencePiece
"charsmap": the length of a double-array trie, the trie, and the replacements, each ended by NUL.
The trie follows darts-clone as read by the `spm_precompiled` crate: a unit holds the label it was
reached by (bits 0-7), whether a value hangs below it (bit 8) and the XOR offset of its children
(bits 10 and up; bit 9 set when the offset is given in steps of 256). A value has bit 31 set.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Mapping, Sequence

LEAF = 1 << 31  # marks a value, so that no label can be mistaken for it
HAS_LEAF = 1 << 8
STEP = 256  # children of one node lie within one block of this many units
NEAR = 1 << 21  # offsets below this are written as they are

VALUE = 0  # the byte under which a node holds its value: no UTF-8 text but NUL has it

Trie = dict[int, "Trie | int"]  # byte → node below; VALUE → the value


def charsmap(replacements: Mapping[str, str]) -> bytes:
    """Return the charsmap of `replacements`, whose keys are single characters other than NUL."""
    texts = sorted(set(replacements.values()))
    blob, index = _join(texts)
    units = _double_array({key.encode(): index[text] for key, text in replacements.items()})
    array = struct.pack(f"<{len(units)}I", *units)
    return struct.pack("<I", len(array)) + array + blob


def lookup(units: Sequence[int], key: bytes) -> int | None:
    """Return the value of `key`, walking the trie as the reader does; None when it has none."""
    at = _offset(units[0])
    for byte in key:
        unit = units[at ^ byte] if at ^ byte < len(units) else 0
        if unit & (LEAF | 0xFF) != byte:
            return None
        at = at ^ byte ^ _offset(unit)
    return units[at] & ~LEAF if unit & HAS_LEAF else None


def _join(texts: Sequence[str]) -> tuple[bytes, dict[str, int]]:
    """Return the texts one after another, each ended by NUL, and where each starts, in bytes."""
    blob, index = bytearray(), {}
    for text in texts:
        index[text] = len(blob)
        blob += text.encode() + b"\0"
    return bytes(blob), index


def _offset(unit: int) -> int:
    return (unit >> 10) << ((unit & (1 << 9)) >> 6)


def _double_array(values: Mapping[bytes, int]) -> list[int]:
    """Lay a trie out as units, children of a node at its base XOR their byte.

    Nodes are placed in the order of their paths, so equal maps give equal bytes.
    """
    units, taken = [0] * STEP, {0}
    queue: deque[tuple[int, int, Trie]] = deque([(0, 0, _trie(values))])
    while queue:
        place, label, node = queue.popleft()
        base = _free_base(node, taken, place)
        taken.update(base ^ byte for byte in (VALUE, *node))  # the base too: no two nodes may share one
        units.extend([0] * max(0, (base | 0xFF) + 1 - len(units)))
        units[place] = (base ^ place) << 10 | (HAS_LEAF if VALUE in node else 0) | label
        for byte, below in sorted(node.items()):
            if isinstance(below, int):
                units[base] = LEAF | below
            else:
                queue.append((base ^ byte, byte, below))
    return units


def _trie(values: Mapping[bytes, int]) -> Trie:
    root: Trie = {}
    for key, value in sorted(values.items()):
        node = root
        for byte in key:
            below = node.setdefault(byte, {})
            assert isinstance(below, dict)  # noqa: S101 - only VALUE holds a number, and no key has that byte
            node = below
        node[VALUE] = value
    return root


def _free_base(node: Trie, taken: set[int], place: int) -> int:
    """Return the least base whose units for all of the node's bytes are free and within reach."""
    base = 1
    while base in taken or any(base ^ byte in taken for byte in node):
        base += 1
    if base ^ place >= NEAR:
        raise ValueError("this normalisation map is too large for a trie of near offsets")
    return base
