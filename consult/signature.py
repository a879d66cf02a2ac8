"""Signatures of seals, by the OpenSSH that every machine has: `ssh-keygen -Y sign` and `-Y verify`.

In: a seal's file and a key, or a list of signers. Out: a signature beside the file, and who made it. We hold no key and
compute no signature. The namespace keeps a signature made for a seal from being taken for one of anything else.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from consult.errors import InputError

TOOL = "ssh-keygen"
NAMESPACE = "consult-seal"


def signature_of(seal: Path) -> Path:
    """Where a seal's signature lies: where OpenSSH puts it."""
    return seal.with_name(f"{seal.name}.sig")


def sign(seal: Path, key: Path) -> Path:
    """Sign a seal with a private key, or with a public one whose private part an agent or a token holds.

    The tool asks for a passphrase itself. Raises InputError where there is no tool or it refuses.
    """
    signature_of(seal).unlink(missing_ok=True)
    _ask([_tool(), "-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(seal)], f"{seal} is written, and not signed")
    return signature_of(seal)


def signer(seal: Path, signers: Path, who: str) -> str:
    """What OpenSSH says of a good signature by `who`, as the file of allowed signers names them.

    Raises InputError where it is none of theirs, or there is none.
    """
    command = [_tool(), "-Y", "verify", "-n", NAMESPACE, "-f", str(signers), "-I", who, "-s", str(signature_of(seal))]
    return _ask(command, f"{seal}: has no good signature by {who}", seal)


def unnamed_signer(seal: Path) -> str:
    """What OpenSSH says of a signature where nobody says whose it ought to be: that it fits, and by which key."""
    command = [_tool(), "-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(signature_of(seal))]
    return _ask(command, f"{seal}: its signature does not fit it", seal)


def _ask(command: list[str], fault: str, given: Path | None = None) -> str:
    """Run the tool; its words where it is content. Raises InputError with `fault` and its words where it is not."""
    done = subprocess.run(  # noqa: S603 - a tool of the system, called without a shell
        command, input=given.read_bytes() if given else None, capture_output=True, check=False
    )
    told = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    if done.returncode:
        raise InputError(f"{fault}: {told}")
    return told


def _tool() -> str:
    found = shutil.which(TOOL)
    if found is None:
        raise InputError(f"{TOOL} is not on this machine; install OpenSSH's client, or leave the signature out")
    return found
