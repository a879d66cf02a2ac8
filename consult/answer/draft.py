"""What a writer is asked, and what its answers say: jobs of one theme in one language, and sentences for their points.

In: an analysis, passages as they may be sent, settings. Out: jobs with all that a prompt needs, the points that are not
sent, and from an answer the sentence of each point. A point is a conclusion: so nothing that the extractive text says
can get lost, and a sentence that fails is replaced by the extractive one of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from consult.answer.gate import Fault, Sentence
from consult.answer.gate.manner import instructs
from consult.answer.prompts import Prompt, render
from consult.answer.quotes import on_one_line
from consult.answer.voices import count_speakers, say_speakers
from consult.messages import messages
from consult.records import Analysis, Conclusion, Passage
from consult.speakers import Speaking
from consult.writer_settings import WriterSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one sentence is to say.

    name: short, for the model; stands_for: a conclusion's id, for a title a theme's, for an overview a target's too.
    """

    name: str
    stands_for: str
    theme_id: str
    passages: tuple[Passage, ...]
    voices: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One request. again: point's name → the sentence that was refused, and why."""

    task: str
    language: str
    title: str
    points: tuple[Point, ...]
    again: Mapping[str, tuple[str, tuple[Fault, ...]]] = field(default_factory=dict)

    @property
    def passage_ids(self) -> tuple[str, ...]:
        """Every passage that is sent."""
        return tuple(sorted({passage.passage_id for point in self.points for passage in point.passages}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is to be asked, and what is not.

    withheld: what somebody speaks to a machine in; closed: what draws on a source that is withheld or only summed up.
    """

    jobs: tuple[Job, ...]
    withheld: tuple[str, ...]
    closed: tuple[str, ...]


def plan(
    analysis: Analysis,
    safe: Mapping[str, Passage],
    task: str,
    settings: WriterSettings,
    languages: Sequence[str],
    bare: Analysis | None = None,
) -> Planned:
    """The jobs of a task.

    safe: passage id → the passage as it may be sent; nothing else ever is. languages: output, main first.
    bare: the analysis without any drafted text, by which sentences of two languages are known to say the same.
    """
    planner = _Planner(analysis, bare or analysis, safe, languages)
    wanted = [code for code in languages if not settings.languages or code in settings.languages]
    if task == "translate":
        wanted = [code for code in wanted if code != languages[0]]
    jobs, withheld = list[Job](), list[str]()
    for language in wanted:
        for points, title in planner.groups(task, language):
            sent = tuple(point for point in points if not _commands(point))
            withheld += [point.stands_for for point in points if _commands(point)]
            jobs += [
                Job(task=task, language=language, title=title, points=sent[at : at + settings.points])
                for at in range(0, len(sent), settings.points)
            ]
    return Planned(jobs=tuple(jobs), withheld=tuple(sorted(set(withheld))), closed=tuple(sorted(planner.closed)))


def _commands(point: Point) -> bool:
    return any(instructs(passage.text) for passage in point.passages)


class _Planner:
    def __init__(
        self, analysis: Analysis, bare: Analysis, safe: Mapping[str, Passage], languages: Sequence[str]
    ) -> None:
        self.analysis, self.safe, self.main = analysis, safe, languages[0]
        self.closed: set[str] = set()
        self.worded = {
            one.conclusion_id: frozenset(citation.passage_id for citation in one.citations) for one in bare.conclusions
        }
        self.sources: Mapping[str, Speaking] = {source.source_id: source for source in analysis.sources}
        self.members = {theme.theme_id: theme.passage_ids for theme in analysis.themes}
        self.titles = {theme.theme_id: theme.title for theme in analysis.themes}
        self.proposed = {theme.theme_id for theme in analysis.themes if theme.status == "proposed"}
        self.of_theme: dict[tuple[str, str], list[Conclusion]] = defaultdict(list)
        for conclusion in sorted(analysis.conclusions, key=lambda one: one.conclusion_id):
            self.of_theme[conclusion.theme_id, conclusion.language].append(conclusion)

    def groups(self, task: str, language: str) -> Iterator[tuple[list[Point], str]]:
        """The points of each request, and the title that goes with them."""
        if task == "title":
            for theme in self.analysis.themes if language == self.main else ():
                yield self._wholes([(theme.theme_id, theme.theme_id)], language), ""
        elif task == "overview":
            for target, themes in sorted(self._by_target().items()):
                yield self._wholes([(one, f"{target} {one}") for one in themes], language), ""
        else:
            for theme in self.analysis.themes:
                conclusions = self.of_theme[theme.theme_id, language]
                wanted = [one for one in conclusions if task == "conclusions" or self._before(one, task)]
                points = [self._point(one, number, task) for number, one in enumerate(wanted, start=1)]
                title = self.titles[theme.theme_id] if language == self.main else ""
                yield [point for point in points if point], self._safe_title(theme.theme_id, title)

    def _safe_title(self, theme_id: str, title: str) -> str:
        """A theme's title; none where a person gave it, for nobody has looked for personal data in it."""
        return title if theme_id in self.proposed else ""

    def _point(self, conclusion: Conclusion, number: int, task: str) -> Point | None:
        """A conclusion as a point; none where it draws on what may not be sent, and stays in the quotes it has."""
        drawn_on = self.worded[conclusion.conclusion_id]
        if any(one not in self.safe for one in drawn_on):
            self.closed.add(conclusion.conclusion_id)
            return None
        passages = tuple(self.safe[one] for one in sorted(drawn_on))
        before = self._before(conclusion, task)
        return Point(
            name=f"k{number}",
            stands_for=conclusion.conclusion_id,
            theme_id=conclusion.theme_id,
            passages=passages,
            voices=say_speakers(count_speakers(passages, self.sources), messages(conclusion.language)),
            sentence=before.text if before else "",
        )

    def _before(self, conclusion: Conclusion, task: str) -> Conclusion | None:
        """The drafted sentence that a rewrite starts from; a translation starts from the main language's."""
        if task == "plain":
            return conclusion if conclusion.how == "drafted" else None
        if task == "translate":
            same = self.worded[conclusion.conclusion_id]
            of_main = self.of_theme[conclusion.theme_id, self.main]
            return next((o for o in of_main if o.how == "drafted" and self.worded[o.conclusion_id] == same), None)
        return None

    def _wholes(self, named: Sequence[tuple[str, str]], language: str) -> list[Point]:
        """Themes as points, of each what may be sent. named: (id of a theme, what its sentence is to stand for)."""
        found = []
        for theme_id, stands_for in named:
            passages = tuple(self.safe[one] for one in self.members[theme_id] if one in self.safe)
            if not passages:
                self.closed.add(stands_for)
                continue
            voices = say_speakers(count_speakers(passages, self.sources), messages(language))
            found.append(
                Point(name=theme_id, stands_for=stands_for, theme_id=theme_id, passages=passages, voices=voices)
            )
        return found

    def _by_target(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for placement in sorted(self.analysis.placements, key=lambda p: (-p.probability, p.theme_id)):
            if not placement.passage_id and placement.target and placement.theme_id not in found[placement.target]:
                found[placement.target].append(placement.theme_id)
        return found


# -- out and in -------------------------------------------------------------------------------------------


def prompt_of(job: Job) -> Prompt:
    """What is sent for a job; reasons for a refusal are told in words of ours, never in a contributor's."""
    message = messages("en")
    again = [
        {"point": name, "text": text, "reasons": [_reason(fault, message) for fault in faults]}
        for name, (text, faults) in sorted(job.again.items())
    ]
    return render(
        job.task,
        {
            "language": job.language,
            "theme": job.title,
            "points": [_sent(point) for point in job.points],
            "again": again,
        },
    )


def _reason(fault: Fault, message: Any) -> str:
    return str(message(f"gate-{fault.code}", detail=fault.detail))


def _sent(point: Point) -> dict[str, Any]:
    """A point as data."""
    made: dict[str, Any] = {
        "point": point.name,
        "voices": point.voices,
        "passages": [
            {"id": p.passage_id, "language": p.language, "text": on_one_line(p.text)}
            | ({"under": on_one_line(p.context.parent)} if p.context.parent else {})
            for p in point.passages
        ],
    }
    return made | ({"sentence": point.sentence} if point.sentence else {})


def sentences_in(value: Mapping[str, Any], job: Job) -> dict[str, Sentence]:
    """Point's name → its sentence; what belongs to no point is dropped, and of two for one the first counts."""
    if job.task == "title":
        text = str(value["title"]).strip().rstrip(".")
        return {
            job.points[0].name: Sentence(text=f"{text}.", passage_ids=tuple(value["passages"]), language=job.language)
        }
    known = {point.name for point in job.points}
    found: dict[str, Sentence] = {}
    for row in value["sentences"]:
        if row["point"] in known:
            sentence = Sentence(
                text=str(row["text"]).strip(), passage_ids=tuple(row["passages"]), language=job.language
            )
            found.setdefault(row["point"], sentence)
    return found
