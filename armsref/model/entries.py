"""What the reference knows: terms, treaties, weapons, events, organisations, states, and the sources they rest on.

These models are the authority on the shape of the data; `data/schema/` is generated from them.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from armsref.model.dates import PartialDate
from armsref.model.types import (
    ID_PATTERN,
    WIKIDATA_PATTERN,
    Answer,
    Attributed,
    DateClaims,
    EntryClaims,
    EntryId,
    EntryRef,
    Flag,
    HttpsUrl,
    Kind,
    Language,
    Line,
    Model,
    Names,
    Number,
    NumberClaims,
    OneOrMany,
    Prose,
    Relation,
    SourceId,
    SourceIds,
    StateRef,
    Text,
    TextClaims,
    Topic,
    TreatyRef,
    TypeClaims,
    WeaponRef,
    WeaponType,
)


class Entry(Model):
    """What every entry has, whatever its kind."""

    kind: ClassVar[Kind]

    id: SkipJsonSchema[str] = ""  # from the file's name, or the key: never written in the entry itself
    name: Line
    short_name: Line | None = None
    abbreviation: Line | None = None
    aliases: tuple[Line, ...] = ()
    names: dict[Language, Names] = Field(
        default_factory=dict, description="Names in other languages, by language code."
    )
    wikidata: Annotated[str, StringConstraints(pattern=WIKIDATA_PATTERN)] | None = Field(
        None, description="The id of the same thing in Wikidata: Q1, as somebody looked it up there."
    )
    topics: tuple[Topic, ...] = ()
    answer: Answer = Field(description="What a reader wants first: one sentence, shown on hover and in search.")
    summary: Prose | None = Field(None, description="Paragraphs, lists and emphasis; [[id]] links to an entry.")
    related: tuple[Relation, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1, description="What covers the undisputed facts of the entry.")
    reviewed: PartialDate | None = Field(None, description="When a person last held every fact against its sources.")

    @property
    def title(self) -> str:
        """The name by which the entry is called in running text and in lists."""
        return self.short_name or self.name


Form = Literal[
    "treaty", "protocol", "agreement", "memorandum", "code-of-conduct", "regime", "declaration", "resolution",
    "proposal", "unilateral",
]  # fmt: skip
Binding = Literal["legally", "politically", "not"]
TreatyAct = Literal[
    "proposed", "negotiations-began", "negotiations-ended", "initialled", "opened-for-signature", "signed", "adopted",
    "ratified", "ratification-revoked", "provisionally-applied", "entered-into-force", "joined", "succeeded", "amended",
    "extended", "implementation-completed", "suspension-announced", "suspended", "suspension-ended",
    "withdrawal-announced", "withdrew", "violation-alleged", "terminated", "expired", "replaced",
]  # fmt: skip
WeaponAct = Literal[
    "development-began", "revealed", "first-test", "tested", "test-failed", "production-began", "production-ended",
    "in-service", "deployed", "first-combat-use", "combat-use", "transferred", "retired", "eliminated", "cancelled",
]  # fmt: skip


class TreatyHistory(Attributed):
    """An act that moved an agreement's status, or bears on it."""

    actors: Annotated[tuple[EntryRef, ...], OneOrMany()] = Field(
        (), description="The states that acted; empty means all."
    )
    date: PartialDate
    act: TreatyAct
    takes_effect: PartialDate | None = Field(None, description="When an announced act takes effect.")
    until: PartialDate | None = Field(None, description="The last day of an extension or of a fixed term.")
    place: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _with_actors(cls, written: Any) -> Any:
        """Read ids in `by` as `actors` where those are missing: their name of old, read for one more release."""
        if not isinstance(written, dict) or "actors" in written or not _are_ids(written.get("by")):
            return written
        return {("actors" if field == "by" else field): value for field, value in written.items()}


def _are_ids(value: Any) -> bool:
    """Whether a value is an id by its form, or a list."""
    return isinstance(value, list | tuple) or (isinstance(value, str) and re.fullmatch(ID_PATTERN, value) is not None)


class WeaponHistory(Attributed):
    """A step in a weapon's life: first test, in service, used in combat, retired."""

    date: PartialDate
    act: WeaponAct
    place: Line | None = None


LaunchedFrom = Literal["ground", "silo", "air", "surface-ship", "submarine", "space"]
BasingKind = Literal["road-mobile", "rail-mobile", "silo", "fixed-site", "aircraft", "ship", "submarine"]
WarheadType = Literal["nuclear", "conventional", "kinetic", "none"]
Target = Literal["strategic-missiles", "shorter-range-missiles", "aircraft", "satellites", "ships", "ground"]
Purpose = Literal["combat", "test", "training", "space-launch"]


class Bounds(Model):
    """From `min` or above `over`, up to `max`; `min` and `max` are included, `over` is not. The field has the unit."""

    min: Number | None = None
    over: Number | None = None
    max: Number | None = None


class Reaches(Model):
    """What a provision reaches: every condition given must hold of the weapon."""

    type: tuple[WeaponType, ...] = ()
    launched_from: tuple[LaunchedFrom, ...] = ()
    basing: tuple[BasingKind, ...] = ()
    warhead_type: tuple[WarheadType, ...] = ()
    range_km: Bounds | None = None
    payload_kg: Bounds | None = None
    warheads: Bounds | None = None
    targets: tuple[Target, ...] = ()
    weapons: tuple[WeaponRef, ...] = Field((), description="Weapons that the text names.")


Activity = Literal["launch", "exercise"]


class Trigger(Model):
    """When an activity calls for notice.

    Range and altitude are those planned for the flight, and alternatives: to exceed either is enough. Where it goes is
    a further condition: each one given must hold.
    """

    activity: Activity = Field("launch", description="What sort of activity the notice is about.")
    range_km_over: Number | None = None
    altitude_km_over: Number | None = None
    beyond_national_territory: Flag = False
    towards_other_party: Flag = False
    over_high_seas: Flag = False
    note: Text | None = None


Effect = Literal[
    "prohibits", "limits", "requires-notification", "requires-data", "requires-inspection", "restricts-transfer",
    "commits",
]  # fmt: skip


class Provision(Model):
    """One thing that an agreement asks for, in a form that can be evaluated."""

    id: EntryId
    article: Line | None = None
    effect: Effect
    what: Text
    reaches: Reaches | None = None
    notice_hours: Number | None = Field(None, description="The least notice to be given before a launch, in hours.")
    channel: Line | None = Field(None, description="By what channel notice is given.")
    exempts: tuple[Purpose, ...] = Field((), description="Launches for which no notice is due.")
    may_exempt: tuple[Purpose, ...] = Field((), description="Launches that a party may leave out of its notices.")
    trigger: Trigger | None = None
    binds: tuple[StateRef, ...] = Field(
        (), description="The only states that it binds; empty means all that take part."
    )
    spares: tuple[StateRef, ...] = Field((), description="States that take part but that it does not bind.")
    source: SourceIds


class Delay(Model):
    """How long after a state's own instrument an agreement binds it; one that succeeds to it need not wait.

    `days` after it; or on the same day of the month that is `full_months` later, as in the Convention on Certain
    Conventional Weapons, Article 5 (2); or from the first day of the month that is `months` after that of the
    instrument, as in the mine-ban convention, Article 17 (2).
    """

    days: Annotated[int, Field(ge=1, le=3650)] | None = None
    full_months: Annotated[int, Field(ge=1, le=120)] | None = None
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    for_all: Flag = Field(False, description="True where it holds for instruments from before entry into force too.")

    @model_validator(mode="after")
    def _has_one_unit(self) -> Delay:
        if sum(each is not None for each in (self.days, self.full_months, self.months)) != 1:
            raise PydanticCustomError("delay", "a delay is either in 'days', in 'full_months' or in 'months'")
        return self


class Treaty(Entry):
    """An agreement of any form and binding force."""

    kind: ClassVar[Kind] = "treaty"

    formal_name: Text | None = None
    form: Form
    binding: Binding
    parties: tuple[StateRef, ...] = Field(
        (), description="The states that signed; multilateral ones have a CSV instead."
    )
    succession: dict[StateRef, tuple[StateRef, ...]] = Field(default_factory=dict, description="Who succeeded to whom.")
    depositary: tuple[EntryRef, ...] = ()
    participants: NumberClaims = Field((), description="How many states take part.")
    participation_source: SourceIds | None = Field(None, description="What data/participation/<id>.csv was taken from.")
    participation_as_of: PartialDate | None = Field(None, description="The day of which the table gives the state.")
    participation_complete: Flag = Field(True, description="False where states missing from the table may take part.")
    bound_after: Delay | None = Field(
        None,
        description="How long after the day in the table a state is bound, where that is of its instrument.",
    )
    duration: Text | None = Field(None, description="How long it is to last by its own terms.")
    verification: Text | None = Field(None, description="How compliance is verified, if at all.")
    history: tuple[TreatyHistory, ...] = Field(min_length=1)
    provisions: tuple[Provision, ...] = ()


class Designation(Attributed):
    """One designation of a weapon in one system. A bare string is covered by the entry's own sources."""

    value: Line
    source: SourceIds | None = None  # type: ignore[assignment]


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
    """A weapon or weapon system. Physical facts are claims."""

    kind: ClassVar[Kind] = "weapon"

    designations: Designations = Field(default_factory=dict)
    type: WeaponType
    type_claims: TypeClaims = Field((), description="Only where accounts differ on what it is; 'type' is the first.")
    range_class: EntryClaims = ()
    launched_from: tuple[LaunchedFrom, ...] = Field(min_length=1)
    basing: tuple[BasingKind, ...] = ()
    origin: tuple[StateRef, ...] = Field(min_length=1)
    operators: tuple[StateRef, ...] = ()
    former_operators: tuple[StateRef, ...] = ()
    warhead_type: tuple[WarheadType, ...] = ()
    targets: tuple[Target, ...] = Field((), description="What it is made to hit or to intercept.")
    history: tuple[WeaponHistory, ...] = ()
    range_km: NumberClaims = ()
    speed_mach: NumberClaims = ()
    speed_kmh: NumberClaims = ()
    altitude_km: NumberClaims = Field((), description="The highest altitude reached or claimed.")
    warheads: NumberClaims = ()
    payload_kg: NumberClaims = ()
    launch_mass_kg: NumberClaims = ()
    length_m: NumberClaims = ()
    diameter_m: NumberClaims = ()
    stages: NumberClaims = ()
    cep_m: NumberClaims = Field((), description="Circular error probable, in metres.")
    yield_kt: NumberClaims = ()
    number_deployed: NumberClaims = ()
    in_service: DateClaims = ()
    propellant: TextClaims = ()
    guidance: TextClaims = ()
    developer: TextClaims = ()
    derived_from: EntryClaims = ()
    carried_by: EntryClaims = Field((), description="The missile or craft that carries it to where it is released.")
    variants: tuple[Text, ...] = ()


class Definition(Attributed):
    """What a term means to somebody, or in some treaty."""

    text: Text


class Term(Entry):
    """A term of the field."""

    kind: ClassVar[Kind] = "term"

    proper_name: Flag = Field(False, description="True where the name keeps its capital in running text: Mach number.")
    definitions: tuple[Definition, ...] = ()
    why_it_matters: Text | None = None
    not_to_confuse_with: tuple[EntryRef, ...] = ()
    examples: tuple[EntryRef, ...] = Field((), description="Entries that show what the term means.")


class Account(Attributed):
    """What happened, as somebody tells it."""

    text: Text
    explains: tuple[TreatyRef, ...] = Field((), description="The agreements whose bearing on the event it explains.")


class Launch(Model):
    """A launch, in the terms that notification rules ask about."""

    weapon: WeaponRef
    by: EntryRef
    launched_from: Line | None = Field(None, alias="from")
    towards: EntryRef | None = Field(
        None, description="The state it flew towards; the launching one: it stayed inside."
    )
    purpose: Purpose
    over_high_seas: Flag | None = Field(None, description="Whether its path lay over, or ended in, the high seas.")
    range_km: NumberClaims = Field((), description="How far it was to fly, or flew.")
    altitude_km: NumberClaims = Field((), description="How high it was to rise, or rose.")


class Event(Entry):
    """Something that happened on a day."""

    kind: ClassVar[Kind] = "event"

    date: PartialDate
    end_date: PartialDate | None = None
    place: Line | None = None
    involves: tuple[EntryRef, ...] = ()
    accounts: tuple[Account, ...] = ()
    led_to: tuple[EntryRef, ...] = ()
    launch: Launch | None = None


OrganisationForm = Literal["intergovernmental", "national", "alliance", "armed-force", "joint"]
Instrument = Literal["ratification", "acceptance", "approval", "accession", "succession", "signature", "subscription"]


class Organisation(Entry):
    """A body that makes, keeps, verifies or carries out arms control, or fields the weapons."""

    kind: ClassVar[Kind] = "organisation"

    form: OrganisationForm
    states: tuple[StateRef, ...] = ()
    founded: DateClaims = ()
    dissolved: DateClaims = ()
    seat: Line | None = None


class State(Entry):
    """A state, present or former. Its page is mostly computed, its sentence too."""

    kind: ClassVar[Kind] = "state"

    answer: Answer | None = None  # type: ignore[assignment]
    sources: tuple[SourceId, ...] = ()
    formal_name: Line | None = None
    iso: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = Field(
        None, description="ISO 3166-1 alpha-2."
    )
    existed_until: PartialDate | None = None
    successors: tuple[StateRef, ...] = ()


class Participation(Model):
    """One state's place in a multilateral agreement: a row of `data/participation/<id>.csv`."""

    state: StateRef
    signed: PartialDate | None = None
    bound: PartialDate | None = Field(None, description="When it was bound, by its instrument or by entry into force.")
    act: Instrument | None = None
    left: PartialDate | None = Field(None, description="When its withdrawal took effect.")
    note: Text | None = None


SourceKind = Literal["treaty-text", "government", "intergovernmental", "research", "news", "state-media", "reference"]


class Source(Model):
    """One text that is cited. `checked` is the day somebody read it and saw that it says so."""

    title: Line
    date: PartialDate | None = None
    author: Line | None = None
    url: HttpsUrl | None = None
    kind: SourceKind | None = Field(None, description="Where it differs from the publisher's: a treaty's text.")
    language: Language | None = None
    note: Line | None = None
    checked: PartialDate | None = None


class Publisher(Model):
    """Who published a group of sources."""

    publisher: Line
    kind: SourceKind
    country: StateRef | None = None
    items: dict[EntryId, Source] = Field(min_length=1)


ENTRY_MODELS: dict[Kind, type[Entry]] = {
    model.kind: model for model in (Treaty, Weapon, Term, Event, Organisation, State)
}
