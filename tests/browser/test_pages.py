"""Pages as they are read: lists, answers on links, colours, narrow screens, without scripts, without other hosts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from tests.built import real_data

TEMPLATES = {
    "home": "./",
    "table": "weapons/",
    "agreements": "treaties/",
    "timeline": "events/",
    "alphabet": "glossary/",
    "states": "states/",
    "organisations": "organisations/",
    "text": "about/method/",
    "treaty": "treaties/open-skies-treaty/",
    "weapon": "weapons/oreshnik/",
    "term": "glossary/hypersonic-weapon/",
    "event": "events/oreshnik-strike-2024/",
    "organisation": "organisations/nuclear-risk-reduction-centers/",
    "state": "states/ru/",
    "in force": "in-force/",
    "coverage": "coverage/",
    "who is in what": "membership/",
    "launch notice": "launch-notice/",
    "tests and uses": "launches/",
    "agreements through time": "timeline/",
    "data quality": "about/data-quality/",
    "read": "read/",
    "on your own site": "read/elsewhere/",
    "API": "data/api/",
    "data": "data/",
    "missing": "no-such-page/",
}

# What moved without the reader's doing, once the page was first drawn.
SHIFTED = """() => new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => resolve(
    list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML?.slice(0, 80)))
  ));
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve([]), 500);
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)
def test_axe_finds_no_violation(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark" if scheme == "dark" else "light")
    tab = context.new_page()
    tab.goto(path)
    results = Axe().run(tab)
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)
def test_no_page_scrolls_sideways(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(path)
    wide, seen = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    context.close()
    assert wide <= seen


@pytest.mark.parametrize("path", TEMPLATES.values(), ids=TEMPLATES)
def test_no_request_goes_to_another_host(context: BrowserContext, address: str, path: str) -> None:
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path, wait_until="networkidle")
    if tab.get_by_role("combobox").count():
        tab.get_by_role("combobox").first.fill("INF")
        expect(tab.get_by_role("option").first).to_be_visible()
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("path", ["treaties/", "weapons/", "glossary/", "events/", "organisations/", "states/"])
def test_a_list_is_complete_without_scripts(browser: Browser, address: str, path: str) -> None:
    plain = browser.new_context(base_url=address, java_script_enabled=False)
    without = plain.new_page()
    without.goto(path)
    rows = without.locator("[data-names]")
    count = rows.count()
    assert count > 0
    assert all(rows.nth(index).is_visible() for index in range(count))
    assert without.get_by_role("combobox").count() == 0
    plain.close()


def test_a_table_filters_by_status_and_says_how_many_are_left(tab: Tab) -> None:
    tab.goto("treaties/")
    total = tab.locator("tbody tr").count()
    tab.get_by_role("combobox", name="Status", exact=True).select_option("Ended")
    expect(tab.locator("tbody tr:visible")).not_to_have_count(total)
    shown = tab.locator("tbody tr:visible").count()
    assert 0 < shown < total
    expect(tab.locator("form.filters [role=status]")).to_have_text(f"{shown} of {total} agreements")
    expect(tab.locator("tbody tr:visible").get_by_role("link", name="INF Treaty")).to_be_visible()


def test_the_address_keeps_the_filters(tab: Tab) -> None:
    tab.goto("weapons/")
    total = tab.locator("tbody tr").count()
    tab.get_by_role("combobox", name="Country", exact=True).select_option("France")
    expect(tab).to_have_url(re.compile(r"/weapons/\?country=France$"))
    shown = tab.locator("tbody tr:visible").count()
    assert 0 < shown < total
    tab.reload()
    expect(tab.locator("tbody tr:visible")).to_have_count(shown)


def test_a_list_filters_by_any_name(tab: Tab) -> None:
    tab.goto("weapons/")
    tab.get_by_label("Name").fill("сармат")
    expect(tab.locator("tbody tr:visible")).to_have_count(1)
    expect(tab.locator("tbody tr:visible")).to_contain_text("Sarmat")


def test_the_glossary_filters_and_hides_letters_without_terms(tab: Tab) -> None:
    tab.goto("glossary/")
    tab.get_by_label("Name").fill("ICBM")
    expect(tab.locator("li:visible", has_text="Intercontinental ballistic missile")).to_be_visible()
    expect(tab.get_by_role("heading", name="A", exact=True)).to_be_hidden()


def test_a_table_sorts_by_keyboard(tab: Tab) -> None:
    tab.goto("treaties/")
    head = tab.get_by_role("columnheader", name="Signed")
    head.get_by_role("button").focus()
    tab.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    signed = tab.locator("tbody td[data-label=Signed]").evaluate_all("cells => cells.map((cell) => cell.dataset.sort)")
    assert signed == sorted(signed)
    tab.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")


def test_the_colours_follow_the_choice_of_the_reader_and_stay(tab: Tab) -> None:
    tab.goto("./")
    tab.get_by_role("button", name="Show the dark colours").click()
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.goto("treaties/")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    expect(tab.get_by_role("button", name="Show the light colours")).to_be_visible()


def test_an_entry_leads_to_the_one_before_and_after_it(tab: Tab) -> None:
    tab.goto("weapons/oreshnik/")
    siblings = tab.get_by_role("navigation", name="Entries before and after")
    siblings.get_by_role("link").last.click()
    tab.wait_for_url(lambda url: not url.endswith("/weapons/oreshnik/"))
    siblings.get_by_role("link").first.click()
    tab.wait_for_url("**/weapons/oreshnik/")


def test_the_breadcrumbs_lead_back_to_the_list(tab: Tab) -> None:
    tab.goto("weapons/oreshnik/")
    tab.get_by_role("navigation", name="Breadcrumbs").get_by_role("link", name="Weapons").click()
    tab.wait_for_url("**/weapons/")


def test_the_front_page_shows_what_is_in_force(tab: Tab) -> None:
    tab.goto("./")
    current = (
        tab.locator("section, div", has=tab.get_by_role("heading", name="In force today")).locator(".in-force").first
    )
    expect(current.get_by_role("link", name="Open Skies Treaty")).to_be_visible()
    expect(current.get_by_role("link", name="New START")).to_have_count(0)


def test_print_leaves_out_what_only_a_screen_needs(tab: Tab) -> None:
    tab.goto("weapons/oreshnik/")
    tab.emulate_media(media="print")
    expect(tab.locator("article h1")).to_be_visible()
    for part in (".masthead", ".contents", ".siblings"):
        expect(tab.locator(part)).to_be_hidden()


@pytest.mark.parametrize(("path", "order"), [("events/", "Oldest first"), ("glossary/", "Z to A")])
def test_a_grouped_list_is_turned_round(tab: Tab, path: str, order: str) -> None:
    tab.goto(path)
    before = tab.locator("li[data-names] > a").all_inner_texts()
    tab.get_by_role("combobox", name="Order", exact=True).select_option(order)
    assert tab.locator("li[data-names] > a").all_inner_texts() == before[::-1]


def test_a_table_sorts_on_a_narrow_screen(browser: Browser, address: str) -> None:
    narrow = browser.new_context(base_url=address, viewport={"width": 320, "height": 800})
    tab = narrow.new_page()
    tab.goto("treaties/")
    tab.get_by_role("combobox", name="Order", exact=True).select_option("Signed")
    signed = tab.locator("tbody td[data-label=Signed]").evaluate_all("cells => cells.map((cell) => cell.dataset.sort)")
    narrow.close()
    assert signed == sorted(signed)


def test_a_long_table_is_printed_whole(tab: Tab) -> None:
    tab.goto("membership/")
    tab.emulate_media(media="print")
    table = tab.get_by_role("group", name="States by agreements")
    whole, shown = table.evaluate("(box) => [box.scrollHeight, box.clientHeight]")
    assert whole <= shown + 1


@pytest.mark.parametrize(
    ("path", "label", "value"), [("weapons/", "Kind", "Cruise missile"), ("events/", "Topic", "Space")]
)
def test_a_list_filters_by_kind_and_topic(tab: Tab, path: str, label: str, value: str) -> None:
    tab.goto(path)
    rows = tab.locator("[data-names]")
    tab.get_by_role("combobox", name=label, exact=True).select_option(value)
    shown = tab.locator("[data-names]:visible")
    assert 0 < shown.count() < rows.count()
    key = label.lower()
    assert all(value in (each or "") for each in shown.evaluate_all(f"rows => rows.map((row) => row.dataset.{key})"))


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_on_a_phone_one_button_opens_the_sections_and_the_tools(browser: Browser, address: str, script: bool) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=script)
    tab = context.new_page()
    tab.goto(f"{address}weapons/oreshnik/")
    sections = tab.locator(".sections-nav")
    expect(sections).to_be_hidden()
    tab.get_by_role("button", name="Menu").click()
    expect(sections.get_by_role("link", name="Weapons")).to_have_attribute("aria-current", "true")
    sections.get_by_text("Tools").click()
    expect(sections.get_by_role("link", name="Timeline")).to_be_visible()
    context.close()


def test_at_a_desk_at_most_six_sections_and_the_tools_stand_in_one_line(tab: Tab) -> None:
    tab.goto("weapons/oreshnik/")
    links = tab.locator(".sections-nav > ul > li")
    assert links.count() <= 7
    tops = {round(box["y"]) for box in (link.bounding_box() for link in links.all()) if box}
    assert len(tops) == 1
    tab.locator(".sections-nav summary").press("Enter")
    expect(tab.get_by_role("link", name="Coverage")).to_be_visible()
    tab.locator(".sections-nav").get_by_role("link", name="Coverage").click()
    expect(tab).to_have_url(re.compile("/coverage/$"))


def test_a_link_at_the_head_of_a_page_opens_its_citation(tab: Tab) -> None:
    tab.goto("treaties/new-start/")
    tab.locator(".deeds").get_by_role("link", name="Cite").click()
    expect(tab.locator("#cite figure").first).to_be_visible()


def test_the_states_of_an_agreement_are_sought_filtered_and_sorted(tab: Tab) -> None:
    tab.goto("treaties/ottawa-convention/")
    rows = tab.locator(".participation tbody tr")
    left = [row for row in real_data().participation["ottawa-convention"] if row.left]
    tab.get_by_label("Standing").select_option("Left")
    expect(tab.locator(".participation tbody tr:visible")).to_have_count(len(left))
    tab.get_by_label("Standing").select_option("All")
    for name in ("bangla", "бангладеш"):
        tab.get_by_label("Name").fill(name)
        expect(rows.filter(visible=True)).to_have_count(1)
    tab.get_by_label("Name").fill("")
    tab.get_by_role("button", name="Bound").click()
    days = [row.get_attribute("data-sort") or "" for row in tab.locator(".participation td:nth-of-type(2)").all()]
    assert days == sorted(days)


@pytest.mark.parametrize("path", ["weapons/", "coverage/", "in-force/", "membership/", "glossary/", "events/", "read/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_scripts_come(tab: Tab, path: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(path)
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate(SHIFTED) == []


def test_when_a_state_left_is_told_on_a_narrow_screen_too(tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    tab.goto("treaties/ottawa-convention/")
    left = next(row for row in real_data().participation["ottawa-convention"] if row.left)
    row = tab.locator(".participation tbody tr", has=tab.get_by_role("link", name=real_data()[left.state].title))
    expect(row.get_by_text("Left on")).to_be_visible()
