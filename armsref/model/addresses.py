"""Where on the site the page of an entry stands."""

from __future__ import annotations

from armsref.model import Entry, Kind

SECTIONS: dict[Kind, str] = {
    "treaty": "treaties",
    "weapon": "weapons",
    "term": "glossary",
    "event": "events",
    "organisation": "organisations",
    "state": "states",
}


def address_of(entry: Entry) -> str:
    """The address of an entry's page below the site's root."""
    return f"{SECTIONS[entry.kind]}/{entry.id}/"
