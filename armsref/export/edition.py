"""The data of one release, with what is worked out from it for several files. It knows none of the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from armsref.history.release import Release
from armsref.law.coverage import Coverage, coverage_of
from armsref.loading.dataset import Dataset
from armsref.prose.answers import EntryAnswers

File = tuple[str, bytes]
"""The path of a file below the site's root, and its content."""


@dataclass(frozen=True)
class Edition:
    """The data of one release, as it is published."""

    dataset: Dataset
    release: Release

    @cached_property
    def coverage(self) -> Coverage:
        """The verdicts on weapons and launches, and the statuses of agreements."""
        return coverage_of(self.dataset)

    @cached_property
    def answers(self) -> EntryAnswers:
        """The one-sentence answer of each entry on the day of the release."""
        return EntryAnswers(self.coverage, self.release.day)

    def url(self, path: str) -> str:
        """The whole address of what is at a path below the site's root."""
        return self.release.site + path
