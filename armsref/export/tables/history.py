"""The tables of time: the acts in the lives of agreements and weapons, and the statuses that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from armsref.export.api.records import StatusIntervalRecord
from armsref.export.edition import Edition
from armsref.export.tables.columns import Filled, columns_for
from armsref.export.tables.facts import PlacedFact, attribution, columns_where, place_of, placed
from armsref.export.tables.table import Table, derived, position_column, table_of, treaty_column
from armsref.law.status import StatusInterval, TreatyStatus
from armsref.model import Treaty, TreatyAct, TreatyHistory, WeaponAct, WeaponHistory, meaning
from armsref.prose.english import begun
from armsref.prose.status import status_sentence


def history_table(facts: Iterable[PlacedFact]) -> Table:
    """Every act."""
    # Both sorts of act have these.
    *date, act = columns_for(TreatyHistory, ("date", "act"), lambda fact: fact.model)
    (place,) = columns_for(TreatyHistory, ("place",), lambda fact: fact.model)
    columns = [
        *placed(),
        *date,
        _with_values(act, tuple(dict.fromkeys((*get_args(TreatyAct), *get_args(WeaponAct))))),
        *columns_where(TreatyHistory, "actors", "takes_effect", "until"),
        place,
        *attribution(),
    ]
    acts = (fact for fact in facts if isinstance(fact.model, TreatyHistory | WeaponHistory))
    told = "The acts in the life of an agreement, and the steps in that of a weapon, which have no actors."
    return table_of("history", told, "id", columns, acts)


def _with_values(filled: Filled, values: tuple[str, ...]) -> Filled:
    return replace(filled, column=replace(filled.column, values=values))


@dataclass(frozen=True)
class _Status:
    treaty: Treaty
    position: int
    interval: StatusInterval
    words: str

    @property
    def act(self) -> str:
        """The id of the act that decides."""
        number = next(index for index, act in enumerate(self.treaty.history) if act is self.interval.act)
        return place_of(self.treaty, ("history", number))

    @property
    def end(self) -> str | None:
        """The first day after it."""
        return self.interval.end.isoformat() if self.interval.end else None


def statuses_table(edition: Edition) -> Table:
    """How each agreement stood on every day."""
    rows = [
        _Status(treaty, number, interval, begun(status_sentence(edition.coverage, treaty, interval)))
        for treaty in edition.dataset.of_kind(Treaty)
        for number, interval in enumerate(edition.coverage.status_intervals(treaty), 1)
    ]
    told = "How each agreement stood on every day, worked out from its history: stretches without gaps."
    return table_of("statuses", told, "treaty position", _status_columns(), rows)


def _status_columns() -> list[Filled]:
    possible = get_args(TreatyStatus)
    words = (*possible, "unclear")
    return [
        treaty_column(lambda row: row.treaty.id),
        position_column("Its place in the life of the agreement, from 1.", lambda row: row.position),
        derived("start", _told("start"), lambda row: row.interval.start.isoformat(), "date", required=True),
        derived("end", _told("end"), lambda row: row.end, "date"),
        derived("status", _told("status"), lambda row: row.interval.status, values=words, required=True),
        derived("possible", _told("statuses"), lambda row: row.interval.statuses, values=possible, listed=True),
        derived("words", _told("words"), lambda row: row.words, required=True),
        derived("since", _told("since"), lambda row: row.interval.since.isoformat(), "date", required=True),
        derived("act", _told("act"), lambda row: row.act, required=True, refers="history"),
        derived("does", _told("does"), lambda row: row.interval.does, required=True),
        derived(
            "suspended_by",
            _told("suspended_by"),
            lambda row: sorted(row.interval.suspended_by),
            refers="entries",
            listed=True,
        ),
    ]


def _told(field: str) -> str:
    """What the API says of the same."""
    return meaning(StatusIntervalRecord, field)
