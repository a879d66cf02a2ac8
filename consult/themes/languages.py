"""Take the language out of vectors, so that themes are about subjects (law 8).

Comes in: unit vectors and the language of each. Goes out: unit vectors around a common centre.

A language's centre is the mean of its own vectors, drawn towards the mean of twelve plain sentences that
say the same in all five languages: so a corpus of five passages, or one Danish letter among Norwegian
notes, has a centre too, whichever encoder is set.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from consult.records import Language

Array = NDArray[np.float32]
Counted = NDArray[np.bool_]

BLOCK = 4096  # rows centred or scaled at a time
PRIOR_ROWS = 4.0  # the plain sentences weigh as much as this many passages; docs/decisions/0003 has the table

PLAIN: dict[str, tuple[str, ...]] = {
    "nn": (
        "Vi treng meir tid til dette.",
        "Møtet var nyttig for alle som deltok.",
        "Kommunen bør svare raskare på spørsmål frå innbyggjarane.",
        "Kven har ansvaret for at dette blir gjort?",
        "Det er for dyrt for små verksemder.",
        "Informasjonen er vanskeleg å finne og vanskeleg å forstå.",
        "Lova må endrast før neste år.",
        "Vi støttar framlegget, men saknar ein plan for gjennomføringa.",
        "Barn og unge må få seie si meining.",
        "Reglane blir ikkje følgde, og ingen fører tilsyn.",
        "Fleire tilsette bør få opplæring.",
        "Pengane bør heller brukast på skule og helse.",
    ),
    "nb": (
        "Vi trenger mer tid til dette.",
        "Møtet var nyttig for alle som deltok.",
        "Kommunen bør svare raskere på spørsmål fra innbyggerne.",
        "Hvem har ansvaret for at dette blir gjort?",
        "Det er for dyrt for små virksomheter.",
        "Informasjonen er vanskelig å finne og vanskelig å forstå.",
        "Loven må endres før neste år.",
        "Vi støtter forslaget, men savner en plan for gjennomføringen.",
        "Barn og unge må få si sin mening.",
        "Reglene blir ikke fulgt, og ingen fører tilsyn.",
        "Flere ansatte bør få opplæring.",
        "Pengene bør heller brukes på skole og helse.",
    ),
    "da": (
        "Vi har brug for mere tid til dette.",
        "Mødet var nyttigt for alle, der deltog.",
        "Kommunen bør svare hurtigere på spørgsmål fra borgerne.",
        "Hvem har ansvaret for, at det bliver gjort?",
        "Det er for dyrt for små virksomheder.",
        "Oplysningerne er svære at finde og svære at forstå.",
        "Loven skal ændres inden næste år.",
        "Vi støtter forslaget, men savner en plan for gennemførelsen.",
        "Børn og unge skal have lov at sige deres mening.",
        "Reglerne bliver ikke fulgt, og ingen fører tilsyn.",
        "Flere ansatte bør få undervisning.",
        "Pengene bør hellere bruges på skole og sundhed.",
    ),
    "sv": (
        "Vi behöver mer tid till detta.",
        "Mötet var nyttigt för alla som deltog.",
        "Kommunen bör svara snabbare på frågor från invånarna.",
        "Vem har ansvaret för att detta blir gjort?",
        "Det är för dyrt för små företag.",
        "Informationen är svår att hitta och svår att förstå.",
        "Lagen måste ändras före nästa år.",
        "Vi stöder förslaget, men saknar en plan för genomförandet.",
        "Barn och unga måste få säga sin mening.",
        "Reglerna följs inte, och ingen utövar tillsyn.",
        "Fler anställda bör få utbildning.",
        "Pengarna bör hellre användas till skola och vård.",
    ),
    "en": (
        "We need more time for this.",
        "The meeting was useful for everyone who took part.",
        "The municipality should answer questions from residents faster.",
        "Who is responsible for getting this done?",
        "It is too expensive for small businesses.",
        "The information is hard to find and hard to understand.",
        "The law must be changed before next year.",
        "We support the proposal, but miss a plan for carrying it out.",
        "Children and young people must have their say.",
        "The rules are not followed, and nobody supervises them.",
        "More employees should be trained.",
        "The money should rather be spent on schools and health.",
    ),
}
"""The same twelve remarks in five languages: where a language lies in an encoder's space."""


def plain_sentences(languages: Collection[str]) -> tuple[str, ...]:
    """The plain sentences of these languages, to be embedded (and cached) with the passages."""
    return tuple(text for language in sorted(set(languages)) for text in PLAIN[language])


def plain_means(vectors: Mapping[str, Array]) -> dict[str, Array]:
    """Language → (d,) mean of its plain sentences, of those embedded. vectors: text → (d,) unit vector."""
    return {
        language: np.mean([vectors[text] for text in texts], axis=0, dtype=np.float32)
        for language, texts in PLAIN.items()
        if texts[0] in vectors
    }


def centre_by_language(
    vectors: Array,
    languages: Sequence[Language],
    plain: Mapping[str, Array],
    prior: float = PRIOR_ROWS,
    counted: Counted | None = None,
) -> Array:
    """Subtract each language's mean vector, then scale rows to unit length.

    Multilingual encoders place every language in a region of its own; without this, themes of a mixed
    consultation are languages (V-measure against language 0.32 before, 0.00 after, SIB-200).

    vectors: (n, d) float32, rows of unit length; languages: n codes; plain: language → (d,) as from
    `plain_means`, which counts as `prior` rows of that language; counted: the rows that make the mean, all
    of them if None (fifty copies of a letter are no middle). Returns (n, d) float32.
    """
    centred = np.empty_like(vectors)
    for rows, mean in _means(vectors, languages, plain, prior, counted).values():
        for some in _blocks(np.flatnonzero(rows)):
            centred[some] = vectors[some] - mean
    return unit_in_place(centred)


def language_offsets(
    vectors: Array,
    languages: Sequence[Language],
    plain: Mapping[str, Array],
    prior: float = PRIOR_ROWS,
    counted: Counted | None = None,
) -> dict[Language, Array]:
    """Language → (d,): how far its rows lie from the middle of all rows.

    To take the language out of other texts of the same passages (headings, questions), which have a
    middle of their own. Arguments as for `centre_by_language`.
    """
    means = _means(vectors, languages, plain, prior, counted)
    weights = {name: int((rows if counted is None else rows & counted).sum()) for name, (rows, _) in means.items()}
    total = sum(weights[name] * mean.astype(np.float64) for name, (_, mean) in means.items())
    middle = total / max(1, sum(weights.values()))
    return {name: (mean - middle).astype(np.float32) for name, (_, mean) in means.items()}


def _means(
    vectors: Array, languages: Sequence[Language], plain: Mapping[str, Array], prior: float, counted: Counted | None
) -> dict[Language, tuple[Counted, Array]]:
    """Language → which rows are in it, and their (d,) mean, the plain sentences counted as `prior` rows."""
    spoken = np.asarray(languages, dtype=object)
    means: dict[Language, tuple[Counted, Array]] = {}
    for language in sorted(set(languages)):
        rows = np.asarray(spoken == language)
        heard = rows if counted is None else rows & counted
        mean = (vectors[heard].sum(axis=0) + prior * plain[language]) / (int(heard.sum()) + prior)
        means[language] = (rows, np.asarray(mean, dtype=np.float32))
    return means


def unit(rows: Array) -> Array:
    """Rows scaled to unit length; a row that is all zero stays so. (n, d) float32."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def unit_in_place(rows: Array) -> Array:
    """The same, in the array that is given."""
    for some in _blocks(rows):
        lengths = np.linalg.norm(some, axis=1, keepdims=True)
        np.divide(some, np.where(lengths > 0, lengths, 1.0), out=some)
    return rows


def _blocks(rows: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Views of some rows at a time, so that what is worked out of them needs little memory."""
    return (rows[at : at + BLOCK] for at in range(0, len(rows), BLOCK))
