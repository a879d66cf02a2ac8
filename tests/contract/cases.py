"""What the formats are tried on: a made-up analysis, one full of what breaks formats, and what run.json says."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from consult.provenance import plain
from consult.records import (
    AFFIX,
    Analysis,
    Citation,
    Conclusion,
    Passage,
    Placement,
    Response,
    Source,
    Theme,
    content_id,
)
from tests import sample_analysis as sample

LINES = {
    "emoji.txt": ("🌍 Opne data 👩‍👩‍👧 til alle 🇳🇴!", "Etter emoji 𝒳 kjem det meir.", "Siste ord 🏁"),
    "combining.txt": ("q̇uo vadis, e̲ller x̣?", "Zal̲go: t̵̛̰e̷͝k̸̈ś̴t", "한국어 اللغة עברית \u202esnudd\u202c slutt"),
    "controls.txt": (
        "Kurs\x00 og \x0brettleiing",
        "\x1b[31mRaudt\x1b[0m \x7f\x85 slutt",
        "ein\ufffetil\uffff og\ud83d eit",
    ),
    "lines.txt": ("lina\rmed retur", "to\r\nliner", "side\x0cskift\u2028skilje\u2029slutt"),
    "markup]]>.xml": (
        "a ]]> b <![CDATA[ c",
        "<script>alert(1)</script> &amp; &#0; &x;",
        '<!DOCTYPE q [<!ENTITY x "y">]> %x;',
    ),
    "marked.txt": ("\ufeffMed merke fremst", "\ufeff og midt i", "=HYPERLINK(1)"),
    "a\r\nb/../../etc/<\"'&>\u0007.txt": ("Same", "Same", "Same "),
    "A\r\nb\\..\\..\\etc\\<\"'&>\u0007.txt": ("Eit anna", "innhald", "her"),
}
"""Path → the lines of its text, each a passage."""

TITLES = (
    "Kurs",
    "KURS",
    "",
    "1 Offentlege innkjøp",
    "]]> <b>&amp;\x00\r\nlang " + "ord " * 90,
    "Kurs (t-x)",
    "\ufeff🌍",
)


def run_info(**more: Any) -> dict[str, Any]:
    """run.json as a run of the made-up consultation would write it."""
    return {
        **sample.run_info(),
        "run_id": "r-0123456789ab",
        "fingerprint": "ab" * 32,
        "finished": "2026-03-04T09:31:00Z",
        "settings": plain(sample.settings()),
        "versions": {"consult": "0.1.0", "model": "hash hash-1", "python": "3.11"},
        "inputs": {"brev.zip": "3" * 64},
        "counts": {"read": {"files": 1, "in": 8, "out": 8, "remainder": 0}},
        "files": {},
        **more,
    }


PARENTS = ("", "KURS", "kurs", "1 Offentlege innkjøp", "]]> <i>&amp;\x00\r\nvidt " + "ord " * 90, " \n", "kurs")
"""The wider theme of each of TITLES: names of themes and places, the same on two places, breaking XML, blank."""


def made() -> Analysis:
    """The made-up analysis that publishing is tried on, with a response."""
    analysis = sample.analysis()
    answered = Response(
        theme_id=analysis.themes[0].theme_id, target="1", status="taken_up", reason="Vi gjer det.",
        responsible="DFØ", next_step="Møte", date="2026-05-01",
    )  # fmt: skip
    themes = (replace(analysis.themes[0], parent="Opplæring for alle"), *analysis.themes[1:])
    return replace(analysis, themes=themes, responses=(answered,))


def hostile() -> Analysis:
    """Texts, names and titles with everything that XML, zip, JSON or a file system chokes on."""
    sources = tuple(_source(path, lines) for path, lines in LINES.items())
    passages = [passage for source in sources for passage in _passages(source)]
    themes = [
        replace(_theme(title, passages[place :: len(TITLES)]), parent=PARENTS[place])
        for place, title in enumerate(TITLES)
    ]
    places = ("1", "5", "T1", "", "9 <>", "1", "")
    placements = [_placement(theme, target) for theme, target in zip(themes, places, strict=True)]
    texts = {source.source_id: source.text for source in sources}
    by_id = {passage.passage_id: passage for passage in passages}
    conclusions = [_conclusion(theme, [by_id[one] for one in theme.passage_ids], texts) for theme in themes]
    return Analysis(
        sources=sources, passages=tuple(passages), set_aside=(), duplicates={}, themes=tuple(themes),
        placements=tuple(placements), conclusions=tuple(conclusions), not_reflected=(),
    )  # fmt: skip


def _source(path: str, lines: tuple[str, ...]) -> Source:
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(
        path=path, sha256=digest, format="txt", text=text, voice="group_note", locator=f"rad\n{path[:1]}",
        contributor="Kari \x00]]>\r\n<b>Nordmann</b> 🌍", event="mote-1", date="\ufffe2026",
    )  # fmt: skip


def _passages(source: Source) -> list[Passage]:
    found, at = [], 0
    for line in LINES[source.path]:
        start = source.text.index(line, at)
        at = start + len(line)
        found.append(
            Passage(source_id=source.source_id, start=start, end=at, text=line, language="nn", voice="group_note")
        )
    return found


def _theme(title: str, passages: list[Passage]) -> Theme:
    ids = tuple(passage.passage_id for passage in passages)
    return Theme(theme_id=content_id("t", *ids), title=title, keywords=("a;b", "<i>", "\x00"), passage_ids=ids)


def _placement(theme: Theme, target: str) -> Placement:
    kind = "new" if not target else "commitment"
    return Placement(
        theme_id=theme.theme_id, kind=kind, target=target, score=0.5, probability=0.5, decided_by="<leiar>"
    )


def _conclusion(theme: Theme, passages: list[Passage], texts: Mapping[str, str]) -> Conclusion:
    identity = content_id("c", theme.theme_id)
    return Conclusion(
        conclusion_id=identity, theme_id=theme.theme_id, target="", language="nn",
        text=f"Dei seier: «{passages[0].text}» ]]>\r\n🌍", citations=tuple(_cite(identity, p, texts) for p in passages),
    )  # fmt: skip


def _cite(conclusion_id: str, passage: Passage, texts: Mapping[str, str]) -> Citation:
    text, start, end = texts[passage.source_id], passage.start, passage.end
    return Citation(
        conclusion_id=conclusion_id, passage_id=passage.passage_id, source_id=passage.source_id, start=start, end=end,
        exact=passage.text, prefix=text[max(0, start - AFFIX) : start], suffix=text[end : end + AFFIX],
    )  # fmt: skip


def shuffled(analysis: Analysis) -> Analysis:
    """The same analysis with every part in another order."""
    chance = random.Random(7)  # noqa: S311 - an order, not a secret

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    names = ("sources", "passages", "themes", "placements", "conclusions", "responses")
    return replace(analysis, **{name: mixed(getattr(analysis, name)) for name in names})


def large(passages: int) -> Analysis:
    """An analysis of so many passages, 20 a source and 50 a theme."""
    sources = [_numbered(number) for number in range(passages // 20)]
    found = [
        Passage(source_id=s.source_id, start=10 * n, end=10 * n + 9, text=s.text[10 * n : 10 * n + 9], language="nn",
                voice="individual")
        for s in sources for n in range(20)
    ]  # fmt: skip
    themes = [_theme(f"Tema {place}", found[place : place + 50]) for place in range(0, len(found), 50)]
    by_id, texts = {p.passage_id: p for p in found}, {s.source_id: s.text for s in sources}
    return Analysis(
        sources=tuple(sources), passages=tuple(found), set_aside=(), duplicates={}, themes=tuple(themes),
        placements=tuple(_placement(theme, "1") for theme in themes), not_reflected=(),
        conclusions=tuple(_conclusion(t, [by_id[one] for one in t.passage_ids], texts) for t in themes),
    )  # fmt: skip


def _numbered(number: int) -> Source:
    text = "".join(f"{number:05d}-{line:02d}.\n" for line in range(20))
    return Source(path=f"{number}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), format="txt", text=text)


def as_json(content: bytes) -> Any:
    """Parsed JSON."""
    return json.loads(content.decode("utf-8"))
