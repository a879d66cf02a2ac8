"""The frame of a conclusion: which sentence fits which facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from consult.answer.plan import Draft, Kind, Statement
from consult.answer.sentence import Subject, sentence
from consult.messages import messages
from tests.answer_cases import Case, Said, case

TABLE = Said(text="Vi treng svar.", by="bord1.docx", voice="group_note")
SAME_TABLE = Said(text="Kven held tråden?", by="bord1.docx", voice="group_note")
CLUB = Said(text="Gi skriftleg svar.", by="brev.pdf", voice="organisation")
PERSON = Said(text="Eg fekk ikkje svar.", by="epost.eml")


def draft(one: Case, kind: Kind = "points", shown: int = 1) -> Draft:
    """A draft of all passages, the first ones shown."""
    statements = [Statement(passages=(passage,)) for passage in one.passages]
    return Draft(kind=kind, shown=tuple(statements[:shown]), counted=tuple(statements[shown:]))


def say(
    said: Sequence[Said],
    kind: Kind = "points",
    *,
    shown: int = 1,
    title: str = "svar",
    first: bool = True,
    language: str = "nn",
) -> str:
    """The sentence for what was said."""
    one = case(said)
    found = draft(one, kind, shown)
    subject = Subject(title=title, first=first)
    quotes = [statement.passage.text.removesuffix(".") for statement in found.shown]
    return sentence(found, quotes, subject, {source.source_id: source for source in one.sources}, messages(language))


ALL_THREE = (
    "Frå eitt bord, éin organisasjon og éin privatperson kjem òg: "
    "«Vi treng svar», «Gi skriftleg svar» og «Eg fekk ikkje svar»"
)
FRAMES = [
    ({"said": [TABLE, CLUB], "shown": 2},
     "Eitt bord og éin organisasjon tek opp svar: «Vi treng svar» og «Gi skriftleg svar»."),
    ({"said": [TABLE, CLUB]}, "Eitt bord og éin organisasjon tek opp svar, mellom anna: «Vi treng svar»."),
    ({"said": [TABLE, CLUB], "title": "", "shown": 2},
     "Frå eitt bord og éin organisasjon kjem: «Vi treng svar» og «Gi skriftleg svar»."),
    ({"said": [TABLE, CLUB], "title": ""}, "Frå eitt bord og éin organisasjon kjem mellom anna: «Vi treng svar»."),
    ({"said": [TABLE, CLUB], "first": False},
     "Frå eitt bord og éin organisasjon kjem òg, mellom anna: «Vi treng svar»."),
    ({"said": [TABLE, CLUB, PERSON], "first": False, "shown": 3},
     f"{ALL_THREE}."),
    ({"said": [PERSON]}, "Eitt innspel, frå éin privatperson, gjeld svar: «Eg fekk ikkje svar»."),
    ({"said": [PERSON], "title": ""}, "Eitt innspel, frå éin privatperson: «Eg fekk ikkje svar»."),
    ({"said": [PERSON], "kind": "alone"}, "Ei einskild røyst, frå éin privatperson: «Eg fekk ikkje svar»."),
    ({"said": [TABLE, SAME_TABLE], "shown": 2}, "Eitt bord tek opp svar: «Vi treng svar» og «Kven held tråden?»"),
    ({"said": [TABLE, SAME_TABLE], "first": False, "shown": 2},
     "Eitt bord seier òg: «Vi treng svar» og «Kven held tråden?»"),
    ({"said": [TABLE, CLUB], "kind": "divided", "shown": 2, "title": "ro"},
     "Innspela om ro peikar i ulike retningar: «Vi treng svar» (eitt bord) og «Gi skriftleg svar» (éin organisasjon)."),
    ({"said": [TABLE, SAME_TABLE], "kind": "divided", "shown": 2, "title": ""},
     "Innspela peikar i ulike retningar: «Vi treng svar» og «Kven held tråden?»"),
    ({"said": [TABLE], "kind": "reported"}, "Eitt bord viser ulike syn på svar: «Vi treng svar»."),
    ({"said": [PERSON], "language": "nb"}, "Ett innspill, fra én privatperson, gjelder svar: «Eg fekk ikkje svar»."),
    ({"said": [PERSON], "language": "nb", "kind": "alone"},
     "En enkelt stemme, fra én privatperson: «Eg fekk ikkje svar»."),
    ({"said": [TABLE], "language": "en", "title": "replies"},
     "One contribution, from one table, is about replies: “Vi treng svar”."),
    ({"said": [TABLE, SAME_TABLE], "language": "en", "title": "replies"},
     "One table raises replies, among other things: “Vi treng svar”."),
    ({"said": [TABLE, CLUB], "language": "en", "title": "replies", "shown": 2},
     "One table and one organisation raise replies: “Vi treng svar” and “Gi skriftleg svar”."),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), FRAMES)
def test_the_frame_fits_the_facts(facts: dict[str, object], expected: str) -> None:
    """Structure varies the sentence, chance never does."""
    assert say(**facts) == expected  # type: ignore[arg-type]


def test_a_quote_that_ends_in_its_own_mark_ends_the_sentence() -> None:
    """No full stop after *?»*, but one after a bracket."""
    asked = Said(text="Kven held tråden?", by="a.txt")
    assert say([asked]).endswith("«Kven held tråden?»")
    assert say([asked, CLUB], "divided", shown=2).endswith("(éin organisasjon).")


def test_lines_of_a_quote_are_joined() -> None:
    """A file's line breaks are not the speaker's."""
    assert "«tid, ikkje vilje»" in say([Said(text="tid,\nikkje vilje", by="a.txt")])


def test_a_contributors_braces_stay_braces() -> None:
    """Words are values, in the frame too."""
    assert "«{ $voices } {answer-number}»" in say([Said(text="{ $voices } {answer-number}", by="a.txt")], title="{x}")


def test_copies_that_are_not_quite_equal_are_said_to_be_nearly_so() -> None:
    """Counted from the texts, not assumed."""
    one = case([Said(text=f"Krev register{mark}", by=f"{n}.txt") for n, mark in enumerate(("", "!"))])
    both = Draft(kind="alike", shown=(Statement(passages=one.passages),), counted=())
    subject = Subject(title="", first=True)
    sources = {source.source_id: source for source in one.sources}
    text = sentence(both, ["Krev register"], subject, sources, messages("nn"))
    assert text == "To nesten likelydande innspel, frå to privatpersonar, seier: «Krev register»."


AGREED = re.compile(r"seier|sier|\bsays?\b|innspela?\b|innspill(?:ene)?\b|contributions", re.IGNORECASE)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("title", ["", "svar"])
@pytest.mark.parametrize("shown", [1, 2, 3])
def test_several_voices_are_never_said_to_agree(language: str, first: bool, title: str, shown: int) -> None:
    """Each said something else: no *dei fleste innspela seier*, in any language, however many they are."""
    text = say(
        [TABLE, CLUB, PERSON], language=language, first=first, title=title, shown=shown
    )  # fmt: skip
    frame = re.sub("[«“].*?[»”]", "", text)
    assert not AGREED.search(frame), frame


def test_one_voice_says_what_it_says() -> None:
    """A table's notes are one source: it did say both; sabotage twin of the law above."""
    assert AGREED.search(say([TABLE, SAME_TABLE], title="", shown=2))


def test_a_campaign_is_one_text_that_many_say() -> None:
    """*Seier* stands where one text is in question, with the number counted."""
    one = case([Said(text="Krev register", by=f"{n}.txt") for n in range(3)])
    same = Draft(kind="alike", shown=(Statement(passages=one.passages),), counted=())
    sources = {source.source_id: source for source in one.sources}
    subject = Subject(title="", first=True)
    text = sentence(same, ["Krev register"], subject, sources, messages("nn"))
    assert text == "Tre likelydande innspel, frå tre privatpersonar, seier: «Krev register»."
