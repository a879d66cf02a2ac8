"""A TOML file whose faults are collected, with file and key, instead of raised one at a time.

What comes in: a path, and for each table the keys that it may hold. What goes out: typed values.
Guaranteed: no fault hides another; a value at fault reads as its type's empty value, so reading goes on.

>>> faults = []
>>> table = TomlTable({"titel": "x"}, keys=("title",), file="f.toml", at="consultation", faults=faults)
>>> str(faults[0])
'f.toml: consultation.titel: unknown key; did you mean title?'
"""

from __future__ import annotations

import datetime
import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from consult.errors import SettingsError
from consult.records import LANGUAGES


def read_toml(path: Path, faults: list[SettingsError]) -> dict[str, Any]:
    """Return the file's tables; none when it cannot be read, and then `faults` says why and on which line."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        faults.append(SettingsError(str(path), "", f"cannot be read ({error.strerror or error})"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.append(SettingsError(str(path), "", f"line {line} is not UTF-8; save the file as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(SettingsError(str(path), "", f"is not valid TOML: {error}"))
    return {}


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean X?` with the known word that looks most like `word`, else the list of all.

    >>> nearest("organization", ("group_note", "organisation"))
    '; did you mean organisation?'
    >>> nearest("x", ("nn", "nb"))
    '; known: nn, nb'
    """
    names = list(known)
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f"; did you mean {folded[close[0]]}?" if close else f"; known: {', '.join(names)}"


class TomlTable:
    """One table of a TOML file: hands out typed values and notes every fault.

    keys: all that the table may hold; another key is a fault. at: the table's own key, as in
    `event[2]` (tables of an array are counted from 1).
    """

    def __init__(
        self, values: Mapping[str, Any], *, keys: Sequence[str], file: str, at: str, faults: list[SettingsError]
    ) -> None:
        """Note each key that is not in `keys`."""
        self._values = values
        self._file = file
        self._at = at
        self._faults = faults
        for key in values:
            if key not in keys:
                self.fault(key, f"unknown key{nearest(key, keys)}")

    def __contains__(self, key: str) -> bool:
        """Whether the file states `key`."""
        return key in self._values

    def fault(self, key: str, fault: str) -> None:
        """Note that `key` of this table is at fault."""
        at = ".".join(part for part in (self._at, key) if part)
        self._faults.append(SettingsError(self._file, at, fault))

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """Read a string without space around it; `default` when absent."""
        if key not in self._values:
            if required:
                self.fault(key, "is missing")
            return default
        value = self._values[key]
        if not isinstance(value, str):
            self.fault(key, 'must be a text in quotes, such as "1"')
            return default
        if required and not value.strip():
            self.fault(key, "is empty")
        return value.strip()

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Read a list of non-empty strings, in the file's order."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
            self.fault(key, 'must be a list of texts, such as ["a", "b"]')
            return ()
        if required and not value:
            self.fault(key, "is missing or empty")
        return tuple(entry.strip() for entry in value)

    def by_language(self, key: str, plain: str) -> dict[str, str]:
        """Read texts by language (`title.nn = "…"`); a plain string is in language `plain`."""
        value = self._values.get(key, {})
        if isinstance(value, str):
            value = {plain: value}
        if not isinstance(value, dict):
            self.fault(key, f'must be texts by language, such as {key}.nn = "…"')
            return {}
        return {code: text.strip() for code, text in value.items() if self._is_text_in(key, code, text)}

    def words_by_language(self, key: str, plain: str) -> dict[str, tuple[str, ...]]:
        """Read lists of words by language (`keywords.nn = ["…"]`); a plain list is in language `plain`."""
        value = self._values.get(key, {})
        if isinstance(value, list):
            value = {plain: value}
        if not isinstance(value, dict):
            self.fault(key, f'must be lists of words by language, such as {key}.nn = ["…"]')
            return {}
        words = TomlTable(value, keys=LANGUAGES, file=self._file, at=self._key(key), faults=self._faults)
        return {code: words.texts(code) for code in value if code in LANGUAGES}

    def choice(self, key: str, known: Sequence[str]) -> str:
        """Read one of the words in `known`; the first of them when missing or at fault."""
        word = self.text(key, required=True)
        if word and word not in known:
            self.fault(key, f"unknown value {word!r}{nearest(word, known)}")
        return word if word in known else known[0]

    def date(self, key: str) -> str:
        """Read an ISO date, as a string or as TOML's own date; empty when absent."""
        value = self._values.get(key, "")
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(value).isoformat() if value != "" else ""
        except (TypeError, ValueError):
            self.fault(key, "is not a date; write year-month-day, such as 2026-02-12")
            return ""

    def number(self, key: str, default: float) -> float:
        """Read a finite number."""
        value = self._values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.fault(key, "must be a number, such as 0.5")
            return default
        return float(value)

    def whole(self, key: str, default: int) -> int:
        """Read a whole number, zero or above."""
        value = self._values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.fault(key, "must be a whole number, 0 or above")
            return default
        return value

    def flag(self, key: str) -> bool:
        """Read true or false; false when absent."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.fault(key, "must be true or false, without quotes")
            return False
        return value

    def mapping(self, key: str) -> dict[str, str]:
        """Read a table of strings whose keys are the user's own, such as column names."""
        value = self._values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self.fault(key, 'must be a table of texts, such as { "Q1" = "What do you think?" }')
            return {}
        return dict(value)

    def table(self, key: str, keys: Sequence[str]) -> TomlTable:
        """Open the table `[key]`; empty when absent."""
        value = self._values.get(key, {})
        if not isinstance(value, dict):
            self.fault(key, f"must be a table; write it as [{self._key(key)}]")
            value = {}
        return TomlTable(value, keys=keys, file=self._file, at=self._key(key), faults=self._faults)

    def tables(self, key: str, keys: Sequence[str]) -> tuple[TomlTable, ...]:
        """Open the tables of the array `[[key]]`, in the file's order."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fault(key, f"must be written with two brackets, as [[{self._key(key)}]]")
            return ()
        return tuple(
            TomlTable(entry, keys=keys, file=self._file, at=f"{self._key(key)}[{number}]", faults=self._faults)
            for number, entry in enumerate(value, start=1)
        )

    def _key(self, key: str) -> str:
        return f"{self._at}.{key}" if self._at else key

    def _is_text_in(self, key: str, code: str, text: object) -> bool:
        """Whether `text` is a text in a known language; what is not is noted."""
        if code not in LANGUAGES:
            self.fault(f"{key}.{code}", f"unknown language{nearest(code, LANGUAGES)}")
        elif not isinstance(text, str) or not text.strip():
            self.fault(f"{key}.{code}", "must be a text in quotes, and not empty")
        else:
            return True
        return False
