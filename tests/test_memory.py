"""Memory is given back after reading, and what was given back comes again."""

from __future__ import annotations

import ctypes
import gc
import os

import pytest

from consult.memory import MANY, SELDOM, forget_reading, forget_themes, let_lie, seldom_collected, trim
from consult.read import names_model, ngrams
from consult.read.language import forget_languages, main_language
from consult.read.names import find_names

TEXT = "Kari Nordmann meinte at fristen er kort, og at kommunen må svare."


def test_a_small_corpus_leaves_the_models_where_they_are() -> None:
    """The next one in the same process needs them."""
    before = find_names([TEXT], ["nn"])
    assert not forget_reading(MANY - 1)
    assert names_model.names_model.cache_info().currsize == 1
    assert find_names([TEXT], ["nn"]) == before


def test_after_many_sources_the_models_are_gone_and_come_again() -> None:
    """What they say is the same before and after."""
    names, spoken = find_names([TEXT], ["nn"]), main_language(TEXT)
    assert forget_reading(MANY)
    assert names_model.names_model.cache_info().currsize == 0
    assert not ngrams.are_loaded()
    assert main_language(TEXT) == spoken
    assert find_names([TEXT], ["nn"]) == names


def test_what_was_never_loaded_is_not_loaded_to_be_forgotten() -> None:
    """Asking twice is asking for nothing."""
    forget_languages()
    forget_languages()
    assert not ngrams.are_loaded()


@pytest.mark.skipif(os.name != "posix", reason="only some C libraries can")
def test_where_the_c_library_cannot_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another C library, or none of that name."""

    def missing(_: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert not trim()


def test_garbage_is_looked_for_seldom_and_then_as_before() -> None:
    """Also when what was done fails."""
    before = gc.get_threshold()

    def fail() -> None:
        with seldom_collected():
            assert gc.get_threshold() == SELDOM
            raise ValueError("!")

    with pytest.raises(ValueError, match="!"):
        fail()
    assert gc.get_threshold() == before


class Loaded:
    """An encoder of which only its forgetting counts."""

    forgot = 0

    def forget(self) -> None:
        """Count."""
        self.forgot += 1


def test_an_encoder_lets_go_after_many_sources_alone() -> None:
    """A small corpus keeps it; one that cannot forget is left as it is."""
    encoder = Loaded()
    assert not forget_themes(encoder, MANY - 1)  # type: ignore[arg-type]
    assert encoder.forgot == 0
    assert forget_themes(encoder, MANY)  # type: ignore[arg-type]
    assert encoder.forgot == 1
    assert forget_themes(object(), MANY)  # type: ignore[arg-type]


def test_what_a_process_leaves_at_its_end_is_not_looked_through() -> None:
    """Of many sources everything that is there; of few nothing, for another run may follow."""
    try:
        assert not let_lie(MANY - 1)
        assert gc.get_freeze_count() == 0
        assert let_lie(MANY)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
