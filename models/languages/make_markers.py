"""Count words in labelled text of five languages and keep those that tell the languages apart.

Reads `../shared/data` beside the checkout: the UD dev treebanks (Universal Dependencies, CC BY-SA 4.0), NorNE
(ltgoslo/norne), Bokmål–Nynorsk sentence pairs (ltgoslo/norbench), the training split of SIB-200 (dadelani/sib-200,
CC BY-SA 4.0), summaries of Swedish government documents (civictechsweden/g0vse) and OGP commitments
(g0v/ogp-commitments). Held out for measuring: the other splits of SIB-200, and the sentence pairs from number 3,001 on.

Writes `consult/read/markers.tsv`: a word and five digits (nn nb da sv en), how many nats less likely the word is in
each language than in the one that has it most. No sentence of the sources is kept. From the root of the checkout:

    .venv/bin/python models/languages/make_markers.py
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("nn", "nb", "da", "sv", "en")
TREEBANKS = {
    "nn": "Norwegian-Nynorsk",
    "nb": "Norwegian-Bokmaal",
    "da": "Danish-DDT",
    "sv": "Swedish-Talbanken",
    "en": "English-EWT",
}
PAIRS_FOR_TRAINING = 3000
GOVERNMENT_DOCUMENTS = 3000
PRIOR = 5000  # tokens' worth of "as in the other languages": keeps what little Danish there is from deciding
RAREST = 4  # occurrences in all
LARGEST = 4  # nats: a typing error or a quotation can cost no more
KEPT = 6000  # words; accuracy on 5-9 words of nn or nb: 0.81 with none, 0.87 with 800, 0.89 with 3,000, 0.90 with 8,000
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def labelled_texts(data: Path) -> Iterator[tuple[str, str]]:
    """(language, text) of everything that is not held out."""
    for language, name in TREEBANKS.items():
        for file in sorted(data.glob(f"ud/UD_{name}/*.conllu")):
            lines = file.read_text("utf-8").splitlines()
            yield from ((language, line[9:]) for line in lines if line.startswith("# text = "))
    for row in _rows(data / "nb_nn_parallel_sample.jsonl", PAIRS_FOR_TRAINING):
        yield from (("nb", row["nb"]), ("nn", row["nn"]))
    for language in ("nb", "nn"):
        for row in _rows(data / f"norne_ndt_{language}_train.jsonl"):
            yield language, " ".join(row["tokens"])
    yield from (
        (row["lang"], row["text"]) for row in _rows(data / "sib200_nb_nn_da_sv_en.jsonl") if row["split"] == "train"
    )
    yield from (("sv", row["text"]) for row in _rows(data / "g0vse_policy_sv.jsonl", GOVERNMENT_DOCUMENTS))
    yield from (("en", row.get("text") or "") for row in _rows(data / "ogp_commitments_en.jsonl"))


def _rows(file: Path, most: int | None = None) -> Iterator[dict[str, str]]:
    for number, line in enumerate(file.open(encoding="utf-8")):
        if most is not None and number >= most:
            return
        yield json.loads(line)


def markers(counts: dict[str, Counter[str]]) -> dict[str, tuple[int, ...]]:
    """The words that tell most, with their distances in nats, rounded."""
    totals = {language: sum(counts[language].values()) for language in LANGUAGES}
    found: dict[str, tuple[float, tuple[int, ...]]] = {}
    for word in sorted(set().union(*counts.values())):
        if sum(counts[language][word] for language in LANGUAGES) < RAREST:
            continue
        mean = sum(counts[language][word] / totals[language] for language in LANGUAGES) / len(LANGUAGES)
        rates = [(counts[language][word] + PRIOR * mean) / (totals[language] + PRIOR) for language in LANGUAGES]
        nats = [min(LARGEST, math.log(max(rates) / rate)) for rate in rates]
        found[word] = (mean * max(nats), tuple(round(one) for one in nats))
    kept = sorted(found, key=lambda word: (-found[word][0], word))[:KEPT]
    return {word: found[word][1] for word in sorted(kept) if any(found[word][1])}


def main() -> None:
    """Write the table."""
    root = Path(__file__).resolve().parents[2]
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for language, text in labelled_texts(root.parent / "shared" / "data"):
        counts[language].update(word.lower() for word in WORD.findall(text))
    rows = [f"{word}\t{''.join(map(str, nats))}" for word, nats in markers(counts).items()]
    head = "# Written by models/languages/make_markers.py, which names its sources. Word, then nats for nn nb da sv en."
    (root / "consult" / "read" / "markers.tsv").write_text("\n".join([head, *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
