"""The records of the API as they are served. Its description and JSON Schemas, and the page on it, come from here.

Fields that the YAML has keep their names and meaning: what they mean is said by the models alone, and a record names
the one that it `shows`. Only what is worked out has words here. The API knows a record by its name without "Record".
Every field is always there: what is not known is null, or an empty list. What one field holds has one type. A day that
the data gives is a `Date`, which says how exactly it is known; a day that is worked out is a string such as
`2019-08-02`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from armsref.law.coverage import VerdictWord
from armsref.law.standing import Standing
from armsref.law.status import TreatyStatus, WeaponStatus
from armsref.model import (
    ID_LIMIT,
    ID_PATTERN,
    Account,
    Activity,
    Attributed,
    BasingKind,
    Binding,
    Bounds,
    DateClaim,
    Definition,
    Delay,
    Designation,
    DesignationSystem,
    Effect,
    Entry,
    EntryClaim,
    Event,
    Form,
    Instrument,
    Kind,
    Launch,
    LaunchedFrom,
    NumberClaim,
    Organisation,
    OrganisationForm,
    Participation,
    Provision,
    Publisher,
    Purpose,
    Reaches,
    Relation,
    RelationKind,
    Source,
    SourceKind,
    State,
    Target,
    Term,
    TextClaim,
    Topic,
    Treaty,
    TreatyAct,
    TreatyHistory,
    Trigger,
    TypeClaim,
    WarheadType,
    Weapon,
    WeaponAct,
    WeaponHistory,
    WeaponType,
    meaning,
)
from armsref.model.dates import Precision
from armsref.model.names import System

R = TypeVar("R")


def component_name(record: type[Any]) -> str:
    """The name by which the API knows a record: `Treaty` for TreatyRecord."""
    return record.__name__.removesuffix("Record")


def _described(schema: dict[str, Any], record: type[BaseModel]) -> None:
    # Fields may be added within version 1, so that a reader must not refuse those that it does not know.
    schema.pop("additionalProperties", None)
    shown: type[BaseModel] | None = getattr(record, "shows", None)
    for name, info in shown.model_fields.items() if shown else ():
        if told := schema["properties"].get(info.alias or name):
            told.setdefault("description", info.description)


class ApiRecord(BaseModel):
    """Refuses a field that is not described, and describes what may gain fields.

    A field without a description means what the field of that name in the model that the record `shows` means.
    """

    shows: ClassVar[type[BaseModel] | None] = None

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra=_described,
        json_schema_serialization_defaults_required=True,
        model_title_generator=component_name,
    )


def _number(value: float) -> float:
    """A whole number without its fraction: 5500, not 5500.0."""
    return int(value) if value.is_integer() else value


ApiNumber = Annotated[float, PlainSerializer(_number, return_type=Any), WithJsonSchema({"type": "number"})]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LIMIT)]
Ids = tuple[Id, ...]
# "date" is the name of a field too.
Day = datetime.date
Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
CitedIds = tuple[str, ...]
StatusWord = Literal[TreatyStatus, "unclear"]
StandingWord = Literal[Standing, "unclear"]

# What is said of a field in more than one place.
START = "The first day of the stretch."
END = "The first day after the stretch; empty where it lasts."
SAID_BY = "Who says so, in words; the publisher where it is nobody else."
ENTRY_KIND = "What sort of entry it is."


class DateRecord(ApiRecord):
    """A date as exact as its source gives it."""

    date: str = Field(description="ISO 8601, as exact as it is known.", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    precision: Precision = Field(description="How exactly it is known.")
    about: bool = Field(description="Whether the source says “about”.")
    earliest: Day = Field(description="The first day that it may stand for, as it is written.")
    latest: Day = Field(description="The last day that it may stand for, as it is written.")


class AttributedRecord(ApiRecord):
    """What somebody says."""

    shows: ClassVar[type[BaseModel] | None] = Attributed

    by: str | None = None
    said_by: str = Field(description=SAID_BY)
    as_of: DateRecord | None = None
    source: CitedIds
    note: str | None = None


class NumberClaimRecord(AttributedRecord):
    """A quantity as somebody gives it, in the unit that the field names: exact, or bounded on one side or both."""

    shows = NumberClaim

    value: ApiNumber | None = None
    min: ApiNumber | None = None
    over: ApiNumber | None = None
    max: ApiNumber | None = None
    about: bool = False
    variant: str | None = None


class TextClaimRecord(AttributedRecord):
    """A fact in words, as somebody gives it."""

    shows = TextClaim

    value: str


class EntryClaimRecord(AttributedRecord):
    """A fact that is another entry, as somebody gives it."""

    shows = EntryClaim

    value: Id


class DateClaimRecord(AttributedRecord):
    """A date, as somebody gives it."""

    shows = DateClaim

    value: DateRecord


class TypeClaimRecord(AttributedRecord):
    """What sort of weapon it is, as somebody gives it."""

    shows = TypeClaim

    value: WeaponType


class DesignationRecord(ApiRecord):
    """What a weapon is called in one system of names."""

    shows = Designation

    value: str
    by: str | None = None
    as_of: DateRecord | None = None
    source: CitedIds = ()
    note: str | None = None


class DefinitionRecord(AttributedRecord):
    """What a term means to somebody, or in an agreement."""

    shows = Definition

    text: str


class AccountRecord(AttributedRecord):
    """What happened, as somebody tells it."""

    shows = Account

    text: str
    explains: Ids = ()


class RelationRecord(ApiRecord):
    """A link between two entries, read from this one."""

    shows = Relation

    id: Id
    how: RelationKind
    note: str | None = None
    stated_in: Id = Field(description="The entry whose data says so: this one, or the other.")


class SourceRecord(ApiRecord):
    """A text that is cited, and who published it."""

    shows = Source

    id: str = Field(description="Its id, `<publisher>/<item>`.")
    publisher: str = Field(description=meaning(Publisher, "publisher"))
    country: Id | None = Field(None, description=meaning(Publisher, "country"))
    title: str
    author: str | None = None
    date: DateRecord | None = None
    url: str | None = None
    kind: SourceKind = Field(description="What sort of text it is.")
    language: str | None = None
    note: str | None = None
    checked: DateRecord | None = None


class CitedSourceRecord(SourceRecord):
    """A source in the list of all, with the entries that cite it."""

    cited_by: Ids = Field(description="The entries that cite it.")


class BoundsRecord(ApiRecord):
    """Limits of a quantity, in the unit that the field names."""

    shows = Bounds

    min: ApiNumber | None = None
    over: ApiNumber | None = None
    max: ApiNumber | None = None


class ReachesRecord(ApiRecord):
    """The conditions under which a provision is about a weapon; each one that is given must hold."""

    shows = Reaches

    type: tuple[WeaponType, ...] = ()
    launched_from: tuple[LaunchedFrom, ...] = ()
    basing: tuple[BasingKind, ...] = ()
    warhead_type: tuple[WarheadType, ...] = ()
    range_km: BoundsRecord | None = None
    payload_kg: BoundsRecord | None = None
    warheads: BoundsRecord | None = None
    targets: tuple[Target, ...] = ()
    weapons: Ids = ()


class TriggerRecord(ApiRecord):
    """When an activity calls for notice. To exceed the range or the altitude is enough; all else given must hold."""

    shows = Trigger

    activity: Activity
    range_km_over: ApiNumber | None = None
    altitude_km_over: ApiNumber | None = None
    beyond_national_territory: bool = False
    towards_other_party: bool = False
    over_high_seas: bool = False
    note: str | None = None


class ProvisionRecord(ApiRecord):
    """One thing that an agreement asks for, in a form that can be evaluated."""

    shows = Provision

    id: Id
    article: str | None = None
    effect: Effect
    what: str
    reaches: ReachesRecord | None = None
    notice_hours: ApiNumber | None = None
    channel: str | None = None
    exempts: tuple[Purpose, ...] = ()
    may_exempt: tuple[Purpose, ...] = ()
    trigger: TriggerRecord | None = None
    binds: Ids = ()
    spares: Ids = ()
    source: CitedIds


class TreatyHistoryRecord(ApiRecord):
    """An act that moved an agreement's status, or bears on it."""

    shows = TreatyHistory

    actors: Ids = ()
    by: Ids = Field((), description="The same as `actors`: in other records, `by` is who says so.")
    said_by: str = Field(description=SAID_BY)
    date: DateRecord
    act: TreatyAct
    takes_effect: DateRecord | None = None
    until: DateRecord | None = None
    place: str | None = None
    as_of: DateRecord | None = None
    source: CitedIds
    note: str | None = None


class WeaponHistoryRecord(AttributedRecord):
    """A step in a weapon's life."""

    shows = WeaponHistory

    date: DateRecord
    act: WeaponAct
    place: str | None = None


class StatusIntervalRecord(ApiRecord):
    """A stretch of days on which an agreement had one status, and the act that decides it.

    The stretches of an agreement are in order and without gaps: the status on a day is that of the last one whose
    `start` is that day or earlier. Before the first there was no agreement.
    """

    start: Day = Field(description=START)
    end: Day | None = Field(description=END)
    status: StatusWord = Field(description="The status; `unclear` where one of several may have held.")
    statuses: tuple[TreatyStatus, ...] = Field(
        description="What may have held: one, or more where an act is known to the month or year only."
    )
    since: Day = Field(description="When the status began, which a suspension by one party leaves as it was.")
    suspended_by: Ids = Field(description="The parties that had suspended it, as far as that is sure.")
    does: str = Field(
        description="What the deciding act does: itself, or what it comes to, such as `withdrew` or `expired`."
    )
    act: TreatyHistoryRecord = Field(description="The act that decides, or whose day is not known.")
    words: str = Field(description="How it stood, and since when, in words.")


class StandingIntervalRecord(ApiRecord):
    """A stretch of days on which a state stood so in an agreement; in order and without gaps, as `StatusInterval`."""

    start: Day = Field(description=START)
    end: Day | None = Field(description=END)
    standing: StandingWord = Field(description="How it stood; `unclear` where one of several may have held.")
    standings: tuple[Standing, ...] = Field(description="What may have held.")
    does: str = Field(description="What the deciding act does, such as `signed` or `withdrew`.")
    history_index: int | None = Field(
        description="The place of the deciding act in the agreement's `history`, from 0; null where the state's row in "
        "`participation`, or the end of a state, decides."
    )
    successor_to: Id | None = Field(description="The state whose place it took.")


class StateStandingRecord(ApiRecord):
    """How one state stood in an agreement."""

    state: Id = Field(description="The state.")
    intervals: tuple[StandingIntervalRecord, ...] = Field(description="How it stood, from the agreement's first act.")


class AgreementStandingRecord(ApiRecord):
    """How a state stood in one agreement."""

    treaty: Id = Field(description="The agreement.")
    intervals: tuple[StandingIntervalRecord, ...] = Field(
        description="How the state stood, from the agreement's first act."
    )


class ParticipationRecord(ApiRecord):
    """One state's row in the table of an agreement of many."""

    shows = Participation

    state: Id
    signed: DateRecord | None = None
    bound: DateRecord | None = None
    act: Instrument | None = None
    left: DateRecord | None = None
    note: str | None = None


class DelayRecord(ApiRecord):
    """How long after a state's own instrument an agreement binds it; one that succeeds to a party need not wait."""

    shows = Delay

    days: int | None = None
    full_months: int | None = None
    months: int | None = None
    for_all: bool = False


class WeaponIntervalRecord(ApiRecord):
    """A stretch of days on which a weapon was at one point of its life, and the act that decides it."""

    start: Day | None = Field(description="The first day of the stretch; null for the first, which has no beginning.")
    end: Day | None = Field(description=END)
    status: WeaponStatus = Field(
        description="Where it stood; `not yet recorded` before the first recorded act, when there is no verdict either."
    )
    act: WeaponHistoryRecord | None = Field(
        description="The act that decides; of a weapon in development the first recorded. Null for the first stretch."
    )


class CoverageIntervalRecord(ApiRecord):
    """A stretch of days with one verdict on a weapon for one reason."""

    start: Day = Field(description=START)
    end: Day | None = Field(description=END)
    verdict: VerdictWord = Field(
        description="`applies`; `depends` on accounts that differ or on what is not recorded; `would apply`, but for "
        "its force or its parties; `does not apply`."
    )
    provision: Id = Field(description="The provision that weighs most, in the agreement's `provisions`.")
    reason: str = Field(description="Why.")


class EffectCoverageRecord(ApiRecord):
    """What the provisions of one effect say of a weapon over time: the verdict of the weightiest of them."""

    effect: Effect = Field(description=meaning(Provision, "effect"))
    intervals: tuple[CoverageIntervalRecord, ...] = Field(
        description="In order and without gaps, with the same first day as those of the agreement as a whole."
    )


class CoverageRecord(ApiRecord):
    """What one agreement says of a weapon over time: the verdict of its weightiest provision."""

    treaty: Id = Field(description="The agreement.")
    intervals: tuple[CoverageIntervalRecord, ...] = Field(
        description="In order and without gaps, from the agreement's first act or the weapon's first recorded one, "
        "whichever is later. Before the one nothing applied; before the other there is no verdict."
    )
    effects: tuple[EffectCoverageRecord, ...] = Field(
        (),
        description="The same for each effect by itself, as a ban, a limit, a duty to notify or a rule on transfers "
        "are different things; without those that reach it on no day.",
    )


class NoticeRecord(ApiRecord):
    """Whether one rule asked for notice of a launch."""

    treaty: Id = Field(description="The agreement.")
    provision: Id = Field(description="The rule, in the agreement's `provisions`.")
    verdict: VerdictWord = Field(
        description="Whether notice was due: it `applies`, it `depends`, it `would apply`, or not."
    )
    reason: str = Field(description="Why.")


class LaunchRecord(ApiRecord):
    """A launch, in the terms that rules of notification ask about."""

    shows = Launch

    weapon: Id
    by: Id
    launched_from: str | None = Field(None, alias="from")
    towards: Id | None = None
    purpose: Purpose
    over_high_seas: bool | None = None
    range_km: tuple[NumberClaimRecord, ...] = ()
    altitude_km: tuple[NumberClaimRecord, ...] = ()


class NamedRecord(ApiRecord):
    """What names an entry, and where it is."""

    shows: ClassVar[type[BaseModel] | None] = Entry

    id: Id
    kind: Kind = Field(description=ENTRY_KIND)
    title: str = Field(description="What it is called in running text and in lists.")
    page_url: Url = Field(description="Its page.")
    api_url: Url = Field(description="The file that has everything on it.")


class SummaryRecord(NamedRecord):
    """An entry as lists have it."""

    name: str
    short_name: str | None = None
    abbreviation: str | None = None
    topics: tuple[Topic, ...] = ()
    answer: str
    reviewed: DateRecord | None = None


class EntryRecord(SummaryRecord):
    """What every entry has, whatever its kind."""

    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    summary: str | None = Field(
        None,
        description=f"{meaning(Entry, 'summary')} Here as plain text, with a blank line between paragraphs and a line "
        "for each item of a list.",
    )
    summary_markdown: str | None = Field(
        None, description="The same as Markdown, with links to the pages of entries and emphasis."
    )
    related: tuple[RelationRecord, ...] = Field(
        (), description=f"{meaning(Entry, 'related')} Whichever of the two says so."
    )
    mentions: Ids = Field((), description="The entries that it refers to in a field, or names in a text.")
    mentioned_by: Ids = Field((), description="The entries that refer to it in a field, or name it in a text.")
    sources: CitedIds = ()
    cited: tuple[SourceRecord, ...] = Field(
        (), description="Every source that the record names by its id, in the order of the entry."
    )


class TreatySummaryRecord(SummaryRecord):
    """An agreement as the list has it."""

    shows = Treaty

    kind: Literal["treaty"] = Field(description=ENTRY_KIND)
    form: Form
    binding: Binding
    status: StatusWord = Field(description="How it stood on the day of `generated_at`.")


class TreatyRecord(EntryRecord):
    """An agreement of any form and binding force."""

    shows = Treaty

    kind: Literal["treaty"] = Field(description=ENTRY_KIND)
    formal_name: str | None = None
    form: Form
    binding: Binding
    parties: Ids = ()
    succession: dict[str, Ids] = Field(default_factory=dict)
    depositary: Ids = ()
    participants: tuple[NumberClaimRecord, ...] = ()
    participation: tuple[ParticipationRecord, ...] = Field((), description="Who signed and is bound, a row a state.")
    participation_source: CitedIds = ()
    participation_as_of: DateRecord | None = None
    participation_complete: bool = True
    bound_after: DelayRecord | None = None
    duration: str | None = None
    verification: str | None = None
    history: tuple[TreatyHistoryRecord, ...]
    provisions: tuple[ProvisionRecord, ...] = ()
    status_intervals: tuple[StatusIntervalRecord, ...] = Field(description="Its life: how it stood on any day.")
    standings: tuple[StateStandingRecord, ...] = Field(
        (), description="How each state that is listed stood in it on any day."
    )
    weapons: Ids = Field((), description="The weapons that a provision is, or may be, about; see their `coverage`.")


class WeaponSummaryRecord(SummaryRecord):
    """A weapon as the list has it."""

    shows = Weapon

    kind: Literal["weapon"] = Field(description=ENTRY_KIND)
    type: WeaponType
    origin: Ids
    operators: Ids = ()
    status: WeaponStatus = Field(description="Where it stood on the day of `generated_at`.")


class WeaponRecord(EntryRecord):
    """A weapon or weapon system. Its physical facts are claims, the best founded first."""

    shows = Weapon

    kind: Literal["weapon"] = Field(description=ENTRY_KIND)
    designations: dict[DesignationSystem, tuple[DesignationRecord, ...]] = Field(default_factory=dict)
    type: WeaponType
    type_claims: tuple[TypeClaimRecord, ...] = ()
    range_class: tuple[EntryClaimRecord, ...] = ()
    launched_from: tuple[LaunchedFrom, ...]
    basing: tuple[BasingKind, ...] = ()
    origin: Ids
    operators: Ids = ()
    former_operators: Ids = ()
    warhead_type: tuple[WarheadType, ...] = ()
    targets: tuple[Target, ...] = ()
    history: tuple[WeaponHistoryRecord, ...] = ()
    range_km: tuple[NumberClaimRecord, ...] = ()
    speed_mach: tuple[NumberClaimRecord, ...] = ()
    speed_kmh: tuple[NumberClaimRecord, ...] = ()
    altitude_km: tuple[NumberClaimRecord, ...] = ()
    warheads: tuple[NumberClaimRecord, ...] = ()
    payload_kg: tuple[NumberClaimRecord, ...] = ()
    launch_mass_kg: tuple[NumberClaimRecord, ...] = ()
    length_m: tuple[NumberClaimRecord, ...] = ()
    diameter_m: tuple[NumberClaimRecord, ...] = ()
    stages: tuple[NumberClaimRecord, ...] = ()
    cep_m: tuple[NumberClaimRecord, ...] = ()
    yield_kt: tuple[NumberClaimRecord, ...] = ()
    number_deployed: tuple[NumberClaimRecord, ...] = ()
    in_service: tuple[DateClaimRecord, ...] = ()
    propellant: tuple[TextClaimRecord, ...] = ()
    guidance: tuple[TextClaimRecord, ...] = ()
    developer: tuple[TextClaimRecord, ...] = ()
    derived_from: tuple[EntryClaimRecord, ...] = ()
    carried_by: tuple[EntryClaimRecord, ...] = ()
    variants: tuple[str, ...] = ()
    status_intervals: tuple[WeaponIntervalRecord, ...] = Field(description="Its life: where it stood on any day.")
    coverage: tuple[CoverageRecord, ...] = Field(
        (), description="What each agreement that has conditions on weapons says of it on any day, and why."
    )
    coverage_in_words: str = Field(
        description="What agreements in force do to it on the day of `generated_at`, counted by effect, in a sentence."
    )


class TermSummaryRecord(SummaryRecord):
    """A term as the list has it."""

    shows = Term

    kind: Literal["term"] = Field(description=ENTRY_KIND)


class TermRecord(EntryRecord):
    """A term of the field."""

    shows = Term

    kind: Literal["term"] = Field(description=ENTRY_KIND)
    proper_name: bool = False
    definitions: tuple[DefinitionRecord, ...] = ()
    why_it_matters: str | None = None
    not_to_confuse_with: Ids = ()
    examples: Ids = ()


class EventSummaryRecord(SummaryRecord):
    """An event as the list has it."""

    shows = Event

    kind: Literal["event"] = Field(description=ENTRY_KIND)
    date: DateRecord
    end_date: DateRecord | None = None
    place: str | None = None


class EventRecord(EntryRecord):
    """Something that happened on a day."""

    shows = Event

    kind: Literal["event"] = Field(description=ENTRY_KIND)
    date: DateRecord
    end_date: DateRecord | None = None
    place: str | None = None
    involves: Ids = ()
    accounts: tuple[AccountRecord, ...] = ()
    led_to: Ids = ()
    launch: LaunchRecord | None = None
    notices: tuple[NoticeRecord, ...] = Field(
        (), description="Whether notice of the launch was due under each rule, and why."
    )


class OrganisationSummaryRecord(SummaryRecord):
    """An organisation as the list has it."""

    shows = Organisation

    kind: Literal["organisation"] = Field(description=ENTRY_KIND)
    form: OrganisationForm
    states: Ids = ()


class OrganisationRecord(EntryRecord):
    """A body that makes, keeps, verifies or carries out arms control, or fields the weapons."""

    shows = Organisation

    kind: Literal["organisation"] = Field(description=ENTRY_KIND)
    form: OrganisationForm
    states: Ids = ()
    founded: tuple[DateClaimRecord, ...] = ()
    dissolved: tuple[DateClaimRecord, ...] = ()
    seat: str | None = None


class StateSummaryRecord(SummaryRecord):
    """A state as the list has it."""

    shows = State

    kind: Literal["state"] = Field(description=ENTRY_KIND)
    iso: str | None = None
    existed_until: DateRecord | None = None


class StateRecord(EntryRecord):
    """A state, present or former, and what the reference holds on it."""

    shows = State

    kind: Literal["state"] = Field(description=ENTRY_KIND)
    formal_name: str | None = None
    iso: str | None = None
    existed_until: DateRecord | None = None
    successors: Ids = ()
    takes_part_in: Ids = Field((), description="The agreements in force in which it took part on `generated_at`.")
    other_agreements: Ids = Field((), description="The other agreements of which it is or was, or was to be, a part.")
    agreements: tuple[AgreementStandingRecord, ...] = Field(
        (), description="How it stood on any day in each agreement that lists it."
    )
    operates: Ids = Field((), description="The weapons that it has.")
    operated: Ids = Field((), description="The weapons that it had.")
    developed: Ids = Field((), description="The weapons that it made and never had.")
    organisations: Ids = Field((), description="The organisations that are its, or to which it belongs.")
    events: Ids = Field((), description="The events that involve it, by date.")


class CollectionRecord(ApiRecord):
    """All entries of one kind."""

    kind: Kind = Field(description="The kind.")
    section: str = Field(description="Its part of every address: `/api/v1/<section>/<id>.json`.")
    total: int = Field(description="How many entries there are.")
    url: Url = Field(description="The list of them.")


class OtherFileRecord(ApiRecord):
    """A file of the API that is not of one kind."""

    url: Url = Field(description="Its address.")
    what: str = Field(description="What it holds.")


class IndexRecord(ApiRecord):
    """Where everything is, and of every id what it names."""

    site: Url = Field(description="The site's address.")
    description: Url = Field(description="The OpenAPI description of all that is served.")
    documentation: Url = Field(description="The page that is made from the description.")
    collections: tuple[CollectionRecord, ...] = Field(description="The kinds of entry.")
    files: tuple[OtherFileRecord, ...] = Field(description="The other files.")
    entries: tuple[NamedRecord, ...] = Field(description="Every entry.")


class WrittenNameRecord(ApiRecord):
    """A name of an entry as it is written."""

    name: str = Field(description="The name.")
    id: Id = Field(description="The entry.")
    system: System = Field(description="What sort of name it is.")
    language: str | None = Field(description="The language of a translation, as a BCP 47 code; null for other names.")
    folded: str = Field(
        description="The name as it is compared: without case, accents, and kinds of dash or apostrophe."
    )


class NameFormRecord(ApiRecord):
    """A form in which a name stands in running text, in small letters, without accents, with spaces for hyphens."""

    form: str = Field(description="The form.")
    id: Id = Field(description="The entry.")
    capitals: bool = Field(description="Whether it is meant only where it is written in capitals.")
    proper: bool = Field(description="Whether it is meant only where its first letter is a capital.")
    unsure: bool = Field(
        description="Whether it is also a common word or name, so that the text must be about the field."
    )


class NameTableRecord(ApiRecord):
    """From names to ids: a name may be of several entries."""

    names: tuple[WrittenNameRecord, ...] = Field(description="Every name as it is written.")
    forms: tuple[NameFormRecord, ...] = Field(description="Every form that is looked for in running text.")


AnyEntry = Annotated[
    TreatyRecord | WeaponRecord | TermRecord | EventRecord | OrganisationRecord | StateRecord,
    Field(discriminator="kind"),
]


class Envelope(ApiRecord, Generic[R]):
    """What every file is, with the records in `result`."""

    schema_version: str = Field(description="The version of the API's shape: 1, and how often fields were added to it.")
    data_version: str = Field(description="The version of the data: the day of its last change.")
    generated_at: str = Field(
        description="When the file was written, in UTC; “today” in any field is that day.",
        json_schema_extra={"format": "date-time"},
    )
    license: str = Field(description="The licence of the data, as an SPDX identifier.")
    total: int = Field(description="How many records there are in `result`.")
    result: R = Field(description="The record or records.")
