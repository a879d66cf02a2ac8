"""Every error that consult raises on purpose.

    ConsultError
    ├── InputError       the user's files or settings are at fault; collected and shown together
    │   ├── SettingsError    consult.toml or framework.toml: file and key
    │   ├── UnreadableError  one input file: reason code and what to do next
    │   └── DecisionError    a decision or response that cannot be applied to what stands
    ├── ModelError       an encoder is missing, altered or gives something else than it should
    ├── LedgerError      the ledger is locked, damaged or of a newer version
    └── TraceError       an id that nothing bears

A message says what is wrong, where, and what to do next. It never contains contributors' text.
"""

from __future__ import annotations


class ConsultError(Exception):
    """The root: catch it to catch everything that consult raises on purpose."""


class InputError(ConsultError):
    """The user's input is at fault: exit code 2."""


class SettingsError(InputError):
    """A settings file breaks a rule: names the file and the key."""

    def __init__(self, file: str, key: str, fault: str) -> None:
        super().__init__(f"{file}: {key}: {fault}" if key else f"{file}: {fault}")
        self.file = file
        self.key = key
        self.fault = fault


class UnreadableError(InputError):
    """A file gives no text; `reason` is a word of `records.UNREADABLE`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class DecisionError(InputError):
    """A person's act names something that is not there, or would change nothing."""


class ModelError(ConsultError):
    """An encoder cannot be found, verified or used."""


class LedgerError(ConsultError):
    """The ledger is locked by another run, damaged, or written by a newer version."""


class TraceError(ConsultError):
    """No record bears the id that was asked for."""
