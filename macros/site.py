"""One build's data: read and checked once, on the day of the build; and what is kept from the converter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from armsref.checks import problems_of
from armsref.export.edition import Edition
from armsref.history.release import release_of, today
from armsref.law.coverage import Coverage
from armsref.loading.dataset import Dataset
from armsref.loading.problems import DataError
from armsref.loading.reader import read_data
from armsref.model import Entry
from armsref.model.addresses import SECTIONS
from armsref.prose.answers import EntryAnswers
from armsref.views.as_of import AsOf

_STOWED = re.compile(r'<div data-stowed="(?P<mark>\d+)"></div>')


def page_of(entry: Entry) -> str:
    """The source path of an entry's page, from which MkDocs derives its address."""
    return f"{SECTIONS[entry.kind]}/{entry.id}.md"


@dataclass(frozen=True)
class Site:
    """One build's data, on its day."""

    dataset: Dataset
    today: date
    markdown: dict[str, str] = field(default_factory=dict, repr=False)
    """The Markdown of the pages that are finished, by their addresses below the site's root."""
    _stowed: dict[str, str] = field(default_factory=dict, repr=False)
    _stowed_markdown: dict[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def as_of(self) -> AsOf:
        """The data as it stands on the day of the build."""
        return AsOf(self.dataset, self.today)

    def stow(self, html: str, markdown: str = "") -> Markup:
        """Keep finished HTML from the Markdown converter, and the same as Markdown; `filled` puts the HTML back."""
        mark = str(len(self._stowed_markdown))
        self._stowed[mark], self._stowed_markdown[mark] = html, markdown
        return Markup('<div data-stowed="{}"></div>').format(mark)

    def filled(self, page: str) -> str:
        """A converted page with what was stowed while it was made."""
        return _STOWED.sub(lambda mark: self._stowed.pop(mark["mark"]), page)

    def stowed_markdown(self, mark: str) -> str:
        """The Markdown that was stowed under a mark, empty where there was none."""
        return self._stowed_markdown[mark]

    @cached_property
    def answers(self) -> EntryAnswers:
        """The one-sentence answer of each entry on the day of the build."""
        return EntryAnswers(self.coverage, self.today)

    @property
    def coverage(self) -> Coverage:
        """The verdicts on weapons and launches."""
        return self.as_of.coverage


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
def published(data: Path, site_url: str) -> Edition:
    """What the build publishes beside its pages, for a site at an address."""
    return Edition(current(data).dataset, release_of(data, site_url))


def data_folder(config: Any) -> Path:
    """The data folder of a MkDocs configuration: `extra.data`, relative to where the build runs."""
    return Path(config["extra"]["data"])
