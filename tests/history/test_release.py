"""Which version of the data it is, and when it was written out."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from armsref.history.release import now, release_of, version_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "states.yml").write_text("{}\n")
    return folder


def commit(folder: Path, day: str) -> None:
    told = {**os.environ, "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day, "GIT_CONFIG_GLOBAL": os.devnull}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "Change"]):
        subprocess.run(["git", *command], cwd=folder, env=told, check=True)


def test_the_version_is_the_day_of_the_last_commit_that_changed_the_data(data: Path) -> None:
    commit(data.parent, "2026-01-02T23:30:00-05:00")
    (data.parent / "README.md").write_text("Another file.\n")
    commit(data.parent, "2026-02-01T00:00:00+00:00")
    assert version_of(data) == "2026.01.03"


def test_without_a_history_it_is_the_version_cited_last(data: Path) -> None:
    (data.parent / "CITATION.cff").write_text('cff-version: 1.2.0\nversion: "2025.12.31"\n')
    assert version_of(data) == "2025.12.31"


def test_where_the_history_is_cut_off_the_day_of_the_cut_is_not_taken_for_a_change(data: Path, tmp_path: Path) -> None:
    (data.parent / "CITATION.cff").write_text("version: 2026.01.03\n")
    commit(data.parent, "2026-01-03T00:00:00+00:00")
    (data.parent / "README.md").write_text("Another file.\n")
    commit(data.parent, "2026-02-01T00:00:00+00:00")
    source, copy = f"file://{data.parent}", tmp_path / "copy"
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(copy)], check=True)
    assert version_of(copy / "data") == "2026.01.03"
    (copy / "data/states.yml").write_text("ru: {name: Russia}\n")
    commit(copy, "2026-03-01T00:00:00+00:00")
    assert version_of(copy / "data") == "2026.03.01"


def test_without_either_it_is_the_day_on_which_it_is_written_out(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    assert version_of(data) == "2026.03.04"


def test_a_fixed_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    assert now() == NOON


def test_the_address_of_a_site_ends_in_a_slash(data: Path) -> None:
    assert release_of(data, "https://example.org/reference").site == "https://example.org/reference/"
