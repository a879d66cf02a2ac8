"""The keywords of a theme: five words beside its title, each for passages that nothing listed speaks for yet.

In: candidates, the title, and the keys of each passage. Out: words, the best first; none that the title says, and no
two forms of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consult.themes.candidates import SAID_ONCE, Candidate
from consult.themes.keyness import SEVERAL
from consult.themes.kin import Kin

KEYWORDS = 5
SPOKEN_FOR = 0.7  # what a keyword counts whose passages all say the title or an earlier one
INFLECTION = 3  # letters by which two forms of one word may differ at the end


def listed_keywords(
    keywords: Sequence[Candidate], title: Candidate | None, said: Sequence[frozenset[str]]
) -> tuple[str, ...]:
    """Five words, without those of the title and without two forms of one; each for passages not yet spoken for.

    said: the keys of each passage, and of what stands above it.
    """
    silent = [keys for keys in said if title is None or keys.isdisjoint(title.keys)]
    shown = title.text.lower().split() if title else []
    left = [one for one in keywords if title is None or set(one.keys).isdisjoint(title.keys)]
    shared = _shared(left, said)
    listed: list[str] = []
    while len(listed) < KEYWORDS and left:
        best = min(left, key=lambda one: (-one.weight * (shared[one.keys] * _new(one, silent, said)), one.text))
        left.remove(best)
        if not _repeats(best.text, (*shown, *listed)):
            listed.append(best.text)
            silent = [keys for keys in silent if keys.isdisjoint(best.keys)]
    return tuple(listed)


def _shared(words: Sequence[Candidate], said: Sequence[frozenset[str]]) -> dict[tuple[str, ...], float]:
    """By a word's keys what it counts: less where one text of several says it, in a compound or as one.

    Such a word tells that text, not what the theme is about.
    """
    if len(said) < SEVERAL:
        return dict.fromkeys((word.keys for word in words), 1.0)
    kin = Kin(said)
    return {word.keys: 1.0 if kin.several(word.keys) else SAID_ONCE for word in words}


def _new(word: Candidate, silent: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> float:
    """What a keyword counts: more, the more of the passages that say it nothing listed speaks for yet."""
    saying = sum(not keys.isdisjoint(word.keys) for keys in said)
    fresh = sum(not keys.isdisjoint(word.keys) for keys in silent)
    return SPOKEN_FOR + (1.0 - SPOKEN_FOR) * (fresh / saying if saying else 0.0)


def _repeats(word: str, listed: Iterable[str]) -> bool:
    """Whether a word is one of those listed but for its ending, such as the plural of it."""
    return any(_stem_of(*sorted((word.lower(), other.lower()), key=len)) for other in listed)


def _stem_of(short: str, long: str) -> bool:
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= max(INFLECTION, len(short) - INFLECTION + 1, len(long) - INFLECTION)
