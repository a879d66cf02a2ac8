"""Licences of everything that consult stands on: `python -m benchmarks.licences > docs/licences.md`.

In: the installed distributions, and what they say of themselves. Out: a table of all that `pip install consult` and its
extras bring, each with its licence and with what brings it. A licence that nobody has reviewed ends the script.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
EXTRAS = ("", "writer", "dev")
"""What is installed for whom, in the order in which a distribution is ascribed: users, with a writer, developers."""

WORDS = (
    (r"\bAGPL|Affero", "AGPL"),
    (r"(?<!A)LGPL|Lesser General Public", "LGPL"),
    (r"(?<![LA])GPL|GNU General Public", "GPL"),
    (r"\bMPL|Mozilla Public", "MPL-2.0"),
    (r"Apache", "Apache-2.0"),
    (r"\bMIT\b|MIT License", "MIT"),
    (r"0BSD", "0BSD"),
    (r"(?<!0)BSD", "BSD"),
    (r"\bISC\b", "ISC"),
    (r"Python Software Foundation|\bPSF|\bPython-2\.0|CNRI", "PSF"),
    (r"\bUnlicense|public domain|CC0", "public domain"),
    (r"\bOFL|Open Font", "OFL-1.1"),
    (r"\bZPL|Zope", "ZPL"),
    (r"\bHPND", "HPND"),
    (r"\bzlib", "Zlib"),
    (r"\bBSL-1|Boost", "BSL-1.0"),
)  # fmt: skip
"""What a distribution writes of its licence → the family that we reviewed."""

SHIPPABLE = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSL-1.0", "HPND", "ISC", "MIT", "MPL-2.0", "OFL-1.1", "PSF",
     "public domain", "ZPL", "Zlib", "LGPL"}
)  # fmt: skip
"""Families that users may be given: as libraries beside us, unchanged. MPL and LGPL are named in the table's head."""

FOR_TOOLS = SHIPPABLE | {"GPL"}
"""Families that developers may run: a witness in tests is not part of what we ship."""

NAMED = ("LGPL", "MPL-2.0", "GPL", "AGPL")

SAID_ELSEWHERE: Mapping[str, str] = {}
"""Distributions whose metadata say nothing, and what the licence file in them says."""


def brought(extra: str) -> dict[str, str]:
    """Distribution → what brings it, for all that `consult[extra]` installs here; not consult itself."""
    found: dict[str, str] = {}
    waiting = [("consult", extra)]
    done: set[tuple[str, str]] = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in done:
            continue
        done.add((name, wanted))
        for need, its_extras in _needs(name, wanted):
            found.setdefault(need, name)
            waiting += [(need, one) for one in ("", *its_extras)]
    return found


def _needs(name: str, extra: str) -> Iterator[tuple[str, set[str]]]:
    """(name, extras) of what a distribution needs here; what is not installed here is not needed here."""
    for text in _stated(name, extra):
        need = Requirement(text)
        if need.marker is None or need.marker.evaluate({"extra": extra}):
            try:
                metadata.distribution(need.name)
            except metadata.PackageNotFoundError:
                continue
            yield canonical(need.name), need.extras


def _stated(name: str, extra: str) -> list[str]:
    """Requirements of a distribution; our own as pyproject.toml states them now, not as they were installed once."""
    if name != "consult":
        return metadata.distribution(name).requires or []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]


def canonical(name: str) -> str:
    """A distribution's name as the registry compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def said(name: str) -> str:
    """What a distribution says of its licence: the SPDX expression, else its classifiers, else its first words."""
    about = metadata.metadata(name)
    classes = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    classes = [one for one in classes if one != "OSI Approved"]
    words = str(about.get("License") or "").strip().partition("\n")[0][:100]
    return str(about.get("License-Expression") or "; ".join(classes) or words or SAID_ELSEWHERE.get(name, ""))


def families(name: str) -> tuple[str, ...]:
    """The families of a distribution's licence, sorted; none where it is not known."""
    text = said(name)
    return tuple(sorted({family for pattern, family in WORDS if re.search(pattern, text, re.IGNORECASE)}))


def for_whom() -> dict[str, str]:
    """Distribution → the first of `EXTRAS` that brings it."""
    found: dict[str, str] = {}
    for extra in EXTRAS:
        for name in brought(extra):
            found.setdefault(name, extra)
    return found


def faults(whose: Mapping[str, str]) -> Iterator[str]:
    """Distributions whose licence is not known, or not one for those who get them."""
    for name, extra in sorted(whose.items()):
        allowed, held = FOR_TOOLS if extra == "dev" else SHIPPABLE, families(name)
        if not held:
            yield f"{name}: no licence that we know ({said(name)!r}); read its licence file, and add it"
        elif not set(held) & allowed or ("GPL" in held and extra != "dev"):
            yield f"{name}: {said(name)}: not for those who get it"


def table(whose: Mapping[str, str]) -> str:
    """The page docs/licences.md."""
    rows = [
        f"| {name} | {said(name)} | {', '.join(families(name))} | {extra or 'everyone'} |"
        for name, extra in sorted(whose.items())
    ]
    named = [
        f"- {family}: " + (", ".join(sorted(name for name in whose if family in families(name))) or "none")
        for family in NAMED
    ]
    return "\n".join(
        [HEAD, *named, "", "| distribution | as it says itself | family | for |", "|---|---|---|---|", *rows]
    )


HEAD = """# Licences of what consult stands on

Made by `python -m benchmarks.licences > docs/licences.md`; a test holds it to what is installed. Versions stand in
`constraints.txt`. `for` says who gets it: everyone, those who let a writer draft (`consult[writer]`), or developers
alone (`consult[dev]`). Models and word data are told in `models/`.

Licences that ask for more than a notice:
"""


def main() -> None:
    """Print the page, or what is wrong."""
    whose = for_whom()
    wrong = list(faults(whose))
    if wrong:
        sys.exit("\n".join(wrong))
    sys.stdout.write(table(whose) + "\n")


if __name__ == "__main__":
    main()
