"""Law 9: nothing under a published folder holds personal data that was found.

In: a folder, findings, and the sources they are spans of. Out: a sentence for each file that holds one, without the
words. Searched are every byte of every file, and what is packed in it: members of archives and office files, texts and
metadata of PDFs, characters written as entities, escapes or percent signs, words that tags divide, and names of files.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from consult.answer.privacy import field_of
from consult.our_words import page_forms, page_words
from consult.read.given_names import also_words
from consult.records import SPECIAL_KINDS, Finding, Source

DEEPEST = 4  # archives within archives
GAP = r"[\s\u00a0\u202f.\-–]{0,2}"
SHORTEST_NAME = 4  # letters of a name alone that is looked for
FEWEST_DIGITS = 6
DIGITS = ("identity_number", "phone", "account")
MARKS = ".,;:()<>\"'"  # that may stand around an address
WORDS = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^<>]{0,2000}>")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What must not be found: a form, and the finding that it comes from."""

    form: re.Pattern[str]
    hint: str  # what a text has to hold for the form to be looked for at all: digits, or a word in small letters
    finding_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Searched:
    """A text, its digits and its words in small letters, by which most terms are ruled out at once."""

    text: str
    digits: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Searched:
        """Read a text once for all terms."""
        return cls(text, re.sub(r"\D", "", text), frozenset(WORDS.findall(text.casefold())))

    def holds(self, term: Term) -> bool:
        """Whether a term stands in the text."""
        likely = term.hint in self.digits if term.hint.isdecimal() else term.hint in self.words
        return likely and bool(term.form.search(self.text))


class Terms:
    """Terms in an order of their own, found by the words of a text: most are never asked for."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(terms)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._numbers: list[int] = []
        for at, term in enumerate(self._terms):
            (self._numbers if term.hint.isdecimal() else self._by_word[term.hint]).append(at)

    def __iter__(self) -> Iterator[Term]:
        """Each of them, in order."""
        return iter(self._terms)

    def held_in(self, searched: Searched) -> list[Term]:
        """Those that stand in a text, in order."""
        likely = [at for word in searched.words if word in self._by_word for at in self._by_word[word]]
        likely += [at for at in self._numbers if self._terms[at].hint in searched.digits]
        return [self._terms[at] for at in sorted(likely) if self._terms[at].form.search(searched.text)]


def leaks(
    folder: Path,
    findings: Iterable[Finding],
    sources: Sequence[Source],
    ours: Sequence[str] = (),
    imprint: Sequence[str] = (),
) -> list[str]:
    """Each file under `folder` that holds a hidden finding, by path and finding, sorted. The rest as in `terms_of`."""
    terms = terms_of(findings, sources, ours, imprint)
    found = {
        f"{path.relative_to(folder).as_posix()}: holds {term.kind} {term.finding_id}"
        for path in sorted(folder.rglob("*"))
        for text in (*texts_of(path), *variants(path.relative_to(folder).as_posix()))
        for term in terms.held_in(Searched.of(text))
    }
    return sorted(found)


# -- what is looked for -----------------------------------------------------------------------------------------------


def terms_of(
    findings: Iterable[Finding], sources: Sequence[Source], ours: Sequence[str] = (), imprint: Sequence[str] = ()
) -> Terms:
    """A form for each hidden finding, one for all that say the same. ours: what the framework says.

    imprint: what the office publishes of itself on every page. Whoever wrote to it by e-mail wrote its address too, and
    so it was found; it is taken out where contributors wrote it, and looked for nowhere.

    A name of one word is looked for where the word stands for nothing else in any source or in the framework: *Dag* is
    a day too. So are the words of a special category, which are taken out where they are told of somebody. One that
    nobody has decided on is a word yet where framework or pages have it in whatever letters. What people let stay in
    one source may stand in what is published of it.
    """
    by_id = {source.source_id: source for source in sources}
    every = [one for one in findings if one.source_id in by_id]
    hidden = [one for one in every if one.hidden]
    shown, office = _Shown(hidden, sources, ours), [Searched.of(text) for text in imprint]
    revealed = {said_of(one, by_id) for one in every if one.status == "revealed"}
    terms: dict[str, Term] = {}
    for one in sorted(hidden, key=lambda f: f.finding_id):
        words = said_of(one, by_id)
        form, hint = form_of(words, one.kind)
        term = Term(form=form, hint=hint, finding_id=one.finding_id, kind=one.kind)
        if words in revealed or _is_common(one, words, term, shown):
            continue
        if any(_says(text, words, term) for text in office):
            continue
        terms.setdefault(words, term)
    return Terms(terms.values())


def said_of(one: Finding, sources: Mapping[str, Source]) -> str:
    """The words of a finding, on one line."""
    return " ".join(field_of(sources[one.source_id], one.where)[one.start : one.end].split())


def _says(office: Searched, words: str, term: Term) -> bool:
    """Whether the office says the same of itself; of an address all of it, not the beginning of another."""
    whole = term.kind != "email" or words.casefold() in {one.strip(MARKS) for one in office.text.casefold().split()}
    return whole and office.holds(term)


def _is_common(one: Finding, words: str, term: Term, shown: _Shown) -> bool:
    """Whether words say something else too: a name of one word, and whatever word tells of somebody's health.

    *Demens* is taken out where it is told of her; as a subject, in another sentence or on our pages, it is nobody's.
    """
    if one.kind in SPECIAL_KINDS:
        return words.casefold() in shown.ours or _ambiguous(one, words, term, shown)
    return one.kind == "name" and " " not in words and _ambiguous(one, words, term, shown)


def _ambiguous(one: Finding, word: str, term: Term, shown: _Shown) -> bool:
    if len(word) < SHORTEST_NAME or word in also_words() or word in page_forms():
        return True
    ours = one.status == "open" and word.casefold() in shown.ours
    return ours or any(term.form.search(text.text) for text in shown.by_word.get(term.hint, ()))


class _Shown:
    """The texts of sources without what is taken out of them, and the texts that are ours."""

    def __init__(self, hidden: Iterable[Finding], sources: Sequence[Source], ours: Sequence[str]) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in hidden:
            if one.where == "text":
                spans[one.source_id].append((one.start, one.end))
        own = [Searched.of(text) for text in ours]
        self.by_word: dict[str, list[Searched]] = defaultdict(list)
        for text in [*(Searched.of(_without(source.text, spans[source.source_id])) for source in sources), *own]:
            for word in text.words:
                self.by_word[word].append(text)
        self.ours: frozenset[str] = page_words().union(*(text.words for text in own))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def form_of(words: str, kind: str) -> tuple[re.Pattern[str], str]:
    """Digits however they are grouped, words however they are wrapped, letters large or small; and a hint of it."""
    digits = re.sub(r"\D", "", words)
    if kind in DIGITS and len(digits) >= FEWEST_DIGITS:
        return re.compile(r"(?<!\d)" + GAP.join(digits) + r"(?!\d)"), digits
    words = unicodedata.normalize("NFC", words)
    parts = r"[\s_]+".join(map(re.escape, words.split()))
    hint = max(WORDS.findall(words.casefold()) or [""], key=len)
    flags = re.IGNORECASE if len(words.split()) > 1 or kind != "name" else re.NOFLAG  # *Berg* is no *berg*
    return re.compile(rf"(?<!\w){parts}(?!\w)", flags), hint


# -- what is searched -----------------------------------------------------------------------------------------------


def texts_of(path: Path) -> Iterator[str]:
    """Every text that a file holds, in every form in which somebody could read it."""
    if path.is_file() and not path.is_symlink():
        yield from _texts(path.read_bytes(), DEEPEST)


def _texts(data: bytes, deepest: int) -> Iterator[str]:
    yield from variants(data.decode("utf-8", "replace"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield from variants(data.decode("utf-16", "replace"))
    if data[:4] == b"PK\x03\x04" and deepest:
        yield from _members(data, deepest - 1)
    if data[:5] == b"%PDF-":
        yield from _pdf(data)


def _members(data: bytes, deepest: int) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            yield from variants(member.filename)
            yield member.comment.decode("utf-8", "replace")
            yield from _texts(archive.read(member), deepest)


def _pdf(data: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        yield "\n".join(document.get_metadata_dict().values())
        for page in document:
            yield from variants(page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe\n", ""))
        yield "\n".join(item.get_title() for item in document.get_toc())
    finally:
        document.close()


def variants(text: str) -> Iterator[str]:
    """A text as it stands, and as a reader, a parser or a browser would read it."""
    text = unicodedata.normalize("NFC", text)
    yield text
    if "&" in text or "<" in text:
        read = html.unescape(text)
        yield read
        yield TAG.sub("", read)
        yield TAG.sub(" ", read)
    if "\\u" in text:
        yield ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if "%" in text:
        yield unquote(text)
