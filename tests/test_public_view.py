"""The public view of small analyses made by hand: each field, each border, each way of publishing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from consult.messages import messages
from consult.publish.public import public_view, requoted
from consult.publish.public_source import NAME_WORDS, sender_of
from consult.records import (
    AFFIX,
    Analysis,
    Block,
    Citation,
    Conclusion,
    Context,
    Decision,
    Finding,
    NotReflected,
    Passage,
    Placement,
    Response,
    SetAside,
    Source,
    Theme,
)
from tests.conftest import make_analysis, make_passage, make_source

TEXT = "Kari Nes skriv dette brevet fordi ingen har svart.\nRing 428 06 917 i dag.\nBibliotek er bra for alle.\n"
BODY = "Landslaget Alle Med\nVi i Landslaget  Alle Med vil ha kurs. Landslaget Alle Medlem er eit anna.\n"


def finding(source: Source, words: str, kind: str = "name", where: str = "text", **more: Any) -> Finding:
    """A finding of some words of a source's."""
    start = str(getattr(source, where)).index(words)
    return Finding(
        source_id=source.source_id, start=start, end=start + len(words), kind=kind,  # type: ignore[arg-type]
        certainty=1.0, where=where, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def letter(path: str = "brev_Kari_Nes.txt", text: str = TEXT, **more: Any) -> Source:
    """A private person's letter."""
    return make_source(text, path, **{"contributor": "Kari Nes", **more})


def body(**more: Any) -> Source:
    """An organisation's letter, whose title names it."""
    return make_source(BODY, "lag.txt", voice="organisation", title="Landslaget Alle Med", **more)


def tiles(source: Source, *passages: str) -> tuple[tuple[Passage, ...], tuple[SetAside, ...]]:
    """A source divided into some passages and what is between them."""
    found = sorted((make_passage(source, words) for words in passages), key=lambda one: one.start)
    at, aside = 0, []
    for start, end in [*((one.start, one.end) for one in found), (len(source.text), len(source.text))]:
        if at < start:
            aside.append(
                SetAside(source_id=source.source_id, start=at, end=start, text=source.text[at:start], reason="blank")
            )
        at = end
    return tuple(found), tuple(aside)


def analysis(*sources: Source, findings: tuple[Finding, ...] = (), **more: Any) -> Analysis:
    """Sources, each one passage a line, without themes unless told."""
    parts = [tiles(source, *(line for line in dict.fromkeys(source.text.split("\n")) if line)) for source in sources]
    whole: dict[str, Any] = {
        "sources": sources, "passages": tuple(one for passages, _ in parts for one in passages),
        "set_aside": tuple(one for _, aside in parts for one in aside), "duplicates": {}, "themes": (),
        "placements": (), "conclusions": (), "not_reflected": (), "findings": findings,
    }  # fmt: skip
    return Analysis(**(whole | more))


def published(source: Source, how: str) -> tuple[Decision, ...]:
    """The decision to publish a source in some way."""
    return (
        Decision(
            number=1, role="coordinator", time="", act="publish_as", objects=(source.source_id,),
            before={"content": [source.sha256, source.occurrence]}, after={"publication": how}, reason="Prøve",
        ),
    )  # fmt: skip


def of_letter(**more: Any) -> tuple[Source, tuple[Finding, ...]]:
    """A letter, its sender found in text, path and contributor, and a number."""
    source = letter(**more)
    return source, (
        finding(source, "Kari Nes", person=1),
        finding(source, "Kari_Nes", where="path", person=1),
        finding(source, "Kari Nes", where="contributor", person=1),
        finding(source, "428 06 917", "phone"),
    )


def shown(view: Analysis) -> Source:
    """The one source of a view."""
    (only,) = view.sources
    return only


# -- what must not change -------------------------------------------------------------------------------------------


def test_without_findings_nothing_changes() -> None:
    """Every word, span, id and number of an analysis in which nobody is named."""
    whole = make_analysis()
    whole = replace(
        whole, not_reflected=(NotReflected(passage_id=whole.passages[0].passage_id, theme_id="t", reason="r"),)
    )
    public = public_view(whole)

    assert [(one.source_id, one.text, one.path) for one in public.sources] == [
        (one.source_id, one.text, one.path) for one in whole.sources
    ]
    assert [(p.passage_id, p.start, p.end, p.text) for p in public.passages] == [
        (p.passage_id, p.start, p.end, p.text) for p in whole.passages
    ]
    for part in ("set_aside", "themes", "placements", "conclusions", "not_reflected", "duplicates"):
        assert getattr(public, part) == getattr(whole, part)


def test_findings_and_drafts_are_never_published() -> None:
    """They tell where the personal data stands."""
    source, findings = of_letter()

    assert public_view(analysis(source, findings=findings)).findings == ()
    assert public_view(analysis(source, findings=findings)).drafts == ()


# -- one source -----------------------------------------------------------------------------------------------------


def test_each_field_is_cleaned() -> None:
    """Title, event, locator and label may hold what the text says; ids, dates and formats stay."""
    source, findings = of_letter(
        title="Frå Kari Nes", event="Møte hos Kari Nes", locator="Kari Nes", date="2026-02-12",
        blocks=(Block(start=0, end=50, kind="paragraph", label="Kari Nes sitt svar"),),
    )  # fmt: skip
    public = shown(public_view(analysis(source, findings=findings)))
    name = "[privatperson 1]"

    assert public.contributor == name
    assert (public.title, public.event, public.locator) == (f"Frå {name}", f"Møte hos {name}", name)
    assert public.blocks[0].label == f"{name} sitt svar"
    assert (public.date, public.format, public.language) == ("2026-02-12", "txt", "nn")
    assert public.sha256 == hashlib.sha256(public.text.encode()).hexdigest()
    assert public.path == "brev_[namn 1].txt"
    assert "Kari" not in repr(public)


def test_spans_follow_the_redacted_text() -> None:
    """Passages, set-aside spans and blocks say what stands at their new places."""
    blocks = (Block(start=0, end=50, kind="paragraph"), Block(start=51, end=73, kind="paragraph"))
    source, findings = of_letter(blocks=blocks)
    public = public_view(analysis(source, findings=findings))
    text = shown(public).text

    assert [one.text for one in public.passages] == text.split("\n")[:3]
    assert all(text[one.start : one.end] == one.text for one in (*public.passages, *public.set_aside))
    assert [text[one.start : one.end] for one in shown(public).blocks] == text.split("\n")[:2]
    assert "Ring [telefon] i dag." in text


def test_of_two_blocks_in_one_placeholder_the_first_holds_it() -> None:
    """Blocks do not overlap, and an empty one is none."""
    blocks = tuple(Block(start=a, end=b, kind="cell", label=str(a)) for a, b in ((0, 4), (5, 8), (9, 14)))
    source, findings = of_letter(blocks=blocks)
    public = shown(public_view(analysis(source, findings=findings)))

    assert [(public.text[one.start : one.end], one.label) for one in public.blocks] == [
        ("[namn 1]", "0"), ("skriv", "9"),
    ]  # fmt: skip


def test_what_stands_around_a_passage_is_cleaned() -> None:
    """Document, headings, parent, question and neighbours."""
    source, findings = of_letter()
    around = Context(
        document="Kari Nes 1", headings=("Kari Nes 2",), parent="Kari Nes 3", question="Kari Nes 4",
        before="Kari Nes 5", after="Kari Nes 6",
    )  # fmt: skip
    whole = analysis(source, findings=findings)
    whole = replace(whole, passages=tuple(replace(one, context=around) for one in whole.passages))
    name = "[privatperson 1]"

    assert {one.context for one in public_view(whole).passages} == {
        Context(
            document=f"{name} 1", headings=(f"{name} 2",), parent=f"{name} 3", question=f"{name} 4",
            before=f"{name} 5", after=f"{name} 6",
        )
    }  # fmt: skip
    assert {one.context for one in public_view(whole, published(source, "summary_only")).passages} == {Context()}


def test_of_a_source_that_is_summed_up_nothing_is_quoted() -> None:
    """Each passage is one placeholder, white space stays, its title is empty."""
    source, findings = of_letter(title="Ope brev")
    public = public_view(analysis(source, findings=findings), published(source, "summary_only"))

    assert shown(public).text == "[ikkje sitert]\n[ikkje sitert]\n[ikkje sitert]\n"
    assert [one.text for one in public.passages] == ["[ikkje sitert]"] * 3
    assert shown(public).title == ""
    assert shown(public_view(analysis(source, findings=findings))).title == "Ope brev"


def test_words_that_were_set_aside_are_not_quoted_either() -> None:
    """A greeting is no input, and no less the sender's."""
    source, findings = of_letter()
    passages, aside = tiles(source, "Bibliotek er bra for alle.")
    whole = analysis(source, findings=findings, passages=passages, set_aside=aside)
    public = public_view(whole, published(source, "summary_only"))

    assert shown(public).text == "[ikkje sitert][ikkje sitert]\n"
    assert [one.text for one in public.set_aside] == ["[ikkje sitert]", "\n"]


def test_a_withheld_source_is_gone() -> None:
    """With its passages and set-aside spans; the other one stays whole."""
    source, findings = of_letter()
    other = make_source("Kurs er bra.", "anna.txt", voice="group_note")
    public = public_view(analysis(source, other, findings=findings), published(source, "withheld"))

    assert [one.source_id for one in public.sources] == [other.source_id]
    assert {one.source_id for one in (*public.passages, *public.set_aside)} == {other.source_id}


# -- who is named ---------------------------------------------------------------------------------------------------


def test_one_contributor_has_one_number_and_another_has_the_next() -> None:
    """However the name is written; persons and organisations are counted apart."""
    same = letter("a.txt"), letter("b.txt", contributor=" KARI nes ")
    other = letter("c.txt", contributor="Ola Dal")
    club = make_source("Hei.", "d.txt", voice="organisation", contributor="Laget Vårt")
    sources = (*same, other, club)
    findings = tuple(finding(one, one.contributor, where="contributor", person=1) for one in (*same, other))
    public = public_view(analysis(*sources, findings=findings), published(club, "name_withheld"))
    names = {one.source_id: one.contributor for one in public.sources}

    assert names[same[0].source_id] == names[same[1].source_id]
    assert {names[one.source_id] for one in (*same, other)} == {"[privatperson 1]", "[privatperson 2]"}
    assert names[club.source_id] == "[organisasjon 1]"


def test_in_full_the_name_stays() -> None:
    """The sender's own, in text, path and field; the telephone does not."""
    source, findings = of_letter()
    public = shown(public_view(analysis(source, findings=findings), published(source, "full")))

    assert (public.contributor, public.path) == ("Kari Nes", "brev_Kari_Nes.txt")
    assert public.text == TEXT.replace("428 06 917", "[telefon]")


def test_a_contributor_that_is_nobodys_name_stays() -> None:
    """A table of a meeting: nothing was found in the field, or what was found is revealed."""
    source = letter("bord.txt", contributor="Bord 3")
    away = finding(source, "Bord 3", where="contributor", status="revealed")

    assert shown(public_view(analysis(source))).contributor == "Bord 3"
    assert shown(public_view(analysis(source, findings=(away,)))).contributor == "Bord 3"
    assert shown(public_view(analysis(source, findings=(finding(source, "Kari Nes"),)))).contributor == "Bord 3"
    assert shown(public_view(analysis(letter(contributor="  ")))).contributor == "  "


def test_an_unnamed_organisation_is_unnamed_wherever_it_stands() -> None:
    """Over line ends, as a whole word only; in full it stays."""
    source = body()
    public = shown(public_view(analysis(source), published(source, "name_withheld")))
    name = "[organisasjon 1]"

    assert public.text.count(name) >= 2
    assert "Landslaget Alle Medlem er eit anna." in public.text
    assert (public.contributor, public.title) == (name, name)
    assert shown(public_view(analysis(source))).text == BODY


def test_a_name_over_the_border_of_a_passage_is_cut_there() -> None:
    """So that passages and set-aside spans still tile the redacted text."""
    words = "Vi er Landslaget Alle\nMed i dag.\n"
    broken = make_source(words, "b.txt", voice="organisation", contributor="Landslaget Alle Med")
    public = public_view(analysis(broken), published(broken, "name_withheld"))
    text, name = shown(public).text, "[organisasjon 1]"

    assert [one.text for one in public.passages] == [f"Vi er {name}", f"{name} i dag."]
    spans = sorted((one.start, one.end) for one in (*public.passages, *public.set_aside))
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text)


def test_what_is_taken_out_already_is_not_taken_out_twice() -> None:
    """A finding within an organisation's name, or next to it."""
    source = body()
    inside, beside = finding(source, "Alle Med"), replace(finding(source, "\n"), kind="other")
    text = shown(public_view(analysis(source, findings=(inside,)), published(source, "name_withheld"))).text
    edge = shown(public_view(analysis(source, findings=(beside,)), published(source, "name_withheld"))).text

    assert text.startswith("Landslaget [namn]\n")
    assert edge.startswith("[organisasjon 1][")


@pytest.mark.parametrize(
    ("fields", "sender"),
    [
        ({"contributor": "Kari Nes", "title": "Brev"}, "Kari Nes"),
        ({"voice": "organisation", "title": "Landslaget Alle Med"}, "Landslaget Alle Med"),
        ({"voice": "organisation", "contributor": "Laget", "title": "Landslaget Alle Med"}, "Laget"),
        ({"voice": "individual", "title": "Landslaget Alle Med"}, ""),
        ({"voice": "organisation", "title": "Kari Nes"}, ""),
        ({"voice": "organisation", "title": "Landslaget for alle som er med"}, "Landslaget for alle som er med"),
        ({"voice": "organisation", "title": "Landslaget for alle som er med her"}, ""),
    ],
)
def test_who_sent_it(fields: dict[str, str], sender: str) -> None:
    """The contributor, else an organisation whose short title is its name."""
    assert NAME_WORDS == 6
    assert sender_of(make_source("Hei", **fields)) == sender


def test_a_name_in_a_path_is_taken_out_once() -> None:
    """By its finding, else as the sender's; never without a pseudonym."""
    source, findings = of_letter()
    without = tuple(one for one in findings if one.where != "path")

    assert shown(public_view(analysis(source, findings=findings))).path == "brev_[namn 1].txt"
    assert shown(public_view(analysis(source, findings=without))).path == "brev_[privatperson 1].txt"
    assert shown(public_view(analysis(source))).path == source.path


@pytest.mark.parametrize(
    ("found", "path"),
    [
        ("brev_", "[e-post][privatperson 1].txt"),  # ends where the name begins
        (".txt", "brev_[privatperson 1][e-post]"),  # begins where it ends
        ("Kari", "brev_[e-post]_Nes.txt"),  # within: one of the two
    ],
)
def test_what_stands_beside_a_name_in_a_path_is_taken_out_as_well(found: str, path: str) -> None:
    """Each on its own."""
    source, findings = of_letter()
    given = (findings[2], finding(source, found, "email", "path"))

    assert shown(public_view(analysis(source, findings=given))).path == path


# -- what is said of several sources --------------------------------------------------------------------------------


def test_whole_names_and_numbers_are_hidden_everywhere_and_single_words_are_not() -> None:
    """A given name alone is also a word; a name of two, a number, an address is nobody else's."""
    source = letter("a.txt", text="Kari Nes. Bjørk. 42806917. k@d.no", contributor="")
    found = tuple(
        finding(source, words, kind) for words, kind in
        (("Kari Nes", "name"), ("Bjørk", "name"), ("42806917", "phone"), ("k@d.no", "email"))
    )  # fmt: skip
    other = make_source("Ordna.", "b.txt", voice="group_note", title="Kari Nes, Bjørk, 42806917, k@d.no")
    public = {one.path: one for one in public_view(analysis(source, other, findings=found)).sources}

    assert public["b.txt"].title == "[namn], Bjørk, [telefon], [e-post]"


def test_themes_placements_and_responses_are_cleaned() -> None:
    """And those go whose passages have all gone."""
    source, findings = of_letter()
    other = make_source("Kurs er bra.", "anna.txt", voice="group_note")
    whole = analysis(source, other, findings=findings)
    mine, his = whole.passages[0].passage_id, whole.passages[-1].passage_id
    themes = (
        Theme(
            theme_id="t1", title="Kari Nes", keywords=("Kari Nes", "kurs"), passage_ids=(mine, his), parent="Kari Nes"
        ),
        Theme(theme_id="t2", title="Berre ho", keywords=(), passage_ids=(mine,)),
    )
    fields: dict[str, Any] = {"kind": "commitment", "target": "1", "score": 0.5, "probability": 0.5}
    placements = tuple(
        Placement(theme_id=theme, passage_id=passage, evidence="Kari Nes", **fields)
        for theme, passage in (("t1", ""), ("t1", mine), ("t1", his), ("t2", ""), ("t2", mine))
    )
    responses = tuple(
        Response(theme_id=theme, target="1", reason="Kari Nes a", responsible="Kari Nes b", next_step="Kari Nes c")
        for theme in ("t1", "t2")
    )
    left = tuple(NotReflected(passage_id=one, theme_id="t1", reason="r") for one in (mine, his))
    whole = replace(whole, themes=themes, placements=placements, responses=responses, not_reflected=left)
    public, fewer = public_view(whole), public_view(whole, published(source, "withheld"))
    name = "[privatperson 1]"

    assert public.themes[0] == replace(themes[0], title=name, keywords=(name, "kurs"), parent=name)
    assert [one.evidence for one in public.placements] == [name] * 5
    assert public.responses[0] == replace(
        responses[0], reason=f"{name} a", responsible=f"{name} b", next_step=f"{name} c"
    )
    assert [(one.theme_id, one.passage_ids) for one in fewer.themes] == [("t1", (his,))]
    assert [(one.theme_id, one.passage_id) for one in fewer.placements] == [("t1", ""), ("t1", his)]
    assert [one.theme_id for one in fewer.responses] == ["t1"]
    assert fewer.not_reflected == left[1:]


def cited(passage: Passage, source: Source, *, is_shown: bool = True) -> Citation:
    """A quote of a passage."""
    text = source.text
    return Citation(
        conclusion_id="c1", passage_id=passage.passage_id, source_id=source.source_id, start=passage.start,
        end=passage.end, exact=passage.text, prefix=text[max(0, passage.start - AFFIX) : passage.start],
        suffix=text[passage.end : passage.end + AFFIX], shown=is_shown,
    )  # fmt: skip


def concluded(*sides: tuple[Source, Passage, bool], text: str, language: str = "nn") -> Conclusion:
    """A sentence with quotes of some passages."""
    citations = tuple(cited(passage, source, is_shown=is_shown) for source, passage, is_shown in sides)
    return Conclusion(conclusion_id="c1", theme_id="t1", target="1", language=language, text=text, citations=citations)


def quoting() -> tuple[Source, Source, Analysis, Passage, Passage, Passage]:
    """Two sources, a theme of three passages, a conclusion that quotes two and counts one."""
    source, findings = of_letter()
    other = make_source("Kurs er bra.", "anna.txt", voice="group_note")
    whole = analysis(source, other, findings=findings)
    call = next(one for one in whole.passages if one.text.startswith("Ring"))
    books = next(one for one in whole.passages if one.text.startswith("Bibliotek"))
    course = next(one for one in whole.passages if one.text.startswith("Kurs"))
    themes = (Theme(theme_id="t1", title="T", keywords=(), passage_ids=(call.passage_id, course.passage_id)),)
    text = f"To seier: «{call.text}» og «{course.text}», seier Kari Nes."
    conclusion = concluded((other, course, True), (source, call, True), (source, books, False), text=text)
    return source, other, replace(whole, themes=themes, conclusions=(conclusion,)), call, books, course


def test_a_conclusion_shows_its_quotes_as_they_may_be_shown() -> None:
    """In the order they had, at their new places, with up to 32 characters on both sides."""
    source, _, whole, call, books, course = quoting()
    public = public_view(whole)
    (conclusion,) = public.conclusions
    text = next(one.text for one in public.sources if one.source_id == source.source_id)

    assert conclusion.text == "To seier: «Ring [telefon] i dag.» og «Kurs er bra.», seier [privatperson 1]."
    assert [one.passage_id for one in conclusion.citations] == [course.passage_id, call.passage_id, books.passage_id]
    _, second, third = conclusion.citations
    assert second.exact == text[second.start : second.end] == "Ring [telefon] i dag."
    assert second.prefix == text[second.start - AFFIX : second.start]
    assert second.suffix == text[second.end : second.end + AFFIX]
    assert third.exact == books.text
    assert len(second.prefix) == AFFIX == 32


def test_a_quote_at_the_beginning_has_what_stands_before_it() -> None:
    """Fewer than 32 characters: all of them."""
    source, findings = of_letter(text="Hei.\nRing 428 06 917 no, Kari Nes.\n")
    whole = analysis(source, findings=findings)
    call = whole.passages[1]
    theme = Theme(theme_id="t1", title="T", keywords=(), passage_ids=(call.passage_id,))
    conclusion = concluded((source, call, True), text=f"«{call.text}»")
    (public,) = public_view(replace(whole, themes=(theme,), conclusions=(conclusion,))).conclusions

    assert (public.citations[0].prefix, public.citations[0].suffix) == ("Hei.\n", "\n")


def test_what_is_withheld_is_said_to_be_so_and_alone_it_says_nothing() -> None:
    """Its quote gives way to a placeholder; a conclusion that cites nothing else has gone."""
    source, other, whole, call, _, _ = quoting()
    (conclusion,) = public_view(whole, published(source, "withheld")).conclusions

    assert "428" not in conclusion.text
    assert conclusion.text.startswith("To seier: «[")
    assert [one.source_id for one in conclusion.citations] == [other.source_id]
    only = concluded((source, call, True), text=f"«{call.text}»")
    assert public_view(replace(whole, conclusions=(only,)), published(source, "withheld")).conclusions == ()


def test_a_conclusion_of_a_theme_that_has_gone_is_gone() -> None:
    """Though what it cites would stay."""
    _, other, whole, _, _, course = quoting()
    lost = replace(concluded((other, course, True), text="«Kurs er bra.»"), theme_id="t9")

    assert public_view(replace(whole, conclusions=(lost,))).conclusions == ()


@pytest.mark.parametrize("language", ["nn", "nb", "en", "fi"])
def test_a_quote_is_put_in_the_place_of_another(language: str) -> None:
    """Between quotation marks where it stands so, so that the same words outside them stay; else wherever it stands."""
    known = language != "fi"
    marks = messages(language)("answer-quote", text="ja\tvel".replace("\t", " ")) if known else "«ja vel»"
    new = messages(language)("answer-quote", text="nei") if known else "«nei»"

    assert requoted(f"ja vel: {marks}", "ja\nvel", "nei", language) == (f"ja vel: {new}" if known else f"nei: {new}")
    assert requoted("ja vel utan teikn", "ja vel", "nei", language) == "nei utan teikn"
    assert requoted("ja vel", "ja\nvel", "ja  vel", language) == "ja vel"


# -- what a form tells of who answers --------------------------------------------------------------------------

ROW = "Din alder: 18-29\nBor du her?: Ja\nEr du enig?: Ja\n\nKva meiner du?\n\nJa, 18-29 er ein god alder for buss."


def row(label: str = "Din alder") -> Source:
    """A row of a form with two facts on who answers, and one opinion."""
    kinds = (("respondent", label), ("respondent", "Bor du her?"), ("meta", "Er du enig?"))
    lines = ROW.split("\n")
    blocks = tuple(
        Block(start=ROW.index(line), end=ROW.index(line) + len(line), kind=kind, label=name)  # type: ignore[arg-type]
        for line, (kind, name) in zip(lines, kinds, strict=False)
    )
    return make_source(ROW, "skjema.csv", locator="row=2", blocks=blocks, language="nn")


def test_what_tells_of_who_answers_is_not_shown() -> None:
    """The question stays, and so does what they think; the same words elsewhere are nobody's."""
    (source,) = public_view(analysis(row())).sources
    shown = "[om den som svarar]"
    assert source.text == ROW.replace(": 18-29", f": {shown}").replace("her?: Ja", f"her?: {shown}")


def test_a_fact_below_another_question_goes_whole() -> None:
    """Settings may give the question in other words than the row has."""
    (source,) = public_view(analysis(row(label="Kor gammal er du?"))).sources
    assert source.text.startswith("[om den som svarar]\nBor du her?: [om den som svarar]\n")


def test_personal_data_in_a_fact_are_looked_for_elsewhere_all_the_same() -> None:
    """A name within a fact goes with it, and is taken out of the rest as always."""
    source = row()
    whole = analysis(source, findings=(finding(source, "18-29", kind="phone"),))
    assert "18-29" not in public_view(whole).sources[0].text.partition("Kva")[0]


def test_of_a_row_that_is_only_summed_up_nothing_more_is_told() -> None:
    """Its facts are not told apart from its words."""
    source = row()
    view = public_view(analysis(source), published(source, "summary_only"))
    assert "om den som svarar" not in view.sources[0].text
    assert "18-29" not in view.sources[0].text
