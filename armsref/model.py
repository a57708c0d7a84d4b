"""What the reference knows: terms, treaties, weapons, events, organisations, states, and the sources they rest on.

These models are the authority on the shape of the data; `data/schema/` is generated from them. Everything is frozen.
Units stand in the names of fields: `range_km`, `payload_kg`, `notice_hours`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

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
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from armsref.dates import PartialDate

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

    by: Annotated[tuple[EntryRef, ...], OneOrMany()] = Field((), description="The states that acted; empty means all.")  # type: ignore[assignment]
    date: PartialDate
    act: TreatyAct
    takes_effect: PartialDate | None = Field(None, description="When an announced act takes effect.")
    until: PartialDate | None = Field(None, description="The last day of an extension or of a fixed term.")
    place: Line | None = None


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
