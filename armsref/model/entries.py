"""Terms, events, organisations and states; and the models of all kinds of entry.

The models are the authority on the shape of the data, and on what each field means; `data/schema/` is generated from
them, and tables and the API say what they say.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from armsref.model.agreements import Purpose, Treaty
from armsref.model.claims import Attributed, DateClaims, NumberClaims
from armsref.model.dates import PartialDate
from armsref.model.entry import Entry
from armsref.model.types import (
    Answer,
    EntryRef,
    Flag,
    Kind,
    Model,
    ShortText,
    SourceId,
    StateRef,
    Text,
    TreatyRef,
    WeaponRef,
)
from armsref.model.weapons import Weapon


class Definition(Attributed):
    """What a term means to somebody, or in some treaty."""

    text: Text = Field(description="The meaning.")


class Term(Entry):
    """A term of the field."""

    kind: ClassVar[Kind] = "term"

    proper_name: Flag = Field(False, description="True where the name keeps its capital in running text: Mach number.")
    definitions: tuple[Definition, ...] = Field((), description="What it means, by whose definition.")
    why_it_matters: Text | None = Field(None, description="Why it matters.")
    not_to_confuse_with: tuple[EntryRef, ...] = Field((), description="What it may be mistaken for.")
    examples: tuple[EntryRef, ...] = Field((), description="Entries that show what it means.")


class Account(Attributed):
    """What happened, as somebody tells it."""

    text: Text = Field(description="The account.")
    explains: tuple[TreatyRef, ...] = Field((), description="The agreements whose bearing on the event it explains.")


class Launch(Model):
    """A launch, in the terms that notification rules ask about."""

    weapon: WeaponRef = Field(description="What was launched.")
    by: EntryRef = Field(description="Who launched it.")
    launched_from: ShortText | None = Field(None, alias="from", description="Where it was launched.")
    towards: EntryRef | None = Field(
        None,
        description="The state that it flew towards; the launching one where it stayed inside; empty where that is "
        "not known.",
    )
    purpose: Purpose = Field(description="What it was launched for.")
    over_high_seas: Flag | None = Field(
        None, description="Whether its path lay over, or ended in, the high seas; empty where that is not known."
    )
    range_km: NumberClaims = Field((), description="How far it was to fly, or flew, in kilometres.")
    altitude_km: NumberClaims = Field((), description="How high it was to rise, or rose, in kilometres.")


class Event(Entry):
    """Something that happened on a day."""

    kind: ClassVar[Kind] = "event"

    date: PartialDate = Field(description="When it happened, or began.")
    end_date: PartialDate | None = Field(None, description="When it ended, where it took more than a day.")
    place: ShortText | None = Field(None, description="Where it happened.")
    involves: tuple[EntryRef, ...] = Field((), description="The entries that took part or were at issue.")
    accounts: tuple[Account, ...] = Field((), description="What happened, by whose account.")
    led_to: tuple[EntryRef, ...] = Field((), description="The entries that it led to.")
    launch: Launch | None = Field(None, description="The launch, where it was one.")


OrganisationForm = Literal["intergovernmental", "national", "alliance", "armed-force", "joint"]


class Organisation(Entry):
    """A body that makes, keeps, verifies or carries out arms control, or fields the weapons."""

    kind: ClassVar[Kind] = "organisation"

    form: OrganisationForm = Field(description="What sort of body it is.")
    states: tuple[StateRef, ...] = Field((), description="The states whose it is, or that belong to it.")
    founded: DateClaims = Field((), description="When it was founded.")
    dissolved: DateClaims = Field((), description="When it was dissolved.")
    seat: ShortText | None = Field(None, description="Where it has its seat.")


class State(Entry):
    """A state, present or former. Its page is mostly computed, its sentence too."""

    kind: ClassVar[Kind] = "state"

    answer: Answer | None = Field(  # type: ignore[assignment]
        None, description="What a reader wants first, in one sentence; where none is written, it counts what there is."
    )
    sources: tuple[SourceId, ...] = Field(
        (), description="What covers its undisputed facts: ids of sources, <publisher>/<item>."
    )
    formal_name: ShortText | None = Field(None, description="Its full name.")
    iso: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = Field(
        None, description="Its ISO 3166-1 alpha-2 code."
    )
    existed_until: PartialDate | None = Field(
        None, description="The day from which it was no more; empty where it exists."
    )
    successors: tuple[StateRef, ...] = Field((), description="The states that took its place.")


ENTRY_MODELS: dict[Kind, type[Entry]] = {
    model.kind: model for model in (Treaty, Weapon, Term, Event, Organisation, State)
}
