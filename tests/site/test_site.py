"""The site of the real data, as files."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from armsref.history.release import version_of
from armsref.model.addresses import address_of
from armsref.model.names import names_of
from armsref.prose.texts import typographic
from tests.built import TOP, real_data
from tests.site.pages import Page, parse
from tests.site.test_bad_input import build_project, project
from tests.site.test_properdocs import DATA as SMALL

INDEXES = ("", "treaties/", "weapons/", "glossary/", "events/", "organisations/", "states/", "about/", "about/method/")
DATA = TOP / "data"


def target_of(page: str, link: str) -> tuple[str, str]:
    """The file that a link leads to, and the anchor in it."""
    parts = urlsplit(link)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    if posixpath.splitext(path)[1] == "":  # a folder's address, with or without its slash
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)


def is_internal(link: str) -> bool:
    return not urlsplit(link).scheme and not link.startswith("//")


def test_every_entry_has_a_page(site: Path) -> None:
    missing = [entry.id for entry in real_data() if not (site / address_of(entry) / "index.html").is_file()]
    assert missing == []


def test_every_index_and_the_404_page_exist(site: Path) -> None:
    wanted = [site / f"{index}index.html" for index in INDEXES] + [site / "404.html"]
    assert [path for path in wanted if not path.is_file()] == []


def test_every_entry_is_reached_from_the_index_of_its_kind(pages: dict[str, Page]) -> None:
    for entry in real_data():
        section = posixpath.dirname(address_of(entry).rstrip("/"))
        index = pages[f"{section}/index.html"]
        assert any(
            target_of(f"{section}/index.html", link)[0] == f"{address_of(entry)}index.html" for link in index.links
        )


def test_no_internal_link_or_anchor_is_broken(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue  # its links begin at the site's root, for it is served at any address
        for link in filter(is_internal, page.links + page.fetched):
            path, anchor = target_of(name, link)
            whole = (site / path).is_file()
            if not whole or (anchor and anchor not in pages[path].ids):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_the_links_of_the_404_page_lead_to_pages(site: Path, pages: dict[str, Page]) -> None:
    links = [link for link in pages["404.html"].links + pages["404.html"].fetched if link.startswith("/")]
    assert links
    assert [link for link in links if not (site / target_of("", link.lstrip("/") or "./")[0]).exists()] == []


def test_ids_are_unique_on_each_page(pages: dict[str, Page]) -> None:
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []


def test_a_page_fetches_nothing_from_another_host(pages: dict[str, Page]) -> None:
    assert [f"{name}: {link}" for name, page in pages.items() for link in page.fetched if not is_internal(link)] == []


def test_links_to_other_hosts_are_https(pages: dict[str, Page]) -> None:
    outside = [(name, link) for name, page in pages.items() for link in page.links if not is_internal(link)]
    assert outside
    assert [each for each in outside if not each[1].startswith("https://")] == []


def test_no_page_shows_markup_that_was_meant_to_be_rendered(pages: dict[str, Page]) -> None:
    left = [name for name, page in pages.items() for mark in ("{{", "}}", "[[", "{:", "{#", "](") if mark in page.prose]
    assert left == []


def test_no_page_has_inline_scripts_or_handlers(pages: dict[str, Page]) -> None:
    assert [
        name for name, page in pages.items() if page.handlers or any(script.strip() for script in page.scripts)
    ] == []


def test_no_link_carries_the_answer_of_an_entry(pages: dict[str, Page]) -> None:
    assert [f"{name}: {link}" for name, page in pages.items() for link in page.titled] == []


def test_the_answer_of_every_entry_is_in_the_file_of_its_section(site: Path) -> None:
    folder = site / "assets/answers/entries"
    answers = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    told = {f"{section}/{entry_id}/" for section, of_section in answers.items() for entry_id in of_section}
    assert told == {address_of(entry) for entry in real_data()}
    assert all(answer for of_section in answers.values() for answer in of_section.values())


def test_the_search_files_hold_every_name_of_every_entry(site: Path) -> None:
    records = {record["u"]: record for record in json.loads((site / "assets/search/names.json").read_text("utf-8"))}
    for entry in real_data():
        record = records[address_of(entry)]
        printed = {typographic(name) for name in (record["t"], *record["n"])}
        assert {typographic(name.surface) for name in names_of(entry)} <= printed


def test_a_page_says_where_its_data_is_edited(tmp_path: Path) -> None:
    top = project(tmp_path / "project", SMALL)
    built = build_project(top, REPO_URL="https://example.org/owner/name")
    assert built.returncode == 0, built.stdout + built.stderr
    for address, line in {"treaties/ban": "treaties/ban.yml#L2", "glossary/range": "glossary.yml#L3"}.items():
        links = parse(top / f"site/{address}/index.html").links
        assert f"https://example.org/owner/name/edit/main/data/{line}" in links


def test_every_page_names_the_version_of_the_data_and_where_its_changes_are_told(pages: dict[str, Page]) -> None:
    version = version_of(DATA)
    assert [name for name, page in pages.items() if f", version {version}" not in page.text] == []
    assert [name for name, page in pages.items() if not any(link.endswith("feed.xml") for link in page.fetched)] == []


def test_an_entry_is_cited_with_the_version_on_its_page_and_in_its_files(site: Path, pages: dict[str, Page]) -> None:
    cited = f"INF Treaty. In Arms Control Reference (Version {version_of(DATA)})."
    page = pages["treaties/inf-treaty/index.html"]
    assert cited in page.text
    assert cited in page.verbatim
    assert version_of(DATA) in (site / "treaties/inf-treaty/cite.bib").read_text("utf-8")


def test_without_a_repository_a_page_names_its_file(pages: dict[str, Page]) -> None:
    page = pages["treaties/inf-treaty/index.html"]
    assert "data/treaties/inf-treaty.yml" in page.text
    assert not any("/edit/" in link for link in page.links)


def test_an_entry_s_page_holds_its_linked_data_and_no_list_does(site: Path, pages: dict[str, Page]) -> None:
    for entry in real_data():
        (told,) = pages[f"{address_of(entry)}index.html"].linked_data
        assert json.loads(told)["@id"].endswith(f"/{address_of(entry)}#entry")
    assert pages["treaties/index.html"].linked_data == []


def test_the_address_of_an_entry_in_linked_data_leads_to_its_heading(pages: dict[str, Page]) -> None:
    assert all("entry" in pages[f"{address_of(entry)}index.html"].ids for entry in real_data())


def test_the_page_about_names_who_stands_behind_the_site_only_where_configuration_says_it(site: Path) -> None:
    html = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert "Who stands behind it" not in html
    assert "What it does not do" in html
