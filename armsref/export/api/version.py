"""Version 1 of the API: its number, and where it is served."""

from __future__ import annotations

from armsref.model import Entry
from armsref.model.addresses import SECTIONS

# The first number never changes below /api/v1/; the second rises with every field, code or file that is added.
SCHEMA_VERSION = "1.2"
ROOT = "api/v1/"
API_PAGE = "data/api/"


def path_of(entry: Entry) -> str:
    """The path of an entry's file below the site's root."""
    return f"{ROOT}{SECTIONS[entry.kind]}/{entry.id}.json"
