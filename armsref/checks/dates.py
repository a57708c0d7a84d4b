"""Are dates possible, and in order?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import get_args

from pydantic import BaseModel

from armsref.checks.registry import Found, Scope, error
from armsref.law.status import ENDING, SIGNING
from armsref.loading.reading import Record
from armsref.model import Event, Publisher, Treaty, TreatyHistory, Weapon, WeaponHistory
from armsref.model.dates import PartialDate

# Foreign ministries that still exist were founded in the 18th century; an earlier year is a slip of the pen.
EARLIEST_YEAR = 1700
# What may lie ahead: the end of a fixed term, and the day an announced act takes effect.
MAY_BE_AHEAD = {"until", "takes_effect"}
# A text that is initialled is not yet signed, but nothing should come before that either.
SIGNED = SIGNING | {"initialled"}


@error
def date_ahead(scope: Scope) -> Found:
    """Nothing that is told as past lies ahead of today."""
    today = date.today()
    for record in scope.reading.records:
        for path, day in _dates(record):
            if path[-1] not in MAY_BE_AHEAD and day.earliest > today:
                yield record.place(*path), f"{day} lies ahead of today", "Mend the date; plans are told in the summary."
    for publisher in scope.reading.publishers:
        for item, field, day in _source_dates(publisher.publisher):
            if day.earliest > today:
                yield publisher.file.place(("items", item, field)), f"{day} lies ahead of today", "Mend the date."
    yield from _rows_ahead(scope, today)


def _rows_ahead(scope: Scope, today: date) -> Found:
    for treaty_id in scope.dataset.participation:
        for place, row in scope.reading.rows(treaty_id):
            for day in (row.signed, row.bound):
                if day and day.earliest > today:
                    yield place, f"{row.state}: {day} lies ahead of today", "Mend the date."


@error
def date_too_early(scope: Scope) -> Found:
    """No date is older than the field."""
    for record in scope.reading.records:
        for path, day in _dates(record):
            if day.year < EARLIEST_YEAR:
                yield record.place(*path), f"{day} is before {EARLIEST_YEAR}", "Is a digit missing or wrong?"


@error
def history_order(scope: Scope) -> Found:
    """The acts of a history stand in the order in which they happened."""
    for record in scope.reading.records:
        acts = [(act.date, act.act) for act in _history(record)]
        for index, (before, after) in enumerate(pairwise(acts), 1):
            if after[0].latest < before[0].earliest:
                message = f"{after[1]} on {after[0]} stands after {before[1]} on {before[0]}"
                yield record.place("history", index, "date"), message, "Put the acts in order, or mend the date."


@error
def force_before_signature(scope: Scope) -> Found:
    """Nothing enters into force before it is signed or adopted, or ends before it is signed."""
    for record, treaty in _treaties(scope):
        first = min((act.date for act in treaty.history if act.act in SIGNED), default=None)
        for index, act in enumerate(treaty.history):
            late = act.act == "entered-into-force" or act.act in ENDING
            if late and first and act.date.latest < first.earliest:
                yield (
                    record.place("history", index, "date"),
                    f"{act.act} on {act.date}, before signature on {first}",
                    "Mend one of the dates.",
                )


@error
def ended_before_began(scope: Scope) -> Found:
    """Nothing ends, takes effect or lapses before it began."""
    for record, treaty in _treaties(scope):
        force = next((act.date for act in treaty.history if act.act == "entered-into-force"), None)
        for index, act in enumerate(treaty.history):
            if act.act in ENDING and force and act.date.latest < force.earliest:
                yield (
                    record.place("history", index, "date"),
                    f"{act.act} on {act.date}, before entry into force on {force}",
                    "Mend one of the dates.",
                )
            for field in ("takes_effect", "until"):
                day = getattr(act, field)
                if day and day.latest < act.date.earliest:
                    yield (
                        record.place("history", index, field),
                        f"{field} {day} is before the act on {act.date}",
                        "Mend one of the dates.",
                    )
    for record in scope.reading.records:
        event = record.entry
        if isinstance(event, Event) and event.end_date and event.end_date.latest < event.date.earliest:
            yield (
                record.place("end_date"),
                f"the event ends on {event.end_date}, before it began on {event.date}",
                "Mend one of the dates.",
            )


@error
def contradiction(scope: Scope) -> Found:
    """A history does not contradict itself: nothing ends twice, is suspended when over, or resumes unsuspended."""
    for record, treaty in _treaties(scope):
        for index, act in enumerate(treaty.history):
            earlier = treaty.history[:index]
            before = [other for other in earlier if other.date.latest <= act.date.earliest]
            if why := _contradicts(act, before) or _ends_nothing(act, earlier):
                yield record.place("history", index, "act"), f"{act.act} on {act.date}, {why}", "Mend one of the acts."


# What can only happen while an agreement is in force, applied for the time being, or at least agreed.
_LIVING = {"suspended", "suspension-announced", "withdrawal-announced", "withdrew", "implementation-completed", *ENDING}


def _contradicts(act: TreatyHistory, before: list[TreatyHistory]) -> str:
    """Why an act cannot follow those before it; nothing where it can."""
    end = next((other for other in reversed(before) if other.act in ENDING or other.act == "entered-into-force"), None)
    over = end is not None and end.act in ENDING and end.date.latest < act.date.earliest
    if over and end and act.act in _LIVING:
        return f"after it was {end.act} on {end.date}"
    forced = [other for other in before if other.act == "entered-into-force" and other.actors == act.actors]
    if act.act == "entered-into-force" and forced and end in forced:
        return f"after it entered into force on {forced[-1].date} already"
    return ""


def _ends_nothing(act: TreatyHistory, earlier: Iterable[TreatyHistory]) -> str:
    """Why an act cannot end a suspension: none may have come before it, by a day, a month or a year."""
    if act.act != "suspension-ended":
        return ""
    perhaps = [other for other in earlier if other.act.startswith("suspen") and other.date.earliest <= act.date.latest]
    suspended = {state for other in perhaps for state in other.actors or ("all",)}
    ends = set(act.actors) & suspended if act.actors else suspended
    return "" if ends else "where nothing says that it was suspended before"


@error
def left_before_bound(scope: Scope) -> Found:
    """No state is bound before it signed, or left before it was bound."""
    for treaty_id in scope.dataset.participation:
        for place, row in scope.reading.rows(treaty_id):
            for before, after in pairwise([day for day in (row.signed, row.bound, row.left) if day]):
                if after.latest < before.earliest:
                    yield place, f"{row.state}: {after} stands after {before}", "Mend one of the dates."


def _treaties(scope: Scope) -> Iterator[tuple[Record, Treaty]]:
    return ((record, record.entry) for record in scope.reading.records if isinstance(record.entry, Treaty))


def _history(record: Record) -> tuple[TreatyHistory | WeaponHistory, ...]:
    return record.entry.history if isinstance(record.entry, Treaty | Weapon) else ()


def _dates(record: Record) -> Iterator[tuple[tuple[str | int, ...], PartialDate]]:
    for path, model in record.models:
        for name in _date_fields(type(model)):
            if day := getattr(model, name):
                yield (*path, name), day


@cache
def _date_fields(model: type[BaseModel]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if PartialDate in (info.annotation, *get_args(info.annotation)))


def _source_dates(publisher: Publisher) -> Iterator[tuple[str, str, PartialDate]]:
    for item, source in publisher.items.items():
        for field in ("date", "checked"):
            if day := getattr(source, field):
                yield item, field, day
