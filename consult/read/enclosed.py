"""What a mail encloses speaks for who sent the mail, unless it says otherwise.

In: the sources of a consultation. Out: the same, where an enclosure that names nobody bears the mail's contributor and
voice. An enclosure that somebody else has signed stays as it is: an office sends on what others wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from consult.read.signs import NAME, starts_with
from consult.records import Source

MAILS = frozenset({"eml", "msg"})
ENDING = 3  # letters by which a definite form is longer
SIGNATURE_LINES = 14  # from the end


def with_senders(sources: Iterable[Source], ruled: frozenset[str] = frozenset()) -> Iterator[Source]:
    """The sources in their order. ruled: paths for which the settings say who speaks."""
    every = list(sources)
    mails = {source.path: source for source in every if source.format in MAILS and source.contributor}
    for source in every:
        mail = _mail_of(source, mails)
        yield source if mail is None else _sent(source, mail, ruled=source.path in ruled)


def _mail_of(source: Source, mails: Mapping[str, Source]) -> Source | None:
    """The nearest mail that a source came in."""
    outer, _, name = source.path.rpartition("/")
    while name:
        if outer in mails:
            return mails[outer]
        outer, _, name = outer.rpartition("/")
    return None


def _sent(source: Source, mail: Source, *, ruled: bool) -> Source:
    if source.status != "read" or source.locator or source.voice == "group_note":
        return source
    if source.contributor and not _is_called_so(source.contributor, mail.contributor):
        return source
    if source.voice != mail.voice and (ruled or source.voice == "organisation"):
        return source
    if _signed_by_another(source, mail):
        return source
    return replace(source, contributor=mail.contributor, voice=mail.voice)


def _is_called_so(name: str, whole: str) -> bool:
    """Whether a name is short for another: each word of *Cyklistforbundet* is one of *Skovby Cyklistforbund*."""
    known = whole.casefold().split()
    return name != whole and all(
        any(word.startswith(one[:-1]) and len(word) - len(one) <= ENDING for one in known if len(one) > ENDING)
        for word in name.casefold().split()
    )


def _signed_by_another(source: Source, mail: Source) -> bool:
    """Whether names stand under a closing formula, and none of their words in the mail."""
    lines = [line for line in source.text.split("\n") if line.strip()][-SIGNATURE_LINES:]
    begins = next((at for at, line in enumerate(lines) if starts_with("closing", line)), len(lines))
    signed = {word for line in lines[begins:] for name in NAME.findall(line) for word in name.casefold().split()}
    known = f"{mail.contributor}\n{mail.text}".casefold()
    return bool(signed) and not any(word in known for word in signed)
