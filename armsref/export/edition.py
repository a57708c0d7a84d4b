"""All that is published beside the pages: each part yields its files, by their paths below the site's root."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from armsref.export import citing
from armsref.export.api import files as api
from armsref.export.feeds import atom as feeds
from armsref.export.feeds import calendar as anniversaries
from armsref.export.linked import skos
from armsref.export.tables import tabular
from armsref.history.release import Release
from armsref.law.coverage import Coverage, coverage_of
from armsref.loading.dataset import Dataset
from armsref.prose.answers import EntryAnswers

File = tuple[str, bytes]
"""The path of a file below the site's root, and what is in it."""


@dataclass(frozen=True)
class Published:
    """The data of one release, with what is worked out from it for several files."""

    dataset: Dataset
    release: Release

    @cached_property
    def coverage(self) -> Coverage:
        """The verdicts on weapons and launches, and the statuses of agreements."""
        return coverage_of(self.dataset)

    @cached_property
    def api(self) -> api.Api:
        """What the JSON API serves; the page on it tells of the same."""
        return api.Api(self)

    @cached_property
    def answers(self) -> EntryAnswers:
        """The one-sentence answer of each entry on the day of the release."""
        return EntryAnswers(self.coverage, self.release.day)


Part = Callable[[Published], Iterator[File]]
PARTS: tuple[Part, ...] = (
    api.api_files,
    tabular.table_files,
    skos.linked_files,
    citing.citation_files,
    feeds.feed_files,
    anniversaries.calendar_files,
)


def files(published: Published) -> Iterator[File]:
    """Every file of every part."""
    for part in PARTS:
        yield from part(published)


def write(published: Published, folder: Path) -> int:
    """Write every file below a folder, and return how many."""
    return sum(_write(folder / path, content) for path, content in files(published))


def _write(target: Path, content: bytes) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return 1
