"""What happens while the site is built: one page an entry, the search files, no site where the data has an error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from armsref.export.edition import Edition
from armsref.export.linked import jsonld
from armsref.export.lookup import answers, nametable
from armsref.export.lookup.entry_answers import answers_by_section
from armsref.export.outputs import downloads, write
from armsref.history.release import Release
from armsref.loading.problems import DataError
from armsref.model import Entry, Weapon
from armsref.model.addresses import SECTIONS, address_of
from armsref.prose.english import begun, day
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import KINDS, SECTION_TITLES
from macros import llms, search
from macros.cards import OTHER, Shared
from macros.readable import markdown_of
from macros.site import Site, current, data_folder, page_of, published
from macros.times import LAUNCHED

# The page on the open data, where there is one.
DATA_PAGE = "data/index.md"


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
    """Add a page for each entry, and the files that the search reads."""
    site = current(data_folder(config))
    for record in site.dataset.records.values():
        file = File.generated(config, page_of(record.entry), content=f'{{{{ entry("{record.entry.id}") }}}}')
        # Relative to docs/, from which MkDocs reckons; the line is that of the entry.
        file.edit_uri = f"../{record.file.path.as_posix()}#L{record.place().line}" if config["repo_url"] else None
        files.append(file)
    for name, content in answer_files(site):
        files.append(File.generated(config, f"assets/answers/{name}.json", content=content))
    files.append(File.generated(config, "assets/search/names.json", content=search.names_file(site.as_of)))
    files.append(File.generated(config, "assets/search/texts.json", content=search.texts_file(site.as_of)))
    return files


def material_styles(files: Files) -> str:
    """The address of the style sheet that the theme brings, below the site's root."""
    return next(file.url for file in files if fnmatch(file.src_uri, "assets/stylesheets/main.*.min.css"))


def answer_files(site: Site) -> Iterator[tuple[str, str]]:
    """What pages look up: the answers of links, and for any day how agreements stood, what they reached and asked."""
    for section, by_id in answers_by_section(site.dataset, site.answers).items():
        yield f"entries/{section}", _json(by_id)
    yield "statuses", _json(answers.statuses(site.coverage))
    yield "verdicts", _json(answers.verdicts(site.coverage))
    yield "names", _json(names(site))
    for weapon in site.dataset.of_kind(Weapon):
        if weapon.type in LAUNCHED:
            yield f"launches/{weapon.id}", _json(answers.launches(site.coverage, weapon))


def names(site: Site) -> dict[str, Any]:
    """What a page finds names in a text with, and what it shows of each entry found."""
    table = nametable.name_table(site.dataset)
    for each in table["entries"]:
        entry = site.dataset[each["id"]]
        each |= {
            "title": typographic(entry.title),
            "words": begun(KINDS[entry.kind]),
            "answer": typographic(site.answers.of(entry)),
            "href": address_of(entry),
        }
        if isinstance(entry, Weapon):
            each["stretches"] = nametable.weapon_stretches(entry)
    return table


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def finish(html: str, page: Any, config: Any) -> str:
    """A converted page with the finished HTML that belongs on it; what it comes to is kept as Markdown too."""
    site = current(data_folder(config))
    filled = site.filled(html)
    if page.url not in site.markdown:
        site.markdown[page.url] = markdown_of(filled, release_of_build(config).site + page.url)
    return filled


def publish(config: Any) -> None:
    """Write the files of `armsref.export.outputs` into the built site."""
    write(published_by(config), Path(config["site_dir"]))


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
