"""The list of checks. A check is a function whose docstring is its description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from armsref.loading.dataset import Dataset
from armsref.loading.problems import Level, Place, Problem
from armsref.loading.reading import Reading


@dataclass(frozen=True)
class Scope:
    """What a check may look at: the dataset, and what was read but did not become part of it."""

    dataset: Dataset
    reading: Reading


Found = Iterator[tuple[Place, str, str]]
"""What a check yields: the place, the message, and a hint (empty where none can be given)."""


@dataclass(frozen=True)
class Check:
    """A check's name and one-line description, and how grave a finding is."""

    name: str
    description: str
    level: Level
    find: Callable[[Scope], Found]

    def run(self, scope: Scope) -> list[Problem]:
        """What the check finds in the data."""
        return [Problem(place, message, self.name, hint, self.level) for place, message, hint in self.find(scope)]


CHECKS: list[Check] = []


def _register(level: Level, find: Callable[[Scope], Found]) -> Callable[[Scope], Found]:
    CHECKS.append(Check(find.__name__.replace("_", "-"), (find.__doc__ or "").strip(), level, find))
    return find


error = partial(_register, "error")
warning = partial(_register, "warning")
