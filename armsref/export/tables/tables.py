"""The data as tables: one a kind of entry, and one each for what an entry has several of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from pydantic import BaseModel

from armsref.export.edition import Edition
from armsref.export.tables.columns import Cell, Column, ColumnType, Filled, columns_of, date_columns, unit_of
from armsref.export.tables.meanings import MEANINGS, TABLES
from armsref.law.status import StatusInterval, TreatyStatus
from armsref.loading.dataset import Dataset
from armsref.model import (
    ENTRY_MODELS,
    Account,
    Attributed,
    DateClaim,
    Designation,
    DesignationSystem,
    Entry,
    EntryClaim,
    Kind,
    NumberClaim,
    Participation,
    Provision,
    Refers,
    Relation,
    RelationKind,
    Source,
    SourceKind,
    Treaty,
    TreatyAct,
    TreatyHistory,
    Weapon,
    WeaponAct,
    WeaponHistory,
)
from armsref.model.addresses import SECTIONS, address_of
from armsref.model.names import Name, System, names_of
from armsref.prose.english import begun
from armsref.prose.status import status_sentence

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Table:
    """A table: its name, what a row is, its columns, those that tell its rows apart, and its rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Fact:
    """A model inside an entry, and its path there. `known` are the ids of all entries."""

    entry: Entry
    path: Path
    model: Any
    known: Dataset

    @property
    def id(self) -> str:
        """The entry and the path, counted from nought: 'oreshnik#range_km.0'."""
        return _place(self.entry, self.path)

    @property
    def field(self) -> str:
        """The path without its numbers: 'range_km', 'designations.nato', 'launch.range_km'."""
        return _field(self.path)

    @property
    def position(self) -> int:
        """Its place in its field, from 1; the first is the one that the editors hold for the best founded."""
        last = self.path[-1]
        return last + 1 if isinstance(last, int) else 1

    @property
    def sources(self) -> tuple[str, ...]:
        """What is cited for it; for a designation without any, the sources of the entry speak."""
        return self.model.source or ()

    @property
    def speaker(self) -> str | None:
        """The id of the entry that says so, where it is one."""
        return self.model.by if self.model.by in self.known else None


def _place(entry: Entry, path: Path) -> str:
    return f"{entry.id}#{'.'.join(map(str, path))}"


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def tables(published: Edition) -> tuple[Table, ...]:
    """All tables; one that refers to another comes after it."""
    facts = tuple(_facts(published.dataset))
    return (
        _entries(published),
        *(_kind(published, kind) for kind in ENTRY_MODELS),
        _names(published.dataset),
        _sources(published.dataset),
        _claims(facts),
        _history(facts),
        _provisions(facts),
        _statuses(published),
        _participation(published.dataset),
        _successions(published.dataset),
        _variants(published.dataset),
        _links(published.dataset),
        _citations(published.dataset, facts),
    )


def _table(name: str, key: str, filled: Iterable[Filled], rows: Iterable[Any]) -> Table:
    columns = tuple(filled)
    cells = [each.cell for each in columns]
    filled_rows = tuple(tuple([cell(row) for cell in cells]) for row in rows)
    return Table(name, TABLES[name], tuple(each.column for each in columns), tuple(key.split()), filled_rows)


def _column(
    name: str,
    meaning: str,
    read: Callable[[Any], Any],
    type_: ColumnType = "string",
    values: tuple[str, ...] = (),
    required: bool = False,
    refers: str = "",
    listed: bool = False,
) -> Filled:
    return Filled(Column(name, type_, meaning, "", values, required, refers, listed), read)


def _facts(dataset: Dataset) -> Iterator[Fact]:
    for record in dataset.records.values():
        for path, model in record.models:
            if isinstance(model, Attributed | Provision):
                yield Fact(record.entry, path, model, dataset)


# Entries


def _entries(published: Edition) -> Table:
    columns = [
        _column("id", MEANINGS["id"], lambda entry: entry.id, required=True),
        _column("kind", "What sort of entry it is.", lambda entry: entry.kind, values=get_args(Kind), required=True),
        _column("title", "What it is called in lists and in running text.", lambda entry: entry.title, required=True),
        _column("url", "Its page.", lambda entry: published.release.site + address_of(entry), required=True),
    ]
    return _table("entries", "id", columns, published.dataset)


def _kind(published: Edition, kind: Kind) -> Table:
    model = ENTRY_MODELS[kind]
    key = _column("id", MEANINGS["id"], lambda entry: entry.id, required=True, refers="entries")
    own = [each for each in columns_of(model, MEANINGS) if each.column.name not in ("id", *_OF_OTHER_TABLES)]
    columns = [Filled(each.column, published.answers.of) if each.column.name == "answer" else each for each in own]
    return _table(SECTIONS[kind], "id", [key, *columns], published.dataset.of_kind(model))


# Lists of words rather than of ids: their items have tables of their own.
_OF_OTHER_TABLES = ("aliases", "variants")


def _names(dataset: Dataset) -> Table:
    rows = [(entry, number, name) for entry in dataset for number, name in enumerate(names_of(entry), 1)]
    columns = [
        _entry(lambda row: row[0].id),
        _position("Its place among the names of the entry, from 1; by the first it is called.", _second),
        _column("name", "The name as it is written.", lambda row: row[2].surface, required=True),
        _column(
            "system", "What sort of name it is.", lambda row: row[2].system, values=get_args(System), required=True
        ),
        _column("language", "The language of a translation, as a code of BCP 47.", lambda row: _step(row[2], "names")),
        _column(
            "designation_system", "Whose designation it is.", _designation_system, values=get_args(DesignationSystem)
        ),
    ]
    return _table("names", "entry position", columns, rows)


def _second(row: Any) -> Any:
    return row[1]


def _designation_system(row: Any) -> str | None:
    return _step(row[2], "designations")


def _step(name: Name, field: str) -> str | None:
    """What stands after a field in the path of a name: the language, or the system."""
    return str(name.path[1]) if name.path[0] == field else None


def _entry(read: Callable[[Any], str], name: str = "entry", refers: str = "entries") -> Filled:
    return _column(name, MEANINGS[f"{name} of a row"], read, required=True, refers=refers)


def _position(meaning: str, read: Callable[[Any], int]) -> Filled:
    return _column("position", meaning, read, "integer", required=True)


# Facts


def _claims(facts: Iterable[Fact]) -> Table:
    columns = [
        *_placed(),
        _column("field", MEANINGS["field"], lambda fact: fact.field, required=True),
        _column(
            "kind", "Which columns say what is claimed.", lambda fact: _sort(fact.model), values=_SORTS, required=True
        ),
        *(_number(name) for name in ("value", "min", "over", "max")),
        _column("about", MEANINGS["about"], lambda fact: getattr(fact.model, "about", None), "boolean"),
        _column("unit", "The unit of value, min, over and max; 'count' of what is counted.", _unit),
        _column("variant", MEANINGS["variant"], lambda fact: getattr(fact.model, "variant", None)),
        _column("words", "What is claimed, where that is words. [[id]] and [[id|words]] link to an entry.", _words),
        _column("other", "The entry that is claimed, where that is one.", _other, refers="entries"),
        *date_columns("date", "The date that is claimed, where that is one.", _date),
        _column("explains", MEANINGS["explains"], _explains, refers="treaties", listed=True),
        *_attribution(),
    ]
    told = (fact for fact in facts if _is_claim(fact.model))
    return _table("claims", "id", columns, told)


def _is_claim(model: BaseModel) -> bool:
    """Whether it is claimed by somebody: acts and provisions are tables of their own, bare designations only names."""
    if isinstance(model, Designation):
        return bool(model.by or model.source)
    return not isinstance(model, TreatyHistory | WeaponHistory | Provision)


_SORTS = ("number", "words", "entry", "date")


def _sort(model: Attributed) -> str:
    sorts: dict[type[Attributed], str] = {NumberClaim: "number", EntryClaim: "entry", DateClaim: "date"}
    return sorts.get(type(model), "words")


def _number(name: str) -> Filled:
    return _column(name, MEANINGS[name], lambda fact: _of(fact, NumberClaim, name), "number")


def _of(fact: Fact, model: type[BaseModel], name: str) -> Any:
    return getattr(fact.model, name) if isinstance(fact.model, model) else None


def _unit(fact: Fact) -> str | None:
    return unit_of(fact.field.rpartition(".")[2]) or None if isinstance(fact.model, NumberClaim) else None


def _words(fact: Fact) -> Any:
    if _sort(fact.model) != "words":
        return None
    return getattr(fact.model, "value", None) or getattr(fact.model, "text", None)


def _other(fact: Fact) -> Any:
    return _of(fact, EntryClaim, "value")


def _date(fact: Fact) -> Any:
    return _of(fact, DateClaim, "value")


def _explains(fact: Fact) -> Any:
    return _of(fact, Account, "explains")


def _placed() -> list[Filled]:
    return [
        _column("id", MEANINGS["id of a fact"], lambda fact: fact.id, required=True),
        _entry(lambda fact: fact.entry.id),
        _position(MEANINGS["position of a fact"], lambda fact: fact.position),
    ]


def _attribution() -> list[Filled]:
    return [
        _column("by", MEANINGS["by"], lambda fact: fact.model.by),
        _column("by_entry", MEANINGS["by_entry"], lambda fact: fact.speaker, refers="entries"),
        *date_columns("as_of", MEANINGS["as_of"], lambda fact: fact.model.as_of),
        _column("note", MEANINGS["note"], lambda fact: fact.model.note),
        _column("sources", MEANINGS["sources of a fact"], lambda fact: fact.sources, refers="sources", listed=True),
    ]


def _history(facts: Iterable[Fact]) -> Table:
    acts = tuple(dict.fromkeys((*get_args(TreatyAct), *get_args(WeaponAct))))
    columns = [
        *_placed(),
        *date_columns("date", "When it happened.", lambda fact: fact.model.date, required=True),
        _column("act", "What happened.", lambda fact: fact.model.act, values=acts, required=True),
        _column(
            "actors", MEANINGS["actors"], lambda fact: _of(fact, TreatyHistory, "actors"), refers="entries", listed=True
        ),
        *date_columns("takes_effect", MEANINGS["takes_effect"], lambda fact: _of(fact, TreatyHistory, "takes_effect")),
        *date_columns("until", MEANINGS["until"], lambda fact: _of(fact, TreatyHistory, "until")),
        _column("place", MEANINGS["place"], lambda fact: fact.model.place),
        *_attribution(),
    ]
    acted = (fact for fact in facts if isinstance(fact.model, TreatyHistory | WeaponHistory))
    return _table("history", "id", columns, acted)


def _provisions(facts: Iterable[Fact]) -> Table:
    own = columns_of(Provision, MEANINGS, get=lambda fact: fact.model)
    columns = [
        _column("id", MEANINGS["id of a fact"], lambda fact: fact.id, required=True),
        _entry(lambda fact: fact.entry.id, "treaty", "treaties"),
        _position("Its place in the agreement's list, from 1.", lambda fact: fact.position),
        _column("provision", "Its id within the agreement.", lambda fact: fact.model.id, required=True),
        *(each for each in own if each.column.name not in ("id", "source")),
        _column("sources", MEANINGS["sources of a fact"], lambda fact: fact.sources, refers="sources", listed=True),
    ]
    return _table("provisions", "id", columns, (fact for fact in facts if isinstance(fact.model, Provision)))


# Time


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
        return f"{self.treaty.id}#history.{number}"


def _statuses(published: Edition) -> Table:
    rows = [
        _Status(treaty, number, interval, begun(status_sentence(published.coverage, treaty, interval)))
        for treaty in published.dataset.of_kind(Treaty)
        for number, interval in enumerate(published.coverage.status_intervals(treaty), 1)
    ]
    words = (*get_args(TreatyStatus), "unclear")
    columns = [
        _entry(lambda row: row.treaty.id, "treaty", "treaties"),
        _position("Its place in the life of the agreement, from 1.", lambda row: row.position),
        _column("start", "The first day of it.", lambda row: row.interval.start.isoformat(), "date", required=True),
        _column(
            "end",
            "The first day on which it is over; empty where it lasts.",
            lambda row: row.interval.end and row.interval.end.isoformat(),
            "date",
        ),
        _column("status", "How the agreement stands.", lambda row: row.interval.status, values=words, required=True),
        _column(
            "possible",
            "The statuses that may hold: several where an act is known to the month or year only.",
            lambda row: row.interval.statuses,
            values=get_args(TreatyStatus),
            listed=True,
        ),
        _column("words", "The status in words, with its day.", lambda row: row.words, required=True),
        _column("since", MEANINGS["since"], lambda row: row.interval.since.isoformat(), "date", required=True),
        _column("act", "The act that decides.", lambda row: row.act, required=True, refers="history"),
        _column("does", MEANINGS["does"], lambda row: row.interval.does, required=True),
        _column(
            "suspended_by",
            "The parties that suspended it, as far as that is sure.",
            lambda row: sorted(row.interval.suspended_by),
            refers="entries",
            listed=True,
        ),
    ]
    return _table("statuses", "treaty position", columns, rows)


# States in agreements


def _participation(dataset: Dataset) -> Table:
    rows = [(treaty, row) for treaty, table in sorted(dataset.participation.items()) for row in table]
    columns = [_entry(lambda row: row[0], "treaty", "treaties"), *columns_of(Participation, MEANINGS, get=_second)]
    return _table("participation", "treaty state", columns, rows)


def _successions(dataset: Dataset) -> Table:
    rows = [
        (treaty.id, state, heir)
        for treaty in dataset.of_kind(Treaty)
        for state, heirs in treaty.succession.items()
        for heir in heirs
    ]
    columns = [
        _entry(lambda row: row[0], "treaty", "treaties"),
        _column("state", "The state that was a party.", _second, required=True, refers="states"),
        _column("successor", "A state that took its place.", lambda row: row[2], required=True, refers="states"),
    ]
    return _table("successions", "treaty state successor", columns, rows)


# The rest


def _variants(dataset: Dataset) -> Table:
    rows = [(each.id, *numbered) for each in dataset.of_kind(Weapon) for numbered in enumerate(each.variants, 1)]
    columns = [
        _entry(lambda row: row[0], "weapon", "weapons"),
        _position("Its place in the weapon's list, from 1.", _second),
        _column("variant", "The version, in words.", lambda row: row[2], required=True),
    ]
    return _table("variants", "weapon position", columns, rows)


@dataclass(frozen=True)
class _Link:
    entry: Entry
    path: Path
    other: str

    @property
    def id(self) -> str:
        """The entry and the path of the link, counted from nought: 'inf-treaty#related.0.id'."""
        return _place(self.entry, self.path)

    @property
    def field(self) -> str:
        """The path without its numbers, and without the last step of a relation."""
        return "related" if self.relation else _field(self.path)

    @property
    def relation(self) -> Relation | None:
        """The relation, where it is one of `related`."""
        return self.entry.related[int(self.path[1])] if self.path[0] == "related" else None


def _links(dataset: Dataset) -> Table:
    hows = get_args(RelationKind)
    columns = [
        _column("id", MEANINGS["id of a fact"], lambda link: link.id, required=True),
        _entry(lambda link: link.entry.id),
        _column("field", "The field that names the other entry.", lambda link: link.field, required=True),
        _column("how", MEANINGS["how"], lambda link: link.relation and link.relation.how, values=hows),
        _column("other", "The other entry.", lambda link: link.other, required=True, refers="entries"),
        _column("note", MEANINGS["note"], lambda link: link.relation and link.relation.note),
    ]
    rows = (
        _Link(record.entry, each.path, each.value)
        for record in dataset.records.values()
        for each in record.marked
        # A succession is between two states under an agreement, and has a table of its own.
        if isinstance(each.marker, Refers) and each.path[0] != "succession"
    )
    return _table("links", "id", columns, rows)


def _sources(dataset: Dataset) -> Table:
    rows = [dataset.cited(f"{each.id}/{item}") for each in dataset.publishers.values() for item in each.publisher.items]
    own = columns_of(Source, MEANINGS, get=lambda cited: cited.source)
    kinds = get_args(SourceKind)
    columns = [
        _column("id", "The source: its publisher's id and its own.", lambda cited: cited.id, required=True),
        _column("publisher", "Who published it.", lambda cited: cited.publisher.publisher, required=True),
        _column("country", MEANINGS["country"], lambda cited: cited.publisher.country, refers="states"),
        _column("kind", "What sort of text it is.", lambda cited: cited.kind, values=kinds, required=True),
        *(each for each in own if each.column.name != "kind"),
    ]
    return _table("sources", "id", columns, rows)


@dataclass(frozen=True)
class _Citation:
    entry: str
    fact: str
    source: str


def _citations(dataset: Dataset, facts: Iterable[Fact]) -> Table:
    columns = [
        _entry(lambda each: each.entry),
        _column("fact", MEANINGS["fact"], lambda each: each.fact, required=True),
        _column("source", "What is cited for it.", lambda each: each.source, required=True, refers="sources"),
    ]
    whole = ((entry.id, f"{entry.id}#sources", entry.sources) for entry in dataset)
    rosters = (
        (treaty.id, f"{treaty.id}#participation_source", treaty.participation_source or ())
        for treaty in dataset.of_kind(Treaty)
    )
    told = ((fact.entry.id, fact.id, fact.sources) for fact in facts)
    rows = (
        _Citation(entry, fact, source)
        for entry, fact, sources in chain(whole, rosters, told)
        for source in dict.fromkeys(sources)
    )
    return _table("citations", "entry fact source", columns, rows)
