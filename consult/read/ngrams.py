"""What lingua's character n-grams say of a text's language: one of the two witnesses of `language`.

In: a text. Out: how sure they are of each of `LANGUAGES`. Nothing but lingua is loaded, so that a process that does
nothing else is ready soon (`polyglot`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from consult.records import LANGUAGES


@cache
def _detector() -> tuple[Any, dict[Any, int]]:
    """The n-gram models of the five, in high-accuracy mode (a second to load, 0.2 ms a sentence)."""
    from lingua import Language as Lingua
    from lingua import LanguageDetectorBuilder

    named = {"nn": Lingua.NYNORSK, "nb": Lingua.BOKMAL, "da": Lingua.DANISH, "sv": Lingua.SWEDISH, "en": Lingua.ENGLISH}
    columns = {named[code]: column for column, code in enumerate(LANGUAGES)}
    return LanguageDetectorBuilder.from_languages(*columns).build(), columns


def confidences(text: str) -> list[float]:
    """How sure they are of each of `LANGUAGES`, from 0 to 1."""
    detector, columns = _detector()
    found = [0.0] * len(LANGUAGES)
    for value in detector.compute_language_confidence_values(text):
        found[columns[value.language]] = value.value
    return found


def are_loaded() -> bool:
    """Whether somebody has asked here before."""
    return _detector.cache_info().currsize > 0


def forget_models() -> None:
    """Give back their memory, if they are loaded."""
    if are_loaded():
        _detector()[0].unload_language_models()
        _detector.cache_clear()
