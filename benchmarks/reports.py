"""The gate on reports that were written to fool it: our own items, those that no model has learnt from.

    python -m benchmarks.reports [--items 500]

An item of `models/texts/entailment` is a passage or a few, with faithful reports of growing boldness and with false
ones that differ from them in a word or two. The table tells, by kind of report and by whether it is in a language that
shares its words with the passage's, how many stand: by the rules alone, and with the entailment model that comes with
consult; and how well the model alone tells the false from the faithful (area under the curve). It is a far harder
table than that of `benchmarks.gate`, whose sentences are what a model usually drafts.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "models"))
from entailment_text import FALSE, HERE, Item, capital, divided, language_of, read_items

from consult.answer.gate import Ground, Sentence, judge
from consult.answer.gate.grounds import texts_of
from consult.answer.gate.meaning import least_likely, pairs_meant, weighed
from consult.answer.gate.scorer import Entailment, Scorer
from consult.answer.gate.support import KIN
from consult.answer.own_entailment import load_own
from consult.grounded import Speaker
from consult.records import Passage
from consult.settings import DEFAULT_MODEL
from consult.themes import Encoder, load_encoder
from tests.conftest import make_source

SETTINGS = HERE / "settings.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of an item, as a sentence that cites all of its passages. near: their languages share words."""

    item: str
    kind: str
    near: bool
    sentence: Sentence
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A report with what was said of it. chance: of its least likely claim; rules, both: whether it stands."""

    report: Report
    rules: bool
    both: bool
    chance: float


def reports_of(items: Sequence[Item]) -> Iterator[Report]:
    """Every report of every item; vectors are put in later."""
    for item in items:
        passages = [_passage(item, text, at) for at, text in enumerate(item.passages)]
        members = {passage.passage_id: passage for passage in passages}
        speakers = {
            one.source_id: Speaker(source_id=one.source_id, voice=one.voice, contributor="") for one in passages
        }
        ground = Ground(members=members, known=frozenset(members), sources=speakers, heard=len(members))
        for kind, texts in item.reports.items():
            for text in texts:
                language = language_of(text, item.language)
                near = any({language, item.language} <= family for family in KIN)
                sentence = Sentence(
                    text=_ended(capital(text.strip(), "A")), passage_ids=tuple(members), language=language
                )
                yield Report(item=item.name, kind=kind, near=near, sentence=sentence, ground=ground)


def _passage(item: Item, text: str, at: int) -> Passage:
    source = make_source(text, f"made/{item.name}/{at}.txt", voice="individual")
    return Passage(
        source_id=source.source_id, start=0, end=len(source.text), text=source.text, language=item.language,
        voice="individual",
    )  # type: ignore[arg-type]  # fmt: skip


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?»”" else f"{text}."


def judged(reports: Sequence[Report], encoder: Encoder, scorer: Scorer) -> list[Judged]:
    """What the rules say of each report, and what is left of it when the model has spoken."""
    texts = texts_of([one.sentence for one in reports], [p for one in reports for p in one.ground.members.values()])
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))
    stands = [(one, replace(one.ground, vectors=vectors)) for one in reports]
    faults = [judge(one.sentence, ground) for one, ground in stands]
    pairs = sorted({pair for one, ground in stands for pair in pairs_meant(one.sentence, ground)})
    said = Entailment(scores=dict(zip(pairs, scorer.entail(pairs), strict=True)), own=True)
    return [
        Judged(
            report=one,
            rules=not found,
            both=not weighed(one.sentence, replace(ground, entailment=said), found),
            chance=least_likely(pairs_meant(one.sentence, ground), said.scores)[1],
        )
        for (one, ground), found in zip(stands, faults, strict=True)
    ]


def table(found: Sequence[Judged]) -> str:
    """The table, as text."""
    from sklearn.metrics import roc_auc_score

    lines = [f"{'reports':14} {'languages':10} {'n':>6} {'rules':>7} {'both':>7} {'area':>7}"]
    for near in (True, False):
        some = [one for one in found if one.report.near == near]
        right = [one.chance for one in some if one.report.kind == "right"]
        for kind in ("right", *FALSE):
            of_kind = [one for one in some if one.report.kind == kind]
            if not of_kind:
                continue
            false = [one.chance for one in of_kind]
            area = "" if kind == "right" else f"{roc_auc_score([1] * len(right) + [0] * len(false), right + false):.3f}"
            shares = [
                100 * sum(flags) / len(of_kind) for flags in zip(*((o.rules, o.both) for o in of_kind), strict=True)
            ]
            told = " ".join(f"{share:6.1f}%" for share in shares)
            lines.append(f"{kind:14} {'near' if near else 'far':10} {len(of_kind):>6} {told} {area:>7}")
    return "\n".join(lines)


def _stands(found: Sequence[Judged]) -> tuple[list[bool], list[bool]]:
    return [one.rules for one in found], [one.both for one in found]


def held_out(settings: Mapping[str, Any]) -> list[Item]:
    """The items that no model has learnt from, in a language that drafts are written in."""
    _, kept = divided(read_items(), settings["schedule"]["held_out"])
    return [item for item in kept if item.language in ("nn", "nb", "en")]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=1000, help="at most so many items")
    given = parser.parse_args()
    every = held_out(tomllib.loads(SETTINGS.read_text(encoding="utf-8")))
    items = every[:: -(-len(every) // given.items)]  # from each file alike
    found = judged(list(reports_of(items)), load_encoder(DEFAULT_MODEL), load_own())
    sys.stdout.write(f"{len(items)} items, {len(found)} reports; stand\n{table(found)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
