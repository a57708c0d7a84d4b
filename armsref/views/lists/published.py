"""The files that are published beside the pages, and how they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from armsref.prose.figures import size
from armsref.prose.lines import Aside, Code, Line, SiteLink, Turn, Words
from armsref.views.lists.tables import Cell, TableColumn, TableRow, TableView, cell_of

DATA_FOLDER = "data/"


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """A file that is published, or several whose paths have a pattern; each path with the size in bytes."""

    pattern: str
    format: str
    use: str
    sizes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What to write where something of the data is used."""

    title: str
    version: str
    address: str


def files_table(published: Iterable[PublishedFiles]) -> TableView:
    """The files, each with its format, size and use; those of which there is none are left out."""
    columns = (*map(TableColumn, ("File", "Format", "Size")), TableColumn("What it is for", wide=True))
    return TableView("Files", columns, tuple(_files(files) for files in published if files.sizes))


def _files(files: PublishedFiles) -> TableRow:
    return TableRow((Cell(_address(files)), cell_of(files.format), cell_of(_size(files)), cell_of(files.use)))


def _address(files: PublishedFiles) -> Line:
    first, name = next(iter(files.sizes)), Code(f"/{files.pattern}")
    if len(files.sizes) == 1:
        return (SiteLink(first, (name,)),)
    example = SiteLink(first, (Words(first.rpartition("/")[2]),))
    return (name, Turn(), Aside((Words("for example "), example)))


def _size(files: PublishedFiles) -> str:
    together = size(sum(files.sizes.values()))
    return together if len(files.sizes) == 1 else f"{len(files.sizes):,} files, {together}"


def tables_table(resources: Iterable[Mapping[str, Any]]) -> TableView:
    """The tables, as the resources of their data package describe them."""
    columns = (TableColumn("Table"), TableColumn("What a row is", wide=True), *map(TableColumn, ("Columns", "Size")))
    return TableView("Tables", columns, tuple(map(_resource, resources)))


def _resource(resource: Mapping[str, Any]) -> TableRow:
    link = SiteLink(DATA_FOLDER + resource["path"], (Words(resource["name"]),))
    told = (resource["description"], str(len(resource["schema"]["fields"])), size(resource["bytes"]))
    return TableRow((Cell((link,)), *map(cell_of, told)))
