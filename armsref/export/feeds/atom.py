"""A feed of what is new and what has changed, in Atom, from the history of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from armsref.export.about import CREATOR, TITLE
from armsref.export.edition import Edition, File
from armsref.history import changes
from armsref.history.changes import Change, Commit, Extent
from armsref.loading.dataset import Dataset
from armsref.model.addresses import address_of
from armsref.model.names import folded
from armsref.prose.english import begun, listed

FEED = "feed.xml"
# A commit that changes more entries than this is one item that lists them: few readers want forty at a time.
MOST_BY_ONE = 40
# The feed goes back until it has so many items, or has told of so many changes: what is older has been read.
MOST_ITEMS, MOST_CHANGES = 50, 500
_SUBTITLES: dict[Extent, str] = {
    "whole": "Entries that are new or have changed.",
    "cut off": "Entries that are new or have changed, as far as is known: it was made from a history that is cut off.",
    "unknown": "Entries that are new or have changed. It was made without a history, so it has none to tell of.",
}


@dataclass(frozen=True)
class Item:
    """What became of one entry on a day, or of many in one commit; `at` is when the last of it was done."""

    key: str
    at: datetime
    changes: tuple[Change, ...]


def feed_file(edition: Edition) -> Iterator[File]:
    """The feed."""
    data = edition.dataset.root
    # The history is read no further back than the feed goes.
    with closing(changes.commits(data)) as commits:
        yield FEED, atom(edition, changes.extent(data), items(edition.dataset, commits))


def items(dataset: Dataset, commits: Iterable[Commit]) -> list[Item]:
    """What the feed tells of a history that is given from its last commit back; of what is no entry now, nothing."""
    found: dict[str, Item] = {}
    told = 0
    for commit in commits:
        if len(found) >= MOST_ITEMS or told >= MOST_CHANGES:
            break
        known = tuple(each for each in commit.changes if each.entry_id in dataset)
        told += len(known)
        for item in _items_of(commit, known, dataset):
            found[item.key] = _joined(found[item.key], item) if item.key in found else item
    return sorted(found.values(), key=lambda item: (item.at, item.key), reverse=True)


def _items_of(commit: Commit, known: tuple[Change, ...], dataset: Dataset) -> Iterator[Item]:
    if len(known) > MOST_BY_ONE:
        yield Item(f"{FEED}#{commit.name}", commit.at, known)
        return
    for each in known:
        yield Item(f"{address_of(dataset[each.entry_id])}#{commit.at:%Y-%m-%d}", commit.at, (each,))


def _joined(later: Item, earlier: Item) -> Item:
    """An entry's item of a day, of two that are about it."""
    (one,), (other,) = later.changes, earlier.changes
    fields = tuple(dict.fromkeys([*other.fields, *one.fields]))
    at = max(later.at, earlier.at)
    return Item(later.key, at, (Change(one.entry_id, one.is_new or other.is_new, fields),))


def atom(edition: Edition, extent: Extent, found: list[Item]) -> bytes:
    """The feed of such items, made of so much of the history."""
    release = edition.release
    feed = FeedGenerator()
    feed.id(release.site + FEED)
    feed.title(f"{TITLE}: changes")
    feed.subtitle(_SUBTITLES[extent])
    feed.author({"name": CREATOR})
    feed.rights("CC BY 4.0")
    feed.generator("armsref")
    feed.link([{"href": release.site + FEED, "rel": "self"}, {"href": release.site, "rel": "alternate"}])
    feed.updated(found[0].at if found else datetime.combine(release.dated, time(), UTC))
    for item in found:
        _add(feed.add_entry(order="append"), edition, item)
    return bytes(feed.atom_str(pretty=True))


def _add(made: FeedEntry, edition: Edition, item: Item) -> None:
    made.id(edition.release.site + item.key)
    made.updated(item.at)
    if item.key.startswith(FEED):
        _tell_of_many(made, edition, item)
    else:
        _tell_of_one(made, edition, item.changes[0])


def _tell_of_one(made: FeedEntry, edition: Edition, change: Change) -> None:
    entry = edition.dataset[change.entry_id]
    what = f"What changed: {listed([name.replace('_', ' ') for name in change.fields])}. "
    made.title(f"{'New' if change.is_new else 'Changed'}: {entry.title}")
    made.link({"href": edition.release.site + address_of(entry), "rel": "alternate"})
    made.category({"term": entry.kind})
    made.summary(("" if change.is_new else what) + edition.answers.of(entry))


def _tell_of_many(made: FeedEntry, edition: Edition, item: Item) -> None:
    kinds = {word: [each for each in item.changes if each.is_new == new] for word, new in (("new", 1), ("changed", 0))}
    counts = [f"{len(some)} {word}" for word, some in kinds.items() if some]
    lists = [f"<p>{begun(word)}:</p>{_links(edition, some)}" for word, some in kinds.items() if some]
    made.title(f"{listed(counts)} entries")
    made.link({"href": edition.release.site, "rel": "alternate"})
    made.content("".join(lists), type="html")


def _links(edition: Edition, some: Iterable[Change]) -> str:
    entries = sorted((edition.dataset[each.entry_id] for each in some), key=lambda entry: folded(entry.title))
    links = [
        f'<li><a href="{escape(edition.release.site + address_of(each))}">{escape(each.title)}</a></li>'
        for each in entries
    ]
    return f"<ul>{''.join(links)}</ul>"
