"""The commands that tell whether a result still holds: `consult check`, and `consult seal` for a signed-off one."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from consult.cli_terminal import BREACH, DONE, AsJson, Bar, InFolder, complain, laws_text, output, say
from consult.errors import InputError

if TYPE_CHECKING:
    from consult.deep import Deep
    from consult.laws import Law

Inputs = Annotated[Path | None, typer.Option(help="The folder of source files, if it was moved.")]


def check(
    folder: InFolder = None,
    inputs: Inputs = None,
    deep: Annotated[bool, typer.Option("--deep", help="Read, divide and search everything again as well.")] = False,
    seal: Annotated[Path | None, typer.Option(help="Hold the files to this seal instead, whatever made them.")] = None,
    signers: Annotated[Path | None, typer.Option(help="Who may have signed: allowed signers of OpenSSH.")] = None,
    signed_by: Annotated[str, typer.Option(help="Who must have signed, as the file of signers names them.")] = "",
    as_json: AsJson = False,
) -> None:
    """Check that the laws hold, and that ledger, files and sources are as the run left them.

    Example: consult check --in outputs/ogp-norge-2026
    """
    from consult.check import check as check_folder

    out = output(folder)
    if seal is not None:
        _check_seal(seal, out, inputs, signers, signed_by, as_json=as_json)
    elif signers or signed_by:
        raise InputError("--signers, --signed-by: name the seal too, with --seal FILE")
    elif deep:
        _check_deep(out, inputs, as_json=as_json)
    else:
        laws = check_folder(out, inputs=inputs)
        say(_as_json(_laws_json(laws)) if as_json else laws_text(laws))
        _end(any(not law.holds for law in laws))


def seal(
    folder: InFolder = None,
    to: Annotated[Path | None, typer.Option(help="The file to write. Default: NAME.seal in the output folder.")] = None,
    sign: Annotated[Path | None, typer.Option(metavar="KEY", help="Sign it with this SSH key, by ssh-keygen.")] = None,
    as_json: AsJson = False,
) -> None:
    """Seal a version that is signed off: SHA-256 of ledger, tables, pages and inputs, to be verified years later.

    Example: consult seal --sign ~/.ssh/id_ed25519
    """
    from consult.manifest import read
    from consult.manifest import seal as make
    from consult.signature import sign as sign_with

    out = output(folder)
    written = make(out, to)
    signature = sign_with(written, sign) if sign else None
    manifest = read(written)
    if as_json:
        files = {"seal": str(written), "signature": str(signature) if signature else None}
        say(_as_json({**files, "facts": dict(manifest.facts), "files": len(manifest.files)}))
        return
    say(f"{written}: {len(manifest.files)} files, edition {manifest.facts.get('edition', 'none')}")
    say(f"{signature}: signed" if signature else "Not signed: with --sign KEY it also says who sealed it.")
    say("Keep a copy elsewhere: whoever can change the result can change a seal beside it.")


def _check_seal(
    seal: Path, out: Path, inputs: Path | None, signers: Path | None, signed_by: str, *, as_json: bool
) -> None:
    from consult.manifest import breaches, read

    manifest = read(seal)
    signature = _signature(seal, signers, signed_by)
    wrong = tuple(breaches(seal, out, inputs))
    if as_json:
        facts = {"facts": dict(manifest.facts), "files": len(manifest.files), "signature": signature}
        say(_as_json({**facts, "breaches": wrong, "holds": not wrong}))
    else:
        say("\n".join([*(f"{name}: {value}" for name, value in manifest.facts.items()), signature]))
        say("\n".join(wrong) if wrong else f"holds: {len(manifest.files)} files are as they were sealed")
    _end(bool(wrong))


def _signature(seal: Path, signers: Path | None, signed_by: str) -> str:
    """What is known of a seal's signature."""
    from consult.signature import signature_of, signer, unnamed_signer

    if bool(signers) != bool(signed_by):
        raise InputError("--signers FILE and --signed-by NAME belong together")
    if signers:
        return signer(seal, signers, signed_by)
    if not signature_of(seal).is_file():
        return "not signed"
    try:
        return f"{unnamed_signer(seal)}; whose key that is, --signers and --signed-by tell"
    except InputError as error:
        complain(str(error))
        raise typer.Exit(BREACH) from error


def _check_deep(out: Path, inputs: Path | None, *, as_json: bool) -> None:
    from consult.deep import check_deep

    found = check_deep(out, inputs=inputs, progress=Bar())
    if as_json:
        say(_as_json({"laws": _laws_json(found.laws), "covered": dict(found.covered), "told": found.told}))
    else:
        say(_deep_text(found))
    _end(any(not law.holds for law in found.laws))


def _deep_text(found: Deep) -> str:
    lines = [laws_text(found.laws), "", *(f"{count:>8}  {what}" for what, count in found.covered.items())]
    if found.told:
        lines += ["", "Another version of consult made this; by today's rules it would differ, which breaches nothing:"]
        lines += [f"          {one}" for one in found.told]
    return "\n".join(lines)


def _laws_json(laws: tuple[Law, ...]) -> list[dict[str, object]]:
    return [{**asdict(law), "holds": law.holds} for law in laws]


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _end(broken: bool) -> None:
    raise typer.Exit(BREACH if broken else DONE)
