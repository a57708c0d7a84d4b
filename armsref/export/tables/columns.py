"""The columns of tables: what each holds, taken from the models where they say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from armsref.model import Cites, Refers
from armsref.model.addresses import SECTIONS
from armsref.model.dates import PartialDate

ColumnType = Literal["string", "number", "integer", "boolean", "date"]
Cell = str | float | int | bool | None

# Between the items of a cell with several; none of them has it inside.
SEPARATOR = ";"
UNITS = {
    "km": "km", "kmh": "km/h", "kg": "kg", "m": "m", "kt": "kt", "mach": "Mach", "hours": "h", "days": "d",
    "months": "months",
}  # fmt: skip
# What is counted, not measured.
COUNTED = {"participants", "warheads", "stages", "deployed"}
_BOUNDS = {"min", "over", "max"}


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `values` are the only ones it has, where they are a closed list. `refers` names the table whose key it holds. Where
    it is `listed`, a cell has any number of items with SEPARATOR between them, and the rest is said of each of them.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    required: bool = False
    refers: str = ""
    listed: bool = False


@dataclass(frozen=True)
class Filled:
    """A column, and how its cell is read from what a row is about."""

    column: Column
    read: Callable[[Any], Any]

    @property
    def cell(self) -> Callable[[Any], Cell]:
        """What gives the cell of a row: None where nothing stands there."""
        if not self.column.listed:
            return self.read
        return lambda row: SEPARATOR.join(self.read(row) or ()) or None


def unit_of(name: str) -> str:
    """The unit that a field's name ends in, before 'min', 'over' or 'max'; 'count' of what is counted."""
    steps = [step for step in name.split("_") if step not in _BOUNDS]
    if not steps:
        return ""
    return "count" if steps[-1] in COUNTED else UNITS.get(steps[-1], "")


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


def columns_of(
    model: type[BaseModel], meanings: dict[str, str], prefix: str = "", get: Callable[[Any], Any] = lambda row: row
) -> Iterator[Filled]:
    """The columns for the fields of a model, in their order; those of a model inside it have its name before theirs.

    Fields with several models, and mappings, have no column: they are tables of their own. `get` gets the model from
    what a row is about, and may find none. `meanings` says what the models leave unsaid, by column or by field.
    """
    for name, info in model.model_fields.items():
        column, annotation = f"{prefix}{info.alias or name}", _bare(info.annotation)
        meaning = meanings.get(column) or info.description or meanings.get(name, "")
        read = _reader(get, name)
        if annotation is PartialDate:
            yield from date_columns(column, meaning, read, info.is_required() and not prefix)
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from columns_of(annotation, meanings, f"{column}_", read)
        elif typed := _typed(annotation):
            required = info.is_required() and not prefix and not typed.listed
            unit = unit_of(column) if typed.type in ("number", "integer") else ""
            refers = _target(info)
            yield Filled(Column(column, typed.type, meaning, unit, typed.values, required, refers, typed.listed), read)


def _reader(get: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    def read(row: Any) -> Any:
        model = get(row)
        return None if model is None else getattr(model, name)

    return read


def _target(info: FieldInfo) -> str:
    """The table that a field's ids are found in."""
    for marker in (*info.metadata, *_annotated(info.annotation)):
        if isinstance(marker, Cites):
            return "sources"
        if isinstance(marker, Refers):
            return SECTIONS[marker.kinds[0]] if len(marker.kinds) == 1 else "entries"
    return ""


def _annotated(annotation: Any) -> Iterator[Any]:
    """All that is annotated to a type, and to the types inside it."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _annotated(inner)


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
