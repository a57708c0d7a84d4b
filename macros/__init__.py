"""The macros that an author may write on a page; each delegates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from armsref.export.citing import of_whole
from armsref.model.dates import PartialDate
from armsref.prose import figures
from macros import citation
from macros.api import Reference
from macros.lists import LISTS, finished_list
from macros.opendata import OpenData
from macros.pages import finished_page
from macros.quality import Quality
from macros.site import Index, Site, current, data_folder, published

QUALITY = ("claims_by_kind", "incomplete", "asked_for", "disputed_facts", "reviews")
OPEN_DATA = (
    "published_files", "published_tables", "attribution", "example_with_jq", "example_with_pandas",
    "example_in_a_spreadsheet",
)  # fmt: skip


def define_env(env: Any) -> None:
    """Give the pages their macros. `env` is the environment of mkdocs-macros."""
    site = current(data_folder(env.conf))
    about = published(data_folder(env.conf), env.conf["site_url"] or "/")

    def entry(entry_id: str) -> str:
        """The page of an entry."""
        page = finished_page(site.as_of, site.dataset[entry_id], about.release, env.page.edit_url or "")
        site.markdown[env.page.url] = page.markdown
        env.page.meta["contents"] = page.contents
        return site.stow(page.html)

    def made_by(maker: Callable[[Index], Any], name: str) -> Callable[[], str]:
        """What somebody makes for a page, as it stands on the page that calls for it."""
        return lambda: str(site.stow(getattr(maker(Index(site, env.page.url)), name)()))

    def built_on() -> str:
        """The day for which the site was built."""
        return figures.day(PartialDate.on(site.today))

    def cite_data() -> str:
        """How the data as a whole is cited, for the page on it."""
        return str(site.stow(citation.forms_html(of_whole(about.release))))

    for macro in (entry, built_on, cite_data):
        env.macro(macro)
    for name in LISTS:
        env.macro(_listed(env, site, about.release.site, name), name)
    folder = Path(env.conf["site_dir"])
    offered: dict[Callable[[Index], Any], tuple[str, ...]] = {
        Quality: QUALITY,
        lambda index: OpenData(index, about.release, folder): OPEN_DATA,
        lambda index: Reference(index, folder): ("api_files", "api_envelope", "api_records"),
    }
    for maker, names in offered.items():
        for name in names:
            env.macro(made_by(maker, name), name)


def _listed(env: Any, site: Site, address: str, name: str) -> Callable[[], str]:
    """One of the lists, as it stands on the page that calls for it; the site is at this address."""

    def on_page() -> str:
        finished = finished_list(site.as_of, name, env.page.url, address)
        return site.stow(finished.html, finished.markdown)

    return on_page
