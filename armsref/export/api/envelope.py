"""How a file of the API is written: compact JSON, its records in one envelope."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from armsref.export import about
from armsref.export.api.version import SCHEMA_VERSION
from armsref.history.release import Release


def head(release: Release, total: int) -> dict[str, Any]:
    """The fields of the envelope that stand before the records."""
    return {
        "schema_version": SCHEMA_VERSION,
        "data_version": release.version,
        "generated_at": release.stamp,
        "license": about.LICENCE,
        "total": total,
    }


def enveloped(release: Release, total: int, result: bytes) -> bytes:
    """A file with so many records, which are JSON already."""
    return compact_json(head(release, total)).removesuffix(b"}\n") + b',"result":' + result + b"}\n"


def enveloped_list(release: Release, items: Iterable[bytes]) -> bytes:
    """A file with a list of records, each of them JSON already."""
    written = list(items)
    return enveloped(release, len(written), b"[" + b",".join(written) + b"]")


def record_json(record: BaseModel) -> bytes:
    """A record as JSON."""
    return record.__pydantic_serializer__.to_json(record, by_alias=True)


def compact_json(content: Any) -> bytes:
    """JSON without spaces, on one line."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
