"""A feed of what is new and what has changed, in Atom, from the history of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from markupsafe import Markup

from armsref.export.about import CREATOR, TITLE
from armsref.export.edition import Edition, File
from armsref.history import changes as history
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
    """The changes of one entry on a day, or of many entries in one commit; `at` is the time of the last."""

    key: str
    at: datetime
    changes: tuple[Change, ...]


def feed_file(edition: Edition) -> Iterator[File]:
    """The feed."""
    data = edition.dataset.root
    # The history is read no further back than the feed goes.
    with closing(history.commits(data)) as commits:
        yield FEED, atom(edition, history.extent(data), feed_items(edition.dataset, commits))


def feed_items(dataset: Dataset, commits: Iterable[Commit]) -> list[Item]:
    """The items of a history that is given from its last commit back. Entries that were deleted are left out."""
    items: dict[str, Item] = {}
    told = 0
    for commit in commits:
        if len(items) >= MOST_ITEMS or told >= MOST_CHANGES:
            break
        known = tuple(change for change in commit.changes if change.entry_id in dataset)
        told += len(known)
        for item in _items_of(commit, known, dataset):
            items[item.key] = _joined(items[item.key], item) if item.key in items else item
    return sorted(items.values(), key=lambda item: (item.at, item.key), reverse=True)


def _items_of(commit: Commit, known: tuple[Change, ...], dataset: Dataset) -> Iterator[Item]:
    if len(known) > MOST_BY_ONE:
        yield Item(f"{FEED}#{commit.name}", commit.at, known)
        return
    for change in known:
        yield Item(f"{address_of(dataset[change.entry_id])}#{commit.at:%Y-%m-%d}", commit.at, (change,))


def _joined(later: Item, earlier: Item) -> Item:
    """One item of two that are about the same entry on the same day."""
    (last,), (first,) = later.changes, earlier.changes
    fields = tuple(dict.fromkeys([*first.fields, *last.fields]))
    at = max(later.at, earlier.at)
    return Item(later.key, at, (Change(last.entry_id, last.is_new or first.is_new, fields),))


def atom(edition: Edition, extent: Extent, items: list[Item]) -> bytes:
    """The feed with these items; `extent` is how much of the history they were read from."""
    release = edition.release
    feed = FeedGenerator()
    feed.id(release.site + FEED)
    feed.title(f"{TITLE}: changes")
    feed.subtitle(_SUBTITLES[extent])
    feed.author({"name": CREATOR})
    feed.rights("CC BY 4.0")
    feed.generator("armsref")
    feed.link([{"href": release.site + FEED, "rel": "self"}, {"href": release.site, "rel": "alternate"}])
    feed.updated(items[0].at if items else datetime.combine(release.dated, time(), UTC))
    for item in items:
        _add(feed.add_entry(order="append"), edition, item)
    return bytes(feed.atom_str(pretty=True))


def _add(element: FeedEntry, edition: Edition, item: Item) -> None:
    element.id(edition.release.site + item.key)
    element.updated(item.at)
    if item.key.startswith(FEED):
        _tell_of_many(element, edition, item)
    else:
        _tell_of_one(element, edition, item.changes[0])


def _tell_of_one(element: FeedEntry, edition: Edition, change: Change) -> None:
    entry = edition.dataset[change.entry_id]
    what = f"What changed: {listed([name.replace('_', ' ') for name in change.fields])}. "
    element.title(f"{'New' if change.is_new else 'Changed'}: {entry.title}")
    element.link({"href": edition.url(address_of(entry)), "rel": "alternate"})
    element.category({"term": entry.kind})
    element.summary(("" if change.is_new else what) + edition.answers.of(entry))


def _tell_of_many(element: FeedEntry, edition: Edition, item: Item) -> None:
    new, changed = ([change for change in item.changes if change.is_new == is_new] for is_new in (True, False))
    groups = {word: group for word, group in (("new", new), ("changed", changed)) if group}
    counts = [f"{len(group)} {word}" for word, group in groups.items()]
    lists = [Markup("<p>{}:</p>{}").format(begun(word), _links(edition, group)) for word, group in groups.items()]
    element.title(f"{listed(counts)} entries")
    element.link({"href": edition.release.site, "rel": "alternate"})
    element.content("".join(lists), type="html")


def _links(edition: Edition, changes: Iterable[Change]) -> Markup:
    entries = sorted((edition.dataset[change.entry_id] for change in changes), key=lambda entry: folded(entry.title))
    link = Markup('<li><a href="{}">{}</a></li>')
    links = (link.format(edition.url(address_of(entry)), entry.title) for entry in entries)
    return Markup("<ul>{}</ul>").format(Markup().join(links))
