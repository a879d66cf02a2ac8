"""Texts of ours: what a framework and a consultation say gives nobody away, and what names inputs is not ours."""

from __future__ import annotations

import pytest

from consult.our_words import function_words, our_texts, page_words, settled_texts

SETTINGS = {
    "title": {"nn": "Høyring av ferjeplanen"},
    "framework": {
        "source": "Handlingsplanen",
        "targets": [
            {
                "title": {"nn": "Matjord"},
                "description": {"nn": "Vern av myr"},
                "keywords": {"nn": ["billett"]},
                "examples": {"nn": ["Quistgaard vil ha nattbuss"]},
            }
        ],
    },
    "events": [{"title": {"nn": "Folkemøte"}, "inputs": ["vombat/*"]}],
    "voices": [{"inputs": ["zephyrine*"], "contributor": "Zephyrine"}],
}


@pytest.mark.parametrize("word", ["quistgaard", "nattbuss", "vombat", "zephyrine"])
def test_what_people_said_and_how_files_are_called_is_not_ours(word: str) -> None:
    """An example may be the very sentence that goes, and a pattern the name of somebody."""
    assert not any(word in text.casefold() for text in our_texts(SETTINGS))


@pytest.mark.parametrize(
    "word", ["høyring", "ferjeplanen", "handlingsplanen", "matjord", "myr", "billett", "folkemøte"]
)
def test_titles_descriptions_keywords_and_events_are_ours(word: str) -> None:
    """Whoever wrote the settings said so."""
    assert any(word in text.casefold() for text in settled_texts(SETTINGS))


def test_without_settings_the_pages_and_function_words_are_ours() -> None:
    """A run that kept no settings is no fault."""
    assert not any(settled_texts({}))
    assert our_texts({})
    assert "ikkje" in function_words()
    assert "innspel" in page_words()
    assert all(word.islower() for word in page_words())
