"""A data folder written in the test, and what is wrong with it, as a contributor reads it."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from armsref import check
from armsref.loading.problems import Place, Problem, as_text
from tests.built import build, pages, site

__all__ = ["build", "pages", "site"]

# A red answer to a pull request must come from the change: there, every run tries the same cases.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("repeatable" if os.environ.get("CI") else "searching")

# No test depends on what another one left; those of what is kept between runs say where.
os.environ["ARMSREF_CACHE"] = "off"

# Folders of tests that drive a browser or build sites, each marked with its name: `make test-fast` leaves them out.
MARKED = {"browser", "site"}
TESTS = Path(__file__).parent

Data = Callable[[dict[str, str]], Path]

# Whatever a test writes may name these states and cite this source; alone they are in order.
COMPLETION = {
    "sources/aca.yml": """
        publisher: Arms Control Association
        kind: research
        items:
          inf: {title: The INF Treaty at a Glance}
    """,
    "states.yml": """
        ru: {name: Russia, sources: [aca/inf]}
        su: {name: Soviet Union, sources: [aca/inf]}
        us: {name: United States, sources: [aca/inf]}
    """,
}
# States for a test about time: one of them is gone, and another took its place.
STATES = """
    fr: {name: France, sources: [aca/inf]}
    ru: {name: Russia, sources: [aca/inf]}
    su: {name: Soviet Union, sources: [aca/inf], existed_until: 1991-12-26, successors: [ru]}
    us: {name: United States, sources: [aca/inf]}
"""
TREATY = {
    "name": "INF Treaty",
    "form": "treaty",
    "binding": "legally",
    "answer": "Banned missiles.",
    "history": "[{date: 1987-12-08, act: signed, source: aca/inf}]",
    "sources": "[aca/inf]",
}
WEAPON = {
    "name": "Pioneer",
    "type": "ballistic-missile",
    "launched_from": "[ground]",
    "origin": "[su]",
    "answer": "A missile.",
    "sources": "[aca/inf]",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test of such a folder."""
    for item in items:
        for folder in MARKED & {item.path.relative_to(TESTS).parts[0]}:
            item.add_marker(folder)


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """Writes a data folder from YAML, completed with states and a source, so that a test says only what it is about."""

    return lambda files: written(tmp_path / "data", files)


def written(root: Path, files: dict[str, str]) -> Path:
    """The data folder at this path, in which these files and what completes them are written."""
    for name, text in {**COMPLETION, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(plain(text), encoding="utf-8", newline="")
    return root


def plain(text: str) -> str:
    """The text without the indentation and the first line break that it has in a test."""
    return dedent(text).removeprefix("\n")


def treaty(text: str = "") -> str:
    """A treaty file that begins with this text, and ends with the required fields that it lacks."""
    return _completed(text, TREATY)


def weapon(text: str = "") -> str:
    """A weapon file that begins with this text, and ends with the required fields that it lacks."""
    return _completed(text, WEAPON)


def _completed(text: str, required: dict[str, str]) -> str:
    given = plain(text).rstrip()
    lacking = [f"{field}: {value}\n" for field, value in required.items() if not re.search(rf"(?m)^{field}:", given)]
    return (f"{given}\n" if given else "") + "".join(lacking)


def forbid_reading(path: Path) -> None:
    """Takes the right to read a file away, or skips the test where that right cannot be taken."""
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user, such as root, may read every file")


def problems(root: Path, check_name: str | None = None) -> list[str]:
    """All problems of a data folder, or those of one check, as lines of text with paths inside the folder."""
    return [_line(root, each) for each in check(root) if check_name in (None, each.check)]


def _line(root: Path, problem: Problem) -> str:
    place = Place(problem.place.file.relative_to(root), problem.place.line, problem.place.column)
    return as_text([Problem(place, problem.message, problem.check, problem.hint, problem.level)])
