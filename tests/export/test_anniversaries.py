"""The calendar, read back by a library that calendars are read with, and held to what RFC 5545 asks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Noted

from armsref import load
from armsref.export.edition import Edition
from armsref.export.feeds.calendar import calendar_file as anniversaries_of
from armsref.export.feeds.calendar import icalendar
from armsref.history.release import Release
from armsref.loading.dataset import Dataset
from armsref.model import State
from armsref.model.dates import PartialDate
from armsref.views.lists.days import CalendarDay, anniversaries, coming
from tests.built import TOP, real_data
from tests.conftest import Data, treaty

SITE = "https://example.org/reference/"
RELEASE = Release("2026.11.02", datetime(2026, 11, 22, 8, 30, tzinfo=UTC), SITE)
TODAY = RELEASE.day
EVENT = "test: {name: Test, answer: A test., date: %s, sources: [aca/inf]}"


def agreement(*acts: str, more: str = "") -> dict[str, str]:
    history = "".join(f"  - {{{act}, source: aca/inf}}\n" for act in acts)
    return {"treaties/t.yml": treaty(f"name: Pact\nparties: [ru, us]\n{more}history:\n{history}")}


def remembered(data: Data, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(str(each.when), each.words) for each in anniversaries(load(data(files)), TODAY)]


def ahead(data: Data, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(str(each.when), each.words) for each in coming(load(data(files)), TODAY)]


def written(dataset: Dataset) -> bytes:
    ((name, text),) = anniversaries_of(Edition(dataset, RELEASE))
    assert name == "calendar.ics"
    return text


def noted(text: bytes) -> list[Noted]:
    return list(Calendar.from_ical(text.decode()).walk("VEVENT"))


def calendar(data: Data, files: dict[str, str]) -> list[Noted]:
    return noted(written(load(data(files))))


def test_signature_and_entry_into_force_come_back_every_year(data: Data) -> None:
    acts = agreement("date: 1987-12-08, act: signed", "date: 1988-06-01, act: entered-into-force")
    assert remembered(data, acts) == [
        ("1987-12-08", "Pact signed, 1987"),
        ("1988-06-01", "Pact entered into force, 1988"),
    ]
    first, _ = calendar(data, acts)
    days = rrulestr(first["RRULE"].to_ical().decode(), dtstart=datetime(1987, 12, 8))
    assert [days[number].date() for number in (0, 1, 39)] == [date(year, 12, 8) for year in (1987, 1988, 2026)]


def test_what_was_done_on_one_day_is_one_anniversary(data: Data) -> None:
    acts = agreement("date: 1987-12-08, act: signed", "date: 1987-12-08, act: entered-into-force")
    assert remembered(data, acts) == [("1987-12-08", "Pact signed and entered into force, 1987")]
    acts = agreement("date: 1968-07-01, act: opened-for-signature", "date: 1968-07-01, act: signed, actors: [ru, us]")
    assert remembered(data, acts) == [("1968-07-01", "Pact opened for signature, 1968")]


@pytest.mark.parametrize(
    "files",
    [
        agreement("date: 1987-12-08, act: signed", more="binding: politically\n"),
        agreement("date: 1987-12, act: signed"),
        agreement("date: ~1987-12-08, act: signed"),
        agreement("date: 1987-12-08, act: signed, actors: ru"),
        agreement("date: 1987-12-08, act: violation-alleged"),
        {"events.yml": EVENT % "2020-04"},
    ],
    ids=["not law", "a month", "about", "one state", "another act", "an event in a month"],
)
def test_no_other_day_is_remembered(data: Data, files: dict[str, str]) -> None:
    assert remembered(data, files) == []


def test_an_event_is_remembered_and_stands_for_the_act_of_its_day(data: Data) -> None:
    events = "signing: {name: Signing, answer: A., date: 1987-12-08, involves: [t], sources: [aca/inf]}"
    acts = agreement("date: 1987-12-08, act: signed")
    assert remembered(data, {**acts, "events.yml": events}) == [("1987-12-08", "Signing, 1987")]


def test_a_year_that_is_named_is_not_named_again(data: Data) -> None:
    events = "x: {name: Test of 2020, answer: A., date: 2020-04-15, sources: [aca/inf]}"
    assert remembered(data, {"events.yml": events}) == [("2020-04-15", "Test of 2020")]


def test_the_29th_of_february_is_remembered_on_the_28th_in_other_years(data: Data) -> None:
    (event,) = calendar(data, {"events.yml": EVENT % "2020-02-29"})
    days = rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime(2020, 2, 29))
    assert [f"{days[number]:%Y-%m-%d}" for number in (0, 1, 4)] == ["2020-02-29", "2021-02-28", "2024-02-29"]


def test_the_end_of_a_term_that_was_not_extended_is_to_come(data: Data) -> None:
    terms = ["date: 2010-01-01, act: signed, until: 2026-12-16", "date: 2020-01-01, act: extended, until: 2030-12-16"]
    assert ahead(data, agreement(*terms)) == [("2030-12-16", "Pact: last day of its term")]


def test_a_withdrawal_that_takes_effect_is_to_come_once(data: Data) -> None:
    acts = (
        "date: 2010-01-01, act: entered-into-force",
        "date: 2026-11-01, act: withdrawal-announced, actors: ru, takes_effect: 2027-05-01",
        "date: 2027-05-01, act: withdrew, actors: ru",
    )
    assert ahead(data, agreement(*acts)) == [("2027-05-01", "Pact: withdrawal takes effect (Russia)")]


def test_the_day_of_the_release_itself_is_not_to_come(data: Data) -> None:
    assert ahead(data, agreement("date: 2010-01-01, act: signed, until: 2026-11-22")) == []


def test_of_what_is_over_nothing_is_to_come(data: Data) -> None:
    acts = ("date: 2010-01-01, act: signed, until: 2030-01-01", "date: 2020-01-01, act: terminated")
    assert ahead(data, agreement(*acts)) == []


def test_a_table_tells_who_is_to_leave(data: Data) -> None:
    table = {"participation/t.csv": "state,signed,bound,act,left,note\nru,,2010-01-01,,2027-03-01,\n"}
    acts = agreement("date: 2010-01-01, act: entered-into-force", more="participation_source: aca/inf\n")
    acts = {name: text.replace("parties: [ru, us]\n", "") for name, text in acts.items()}
    assert ahead(data, acts | table) == [("2027-03-01", "Pact: withdrawal takes effect (Russia)")]


def test_an_event_to_come_is_not_yearly_yet(data: Data) -> None:
    files = {"events.yml": EVENT % "2027-04-15"}
    assert ahead(data, files) == [("2027-04-15", "Test")]
    (event,) = calendar(data, files)
    assert "RRULE" not in event


def test_a_month_to_come_lasts_from_its_first_day_to_its_last_and_says_so(data: Data) -> None:
    (event,) = calendar(data, {"events.yml": EVENT % "2027-02"})
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 2, 1), date(2027, 3, 1))
    assert event["DESCRIPTION"] == "A test. The day is not known: February 2027."


def test_an_event_is_all_day_and_has_what_the_standard_asks(data: Data) -> None:
    (event,) = calendar(data, {"events.yml": EVENT % "2020-04-15"})
    assert event["DTSTART"].dt == date(2020, 4, 15)
    assert "DTEND" not in event
    assert event["DTSTAMP"].dt == RELEASE.at
    assert event["SUMMARY"] == "Test, 2020"
    assert event["URL"] == f"{SITE}events/test/"
    assert event["TRANSP"] == "TRANSPARENT"


def test_what_identifies_an_event_stays_when_its_words_change(data: Data) -> None:
    (before,) = calendar(data, {"events.yml": EVENT % "2020-04-15"})
    (after,) = calendar(data, {"events.yml": (EVENT % "2020-04-15").replace("name: Test", "name: Trial")})
    assert before["UID"] == after["UID"]
    assert before["SUMMARY"] != after["SUMMARY"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_words_come_back_as_they_were_and_no_line_is_too_long(words: str) -> None:
    state = State(id="xx", name="Somewhere", answer="A state.")
    nothing = Dataset(TOP / "data", {}, {}, {})
    text = icalendar(Edition(nothing, RELEASE), [CalendarDay(state, PartialDate(2027, 1, 2), "x", words)])
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert [event["SUMMARY"] for event in noted(text)] == [words]


def test_the_real_calendar_has_what_the_standard_asks_and_is_the_same_each_time() -> None:
    dataset = real_data()
    text = written(dataset)
    assert text == written(dataset)
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert all(len(line) <= 75 and line.decode() for line in text.split(b"\r\n")[:-1])
    made = Calendar.from_ical(text.decode())
    assert (made["VERSION"], bool(made["PRODID"])) == ("2.0", True)
    events = noted(text)
    uids = [event["UID"] for event in events]
    assert len(uids) == len(set(uids)) > 60
    assert [event["DTSTART"].dt for event in events] == sorted(event["DTSTART"].dt for event in events)
    assert not any(event.errors for event in events)
    assert any(event["DTSTART"].dt > TODAY for event in events)
