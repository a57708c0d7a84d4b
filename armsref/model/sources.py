"""What is cited: texts, and who published them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from armsref.model.dates import PartialDate
from armsref.model.types import EntryId, HttpsUrl, Language, Model, ShortText, StateRef

SourceKind = Literal["treaty-text", "government", "intergovernmental", "research", "news", "state-media", "reference"]


class Source(Model):
    """One text that is cited."""

    title: ShortText = Field(description="The title of the text.")
    date: PartialDate | None = Field(None, description="When it was published.")
    author: ShortText | None = Field(None, description="Who wrote it.")
    url: HttpsUrl | None = Field(None, description="Where it can be read.")
    kind: SourceKind | None = Field(
        None, description="What sort of text it is; empty means the sort that its publisher has."
    )
    language: Language | None = Field(
        None, description="The language that it is in, as a BCP 47 code; empty means English, or not told."
    )
    note: ShortText | None = Field(None, description="What else a reader should know of it.")
    checked: PartialDate | None = Field(
        None, description="When somebody read it and saw that it says so; empty where nobody has."
    )


class Publisher(Model):
    """Who published a group of sources."""

    publisher: ShortText = Field(description="Who published it.")
    kind: SourceKind = Field(description="What sort of text each is that does not say so itself.")
    country: StateRef | None = Field(None, description="The state that its publisher belongs to.")
    items: dict[EntryId, Source] = Field(min_length=1, description="The texts, by the second part of their ids.")
