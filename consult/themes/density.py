"""Groups that grow from where passages lie dense, for whoever sets `grouping = "density"`.

Comes in: how alike each passage is to each, and how alike two groups must be to be one. Goes out: one label per
passage. HDBSCAN (Campello et al. 2013) is what most tools of this field group by. It leaves aside what lies thin: here
such a passage joins the group that it has most in common with, or has a theme of its own, and nothing is thrown away.
Why it is not the default: docs/decisions/0003.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Labels = NDArray[np.intp]

SMALLEST = 2  # passages of a group: two who say the same are a theme


def dense_groups(similarity: Array, cut: float) -> Labels:
    """(n,) labels from 0. similarity: (n, n), n at least 3; cut: how alike at the least to join a group, as a mean."""
    from hdbscan import HDBSCAN

    distance = (similarity.max() - similarity).astype(np.float64)
    np.fill_diagonal(distance, 0.0)
    model = HDBSCAN(metric="precomputed", min_cluster_size=SMALLEST, min_samples=1)
    return joined(similarity, np.asarray(model.fit_predict(distance), dtype=np.intp), cut)


def joined(similarity: Array, labels: Labels, cut: float) -> Labels:
    """(n,) labels from 0: those below 0, whom no group took, in the nearest group or alone."""
    thin = np.flatnonzero(labels < 0)
    count = int(labels.max()) + 1
    if count:
        member = np.equal.outer(labels, np.arange(count)).astype(np.float32)
        shared = similarity[thin] @ member / member.sum(axis=0)
        labels[thin] = np.where(shared.max(axis=1) >= cut, shared.argmax(axis=1), -1)
    alone = np.flatnonzero(labels < 0)
    labels[alone] = count + np.arange(len(alone))
    return labels
