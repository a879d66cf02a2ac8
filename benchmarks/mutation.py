"""How many small faults in laws, chains, seals and redaction the tests notice: `python -m benchmarks.mutation`.

Mutants are made from the syntax tree (a comparison turned, a number moved, `and` for `or`, a condition negated, a
statement or an argument of text dropped), drawn with a seed, and each is judged by the module's own test file in a
forked child that has every library imported. mutmut copies the project and runs it whole, minutes a mutant here.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parents[1]
HEAVY = ("pytest", "numpy", "scipy.sparse", "sklearn.cluster", "spacy", "lxml.etree", "jinja2", "typer")
"""Imported once, before children are forked; nothing of consult, so that each child imports its mutant."""

PATIENCE, SECONDS = 6, 60
"""A mutant that loops is killed, and counts as noticed: after so many times what the tests take without a mutant, and
no sooner than after so many seconds, for a busy machine is no fault of a mutant's."""

UNITS = "privacy_names or found or has_one_number or order_changes or known_is_not or signs or special_categories"
"""Tests of `consult.read.privacy` that need no whole run."""

TESTS = {
    "consult.laws": ("tests/test_laws.py", "tests/test_check.py"),
    "consult.chain": ("tests/test_chain.py",),
    "consult.seals": ("tests/test_seals.py", "tests/test_ledger.py"),
    "consult.manifest": ("tests/test_manifest.py",),
    "consult.read.privacy": ("tests/test_privacy_names.py", "tests/test_privacy.py", "-k", UNITS),
    "consult.read.redaction": ("tests/test_redaction.py",),
    "consult.read.numbers": ("tests/test_numbers.py",),
    "consult.read.contacts": ("tests/test_contacts.py",),
    "consult.read.addresses": ("tests/test_addresses.py",),
    "consult.read.sensitive": ("tests/test_sensitive.py",),
    "consult.answer.privacy": ("tests/test_answer_privacy.py",),
    "consult.publish.public": ("tests/test_public_view.py",),
    "consult.publish.leaks": ("tests/test_leaks.py",),
    "consult.publish.cells": ("tests/test_cells.py",),
    "consult.publish.recount": ("tests/test_recount.py",),
    "consult.erase": ("tests/test_erase.py",),
    "consult.residue": ("tests/test_residue.py",),
    "consult.read.withdrawn": ("tests/test_withdrawn.py",),
    "consult.deletion": ("tests/test_deletion.py",),
    "consult.swap": ("tests/test_swap.py",),
    "consult.answer.gate.numerals": ("tests/gate",),
    "consult.answer.gate.polarity": ("tests/gate",),
}
"""Module → what has to notice a fault in it."""

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def places(tree: ast.Module) -> list[tuple[int, str]]:
    """(number of the node in walking order, what is done to it) of every mutant; words for people are left alone."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    told |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    told |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.arg) for part in ast.walk(node)}
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in told:
            continue
        if isinstance(node, ast.Compare):
            found.append((number, "turn"))
        elif isinstance(node, ast.BoolOp):
            found.append((number, "and-or"))
        elif isinstance(node, (ast.If, ast.IfExp)):
            found.append((number, "negate"))
        elif isinstance(node, ast.Constant) and type(node.value) is int:
            found.append((number, "move"))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub, ast.BitOr, ast.BitAnd)):
            found.append((number, "operate"))
        elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
            found.append((number, "drop"))
    return found


def mutated(tree: ast.Module, number: int, how: str) -> str:
    """Change one node in place; what was done, for people."""
    node = list(ast.walk(tree))[number]
    if isinstance(node, ast.Compare):
        node.ops[0] = TURNED[type(node.ops[0])]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, (ast.If, ast.IfExp)):
        node.test = ast.UnaryOp(op=ast.Not(), operand=node.test)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
    elif isinstance(node, ast.BinOp):
        pairs = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
        node.op = pairs[type(node.op)]()
    elif isinstance(node, ast.Expr):
        node.value = ast.Constant(value=None)
    ast.fix_missing_locations(tree)
    return f"line {getattr(node, 'lineno', 0)}: {how}: {ast.unparse(node).splitlines()[0][:70]}"


def sample(module: str, count: int, seed: int) -> list[tuple[int, str]]:
    """So many mutants of a module, the same for the same seed."""
    found = places(ast.parse(source_of(module)))
    return random.Random(f"{seed} {module}").sample(found, min(count, len(found)))  # noqa: S311 - to try, not to hide


def place_of(module: str) -> Path:
    """A module's file."""
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def source_of(module: str) -> str:
    """A module's text."""
    return place_of(module).read_text(encoding="utf-8")


def noticed(module: str, mutant: tuple[int, str] | None, seconds: float = 3600.0) -> tuple[bool, str]:
    """Whether the tests fail with a mutant (none: with the module as it is), and what it is. seconds: the most."""
    tree = ast.parse(source_of(module))
    what = mutated(tree, *mutant) if mutant else "untouched"
    child = os.fork()
    if child == 0:
        os.setsid()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os._exit(_judge(module, tree))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) != 0, what
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True, what


def _judge(name: str, tree: ast.Module) -> int:
    """Let whoever imports the module get the mutant, and run its tests."""
    import pytest

    place, plainly = str(place_of(name)), SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        if loader.get_filename(fullname) == place:
            return compile(tree, place, "exec")
        return plainly(loader, fullname)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "--no-header", *TESTS[name]]))


def table(results: dict[str, list[tuple[bool, str]]]) -> Iterator[str]:
    """Markdown: a row a module, and the mutants that nothing noticed."""
    yield "| module | mutants | noticed | share |\n|---|---|---|---|"
    every = [one for found in results.values() for one in found]
    for name, found in {**results, "**all**": every}.items():
        killed = sum(one for one, _ in found)
        yield f"| {name} | {len(found)} | {killed} | {killed / max(len(found), 1):.2f} |"
    yield "\nNot noticed:\n"
    yield from (f"- `{name}` {what}" for name, found in results.items() for killed, what in found if not killed)


def main() -> None:
    """Print the table."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--each", type=int, default=17, help="mutants a module")
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--only", default="", help="part of a module's name")
    given = wanted.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    for heavy in HEAVY:
        importlib.import_module(heavy)
    results: dict[str, list[tuple[bool, str]]] = {}
    for module in [name for name in TESTS if given.only in name]:
        begun = time.monotonic()
        if noticed(module, None)[0]:
            sys.exit(f"{module}: its tests fail without any mutant")
        seconds = max(SECONDS, PATIENCE * (time.monotonic() - begun))
        results[module] = []
        for mutant in sample(module, given.each, given.seed):
            results[module].append(noticed(module, mutant, seconds))
            sys.stderr.write(f"{module} {results[module][-1]}\n")
    sys.stdout.write("\n".join(table(results)) + "\n")


if __name__ == "__main__":
    main()
