"""What the filters and the text field of a list ask of an entry."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from armsref.model import Entry, Event, Organisation, State, Term, Treaty, Weapon
from armsref.model.names import names_of
from armsref.prose.english import begun
from armsref.prose.vocabulary import sentence
from armsref.views.as_of import AsOf
from armsref.views.entry import kind_words


@dataclass(frozen=True, slots=True)
class Sought:
    """The values of an entry by the name of the filter, where it has any; and its names in small letters."""

    filters: tuple[tuple[str, tuple[str, ...]], ...]
    names: str


def filters_of(entries: Iterable[Sought], without: Container[str] = ()) -> tuple[str, ...]:
    """The filters that leave a choice among some entries, but for those that a list does without."""
    values: dict[str, set[str]] = {}
    for entry in entries:
        for name, given in entry.filters:
            values.setdefault(name, set()).update(given)
    return tuple(name for name, given in values.items() if len(given) > 1 and name not in without)


def sought(as_of: AsOf, entry: Entry) -> Sought:
    """What a reader may look for an entry by."""
    values = {
        "kind": () if isinstance(entry, Event | Term) else (begun(kind_words(entry)),),
        "status": (sentence(as_of.marks[entry.id].code),) if entry.id in as_of.marks else (),
        "country": _countries(as_of, entry),
        "topic": tuple(map(sentence, entry.topics)),
    }
    return Sought(tuple((name, given) for name, given in values.items() if given), words_sought(entry))


def words_sought(entry: Entry) -> str:
    """The names of an entry in small letters."""
    return " ".join(dict.fromkeys(name.surface.casefold() for name in names_of(entry)))


def _countries(as_of: AsOf, entry: Entry) -> tuple[str, ...]:
    """The titles of the states that an entry is about; of an agreement all that ever took part, or acted in it."""
    known = (as_of.dataset.get(entry_id) for entry_id in dict.fromkeys(_concerned(as_of, entry)))
    return tuple(state.title for state in known if isinstance(state, State))


def _concerned(as_of: AsOf, entry: Entry) -> tuple[str, ...]:
    match entry:
        case Treaty():
            return as_of.coverage.participants(entry).involved
        case Weapon():
            return (*entry.origin, *entry.operators, *entry.former_operators)
        case Event():
            return entry.involves
        case Organisation():
            return entry.states
        case _:
            return ()
