"""The data as the site sees it: one dataset a build, and the address of every page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from armsref.annotation.mentions import Mentions, mentions_of
from armsref.checks import problems_of
from armsref.export.edition import Published
from armsref.history.release import release_of, today
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.holdings import EntryAnswers
from armsref.loading.dataset import Dataset
from armsref.loading.problems import DataError
from armsref.loading.reader import read_data
from armsref.model import ENTRY_MODELS, Entry, Kind, Treaty
from armsref.model.addresses import SECTIONS
from armsref.prose import texts
from armsref.prose.status import Standing, standing
from macros.markdown import Md, escaped

SECTION_TITLES: dict[Kind, str] = {kind: section.capitalize() for kind, section in SECTIONS.items()}


_STOWED = re.compile(r'<div data-stowed="(?P<mark>\d+)"></div>')


def page_of(entry: Entry) -> str:
    """The source path of an entry's page, from which MkDocs derives its address."""
    return f"{SECTIONS[entry.kind]}/{entry.id}.md"


@dataclass(frozen=True)
class Site:
    """One build's data."""

    dataset: Dataset
    today: date
    markdown: dict[str, str] = field(default_factory=dict, repr=False)
    """The Markdown of the pages that are finished, by their addresses below the site's root."""
    _stowed: dict[str, str] = field(default_factory=dict, repr=False)

    def stow(self, html: str) -> Md:
        """Keep finished HTML from the Markdown converter, which is slow to pass it through; `filled` puts it back."""
        mark = str(len(self._stowed))
        self._stowed[mark] = html
        return Md(f'<div data-stowed="{mark}"></div>')

    def filled(self, page: str) -> str:
        """A converted page with what was stowed while it was made."""
        return _STOWED.sub(lambda found: self._stowed[found["mark"]], page)

    def link(self, source: str, entry_id: str, words: str | None = None) -> Md:
        """A Markdown link from the page `source` to an entry; an unknown id stays text."""
        entry = self.dataset.get(entry_id)
        text = escaped(words or (entry.title if entry else entry_id))
        if entry is None:
            return text
        target = posixpath.relpath(page_of(entry), posixpath.dirname(source))
        return text if target == posixpath.basename(source) else Md(f"[{text}]({target})")

    @cached_property
    def answers(self) -> EntryAnswers:
        """The one-sentence answer of each entry on the day of the build."""
        return EntryAnswers(self.coverage, self.today)

    @cached_property
    def coverage(self) -> Coverage:
        """The verdicts on weapons and launches."""
        return coverage_of(self.dataset)

    @property
    def mentions(self) -> Mentions:
        """Which entries name which."""
        return mentions_of(self.dataset)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """The status today of each agreement, by its id."""
        return {treaty.id: standing(self.coverage, treaty, self.today) for treaty in self.dataset.of_kind(Treaty)}

    @cached_property
    def bound(self) -> dict[str, frozenset[str]]:
        """The states that take part today in each agreement, by its id."""
        return {treaty.id: self.coverage.bound(treaty, self.today) for treaty in self.dataset.of_kind(Treaty)}

    def words_for(self, entry_id: str, begins: bool) -> str | None:
        """What an entry is called in running text: a term in small letters, unless it begins a sentence."""
        entry = self.dataset.get(entry_id)
        return texts.words_for(entry, begins) if entry else None

    @cached_property
    def neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        """For each entry, the one before and the one after it in its section."""
        found: dict[str, tuple[Entry | None, Entry | None]] = {}
        for model in ENTRY_MODELS.values():
            row = (None, *self.dataset.of_kind(model), None)
            for before, entry, after in zip(row, row[1:], row[2:], strict=False):
                if entry:
                    found[entry.id] = (before, after)
        return found


def site_of(data: Path) -> Site:
    """The data in a folder, read and checked. Raises DataError with all errors."""
    reading = read_data(data)
    errors = [problem for problem in problems_of(reading) if problem.level == "error"]
    if errors:
        raise DataError(errors)
    return Site(Dataset.of(reading), today())


@cache
def current(data: Path) -> Site:
    """The data of the build that is going on, read once; the hook forgets this module when the next one begins."""
    return site_of(data)


@cache
def published(data: Path, site_url: str) -> Published:
    """What the build publishes beside its pages, for a site at an address."""
    return Published(current(data).dataset, release_of(data, site_url))


def data_folder(config: Any) -> Path:
    """The data folder of a MkDocs configuration: `extra.data`, relative to where the build runs."""
    return Path(config["extra"]["data"])
