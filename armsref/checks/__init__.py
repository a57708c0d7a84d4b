"""What is checked beyond a file's form: a check takes the dataset and yields problems; it neither reads nor prints."""

from __future__ import annotations

from pathlib import Path

from armsref.checks import claims, complete, dates, ids, names, references, renamed, sources
from armsref.checks.registry import CHECKS, Scope
from armsref.loading.dataset import Dataset
from armsref.loading.problems import Problem
from armsref.loading.reader import read_data
from armsref.loading.reading import Reading

__all__ = [
    "CHECKS",
    "check",
    "claims",
    "complete",
    "dates",
    "ids",
    "names",
    "problems_of",
    "references",
    "renamed",
    "sources",
]


def check(path: str | Path = "data") -> tuple[Problem, ...]:
    """Every problem in a data folder, in the order of files and lines. Never raises for what is in it."""
    return problems_of(read_data(Path(path)))


def problems_of(reading: Reading) -> tuple[Problem, ...]:
    """Every problem of what was read: those of reading it, and what the checks find."""
    scope = Scope(Dataset.of(reading), reading)
    problems = [problem for check_ in CHECKS for problem in check_.run(scope)]
    return tuple(sorted({*reading.problems, *problems}))
