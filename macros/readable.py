"""A finished page as Markdown: what a reader gets, with absolute links and without theme, scripts and drawings.

It is made from the HTML that the templates come to, so that it says what the page says, whatever put it there. A list
of definitions has a line that begins with a colon for each; the number of a source is in brackets, for the sources are
a numbered list at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin

from lxml import etree

Element = Any
"""An element of lxml, which has no types."""

# What only a screen needs, or what cannot be read as text.
_LEFT_OUT = (
    "nav", "form", "script", "style", "template", "button", "input", "select", "textarea", "caption", etree.Comment,
)  # fmt: skip
# What explains how a drawing is to be seen is of no use without it.
_HIDDEN = etree.XPath("//*[@hidden or @aria-hidden='true'] | //figure[@class='drawing']/figcaption")
# What a page sets apart by its looks, Markdown sets apart by a dash.
_ASIDE = {"status", "differ"}
_DASH = " – "

_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
# What would make a paragraph something else by its first characters.
_MARK = re.compile(r"(?=(?:[-+:]|#{1,6})(?:\s|$)|-{3}|~{3}|>)|\d+(?=[.)](?:\s|$))")
_UNSAFE = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E", "\\": "%5C"})


def markdown_of(html: str, address: str) -> str:
    """The Markdown of a page's HTML, from which scripts of the theme are absent. `address` is the page's own."""
    page = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser()).find("body")
    for each in _HIDDEN(page):
        each.tag = "template"
    etree.strip_elements(page, *_LEFT_OUT, with_tail=False)
    return "\n\n".join(_Reader(address).blocks(page)) + "\n"


@dataclass(frozen=True)
class _Reader:
    address: str

    # Blocks

    def blocks(self, element: Element) -> list[str]:
        """The paragraphs, lists and tables in an element; text that stands between them is a paragraph."""
        found, line = [], markdown_escaped(element.text)
        for child in element:
            block = _BLOCKS.get(child.tag)
            if block:
                found += [_paragraph(line), *block(self, child)]
                line = markdown_escaped(child.tail)
            else:
                line = self._continued(line, child)
        return [each for each in (*found, _paragraph(line)) if each]

    def heading(self, element: Element) -> list[str]:
        return [f"{'#' * int(element.tag[1])} {_spaced(self._line(element))}"]

    def summary(self, element: Element) -> list[str]:
        return [f"*{_spaced(self._line(element))}*"]

    def quotation(self, element: Element) -> list[str]:
        return [f"> {_indented(self.blocks(element), '> ')}"]

    def code(self, element: Element) -> list[str]:
        text = "".join(element.itertext()).strip("\n")
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text) or [""]))
        language = re.search(r"language-(\w+)", " ".join(each.get("class", "") for each in element.iter()))
        return [f"{fence}{language[1] if language else ''}\n{text}\n{fence}"]

    def bullets(self, element: Element) -> list[str]:
        return _items(("- ", self.blocks(each)) for each in element.iterchildren("li"))

    def numbered(self, element: Element) -> list[str]:
        return _items((f"{number}. ", self.blocks(each)) for number, each in enumerate(element.iterchildren("li"), 1))

    def definitions(self, element: Element) -> list[str]:
        found: list[str] = []
        for child in element:
            if child.tag == "dt":
                found.append(_paragraph(self._line(child)))
            else:
                found[-1] += f"\n:   {_indented(self.blocks(child), '    ')}"
        return found

    def table(self, element: Element) -> list[str]:
        rows = [[self._cell(cell) for cell in row] for row in element.iter("tr")]
        if not rows:
            return []
        rows.insert(1, ["---"] * len(rows[0]))
        return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]

    def _cell(self, cell: Element) -> str:
        return _spaced(self._line(cell)).replace("|", "\\|")

    # Lines

    def _line(self, element: Element) -> str:
        line = markdown_escaped(element.text)
        for child in element:
            line = self._continued(line, child)
        return line

    def _continued(self, line: str, child: Element) -> str:
        """A line with what an element adds to it, and with the text after that."""
        make = _INLINE.get(child.tag)
        line = make(self, line, child) if make else f"{line}{self._apart(child)}"
        return f"{line}{markdown_escaped(child.tail)}"

    def _apart(self, child: Element) -> str:
        words = self._line(child)
        return f" {words} " if child.tag in _BLOCKS or child.tag == "li" else words

    def link(self, line: str, element: Element) -> str:
        words, href = _spaced(self._line(element)), element.get("href")
        if not words or not href:
            return f"{line}{words}"
        before = f"{line[:-1]}\\!" if line.endswith("!") else line
        return f"{before}[{words}]({_resolved(self.address, href)})"

    def aside(self, line: str, element: Element) -> str:
        """What is small or coloured: after a dash where something stands before it, in brackets after a sentence."""
        words, before = _spaced(self._line(element)), line.rstrip()
        if not words or not before or before.endswith("–"):
            return f"{line}{words}"
        return f"{before} ({words})" if before.endswith((".", "!", "?")) else f"{before}{_DASH}{words}"

    def span(self, line: str, element: Element) -> str:
        style = set(element.get("class", "").split())
        if style & _ASIDE:
            return self.aside(line, element)
        return f"{line}<{element.text}>" if "address" in style else f"{line}{self._line(element)}"

    def citation(self, line: str, element: Element) -> str:
        return f"{line.rstrip()} [{', '.join(_spaced(self._line(each)) for each in element)}]"

    def strong(self, line: str, element: Element) -> str:
        return f"{line}**{_spaced(self._line(element))}**"

    def emphasis(self, line: str, element: Element) -> str:
        words = _spaced(self._line(element))
        return f"{line}*{words}*" if words else line

    def literal(self, line: str, element: Element) -> str:
        words = "".join(element.itertext())
        mark = "``" if "`" in words else "`"
        return f"{line}{mark}{words}{mark}"

    def turn(self, line: str, _: Element) -> str:
        return f"{line}{_DASH}"

    def drawing(self, line: str, element: Element) -> str:
        return line + markdown_escaped(element.get("aria-label"))


Block = Callable[[_Reader, Element], list[str]]
Inline = Callable[[_Reader, str, Element], str]

_BLOCKS: dict[str, Block] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Reader.heading),
    **dict.fromkeys(("p", "div", "section", "article", "details", "figure", "figcaption"), _Reader.blocks),
    "summary": _Reader.summary,
    "blockquote": _Reader.quotation,
    "pre": _Reader.code,
    "ul": _Reader.bullets,
    "ol": _Reader.numbered,
    "dl": _Reader.definitions,
    "table": _Reader.table,
}  # fmt: skip
_INLINE: dict[str, Inline] = {
    "a": _Reader.link,
    "small": _Reader.aside,
    "span": _Reader.span,
    "sup": _Reader.citation,
    "strong": _Reader.strong,
    "em": _Reader.emphasis,
    "cite": _Reader.emphasis,
    "code": _Reader.literal,
    "pre": _Reader.literal,
    "br": _Reader.turn,
    "svg": _Reader.drawing,
}


def markdown_escaped(text: str | None) -> str:
    """A text, of which nothing means anything to Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text) if text else ""


def _spaced(line: str) -> str:
    return " ".join(line.split())


def _paragraph(line: str) -> str:
    """A line that begins nothing but a paragraph."""
    line = _spaced(line)
    if mark := _MARK.match(line):
        return f"{line[: mark.end()]}\\{line[mark.end() :]}"
    return line


def _items(items: Iterable[tuple[str, list[str]]]) -> list[str]:
    """A list as one block, with empty lines in it where an item has several blocks."""
    lines = [mark + _indented(blocks, " " * len(mark)) for mark, blocks in items if blocks]
    return [("\n\n" if any("\n\n" in each for each in lines) else "\n").join(lines)]


def _indented(blocks: list[str], margin: str) -> str:
    """Blocks below each other, with a margin before every line but the first."""
    return "\n\n".join(blocks).replace("\n", f"\n{margin}").replace(f"\n{margin}\n", f"\n{margin.rstrip()}\n")


def _resolved(address: str, href: str) -> str:
    """Where a link on a page leads, as it may stand in Markdown."""
    if href.startswith("../"):  # the same from every page of a section, of which there are many
        return _joined(address.rstrip("/").rpartition("/")[0] + "/", href.removeprefix("../"))
    return _destination(href if "://" in href else urljoin(address, href))


@cache
def _joined(address: str, href: str) -> str:
    return _destination(urljoin(address, href))


def _destination(url: str) -> str:
    url = url.translate(_UNSAFE)
    return f"<{url}>" if "(" in url or ")" in url else url
