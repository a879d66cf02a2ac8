"""A made-up analysis for the tests of publishing: four sources in three languages, seven themes, one broken file.

Every record is built from the texts below, so that spans, quotes and tiling hold as they would after a real run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from consult.records import (
    AFFIX,
    Analysis,
    Block,
    Citation,
    Conclusion,
    Context,
    Draft,
    Framework,
    NotReflected,
    Passage,
    Placement,
    Response,
    SetAside,
    Source,
    Target,
    Theme,
    content_id,
)
from consult.settings import Event, Settings

HOSTILE = "<script>alert('x')</script> & \"sitat\" {{ 7 * 7 }} =HYPERLINK(1)"
"""A text that would do harm wherever it is not treated as text."""

NOTE = """# Bord 3: Offentlege innkjøp
Notatar: Kari N.
- Data om innkjøp må kunne lastast ned som opne data.
- Vi treng ei samla oversikt over kontraktane til kommunane.
- =SUM(A1:A9) skal ikkje vere einaste måten å finne ut kva staten kjøper.
## Andre saker
- Nokon må ta ansvar for eInnsyn òg etter 2026.
"""
LETTER = """Til departementet

Foreningen Åpne dokumenter mener at eInnsyn må omfatte alle kommuner innen 2027. Søket i eInnsyn er for dårlig.
Vi vil også peke på at innsynskrav ofte blir liggende i flere uker.
Vi treng ei samla oversikt over kontraktane til kommunane.

Vennlig hilsen
Styret
"""
MAIL = """Hello,
Please publish contract data in English as well, so that foreign companies can take part.
Who can young people turn to when a public service fails them?
Best regards
"""
LONG = "Innsyn i straffesaksdokument, personvernerklæringar og antikorrupsjonsarbeidet"
SCREEN_READER = "Skjermlesaren les ikkje skjemaa til kommunen.\n"

THEMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Opne data om offentlege innkjøp": ("1", ("Data om innkjøp", "=SUM(A1:A9)", "Please publish contract")),
    "Oversikt over kontraktar": ("1", ("Vi treng ei samla oversikt",)),
    "Ansvar for eInnsyn": ("5", ("Nokon må ta ansvar", "Foreningen Åpne dokumenter")),
    "Søk i eInnsyn": ("5", ("Søket i eInnsyn",)),
    "Sein handsaming av innsynskrav": ("T1", ("Vi vil også peke",)),
    "Unge som treng hjelp": ("", ("Who can young people",)),
    "Skjermlesarar og skjema": ("", ("Skjermlesaren les",)),
}
"""Title → target and how its passages begin; the last but one is `new`, the last `unplaced`."""


def source(path: str, text: str, **fields: object) -> Source:
    """A source whose lines that begin with `#` are headings."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            kind = "heading" if line.startswith("#") else "paragraph"
            blocks.append(Block(start=at, end=at + len(line), kind=kind, level=line.count("#")))
        at += len(line)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(path=path, sha256=digest, text=text, blocks=tuple(blocks), **fields)


def sources() -> tuple[Source, ...]:
    """The made-up inputs, sorted by path."""
    return (
        Source(path="brev/skanna.pdf", sha256="0" * 64, format="pdf", status="unreadable", reason="scanned"),
        source("brev/foreningen_aapne_dokumenter_hoeringsinnspill_endelig_versjon_2.docx", LETTER, format="docx",
               voice="organisation", language="nb",
               contributor="Foreningen Åpne dokumenter", event="hearing"),
        source("epost.eml", MAIL, format="eml", voice="individual", language="en"),
        source("mote/bord 3.docx", NOTE, format="docx", voice="group_note", language="nn", event="mote-1"),
        source("skjema.xlsx", SCREEN_READER, format="xlsx", voice="individual", language="nn", locator="row 2"),
    )  # fmt: skip


def tile(one: Source, starts: Sequence[str]) -> tuple[list[Passage], list[SetAside]]:
    """Passages from each of `starts` to the end of its sentence; all that lies between is set aside."""
    passages, aside, at = [], [], 0
    for start in sorted(one.text.index(words) for words in starts if words in one.text):
        ends = [one.text.index(sign, start) + 1 for sign in (". ", ".\n", "?\n") if one.text.find(sign, start) >= 0]
        end = min(ends)
        aside += _aside(one, at, start)
        headings = tuple(
            one.text[b.start : b.end].strip("# \n") for b in one.blocks if b.kind == "heading" and b.start < start
        )
        passages.append(
            Passage(source_id=one.source_id, start=start, end=end, text=one.text[start:end], language=one.language,
                    voice=one.voice, page=2 if one.format == "docx" else None, context=Context(headings=headings[-1:])),
        )  # fmt: skip
        at = end
    return passages, aside + _aside(one, at, len(one.text))


def _aside(one: Source, start: int, end: int) -> list[SetAside]:
    text = one.text[start:end]
    if not text:
        return []
    reason = "heading" if "#" in text else "blank" if not text.strip("- \n") else "contact"
    return [SetAside(source_id=one.source_id, start=start, end=end, text=text, reason=reason)]


def cite(conclusion_id: str, passage: Passage, text: str, *, shown: bool) -> Citation:
    """A citation of the whole passage with both selectors."""
    start, end = passage.start, passage.end
    return Citation(
        conclusion_id=conclusion_id, passage_id=passage.passage_id, source_id=passage.source_id, start=start, end=end,
        exact=passage.text, prefix=text[max(0, start - AFFIX) : start], suffix=text[end : end + AFFIX], shown=shown,
    )  # fmt: skip


def conclude(theme: Theme, target: str, members: Sequence[Passage], texts: Mapping[str, str]) -> Conclusion:
    """A frame sentence around the theme's first two passages; the others are counted."""
    conclusion_id = content_id("c", theme.theme_id)
    quotes = ", ".join(f"«{passage.text}»" for passage in members[:2])
    return Conclusion(
        conclusion_id=conclusion_id, theme_id=theme.theme_id, target=target, language="nn",
        text=f"{len(members)} innspel seier det slik: {quotes}",
        citations=tuple(cite(conclusion_id, p, texts[p.source_id], shown=n < 2) for n, p in enumerate(members)),
    )  # fmt: skip


def analysis() -> Analysis:
    """The whole made-up analysis."""
    inputs = sources()
    starts = [start for _, begins in THEMES.values() for start in begins]
    tiles = [tile(one, starts) for one in inputs if one.text]
    passages = tuple(sorted((p for found, _ in tiles for p in found), key=lambda p: p.passage_id))
    texts = {one.source_id: one.text for one in inputs}
    themes, placements, conclusions = [], [], []
    for title, (target, begins) in THEMES.items():
        members = sorted((p for p in passages if p.text.startswith(begins)), key=lambda p: (p.source_id, p.start))
        theme = Theme(
            theme_id=content_id("t", title), title=title, keywords=tuple(title.lower().split()[:3]),
            passage_ids=tuple(p.passage_id for p in members),
        )  # fmt: skip
        themes.append(theme)
        placements += place(theme, target)
        conclusions.append(conclude(theme, target, members, texts))
    return Analysis(
        sources=inputs, passages=passages, set_aside=tuple(s for _, found in tiles for s in found),
        duplicates=duplicates(passages), themes=tuple(themes), placements=tuple(placements),
        conclusions=tuple(conclusions), not_reflected=(), responses=responses(),
    )  # fmt: skip


def responses() -> tuple[Response, ...]:
    """One theme is answered in full, one in one of its two places; the others wait."""
    return (
        Response(
            theme_id=content_id("t", "Opne data om offentlege innkjøp"), target="1", status="partly",
            reason="Data blir lagde ut frå 2027.\n\nDet gjeld ikkje kommunane.", responsible="DFØ",
            next_step="Høyring hausten 2026", date="2027-03",
        ),
        Response(theme_id=content_id("t", "Ansvar for eInnsyn"), target="5", status="not_taken_up", reason=HOSTILE),
    )  # fmt: skip


def place(theme: Theme, target: str) -> list[Placement]:
    """The theme's placement, and the same for each of its passages; eInnsyn's owner bears on T1 besides."""
    kind = "commitment" if target.isdigit() else "new_topic" if target else "new"
    if theme.title.startswith("Skjermlesarar"):
        kind = "unplaced"

    def one(passage_id: str) -> Placement:
        return Placement(theme_id=theme.theme_id, passage_id=passage_id, kind=kind, target=target, score=0.5,
                         probability=0.8, evidence="kontrakt, innkjøp", runner_up="7")  # fmt: skip

    placed = [one(passage_id) for passage_id in ("", *theme.passage_ids)]
    if theme.title == "Ansvar for eInnsyn":
        placed.append(Placement(theme_id=theme.theme_id, kind="new_topic", target="T1", score=0.4, probability=0.6))
    return placed


def duplicates(passages: Sequence[Passage]) -> dict[str, str]:
    """The sentence that stands in both note and letter: the later one is a copy of the first."""
    same = sorted(p.passage_id for p in passages if p.text.startswith("Vi treng ei samla"))
    return dict.fromkeys(same[1:], same[0])


def framework() -> Framework:
    """Two commitments, one without any input, and a known new topic."""

    def target(target_id: str, kind: str, nn: str, nb: str, en: str) -> Target:
        return Target(
            target_id=target_id, kind=kind, title={"nn": nn, "nb": nb, "en": en}, description={"nn": f"{nn}."}
        )

    return Framework(
        framework_id="no-test", language="nn", source="Testplan 2024–2027",
        targets=(
            target("1", "commitment", "Offentlege innkjøp", "Offentlige anskaffelser", "Public procurement"),
            target("5", "commitment", "Evaluering av eInnsyn", "Evaluering av eInnsyn", "Evaluation of eInnsyn"),
            target("7", "commitment", LONG, "Innsyn i straffesaker", "Access to criminal cases"),
            target("T1", "new_topic", "Oppfølging av eInnsyn", "Oppfølging av eInnsyn", "Following up eInnsyn"),
        ),
    )  # fmt: skip


def settings(language: str = "nn", title: str = "Innspel til handlingsplanen for openheit") -> Settings:
    """Settings of a consultation with two events."""
    return Settings(
        folder=Path("made-up"), name="made-up", title={language: title}, languages=(language,), framework=framework(),
        events=(
            Event(event_id="mote-1", title={"nn": "Møte 1"}, date="2026-01-15", inputs=("mote/*",)),
            Event(event_id="hearing", title={"nn": "Høyring"}, date="2026-02-01", inputs=("brev/*",)),
        ),
    )  # fmt: skip


def run_info() -> dict[str, object]:
    """What a run says of itself."""
    laws = [
        {"number": 1, "name": "tiling", "holds": True, "breaches": []},
        {
            "number": 3,
            "name": "fidelity",
            "holds": False,
            "breaches": ["c-1 → p-1 [0, 4): the quote is not what s-1 says there"],
        },
    ]
    return {
        "settings": {"name": "made-up"},
        "started": "2026-03-04T09:30:00+00:00",
        "laws": laws,
        "versions": {"consult": "0.1"},
        "people": {
            "orphaned": [
                {
                    "number": 3,
                    "role": HOSTILE,
                    "act": "move",
                    "objects": ["p-1", "t-1"],
                    "code": "passage-gone",
                    "ids": ["p-1"],
                }
            ],
            "orphaned_responses": [{"theme_id": "t-1", "target": "9", "status": "taken_up", "reason": "x"}],
        },
    }


def drafted(whole: Analysis | None = None) -> Analysis:
    """The same with what a model drafted of every kind: titles, overviews, a rewrite and a translation."""
    one = whole or analysis()
    theme, conclusion = one.themes[0], one.conclusions[0]
    mine = next(c for c in one.conclusions if c.theme_id == theme.theme_id)
    target = next(p.target for p in one.placements if not p.passage_id and p.theme_id == theme.theme_id)
    text = conclusion.text if whole else "Eit bord vil ha opne data om innkjøp."

    def draft(task: str, stands_for: str, words: str, target: str = "", language: str = "nn") -> Draft:
        return Draft(
            task=task, stands_for=stands_for, theme_id=theme.theme_id, target=target, language=language, text=words,
            passage_ids=theme.passage_ids, model="small", before=text,
        )  # fmt: skip

    return replace(
        one,
        conclusions=tuple(replace(c, how="drafted") if c is mine else c for c in one.conclusions),
        drafts=(
            draft("title", theme.theme_id, text), draft("overview", theme.theme_id, text, target),
            draft("plain", mine.conclusion_id, mine.text),
            draft("translate", "c-other", text if whole else "A table wants open data.", language="en"),
        ),
    )  # fmt: skip


def hostile() -> Analysis:
    """A source, a theme and a conclusion whose every free field holds `HOSTILE`."""
    one = Source(
        path=f"{HOSTILE}.txt", locator=HOSTILE, sha256="1" * 64, format=HOSTILE, text=HOSTILE, voice="individual",
        contributor=HOSTILE, title=HOSTILE, event=HOSTILE, date=HOSTILE,
    )  # fmt: skip
    passage = Passage(
        source_id=one.source_id, start=0, end=len(HOSTILE), text=HOSTILE, language="nn", voice="individual",
        context=Context(document=HOSTILE, headings=(HOSTILE,), parent=HOSTILE, question=HOSTILE),
    )  # fmt: skip
    theme = Theme(theme_id="t-1", title=HOSTILE, keywords=(HOSTILE,), passage_ids=(passage.passage_id,))
    conclusion = Conclusion(
        conclusion_id="c-1", theme_id="t-1", target="1", language="nn", text=f"{HOSTILE}: «{HOSTILE}»",
        citations=(cite("c-1", passage, HOSTILE, shown=True),),
    )  # fmt: skip
    placement = Placement(theme_id="t-1", kind="commitment", target="1", score=1, probability=1, evidence=HOSTILE)
    broken = Source(path=f"{HOSTILE}.pdf", sha256="2" * 64, format="pdf", status="unreadable", reason="broken")
    missing = NotReflected(passage_id=passage.passage_id, theme_id="t-1", reason=HOSTILE)
    return Analysis(
        sources=(one, broken), passages=(passage,), set_aside=(), duplicates={}, themes=(theme,),
        placements=(placement,), conclusions=(conclusion,), not_reflected=(missing,),
    )  # fmt: skip
