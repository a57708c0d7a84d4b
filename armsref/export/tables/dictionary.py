"""The data dictionary: what every column of every table holds, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from armsref.export.tables.columns import SEPARATOR, Column, ColumnType
from armsref.export.tables.table import Table

NAME = "dictionary"
_COLUMNS = (
    Column("table", "string", "The table.", required=True),
    Column("table_meaning", "string", "What a row of it is.", required=True),
    Column("column", "string", "The column.", required=True),
    Column("position", "integer", "Its place in the table, from 1.", required=True),
    Column("type", "string", "What it holds.", values=get_args(ColumnType), required=True),
    Column("listed", "boolean", f"True where a cell has several, with '{SEPARATOR}' between them.", required=True),
    Column("unit", "string", "The unit of a number; 'count' of what is counted."),
    Column("required", "boolean", "True where no cell is empty.", required=True),
    Column("is_key", "boolean", "True where it is what tells rows apart, alone or with others.", required=True),
    Column("refers", "string", "The table in which its ids are found."),
    Column("values", "string", "The only values that it has, where they are a closed list.", listed=True),
    Column("meaning", "string", "What it says.", required=True),
)


def dictionary(tables: Iterable[Table]) -> Table:
    """The dictionary of some tables, and of itself."""
    own = Table(NAME, "Every column of every table.", _COLUMNS, ("table", "column"), ())
    rows = tuple(
        (
            table.name,
            table.meaning,
            column.name,
            position,
            column.type,
            column.listed,
            column.unit or None,
            column.required,
            column.name in table.key,
            column.refers or None,
            SEPARATOR.join(column.values) or None,
            column.meaning,
        )
        for table in (*tables, own)
        for position, column in enumerate(table.columns, 1)
    )
    return Table(own.name, own.meaning, own.columns, own.key, rows)
