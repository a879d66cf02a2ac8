"""framework.toml: what is right stays as written, every fault is told at once, the shipped ones are in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from consult.errors import SettingsError
from consult.framework import load_framework, shipped_frameworks
from consult.shipped import shipped

RIGHT = """
[framework]
id = "plan-1"
language = "nn"
source = "Ein plan"

[[commitment]]
id = "1"
title.nn = "Innkjøp"
title.sv = "Inköp"
description.nn = "Kva fellesskapet kjøper."
status = "open"
keywords.nn = ["anbod", "kontrakt"]

[[new_topic]]
id = "T1"
title.nn = "Lobbyregister"
"""

PLANS = {
    "no-2024-2027": ("nn", 7, 6),
    "no-2019-2021": ("en", 8, 0),
    "se-2023-2025": ("sv", 4, 0),
    "dk-2023-2025": ("da", 3, 0),
    "no-digital-2024-2030": ("nb", 10, 0),
}
"""Each plan we ship: its language, its commitments (themes, priority areas) and its new topics."""


def write(folder: Path, text: str) -> Path:
    """Write a framework.toml and give its path."""
    path = folder / "framework.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(path: Path) -> list[SettingsError]:
    """Every fault that loading `path` reports."""
    with pytest.raises(ExceptionGroup) as caught:
        load_framework(path)
    return [fault for fault in caught.value.exceptions if isinstance(fault, SettingsError)]


def test_a_framework_in_order_comes_back_as_written(tmp_path: Path) -> None:
    """Commitments first, then new topics, each in the file's order, with all its languages."""
    framework = load_framework(write(tmp_path, RIGHT))
    assert (framework.framework_id, framework.language, framework.source) == ("plan-1", "nn", "Ein plan")
    commitment, topic = framework.targets
    assert (commitment.target_id, commitment.kind, commitment.status) == ("1", "commitment", "open")
    assert commitment.title == {"nn": "Innkjøp", "sv": "Inköp"}
    assert commitment.description == {"nn": "Kva fellesskapet kjøper."}
    assert commitment.keywords == {"nn": ("anbod", "kontrakt")}
    assert (topic.target_id, topic.kind, topic.description, topic.keywords) == ("T1", "new_topic", {}, {})


NOT_A_FAULT = [
    ("only new topics: a hearing on what a next plan should hold", RIGHT.replace("[[commitment]]", "[[new_topic]]")),
    ("no source: a plan need not be published", RIGHT.replace('source = "Ein plan"\n', "")),
    (
        "a plain title is in the framework's language",
        RIGHT.replace("title.nn = ", "title = ", 2).replace("\ntitle.sv", "\n#"),
    ),
    ("an id may hold letters, digits, points, - and _", RIGHT.replace('"1"', '"Tiltak_1.2-b"')),
    (
        "a title in another language than the framework's will do",
        RIGHT.replace('title.nn = "Lobby', 'title.en = "Lobby'),
    ),
]


@pytest.mark.parametrize(("why", "text"), NOT_A_FAULT, ids=[why for why, _ in NOT_A_FAULT])
def test_what_may_be_written_is_no_fault(why: str, text: str, tmp_path: Path) -> None:
    """What differs from the example but is clear is read."""
    assert len(load_framework(write(tmp_path, text)).targets) == 2, why


FAULTS = [
    (RIGHT.replace('id = "plan-1"\n', ""), "framework.id", "is missing"),
    (RIGHT.replace('language = "nn"', 'language = "no"'), "framework.language", "unknown value 'no'"),
    (RIGHT.replace('language = "nn"\n', ""), "framework.language", "is missing"),
    (RIGHT.replace('id = "1"\n', ""), "commitment[1].id", "is missing"),
    (RIGHT.replace('id = "1"', "id = 1"), "commitment[1].id", "text in quotes"),
    (RIGHT.replace('id = "1"', 'id = "new"'), "commitment[1].id", "reserved"),
    (RIGHT.replace('id = "1"', 'id = "a/b"'), "commitment[1].id", "letters"),
    (RIGHT.replace('id = "1"', 'id = "T1"'), "", "'T1' stands 2 times"),
    (RIGHT.replace('title.nn = "Lobbyregister"\n', ""), "new_topic[1].title", "is missing; write title.nn"),
    (RIGHT.replace("title.sv", "title.se"), "commitment[1].title.se", "unknown language"),
    (RIGHT.replace("description.nn", "descripton.nn"), "commitment[1].descripton", "did you mean description?"),
    (RIGHT.replace('["anbod", "kontrakt"]', '"anbod"'), "commitment[1].keywords.nn", "list of texts"),
    (RIGHT.replace("[[new_topic]]", "[[new_topics]]"), "new_topics", "did you mean new_topic?"),
    (RIGHT.replace("[[new_topic]]", "[new_topic]"), "new_topic", "[[new_topic]]"),
    (RIGHT.split("[[commitment]]", maxsplit=1)[0], "", "no [[commitment]] and no [[new_topic]]"),
    ("[framework\n", "", "not valid TOML"),
]


@pytest.mark.parametrize(("text", "key", "said"), FAULTS)
def test_each_fault_names_its_file_and_key(text: str, key: str, said: str, tmp_path: Path) -> None:
    """One thing wrong gives one fault, so that nobody hunts for a second."""
    path = write(tmp_path, text)
    faults = faults_of(path)
    assert [(fault.file, fault.key) for fault in faults] == [(str(path), key)]
    assert said in faults[0].fault


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """Four things wrong give four faults in one run."""
    text = RIGHT.replace('"nn"\nsource', '"no"\nsource').replace("description", "text").replace('"T1"', '"a b"')
    faults = faults_of(write(tmp_path, text.replace("Lobbyregister", "")))
    assert [fault.key for fault in faults] == [
        "framework.language",
        "commitment[1].text",
        "new_topic[1].id",
        "new_topic[1].title.nn",
    ]


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    """No crash, and no second fault about what the missing file lacks."""
    assert [fault.key for fault in faults_of(tmp_path / "no.toml")] == [""]


def test_we_ship_every_plan() -> None:
    """The frameworks that come with consult are those we promise, no more and no fewer."""
    assert shipped_frameworks() == tuple(sorted(PLANS))


@pytest.mark.parametrize("name", sorted(PLANS))
def test_a_shipped_framework_is_complete(name: str) -> None:
    """Its id is its file's name; every title and description stands in its own language and in nn, nb and en."""
    framework = load_framework(shipped("corpora", "frameworks", f"{name}.toml"))
    language, commitments, topics = PLANS[name]
    assert (framework.framework_id, framework.language) == (name, language)
    assert [target.kind for target in framework.targets] == ["commitment"] * commitments + ["new_topic"] * topics
    assert framework.source
    for target in framework.targets:
        for texts in (target.title, target.description, target.keywords):
            assert {"nn", "nb", "en", language} <= texts.keys(), target.target_id


@pytest.mark.parametrize("name", sorted(PLANS))
def test_a_shipped_framework_has_enough_to_match_on(name: str) -> None:
    """Two sentences or more of description, four keywords or more, no two titles alike."""
    framework = load_framework(shipped("corpora", "frameworks", f"{name}.toml"))
    for target in framework.targets:
        for code, text in target.description.items():
            assert text.count(".") >= 2, (target.target_id, code)
        for code, words in target.keywords.items():
            assert len(words) >= 4, (target.target_id, code)
            assert len(set(words)) == len(words), (target.target_id, code)
    for code in ("nn", "nb", "en"):
        titles = [target.title[code] for target in framework.targets]
        assert len(set(titles)) == len(titles)
