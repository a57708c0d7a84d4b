"""The lists of lines under headings: events by year, terms by letter, acts by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from armsref.loading.dataset import Dataset
from armsref.model import Event, Term, Treaty, TreatyHistory
from armsref.model.names import folded
from armsref.prose.english import day
from armsref.prose.lines import EntryLink, plain_line
from armsref.prose.status import act_line
from armsref.prose.texts import typographic
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import link_to

OTHER_LETTERS = "#"


@dataclass(frozen=True, slots=True)
class DatedLink:
    """An entry after a day, and what is said of it."""

    day: str
    link: EntryLink
    words: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An entry with its answer. An event stands after its day, a term before its abbreviation."""

    link: EntryLink
    answer: str
    sought: Sought
    day: str = ""
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Entries under a heading that can be linked to."""

    anchor: str
    heading: str
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class YearOfActs:
    """What was done in a year."""

    year: int
    acts: tuple[DatedLink, ...]


def events_by_year(as_of: AsOf) -> tuple[ItemGroup, ...]:
    """The events, the newest year first and in it the latest."""
    years = groupby(reversed(as_of.dataset.of_kind(Event)), key=lambda event: event.date.year)
    return tuple(
        ItemGroup(f"y{year}", str(year), tuple(_event(as_of, event) for event in events)) for year, events in years
    )


def _event(as_of: AsOf, event: Event) -> ListItem:
    return ListItem(link_to(event), as_of.answer(event), sought(as_of, event), day=day(event.date))


def terms_by_letter(as_of: AsOf) -> tuple[ItemGroup, ...]:
    """The terms from A to Z, after those that begin with no letter."""
    terms = sorted(as_of.dataset.of_kind(Term), key=lambda term: (_letter(term), folded(term.title)))
    return tuple(
        ItemGroup(f"letter-{_slug(letter)}", letter, tuple(_term(as_of, term) for term in group))
        for letter, group in groupby(terms, key=_letter)
    )


def _term(as_of: AsOf, term: Term) -> ListItem:
    answer, short = as_of.answer(term), term.abbreviation or ""
    return ListItem(link_to(term), answer, sought(as_of, term), abbreviation=short)


def _letter(term: Term) -> str:
    first = folded(term.title)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER_LETTERS


def _slug(letter: str) -> str:
    return letter.lower() if letter != OTHER_LETTERS else "other"


def acts_by_year(as_of: AsOf) -> tuple[YearOfActs, ...]:
    """Every act of every agreement up to today, the latest year first and in it the earliest act."""
    years: dict[int, list[tuple[Treaty, TreatyHistory]]] = defaultdict(list)
    for treaty, act in acts_until(as_of.dataset, as_of.day):
        years[act.date.year].append((treaty, act))
    return tuple(YearOfActs(year, _acts(as_of, years[year])) for year in sorted(years, reverse=True))


def acts_until(dataset: Dataset, today: date) -> Iterator[tuple[Treaty, TreatyHistory]]:
    """Every act of every agreement up to a day, or that may have been by then."""
    for treaty in dataset.of_kind(Treaty):
        yield from ((treaty, act) for act in treaty.history if act.date.earliest <= today)


def _acts(as_of: AsOf, acts: Iterable[tuple[Treaty, TreatyHistory]]) -> tuple[DatedLink, ...]:
    in_order = sorted(acts, key=lambda pair: (pair[1].date.earliest, pair[1].date.latest))
    return tuple(linked_act(as_of, treaty, act) for treaty, act in in_order)


def linked_act(as_of: AsOf, treaty: Treaty, act: TreatyHistory) -> DatedLink:
    """An act as a line of a list: its day, its agreement and what was done."""
    return DatedLink(day(act.date), link_to(treaty), _act_words(as_of, treaty, act))


def _act_words(as_of: AsOf, treaty: Treaty, act: TreatyHistory) -> str:
    return typographic(plain_line(act_line(as_of.dataset, treaty, act).whole))
