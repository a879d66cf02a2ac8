"""Train the word classes of `consult.themes.wordclass` on the Universal Dependencies treebanks.

In: a folder of UD treebanks (`UD_*/*.conllu`). Out: `classes.npz` beside this file. Deterministic.

    python models/words/train_classes.py ../shared/data/ud

First it trains on nine sentences of ten and writes the accuracy on the tenth to `classes.json`;
what is shipped is then trained on all of them.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from consult.themes.wordclass import CLASSES, features, rows_of

HERE = Path(__file__).parent
TREEBANKS = {"nn": "Nynorsk", "nb": "Bokmaal", "da": "Danish", "sv": "Swedish", "en": "English"}
CLASS_OF_TAG = {
    "X": "NOUN",  # foreign words and the like: most stand where a noun stands
    "PRON": "OTHER", "AUX": "OTHER", "SCONJ": "OTHER", "PART": "OTHER", "INTJ": "OTHER",
    "PUNCT": "MARK", "SYM": "MARK",
}  # fmt: skip
REGULARISATION = 1.0  # 0.3 gives 0.916, 1.0 gives 0.920
CLIP = 99.99  # percentile of the weights that becomes 127

Sentence = tuple[str, list[str], list[str]]


def sentences(folder: Path) -> Iterator[Sentence]:
    """Language, words and classes of every sentence."""
    for language, name in TREEBANKS.items():
        for path in sorted(folder.glob(f"UD_*{name}*/*.conllu")):
            for block in path.read_text(encoding="utf-8").split("\n\n"):
                rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
                rows = [row for row in rows if row[0].isdigit()]
                if rows:
                    yield language, [row[1] for row in rows], [CLASS_OF_TAG.get(row[3], row[3]) for row in rows]


def matrices(data: list[Sentence]) -> tuple[object, NDArray[np.str_]]:
    """Features of all words, stacked, and their classes."""
    rows = rows_of([features(words, language) for language, words, _ in data])
    return rows, np.array([tag for _, _, tags in data for tag in tags])


def quantise(model: LogisticRegression) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (features, classes) as 8-bit integers, and the intercept in the same unit."""
    order = [list(model.classes_).index(name) for name in CLASSES]
    weights, intercept = model.coef_[order].T, model.intercept_[order]
    unit = np.percentile(np.abs(weights[weights != 0]), CLIP) / 127
    return np.clip(np.round(weights / unit), -127, 127).astype(np.int8), (intercept / unit).astype(np.float32)


def fit(data: list[Sentence]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Multinomial logistic regression, quantised."""
    rows, classes = matrices(data)
    return quantise(LogisticRegression(C=REGULARISATION, max_iter=300).fit(rows, classes))


def accuracy(weights: NDArray[np.int8], intercept: NDArray[np.float32], data: list[Sentence]) -> float:
    """Share of words whose class is right."""
    rows, classes = matrices(data)
    guessed = np.asarray(rows @ weights.astype(np.float32) + intercept).argmax(axis=1)
    return float(np.mean(np.array(CLASSES)[guessed] == classes))


def main() -> None:
    """Measure, then train on everything and write the weights."""
    data = list(sentences(Path(sys.argv[1])))
    random.Random(2026).shuffle(data)  # noqa: S311  a split of sentences, not a secret
    held_out, rest = data[: len(data) // 10], data[len(data) // 10 :]
    weights, intercept = fit(rest)
    scores = {name: accuracy(weights, intercept, [row for row in held_out if row[0] == name]) for name in TREEBANKS}
    scores["all"] = accuracy(weights, intercept, held_out)
    (HERE / "classes.json").write_text(json.dumps({k: round(v, 3) for k, v in scores.items()}, indent=1) + "\n")
    weights, intercept = fit(data)
    np.savez_compressed(HERE / "classes.npz", weights=weights, intercept=intercept)


if __name__ == "__main__":
    main()
