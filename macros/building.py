"""What happens while the site is built: one page an entry, the search files, no site where the data has an error."""

from __future__ import annotations

from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from armsref.export.edition import Edition
from armsref.export.linked import jsonld
from armsref.export.outputs import downloads, write
from armsref.history.release import Release
from armsref.loading.problems import DataError
from armsref.model import Entry
from armsref.model.addresses import SECTIONS
from armsref.prose.english import day
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import SECTION_TITLES
from macros import llms
from macros.background import Work, begun
from macros.cards import OTHER, Shared
from macros.lookups import lookup_files
from macros.readable import markdown_of
from macros.site import Site, current, data_folder, page_of, published

# The page on the open data, where there is one, and those that tell of its files.
DATA_PAGE = "data/index.md"
DATA_PAGES = (DATA_PAGE, "data/api.md")


def begin(config: Any) -> Any:
    """Load and check the data before anything is built. Raises Abort, with every error in it."""
    try:
        current(data_folder(config))
    except DataError as error:
        message = f"The data has errors; nothing was built.\n{error}"
        raise Abort(message) from None
    release = release_of_build(config)
    config["extra"] |= {"data_version": release.version, "data_day": day(release.dated)}
    if not config["repo_url"]:
        config["edit_uri"] = None  # there is nowhere to edit; the pages name the file instead
    return config


def add_files(files: Files, config: Any) -> Files:
    """Add a page for each entry, and let those that tell of the open data come last, for that takes a while."""
    site = current(data_folder(config))
    late = [files.src_uris[page] for page in DATA_PAGES if page in files.src_uris]
    for file in late:
        files.remove(file)
    for record in site.dataset.records.values():
        file = File.generated(config, page_of(record.entry), content=f'{{{{ entry("{record.entry.id}") }}}}')
        # Relative to docs/, from which MkDocs reckons; the line is that of the entry.
        file.edit_uri = f"../{record.file.path.as_posix()}#L{record.place().line}" if config["repo_url"] else None
        files.append(file)
    for file in late:
        files.append(file)
    return files


def material_styles(files: Files) -> str:
    """The address of the style sheet that the theme brings, below the site's root."""
    return next(file.url for file in files if fnmatch(file.src_uri, "assets/stylesheets/main.*.min.css"))


def finish(html: str, page: Any, config: Any) -> str:
    """A converted page with the finished HTML that belongs on it; what it comes to is kept as Markdown too."""
    site = current(data_folder(config))
    filled = site.filled(html)
    if page.url not in site.markdown:
        site.markdown[page.url] = markdown_of(filled, release_of_build(config).site + page.url)
    return filled


_publishing: list[Work] = []


def publish(config: Any) -> None:
    """Begin to write the files of `armsref.export.outputs` into the built site."""
    edition, folder = published_by(config), Path(config["site_dir"])
    _publishing.append(begun(lambda: write(edition, folder)))


def await_published() -> None:
    """Wait until the open data is written. Raises RuntimeError where that failed."""
    while _publishing:
        _publishing.pop().finish()


def tells_of_files(page: Any) -> bool:
    """Whether a page tells of the files of the open data, and so has to come after them."""
    return page.file.src_uri in DATA_PAGES


def write_lookups(config: Any) -> None:
    """Write what pages look up in the browser."""
    folder = Path(config["site_dir"])
    for path, lookup in lookup_files(current(data_folder(config)).as_of).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(lookup(), encoding="utf-8")


def write_markdown(config: Any) -> None:
    """Write each page as `index.md` beside itself, and llms.txt, which lists them."""
    site, folder = current(data_folder(config)), Path(config["site_dir"])
    release = release_of_build(config)
    for url, text in site.markdown.items():
        (folder / url / "index.md").write_text(text + llms.imprint(config["site_name"], release, url), encoding="utf-8")
    (folder / llms.FILE).write_text(llms.llms_text(site, release, config), encoding="utf-8")


def published_by(config: Any) -> Edition:
    """What a build publishes beside its pages."""
    return published(data_folder(config), config["site_url"] or "/")


def release_of_build(config: Any) -> Release:
    """The version of the data that is being built, and the address of its site."""
    return published_by(config).release


def name_page(page: Any, config: Any) -> None:
    """Give an entry's page its title, description and linked data, and its place for the breadcrumbs."""
    site = current(data_folder(config))
    entry = entry_of_page(page, site)
    if entry:
        # The theme prints these as they are, so they are HTML here.
        page.meta["title"] = escape(typographic(entry.title))
        page.meta["description"] = escape(typographic(site.answers.of(entry)), quote=True)
        page.meta["json_ld"] = jsonld.embedded(jsonld.of_page(published_by(config), entry))
        page.meta["section"] = (SECTION_TITLES[entry.kind], f"{SECTIONS[entry.kind]}/")
    elif page.file.src_uri == DATA_PAGE:
        page.meta["json_ld"] = jsonld.embedded(jsonld.of_dataset(release_of_build(config), downloads()))


def share_page(page: Any, config: Any) -> None:
    """Give a page what other sites show of it where it is shared."""
    site, address = current(data_folder(config)), release_of_build(config).site
    entry = entry_of_page(page, site)
    shared = Shared(
        title=entry.title if entry else config["site_name"] if page.is_homepage else str(page.title),
        description=site.answers.of(entry) if entry else page.meta.get("description", config["site_description"]),
        url=address + page.url,
        image=entry.kind if entry else OTHER,
        site_name=config["site_name"],
        site=address,
    )
    page.meta["shared"] = shared.properties()


def entry_of_page(page: Any, site: Site) -> Entry | None:
    """The entry that a page is about, if any."""
    section, _, rest = page.file.src_uri.partition("/")
    return site.dataset.get(rest.removesuffix(".md")) if section in SECTIONS.values() and rest else None
