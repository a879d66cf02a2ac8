"""What an encoder's whole-number network needs beside its weights: scales of activations, and biases.

In: a safetensors file that `models/fit_integers.py` wrote for one converted model. Out: for each matrix
product of each layer how its input is scaled and rounded to 8 bits, and the bias to add. Scales are fixed,
so a text's vector depends on the text alone: scales that follow what is encoded together would make it
depend on its company. Everything is elementwise, so that each machine gets the same whole numbers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SITES = ("in", "mixed", "between", "wide")
"""Inputs that are rounded: of query, key and value; of attention's output; of the two halves of the inner network."""
PRODUCTS = {"in": ("q", "k", "v"), "mixed": ("ao",), "between": ("fi",), "wide": ("fo",)}
"""The matrix products that take each input, by the short names of the packed file (`convert.LAYER`)."""
LEVELS = 127  # of a weight, on either side of zero
SAFE_LEVELS = 63  # with these no processor's sums of two products overflow 16 bits: all of them multiply exactly

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One input: each channel is divided by its width, less its middle, then rounded in steps of `step` from `zero`."""

    widths: Array
    middle: Array
    step: np.float32
    zero: np.uint8


@dataclass(frozen=True, slots=True, kw_only=True)
class Integers:
    """sites: (layer, site) → how it is rounded; biases: (layer, product) → (n,); probes: unit rows of `PROBES`.

    exact: sites that are not rounded at all, for what follows suffers too much from it. levels: of a weight.
    """

    sites: dict[tuple[int, str], Site]
    biases: dict[tuple[int, str], Array]
    probes: Array
    weights: str
    exact: frozenset[tuple[int, str]] = frozenset()
    levels: int = LEVELS


PROBES = (
    "Kommunen bør leggje ut alle innkjøpsdata i eit format som maskiner kan lese.",
    "Dei som skal bruke tenesta, må få vere med før avgjerda er teken, ikkje etterpå.",
    "Det mangler ikke vilje, men tid og folk til å svare på alle henvendelser.",
    "Arkivloven bør endres slik at innsyn blir hovedregelen, også for saker som er under behandling.",
    "Borgerne skal inddrages, før beslutningen er truffet – ikke bagefter.",
    "Allmänna handlingar ska gå att hitta utan att man vet vad de heter.",
    "Publish who owns and controls each company, with identifiers, under an open licence.",
    "Ja.",
    "bussruter",
    "Buses to the upper valley should run in the evening as well; young people have no other way home from training.",
)
"""Texts of our own on which a machine's whole-number network is compared with the weights in full precision."""


def read_integers(path: Path) -> Integers:
    """Return what the file holds."""
    from safetensors import safe_open

    with safe_open(path, framework="numpy") as file:
        held: dict[str, NDArray[Any]] = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
        about = file.metadata()
    layers = range(len(held["steps"]))
    return Integers(
        sites={
            (layer, site): Site(
                widths=held[f"{layer}.{site}.widths"].astype(np.float32),
                middle=held[f"{layer}.{site}.middle"].astype(np.float32),
                step=held["steps"][layer, at],
                zero=held["zeros"][layer, at],
            )
            for layer in layers
            for at, site in enumerate(SITES)
        },
        biases={
            (layer, name): held[f"{layer}.{name}.bias"] for layer in layers for site in SITES for name in PRODUCTS[site]
        },
        probes=held["probes"].astype(np.float32),
        weights=about["weights"],
        exact=frozenset((int(layer), site) for layer, site in json.loads(about.get("exact", "[]"))),
        levels=int(about.get("levels", LEVELS)),
    )


def write_integers(integers: Integers, path: Path) -> None:
    """Write the file; widths and middles must be exact in half precision, which `read_integers` relies on."""
    from safetensors.numpy import save_file

    layers = 1 + max(layer for layer, _ in integers.sites)
    table = [[integers.sites[layer, site] for site in SITES] for layer in range(layers)]
    held: dict[str, NDArray[Any]] = {
        "steps": np.array([[site.step for site in row] for row in table], np.float32),
        "zeros": np.array([[site.zero for site in row] for row in table], np.uint8),
        "probes": integers.probes.astype(np.float16),
    }
    for (layer, name), site in integers.sites.items():
        held[f"{layer}.{name}.widths"] = site.widths.astype(np.float16)
        held[f"{layer}.{name}.middle"] = site.middle.astype(np.float16)
    held |= {f"{layer}.{name}.bias": bias for (layer, name), bias in integers.biases.items()}
    about = {"weights": integers.weights, "exact": json.dumps(sorted(integers.exact))}
    about |= {"levels": str(integers.levels)} if integers.levels != LEVELS else {}
    save_file({name: held[name] for name in sorted(held)}, path, metadata=about)


def round_weights(weights: Array, widths: Array, levels: int = LEVELS) -> tuple[NDArray[np.int8], Array]:
    """(k, n) weights times their inputs' widths → whole numbers and one step per column."""
    wide = weights * widths[:, None]
    steps = np.maximum(np.abs(wide).max(axis=0), np.finfo(np.float32).tiny) / np.float32(levels)
    return np.rint(wide / steps).astype(np.int8), steps
