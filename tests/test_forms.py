"""One row of a form export is one contribution; other sheets keep their cells."""

from __future__ import annotations

import datetime

import pytest

from consult.read.document import Document
from consult.read.forms import form_documents
from consult.read.sheets import read_delimited, read_workbook
from consult.settings import FormRule
from tests.made_files import xlsx_of
from tests.test_formulas import uncomputed_xlsx

SENTENCE = "Vi treng meir innsyn i sakene, og raskare svar."


def of_csv(text: str, rule: FormRule | None = None) -> list[Document]:
    """Documents of delimited text."""
    return list(form_documents(read_delimited(text.encode()), "csv", rule))


def of_xlsx(rule: FormRule | None = None, **sheets: list[list[object]]) -> list[Document]:
    """Documents of a workbook."""
    return list(form_documents(read_workbook(xlsx_of(**sheets)), "xlsx", rule))


def said(document: Document) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_row_is_a_source_with_questions_and_answers() -> None:
    """Answers stand under their question and bear it as label; who answered is not in the text."""
    (document,) = of_csv(
        f"id;dato;navn;e-post;Organisasjon;Kva meiner du?;Anna?\n7;2.3.2026;Kari Li;k@x.example;Laget;{SENTENCE};\n"
    )
    assert said(document) == [("question", "Kva meiner du?"), ("answer", SENTENCE)]
    assert document.blocks[1].label == "Kva meiner du?"
    assert (document.locator, document.contributor, document.voice, document.date) == (
        "row=2",
        "Laget",
        "organisation",
        "2026-03-02",
    )
    assert document.own_hash


@pytest.mark.parametrize("organisation", ["", "-", "Nei", "privatperson", "Ingen"])
def test_who_speaks_for_nobody_speaks_for_themselves(organisation: str) -> None:
    """An empty organisation, or a word for none, makes the voice an individual's."""
    (document,) = of_csv(f"namn;organisasjon;Kva meiner du?\nKari Li;{organisation};{SENTENCE}\n")
    assert (document.voice, document.contributor) == ("individual", "Kari Li")


@pytest.mark.parametrize("name", ["Kari Li", "Kari", "Anonyma Li", "Ingen Nes", "Åse N."])
def test_a_name_is_a_name(name: str) -> None:
    """However short or strange."""
    (document,) = of_csv(f"namn;Kva meiner du?\n{name};{SENTENCE}\n")
    assert document.contributor == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-",
        "…",
        "Anonym",
        "anonym.",
        "(anonymt)",
        "Ønskjer å vere anonym",
        "I wish to remain anonymous",
        "Ukjent",
        "x",
        "N.N.",
    ],
)
def test_many_nobodies_are_not_one(name: str) -> None:
    """What people write who give no name is no name, by which two rows would be one person's."""
    (document,) = of_csv(f"namn;Kva meiner du?\n{name};{SENTENCE}\n")
    assert document.contributor == ""


def test_an_explanation_sheet_gives_the_questions() -> None:
    """Short column names are explained on a sheet of their own, which is about the form."""
    documents = of_xlsx(
        Svar=[["id", "dato", "svar1", "svar2"], [1, datetime.date(2026, 3, 2), SENTENCE, "Nei"]],
        Om=[["svar1: Kva meiner du om arkiv?"], ["svar2: Noko anna?"], ["Eksportert i dag."]],
    )
    assert said(documents[0]) == [
        ("question", "Kva meiner du om arkiv?"),
        ("answer", SENTENCE),
        ("question", "Noko anna?"),
        ("answer", "Nei"),
    ]
    assert {kind for kind, _ in said(documents[1])} == {"meta"}
    assert [document.locator for document in documents] == ["sheet=Svar;row=2", "sheet=Om"]


ANSWERED: list[list[object]] = [
    ["Tidspunkt", "Namn", "Kva meiner du om ferja?"],
    ["2026-03-01 10:00", "Kari Nes", "Ferja må gå heile natta, for vi kjem oss ikkje til legevakta."],
    ["2026-03-02 11:00", "Ola Vik", "Billetten er altfor dyr for pendlarar."],
]
ABOUT: list[tuple[str, list[list[object]]]] = [
    ("Om", [["Skjemaet var ope 1.–15. mars 2026"]]),
    (
        "Informasjon",
        [["Om skjemaet"], ["Skjemaet var ope 1.–15. mars 2026, og vart delt på nettsida."], ["Vi fekk 3 svar."]],
    ),
    ("Info", [["Tittel", "Høyring om ferje"], ["Periode", "1.–15. mars 2026"], ["Ansvarleg", "Samferdsleavdelinga"]]),
    (
        "Ark2",
        [["Undersøkinga"], ["Skjemaet var ope frå 1. mars 2026"], ["Svarfristen var 15. mars."], ["Vi fekk 3 svar"]],
    ),
    ("Innleiing", [["Velkomen! Fylket ønskjer innspel. Svara blir behandla fortruleg."]]),
    ("About", [["Survey"], ["The form was open from 1 to 15 March 2026."], ["We received 3 responses in all."]]),
]
INPUT: list[tuple[str, list[list[object]]]] = [
    ("Del 2", [["Kva meiner du om bussen?"], ["Bussen bør gå kvar time."], ["Han er for dyr."]]),  # asks
    ("Papir", [["Namn", "Innspel"], ["Siv", "Vi treng gatelys på skulevegen."], ["Per", "Ferja er for dyr for oss."]]),
    (
        "Fritekst",
        [["Kommentar"], ["Ferja er innstilt heile tida."], ["Det er for dyrt å reise."], ["Veldig bra tilbod no."]],
    ),
    ("Om", [["Namn", "Kva meiner du?"], ["Siv", "Vi treng gatelys på skulevegen."]]),  # whatever it is called
]


@pytest.mark.parametrize(("name", "rows"), INPUT, ids=[f"{name}-{rows[0][0]}" for name, rows in INPUT])
def test_a_sheet_with_answers_is_read_whatever_stands_beside_it(name: str, rows: list[list[object]]) -> None:
    """A head that asks, or people who are named, or words that are no organiser's."""
    documents = of_xlsx(**{"Svar": ANSWERED, name: rows})
    assert len([one for one in documents if one.locator.startswith(f"sheet={name};row=")]) == len(rows) - 1


@pytest.mark.parametrize(("name", "rows"), ABOUT, ids=[name for name, _ in ABOUT])
@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_that_tells_of_a_form_is_set_aside_as_a_whole(
    name: str, rows: list[list[object]], *, first: bool
) -> None:
    """However it looks, before or behind the answers: one document, without input."""
    sheets = {name: rows, "Svar": ANSWERED} if first else {"Svar": ANSWERED, name: rows}
    documents = [one for one in of_xlsx(**sheets) if "sheet=Svar" not in one.locator]
    assert [one.locator for one in documents] == [f"sheet={name}"]
    assert {kind for kind, _ in said(documents[0])} == {"meta"}


@pytest.mark.parametrize(("name", "rows"), ABOUT[1:3], ids=[name for name, _ in ABOUT[1:3]])
def test_alone_in_its_workbook_such_a_sheet_is_read(name: str, rows: list[list[object]]) -> None:
    """Only beside answers can a sheet tell of them."""
    assert any(kind != "meta" for one in of_xlsx(**{name: rows}) for kind, _ in said(one))


def test_people_can_say_that_a_sheet_is_input() -> None:
    """Settings reverse what was set aside: as notes, or as a form where it looks like one."""
    notes: list[list[object]] = [["Bussen bør gå kvar time."], ["Vi treng gatelys på skulevegen."]]
    about = ABOUT[1][1]
    data = xlsx_of(Svar=ANSWERED, Notat=notes, Informasjon=about)
    for sheet in ("", "Svar"):
        rule = FormRule(inputs=("*",), sheet=sheet, also=("Notat", "Informasjon"), questions={})
        documents = list(form_documents(read_workbook(data), "xlsx", rule))
        assert {one.locator.partition(";")[0] for one in documents} == {
            "sheet=Svar",
            "sheet=Notat",
            "sheet=Informasjon",
        }
        assert not any(kind == "meta" for one in documents[2:] for kind, _ in said(one))
    plain = [one for one in form_documents(read_workbook(data), "xlsx", None) if "Svar" not in one.locator]
    assert {kind for one in plain for kind, _ in said(one)} == {"meta"}


def test_explanations_in_two_columns() -> None:
    """A table of column and question explains as well."""
    key: list[list[object]] = [["kolonne", "tekst"], ["q1", "Kva meiner du?"]]
    documents = of_xlsx(Data=[["q1"], [SENTENCE], [SENTENCE]], Nøkkel=key)
    assert said(documents[0])[0] == ("question", "Kva meiner du?")


@pytest.mark.parametrize(
    "text",
    [
        "Eg vil ha meir innsyn i postlistene til kommunen\nInnkjøp bør vere opne for alle som spør\n",  # a line each
        "a,b\n1,2\n3,4\n",  # figures
        "berre éi line",
    ],
)
def test_what_is_no_form_keeps_its_cells(text: str) -> None:
    """Without heads and answers a sheet is one source, with all its cells."""
    (document,) = of_csv(text)
    assert {kind for kind, _ in said(document)} <= {"paragraph", "cell"}
    assert sorted(document.text.split()) == sorted(text.replace(",", " ").split())


def test_a_title_above_the_heads() -> None:
    """Rows that do not reach across the sheet stand above its heads."""
    documents = of_csv(f"Skjema: innspel til planen\n\nnr;innspel;dato\n1;{SENTENCE};1.3.2026\n")
    assert [document.locator for document in documents] == ["row=4"]
    assert documents[0].date == "2026-03-01"


def test_one_column_with_a_question() -> None:
    """A sheet with one question and its answers is a form."""
    assert said(of_csv(f"Kva meiner du?\n{SENTENCE}\nNei\n")[1]) == [("question", "Kva meiner du?"), ("answer", "Nei")]


def test_choices_are_kept_apart() -> None:
    """A choice among few is accounted for, and no input."""
    documents = of_csv("Rolle;Kva meiner du?\n" + f"student;{SENTENCE}\ninnbyggjar;{SENTENCE}\n" * 3)
    assert said(documents[0])[0] == ("respondent", "Rolle: student")


@pytest.mark.parametrize(
    "text",
    ["Namn;Svar", "Namn;Svar\n", "id,dato,Kva meiner du?,Noko anna?\n", "Navn\tE-post\tHva er viktigst?\tBosted\n"],
)
def test_heads_without_rows_are_empty(text: str) -> None:
    """A form that nobody answered says so; its heads are nobody's words."""
    (document,) = of_csv(text)
    assert (document.reason, document.text, document.locator) == ("empty", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Namn;Meir buss om kvelden.",  # ends as people end
        "Kva meiner du?",  # nothing says that it is a form's
        "Eg vil ha buss; og tog",  # prose
        "buss;tog;ferje",
        "Namn;Svar\nKari;Meir buss om kvelden\n",
    ],
)
def test_one_line_that_is_no_head_is_read(text: str) -> None:
    """What must not be taken for heads alone."""
    assert all(document.reason == "" for document in of_csv(text))


def test_a_sheet_that_explains_an_unanswered_form_is_about_it() -> None:
    """Beside heads without rows, the explanations are no input either."""
    documents = of_xlsx(Svar=[["id", "dato", "svar1"]], Om=[["svar1: Kva meiner du om arkiv?"], ["Eksportert i dag."]])
    assert [(document.reason, document.locator) for document in documents] == [
        ("empty", "sheet=Svar"),
        ("", "sheet=Om"),
    ]
    assert {kind for kind, _ in said(documents[1])} == {"meta"}


def test_a_formula_without_a_value_is_an_answer() -> None:
    """What somebody wrote with `=` before it is not lost where no program has computed it."""
    data = uncomputed_xlsx([["Namn", "Kva meiner du?"], ["Per", SENTENCE], ["Kari", '="Vi treng "&"fleire korps"']])
    documents = list(form_documents(read_workbook(data), "xlsx", None))
    assert said(documents[1]) == [("question", "Kva meiner du?"), ("answer", '="Vi treng "&"fleire korps"')]


def test_a_row_without_answers_is_empty() -> None:
    """Someone who sent the form blank is counted, with the reason."""
    documents = of_csv(f"id;Kva meiner du?\n1;{SENTENCE}\n2;\n")
    assert [document.reason for document in documents] == ["", "empty"]
    assert documents[1].locator == "row=3"


def test_settings_name_the_columns() -> None:
    """What the settings say of a form holds, also for the questions' full text."""
    rule = FormRule(inputs=("*",), answers=("felt7",), questions={"felt7": "Kva meiner du?"}, contributor="felt1")
    (document,) = of_csv(f"felt1;felt7;felt8\nKari;Nei;{SENTENCE}\n", rule)
    assert said(document) == [("respondent", f"felt8: {SENTENCE}"), ("question", "Kva meiner du?"), ("answer", "Nei")]
    assert document.contributor == "Kari"


def test_settings_name_the_sheet() -> None:
    """With a sheet named, other sheets that look like forms are about the form."""
    rule = FormRule(inputs=("*",), sheet="A", questions={})
    rows: list[list[object]] = [["id", "Kva meiner du?"], [1, SENTENCE]]
    kinds = [{kind for kind, _ in said(document)} for document in of_xlsx(rule, A=rows, B=rows)]
    assert kinds == [{"question", "answer"}, {"meta"}]


def test_formulas_stored_as_text_stay_text() -> None:
    """Nothing is computed, and nothing is lost."""
    formula = '=HYPERLINK("http://x.example";"Klikk") Elles er planen god nok for oss.'
    (document,) = of_xlsx(Svar=[["id", "svar"], [1, formula]])
    assert said(document)[1] == ("answer", formula)


def test_equal_rows_have_equal_text() -> None:
    """The same form sent twice gives the same text, whatever its number and date."""
    first, second = of_csv(f"id;dato;Kva meiner du?\n1;1.3.2026;{SENTENCE}\n2;2.3.2026;{SENTENCE}\n")
    assert first.text == second.text


def test_sabotage_a_name_in_the_text_would_be_seen() -> None:
    """The test for names out of the text can fail: an answer with the name in it holds it."""
    (document,) = of_csv(f"navn;Kva meiner du?\nKari Li;{SENTENCE} Kari Li\n")
    assert "Kari Li" in document.text
    (clean,) = of_csv(f"navn;Kva meiner du?\nKari Li;{SENTENCE}\n")
    assert "Kari Li" not in clean.text


def test_yes_and_no_are_told_alike_with_their_question() -> None:
    """Below a question that somebody answers *yes* alone, for and against stand as choices; reasons are answers."""
    heads = "navn;Støttar du feltet?;Kvifor?\n"
    rows = [("Ja", SENTENCE), ("Nei", SENTENCE), ("Veit ikkje", SENTENCE), ("Nei, det er myr der.", "")]
    documents = of_csv(heads + "".join(f"Kari;{one};{two}\n" for one, two in rows))
    for document, (chosen, why) in zip(documents[:3], rows, strict=False):
        assert said(document) == [
            ("meta", f"Støttar du feltet?: {chosen}"),
            ("question", "Kvifor?"),
            ("answer", why),
        ]
    assert said(documents[3]) == [("question", "Støttar du feltet?"), ("answer", rows[3][0])]


@pytest.mark.parametrize("none", ["Nei", "-", "Veit ikkje"])
def test_a_no_below_an_open_question_stays_an_empty_answer(none: str) -> None:
    """Where nobody says *yes*, *no* is no choice but the lack of an answer."""
    first, second = of_csv(f"navn;Kva meiner du?;Noko anna?\nKari;{SENTENCE};{none}\nPer;{SENTENCE};{SENTENCE}\n")
    assert said(first)[2:] == [("question", "Noko anna?"), ("answer", none)]
    assert said(second)[3] == ("answer", SENTENCE)


MANY = "Alder;Er du enig?;Kva meiner du?\n" + f"18-29;Helt enig;{SENTENCE}\n67+;Uenig;{SENTENCE}\n" * 3


def test_what_tells_of_who_answers_stands_apart_from_what_they_think() -> None:
    """Their age is a fact on them; whether they agree is what they had to say."""
    found = said(of_csv(MANY)[0])
    assert found[:2] == [("respondent", "Alder: 18-29"), ("meta", "Er du enig?: Helt enig")]


def test_the_settings_name_what_is_published_of_who_answers() -> None:
    """Nothing else of the row changes: not its text, and so not its id."""
    rule = FormRule(inputs=("*",), public=("Alder",), questions={})
    named, plain = of_csv(MANY, rule)[0], of_csv(MANY)[0]
    assert said(named)[0] == ("meta", "Alder: 18-29")
    assert named.text == plain.text


def test_a_choice_below_an_open_question_is_a_fact_where_it_asks_who_answers() -> None:
    """Some write a sentence where others choose."""
    text = "Bor du i Nes?;Vil du ha bru?;Anna?\n"
    text += f"Ja;Ja;{SENTENCE}\n{SENTENCE};Nei;\n{SENTENCE} Elles godt.;{SENTENCE};\n"
    found = said(of_csv(text)[0])
    assert ("respondent", "Bor du i Nes?: Ja") in found
    assert ("meta", "Vil du ha bru?: Ja") in found


def test_who_answers_for_an_organisation_counts_as_one() -> None:
    """Its name stands in a column with a note in its head; without a name, what was chosen tells."""
    heads = "Jag svarar som;Organisationens namn (om tillämpligt);Vad tycker du?"
    rows = f"Organisation;Nes vel;{SENTENCE}\nOrganisation;;{SENTENCE}\nFörälder;;{SENTENCE}\n"
    documents = of_csv(f"{heads}\n{rows}")
    assert [(one.voice, one.contributor) for one in documents] == [
        ("organisation", "Nes vel"),
        ("organisation", ""),
        ("individual", ""),
    ]
    assert all("Nes vel" not in one.text for one in documents)


def test_a_row_that_bears_a_bodys_name_is_an_organisations() -> None:
    """In a form without a column of organisations, the name says it."""
    rows = of_csv(
        "Navn,Hva mener du?\nKari Nes,Behold begge skoler i bygda.\nNes Forældreråd,Vi er imod at lukke skolen.\n"
    )

    assert [(row.contributor, row.voice) for row in rows] == [
        ("Kari Nes", "individual"), ("Nes Forældreråd", "organisation"),
    ]  # fmt: skip
