"""The tests of weapons and their use in war: the acts of histories that are one, and how many each year saw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlencode

from armsref.law.coverage import states_with
from armsref.law.notices import can_be_launched
from armsref.model import Weapon, WeaponAct, WeaponHistory
from armsref.prose.english import begun, day
from armsref.prose.lines import Aside, Line, SiteLink, Words, joined
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import spaced
from armsref.views.as_of import AsOf
from armsref.views.lists.sought import Sought, sought
from armsref.views.lists.tables import Cell, DayShown, TableColumn, TableRow, TableView, link_to

Outcome = Literal["tested", "failed", "used in war"]

OUTCOMES: dict[WeaponAct, Outcome] = {
    "first-test": "tested", "tested": "tested", "test-failed": "failed",
    "first-combat-use": "used in war", "combat-use": "used in war",
}  # fmt: skip
_PURPOSES: dict[Outcome, str] = {"tested": "test", "failed": "test", "used in war": "combat"}


@dataclass(frozen=True, slots=True)
class YearOfFlights:
    """How many acts of each outcome are told of a year."""

    year: int
    counts: dict[Outcome, int]


@dataclass(frozen=True, slots=True)
class Flights:
    """All tests and uses, the latest first, and how many there were each year from the first to the last."""

    table: TableView
    years: tuple[YearOfFlights, ...]

    @property
    def words(self) -> str:
        """What a drawing of the years shows."""
        totals = Counter[Outcome]()
        for year in self.years:
            totals.update(year.counts)
        told = ", ".join(f"{totals[outcome]} {outcome}" for outcome in dict.fromkeys(OUTCOMES.values()))
        return (
            f"Acts told of each year from {self.years[0].year} to {self.years[-1].year}: {told}." if self.years else ""
        )


def flights(as_of: AsOf) -> Flights:
    """The tests of weapons and their use in war up to today."""
    acts = sorted(_acts(as_of), key=lambda pair: (pair[1].date.earliest, pair[0].title), reverse=True)
    heads = ("Day", "Weapon", "Of", "What", "Where", "Notice")
    columns = tuple(TableColumn(head, head if number != 1 else "") for number, head in enumerate(heads))
    rows = tuple(_row(as_of, weapon, act) for weapon, act in acts)
    table = TableView("Tests and uses of weapons", columns, rows, filterable="acts", in_order_of=None)
    return Flights(table, tuple(_years(acts)))


def _acts(as_of: AsOf) -> Iterator[tuple[Weapon, WeaponHistory]]:
    for weapon in as_of.dataset.of_kind(Weapon):
        yield from ((weapon, act) for act in weapon.history if act.act in OUTCOMES and act.date.earliest <= as_of.day)


def _years(acts: list[tuple[Weapon, WeaponHistory]]) -> Iterator[YearOfFlights]:
    """Each year from the first act to the last, also those of which nothing is told."""
    by_year: dict[int, Counter[Outcome]] = {}
    for _, act in acts:
        by_year.setdefault(act.date.year, Counter())[OUTCOMES[act.act]] += 1
    for year in range(min(by_year, default=0), max(by_year, default=-1) + 1):
        yield YearOfFlights(year, dict(by_year.get(year, {})))


def _row(as_of: AsOf, weapon: Weapon, act: WeaponHistory) -> TableRow:
    shown = DayShown(str(act.date).lstrip("~"), day(act.date))
    states = [as_of.dataset[state] for state in weapon.origin]
    place = typographic(act.place or "")
    cells = (
        Cell((), act.date.earliest.isoformat(), day=shown),
        Cell((link_to(weapon),), weapon.title.casefold()),
        Cell(joined((link_to(state),) for state in states), " ".join(state.title for state in states)),
        Cell((Words(begun(spaced(act.act))),), spaced(act.act)),
        Cell((Words(place),), place.casefold()),
        Cell(_notice(weapon, act)),
    )
    return TableRow(cells, _sought(as_of, weapon, act))


def _sought(as_of: AsOf, weapon: Weapon, act: WeaponHistory) -> Sought:
    """What the weapon is sought by, without how it stands today, and what came of the act."""
    own = sought(as_of, weapon)
    kept = tuple(pair for pair in own.filters if pair[0] in ("kind", "country"))
    place = f" {act.place.casefold()}" if act.place else ""
    return replace(own, filters=(*kept, ("outcome", (begun(OUTCOMES[act.act]),))), names=own.names + place)


def _notice(weapon: Weapon, act: WeaponHistory) -> Line:
    """A link to what notice would have been due of the act; none where its day is not known, or nothing flew."""
    states = states_with(weapon)
    if not can_be_launched(weapon) or act.date.precision != "day" or not states:
        return ()
    asked = {"weapon": weapon.id, "state": states[0], "on": str(act.date).lstrip("~")}
    query = urlencode(asked | {"purpose": _PURPOSES[OUTCOMES[act.act]]})
    return (Aside((SiteLink(f"launch-notice/?{query}", (Words("Was it due?"),)),)),)
