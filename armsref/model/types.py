"""The types that entries are made of: markers, scalars, claims, relations.

Everything is frozen. Units stand in the names of fields: `range_km`, `payload_kg`, `notice_hours`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from armsref.model.dates import PartialDate

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LIMIT = 80
WIKIDATA_PATTERN = r"^Q[1-9][0-9]*$"
ANSWER_LIMIT = 200

Kind = Literal["treaty", "weapon", "term", "event", "organisation", "state"]
Topic = Literal[
    "nuclear", "missiles", "missile-defence", "space", "conventional", "chemical-biological", "testing",
    "non-proliferation", "export-control", "risk-reduction", "verification", "doctrine", "law", "maritime", "aviation",
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


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), Linked()]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"^[^\n]*$")]
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
Names = Annotated[tuple[Line, ...], OneOrMany(), Field(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False, ge=0)]
Flag = Annotated[bool, BeforeValidator(_strict_bool)]
HttpsUrl = Annotated[str, StringConstraints(max_length=2_000, pattern=r"^\S+$"), AfterValidator(_https)]


WeaponType = Literal[
    "ballistic-missile", "cruise-missile", "boost-glide", "anti-satellite", "interceptor", "bomb", "torpedo",
    "aircraft", "submarine", "warhead", "launcher", "space-launch-vehicle",
]  # fmt: skip


class Model(BaseModel):
    """Frozen, and strict about unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Attributed(Model):
    """Who says so, when, and where it is printed."""

    by: Annotated[Line, Speaker()] | None = Field(
        None, description="Who says so, where that is not the publisher: an entry id or a name."
    )
    as_of: PartialDate | None = Field(None, description="When it was true, or was said.")
    source: SourceIds = Field(description="Where it was read: <publisher>/<item>, one or more.")
    note: Text | None = None


class NumberClaim(Attributed):
    """A quantity as somebody gives it, in the unit that the field names: exact, or bounded on one side or both."""

    value: Number | None = None
    min: Number | None = None
    over: Number | None = Field(None, description="More than this: 'over 5,500 km' of what is only known by its class.")
    max: Number | None = None
    about: Flag = Field(False, description="True where the source says 'about'.")
    variant: Line | None = Field(None, description="The version that it is about, where versions differ.")

    @model_validator(mode="after")
    def _has_an_amount(self) -> NumberClaim:
        bounds = [each for each in (self.min, self.over, self.max) if each is not None]
        if self.value is None and not bounds:
            raise PydanticCustomError("claim", "a claim needs 'value', or 'min' or 'max' or both")
        if self.value is not None and bounds:
            raise PydanticCustomError("claim", "a claim has either 'value', or 'min' and 'max', not both")
        if self.over is not None and self.min is not None:
            raise PydanticCustomError("claim", "a claim has either 'min' or 'over', not both")
        return self


class TextClaim(Attributed):
    """A fact in words, as somebody gives it."""

    value: Line


class EntryClaim(Attributed):
    """A fact whose value is another entry, as somebody gives it."""

    value: EntryRef


class DateClaim(Attributed):
    """A date, as somebody gives it."""

    value: PartialDate


class TypeClaim(Attributed):
    """What sort of weapon it is, as somebody gives it."""

    value: WeaponType


NumberClaims = Annotated[tuple[NumberClaim, ...], OneOrMany()]
TextClaims = Annotated[tuple[TextClaim, ...], OneOrMany()]
EntryClaims = Annotated[tuple[EntryClaim, ...], OneOrMany()]
DateClaims = Annotated[tuple[DateClaim, ...], OneOrMany()]
TypeClaims = Annotated[tuple[TypeClaim, ...], OneOrMany()]

RelationKind = Literal[
    "parallel", "amends", "amended-by", "replaces", "replaced-by", "follows", "followed-by", "implements",
    "implemented-by", "verified-by", "verifies", "limits", "limited-by", "bans", "banned-by", "alleged-violation",
    "derived-from", "source-of", "variant-of", "has-variant", "carried-by", "carries", "used-in", "uses", "led-to",
    "result-of", "part-of", "has-part", "operated-by", "operates", "defines", "defined-by", "see-also",
]  # fmt: skip


class Relation(Model):
    """A link from this entry to another: this entry `how` that one ("replaces", "limits", "see-also")."""

    id: EntryRef
    how: RelationKind = "see-also"
    note: Line | None = None
