"""JSON-LD with every value written out, as Turtle.

rdflib, which the tests read this back with, takes some twenty times as long to write it from a graph, and orders what
it writes anew; nodes as plain as these need no more than one pass.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

Node = dict[str, Any]

# The escapes of JSON are those of Turtle.
_quoted = json.JSONEncoder(ensure_ascii=False).encode
# What RFC 3987 keeps out of an address, and Turtle out of <>.
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def turtle(base: str, prefixes: dict[str, str], nodes: Iterable[Node]) -> Iterator[str]:
    """The text, in pieces; addresses that begin with `base` are written without it.

    A node has an `@id`; names of properties and types, and of datatypes, have a prefix.
    """
    yield f"@base <{base}> .\n"
    for prefix, address in prefixes.items():
        yield f"@prefix {prefix}: <{address}> .\n"
    for node in nodes:
        statements = ";\n ".join(_statements(base, node))
        yield f"\n<{node['@id'].removeprefix(base)}> {statements}.\n"


def _statements(base: str, node: Node) -> Iterator[str]:
    if types := node.get("@type"):
        yield f"a {','.join(types)}"
    for name, values in node.items():
        if not name.startswith("@"):
            yield f"{name} {','.join(_term(base, value) for value in values)}"


def _term(base: str, value: Node) -> str:
    if "@value" in value:
        return _literal(value)
    return f"<{value['@id'].removeprefix(base)}>" if "@id" in value else f"[{';'.join(_statements(base, value))}]"


def _literal(value: Node) -> str:
    text = _quoted(value["@value"])
    if "@language" in value:
        return f"{text}@{value['@language']}"
    return f"{text}^^{value['@type']}" if "@type" in value else text


def iri(address: str) -> str:
    """An address as it may stand in linked data."""
    return _NOT_IN_IRI.sub(lambda found: quote(found.group()), address)
