"""consult.toml: what may be left out or written freely, then every fault with its file and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from consult import settings as module
from consult.errors import SettingsError
from consult.framework import FRAMEWORK_KEYS, TARGET_KEYS
from consult.provenance import plain
from consult.settings import KEYS, OUTPUT_LANGUAGES, Settings, load_framework, load_settings
from consult.writer_settings import WriterSettings

ROOT = Path(__file__).parents[1]

FRAMEWORK = """
[framework]
id = "plan"
language = "nb"
[[commitment]]
id = "1"
title.nb = "Innkjøp"
"""

HUB_MODEL = "intfloat/multilingual-e5-small@0123456789abcdef0123456789abcdef01234567"
EVERYTHING = """
[consultation]
title.nn = "Innspel"
title.en = "Input"
languages = ["nn", "en"]
model = "intfloat/multilingual-e5-small@0123456789abcdef0123456789abcdef01234567"
grouping = "density"
granularity = -0.5
seed = 7

[[event]]
id = "m1"
title.nn = "Møte 1"
date = 2026-02-12
inputs = ["mote1_*", "Møte 1 *"]

[[voice]]
voice = "organisation"
inputs = ["brev/*"]
contributor = "Foreininga"

[[form]]
inputs = ["*.csv"]
sheet = "Svar"
also = ["Notat"]
answers = ["q1"]
questions = { q1 = "Kva meiner du?" }
contributor = "namn"
organisation = "org"
date = "dato"
ignore = ["id"]
public = ["alder"]

[publication]
responsible.nn = "Departementet"
contact = "post@example.org"
reply_by = 2026-08-31
audience.nn = "Dei som deltok"
address = "https://example.org/svar/"
approval = true

[writer]
on = true
address = "https://gateway.example.org/v1"
model = "skrivar"
allowed = ["gateway.example.org"]
key = "SKRIVAR_KEY"
timeout = 9.5
retries = 1
parallel = 3
tokens = 500
cost = 2.5
price_in = 0.25
price_out = 0.75
answer_tokens = 300
points = 4
languages = ["nn"]
tasks = ["title"]
seed = 5
entailment = "owner/name@0123456789abcdef0123456789abcdef01234567"
entailment_alone = true
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the least that a consultation is: inputs/ and a framework."""
    home = tmp_path / "hearing-1"
    (home / "inputs").mkdir(parents=True)
    (home / "framework.toml").write_text(FRAMEWORK, encoding="utf-8")
    return home


def write(folder: Path, text: str) -> None:
    """Write the folder's consult.toml."""
    (folder / "consult.toml").write_text(text, encoding="utf-8")


def faults_of(folder: Path) -> list[SettingsError]:
    """Every fault that loading `folder` reports."""
    with pytest.raises(ExceptionGroup) as caught:
        load_settings(folder)
    return [fault for fault in caught.value.exceptions if isinstance(fault, SettingsError)]


def test_inputs_and_a_framework_are_enough(folder: Path) -> None:
    """Without consult.toml everything has its default, in the framework's language."""
    settings = load_settings(folder)
    assert settings == Settings(
        folder=folder,
        name="hearing-1",
        title={"nb": "hearing-1"},
        languages=("nb",),
        framework=load_framework(folder / "framework.toml"),
    )
    assert settings.inputs == folder / "inputs"


def test_every_key_arrives_where_it_belongs(folder: Path) -> None:
    """Each value of a consult.toml that states everything stands in Settings."""
    write(folder, EVERYTHING)
    settings = load_settings(folder)
    assert (settings.title, settings.languages) == ({"nn": "Innspel", "en": "Input"}, ("nn", "en"))
    assert (settings.model, settings.granularity, settings.seed) == (HUB_MODEL, -0.5, 7)
    assert settings.grouping == "density"
    (event,), (voice,), (form,) = settings.events, settings.voices, settings.forms
    assert (event.event_id, event.title, event.date) == ("m1", {"nn": "Møte 1"}, "2026-02-12")
    assert event.inputs == ("mote1_*", "Møte 1 *")
    assert (voice.voice, voice.inputs, voice.contributor) == ("organisation", ("brev/*",), "Foreininga")
    assert (form.inputs, form.sheet, form.answers) == (("*.csv",), "Svar", ("q1",))
    assert (form.questions, form.ignore, form.public) == ({"q1": "Kva meiner du?"}, ("id",), ("alder",))
    assert (form.contributor, form.organisation, form.date) == ("namn", "org", "dato")
    published = settings.publication
    assert (published.responsible, published.audience) == ({"nn": "Departementet"}, {"nn": "Dei som deltok"})
    assert (published.contact, published.reply_by, published.approval) == ("post@example.org", "2026-08-31", True)
    assert published.address == "https://example.org/svar"
    assert settings.writer == WriterSettings(
        on=True, address="https://gateway.example.org/v1", model="skrivar", allowed=("gateway.example.org",),
        key="SKRIVAR_KEY", timeout=9.5, retries=1, parallel=3, tokens=500, cost=2.5, price_in=0.25, price_out=0.75,
        answer_tokens=300, points=4, languages=("nn",), tasks=("title",), seed=5, entailment_alone=True,
        entailment="owner/name@0123456789abcdef0123456789abcdef01234567",
    )  # fmt: skip


PUBLICATION_FAULTS = [
    ("an address without its scheme", 'address = "example.org"', "publication.address"),
    ("a telephone number below the e-mail address", 'contact = "a@b.no\\n55 55 55 55"', "publication.contact"),
    ("a date that is none", 'reply_by = "snart"', "publication.reply_by"),
    ("yes in quotes", 'approval = "yes"', "publication.approval"),
    ("a key that there is none of", "approve = true", "publication.approve"),
]


@pytest.mark.parametrize(("what", "line", "key"), PUBLICATION_FAULTS)
def test_faults_of_what_is_published_are_told(folder: Path, what: str, line: str, key: str) -> None:
    """Whoever publishes learns before anybody gets a letter."""
    write(folder, f"[publication]\n{line}\n")
    (fault,) = faults_of(folder)
    assert f"{key}:" in str(fault), what


def test_who_answers_for_what_is_published_makes_no_new_run(folder: Path) -> None:
    """A letter's contact can be set right without a run that nobody has read."""
    before = plain(load_settings(folder))
    write(folder, '[publication]\ncontact = "post@example.org"\n')
    assert plain(load_settings(folder)) == before


NOT_A_FAULT = [
    ("an empty file states nothing", ""),
    ("a whole number will do where a number may have decimals", "[consultation]\ngranularity = 1\n"),
    ("a plain title is in the main language", '[consultation]\ntitle = "Høyring"\nlanguages = ["nn"]\n'),
    ("the framework's own file may be named", '[consultation]\nframework = "framework.toml"\n'),
    ("a date may be written with or without quotes", '[[event]]\nid = "a"\ninputs = ["*"]\ndate = "2026-02-12"\n'),
    ("an event need have no date yet", '[[event]]\nid = "a"\ninputs = ["*"]\n'),
    ("a pattern may match nothing: its files may come later", '[[voice]]\nvoice = "individual"\ninputs = ["none*"]\n'),
    ("dots in a file name lead nowhere", '[[voice]]\nvoice = "individual"\ninputs = ["a..b/*", "...txt"]\n'),
]


@pytest.mark.parametrize(("why", "text"), NOT_A_FAULT, ids=[why for why, _ in NOT_A_FAULT])
def test_what_may_be_written_is_no_fault(why: str, text: str, folder: Path) -> None:
    """What is clear is read, however it is written."""
    write(folder, text)
    assert load_settings(folder).name == "hearing-1", why


def test_a_plain_title_is_in_the_first_output_language(folder: Path) -> None:
    """Whoever writes one title need not name its language."""
    write(folder, '[consultation]\ntitle = "Høyring"\nlanguages = ["nn", "en"]\n')
    assert load_settings(folder).title == {"nn": "Høyring"}


@pytest.mark.parametrize(("language", "output"), [("nn", "nn"), ("nb", "nb"), ("en", "en"), ("da", "nb"), ("sv", "nb")])
def test_the_default_output_language_is_the_framework_s_or_its_nearest(
    language: str, output: str, folder: Path
) -> None:
    """A Danish or Swedish plan is answered in bokmål until we have messages in its language."""
    path = folder / "framework.toml"
    path.write_text(FRAMEWORK.replace('"nb"', f'"{language}"'), encoding="utf-8")
    assert load_settings(folder).languages == (output,)


def test_the_output_languages_are_those_with_a_message_catalogue() -> None:
    """Settings allow exactly what can be written out."""
    assert set(OUTPUT_LANGUAGES) == {path.parent.name for path in (ROOT / "consult" / "locales").glob("*/answer.ftl")}


def test_patterns_are_compared_in_composed_form(folder: Path) -> None:
    """An ø or å that an editor wrote as two code points must still match."""
    write(folder, '[[voice]]\nvoice = "group_note"\ninputs = ["bla\u030a*"]\n')
    assert load_settings(folder).voices[0].inputs == ("blå*",)


def test_a_shipped_framework_is_chosen_by_its_id(folder: Path) -> None:
    """One line in consult.toml stands for a framework of one's own."""
    (folder / "framework.toml").unlink()
    write(folder, '[consultation]\nframework = "se-2023-2025"\n')
    assert load_settings(folder).framework.framework_id == "se-2023-2025"


def test_a_framework_may_lie_beside_the_consultation(folder: Path) -> None:
    """Several consultations on one plan share its file."""
    (folder / "framework.toml").rename(folder.parent / "plan.toml")
    write(folder, '[consultation]\nframework = "../plan.toml"\n')
    assert load_settings(folder).framework.framework_id == "plan"


def test_the_constructed_consultation_is_in_order() -> None:
    """What we ship as an example loads, with both meetings and each kind of voice."""
    settings = load_settings(ROOT / "corpora" / "ogp-norge-2026")
    assert [event.date for event in settings.events] == ["2026-02-12", "2026-03-19", ""]
    assert {rule.voice for rule in settings.voices} == {"group_note", "organisation", "individual"}


@pytest.mark.parametrize("rules", ["events", "voices", "forms"])
def test_every_pattern_of_the_constructed_consultation_matches_a_file(rules: str) -> None:
    """A pattern of ours that matches nothing is a slip."""
    settings = load_settings(ROOT / "corpora" / "ogp-norge-2026")
    for rule in getattr(settings, rules):
        for pattern in rule.inputs:
            assert list(settings.inputs.glob(pattern)), pattern


EVENT = '[[event]]\nid = "a"\ninputs = ["*"]\n'
FAULTS = [
    ('[consultation]\nmodel = "owner/name"\n', "consultation.model", "owner/name@40 hex digits"),
    ('[consultation]\nmodel = "owner/name@main"\n', "consultation.model", "owner/name@40 hex digits"),
    ('title = "T"\n', "title", "write [consultation] above it"),
    ('[consultation]\ntitel = "T"\n', "consultation.titel", "did you mean title?"),
    ("[consultation]\ntitle = 3\n", "consultation.title", "texts by language"),
    ('[consultation]\ntitle.no = "T"\n', "consultation.title.no", "unknown language"),
    ("[events]\n", "events", "did you mean event?"),
    ("[event]\n", "event", "[[event]]"),
    ('[consultation]\nlanguages = ["no"]\n', "consultation.languages", "no output language 'no'"),
    ('[consultation]\nlanguages = ["sv"]\n', "consultation.languages", "no output language 'sv'"),
    ('[consultation]\nlanguages = ["nn", "nn"]\n', "consultation.languages", "twice"),
    ('[consultation]\nlanguages = "nn"\n', "consultation.languages", "list of texts"),
    ("[consultation]\nlanguages = []\n", "consultation.languages", "empty"),
    ('[consultation]\ngrouping = "densty"\n', "consultation.grouping", "unknown value 'densty'"),
    ('[consultation]\ngranularity = "fine"\n', "consultation.granularity", "must be a number"),
    ("[consultation]\ngranularity = nan\n", "consultation.granularity", "must be a number"),
    ("[consultation]\nseed = -1\n", "consultation.seed", "whole number"),
    ('[consultation]\nmodel = ""\n', "consultation.model", "is empty"),
    ('[consultation]\nframework = ""\n', "consultation.framework", "is empty"),
    ('[[event]]\ninputs = ["*"]\n', "event[1].id", "is missing"),
    ('[[event]]\nid = "a"\n', "event[1].inputs", "is missing or empty"),
    (EVENT + EVENT, "event[2].id", "stands twice"),
    (EVENT + 'date = "12.02.2026"\n', "event[1].date", "2026-02-12"),
    (EVENT + "date = 2026-02-12T10:00:00\n", "event[1].date", "is not a date"),
    (EVENT.replace('"*"', '"a\\\\b"'), "event[1].inputs", "write / between folders"),
    (EVENT.replace('"*"', '"/etc/*"'), "event[1].inputs", "leads out of inputs/"),
    (EVENT.replace('"*"', '"../x"'), "event[1].inputs", "leads out of inputs/"),
    ('[[voice]]\nvoice = "organization"\ninputs = ["*"]\n', "voice[1].voice", "did you mean organisation?"),
    ('[[voice]]\ninputs = ["*"]\n', "voice[1].voice", "is missing"),
    ('[[voice]]\nvoice = "individual"\n', "voice[1].inputs", "is missing or empty"),
    ('[[form]]\nanswers = ["a"]\n', "form[1].inputs", "is missing or empty"),
    ('[[form]]\ninputs = ["*"]\nanswers = "a"\n', "form[1].answers", "list of texts"),
    ('[[form]]\ninputs = ["*"]\nquestions = ["a"]\n', "form[1].questions", "table of texts"),
    ('[[form]]\ninputs = ["*"]\nanswer = ["a"]\n', "form[1].answer", "did you mean answers?"),
    ("[consultation\n", "", "not valid TOML"),
]


@pytest.mark.parametrize(("text", "key", "said"), FAULTS)
def test_each_fault_names_file_and_key(text: str, key: str, said: str, folder: Path) -> None:
    """One thing wrong gives one fault that names consult.toml, the key and what to write."""
    write(folder, text)
    faults = faults_of(folder)
    assert [(fault.file, fault.key) for fault in faults] == [(str(folder / "consult.toml"), key)]
    assert said in faults[0].fault


def test_all_faults_of_both_files_come_at_once(folder: Path) -> None:
    """Nobody should have to run five times to find five slips."""
    write(folder, '[consultation]\nlanguages = ["xx"]\n' + EVENT + "date = 1\n" + '[[voice]]\nvoice = "x"\n')
    (folder / "framework.toml").write_text(FRAMEWORK.replace('id = "1"', 'ID = "1"'), encoding="utf-8")
    faults = faults_of(folder)
    assert {(Path(fault.file).name, fault.key) for fault in faults} == {
        ("framework.toml", "commitment[1].ID"),
        ("framework.toml", "commitment[1].id"),
        ("consult.toml", "consultation.languages"),
        ("consult.toml", "event[1].date"),
        ("consult.toml", "voice[1].voice"),
        ("consult.toml", "voice[1].inputs"),
    }


@pytest.mark.parametrize("framework", ['framework = "nope"\n', ""])
def test_a_file_that_does_not_parse_hides_no_fault_and_makes_none(framework: str, tmp_path: Path) -> None:
    """The framework may be named where consult.toml could not be read, so none is said to be missing."""
    (tmp_path / "inputs").mkdir()
    write(tmp_path, f'[consultation]\n{framework}[[event]]\nid = "a"\ndate = 2026-02-30\n')
    (fault,) = faults_of(tmp_path)
    assert (Path(fault.file).name, fault.key) == ("consult.toml", "")
    assert f"line {5 if framework else 4}" in fault.fault


def test_the_framework_is_checked_beside_a_file_that_does_not_parse(folder: Path) -> None:
    """A framework.toml that is there is read, whatever ails consult.toml: all faults come at once."""
    write(folder, "[consultation\n")
    (folder / "framework.toml").write_text(FRAMEWORK.replace('id = "1"', 'ID = "1"'), encoding="utf-8")
    assert {Path(fault.file).name for fault in faults_of(folder)} == {"consult.toml", "framework.toml"}


def test_a_missing_folder_says_how_to_make_one(tmp_path: Path) -> None:
    """A misspelt path is one fault, not a list of all that it lacks."""
    (fault,) = faults_of(tmp_path / "nowhere")
    assert "consult new" in fault.fault


def test_missing_inputs_and_framework_say_what_to_do(tmp_path: Path) -> None:
    """An empty folder is told both things that it needs, and which frameworks come with consult."""
    inputs, framework = faults_of(tmp_path)
    assert (inputs.file, framework.file) == (str(tmp_path / "inputs"), str(tmp_path / "framework.toml"))
    assert "put the notes" in inputs.fault
    assert "no-2024-2027" in framework.fault


@pytest.mark.parametrize(
    ("name", "said"), [("no-2024-2072", "did you mean no-2024-2027?"), ("p.toml", "no file p.toml")]
)
def test_a_framework_that_is_not_there_is_told_with_what_is(name: str, said: str, folder: Path) -> None:
    """A misspelt id gets its nearest; a path says where it starts."""
    (folder / "framework.toml").unlink()
    write(folder, f'[consultation]\nframework = "{name}"\n')
    (fault,) = faults_of(folder)
    assert (fault.key, said in fault.fault) == ("consultation.framework", True)


def test_two_frameworks_are_one_too_many(folder: Path) -> None:
    """A framework.toml in the folder is never passed over in silence."""
    write(folder, '[consultation]\nframework = "se-2023-2025"\n')
    (fault,) = faults_of(folder)
    assert "remove one of the two" in fault.fault


def test_a_fault_of_a_shared_framework_names_that_file(folder: Path) -> None:
    """The file to mend is the one that the fault names."""
    (folder / "framework.toml").rename(folder.parent / "plan.toml")
    (folder.parent / "plan.toml").write_text(FRAMEWORK + "colour = 1\n", encoding="utf-8")
    write(folder, '[consultation]\nframework = "../plan.toml"\n')
    (fault,) = faults_of(folder)
    assert (Path(fault.file).name, fault.key) == ("plan.toml", "commitment[1].colour")


def test_each_key_is_documented() -> None:
    """docs/settings.md has a row for every key of every table, and none for a key that is not."""
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    for table, keys in {**KEYS, "framework": FRAMEWORK_KEYS, "commitment": TARGET_KEYS}.items():
        section = re.search(rf"^### `\[+{table}\]+`.*?(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
        assert section, table
        assert re.findall(r"^\| `(\w+)`", section[0], re.MULTILINE) == list(keys), table


def test_the_documented_example_is_in_order(folder: Path) -> None:
    """The whole consult.toml that docs/settings.md shows loads as it stands."""
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 2
    write(folder, examples[0])
    (folder / "framework.toml").write_text(examples[1], encoding="utf-8")
    assert load_settings(folder).events


def test_settings_have_no_key_without_a_field(folder: Path) -> None:
    """Sabotage twin: a key that the reader forgot would be refused by no test but this one."""
    write(folder, EVERYTHING)
    stated = set(re.findall(r"^(\w+)[ .]", EVERYTHING, re.MULTILINE))
    known = {key for keys in KEYS.values() for key in keys}
    assert known - stated == {"framework"}
    assert load_settings(folder).seed != module.DEFAULT_SEED
