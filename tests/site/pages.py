"""What a test asks of a built page: its ids, links, scripts and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# What a browser fetches by itself, and what it follows only when it is clicked.
FETCHED = {
    ("script", "src"),
    ("link", "href"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("object", "data"),
}


@dataclass
class Page:
    """One HTML page.

    `titled` are the addresses of links that have a title; `text` is what the page says, `prose` that without code,
    `verbatim` what it shows as it is for machines to read; `linked_data` is what scripts hold that are data, and are
    never run.
    """

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    text: str = ""
    prose: str = ""  # without what is shown as code
    verbatim: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.inside: list[str] = []
        self.is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.add(tag)
        self.inside.append(tag)
        self.is_data = tag == "script" and ("type", "application/ld+json") in attrs
        for name, value in attrs:
            if name == "id":
                self.page.ids.append(value or "")
            if (tag, name) in FETCHED and not (tag == "link" and ("rel", "canonical") in attrs):
                self.page.fetched.append(value or "")
            if (tag, name) == ("a", "href"):
                self.page.links.append(value or "")
            if (tag, name) == ("a", "title"):
                self.page.titled.append(dict(attrs).get("href") or "")
            if name.startswith("on"):
                self.page.handlers.append(f"{tag} {name}")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] == "script":
            (self.page.linked_data if self.is_data else self.page.scripts).append(data)
        elif "pre" in self.inside:
            self.page.verbatim += data
        else:
            self.page.text += data
            self.page.prose += "" if "code" in self.inside else data


def parse(path: Path) -> Page:
    """Read a page."""
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.page
