"""The columns of tables: what each holds. What a column of a field means is what the model says of that field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from armsref.model import Cites, Refers, has_links, markers
from armsref.model.addresses import SECTIONS
from armsref.model.dates import PartialDate
from armsref.prose import figures

ColumnType = Literal["string", "number", "integer", "boolean", "date"]
CellValue = str | float | int | bool | None

# Between the items of a cell with several; none of them has it inside.
SEPARATOR = ";"
# As they are printed, and those that are printed in words.
_UNITS = {ending: unit.strip() for ending, unit in figures.UNITS.items()} | {
    "mach": "Mach", "hours": "h", "days": "d", "months": "months",
}  # fmt: skip
# What is counted, not measured.
_COUNTED = {"participants", "warheads", "stages", "deployed"}
_BOUNDS = {"min", "over", "max"}


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `values` are the only ones it has, where they are a closed list. `refers` names the table whose key it holds. Where
    it is `listed`, a cell has any number of items with SEPARATOR between them, and the rest is said of each of them.
    It is `prose` where its texts may link to entries in the data; in the table stand their words.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    required: bool = False
    refers: str = ""
    listed: bool = False
    prose: bool = False


@dataclass(frozen=True)
class Filled:
    """A column, and how its cell is read from what a row is about."""

    column: Column
    read: Callable[[Any], Any]

    @property
    def cell(self) -> Callable[[Any], CellValue]:
        """What gives the cell of a row: None where nothing stands there."""
        if not self.column.listed:
            return self.read
        return lambda row: SEPARATOR.join(self.read(row) or ()) or None


def unit_of(name: str) -> str:
    """The unit that a field's name ends in, before 'min', 'over' or 'max'; 'count' of what is counted."""
    steps = [step for step in name.split("_") if step not in _BOUNDS]
    if not steps:
        return ""
    return "count" if steps[-1] in _COUNTED else _UNITS.get(steps[-1], "")


def iso(date: PartialDate | None) -> str | None:
    """A date as ISO 8601 writes it, as exact as it is known: 1987, 1987-12, 1987-12-08."""
    return str(date).removeprefix("~") if date else None


def precision(date: PartialDate | None) -> str | None:
    """How exactly a date is known: 'month'; 'about month' where the source says 'about'."""
    return f"{'about ' if date.about else ''}{date.precision}" if date else None


def date_columns(
    name: str, meaning: str, read: Callable[[Any], PartialDate | None], required: bool = False
) -> list[Filled]:
    """The two columns of a date: itself, and how exactly it is known."""
    exact = f"How exactly '{name}' is known."
    return [
        Filled(Column(name, "string", f"{meaning} {_DATE}", required=required), lambda row: iso(read(row))),
        Filled(Column(f"{name}_precision", "string", exact, values=PRECISIONS), lambda row: precision(read(row))),
    ]


_DATE = "An ISO 8601 date: 1987, 1987-12 or 1987-12-08."
PRECISIONS = ("year", "month", "day", "about year", "about month", "about day")


Get = Callable[[Any], Any]
"""What gets a model from what a row is about; it may find none."""


def columns_of(model: type[BaseModel], get: Get = lambda row: row) -> Iterator[Filled]:
    """The columns for the fields of a model, in their order; those of a model inside it have its name before theirs.

    Fields with several models, and mappings, have no column: they are tables of their own.
    """
    yield from columns_for(model, tuple(model.model_fields), get)


def columns_for(model: type[BaseModel], fields: Iterable[str], get: Get = lambda row: row) -> Iterator[Filled]:
    """The columns for some fields of a model, in the order in which these are named."""
    for field in fields:
        yield from _of_field(model.model_fields[field], _Way(field, "", "", get))


@dataclass(frozen=True)
class _Way:
    """A field, what stands before its name and its meaning, and what gets its model."""

    field: str
    prefix: str
    before: str
    get: Get

    def read(self, row: Any) -> Any:
        """The value of the field, where there is a model to have it."""
        model = self.get(row)
        return None if model is None else getattr(model, self.field)


def _of_field(info: FieldInfo, way: _Way) -> Iterator[Filled]:
    name, annotation = f"{way.prefix}{info.alias or way.field}", _bare(info.annotation)
    means = f"{way.before}{info.description}"
    required = info.is_required() and not way.prefix
    if annotation is PartialDate:
        yield from date_columns(name, means, way.read, required)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field, inner in annotation.model_fields.items():
            yield from _of_field(inner, _Way(field, f"{name}_", f"{means} ", way.read))
    elif typed := _typed(annotation):
        unit = unit_of(name) if typed.type in ("number", "integer") else ""
        required = required and not typed.listed
        yield Filled(
            Column(name, typed.type, means, unit, typed.values, required, _target(info), typed.listed, has_links(info)),
            way.read,
        )


def _target(info: FieldInfo) -> str:
    """The table that a field's ids are found in."""
    for marker in markers(info):
        if isinstance(marker, Cites):
            return "sources"
        if isinstance(marker, Refers):
            return SECTIONS[marker.kinds[0]] if len(marker.kinds) == 1 else "entries"
    return ""


@dataclass(frozen=True)
class _Typed:
    type: ColumnType
    values: tuple[str, ...] = ()
    listed: bool = False


def _typed(annotation: Any) -> _Typed | None:
    """What a column of a field holds; None where the field is no plain value, nor several."""
    origin = get_origin(annotation)
    if origin is Literal:
        return _Typed("string", get_args(annotation))
    if origin is None:
        return _Typed(_TYPES[annotation]) if annotation in _TYPES else None
    if origin is tuple:
        item = _typed(_bare(get_args(annotation)[0]))
        return _Typed(item.type, item.values, listed=True) if item else None
    return None


_TYPES: dict[Any, ColumnType] = {str: "string", bool: "boolean", float: "number", int: "integer"}


def _bare(annotation: Any) -> Any:
    """A type without what is annotated to it, and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        given = [each for each in get_args(annotation) if each is not NoneType]
        return _bare(given[0]) if len(given) == 1 else annotation
    return annotation
