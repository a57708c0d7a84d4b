"""The pages that are written by hand: what each is called, and each as Markdown for those who read without a browser.

In that, what only a converter or a browser needs is left out, and links have whole addresses; code stays as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

import yaml

from armsref.prose.lines import NO_BREAK
from armsref.prose.texts import typographic
from macros.finished import filled

# What stands above a page, between lines of dashes.
_FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.MULTILINE | re.DOTALL)
# Code in lines of its own, or within a line.
_CODE = re.compile(r"^(?P<fence>`{3,}).*?^(?P=fence)$|(?P<mark>`+)[^`\n]+(?P=mark)", re.MULTILINE | re.DOTALL)
_LEFT_OUT = re.compile(
    r"<(?P<tag>form|script|style)\b.*?</(?P=tag)>"
    r"|<!--(?! stowed ).*?-->"
    r"|^</?div\b[^>]*>(?:</div>)?$"
    r"|^\{:[^}]*\}$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_ANCHOR = re.compile(r'<a href="(?P<target>[^"]*)">(?P<words>[^<]*)</a>')
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page, by the path of its source in the folder of such pages, with what its source says of it."""

    path: str
    title: str
    description: str

    @property
    def address(self) -> str:
        """Where it stands below the site's root."""
        return _address(self.path)

    def markdown(self, source: str, parts: Mapping[str, str], site: str) -> str:
        """It as Markdown, from its source after macros have run, and from the parts that stand at marks in that.

        `site` is the address of the site, with a slash at its end.
        """
        text = _outside_code(source.replace(NO_BREAK, " "), lambda text: self._cleared(text, site))
        whole = _outside_code(filled(text, parts), lambda text: _BLANK_LINES.sub("\n\n", text))
        return whole.strip("\n") + "\n"

    def _cleared(self, text: str, site: str) -> str:
        text = _LEFT_OUT.sub("", text)
        text = _ANCHOR.sub(lambda link: f"[{link['words']}]({urljoin(site + self.address, link['target'])})", text)
        return _LINK.sub(lambda link: f"]({site_address(link['target'], self.path, site)})", text)


def handwritten_pages(docs: Path) -> Iterator[HandwrittenPage]:
    """The pages in a folder, by their paths."""
    for file in sorted(docs.rglob("*.md")):
        front = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
        fields = yaml.safe_load(front["fields"]) if front else {}
        title, description = (typographic(fields.get(name, "")) for name in ("title", "description"))
        yield HandwrittenPage(file.relative_to(docs).as_posix(), title or file.stem, description)


def site_address(target: str, path: str, site: str) -> str:
    """The whole address of what a page links to: of a page by its source, or of what is named by its address already.

    `path` is that of the source of the page with the link.
    """
    parts = urlsplit(target)
    if parts.scheme or not parts.path.endswith(".md"):
        return urljoin(site + _address(path), target)
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    return site + _address(page) + (f"#{parts.fragment}" if parts.fragment else "")


def _address(path: str) -> str:
    """Where the page of a source stands below the site's root."""
    page = PurePosixPath(path)
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return "" if folder == PurePosixPath() else f"{folder}/"


def _outside_code(source: str, change: Callable[[str], str]) -> str:
    """A source of which everything but code is changed."""
    changed, end = "", 0
    for code in _CODE.finditer(source):
        changed += change(source[end : code.start()]) + code.group()
        end = code.end()
    return changed + change(source[end:])
