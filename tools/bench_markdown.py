"""The Markdown that a built site publishes beside its pages, as the sources of a bare MkDocs site."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from tools.bench_process import ROOT

SITE_URL = "http://127.0.0.1:8000/"
# Below a page as Markdown stands where it is from.
IMPRINT = "\n---\n\n"
_TITLE = re.compile(r"# (?P<words>.+)")
_ESCAPE = re.compile(r"\\(?P<char>.)")
_LINK = re.compile(rf"\]\(<?{re.escape(SITE_URL)}(?P<url>(?:[^\s/#)>]+/)*)(?:#[^\s)>]*)?>?\)")


def write_sources(site: Path, docs: Path) -> None:
    """Write the Markdown of each page of a site, built for SITE_URL, where the source of such a page would stand."""
    twins = {url_of(twin.relative_to(site)): twin for twin in site.rglob("index.md")}
    for url, twin in twins.items():
        path = docs / source_of(url)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source(twin.read_text(encoding="utf-8"), url, set(twins)), encoding="utf-8")


def url_of(twin: Path) -> str:
    """The address of a page below the site's root, by the path of its Markdown."""
    folder = twin.parent.as_posix()
    return "" if folder == "." else f"{folder}/"


def source_of(url: str) -> str:
    """The path of a page's source: that of docs/ where there is one, otherwise a file named after the page."""
    index = f"{url}index.md"
    return index if (ROOT / "docs" / index).is_file() else f"{url.rstrip('/')}.md"


def source(text: str, url: str, urls: set[str]) -> str:
    """A page as its author would write it: with a title, links to the sources of pages, and no imprint."""
    body, imprint, _ = text.rpartition(IMPRINT)
    body = body if imprint else text
    title = _TITLE.match(body)
    head = f"---\ntitle: {json.dumps(_ESCAPE.sub(_unescaped, title['words']))}\n---\n\n" if title else ""
    return head + _LINK.sub(lambda link: _relative(link, url, urls), body)


def _unescaped(escape: re.Match[str]) -> str:
    return escape["char"]


def _relative(link: re.Match[str], url: str, urls: set[str]) -> str:
    """A link to a source. The place on the page is left out, for a bare page gives its headings other ids."""
    if link["url"] not in urls:
        return link[0]
    return f"]({posixpath.relpath(source_of(link['url']), posixpath.dirname(source_of(url)))})"
