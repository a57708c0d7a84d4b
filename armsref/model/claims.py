"""What somebody says: a fact with who says so, when, and where it is printed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from armsref.model.dates import PartialDate
from armsref.model.types import (
    EntryRef,
    Flag,
    Model,
    Number,
    OneOrMany,
    ShortText,
    SourceIds,
    Speaker,
    Text,
    WeaponType,
)


class Attributed(Model):
    """Who says so, when, and where it is printed."""

    by: Annotated[ShortText, Speaker()] | None = Field(
        None, description="Who says so, where that is not the publisher of the source: the id of an entry, or a name."
    )
    as_of: PartialDate | None = Field(None, description="When it was true, or was said.")
    source: SourceIds = Field(description="Where it was read: ids of sources, <publisher>/<item>.")
    note: Text | None = Field(None, description="What else a reader should know of it.")


class NumberClaim(Attributed):
    """A quantity as somebody gives it, in the unit that the field names: exact, or bounded on one side or both."""

    value: Number | None = Field(None, description="The quantity, where it is given exactly.")
    min: Number | None = Field(None, description="At least so much, this included.")
    over: Number | None = Field(
        None, description="More than so much, this not included: 'over 5,500 km' of what is only known by its class."
    )
    max: Number | None = Field(None, description="At most so much, this included.")
    about: Flag = Field(False, description="True where the source says 'about'.")
    variant: ShortText | None = Field(None, description="The version that it is about, where versions differ.")

    @model_validator(mode="after")
    def _has_an_amount(self) -> NumberClaim:
        bounds = [bound for bound in (self.min, self.over, self.max) if bound is not None]
        if self.value is None and not bounds:
            raise PydanticCustomError("claim", "a claim needs 'value', or 'min' or 'max' or both")
        if self.value is not None and bounds:
            raise PydanticCustomError("claim", "a claim has either 'value', or 'min' and 'max', not both")
        if self.over is not None and self.min is not None:
            raise PydanticCustomError("claim", "a claim has either 'min' or 'over', not both")
        return self


class TextClaim(Attributed):
    """A fact in words, as somebody gives it."""

    value: ShortText = Field(description="The fact, in words.")


class EntryClaim(Attributed):
    """A fact whose value is another entry, as somebody gives it."""

    value: EntryRef = Field(description="The entry, by its id.")


class DateClaim(Attributed):
    """A date, as somebody gives it."""

    value: PartialDate = Field(description="The date.")


class TypeClaim(Attributed):
    """What sort of weapon it is, as somebody gives it."""

    value: WeaponType = Field(description="The sort of weapon.")


NumberClaims = Annotated[tuple[NumberClaim, ...], OneOrMany()]
TextClaims = Annotated[tuple[TextClaim, ...], OneOrMany()]
EntryClaims = Annotated[tuple[EntryClaim, ...], OneOrMany()]
DateClaims = Annotated[tuple[DateClaim, ...], OneOrMany()]
TypeClaims = Annotated[tuple[TypeClaim, ...], OneOrMany()]
