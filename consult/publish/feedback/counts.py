"""What came in, through which channels, and when what happened: the beginning of the feedback document.

In: a `Telling`. Out: blocks. Guaranteed: received = read + unreadable, in total and for each channel; voices stand
side by side; a sentence with a number leads to the table that gives it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from consult.answer.privacy import PRIVACY_ACTS
from consult.publish.cells import UNSHOWN, few, person, unshown
from consult.publish.document import Block, Heading, Items, Paragraph, Run, Runs, Table, runs
from consult.publish.feedback.responses import places
from consult.publish.material import Telling
from consult.records import VOICES, Source

DAY = 10  # characters of an ISO date


def brief(telling: Telling) -> Iterator[Block]:
    """The document in five lines, each with the way to what it says."""
    m, plan, answered = telling.m, telling.plan, places(telling)
    refused = sum(one.response is not None and one.response.status == "not_taken_up" for one in answered)
    gone, lost = telling.material.withdrawn, len(plan.unreadable)
    read = telling.received - lost - gone
    lines = (
        (m("feedback-brief-received", received=telling.received, read=read, unreadable=lost, withdrawn=gone), "counts"),
        (m("feedback-brief-found", passages=plan.passages, themes=plan.themes), "counts"),
        (m("feedback-brief-answered", themes=plan.themes, lacking=plan.lacking), "lacking"),
        (m("feedback-brief-not-taken-up", count=refused), "not-taken-up"),
    )  # fmt: skip
    yield Heading(level=1, text=m("feedback-brief"), anchor="brief")
    yield Items(items=tuple((Run(text=text, link=f"#{anchor}"),) for text, anchor in lines))
    if not telling.material.whole:
        yield Paragraph(runs=(Run(text=m("feedback-brief-receipt"), link="receipts/index.html"),))


def process(telling: Telling) -> Iterator[Block]:
    """The timeline: meetings, the run, decisions, answers, this edition, and the last day to speak up."""
    m = telling.m
    head = (m("feedback-column-when"), m("feedback-column-what"))
    rows = tuple((runs(when), runs(what)) for when, what in _moments(telling))
    yield Heading(level=1, text=m("feedback-process"), anchor="process")
    yield Table(caption=m("feedback-timeline"), head=head, rows=rows, anchor="timeline")


def _moments(telling: Telling) -> Iterator[tuple[str, str]]:
    """When and what, in order; what has no date stands first."""
    found = [(event.date, event.date, telling.event(event.event_id)) for event in telling.settings.events]
    found += _work(telling)
    for first, last, what in sorted(found, key=lambda one: (one[1], one[0])):
        if not first:
            yield telling.m("feedback-time-unknown"), what
        elif first == last:
            yield telling.day(first), what
        else:
            yield telling.m("feedback-time-span", first=telling.day(first), last=telling.day(last)), what


def _work(telling: Telling) -> Iterator[tuple[str, str, str]]:
    m, material = telling.m, telling.material
    started = str(material.run.get("started", ""))[:DAY]
    if started:
        yield started, started, m("feedback-time-run")
    decided = [one for one in material.decisions if one.act not in PRIVACY_ACTS]  # those are not on themes
    for acts, key in ((decided, "decided"), (material.replies, "answered")):
        days = sorted(act.time[:DAY] for act in acts)
        if days:
            yield days[0], days[-1], m(f"feedback-time-{key}", count=len(acts))
    head, until = material.head, telling.settings.publication.reply_by
    kind = "final" if head.final else "draft"
    yield head.date, head.date, m("feedback-time-edition", kind=kind, number=head.number)
    if until:
        yield until, until, m("feedback-time-reply")


def counts(telling: Telling) -> Iterator[Block]:
    """What came in: by who speaks, and by channel."""
    m = telling.m
    yield Heading(level=1, text=m("feedback-counts"), anchor="counts")
    yield Paragraph(runs=runs(m("feedback-counts-note")))
    if not telling.material.whole:
        yield Paragraph(runs=runs(m("cells-note")))
    yield _by_voice(telling)
    yield _by_channel(telling)
    about = len(telling.analysis.sources) - len(telling.contributions)
    if about:
        yield Paragraph(runs=runs(m("feedback-about-forms", count=about)))
    yield Paragraph(runs=runs(m("feedback-duplicates", count=telling.plan.duplicates)))


def _by_voice(telling: Telling) -> Table:
    """A row a voice, one for what could not be read, and the sum of contributions."""
    m, spoken = telling.m, {passage.source_id for passage in telling.analysis.passages}
    said = Counter(telling.sources[passage.source_id].voice for passage in telling.analysis.passages)
    read = [source for source in telling.contributions if source.status == "read"]
    quiet = [source for source in read if source.source_id not in spoken]
    closed = (False,) * 3 if telling.material.whole else _closed(read, quiet)
    rows = []
    for voice in VOICES:
        numbers = (*(sum(source.voice == voice for source in some) for some in (read, quiet)), said[voice])
        cells = (UNSHOWN if shut else number for number, shut in zip(numbers, closed, strict=True))
        rows.append(_row(m(f"feedback-voice-{voice}"), *cells))
    lost, silent = len(telling.contributions) - len(read), len(quiet)
    rows.append(_row(m("feedback-row-unreadable"), lost, "–", "–"))
    rows += [_row(m(f"feedback-row-{name}"), count, "–", "–") for name, count in telling.apart.items()]
    rows.append(_row(m("feedback-row-received"), telling.received, silent, len(telling.analysis.passages), strong=True))
    names = ("who", "contributions", "silent", "passages")
    return Table(
        caption=m("feedback-counts-caption"), anchor="received", rows=tuple(rows), numeric=(1, 2, 3),
        head=tuple(m(f"feedback-column-{name}") for name in names),
    )  # fmt: skip


def _closed(read: Sequence[Source], quiet: Sequence[Source]) -> tuple[bool, bool, bool]:
    """Whether a column of `_by_voice` tells of few private persons, for all kinds alike: the sum would give one away.

    read, quiet: the sources that gave text, and those of them in which nobody says anything.
    """
    silent = {source.source_id for source in quiet}
    everybody = _individuals(read)
    speaking = _individuals([source for source in read if source.source_id not in silent])
    return few(everybody), few(everybody) or few(_individuals(quiet)), few(everybody) or few(speaking)


def _individuals(sources: Iterable[Source]) -> frozenset[str]:
    """The private persons among those who sent sources."""
    return frozenset(person(one) for one in sources if one.voice == "individual" and one.status == "read")


def _together(groups: Mapping[str, list[Source]]) -> frozenset[str]:
    """Channels that share a row, since fewer private persons than may be shown came through one of them."""
    return unshown({event: _individuals(sources) for event, sources in groups.items()})


def _by_channel(telling: Telling) -> Table:
    """A row an event, in the order of settings, and one for what belongs to none."""
    m = telling.m
    groups: dict[str, list[Source]] = {event: [] for event in (*telling.events, "")}
    for source in telling.contributions:
        groups.setdefault(source.event, []).append(source)
    shared = frozenset() if telling.material.whole else _together(groups)
    rows = [_channel(telling, event, some) for event, some in groups.items() if (some or event) and event not in shared]
    if shared:
        names = telling.listed([_channel_name(telling, event) for event in groups if event in shared])
        together = [source for event in groups if event in shared for source in groups[event]]
        rows.append(_channel_row(m("cells-channels", channels=names), together, whole=False))
    blank = ("–",) * (len(VOICES) + 1)
    rows += [_row(m(f"feedback-row-{name}"), *blank, count) for name, count in telling.apart.items()]
    more, whole = sum(telling.apart.values()), telling.material.whole
    rows.append(_channel_row(m("feedback-row-received"), telling.contributions, strong=True, more=more, whole=whole))
    voices = tuple(m(f"feedback-voice-{voice}") for voice in VOICES)
    return Table(
        caption=m("feedback-channels-caption"), anchor="channels", rows=tuple(rows), numeric=(1, 2, 3, 4, 5),
        head=(m("feedback-column-channel"), *voices, m("feedback-column-unreadable"), m("feedback-column-received")),
    )  # fmt: skip


def _channel(telling: Telling, event: str, sources: Sequence[Source]) -> tuple[Runs, ...]:
    return _channel_row(_channel_name(telling, event), sources)


def _channel_name(telling: Telling, event: str) -> str:
    return telling.event(event) if event else telling.m("feedback-channel-none")


def _channel_row(
    name: str, sources: Sequence[Source], *, strong: bool = False, more: int = 0, whole: bool = True
) -> tuple[Runs, ...]:
    read = Counter(source.voice for source in sources if source.status == "read")
    lost = sum(source.status != "read" for source in sources)
    closed = not whole and few(_individuals(sources))
    voices = (UNSHOWN if closed else read[voice] for voice in VOICES)
    return _row(name, *voices, lost, len(sources) + more, strong=strong)


def _row(name: str, *cells: object, strong: bool = False) -> tuple[Runs, ...]:
    return tuple((Run(text=str(cell), strong=strong),) for cell in (name, *cells))
