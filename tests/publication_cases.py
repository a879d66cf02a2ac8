"""The made-up analysis as material for documents, whole and public, with and without what people did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from consult.publish.codes import receipt_code
from consult.publish.material import Head, Material, Telling
from consult.records import Analysis, Reply, Response
from consult.settings import Imprint
from tests import sample_analysis as sample

KEY = "5e" * 32
PUBLICATION = Imprint(
    responsible={"nn": "Departementet", "en": "The Ministry"}, contact="post@example.org", reply_by="2026-08-31",
    audience={"nn": "Dei som deltok"}, address="https://example.org/svar",
)  # fmt: skip


def material(analysis: Analysis | None = None, *, languages: tuple[str, ...] = ("nn",), **changes: Any) -> Material:
    """The sample as a draft's material; changes replace fields of it."""
    found = analysis or sample.analysis()
    codes = {source.source_id: receipt_code(KEY, source.source_id) for source in found.sources}
    made = Material(
        analysis=found,
        settings=replace(sample.settings(), publication=PUBLICATION),
        run=sample.run_info(),
        head=Head(number=1, date="2026-03-04", final=False),
        whole=True,
        codes=codes,
        languages=languages,
        replies=(
            Reply(number=1, role="r", time="2026-03-02T10:00:00Z", response=Response(theme_id="t-1", target="1")),
        ),
    )
    return replace(made, **changes)


def telling(language: str = "nn", analysis: Analysis | None = None, **changes: Any) -> Telling:
    """The sample as it is told in a language."""
    return Telling(material(analysis, **changes), language)
