from pathlib import Path

import pytest

from consult.publish import ASIDE, publish
from consult.rows import COLUMNS
from tests import sample_analysis as sample

FILES = {*(f"tables/{name}.csv" for name in COLUMNS), "tables.xlsx", "datapackage.json", "internal/report.html"}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_published(tmp_path: Path) -> None:
    """Tables, workbook, description and report; nothing under public/, nothing left aside."""
    written = publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path)
    assert set(files(tmp_path)) == FILES
    assert {path.relative_to(tmp_path).as_posix() for path in written} == FILES
    assert list(written) == sorted(written)
    assert not (tmp_path / "public").exists()
    assert not (tmp_path / ASIDE).exists()


def test_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publishing twice, into the same or another folder, gives the same files."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for folder in ("one", "one", "two"):
        publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path / folder)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_another_analysis_gives_other_bytes(tmp_path: Path) -> None:
    """Sabotage twin: every file tells two analyses apart."""
    publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path / "one")
    publish(sample.hostile(), sample.settings(), sample.run_info(), tmp_path / "two")
    one, two = files(tmp_path / "one"), files(tmp_path / "two")
    assert {name for name in FILES if one[name] == two[name]} == set()


def test_what_else_lies_there_stays(tmp_path: Path) -> None:
    """The ledger and other files of the output folder are left alone; what was published before is replaced."""
    (tmp_path / "ledger.db").write_bytes(b"x")
    (tmp_path / "internal").mkdir()
    (tmp_path / "internal" / "report.html").write_bytes(b"old")
    publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path)
    assert files(tmp_path)["ledger.db"] == b"x"
    assert files(tmp_path)["internal/report.html"] != b"old"


def test_a_killed_run_leaves_the_last_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before all is written, nothing that was published changes; the next run clears what was left aside."""
    publish(sample.hostile(), sample.settings(), sample.run_info(), tmp_path)
    before = files(tmp_path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("consult.publish.report.write_report", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path)
    after = files(tmp_path)
    assert {name: content for name, content in after.items() if not name.startswith(ASIDE)} == before
    publish(sample.analysis(), sample.settings(), sample.run_info(), tmp_path)
    assert set(files(tmp_path)) == FILES


def test_loading_publish_loads_nothing_heavy() -> None:
    """Who only asks for help pays neither for templates nor for workbooks."""
    import subprocess
    import sys

    code = "import sys, consult.publish; print(sorted({'jinja2', 'xlsxwriter', 'pandas'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
