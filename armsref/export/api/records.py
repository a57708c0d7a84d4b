"""The records of the API as they are served. Its description and JSON Schemas, and the page on it, come from here.

Fields that the YAML has keep their names and meaning. Every field is always there: what is not known is null, or an
empty list. What one field holds has one type. A day that the data gives is a `Date`, which says how exactly it is
known; a day that is worked out is a string such as `2019-08-02`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from armsref.law.coverage import VerdictWord
from armsref.law.standing import Standing
from armsref.law.status import TreatyStatus, WeaponStatus
from armsref.model import (
    ID_LIMIT,
    ID_PATTERN,
    Activity,
    BasingKind,
    Binding,
    DesignationSystem,
    Effect,
    Form,
    Instrument,
    Kind,
    LaunchedFrom,
    OrganisationForm,
    Purpose,
    RelationKind,
    SourceKind,
    Target,
    Topic,
    TreatyAct,
    WarheadType,
    WeaponAct,
    WeaponType,
)
from armsref.model.dates import Precision
from armsref.model.names import System

R = TypeVar("R")


def _open(schema: dict[str, Any]) -> None:
    # Fields may be added within version 1, so that a reader must not refuse those that it does not know.
    schema.pop("additionalProperties", None)


class Record(BaseModel):
    """Refuses a field that is not described, and describes what may gain fields."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra=_open, json_schema_serialization_defaults_required=True
    )


def _number(value: float) -> float:
    """A whole number without its fraction: 5500, not 5500.0."""
    return int(value) if value.is_integer() else value


Number = Annotated[float, PlainSerializer(_number, return_type=Any), WithJsonSchema({"type": "number"})]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=ID_LIMIT)]
Ids = tuple[Id, ...]
# "date" is the name of a field too.
Day = datetime.date
Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
SourceIds = tuple[str, ...]
StatusWord = Literal[TreatyStatus, "unclear"]
StandingWord = Literal[Standing, "unclear"]

# What is said of a field in more than one place.
SOURCE = "Ids of the sources that say so; each is resolved in `cited`."
START = "The first day of the stretch."
END = "The first day after the stretch; null where it lasts."


class Date(Record):
    """A date as exact as its source gives it."""

    date: str = Field(description="ISO 8601, as exact as it is known.", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    precision: Precision = Field(description="How exactly it is known.")
    about: bool = Field(description="Whether the source says “about”.")
    earliest: Day = Field(description="The first day that it may stand for, as it is written.")
    latest: Day = Field(description="The last day that it may stand for, as it is written.")


class Attributed(Record):
    """What somebody says."""

    by: str | None = Field(None, description="Who says so, where that is not the publisher: an entry's id, or a name.")
    said_by: str = Field(description="Who says so, in words; the publisher where it is nobody else.")
    as_of: Date | None = Field(None, description="When it was true, or was said.")
    source: SourceIds = Field(description=SOURCE)
    note: str | None = Field(None, description="What else is to be said of it.")


class NumberClaim(Attributed):
    """A quantity as somebody gives it, in the unit that the field names: exact, or bounded on one side or both."""

    value: Number | None = Field(None, description="The quantity, where one is given.")
    min: Number | None = Field(None, description="At least this.")
    over: Number | None = Field(None, description="More than this.")
    max: Number | None = Field(None, description="At most this.")
    about: bool = Field(False, description="Whether the source says “about”.")
    variant: str | None = Field(None, description="The version that it is about, where versions differ.")


class TextClaim(Attributed):
    """A fact in words, as somebody gives it."""

    value: str = Field(description="The fact.")


class EntryClaim(Attributed):
    """A fact that is another entry, as somebody gives it."""

    value: Id = Field(description="The entry's id.")


class DateClaim(Attributed):
    """A date, as somebody gives it."""

    value: Date = Field(description="The date.")


class TypeClaim(Attributed):
    """What sort of weapon it is, as somebody gives it."""

    value: WeaponType = Field(description="The sort of weapon.")


class Designation(Record):
    """What a weapon is called in one system of names."""

    value: str = Field(description="The designation.")
    by: str | None = Field(None, description="Who uses it, where that is to be said: an entry's id, or a name.")
    as_of: Date | None = Field(None, description="When it was in use, or was said.")
    source: SourceIds = Field((), description=f"{SOURCE} Empty where the sources of the entry cover it.")
    note: str | None = Field(None, description="What else is to be said of it.")


class Definition(Attributed):
    """What a term means to somebody, or in an agreement."""

    text: str = Field(description="The meaning.")


class Account(Attributed):
    """What happened, as somebody tells it."""

    text: str = Field(description="The account.")
    explains: Ids = Field((), description="The agreements whose bearing on the event it explains.")


class Relation(Record):
    """A link between two entries, read from this one."""

    id: Id = Field(description="The other entry.")
    how: RelationKind = Field(description="What this entry is to the other: it `replaces` it, or `limits` it.")
    note: str | None = Field(None, description="What else is to be said of it.")
    stated_in: Id = Field(description="The entry whose data says so: this one, or the other.")


class Source(Record):
    """A text that is cited, and who published it."""

    id: str = Field(description="Its id, `<publisher>/<item>`.")
    publisher: str = Field(description="Who published it.")
    country: Id | None = Field(None, description="The state to which the publisher belongs.")
    title: str = Field(description="Its title.")
    author: str | None = Field(None, description="Who wrote it.")
    date: Date | None = Field(None, description="When it was published.")
    url: str | None = Field(None, description="Where it is to be read.")
    kind: SourceKind = Field(description="What sort of text it is.")
    language: str | None = Field(
        None, description="Its language as a BCP 47 code; null where it is English or not told."
    )
    note: str | None = Field(None, description="What else is to be said of it.")
    checked: Date | None = Field(None, description="When somebody read it and saw that it says so; null: not yet.")


class CitedSource(Source):
    """A source in the list of all, with the entries that cite it."""

    cited_by: Ids = Field(description="The entries that cite it.")


class Bounds(Record):
    """Limits of a quantity, in the unit that the field names."""

    min: Number | None = Field(None, description="At least this.")
    over: Number | None = Field(None, description="More than this.")
    max: Number | None = Field(None, description="At most this.")


class Reaches(Record):
    """The conditions under which a provision is about a weapon; each one that is given must hold."""

    type: tuple[WeaponType, ...] = Field((), description="One of these sorts of weapon.")
    launched_from: tuple[LaunchedFrom, ...] = Field((), description="Launched from one of these.")
    basing: tuple[BasingKind, ...] = Field((), description="Based in one of these ways.")
    warhead_type: tuple[WarheadType, ...] = Field((), description="With one of these sorts of warhead.")
    range_km: Bounds | None = Field(None, description="Of such a range, in kilometres.")
    payload_kg: Bounds | None = Field(None, description="Of such a payload, in kilograms.")
    warheads: Bounds | None = Field(None, description="With so many warheads.")
    targets: tuple[Target, ...] = Field((), description="Made against one of these.")
    weapons: Ids = Field((), description="One of these weapons, which the text names.")


class Trigger(Record):
    """When an activity calls for notice. To exceed the range or the altitude is enough; all else given must hold."""

    activity: Activity = Field(description="What sort of activity the notice is about.")
    range_km_over: Number | None = Field(None, description="Planned to fly farther than this, in kilometres.")
    altitude_km_over: Number | None = Field(None, description="Planned to rise higher than this, in kilometres.")
    beyond_national_territory: bool = Field(
        False, description="Only flights that leave the launching state's territory."
    )
    towards_other_party: bool = Field(False, description="Only flights in the direction of another party.")
    over_high_seas: bool = Field(False, description="Only flights over the high seas.")
    note: str | None = Field(None, description="What else is to be said of it.")


class Provision(Record):
    """One thing that an agreement asks for, in a form that can be evaluated."""

    id: Id = Field(description="Its id, unique within the agreement.")
    article: str | None = Field(None, description="Where it stands in the text.")
    effect: Effect = Field(description="What it does.")
    what: str = Field(description="What it asks for.")
    reaches: Reaches | None = Field(None, description="What it is about; null where it has no conditions on weapons.")
    notice_hours: Number | None = Field(None, description="The least notice to be given before a launch, in hours.")
    channel: str | None = Field(None, description="By what channel notice is given.")
    exempts: tuple[Purpose, ...] = Field((), description="Launches for which no notice is due.")
    may_exempt: tuple[Purpose, ...] = Field((), description="Launches that a party may leave out of its notices.")
    trigger: Trigger | None = Field(None, description="When an activity calls for notice.")
    binds: Ids = Field((), description="The only states that it binds; empty means all that take part.")
    spares: Ids = Field((), description="States that take part but that it does not bind.")
    source: SourceIds = Field(description=SOURCE)


class TreatyHistory(Record):
    """An act that moved an agreement's status, or bears on it."""

    actors: Ids = Field((), description="The states that acted; empty means all.")
    by: Ids = Field((), description="The same as `actors`: in other records, `by` is who says so.")
    said_by: str = Field(description="Who says so, in words; the publisher where it is nobody else.")
    date: Date = Field(description="When it happened.")
    act: TreatyAct = Field(description="What was done.")
    takes_effect: Date | None = Field(None, description="When an announced act takes effect.")
    until: Date | None = Field(None, description="The last day of an extension or of a fixed term.")
    place: str | None = Field(None, description="Where it was done.")
    as_of: Date | None = Field(None, description="When it was said, where that matters.")
    source: SourceIds = Field(description=SOURCE)
    note: str | None = Field(None, description="What else is to be said of it.")


class WeaponHistory(Attributed):
    """A step in a weapon's life."""

    date: Date = Field(description="When it happened.")
    act: WeaponAct = Field(description="What happened.")
    place: str | None = Field(None, description="Where it happened.")


class StatusInterval(Record):
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
    act: TreatyHistory = Field(description="The act that decides, or whose day is not known.")
    words: str = Field(description="How it stood, in words.")


class StandingInterval(Record):
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


class StateStanding(Record):
    """How one state stood in an agreement."""

    state: Id = Field(description="The state.")
    intervals: tuple[StandingInterval, ...] = Field(description="How it stood, from the agreement's first act.")


class AgreementStanding(Record):
    """How a state stood in one agreement."""

    treaty: Id = Field(description="The agreement.")
    intervals: tuple[StandingInterval, ...] = Field(description="How the state stood, from the agreement's first act.")


class Participation(Record):
    """One state's row in the table of an agreement of many."""

    state: Id = Field(description="The state.")
    signed: Date | None = Field(None, description="When it signed.")
    bound: Date | None = Field(
        None, description="When it was bound, or its instrument was deposited (see `bound_after`)."
    )
    act: Instrument | None = Field(None, description="By what act.")
    left: Date | None = Field(None, description="When its withdrawal took effect.")
    note: str | None = Field(None, description="What else is to be said of it.")


class Delay(Record):
    """How long after a state's own instrument an agreement binds it; one that succeeds to a party need not wait."""

    days: int | None = Field(None, description="So many days after it.")
    full_months: int | None = Field(None, description="On the same day of the month that is so many months later.")
    months: int | None = Field(None, description="From the first day of the month that is so many months later.")
    for_all: bool = Field(False, description="Whether it holds for instruments from before entry into force too.")


class WeaponInterval(Record):
    """A stretch of days on which a weapon was at one point of its life, and the act that decides it."""

    start: Day | None = Field(description="The first day of the stretch; null for the first, which has no beginning.")
    end: Day | None = Field(description=END)
    status: WeaponStatus = Field(description="Where it stood.")
    act: WeaponHistory | None = Field(description="The act that decides; null for the first stretch.")


class CoverageInterval(Record):
    """A stretch of days with one verdict on a weapon for one reason."""

    start: Day = Field(description=START)
    end: Day | None = Field(description=END)
    verdict: VerdictWord = Field(
        description="`applies`; `depends` on accounts that differ or on what is not recorded; `would apply`, but for "
        "its force or its parties; `does not apply`."
    )
    provision: Id = Field(description="The provision that weighs most, in the agreement's `provisions`.")
    reason: str = Field(description="Why.")


class Coverage(Record):
    """What one agreement says of a weapon over time: the verdict of its weightiest provision."""

    treaty: Id = Field(description="The agreement.")
    intervals: tuple[CoverageInterval, ...] = Field(
        description="In order and without gaps, from the agreement's first act, before which nothing applied."
    )


class Notice(Record):
    """Whether one rule asked for notice of a launch."""

    treaty: Id = Field(description="The agreement.")
    provision: Id = Field(description="The rule, in the agreement's `provisions`.")
    verdict: VerdictWord = Field(
        description="Whether notice was due: it `applies`, it `depends`, it `would apply`, or not."
    )
    reason: str = Field(description="Why.")


class Launch(Record):
    """A launch, in the terms that rules of notification ask about."""

    weapon: Id = Field(description="What was launched.")
    by: Id = Field(description="Who launched it.")
    launched_from: str | None = Field(None, alias="from", description="Where it was launched.")
    towards: Id | None = Field(None, description="The state it flew towards; the launching one where it stayed inside.")
    purpose: Purpose = Field(description="What for.")
    over_high_seas: bool | None = Field(None, description="Whether it flew over the high seas; null: not known.")
    range_km: tuple[NumberClaim, ...] = Field((), description="How far it was to fly, or flew, in kilometres.")
    altitude_km: tuple[NumberClaim, ...] = Field((), description="How high it was to rise, or rose, in kilometres.")


class Named(Record):
    """What names an entry, and where it is."""

    id: Id = Field(description="Its id: unique over all kinds, and never given to another entry.")
    kind: Kind = Field(description="What sort of entry it is.")
    title: str = Field(description="What it is called in running text and in lists.")
    page_url: Url = Field(description="Its page.")
    api_url: Url = Field(description="The file that has everything on it.")


class Summary(Named):
    """An entry as lists have it."""

    name: str = Field(description="Its name.")
    short_name: str | None = Field(None, description="A shorter name, by which it is called where it has one.")
    abbreviation: str | None = Field(None, description="Its abbreviation.")
    topics: tuple[Topic, ...] = Field((), description="What it is about.")
    answer: str = Field(description="What a reader wants first, in one sentence of plain text.")
    reviewed: Date | None = Field(None, description="When a person last held every fact against its sources.")


class Entry(Summary):
    """What every entry has, whatever its kind."""

    aliases: tuple[str, ...] = Field((), description="Other names in English.")
    wikidata: str | None = Field(None, description="The item of Wikidata that is about the same.")
    names: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Names in other languages, by BCP 47 code."
    )
    summary: str | None = Field(
        None, description="Paragraphs as plain text, with a blank line between them; a list has a line an item."
    )
    summary_markdown: str | None = Field(
        None, description="The same as Markdown, with links to the pages of entries and emphasis."
    )
    related: tuple[Relation, ...] = Field((), description="The entries it is related to, whichever of the two says so.")
    mentions: Ids = Field((), description="The entries that it refers to in a field, or names in a text.")
    mentioned_by: Ids = Field((), description="The entries that refer to it in a field, or name it in a text.")
    sources: SourceIds = Field((), description="Ids of the sources that cover its undisputed facts.")
    cited: tuple[Source, ...] = Field((), description="Every source that the record names, in the order of the entry.")


class TreatySummary(Summary):
    """An agreement as the list has it."""

    kind: Literal["treaty"] = Field(description="What sort of entry it is.")
    form: Form = Field(description="What form it has.")
    binding: Binding = Field(description="How it binds: by law, politically, or not.")
    status: StatusWord = Field(description="How it stood on the day of `generated_at`.")


class Treaty(Entry):
    """An agreement of any form and binding force."""

    kind: Literal["treaty"] = Field(description="What sort of entry it is.")
    formal_name: str | None = Field(None, description="Its full title.")
    form: Form = Field(description="What form it has.")
    binding: Binding = Field(description="How it binds: by law, politically, or not.")
    parties: Ids = Field(
        (), description="The states that signed; those of an agreement of many are in `participation`."
    )
    succession: dict[str, Ids] = Field(
        default_factory=dict, description="Who succeeded to whom: successors by the id of the former state."
    )
    depositary: Ids = Field((), description="Who keeps the text and the instruments.")
    participants: tuple[NumberClaim, ...] = Field((), description="How many states take part.")
    participation: tuple[Participation, ...] = Field((), description="Who signed and is bound, a row a state.")
    participation_source: SourceIds = Field((), description="Ids of the sources of `participation`.")
    participation_as_of: Date | None = Field(None, description="The day of which `participation` gives the state.")
    participation_complete: bool = Field(True, description="False where states that are missing from it may take part.")
    bound_after: Delay | None = Field(None, description="How long after `participation.bound` a state is bound.")
    duration: str | None = Field(None, description="How long it is to last by its own terms.")
    verification: str | None = Field(None, description="How compliance is verified, if at all.")
    history: tuple[TreatyHistory, ...] = Field(description="What was done, in order.")
    provisions: tuple[Provision, ...] = Field((), description="What it asks for.")
    status_intervals: tuple[StatusInterval, ...] = Field(description="Its life: how it stood on any day.")
    standings: tuple[StateStanding, ...] = Field(
        (), description="How each state that is listed stood in it on any day."
    )
    weapons: Ids = Field((), description="The weapons that a provision is, or may be, about; see their `coverage`.")


class WeaponSummary(Summary):
    """A weapon as the list has it."""

    kind: Literal["weapon"] = Field(description="What sort of entry it is.")
    type: WeaponType = Field(description="What sort of weapon it is.")
    origin: Ids = Field(description="The states that made it.")
    operators: Ids = Field((), description="The states that have it.")
    status: WeaponStatus = Field(description="Where it stood on the day of `generated_at`.")


class Weapon(Entry):
    """A weapon or weapon system. Its physical facts are claims, the best founded first."""

    kind: Literal["weapon"] = Field(description="What sort of entry it is.")
    designations: dict[DesignationSystem, tuple[Designation, ...]] = Field(
        default_factory=dict, description="What it is called, by system of names."
    )
    type: WeaponType = Field(description="What sort of weapon it is.")
    type_claims: tuple[TypeClaim, ...] = Field((), description="What it is, where accounts of that differ.")
    range_class: tuple[EntryClaim, ...] = Field((), description="The class of its range, as a term.")
    launched_from: tuple[LaunchedFrom, ...] = Field(description="From where it is launched.")
    basing: tuple[BasingKind, ...] = Field((), description="How it is based.")
    origin: Ids = Field(description="The states that made it.")
    operators: Ids = Field((), description="The states that have it.")
    former_operators: Ids = Field((), description="The states that had it.")
    warhead_type: tuple[WarheadType, ...] = Field((), description="What sorts of warhead it carries.")
    targets: tuple[Target, ...] = Field((), description="What it is made to hit or to intercept.")
    history: tuple[WeaponHistory, ...] = Field((), description="The steps of its life, in order.")
    range_km: tuple[NumberClaim, ...] = Field((), description="Its range, in kilometres.")
    speed_mach: tuple[NumberClaim, ...] = Field((), description="Its speed, as a Mach number.")
    speed_kmh: tuple[NumberClaim, ...] = Field((), description="Its speed, in kilometres an hour.")
    altitude_km: tuple[NumberClaim, ...] = Field(
        (), description="The highest altitude reached or claimed, in kilometres."
    )
    warheads: tuple[NumberClaim, ...] = Field((), description="How many warheads it carries.")
    payload_kg: tuple[NumberClaim, ...] = Field((), description="Its payload, in kilograms.")
    launch_mass_kg: tuple[NumberClaim, ...] = Field((), description="Its mass at launch, in kilograms.")
    length_m: tuple[NumberClaim, ...] = Field((), description="Its length, in metres.")
    diameter_m: tuple[NumberClaim, ...] = Field((), description="Its diameter, in metres.")
    stages: tuple[NumberClaim, ...] = Field((), description="How many stages it has.")
    cep_m: tuple[NumberClaim, ...] = Field((), description="Its circular error probable, in metres.")
    yield_kt: tuple[NumberClaim, ...] = Field((), description="Its yield, in kilotons.")
    number_deployed: tuple[NumberClaim, ...] = Field((), description="How many are deployed.")
    in_service: tuple[DateClaim, ...] = Field((), description="When it entered service.")
    propellant: tuple[TextClaim, ...] = Field((), description="What drives it.")
    guidance: tuple[TextClaim, ...] = Field((), description="How it is guided.")
    developer: tuple[TextClaim, ...] = Field((), description="Who developed it.")
    derived_from: tuple[EntryClaim, ...] = Field((), description="The weapon it was made from.")
    carried_by: tuple[EntryClaim, ...] = Field((), description="The missile or craft that carries it to its release.")
    variants: tuple[str, ...] = Field((), description="Its versions.")
    status_intervals: tuple[WeaponInterval, ...] = Field(description="Its life: where it stood on any day.")
    coverage: tuple[Coverage, ...] = Field(
        (), description="What each agreement that has conditions on weapons says of it on any day, and why."
    )


class TermSummary(Summary):
    """A term as the list has it."""

    kind: Literal["term"] = Field(description="What sort of entry it is.")


class Term(Entry):
    """A term of the field."""

    kind: Literal["term"] = Field(description="What sort of entry it is.")
    proper_name: bool = Field(False, description="Whether it keeps its capital in running text.")
    definitions: tuple[Definition, ...] = Field((), description="What it means, by whose definition.")
    why_it_matters: str | None = Field(None, description="Why it matters.")
    not_to_confuse_with: Ids = Field((), description="What it may be taken for.")
    examples: Ids = Field((), description="Entries that show what it means.")


class EventSummary(Summary):
    """An event as the list has it."""

    kind: Literal["event"] = Field(description="What sort of entry it is.")
    date: Date = Field(description="When it happened, or began.")
    end_date: Date | None = Field(None, description="When it ended, where it took longer than a day.")
    place: str | None = Field(None, description="Where it happened.")


class Event(Entry):
    """Something that happened on a day."""

    kind: Literal["event"] = Field(description="What sort of entry it is.")
    date: Date = Field(description="When it happened, or began.")
    end_date: Date | None = Field(None, description="When it ended, where it took longer than a day.")
    place: str | None = Field(None, description="Where it happened.")
    involves: Ids = Field((), description="The entries that took part or were at issue.")
    accounts: tuple[Account, ...] = Field((), description="What happened, by whose account.")
    led_to: Ids = Field((), description="The entries that it led to.")
    launch: Launch | None = Field(None, description="The launch, where it was one.")
    notices: tuple[Notice, ...] = Field(
        (), description="Whether notice of the launch was due under each rule, and why."
    )


class OrganisationSummary(Summary):
    """An organisation as the list has it."""

    kind: Literal["organisation"] = Field(description="What sort of entry it is.")
    form: OrganisationForm = Field(description="What sort of body it is.")
    states: Ids = Field((), description="The states whose it is, or that belong to it.")


class Organisation(Entry):
    """A body that makes, keeps, verifies or carries out arms control, or fields the weapons."""

    kind: Literal["organisation"] = Field(description="What sort of entry it is.")
    form: OrganisationForm = Field(description="What sort of body it is.")
    states: Ids = Field((), description="The states whose it is, or that belong to it.")
    founded: tuple[DateClaim, ...] = Field((), description="When it was founded.")
    dissolved: tuple[DateClaim, ...] = Field((), description="When it was dissolved.")
    seat: str | None = Field(None, description="Where it sits.")


class StateSummary(Summary):
    """A state as the list has it."""

    kind: Literal["state"] = Field(description="What sort of entry it is.")
    iso: str | None = Field(None, description="Its ISO 3166-1 alpha-2 code.")
    existed_until: Date | None = Field(None, description="The day from which it was no more; null where it exists.")


class State(Entry):
    """A state, present or former, and what the reference holds on it."""

    kind: Literal["state"] = Field(description="What sort of entry it is.")
    formal_name: str | None = Field(None, description="Its full name.")
    iso: str | None = Field(None, description="Its ISO 3166-1 alpha-2 code.")
    existed_until: Date | None = Field(None, description="The day from which it was no more; null where it exists.")
    successors: Ids = Field((), description="The states that took its place.")
    takes_part_in: Ids = Field((), description="The agreements in force in which it took part on `generated_at`.")
    other_agreements: Ids = Field((), description="The other agreements of which it is or was, or was to be, a part.")
    agreements: tuple[AgreementStanding, ...] = Field(
        (), description="How it stood on any day in each agreement that lists it."
    )
    operates: Ids = Field((), description="The weapons that it has.")
    operated: Ids = Field((), description="The weapons that it had.")
    developed: Ids = Field((), description="The weapons that it made and never had.")
    organisations: Ids = Field((), description="The organisations that are its, or to which it belongs.")
    events: Ids = Field((), description="The events that involve it, by date.")


class Collection(Record):
    """All entries of one kind."""

    kind: Kind = Field(description="The kind.")
    section: str = Field(description="Its part of every address: `/api/v1/<section>/<id>.json`.")
    total: int = Field(description="How many entries there are.")
    url: Url = Field(description="The list of them.")


class OtherFile(Record):
    """A file of the API that is not of one kind."""

    url: Url = Field(description="Its address.")
    what: str = Field(description="What it holds.")


class Index(Record):
    """Where everything is, and of every id what it names."""

    site: Url = Field(description="The site's address.")
    description: Url = Field(description="The OpenAPI description of all that is served.")
    documentation: Url = Field(description="The page that is made from the description.")
    collections: tuple[Collection, ...] = Field(description="The kinds of entry.")
    files: tuple[OtherFile, ...] = Field(description="The other files.")
    entries: tuple[Named, ...] = Field(description="Every entry.")


class WrittenName(Record):
    """A name of an entry as it is written."""

    name: str = Field(description="The name.")
    id: Id = Field(description="The entry.")
    system: System = Field(description="What sort of name it is.")
    language: str | None = Field(description="The language of a translation, as a BCP 47 code; null for other names.")
    folded: str = Field(
        description="The name as it is compared: without case, accents, and kinds of dash or apostrophe."
    )


class NameForm(Record):
    """A form in which a name stands in running text, in small letters, without accents, with spaces for hyphens."""

    form: str = Field(description="The form.")
    id: Id = Field(description="The entry.")
    capitals: bool = Field(description="Whether it is meant only where it is written in capitals.")
    proper: bool = Field(description="Whether it is meant only where its first letter is a capital.")
    unsure: bool = Field(
        description="Whether it is also a common word or name, so that the text must be about the field."
    )


class NameTable(Record):
    """From names to ids: a name may be of several entries."""

    names: tuple[WrittenName, ...] = Field(description="Every name as it is written.")
    forms: tuple[NameForm, ...] = Field(description="Every form that is looked for in running text.")


AnyEntry = Annotated[Treaty | Weapon | Term | Event | Organisation | State, Field(discriminator="kind")]


class Envelope(Record, Generic[R]):
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
