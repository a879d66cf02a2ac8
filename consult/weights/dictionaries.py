"""simplemma's dictionaries as files that are mapped into memory, so that nobody waits for them or holds them whole.

In: a language. Out: form → lemma, as simplemma has it. Read as they are shipped, the five dictionaries take two seconds
at every start, and 250 MB; as tries they are written once, 15 MB in all, and looked up where they lie (`tries`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from consult.weights.modelstore import cache_folder
from consult.weights.tries import Entries, mapped_trie


class Forms(Mapping[str, str]):
    """Form → lemma of one language."""

    def __init__(self, trie: Any) -> None:
        self._trie = trie

    def __getitem__(self, form: str) -> str:
        """The lemma. Raises KeyError where there is none."""
        found: list[bytes] = self._trie[form]
        return found[0].decode()

    def get(self, form: str, default: Any = None) -> Any:
        """The lemma, or `default`; most forms that are looked for are not there."""
        found = self._trie.get(form)
        return found[0].decode() if found else default

    def __iter__(self) -> Iterator[str]:
        """Every form."""
        return iter(self._trie.keys())

    def __len__(self) -> int:
        """How many forms there are."""
        return len(self._trie)


class Mapped:
    """What simplemma asks for a language's dictionary: its `DictionaryFactory`."""

    @staticmethod
    @cache
    def get_dictionary(lang: str) -> Forms:
        """The dictionary of a language. Raises ValueError where simplemma has none."""
        folder = cache_folder() / "dictionaries" / f"simplemma-{version('simplemma')}"
        return Forms(mapped_trie(folder, lang, lambda: _entries(lang)))


@cache
def known_forms() -> Any:
    """What says whether a dictionary has a form: simplemma's look-up, in any casing."""
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(Mapped())


@cache
def lemmatizer() -> Any:
    """The lemmatizer of simplemma, on these dictionaries."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=Mapped()))


def _entries(language: str) -> Entries:
    """Every form with its lemma, as they are shipped."""
    from simplemma.strategies import DefaultDictionaryFactory

    shipped = DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language)
    return ((form, lemma.encode()) for form, lemma in shipped.items())
