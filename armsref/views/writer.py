"""What is written on one page: its texts with their links, its claims, and its sources in the order of citation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from armsref.loading.dataset import Cited
from armsref.model import Attributed, DateClaim, Entry, EntryClaim, NumberClaim
from armsref.model.dates import PartialDate
from armsref.model.references import linked_ids
from armsref.prose import english
from armsref.prose.figures import quantity
from armsref.prose.lines import NO_BREAK, Aside, Emphasis, EntryLink, Inline, Line, SourceNumbers, Turn, Words, joined
from armsref.prose.texts import Block, Paragraph, parsed, parsed_line, typographic
from armsref.prose.vocabulary import SOURCE_KINDS
from armsref.views.as_of import AsOf
from armsref.views.parts import SourceRow


@dataclass
class Writer:
    """Writes the page of an entry. Sources are numbered in the order in which the page first cites them."""

    as_of: AsOf
    entry: Entry
    numbers: dict[str, int] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)

    # Links and texts

    def link(self, entry_id: str) -> Line:
        """A link to an entry by its title; an unknown id stays words."""
        entry = self.as_of.dataset.get(entry_id)
        return (EntryLink(entry_id, typographic(entry.title)),) if entry else words(entry_id)

    def links(self, ids: Iterable[str]) -> Line:
        """Links to entries, in a row."""
        return joined(self.link(entry_id) for entry_id in ids)

    def prose(self, text: str | None) -> tuple[Block, ...]:
        """Paragraphs, with their links."""
        if not text:
            return ()
        return tuple(map(_titles_in_print, parsed(self.as_of.dataset, typographic(self._with_links(text)))))

    def line(self, text: str | None) -> Line:
        """A text as one line, with its links."""
        return in_print(parsed_line(self.as_of.dataset, typographic(self._with_links(text)))) if text else ()

    def _with_links(self, text: str) -> str:
        """A text in which the first mention of an entry on the page is a link, if nobody has made one."""
        self.linked |= {self.entry.id, *linked_ids(text)}
        parts, at = [], 0
        for match in self.as_of.mentions.names_in(text):
            if match.id and match.id not in self.linked:
                self.linked.add(match.id)
                parts += [text[at : match.start], f"[[{match.id}|{match.surface}]]"]
                at = match.end
        return "".join([*parts, text[at:]])

    # Sources

    def cite(self, source_ids: Iterable[str] | None) -> Line:
        """The numbers of sources in the list at the foot of the page."""
        numbers = [self.numbers.setdefault(source_id, len(self.numbers) + 1) for source_id in source_ids or ()]
        return (SourceNumbers(tuple(numbers)),) if numbers else ()

    def sources(self) -> tuple[SourceRow, ...]:
        """The sources cited so far, then those that cover the entry as a whole."""
        self.cite(self.entry.sources)
        dataset = self.as_of.dataset
        return tuple(source_row(number, dataset.cited(source_id)) for source_id, number in self.numbers.items())

    def publisher(self, source_id: str) -> str:
        """Who published a source."""
        return typographic(self.as_of.dataset.cited(source_id).publisher.publisher)

    # Claims

    def speaker(self, name: str) -> Line:
        """Who says something: a link where it is an entry."""
        return self.link(name) if name in self.as_of.dataset else words(name)

    def speaker_of(self, claim: Attributed) -> Line:
        """Who makes a claim, the publisher where it is nobody else."""
        return self.speaker(claim.by) if claim.by else words(self.publisher(claim.source[0]))

    def by(self, claim: Attributed) -> Line:
        """Who says so and as of when, in passing."""
        parts = self.speaker_of(claim)
        if claim.as_of:
            parts = (*parts, Words(f", {unbroken_day(claim.as_of)}"))
        return (Words(" "), Aside(parts))

    def claim(self, name: str, claim: Attributed) -> Line:
        """One claim of a field: its value, who says so, the source, a note below."""
        note: tuple[Inline, ...] = (Turn(), Aside(self.line(claim.note))) if claim.note else ()
        return (*self.value(name, claim), *self.by(claim), *self.cite(claim.source), *note)

    def value(self, name: str, claim: Attributed) -> Line:
        """A claim's value in words."""
        match claim:
            case NumberClaim():
                return words(quantity(claim, name))
            case EntryClaim():
                return self.link(claim.value)
            case DateClaim():
                return words(english.day(claim.value))
            case _:
                return words(str(getattr(claim, "value", "")))


def in_print(line: Line) -> Line:
    """A line whose links to entries have the quotation marks of print: titles come as they are typed."""
    return tuple(map(_in_print, line))


def _in_print(part: Inline) -> Inline:
    match part:
        case EntryLink():
            return replace(part, words=typographic(part.words))
        case Emphasis() | Aside():
            return replace(part, parts=in_print(part.parts))
        case _:
            return part


def _titles_in_print(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, line=in_print(block.line))
    return replace(block, items=tuple(map(in_print, block.items)))


def words(text: str) -> Line:
    """A text as a line of words, with the quotation marks of print."""
    return (Words(typographic(" ".join(text.split()))),)


@cache
def unbroken_day(known: PartialDate) -> str:
    """A date in words that stay on one line."""
    return english.day(known).replace(" ", NO_BREAK)


def day_words(on: date) -> str:
    """A day in words that stay on one line."""
    return unbroken_day(PartialDate.on(on))


def source_row(number: int, cited: Cited) -> SourceRow:
    """A source as the list at the foot of a page has it."""
    source = cited.source
    language = f", in {language_name(source.language)}" if source.language else ""
    checked = f"read {unbroken_day(source.checked)}" if source.checked else "not yet checked"
    return SourceRow(
        number=number,
        author=typographic(source.author or ""),
        title=typographic(" ".join(source.title.split())),
        url=source.url or "",
        publisher=typographic(cited.publisher.publisher),
        date=unbroken_day(source.date) if source.date else "",
        remark=f"{SOURCE_KINDS[cited.kind]}{language}; {checked}",  # type: ignore[index]
    )


@cache
def language_name(code: str) -> str:
    """A language's name in English: 'ru' is 'Russian'."""
    try:
        return Locale.parse(code, sep="-").get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
