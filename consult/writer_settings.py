"""The table [writer] of consult.toml: which language model may word things, and what it may cost.

In: the table. Out: frozen settings; every fault noted. A key never stands in a file: `key` names the variable of
the environment that holds it. Nothing is sent to an address that is neither this machine nor listed in `allowed`.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from consult.toml_file import TomlTable, nearest

TASKS = ("conclusions", "title", "overview", "plain", "translate")
LANGUAGES = ("nn", "nb", "en")
KEYS = (
    "on", "address", "model", "allowed", "key", "timeout", "retries", "parallel", "tokens", "cost", "price_in",
    "price_out", "answer_tokens", "points", "languages", "tasks", "seed", "entailment", "entailment_alone",
)  # fmt: skip
LOCAL = ("localhost",)
OWN = "consult"
"""What `entailment` says for the model that comes with consult."""
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterSettings:
    """address: of the interface, up to and with `/v1`; allowed: hosts besides this machine; key: a variable's name.

    timeout: seconds for one answer; retries: of one request; tokens, cost: most for one drafting, 0 for no limit;
    price_in, price_out: for a million tokens; points: conclusions asked for at once, fewer for a small model, which
    loses the thread; languages: those to draft in, all output languages where empty. entailment: `consult` for the
    model that comes with it and decides with the rules what denies; empty for none; folder or `owner/name@COMMIT` of a
    model that judges support beside the local scorer, or in its place where entailment_alone.
    """

    on: bool = False
    address: str = "http://127.0.0.1:8080/v1"
    model: str = ""
    allowed: tuple[str, ...] = ()
    key: str = ""
    timeout: float = 60.0
    retries: int = 2
    parallel: int = 2
    tokens: int = 1_000_000
    cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0
    answer_tokens: int = 1500
    points: int = 12
    languages: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ("conclusions",)
    seed: int = 0
    entailment: str = OWN
    entailment_alone: bool = False

    @property
    def host(self) -> str:
        """The address's host, in small letters."""
        return (urlsplit(self.address).hostname or "").lower()


def read_writer(table: TomlTable) -> WriterSettings:
    """Read the table and note its faults."""
    plain = WriterSettings()
    found = WriterSettings(
        on=table.flag("on"),
        address=table.text("address", plain.address),
        model=table.text("model"),
        allowed=tuple(host.lower() for host in table.texts("allowed")),
        key=table.text("key"),
        timeout=table.number("timeout", plain.timeout),
        retries=table.whole("retries", plain.retries),
        parallel=table.whole("parallel", plain.parallel),
        tokens=table.whole("tokens", plain.tokens),
        cost=table.number("cost", plain.cost),
        price_in=table.number("price_in", plain.price_in),
        price_out=table.number("price_out", plain.price_out),
        answer_tokens=table.whole("answer_tokens", plain.answer_tokens),
        points=table.whole("points", plain.points),
        languages=_known(table, "languages", LANGUAGES),
        tasks=_known(table, "tasks", TASKS) or plain.tasks,
        seed=table.whole("seed", plain.seed),
        entailment=table.text("entailment", plain.entailment),
        entailment_alone=table.flag("entailment_alone"),
    )
    for key, fault in faults(found):
        table.fault(key, fault)
    return found


def faults(settings: WriterSettings) -> Sequence[tuple[str, str]]:
    """(key, what is wrong) for each fault that a value shows by itself."""
    found = []
    parts = urlsplit(settings.address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        found.append(("address", "must begin with http:// or https:// and name a host"))
    elif parts.username or parts.password:
        found.append(("address", "holds a user or password; name the variable that holds the key in `key`"))
    elif not may_send(settings):
        found.append(("address", f"{settings.host} is not allowed; list it in `allowed` if texts may be sent there"))
    if settings.on and not settings.model:
        found.append(("model", "must name the model that the server is to use"))
    if settings.key and not settings.key.isidentifier():
        found.append(("key", "must be the name of a variable of the environment, never the key itself"))
    if settings.cost and not (settings.price_in or settings.price_out):
        found.append(("cost", "needs price_in and price_out, for a million tokens"))
    found += entailment_faults(settings)
    least = {
        "timeout": 0.1,
        "retries": 0,
        "parallel": 1,
        "tokens": 0,
        "cost": 0,
        "price_in": 0,
        "price_out": 0,
        "answer_tokens": 1,
        "points": 1,
    }
    found += [(key, f"must be at least {low:g}") for key, low in least.items() if getattr(settings, key) < low]
    return found


def entailment_faults(settings: WriterSettings) -> Iterator[tuple[str, str]]:
    """The same of what judges support."""
    ours = settings.entailment in ("", OWN)
    if not ours and not PINNED.fullmatch(settings.entailment) and not is_folder(settings.entailment):
        yield (
            "entailment",
            f"must be {OWN!r}, a folder, or a model of the hub with its commit (owner/name@40 hex digits)",
        )
    if settings.entailment_alone and ours:
        yield "entailment_alone", "needs `entailment`: the model that is to judge in place of the local scorer"


def may_send(settings: WriterSettings) -> bool:
    """Whether texts may go to the address: this machine, or a host that is listed."""
    return settings.host in settings.allowed or is_local(settings.host)


def is_local(host: str) -> bool:
    """Whether a host is this machine.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("localhost"), is_local("localhost.example.org")
    (True, True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in LOCAL


def is_folder(model: str) -> bool:
    """Whether a model is named by its folder on this machine."""
    return Path(model).expanduser().is_dir()


def _known(table: TomlTable, key: str, known: Sequence[str]) -> tuple[str, ...]:
    stated = table.texts(key)
    for one in stated:
        if one not in known:
            table.fault(key, f"no {key.removesuffix('s')} {one!r}{nearest(one, known)}")
    return tuple(dict.fromkeys(one for one in stated if one in known))
