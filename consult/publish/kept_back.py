"""Words of contributions that are withheld or only summed up: nothing that is published repeats them.

In: sources, passages, how each source is published, and texts whose words give nobody away. Out: whose words a text
repeats. Words that a contribution which is shown has too, or that are ours, are nobody's; a turn of words that only
one who is kept back has is a quote. Earlier words are left out more readily: one word of theirs is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from consult.our_words import function_words
from consult.publish.leaks import texts_of
from consult.records import Passage, Publication, Source
from consult.residue import SHORTEST, TURN, turns_of, words_of

KEPT_BACK: tuple[Publication, ...] = ("withheld", "summary_only")
SHORT_QUOTE = 3  # words of a whole passage that is shorter than a turn, and is a quote yet
SHORTEST_QUOTE = 2  # the same in an earlier text, which nobody misses

Turn = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBack:
    """turns: words in a row → id of the source that they are of. words: that nobody who is shown uses."""

    turns: Mapping[Turn, str]
    words: frozenset[str]
    publications: Mapping[str, Publication]

    def held_in(self, text: str) -> set[str]:
        """Ids of the sources that a text quotes."""
        return {self.turns[turn] for turn in self._said(words_of(text)) if len(turn) >= SHORT_QUOTE}

    def touched_by(self, text: str) -> bool:
        """Whether an earlier text may hold anything of what is kept back."""
        said = words_of(text)
        return not self.words.isdisjoint(said) or next(self._said(said), None) is not None

    def breaches(self, text: str) -> Iterator[str]:
        """A sentence for each source that a text quotes, without the words."""
        for source_id in sorted(self.held_in(text)):
            yield self.told(source_id)

    def told(self, source_id: str) -> str:
        """What is wrong where a text holds words of a source."""
        return f"holds words of {source_id}, which is published as {self.publications[source_id]}"

    def breaches_under(self, folder: Path) -> list[str]:
        """The same for every file of a folder, packed or not, sorted."""
        if not self.turns:
            return []
        return sorted(
            {
                f"{path.relative_to(folder).as_posix()}: {breach}"
                for path in folder.rglob("*")
                for text in texts_of(path)
                for breach in self.breaches(text)
            }
        )

    def _said(self, words: Sequence[str]) -> Iterator[Turn]:
        for length in range(SHORTEST_QUOTE, TURN + 1) if self.turns else ():
            for at in range(len(words) - length + 1):
                turn = tuple(words[at : at + length])
                if turn in self.turns:
                    yield turn


def kept_back(
    sources: Sequence[Source],
    passages: Iterable[Passage],
    publications: Mapping[str, Publication],
    known: Iterable[str] = (),
    kept: Sequence[Publication] = KEPT_BACK,
) -> KeptBack:
    """What is kept back of `sources`. known: other texts whose words give nobody away, such as the framework's."""
    hidden = sorted((s for s in sources if publications[s.source_id] in kept), key=lambda source: source.source_id)
    ids = {source.source_id for source in hidden}
    turns = {turn: source.source_id for source in hidden for turn in turns_of(words_of(source.text))}
    turns |= {turn: one.source_id for one in passages if one.source_id in ids and (turn := _short(one.text))}
    words = {word for source in hidden for word in words_of(source.text) if len(word) >= SHORTEST} - function_words()
    shown = [source.text for source in sources if source.source_id not in ids] if hidden else []
    for text in [*shown, *known] if hidden else ():
        said = words_of(text)
        words.difference_update(said)
        for length in range(SHORTEST_QUOTE, TURN + 1):
            for at in range(len(said) - length + 1):
                turns.pop(tuple(said[at : at + length]), None)
    telling = {turn: source_id for turn, source_id in turns.items() if _tells(turn)}
    return KeptBack(turns=telling, words=frozenset(words), publications=publications)


def _short(text: str) -> Turn:
    """The words of a passage that is shorter than a turn, and longer than a word."""
    words = words_of(text)
    return tuple(words) if SHORTEST_QUOTE <= len(words) < TURN else ()


def _tells(turn: Turn) -> bool:
    return not function_words().issuperset(turn)
