"""Text from the data, made safe to stand in Markdown: what a contributor writes is shown, never run.

Values pass through `escaped` unless they are `Md`, which only this package makes: a template cannot forget it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from armsref.model.references import LINK
from armsref.prose.texts import begins_sentence
from armsref.prose.texts import typographic as typographic

Link = Callable[[str, str | None, bool], str]
"""Makes a link of an id, the words given for it if any, and whether it begins a sentence."""


class Md(str):
    """Markdown that is ready to stand on a page as it is."""

    __slots__ = ()


# Entities survive Markdown untouched; a character written so can open no tag, macro, link, table cell or code.
_ENTITIES = {char: f"&#{ord(char)};" for char in "<>{}[]|!`\\_~^$"} | {"&": "&amp;"}
_INLINE = str.maketrans(_ENTITIES | {"*": "&#42;"})
_PROSE = str.maketrans(_ENTITIES)
_TITLE = str.maketrans(_ENTITIES | {char: f"&#{ord(char)};" for char in "\"'()*"})
# What would turn a line into a heading, a list, a rule, a definition: the mark is written as an entity.
_LINE_START = re.compile(r"^(?P<number>\d*)(?P<mark>(?<!\d)[#+=:-]|(?<=\d)[.)])")
_PROSE_LINE_START = re.compile(r"^[^\S\n]*(?:(?P<list>[-*+]|\d+\.)[^\S\n]+)?(?P<mark>[#+=:-])?", re.MULTILINE)


def escaped(value: Any) -> Md:
    """A value as one line of plain text: no character of it means anything to Markdown, HTML or Jinja."""
    if isinstance(value, Md):
        return value
    text = typographic(" ".join(str(value).split()))
    return _beginning_no_block(text.translate(_INLINE))


def attribute(value: str) -> str:
    """A value as it may stand between the double quotes of an HTML attribute or of a Markdown link's title."""
    return " ".join(value.split()).translate(_TITLE)


def prose(text: str, link: Link) -> Md:
    """A contributor's paragraphs, lists and emphasis; [[id]] becomes what `link` makes of it."""
    lined = "".join(_parts(typographic(text), link, lambda words: words.translate(_PROSE)))
    return Md(_PROSE_LINE_START.sub(_plain_start, lined.strip()))


def inline(text: str, link: Link) -> Md:
    """A contributor's text as part of one line; [[id]] links as in prose. Nothing in it begins a block."""
    return _beginning_no_block("".join(_parts(typographic(text), link, _spaced)).strip())


def _beginning_no_block(line: str) -> Md:
    return Md(_LINE_START.sub(lambda found: f"{found['number']}&#{ord(found['mark'])};", line, count=1))


def _parts(text: str, link: Link, between: Callable[[str], str]) -> Iterator[str]:
    at = 0
    for found in LINK.finditer(text):
        before = text[at : found.start()]
        yield between(before)
        yield link(found["id"].strip(), found["words"], begins_sentence(text[: found.start()]))
        at = found.end()
    yield between(text[at:])


def _spaced(text: str) -> str:
    # A space at either end stays: it stands between words and a link.
    return re.sub(r"\s+", " ", text).translate(_INLINE)


def _plain_start(found: re.Match[str]) -> str:
    # Indentation goes, for four spaces would make code; list marks stay; other marks at a line's start are written out.
    item = f"{found['list']} " if found["list"] else ""
    mark = f"&#{ord(found['mark'])};" if found["mark"] else ""
    return item + mark
