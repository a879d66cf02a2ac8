"""One source as the public may see it: redacted, under the id that it has, and every span of it in its redacted words.

In: a source, its findings as people have decided on them, how it is published and what stands for its contributor.
Out: a `View`, which gives the source, its passages, set-aside spans and quotes. Guaranteed: spans still tile, a quote
is what the redacted text says at its offsets, and of a source that is only summed up nothing is quoted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from consult.answer.quotes import on_one_line
from consult.read.known_names import names_in_path
from consult.read.public_names import is_public
from consult.read.redaction import Cut, Known, Redaction, cut_at, cuts_of, placeholder
from consult.records import AFFIX, Block, Citation, Context, Finding, Passage, Publication, SetAside, Source

NAME_WORDS = 6  # a title with more is a sentence


@dataclass(frozen=True, kw_only=True)
class PublicSource(Source):
    """A source in its redacted form, under the id of the whole one."""

    known_as: str

    @cached_property
    def source_id(self) -> str:
        """The id of the source as it was read."""
        return self.known_as


@dataclass(frozen=True, kw_only=True)
class PublicPassage(Passage):
    """A passage of a redacted source, under the id of the whole one."""

    known_as: str

    @cached_property
    def passage_id(self) -> str:
        """The id of the passage as it was read."""
        return self.known_as


@dataclass(frozen=True, kw_only=True)
class View:
    """One source, and how each of its spans looks to the public."""

    whole: Source
    redaction: Redaction
    publication: Publication
    contributor: str
    path: str
    known: Known
    others: Known = field(default_factory=lambda: Known.of(()))

    def clean(self, text: str) -> str:
        """A text beside the source's own, without what gives anybody away: a sheet may be called as a person."""
        return self.others.without(self.known.without(text))

    @cached_property
    def source(self) -> PublicSource:
        """The source in its redacted form."""
        whole, quoted = self.whole, self.publication != "summary_only"
        blocks = tuple(
            replace(block, start=start, end=end, label=self.clean(block.label))
            for block, (start, end) in self._blocks()
        )
        return PublicSource(
            known_as=whole.source_id, path=self.path, locator=self.clean(whole.locator),
            sha256=hashlib.sha256(self.redaction.redacted.encode()).hexdigest(), format=whole.format,
            text=self.redaction.redacted, blocks=blocks, voice=whole.voice, contributor=self.contributor,
            language=whole.language, title=self.clean(whole.title) if quoted else "",
            event=self.clean(whole.event), date=whole.date, status=whole.status, reason=whole.reason,
            occurrence=whole.occurrence,
        )  # fmt: skip

    def _blocks(self) -> Iterator[tuple[Block, tuple[int, int]]]:
        """Blocks with their spans; of two that share one placeholder the first holds it."""
        at = 0
        for block in self.whole.blocks:
            start, end = self.redaction.to_redacted(block.start, block.end)
            if max(start, at) < end:
                yield block, (max(start, at), end)
                at = end

    def passage(self, passage: Passage) -> PublicPassage:
        """A passage of the source, in its redacted words."""
        start, end = self.redaction.to_redacted(passage.start, passage.end)
        around, clean = passage.context, self.clean
        context = Context() if self.publication == "summary_only" else Context(
            document=clean(around.document), headings=tuple(map(clean, around.headings)), parent=clean(around.parent),
            question=clean(around.question), before=clean(around.before), after=clean(around.after),
        )  # fmt: skip
        return PublicPassage(
            known_as=passage.passage_id, source_id=passage.source_id, start=start, end=end,
            text=self.redaction.redacted[start:end], language=passage.language, voice=passage.voice,
            page=passage.page, context=context,
        )  # fmt: skip

    def aside(self, span: SetAside) -> SetAside:
        """A set-aside span of the source, in its redacted words."""
        start, end = self.redaction.to_redacted(span.start, span.end)
        return replace(span, start=start, end=end, text=self.redaction.redacted[start:end])

    def citation(self, citation: Citation) -> Citation:
        """A quote from the source, as its redacted text has it."""
        start, end = self.redaction.to_redacted(citation.start, citation.end)
        text = self.redaction.redacted
        return replace(
            citation, start=start, end=end, exact=text[start:end],
            prefix=text[max(0, start - AFFIX) : start], suffix=text[end : end + AFFIX],
        )  # fmt: skip


def view_of(
    source: Source,
    findings: Sequence[Finding],
    spans: Sequence[Passage | SetAside],
    publication: Publication,
    pseudonym: str,
) -> View:
    """A source as it is published. spans: its passages and what is set aside; pseudonym: empty where it is named."""
    cuts = _cuts(source, findings, spans, publication, pseudonym)
    redaction = Redaction(source.text, cuts if publication == "summary_only" else _with_facts(source, cuts))
    words = {on_one_line(source.text[cut.start : cut.end]): cut.placeholder for cut in cuts}
    hidden = [one for one in findings if one.hidden]
    if pseudonym:
        words[on_one_line(sender_of(source))] = pseudonym
    path = Redaction(source.path, _path_cuts(source, hidden, pseudonym)).redacted
    return View(
        whole=source, redaction=redaction, publication=publication, contributor=pseudonym or source.contributor,
        path=path, known=Known.of(words, words),
    )  # fmt: skip


def _cuts(
    source: Source,
    findings: Sequence[Finding],
    spans: Sequence[Passage | SetAside],
    publication: Publication,
    pseudonym: str,
) -> tuple[Cut, ...]:
    """What is taken out of a source's text; never across the border of a passage, so that spans still tile."""
    if publication == "summary_only":
        words = placeholder("words", source.language)
        return tuple(Cut(start=s.start, end=s.end, placeholder=words) for s in spans if s.text.strip())
    borders = {edge for span in spans for edge in (span.start, span.end)}
    cuts = cuts_of((one for one in findings if one.where == "text"), source.language, borders)
    if not pseudonym or source.voice != "organisation":
        return cuts
    name = r"\s+".join(map(re.escape, sender_of(source).split()))
    form = re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)
    own = (cut for f in form.finditer(source.text) for cut in cut_at(sorted(borders), *f.span(), pseudonym))
    return (*cuts, *(cut for cut in own if all(cut.end <= c.start or c.end <= cut.start for c in cuts)))


def _with_facts(source: Source, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """The cuts, and what a row of a form tells of who answers: the question stays, the answer is not shown."""
    words = placeholder("respondent", source.language)
    told = [block for block in source.blocks if block.kind == "respondent"]
    facts = [Cut(start=_behind_question(source.text, block), end=block.end, placeholder=words) for block in told]
    kept = [cut for cut in cuts if all(cut.end <= fact.start or fact.end <= cut.start for fact in facts)]
    return (*kept, *facts)


def _behind_question(text: str, block: Block) -> int:
    """Where the answer begins in a block of a question and what was chosen; without the question, the block itself."""
    question = f"{block.label}: "
    return block.start + len(question) * (text.startswith(question, block.start) and bool(block.label))


def _path_cuts(source: Source, hidden: Iterable[Finding], pseudonym: str) -> tuple[Cut, ...]:
    """What is taken out of a file's name."""
    cuts = list(cuts_of((one for one in hidden if one.where == "path"), source.language))
    for found in names_in_path(source.path, [sender_of(source)]) if pseudonym else ():
        if all(found.end <= cut.start or cut.end <= found.start for cut in cuts):
            cuts.append(Cut(start=found.start, end=found.end, placeholder=pseudonym))
    return tuple(cuts)


def sender_of(source: Source) -> str:
    """Who sent a source: its contributor, or an organisation that heads its letter, or nobody."""
    headed = source.voice == "organisation" and len(source.title.split()) <= NAME_WORDS and is_public(source.title)
    return source.contributor or (source.title if headed else "")
