"""Where sentences end, in five languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from consult.read.sentences import pipeline, sentence_spans
from consult.records import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[1]
TREEBANKS: dict[Language, str] = {
    "nn": "Norwegian-Nynorsk",
    "nb": "Norwegian-Bokmaal",
    "da": "Danish-DDT",
    "sv": "Swedish-Talbanken",
    "en": "English-EWT",
}

UNDIVIDED: list[tuple[Language, str, str]] = [
    ("nn", "Statistikk per etat, bl.a. svartid, avslag og heimel.", "an abbreviation inside"),
    ("nn", "Sjå til andre land, t.d. Estland og Finland.", "an abbreviation before a name"),
    ("nb", "Vi trenger f.eks. Oslos lister.", "an abbreviation before a name"),
    ("nb", "Se lov om arkiv § 3, jf. Ot.prp. nr. 5 (2023–2024).", "references to law"),
    ("nb", "Møtet er tirsdag kl. 15.45 i rom 3.", "a clock time"),
    ("nb", "Det kostet 12 mill. kroner i fjor.", "an abbreviation before a small letter"),
    ("nb", "Møtet er 12. februar 2026.", "an ordinal in a date"),
    ("da", "Det gælder ca. 40 pct. af borgerne, jf. bilag 2.", "Danish abbreviations"),
    ("da", "Mødet er den 3. Marts.", "a month that someone gives a capital"),
    ("sv", "Använd t.ex. Skatteverkets register, dvs. det öppna.", "Swedish abbreviations"),
    ("en", "Publish more, e.g. Ministers' diaries, cf. EU rules.", "English abbreviations"),
    ("en", "Ask Dr. Hill or J. K. Smith about it.", "a title and initials"),
    ("nn", "«Svar!» sa ho og gjekk.", "a small letter goes on after a quotation"),
    ("nn", "eInnsyn … usikre på om alt bør ligge samla", "an ellipsis before a small letter"),
    ("nb", "Bare tre av ti tror det blir tatt hensyn\ntil", "a line break is no end"),
    ("nb", "1. Registrer alle møter", "a list number is no sentence"),
    ("en", "No. 5 was the best", "a number's abbreviation"),
    ("nn", "Fv. 57 og Rv. 13 må rassikrast.", "roads by their numbers"),
    ("nb", "Gjelder gnr. 12, bnr. 4, snr. 2 og fnr. 1.", "numbers of properties"),
    ("nn", "Bygg fortau frå km. 4 til km. 7 for kr. 200 000.", "measures before their numbers"),
    ("da", "Se vedl. 3 og matr.nr. 14 ved havnen.", "Danish numbers of properties"),
]

DIVIDED: list[tuple[Language, str, list[str]]] = [
    ("nn", "Svar! Det held.", ["Svar!", "Det held."]),
    ("nn", "Nettstaden – når kjem han?? Ingen veit.", ["Nettstaden – når kjem han??", "Ingen veit."]),
    ("nb", "Vi så lister, skjema m.m. Det tok en uke.", ["Vi så lister, skjema m.m.", "Det tok en uke."]),
    ("nb", "Følg opp loven fra 2016. Ti år er nok.", ["Følg opp loven fra 2016.", "Ti år er nok."]),
    ("nb", "Hun sa «ja». Han sa nei.", ["Hun sa «ja».", "Han sa nei."]),
    ("nb", "(Se vedlegg 2.) Vi venter.", ["(Se vedlegg 2.)", "Vi venter."]),
    ("da", "Det er for dyrt. 40 borgere har klaget.", ["Det er for dyrt.", "40 borgere har klaget."]),
    ("sv", "Mät oftare. «Vi vill veta.»", ["Mät oftare.", "«Vi vill veta.»"]),
    ("nn", "Det er langt til næraste rv. Bussen går ikkje.", ["Det er langt til næraste rv.", "Bussen går ikkje."]),
    ("nn", "Vegen er 12 km. Han er smal.", ["Vegen er 12 km.", "Han er smal."]),
    ("nn", "Det kostar 40 kr. Det er for mykje.", ["Det kostar 40 kr.", "Det er for mykje."]),
    ("nn", "Vegen er 12 km. 40 born går der.", ["Vegen er 12 km.", "40 born går der."]),
    ("en", "Fine them? No agreement.", ["Fine them?", "No agreement."]),
    ("en", "We said no. The others did not.", ["We said no.", "The others did not."]),
    ("nb", "Første avsnitt\n\nandre avsnitt", ["Første avsnitt", "andre avsnitt"]),
    ("nb", "Linja er full. Den\nneste går videre.", ["Linja er full.", "Den\nneste går videre."]),
]


def pieces(text: str, language: Language) -> list[str]:
    """The sentences as texts."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(("language", "text", "why"), UNDIVIDED, ids=[row[2] for row in UNDIVIDED])
def test_what_ends_no_sentence(language: Language, text: str, why: str) -> None:
    """A text that is one sentence stays one."""
    assert pieces(text, language) == [text], why


@pytest.mark.parametrize(("language", "text", "expected"), DIVIDED)
def test_what_ends_a_sentence(language: Language, text: str, expected: list[str]) -> None:
    """A text of several sentences is divided between them."""
    assert pieces(text, language) == expected


def test_an_empty_text_has_no_sentences() -> None:
    """White space holds no sentence."""
    assert sentence_spans(" \n\t", "nn") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_spacy_does_tokens_and_bounds(language: Language) -> None:
    """The spans are those of a spaCy pipeline whose tokeniser is the language's own."""
    nlp = pipeline(language)
    assert nlp.lang == language
    doc = nlp("Ja. Nei.")
    assert [sentence.text for sentence in doc.sents] == ["Ja.", "Nei."]
    assert [token.text for token in doc] == ["Ja", ".", "Nei", "."]


def test_the_same_text_gives_the_same_spans_in_any_order() -> None:
    """No text's bounds depend on the texts before it."""
    texts = [text for _, text, _ in UNDIVIDED]
    forward = [sentence_spans.__wrapped__(text, "nb") for text in texts]
    backward = [sentence_spans.__wrapped__(text, "nb") for text in reversed(texts)]
    assert forward == backward[::-1]


def boundary_f1(found: object, language: Language, documents: list[list[str]]) -> float:
    """F1 of the places where sentences begin, sentences of a document being joined by spaces."""
    right = wrong = missed = 0
    for sentences in documents:
        text, gold, at = " ".join(sentences), set[int](), 0
        for sentence in sentences[:-1]:
            at += len(sentence) + 1
            gold.add(at)
        ours = {start for start, _ in found(text, language)} - {0}  # type: ignore[operator]
        right, wrong, missed = right + len(gold & ours), wrong + len(ours - gold), missed + len(gold - ours)
    return 2 * right / (2 * right + wrong + missed)


def treebank(language: Language) -> list[list[str]]:
    """The sentences of a dev treebank in documents of at most twelve."""
    folder = ROOT.parent / "shared" / "data" / "ud" / f"UD_{TREEBANKS[language]}"
    if not folder.is_dir():
        pytest.skip("needs the UD treebanks in ../shared/data/ud")
    documents: list[list[str]] = [[]]
    for line in next(folder.glob("*.conllu")).read_text("utf-8").splitlines():
        if line.startswith(("# newdoc", "# newpar")) or len(documents[-1]) == 12:
            documents.append([])
        if line.startswith("# text = "):
            documents[-1].append(line[9:].strip())
    return [document for document in documents if document]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("language", "reached"), [("nn", 0.93), ("nb", 0.95), ("da", 0.95), ("sv", 0.97), ("en", 0.80)]
)
def test_bounds_on_the_treebanks(language: Language, reached: float) -> None:
    """F1 of sentence bounds on the dev treebanks; what is missed are headlines and web text without full stops."""
    assert boundary_f1(sentence_spans, language, treebank(language)) >= reached


@pytest.mark.shared
def test_a_plain_sentencizer_is_worse() -> None:
    """The measure tells: spaCy's own sentencizer, which knows no abbreviations, scores at least 0.05 lower."""
    nlp = spacy.blank("nn")
    nlp.add_pipe("sentencizer")

    def plain(text: str, language: Language) -> list[tuple[int, int]]:
        assert language == nlp.lang
        return [(sentence.start_char, sentence.end_char) for sentence in nlp(text).sents]

    documents = treebank("nn")
    assert boundary_f1(plain, "nn", documents) < boundary_f1(sentence_spans, "nn", documents) - 0.05
