"""What any generator of sites needs laid out: pages with what is said of them, lookup files, published files.

It knows nothing of the generator that is in use. A generator converts the pages that are written by hand, puts finished
parts where their marks stand, and lays a frame round each page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from armsref.checks import problems_of
from armsref.export import outputs
from armsref.export.citing import of_whole
from armsref.export.edition import Edition, File
from armsref.export.linked import jsonld
from armsref.history.release import Release, release_of
from armsref.loading.dataset import Dataset
from armsref.loading.problems import DataError
from armsref.loading.reader import read_data
from armsref.loading.reading import Reading
from armsref.model import Entry
from armsref.model.addresses import SECTIONS, address_of
from armsref.prose.english import day
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import SECTION_TITLES
from armsref.views.as_of import AsOf
from macros import llms
from macros.background import Work, begin_work
from macros.cards import OTHER, Shared
from macros.citation import finished_citation
from macros.finished import Finished, Stow, filled
from macros.handwritten import HandwrittenPage, handwritten_pages
from macros.lists import LISTS, finished_list, finished_offer
from macros.lookups import Lookup, lookup_files
from macros.opendata import Publication
from macros.pages import finished_page

# The page on the open data.
DATA_ADDRESS = "data/"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site is made of, where it is built, and what it is called. Its address ends with a slash."""

    data: Path
    docs: Path
    folder: Path
    address: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """What is said of a page in its head, and `section`: the title and the address of the list that it belongs to."""

    title: str
    description: str
    shared: tuple[tuple[str, str], ...]
    linked_data: str = ""
    section: tuple[str, str] | None = None


@dataclass(frozen=True)
class Site:
    """The data of a build, on its day, as pages and files."""

    settings: Settings
    as_of: AsOf
    edition: Edition
    stow: Stow = field(default_factory=Stow, repr=False)

    @property
    def dataset(self) -> Dataset:
        """The data."""
        return self.as_of.dataset

    @property
    def release(self) -> Release:
        """The version of the data, and the address of the site."""
        return self.edition.release

    @cached_property
    def publication(self) -> Publication:
        """What the build publishes, for the pages that tell of it."""
        return Publication(self.as_of, self.release, self.settings.folder)

    @cached_property
    def handwritten(self) -> dict[str, HandwrittenPage]:
        """The pages that are written by hand, by the paths of their sources."""
        return {page.path: page for page in handwritten_pages(self.settings.docs)}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entries by the paths of their pages, as if those were written by hand too."""
        return {f"{SECTIONS[entry.kind]}/{entry.id}.md": entry for entry in self.dataset}

    # The heads of pages

    def head(self, path: str) -> PageHead:
        """What is said of the page at a path."""
        page = self.handwritten.get(path)
        return self._handwritten_head(page) if page else self._entry_head(self.entries[path])

    def _entry_head(self, entry: Entry) -> PageHead:
        title, answer = typographic(entry.title), self.as_of.answer(entry)
        return PageHead(
            title=title,
            description=answer,
            shared=self._shared(title, answer, address_of(entry), entry.kind),
            linked_data=jsonld.embedded(jsonld.of_page(self.edition, entry)),
            section=(SECTION_TITLES[entry.kind], f"{SECTIONS[entry.kind]}/"),
        )

    def _handwritten_head(self, page: HandwrittenPage) -> PageHead:
        description = page.description or self.settings.description
        # The front page stands for the whole site.
        shared_as = page.title if page.address else self.settings.name
        dataset = jsonld.of_dataset(self.release, outputs.downloads()) if page.address == DATA_ADDRESS else None
        return PageHead(
            title=page.title,
            description=description,
            shared=self._shared(shared_as, description, page.address, OTHER),
            linked_data=jsonld.embedded(dataset) if dataset else "",
        )

    def _shared(self, title: str, description: str, address: str, image: str) -> tuple[tuple[str, str], ...]:
        site = self.release.site
        shared = Shared(title, description, site + address, image, self.settings.name, site)
        return tuple(shared.properties())

    # Pages and parts of them

    def entry(self, entry_id: str, edit_url: str = "") -> Finished:
        """The page of an entry. `edit_url` is where its data is edited, if anywhere."""
        return finished_page(self.as_of, self.dataset[entry_id], self.release, edit_url)

    def listed(self, name: str, address: str) -> Finished:
        """One of the lists of `macros.lists`, for the page at an address below the site's root."""
        if name in LISTS:
            return finished_list(self.as_of, name, address, self.release.site)
        self.publishing.finish()
        return finished_offer(self.publication, name, address)

    def citation(self) -> Finished:
        """How the data as a whole is cited."""
        return finished_citation(of_whole(self.release))

    def built_on(self) -> str:
        """The day for which the site is built, in words."""
        return day(self.as_of.day)

    def markdown_file(self, path: str, source: str, parts: Mapping[str, Finished]) -> File:
        """The page at a path as Markdown, as it is written beside the page.

        `source` is its Markdown after macros have run, with marks in the places of the parts.
        """
        texts = {mark: part.markdown for mark, part in parts.items()}
        page = self.handwritten.get(path)
        text = page.markdown(source, texts, self.release.site) if page else filled(source.strip(), texts)
        address = page.address if page else address_of(self.entries[path])
        return f"{address}index.md", (text + llms.imprint(self.settings.name, self.release, address)).encode()

    # Files

    @cached_property
    def publishing(self) -> Work:
        """The writing of the files that are published; it begins when it is first asked for."""
        return begin_work(lambda: outputs.write(self.edition, self.settings.folder))

    @cached_property
    def lookups(self) -> dict[str, Lookup]:
        """The files that pages look things up in, and the list of all pages, by their paths."""
        return lookup_files(self.as_of) | {llms.FILE: self._page_list}

    def files(self) -> Iterator[File]:
        """All files of `lookups`, made."""
        for path, text in self.lookups.items():
            yield path, text().encode()

    def _page_list(self) -> str:
        name, description = self.settings.name, self.settings.description
        return llms.llms_text(self.as_of, self.release, name, description, self.handwritten.values())


def prepare(settings: Settings) -> Site:
    """Read and check the data of a site. Raises DataError with all errors of the data."""
    return site_from(settings, read_data(settings.data))


def site_from(settings: Settings, reading: Reading) -> Site:
    """The site of data that was read, on the day of the build. Raises DataError with all errors of the data."""
    errors = [problem for problem in problems_of(reading) if problem.level == "error"]
    if errors:
        raise DataError(errors)
    release = release_of(settings.data, settings.address)
    dataset = Dataset.of(reading)
    return Site(settings, AsOf(dataset, release.day), Edition(dataset, release))
