"""Where else words stand that are taken out in one place, and the commands that mend it.

In: a finding, or a way to tell whether a text holds what must not be shown, and the analysis as it would be published.
Out: spans to take out, or a sentence for whoever publishes. The words themselves are never told: ids and places are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from consult.publish.leaks import form_of, said_of
from consult.records import Analysis, Finding, Source

Holds = Callable[[str], bool]
MOST_NAMED = 5  # ids in a sentence
SIGNED = "--role ROLE --reason REASON"


def spans_elsewhere(
    finding: Finding, findings: Iterable[Finding], sources: Sequence[Source]
) -> Iterator[tuple[str, int, int]]:
    """(source id, start, end) wherever the words of a finding stand in a text and are not taken out, sorted.

    As law 9 looks for them: digits however they are grouped, words however they are wrapped.
    """
    by_id = {source.source_id: source for source in sources}
    form, _ = form_of(said_of(finding, by_id), finding.kind)
    hidden: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in findings:
        if one.hidden and one.where == "text":
            hidden[one.source_id].append((one.start, one.end))
    for source_id in sorted(by_id):
        for found in form.finditer(by_id[source_id].text):
            if not any(start <= found.start() and found.end() <= end for start, end in hidden[source_id]):
                yield source_id, *found.span()


def remedy(view: Analysis, holds: Holds, finding_id: str = "") -> str:
    """Where a public view holds what it must not, and what to do: one sentence, no word of it.

    finding_id: what is to be taken out or shown; empty where a whole contribution is kept back.
    """
    steps = [*_in_sources(view, holds, finding_id), *_in_own_words(view, holds)]
    if not steps:
        steps = ["it stands in none of the contributions: look in consult.toml and framework.toml, and run again"]
    if finding_id:
        steps.append(f"or let it be shown: `consult privacy reveal {finding_id} {SIGNED}`")
    return "; ".join(steps)


def _in_sources(view: Analysis, holds: Holds, finding_id: str) -> Iterator[str]:
    """What contributors wrote: texts, and names of files."""
    texts = [source.source_id for source in view.sources if holds(source.text) or holds(source.title)]
    if texts:
        yield f"it stands in {_some(texts)}" + (
            f" too: `consult privacy everywhere {finding_id} {SIGNED}` takes it out there" if finding_id else ""
        )
    files = [source.source_id for source in view.sources if holds(f"{source.path} {source.locator}")]
    if files:
        yield f"it stands in the name of the file or sheet of {_some(files)}: rename that, and run again"


def _in_own_words(view: Analysis, holds: Holds) -> Iterator[str]:
    """What people of the office wrote, or what stands in a conclusion around its quotes."""
    titles = [theme.theme_id for theme in view.themes if holds(theme.title)]
    yield from _each(titles, "the title of {}: `consult review rename {} TITLE --role ROLE`")
    quoted: Mapping[str, str] = {
        one.conclusion_id: " ".join(citation.exact for citation in one.citations) for one in view.conclusions
    }
    worded = [c.conclusion_id for c in view.conclusions if holds(c.text) and not holds(quoted[c.conclusion_id])]
    yield from _each(worded, "{}: `consult review edit {} --text TEXT --role ROLE`")
    answered = {one.theme_id for one in view.responses if any(map(holds, (one.reason, one.responsible, one.next_step)))}
    yield from _each(sorted(answered), "the response to {}: `consult respond {} --status … --reason … --role ROLE`")


def _each(ids: Sequence[str], words: str) -> Iterator[str]:
    """A step for the first of the ids, and the others by name."""
    if ids:
        also = f" (and for {_some(ids[1:])})" if ids[1:] else ""
        yield f"it stands in {words.replace('{}', ids[0])}{also}"


def _some(ids: Sequence[str]) -> str:
    """The first ids, and how many more.

    >>> _some([f"s-{n}" for n in range(7)])
    's-0, s-1, s-2, s-3, s-4 and 2 more'
    """
    named, more = ", ".join(ids[:MOST_NAMED]), len(ids) - MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
