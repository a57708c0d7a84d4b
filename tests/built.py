"""The real data, read once a process; sites as a visitor gets them: the real one, built once a run, and small ones."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from armsref import Dataset, load
from tests.site.pages import Page, parse

TOP = Path(__file__).resolve().parents[1]
# Every build of a run of tests counts as made at one time; the workers of a run have it from the process that began it.
EPOCH = os.environ.setdefault("TESTS_EPOCH", os.environ.get("SOURCE_DATE_EPOCH") or str(int(time.time())))
# A worker that ends while it builds leaves no word of it.
PATIENCE_SECONDS = 600
Build = Callable[..., subprocess.CompletedProcess[str]]


@cache
def real_data() -> Dataset:
    """The data of this repository; a test that only asks it need not read it again."""
    return load(TOP / "data")


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
    """The site of the real data, which the first worker that asks for it builds for all."""
    folder = folder_of_run(tmp_path_factory) / "site"
    outcome = folder.with_suffix(".outcome")
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for(outcome)
    else:
        tell(outcome, failure_of(run_mkdocs(folder)))
    failure = outcome.read_text(encoding="utf-8")
    assert not failure, failure
    return folder


def folder_of_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def failure_of(built: subprocess.CompletedProcess[str]) -> str:
    """What a build that failed printed; nothing where it did not."""
    return (
        f"The site was not built (exit {built.returncode}).\n{built.stdout}{built.stderr}" if built.returncode else ""
    )


def tell(outcome: Path, failure: str) -> None:
    """Write what other workers wait for; they see all of it or nothing."""
    written = outcome.with_suffix(".part")
    written.write_text(failure, encoding="utf-8")
    written.replace(outcome)


def wait_for(outcome: Path) -> None:
    """Wait until another worker has built the site."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not outcome.exists():
        assert time.monotonic() < end, "the worker that builds the site has not ended"
        time.sleep(0.2)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the real site, by its path below the site."""
    return {path.relative_to(site).as_posix(): parse(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a site of other data; the folder of the site is `tmp_path / "site"`."""
    return lambda **environment: run_mkdocs(tmp_path / "site", **environment)
