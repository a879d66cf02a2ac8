"""Nearness: phrases against themes, languages taken out, each text embedded once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from consult.records import Language, Passage, content_id
from consult.themes.embed import MemoryCache, Progress
from consult.themes.languages import PLAIN
from consult.themes.nearness import Meaning
from consult.themes.title import title_themes

SUBJECTS = ("lobby", "biblio", "arkiv")


class SubjectEncoder:
    """A text's vector says which of three subjects it names, and, far louder, which language it is in."""

    name, fingerprint, dimension = "subjects", "s" * 64, 6

    def __init__(self, languages: dict[str, Language]) -> None:
        self.languages = languages
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Unit rows: subjects on three axes, languages on two, everything on the last."""
        del progress
        self.seen += texts
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[: len(SUBJECTS)] = [0.5 * (subject in text.lower()) for subject in SUBJECTS]
            row[3 if self.language_of(text) == "en" else 4] = 2.0
            row[5] = 1.0
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def language_of(self, text: str) -> str:
        """As told, or of a plain sentence."""
        return self.languages.get(text) or next((name for name, plain in PLAIN.items() if text in plain), "nn")


def passage(text: str, language: Language = "nn") -> Passage:
    """A passage that is all of its source."""
    return Passage(
        source_id=content_id("s", text), start=0, end=len(text), text=text, language=language, voice="individual"
    )


LOBBY = [passage("Eit lobbyregister no."), passage("Kven driv lobbyverksemd?")]
LIBRARY = [passage("Biblioteket er bra."), passage("Kurs på biblioteket.")]


def meaning(languages: dict[str, Language] | None = None) -> Meaning:
    """An encoder that knows the languages of these texts."""
    return Meaning(encoder=SubjectEncoder(languages or {}), cache=MemoryCache())


def test_a_phrase_is_nearest_to_the_theme_that_it_is_about() -> None:
    """Each of two phrases against each of two themes."""
    phrases: list[tuple[str, Language]] = [("lobbyregister", "nn"), ("biblioteket", "nn")]
    lobby, library = meaning().near([LOBBY, LIBRARY], [phrases, phrases])
    assert lobby["lobbyregister"] > lobby["biblioteket"]
    assert library["biblioteket"] > library["lobbyregister"]


def test_a_language_is_no_nearness() -> None:
    """An English phrase on the subject is nearer than a Norwegian one on something else (sabotage: the raw rows)."""
    english = "lobby register"
    measure = meaning({english: "en"})
    (lobby,) = measure.near([LOBBY], [[(english, "en"), ("biblioteket", "nn")]])
    assert lobby[english] > lobby["biblioteket"]
    raw = measure.encoder.encode([LOBBY[0].text, english, "biblioteket"])
    assert raw[0] @ raw[1] < raw[0] @ raw[2]


def test_order_changes_no_cosine() -> None:
    """Law 5."""
    phrases: list[tuple[str, Language]] = [("lobbyregister", "nn"), ("biblioteket", "nn"), ("arkiv", "nn")]
    one = meaning().near([LOBBY, LIBRARY], [phrases, phrases])
    other = meaning().near([LIBRARY[::-1], LOBBY[::-1]], [phrases[::-1], phrases[::-1]])
    assert one == other[::-1]


def test_each_text_is_embedded_once() -> None:
    """Encoding costs; the cache is asked first."""
    measure = meaning()
    phrases: list[tuple[str, Language]] = [("lobbyregister", "nn")]
    measure.near([LOBBY, LIBRARY], [phrases, phrases])
    measure.near([LOBBY, LIBRARY], [phrases, phrases])
    seen = measure.encoder.seen  # type: ignore[attr-defined]
    assert len(seen) == len(set(seen))


def test_nothing_asked_nothing_embedded() -> None:
    """No groups; a group without phrases."""
    measure = meaning()
    assert measure.near([], []) == []
    assert measure.near([LOBBY], [[]]) == [{}]


class Backwards:
    """What is about the theme lies far from it: the sabotage twin of nearness."""

    def near(
        self, groups: Sequence[Sequence[Passage]], phrases: Sequence[Sequence[tuple[str, Language]]]
    ) -> list[dict[str, float]]:
        """One for everything but the subject's own words."""
        del groups
        return [{text: float("lobby" not in text.lower()) for text, _ in rows} for rows in phrases]


@pytest.mark.parametrize(("measure", "about_it"), [(meaning(), True), (Backwards(), False)])
def test_titles_follow_what_is_near(measure: Meaning, about_it: bool) -> None:
    """Of two words said equally often, the one nearer to the theme names it."""
    group = [passage("Lobbyregister i kommunane, takk."), passage("Bussen og lobbyregister."), passage("Bussen kjem.")]
    named = title_themes([group, LIBRARY], [*group, *LIBRARY], {}, "nn", measure)[0]
    assert ("lobby" in named.title.lower()) == about_it
