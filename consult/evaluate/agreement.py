"""How far two readers agree, one of whom may be the machine: with 95 % intervals over contributions.

In: what each reader said of each passage. Out: figures, each with an interval, or the reason why it has none.
Chance-corrected: Cohen's kappa (1960, from scikit-learn), Krippendorff's alpha for nominal values (2004, chapter 11;
from `krippendorff` where that is installed, else by the same formula here, which the intervals need anyway).
Intervals: percentiles of a bootstrap that draws whole contributions, since passages of one letter resemble each other
(Davison and Hinkley 1997, 3.8), from a fixed seed. Order does not matter; nothing is drawn anew between two runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 2000  # Efron and Tibshirani 1993, chapter 13: at least 1000 for percentiles
SEED = 1960
FEWEST_SOURCES = 10  # fewer contributions give an interval that is too narrow to be believed
FEWEST_PASSAGES = 30
NOTHING = 1e-12  # what is smaller is a rounding error
FEWEST_OF_TARGET = 5  # passages that either reader puts on a target, for an interval of its own

Labels = Mapping[str, str]
"""Passage id → what a reader says of it; passages without an answer are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure; None where it is not defined, such as kappa where both say one thing only. low, high: 95 %."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementAgreement:
    """Over passages that both have placed. by_target: F1 of "bears on this target"; macro_f1: their plain mean."""

    passages: int
    sources: int
    enough: bool
    agree: Figure
    macro_f1: Figure
    kappa: Figure
    alpha: Figure
    by_target: dict[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAgreement:
    """Over passages that both have given a theme.

    pairs_f1: of "these two belong together"; ari: the same, corrected for chance (Hubert and Arabie 1985).
    """

    passages: int
    sources: int
    enough: bool
    pairs_f1: Figure
    ari: Figure


# -- placement ------------------------------------------------------------------------------------------


def placement_agreement(first: Labels, second: Labels, source_of: Labels) -> PlacementAgreement:
    """Agreement of two readers about where passages bear. source_of: passage → its contribution."""
    both = sorted(first.keys() & second.keys())
    targets = sorted({side[one] for side in (first, second) for one in both})
    tables = _tables([(first[one], second[one]) for one in both], targets, [source_of[one] for one in both])
    enough = is_enough(len(both), len(tables))
    drawn = _draws(tables) if enough else None
    whole = tables.sum(axis=0)[None]

    def figure(of: Callable[[NDArray[Any]], NDArray[Any]]) -> Figure:
        return _figure(of(whole)[0], None if drawn is None else of(drawn))

    return PlacementAgreement(
        passages=len(both),
        sources=len(tables),
        enough=enough,
        agree=figure(_agree),
        macro_f1=figure(_macro_f1),
        kappa=_figure(cohens_kappa([first[one] for one in both], [second[one] for one in both]),
                      None if drawn is None else _kappa(drawn)),
        alpha=_figure(krippendorffs_alpha([first, second], both), None if drawn is None else _alpha_of_two(drawn)),
        by_target={target: _of_target(number, whole, drawn) for number, target in enumerate(targets)},
    )  # fmt: skip


def cohens_kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Cohen's kappa; not a number where both readers say one and the same thing of everything, or there is nothing."""
    import numpy as np
    from sklearn.metrics import cohen_kappa_score

    if len({*first, *second}) < 2:
        return float("nan")
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(cohen_kappa_score(first, second))


def krippendorffs_alpha(readers: Sequence[Labels], asked: Sequence[str]) -> float:
    """Krippendorff's alpha for nominal values; not a number where fewer than two values were given to what two read."""
    import numpy as np

    answers = [[side[one] for side in readers if one in side] for one in asked]
    pairable = [said for said in answers if len(said) > 1]
    names = sorted({value for said in pairable for value in said})
    if len(names) < 2:
        return float("nan")
    table = np.array([[said.count(name) for name in names] for said in pairable])
    try:
        import krippendorff
    except ImportError:  # under the GPL, so that we do not bring it (docs/decisions/0020-agreement.md)
        return float(_alpha(_coincidences(table)[None])[0])
    return float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))


def _coincidences(table: NDArray[Any]) -> NDArray[Any]:
    """(units, values) counts of answers → (values, values) pairable values."""
    import numpy as np

    found: NDArray[Any] = np.einsum("ui,uj,u->ij", table, table, 1 / (table.sum(axis=1) - 1))
    found -= np.diag((table / (table.sum(axis=1) - 1)[:, None]).sum(axis=0))
    return found


def is_enough(passages: int, sources: int) -> bool:
    """Whether there is enough to say how sure a figure is."""
    return passages >= FEWEST_PASSAGES and sources >= FEWEST_SOURCES


def _of_target(number: int, whole: NDArray[Any], drawn: NDArray[Any] | None) -> Figure:
    named = whole[0, number].sum() + whole[0, :, number].sum() - whole[0, number, number]
    own = drawn if drawn is not None and named >= FEWEST_OF_TARGET else None
    return _figure(_f1(whole)[0, number], None if own is None else _f1(own)[:, number])


def _tables(pairs: Sequence[tuple[str, str]], labels: Sequence[str], sources: Sequence[str]) -> NDArray[Any]:
    """(s, k, k): for each contribution, in order of its id, how often a pair of answers was given."""
    import numpy as np

    place, row = ({name: at for at, name in enumerate(names)} for names in (labels, sorted(set(sources))))
    found = np.zeros((len(row), len(place), len(place)))
    for (one, other), source in zip(pairs, sources, strict=True):
        found[row[source], place[one], place[other]] += 1
    return found


def _draws(tables: NDArray[Any]) -> NDArray[Any]:
    """(b, k, k): tables of b samples of contributions, drawn with replacement."""
    weights = _weights(len(tables))
    flat = weights @ tables.reshape(len(tables), -1)
    drawn: NDArray[Any] = flat.reshape(len(weights), *tables.shape[1:])
    return drawn


def _weights(sources: int) -> NDArray[Any]:
    """(b, s): how often each of s contributions is in each sample."""
    import numpy as np

    rng = np.random.default_rng(SEED)
    return rng.multinomial(sources, np.full(sources, 1 / sources), size=DRAWS).astype(float)


# -- figures of tables (b, k, k) → (b,) -----------------------------------------------------------------


def _agree(tables: NDArray[Any]) -> NDArray[Any]:
    return _over(_diagonal(tables).sum(axis=1), tables.sum(axis=(1, 2)))


def _f1(tables: NDArray[Any]) -> NDArray[Any]:
    """(b, k): twice what both say of a target, over what each says of it."""
    return _over(2 * _diagonal(tables), tables.sum(axis=1) + tables.sum(axis=2))


def _macro_f1(tables: NDArray[Any]) -> NDArray[Any]:
    """The plain mean over targets that either reader uses; a sample may lack some."""
    import numpy as np

    each = _f1(tables)
    return _over(np.nansum(each, axis=1), (~np.isnan(each)).sum(axis=1))


def _kappa(tables: NDArray[Any]) -> NDArray[Any]:
    total = tables.sum(axis=(1, 2))
    chance = _over((tables.sum(axis=1) * tables.sum(axis=2)).sum(axis=1), total**2)
    return _over(_agree(tables) - chance, 1 - chance)


def _alpha_of_two(tables: NDArray[Any]) -> NDArray[Any]:
    return _alpha(tables + tables.transpose(0, 2, 1))


def _alpha(coincidences: NDArray[Any]) -> NDArray[Any]:
    """Krippendorff's alpha of symmetric tables of pairable values: 1 - observed / expected disagreement."""
    values = coincidences.sum(axis=2)
    total = values.sum(axis=1)
    observed = total - _diagonal(coincidences).sum(axis=1)
    expected = _over(total**2 - (values**2).sum(axis=1), total - 1)
    return 1 - _over(observed, expected)


def _diagonal(tables: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    diagonal: NDArray[Any] = np.einsum("bii->bi", tables)
    return diagonal


def _over(above: NDArray[Any], below: NDArray[Any]) -> NDArray[Any]:
    """Division; not a number where nothing is divided by."""
    import numpy as np

    undefined = np.full(np.broadcast(above, below).shape, np.nan)
    quotient: NDArray[Any] = np.divide(above, below, out=undefined, where=np.abs(below) > NOTHING)
    return quotient


def _figure(value: float, drawn: NDArray[Any] | None) -> Figure:
    """A value with the percentiles of what was drawn; without an interval where a sample in twenty has no value."""
    import numpy as np

    if not np.isfinite(value):
        return Figure(value=None)
    known = np.array([]) if drawn is None else drawn[np.isfinite(drawn)]
    if drawn is None or len(known) < 0.95 * len(drawn):
        return Figure(value=round(float(value), 4))
    low, high = np.percentile(known, (2.5, 97.5))
    return Figure(value=round(float(value), 4), low=round(float(low), 4), high=round(float(high), 4))


# -- more than two readers ------------------------------------------------------------------------------


def alpha(readers: Sequence[Labels], source_of: Labels) -> Figure:
    """Krippendorff's alpha of any number of readers, for nominal values; a reader may lack answers."""
    import numpy as np

    answers = {one: [side[one] for side in readers if one in side] for side in readers for one in side}
    pairable = {one: said for one, said in sorted(answers.items()) if len(said) > 1}
    place = {name: at for at, name in enumerate(sorted({value for said in pairable.values() for value in said}))}
    row = {name: at for at, name in enumerate(sorted({source_of[one] for one in pairable}))}
    tables = np.zeros((len(row), len(place), len(place)))
    for one, said in pairable.items():
        counts = Counter(said)
        for value, count in counts.items():
            for other, others in counts.items():
                pairs = count * (others - (value == other))
                tables[row[source_of[one]], place[value], place[other]] += pairs / (len(said) - 1)
    drawn = _alpha(_draws(tables)) if is_enough(len(pairable), len(row)) else None
    return _figure(krippendorffs_alpha(readers, sorted(pairable)), drawn)


# -- themes ---------------------------------------------------------------------------------------------


def theme_agreement(first: Labels, second: Labels, source_of: Labels) -> ThemeAgreement:
    """Agreement of two readers about what belongs together, whatever each of them calls it."""
    import numpy as np

    both = sorted(first.keys() & second.keys())
    row = {name: at for at, name in enumerate(sorted({source_of[one] for one in both}))}
    enough = is_enough(len(both), len(row))
    ones = np.ones((1, len(both)))
    own = [row[source_of[one]] for one in both]
    weights = np.vstack([ones, _weights(len(row))[:, own]]) if enough else ones
    together = _pairs(weights, [(first[one], second[one]) for one in both])
    firsts, seconds = (_pairs(weights, [(side[one], "") for one in both]) for side in (first, second))
    expected = _over(firsts * seconds, _pairs(weights, [("", "")] * len(both)))
    f1 = _over(2 * together, firsts + seconds)
    ari = _over(together - expected, (firsts + seconds) / 2 - expected)
    return ThemeAgreement(
        passages=len(both),
        sources=len(row),
        enough=enough,
        pairs_f1=_figure(float(f1[0]), f1[1:] if enough else None),
        ari=_figure(float(ari[0]), ari[1:] if enough else None),
    )


def _pairs(weights: NDArray[Any], labels: Sequence[tuple[str, str]]) -> NDArray[Any]:
    """(b,): pairs of two different passages that bear the same label, in each sample.

    weights: (b, n). A passage that was drawn twice makes no pair with itself: that would be agreement for nothing.
    """
    import numpy as np

    place = {label: at for at, label in enumerate(sorted(set(labels)))}
    member = np.zeros((len(labels), len(place)))
    member[np.arange(len(labels)), [place[label] for label in labels]] = 1
    pairs: NDArray[Any] = (((weights @ member) ** 2).sum(axis=1) - (weights**2).sum(axis=1)) / 2
    return pairs
