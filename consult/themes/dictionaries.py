"""simplemma's dictionaries as files that are mapped into memory, so that nobody waits for them or holds them whole.

In: a language. Out: form → lemma, as simplemma has it. Read as they are shipped, the five dictionaries take two seconds
at every start, and 250 MB; as tries (marisa) they are written once, 15 MB in all, and looked up where they lie. The
files stand in the user's cache beside the converted models, under a hash of their content: one that is damaged, or
that another version wrote, counts as missing. Where nothing can be written, a dictionary is made anew in memory.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from consult.weights.modelstore import cache_folder

ENDING = ".trie"
NAMED = 16  # hexadecimal digits of the content's hash in a file's name


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
        return Forms(_mapped(folder, lang) or _made(folder, lang))


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


def _mapped(folder: Path, language: str) -> Any:
    """The trie of a language if it lies there whole; else None."""
    from marisa_trie import BytesTrie

    for path in sorted(folder.glob(f"{language}-*{ENDING}")):
        with suppress(OSError, RuntimeError):
            if path.stem.removeprefix(f"{language}-") == _digest(path):
                trie = BytesTrie()
                trie.mmap(str(path))
                return trie
    return None


def _made(folder: Path, language: str) -> Any:
    """The trie of a language, kept for next time where that is allowed; written aside, then moved."""
    from marisa_trie import BytesTrie
    from simplemma.strategies import DefaultDictionaryFactory

    shipped = DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language)
    trie = BytesTrie((form, lemma.encode()) for form, lemma in shipped.items())
    aside = folder / f".{language}-{os.getpid()}{ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trie.save(str(aside))
        aside.replace(folder / f"{language}-{_digest(aside)}{ENDING}")
    except (OSError, RuntimeError):
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return trie


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:NAMED]
