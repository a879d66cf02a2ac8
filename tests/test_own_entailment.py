"""The entailment model that comes with consult: what it knows, that a score depends on its pair alone, and damage."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from consult.answer import own_entailment
from consult.answer.entailment import load_scorer
from consult.answer.gate.scorer import Pair
from consult.answer.own_entailment import LONGEST, comes_out_right, load_own, network_of
from consult.errors import ModelError
from consult.shipped import shipped
from consult.weights.layers import Half, Whole
from consult.weights.way import Choice
from consult.writer_settings import OWN

SAYS = "Kurset på biblioteket må halde fram. Det er ikkje for dyrt."
LETTERS, PATHS = "Vi får ikke svar på brev.", "Kommunen bør lage flere sykkelveier."
PAIRS: list[Pair] = [
    (LETTERS, "En deltaker sier at brev blir stående uten svar."),
    (LETTERS, "En deltaker sier at brev blir besvart."),
    (PATHS, "Det bør bygges flere sykkelveier."),
    (PATHS, "Det bør ikke bygges flere sykkelveier."),
]


CONTRARY: list[tuple[Pair, str]] = [
    (PAIRS[0], "En deltaker sier at brev blir besvart."),
    (PAIRS[2], "Det bør ikke bygges flere sykkelveier."),
    (("Biblioteket må holde åpent på søndager.", "Biblioteket bør være åpent på søndager."),
     "Biblioteket bør ikke være åpent på søndager."),
    (("Treng fleire bussar om kvelden", "Det trengst fleire kveldsbussar."), "Det trengst ikkje fleire kveldsbussar."),
    (("Vi vil ha meir opplæring i innsynslova.", "Deltakarane ønskjer meir opplæring i lova."),
     "Deltakarane ønskjer ikkje meir opplæring i lova."),
    (("The map should show all roads.", "Kartet bør vise alle vegar."), "Kartet bør ikkje vise alle vegar."),
    (("Bygg ut gang- og sykkelvei langs hele hovedveien.", "Det bør bygges gang- og sykkelvei langs hovedveien."),
     "Det bør ikke bygges gang- og sykkelvei langs hovedveien."),
]  # fmt: skip


def test_it_finds_what_is_said_likelier_than_its_contrary() -> None:
    """Of most wordings and their contraries, by a wide margin; which it does not is told in models/README.md."""
    right = load_own().entail([pair for pair, _ in CONTRARY])
    wrong = load_own().entail([(pair[0], contrary) for pair, contrary in CONTRARY])
    margins = [one - other for one, other in zip(right, wrong, strict=True)]

    assert sum(margin > 0.3 for margin in margins) >= 5
    assert sum(margins) / len(margins) > 0.3


def test_a_probability_depends_on_its_pair_alone() -> None:
    """Bit for bit the same in any company and order; not the same both ways round."""
    scorer = load_own()
    together = scorer.entail(PAIRS)

    assert [scorer.entail([pair])[0] for pair in PAIRS] == list(together)
    assert list(scorer.entail(PAIRS[::-1])) == list(together)[::-1]
    assert scorer.entail([(PAIRS[0][1], PAIRS[0][0])])[0] != together[0]
    assert scorer.entail([]) == []


class Off:
    """A network whose chances are off by what a test says."""

    def __init__(self, off: float = 0.0, company: float = 0.0) -> None:
        self.off, self.company = off, company

    def chances(self, pairs: Sequence[Pair]) -> list[float]:
        """By the length of the report."""
        return [1 / (1 + len(report)) + self.off + self.company * (len(pairs) > 1) for _, report in pairs]


class Failing(Off):
    """A runtime that has no such operator."""

    def chances(self, pairs: Sequence[Pair]) -> list[float]:
        """Never."""
        raise RuntimeError(f"no such operator for {len(pairs)} pairs")


@pytest.mark.parametrize(
    ("half", "expected"),
    [(Off(), True), (Off(0.05), True), (Off(0.5), False), (Off(company=1e-9), False), (Failing(), False)],
)
def test_half_precision_is_right_where_it_is_near_and_the_same_in_any_company(half: Off, expected: bool) -> None:
    """Beside the same in whole numbers; the last three are sabotage twins."""
    assert comes_out_right(half, Off()) is expected  # type: ignore[arg-type]


def test_another_way_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found in half precision is not read as if it had been found in whole numbers."""
    found = set()
    for way in (Half.name, Whole.name):
        monkeypatch.setattr(Choice, "known", lambda _, way=way: way)
        found.add(load_own().fingerprint)
    monkeypatch.setattr(Choice, "known", lambda _: "")
    assert len(found) == 2
    assert load_own().fingerprint in found


def test_both_ways_say_the_same_but_for_last_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what is decided at a quarter and at five sixths; without the runtime of half precision there is one way."""
    pytest.importorskip("openvino")
    found = []
    for way in (Half.name, Whole.name):
        monkeypatch.setattr(Choice, "known", lambda _, way=way: way)
        network_of.cache_clear()
        found.append(load_own().entail(PAIRS))
    network_of.cache_clear()
    assert found[0] == pytest.approx(found[1], abs=0.1)


def test_however_long_a_pair_is_it_gets_a_probability() -> None:
    """The end of the premise is left out; of a report only what never fits."""
    long = " ".join([SAYS] * LONGEST)
    assert all(0 <= chance <= 1 for chance in load_own().entail([(long, SAYS), (SAYS, long), (long, long), ("", "")]))


def test_the_setting_names_it() -> None:
    """By one word; its fingerprint is that of its files."""
    assert load_scorer(OWN).fingerprint == load_own().fingerprint


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of its files, in the place of those that are shipped."""
    folder = tmp_path / "entailment"
    shutil.copytree(shipped("models", "entailment"), folder)
    monkeypatch.setattr(own_entailment, "shipped", lambda *_: folder)
    return folder


@pytest.mark.parametrize("name", ["entailment.safetensors", "entailment-int8.safetensors"])
@pytest.mark.parametrize("how", ["altered", "missing"])
def test_weights_that_are_not_the_pinned_ones_are_refused(copy: Path, name: str, how: str) -> None:
    """Sabotage twin: one byte more, or no file; whole, the copy is good."""
    load_own()
    if how == "altered":
        (copy / name).write_bytes((copy / name).read_bytes() + b"\0")
    else:
        (copy / name).unlink()
    with pytest.raises(ModelError, match="not the pinned weights"):
        load_own()


def test_a_damaged_description_is_told(copy: Path) -> None:
    """Not a traceback."""
    (copy / "model.toml").write_text("file = ", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        load_own()
