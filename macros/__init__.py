"""The macros that an author may write on a page; each delegates."""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.configuration import site_of
from macros.lists import LISTS, OFFERS


def define_env(env: Any) -> None:
    """Give the pages their macros. `env` is the environment of mkdocs-macros."""

    def entry(entry_id: str) -> str:
        """The page of an entry."""
        site = site_of(env.conf)
        return site.stow.keep(partial(site.entry, entry_id, env.page.edit_url or ""))

    def listed(name: str) -> str:
        """A list, or what is told of published files."""
        site = site_of(env.conf)
        return site.stow.keep(partial(site.listed, name, env.page.url))

    def cite_data() -> str:
        """How the data as a whole is cited."""
        site = site_of(env.conf)
        return site.stow.keep(site.citation)

    def built_on() -> str:
        """The day for which the site is built."""
        return site_of(env.conf).built_on()

    for macro in (entry, cite_data, built_on):
        env.macro(macro)
    for name in (*LISTS, *OFFERS):
        env.macro(partial(listed, name), name)
