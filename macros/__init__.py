"""The macros that an author may write on a page; each delegates."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from armsref.export.citing import of_whole
from armsref.model.dates import PartialDate
from armsref.prose import figures
from macros import citation
from macros.lists import LISTS, OFFERS, finished_list, finished_offer
from macros.opendata import Publication
from macros.pages import finished_page
from macros.site import current, data_folder, published


def define_env(env: Any) -> None:
    """Give the pages their macros. `env` is the environment of mkdocs-macros."""
    site = current(data_folder(env.conf))
    about = published(data_folder(env.conf), env.conf["site_url"] or "/")
    publication = Publication(site.as_of, about.release, Path(env.conf["site_dir"]))

    def entry(entry_id: str) -> str:
        """The page of an entry."""
        page = finished_page(site.as_of, site.dataset[entry_id], about.release, env.page.edit_url or "")
        site.markdown[env.page.url] = page.markdown
        env.page.meta["contents"] = page.contents
        return site.stow(page.html)

    def built_on() -> str:
        """The day for which the site was built."""
        return figures.day(PartialDate.on(site.today))

    def cite_data() -> str:
        """How the data as a whole is cited, for the page on it."""
        return site.stow(citation.forms_html(of_whole(about.release)))

    def listed(name: str) -> str:
        """One of the lists, as it stands on the page that calls for it."""
        finished = finished_list(site.as_of, name, env.page.url, about.release.site)
        return site.stow(finished.html, finished.markdown)

    def offered(name: str) -> str:
        """What is told of the published files."""
        finished = finished_offer(publication, name, env.page.url)
        return site.stow(finished.html, finished.markdown)

    for macro in (entry, built_on, cite_data):
        env.macro(macro)
    for name in LISTS:
        env.macro(partial(listed, name), name)
    for name in OFFERS:
        env.macro(partial(offered, name), name)
