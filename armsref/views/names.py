"""The names of an entry, by what sort of name each is."""

from __future__ import annotations

from armsref.model import Entry, State
from armsref.prose.lines import Line, WebLink
from armsref.views.parts import Fact
from armsref.views.writer import language_name, words

WIKIDATA = "https://www.wikidata.org/wiki/"


def names(entry: Entry) -> tuple[Fact, ...]:
    """Its code, abbreviation and other names, its names in other languages, and the same thing in Wikidata."""
    found = []
    if isinstance(entry, State) and entry.iso:
        found.append(Fact("ISO code", (words(entry.iso),)))
    if entry.abbreviation:
        found.append(Fact("Abbreviation", (words(entry.abbreviation),)))
    if entry.aliases:
        found.append(Fact("Also called", (_row(entry.aliases),)))
    for code, translations in entry.names.items():
        found.append(Fact(language_name(code), (_row(translations),), language=code))
    if entry.wikidata:
        found.append(Fact("Wikidata", ((WebLink(WIKIDATA + entry.wikidata, entry.wikidata),),)))
    return tuple(found)


def _row(written: tuple[str, ...]) -> Line:
    return words(", ".join(written))
