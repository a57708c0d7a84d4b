"""The feed, read back by a reader of feeds, and held to what RFC 4287 asks."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from armsref import load
from armsref.export.edition import Edition
from armsref.export.feeds import atom as feeds
from armsref.export.feeds.atom import MOST_BY_ONE, MOST_CHANGES, MOST_ITEMS, atom, feed_items
from armsref.history.changes import Change, Commit
from armsref.history.release import Release
from tests.built import real_data
from tests.conftest import Data, treaty
from tests.history.test_changes import History

SITE = "https://example.org/reference/"
RELEASE = Release("2026.11.02", datetime(2026, 11, 22, 8, tzinfo=UTC), SITE)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
MANY = MOST_BY_ONE + 1


@pytest.fixture
def edition(data: Data) -> Edition:
    terms = "\n".join(f"term-{n}: {{name: Term {n}, answer: A., sources: [aca/inf]}}" for n in range(MANY))
    files = {"treaties/inf-treaty.yml": treaty("name: INF <Treaty> & more"), "glossary.yml": terms}
    return Edition(load(data(files)), RELEASE)


def commit(at: datetime, *changes: Change, name: str = "c0ffee") -> Commit:
    return Commit(name, at, changes)


def read(edition: Edition, *commits: Commit) -> feedparser.FeedParserDict:
    feed = feedparser.parse(atom(edition, "whole", feed_items(edition.dataset, commits)))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def asked_of(text: bytes) -> None:
    """What RFC 4287 asks of a feed: 4.1.1, 4.1.2, 3.3."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    ids = [each.text for each in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(re.match(r"https?://", each or "") for each in ids)
    assert len(feed.findall(f"{ATOM}author/{ATOM}name")) == 1
    assert [each.get("href") for each in feed.findall(f"{ATOM}link[@rel='self']")] == [feed.findtext(f"{ATOM}id")]
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        assert [len(each.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo
        links = each.findall(f"{ATOM}link")
        assert len([link for link in links if link.get("rel", "alternate") == "alternate"]) == 1
        assert len(each.findall(f"{ATOM}summary")) <= 1


def test_a_new_entry_is_an_item_with_its_answer(edition: Edition) -> None:
    (item,) = read(edition, commit(NOON, Change("inf-treaty", True))).entries
    assert (item.title, item.summary) == ("New: INF <Treaty> & more", "Banned missiles.")
    assert (item.link, item.id) == (f"{SITE}treaties/inf-treaty/", f"{SITE}treaties/inf-treaty/#2026-11-02")
    assert item.updated == "2026-11-02T12:00:00+00:00"


def test_a_changed_entry_says_what_changed(edition: Edition) -> None:
    (item,) = read(edition, commit(NOON, Change("inf-treaty", False, ("range_km", "history")))).entries
    assert item.title == "Changed: INF <Treaty> & more"
    assert item.summary == "What changed: range km and history. Banned missiles."


def test_an_entry_has_one_item_a_day(edition: Edition) -> None:
    later, earlier = Change("inf-treaty", False, ("history",)), Change("inf-treaty", False, ("answer", "history"))
    before = commit(NOON - timedelta(days=1), Change("inf-treaty", True))
    feed = read(edition, commit(NOON, later), commit(NOON - timedelta(hours=2), earlier), before)
    assert [each.id[-10:] for each in feed.entries] == ["2026-11-02", "2026-11-01"]
    assert feed.entries[0].summary.startswith("What changed: answer and history.")
    assert feed.entries[0].updated == "2026-11-02T12:00:00+00:00"


def test_an_entry_that_changes_on_the_day_on_which_it_is_new_is_new(edition: Edition) -> None:
    changed, new = Change("inf-treaty", False, ("answer",)), Change("inf-treaty", True)
    (item,) = read(edition, commit(NOON, changed), commit(NOON - timedelta(hours=1), new)).entries
    assert item.title.startswith("New: ")


def test_a_commit_that_changes_many_entries_is_one_item_that_lists_them(edition: Edition) -> None:
    terms = [Change(f"term-{number}", number > 0, ()) for number in range(MANY)]
    (item,) = read(edition, commit(NOON, *terms)).entries
    assert item.title == f"{MANY - 1} new and 1 changed entries"
    assert item.id == f"{SITE}feed.xml#c0ffee"
    links = re.findall(r'<a href="([^"]+)">(Term \d+)</a>', item.content[0].value)
    assert sorted(links) == sorted((f"{SITE}glossary/term-{n}/", f"Term {n}") for n in range(MANY))


def test_as_many_as_are_read_one_by_one_are_so(edition: Edition) -> None:
    terms = [Change(f"term-{number}", True) for number in range(MOST_BY_ONE)]
    assert len(read(edition, commit(NOON, *terms)).entries) == MOST_BY_ONE


def test_what_is_no_entry_any_more_is_left_out(edition: Edition) -> None:
    assert read(edition, commit(NOON, Change("gone", True))).entries == []


def test_the_feed_goes_back_no_further_than_is_read(edition: Edition) -> None:
    days = [commit(NOON - timedelta(days=day), Change("inf-treaty", False, ("answer",))) for day in range(200)]
    assert len(feed_items(edition.dataset, days)) == MOST_ITEMS
    terms = tuple(Change(f"term-{number}", True) for number in range(MANY))
    bulk = [commit(NOON - timedelta(days=day), *terms, name=str(day)) for day in range(200)]
    assert len(feed_items(edition.dataset, bulk)) == -(-MOST_CHANGES // MANY)


def test_the_feed_is_as_old_as_its_last_item_or_its_version(edition: Edition) -> None:
    assert read(edition, commit(NOON, Change("inf-treaty", True))).feed.updated == "2026-11-02T12:00:00+00:00"
    assert read(edition).feed.updated == "2026-11-02T00:00:00+00:00"


def test_an_empty_feed_and_a_full_one_are_what_the_standard_asks(edition: Edition) -> None:
    terms = tuple(Change(f"term-{number}", True) for number in range(MANY))
    day_before = commit(NOON - timedelta(days=1), *terms)
    asked_of(atom(edition, "unknown", []))
    asked_of(atom(edition, "whole", feed_items(edition.dataset, [commit(NOON, Change("ru", True)), day_before])))


def feed_of(data: Path) -> feedparser.FeedParserDict:
    ((name, text),) = feeds.feed_file(Edition(load(data), RELEASE))
    assert name == "feed.xml"
    asked_of(text)
    return feedparser.parse(text)


def test_the_feed_of_a_history_that_is_whole_cut_off_or_not_there(data: Data, tmp_path: Path) -> None:
    history = History(data({"glossary.yml": "range: {name: Range, answer: Far., sources: [aca/inf]}"}).parent)
    assert "without a history" in feed_of(history.data).feed.subtitle
    history.change()
    history.change(treaty=treaty())
    assert len(feed_of(history.data).entries) == 5
    assert feed_of(history.data).feed.subtitle == "Entries that are new or have changed."
    for depth, titles in ((1, []), (2, ["New: INF Treaty"])):
        feed = feed_of(history.clone(tmp_path / f"cut-{depth}", depth))
        assert "cut off" in feed.feed.subtitle
        assert [each.title for each in feed.entries] == ([] if depth == 1 else titles)


def test_the_real_feed_is_what_the_standard_asks_and_the_same_each_time() -> None:
    dataset = real_data()
    (first,), (second,) = (list(feeds.feed_file(Edition(dataset, RELEASE))) for _ in range(2))
    asked_of(first[1])
    assert first == second
