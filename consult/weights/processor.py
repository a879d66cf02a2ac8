"""What a machine computes with: its cores and its processor, on which it hangs what is fastest and what comes out.

Out: facts as text and numbers; nothing is changed. A way that was found right on one machine is remembered under
`machine()`, and found out anew where anything of that is different.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

TILES = "amx_bf16"  # without them, half precision takes longer than whole numbers
RUNTIMES = ("onnxruntime", "openvino")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(work: Callable[[int], None], pieces: Sequence[int]) -> None:
    """Do every piece of work, as many at once as there are cores: for what spends its time outside Python."""
    with ThreadPoolExecutor(min(cores(), max(1, len(pieces)))) as pool:
        for _ in pool.map(work, pieces):
            pass


def multiplies_tiles() -> bool:
    """Whether half precision is fast here: the processor multiplies it in tiles, and OpenVINO is installed."""
    return TILES in processor().split() and find_spec("openvino") is not None


def machine() -> str:
    """What a choice depends on: the processor and the runtimes' versions."""
    return " ".join([platform.machine(), processor(), *(_version(name) for name in RUNTIMES)])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def processor() -> str:
    """The processor's name; on Linux with what it can multiply, which decides the result."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    facts = dict(line.split(":", 1) for line in reversed(lines) if ":" in line)
    told = {key.strip(): value.strip() for key, value in facts.items()}
    able = sorted(flag for flag in told.get("flags", "").split() if "vnni" in flag or flag.startswith("amx"))
    return " ".join([told.get("model name", ""), *able])
