"""A researcher's recoding, applied as people's decisions: what it changes, what collides, and what cannot be applied.

In: a project (.qdpx) or code book (.qdc, .csv) that was exported from this ledger and recoded elsewhere, and an open
review. Out: what was done, and everything that was not, with the reason. Guaranteed: what the researcher did not touch
decides nothing, whatever others have decided since; where both have changed the same thing, it collides and is shown;
each coding of the file is applied, says what stands, or is listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from consult.errors import DecisionError
from consult.exported import exported_analysis, run_of
from consult.publish.exchange.code_lists import read_code_list
from consult.publish.exchange.consultation import Consultation
from consult.publish.exchange.recoding import Recoding, read_project
from consult.records import Analysis, Decision
from consult.review import Review

LISTS = (".qdc", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One act that was done. about: ids; before, after: titles or places."""

    act: str
    about: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplied:
    """Something that the file says and that decides nothing. code: why, a word of `recode-why-*` in the catalogues.

    about: ids, or the document and the place in it; said: codes or words of the file; detail: of the reason.
    """

    code: str
    about: str
    said: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoded:
    """What a file brought. unchanged: what it says that others have decided already.

    base: which version the file was compared with: `known`, or `now` where the one that it is from is not known.
    """

    done: tuple[Applied, ...]
    refused: tuple[NotApplied, ...]
    unchanged: int
    base: Literal["known", "now"]


def apply_recoding(path: Path, consultation: Consultation, desk: Review, role: str, reason: str = "") -> Recoded:
    """Apply what a file says to an open review; nothing is written before its `finish`.

    Raises InputError where the file is none of the three, is broken, or is of another ledger.
    """
    is_list = path.suffix.lower() in LISTS
    base = None if is_list else exported_analysis(run_of(path), desk)
    stood = base or desk.analysis
    read = read_code_list if is_list else read_project
    work = _Work(read(path, stood, consultation), stood, desk, role, reason)
    work.apply()
    return Recoded(
        done=tuple(work.done),
        refused=tuple(work.refused),
        unchanged=work.unchanged,
        base="known" if base or is_list else "now",
    )


# -- applying -------------------------------------------------------------------------------------------


class _Work:
    """One recoding on its way into the ledger."""

    def __init__(self, recoding: Recoding, base: Analysis, desk: Review, role: str, reason: str) -> None:
        self.recoding, self.base, self.desk, self.role, self.reason = recoding, base, desk, role, reason
        self.done: list[Applied] = []
        self.refused: list[NotApplied] = []
        self.unchanged = 0
        self.named = {code.guid: code for code in recoding.new_codes}
        self.new: dict[str, str] = {}  # GUID of a new code → the theme that was made of it

    def apply(self) -> None:
        """Names first, then what goes where, then places; then all that says nothing we can do."""
        for theme_id, name in sorted(self.recoding.renamed.items()):
            self._rename(theme_id, name)
        self._move()
        for theme_id, place in sorted(self.recoding.placed.items()):
            self._place(theme_id, place)
        for key, theme_id in sorted(self.new.items()):
            if self.named[key].place not in ("", _place_of(theme_id, self.desk.analysis)):
                self._act(partial(self._placed, theme_id, self.named[key].place), theme_id)
        self.refused += self._left()

    # -- acts -------------------------------------------------------------------------------------

    def _act(self, act: Callable[[], Applied], about: str) -> None:
        try:
            self.done.append(act())
        except DecisionError as error:
            self.refused.append(NotApplied(code="decision", about=about, detail=str(error)))

    def _sign(self, act: Callable[..., Decision], *arguments: object) -> Decision:
        return act(*arguments, role=self.role, reason=self.reason)

    def _rename(self, theme_id: str, name: str) -> None:
        before, now = _title(theme_id, self.base), _title(theme_id, self.desk.analysis)
        if self._may(theme_id, before, now, name):
            self._act(partial(self._renamed, theme_id, now or "", name), theme_id)

    def _renamed(self, theme_id: str, before: str, name: str) -> Applied:
        self._sign(self.desk.rename, theme_id, name)
        return Applied(act="rename", about=(theme_id,), before=before, after=name)

    def _place(self, theme_id: str, place: str) -> None:
        before, now = _place_of(theme_id, self.base), _place_of(theme_id, self.desk.analysis)
        if self._may(theme_id, before, now, place):
            self._act(partial(self._placed, theme_id, place), theme_id)

    def _placed(self, theme_id: str, place: str) -> Applied:
        before = _place_of(theme_id, self.desk.analysis) or ""
        self._sign(self.desk.place, theme_id, place)
        return Applied(act="place", about=(theme_id,), before=before, after=place)

    def _may(self, about: str, before: str | None, now: str | None, wanted: str) -> bool:
        """Whether only the file has changed something; else why not is noted."""
        if now is None:
            self.refused.append(NotApplied(code="gone", about=about, said=wanted))
        elif now == wanted:
            self.unchanged += 1
        elif now != before:
            self.refused.append(NotApplied(code="collides", about=about, said=wanted, detail=f"{before} → {now}"))
        else:
            return True
        return False

    # -- passages ---------------------------------------------------------------------------------

    def _move(self) -> None:
        """Passages by where they are to go: to a theme that is there, or to a new one."""
        now = _theme_of(self.desk.analysis)
        wanted: dict[str, list[str]] = defaultdict(list)
        for passage_id, code in sorted(self.recoding.moved.items()):
            if self._may(passage_id, self.recoding.before[passage_id], now.get(passage_id), code):
                wanted[code].append(passage_id)
        for code, passages in sorted(wanted.items()):
            if code in self.named:
                self._act(partial(self._made, code, passages), code)
            else:
                self._moved(code, passages)

    def _moved(self, theme_id: str, passages: Sequence[str]) -> None:
        """To a theme that is there; a theme whose code is gone and that goes there whole is merged into it."""
        if _title(theme_id, self.desk.analysis) is None:
            self.refused += [NotApplied(code="gone", about=one, said=theme_id) for one in passages]
            return
        for origin, group in _by_theme(passages, self.desk.analysis).items():
            if origin in self.recoding.dropped and len(group) == _size(origin, self.desk.analysis):
                self._act(partial(self._merged, theme_id, origin), origin)
            else:
                for one in group:
                    self._act(partial(self._one_moved, one, theme_id), one)

    def _merged(self, theme_id: str, other: str) -> Applied:
        titles = (_title(other, self.desk.analysis) or "", _title(theme_id, self.desk.analysis) or "")
        self._sign(self.desk.merge, theme_id, other)
        return Applied(act="merge", about=(theme_id, other), before=titles[0], after=titles[1])

    def _one_moved(self, passage_id: str, theme_id: str) -> Applied:
        before = _title(_theme_of(self.desk.analysis)[passage_id], self.desk.analysis) or ""
        self._sign(self.desk.move, passage_id, theme_id)
        after = _title(theme_id, self.desk.analysis) or ""
        return Applied(act="move", about=(passage_id, theme_id), before=before, after=after)

    def _made(self, key: str, passages: Sequence[str]) -> Applied:
        """A new theme: split off where a theme keeps some of its passages, else a whole theme under a new title."""
        name, groups = self.named[key].name, _by_theme(passages, self.desk.analysis)
        part = next((t for t, group in groups.items() if len(group) < _size(t, self.desk.analysis)), "")
        first = part or max(groups, key=lambda t: (len(groups[t]), t))
        before = _title(first, self.desk.analysis) or ""
        if part:
            made = self._sign(self.desk.split, first, groups[first], name).after["theme_id"]
        else:
            made = self._sign(self.desk.rename, first, name).objects[0]
        self.new[key] = made
        for origin, group in groups.items():
            if origin != first and not part and len(group) == _size(origin, self.desk.analysis):
                self._act(partial(self._merged, made, origin), origin)
            elif origin != first:
                for one in group:
                    self._act(partial(self._one_moved, one, made), one)
        about = (made, *groups[first]) if part else (made,)
        return Applied(act="split" if part else "rename", about=about, before=before, after=name)

    # -- what decides nothing ---------------------------------------------------------------------

    def _left(self) -> Iterator[NotApplied]:
        """All that the file says and that we cannot do."""
        for one in self.recoding.unmatched:
            place = f"{one.source} [{one.start}, {one.end})" if one.start >= 0 else one.source
            yield NotApplied(code=one.reason, about=place, said=", ".join(one.codes), detail=one.quote)
        for passage_id, codes in self.recoding.several.items():
            yield NotApplied(code="several", about=passage_id, said=", ".join(map(self._name, codes)))
        for passage_id in self.recoding.uncoded:
            yield NotApplied(code="uncoded", about=passage_id)
        for theme_id in self.recoding.dropped:
            title = _title(theme_id, self.desk.analysis)
            if title is not None and theme_id not in self.new.values():
                yield NotApplied(code="dropped", about=theme_id, said=title)
        for code in self.recoding.new_codes:
            if code.guid not in self.new and not any(code.guid in said for said in self.recoding.codes.values()):
                yield NotApplied(code="empty", about=code.name)

    def _name(self, code: str) -> str:
        return self.named[code].name if code in self.named else _title(code, self.base) or code


# -- looking up -----------------------------------------------------------------------------------------


def _title(theme_id: str, analysis: Analysis) -> str | None:
    return next((theme.title for theme in analysis.themes if theme.theme_id == theme_id), None)


def _place_of(theme_id: str, analysis: Analysis) -> str | None:
    """Where a theme is placed first; None where there is no such theme."""
    own = [one for one in analysis.placements if one.theme_id == theme_id and not one.passage_id]
    first = min(own, key=lambda one: (-one.probability, one.target), default=None)
    return None if first is None else first.target or first.kind


def _theme_of(analysis: Analysis) -> dict[str, str]:
    return {passage_id: theme.theme_id for theme in analysis.themes for passage_id in theme.passage_ids}


def _size(theme_id: str, analysis: Analysis) -> int:
    return next(len(theme.passage_ids) for theme in analysis.themes if theme.theme_id == theme_id)


def _by_theme(passages: Sequence[str], analysis: Analysis) -> dict[str, list[str]]:
    """Theme → those of the passages that are in it, both sorted."""
    theme_of, found = _theme_of(analysis), defaultdict(list)
    for passage_id in passages:
        found[theme_of[passage_id]].append(passage_id)
    return {theme: sorted(found[theme]) for theme in sorted(found)}
