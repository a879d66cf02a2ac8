"""A new consultation: the names that must work, those that must not, and that nothing is ever overwritten."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from consult.errors import InputError, SettingsError
from consult.framework import shipped_frameworks
from consult.new import FRAMEWORK, SETTINGS, new_consultation
from consult.settings import KEYS, load_settings

GOOD_NAMES = [
    ("plain", "midterm-2026"),
    ("Norwegian letters are letters", "høyring-ål"),
    ("a space between words, as people name folders", "Møte 1 i haust"),
    ("points between digits", "2026.02.12"),
    ("one letter", "a"),
    ("a device's name with something before it", "my-con"),
]
BAD_NAMES = [
    "",
    " ",
    ".",
    "..",
    ".hidden",
    "-option",
    "trailing.",
    "trailing ",
    "a/b",
    "a\\b",
    "a:b",
    "a*b",
    'a"b',
    "a\nb",
    "a\x00b",
    "con",
    "NUL.txt",
    "x" * 81,
]


@pytest.mark.parametrize(("why", "name"), GOOD_NAMES, ids=[why for why, _ in GOOD_NAMES])
def test_ordinary_names_are_taken_as_they_are(why: str, name: str, tmp_path: Path) -> None:
    """The folder bears the name that was given."""
    assert new_consultation(name, tmp_path, None) == tmp_path / name, why
    assert (tmp_path / name / "inputs").is_dir()


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_no_folder_can_bear_is_refused(name: str, tmp_path: Path) -> None:
    """The message says what a name may hold, and nothing is made."""
    with pytest.raises(InputError, match="name"):
        new_consultation(name, tmp_path, None)
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_two_code_points_is_composed(tmp_path: Path) -> None:
    """A name typed on a Mac makes the same folder as one typed elsewhere."""
    home = new_consultation(unicodedata.normalize("NFD", "høyring-å"), tmp_path, None)
    assert home.name == "høyring-å"


def test_missing_folders_above_are_made(tmp_path: Path) -> None:
    """`corpora/` need not be there the first time."""
    assert new_consultation("a", tmp_path / "x" / "corpora", None).is_dir()


@pytest.mark.parametrize("framework", shipped_frameworks())
def test_with_a_shipped_framework_it_loads_at_once(framework: str, tmp_path: Path) -> None:
    """Nothing need be filled in before the first run."""
    settings = load_settings(new_consultation("a", tmp_path, framework))
    assert settings.framework.framework_id == framework
    assert settings.name == "a"


def test_nothing_lies_in_inputs(tmp_path: Path) -> None:
    """Each file in inputs/ is somebody's contribution, so that ours stands beside it."""
    home = new_consultation("a", tmp_path, None)
    assert list((home / "inputs").iterdir()) == []
    assert "inputs/" in (home / "README.md").read_text(encoding="utf-8")


def test_the_template_says_what_it_lacks(tmp_path: Path) -> None:
    """A run on an unfilled template has one fault: no commitment."""
    home = new_consultation("Møte 1", tmp_path, None)
    with pytest.raises(ExceptionGroup) as caught:
        load_settings(home)
    (fault,) = caught.value.exceptions
    assert isinstance(fault, SettingsError)
    assert "[[commitment]]" in fault.fault


def test_the_template_loads_when_its_comments_are_lifted(tmp_path: Path) -> None:
    """Every example in the two templates is right as it stands."""
    home = new_consultation("a", tmp_path, None)
    for file in ("framework.toml", "consult.toml"):
        path = home / file
        text = re.sub(r"^# (?=\[|\w+(\.\w+)? = )", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    settings = load_settings(home)
    assert [target.target_id for target in settings.framework.targets] == ["1", "T1"]
    assert settings.events
    assert settings.voices
    assert settings.forms


def test_the_template_of_settings_states_nothing(tmp_path: Path) -> None:
    """As long as nothing is lifted, all defaults hold."""
    home = new_consultation("a", tmp_path, "no-2024-2027")
    before = load_settings(home)
    (home / "consult.toml").unlink()
    assert load_settings(home) == before


def test_the_template_names_every_table() -> None:
    """Whoever reads only the template meets each table of consult.toml."""
    assert set(re.findall(r"^# \[+(\w+)\]+", SETTINGS, re.MULTILINE)) == set(KEYS)
    assert set(re.findall(r"^# \[\[(\w+)\]\]", FRAMEWORK, re.MULTILINE)) == {"commitment", "new_topic"}


def test_a_framework_of_one_s_own_is_copied(tmp_path: Path) -> None:
    """A path works as an id does, and the copy has no byte-order mark."""
    plan = tmp_path / "plan.toml"
    plan.write_text('[framework]\nid = "p"\nlanguage = "nn"\n[[new_topic]]\nid = "1"\ntitle = "T"\n', "utf-8-sig")
    home = new_consultation("a", tmp_path, str(plan))
    assert load_settings(home).framework.framework_id == "p"
    assert not (home / "framework.toml").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("framework", "said"), [("no-2024", "did you mean no-2024-2027"), ("p.toml", "no framework file")]
)
def test_a_framework_that_is_not_there_makes_nothing(framework: str, said: str, tmp_path: Path) -> None:
    """The message names what there is."""
    with pytest.raises(InputError, match=said):
        new_consultation("a", tmp_path, framework)
    assert list(tmp_path.iterdir()) == []


def test_a_framework_with_faults_makes_nothing(tmp_path: Path) -> None:
    """Its faults come at once, before anything is copied."""
    (tmp_path / "plan.toml").write_text("[framework]\n", encoding="utf-8")
    with pytest.raises(ExceptionGroup):
        new_consultation("a", tmp_path, str(tmp_path / "plan.toml"))
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("there", ["framework.toml", "consult.toml", "README.md"])
def test_nothing_is_overwritten(there: str, tmp_path: Path) -> None:
    """Whatever of it is there already stays as it is, and nothing is put beside it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / there).write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=there):
        new_consultation("a", tmp_path, "no-2024-2027")
    assert [path.name for path in (tmp_path / "a").iterdir()] == [there]
    assert (tmp_path / "a" / there).read_text(encoding="utf-8") == "mine"


def test_notes_that_are_there_already_stay(tmp_path: Path) -> None:
    """Whoever put the notes in place first need not move them."""
    (tmp_path / "a" / "inputs").mkdir(parents=True)
    (tmp_path / "a" / "inputs" / "note.txt").write_text("Meir innsyn.", encoding="utf-8")
    home = new_consultation("a", tmp_path, "no-2024-2027")
    assert [path.name for path in load_settings(home).inputs.iterdir()] == ["note.txt"]


@pytest.mark.parametrize("place", ["a", "a/inputs"])
def test_a_file_in_the_folder_s_place_is_told(place: str, tmp_path: Path) -> None:
    """A file of that name is no folder to write in."""
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="is a file"):
        new_consultation("a", tmp_path, None)


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    """Somebody who made the folder first need not remove it."""
    (tmp_path / "a").mkdir()
    assert (new_consultation("a", tmp_path, None) / "inputs").is_dir()
