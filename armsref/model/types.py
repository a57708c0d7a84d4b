"""The types that entries are made of: markers, scalars, and the base of every model.

Everything is frozen. Units stand in the names of fields: `range_km`, `payload_kg`, `notice_hours`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LIMIT = 80
WIKIDATA_PATTERN = r"^Q[1-9][0-9]*$"
ANSWER_LIMIT = 200
# What is said of a field whose text may have links.
LINKS = "[[id]] and [[id|words]] link to an entry."

Kind = Literal["treaty", "weapon", "term", "event", "organisation", "state"]
Topic = Literal[
    "nuclear", "missiles", "missile-defence", "space", "conventional", "chemical-biological", "testing",
    "non-proliferation", "export-control", "risk-reduction", "verification", "doctrine", "law", "maritime", "aviation",
]  # fmt: skip

WeaponType = Literal[
    "ballistic-missile", "cruise-missile", "boost-glide", "anti-satellite", "interceptor", "bomb", "torpedo",
    "aircraft", "submarine", "warhead", "launcher", "space-launch-vehicle",
]  # fmt: skip


class OneOrMany:
    """Marks a tuple that a contributor may write as a single item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _strict_bool(value: Any) -> Any:
    # Every scalar arrives as a string; YAML 1.1's "yes", "no", "on" and "off" are not taken for booleans.
    words = {"true": True, "false": False}
    if isinstance(value, str) and value not in words:
        raise PydanticCustomError("bool", "'{value}' is not true or false", {"value": value})
    return words[value] if isinstance(value, str) else value


def _https(value: str) -> str:
    if not value.startswith("https://"):
        raise PydanticCustomError("url", "'{value}' is not an https:// address", {"value": value[:80]})
    return value


@dataclass(frozen=True)
class Refers:
    """Marks a string that is the id of another entry, of one of `kinds` (empty: of any)."""

    kinds: tuple[Kind, ...] = ()


class Cites:
    """Marks a string that is the id of a source, `<publisher>/<item>`."""


class Speaker:
    """Marks a string that names who says something: an entry's id, or a name in words."""


class Linked:
    """Marks a text in which [[id]] links to an entry."""


_ONE_LINE = r"^[^\n]*$"
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), Linked()]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=_ONE_LINE)]
# The full title of an agreement, which may be a paragraph long.
FormalName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=_ONE_LINE)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), Linked()]
Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=ANSWER_LIMIT)]
EntryId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LIMIT)]
EntryRef = Annotated[EntryId, Refers()]
StateRef = Annotated[EntryId, Refers(("state",))]
TermRef = Annotated[EntryId, Refers(("term",))]
TreatyRef = Annotated[EntryId, Refers(("treaty",))]
WeaponRef = Annotated[EntryId, Refers(("weapon",))]
SourceId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=160), Cites()
]
SourceIds = Annotated[tuple[SourceId, ...], OneOrMany(), Field(min_length=1)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Names = Annotated[tuple[ShortText, ...], OneOrMany(), Field(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False, ge=0)]
Flag = Annotated[bool, BeforeValidator(_strict_bool)]
HttpsUrl = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^\S+$"), AfterValidator(_https)]


def _tell_of_links(schema: dict[str, Any], model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        told = schema["properties"].get(info.alias or name)
        if told and has_links(info):
            told["description"] = f"{info.description} {LINKS}"


class Model(BaseModel):
    """Frozen, and strict about unknown fields."""

    # What validates a model is built when the first is validated: data that was kept needs none of it.
    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_tell_of_links, defer_build=True)


def meaning(model: type[BaseModel], field: str) -> str:
    """What a field means, as its model says it: schemas, tables and the API say the same.

    Raises KeyError where the model has no such field.
    """
    return model.model_fields[field].description or ""


def markers(info: FieldInfo) -> Iterator[Any]:
    """All that is annotated to the type of a field, and to the types inside it."""
    yield from info.metadata
    yield from _annotated(info.annotation)


def _annotated(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _annotated(inner)


def has_links(info: FieldInfo) -> bool:
    """Whether a field is a text that may have links."""
    return any(isinstance(marker, Linked) for marker in markers(info))
