"""A calendar, in iCalendar's form: days that are remembered every year, and days that are to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from armsref.export.about import TITLE
from armsref.export.edition import Edition, File
from armsref.law.coverage import coverage_of
from armsref.law.status import OVER
from armsref.law.timeline import ANNOUNCING, shifted, timeline
from armsref.loading.dataset import Dataset
from armsref.model import Entry, Event, Treaty, TreatyHistory, Weapon
from armsref.model.addresses import address_of
from armsref.model.dates import PartialDate
from armsref.prose.english import day as in_words
from armsref.prose.english import listed
from armsref.prose.vocabulary import spaced

CALENDAR = "calendar.ics"
# The acts by which a legally binding agreement is remembered.
_REMEMBERED = {
    "signed": "signed", "opened-for-signature": "opened for signature", "entered-into-force": "entered into force",
}  # fmt: skip
# What comes, where the words of its act alone do not say it.
_COMING = {
    "expired": "last day of its term", "withdrew": "withdrawal takes effect", "suspended": "suspension takes effect",
    "entered-into-force": "enters into force",
}  # fmt: skip


@dataclass(frozen=True)
class CalendarDay:
    """A day of an entry and what happens on it: in `words`, and as a `code` that is unique for the entry and the day.

    A `yearly` day is remembered on every anniversary.
    """

    entry: Entry
    when: PartialDate
    code: str
    words: str
    yearly: bool = False


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
    if not _is_a_day(when):
        event.add("dtend", shifted(when.latest, 1))  # the first day after it
    if day.yearly:
        event.add("rrule", _every_year(when.earliest))
    event.add("summary", day.words)
    vague = "" if _is_a_day(when) else f" The day is not known: {in_words(when)}."
    event.add("description", edition.answers.of(entry) + vague)
    event.add("url", address)
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")  # nobody is busy on that day
    return event


def _every_year(first: date) -> dict[str, object]:
    """A rule of recurrence; what was done on 29 February recurs on the last day of February, not once in four years."""
    leap = {"bymonth": 2, "bymonthday": -1} if (first.month, first.day) == (2, 29) else {}
    return {"freq": "yearly", **leap}


def _is_a_day(when: PartialDate) -> bool:
    return when.precision == "day" and not when.about


def anniversaries(dataset: Dataset, today: date) -> Iterator[CalendarDay]:
    """The days, up to today, on which legally binding agreements were signed or entered into force; and of events."""
    told = {(entry_id, event.date) for event in dataset.of_kind(Event) for entry_id in event.involves}
    for treaty in dataset.of_kind(Treaty):
        if treaty.binding == "legally":
            # A day that is an event of its own is remembered as that event.
            yield from (day for day in _remembered(treaty, today) if (treaty.id, day.when) not in told)
    for event in dataset.of_kind(Event):
        if _is_a_day(event.date) and event.date.earliest <= today:
            yield CalendarDay(event, event.date, "event", _with_year(event.title, event.date), yearly=True)


def _remembered(treaty: Treaty, today: date) -> Iterator[CalendarDay]:
    done: dict[PartialDate, list[str]] = defaultdict(list)
    for act in treaty.history:
        # What one state did by itself is no day of the agreement.
        if act.act in _REMEMBERED and len(act.actors) != 1 and _is_a_day(act.date) and act.date.earliest <= today:
            done[act.date].append(act.act)
    for when, acts in done.items():
        # What is opened for signature is as a rule signed by some on the same day.
        kept = [act for act in dict.fromkeys(acts) if act != "signed" or "opened-for-signature" not in acts]
        words = f"{treaty.title} {' and '.join(_REMEMBERED[act] for act in kept)}"
        yield CalendarDay(treaty, when, kept[0], _with_year(words, when), yearly=True)


def _with_year(words: str, when: PartialDate) -> str:
    return words if str(when.year) in words else f"{words}, {when.year}"


def coming(dataset: Dataset, today: date) -> Iterator[CalendarDay]:
    """The days after today that the data names: terms that run out, acts that take effect, what is planned."""
    for treaty in dataset.of_kind(Treaty):
        interval = coverage_of(dataset).status_on(treaty, today)
        if interval is None or interval.status not in OVER:
            yield from _ahead(dataset, treaty, today)
    for weapon in dataset.of_kind(Weapon):
        for step in weapon.history:
            if step.date.latest > today:
                yield CalendarDay(weapon, step.date, step.act, f"{weapon.title}: {spaced(step.act)}")
    for event in dataset.of_kind(Event):
        if event.date.latest > today:
            yield CalendarDay(event, event.date, "event", event.title)


def _ahead(dataset: Dataset, treaty: Treaty, today: date) -> Iterator[CalendarDay]:
    named = [*_acts(treaty), *_terms(treaty), *_rows(dataset, treaty)]
    for does, when, by in dict.fromkeys(named):
        if when.latest > today:
            who = f" ({listed([dataset[state].title for state in by])})" if by else ""
            words = f"{treaty.title}: {_COMING.get(does, spaced(does))}{who}"
            yield CalendarDay(treaty, when, "-".join([does, *by]), words)


_Named = tuple[str, PartialDate, Sequence[str]]
"""What is done, when, and by whom: all where nobody is named."""


def _acts(treaty: Treaty) -> Iterator[_Named]:
    for act in treaty.history:
        yield act.act, act.date, act.actors
        if act.takes_effect:
            yield ANNOUNCING.get(act.act, act.act), act.takes_effect, act.actors


def _terms(treaty: Treaty) -> Iterator[_Named]:
    for turn in timeline(treaty):
        if turn.does == "expired" and isinstance(turn.act, TreatyHistory) and turn.act.until:
            yield "expired", turn.act.until, ()


def _rows(dataset: Dataset, treaty: Treaty) -> Iterator[_Named]:
    for row in dataset.participation.get(treaty.id, ()):
        if row.left:
            yield "withdrew", row.left, (row.state,)
