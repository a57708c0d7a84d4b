"""The lists that are tables: agreements, weapons, organisations, states."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from armsref.law.status import signature
from armsref.model import Entry, NumberClaim, Organisation, State, Treaty, Weapon
from armsref.model.dates import PartialDate
from armsref.prose.english import amount, begun, day
from armsref.prose.lines import Aside, EntryLink, Line, Words, joined
from armsref.prose.status import StatusMark
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import spaced
from armsref.views.as_of import AsOf
from armsref.views.entry import kind_words
from armsref.views.lists.sought import Sought, sought
from armsref.views.names import known_as
from armsref.views.weapon import range_line

NOTHING = "–"
# So many other names of an entry stand in a row.
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table, which is `wide` where its cells are sentences.

    `label` is what its cells are called where they stand below each other.
    """

    head: str
    label: str = ""
    sorted: bool = True
    wide: bool = False


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day in words, and as a machine reads it."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Fold:
    """What is folded under some words: a line, or a sample of code."""

    words: str
    line: Line = ()
    sample: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a status, a day, a line and a fold, each where there is one, and the key by which it is sorted.

    The words of a cell that is `drawn` stand for a drawing where one can be shown.
    """

    line: Line
    sort: str | None = None
    status: StatusMark | None = None
    day: DayShown | None = None
    drawn: bool = False
    fold: Fold | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, and what filters ask of it. `rule` names the rule of notification that it is about."""

    cells: tuple[Cell, ...]
    sought: Sought | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A list as a table; the first cell of a row is its head. `filterable` says of what there is a choice, if any.

    `otherwise` is said where there is no row. Its rows stand in the order of the column of that number, if of any.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    filterable: str = ""
    otherwise: str = ""
    in_order_of: int | None = 0


def treaties_table(as_of: AsOf) -> TableView:
    """The agreements."""
    heads = ("Agreement", "Also called", "Form", "Parties", "Signed", "Status today")
    rows = [(treaty, _treaty_cells(as_of, treaty)) for treaty in as_of.dataset.of_kind(Treaty)]
    return _entries_table(as_of, "Agreements", heads, rows)


def weapons_table(as_of: AsOf) -> TableView:
    """The weapons."""
    heads = ("Weapon", "Also called", "Type", "Origin", "Range, as claimed", "Status today")
    rows = [(weapon, _weapon_cells(as_of, weapon)) for weapon in as_of.dataset.of_kind(Weapon)]
    return _entries_table(as_of, "Weapons", heads, rows)


def organisations_table(as_of: AsOf) -> TableView:
    """The organisations."""
    heads = ("Organisation", "Form", "States", "What it is")
    rows = [(body, _organisation_cells(as_of, body)) for body in as_of.dataset.of_kind(Organisation)]
    return _entries_table(as_of, "Organisations", heads, rows)


def states_table(as_of: AsOf) -> TableView:
    """The states, with how much the reference holds on each."""
    heads = ("State", "Takes part in", "Other agreements", "Weapons")
    rows = [(state, _state_cells(as_of, state)) for state in as_of.dataset.of_kind(State)]
    return _entries_table(as_of, "States", heads, rows)


def labelled_columns(heads: Iterable[str]) -> tuple[TableColumn, ...]:
    """Columns by their heads; the first, which heads each row, needs no label there."""
    first, *others = heads
    return (TableColumn(first), *(TableColumn(head, head) for head in others))


def cell_of(words: str) -> Cell:
    """A cell of words alone."""
    return Cell((Words(words),))


def link_to(entry: Entry) -> EntryLink:
    """A link to an entry by its title."""
    return EntryLink(entry.id, typographic(entry.title))


def _entries_table(
    as_of: AsOf, caption: str, heads: Iterable[str], rows: Iterable[tuple[Entry, tuple[Cell, ...]]]
) -> TableView:
    listed = tuple(TableRow((_name(entry), *cells), sought(as_of, entry)) for entry, cells in rows)
    return TableView(caption, labelled_columns(heads), listed, filterable=caption.lower())


def _treaty_cells(as_of: AsOf, treaty: Treaty) -> tuple[Cell, ...]:
    mark = as_of.marks[treaty.id]
    return (_called(treaty), _kind(treaty), _parties(as_of, treaty), _signed(treaty), Cell((), mark.code, status=mark))


def _weapon_cells(as_of: AsOf, weapon: Weapon) -> tuple[Cell, ...]:
    mark = as_of.marks[weapon.id]
    status = Cell((), spaced(mark.code), status=mark)
    return (_called(weapon), _kind(weapon), _states(as_of, weapon.origin), _range(weapon.range_km), status)


def _organisation_cells(as_of: AsOf, body: Organisation) -> tuple[Cell, ...]:
    answer = Cell((Words(as_of.answer(body)),), body.answer.casefold())
    return (_kind(body), _states(as_of, body.states), answer)


def _state_cells(as_of: AsOf, state: State) -> tuple[Cell, ...]:
    held = as_of.held(state.id)
    return (_count(len(held.current)), _count(len(held.others)), _count(len(held.weapons)))


def _name(entry: Entry) -> Cell:
    return Cell((link_to(entry),), entry.title.casefold())


def _called(entry: Entry) -> Cell:
    """A few other names by which readers come, the whole name among them."""
    whole = [typographic(entry.name)] if entry.name != entry.title else []
    others = [name.words for name in known_as(entry) if name.words not in whole and not name.language]
    words = ", ".join([*whole, *others[: MOST_NAMES - len(whole)]])
    return Cell((Words(words or NOTHING),), words.casefold())


def _kind(entry: Entry) -> Cell:
    words = begun(kind_words(entry))
    return Cell((Words(words),), words.casefold())


def _states(as_of: AsOf, ids: Iterable[str]) -> Cell:
    """Links to states, sorted by their names."""
    states = [as_of.dataset[state_id] for state_id in ids]
    links = joined((link_to(state),) for state in states)
    return Cell(links, " ".join(state.title.casefold() for state in states))


def _parties(as_of: AsOf, treaty: Treaty) -> Cell:
    """The parties, or how many take part: by a claim, else as many as its table shows to be bound."""
    if treaty.parties:
        return _states(as_of, treaty.parties)
    bound = len(as_of.bound[treaty.id]) if treaty.id in as_of.dataset.participation else 0
    number = amount(treaty.participants[0]) if treaty.participants else str(bound or "")
    return (
        Cell((Words(f"{number} {'state' if number == '1' else 'states'}"),), f"{number:>9}") if number else _nothing()
    )


def _signed(treaty: Treaty) -> Cell:
    """The day of signature, and what was done on it where that was something else."""
    act = signature(treaty)
    if act is None:
        return _nothing()
    done = (Words(" "), Aside((Words(spaced(act.act)),))) if act.act != "signed" else ()
    return Cell(done, act.date.earliest.isoformat(), day=_day_shown(act.date))


def _day_shown(date: PartialDate) -> DayShown:
    return DayShown(str(date).lstrip("~"), day(date))


def _range(claims: tuple[NumberClaim, ...]) -> Cell:
    """The first claim, and how many more the page has; sorted by the longest that it allows."""
    if not claims:
        return _nothing()
    first = claims[0]
    ends = (first.value, first.max, first.min, first.over)
    longest = max(end for end in ends if end is not None)
    return Cell(range_line(claims), f"{longest:09.1f}")


def _count(number: int) -> Cell:
    return Cell((Words(str(number)),), f"{number:06d}")


def _nothing() -> Cell:
    return Cell((Words(NOTHING),), "")
