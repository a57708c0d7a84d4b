"""The answer that a link to an entry shows, and when its file is fetched."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Route, expect
from playwright.sync_api import Page as Tab

from armsref.model.addresses import SECTIONS
from tests.built import TOP

FILES = "**/assets/answers/entries/*.json"
WEAPON = "weapons/oreshnik/"


def treaty_link(tab: Tab) -> Locator:
    return tab.locator("article a[href$='/inf-treaty/']").first


@pytest.fixture
def asked(tab: Tab) -> list[str]:
    """The sections whose files a tab asked for, in order."""
    sections: list[str] = []

    def note(url: str) -> None:
        if found := re.search(r"/assets/answers/entries/(\w+)\.json$", url):
            sections.append(found[1])

    tab.on("request", lambda request: note(request.url))
    return sections


def test_hover_shows_the_answer_of_a_link_and_escape_hides_it(tab: Tab) -> None:
    tab.goto(WEAPON)
    treaty_link(tab).hover()
    box = tab.get_by_role("tooltip")
    expect(box).to_contain_text("Banned")
    tab.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_leaving_a_link_hides_its_answer(tab: Tab) -> None:
    tab.goto(WEAPON)
    treaty_link(tab).hover()
    expect(tab.get_by_role("tooltip")).to_be_visible()
    tab.get_by_role("heading", level=1).hover()
    expect(tab.get_by_role("tooltip")).to_be_hidden()


def test_focus_by_keyboard_shows_the_answer_and_names_it_to_a_screen_reader_until_it_is_left(tab: Tab) -> None:
    tab.goto(WEAPON)
    link = treaty_link(tab)
    link.focus()
    expect(tab.get_by_role("tooltip")).to_contain_text("Banned")
    expect(link).to_have_attribute("aria-describedby", "answer")
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("tooltip")).to_be_hidden()
    expect(link).not_to_have_attribute("aria-describedby", "answer")
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    expect(link).to_have_attribute("aria-describedby", "answer")


def test_the_answers_of_a_section_are_fetched_once_and_by_the_first_link_that_is_looked_at(
    tab: Tab, asked: list[str]
) -> None:
    tab.goto(WEAPON, wait_until="networkidle")
    assert asked == []
    box = tab.get_by_role("tooltip")
    for section in ("treaties", "glossary"):
        links = tab.locator(f"article a[href^='../../{section}/']:visible")
        for number in (0, 1):
            links.nth(number).focus()
            expect(box).to_be_visible()
    treaty_link(tab).focus()
    expect(box).to_contain_text("Banned")
    assert asked == ["treaties", "glossary"]


def test_a_link_that_is_left_before_its_answer_came_shows_nothing(tab: Tab) -> None:
    waiting: list[Route] = []
    tab.route(FILES, lambda route: waiting.append(route))
    tab.goto(WEAPON)
    with tab.expect_request(FILES):
        treaty_link(tab).hover()
    tab.get_by_role("heading", level=1).hover()
    with tab.expect_response(FILES):
        waiting[0].continue_()
    tab.wait_for_load_state("networkidle")
    expect(tab.locator("#answer")).to_be_hidden()
    expect(tab.locator("#answer")).to_be_empty()


def test_where_the_answers_cannot_be_had_links_are_links_and_the_next_look_asks_again(
    tab: Tab, context: BrowserContext
) -> None:
    context.route(FILES, lambda route: route.fulfill(status=500))
    tab.goto(WEAPON)
    with tab.expect_response(FILES):
        treaty_link(tab).focus()
    expect(tab.locator("#answer")).to_be_hidden()
    context.unroute(FILES)
    treaty_link(tab).blur()
    treaty_link(tab).focus()
    expect(tab.get_by_role("tooltip")).to_contain_text("Banned")


@pytest.mark.parametrize(
    ("path", "links"),
    [("./", ".in-force a"), ("treaties/", "tbody th a"), ("timeline/", "tbody th a"), ("states/ru/", ".siblings a")],
)
def test_a_link_of_any_list_at_any_depth_shows_the_answer(tab: Tab, path: str, links: str) -> None:
    tab.goto(path)
    tab.locator(f"article {links}:visible").first.hover()
    expect(tab.get_by_role("tooltip")).not_to_be_empty()


def test_links_to_other_pages_and_to_places_on_the_page_show_nothing(tab: Tab, asked: list[str]) -> None:
    tab.goto(WEAPON)
    for links in (".sections-nav > ul > li > a", ".crumbs a", ".contents a", "article sup a"):
        tab.locator(links).last.hover()
    tab.wait_for_load_state("networkidle")
    expect(tab.locator("#answer")).to_be_hidden()
    assert asked == []


def test_an_entry_that_the_search_found_tells_its_answer_itself(tab: Tab, asked: list[str]) -> None:
    tab.goto(WEAPON)
    tab.get_by_role("combobox").first.fill("INF Treaty")
    option = tab.get_by_role("option").first
    option.hover()
    expect(option).to_contain_text("Banned")
    expect(tab.locator("#answer")).to_be_hidden()
    assert asked == []


def test_the_sections_are_those_of_the_site() -> None:
    script = (TOP / "docs/assets/answers.js").read_text(encoding="utf-8")
    (listed,) = re.findall(r"SECTIONS = new Set\(\[(.*)\]\)", script)
    assert {name.strip(' "') for name in listed.split(",")} == set(SECTIONS.values())
