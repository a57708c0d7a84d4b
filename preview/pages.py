"""A page or a file of the site, made when it is asked for, by the steps that MkDocs takes in a build."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from armsref.export.outputs import output_of
from macros import building
from macros.configuration import site_of
from macros.prepare import Site


@dataclass(frozen=True)
class Frame:
    """What stays while the data changes: the configuration, and what the theme brings."""

    config: Any

    @cached_property
    def theme_files(self) -> tuple[File, ...]:
        """The styles and pictures of the theme."""
        files = Files([])
        files.add_files_from_theme(self.config.theme.get_env(), self.config)
        return tuple(files)

    @cached_property
    def templates(self) -> Any:
        """The templates of pages."""
        env = self.config.theme.get_env()
        return self.config.plugins.on_env(env, config=self.config, files=Files([*self.theme_files]))


@dataclass(frozen=True)
class MadeFrom:
    """What a site is made from: the configuration of MkDocs, the folder of the data, and that of hand-written pages."""

    config: Path
    data: Path
    docs: Path


def frame_of(source: MadeFrom, address: str, folder: Path) -> Frame:
    """The frame of a site that is shown at an address; what a page brings with it is written below a folder.

    The data is read and checked. Raises Abort where it has errors.
    """
    places = {"docs_dir": str(source.docs.resolve()), "site_dir": str(folder), "site_url": address}
    config = load_config(str(source.config), strict=False, **places)
    config["extra"]["data"] = str(source.data)
    config.plugins.on_startup(command="serve", dirty=False)
    return Frame(config.plugins.on_config(config))


@dataclass(frozen=True)
class Pages:
    """The pages and files of one state of the data."""

    frame: Frame
    _written: set[str] = field(default_factory=set)
    """The pages that are written as Markdown: each is while it is made."""

    @property
    def config(self) -> Any:
        """The configuration of the site."""
        return self.frame.config

    @property
    def site(self) -> Site:
        """The site that is shown."""
        return site_of(self.config)

    def content(self, path: str) -> bytes | None:
        """What stands at a path below the site's root, or None where nothing does."""
        name = posixpath.normpath(path + "index.html" if path.endswith("/") or not path else path)
        for made in (self._page, self._markdown, self._lookup, self._published, self._template, self._file):
            content = made(name)
            if content is not None:
                return content
        return None

    def has_page(self, path: str) -> bool:
        """Whether a page stands at a path, which ends with a slash."""
        return f"{path}index.html" in self._pages

    def missing(self) -> bytes:
        """What is shown where nothing stands."""
        return self._template("404.html") or b"Nothing stands here."

    # What may stand at a path

    def _page(self, name: str) -> bytes | None:
        file = self._pages.get(name)
        return self._rendered(file).encode() if file else None

    def _markdown(self, name: str) -> bytes | None:
        folder, file = posixpath.split(name)
        page = self._pages.get(posixpath.join(folder, "index.html")) if file == "index.md" else None
        if page is None:
            return None
        if name not in self._written:
            self._rendered(page)
        return (Path(self.config["site_dir"]) / name).read_bytes()

    def _lookup(self, name: str) -> bytes | None:
        make = self.site.lookups.get(name)
        return make().encode() if make else None

    def _published(self, name: str) -> bytes | None:
        if output_of(name) is None:
            return None
        self.site.publishing.finish()
        file = self.site.settings.folder / name
        return file.read_bytes() if file.is_file() else None

    def _template(self, name: str) -> bytes | None:
        if name not in self.config.theme.static_templates:
            return None
        for file in self._pages.values():
            self._page_of(file)  # the map of the site asks for the address of each page
        # The page for what is missing is shown at any address.
        base = "/" if name == "404.html" else get_relative_url(".", name)
        context = get_context(self._navigation, self._files, self.config, base_url=base)
        return str(self.frame.templates.get_template(name).render(context)).encode()

    def _file(self, name: str) -> bytes | None:
        file = self._others.get(name)
        return file.content_bytes if file else None

    # What a page is made with

    @cached_property
    def _files(self) -> Files:
        files = get_files(self.config)
        for file in self.frame.theme_files:
            if file.src_uri not in files.src_uris:
                files.append(file)
        return self.config.plugins.on_files(files, config=self.config)  # type: ignore[no-any-return]

    @cached_property
    def _navigation(self) -> Navigation:
        return get_navigation(self._files, self.config)

    @cached_property
    def _pages(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self._files.documentation_pages()}

    @cached_property
    def _others(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self._files if not file.is_documentation_page()}

    def _page_of(self, file: File) -> Page:
        _ = self._navigation  # which gives the pages that it names their titles and places
        return file.page or Page(None, file, self.config)

    def _rendered(self, file: File) -> str:
        page, plugins = self._page_of(file), self.config.plugins
        page.read_source(self.config)
        page.markdown = plugins.on_page_markdown(page.markdown, page=page, config=self.config, files=self._files)
        page.render(self.config, self._files)
        page.content = plugins.on_page_content(page.content, page=page, config=self.config, files=self._files)
        page.active = True
        context = get_context(self._navigation, self._files.documentation_pages(), self.config, page)
        context = plugins.on_page_context(context, page=page, config=self.config, nav=self._navigation)
        template = self.frame.templates.get_template(page.meta.get("template", "main.html"))
        output = plugins.on_post_page(template.render(context), page=page, config=self.config)
        page.active = False
        self._written.add(posixpath.join(posixpath.dirname(file.dest_uri), "index.md"))
        return str(output)


def show(frame: Frame, site: Site) -> Pages:
    """The pages of another state of the data."""
    building.begin_with(site, frame.config)
    return Pages(frame)
