"""Do titles and keywords say what people who labelled the themes would say?

In: the labelled themes (slug → what it covers), our themes, and which of our passages answers to which of
the gold's. Out: per labelled theme the share of its words that the title and first five keywords of the
theme of ours that overlaps it most bring back. Words are compared by lemma, nynorsk and bokmål together; a
word is also found inside a compound or as one (*register* in *lobbyregister*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from consult.records import Language, Theme
from consult.themes.words import words_of

KEYWORDS = 5
SHORTEST_PART = 5  # letters of a word that may be found inside another


def title_recall(covers: Mapping[str, str], gold_of: Mapping[str, str], themes: Sequence[Theme]) -> dict[str, float]:
    """Slug → share of its words, or of those of its description if that is more, that ours brings back.

    covers: slug → description; gold_of: passage id → slug. A labelled theme that none of our passages
    answers to is left out.
    """
    nearest = nearest_theme(gold_of, themes)
    return {slug: recalled(slug, covers[slug], nearest[slug]) for slug in sorted(covers) if slug in nearest}


def recalled(slug: str, description: str, theme: Theme) -> float:
    """The better of the two shares for one theme."""
    ours = keys([theme.title, *theme.keywords[:KEYWORDS]])
    return max(_share(keys([slug.replace("-", " ").replace("oe", "ø")]), ours), _share(keys([description]), ours))


def nearest_theme(gold_of: Mapping[str, str], themes: Iterable[Theme]) -> dict[str, Theme]:
    """For each slug the theme of ours with the best F1 of shared passages."""
    sizes = Counter(gold_of.values())
    best: dict[str, tuple[float, str, Theme]] = {}
    for theme in themes:
        inside = Counter(gold_of[passage_id] for passage_id in theme.passage_ids if passage_id in gold_of)
        for slug, shared in inside.items():
            rank = (2 * shared / (sizes[slug] + inside.total()), theme.theme_id, theme)
            best[slug] = max(best.get(slug, rank), rank, key=lambda one: one[:2])
    return {slug: theme for slug, (_, _, theme) in best.items()}


def keys(texts: Sequence[str], languages: Sequence[Language] = ("nn", "nb")) -> frozenset[str]:
    """The keys of the words of some texts, read as each of `languages`: titles do not say which they are in."""
    rows = [(text, language) for text in texts for language in languages]
    read = words_of([text for text, _ in rows], [language for _, language in rows])
    return frozenset(word.key for words in read for word in words if word.key)


def _share(wanted: frozenset[str], ours: frozenset[str]) -> float:
    """The share of `wanted` that is among `ours`, whole or as part of a compound."""
    return sum(any(_same(key, other) for other in ours) for key in wanted) / max(1, len(wanted))


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= SHORTEST_PART and short in long)
