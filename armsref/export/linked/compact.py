"""JSON-LD with every value written out, as compact JSON-LD: what a context says of a property is not said again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from armsref.export.linked.turtle import Node

TermDefinition = dict[str, str]
"""What a context says of the values of a property: their type, their language, or that they are listed by language."""

BY_LANGUAGE: TermDefinition = {"@container": "@language"}
AS_ADDRESS: TermDefinition = {"@type": "@id"}


def compact_document(base: str, context: dict[str, Any], nodes: Iterable[Node]) -> dict[str, Any]:
    """A document of nodes; addresses that begin with `base` are written without it."""
    writer = _Writer(base, {name: term for name, term in context.items() if isinstance(term, dict)})
    return {"@context": {"@version": 1.1, "@base": base, **context}, "@graph": [writer.node(node) for node in nodes]}


class _Writer:
    def __init__(self, base: str, terms: dict[str, TermDefinition]) -> None:
        self.base = base
        self.terms = terms

    def node(self, node: Node) -> Node:
        """A node with its values as short as its context lets them be."""
        return {name: self._values(name, value) for name, value in node.items()}

    def _values(self, name: str, values: Any) -> Any:
        if name == "@id":
            return self._address(values)
        term = self.terms.get(name, {})
        if term == BY_LANGUAGE:
            return self._by_language(values)
        return _bare([self._value(term, value) for value in values])

    def _by_language(self, values: list[Node]) -> Node:
        languages: dict[str, list[str]] = {}
        for value in values:
            languages.setdefault(value.get("@language", "@none"), []).append(value["@value"])
        return {language: _bare(texts) for language, texts in languages.items()}

    def _value(self, term: TermDefinition, value: Any) -> Any:
        if isinstance(value, str):  # the name of a type
            return value
        if "@value" in value:
            about = {key: said for key, said in value.items() if key != "@value"}
            return value["@value"] if about == term else value
        if "@id" in value:
            return self._address(value["@id"]) if term == AS_ADDRESS else {"@id": self._address(value["@id"])}
        return self.node(value)

    def _address(self, address: str) -> str:
        return address.removeprefix(self.base)


def _bare(values: list[Any]) -> Any:
    """The only one of some values; several as they are."""
    return values[0] if len(values) == 1 else values
