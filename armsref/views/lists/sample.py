"""A sample of an article with its names explained, as the page that explains articles shows it before one is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from armsref.annotation.annotate import Explained, InputText, explain
from armsref.annotation.finder import finder_of
from armsref.prose.english import day
from armsref.prose.lines import EntryLink, Inline, Line, Words
from armsref.prose.texts import typographic
from armsref.views.as_of import AsOf
from armsref.views.lists.tables import link_to

SAMPLE = """\
Dnipro, 22 November 2024 – Russia has fired a new missile, the Oreshnik (Орешник), at a plant in Dnipro, Ukraine. \
The United States described it as an intermediate-range ballistic missile, and said that it had been told shortly \
before the launch.

The INF Treaty, signed in 1987 by the United States and the Soviet Union, banned ground-launched missiles with ranges \
of 500 to 5,500 km. The United States withdrew in 2019; each side said that the other had broken it, and Russia denied \
that the 9M729 was covered.

New START limits deployed ICBMs, SLBMs and heavy bombers. Russia suspended its participation in 2023, and said that it \
would keep to the limits. Of ground-launched ballistic missiles it counts those with ranges of more than 5,500 km."""


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """An entry that the sample names: how it stood on the day of the text, and what is said of it."""

    link: EntryLink
    standing: str
    answer: str


@dataclass(frozen=True, slots=True)
class ExplainedSample:
    """The sample as it is written, its day in words, its paragraphs with a link for each name, and what it names."""

    text: str
    day: str
    paragraphs: tuple[Line, ...]
    entries: tuple[SampleEntry, ...]


def sample_explained(as_of: AsOf) -> ExplainedSample:
    """The sample with its names explained as of its own day."""
    explained = explain(as_of.dataset, finder_of(as_of.dataset), InputText("sample", SAMPLE), None, as_of.day)
    named = (
        SampleEntry(
            link_to(explained.entry(entry_id)), explained.standing(entry_id), typographic(explained.answer(entry_id))
        )
        for entry_id in explained.order
    )
    return ExplainedSample(SAMPLE, day(explained.on), tuple(_paragraphs(explained)), tuple(named))


def _paragraphs(explained: Explained) -> Iterator[Line]:
    begins = 0
    for paragraph in SAMPLE.split("\n\n"):
        ends = begins + len(paragraph)
        yield _linked(explained, begins, ends)
        begins = ends + 2


def _linked(explained: Explained, begins: int, ends: int) -> Line:
    """The text between two places with its names as links."""
    parts: list[Inline] = []
    at = begins
    for match in explained.matches:
        if match.id and begins <= match.start < ends:
            parts += [Words(SAMPLE[at : match.start]), EntryLink(match.id, match.surface)]
            at = match.end
    return (*parts, Words(SAMPLE[at:ends]))
