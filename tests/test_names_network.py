"""The network that tells names from other words: windows of one text, numbers that every processor multiplies."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from consult.read import names_network
from consult.read.names_labels import LABELS, PERSON
from consult.read.names_model import pinned, pinned_file
from consult.read.names_network import WINDOW, Network, build_network, windows
from consult.weights.difference import expand_difference
from consult.weights.integers import SAFE_LEVELS, SITES, read_integers
from consult.weights.layers import Half, Whole
from consult.weights.lower import base_of, taught
from consult.weights.processor import multiplies_tiles

ROOT = Path(__file__).parents[1]
SENTENCE = "Kari Nordmann møtte byråd Per Moe i Oslo, og Statens vegvesen svarte."


WAYS = [Whole.name, pytest.param(Half.name, marks=pytest.mark.skipif(not multiplies_tiles(), reason="no tiles here"))]


@pytest.fixture(scope="module", params=WAYS)
def network(request: pytest.FixtureRequest) -> Network:
    """The network that is shipped, in each way that this machine has."""
    about, held = pinned("model.toml")
    return build_network(about["network"], expand_difference(held), pinned_file(about, "integers"), request.param)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Each word with the space before it as a piece."""
    found, start = [], 0
    for word in text.split(" "):
        found.append((max(start - 1, 0), start + len(word)))
        start += len(word) + 1
    return found


@pytest.mark.parametrize("words", [0, 1, WINDOW, WINDOW + 1, 3 * WINDOW + 5])
def test_windows_tile(words: int) -> None:
    """Every piece is in one window, and none holds too many."""
    spans = spans_of(" ".join(["ord"] * words)) if words else []
    found = list(windows(" ".join(["ord"] * words), spans))
    assert [place for start, end in found for place in range(start, end)] == list(range(words))
    assert all(end - start <= WINDOW for start, end in found)


def test_windows_are_cut_where_lines_begin() -> None:
    """Rather before a line than behind a sentence, rather there than between words."""
    words = ["ord"] * (2 * WINDOW)
    words[WINDOW - 20] = "slutt."
    assert next(windows(" ".join(words), spans_of(" ".join(words))))[1] == WINDOW - 19
    text = " ".join(words)
    at = text.index("slutt.") - 41
    text = text[:at] + text[at:].replace(" ", "\n", 1)
    assert next(windows(text, spans_of(text.replace("\n", " "))))[1] < WINDOW - 20


def test_a_word_longer_than_a_window_is_cut_anyway() -> None:
    """No text is too long."""
    spans = [(place, place + 1) for place in range(3 * WINDOW)]
    assert [end - start for start, end in windows("a" * 3 * WINDOW, spans)] == [WINDOW] * 3


def test_a_window_hangs_on_itself_alone(network: Network) -> None:
    """What stands in other windows moves no digit."""
    first = "\n".join([SENTENCE] * 5)
    alone = network.odds(first)[1]
    for rest in ("Kari.", "\n".join(["Per Moe kom ikke."] * 40)):
        together = network.odds(f"{first}\n" + "\n".join(["x " * 60]) + rest)[1]
        cut = next(windows(first, network.odds(first)[0]))[1]
        assert together[: min(cut, 90)].tobytes() == alone[: min(cut, 90)].tobytes()


def test_texts_go_together_and_each_is_as_alone(network: Network) -> None:
    """Whoever is beside a text, in whichever order, and however often it comes: not a bit is another."""
    rng = random.Random(4)  # noqa: S311 - reproducible, not secret
    texts = [" ".join(rng.choices(SENTENCE.split(), k=rng.randint(0, 60))) for _ in range(60)]
    alone = [network.odds(text) for text in texts]
    for order in (texts, texts[::-1], [*texts, *texts]):
        for text, (spans, odds) in zip(order, network.odds_of(order), strict=True):
            expected = alone[texts.index(text)]
            assert spans == expected[0]
            assert odds.tobytes() == expected[1].tobytes()


def test_many_texts_go_in_parts(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent on its way by and by comes back in order, and is the same."""
    texts = [SENTENCE, "", "Per Moe kom.", SENTENCE[::-1], "Ja.", SENTENCE]
    together = list(network.odds_of(texts))
    monkeypatch.setattr(names_network, "FIRST", 20)
    monkeypatch.setattr(names_network, "MOST", 30)
    for one, other in zip(together, network.odds_of(texts), strict=True):
        assert one[0] == other[0]
        assert one[1].tobytes() == other[1].tobytes()


def test_the_same_window_goes_through_once(network: Network) -> None:
    """A campaign's letters take no longer than one of them."""
    seen: list[int] = []
    lower = network.lower

    class Counting:
        name = lower.layers.name
        passes = staticmethod(lower.layers.passes)

        @staticmethod
        def states(windows: Sequence[np.ndarray]) -> list[np.ndarray]:
            seen.append(len(windows))
            return lower.layers.states(windows)

    counting = replace(network, lower=replace(lower, layers=Counting()))  # type: ignore[arg-type]
    assert len(list(counting.odds_of([SENTENCE] * 40))) == 40
    assert seen == [1]


def test_names_have_the_odds(network: Network) -> None:
    """Pieces of persons' names are likelier to be that than anything else; those of bodies and places are not."""
    spans, odds = network.odds(SENTENCE)
    assert odds.shape == (len(spans), len(LABELS))
    labels = odds.argmax(axis=1)
    people = "".join(SENTENCE[start:end] for (start, end), label in zip(spans, labels, strict=True) if label == PERSON)
    assert people.split() == ["Kari", "Nordmann", "Per", "Moe"]


def test_no_text_has_no_pieces(network: Network) -> None:
    """Nothing and white space give no row."""
    for text in ("", " \n "):
        assert network.odds(text)[1].shape == (0, len(LABELS))


def test_every_processor_multiplies_these_exactly() -> None:
    """Two products of 8-bit inputs and these weights fit into 16 bits, in which older processors add them up."""
    about, _ = pinned("model.toml")
    held = read_integers(pinned_file(about, "integers"))
    assert held.levels == SAFE_LEVELS
    assert 2 * 255 * held.levels < 2**15
    assert held.sites.keys() == {(layer, site) for layer in range(about["network"]["layers"]) for site in SITES}


def test_both_ways_are_near_full_precision(network: Network) -> None:
    """Rounding changes no decision on sentences that it was not fitted on."""
    sys.path.insert(0, str(ROOT / "models"))
    import torch
    from round_names import embedded, full_precision

    about, held = pinned("model.toml")
    vocabulary, packed = base_of(about["network"]["base"])
    layers = about["network"]["layers"]
    full = full_precision(taught(packed, layers, expand_difference(held)), packed, layers)
    rows = embedded(vocabulary, packed, [SENTENCE])[0]
    with torch.inference_mode():
        states = full(inputs_embeds=torch.from_numpy(rows[None])).last_hidden_state[0].numpy()
    expected = states[1:-1] @ network.head[0].T + network.head[1]
    given = network.odds(SENTENCE)[1]
    assert (given.argmax(1) == expected.argmax(1)).all()
    assert np.abs(given - expected).mean() < 0.3
