"""Sites built as a visitor gets them: once of the real data, and small ones of data written in a test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.pages import Page, parse

TOP = Path(__file__).resolve().parents[1]
# Every build of a run of tests counts as made at one time.
EPOCH = os.environ.get("SOURCE_DATE_EPOCH") or str(int(time.time()))
Build = Callable[..., subprocess.CompletedProcess[str]]


def run_mkdocs(site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site as `make build` does."""
    return run_generator("mkdocs", site, **environment)


def run_generator(generator: str, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site with a generator that reads mkdocs.yml, named by its Python module."""
    command = [sys.executable, "-m", generator, "build", "-f", "mkdocs.yml", "--site-dir", str(site)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH, **environment}
    return subprocess.run(command, cwd=TOP, env=settings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data."""
    folder = tmp_path_factory.mktemp("site")
    built = run_mkdocs(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the real site, by its path below the site."""
    return {path.relative_to(site).as_posix(): parse(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a site of other data; the folder of the site is `tmp_path / "site"`."""
    return lambda **environment: run_mkdocs(tmp_path / "site", **environment)
