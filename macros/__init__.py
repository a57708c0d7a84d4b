"""The macros that an author may write on a page; each delegates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from armsref.dates import PartialDate
from armsref.export.citing import of_whole
from macros import citation, figures
from macros.api import Reference
from macros.indexes import Index
from macros.quality import Quality
from macros.render import entry_page
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


def define_env(env: Any) -> None:
    """Give the pages their macros. `env` is the environment of mkdocs-macros."""
    site = current(data_folder(env.conf))
    release = published(data_folder(env.conf), env.conf["site_url"] or "/").release

    def entry(entry_id: str) -> str:
        """The page of an entry."""
        record = site.dataset.records[entry_id]
        about = {"edit_url": env.page.edit_url or "", "data_file": record.file.path.as_posix()}
        return entry_page(site, record.entry, release, about)

    def listed(maker: Callable[[Index], Any], name: str) -> Callable[[], str]:
        """One of the lists, as it stands on the page that calls for it."""
        return lambda: str(site.stow(getattr(maker(Index(site, env.page.url)), name)()))

    def built_on() -> str:
        """The day for which the site was built."""
        return figures.day(PartialDate.on(site.today))

    def cite_data() -> str:
        """How the data as a whole is cited, for the page on it."""
        return str(site.stow(citation.forms(of_whole(release))))

    for each in (entry, built_on, cite_data):
        env.macro(each)
    api = published(data_folder(env.conf), env.conf["site_url"] or "/").api
    reference = {lambda index: Reference(index, api): ("api_files", "api_envelope", "api_records")}
    for maker, names in (LISTS | reference).items():
        for name in names:
            env.macro(listed(maker, name), name)
