"""What version 1 promises, against what would be served: a reader written for the one must be able to read the other.

Fields, files and codes may be added. What is there stays: its name, its type, and that it is always there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from armsref.export.api.description import Json, promised, promised_text

COMMITTED = Path("tests/export/openapi-v1.json")
# Words of a schema that tell a reader what a string looks like.
_SHAPES = ("format", "pattern", "maxLength", "minLength", "minimum", "maximum")
# What may be said in other words.
_WORDS = ("description", "summary", "title")


class BrokenPromiseError(Exception):
    """The API as it would be served breaks what was promised; its text says where, a line each."""


def write_contract(file: Path) -> None:
    """Commit to the API as it is.

    Raises BrokenPromiseError, and writes nothing, where that breaks what `file` promises, or adds to it under the same
    version.
    """
    if file.is_file():
        before, now = json.loads(file.read_text(encoding="utf-8")), promised()
        broken = breaks(before, now) or _unnumbered(before, now)
        if broken:
            raise BrokenPromiseError("\n".join(broken))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(promised_text(), encoding="utf-8")


def _unnumbered(old: Json, new: Json) -> list[str]:
    version = old["info"]["version"]
    if version != new["info"]["version"] or _shape(old) == _shape(new):
        return []
    return [f"This is more than version {version}: raise SCHEMA_VERSION, and tell of it in the API's changelog."]


def _shape(value: Any) -> Any:
    """A description without its words."""
    if isinstance(value, dict):
        return {key: _shape(each) for key, each in value.items() if key not in _WORDS or isinstance(each, dict)}
    return [_shape(each) for each in value] if isinstance(value, list) else value


def breaks(old: Json, new: Json) -> list[str]:
    """Every way in which a description breaks an older one, as a sentence that names the place."""
    return [*_Comparison(old, new).found()]


@dataclass
class _Comparison:
    old: Json
    new: Json
    # Pairs of schemas that were compared, so that each is told of once.
    met: set[tuple[str, str]] = field(default_factory=set)

    def found(self) -> Iterator[str]:
        for path, operations in self.old["paths"].items():
            for method, operation in operations.items():
                place = f"{method.upper()} {path}"
                served = self.new["paths"].get(path, {}).get(method)
                if served is None:
                    yield f"{place} is gone."
                else:
                    yield from self._parameters(place, operation, served)
                    yield from self._responses(place, operation, served)

    # What is asked with

    def _parameters(self, place: str, old: Json, new: Json) -> Iterator[str]:
        before, after = ({each["name"]: each for each in one.get("parameters", ())} for one in (old, new))
        for name, parameter in before.items():
            where = f"{place}: the parameter '{name}'"
            if name not in after:
                yield f"{where} is gone."
            else:
                yield from self._asked(where, parameter["schema"], after[name]["schema"])
        for name, parameter in after.items():
            if name not in before and parameter.get("required"):
                yield f"{place}: the parameter '{name}' is new and required."

    def _asked(self, where: str, old: Json, new: Json) -> Iterator[str]:
        """A parameter must take all that it took."""
        if lost := self._types(old, self.old) - self._types(new, self.new):
            yield f"{where} takes {_listed(lost)} no more."
        if "enum" in new and (lost := {*map(str, old.get("enum", ("any other value",)))} - {*map(str, new["enum"])}):
            yield f"{where} takes {_listed(lost)} no more."
        for word in _SHAPES:
            if new.get(word) is not None and new.get(word) != old.get(word):
                yield f"{where} has another {word}."

    # What is answered

    def _responses(self, place: str, old: Json, new: Json) -> Iterator[str]:
        for code, response in old["responses"].items():
            if code not in new["responses"]:
                yield f"{place}: the answer {code} is gone."
                continue
            for media, content in response.get("content", {}).items():
                served = new["responses"][code].get("content", {}).get(media)
                if served is None:
                    yield f"{place}: {media} is gone."
                else:
                    yield from self._schema(place, content["schema"], served["schema"])

    def _schema(self, where: str, old: Json, new: Json) -> Iterator[str]:
        """What is answered must be such as was promised."""
        names = (old.get("$ref", ""), new.get("$ref", ""))
        if all(names):
            if names in self.met:
                return
            self.met.add(names)
            where = names[0].rpartition("/")[2]
        before, after = _resolved(old, self.old), _resolved(new, self.new)
        if "anyOf" in before or "oneOf" in before or "anyOf" in after or "oneOf" in after:
            yield from self._alternatives(where, before, after)
            return
        yield from self._retyped(where, before, after)
        yield from _recoded(where, before, after)
        yield from self._object(where, before, after)
        if "items" in before and "items" in after:
            yield from self._schema(f"{where}[]", before["items"], after["items"])

    def _retyped(self, where: str, old: Json, new: Json) -> Iterator[str]:
        before, after = self._types(old, self.old), self._types(new, self.new)
        if not after <= before:
            yield f"{where} is {_listed(after)} now; it was promised to be {_listed(before)}."
        elif "type" in old:
            # A stricter pattern breaks nobody, but which of two is stricter cannot be told.
            for word in ("format", "pattern"):
                if old.get(word) != new.get(word):
                    yield f"{where} has another {word}: {new.get(word)} instead of {old.get(word)}."

    def _object(self, where: str, old: Json, new: Json) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        required = set(new.get("required", ()))
        for name, schema in before.items():
            if name not in after:
                yield f"{where}.{name} is gone."
                continue
            if name in old.get("required", ()) and name not in required:
                yield f"{where}.{name} may be missing now; it was promised to be always there."
            yield from self._schema(f"{where}.{name}", schema, after[name])
        for word, step in (("propertyNames", "a key of"), ("additionalProperties", "a value of")):
            if word in old:
                yield from self._schema(f"{step} {where}", old[word], new.get(word, {}))

    def _alternatives(self, where: str, old: Json, new: Json) -> Iterator[str]:
        """One of several: a kind of record by its name, anything else by its type."""
        before, after = ({_label(each): each for each in _options(one)} for one in (old, new))
        for label, schema in before.items():
            if label in after:
                yield from self._schema(where, schema, after[label])
            elif "$ref" in schema:
                yield f"{where} is never {_article(label)} any more."
        new_types = self._types(new, self.new) - self._types(old, self.old)
        if new_types:
            before_types = _listed(self._types(old, self.old))
            yield f"{where} may be {_listed(new_types)} now; it was promised to be {before_types}."

    def _types(self, schema: Json, document: Json) -> set[str]:
        """The JSON types that a value may have."""
        schema = _resolved(schema, document)
        options = schema.get("anyOf", schema.get("oneOf"))
        if options:
            return {each for option in options for each in self._types(option, document)}
        given = schema.get("type", ())
        found = {given} if isinstance(given, str) else {*given}
        return found | ({"integer"} if "number" in found else set())


def _recoded(where: str, old: Json, new: Json) -> Iterator[str]:
    before, after = _codes(old), _codes(new)
    if before and not after:
        yield f"{where} is free text now; it was promised to be one of {_listed(before)}."
    elif lost := before - after:
        yield f"{where} is never {_listed(lost, 'or')} any more: a code stays as it is."


def _codes(schema: Json) -> set[str]:
    found = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return {f"'{each}'" for each in found}


def _resolved(schema: Json, document: Json) -> Json:
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _options(schema: Json) -> list[Json]:
    found: list[Json] = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return found


def _label(schema: Json) -> str:
    return str(schema["$ref"].rpartition("/")[2] if "$ref" in schema else schema.get("type", ""))


def _listed(words: set[str], last: str = "or") -> str:
    *others, end = sorted(words - {"integer"} if "number" in words else words) or ["anything"]
    return f"{', '.join(others)} {last} {end}" if others else end


def _article(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOU' else 'a'} {name}"
