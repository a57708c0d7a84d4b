"""Texts of the data as they are read elsewhere than on a page: plain, or as Markdown with the addresses of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from armsref.loading.dataset import Dataset
from armsref.model import Entry, Term
from armsref.model.addresses import address_of
from armsref.model.references import LINK

# A quotation mark opens where a word begins; elsewhere it closes, or is an apostrophe.
_OPENING = re.compile(r"""(?<![^\s(\[–—/-])["'](?=\w|\.\.\.|…|\[)""")
# What may stand between the end of a sentence and the beginning of the next.
_BETWEEN = " \t\r\n\"'’”)"
_BLANK_LINE = re.compile(r"\n\s*\n")
_EMPHASIS = re.compile(r"(?P<marks>\*{1,3})(?=\S)(?P<words>[^*]+)(?<=\S)(?P=marks)")
_LIST_ITEM = re.compile(r"[-*+] |\d+\. ")
# What Markdown would take for code, a link, a tag or emphasis.
_MARKDOWN = re.compile(r"[\\`\[\]<_]")

LinkWriter = Callable[[Entry, str], str]
"""Makes a link of an entry and the words for it."""


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


def plain(dataset: Dataset, text: str) -> str:
    """A text with the words of its links, and without their marks."""
    return "".join(_parts(dataset, text, str, lambda _, words: words)) if "[[" in text else text


def plain_prose(dataset: Dataset, text: str) -> str:
    """Paragraphs and lists as plain text: a blank line between paragraphs, one line an item, no marks of emphasis."""
    return _EMPHASIS.sub(r"\g<words>", _unwrapped(plain(dataset, text)))


def markdown(dataset: Dataset, text: str, site: str) -> str:
    """Paragraphs and lists as Markdown, each link with the whole address of its page below `site`."""

    def link(entry: Entry, words: str) -> str:
        return f"[{_escaped(words)}]({site}{address_of(entry)})"

    return _unwrapped("".join(_parts(dataset, text, _escaped, link)))


def _parts(dataset: Dataset, text: str, between: Callable[[str], str], link: LinkWriter) -> Iterator[str]:
    at = 0
    for found in LINK.finditer(text):
        yield between(text[at : found.start()])
        at, name, words = found.end(), found["id"].strip(), found["words"]
        entry = dataset.get(name)
        if entry:
            yield link(entry, words or words_for(entry, begins_sentence(text[: found.start()])))
        else:
            yield between(name[1:] if name.startswith("!") else words or name)
    yield between(text[at:])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _unwrapped(text: str) -> str:
    """A text whose paragraphs and list items are a line each, however they were wrapped in the file."""
    lines: list[str] = []
    for line in map(str.strip, text.strip().splitlines()):
        if line and lines and lines[-1] and not _LIST_ITEM.match(line):
            lines[-1] += f" {line}"
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
