"""The parts of a conclusion: voices, quotes, stance, points, quantities."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from consult.answer.plan import Draft, Words, gather, plan_theme, quality, usual_likeness
from consult.answer.points import SHOWN, SIZES, TWIN, find_points, likeness_of
from consult.answer.quotes import LONGEST, cite, on_one_line, quote_span
from consult.answer.sentence import quantity
from consult.answer.stance import disagreement, opposing, says
from consult.answer.voices import Speakers, count_speakers, join, say_speakers
from consult.messages import messages
from consult.records import Context, Language, Passage, Source
from consult.themes.keyness import keyness, read_words
from tests.answer_cases import Case, Said, case, vector

Counts = tuple[int, int, int, int]

# -- voices -----------------------------------------------------------------------------------------

COUNTED = [
    ([Said(text="a", by="bord", voice="group_note"), Said(text="b", by="bord", voice="group_note")], (1, 0, 0, 0),
     "one table however much it says"),
    ([Said(text="a", by="x", voice="organisation", contributor="Laget"),
      Said(text="b", by="y", voice="organisation", contributor=" laget")], (0, 1, 0, 0),
     "one organisation in two letters"),
    ([Said(text="a", by="x", voice="organisation"), Said(text="b", by="y", voice="organisation")], (0, 2, 0, 0),
     "without a name each letter is its own"),
    ([Said(text="a"), Said(text="b")], (0, 0, 2, 0), "two people"),
    ([Said(text="a", by="bord", source_voice="group_note"), Said(text="b", by="bord", voice="group_note")],
     (1, 0, 0, 1), "what notes credit to one person is a participant, not a private individual"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected", "why"), COUNTED)
def test_voices_are_counted_by_kind(said: list[Said], expected: Counts, why: str) -> None:
    """Tables by source, organisations and people by who they are."""
    one = case(said)
    found = count_speakers(one.passages, {source.source_id: source for source in one.sources})
    assert (found.tables, found.organisations, found.individuals, found.statements) == expected, why


SAID = [
    (Speakers(tables=3, organisations=1, individuals=0), "nn", "tre bord og éin organisasjon"),
    (Speakers(tables=1, organisations=2, individuals=3), "nb", "ett bord, to organisasjoner og tre privatpersoner"),
    (Speakers(tables=0, organisations=0, individuals=1), "en", "one private individual"),
    (Speakers(tables=1, organisations=0, individuals=0, statements=1, participant_tables=1), "nn",
     "eitt bord og éin deltakar ved eit bord"),
]  # fmt: skip


@pytest.mark.parametrize(("speakers", "language", "expected"), SAID)
def test_voices_are_said_side_by_side(speakers: Speakers, language: str, expected: str) -> None:
    """Never one sum."""
    assert say_speakers(speakers, messages(language)) == expected


def test_a_list_has_commas_and_one_and() -> None:
    """As Norwegian writes it."""
    message = messages("nn")
    assert [join(list("abc")[:n], message) for n in range(4)] == ["", "a", "a og b", "a, b og c"]


# -- quotes -----------------------------------------------------------------------------------------


def passage_in(text: str, language: Language = "nn", before: str = "", after: str = "") -> tuple[Passage, Source]:
    """A passage with something before and after it in its source."""
    source = Source(path="a.txt", sha256="0", format="txt", text=before + text + after)
    start = len(before)
    passage = Passage(
        source_id=source.source_id, start=start, end=start + len(text), text=text, language=language, voice="individual"
    )
    return passage, source


WHOLE = [
    ("Kva skjer no?", "a question keeps its mark"),
    ("Svar no!", "so does an exclamation"),
    ("usikre på om alt bør liggje samla …", "so does an ellipsis"),
    ("Private (bank, billettautomatar m.m.)", "brackets stay"),
    ("bankar, automatar osv.", "an abbreviation keeps its stop"),
    ("innsyn m.m.", "so does one with stops inside"),
    ("Han sa «nei» og ho sa «ja»", "quotation marks that do not belong together stay"),
    ("KI", "short is whole"),
    ("-1 på fleire hyttefelt i Lia", "a sign before a number stays"),
    ("–1 på fleire hyttefelt i Lia", "so does one that a program made longer"),
    ("+1 til meir matjord", "so does the other sign"),
    (">50 prosent av oss ventar", "so does more than"),
    ("**Buss**: fleire avgangar", "emphasis keeps both its marks"),
    ("*Rassikring* av Fv. 57", "so does the weaker one"),
]


@pytest.mark.parametrize(("text", "why"), WHOLE)
def test_a_quote_is_the_whole_passage(text: str, why: str) -> None:
    """What must not be cut."""
    passage, source = passage_in(text, before="x ", after=" y")
    assert cite("c-1", passage, source, quote_span(passage, {})).exact == text, why


TRIMMED = [
    ("Vi treng svar.", "Vi treng svar", "the sentence around it has its own stop"),
    ("– Vi treng svar", "Vi treng svar", "a list mark"),
    ("→ orgnr som felt\n", "orgnr som felt", "an arrow and a line end"),
    ("«Del det som verkar!»", "Del det som verkar!", "marks that would be doubled"),
    ("  Svar. ", "Svar", "white space"),
    ("- 40 born ventar", "40 born ventar", "a list mark with a gap before a number"),
    ("– -1 på hyttefelt", "-1 på hyttefelt", "a list mark before a sign"),
    ("* **Buss**: fleire", "**Buss**: fleire", "a list mark before emphasis"),
    ("**Fleire bussar.**", "Fleire bussar", "emphasis around all of it"),
    ("*Buss", "Buss", "a star that nothing answers"),
    ("> Vi treng svar", "Vi treng svar", "a mark of quotation"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TRIMMED)
def test_a_quote_leaves_out_what_belongs_to_the_page(text: str, expected: str, why: str) -> None:
    """Marks and stops, never words; and it is still an exact stretch of the source."""
    passage, source = passage_in(text, before="før ", after=" etter")
    citation = cite("c-1", passage, source, quote_span(passage, {}))
    assert citation.exact == expected, why
    assert source.text[citation.start : citation.end] == expected


def test_of_a_long_passage_whole_sentences_are_quoted_that_say_most_of_the_theme() -> None:
    """One or two neighbours, never part of one."""
    filler = "Dette er ei setning om noko heilt anna som tek mykje plass i brevet vårt. "
    text = filler * 3 + "Innebygd arkivering må vere eit krav. Arkivering kostar lite. " + filler * 3
    passage, source = passage_in(text.strip())
    span = quote_span(passage, {"arkivering": 5.0, "krav": 3.0, "koste": 2.0, "kostar": 2.0})
    exact = cite("c-1", passage, source, span).exact
    assert exact == "Innebygd arkivering må vere eit krav. Arkivering kostar lite"
    assert len(exact) <= LONGEST


def test_a_citation_of_what_is_only_counted_is_the_whole_passage() -> None:
    """With its surroundings, and not shown."""
    passage, source = passage_in("Vi treng svar.", before="a" * 40, after="b" * 40)
    citation = cite("c-1", passage, source)
    assert (citation.exact, citation.shown) == ("Vi treng svar.", False)
    assert (citation.prefix, citation.suffix) == ("a" * 32, "b" * 32)


def test_a_citation_of_another_source_is_refused() -> None:
    """The wrong source is a defect even where the words happen to be the same."""
    passage, _ = passage_in("Ja")
    other = Source(path="b.txt", sha256="1", format="txt", text="Ja")
    with pytest.raises(AssertionError):
        cite("c-1", passage, other)


def test_lines_that_a_file_was_broken_into_are_joined_in_the_sentence() -> None:
    """The citation keeps them; the sentence does not."""
    assert on_one_line("tid,\nikkje  vilje") == "tid, ikkje vilje"


# -- the rim of a theme -----------------------------------------------------------------------------

RIM_OF = [f"Tildeling {n} må kunngjerast automatisk." for n in range(18)]
ODD = "Sakspapira finst ikkje på samisk."


def drafts_of(one: Case) -> tuple[Draft, ...]:
    """The drafts of one theme of all passages."""
    readings = read_words(one.passages)
    weights = keyness([one.passages], readings, one.vectors)[0]
    return plan_theme(one.passages, {}, one.vectors, Words(weights=weights, readings=readings), 0.0)


def with_one_apart() -> Case:
    """Eighteen of a kind, and one that is less like any of them than they are like one another."""
    said = [Said(text=text, by=f"{n}.txt", about=round(0.01 * n, 2)) for n, text in enumerate(RIM_OF)]
    return case([*said, Said(text=ODD, by="lone.txt", about=0.8)])


def test_what_is_least_like_the_rest_is_shown_rather_than_more_of_the_core() -> None:
    """Law 7 within a theme: the only voice on its subject is not merely counted."""
    shown = {statement.passage.text for draft in drafts_of(with_one_apart()) for statement in draft.shown}
    assert ODD in shown
    assert len(shown) < len(RIM_OF)


def test_every_statement_of_a_theme_is_in_one_draft() -> None:
    """Who speaks alone is not counted among the others too."""
    one = with_one_apart()
    cited = [passage.passage_id for draft in drafts_of(one) for passage in draft.passages]
    assert sorted(cited) == sorted(passage.passage_id for passage in one.passages)


def test_a_theme_of_one_kind_has_no_rim() -> None:
    """Nobody is called a single voice who says what the others say."""
    one = case([Said(text=text, by=f"{n}.txt", about=0.0) for n, text in enumerate(RIM_OF)])
    assert not [draft for draft in drafts_of(one) if draft.kind == "alone"]


# -- a small theme: nobody is counted only, but who repeats ------------------------------------------

REPEATS = "Tildeling av kontrakt må kunngjerast automatisk."
SMALL_THEME = [
    Said(text="Bygg hytter på myra.", by="a.txt"),
    Said(text="Ikkje bygg hytter på myra.", by="b.txt", about=0.01),
    Said(text="Sauene våre går på beite der.", by="c.txt", about=0.02),
    Said(text="Skolevegen manglar lys.", by="d.txt", about=0.03),
    Said(text="Kino", by="e.txt", about=0.04),
    Said(text="Vatnet er brunt.", by="f.txt", about=0.05),
]


def counted_only(one: Case) -> set[str]:
    """The texts of a theme that a conclusion counts and none shows."""
    return {statement.passage.text for draft in drafts_of(one) for statement in draft.counted}


def test_in_a_small_theme_every_statement_is_shown_however_alike_their_vectors() -> None:
    """Law 7: a vector that lies near another is no proof that the same was said, nor is a word without its *ikkje*."""
    assert counted_only(case(SMALL_THEME)) == set()


def test_a_repetition_is_counted_and_not_shown_again() -> None:
    """Same meaning, same nouns, same negation: the sabotage twin of the test above."""
    again = [Said(text=REPEATS, by="a.txt"), Said(text=REPEATS.replace("må", "bør"), by="b.txt", about=0.01)]
    assert len(counted_only(case(again))) == 1


@pytest.mark.parametrize("size", range(2, 9))
def test_no_size_of_a_small_theme_hides_anybody(size: int) -> None:
    """At most three quotes a sentence; what has no room there speaks alone."""
    words = ("kino", "buss", "ferje", "skule", "lys", "vatn", "sauer", "bibliotek")
    said = [Said(text=f"Vi treng {word} no.", by=f"{word}.txt", about=0.01 * n) for n, word in enumerate(words[:size])]
    drafts = drafts_of(case(said))
    assert not counted_only(case(said))
    assert all(len(draft.shown) <= 3 for draft in drafts)


def test_in_a_large_theme_each_who_is_far_from_all_that_is_shown_is_shown() -> None:
    """However many they are: no share of a theme is the most that may be heard."""
    core = [Said(text=text, by=f"{n}.txt", about=round(0.01 * n, 2)) for n, text in enumerate(RIM_OF)]
    far = [Said(text=f"Emne{'abcdefg'[n]} er viktig.", by=f"far-{n}.txt", about=n) for n in range(1, 7)]
    shown = {statement.passage.text for draft in drafts_of(case([*core, *far])) for statement in draft.shown}
    assert {one.text for one in far} <= shown
    assert len(shown) < len(core)


# -- stance -----------------------------------------------------------------------------------------

DIVIDED = [
    ("nn", "Nokon meinte vi har planar nok. Andre meinte det motsette."),
    ("nn", "ikkje semje om kor langt ned det skal gå"),
    ("nb", "uenighet: kommunene vil ha veiledning først"),
    ("nb", "Styret var delt på midten"),
    ("da", "Vi var uenige om gebyret"),
    ("sv", "Vi var oeniga, några ville ha avgift och andra ville vänta"),
    ("en", "Fine them? No agreement."),
    ("en", "others disagreed and said you need both"),
    ("nn", "Nokre var redde for at tal blir misbrukte. Andre: press verkar."),
    ("nb", "Noen ville ha plikt til å melde, andre mente det ville drukne kommunene"),
    ("da", "Nogle ønskede et gebyr, andre ville vente"),
    ("en", "Some felt it was enough, others wanted more"),
]


@pytest.mark.parametrize(("language", "text"), DIVIDED)
def test_a_passage_that_tells_of_disagreement_is_known_by_its_words(language: Language, text: str) -> None:
    """In all five languages."""
    assert says("divided", passage_in(text, language)[0])


AGREED = [
    ("nn", "Vi er samde om at planen må ha eit mål"),
    ("nb", "Andre land gjør dette bedre"),
    ("nb", "Alle ved bordet var enige"),
    ("da", "Vi er enige om planen"),
    ("sv", "Alla var överens"),
    ("en", "Some people never answer letters"),
    ("en", "We all agreed"),
    ("nb", "Noen unntak bør trolig bli videre, andre er modne for å strykes"),
    ("nb", "Jeg er uenig i forslaget"),
    ("nn", "Eg er usamd i dette"),
    ("sv", "Några register är öppna, andra är stängda"),
    ("en", "Sometimes I disagree with a candidate so much that I vote for anyone else"),
    ("en", "Some lists are public and others are not"),
]


@pytest.mark.parametrize(("language", "text"), AGREED)
def test_a_passage_that_does_not_is_left_alone(language: Language, text: str) -> None:
    """*Andre* and *some* alone say nothing of disagreement, and one person's no is one opinion."""
    assert not says("divided", passage_in(text, language)[0])


AGAINST = [
    ("nn", "Vi er imot dette"),
    ("nb", "Vi ønsker ikke at forumet erstattes av møter"),
    ("nb", "ikke lag enda en veileder!"),
    ("da", "Vi er skeptiske over for gebyrer"),
    ("sv", "Vi är emot avgifter"),
    ("en", "Too intrusive for a high-trust country"),
]


@pytest.mark.parametrize(("language", "text"), AGAINST)
def test_objections_are_known_by_their_words(language: Language, text: str) -> None:
    """In all five languages."""
    assert says("against", passage_in(text, language)[0])


NOT_AGAINST = [
    ("nn", "Fulltekst rett på nett, ikkje bestillingsknapp"),
    ("nb", "dvs. det er mangel på tid, ikke på vilje"),
    ("nb", "Ikke rart."),
    ("nn", "Tiltaka mot korrupsjon må inn i budsjetta"),
    ("en", "I don't know where to look"),
]


@pytest.mark.parametrize(("language", "text"), NOT_AGAINST)
def test_a_negation_alone_is_no_objection(language: Language, text: str) -> None:
    """Most that say *not* ask for something else."""
    assert not says("against", passage_in(text, language)[0])


def test_an_objection_meets_the_request_it_is_likest_to() -> None:
    """Each in one pair at most."""
    passages = [
        passage_in(text)[0]
        for text in ("Kommunane bør innføre register.", "Staten må innføre register.", "Vi er imot register.")
    ]
    likeness = np.array([[1, 0.9, 0.4], [0.9, 1, 0.8], [0.4, 0.8, 1]])
    nouns = [frozenset({"register"})] * 3
    assert opposing(passages, likeness, nouns.__getitem__) == [(1, 2)]
    assert opposing(passages, likeness, lambda _: frozenset()) == []
    assert opposing(passages, likeness * 0.1, nouns.__getitem__) == []


AGREEING = [
    ("da", "Jeg synes I skal droppe solceller på marker", "Vi er imod, at der opsættes solceller på landbrugsjord."),
    ("nb", "Jeg synes I skal droppe solceller på marker", "Vi er imod, at der opsættes solceller på landbrugsjord."),
    ("da", "P-pladserne skal ikke nedlægges", "I skal lade være med at nedlægge parkeringspladser"),
    ("nn", "Kommunen må fjerne bompengane", "Vi er imot bompengar"),
    ("nn", "Kommunen må halde på skulen", "Vi er imot at skulen blir lagd ned"),
    ("nb", "Skolen må bestå", "Dere må ikke legge ned skolen"),
    ("nb", "Kommunen bør avvikle gebyret", "Vi ønsker ikke gebyr"),
    ("sv", "Kommunen bör slopa avgiften", "Vi är emot avgiften"),
    ("en", "The council should scrap the fee", "We are against the fee"),
    ("en", "The library must stay", "You should not close the library"),
    ("en", "There should be fewer cars", "We are against cars in the park"),
    ("sv", "Jag tycker: Ge inte mer pengar till skärmar utan till böcker", "Ge inte mer pengar till skärmar. Nej"),
    ("nn", "Eg vil at de ikkje skal byggje i marka", "De skal ikkje byggje i marka"),
]


@pytest.mark.parametrize(("language", "wish", "objection"), AGREEING)
def test_who_asks_for_an_end_to_it_is_no_opponent(language: Language, wish: str, objection: str) -> None:
    """*De skal droppe solceller* and *vi er imod solceller* want the same, and so do *behald* and *legg ikkje ned*."""
    said = [passage_in(text, language)[0] for text in (wish, objection)]
    nouns = [frozenset({"it"})] * 2
    assert disagreement(said) is None
    assert opposing(said, np.ones((2, 2)), nouns.__getitem__) == []


OPPOSED = [
    ("nn", "Kommunen må innføre bompengar", "Vi er imot bompengar"),
    ("nb", "Kommunen skal bygge i marka", "Det skal ikke bygges i marka, vi er imot"),
    ("da", "Kommunen bør opsætte solceller", "Vi er imod solceller"),
    ("sv", "Kommunen bör införa en avgift", "Vi är emot avgiften"),
    ("en", "The council should introduce a fee", "We are against the fee"),
]


@pytest.mark.parametrize(("language", "wish", "objection"), OPPOSED)
def test_who_asks_for_what_another_is_against_is_one(language: Language, wish: str, objection: str) -> None:
    """Sabotage twin: without a word for ending the two stand against each other."""
    said = [passage_in(text, language)[0] for text in (wish, objection)]
    assert disagreement(said) == "divided"
    assert opposing(said, np.ones((2, 2)), lambda _: frozenset({"it"})) == [(0, 1)]


@pytest.mark.parametrize(
    ("language", "objection", "about"),
    [
        ("nn", "Vi er usamde i at bekken skal opnast.", "Bordet var usamde om bekken."),
        ("nb", "Vi er uenige i forslaget om blokk.", "De var uenige i spørsmålet om blokk."),
        ("da", "Vi er uenige i, at skolen lukkes.", "Bordet var uenige om skolen."),
        ("sv", "Vi är oeniga med nämnden.", "Bordet var oeniga om skolan."),
        ("en", "We disagree with the plan.", "We disagreed about the plan."),
    ],
)
def test_who_disagrees_with_a_proposal_is_not_divided(language: Language, objection: str, about: str) -> None:
    """One party that is against something does not show different views; a table that disagreed does."""
    assert not says("divided", passage_in(objection, language)[0])
    assert says("divided", passage_in(about, language)[0])


def test_two_that_say_nearly_the_same_are_no_pair() -> None:
    """Whatever words for wanting and opposing they hold; a negation in one of them makes them two sides."""
    wish, same = "Kommunen må byggje i marka, eg er ikkje imot", "Kommunen må byggje i marka, eg er ikkje imot det"
    against = "Vi er imot at kommunen må byggje i marka, eg er det"
    nouns = [frozenset({"marka"})] * 2
    pair = lambda a, b: opposing([passage_in(t, "nn")[0] for t in (a, b)], np.ones((2, 2)), nouns.__getitem__)  # noqa: E731
    assert pair(wish, same) == []
    assert pair("Kommunen må byggje i marka, det trengst", against) == [(0, 1)]


def test_what_a_passage_says_beside_its_objection_is_no_subject_of_it() -> None:
    """An objection to contracts that ends with personal data does not meet a wish about personal data."""
    said = (
        "Vi vil teste malane for personopplysningar.",
        "Vi er imot at kontraktar skal publiserast. Opne tal blir fort personopplysningar.",
    )
    one = case([Said(text=text, by=f"{at}.eml", about=0.1 * at) for at, text in enumerate(said)])
    readings = read_words(one.passages)
    drafts = plan_theme(one.passages, {}, one.vectors, Words(weights={}, readings=readings), 0.0)
    assert all(draft.kind != "divided" for draft in drafts)


def test_what_a_passage_objects_to_is_the_subject_of_it() -> None:
    """Sabotage twin: the same, where the objection is to what the other asks for."""
    said = (
        "Vi vil ha malar for personopplysningar.",
        "Vi er imot malar for personopplysningar. Det er nok av dei.",
    )
    one = case([Said(text=text, by=f"{at}.eml", about=0.1 * at) for at, text in enumerate(said)])
    readings = read_words(one.passages)
    drafts = plan_theme(one.passages, {}, one.vectors, Words(weights={}, readings=readings), 0.0)
    assert [draft.kind for draft in drafts if draft.kind == "divided"] == ["divided"]


# -- points -----------------------------------------------------------------------------------------


def points(*about: float, apart: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Members of the points of statements with these vectors."""
    likeness = likeness_of([vector(one) for one in about])
    return [
        point.members for point in find_points(likeness, [1.0] * len(about), [str(n) for n in range(len(about))], apart)
    ]


def test_a_small_theme_is_one_point() -> None:
    """Three statements need no dividing."""
    assert points(0, 1, 2) == [(0, 1, 2)]


def test_a_theme_of_two_subjects_is_two_points() -> None:
    """The vectors say which belong together."""
    assert sorted(points(0, 0.1, 3, 3.1)) == [(0, 1), (2, 3)]


def test_no_theme_has_more_than_four_points() -> None:
    """A report is read by people."""
    assert len(points(*[n % 8 for n in range(64)])) == len(SIZES)


def test_a_statement_that_stands_alone_joins_the_point_nearest_to_it() -> None:
    """Nobody is dropped for being alone."""
    assert sorted(number for members in points(0, 0.1, 0.2, 3, 3.1, 3.2, 5, 0.3, 3.3) for number in members) == list(
        range(9)
    )


def test_what_is_set_apart_is_a_point_of_its_own() -> None:
    """A campaign's text."""
    assert (1,) in points(0, 0.1, 0.2, 0.3, apart=(1,))


def test_quotes_cover_a_point_and_are_not_redundant() -> None:
    """The second quote is not the first one's twin."""
    likeness = likeness_of([vector(one) for one in (0, 0.01, 0.02, 0.9)])
    quoted = find_points(likeness, [1.0] * 4, list("abcd"), room=1)[0].quoted
    assert len(quoted) == 2
    assert 3 in quoted


def test_a_quote_that_reads_well_is_preferred_to_its_twin() -> None:
    """Quality decides between equals."""
    likeness = likeness_of([vector(0), vector(0), vector(0)])
    assert find_points(likeness, [0.2, 0.9, 0.3], list("abc"))[0].quoted[0] == 1


def test_quotes_are_those_that_cover_most_chosen_one_by_one() -> None:
    """The same as asking of each statement what it would add, one after the other."""
    rng = np.random.default_rng(3)
    for size in (1, 2, 3, 8, 15):
        rows = rng.normal(size=(size, 5)).astype(np.float32)
        rows[size // 2 :] = rows[: size - size // 2] + 0.05 * rows[size // 2 :]
        likeness = likeness_of(list(rows / np.linalg.norm(rows, axis=1, keepdims=True)))
        worth, said_by = rng.random(size).round(3).tolist(), [str(at % 3) for at in range(size)]
        point = find_points(likeness, worth, said_by, room=1)[0]
        assert point.quoted == chosen_one_by_one(likeness, worth, said_by)


def chosen_one_by_one(likeness: NDArray[Any], worth: list[float], said_by: list[str]) -> tuple[int, ...]:
    """Greedy facility location, as a textbook has it."""
    chosen: list[int] = []
    covered = np.zeros(len(worth))
    for _ in range(sum(len(worth) >= least for least in SHOWN)):
        gains = {
            at: round(
                float(np.clip(likeness[at] - covered, 0, None).sum())
                * worth[at]
                * (0.8 if said_by[at] in {said_by[one] for one in chosen} else 1.0),
                6,
            )
            for at in range(len(worth))
            if all(likeness[at, one] < TWIN for one in chosen)
        }
        if gains:
            chosen.append(max(gains, key=lambda at: (gains[at], -at)))
            covered = np.maximum(covered, likeness[chosen[-1]])
    return tuple(chosen)


def test_a_second_quote_of_the_same_source_counts_less() -> None:
    """More voices are heard."""
    likeness = likeness_of([vector(0.2), vector(0.8), vector(0.8)])
    quoted = find_points(likeness, [1.0, 0.5, 0.5], ["a", "a", "b"], room=1)[0].quoted
    assert quoted[:2] == (0, 2)


def test_copies_are_one_statement_and_the_original_is_quoted() -> None:
    """However many repeat it."""
    one = case([Said(text="Same.", by=f"{n}.txt") for n in range(3)])
    ids = sorted(passage.passage_id for passage in one.passages)
    found = gather(one.passages, {ids[0]: ids[2], ids[1]: ids[2]})
    assert len(found) == 1
    assert found[0].passage.passage_id == ids[2]
    assert len(found[0].sources) == 3


def test_usual_likeness_is_that_of_passages_taken_at_random() -> None:
    """Four of five pairs stay below it."""
    spread = {str(n): vector(n) for n in range(8)}
    assert usual_likeness(spread) == 0.0
    assert usual_likeness({}) == -1.0


READS_BETTER = [
    ("Kommunane må kunngjere alle tildelingar innan ein månad.", "PDF-ar overalt.", "a sentence and a scrap"),
    ("Arkivet må vere ope for alle som spør.", "men arkivet må vere ope for alle som spør.", "on its own and leaning"),
]


@pytest.mark.parametrize(("better", "worse", "why"), READS_BETTER)
def test_quotes_that_stand_on_their_own_read_better(better: str, worse: str, why: str) -> None:
    """What a reader understands without the page."""
    passages = [passage_in(text)[0] for text in (better, worse)]
    readings = read_words(passages)
    first, second = (quality(p, {}, readings[p.passage_id]) for p in passages)
    assert first > second, why


def test_a_point_that_hangs_on_another_reads_worse_than_the_same_words_alone() -> None:
    """Its claim stands above it; the one that makes the claim is quoted first."""
    alone, _ = passage_in("Sauene har gått her i hundre år.")
    hanging = replace(alone, context=Context(parent="Ikkje bygg hytter på myra"))
    reading = read_words([alone])[alone.passage_id]
    assert quality(hanging, {}, reading) < quality(alone, {}, reading)


QUANTITIES = [
    (1, 1, "one"), (2, 2, "two"), (3, 3, "some"), (5, 30, "some"), (6, 30, "several"), (15, 30, "several"),
    (16, 30, "most"), (30, 30, "all"), (4, 4, "some"), (3, 5, "most"), (5, 5, "all"), (2, 30, "two"), (1, 30, "one"),
]  # fmt: skip


@pytest.mark.parametrize(("sources", "of", "expected"), QUANTITIES)
def test_words_of_quantity_are_computed(sources: int, of: int, expected: str) -> None:
    """Thresholds, not impressions; *dei fleste* only of five or more."""
    assert quantity(sources, of) == expected


REQUEST, OBJECTION = "Kommunane bør innføre register.", "Vi er imot eit register."
DISAGREE = [
    ((REQUEST, OBJECTION), "divided"),
    ((OBJECTION, REQUEST), "divided"),
    (("Gruppa var delt på midten.",), "reported"),
    ((REQUEST, REQUEST), None),
    ((REQUEST, OBJECTION, REQUEST), None),
    ((OBJECTION,), None),
    ((), None),
]


@pytest.mark.parametrize(("said", "expected"), DISAGREE)
def test_what_quotes_show_as_a_disagreement(said: tuple[str, ...], expected: str | None) -> None:
    """Only what law 4 can find again in the quotes themselves is called one."""
    assert disagreement([passage_in(text, "nn")[0] for text in said]) == expected
