"""Agreements: their acts in time, what they ask for, and who takes part."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from armsref.model.claims import Attributed, NumberClaims
from armsref.model.dates import PartialDate
from armsref.model.entry import Entry
from armsref.model.types import (
    ID_PATTERN,
    EntryId,
    EntryRef,
    Flag,
    FormalName,
    Kind,
    Model,
    Number,
    OneOrMany,
    ShortText,
    SourceIds,
    StateRef,
    Text,
    WeaponRef,
    WeaponType,
)
from armsref.model.weapons import BasingKind, LaunchedFrom, Target, WarheadType

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
Purpose = Literal["combat", "test", "training", "space-launch"]
Activity = Literal["launch", "exercise"]
Effect = Literal[
    "prohibits", "limits", "requires-notification", "requires-data", "requires-inspection", "restricts-transfer",
    "commits",
]  # fmt: skip
Instrument = Literal["ratification", "acceptance", "approval", "accession", "succession", "signature", "subscription"]


class TreatyHistory(Attributed):
    """An act that moved an agreement's status, or bears on it."""

    actors: Annotated[tuple[EntryRef, ...], OneOrMany()] = Field(
        (), description="The states that acted; empty means all."
    )
    date: PartialDate = Field(description="When it happened.")
    act: TreatyAct = Field(description="What happened.")
    takes_effect: PartialDate | None = Field(None, description="When an announced act takes effect.")
    until: PartialDate | None = Field(None, description="The last day of an extension or of a fixed term.")
    place: ShortText | None = Field(None, description="Where it happened.")

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


class Bounds(Model):
    """From `min` or above `over`, up to `max`; `min` and `max` are included, `over` is not. The field has the unit."""

    min: Number | None = Field(None, description="At least so much, this included.")
    over: Number | None = Field(None, description="More than so much, this not included.")
    max: Number | None = Field(None, description="At most so much, this included.")


class Reaches(Model):
    """What a provision reaches: every condition given must hold of the weapon."""

    type: tuple[WeaponType, ...] = Field((), description="What sort of weapon it is; empty means any.")
    launched_from: tuple[LaunchedFrom, ...] = Field(
        (), description="From where the weapon is launched; empty means from anywhere."
    )
    basing: tuple[BasingKind, ...] = Field((), description="How the weapon is based; empty means in any way.")
    warhead_type: tuple[WarheadType, ...] = Field(
        (), description="What sort of warhead the weapon may carry; empty means any."
    )
    range_km: Bounds | None = Field(None, description="The weapon's range, in kilometres; empty means any.")
    payload_kg: Bounds | None = Field(None, description="The weapon's payload, in kilograms; empty means any.")
    warheads: Bounds | None = Field(None, description="How many warheads the weapon carries; empty means any number.")
    targets: tuple[Target, ...] = Field(
        (), description="What the weapon is made to hit or to intercept; empty means anything."
    )
    weapons: tuple[WeaponRef, ...] = Field((), description="The weapons that the text names; empty means any.")


class Trigger(Model):
    """When an activity calls for notice.

    Range and altitude are those planned for the flight, and alternatives: to exceed either is enough. Where it goes is
    a further condition: each one given must hold.
    """

    activity: Activity = Field("launch", description="What sort of activity the notice is about.")
    range_km_over: Number | None = Field(
        None,
        description="Planned to fly farther than this, in kilometres; with an altitude given too, either is enough.",
    )
    altitude_km_over: Number | None = Field(
        None,
        description="Planned to rise higher than this, in kilometres; with a range given too, either is enough.",
    )
    beyond_national_territory: Flag = Field(
        False, description="True where notice is due only of flights beyond the launching state's own territory."
    )
    towards_other_party: Flag = Field(
        False, description="True where notice is due only of flights towards another party."
    )
    over_high_seas: Flag = Field(
        False, description="True where notice is due only of flights over, or ending in, the high seas."
    )
    note: Text | None = Field(None, description="What else a reader should know of it.")


class Provision(Model):
    """One thing that an agreement asks for, in a form that can be evaluated."""

    id: EntryId = Field(description="Its id, unique within the agreement.")
    article: ShortText | None = Field(None, description="Where it stands in the text of the agreement.")
    effect: Effect = Field(description="What it does.")
    what: Text = Field(description="What it asks for, in words.")
    reaches: Reaches | None = Field(
        None, description="Which weapons it is about, by conditions that must all hold; empty where it has none."
    )
    notice_hours: Number | None = Field(None, description="The least notice to be given before a launch, in hours.")
    channel: ShortText | None = Field(None, description="By what channel notice is given.")
    exempts: tuple[Purpose, ...] = Field((), description="Launches for which no notice is due.")
    may_exempt: tuple[Purpose, ...] = Field((), description="Launches that a party may leave out of its notices.")
    trigger: Trigger | None = Field(
        None, description="When an activity calls for notice; empty where the provision says nothing of that."
    )
    binds: tuple[StateRef, ...] = Field(
        (), description="The only states that it binds; empty means all that take part."
    )
    spares: tuple[StateRef, ...] = Field((), description="States that take part but that it does not bind.")
    source: SourceIds = Field(description="Where it was read: ids of sources, <publisher>/<item>.")


class Delay(Model):
    """How long after a state's own instrument an agreement binds it; one that succeeds to it need not wait.

    `days` after it; or on the same day of the month that is `full_months` later, as in the Convention on Certain
    Conventional Weapons, Article 5 (2); or from the first day of the month that is `months` after that of the
    instrument, as in the mine-ban convention, Article 17 (2).
    """

    days: Annotated[int, Field(ge=1, le=3650)] | None = Field(None, description="So many days after its instrument.")
    full_months: Annotated[int, Field(ge=1, le=120)] | None = Field(
        None, description="On the same day of the month that is so many months after that of its instrument."
    )
    months: Annotated[int, Field(ge=1, le=120)] | None = Field(
        None, description="On the first day of the month that is so many months after that of its instrument."
    )
    for_all: Flag = Field(False, description="True where that holds for instruments from before entry into force too.")

    @model_validator(mode="after")
    def _has_one_unit(self) -> Delay:
        if sum(length is not None for length in (self.days, self.full_months, self.months)) != 1:
            raise PydanticCustomError("delay", "a delay is either in 'days', in 'full_months' or in 'months'")
        return self


class Treaty(Entry):
    """An agreement of any form and binding force."""

    kind: ClassVar[Kind] = "treaty"

    formal_name: FormalName | None = Field(None, description="Its full title, as in the text.")
    form: Form = Field(description="What form it has.")
    binding: Binding = Field(description="How it binds: by law, politically, or not at all.")
    parties: tuple[StateRef, ...] = Field(
        (), description="The states that signed; those of an agreement of many stand in its table of participation."
    )
    succession: dict[StateRef, tuple[StateRef, ...]] = Field(
        default_factory=dict, description="Who succeeded to whom: the successors, by the id of the former state."
    )
    depositary: tuple[EntryRef, ...] = Field((), description="Who keeps the text and the instruments.")
    participants: NumberClaims = Field((), description="How many states take part.")
    participation_source: SourceIds | None = Field(
        None, description="What its table of participation was taken from: ids of sources, <publisher>/<item>."
    )
    participation_as_of: PartialDate | None = Field(
        None, description="The day of which its table of participation gives the state."
    )
    participation_complete: Flag = Field(
        True, description="False where states that are missing from its table of participation may take part."
    )
    bound_after: Delay | None = Field(
        None,
        description="How long after `bound` in its table of participation a state is bound, where that is the day of "
        "the state's own instrument.",
    )
    duration: Text | None = Field(None, description="How long it is to last by its own terms.")
    verification: Text | None = Field(None, description="How compliance is verified, if at all.")
    history: tuple[TreatyHistory, ...] = Field(min_length=1, description="The acts of its life, in order.")
    provisions: tuple[Provision, ...] = Field((), description="What it asks for.")


class Participation(Model):
    """One state's place in a multilateral agreement: a row of `data/participation/<id>.csv`."""

    state: StateRef = Field(description="The state.")
    signed: PartialDate | None = Field(None, description="When it signed.")
    bound: PartialDate | None = Field(
        None,
        description="When it was bound, by its instrument or by entry into force; where the agreement has "
        "`bound_after`, the day of its instrument.",
    )
    act: Instrument | None = Field(None, description="By what act it was bound.")
    left: PartialDate | None = Field(None, description="When its withdrawal took effect.")
    note: Text | None = Field(None, description="What else a reader should know of it.")
