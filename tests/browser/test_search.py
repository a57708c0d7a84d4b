"""The search box: an entry by any of its names, in any script, while one types."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from armsref.model.addresses import address_of
from armsref.model.names import folded, names_of
from tests.built import real_data
from tools.bench_search import queries

FIRST = """async (queries) => {
  const { prepared, ranked } = await import("/assets/rank.js");
  const load = async (file) => (await fetch(`/assets/search/${file}.json`)).json();
  const [names, texts] = await Promise.all([load("names"), load("texts")]);
  const known = prepared(names, texts);
  return queries.map((query) => ranked(known, query)[0]?.entry.u ?? null);
}"""
ANSWERED = """async (queries) => {
  const { answered, prepared } = await import("/assets/rank.js");
  const load = async (file) => (await fetch(`/assets/search/${file}.json`)).json();
  const known = prepared(await load("names"), await load("texts"));
  return queries.map((query) => {
    const { found, meant } = answered(known, query);
    return { meant, found: found.map(({ entry }) => entry.u.split("/")[1]), said: found[0]?.said };
  });
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


def answers(tab: Tab, *queries: str) -> list[dict[str, Any]]:
    tab.goto("about/")
    return list(tab.evaluate(ANSWERED, list(queries)))


def test_queries_of_every_kind_are_answered_first(tab: Tab) -> None:
    asked = queries()
    found = [answer["found"] for answer in answers(tab, *(query.text for query in asked))]
    kinds: dict[str, list[bool]] = {}
    for query, ids in zip(asked, found, strict=True):
        kinds.setdefault(query.kind, []).append(bool(query.expected & {*ids[:1]}))
    shares = {kind: sum(first) / len(first) for kind, first in kinds.items()}
    assert {kind: share for kind, share in shares.items() if share < 0.85} == {}
    assert sum(sum(first) for first in kinds.values()) >= 0.95 * len(asked)
    assert sum(not ids for ids in found) < 0.01 * len(asked)


def test_every_expected_entry_exists() -> None:
    known = {entry.id for entry in real_data()}
    assert {entry_id for query in queries() for entry_id in query.expected} <= known


def test_a_mistake_finds_the_name_and_says_what_may_have_been_meant(tab: Tab) -> None:
    (answer,) = answers(tab, "oreshnk")
    assert answer["found"][0] == "oreshnik"
    assert answer["meant"] == "Oreshnik"


def test_what_is_rightly_written_asks_for_nothing_else(tab: Tab) -> None:
    assert [answer["meant"] for answer in answers(tab, "INF", "kapustin yar", "Gorbachev")] == ["", "", ""]


def test_a_wrong_number_is_no_mistake(tab: Tab) -> None:
    (answer,) = answers(tab, "SS-81")
    assert answer["meant"] == ""


def test_a_short_word_does_not_hide_what_the_others_find(tab: Tab) -> None:
    first = [answer["found"][0] for answer in answers(tab, "is an ICBM", "the INF", "on the NPT")]
    assert first == ["intercontinental-ballistic-missile", "inf-treaty", "npt"]


def test_a_day_finds_its_events_and_then_its_acts(tab: Tab) -> None:
    (answer,) = answers(tab, "what happened on 5 February 2026")
    assert answer["found"][:2] == ["new-start-expires-2026", "new-start"]


def test_an_act_is_found_by_its_year(tab: Tab) -> None:
    (answer,) = answers(tab, "treaties signed in 1968")
    assert answer["found"][0] == "npt"
    assert answer["said"].startswith("signed by the United States")


@pytest.mark.parametrize("query", ["MIRV vs MRV", "MIRV or MRV", "what is the difference between MIRV and MRV?"])
def test_two_that_are_compared_both_come_first(tab: Tab, query: str) -> None:
    (answer,) = answers(tab, query)
    assert answer["found"][:2] == ["mirv", "mrv"]


# The page of results


def test_enter_lists_the_results_of_what_is_no_name(tab: Tab) -> None:
    tab.goto("./")
    tab.get_by_role("combobox").fill("which treaty bans landmines")
    expect(tab.get_by_role("option").last).to_contain_text("All results")
    tab.get_by_role("combobox").press("Enter")
    tab.wait_for_url("**/search/?q=which+treaty+bans+landmines")
    expect(tab.locator(".results li a").first).to_have_text("Ottawa Convention")


def test_results_can_be_limited_to_a_kind_and_shared(tab: Tab) -> None:
    tab.goto("search/?q=hypersonic")
    kinds = tab.get_by_role("navigation", name="Kinds")
    kinds.get_by_role("link", name="Weapons").click()
    tab.wait_for_url("**/search/?q=hypersonic&kind=weapons")
    tab.reload()
    expect(kinds.get_by_role("link", name="Weapons")).to_have_attribute("aria-current", "true")
    for link in tab.locator(".results li a").all():
        assert "/weapons/" in (link.get_attribute("href") or "")
    tab.go_back()
    expect(kinds.get_by_role("link", name="All")).to_have_attribute("aria-current", "true")


def test_a_suggestion_is_a_link_to_its_own_results(tab: Tab) -> None:
    tab.goto("search/?q=oreshnk")
    tab.locator(".results").get_by_role("link", name="Oreshnik", exact=True).first.click()
    tab.wait_for_url("**/search/?q=Oreshnik")
    expect(tab.locator(".results [role=status]")).to_contain_text("for “Oreshnik”")


def test_the_results_follow_what_is_typed(tab: Tab) -> None:
    tab.goto("search/")
    tab.locator(".results input").fill("zzzzqqq")
    expect(tab.locator(".results [role=status]")).to_contain_text("Nothing found")
    tab.locator(".results input").fill("Sarmat")
    expect(tab.locator(".results li a").first).to_have_text("Sarmat")
    assert tab.url.endswith("/search/?q=Sarmat")


def test_the_box_leads_to_the_results_before_its_script_has_come(tab: Tab) -> None:
    tab.route("**/assets/site.js", lambda route: route.abort())
    tab.goto("weapons/oreshnik/")
    tab.get_by_role("searchbox").or_(tab.get_by_role("combobox")).fill("Sarmat")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/?q=Sarmat")


def test_without_a_script_the_page_of_results_leads_to_the_lists(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("search/?q=Sarmat")
        expect(page.locator(".results")).to_contain_text("needs JavaScript")
        expect(page.locator(".results").get_by_role("link", name="weapons")).to_be_visible()
