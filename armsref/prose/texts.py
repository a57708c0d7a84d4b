"""Texts of contributors as a small tree: paragraphs and lists of lines, in which [[id]] links to an entry.

Paragraphs, lists and *emphasis* are all the markup there is; anything else is shown as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from armsref.loading.dataset import Dataset
from armsref.model import Entry, Term
from armsref.model.addresses import address_of
from armsref.model.references import LINK
from armsref.prose.lines import Emphasis, EntryLink, Inline, Line, Words, plain_line

# A quotation mark opens where a word begins; elsewhere it closes, or is an apostrophe.
_OPENING = re.compile(r"""(?<![^\s(\[–—/-])["'](?=\w|\.\.\.|…|\[)""")
# What may stand between the end of a sentence and the beginning of the next.
_BETWEEN = " \t\r\n\"'’”)"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_EMPHASIS = re.compile(r"(?P<marks>\*{1,3})(?=[^\s*])(?P<words>[^*]*?)(?<=[^\s*])(?P=marks)(?!\*)")
_BULLET = re.compile(r"[-*+][^\S\n]+(?=\S)")
_NUMBER = re.compile(r"\d{1,9}\.[^\S\n]+(?=\S)")
# What Markdown would take for code, a link, a tag or emphasis.
_MARKDOWN = re.compile(r"[\\`\[\]<_]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    tag: ClassVar[str] = "paragraph"
    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered or not, with a line an item."""

    tag: ClassVar[str] = "listing"
    numbered: bool
    items: tuple[Line, ...]


Block = Paragraph | Listing


def typographic(text: str) -> str:
    """A text with the quotation marks and apostrophes of print."""
    if '"' not in text and "'" not in text:
        return text
    text = _OPENING.sub(lambda found: "“" if found.group() == '"' else "‘", text)
    return text.replace('"', "”").replace("'", "’")


def begins_sentence(before: str) -> bool:
    """Whether what follows on this text begins a sentence, a paragraph or an item of a list."""
    told = before.rstrip(_BETWEEN)
    if not told or told[-1] in ".!?:" or _BLANK_LINE.search(before, len(told)):
        return True
    return told[-1] in "-*" and told[:-1].rstrip(" \t")[-1:] in ("", "\n")


def words_for(entry: Entry, begins: bool) -> str:
    """What an entry is called in running text: a term in small letters, unless it begins a sentence."""
    title = entry.title
    if not isinstance(entry, Term) or entry.proper_name or begins or not title[1:2].islower():
        return title
    return title[0].lower() + title[1:]


# The tree


def parsed(dataset: Dataset, text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of a text. What links to no entry is words."""
    blocks: list[Block] = []
    at = 0
    for blank in [*_BLANK_LINE.finditer(text), None]:
        end = blank.start() if blank else len(text)
        block = text[at:end].strip()
        if block:
            blocks.append(_block(dataset, block, text[:at]))
        at = blank.end() if blank else end
    return tuple(_lists_joined(blocks))


def parsed_line(dataset: Dataset, text: str) -> Line:
    """A text as one line, whatever lines it was typed in."""
    return _line(dataset, text.strip(), "")


def _block(dataset: Dataset, block: str, before: str) -> Block:
    for mark, numbered in ((_BULLET, False), (_NUMBER, True)):
        if mark.match(block):
            items = _items(block, mark)
            return Listing(numbered, tuple(_line(dataset, item, "") for item in items))
    return Paragraph(_line(dataset, block, before))


def _items(block: str, mark: re.Pattern[str]) -> list[str]:
    """The items of a list, each a line however it was wrapped."""
    items: list[str] = []
    for line in map(str.strip, block.splitlines()):
        found = mark.match(line)
        if found:
            items.append(line[found.end() :])
        elif items:
            items[-1] += f" {line}"
    return items


def _lists_joined(blocks: list[Block]) -> Iterator[Block]:
    """A list goes on over a blank line between its items."""
    last: Block | None = None
    for block in blocks:
        if isinstance(last, Listing) and isinstance(block, Listing) and last.numbered == block.numbered:
            last = Listing(last.numbered, (*last.items, *block.items))
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


def _line(dataset: Dataset, text: str, before: str) -> Line:
    parts: list[Inline] = []
    at = 0
    for emphasis in _EMPHASIS.finditer(text):
        parts += _linked(dataset, text[at : emphasis.start()], before + text[:at])
        within = tuple(_linked(dataset, emphasis["words"], before + text[: emphasis.start()]))
        strong = len(emphasis["marks"]) > 1
        parts.append(Emphasis((Emphasis(within),) if len(emphasis["marks"]) > 2 else within, strong))
        at = emphasis.end()
    parts += _linked(dataset, text[at:], before + text[:at])
    return tuple(parts)


def _linked(dataset: Dataset, text: str, before: str) -> Iterator[Inline]:
    at = 0
    for link in LINK.finditer(text):
        yield from _words(text[at : link.start()])
        at, name, words = link.end(), link["id"].strip(), link["words"]
        entry = dataset.get(name)
        if entry:
            called = words or words_for(entry, begins_sentence(before + text[: link.start()]))
            yield EntryLink(entry.id, " ".join(called.split()))
        else:
            yield from _words(name[1:] if name.startswith("!") else words or name)
    yield from _words(text[at:])


def _words(text: str) -> Iterator[Words]:
    # A space at either end stays: it stands between words and a link.
    if text:
        yield Words(re.sub(r"\s+", " ", text))


# Read elsewhere than on a page


def plain(dataset: Dataset, text: str) -> str:
    """A text as a line with the words of its links, and without marks."""
    return plain_line(parsed_line(dataset, text))


def plain_prose(dataset: Dataset, text: str) -> str:
    """Paragraphs and lists as plain text: a blank line between paragraphs, one line an item, no marks of emphasis."""
    return _printed(parsed(dataset, text), plain_line)


def markdown(dataset: Dataset, text: str, site: str) -> str:
    """Paragraphs and lists as Markdown, each link with the whole address of its page below `site`."""

    def line(parts: Line) -> str:
        return "".join(_markdown(dataset, part, site) for part in parts)

    return _printed(parsed(dataset, text), line)


def _printed(blocks: tuple[Block, ...], line: Callable[[Line], str]) -> str:
    return "\n\n".join(_printed_block(block, line) for block in blocks)


def _printed_block(block: Block, line: Callable[[Line], str]) -> str:
    if isinstance(block, Paragraph):
        return line(block.line)
    marks = [f"{number}." if block.numbered else "-" for number in range(1, len(block.items) + 1)]
    return "\n".join(f"{mark} {line(item)}" for mark, item in zip(marks, block.items, strict=True))


def _markdown(dataset: Dataset, part: Inline, site: str) -> str:
    match part:
        case EntryLink():
            return f"[{_escaped(part.words)}]({site}{address_of(dataset[part.id])})"
        case Emphasis():
            mark = "**" if part.strong else "*"
            return mark + "".join(_markdown(dataset, inner, site) for inner in part.parts) + mark
        case Words():
            return _escaped(part.text)
        case _:
            return plain_line((part,))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)
