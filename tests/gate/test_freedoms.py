"""Wordings that the gate once refused though they are right, each beside the fault that it must go on refusing."""

from __future__ import annotations

from typing import Any

import pytest

from consult.answer.gate import Sentence
from consult.answer.gate.counting import numbers, quantities
from consult.answer.gate.general import general
from consult.answer.gate.manner import chatter, form
from consult.answer.gate.naming import names
from consult.answer.gate.polarity import negations
from consult.answer.gate.quoting import quotes
from consult.answer.gate.sentence import Ground
from consult.answer.gate.support import support
from consult.records import Passage
from tests.conftest import make_source
from tests.gate.ground import vectors


def codes(check: Any, said: str, text: str, language: str, voice: str = "individual") -> list[str]:
    """What a check says of a sentence about one passage."""
    source = make_source(said, "one.txt", voice=voice)  # type: ignore[arg-type]
    passage = Passage(source_id=source.source_id, start=0, end=len(said), text=said, language=language, voice=voice)  # type: ignore[call-arg]
    one = Sentence(text=text, passage_ids=(passage.passage_id,), language=language)
    members = {passage.passage_id: passage}
    ground = Ground(
        members=members, known=frozenset(members), sources={source.source_id: source}, heard=1, vectors=vectors(one)
    )
    return [fault.code for fault in check(one, ground)]


@pytest.mark.parametrize(
    ("check", "said", "right", "wrong", "language", "code"),
    [
        (numbers, "Hver femte innbygger henger ikke med.", "Éin av fem innbyggjarar heng ikkje med.",
         "Éin av ti innbyggjarar heng ikkje med.", "nn", "number"),
        (numbers, "Hver femte innbygger, en million mennesker.", "En million innbyggere henger ikke med.",
         "To millioner innbyggere henger ikke med.", "nb", "number"),
        (quantities, "Me veit ikkje om alt bør liggje samla.", "Det er uvisst om alle listene bør liggje samla.",
         "Det er uvisst om dei fleste listene bør liggje samla.", "nn", "quantity"),
        (quantities, "Kommunen gjer det alt.", "Kommunen gjer det alt.", "Alle kommunane gjer det.", "nn", "quantity"),
        (quantities, "Saksbehandlaren treng ein stad å ringje.", "Saksbehandleren trenger noen å ringe til.",
         "Noen vil ringe til saksbehandleren.", "nb", "quantity"),
        (quantities, "Det burde vere tre klikk.", "Det burde være noen få klikk.", "Det burde være mange klikk.", "nb",
         "quantity"),
        (quantities, "For lang dag (to av oss).", "Dagen var for lang for noen.", "Dagen var for lang for alle.", "nb",
         "quantity"),
        (general, "Brukerorganisasjonene har ventet i ti år.", "User organisations have waited for ten years.",
         "Participants have waited for ten years.", "en", "general"),
        (general, "A place to influence or to be informed?", "It should be said whether participants have influence.",
         "It should be said that participants have influence.", "en", "general"),
        (names, "Høyesterett har sagt det.", "It is what the Supreme Court has said.",
         "It is what the District Court of Oslo has said.", "en", "name"),
        (names, "Plikt til å opplyse om kunstig intelligens.", "There is a duty to tell of AI.",
         "There is a duty to tell of UNHCR.", "en", "name"),
        (names, "Vi køyrer datahjelp to kveldar.", "There is IT help.", "There is help from IBM.", "en", "name"),
        (numbers, "Two for 11 000 people.", "Two serve 11,000 people.", "Two serve 12,000 people.", "en", "number"),
        (numbers, "Det er for få, berre 12.", "Det er berre 12.", "Det er berre 12 år.", "nn", "number"),
        (numbers, "Mora på 86, nesten blind, fekk gebyr.", "Mora er 86 år.", "Mora er 87 år.", "nn", "number"),
        (numbers, "Brev til fire kommunar, fire ulike svar.", "Brev til fire kommunar gav fire ulike svar.",
         "Brev til fire kommunar gav fem ulike svar.", "nn", "number"),
        (numbers, "Tirsdagskafé, kake og tid.", "Tysdagskafeen er på ein tirsdag.", "Kafeen er på ein onsdag.", "nb",
         "date"),
        (form, "Meld. St. 15 er bra.", "Meld. St. 15 er bra.", "Meldinga er bra. St. Olav òg.", "nn", "form-sentences"),
        (general, "Borgerne vil gerne høres.", "Innbyggerne vil gjerne bli hørt.", "Organisasjonene vil bli hørt.",
         "nb", "general"),
        (general, "Folk vil bli hørt.", "Innbyggerne mener at de må bli hørt.", "Privatpersonene mener det.", "nb",
         "general"),
        (names, "Riksrevisjonen bør få tala.", "Office of the Auditor General bør få tala.",
         "Office of the Prime Minister bør få tala.", "nn", "name"),
        (names, "Offl. § 14 går igjen.", "Freedom of Information Act section 14 recurs.",
         "Public Administration Act section 14 recurs.", "en", "name"),
        (negations, "Alt for få melder frå om kontrakten.", "Altfor få opplyser om kontrakten.",
         "Mange opplyser om kontrakten.", "nn", "negation-dropped"),
        (quantities, "Several branches are late.", "It is held that branches are not late at all.",
         "It is held that all branches are late.", "en", "quantity"),
        (numbers, "Ta opp to saker.", "To saker, éi som verka.", "Tre saker, éi som verka.", "nn", "number"),
        (numbers, "Det kostar 0,5 millionar.", "Det kostar ein halv million.", "Det kostar 0,5 milliardar.", "nn",
         "number"),
        (numbers, "Me treng 500 000 kroner.", "Me treng 0,5 millionar kroner.", "Me treng 0,5 kroner.", "nn", "number"),
        (numbers, "Det er 45 bussar.", "Det er førtifem bussar.", "Det er seksogførti bussar.", "nn", "number"),
        (numbers, "Det er 45 bussar.", "There are forty-five buses.", "There are forty-six buses.", "en", "number"),
        (numbers, "Det er 45 bussar.", "Det er 45 bussar.", "Det er 45k bussar.", "nn", "number"),
        (numbers, "Det er 7 bussar.", "Det er sju bussar.", "Det er twelve bussar.", "nn", "number"),
        (numbers, "Det er 7 bussar.", "Det er syv bussar.", "Det er eit dusin bussar.", "nn", "number"),
        (numbers, "Det er 7 bussar.", "Det er ⑦ bussar.", "Det er 7⁹ bussar.", "nn", "number"),
        (numbers, "Det er hundre bussar.", "Det er 100 bussar.", "Det er hundrevis av bussar.", "nn", "number"),
        (numbers, "Det auka 5 prosent.", "Det auka 5 %.", "Det auka 5 prosentpoeng.", "nn", "number"),
        (numbers, "Det auka 5 prosentpoeng.", "It rose 5 percentage points.", "It rose 5 per cent.", "en", "number"),
        (numbers, "Det tek 40 minutt.", "It takes forty minutes.", "It takes forty hours.", "en", "number"),
        (numbers, "Det tek 40 minutt.", "Det tek 40 min.", "Det tek 40 timar.", "nn", "number"),
        (numbers, "Det kostar kr 30.", "Det kostar 30 kroner.", "Det kostar 30 euro.", "nn", "number"),
        (numbers, "Det kostar 30 kroner.", "Det kostar 30 kr.", "Det kostar 30 øre.", "nn", "number"),
        (numbers, "12 millionar er lite.", "12 millionar kroner er lite.", "12 millionar timar er lite.", "nn",
         "number"),
        (numbers, "Frist 03.04.2026.", "Fristen er 3.4.2026.", "Fristen er 3.5.2026.", "nn", "number"),
        (numbers, "Møte kl. 12.30.", "Møtet er kl. 12:30.", "Møtet er kl. 12.03.", "nn", "number"),
        (numbers, "Det er en million mennesker.", "A million people, it is held.", "A million people say so.", "en",
         "number"),
        (numbers, "We ask for 500 000.", "Half a million is wanted.", "Half a billion is wanted.", "en", "number"),
        (numbers, "I'm 83.", "En 83-åring er kritisk.", "En 38-åring er kritisk.", "nb", "number"),
        (numbers, "9t uten strøm.", "Ni timer uten strøm.", "Ni dager uten strøm.", "nb", "number"),
        (quantities, "Ope for somme.", "Folk flest slepp ikkje inn.", "Flest slepp ikkje inn.", "nn", "quantity"),
        (numbers, "Vikar i klassen.", "Eleven har vikar.", "Elleve har vikar.", "nn", "number"),
        (numbers, "Eit 3-årig kurs.", "Kurset er på tre år.", "Kurset er på tre veker.", "nn", "number"),
        (numbers, "Frist 3. mars 2026.", "Fristen er 3. mars 2026.", "Fristen er 3. apr. 2026.", "nn", "date"),
        (numbers, "Ope laurdagar i mars.", "Det er ope på laurdagane i mars.", "Det er ope på tysdagane i mars.",
         "nn", "date"),
        (numbers, "Open 3 March.", "It may open on 3 March.", "It may open on 3 april.", "en", "date"),
        (numbers, "Møte i april-mai.", "Møtet er i april eller mai.", "Møtet er i april-juni.", "nn", "date"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Eit stort fleirtal meiner at kurset må halde fram.",
         "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Fleirtal for at kurset må halde fram.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Flest meiner at kurset må halde fram.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Dei aller, aller fleste meiner det.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Kvar einaste ein meiner det.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Ein god del meiner det.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Heile salen meiner det.", "nn",
         "quantity"),
        (quantities, "Kurset må stå.", "Eitt innspel meiner det.", "Det er brei semje om at kurset må halde fram.",
         "nn",
         "quantity"),
        (quantities, "The course is good.", "One contribution says so.", "The bulk of those heard think so.",
         "en", "quantity"),
        (quantities, "The course is good.", "One contribution says so.", "There is consensus that it must go on.",
         "en", "quantity"),
        (quantities, "The course is good.", "One contribution says so.", "It is widely held that it must go on.",
         "en", "quantity"),
        (quantities, "The course is good.", "One contribution says so.", "The public thinks so.", "en", "quantity"),
        (quantities, "Eit fleirtal i rådet var for.", "Eit fleirtal i rådet var for.", "Alle i rådet var for.", "nn",
         "quantity"),
        (general, "Eg vil ha kurset.", "Innsendaren seier det.", "Dei seier at kurset må stå.",
         "nn", "general"),
        (general, "I want the course.", "The commenter says so, and they like it.", "They say so.", "en", "general"),
        (quantities, "Forumet må vere ope for alle.", "Forumet må vere ope for alle.", "Forumet må vere ope for nokre.",
         "nn", "quantity"),
        (quantities, "Dei fleste av oss er nøgde.", "Det heiter at dei fleste er nøgde.",
         "Dei fleste innspela er nøgde.", "nn", "quantity"),
        (general, "Ungdom er redde.", "It is held that young people are afraid.", "People say that they are afraid.",
         "en", "general"),
        (form, "Sjå EU-reglane.", "Ein kanal trengst, jf. EU-reglane.", "Ein kanal trengst. EU-reglane òg.", "nn",
         "form-sentences"),
        (chatter, "Too many tourists.", "There is a surplus of tourists.", "Here is a summary of tourists.", "en",
         "chatter"),
        (names, "Eg fekk avslag.", "Grunngjevinga for avslaget er feil.", "Torleif fekk avslag.", "nn", "name"),
        (names, "Eg fekk avslag.", "Innsendaren fekk avslag.", "Equinor fekk avslag.", "nn", "name"),
        (names, "Fyll att grøftene.", "Grøftekantane må bli att.", "Equinor må fylle grøftene.", "nn", "name"),
        (names, "Me selde poteter.", "Potetsal er forbode.", "Potetsal Vik er forbode.", "nn", "name"),
        (names, "Me er for få.", "Brukarar må få hjelp.", "Equinor må få hjelp.", "nn", "name"),
        (names, "Bussen må gå.", "Skule-bussen må gå.", "Equinor-bussen må gå.", "nn", "name"),
        (names, "EU har reglar.", "EU-reglane gjeld.", "EØS-reglane gjeld.", "nn", "name"),
        (names, "Me treng lærarar.", "Lærarar trengst.", "Trondheim treng lærarar.", "nn", "name"),
        (names, "We need teachers.", "Teachers are needed.", "London needs teachers.", "en", "name"),
        (numbers, "Det går 40 bussar. Rektor har 12 barn.", "Det går «40» bussar.", "Det går «12» bussar.", "nn",
         "number"),
        (negations, "Kommunen må byggje skulen no.", "Kommunen må «byggje skulen» no.",
         "Kommunen må «ikkje» byggje skulen no.", "nn", "negation-added"),
        (quotes, "Kurset må halde fram.", "Det heiter «Kurset må halde fram».", "Det heiter ‘Kurset må haldast fram’.",
         "nn", "quote-open"),
        (quotes, "Vi vil ikkje ha bom på brua. Vi vil ha bom på brua om ho blir ny.",
         "Det heiter «ha bom på brua».", "Det heiter «ha bom på bruene».", "nn", "quote-not-verbatim"),
        (quotes, "Vi vil aldri ha bom på brua. Ingen vil ha bom på brua.", "Ingen skriv «ha bom på brua».",
         "Det heiter «ha bom på brua».", "nn", "quote-turned"),
        (quotes, "Residents' rights matter.", "The residents' rights of the '90s matter.", "It says 'rights matter'.",
         "en", "quote-open"),
        (quotes, "Kursen är bra för alla.", "Det heter ”Kursen är bra för alla”.",
         "Det heter ”Kursen är bra för dem”.", "sv", "quote-not-verbatim"),
        (numbers, "Kvar femte heng ikkje med. Det er ein million menneske.",
         "Kvar femte, ein million menneske, heng ikkje med.", "Kvar femte, to million menneske, heng ikkje med.", "nn",
         "number"),
        (form, "Bussen må gå.", "Bussen må gå.", "Det kjem fram eit synspunkt.", "nn", "form-empty"),
        (form, "Nei.", "Det blir sagt nei.", "Det blir sagt.", "nn", "form-empty"),
        (form, "Det er tolv bussar.", "Det er tolv bussar.", "Det er t\u043elv bussar.", "nn", "form-control"),
        (form, "Kafé i Łódź, ½ time.", "Kafeen i Łódź er open i ½ time.", "Kafeen □ er open.", "nn", "form-control"),
        (form, "Bra 😀 tiltak.", "Tiltaket er bra 😀.", "Tiltaket er bra 👎.", "nn", "form-control"),
        (support, "Kurset må halde fram heile året.", "Kurset må halde fram heile året, og i året etter.",
         "Kurset må halde fram heile året, og skattane må ned.", "nn", "unsupported"),
        (quantities, "Me har hatt tolv ulike hjelparar.", "Det er for mange ulike hjelparar.",
         "Mange kommunar har ulike hjelparar.", "nn", "quantity"),
        (quantities, "Ho svara ikkje.", "Ein fekk aldri snakke med nokon.", "Nokre bilar vart aldri sjekka.", "nn",
         "quantity"),
        (quantities, "Papira finst berre på norsk.", "Papira er ikkje opne for alle.", "Papira er opne for alle.", "nn",
         "quantity"),
        (quantities, "Papira er for somme.", "Papira er for somme.", "Papira er ikkje laga for alle.", "nn",
         "quantity"),
        (quantities, "The hall was shut in July.", "The hall was shut all July.", "All halls were shut.", "en",
         "quantity"),
        (quantities, "Maps and plans, you need both.", "It takes both.", "It takes most maps.", "en", "quantity"),
        (quantities, "The bus matters.", "It is the bus that matters most.", "Most buses are late.", "en", "quantity"),
        (quantities, "The young want buses. Parents too.", "Both young people and parents want buses.",
         "Both towns want buses.", "en", "quantity"),
    ],
)  # fmt: skip
def test_what_is_right_passes_and_what_is_not_does_not(
    check: Any, said: str, right: str, wrong: str, language: str, code: str
) -> None:
    """The right wording has no fault; its twin has the one that it should have."""
    assert codes(check, said, right, language) == []
    assert code in codes(check, said, wrong, language)


def test_a_share_that_a_table_tells_of_is_no_single_voice() -> None:
    """*One in five* counts no speaker; one in ten, which nobody said, and a lone inhabitant are refused."""
    said = "Hver femte innbygger henger ikke med."
    found = [
        codes(quantities, said, f"{who} heng ikkje med.", "nn", "group_note")
        for who in ("Éin av fem innbyggjarar", "Éin av ti innbyggjarar", "Éin innbyggjar")
    ]
    assert found == [[], ["quantity"], ["quantity"]]
