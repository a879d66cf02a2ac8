"""People's acts on a finished run: each is added to the ledger, and everything that follows from it written anew.

In: an output folder, and acts with the role that decides. Out: the same folder as if the run had known them:
analysis, tables, report and run.json. Nothing is embedded or grouped again. Ledger and acts change in one
transaction: killed at any point, either none of it has happened, or the next command writes the files that lack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from consult.answer import decide as acts
from consult.answer import privacy as on_privacy
from consult.answer.decide import Intent, role_of
from consult.answer.replay import decided
from consult.answer.respond import respond
from consult.check import consultation_folder, open_checked
from consult.concluded import answer
from consult.errors import DecisionError, LedgerError
from consult.laws import Law
from consult.ledger import Ledger
from consult.progress import Progress, silent
from consult.provenance import Clock, fingerprint_of, now, plain, versions_of_code
from consult.records import Analysis, Decision, Outcome, Proposed, Reply, Response, Source, content_id
from consult.results import counts, outcomes_of, write
from consult.run import alone, refuse_broken
from consult.runs import Run
from consult.settings import Settings, load_settings

LONGEST_REASON = 2000  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a review has done. outcomes: of all decisions there are, not only the new ones."""

    decisions: tuple[Decision, ...]
    replies: tuple[Reply, ...]
    outcomes: tuple[Outcome, ...]
    laws: tuple[Law, ...]

    def outcome(self, number: int) -> Outcome:
        """What became of one decision."""
        return next(one for one in self.outcomes if one.number == number)


@contextmanager
def reviewing(out: Path, progress: Progress = silent) -> Iterator[Review]:
    """Open a finished run for people's acts; `Review.finish` writes them.

    Raises LedgerError where there is no finished run, where another command holds the folder, or where settings or
    code are no longer those of the run: then the whole way has to be run once more first.
    """
    open_checked(out).connection.close()  # say that there is no run before a lock is made in a folder of nobody's
    with alone(out), open_checked(out) as ledger:
        refuse_broken(ledger, out)
        last = ledger.last_run()
        if last is None:
            raise LedgerError(f"{out}: no finished run here; run `consult run` first")
        folder = consultation_folder(ledger, out)
        settings = load_settings(folder)
        _refuse_others(settings, last, folder)
        yield Review(ledger, last, settings, out, progress)


def _refuse_others(settings: Settings, last: Run, folder: Path) -> None:
    """A review answers for the run that people have read, and for no other."""
    now_here = versions_of_code()  # a run also tells which model it used, and how that counted
    same_code = now_here.items() <= last.versions.items()
    changed = "settings" if plain(settings) != last.settings else "" if same_code else "version of consult"
    if changed:
        raise LedgerError(f"the {changed} changed since the last run; `consult run {folder}` once, and decide then")


class Review:
    """A finished run that people decide on. Each act is applied as it comes; nothing is written before `finish`."""

    def __init__(self, ledger: Ledger, last: Run, settings: Settings, out: Path, progress: Progress) -> None:
        """Take what `reviewing` has opened."""
        self.ledger, self.last, self.settings, self.out, self.progress = ledger, last, settings, out, progress
        self.proposed: Proposed = ledger.proposed()
        self.decisions = list(ledger.decisions())
        self.replies = list(ledger.replies())
        self.made: list[Decision] = []
        self.given: list[Reply] = []
        self.analysis: Analysis = ledger.analysis()
        self._stale = False

    # -- acts -------------------------------------------------------------------------------------

    def rename(self, theme_id: str, title: str, *, role: str, reason: str = "") -> Decision:
        """Give a theme another title."""
        return self._make(lambda: acts.rename(self.analysis, theme_id, title), role, reason)

    def refuse_taken(self, title: str, own: str = "") -> None:
        """Raise DecisionError where another theme than `own` bears a title: nobody could tell the two apart."""
        taken = [theme_id for theme_id in acts.titled(self.analysis.themes, title) if theme_id != own]
        if taken:
            raise DecisionError(
                f"{taken[0]}: has this title already; merge or move what belongs there, or choose another"
            )

    def merge(self, first: str, other: str, *, role: str, reason: str = "") -> Decision:
        """Put all passages of `other` into `first`."""
        return self._make(lambda: acts.merge(self.analysis, first, other), role, reason)

    def split(self, theme_id: str, passages: list[str], title: str = "", *, role: str, reason: str = "") -> Decision:
        """Make a theme of its own of some passages; without a title the machine proposes one."""

        def intent() -> Intent:
            name, keywords = (title, ()) if title else self._title_for(passages)
            number = len(self.decisions) + 1
            return acts.split(self.analysis, theme_id, passages, name, keywords, number)

        return self._make(intent, role, reason)

    def move(self, passage_id: str, theme_id: str, *, role: str, reason: str = "") -> Decision:
        """Move a passage to another theme."""
        return self._make(lambda: acts.move(self.analysis, passage_id, theme_id), role, reason)

    def place(self, named: str, target: str, *, role: str, reason: str = "") -> Decision:
        """Place a theme with its passages, or a passage."""
        return self._make(lambda: acts.place(self.analysis, named, target, self.settings.framework), role, reason)

    def set_aside(self, passage_id: str, kind: str = "procedural", *, role: str, reason: str = "") -> Decision:
        """Say that a passage is not input."""
        return self._make(lambda: acts.set_aside(self.analysis, passage_id, kind), role, reason)

    def approve(self, named: str, *, role: str, reason: str = "") -> Decision:
        """Approve a theme or a conclusion as it stands."""
        if self._stale:
            self.analysis, _ = self._answer()
            self._stale = False
        return self._make(lambda: acts.approve(self.analysis, named), role, reason)

    def edit(self, conclusion_id: str, text: str, *, role: str, reason: str = "") -> Decision:
        """Word a conclusion otherwise; what the gate would refuse of it is kept with the decision as warnings."""
        from consult.editing import warnings_of

        if self._stale:
            self.analysis, _ = self._answer()
            self._stale = False
        warnings = warnings_of(self.analysis, self.settings, conclusion_id, text, self.ledger)
        decision = self._make(lambda: acts.edit(self.analysis, conclusion_id, text, warnings), role, reason)
        self._stale = True
        return decision

    def publish_as(self, source_id: str, publication: str, *, role: str, reason: str) -> Decision:
        """Say how a source is published."""
        return self._make(
            lambda: on_privacy.publish_as(self.sources, self.stands, source_id, publication), role, reason
        )

    def redact(self, source_id: str, start: int, end: int, kind: str = "other", *, role: str, reason: str) -> Decision:
        """Take a span of a source's text out of all that is published."""
        return self._make(lambda: on_privacy.redact(self.sources, source_id, start, end, kind), role, reason)

    def confirm(self, finding_id: str, *, role: str, reason: str) -> Decision:
        """Take out what the machine found and was not certain of."""
        return self._make(lambda: on_privacy.confirm(self.sources, self.stands, finding_id), role, reason)

    def reveal(self, finding_id: str, *, role: str, reason: str) -> Decision:
        """Let what the machine found stay in what is published."""
        return self._make(lambda: on_privacy.reveal(self.sources, self.stands, finding_id), role, reason)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every contribution."""
        return self.proposed.sources

    @property
    def stands(self) -> on_privacy.Standing:
        """What is taken out and how each source is published, after the acts so far."""
        return on_privacy.standing(self.proposed.findings, self.sources, self.decisions)

    def undo(self, number: int, *, role: str, reason: str = "") -> Decision:
        """Take a decision back."""
        return self._make(lambda: acts.undo(self.decisions, number), role, reason)

    def respond(self, wanted: Response, *, role: str) -> tuple[Reply, ...]:
        """Answer a theme, in the place that `wanted` names or in all of its places."""
        signed, first = role_of(role), len(self.replies) + 1
        given = tuple(
            Reply(number=number, role=signed, time=now(), response=response)
            for number, response in enumerate(respond(self.analysis, wanted), start=first)
        )
        self.replies += given
        self.given += given
        return given

    def _make(self, intent_of: Callable[[], Intent], role: str, reason: str) -> Decision:
        signed, why = role_of(role), acts.free_text(reason, "--reason", LONGEST_REASON)
        intent = intent_of()
        if intent.act in on_privacy.PRIVACY_ACTS and not why:
            raise DecisionError("--reason: say why; what is published of a person has to be accounted for")
        decision = Decision(
            number=len(self.decisions) + 1, role=signed, time=now(), act=intent.act, objects=intent.objects,
            before=intent.before, after=intent.after, reason=why,
        )  # fmt: skip
        self.decisions.append(decision)
        self.made.append(decision)
        if decision.act != "approve" and decision.act not in on_privacy.PRIVACY_ACTS:
            self._stand()
        return decision

    def _stand(self) -> None:
        """What stands after the decisions so far; conclusions wait until they are needed."""
        stands, _ = decided(self.proposed, self.decisions, self.settings.framework.kinds)
        self.analysis = replace(
            self.analysis,
            passages=stands.passages,
            set_aside=stands.set_aside,
            themes=stands.themes,
            placements=stands.placements,
        )
        self._stale = True

    def _title_for(self, passage_ids: list[str]) -> tuple[str, tuple[str, ...]]:
        from consult.read.redaction import masked
        from consult.themes.title import title_themes

        safe = masked(self.analysis.passages, self.sources, self.stands.findings)
        chosen = [one for one in safe if one.passage_id in set(passage_ids)]
        if not chosen:
            raise DecisionError(
                f"{', '.join(passage_ids)}: no passage bears it; ids stand in tables/ and in the report"
            )
        language = self.settings.languages[0]
        named = title_themes([chosen], safe, self.proposed.vectors, language)[0]
        return named.title, named.keywords

    # -- the end ----------------------------------------------------------------------------------

    def _answer(self) -> tuple[Analysis, tuple[Outcome, ...]]:
        wordings = self.ledger.wordings()
        return answer(self.proposed, self.decisions, self.replies, self.settings, self.progress, wordings=wordings)

    def finish(self) -> Reviewed:
        """Write the acts and all that follows from them; without acts nothing is written."""
        if not self.made and not self.given:
            return Reviewed(decisions=(), replies=(), outcomes=outcomes_of(self.ledger, self.settings), laws=())
        clock = Clock()
        with clock.step("conclude"):
            analysis, outcomes = self._answer()
        heads = self.ledger.heads_with(self.made, self.given)
        fingerprint = fingerprint_of(self.settings, self.last.inputs, self.last.versions, heads)
        from_scratch = self.last.counts.get("group", {}).get("from_scratch", 0)
        run = replace(
            self.last,
            run_id=content_id("r", fingerprint, self.last.run_id),
            fingerprint=fingerprint,
            started=clock.started,
            finished=now(),
            counts=counts(
                analysis, self.last.inputs, outcomes, from_scratch=from_scratch, withdrawn=len(self.ledger.tombstones())
            ),
            seconds=clock.seconds,
            how="review",
            heads=heads,
        )
        self.ledger.replace(analysis, run, proposed=self.proposed, decisions=self.made, replies=self.given)
        laws = write(self.ledger, run, self.settings, self.out)
        return Reviewed(decisions=tuple(self.made), replies=tuple(self.given), outcomes=outcomes, laws=laws)
