"""A server with the OpenAI-compatible interface: one question in, one answer out, or the reason why there is none.

In: settings and a prompt. Out: text as the server gave it, with what it cost. Nothing is sent to a host that the
settings do not allow; redirects are not followed, proxies and other settings of the environment are not used, and
the key goes into one header and nowhere else. Structure is asked for by schema; a server that
refuses that is asked for a JSON object, and one that refuses that too for text.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from consult.answer.prompts import Prompt
from consult.errors import ConsultError, InputError
from consult.writer_settings import WriterSettings, may_send

Why = Literal["gone", "slow", "busy", "refused", "broken", "cut", "limit"]
FORMATS = ("json_schema", "json_object", "text")
LONGEST_WAIT = 8.0  # seconds between two tries
TOO_MUCH = "400"  # what it says of one request, too long or otherwise wrong, and not of the next
CUT = "length"  # how the interface says that an answer was cut off by its limit
LARGEST_ANSWER = 200_000  # characters
MOST_TOKENS = 2**31


class ServerError(ConsultError):
    """The server gave no answer that can be used. why: a word of `writer-why-*` in the catalogues."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered, as text; tokens as it counts them, 0 where it does not."""

    text: str
    finish: str
    tokens_in: int
    tokens_out: int


class Server:
    """A server that is asked; made once, used by several threads."""

    def __init__(self, settings: WriterSettings) -> None:
        """Open no connection yet. Raises InputError where the address is not allowed or the library is missing."""
        if not may_send(settings):
            raise InputError(f"[writer] address: {settings.host} is not allowed; list it in `allowed`")
        try:
            import openai
        except ImportError as error:
            raise InputError("the writer needs more libraries: pip install 'consult[writer]'") from error
        self.settings = settings
        self._openai = openai
        self._client = openai.OpenAI(
            base_url=settings.address,
            api_key=_key(settings),
            timeout=settings.timeout,
            max_retries=0,
            http_client=_plain_client(settings),
        )
        self._formats = list(FORMATS)

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def ask(self, prompt: Prompt) -> Answer:
        """The server's answer. Raises ServerError, after as many tries as the settings allow."""
        for tried in range(self.settings.retries + 1):
            try:
                return self._ask_in_a_format(prompt)
            except ServerError as error:
                if error.why not in ("busy", "gone", "slow") or tried == self.settings.retries:
                    raise
                time.sleep(min(LONGEST_WAIT, 0.2 * 4**tried))
        raise ServerError("gone")

    def _ask_in_a_format(self, prompt: Prompt) -> Answer:
        """Ask in the first format that the server knows; what it refuses, and answers in the next, is asked no more.

        A request that it refuses in every format is too long, or wrong in some other way: then all formats stay.
        """
        refused: Exception | None = None
        for form in tuple(self._formats):
            try:
                answer = self._ask_once(prompt, form)
            except self._openai.BadRequestError as error:
                refused = error
                continue
            self._formats = [one for one in self._formats if one not in FORMATS[: FORMATS.index(form)]]
            return answer
        raise ServerError("refused", TOO_MUCH) from refused

    def _ask_once(self, prompt: Prompt, form: str) -> Answer:
        try:
            made = self._client.chat.completions.create(**request(prompt, self.settings, form))
        except self._openai.BadRequestError:
            raise
        except self._openai.APITimeoutError as error:
            raise ServerError("slow", f"no answer in {self.settings.timeout:g} s") from error
        except self._openai.APIStatusError as error:
            busy = error.status_code == 429 or error.status_code >= 500
            raise ServerError("busy" if busy else "refused", str(error.status_code)) from error
        except self._openai.APIConnectionError as error:
            raise ServerError("gone") from error
        except (self._openai.OpenAIError, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise ServerError("broken", type(error).__name__) from error
        return _answer(made)


def request(prompt: Prompt, settings: WriterSettings, form: str = FORMATS[0]) -> dict[str, Any]:
    """The body of a request, exactly as it is sent."""
    body: dict[str, Any] = {
        "model": settings.model,
        "messages": prompt.messages,
        "temperature": 0,
        "seed": settings.seed,
        "max_tokens": settings.answer_tokens,
    }
    if form == "json_schema":
        schema = {"name": prompt.task, "strict": True, "schema": prompt.asked}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif form == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def _key(settings: WriterSettings) -> str:
    """The key, from the environment; a server that wants none is given a word."""
    key = os.environ.get(settings.key, "") if settings.key else "none"
    if not key:
        raise InputError(f"[writer] key: the environment has no {settings.key}; set it to the server's key")
    return key


def _plain_client(settings: WriterSettings) -> Any:
    """A client that follows no redirect, heeds no proxy, and waits no longer than it was told, however bytes drip."""
    import httpx2

    class Patience(httpx2.SyncByteStream):
        def __init__(self, stream: Any, until: float) -> None:
            self.stream, self.until = stream, until

        def __iter__(self) -> Iterator[bytes]:
            for part in self.stream:
                if time.monotonic() > self.until:
                    raise httpx2.ReadTimeout("the answer came too slowly")
                yield part

        def close(self) -> None:
            self.stream.close()

    class Transport(httpx2.HTTPTransport):
        def handle_request(self, request: Any) -> Any:
            until = time.monotonic() + settings.timeout
            response = super().handle_request(request)
            response.stream = Patience(response.stream, until)
            return response

    return httpx2.Client(
        transport=Transport(), follow_redirects=False, trust_env=False, timeout=settings.timeout,
    )  # fmt: skip


def _answer(made: Any) -> Answer:
    """The first choice of a completion. Raises ServerError where there is none."""
    try:
        choice, usage = made.choices[0], made.usage
        text, finish = choice.message.content, choice.finish_reason
    except (AttributeError, LookupError, TypeError) as error:
        raise ServerError("broken", "no choice") from error
    if not isinstance(text, str) or len(text) > LARGEST_ANSWER or not _is_whole(text):
        raise ServerError("broken", "no text")
    return Answer(
        text=text,
        finish=finish if isinstance(finish, str) and _is_whole(finish) else "",
        tokens_in=_count(getattr(usage, "prompt_tokens", 0)),
        tokens_out=_count(getattr(usage, "completion_tokens", 0)),
    )


def _is_whole(text: str) -> bool:
    """Whether text can be stored: half of a surrogate pair, which JSON can hold, is no character."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _count(value: Any) -> int:
    """A count as a server gave it; 0 where it is none, or more than any server has counted."""
    return value if type(value) is int and 0 <= value < MOST_TOKENS else 0


FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


def parsed(answer: Answer, schema: dict[str, Any]) -> dict[str, Any]:
    """An answer as the schema has it; a fence or words around the JSON are taken off, nothing else is repaired.

    Raises ServerError: `cut` where the answer was not finished, `broken` where it is no such JSON.
    """
    import jsonschema

    if answer.finish == CUT:
        raise ServerError("cut")
    fenced = FENCE.search(answer.text)
    text = fenced[1] if fenced else answer.text
    start, end = text.find("{"), text.rfind("}")
    try:
        value = json.loads(text[start : end + 1] if start >= 0 else text)
        jsonschema.validate(value, schema)
        json.dumps(value, ensure_ascii=False).encode()  # fails where a string in it could not be stored
    except (ValueError, RecursionError, jsonschema.ValidationError) as error:
        raise ServerError("broken", type(error).__name__) from error
    return dict(value)
