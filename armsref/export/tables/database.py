"""Tables as one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from armsref.export.tables.columns import Column
from armsref.export.tables.table import Table

# Rows that have more characters than this on average would leave the pages of an index half empty.
NARROW = 500
_TYPES = {"string": "TEXT", "date": "TEXT", "number": "REAL", "integer": "INTEGER", "boolean": "INTEGER"}


def database(tables: Iterable[Table], metadata: dict[str, str]) -> bytes:
    """A database with these tables, and `metadata`: the same bytes for the same, with one version of SQLite.

    Keys that a column refers to are foreign keys; a cell with several items has them in the table of links or citations
    too, one a row.
    """
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute('CREATE TABLE "metadata" ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL)')
        base.executemany('INSERT INTO "metadata" VALUES (?, ?)', metadata.items())
        for table in tables:
            base.execute(_creation(table))
            marks = ", ".join("?" for _ in table.columns)
            base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', table.rows)
        base.commit()
        base.execute("VACUUM")
        return base.serialize()


def _creation(table: Table) -> str:
    columns = [_column(column) for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    foreign = [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" ("id")'
        for column in table.columns
        if column.refers and not column.listed
    ]
    stored = " WITHOUT ROWID" if _is_narrow(table) else ""
    return f'CREATE TABLE "{table.name}" ({", ".join([*columns, f"PRIMARY KEY ({key})", *foreign])}){stored}'


def _is_narrow(table: Table) -> bool:
    """Whether rows are short enough to lie in the index of their key, so that no key is written twice.

    The key must come first: of other tables SQLite 3.40 says falsely that they have empty cells.
    """
    length = sum(len(cell) for row in table.rows for cell in row if isinstance(cell, str))
    first = tuple(column.name for column in table.columns[: len(table.key)])
    return first == table.key and length <= NARROW * len(table.rows)


def _column(column: Column) -> str:
    words = [f'"{column.name}"', _TYPES[column.type], "NOT NULL" if column.required else ""]
    if column.type == "boolean":
        words.append(f'CHECK ("{column.name}" IN (0, 1))')
    return " ".join(filter(None, words))
