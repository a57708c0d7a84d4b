"""Weapons: what they are called, what is claimed of them, and the steps of their lives."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from armsref.model.claims import Attributed, DateClaims, EntryClaims, NumberClaims, TextClaims, TypeClaims
from armsref.model.dates import PartialDate
from armsref.model.entry import Entry
from armsref.model.types import Kind, ShortText, SourceIds, StateRef, Text, WeaponType

WeaponAct = Literal[
    "development-began", "revealed", "first-test", "tested", "test-failed", "production-began", "production-ended",
    "in-service", "deployed", "first-combat-use", "combat-use", "transferred", "retired", "eliminated", "cancelled",
]  # fmt: skip
LaunchedFrom = Literal["ground", "silo", "air", "surface-ship", "submarine", "space"]
BasingKind = Literal["road-mobile", "rail-mobile", "silo", "fixed-site", "aircraft", "ship", "submarine"]
WarheadType = Literal["nuclear", "conventional", "kinetic", "none"]
Target = Literal["strategic-missiles", "shorter-range-missiles", "aircraft", "satellites", "ships", "ground"]


class WeaponHistory(Attributed):
    """A step in a weapon's life: first test, in service, used in combat, retired."""

    date: PartialDate = Field(description="When it happened.")
    act: WeaponAct = Field(description="What happened.")
    place: ShortText | None = Field(None, description="Where it happened.")


class Designation(Attributed):
    """One designation of a weapon in one system. A bare string is covered by the entry's own sources."""

    value: ShortText = Field(description="The designation.")
    source: SourceIds | None = Field(  # type: ignore[assignment]
        None, description="Where it was read: ids of sources, <publisher>/<item>; empty means in those of the entry."
    )


def _as_designation(value: Any) -> Any:
    return {"value": value} if isinstance(value, str) else value


class DesignationOrText:
    """Marks a designation that a contributor may write as a bare string."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_designation, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


DesignationSystem = Literal["native", "nato", "us", "grau", "industry", "treaty", "programme", "export"]
Designations = dict[DesignationSystem, tuple[Annotated[Designation, DesignationOrText()], ...]]


class Weapon(Entry):
    """A weapon or weapon system. Physical facts are claims, the best founded first."""

    kind: ClassVar[Kind] = "weapon"

    designations: Designations = Field(default_factory=dict, description="What it is called, by system of names.")
    type: WeaponType = Field(description="What sort of weapon it is.")
    type_claims: TypeClaims = Field(
        (), description="What it is, where accounts of that differ, and only there; `type` is the first."
    )
    range_class: EntryClaims = Field((), description="The class of its range, as a term.")
    launched_from: tuple[LaunchedFrom, ...] = Field(min_length=1, description="From where it is launched.")
    basing: tuple[BasingKind, ...] = Field((), description="How it is based.")
    origin: tuple[StateRef, ...] = Field(min_length=1, description="The states that made it.")
    operators: tuple[StateRef, ...] = Field((), description="The states that have it.")
    former_operators: tuple[StateRef, ...] = Field((), description="The states that had it.")
    warhead_type: tuple[WarheadType, ...] = Field((), description="What sorts of warhead it may carry.")
    targets: tuple[Target, ...] = Field((), description="What it is made to hit or to intercept.")
    history: tuple[WeaponHistory, ...] = Field((), description="The steps of its life, in order.")
    range_km: NumberClaims = Field((), description="Its range, in kilometres.")
    speed_mach: NumberClaims = Field((), description="Its speed, as a Mach number.")
    speed_kmh: NumberClaims = Field((), description="Its speed, in kilometres an hour.")
    altitude_km: NumberClaims = Field((), description="The highest altitude reached or claimed, in kilometres.")
    warheads: NumberClaims = Field((), description="How many warheads it carries.")
    payload_kg: NumberClaims = Field((), description="Its payload, in kilograms.")
    launch_mass_kg: NumberClaims = Field((), description="Its mass at launch, in kilograms.")
    length_m: NumberClaims = Field((), description="Its length, in metres.")
    diameter_m: NumberClaims = Field((), description="Its diameter, in metres.")
    stages: NumberClaims = Field((), description="How many stages it has.")
    cep_m: NumberClaims = Field((), description="Its circular error probable, in metres.")
    yield_kt: NumberClaims = Field((), description="Its yield, in kilotons.")
    number_deployed: NumberClaims = Field((), description="How many are deployed.")
    in_service: DateClaims = Field((), description="When it entered service.")
    propellant: TextClaims = Field((), description="What drives it.")
    guidance: TextClaims = Field((), description="How it is guided.")
    developer: TextClaims = Field((), description="Who developed it.")
    derived_from: EntryClaims = Field((), description="The weapon that it was made from.")
    carried_by: EntryClaims = Field((), description="The missile or craft that carries it to where it is released.")
    variants: tuple[Text, ...] = Field((), description="Its versions, in words.")
