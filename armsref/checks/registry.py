"""The list of checks. A check is a function whose docstring is its description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from armsref.loading.dataset import Dataset
from armsref.loading.problems import Level, Place, Problem
from armsref.loading.reading import Reading, Record
from armsref.model.names import Name, folded, names_of


@dataclass(frozen=True)
class Scope:
    """What a check may look at: the dataset, and what was read but did not become part of it."""

    dataset: Dataset
    reading: Reading

    @cached_property
    def shared_names(self) -> tuple[tuple[tuple[Record, Name], ...], ...]:
        """For each name of several entries, those that go by it. Case, accents and kinds of dash do not count.

        Designations are left out: they are handed down from one project to the next, and are shared in the field's own
        usage.
        """
        bearers: dict[str, dict[str, tuple[Record, Name]]] = defaultdict(dict)
        for record in self.reading.records:
            for name in names_of(record.entry):
                if name.system not in ("designation", "code"):
                    bearers[folded(name.surface)].setdefault(record.entry.id, (record, name))
        return tuple(tuple(group.values()) for group in bearers.values() if len(group) > 1)


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
