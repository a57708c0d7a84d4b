"""Entries and lists to Markdown, through the templates beside this file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from armsref.export.api.making import path_of
from armsref.export.citing import apa, of_entry
from armsref.history.release import Release
from armsref.loading.dataset import Cited
from armsref.model import Entry, Launch, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.prose import vocabulary as wording
from macros import charts, citation
from macros.indexes import Index
from macros.markdown import Md, attribute, escaped
from macros.page import page_for
from macros.site import Site
from macros.verdicts import Verdicts


def entry_page(site: Site, entry: Entry, release: Release, about: dict[str, str]) -> str:
    """The Markdown of an entry's page, as it is cited in a release. `about` gives `edit_url` and `data_file`."""
    page, cited = page_for(site, entry), of_entry(entry, release)
    context = {
        "page": page,
        "entry": entry,
        "site": site,
        "cited_as": apa(cited),
        "citation": citation.forms(cited),
        "api_href": f"../../{path_of(entry)}",
        "day": page.day,
        "publisher": page.publisher,
        "charts": charts,
        "verdicts": Verdicts(Index(site, address_of(entry))),
        "participation": _participation(site, entry),
        "participation_count": len(site.dataset.participation.get(entry.id, ())),
        **about,
    }
    return _environment().get_template(f"{entry.kind}.md.j2").render(context)


@cache
def _environment() -> Environment:
    # Values are escaped for Markdown on their way out (`finalize`), which is why HTML escaping is off.
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        finalize=_finalized,
        undefined=StrictUndefined,
        comment_start_string="{##",  # "{#id}" names a heading in Markdown
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        {
            "formal_name": None,
            "md": Md,
            "join": _joined,
            "language": language,
            "external": external,
            "article": wording.article,
            "sentence": wording.sentence,
            "binding_words": wording.BINDING_WORDS,
            "source_kind": _source_kind,
            "launched_from": _launched_from,
            "launch_purpose": _launch_purpose,
        }
    )
    return environment


def _finalized(value: Any) -> Any:
    return escaped(value) if isinstance(value, str) else value


def _joined(texts: Iterable[str]) -> Md:
    return Md(", ".join(escaped(text) for text in texts))


@cache
def language(code: str) -> str:
    """A language's name in English: 'ru' is 'Russian'."""
    try:
        return Locale.parse(code, sep="-").get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def external(words: str, url: str) -> Md:
    """A link to another site; it says no more of the reader than that a link was followed."""
    # Written as HTML: an address may hold any character that means something to Markdown.
    return Md(f'<a href="{attribute(url)}" rel="noreferrer">{escaped(words)}</a>')


def _participation(site: Site, entry: Entry) -> str:
    if not isinstance(entry, Treaty) or entry.id not in site.dataset.participation:
        return ""
    return Index(site, address_of(entry)).participation(entry)


def _source_kind(cited: Cited) -> str:
    return wording.SOURCE_KINDS[cited.kind]


def _launched_from(weapon: Weapon) -> str:
    """From where, and how based: 'ground (road-mobile), submarines'; silos and aircraft are places already."""
    basing = ", ".join(wording.BASING[base] for base in weapon.basing if base in wording.BASING)
    places = [wording.LAUNCH_PLACES[place] for place in weapon.launched_from]
    return ", ".join(f"{place} ({basing})" if place == "ground" and basing else place for place in places)


def _launch_purpose(launch: Launch) -> str:
    return {"combat": "in combat", "test": "as a test", "training": "in training", "space-launch": "to space"}[
        launch.purpose
    ]
