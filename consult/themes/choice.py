"""Which way a machine puts texts through the network: the fastest of those that come out right here.

In: a model. Out: its engine. Half precision where the processor multiplies it in tiles, else whole numbers, else
full precision, which any machine has. A way comes out right when our own texts get nearly the vectors that full
precision gave (shipped with the model), and the same bytes whoever is beside them. It is found out once, and kept
beside the converted model.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from consult.themes.engine import Engine, Full, Whole
from consult.themes.half import Half
from consult.weights.integers import PROBES, read_integers
from consult.weights.modelstore import integers_file, model_folder
from consult.weights.processor import TILES, cores, machine, processor
from consult.weights.registry import ModelEntry
from consult.weights.remembered import remember, remembered

NEAR = 0.99  # least cosine of a probe to full precision; a processor that cannot multiply them exactly gives .6
CHOICE = "engine.json"


def choose_engine(entry: ModelEntry) -> Engine:
    """The engine for a model on this machine; full precision for models of which we ship no vectors to compare."""
    folder = model_folder(entry)
    full = Full(folder, entry)
    if not entry.integers:
        return full
    engines: dict[str, Engine] = {one.name: one for one in (*_faster(folder, entry), full)}
    here = machine()
    chosen = remembered(folder / CHOICE, here)
    if chosen not in engines:
        chosen = next(
            (name for name, one in engines.items() if one is not full and comes_out_right(one, entry)), full.name
        )
        remember(folder / CHOICE, here, chosen)
    return engines[chosen]


def _faster(folder: Path, entry: ModelEntry) -> Iterator[Engine]:
    """What may be faster than full precision here, the fastest first."""
    if TILES in processor().split() and find_spec("openvino"):
        yield Half(folder, entry, cores())
    yield Whole(folder, entry)


def comes_out_right(engine: Engine, entry: ModelEntry) -> bool:
    """Whether an engine gives the probes nearly the vectors that full precision has for them, in any company."""
    expected = read_integers(integers_file(entry)).probes
    windows = [parts[0] for parts in engine.cut([*PROBES, " ".join(PROBES)])]
    try:
        alone = np.vstack([engine.rows([ids])[0] for ids in windows])
        groups = engine.passes([len(ids) for ids in windows])
        together = [(group, engine.rows([windows[number] for number in group])) for group in groups]
    except Exception:  # noqa: BLE001 - each runtime has errors of its own: no such operator, processor or file
        return False
    near = (alone[:-1] * expected).sum(axis=1).min() >= NEAR
    return bool(near) and all(np.array_equal(alone[group], rows) for group, rows in together)
