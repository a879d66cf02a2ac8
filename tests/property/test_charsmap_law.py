"""Any map of single characters is read back as it was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tokenizers.normalizers import Precompiled

from consult.weights.charsmap import charsmap

CHARACTERS = st.characters(min_codepoint=1, exclude_categories=["Cs", "M"])
TEXTS = st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), max_size=4)


@given(st.dictionaries(CHARACTERS, TEXTS, max_size=30), CHARACTERS)
def test_the_map_is_read_back(table: dict[str, str], other: str) -> None:
    """Each character alone becomes what the map says, any other stays."""
    normaliser = Precompiled(charsmap(table))
    for char in (*table, other):
        assert normaliser.normalize_str(char) == table.get(char, char)
