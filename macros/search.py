"""What the search box looks through: of every entry its names and the days of its life, and the words of its texts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from armsref.loading.dataset import Dataset
from armsref.loading.reading import Record
from armsref.model import Entry, Event, Linked, Speaker, Treaty, Weapon
from armsref.model.addresses import address_of
from armsref.model.dates import PartialDate
from armsref.model.names import folded, names_of
from armsref.prose.lines import plain_line
from armsref.prose.status import act_line
from armsref.prose.texts import plain, typographic
from armsref.prose.vocabulary import spaced
from armsref.views.as_of import AsOf
from armsref.views.entry import head_of

_WORD = re.compile(r"\w+")
# What stands in nearly every text, and tells none from another.
_COMMON = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "his",
    "in", "is", "it", "its", "no", "not", "of", "on", "or", "s", "that", "the", "their", "them", "they", "this", "to",
    "was", "were", "which", "who", "whose", "with", "would",
})  # fmt: skip
# A word that a text has oftener says no more of what the text is about.
_OFTEN_ENOUGH = 3

DatedAct = tuple[str, str]
"""A date as the data has it, without "about", or two with a stroke between; and what was done then."""


def names_file(as_of: AsOf) -> str:
    """JSON: for each entry its address, title, kind in words, status, answer, its other names, its days,
    and of a weapon who made it."""
    return _json([_names(as_of, entry) for entry in as_of.dataset])


def texts_file(as_of: AsOf) -> str:
    """JSON: the words of the texts of each entry, in the order of the names file."""
    return _json([_words(as_of.dataset, record) for record in as_of.dataset.records.values()])


def _names(as_of: AsOf, entry: Entry) -> dict[str, object]:
    head = head_of(as_of, entry)
    names = dict.fromkeys(name.surface for name in names_of(entry))
    names.pop(entry.title, None)
    status = head.status.words if head.status else ""
    record: dict[str, object] = {"u": address_of(entry), "t": head.title, "k": head.kind_words, "s": status}
    if isinstance(entry, Weapon):
        record["o"] = [folded(as_of.dataset[state].title) for state in entry.origin]
    return record | {"a": head.answer, "n": list(names), "d": list(dict.fromkeys(_days(as_of.dataset, entry)))}


def _days(dataset: Dataset, entry: Entry) -> Iterator[DatedAct]:
    """The days of an entry's life; what happened says itself that it happened."""
    match entry:
        case Event():
            dates = (entry.date, entry.end_date) if entry.end_date else (entry.date,)
            yield "/".join(map(_written, dates)), ""
        case Treaty():
            for act in entry.history:
                yield _written(act.date), typographic(plain_line(act_line(dataset, entry, act).whole))
            yield from _departures(dataset, entry)
        case Weapon():
            for step in entry.history:
                yield _written(step.date), spaced(step.act)


def _written(date: PartialDate) -> str:
    return str(date).removeprefix("~")


def _departures(dataset: Dataset, treaty: Treaty) -> Iterator[DatedAct]:
    for row in dataset.participation.get(treaty.id, ()):
        if row.left:
            yield _written(row.left), typographic(f"{dataset[row.state].title} left")


def _words(dataset: Dataset, record: Record) -> str:
    """The words of all texts of an entry, and of who speaks in them, in alphabetical order."""
    counted = Counter(word for text in _texts(dataset, record) for word in _WORD.findall(folded(text)))
    often = {word: min(times, _OFTEN_ENOUGH) for word, times in sorted(counted.items()) if word not in _COMMON}
    return " ".join(Counter(often).elements())


def _texts(dataset: Dataset, record: Record) -> Iterator[str]:
    for marked in record.marked:
        if isinstance(marked.marker, Linked):
            yield plain(dataset, marked.value)
        elif isinstance(marked.marker, Speaker):
            speaker = dataset.get(marked.value)
            yield speaker.title if speaker else marked.value
    if isinstance(record.entry, Weapon):
        yield from _classes(dataset, record.entry)


def _classes(dataset: Dataset, weapon: Weapon) -> Iterator[str]:
    """Whose a weapon is, and by all its names in English the class of its range."""
    yield from (dataset[state].title for state in (*weapon.origin, *weapon.operators))
    for claim in weapon.range_class:
        term = dataset.get(claim.value)
        if term:
            yield from (term.name, term.abbreviation or "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
