"""The client, against a server on loopback that misbehaves in every way we could think of."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from consult.answer.prompts import render
from consult.answer.server import TOO_MUCH, Answer, Server, ServerError, parsed, request
from consult.errors import InputError
from consult.writer_settings import WriterSettings
from tests.lying_server import completion, lying_server, quoting
from tests.test_prompts import INPUTS

PROMPT = render("conclusions", INPUTS)
SETTINGS = WriterSettings(on=True, model="liar", timeout=1.0, retries=1)


def asked(reply: Any, **more: Any) -> tuple[Answer, list[dict[str, Any]], list[dict[str, str]]]:
    """One question to a server that answers so: the answer, what it was asked, and with which headers."""
    with lying_server(reply) as liar:
        server = Server(replace(SETTINGS, address=liar.address, **more))
        try:
            return server.ask(PROMPT), liar.asked, liar.headers
        finally:
            server.close()


def test_a_right_answer_comes_through() -> None:
    """The request asks for the schema, at temperature 0 with a seed; the answer is JSON of that schema."""
    answer, bodies, _ = asked(quoting)

    assert parsed(answer, PROMPT.schema)["sentences"][0]["passages"] == ["p-1"]
    assert (answer.tokens_in, answer.tokens_out) == (100, 20)
    assert bodies == [request(PROMPT, replace(SETTINGS, address="http://127.0.0.1/v1"))]
    assert bodies[0]["temperature"] == 0
    assert bodies[0]["response_format"]["json_schema"]["schema"] == PROMPT.asked


@pytest.mark.parametrize(
    ("mishap", "why", "requests"),
    [
        ("busy", "busy", 2),
        ("broken server", "busy", 2),
        ("stall", "slow", 2),
        ("trickle", "slow", 2),
        ("cut off", "gone", 2),
        ("not http", "gone", 2),
        ("redirect", "refused", 1),
        ("no choices", "broken", 1),
    ],
)
def test_a_server_that_fails_is_given_up(mishap: str, why: str, requests: int) -> None:
    """After the tries that settings allow, in bounded time, with a reason; a redirect is never followed."""
    begun = time.monotonic()
    with lying_server(lambda *_: mishap) as liar:
        server = Server(replace(SETTINGS, address=liar.address))
        with pytest.raises(ServerError) as error:
            server.ask(PROMPT)
        server.close()

    assert error.value.why == why
    assert len(liar.asked) == requests
    assert time.monotonic() - begun < 10


def body_of(**changes: Any) -> bytes:
    """A right completion with some of its parts changed."""
    return json.dumps(completion('{"sentences": []}') | changes).encode()


ANSWERED = {"role": "assistant", "content": '{"sentences": []}'}


@pytest.mark.parametrize(
    "body",
    [
        body_of(choices={"a": 1}),
        body_of(choices={}),
        body_of(choices="x"),
        body_of(choices=[{"a": 1}]),
        body_of(choices=[{"message": {"content": {"a": 1}}}]),
        body_of(choices=[{"message": {"content": "Kurset \ud800 held fram."}}]),
        b"[" * 200_000,
        b"[]",
        b'"x"',
        b"null",
        b"\xff\xfe",
        b"",
    ],
)
def test_a_body_that_is_no_completion_is_broken(body: bytes) -> None:
    """Whatever its shape and depth: a reason, no crash."""
    with pytest.raises(ServerError) as error:
        asked(lambda *_: body)
    assert error.value.why == "broken"


@pytest.mark.parametrize("count", ["many", 1e30, 2**31, 10**40, -5000, float("nan"), float("inf"), {"a": 1}, [7], None])
def test_a_count_that_is_none_counts_nothing(count: Any) -> None:
    """What a server says that an answer cost is no reason to lose the answer; the ledger stores what it can hold."""
    usage = {"prompt_tokens": count, "completion_tokens": 20, "total_tokens": 120}
    answer, _, _ = asked(lambda *_: body_of(usage=usage))
    assert (answer.tokens_in, answer.tokens_out) == (0, 20)


@pytest.mark.parametrize("usage", ["x", [], None, 7])
def test_an_answer_without_counts_is_an_answer(usage: Any) -> None:
    """Some servers count nothing."""
    answer, _, _ = asked(lambda *_: body_of(usage=usage))
    assert (answer.tokens_in, answer.tokens_out) == (0, 0)


@pytest.mark.parametrize("finish", [None, 7, "stop\ud800", {"a": 1}])
def test_how_an_answer_ended_is_a_word_or_nothing(finish: Any) -> None:
    """What is no word is not stored."""
    answer, _, _ = asked(lambda *_: body_of(choices=[{"index": 0, "message": ANSWERED, "finish_reason": finish}]))
    assert answer.finish == ""


def test_a_server_that_recovers_is_asked_again() -> None:
    """Busy once, then right."""
    answer, bodies, _ = asked(lambda body, before: "busy" if before == 0 else quoting(body))

    assert parsed(answer, PROMPT.schema)
    assert len(bodies) == 2


def test_a_server_that_is_not_there() -> None:
    """Nobody listens: gone."""
    server = Server(replace(SETTINGS, address="http://127.0.0.1:9/v1", retries=0))
    with pytest.raises(ServerError, match="gone"):
        server.ask(PROMPT)
    server.close()


def test_a_server_without_schemas_is_asked_in_plain_words() -> None:
    """Schema, then a JSON object, then text: what the server refuses with 400 is not asked again."""

    def plain(body: dict[str, Any], _: int) -> Any:
        return "refuse formats" if "response_format" in body else quoting(body)

    answer, bodies, _ = asked(plain)

    assert parsed(answer, PROMPT.schema)
    assert [body.get("response_format", {}).get("type", "text") for body in bodies] == [
        "json_schema",
        "json_object",
        "text",
    ]


def test_a_request_that_is_too_long_costs_no_other_its_schema() -> None:
    """Refused in every format it is refused; the next one is asked with the schema again."""

    def short(body: dict[str, Any], before: int) -> Any:
        return "too long" if before < 3 else quoting(body)

    with lying_server(short) as liar:
        server = Server(replace(SETTINGS, address=liar.address))
        with pytest.raises(ServerError) as error:
            server.ask(PROMPT)
        assert (error.value.why, error.value.detail) == ("refused", TOO_MUCH)
        assert parsed(server.ask(PROMPT), PROMPT.schema)
        server.close()

    assert [body.get("response_format", {}).get("type", "text") for body in liar.asked] == [
        "json_schema", "json_object", "text", "json_schema",
    ]  # fmt: skip


def test_what_a_server_does_not_know_is_asked_for_once() -> None:
    """A format that it refuses, and answers without, is not tried with the next request."""

    def plain(body: dict[str, Any], _: int) -> Any:
        return "refuse formats" if "response_format" in body else quoting(body)

    with lying_server(plain) as liar:
        server = Server(replace(SETTINGS, address=liar.address))
        server.ask(PROMPT)
        server.ask(PROMPT)
        server.close()

    assert len(liar.asked) == 4


@pytest.mark.parametrize(
    ("text", "finish", "why"),
    [
        ("Here you are!", "stop", "broken"),
        ("", "stop", "broken"),
        ('{"sentences": [{"point": "k1", "text": "Eitt', "stop", "broken"),
        ('{"sentences": []}', "length", "cut"),
        ('{"sentences": [{"point": "k1"}]}', "stop", "broken"),
        ('{"sentences": [], "more": 1}', "stop", "broken"),
        ('{"sentences": [{"point": 1, "text": "x", "passages": []}]}', "stop", "broken"),
        ("[" * 100_000, "stop", "broken"),
        ('{"a":' * 20_000, "stop", "broken"),
        (r'{"sentences": [{"point": "k1", "text": "Kurset \ud800.", "passages": []}]}', "stop", "broken"),
        (r'{"sentences": [{"point": "k1", "text": "x", "passages": ["p-\udfff"]}]}', "stop", "broken"),
    ],
)
def test_what_is_no_answer_is_refused(text: str, finish: str, why: str) -> None:
    """Half, deep, other or no JSON."""
    with pytest.raises(ServerError) as error:
        parsed(Answer(text=text, finish=finish, tokens_in=0, tokens_out=0), PROMPT.schema)
    assert error.value.why == why


@pytest.mark.parametrize(
    "text",
    ['```json\n{"sentences": []}\n```', 'Sure! {"sentences": []} Enjoy.', '{"sentences": []}', ' {"sentences":[]}\n'],
)
def test_words_around_json_are_taken_off(text: str) -> None:
    """A fence or chat around the JSON is no fault of what it says."""
    assert parsed(Answer(text=text, finish="stop", tokens_in=0, tokens_out=0), PROMPT.schema) == {"sentences": []}


@pytest.mark.parametrize("address", ["http://example.org/v1", "http://10.0.0.1/v1", "http://127.0.0.1.example.org/v1"])
def test_nothing_is_sent_where_settings_do_not_allow(address: str) -> None:
    """Not even a client is made."""
    with pytest.raises(InputError, match="not allowed"):
        Server(replace(SETTINGS, address=address))
    Server(replace(SETTINGS, address=address, allowed=(address.split("/")[2],))).close()


def test_the_key_is_a_header_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes from the environment, goes into one header, and stands in no body and no record of settings."""
    monkeypatch.setenv("MY_KEY", "s3cr3t-value")
    _, bodies, headers = asked(quoting, key="MY_KEY")

    assert {key.lower(): value for key, value in headers[0].items()}["authorization"] == "Bearer s3cr3t-value"
    assert "s3cr3t" not in json.dumps(bodies)
    assert "s3cr3t" not in repr(replace(SETTINGS, key="MY_KEY"))


def test_a_key_that_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the variable is said, so that one knows which."""
    monkeypatch.delenv("MY_KEY", raising=False)
    with pytest.raises(InputError, match="MY_KEY"):
        Server(replace(SETTINGS, key="MY_KEY"))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(__import__("sys").modules, "openai", None)
    with pytest.raises(InputError, match=r"consult\[writer\]"):
        Server(SETTINGS)
