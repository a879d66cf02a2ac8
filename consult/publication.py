"""`consult publish`: a finished run → an edition of the feedback document and the receipts, whole and redacted.

In: an output folder. Out: `internal/feedback.*`, `internal/receipts/`, and `public/` where there is a redacted view;
a row of the ledger with the hash of each file. Files are made aside and then moved whole: killed at any point, the
last edition stands, or the next `consult publish` writes the very same files. Nothing changed, nothing is written.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from consult.answer.decide import role_of
from consult.check import consultation_folder, file_sha256, open_checked
from consult.diff import Comparison, Version, compare, snapshot_of
from consult.edition import Edition, Kind, add_edition, compared_with, editions, file_breaches
from consult.edition_files import ASIDE, about, files_below, named, put_in_place, write_files
from consult.errors import InputError, LedgerError
from consult.ledger import Ledger
from consult.messages import publication_languages
from consult.our_words import imprint_texts
from consult.provenance import now, plain, versions_of_code
from consult.publish.codes import new_key, receipt_code
from consult.publish.hidden import Hidden
from consult.publish.material import Head, Material
from consult.published import IMPRINT, KEY
from consult.records import Analysis, Decision, content_id
from consult.results import receipts_of, write
from consult.run import alone, refuse_broken
from consult.runs import Run
from consult.settings import Settings, load_settings
from consult.stored import as_json
from consult.swap import end_swap

READABLE = (".html", ".md", ".csv", ".json", ".jsonld", ".qdc")
"""Files that are searched for personal data before they are published: the others are made of the same words, and
`consult check` searches all of them."""

DAY = 10  # characters of an ISO date


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How it ended. edition: None where a final one was refused, for `reasons`. unchanged: all stood as it was."""

    edition: Edition | None
    reasons: tuple[str, ...] = ()
    unchanged: bool = False
    public: bool = True


def publish(out: Path, *, final: bool = False, languages: Sequence[str] = (), role: str = "") -> Published:
    """Publish the last run of `out`.

    Raises LedgerError where there is no finished run, another command holds the folder, or settings have changed since
    the run; InputError for a language that nothing can be said in, DecisionError for a role that is no office.
    """
    signed = role_of(role) if role.strip() else ""
    open_checked(out).connection.close()
    with alone(out), open_checked(out) as ledger:
        refuse_broken(ledger, out)
        end_swap(out)
        press = Press(ledger, out, _languages(languages, load_settings(consultation_folder(ledger, out))))
        reasons = tuple(press.reasons()) if final else ()
        if reasons:
            return Published(edition=None, reasons=reasons)
        return press.publish("final" if final else "draft", signed)


def _languages(wanted: Sequence[str], settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and the languages of the edition: those that are asked for, else those of the consultation."""
    known = publication_languages()
    for language in wanted:
        if language not in known:
            raise InputError(f"--languages: no language {language!r}; there are {', '.join(known)}")
    return settings, tuple(dict.fromkeys(wanted)) or settings.languages


class Press:
    """A finished run that is about to be published."""

    def __init__(self, ledger: Ledger, out: Path, chosen: tuple[Settings, tuple[str, ...]]) -> None:
        """Take an open ledger; raises LedgerError where the run is not that of the settings."""
        self.ledger, self.out = ledger, out
        self.settings, self.languages = chosen
        self.run, self.run_info = _last(ledger, out, self.settings)
        self.analysis = ledger.analysis()
        self.held = editions(ledger)
        self.spare_key = ""

    def reasons(self) -> Iterator[str]:
        """Why it cannot be final."""
        from consult.final import not_final

        lacks = tuple(not_final(self.ledger, self.analysis, self.settings, self.out))
        yield from lacks
        if lacks:
            yield from self.rehearsed()

    def rehearsed(self) -> Iterator[str]:
        """What would stop the edition when it is made, told with all that it lacks: made aside, searched, and gone."""
        views = self.views()
        if "public" not in views:
            return
        self.spare_key = new_key()
        try:
            self.make(self.new_edition("final", "", "", views), views)
            yield from self.leaks(views)
        except LedgerError as error:
            yield str(error)
        finally:
            self.spare_key = ""
            shutil.rmtree(self.out / ASIDE, ignore_errors=True)

    def publish(self, kind: Kind, role: str) -> Published:
        """Make the edition, unless the last one is the same and stands as it was published."""
        views = self.views()
        fingerprint = self.fingerprint(kind, views)
        last = self.held[-1] if self.held else None
        again = last if last is not None and last.fingerprint == fingerprint else None
        if again is not None and not any(file_breaches(again, self.out)):
            self.lead_to_receipts()
            return Published(edition=again, unchanged=True, public="public" in views)
        edition = again or self.new_edition(kind, role, fingerprint, views)
        files = self.make(edition, views)
        found = tuple(self.leaks(views))
        if found:
            shutil.rmtree(self.out / ASIDE)
            return Published(edition=None, reasons=found, public=False)
        if again is None:
            edition = replace(edition, files=files)
            add_edition(self.ledger, edition)
        self.ledger.set_meta(IMPRINT, as_json(imprint_texts(self.settings.publication)))
        put_in_place(self.out)
        self.lead_to_receipts()
        return Published(edition=edition, public="public" in views)

    def lead_to_receipts(self) -> None:
        """Write the internal report anew where the receipts that it could lead to are others, and run.json with it."""
        if self.run_info.get("receipts", []) != receipts_of(self.ledger):
            write(self.ledger, self.run, self.settings, self.out)

    # -- what it is made of ------------------------------------------------------------------------

    def views(self) -> dict[str, Analysis]:
        """The whole analysis, and the redacted one where there is any."""
        views = {"internal": self.analysis}
        public = redacted(self.analysis, self.ledger.decisions(), plain(self.settings))
        return views | ({"public": public} if public is not None else {})

    def fingerprint(self, kind: Kind, views: Mapping[str, Analysis]) -> str:
        """SHA-256 of all that the files depend on but the time."""
        parts = {
            "run": self.run.fingerprint, "run_id": self.run.run_id, "kind": kind, "languages": self.languages,
            "publication": asdict(self.settings.publication), "key": content_id("k", self.key()),
            "code": versions_of_code()["code"], "agreement": self.run_info.get("agreement", {}),
            "views": sorted(views), "public": repr(views.get("public")),
        }  # fmt: skip
        return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def key(self) -> str:
        """The key of receipt codes; made when it is first asked for and kept, but of what is only rehearsed."""
        if self.spare_key:
            return self.ledger.meta(KEY) or self.spare_key
        if not self.ledger.meta(KEY):
            self.ledger.set_meta(KEY, new_key())
        return self.ledger.meta(KEY)

    def new_edition(self, kind: Kind, role: str, fingerprint: str, views: Mapping[str, Analysis]) -> Edition:
        """The edition as it will be, without its files."""
        return Edition(
            number=len(self.held) + 1, role=role, time=now(), kind=kind, languages=self.languages,
            run_id=self.run.run_id, fingerprint=fingerprint, files={},
            states={name: snapshot_of(analysis) for name, analysis in views.items()},
        )  # fmt: skip

    def material(self, name: str, analysis: Analysis, edition: Edition) -> Material:
        """What the documents of one view are made of."""
        earlier = [one for one in self.held if one.number < edition.number]
        before = compared_with(earlier, edition.kind)
        key = self.key()
        return Material(
            analysis=analysis,
            settings=self.settings,
            run=self.run_info,
            head=Head(
                number=edition.number,
                date=edition.time[:DAY],
                final=edition.kind == "final",
                before=(before.number, before.time[:DAY]) if before else None,
            ),
            whole=name == "internal",
            vectors=self.ledger.proposed().vectors,
            withheld=self.withheld(analysis),
            withdrawn=len(self.ledger.tombstones()),
            codes={source.source_id: receipt_code(key, source.source_id) for source in self.analysis.sources},
            languages=self.languages,
            decisions=self.ledger.decisions(),
            replies=self.ledger.replies(),
            by_people=self.by_people(),
            comparison=self.comparison(before, name, edition),
        )

    def letters(self, name: str, views: Mapping[str, Analysis], edition: Edition) -> Material | None:
        """What receipts under `internal/` are made of: what is said of others there is what is published of them."""
        from consult.publish.lettered import lettered

        if name != "internal" or "public" not in views:
            return None
        return self.material(name, lettered(views[name], views["public"]), edition)

    def comparison(self, before: Edition | None, name: str, edition: Edition) -> Comparison | None:
        """With the edition before; in public without earlier words that are not to be shown any more."""
        if before is None or name not in before.states:
            return None
        earlier = before.states[name]
        if name == "public":
            earlier = self.hidden.left_out(earlier, edition.states[name])
        return compare(Version(snapshot=earlier), Version(snapshot=edition.states[name]))

    def by_people(self) -> frozenset[tuple[str, int]]:
        """(source, number among its set-aside spans) of what people set aside."""
        named = {one for decision in self.ledger.decisions() if decision.act == "set_aside" for one in decision.objects}
        numbers: Counter[str] = Counter()
        found = set()
        for span in sorted(self.analysis.set_aside, key=lambda one: (one.source_id, one.start)):
            if content_id("p", span.source_id, span.start, span.end) in named:
                found.add((span.source_id, numbers[span.source_id]))
            numbers[span.source_id] += 1
        return frozenset(found)

    def withheld(self, analysis: Analysis) -> dict[str, str]:
        """Source id → language, of sources that the view does not show."""
        shown = {source.source_id for source in analysis.sources}
        return {one.source_id: one.language for one in self.analysis.sources if one.source_id not in shown}

    # -- files -------------------------------------------------------------------------------------

    def make(self, edition: Edition, views: Mapping[str, Analysis]) -> dict[str, str]:
        """Write all files aside; path → SHA-256."""
        from consult.publish.balance import balance
        from consult.publish.shelf import Shelf, internal_files, public_files

        aside = self.out / ASIDE
        shutil.rmtree(aside, ignore_errors=True)  # what a killed one left
        makers = {"internal": internal_files, "public": public_files}
        for name, analysis in views.items():
            shelf = Shelf(self.material(name, analysis, edition), self.letters(name, views, edition))
            faults = tuple(balance(shelf))
            if faults:
                raise LedgerError(f"the books of {name}/ do not balance: {faults[0]}; nothing is published")
            write_files(aside, makers[name](shelf))
        if "public" in views:
            write_files(aside, [("public/edition.json", about(edition, aside / "public"))])
        return {path.relative_to(aside).as_posix(): file_sha256(path) for path in files_below(aside)}

    def leaks(self, views: Mapping[str, Analysis]) -> Iterator[str]:
        """Personal data that was found in the inputs and stands in what is about to be published (law 9)."""
        from consult.publish.recount import small_cells

        if "public" not in views:
            return
        aside = self.out / ASIDE
        yield from (f"public/{breach}" for breach in small_cells(aside / "public"))
        held: dict[tuple[str, str], list[str]] = defaultdict(list)
        for path in files_below(aside / "public"):
            if path.suffix in READABLE:
                name, text = path.relative_to(aside).as_posix(), path.read_text(encoding="utf-8")
                for found in self.hidden.breaches(text):
                    held[found].append(name)
        for (breach, what), names in held.items():
            yield f"{named(names)}: {breach}; {self.hidden.remedy(what, views['public'])}"

    @cached_property
    def hidden(self) -> Hidden:
        """What must not be published."""
        imprint = imprint_texts(self.settings.publication)
        return Hidden(self.analysis, self.ledger.decisions(), plain(self.settings), imprint)


def redacted(analysis: Analysis, decisions: Sequence[Decision], settings: Mapping[str, Any]) -> Analysis | None:
    """The analysis as it may be published, None where nothing can make it."""
    try:
        from consult.publish.public import public_view
    except ImportError:
        return None
    return public_view(analysis, decisions, settings)


def _last(ledger: Ledger, out: Path, settings: Settings) -> tuple[Run, dict[str, Any]]:
    """The last run, and run.json of it."""
    from consult.publish.exchange.consultation import read_run_info

    last, info = ledger.last_run(), read_run_info(out)
    if last is None or info.get("run_id") != last.run_id:
        raise LedgerError(f"{out}: run.json is not of the last run; run `consult run` again")
    if plain(settings) != last.settings:
        raise LedgerError(
            f"the settings changed since the last run; `consult run {settings.folder}` once, and publish then"
        )
    return last, info
