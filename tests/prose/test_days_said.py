"""Every day that is said of an agreement or of a state in it was given by a source; what is about known is so told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from armsref.cli.status import status_text
from armsref.law.coverage import Coverage, coverage_of
from armsref.law.standing import StandingInterval
from armsref.law.status import StatusInterval, entry_into_force
from armsref.law.timeline import TimedAct, timeline
from armsref.model import Participation, State, Treaty, TreatyHistory
from armsref.model.dates import PartialDate
from armsref.prose import english
from armsref.prose.status import in_effect, life_words, standing_clause, states_named, status_sentence
from tests.built import real_data

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SAID = re.compile(rf"(?:about )?(?:\d{{1,2}} )?(?:(?:{MONTHS}) )?\b\d{{4}}\b")
COVERAGE = coverage_of(real_data())
TREATIES = COVERAGE.dataset.of_kind(Treaty)


def days_said(words: str) -> set[str]:
    return set(SAID.findall(words))


def given_of(treaty: Treaty) -> set[str]:
    """What the sources of an agreement's history give, in words."""
    return {english.day(timed.given) for timed in timeline(treaty)}


def reckoned(treaty: Treaty, interval: StandingInterval) -> bool:
    """Whether a day is that of a known instrument and as long after it as the agreement has it."""
    row = interval.act
    return isinstance(row, Participation) and interval.does == "joined" and treaty.bound_after is not None


def given_of_state(coverage: Coverage, treaty: Treaty, state: str) -> Iterator[str]:
    """What the sources give of a state in an agreement, in words."""
    rows = [row for row in coverage.dataset.participation.get(treaty.id, ()) if row.state == state]
    days: list[PartialDate | None] = [day for row in rows for day in (row.signed, row.bound, row.left)]
    # A row without a day holds by the day of its table.
    days.append(treaty.participation_as_of)
    days += [entry.existed_until for entry in coverage.dataset.of_kind(State)]
    yield from (english.day(day) for day in days if day)
    for interval in coverage.standing_intervals(treaty, state):
        if reckoned(treaty, interval):
            yield english.day(interval.start)


def test_how_an_agreement_stood_is_told_with_days_that_sources_give() -> None:
    for treaty in TREATIES:
        for interval in COVERAGE.status_intervals(treaty):
            assert days_said(status_sentence(COVERAGE, treaty, interval)) <= given_of(treaty), treaty.id
        assert days_said(life_words(COVERAGE, treaty, date.max)) <= given_of(treaty), treaty.id


def test_a_suspension_is_told_with_its_own_day_beside_that_of_entry_into_force() -> None:
    for treaty in TREATIES:
        force = entry_into_force(treaty)
        for interval in COVERAGE.status_intervals(treaty):
            if not interval.suspended_by or interval.status not in ("in force", "suspended"):
                continue
            words = status_sentence(COVERAGE, treaty, interval)
            kept, _, suspended = words.partition("suspended ")
            assert force
            since = in_effect(treaty, f"in force since {english.day(force.date)}, ")
            assert kept == ("" if interval.status == "suspended" else since), words
            assert suspended.startswith("by "), words
            assert days_said(suspended) == suspensions(treaty, interval), words
            told = f"suspended by {states_named(COVERAGE.dataset, sorted(interval.suspended_by))}"
            assert f"{told} from {english.day(interval.given)}" in life_words(COVERAGE, treaty, date.max), words


def suspensions(treaty: Treaty, interval: StatusInterval) -> set[str]:
    """The day of the last suspension by each state that suspends an agreement in an interval, in words."""
    acts = [timed for timed in timeline(treaty) if timed.does == "suspended" and timed.first <= interval.start]
    days: dict[str, str] = {}
    for timed in acts:
        assert isinstance(timed.act, TreatyHistory)
        days |= dict.fromkeys(timed.act.actors, english.day(timed.given))
    return {days[state] for state in interval.suspended_by}


def test_how_a_state_stood_is_told_with_days_that_sources_give() -> None:
    for treaty in TREATIES:
        for state in COVERAGE.participants(treaty).states:
            given = given_of(treaty) | set(given_of_state(COVERAGE, treaty, state))
            for interval in COVERAGE.standing_intervals(treaty, state):
                assert days_said(standing_clause(COVERAGE.dataset, interval)) <= given, f"{treaty.id} {state}"


def test_the_terminal_names_no_first_or_last_day_that_no_source_gives() -> None:
    for treaty in TREATIES:
        # The days before those that are given end what went before; they are reckoned, and exact.
        before = {english.day(timed.first - timedelta(days=1)) for timed in exact(treaty)}
        for interval in COVERAGE.status_intervals(treaty):
            said = status_text(COVERAGE.dataset, treaty, interval.start, None).splitlines()[0]
            words = said.split(": ", 1)[1]
            assert days_said(words) <= given_of(treaty) | before, said


def exact(treaty: Treaty) -> Iterator[TimedAct]:
    return (timed for timed in timeline(treaty) if timed.first == timed.last)
