"""Where a state stands in an agreement, on a date: signatory, party, suspended, withdrawn, successor."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Literal, NamedTuple

from armsref.law.status import OVER, SIGNING, Condition, after, between
from armsref.law.timeline import (
    Interval,
    Span,
    TimedAct,
    in_order,
    interval_on,
    merged_runs,
    shifted,
    spans,
    timed_act,
    timeline,
)
from armsref.loading.dataset import Dataset
from armsref.model import Delay, Participation, State, Treaty, TreatyHistory
from armsref.model.dates import PartialDate

Standing = Literal[
    "not recorded", "not a party", "signatory", "ratified", "provisionally applying", "party", "suspended", "withdrawn",
    "former party", "never bound", "succeeded",
]  # fmt: skip
# An agreement asks something of these; of one that suspended it, whether it does is what the two sides differ on.
BOUND: frozenset[Standing] = frozenset({"party", "suspended", "provisionally applying"})


class _Own(IntEnum):
    """How far a state has gone towards an agreement."""

    NOTHING = 0
    SIGNED = 1
    CONSENTED = 2
    BOUND = 3
    LEFT = 4


class _Place(NamedTuple):
    whole: Condition = Condition()
    own: _Own = _Own.NOTHING
    inherited: _Own = _Own.NOTHING  # what its predecessor has, until it succeeds to that
    heir: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class StandingInterval(Interval):
    """Days on which a state had one standing in an agreement.

    `standings` holds more than one where it is unclear which of them held. `act` decides, and `does` says what it does;
    it is a row of the table of participation where that says so. `successor_to` is the state whose place it took.
    """

    start: date
    standings: tuple[Standing, ...]
    act: TreatyHistory | Participation
    does: str
    successor_to: str | None = None

    @property
    def standing(self) -> Standing | Literal["unclear"]:
        """The standing, where there is one."""
        return self.standings[0] if len(self.standings) == 1 else "unclear"

    @property
    def words(self) -> str:
        """The standing in words."""
        return between(self.standings)


def standing_intervals(dataset: Dataset, treaty: Treaty, state: str) -> tuple[StandingInterval, ...]:
    """How a state stood in an agreement, in order and without gaps, from the agreement's first act."""
    before = _predecessor(treaty, state)
    turns = in_order([*timeline(treaty), *_rows(dataset, treaty, state), *_endings_of_states(dataset, state, before)])
    unlisted = not is_listed(dataset, treaty, state)
    places = spans(turns, _Place(), lambda was, each: _step(treaty, state, before, was, each))
    intervals = (_interval(span, state, before, unlisted) for span in places)
    runs = merged_runs(intervals, lambda interval: (interval.standings, interval.successor_to))
    return tuple(interval for _, interval in runs)


def standing_on(dataset: Dataset, treaty: Treaty, state: str, day: date) -> StandingInterval | None:
    """How a state stood on a day; None before the agreement's first act."""
    return interval_on(standing_intervals(dataset, treaty, state), day)


def states_of(dataset: Dataset, treaty: Treaty) -> tuple[str, ...]:
    """The states that have, or had, a place in an agreement, as far as they are listed by name."""
    rows = (row.state for row in dataset.participation.get(treaty.id, ()))
    heirs = (heir for heirs in treaty.succession.values() for heir in heirs)
    acting = (state for act in treaty.history for state in act.actors if isinstance(dataset.get(state), State))
    return tuple(dict.fromkeys([*treaty.parties, *heirs, *rows, *acting]))


def is_listed(dataset: Dataset, treaty: Treaty, state: str) -> bool:
    """Whether it is known if a state takes part: it is named, or all that do are.

    A former state is not judged by a table of today's, which has its successors.
    """
    if state in states_of(dataset, treaty):
        return True
    entry = dataset.get(state)
    former = isinstance(entry, State) and entry.existed_until is not None
    in_table = treaty.id in dataset.participation and treaty.participation_complete and not former
    return bool(treaty.parties) or in_table


def _predecessor(treaty: Treaty, state: str) -> str | None:
    return next((one for one, heirs in treaty.succession.items() if state in heirs), None)


def _rows(dataset: Dataset, treaty: Treaty, state: str) -> Iterator[TimedAct]:
    """What a row of the table says, as acts of its state."""
    for row in dataset.participation.get(treaty.id, ()):
        if row.state != state:
            continue
        if row.signed:
            yield timed_act(row.signed, row, "signed")
        if row.bound:
            # Who succeeds to a party takes its place, and need not wait.
            waits = treaty.bound_after if row.act != "succession" else None
            yield timed_act(row.bound, row, "ratified" if waits else "joined")
            if waits:
                yield _delayed(row.bound, waits, row)
        if row.left:
            yield timed_act(row.left, row, "withdrew")


def _delayed(day: PartialDate, delay: Delay, row: Participation) -> TimedAct:
    own = timed_act(day, row, "joined")
    return replace(own, first=_later(own.first, delay), last=_later(own.last, delay))


def _later(day: date, delay: Delay) -> date:
    if delay.days is not None:
        return shifted(day, delay.days)
    count = day.year * 12 + day.month - 1 + (delay.full_months or delay.months or 0)
    year, month = min(count // 12, date.max.year), count % 12 + 1
    if delay.full_months is None:
        return date(year, month, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _endings_of_states(dataset: Dataset, state: str, before: str | None) -> Iterator[TimedAct]:
    """When a predecessor, or the state itself, ceased to exist."""
    for who, does in ((before, "succession"), (state, "cessation")):
        entry = dataset.get(who) if who else None
        if isinstance(entry, State) and entry.existed_until:
            yield timed_act(entry.existed_until, Participation(state=state), does)


def _step(treaty: Treaty, state: str, before: str | None, was: _Place, each: TimedAct) -> _Place:
    whole = after(treaty)(was.whole, each)
    if each.does == "succession":
        takes = was.own < was.inherited < _Own.LEFT
        return was._replace(own=was.inherited if takes else was.own, heir=was.heir or takes)
    if each.does == "cessation":
        return was._replace(gone=True)
    own = _after(treaty, state, was.own, each)
    inherited = _after(treaty, before, was.inherited, each) if before else was.inherited
    heir = was.heir
    if each.does == "succeeded" and _acts(state, each.act):
        heir = True
        own = max(own, was.inherited if was.inherited < _Own.LEFT else _Own.NOTHING)
    return _Place(whole, own, inherited, heir, was.gone)


def _after(treaty: Treaty, state: str, own: _Own, each: TimedAct) -> _Own:
    """How far a state has gone after a turn."""
    acts = _acts(state, each.act)
    everyone = isinstance(each.act, TreatyHistory) and not each.act.actors
    if each.does == "withdrew" and acts and own:
        return _Own.LEFT
    if own == _Own.LEFT and each.does not in ("joined", "ratified", "succeeded"):
        return own
    if each.does == "entered-into-force" and (acts or everyone) and own >= _least_to_be_bound(treaty, state):
        return _Own.BOUND
    if each.does == "ratification-revoked" and acts:
        return _Own.SIGNED
    signs = each.does in SIGNING and (acts or (everyone and state in treaty.parties))
    reached = {"ratified": _Own.CONSENTED, "joined": _Own.BOUND, "succeeded": _Own.SIGNED} if acts else {}
    to = _Own.SIGNED if signs else reached.get(each.does, _Own.NOTHING)
    return to if own == _Own.LEFT and to else max(own, to)


def _least_to_be_bound(treaty: Treaty, state: str) -> _Own:
    """What a state must have done for entry into force to bind it.

    An agreement of few enters into force when all have ratified, and what is not law asks for no ratification.
    """
    if treaty.bound_after and treaty.bound_after.for_all:
        return _Own.BOUND
    few = {*treaty.parties, *(heir for heirs in treaty.succession.values() for heir in heirs)}
    return _Own.SIGNED if state in few or treaty.binding != "legally" else _Own.CONSENTED


def _acts(state: str, act: TreatyHistory | Participation) -> bool:
    return state in act.actors if isinstance(act, TreatyHistory) else state == act.state


def _interval(span: Span[_Place], state: str, before: str | None, unlisted: bool) -> StandingInterval:
    standings = tuple(dict.fromkeys(_unlisted(place) if unlisted else _standing(place, state) for place in span.states))
    successor_to = before if all(place.heir for place in span.states) else None
    return StandingInterval(span.start, span.end, standings, span.decided_by.act, span.decided_by.does, successor_to)


def _unlisted(place: _Place) -> Standing:
    # A state that is gone takes part in nothing, whatever it did before.
    return "not a party" if place.gone else "not recorded"


def _standing(place: _Place, state: str) -> Standing:
    whole, own = place.whole.status, place.own
    if own == _Own.NOTHING:
        return "not a party"
    if own == _Own.LEFT:
        return "never bound" if whole == "never in force" else "withdrawn"
    if whole in OVER:
        return "former party" if own == _Own.BOUND and whole == "ended" else "never bound"
    if place.gone:
        return "succeeded"
    if whole == "provisionally applied":
        return "provisionally applying"
    if own == _Own.SIGNED:
        return "signatory"
    if own == _Own.CONSENTED or whole in ("not yet agreed", "proposed", "signed"):
        return "ratified"
    return "suspended" if whole == "suspended" or state in place.whole.suspended_by else "party"
