import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consult.publish.statements import Quote, _places, statement
from consult.records import Citation, Conclusion, Passage, Source


def conclusion(text: str, *quotes: str, shown: bool = True) -> Conclusion:
    """A conclusion that cites each of `quotes`."""
    citations = tuple(
        Citation(
            conclusion_id="c-1", passage_id=f"p-{n}", source_id="s-1", start=n * 100, end=n * 100 + len(exact),
            exact=exact, prefix="", suffix="", shown=shown,
        )
        for n, exact in enumerate(quotes)
    )  # fmt: skip
    return Conclusion(conclusion_id="c-1", theme_id="t-1", target="", language="nn", text=text, citations=citations)


def pieces(text: str, *quotes: str) -> list[str]:
    """The pieces of a conclusion: words as they are, quotes in guillemets, a quote's speaker in brackets."""
    one = conclusion(text, *quotes)
    source = Source(path="a.txt", sha256="0", format="txt", text="x")
    passages = {
        c: Passage(source_id="s-1", start=c.start, end=c.end, text=c.exact, language="nn", voice="individual")
        for c in one.citations
    }
    parts = statement(one, {c: Quote(citation=c, passage=passages[c], source=source) for c in one.citations}).pieces
    return [
        f"«{part.quote.citation.exact}»{f'({part.text})' if part.text else ''}" if part.quote else part.text
        for part in parts
    ]


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("Tre bord seier: «A er bra»", ["A er bra"], ["Tre bord seier:", "«A er bra»"]),
        ("To: «A er bra» og «B er dårleg».", ["A er bra", "B er dårleg"], ["To:", "«A er bra»", "«B er dårleg»"]),
        ("Two: “A” and “B”", ["A", "B"], ["Two:", "«A»", "«B»"]),
        ("Ja: «A a». Nei: «B b»", ["A a", "B b"], ["Ja:", "«A a»", "Nei:", "«B b»"]),
        ("To: «B b», «A a»", ["A a", "B b"], ["To:", "«B b»", "«A a»"]),
        ("Fleire: «A a» (eitt bord), «B b» (to)", ["A a", "B b"], ["Fleire:", "«A a»(eitt bord)", "«B b»(to)"]),
        ("Éin: «linje ein linje to»", ["linje ein\nlinje to"], ["Éin:", "«linje ein\nlinje to»"]),
        ("Meir enn sitatet: «innkjøp» og «betre innkjøp»", ["innkjøp", "betre innkjøp"],
         ["Meir enn sitatet:", "«innkjøp»", "«betre innkjøp»"]),
        ("Likt: «A a» og «A a»", ["A a", "A a"], ["Likt:", "«A a»", "«A a»"]),
        ("Omskrive med andre ord.", ["A a"], ["Omskrive med andre ord.", "«A a»"]),
        ("Teikn: «(a+b)* [c]»", ["(a+b)* [c]"], ["Teikn:", "«(a+b)* [c]»"]),
    ],
)  # fmt: skip
def test_a_conclusion_is_divided_at_its_quotes(text: str, quotes: list[str], expected: list[str]) -> None:
    """Words of ours and quotes alternate in the sentence's order; a quote not found in it follows it."""
    assert pieces(text, *quotes) == expected


def test_a_quote_is_never_invented() -> None:
    """Each shown citation gives exactly one piece, whatever the sentence holds."""
    assert sum(piece.startswith("«") for piece in pieces("Seier: «A a».", "A a", "A a", "Z z")) == 3


def test_counted_quotes_stand_apart() -> None:
    """A citation that is only counted is no piece of the sentence."""
    one = conclusion("To innspel om saka", "A a", "B b", shown=False)
    assert [piece.text for piece in statement(one, dict.fromkeys(one.citations)).pieces] == [one.text]


def test_a_sentence_without_quotes_is_one_piece() -> None:
    """Counted words stay whole where nothing is quoted."""
    one = conclusion("Fleire innspel, frå tre bord, gjeld dette.", "A a", shown=False)
    (piece,) = statement(one, dict.fromkeys(one.citations)).pieces
    assert (piece.text, piece.quote) == (one.text, None)


@pytest.mark.parametrize("word", ["ikkje", "men", "og difor", "and yet", "–"])
def test_words_between_quotes_are_kept(word: str) -> None:
    """Only signs and a bare joining word may go; whatever says something stays."""
    assert pieces(f"Seier: «A a» {word} «B b»", "A a", "B b") == ["Seier:", "«A a»", word, "«B b»"]


@pytest.mark.parametrize("word", ["og", "and", ",", ".", ""])
def test_joining_words_go(word: str) -> None:
    """What only joins two quotes says nothing when they stand below each other."""
    assert pieces(f"Seier: «A a» {word} «B b»", "A a", "B b") == ["Seier:", "«A a»", "«B b»"]


def test_further_quotes_keep_their_order() -> None:
    """What is counted is listed in the order of the citations."""
    one = conclusion("To", "B b", "A a", shown=False)
    found = statement(one, {citation: citation for citation in one.citations}).further
    assert [citation.exact for citation in found] == ["B b", "A a"]


@given(st.text(alphabet="ab. \n", max_size=12), st.lists(st.sampled_from(["a", "b", "a.", "ab"]), max_size=3))
def test_places_are_those_of_the_pattern(text: str, words: list[str]) -> None:
    """Looking for the words finds what a pattern with white space between them finds, in any text."""
    pattern = r"\s+".join(map(re.escape, words))
    expected = [match.span() for match in re.finditer(pattern, text)] if words else []
    assert list(_places(text, words)) == expected
