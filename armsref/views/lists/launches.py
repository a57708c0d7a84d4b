"""The page on notice of launches: its form, the rules, and the launches that the reference tells of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from armsref.law.coverage import states_with
from armsref.law.notices import can_be_launched, flight_of, notice_rules
from armsref.model import Event, Provision, State, Treaty, Weapon
from armsref.prose.english import day, the
from armsref.prose.lines import Aside, EntryLink, Words
from armsref.prose.obligations import notice_terms
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import provision_name
from armsref.views.as_of import AsOf
from armsref.views.lists.items import DatedLink
from armsref.views.lists.tables import NOTHING, Cell, TableRow, TableView, labelled_columns, link_to
from armsref.views.lists.timeline import DaySpan, day_span
from armsref.views.parts import Verdicts
from armsref.views.verdicts import on_launch

# Courses that are not towards a state that the reference knows.
COURSE_WORDS = {
    "inside": "Inside its own territory", "sea": "Over the high seas", "another-state": "Towards another state",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen. Of a weapon, `states` are those whose it is or was."""

    code: str
    words: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaunchExample:
    """A launch that the reference tells of, by the fields of the form, with what notice was due of it."""

    event: EntryLink
    asked: dict[str, str]
    verdicts: Verdicts


@dataclass(frozen=True, slots=True)
class LaunchForm:
    """What one may ask about a launch. It opens on the `example`, the last launch told of, if there is any."""

    span: DaySpan
    weapons: tuple[Choice, ...]
    states: tuple[Choice, ...]
    courses: tuple[Choice, ...]
    example: LaunchExample | None


def launch_form(as_of: AsOf, courses: Sequence[str]) -> LaunchForm:
    """The choices of the form, where a launch may go on these courses: codes of COURSE_WORDS, or states."""
    weapons = [
        Choice(weapon.id, typographic(weapon.title), states_with(weapon))
        for weapon in as_of.dataset.of_kind(Weapon)
        if can_be_launched(weapon)
    ]
    return LaunchForm(
        span=day_span(as_of),
        weapons=tuple(weapons),
        states=_states(as_of, weapons),
        courses=tuple(Choice(code, typographic(_course(as_of, code))) for code in courses),
        example=_example(as_of, courses),
    )


def _example(as_of: AsOf, courses: Sequence[str]) -> LaunchExample | None:
    launched = [event for event in as_of.dataset.of_kind(Event) if event.launch and event.date.precision == "day"]
    if not launched:
        return None
    event = max(launched, key=lambda event: event.date.earliest)
    flight = flight_of(as_of.coverage, event)
    asked = {"weapon": flight.weapon.id, "state": flight.by, "on": flight.day.isoformat(), "purpose": flight.purpose}
    unnamed = "another-state" if flight.towards else "sea" if flight.over_high_seas else "inside"
    course = flight.towards if flight.towards and flight.towards in courses else unnamed
    return LaunchExample(link_to(event), asked | {"towards": course}, on_launch(as_of, event))


def _states(as_of: AsOf, weapons: Iterable[Choice]) -> tuple[Choice, ...]:
    ids = dict.fromkeys(state_id for weapon in weapons for state_id in weapon.states)
    return tuple(Choice(state_id, typographic(_state_title(as_of, state_id))) for state_id in ids)


def _course(as_of: AsOf, code: str) -> str:
    return COURSE_WORDS.get(code) or f"Towards {the(_state_title(as_of, code))}"


def _state_title(as_of: AsOf, state_id: str) -> str:
    """A state by its name, and until when it was there if it is no more."""
    state = as_of.dataset[state_id]
    until = f" (until {state.existed_until.year})" if isinstance(state, State) and state.existed_until else ""
    return f"{state.title}{until}"


def rules_table(as_of: AsOf) -> TableView:
    """The rules of notification: whose, what for, how long ahead, by what channel, and whether in force today."""
    heads = ("Agreement", "What it asks", "How", "Status today")
    rows = tuple(_rule(as_of, treaty, provision) for treaty, provision in notice_rules(as_of.coverage))
    return TableView("Rules of launch notification", labelled_columns(heads), rows)


def _rule(as_of: AsOf, treaty: Treaty, provision: Provision) -> TableRow:
    cells = (
        Cell((link_to(treaty), Aside((Words(typographic(provision_name(provision.id))),)))),
        Cell((Words(typographic(provision.what)),)),
        Cell((Words(typographic(notice_terms(provision)) or NOTHING),)),
        Cell((), status=as_of.marks[treaty.id]),
    )
    return TableRow(cells, rule=f"{treaty.id} {provision.id}")


def launch_events(as_of: AsOf) -> tuple[DatedLink, ...]:
    """The events that are launches, the latest first."""
    events = [event for event in as_of.dataset.of_kind(Event) if event.launch]
    return tuple(DatedLink(day(event.date), link_to(event)) for event in reversed(events))
