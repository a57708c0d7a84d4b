"""The table of an agreement's states: how each takes part, by what act and since when, and who does not."""

from __future__ import annotations

from collections import Counter

from armsref.model import Participation, State, Treaty
from armsref.model.dates import PartialDate
from armsref.model.names import folded
from armsref.prose import english
from armsref.prose.english import begun
from armsref.prose.lines import EntryLink, Words
from armsref.prose.status import STANDINGS_COUNTED, standing_words
from armsref.prose.texts import typographic
from armsref.views.parts import ParticipantRow, ParticipationTable
from armsref.views.writer import Writer, unbroken_day

UNKNOWN = "–"
_COLUMNS = ("Signed", "Bound", "Note")


def participation(writer: Writer, treaty: Treaty) -> ParticipationTable | None:
    """The table of an agreement's states; None where it has none."""
    table = writer.as_of.dataset.participation.get(treaty.id)
    if table is None:
        return None
    usual = _usual_act(table)
    told = f" States are bound by {usual} where no other act is named." if usual else ""
    sentence = (Words(_counted(writer, treaty, table) + told), *writer.cite(treaty.participation_source))
    rows = sorted(table, key=lambda row: folded(writer.as_of.dataset[row.state].title))
    told_of = [_cells(row, usual) for row in rows]
    columns = tuple(name for name in _COLUMNS if any(cells[name] not in ("", UNKNOWN) for cells in told_of))
    participants = (
        _participant(writer, treaty, row, {name: cells[name] for name in columns})
        for row, cells in zip(rows, told_of, strict=True)
    )
    return ParticipationTable(sentence, columns, tuple(participants), _outside(writer, treaty))


def _participant(writer: Writer, treaty: Treaty, row: Participation, cells: dict[str, str]) -> ParticipantRow:
    as_of, sorts = writer.as_of, _sorts(row)
    state = as_of.dataset[row.state]
    place = as_of.coverage.standing_on(treaty, row.state, as_of.day)
    unclear = place is not None and place.standing == "unclear"
    return ParticipantRow(
        state=EntryLink(row.state, typographic(state.title)),
        cells=tuple(cells.values()),
        sorts=tuple(sorts[name] for name in cells),
        act=begun(row.act or ""),
        standing="Unclear" if unclear else begun(standing_words(as_of.dataset, place)),
    )


def _outside(writer: Writer, treaty: Treaty) -> tuple[EntryLink, ...]:
    """The states of today that are known not to take part: listed as such, or missing in a complete table."""
    coverage, day, dataset = writer.as_of.coverage, writer.as_of.day, writer.as_of.dataset
    states = [state for state in dataset.of_kind(State) if state.existed_until is None]
    places = ((state, coverage.standing_on(treaty, state.id, day)) for state in states)
    outside = [state for state, place in places if place and place.standing == "not a party"]
    return tuple(EntryLink(state.id, typographic(state.title)) for state in outside if not treaty.parties)


def _counted(writer: Writer, treaty: Treaty, table: tuple[Participation, ...]) -> str:
    """How many states the table lists, as of when, and how many of them stand how on the day."""
    coverage, on = writer.as_of.coverage, writer.as_of.day
    places = [place for row in table if (place := coverage.standing_on(treaty, row.state, on))]
    standings = Counter(place.standing for place in places)
    parts = [f"{count} {STANDINGS_COUNTED[standing]}" for standing, count in standings.most_common()]
    of_day = f" as of {unbroken_day(treaty.participation_as_of)}" if treaty.participation_as_of else ""
    missing = "" if treaty.participation_complete else " The list is not complete; who is not in it is not recorded."
    states = "1 state is" if len(table) == 1 else f"{len(table)} states are"
    return f"{states} listed{of_day}. Today: {', '.join(parts)}.{missing}"


def _usual_act(table: tuple[Participation, ...]) -> str | None:
    """The act by which most states of a table were bound, which is said once for all of them; None where none is."""
    acts = Counter(row.act for row in table if row.bound)
    return acts.most_common(1)[0][0] if acts else None


def _cells(row: Participation, usual: str | None) -> dict[str, str]:
    """What the table says of a state, by the names of its columns."""
    signed, bound, left = (english.day(known) if known else "" for known in (row.signed, row.bound, row.left))
    act = f" ({row.act})" if row.bound and row.act and row.act != usual else ""
    note = typographic(". ".join(filter(None, [f"Left on {left}" if left else "", row.note])))
    return dict(zip(_COLUMNS, (signed or UNKNOWN, bound + act or UNKNOWN, note), strict=True))


def _sorts(row: Participation) -> dict[str, str]:
    """The keys by which its cells are sorted."""
    note = f"{_key(row.left)} {row.note or ''}".strip().casefold()
    return dict(zip(_COLUMNS, (_key(row.signed), _key(row.bound), note), strict=True))


def _key(known: PartialDate | None) -> str:
    return known.earliest.isoformat() if known else ""
