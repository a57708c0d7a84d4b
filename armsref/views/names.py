"""The names of an entry, by what sort of name each is."""

from __future__ import annotations

from collections.abc import Iterable

from armsref.model import Entry, State, Weapon
from armsref.model.names import folded
from armsref.prose.lines import Line, WebLink
from armsref.views.parts import Fact, OtherName
from armsref.views.writer import language_name, words

# How many other names stand at the head of a page, and the languages in which many entries are named at home.
MOST_OTHER_NAMES = 6
_ORIGINALS = ("ru", "zh", "ko", "fa", "uk", "fr")
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


def known_as(entry: Entry) -> tuple[OtherName, ...]:
    """A few other names by which readers come: its short form, designations, everyday names, and the original one."""
    found = [OtherName(entry.abbreviation)] if entry.abbreviation else []
    if isinstance(entry, Weapon):
        found += [OtherName(systems[0].value) for systems in entry.designations.values() if systems]
    found += [OtherName(alias) for alias in entry.aliases]
    originals = [OtherName(names[0], code) for code, names in entry.names.items() if code in _ORIGINALS and names]
    new = _each_new(entry.title, (*originals, *found))
    known = [name for name in new if not name.language][: MOST_OTHER_NAMES - sum(bool(name.language) for name in new)]
    return (*known, *(name for name in new if name.language))


def _each_new(title: str, found: Iterable[OtherName]) -> list[OtherName]:
    """The names that say more than the title and those before them."""
    kept: list[OtherName] = []
    for name in found:
        said = [folded(known) for known in (title, *(other.words for other in kept))]
        if not any(folded(name.words) in known or known in folded(name.words) for known in said):
            kept.append(name)
    return kept


def _row(written: tuple[str, ...]) -> Line:
    return words(", ".join(written))
