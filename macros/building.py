"""What MkDocs is told while it builds: of the data's errors, of the pages of entries, and of each page's parts."""

from __future__ import annotations

import gc
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from armsref.loading.problems import DataError
from armsref.prose.english import day
from macros.configuration import settings_of, site_of, use_site
from macros.finished import filled
from macros.prepare import Site, prepare
from macros.styles import reduced, words_of_pages

# The pages that tell of the published files; they come last, for those take a while.
TELLING_OF_FILES = ("data/index.md", "data/api.md")
# What Material brings for its own pages; of it all, these use the main style sheet.
UNUSED_OF_THEME = (
    "assets/javascripts/*",
    "assets/stylesheets/*.map",
    "assets/stylesheets/palette.*",
    "assets/images/*",
)


def begin(config: Any) -> None:
    """Load and check the data before anything is built. Raises Abort, with every error in it."""
    try:
        site = prepare(settings_of(config))
    except DataError as error:
        message = f"The data has errors; nothing was built.\n{error}"
        raise Abort(message) from None
    _look_for_garbage_seldom()
    begin_with(site, config)


def _look_for_garbage_seldom() -> None:
    """What was read stays until the end, and pages leave little behind: the search took a fifteenth of a build."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def begin_with(site: Site, config: Any) -> None:
    """Begin to build a site, or go on with it in the place of another."""
    use_site(config, site)
    config["extra"] |= {"data_version": site.release.version, "data_day": day(site.release.dated)}
    if not config["repo_url"]:
        config["edit_uri"] = None  # there is nowhere to edit; the pages name the file instead


def add_files(files: Files, config: Any) -> Files:
    """Add a page for each entry."""
    last = [files.src_uris[page] for page in TELLING_OF_FILES if page in files.src_uris]
    for file in last:
        files.remove(file)
    site = site_of(config)
    for path, entry in site.entries.items():
        record = site.dataset.records[entry.id]
        file = File.generated(config, path, content=f'{{{{ entry("{entry.id}") }}}}')
        # Relative to docs/, from which MkDocs reckons; the line is that of the entry.
        file.edit_uri = f"../{record.file.path.as_posix()}#L{record.place().line}" if config["repo_url"] else None
        files.append(file)
    for file in last:
        files.append(file)
    _keep_what_pages_load(files, config)
    return files


def _keep_what_pages_load(files: Files, config: Any) -> None:
    """Of what the theme brings, leave out the scripts and style sheets that no page asks for, and what none can use."""
    styles = material_styles(files)
    for file in list(files):
        if any(fnmatch(file.src_uri, unused) for unused in UNUSED_OF_THEME):
            files.remove(file)
    whole = files.src_uris[styles]
    own = "".join(files.src_uris[path].content_string for path in config["extra_css"])
    files.remove(whole)
    files.append(File.generated(config, styles, content=reduced(whole.content_string, words_of_pages(), own)))


def publish(config: Any) -> None:
    """Begin to write the files that are published."""
    _ = site_of(config).publishing


def material_styles(files: Files) -> str:
    """The address of the style sheet that the theme brings, below the site's root."""
    return next(file.url for file in files if fnmatch(file.src_uri, "assets/stylesheets/main.*.min.css"))


def describe(page: Any, config: Any) -> None:
    """Give a page its title, its description, and what else the theme says of it in its head."""
    head = site_of(config).head(page.file.src_uri)
    page.meta |= {"title": head.title, "description": head.description, "shared": head.shared}
    page.meta |= {"linked_data": head.linked_data, "section": head.section}


def finish(page: Any, config: Any) -> None:
    """Put the finished parts of a page in their places, and write the page as Markdown beside itself."""
    site = site_of(config)
    parts = site.stow.parts_of(page.content)
    page.content = filled(page.content, {mark: part.html for mark, part in parts.items()})
    _write(config, site.markdown_file(page.file.src_uri, page.markdown, parts))


def write_files(config: Any) -> None:
    """Write the files that pages look things up in, and wait for those that are published."""
    site = site_of(config)
    for file in site.files():
        _write(config, file)
    site.publishing.finish()


def _write(config: Any, file: tuple[str, bytes]) -> None:
    path, content = file
    target = Path(config["site_dir"]) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
