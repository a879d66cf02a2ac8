"""The laws of the answer on made-up themes of any shape: fidelity, conservation, grounding, order, minority."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consult.answer.ground import Records, unfounded
from consult.answer.quotes import on_one_line
from consult.answer.trace import trace
from consult.answer.trace_text import harmless, render_text
from consult.records import Analysis, Conclusion, Theme, content_id
from consult.themes.match import match_themes
from consult.themes.title import title_themes
from tests.answer_cases import Case, Said, case, draw

WORDS = st.sampled_from([
    "kommunane", "må", "kunngjere", "tildeling", "ikkje", "arkivet", "«open»", "biblioteket.", "innsyn,", "12", "no!",
    "…", "eInnsyn", "bør", "og", "krev",
])  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
SAID = st.builds(
    Said,
    text=TEXTS,
    by=st.sampled_from(["a.docx", "b.txt", "c.pdf", "d.eml"]),
    about=st.floats(0, 6.99, allow_nan=False).map(lambda value: round(value, 2)),
    voice=st.sampled_from(["group_note", "organisation", "individual"]),
    source_voice=st.just("group_note"),
    language=st.sampled_from(["nn", "nb", "da", "sv", "en"]),
)
LIMITS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def alone(conclusion: Conclusion) -> bool:
    """Whether a conclusion is a single voice beside the theme's points."""
    return conclusion.text.startswith("Ei einskild røyst")


@LIMITS
@given(st.lists(SAID, min_size=1, max_size=24), st.randoms(use_true_random=False))
def test_the_laws_hold_for_any_theme(said: list[Said], mixed: random.Random) -> None:
    """Quotes exact and shown, nobody lost, at most four points beside single voices, and no order matters."""
    one = case(said)
    found = draw(one, languages=("nn", "en"))
    texts = {source.source_id: source.text for source in one.sources}
    cited = set()
    for conclusion in found.conclusions:
        for citation in conclusion.citations:
            cited.add(citation.passage_id)
            assert texts[citation.source_id][citation.start : citation.end] == citation.exact
            assert not citation.shown or on_one_line(citation.exact) in conclusion.text
        assert any(citation.shown for citation in conclusion.citations)
    silent = {missing.passage_id for missing in found.not_reflected}
    assert cited | silent == {passage.passage_id for passage in one.passages}
    assert not cited & silent
    several = [one for one in found.conclusions if one.language == "nn" and not alone(one)]
    assert len(several) <= 4 <= 3 + len(found.conclusions)
    passages = list(one.passages)
    mixed.shuffle(passages)
    shuffled = replace(one, passages=tuple(passages))
    assert draw(shuffled, languages=("nn", "en")) == found


@LIMITS
@given(st.lists(SAID, min_size=1, max_size=12))
def test_every_sentence_is_given_back_by_the_records(said: list[Said]) -> None:
    """Law 4: what is drawn can be drawn again from what the ledger keeps, whatever was said."""
    one = case(said)
    found = draw(one, languages=("nn", "nb", "en"))
    theme = {conclusion.theme_id for conclusion in found.conclusions}.pop()
    records = Records(
        sources={source.source_id: source for source in one.sources},
        passages={passage.passage_id: passage for passage in one.passages},
        duplicates={}, titles={theme: title_of(one)},
    )  # fmt: skip
    assert [unfounded(conclusion, records) for conclusion in found.conclusions] == [""] * len(found.conclusions)


def title_of(one: Case) -> str:
    """The title that `draw` gives the theme of all passages."""
    return title_themes([one.passages], one.passages, one.vectors, "nn")[0].title


@LIMITS
@given(st.lists(SAID, min_size=1, max_size=12))
def test_numbers_in_a_frame_never_exceed_what_there_is(said: list[Said]) -> None:
    """No sentence counts more voices than there are sources (grounding)."""
    one = case(said)
    number = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "åtte": 8, "ni": 9, "ti": 10}
    for conclusion in draw(one).conclusions:
        frame = conclusion.text.partition("«")[0].lower()
        counts = [
            number.get(word, int(word) if word.isdigit() else 1)
            for word in re.findall(r"(\w+) (?:bord|org|priv)", frame)
        ]
        assert all(count <= len(one.passages) for count in counts)


@LIMITS
@given(st.lists(st.frozensets(st.integers(0, 30), min_size=1), max_size=8), st.randoms(use_true_random=False))
def test_ids_of_themes_are_unique_stable_and_blind_to_order(sets: list[frozenset[int]], mixed: random.Random) -> None:
    """Matching a run with itself changes nothing, in any order."""
    taken: set[int] = set()
    groups = []
    for group in sets:
        if fresh := frozenset(f"p-{number:02}" for number in group - taken):
            groups.append(fresh)
        taken |= group
    medoids = [min(group) for group in groups]
    first = match_themes(groups, (), medoids)
    assert len(set(first)) == len(first)
    before = [
        Theme(theme_id=theme_id, title="", keywords=(), passage_ids=tuple(sorted(group)))
        for theme_id, group in zip(first, groups, strict=True)
    ]
    mixed.shuffle(before)
    assert match_themes(groups, before, medoids) == first


@LIMITS
@given(st.lists(SAID, min_size=1, max_size=10))
def test_everything_can_be_traced_and_shown(said: list[Said]) -> None:
    """Every id there is leads somewhere, and its text is harmless to a terminal."""
    one = case(said)
    found = draw(one)
    theme = Theme(
        theme_id=content_id("t", *sorted(passage.passage_id for passage in one.passages)),
        title="T", keywords=(), passage_ids=tuple(passage.passage_id for passage in one.passages),
    )  # fmt: skip
    analysis = Analysis(
        sources=one.sources, passages=one.passages, set_aside=(), duplicates={}, themes=(theme,), placements=(),
        conclusions=found.conclusions, not_reflected=found.not_reflected,
    )  # fmt: skip
    ids = [theme.theme_id, *(p.passage_id for p in one.passages), *(c.conclusion_id for c in found.conclusions)]
    for wanted in [*ids, *(source.path for source in one.sources)]:
        assert trace(analysis, wanted).steps
        assert render_text(trace(analysis, wanted))


@given(st.text(max_size=200))
def test_no_text_can_command_a_terminal(text: str) -> None:
    """Whatever comes in, no control character comes out."""
    assert not [letter for letter in harmless(text) if ord(letter) < 32 or 127 <= ord(letter) < 160]
