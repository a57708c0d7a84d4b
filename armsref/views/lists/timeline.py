"""The agreements as bars on one scale, and the days that a page about time may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from armsref.law.status import StatusInterval
from armsref.model import Treaty
from armsref.prose.lines import EntryLink
from armsref.prose.status import life_words
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import sought
from armsref.views.lists.tables import Cell, TableColumn, TableRow, TableView, link_to

# A day that every month has, so that a year later is a day too.
_LAST_OF_EVERY_MONTH = 28


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Days that may be asked for, from the first act of any agreement to a year from today, as a machine reads them."""

    today: str
    first: str
    last: str


def day_span(as_of: AsOf) -> DaySpan:
    """The days that a page about time may be asked for."""
    today = as_of.day
    last = today.replace(year=today.year + 1, day=min(today.day, _LAST_OF_EVERY_MONTH))
    return DaySpan(today.isoformat(), first_day(as_of).isoformat(), last.isoformat())


def first_day(as_of: AsOf) -> date:
    """The day on which the first agreement began its life; today where none has."""
    return min((intervals[0].start for _, intervals in _lives(as_of)), default=as_of.day)


def lives_table(as_of: AsOf) -> TableView:
    """The agreements in the order in which their lives began."""
    columns = (TableColumn("Agreement"), TableColumn("Status today", "Status"), TableColumn("Life", sorted=False))
    lives = sorted(_lives(as_of), key=lambda life: life[1][0].start)
    rows = tuple(_row(as_of, treaty, intervals[0].start) for treaty, intervals in lives)
    return TableView("Agreements from signature to end", columns, rows, filterable="agreements", in_order_of=None)


def _lives(as_of: AsOf) -> list[tuple[Treaty, tuple[StatusInterval, ...]]]:
    lives = [(treaty, as_of.coverage.status_intervals(treaty)) for treaty in as_of.dataset.of_kind(Treaty)]
    return [(treaty, intervals) for treaty, intervals in lives if intervals and intervals[0].start <= as_of.day]


def _row(as_of: AsOf, treaty: Treaty, start: date) -> TableRow:
    mark = as_of.marks[treaty.id]
    life = EntryLink(treaty.id, life_words(as_of.coverage, treaty, as_of.day))
    cells = (
        Cell((link_to(treaty),), treaty.title.casefold()),
        Cell((), mark.code, status=mark),
        Cell((life,), start.isoformat(), drawn=True),
    )
    return TableRow(cells, sought(as_of, treaty))
