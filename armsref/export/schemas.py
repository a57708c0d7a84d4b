"""JSON Schemas of the data files, generated from the models; YAML editors complete and validate with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from armsref.model import EntryId, Event, Organisation, Publisher, State, Term, Treaty, Weapon

# The file a contributor edits, by the name of its schema.
FILES: dict[str, Any] = {
    "treaty": Treaty,
    "weapon": Weapon,
    "glossary": dict[EntryId, Term],
    "events": dict[EntryId, Event],
    "organisations": dict[EntryId, Organisation],
    "states": dict[EntryId, State],
    "sources": Publisher,
}


def schemas() -> dict[str, str]:
    """The text of each schema, by the name of its file."""
    return {f"{name}.schema.json": _text(model) for name, model in FILES.items()}


def _text(model: Any) -> str:
    schema = TypeAdapter(model).json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder, and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in schemas()]
