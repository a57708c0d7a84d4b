"""The description of the CSV files as a Frictionless data package, by which programs read and check them."""

from __future__ import annotations

import hashlib
from typing import Any

from armsref.export import about
from armsref.export.tables.columns import SEPARATOR, Column
from armsref.export.tables.csvfiles import CONVENTIONS
from armsref.export.tables.table import Table
from armsref.history.release import Release

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def datapackage(tables: dict[str, Table], files: dict[str, bytes], release: Release) -> dict[str, Any]:
    """The package of some CSV files, each with the table that is in it, by their paths beside the description."""
    return {
        "$schema": PROFILE,
        "name": "arms-control-reference",
        "title": about.TITLE,
        "description": f"{about.DESCRIPTION} {CONVENTIONS}",
        "version": release.version,
        "created": f"{release.at:%Y-%m-%dT%H:%M:%SZ}",
        "homepage": release.site,
        "licenses": [{"name": about.LICENCE, "title": about.LICENCE_TITLE, "path": about.LICENCE_URL}],
        "sources": [
            {"title": f"{len(table.rows)} texts, listed in the table of sources", "path": path}
            for path, table in tables.items()
            if table.name == "sources"
        ],
        "resources": [_resource(path, table, files[path]) for path, table in tables.items()],
    }


def _resource(path: str, table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(column) for column in table.columns if column.refers and not column.listed],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.listed:
        # The profile has no constraint for items: what they may be is told in words.
        field |= {"type": "list", "delimiter": SEPARATOR, "itemType": column.type}
        field["description"] += f" Any of: {', '.join(column.values)}." if column.values else ""
    elif column.values:
        constraints["enum"] = list(column.values)
    if column.unit:
        field["unit"] = column.unit
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_key(column: Column) -> dict[str, Any]:
    return {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
