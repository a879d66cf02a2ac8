"""What themes need is begun ahead, and changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from consult.records import Framework
from consult.themes import ahead, words
from consult.themes.ahead import themes_ahead
from consult.themes.compare import read_shingles, remember_words
from tests.conftest import HashEncoder
from tests.theme_cases import say

PASSAGES = [say(f"Vi treng lobbyregister nummer {at} i kommunen", start=at) for at in range(6)]
NOTHING = Framework(framework_id="x", source="tests", language="nn", targets=())


class Ready(HashEncoder):
    """An encoder that counts how often it was made ready."""

    prepared = 0

    def prepare(self) -> None:
        """Count."""
        self.prepared += 1


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six passages are many, and there are two cores; nothing is remembered."""
    monkeypatch.setattr(ahead, "FROM", 6)
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    words._READ.clear()


def test_the_encoder_is_ready_and_words_are_read() -> None:
    """When the body has ended, both have."""
    encoder = Ready()
    with themes_ahead(encoder, PASSAGES, NOTHING):
        pass
    assert encoder.prepared == 1
    assert {text for text, _, _ in words._READ} >= {passage.text for passage in PASSAGES}


def test_what_is_compared_is_the_same() -> None:
    """With other passages too, and those that went."""
    fresh = [*PASSAGES[1:], say("Fleire bussar på øya, og lobbyregister", start=99)]
    before = read_shingles(fresh, NOTHING)
    words._READ.clear()
    remember_words(PASSAGES, NOTHING)
    after = read_shingles(fresh, NOTHING)
    assert before.words == after.words
    rows = [[((one.text, one.language), 1.0)] for one in fresh]
    assert np.array_equal(before.rows(rows).toarray(), after.rows(rows).toarray())


def test_too_few_or_one_core_or_an_encoder_of_another_make(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is begun where nothing is gained; an encoder need not be one that can be made ready."""
    encoder = Ready()
    with themes_ahead(encoder, PASSAGES[:5], NOTHING):
        pass
    with themes_ahead(HashEncoder(), PASSAGES, NOTHING):
        pass
    monkeypatch.setattr(ahead, "cores", lambda: 1)
    with themes_ahead(encoder, PASSAGES, NOTHING):
        pass
    assert encoder.prepared == 0


def test_what_goes_wrong_ahead_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for it is told, when it goes wrong again."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("consult.themes.compare.remember_words", fail)
    with themes_ahead(HashEncoder(), PASSAGES, NOTHING):
        pass
