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
from macros.indexes import Index
from macros.opendata import OpenData
from macros.pages import finished_page
from macros.quality import Quality
from macros.site import current, data_folder, published
from macros.times import Times
from macros.verdicts import Verdicts

# What a page may call for, by who makes it: {{ treaties() }} is Index.treaties.
LISTS: dict[Callable[[Index], Any], tuple[str, ...]] = {
    lambda index: index: (
        "treaties", "weapons", "glossary", "events", "organisations", "states_table", "in_force_today", "ended_lately",
        "sections",
    ),
    Times: ("in_force", "by_year", "timeline", "rules", "launch_form"),
    Verdicts: ("matrix", "launches"),
    Quality: ("claims_by_kind", "incomplete", "asked_for", "disputed_facts", "reviews"),
}  # fmt: skip
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

    def listed(maker: Callable[[Index], Any], name: str) -> Callable[[], str]:
        """One of the lists, as it stands on the page that calls for it."""
        return lambda: str(site.stow(getattr(maker(Index(site, env.page.url)), name)()))

    def built_on() -> str:
        """The day for which the site was built."""
        return figures.day(PartialDate.on(site.today))

    def cite_data() -> str:
        """How the data as a whole is cited, for the page on it."""
        return str(site.stow(citation.forms_html(of_whole(about.release))))

    for each in (entry, built_on, cite_data):
        env.macro(each)
    folder = Path(env.conf["site_dir"])
    offered = {
        lambda index: OpenData(index, about.release, folder): OPEN_DATA,
        lambda index: Reference(index, folder): ("api_files", "api_envelope", "api_records"),
    }
    for maker, names in (LISTS | offered).items():
        for name in names:
            env.macro(listed(maker, name), name)
