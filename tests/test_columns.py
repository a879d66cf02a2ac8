"""Columns of a form: what people wrote is always an answer, whatever its column is called."""

from __future__ import annotations

import pytest

from consult.read.columns import is_free_text, is_prompt, named_role, read_columns
from consult.settings import FormRule

SENTENCES = ("Vi treng meir innsyn i sakene", "Kommunen må svare på brev frå folk", "Det er for få møte om dette")


def role(head: str, *values: str, asked: bool = False, rule: FormRule | None = None) -> str:
    """The role of one column."""
    questions = {head.casefold(): "Eit spørsmål?"} if asked else {}
    (column,) = read_columns([head], [(value,) for value in values], questions, rule)
    return column.role


@pytest.mark.parametrize(
    "head",
    [
        "svar1",
        "Kva meiner du?",
        "Navn på tiltak og begrunnelse",
        "Rolle",  # a column called so, with sentences in it
        "Status",
        "id",
        "",
        "Dato for møtet, og hva du mener om det",
        "E-post eller annet du vil si",
    ],
)
def test_sentences_are_answers(head: str) -> None:
    """No head makes a column of sentences anything but answers: nobody is silenced by a label."""
    assert role(head, *SENTENCES) == "answer"


@pytest.mark.parametrize(
    ("head", "values", "expected"),
    [
        ("svar2", ("Nei", "Fast støtte, ikkje prosjekt", "Lobbyregister!"), "answer"),
        ("Kommentar", ("Bra",), "answer"),
        ("Hva bør bli bedre?", ("Tid", "Skjema", "Opplæring", "Møter", "Alt"), "answer"),
        ("Organisasjon", ("Foreningen for innsyn og arkiv i Nord", "Laget"), "organisation"),  # long names
        ("org.", ("Laget",), "organisation"),
        ("Virksomhet", ("Oslo kommune",), "organisation"),
        ("På vegne av", (), "ignored"),
        ("Navn", ("Kari Nordmann",), "contributor"),
        ("Ditt fulle navn", ("Kari Nordmann",), "contributor"),
        ("Efternamn", ("Andersson",), "contributor"),
        ("E-postadresse", ("k@x.example",), "contact"),
        ("Hvor kan vi nå deg?", ("k@x.example", "o@x.example"), "contact"),
        ("Tlf", ("+47 441 90 356",), "contact"),
        ("id", ("1001", "1002"), "identifier"),
        ("Svarreferanse", ("AB-1", "AB-2", "AB-3"), "identifier"),
        ("Innsendt", ("1.3.2026 10:15",), "date"),
        ("Tidsstempel", ("2026-03-01 10:15:00",), "date"),
        ("noko", ("2026-03-01", "2026-03-02"), "date"),
        ("rolle", ("innbyggjar", "student"), "closed"),
        ("Kön", ("Kvinna", "Man"), "closed"),
        ("Hvor fornøyd er du (1-5)?", ("1", "4", "4"), "closed"),
        ("Kor nøgd er du med busstilbodet? (1–5)", ("2", "4", "5"), "closed"),
        ("Nøgd (1–5)", ("2", "4"), "closed"),
        ("Kva er saksnummeret ditt?", ("20260001", "20260002"), "identifier"),
        ("Har du brukt eInnsyn?", ("Ja", "Nei", "Ja", "Ja", "Nei"), "closed"),
        ("tom", (), "ignored"),
    ],
)
def test_roles(head: str, values: tuple[str, ...], expected: str) -> None:
    """Names, dates, references and choices, in the five languages."""
    assert role(head, *values) == expected


def beside_an_answer(head: str, *values: str, asked: bool = False) -> str:
    """The role of a column in a form that has answers in another."""
    questions = {head.casefold(): "Eit spørsmål?"} if asked else {}
    rows = [(SENTENCES[at % 3], value) for at, value in enumerate(values)]
    return read_columns(["Kva meiner du?", head], rows, questions, None)[1].role


PLACES = ("Nes", "Sentrum", "Nes", "Vasslia", "Sentrum", "Nes")


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("Noko anna?", ("lobbyregister", "Nei")),  # one word is an answer, where something was asked
        ("Andre tankar", ("Buss", "Kino", "Buss")),
        ("Övrigt", ("nej", "Tack", "nej")),
        ("Annet", ("Buss", "Buss", "Kino")),
        ("Ønske", ("Kino", "Buss")),
        ("Kommentar", ("Bra", "Bra", "Dårleg")),
        ("What would make the area better", ("Trees", "Trees", "Buses")),  # asked without its mark
        ("Bustad", SENTENCES),  # sentences, whatever the head says
        ("Vegen vidare", ("Me vil ha buss.", "Bygg!", "Bygg!")),  # people end statements, and no labels
        ("Transport", ("Buss", "Meir buss til dei som bur på Nes", "Buss")),  # one says more than a label
        ("Framtida", ("Meir buss", "Ny kino", "Betre skule")),  # no names, and none comes again
        ("", ("Buss", "Kino")),  # nothing says what it holds
        ("Kolonne 3", ("Buss", "Kino")),
        ("Har du en funksjonsnedsettelse?", SENTENCES),  # who writes sentences has something to say
        ("Hvordan kan kontakten bli bedre?", ("Buss", "Kino")),
    ],
)
def test_short_answers_stay_answers(head: str, values: tuple[str, ...]) -> None:
    """What must not become a label: short words below a prompt, and statements below anything."""
    assert beside_an_answer(head, *values) == "answer"


@pytest.mark.parametrize(
    ("head", "values"),
    [
        *((head, PLACES) for head in ("Bustad", "Bosted", "Bopel", "Bostad", "Bydel", "Kommune", "Area", "Område")),
        *((head, ("20-29 år", "under 18", "20-29 år")) for head in ("Alder", "Age", "Ålder", "Hvor gammel er du?")),
        *((head, ("Kvinne", "Mann", "Ikke-binær")) for head in ("Kjønn", "Gender", "Kön", "Køn")),
        ("Krins", PLACES),  # no list knows this word
        ("Skulekrins der borna går", ("nes", "sentrum", "nes", "nes")),  # nor capitals; the values come again
        ("Lag", ("Nordre Aker", "Søre Ål", "Nes")),  # names, each once
        ("Transportmiddel", ("buss", "bil", "sykkel")),
        ("Hvor bor du?", PLACES),  # a question about who answers
        ("Kor bur du?", ("Nes", "Vasslia", "Øvre bygda")),
        ("Where do you live?", ("Harbour", "Old town")),
        ("Hvilken skole har du tilknytning til?", ("Bakkeskolen", "Engskolen", "Bakkeskolen")),
        ("Har du en funksjonsnedsettelse?", ("Ja, jeg er blind", "Nei", "psykiske lidelser")),
        ("Må vi citere dig?", ("Ja", "Nej", "Ja, men anonymt")),
        ("Kan vi kontakte deg?", ("Ja, 480 11 223", "nei", "Ja, v/ leiar Anne Eide")),
    ],
)
def test_labels_of_people_are_no_answers(head: str, values: tuple[str, ...]) -> None:
    """Where somebody lives is not what they said, whatever the column is called."""
    assert beside_an_answer(head, *values) in ("closed", "organisation")


def test_a_form_of_short_words_only_has_answers_yet() -> None:
    """Where no other column could hold the answers, short words do: nobody is silenced by being brief."""
    rows = [("Kari", "Buss"), ("Ola", "Kino"), ("Ida", "Buss")]
    assert [column.role for column in read_columns(["Namn", "Prioritet"], rows, {}, None)] == ["contributor", "answer"]


def test_a_question_that_nobody_answered_is_one_yet() -> None:
    """Its column has answers, none so far."""
    assert role("Kva meiner du?") == "answer"


def test_an_explained_column_of_labels_is_an_answer() -> None:
    """Sabotage twin: the same values are answers once the export says what was asked."""
    assert beside_an_answer("Krins", *PLACES) == "closed"
    assert beside_an_answer("Krins", *PLACES, asked=True) == "answer"


@pytest.mark.parametrize(
    ("head", "expected"),
    [("Kva?", True), ("svar1", True), ("Andre innspel", True), ("Bustad", False), ("Var bor du?", False), ("", False)],
)
def test_prompts(head: str, expected: bool) -> None:
    """A head that asks, or leaves open what to write."""
    assert is_prompt(head) is expected


def test_an_explained_column_is_an_answer() -> None:
    """A column whose question the export gives is one, even when nobody answered."""
    assert role("q7", asked=True) == "answer"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Navn på tiltak", None),
        ("Organisasjonen min gjer dette", None),
        ("Hva er datoen?", None),
        ("Hvilken rolle har du i dette arbeidet", None),
        ("Navn:", "contributor"),
        ("Kontaktperson e-post", "contact"),
        ("Namn på organisation", "organisation"),
        ("Organisationens roll", "closed"),
        ("Vilken organisation bör driva biblioteket?", None),
        ("Navn på lageret", None),
        ("Organisationens namn (om tillämpligt)", "organisation"),
        ("Name of your organisation (if any)", "organisation"),
        ("3. Namnet på foreininga", "organisation"),
        ("Vilken organisation företräder du?", "organisation"),
        ("Which organisation do you represent?", "organisation"),
    ],
)
def test_named_role(head: str, expected: str | None) -> None:
    """Short heads name a role; questions and longer phrases do not."""
    assert named_role(head) == expected


def rule(**changes: object) -> FormRule:
    """Settings of a form."""
    return FormRule(**{"inputs": ("*.csv",), "questions": {}, **changes})  # type: ignore[arg-type]


def test_the_settings_decide() -> None:
    """Named columns are what the settings say; other free text is then kept, but no answer."""
    form = rule(answers=("B",), contributor="Hvem", organisation="For", date="Når", ignore=("Notat",))
    heads = ["Hvem", "For", "Når", "B", "C", "Notat"]
    columns = read_columns(heads, [("x",) * 3 + SENTENCES], {}, form)
    assert [column.role for column in columns] == ["contributor", "organisation", "date", "answer", "closed", "ignored"]


def test_questions_in_full() -> None:
    """An answer's question is the full one where the export has it, else the head."""
    columns = read_columns(["svar1", "svar2"], [SENTENCES[:2]], {"svar1": "Kva meiner du?"}, None)
    assert [column.question for column in columns] == ["Kva meiner du?", "svar2"]


def test_columns_without_head_and_values_fall_out() -> None:
    """Stray columns at the edge of a sheet are none."""
    assert [column.index for column in read_columns(["a", "", ""], [("x", "", "y")], {}, None)] == [0, 2]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), False),
        (("Ja", "Nei") * 9, False),
        (("Svært fornøyd", "Litt fornøyd") * 9, False),
        (("1", "2", "3"), False),
        (("Kari Nordmann", "Ola Li"), False),
        (SENTENCES, True),
        (("-", "Nei", "-", SENTENCES[1] + " kvar einaste gong det blir spurt"), True),
    ],
)
def test_free_text(values: tuple[str, ...], expected: bool) -> None:
    """Sentences are written; names, numbers and choices are not."""
    assert is_free_text(values) is expected
