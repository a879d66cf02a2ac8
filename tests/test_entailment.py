"""The entailment model that settings name: what is loaded and what is refused, with random weights made here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from consult.answer.entailment import known_scores, load_scorer, pair_hash, scores_of
from consult.answer.gate.scorer import Pair
from consult.check import check
from consult.drafting import draft_folder
from consult.errors import ModelError
from consult.ledger import open_ledger
from consult.review import reviewing
from consult.run import run
from consult.themes.embed import MemoryCache
from tests.test_drafting import broken, drafting, how
from tests.test_run import consultation, out
from tests.test_sendable import retelling

__all__ = ["consultation", "out"]  # fixtures
WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "kurset", "biblioteket", "må", "halde", "fram", "svar", "på"]
PAIRS: list[Pair] = [("kurset på biblioteket må halde fram", "kurset må halde fram"), ("svar på kurset", "svar")]
SAID = "Det heiter at kurset på folkebiblioteket må halde fram i haust."


def make_model(folder: Path, labels: dict[int, str]) -> Path:
    """A cross-encoder that says nothing sensible, in the form in which the hub's client leaves one."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    torch.manual_seed(6)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, id2label=labels, label2id={name: at for at, name in labels.items()},
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(vocab=str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of three labels, entailment in the middle."""
    return make_model(tmp_path_factory.mktemp("nli") / "tiny", {0: "contradiction", 1: "ENTAILMENT", 2: "neutral"})


def test_a_pair_has_a_probability_that_depends_on_nothing_else(model: Path) -> None:
    """Between 0 and 1, the same in any company and order, and not the same both ways round."""
    scorer = load_scorer(str(model))
    one, other = scorer.entail(PAIRS)

    assert 0 < one < 1
    assert scorer.entail([PAIRS[1], PAIRS[0]]) == [other, one]
    assert load_scorer(str(model)).entail(PAIRS[:1]) == [one]
    assert scorer.entail([(PAIRS[0][1], PAIRS[0][0])]) != [one]


def test_the_label_decides_which_output_counts(model: Path, tmp_path: Path) -> None:
    """The same weights with the labels otherwise give the other output; the fingerprints differ."""
    other = make_model(tmp_path / "other", {0: "entailment", 1: "neutral", 2: "contradiction"})
    one, two = load_scorer(str(model)), load_scorer(str(other))

    assert one.entail(PAIRS) != two.entail(PAIRS)
    assert one.fingerprint != two.fingerprint
    assert one.fingerprint == load_scorer(str(model)).fingerprint


def test_a_model_with_one_output_gives_a_probability(tmp_path: Path) -> None:
    """As rerankers have it."""
    scorer = load_scorer(str(make_model(tmp_path / "single", {0: "LABEL_0"})))
    assert all(0 < score < 1 for score in scorer.entail(PAIRS))


def change(folder: Path, name: str, change: dict[str, Any]) -> None:
    """Change a JSON file of a model."""
    path = folder / name
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")


def no_entailment(folder: Path) -> None:
    change(folder, "config.json", {"id2label": {"0": "bad", "1": "good", "2": "ugly"}})


def own_code(folder: Path) -> None:
    change(folder, "config.json", {"auto_map": {"AutoModel": "modeling.Mine"}})


def own_module(folder: Path) -> None:
    (folder / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "mine.Module"}]')


def a_pickle(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def no_config(folder: Path) -> None:
    (folder / "config.json").unlink()
    (folder / "modules.json").write_text("[]")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (no_entailment, "none of its labels is `entailment`"),
        (own_code, "code of its own"),
        (own_module, "code of its own"),
        (a_pickle, "safetensors"),
        (no_config, "cannot be read"),
    ],
)
def test_what_is_no_entailment_model_is_refused_before_it_is_loaded(tmp_path: Path, damage: Any, words: str) -> None:
    """Nothing of the folder is run or unpickled to find out."""
    folder = make_model(tmp_path / "damaged", {0: "contradiction", 1: "entailment"})
    load_scorer(str(folder))
    damage(folder)
    with pytest.raises(ModelError, match=words):
        load_scorer(str(folder))


def test_a_hub_model_that_is_not_here_is_told_how_to_fetch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A run never uses the network."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    with pytest.raises(ModelError, match="hf download owner/name --revision"):
        load_scorer(f"owner/name@{'0' * 40}")


class Sure:
    """A scorer that finds every claim likely, or none; it counts what it is asked."""

    def __init__(self, score: float) -> None:
        self.score, self.asked = score, list[Pair]()

    fingerprint = "5" * 64

    def entail(self, pairs: Sequence[Pair]) -> Sequence[float]:
        """Always the same."""
        self.asked += pairs
        return [self.score] * len(pairs)


def test_nothing_is_asked_twice() -> None:
    """What is kept is found by model and pair; a pair's two parts cannot change places with one another."""
    cache, scorer = MemoryCache(), Sure(0.75)
    assert scores_of(PAIRS, scorer, cache) == scores_of(PAIRS, scorer, cache) == dict.fromkeys(PAIRS, 0.75)
    assert scorer.asked == sorted(PAIRS)
    assert known_scores(PAIRS, "another", cache) == {}
    assert pair_hash(PAIRS[0]) != pair_hash((PAIRS[0][1], PAIRS[0][0]))


def drafted_with(consultation: Path, out: Path, scorer: Any, monkeypatch: pytest.MonkeyPatch, more: str = "") -> Any:
    """What a drafting makes of a paraphrase when this scorer has a say."""
    note = "# Notat\n\n- Kurset som Kari Nordmann held på folkebiblioteket, må halde fram i haust\n"
    (consultation / "inputs" / "bord9.md").write_text(note, encoding="utf-8")
    monkeypatch.setattr("consult.rounds.load_scorer", lambda _: scorer)
    with drafting(consultation, out, retelling, f'entailment = "{consultation}"\n{more}'):
        return draft_folder(out)


def test_a_scorer_that_agrees_lets_a_paraphrase_stand(
    consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law judges it again by what was kept, without any model; where that is gone it says so."""
    scorer = Sure(0.9)
    made = drafted_with(consultation, out, scorer, monkeypatch)

    assert SAID in {one.text for one in made.wordings}
    assert {one.encoder.split()[1:] == [Sure.fingerprint, "beside"] for one in made.wordings} == {True}
    assert "Nordmann" not in str(scorer.asked)
    assert broken(out) == []
    with open_ledger(out / "ledger.db") as ledger:
        ledger.connection.execute("DELETE FROM vectors WHERE model = ?", (Sure.fingerprint,))
    assert any("run `consult draft` again" in one for one in broken(out))


@pytest.mark.parametrize("way", ["", "entailment_alone = true\n"])
def test_a_scorer_that_disagrees_refuses(
    consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Beside the local scorer or alone: what the model does not find is unsupported, and the quote stands."""
    made = drafted_with(consultation, out, Sure(0.1), monkeypatch, way)

    assert SAID not in {one.text for one in made.wordings}
    assert ("unsupported", SAID[14:-1]) in {one.reasons[0] for one in made.refusals}
    assert broken(out) == []


def test_an_edit_is_warned_of_by_the_same_model(consultation: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person may say it all the same, and the law holds."""
    (consultation / "consult.toml").write_text(f'[writer]\nentailment = "{consultation}"\n', encoding="utf-8")
    run(consultation, out)
    with open_ledger(out / "ledger.db") as ledger:
        one = next(c for c in ledger.analysis().conclusions if "nettbank" in c.text)
    warned = []
    for score, text in ((0.9, "Det heiter at vi treng kurs i nettbank."), (0.1, "Vi treng kurs i nettbank.")):
        scorer = Sure(score)
        scorer.fingerprint = f"{score}"
        monkeypatch.setattr("consult.editing.load_scorer", lambda _, scorer=scorer: scorer)
        with reviewing(out) as desk:
            warned.append(desk.edit(one.conclusion_id, text, role="coordinator").after["warnings"])
            desk.finish()
        assert broken(out) == []

    assert "unsupported" not in warned[0]
    assert "unsupported" in warned[1]


def test_a_real_model_is_used_from_a_setting(consultation: Path, out: Path, model: Path) -> None:
    """All the way, with weights that mean nothing: whatever it says, every sentence has its fate and the laws hold."""
    with drafting(consultation, out, retelling, f'entailment = "{model}"\nentailment_alone = true\n'):
        made = draft_folder(out)

    assert len(made.wordings) + len({one.stands_for for one in made.refusals}) >= len(how(out)) - made.counts["closed"]
    assert all(one.encoder.endswith(" alone") for one in made.wordings)
    assert all(law.holds for law in check(out))
