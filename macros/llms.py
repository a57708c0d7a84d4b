"""The list of the pages as Markdown for language models, after the convention of llms.txt, and where a page is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armsref.export.about import LICENCE_URL
from armsref.export.outputs import OUTPUTS
from armsref.history.release import Release
from armsref.model import ENTRY_MODELS, Entry, Kind
from armsref.model.addresses import address_of
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import SECTION_TITLES
from armsref.views.as_of import AsOf
from macros.handwritten import HandwrittenPage
from macros.render import markdown_templates

FILE = "llms.txt"
# What may be skipped where there is little room: by the convention, the section of that name.
OPTIONAL = "state"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page or a file, by its address below the site's root, and what it is about."""

    address: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class PageList:
    """Pages under a heading."""

    title: str
    pages: tuple[ListedPage, ...]


def imprint(site_name: str, release: Release, address: str) -> str:
    """What stands below a page as Markdown: where it is from, of which day, and on what terms."""
    template = markdown_templates().get_template("imprint.md.j2")
    return template.render(name=site_name, release=release, address=address, licence=LICENCE_URL) + "\n"


def llms_text(as_of: AsOf, release: Release, name: str, description: str, written: Iterable[HandwrittenPage]) -> str:
    """The list of all pages of a site: what is written by hand first, the data, then the entries by kind."""
    lists = [PageList("Pages", tuple(map(_written, written))), PageList("Data", tuple(_data()))]
    lists += [_entries(as_of, kind) for kind in ENTRY_MODELS]
    template = markdown_templates().get_template("llms.md.j2")
    return template.render(name=name, description=description, release=release, lists=lists)


def _written(page: HandwrittenPage) -> ListedPage:
    return ListedPage(f"{page.address}index.md", page.title, page.description)


def _data() -> Iterator[ListedPage]:
    for output in OUTPUTS:
        if output.leads_to_all:
            yield ListedPage(output.path, output.title, output.use)


def _entries(as_of: AsOf, kind: Kind) -> PageList:
    entries = as_of.dataset.of_kind(ENTRY_MODELS[kind])
    pages = (_entry(entry, as_of.answer(entry)) for entry in entries)
    return PageList("Optional" if kind == OPTIONAL else SECTION_TITLES[kind], tuple(pages))


def _entry(entry: Entry, answer: str) -> ListedPage:
    return ListedPage(f"{address_of(entry)}index.md", typographic(entry.title), answer)
