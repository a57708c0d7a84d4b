"""One archive of everything that a release publishes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from armsref import load
from armsref.cli.main import main
from armsref.export import bundle
from armsref.export.edition import Edition
from armsref.export.outputs import files
from armsref.history.release import Release
from tests.built import TOP
from tests.conftest import Data, treaty

RELEASE = Release("2026.11.02", datetime(2026, 11, 22, 8, 30, 2, tzinfo=UTC), "https://example.org/")


@pytest.fixture
def edition(data: Data) -> Edition:
    return Edition(load(data({"treaties/inf-treaty.yml": treaty()})), RELEASE)


def test_the_archive_holds_every_file_that_is_published_under_its_path(edition: Edition, tmp_path: Path) -> None:
    with ZipFile(bundle.write_bundle(edition, tmp_path / "new")) as archive:
        assert archive.testzip() is None
        held = {info.filename.removeprefix("data-2026.11.02/"): archive.read(info) for info in archive.infolist()}
    assert held == dict(files(edition))
    assert "treaties/inf-treaty/cite.bib" in held


def test_the_same_release_is_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    first, second = (bundle.write_bundle(edition, tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second


def test_its_files_are_dated_with_the_release(edition: Edition, tmp_path: Path) -> None:
    with ZipFile(bundle.write_bundle(edition, tmp_path)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 8, 30, 2)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}


def test_the_command_says_where_the_archive_is(
    data: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(RELEASE.at.timestamp())))
    with pytest.raises(SystemExit):
        main(["export", "bundle", str(tmp_path / "out"), "--data", str(data({}))])
    path = Path(capsys.readouterr().out.strip())
    assert path == tmp_path / "out/data-2026.11.22.zip"
    assert path.is_file()


def test_what_cannot_be_written_is_told_in_one_line(
    data: Data, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("a file, where a folder is to be")
    for command, path in (("bundle", tmp_path / "file/out"), ("citation", tmp_path / "none/CITATION.cff")):
        with pytest.raises(SystemExit) as done:
            main(["export", command, str(path), "--data", str(data({}))])
        assert done.value.code == 1
        assert capsys.readouterr().err.startswith(f"Error: cannot write {tmp_path}")


def test_a_release_is_made_of_a_tag_that_names_the_version_with_the_whole_history() -> None:
    workflow = yaml.safe_load((TOP / ".github/workflows/publish.yml").read_text("utf-8"))
    (pattern,) = workflow[True]["push"]["tags"]  # "on" is a truth value to this reader
    assert bundle.tag_of(RELEASE).startswith(pattern.removesuffix("*"))
    for job in ("build", "release"):
        assert workflow["jobs"][job]["steps"][0]["with"]["fetch-depth"] == 0
