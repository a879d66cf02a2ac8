"""The table [writer]: off by default, no key in it, and no address that nobody has allowed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consult.errors import SettingsError
from consult.toml_file import TomlTable
from consult.writer_settings import KEYS, WriterSettings, faults, is_local, may_send, read_writer


def read(**values: Any) -> tuple[WriterSettings, list[str]]:
    """A table read, and the keys at fault."""
    found: list[SettingsError] = []
    settings = read_writer(TomlTable(values, keys=KEYS, file="consult.toml", at="writer", faults=found))
    return settings, [fault.key for fault in found]


def test_an_empty_table_changes_nothing() -> None:
    """The writer is off, and what stands are the defaults."""
    assert read() == (WriterSettings(), [])
    assert not WriterSettings().on


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"on": True}, "writer.model"),
        ({"address": "ftp://127.0.0.1"}, "writer.address"),
        ({"address": "http://example.org/v1"}, "writer.address"),
        ({"address": "http://me:pw@127.0.0.1/v1"}, "writer.address"),
        ({"key": "sk-1234"}, "writer.key"),
        ({"parallel": 0}, "writer.parallel"),
        ({"timeout": 0}, "writer.timeout"),
        ({"retries": -1}, "writer.retries"),
        ({"cost": 5}, "writer.cost"),
        ({"tasks": ["praise"]}, "writer.tasks"),
        ({"languages": ["fi"]}, "writer.languages"),
        ({"points": 0}, "writer.points"),
        ({"entailment": "owner/name"}, "writer.entailment"),
        ({"entailment": "owner/name@main"}, "writer.entailment"),
        ({"entailment": "no/such/folder"}, "writer.entailment"),
        ({"entailment_alone": True}, "writer.entailment_alone"),
        ({"colour": "red"}, "writer.colour"),
    ],
)
def test_faults_are_named(values: dict[str, Any], key: str) -> None:
    """Each with the key that it is about."""
    assert read(**values)[1] == [key]


def test_a_host_that_is_listed_may_be_sent_to() -> None:
    """Whatever case it is written in."""
    settings, wrong = read(address="https://Gateway.example.org/v1", allowed=["gateway.EXAMPLE.org"])

    assert wrong == []
    assert may_send(settings)
    assert not may_send(replace(settings, allowed=()))


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("192.0.2.1", False), ("", False),
     ("10.0.0.1", False), ("localhost.evil.org", False), ("127.0.0.1.evil.org", False)],
)  # fmt: skip
def test_this_machine(host: str, local: bool) -> None:
    """Loopback only."""
    assert is_local(host) is local


def test_a_limit_of_cost_with_prices_is_no_fault() -> None:
    """Either price will do."""
    assert faults(WriterSettings(cost=5, price_out=2.0)) == []


def test_an_entailment_model_is_a_folder_or_pinned(tmp_path: Path) -> None:
    """A name of the hub alone could be another model tomorrow."""
    assert read(entailment=str(tmp_path))[1] == []
    assert read(entailment=f"owner/name@{'0a' * 20}", entailment_alone=True)[1] == []
