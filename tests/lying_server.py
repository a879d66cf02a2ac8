"""A server with the OpenAI-compatible interface on loopback that answers as told: rightly, falsely, half, never."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any], int], "dict[str, Any] | str | bytes | None"]
"""(what was asked, how many were asked before) → the content of the answer, a word of `MISHAPS`, or a whole body."""

MISHAPS = (
    "busy",
    "broken server",
    "stall",
    "trickle",
    "redirect",
    "no json",
    "half",
    "not http",
    "no choices",
    "cut off",
    "refuse formats",
    "too long",
)


class LyingServer:
    """What was asked, and how it answers. asked: every request's body; answered: of those that got a whole answer."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply
        self.asked: list[dict[str, Any]] = []
        self.answered: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.lock = threading.Lock()
        self.address = ""
        self.stopping = threading.Event()

    def take(self, body: dict[str, Any], headers: dict[str, str]) -> int:
        """Note a request; returns how many came before it."""
        with self.lock:
            self.asked.append(body)
            self.headers.append(headers)
            return len(self.asked) - 1


@contextmanager
def lying_server(reply: Reply) -> Iterator[LyingServer]:
    """A server on a free port of this machine, as long as the block lasts."""
    state = LyingServer(reply)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length))
            before = state.take(body, dict(self.headers))
            said = state.reply(body, before)
            with suppress(OSError):  # whoever asked may have gone
                _answer(self, state, body, said)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield state
    finally:
        state.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(  # noqa: PLR0911, PLR0912 - one mishap after the other
    handler: BaseHTTPRequestHandler, state: LyingServer, body: dict[str, Any], said: Any
) -> None:
    if isinstance(said, bytes):
        return _send_bytes(handler, 200, said)
    if said == "busy":
        return _send(handler, 429, {"error": {"message": "busy"}})
    if said == "broken server":
        return _send(handler, 500, {"error": {"message": "broken"}})
    if said == "redirect":
        handler.send_response(307)
        handler.send_header("Location", "http://127.0.0.2:9/v1/chat/completions")
        handler.end_headers()
        return None
    if said == "stall":
        state.stopping.wait(5)
        return None
    if said == "trickle":
        handler.send_response(200)
        handler.end_headers()
        while not state.stopping.wait(0.05):
            handler.wfile.write(b" ")
        return None
    if said == "not http":
        handler.wfile.write(b"\x00\x01\x02 nonsense")
        handler.close_connection = True
        return None
    if said == "no choices":
        return _send(handler, 200, {"choices": [], "usage": None})
    if said == "refuse formats" and "response_format" in body:
        return _send(handler, 400, {"error": {"message": "response_format is not supported"}})
    if said == "too long":
        return _send(handler, 400, {"error": {"message": "the request exceeds the available context size"}})
    if said == "cut off":
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b'{"id": "x", "choices": [{"mess')
        handler.close_connection = True
        return None
    text, finish = (said, "stop") if isinstance(said, str) else (json.dumps(said, ensure_ascii=False), "stop")
    if said == "no json":
        text = "Here are your sentences, enjoy!"
    if said == "half":
        text, finish = '{"sentences": [{"point": "k1", "text": "Eitt bord mei', "length"
    _send(handler, 200, completion(text, finish))
    with state.lock:
        state.answered.append(body)
    return None


def completion(text: str, finish: str = "stop") -> dict[str, Any]:
    """A completion as the interface has it."""
    return {
        "id": "chatcmpl-1", "object": "chat.completion", "created": int(time.time()), "model": "liar",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }  # fmt: skip


def _send(handler: BaseHTTPRequestHandler, code: int, value: dict[str, Any]) -> None:
    _send_bytes(handler, code, json.dumps(value).encode())


def _send_bytes(handler: BaseHTTPRequestHandler, code: int, data: bytes) -> None:
    handler.send_response(code)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def points_in(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The points that a request asks for, read back from its prompt."""
    user = body["messages"][-1]["content"]
    inside = re.search(r"<points>\n(.*?)\n</points>", user, re.DOTALL)
    return [json.loads(line) for line in inside[1].splitlines()] if inside else []


def quoting(body: dict[str, Any], before: int = 0) -> dict[str, Any]:  # noqa: ARG001 - as every reply
    """A right answer to anything: each point's first words, quoted."""
    rows = []
    for point in points_in(body):
        passage = point["passages"][0]
        said = re.split(r"[«»“”„\"]", re.split(r"(?<=[.!?])\s", passage["text"])[0])[0].strip(" .,;:–")
        language = re.search(r"^Language: (\w+)$", body["messages"][-1]["content"], re.MULTILINE)
        frame = {
            "nn": "Om dette heiter det: «{0}».",
            "nb": "Om dette heter det: «{0}».",
            "en": "On this it is said: “{0}”.",
        }
        rows.append(
            {
                "point": point["point"],
                "text": frame[language[1] if language else "en"].format(said),
                "passages": [passage["id"]],
            }
        )
    return {"sentences": rows}
