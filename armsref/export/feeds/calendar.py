"""A calendar, in iCalendar's form: days that are remembered every year, and days that are to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from armsref.export.about import TITLE
from armsref.export.edition import Edition, File
from armsref.law.timeline import shifted
from armsref.model.addresses import address_of
from armsref.prose.english import day as in_words
from armsref.views.lists.days import CalendarDay, anniversaries, coming, is_a_day

CALENDAR = "calendar.ics"


def calendar_file(edition: Edition) -> Iterator[File]:
    """The calendar."""
    dataset, today = edition.dataset, edition.release.day
    yield CALENDAR, icalendar(edition, [*anniversaries(dataset, today), *coming(dataset, today)])


def icalendar(edition: Edition, days: Iterable[CalendarDay]) -> bytes:
    """The calendar that has these days, in their order."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{TITLE}//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", TITLE)
    calendar.add("x-wr-calname", TITLE)  # by which calendars knew it before there was NAME
    calendar.add("refresh-interval", timedelta(days=1), {"VALUE": "DURATION"})
    for day in sorted(days, key=lambda day: (day.when, day.entry.id, day.code)):
        calendar.add_component(_event(edition, day))
    return bytes(calendar.to_ical())


def _event(edition: Edition, day: CalendarDay) -> CalendarEvent:
    entry, when = day.entry, day.when
    address = edition.url(address_of(entry))
    event = CalendarEvent()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{address}#{day.code}-{when}")))
    event.add("dtstamp", edition.release.at)
    event.add("dtstart", when.earliest)
    if not is_a_day(when):
        event.add("dtend", shifted(when.latest, 1))  # the first day after it
    if day.yearly:
        event.add("rrule", _every_year(when.earliest))
    event.add("summary", day.words)
    vague = "" if is_a_day(when) else f" The day is not known: {in_words(when)}."
    event.add("description", edition.answers.of(entry) + vague)
    event.add("url", address)
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")  # nobody is busy on that day
    return event


def _every_year(first: date) -> dict[str, object]:
    """A rule of recurrence; what was done on 29 February recurs on the last day of February, not once in four years."""
    leap = {"bymonth": 2, "bymonthday": -1} if (first.month, first.day) == (2, 29) else {}
    return {"freq": "yearly", **leap}
