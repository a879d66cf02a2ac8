import pytest

from consult.publish.run_time import EARLIEST, run_time


@pytest.mark.parametrize(
    ("started", "epoch", "expected"),
    [
        ("2026-03-04T09:30:00+01:00", None, "2026-03-04T08:30:00+00:00"),
        ("2026-03-04T09:30:00+00:00", "1767225600", "2026-01-01T00:00:00+00:00"),
        ("2026-03-04T09:30:00+00:00", "soon", "2026-03-04T09:30:00+00:00"),
        ("2026-03-04T09:30:00+00:00", "", "2026-03-04T09:30:00+00:00"),
        ("2026-03-04T09:30:00+00:00", "0", "1980-01-01T00:00:00+00:00"),
        ("", None, "1980-01-01T00:00:00+00:00"),
    ],
)
def test_the_moment_of_a_run(monkeypatch: pytest.MonkeyPatch, started: str, epoch: str | None, expected: str) -> None:
    """SOURCE_DATE_EPOCH goes before the run's own start; without either, a zip's earliest moment."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run_time({"started": started}).isoformat() == expected


def test_a_run_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty mapping is a run without a time."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert run_time({}) == EARLIEST
