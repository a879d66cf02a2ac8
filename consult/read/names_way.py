"""Whether a network that finds names comes out right in half precision.

In: the network both ways. Out: yes where our own texts get nearly the odds that they have in whole numbers, and the
same bytes alone and together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consult.read.names_network import Network

FAR = 0.3  # mean difference of odds from those in whole numbers at which half precision is not used; measured 0.035


def comes_out_right(network: Network, whole: Network) -> bool:
    """Whether a network gives our own texts nearly the odds that they have in whole numbers, in any company."""
    import numpy as np

    from consult.weights.integers import PROBES

    texts = [*PROBES, " ".join(PROBES), "Kari Nordmann, Per Moe og Statens vegvesen"]
    try:
        alone = [network.odds(text)[1] for text in texts]
        together = [odds for _, odds in network.odds_of(texts)]
    except Exception:  # noqa: BLE001 - each runtime has errors of its own: no such operator or processor
        return False
    same = all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))
    near = [np.abs(one - odds).mean() < FAR for one, (_, odds) in zip(alone, whole.odds_of(texts), strict=True)]
    return same and all(near)
