"""A table, and the columns that many tables have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from armsref.export.tables.columns import CellValue, Column, ColumnType, Filled
from armsref.loading.dataset import Dataset
from armsref.prose.texts import plain_prose


@dataclass(frozen=True)
class Table:
    """A table: its name, what a row is, its columns, those that tell its rows apart, and its rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def table_of(name: str, row_meaning: str, key: str, filled: Iterable[Filled], rows: Iterable[Any]) -> Table:
    """A table with a row for each thing that `rows` has; `key` names the columns that tell them apart."""
    columns = tuple(filled)
    cells = [column.cell for column in columns]
    filled_rows = tuple(tuple([cell(row) for cell in cells]) for row in rows)
    return Table(name, row_meaning, tuple(each.column for each in columns), tuple(key.split()), filled_rows)


def in_words(dataset: Dataset, table: Table) -> Table:
    """A table whose texts are their words alone, without the links that they have in the data."""
    prose = [column.prose for column in table.columns]
    if not any(prose):
        return table
    rows = tuple(
        tuple(
            plain_prose(dataset, cell) if is_prose and isinstance(cell, str) else cell
            for cell, is_prose in zip(row, prose, strict=True)
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def derived(
    name: str,
    column_meaning: str,
    read: Callable[[Any], Any],
    type_: ColumnType = "string",
    values: tuple[str, ...] = (),
    required: bool = False,
    refers: str = "",
    listed: bool = False,
    unit: str = "",
    prose: bool = False,
) -> Filled:
    """A column that no model has as a field."""
    return Filled(Column(name, type_, column_meaning, unit, values, required, refers, listed, prose), read)


def entry_column(read: Callable[[Any], str]) -> Filled:
    """The entry of a row."""
    return derived("entry", "The entry that it belongs to.", read, required=True, refers="entries")


def treaty_column(read: Callable[[Any], str]) -> Filled:
    """The agreement of a row."""
    return derived("treaty", "The agreement that it belongs to.", read, required=True, refers="treaties")


def position_column(column_meaning: str, read: Callable[[Any], int]) -> Filled:
    """The place of a row among others, from 1."""
    return derived("position", column_meaning, read, "integer", required=True)
