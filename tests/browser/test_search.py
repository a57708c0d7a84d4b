"""The search box: an entry by any of its names, in any script, while one types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from armsref.model.addresses import address_of
from armsref.model.names import folded, names_of
from tests.built import real_data

FIRST = """async (queries) => {
  const { prepared, ranked } = await import("/assets/rank.js");
  const load = async (file) => (await fetch(`/assets/search/${file}.json`)).json();
  const [names, texts] = await Promise.all([load("names"), load("texts")]);
  const known = prepared(names, texts);
  return queries.map((query) => ranked(known, query)[0]?.entry.u ?? null);
}"""


def test_every_name_of_every_entry_finds_it_first(tab: Tab) -> None:
    bearers: dict[str, set[str]] = {}
    for entry in real_data():
        for name in names_of(entry):
            bearers.setdefault(folded(name.surface), set()).add(address_of(entry))
    tab.goto("about/")
    queries = list(bearers)
    found = tab.evaluate(FIRST, queries)
    assert {query: got for query, got in zip(queries, found, strict=True) if got not in bearers[query]} == {}


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("INF", "treaties/inf-treaty/"),
        ("inf tr", "treaties/inf-treaty/"),
        ("ДРСМД", "treaties/inf-treaty/"),
        ("РС-28", "weapons/rs-28-sarmat/"),
        ("9М729", "weapons/9m729/"),
        ("9m729", "weapons/9m729/"),
        ("SSC8", "weapons/9m729/"),
        ("ss 20", "weapons/rsd-10-pioneer/"),
        ("орешник", "weapons/oreshnik/"),
        ("launch notice", "glossary/launch-notification/"),
        ("new start", "treaties/new-start/"),
        ("pershing 2", "weapons/pershing-ii/"),
    ],
)
def test_what_a_reader_types_finds_what_is_meant(tab: Tab, typed: str, leads_to: str) -> None:
    tab.goto("./")
    tab.get_by_role("combobox").fill(typed)
    first = tab.get_by_role("option").first
    expect(first).to_be_visible()
    assert (first.get_by_role("link", include_hidden=True).get_attribute("href") or "").endswith(leads_to)


def test_a_result_shows_its_kind_its_status_and_its_answer(tab: Tab) -> None:
    tab.goto("./")
    tab.get_by_role("combobox").fill("New START")
    first = tab.get_by_role("option").first
    expect(first).to_contain_text("Treaty")
    expect(first).to_contain_text("Expired on 5 February 2026")
    answer = real_data()["new-start"].answer
    expect(first).to_contain_text(answer or "")


def test_the_search_works_by_keyboard_from_any_page(tab: Tab) -> None:
    tab.goto("weapons/oreshnik/")
    tab.keyboard.press("/")
    tab.keyboard.type("Hague Code")
    box = tab.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-activedescendant", "search-top-found-0")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/treaties/hague-code-of-conduct/")


def test_the_arrows_choose_and_escape_closes(tab: Tab) -> None:
    tab.goto("./")
    box = tab.get_by_role("combobox")
    box.fill("hypersonic")
    expect(tab.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(tab.get_by_role("option").nth(1)).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_the_text_of_an_entry_is_searched_after_its_names(tab: Tab) -> None:
    tab.goto("./")
    tab.get_by_role("combobox").fill("kapustin")
    expect(tab.get_by_role("option").first).to_be_visible()


def test_nothing_found_is_said_in_words(tab: Tab) -> None:
    tab.goto("./")
    tab.get_by_role("combobox").fill("zzzzqqq")
    expect(tab.locator(".search__count")).to_contain_text("Nothing found")


def test_a_missing_page_offers_the_search(tab: Tab) -> None:
    response = tab.goto("treaties/no-such-treaty/")
    assert response and response.status == 404
    tab.get_by_role("combobox").fill("INF Treaty")
    tab.get_by_role("option").first.click()
    tab.wait_for_url("**/treaties/inf-treaty/")


def test_enter_opens_what_the_arrows_chose(tab: Tab) -> None:
    tab.goto("./")
    box = tab.get_by_role("combobox")
    box.fill("hypersonic")
    third = tab.get_by_role("option").nth(2)
    expect(third).to_be_visible()
    leads_to = third.get_by_role("link", include_hidden=True).get_attribute("href") or ""
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    tab.wait_for_url(f"**/{leads_to.removeprefix('./')}")


def test_names_are_found_though_the_texts_did_not_come(tab: Tab) -> None:
    tab.route("**/texts.json", lambda route: route.abort())
    tab.goto("./")
    tab.get_by_role("combobox").fill("Oreshnik")
    expect(tab.get_by_role("option").first).to_contain_text("Oreshnik")


def test_the_search_tries_again_after_a_failure(tab: Tab) -> None:
    tab.route("**/names.json", lambda route: route.abort())
    tab.goto("./")
    box = tab.get_by_role("combobox")
    box.fill("Oresh")
    expect(tab.locator(".search__count")).to_contain_text("could not be loaded")
    tab.unroute("**/names.json")
    box.fill("Oreshnik")
    expect(tab.get_by_role("option").first).to_contain_text("Oreshnik")
