"""Work beside the build: it is done when it is waited for, and a failure is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.background import begin_work


@pytest.mark.parametrize("cores", ["1", "2"])
def test_work_is_done_when_it_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: str) -> None:
    monkeypatch.setenv("ARMSREF_CORES", cores)
    work = begin_work(lambda: (tmp_path / "done").write_text("yes"))
    work.finish()
    assert (tmp_path / "done").read_text() == "yes"


def test_a_failure_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARMSREF_CORES", "2")

    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises((RuntimeError, OSError)):
        begin_work(fail).finish()
