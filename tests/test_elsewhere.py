"""Where words that are taken out still stand: the place and the command are told, never the words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from consult.answer.privacy import Standing
from consult.ledger import open_ledger
from consult.privacy import standing_in
from consult.publication import publish
from consult.publish.elsewhere import remedy, spans_elsewhere
from consult.publish.hidden import Hidden
from consult.publish.kept_back import kept_back
from consult.records import Analysis, Finding, Response, Source
from consult.run import Finished, run
from tests import sample_analysis as sample
from tests.test_cli import consult
from tests.test_review import analysis_of, reviewed
from tests.test_run import consultation, finished, out

__all__ = ["consultation", "finished", "out"]  # fixtures
WHO = ("--role", "coordinator", "--reason", "Peikar ut éin")
WORD = "Storheia"


def letter(text: str, name: str, path: str = "") -> Source:
    """A contribution."""
    return replace(sample.source(path or f"{name}.txt", text, format="txt"), voice="individual")


def finding(source: Source, words: str, kind: str = "other") -> Finding:
    """The first of some words in a source, taken out."""
    at = source.text.index(words)
    return Finding(
        source_id=source.source_id, start=at, end=at + len(words), kind=kind, certainty=1.0, status="redacted"
    )  # type: ignore[arg-type]


FIRST = letter("Vern myra på Storheia mot vindkraft.", "a")
NOWHERE = ["Vern myra på Storheiane.", "Ein veg over heia.", ""]
SOMEWHERE = [
    ("Over Storheia går vegen, og storheia er fin.", ["Storheia", "storheia"]),
    ("Ring  Storheia\nno.", ["Storheia"]),
]


@pytest.mark.parametrize("text", NOWHERE)
def test_other_words_are_let_stand(text: str) -> None:
    """Half a word is another word."""
    other = letter(text, "b")
    one = finding(FIRST, WORD)
    assert list(spans_elsewhere(one, (one,), (FIRST, other))) == []


@pytest.mark.parametrize(("text", "expected"), SOMEWHERE)
def test_every_other_place_is_found(text: str, expected: list[str]) -> None:
    """As the law looks for them; what is taken out already is not taken out again."""
    other, one = letter(text, "b"), finding(FIRST, WORD)
    spans = list(spans_elsewhere(one, (one,), (FIRST, other)))
    assert [text[start:end] for _, start, end in spans] == expected
    assert {source_id for source_id, _, _ in spans} == {other.source_id}
    done = [
        Finding(source_id=source, start=start, end=end, kind="other", certainty=1.0, status="redacted")
        for source, start, end in spans
    ]
    assert list(spans_elsewhere(one, (one, *done), (FIRST, other))) == []


def test_digits_are_found_however_they_are_grouped() -> None:
    """As telephone numbers are written."""
    first, other = letter("Ring 428 06 917.", "a"), letter("Tlf 42 80 69 17", "b")
    one = finding(first, "428 06 917", "phone")
    ((source_id, start, end),) = spans_elsewhere(one, (one,), (first, other))
    assert (source_id, other.text[start:end]) == (other.source_id, "42 80 69 17")


def holds(text: str) -> bool:
    """Whether the word stands there."""
    return WORD in text


def test_each_place_has_its_command() -> None:
    """Contributions, names of files, titles, conclusions and responses: the ids, and what to do about each."""
    view = sample.analysis()
    title, answered = (theme.theme_id for theme in view.themes[:2])
    worded, quoting = view.conclusions[:2]
    source = letter(f"Om {WORD}.", "b", f"inn/{WORD}.txt")
    full = replace(
        view, sources=(*view.sources, source),
        themes=tuple(replace(t, title=f"Vind på {WORD}") if t.theme_id == title else t for t in view.themes),
        conclusions=(
            replace(worded, text=f"{WORD} er fin."),
            replace(quoting, citations=tuple(replace(c, exact=f"på {WORD}") for c in quoting.citations[:1])),
        ),
        responses=(Response(theme_id=answered, target="1", status="partly", reason=f"Sjå {WORD}"),),
    )  # fmt: skip
    said = remedy(full, holds, "f-1")

    assert f"it stands in {source.source_id} too: `consult privacy everywhere f-1 --role ROLE --reason REASON`" in said
    assert f"it stands in the name of the file or sheet of {source.source_id}: rename that" in said
    assert f"the title of {title}: `consult review rename {title} TITLE --role ROLE`" in said
    assert f"{worded.conclusion_id}: `consult review edit {worded.conclusion_id} --text TEXT" in said
    assert f"the response to {answered}: `consult respond {answered} --status" in said
    assert said.endswith("or let it be shown: `consult privacy reveal f-1 --role ROLE --reason REASON`")
    assert WORD not in said
    assert quoting.conclusion_id not in said  # its quote goes with the contribution


def test_what_stands_in_no_contribution_stands_in_the_settings() -> None:
    """And where a contribution is kept back as a whole, there is no finding to reveal."""
    assert "consult.toml and framework.toml" in remedy(sample.analysis(), holds)
    assert "reveal" not in remedy(sample.analysis(), holds)


def test_words_of_a_withheld_contribution_in_a_response_are_named() -> None:
    """Which response it is, and how it is worded anew; there is nothing to reveal."""
    withheld = letter("Kvar einaste haust fløymer bekken over vegen ved kvernhuset.", "w")
    view = sample.analysis()
    theme, hidden = view.themes[0].theme_id, Hidden(view, ())
    hidden.kept_back = kept_back(
        (*view.sources, withheld), view.passages,
        {source.source_id: "full" for source in view.sources} | {withheld.source_id: "withheld"},
    )  # fmt: skip
    answer = Response(theme_id=theme, target="1", status="partly", reason=f"Dei skriv: {withheld.text}")
    text = f"<p>{answer.reason}</p>"

    ((breach, held),) = hidden.breaches(text)
    assert (held, breach.split()[-1]) == (withheld.source_id, "withheld")
    said = hidden.remedy(held, replace(view, responses=(answer,)))
    command = f"`consult respond {theme} --status … --reason … --role ROLE`"
    assert said == f"it stands in the response to {theme}: {command}"


# -- the whole way --------------------------------------------------------------------------------------


@pytest.fixture
def three(consultation: Path, out: Path) -> Finished:
    """A run with three letters that name one place."""
    texts = {
        "ein.txt": "Fylket må verne myra på Storheia mot vindkraft.",
        "to.txt": "Det trengst eit sykkelfelt på vegen over Storheia til skulen.",
        "tre.txt": "Bussen bør gå oftare på Storheia, og ferja bør gå heile natta.",
    }
    for name, text in texts.items():
        (consultation / "inputs" / name).write_text(f"{text}\n", encoding="utf-8")
    return run(consultation, out)


def standing(folder: Path) -> Standing:
    """What people decided of personal data."""
    with open_ledger(folder / "ledger.db") as ledger:
        return standing_in(ledger)


def source_of(analysis: Analysis, path: str) -> str:
    """The id of a file's contribution."""
    return next(source.source_id for source in analysis.sources if source.path == path)


def test_the_command_that_is_told_mends_it(three: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """Redacted in one letter, the word refuses the edition; the command takes it out of the others, and it is made."""
    first = source_of(analysis_of(three.out), "ein.txt")
    assert publish(three.out).edition is not None
    assert consult("privacy", "redact", first, WORD, *WHO, "--in", three.out) == 0
    (reason,) = publish(three.out).reasons
    others = sorted(source_of(analysis_of(three.out), path) for path in ("to.txt", "tre.txt"))
    assert f"it stands in {', '.join(others)} too" in reason
    assert WORD not in reason
    told = re.search(r"`consult (privacy everywhere f-[0-9a-f]+) ", reason)
    assert told is not None

    assert consult(*told[1].split(), *WHO, "--in", three.out) == 0
    assert publish(three.out).reasons == ()
    assert all(WORD.encode() not in path.read_bytes() for path in (three.out / "public").rglob("*.html"))
    hidden = [one for one in standing(three.out).findings if one.kind == "other"]
    assert {one.source_id for one in hidden} == {first, *others}

    capsys.readouterr()
    assert consult(*told[1].split(), *WHO, "--in", three.out) == 2
    assert "stand nowhere else" in capsys.readouterr().err


def test_a_response_that_holds_the_word_is_named(three: Finished) -> None:
    """The place is where somebody of the office wrote it."""
    first = source_of(analysis_of(three.out), "ein.txt")
    theme = analysis_of(three.out).themes[0].theme_id
    assert consult("privacy", "redact", first, WORD, *WHO, "--in", three.out) == 0
    (before,) = publish(three.out).reasons
    finding_id = re.findall(r"everywhere (f-[0-9a-f]+)", before)[0]
    assert consult("privacy", "everywhere", finding_id, *WHO, "--in", three.out) == 0
    answer = Response(
        theme_id=theme, target="", status="partly", reason=f"Sjå planen for {WORD}.", responsible="Fylket"
    )
    reviewed(three.out, lambda desk: desk.respond(answer, role="fagleiar"))
    (reason,) = publish(three.out).reasons
    assert f"it stands in the response to {theme}: `consult respond {theme} " in reason
    assert "everywhere" not in reason


def test_a_finding_that_is_not_there(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    """Is named, as everywhere."""
    assert consult("privacy", "everywhere", "f-0", *WHO, "--in", finished.out) == 2
    assert "no finding bears it" in capsys.readouterr().err
