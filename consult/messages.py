"""The words that people read: one Fluent catalogue per output language, never a sentence in code.

In: `consult/locales/LANGUAGE/*.ftl`, read when a language is first asked for. Out: a function from a
message's key and its arguments to text. Plurals follow CLDR; arguments are values and are never
interpreted, so a contributor's `{ $x }` comes out as it went in.

>>> messages("nn")("answer-count-group_note", count=2)
'to bord'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LOCALES = Path(__file__).parent / "locales"

Message = Callable[..., str]
"""`message(key, **arguments) -> text`; a key is `message-id` or `message-id.attribute`."""


REMEMBERED = 2**14
"""Texts kept for when they are asked for again: a report says *tabell 3, rad 17* and *eitt innspel* many times over,
and law 4 has each sentence said anew."""


LONG = 2000
"""Characters of an argument that Fluent is given as it is."""


class MessageError(LookupError):
    """A catalogue lacks a message or a message lacks an argument: a defect of ours, not of the user."""


WORDING = "answer.ftl"
"""The catalogue that a language needs before conclusions can be worded in it; the others have words for
what is published around them, so that contributors are answered in their own written standard."""


def languages() -> tuple[str, ...]:
    """The output languages, sorted: those that conclusions can be worded in."""
    return tuple(sorted(folder.name for folder in LOCALES.iterdir() if (folder / WORDING).is_file()))


def publication_languages() -> tuple[str, ...]:
    """The languages that have any catalogue, sorted: fixed texts of what is published, and receipts."""
    return tuple(sorted(folder.name for folder in LOCALES.iterdir() if any(folder.glob("*.ftl"))))


@cache
def messages(language: str) -> Message:
    """The message function of an output language.

    Raises MessageError for a language without a catalogue, two messages under one key, or a file that
    is not Fluent; the returned function raises it for an unknown key or a missing argument.
    """
    bundle = _bundle(language)

    @lru_cache(maxsize=REMEMBERED, typed=True)  # typed: 1, 1.0 and True are one key otherwise, and three texts
    def message(key: str, **arguments: str | int | float) -> str:
        short, long = _shortened(arguments)
        text, errors = bundle.format_pattern(_pattern(bundle, language, key), short)
        if errors:
            raise MessageError(f"locales/{language}: {key}: {'; '.join(str(error) for error in errors)}")
        for mark, value in long.items():
            text = text.replace(mark, value)
        return str(text)

    return message


def _shortened(arguments: Mapping[str, str | int | float]) -> tuple[dict[str, str | int | float], dict[str, str]]:
    """Arguments with a mark for each long text, and mark → text: Fluent refuses texts above 2,500 characters.

    A mark is a sign that Unicode keeps out of text and that no argument holds all the same.
    """
    texts = [value for value in arguments.values() if isinstance(value, str)]
    if all(len(text) <= LONG for text in texts):
        return dict(arguments), {}
    free = (sign for sign in map(chr, range(0xFDD0, 0xFDF0)) if not any(sign in text for text in texts))
    short, long = dict(arguments), {}
    for name, value in arguments.items():
        if isinstance(value, str) and len(value) > LONG and (mark := next(free, "")):
            short[name], long[mark] = mark, value
    return short, long


def _pattern(bundle: FluentBundle, language: str, key: str) -> Any:
    """The value or attribute that `key` names."""
    name, _, attribute = key.partition(".")
    if not bundle.has_message(name):
        raise MessageError(f"locales/{language}: no message {name!r}; add it to every language")
    message = bundle.get_message(name)
    pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        raise MessageError(f"locales/{language}: message {name!r} has no {attribute or 'text'!r}")
    return pattern


def _bundle(language: str) -> FluentBundle:
    """All catalogues of a language in one bundle; a key may stand in one file only."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    for path in _catalogues(language):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        _refuse_faults(path, resource, bundle)
        bundle.add_resource(resource)
    return bundle


def _catalogues(language: str) -> list[Path]:
    """The catalogue files of a language in order of name."""
    known = publication_languages()
    if language not in known:
        raise MessageError(f"no catalogue for language {language!r}; there are {', '.join(known)}")
    return sorted((LOCALES / language).glob("*.ftl"))


def _refuse_faults(path: Path, resource: Any, bundle: FluentBundle) -> None:
    """Raise where a file has lines that are not Fluent, or repeats a key."""
    seen: set[str] = set()
    for entry in resource.body:
        if type(entry).__name__ == "Junk":
            raise MessageError(f"{path.name} ({path.parent.name}): not Fluent: {entry.content.strip()[:60]!r}")
        key = getattr(getattr(entry, "id", None), "name", "")
        if key and (key in seen or bundle.has_message(key)):
            raise MessageError(f"{path.name} ({path.parent.name}): {key!r} stands twice")
        seen.add(key)
