"""The documentation keeps its word: links lead somewhere, commands exist, every command is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from consult.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpora/*.md")])
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
LARGEST_PICTURE = 300_000  # bytes


def name_of(path: Path) -> str:
    """A page's path from the root, for the names of tests."""
    return path.relative_to(ROOT).as_posix()


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings give, as GitHub and most viewers make them."""
    headings = re.findall(r"^#+ +(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken_links(page: Path, text: str) -> list[str]:
    """Every link of a page that leads to no file, or to no heading of it."""
    found = []
    for _, _, address in LINK.findall(text):
        if re.match(r"[a-z]+:", address):
            continue
        place, _, anchor = address.partition("#")
        target = (page.parent / place).resolve() if place else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            found.append(address)
    return found


def commands() -> dict[str, str]:
    """Every command that the program has, groups and their members too → its help."""
    top = typer.main.get_command(app)
    assert isinstance(top, typer.core.TyperGroup)
    found = {}
    for name, command in top.commands.items():
        found[name] = command.help or ""
        for member, inner in getattr(command, "commands", {}).items():
            found[f"{name} {member}"] = inner.help or ""
    return found


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file of ours has the file, and the heading that it names."""
    assert broken_links(page, page.read_text(encoding="utf-8")) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    """Sabotage twin: a missing file and a missing heading are both noticed."""
    page = tmp_path / "a.md"
    page.write_text("# One\n[x](b.md) [y](#two) [z](#one) [w](https://example.org/none)\n", encoding="utf-8")
    assert broken_links(page, page.read_text(encoding="utf-8")) == ["b.md", "#two"]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_picture_says_in_words_what_it_shows(page: Path) -> None:
    """A reader who does not see the picture gets a sentence instead; and it is small enough to fetch."""
    for sign, words, address in LINK.findall(page.read_text(encoding="utf-8")):
        if sign:
            assert len(words.split()) >= 5, address
            assert (page.parent / address).stat().st_size <= LARGEST_PICTURE, address


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    """No page shows a command that the program does not have."""
    shown = re.findall(r"^(?:\.venv/bin/)?consult ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(shown) <= {name.split()[0] for name in commands()}


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_documented(name: str) -> None:
    """Each command stands in a page of docs/ or in README."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    first, _, member = name.partition(" ")
    assert re.search(rf"consult {first}\b", text)
    assert not member or re.search(rf"\b{member}\b", text)


@pytest.mark.parametrize("name", sorted(name for name in commands() if commands()[name] and name != "models"))
def test_every_command_has_an_example_in_its_help(name: str) -> None:
    """Whoever asks a command for help sees how it is used."""
    assert f"Example: consult {name}" in commands()[name]


def test_the_nynorsk_pages_follow_the_english_ones() -> None:
    """A page and its translation have the same headings, commands and pictures, in the same order."""
    pairs = (
        ("coordinator.md", "koordinator.md"),
        ("reviewer.md", "granskar.md"),
        ("review.md", "avgjer.md"),
        ("publish.md", "publisere.md"),
    )
    for english, nynorsk in pairs:
        ours = (ROOT / "docs" / english).read_text(encoding="utf-8")
        theirs = (ROOT / "docs" / "nn" / nynorsk).read_text(encoding="utf-8")
        for shape in (r"^(#+) ", r"pictures/(\w+)", r"^consult (\w+)"):
            assert re.findall(shape, theirs, re.MULTILINE) == re.findall(shape, ours, re.MULTILINE), shape


def test_no_page_is_without_a_way_to_it() -> None:
    """Each page in docs/ is linked from another one."""
    linked = {
        (page.parent / address.partition("#")[0]).resolve()
        for page in PAGES
        for _, _, address in LINK.findall(page.read_text(encoding="utf-8"))
    }
    lonely = [name_of(page) for page in PAGES if page.is_relative_to(ROOT / "docs") and page not in linked]
    assert [name for name in lonely if name != "docs/README.md" and "/decisions/" not in name] == []
