"""What the preview shows is what a build writes, file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from preview.editing import Editing
from preview.pages import MadeFrom
from tests.built import EPOCH, TOP
from tests.site.test_repeatable import contents

# The map of the site once more, compressed for search engines.
NOT_SHOWN = {"sitemap.xml.gz"}


def test_every_file_of_a_build_is_shown_with_the_same_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(TOP)  # pages name the files of the data by their paths from here
    editing = Editing(MadeFrom(Path("mkdocs.yml"), Path("data"), Path("docs")), "http://127.0.0.1:8000/", tmp_path)
    built = {path: content for path, content in contents(site).items() if path not in NOT_SHOWN}
    different = [path for path, content in built.items() if editing.shown(_address(path)).content != content]
    assert different == []


def _address(path: str) -> str:
    return path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
