"""Each page as Markdown beside itself, the list of them, and what a page is shared with."""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

from armsref.model.addresses import address_of
from armsref.prose.texts import typographic
from tests.built import Build, real_data
from tests.site.pages import Page, parse
from tests.site.test_bad_input import HOSTILE, TERM, write_data
from tests.site.test_site import target_of

SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000/")
LINK = re.compile(r"\]\(<?([^\s>)]+(?:\([^\s>)]*\))?[^\s>)]*)>?\)|<(https?://[^>\s]+)>")
CODE = re.compile(r"^(`{3,}).*?^\1$|(`+)[^`\n]+\2", re.MULTILINE | re.DOTALL)
# Theirs is not the text of a page, or no text at all.
NOT_READ = {"nav", "form", "script", "style", "svg", "caption", "button"}
VOID = {"br", "img", "input", "hr", "meta", "link"}


class _Texts(HTMLParser):
    """The runs of text in the article of a page that every reader gets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[tuple[str, bool]] = []
        self.texts: list[str] = []
        self.of_drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            hidden = tag in NOT_READ or ("aria-hidden", "true") in attrs or "hidden" in dict(attrs)
            hidden |= tag == "figcaption" and self.of_drawing
            self.of_drawing = ("class", "drawing") in attrs if tag == "figure" else self.of_drawing
            self.inside.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.inside]
        if "article" in tags and not any(hidden for _, hidden in self.inside) and data.strip():
            self.texts.append(" ".join(data.split()))


def texts_of(page: Path) -> list[str]:
    parser = _Texts()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.texts


def markdown_of(page: Path) -> str:
    return page.with_name("index.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def html_pages(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def test_every_page_is_also_markdown(html_pages: list[Path]) -> None:
    assert html_pages
    assert [page for page in html_pages if not page.with_name("index.md").is_file()] == []


def test_every_page_leads_to_its_markdown_in_its_head_and_foot(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        if name != "404.html":
            assert "index.md" in page.fetched, name
            assert "index.md" in page.links, name


def test_all_that_a_page_says_is_in_its_markdown_in_the_same_order(html_pages: list[Path]) -> None:
    for page in html_pages:
        text = " ".join(markdown_of(page).replace("\\", "").split())
        at = 0
        for said in texts_of(page):
            said = said.replace("\\", "")
            place = text.find(said, at)
            assert place >= 0, f"{page}: {said!r}"
            at = place + len(said)


def test_an_entry_is_told_with_its_answer_and_the_addresses_of_its_sources(site: Path) -> None:
    dataset = real_data()
    for entry in dataset:
        text = markdown_of(site / address_of(entry) / "index.html")
        assert text.startswith("# ")
        assert typographic(" ".join((entry.answer or "").split())) in text.replace("\\", "")
        for source in entry.sources:
            url = dataset.cited(source).source.url
            assert not url or url in text or f"{url}/" in text, f"{entry.id}: {url}"


def test_no_markup_of_the_site_is_left(html_pages: list[Path]) -> None:
    for page in html_pages:
        text = CODE.sub("", markdown_of(page))
        left = [mark for mark in ("<div", "<span", "<svg", "<script", "<!--", "[[", "{:", "{{", "{#") if mark in text]
        assert left == [], page


def test_every_link_of_the_markdown_leads_to_a_page_and_its_place(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for page in sorted(site.rglob("index.md")):
        links = [target or address for target, address in LINK.findall(page.read_text(encoding="utf-8"))]
        assert links
        for link in links:
            if not link.startswith(SITE_URL):
                if urlsplit(link).scheme != "https":
                    broken.append(f"{page}: {link}")
                continue
            path, anchor = target_of("index.html", link.removeprefix(SITE_URL) or "./")
            if not (site / path).is_file() or (anchor and anchor not in pages[path].ids):
                broken.append(f"{page}: {link}")
    assert broken == []


def test_the_markdown_of_a_page_says_where_it_is_from(site: Path) -> None:
    last = markdown_of(site / "treaties/inf-treaty/index.html").splitlines()[-1]
    assert f"<{SITE_URL}treaties/inf-treaty/>" in last
    assert re.search(r"data of \d{4}\.\d{2}\.\d{2}, \[CC BY 4\.0\]", last)


# llms.txt


def test_llms_txt_has_the_form_of_its_convention(site: Path) -> None:
    blocks = (site / "llms.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert blocks[0] == "# Arms Control Reference"
    assert blocks[1].startswith("> ")
    sections, lists = blocks[3::2], blocks[4::2]
    assert not blocks[2].startswith(("#", "-", ">"))
    assert all(heading.startswith("## ") for heading in sections)
    lines = [line for listed in lists for line in listed.split("\n")]
    assert [line for line in lines if not re.fullmatch(r"- \[.+?\]\(\S+\)(: .+)?", line)] == []


def test_llms_txt_lists_every_page_once(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    links = [link.removeprefix(SITE_URL) for link, _ in LINK.findall(text) if link.endswith("index.md")]
    assert sorted(links) == sorted(path.relative_to(site).as_posix() for path in site.rglob("index.md"))


def test_llms_txt_leads_only_to_what_is_there(site: Path) -> None:
    links = [link for link, _ in LINK.findall((site / "llms.txt").read_text(encoding="utf-8"))]
    assert [link for link in links if not (site / link.removeprefix(SITE_URL)).is_file()] == []


# What a page is shared with


class _Meta(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.given: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name not in self.given, f"{name} is there twice"
            self.given[name] = given.get("content") or ""


def meta_of(page: Path) -> dict[str, str]:
    parser = _Meta()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.given


def test_every_page_is_shared_with_its_own_address_and_a_picture_that_is_there(
    site: Path, html_pages: list[Path]
) -> None:
    for page in html_pages:
        meta = meta_of(page)
        folder = page.parent.relative_to(site).as_posix()
        assert meta["og:url"] == SITE_URL + ("" if folder == "." else f"{folder}/")
        assert (site / meta["og:image"].removeprefix(SITE_URL)).is_file()
        assert all(meta[name] for name in ("og:title", "og:description", "og:type", "og:site_name", "twitter:card"))


def test_an_entry_is_shared_with_its_answer_and_the_picture_of_its_kind(site: Path) -> None:
    for entry in real_data():
        meta = meta_of(site / address_of(entry) / "index.html")
        assert meta["og:image"] == f"{SITE_URL}assets/cards/{entry.kind}.png"
        assert meta["og:description"] == meta["description"]
        assert meta["og:type"] == "article"


def test_the_front_page_is_shared_under_the_name_of_the_site(site: Path) -> None:
    assert meta_of(site / "index.html")["og:title"] == "Arms Control Reference"


def test_hostile_text_is_inert_where_a_page_is_shared_and_in_its_markdown(tmp_path: Path, build: Build) -> None:
    hostile = TERM.replace("[[evil|EVIL]]", "").replace("EVIL", f'x"> {HOSTILE}')
    built = build(ARMSREF_DATA=str(write_data(tmp_path / "data", {"glossary.yml": hostile})))
    assert built.returncode == 0, built.stdout + built.stderr
    page = tmp_path / "site/glossary/evil/index.html"
    assert "<script>alert(1)</script>" in meta_of(page)["og:title"]
    assert "<script>alert(1)</script>" in meta_of(page)["og:description"]
    assert parse(page).handlers == []
    tokens = MarkdownIt("commonmark").parse(markdown_of(page))
    inline = [child for token in tokens for child in token.children or ()]
    assert not {token.type for token in (*tokens, *inline)} & {"html_block", "html_inline", "image", "code_block"}
    assert [token.attrs for token in inline if "javascript" in str(token.attrs.get("href"))] == []
    assert "7006652" not in markdown_of(page)
