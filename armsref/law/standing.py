"""Where a state stands in an agreement, on a date: signatory, party, suspended, withdrawn, successor."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Literal, NamedTuple

from armsref.law.status import OVER, SIGNING, Situation, after, between
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
# Who stands so takes no part in it, as far as is known.
OUTSIDE: frozenset[Standing] = frozenset({"not a party", "not recorded"})


class _Commitment(IntEnum):
    """How far a state has gone towards an agreement."""

    NOTHING = 0
    SIGNED = 1
    CONSENTED = 2
    BOUND = 3
    LEFT = 4


class _Place(NamedTuple):
    """How an agreement stands, and a state in it.

    `inherited` is what its predecessor has, until it succeeds to that; `heir` says that it did. `gone` says that the
    state ceased to exist.
    """

    agreement: Situation = Situation()
    own: _Commitment = _Commitment.NOTHING
    inherited: _Commitment = _Commitment.NOTHING
    heir: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class StandingInterval(Interval):
    """Days on which a state had one standing in an agreement.

    `standings` holds more than one where it is unclear which of them held. `act` decides, and `does` says what it does;
    it is a row of the table of participation where that says so. `given` is the day of that as its source gives it.
    `successor_to` is the state whose place it took.
    """

    start: date
    standings: tuple[Standing, ...]
    act: TreatyHistory | Participation
    does: str
    given: PartialDate
    successor_to: str | None = None

    @property
    def standing(self) -> Standing | Literal["unclear"]:
        """The standing, where there is one."""
        return self.standings[0] if len(self.standings) == 1 else "unclear"

    @property
    def words(self) -> str:
        """The standing in words."""
        return between(self.standings)

    @property
    def is_undated(self) -> bool:
        """Whether no day is known on which it began: a row of a table that leaves the day empty."""
        return isinstance(self.act, Participation) and self.does == "joined" and self.act.bound is None


def standing_intervals(dataset: Dataset, treaty: Treaty, state: str) -> tuple[StandingInterval, ...]:
    """How a state stood in an agreement, in order and without gaps, from the agreement's first act."""
    return Participants(dataset, treaty).standing_intervals(state)


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
    return Participants(dataset, treaty).has_listed(state)


@dataclass(frozen=True)
class Participants:
    """The states of one agreement; what decides how they stand is read once for all of them."""

    dataset: Dataset
    treaty: Treaty

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Those that have, or had, a place in it, as far as they are listed by name."""
        return states_of(self.dataset, self.treaty)

    @cached_property
    def involved(self) -> tuple[str, ...]:
        """Those that acted in it, signed it or went further; a table may also list states that did not join."""
        acted = {state for act in self.treaty.history for state in act.actors}
        return tuple(state for state in self.states if state in acted or self._took_part(state))

    def _took_part(self, state: str) -> bool:
        return any(not OUTSIDE.issuperset(interval.standings) for interval in self.standing_intervals(state))

    def standing_intervals(self, state: str) -> tuple[StandingInterval, ...]:
        """How a state stood in it, in order and without gaps, from its first act."""
        predecessor = _predecessor(self.treaty, state)
        own = [*self._own_acts(state), *_ends_of_states(self.dataset, state, predecessor)]
        unlisted = not self.has_listed(state)
        places = spans(in_order([*self._timeline, *own]), _Place(), self._step(state, predecessor))
        intervals = (_interval(span, state, predecessor, unlisted) for span in places)
        runs = merged_runs(intervals, lambda interval: (interval.standings, interval.successor_to))
        return tuple(interval for _, interval in runs)

    def has_listed(self, state: str) -> bool:
        """Whether it is known if a state takes part."""
        if state in self._named:
            return True
        entry = self.dataset.get(state)
        former = isinstance(entry, State) and entry.existed_until is not None
        in_table = self.treaty.id in self.dataset.participation and self.treaty.participation_complete and not former
        return bool(self.treaty.parties) or in_table

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(self.states)

    @cached_property
    def _timeline(self) -> list[TimedAct]:
        return timeline(self.treaty)

    @cached_property
    def _rows(self) -> dict[str, list[Participation]]:
        rows: dict[str, list[Participation]] = defaultdict(list)
        for row in self.dataset.participation.get(self.treaty.id, ()):
            rows[row.state].append(row)
        return rows

    def _own_acts(self, state: str) -> Iterator[TimedAct]:
        """The acts of a state that the table of participation tells."""
        for row in self._rows.get(state, ()):
            yield from _acts_of_row(self.treaty, row)

    @cached_property
    def _agreement_after(self) -> Callable[[Situation, TimedAct], Situation]:
        return after(self.treaty)

    def _step(self, state: str, predecessor: str | None) -> Callable[[_Place, TimedAct], _Place]:
        """The function that gives how a state stands after an act, of how it stood before."""
        treaty = self.treaty

        def step(was: _Place, timed: TimedAct) -> _Place:
            if was.gone:
                return was  # what became of the agreement later was none of its concern
            if timed.does == "succession":
                return _succeeded(was)
            if timed.does == "cessation":
                return was._replace(gone=True)
            agreement = self._agreement_after(was.agreement, timed)
            own, inherited, heir = _commitment(treaty, state, was.own, timed), was.inherited, was.heir
            if predecessor:
                inherited = _commitment(treaty, predecessor, was.inherited, timed)
            if timed.does == "succeeded" and _acts(state, timed.act):
                heir = True
                own = max(own, was.inherited if was.inherited < _Commitment.LEFT else _Commitment.NOTHING)
            return _Place(agreement, own, inherited, heir, was.gone)

        return step


def _predecessor(treaty: Treaty, state: str) -> str | None:
    return next((former for former, heirs in treaty.succession.items() if state in heirs), None)


def _acts_of_row(treaty: Treaty, row: Participation) -> Iterator[TimedAct]:
    """What a row of the table says, as acts of its state."""
    if row.signed:
        yield timed_act(row.signed, row, "signed")
    if row.bound:
        # A state that succeeds to a party takes its place, and need not wait.
        delay = treaty.bound_after if row.act != "succession" else None
        yield timed_act(row.bound, row, "ratified" if delay else "joined")
        if delay:
            yield _delayed(row.bound, delay, row)
    elif row.act not in (None, "signature") and treaty.participation_as_of:
        yield _undated(treaty, treaty.participation_as_of, row)
    if row.left:
        yield timed_act(row.left, row, "withdrew")


def _delayed(day: PartialDate, delay: Delay, row: Participation) -> TimedAct:
    """That a state is bound, as long after the day of its instrument as the agreement has it."""
    joined = timed_act(day, row, "joined")
    first, last = _later(joined.first, delay), _later(joined.last, delay)
    # Reckoned from a day that is given, it is as sure as that; else the year is all that can be told.
    given = PartialDate.on(first) if first == last else PartialDate(first.year, about=True)
    return replace(joined, first=first, last=last, given=given)


def _undated(treaty: Treaty, as_of: PartialDate, row: Participation) -> TimedAct:
    """That a state is bound from a day that is not known: after the agreement began, and by the day of its table."""
    joined = timed_act(as_of, row, "joined")
    began = row.signed or min((act.date for act in treaty.history), default=as_of)
    return replace(joined, first=min(began.earliest, joined.last))


def _later(day: date, delay: Delay) -> date:
    if delay.days is not None:
        return shifted(day, delay.days)
    count = day.year * 12 + day.month - 1 + (delay.full_months or delay.months or 0)
    year, month = min(count // 12, date.max.year), count % 12 + 1
    if delay.full_months is None:
        return date(year, month, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _ends_of_states(dataset: Dataset, state: str, predecessor: str | None) -> Iterator[TimedAct]:
    """The days on which a predecessor, or the state itself, ceased to exist."""
    for ended, does in ((predecessor, "succession"), (state, "cessation")):
        entry = dataset.get(ended) if ended else None
        if isinstance(entry, State) and entry.existed_until:
            yield timed_act(entry.existed_until, Participation.model_construct(state=state), does)


def _succeeded(was: _Place) -> _Place:
    """A state that takes the place of one that ceased to exist, unless that had left or the state went further."""
    takes = was.own < was.inherited < _Commitment.LEFT
    return was._replace(own=was.inherited if takes else was.own, heir=was.heir or takes)


def _commitment(treaty: Treaty, state: str, was: _Commitment, timed: TimedAct) -> _Commitment:
    """How far a state has gone after an act.

    The steps are those of the Vienna Convention on the Law of Treaties, Articles 12, 14, 15, 24 and 54.
    """
    does, acts = timed.does, _acts(state, timed.act)
    everyone = isinstance(timed.act, TreatyHistory) and not timed.act.actors
    if does == "withdrew" and acts and was:
        return _Commitment.LEFT
    if was == _Commitment.LEFT and does not in ("joined", "ratified", "succeeded"):
        return was
    if does == "entered-into-force" and (acts or everyone) and was >= _least_to_be_bound(treaty, state):
        return _Commitment.BOUND
    if does == "ratification-revoked" and acts:
        return _Commitment.SIGNED
    reached = _REACHED.get(does, _Commitment.NOTHING) if acts else _Commitment.NOTHING
    if does in SIGNING and (acts or (everyone and state in treaty.parties)):
        reached = _Commitment.SIGNED
    return reached if was == _Commitment.LEFT and reached else max(was, reached)


# How far an act of its own brings a state.
_REACHED = {
    "ratified": _Commitment.CONSENTED, "joined": _Commitment.BOUND, "succeeded": _Commitment.SIGNED,
}  # fmt: skip


def _least_to_be_bound(treaty: Treaty, state: str) -> _Commitment:
    """What a state must have done for entry into force to bind it.

    An agreement of few enters into force when all have ratified (Vienna Convention on the Law of Treaties, Article 24
    (2)), and what is not law asks for no ratification.
    """
    if treaty.bound_after and treaty.bound_after.for_all:
        return _Commitment.BOUND
    few = {*treaty.parties, *(heir for heirs in treaty.succession.values() for heir in heirs)}
    return _Commitment.SIGNED if state in few or treaty.binding != "legally" else _Commitment.CONSENTED


def _acts(state: str, act: TreatyHistory | Participation) -> bool:
    return state in act.actors if isinstance(act, TreatyHistory) else state == act.state


def _interval(span: Span[_Place], state: str, predecessor: str | None, unlisted: bool) -> StandingInterval:
    standings = tuple(dict.fromkeys(_unlisted(place) if unlisted else _standing(place, state) for place in span.states))
    successor_to = predecessor if all(place.heir for place in span.states) else None
    timed = span.decided_by
    return StandingInterval(span.start, span.end, standings, timed.act, timed.does, timed.given, successor_to)


def _unlisted(place: _Place) -> Standing:
    # A state that is gone takes part in nothing, whatever it did before.
    return "not a party" if place.gone else "not recorded"


def _standing(place: _Place, state: str) -> Standing:
    status, own = place.agreement.status, place.own
    if own == _Commitment.NOTHING:
        return "not a party"
    if own == _Commitment.LEFT:
        return "never bound" if status == "never in force" else "withdrawn"
    if status in OVER:
        return "former party" if own == _Commitment.BOUND and status == "ended" else "never bound"
    if place.gone:
        return "succeeded"
    if status == "provisionally applied":
        return "provisionally applying"
    if own == _Commitment.SIGNED:
        return "signatory"
    if own == _Commitment.CONSENTED or status in ("not yet agreed", "proposed", "signed"):
        return "ratified"
    return "suspended" if status == "suspended" or state in place.agreement.suspended_by else "party"
