"""How far machine and people agree, in sentences for those who read what is published.

In: what run.json says, and the words of a language. Out: one sentence or two for each pair of readers, or one that
says that nobody has read; every figure is the one of run.json, rounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consult.messages import Message

MACHINE = "machine"


def agreement_sentences(run_info: Mapping[str, Any], m: Message) -> tuple[str, ...]:
    """The machine with each reader first, then readers with each other. run_info: as in run.json."""
    pairs = run_info.get("agreement", {}).get("pairs", [])
    told = [_sentence(pair, m) for pair in pairs if pair["placement"]["passages"]]
    return tuple(told) or (m("agreement-none"),)


def _sentence(pair: Mapping[str, Any], m: Message) -> str:
    figures = pair["placement"]
    facts = {
        "passages": figures["passages"],
        "sources": figures["sources"],
        "agree": round(100 * figures["agree"]["value"]),
        "kappa": _value(figures["kappa"]["value"], m),
        "interval": _interval(figures["kappa"], m),
    }
    if pair["first"] == MACHINE:
        said = m("agreement-placement", reader=pair["second"], **facts)
    else:
        said = m("agreement-placement-people", first=pair["first"], second=pair["second"], **facts)
    return said if figures["enough"] else f"{said} {m('agreement-too-few')}"


def _interval(figure: Mapping[str, float | None], m: Message) -> str:
    if figure["low"] is None:
        return ""
    return m("agreement-interval", low=_value(figure["low"], m), high=_value(figure["high"], m))


def _value(value: float | None, m: Message) -> str:
    return m("agreement-undefined") if value is None else m("report-number", count=round(value, 2))
