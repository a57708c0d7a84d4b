"""What every entry has, whatever its kind."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from armsref.model.dates import PartialDate
from armsref.model.types import (
    WIKIDATA_PATTERN,
    Answer,
    EntryRef,
    Kind,
    Language,
    Model,
    Names,
    Prose,
    ShortText,
    SourceId,
    Topic,
)

RelationKind = Literal[
    "parallel", "amends", "amended-by", "replaces", "replaced-by", "follows", "followed-by", "implements",
    "implemented-by", "verified-by", "verifies", "limits", "limited-by", "bans", "banned-by", "alleged-violation",
    "derived-from", "source-of", "variant-of", "has-variant", "carried-by", "carries", "used-in", "uses", "led-to",
    "result-of", "part-of", "has-part", "operated-by", "operates", "defines", "defined-by", "see-also",
]  # fmt: skip


class Relation(Model):
    """A link from this entry to another: this entry `how` that one ("replaces", "limits", "see-also")."""

    id: EntryRef = Field(description="The other entry.")
    how: RelationKind = Field(
        "see-also", description="What this entry is or does to the other: it `replaces` it, or `limits` it."
    )
    note: ShortText | None = Field(None, description="What else a reader should know of it.")


class Entry(Model):
    """What every entry has, whatever its kind."""

    kind: ClassVar[Kind]

    # From the file's name, or the key: never written in the entry itself.
    id: SkipJsonSchema[str] = Field("", description="The entry's id, unique over all kinds and stable for ever.")
    name: ShortText = Field(description="The name in full.")
    short_name: ShortText | None = Field(
        None, description="A shorter name by which it is called in running text; empty means by the name in full."
    )
    abbreviation: ShortText | None = Field(None, description="The abbreviation in use.")
    aliases: tuple[ShortText, ...] = Field((), description="Other names in English.")
    names: dict[Language, Names] = Field(
        default_factory=dict, description="Names in other languages, by the language as a BCP 47 code."
    )
    wikidata: Annotated[str, StringConstraints(pattern=WIKIDATA_PATTERN)] | None = Field(
        None, description="The item of Wikidata that is about the same, as somebody looked it up there: Q1."
    )
    topics: tuple[Topic, ...] = Field((), description="The subjects that it belongs to.")
    answer: Answer = Field(description="What a reader wants first, in one sentence: shown on hover and in search.")
    summary: Prose | None = Field(None, description="What there is to say of it: paragraphs, lists and *emphasis*.")
    related: tuple[Relation, ...] = Field((), description="The entries that it is related to, and how.")
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="What covers its undisputed facts: ids of sources, <publisher>/<item>."
    )
    reviewed: PartialDate | None = Field(None, description="When a person last held every fact against its sources.")

    @property
    def title(self) -> str:
        """The name by which the entry is called in running text and in lists."""
        return self.short_name or self.name
