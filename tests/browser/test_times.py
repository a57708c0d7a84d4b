"""The pages about time, worked by keyboard; what they answer is what the command line answers."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from armsref.cli.main import main
from armsref.law.coverage import coverage_of
from armsref.model import State, Treaty
from armsref.prose.membership import MEMBERS, membership_letter
from armsref.prose.texts import typographic
from tests.built import TOP, real_data


def asked(*arguments: str) -> object:
    """What the command line answers, as JSON."""
    result = CliRunner().invoke(main, [*arguments, "--format", "json", "--data", str(TOP / "data")])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def type_day(tab: Tab, iso: str) -> None:
    """Types a day into the date field, as a keyboard does: month, day, year in Chromium's own order."""
    year, month, day = iso.split("-")
    tab.locator("input[type=date]").focus()
    tab.keyboard.type(month + day + year)
    tab.keyboard.press("Tab")


def choice(tab: Tab, words: str) -> Locator:
    """The choice that a label names."""
    return tab.locator("label", has_text=re.compile(f"^{words}")).locator("select")


@pytest.mark.parametrize(
    ("treaty", "day"),
    [
        ("inf-treaty", "1988-05-31"),
        ("inf-treaty", "2019-03-10"),
        ("new-start", "2026-02-05"),
        ("new-start", "2026-02-06"),
        ("abm-treaty", "2002-06-13"),
    ],
)
def test_the_date_field_says_what_the_command_line_says(tab: Tab, treaty: str, day: str) -> None:
    tab.goto("in-force/")
    expect(tab.get_by_role("slider")).to_be_visible()
    type_day(tab, day)
    item = tab.locator(f"li[data-id={treaty}]")
    answer = asked("status", treaty, "--on", day)
    assert isinstance(answer, dict)
    expect(tab.locator(f"section:has(> ul > li[data-id={treaty}])")).to_have_attribute("data-status", answer["status"])
    expect(item).to_be_visible()
    assert f"on={day}" in tab.url


def test_the_slider_moves_by_keys_and_the_address_keeps_the_day(tab: Tab) -> None:
    tab.goto("in-force/?on=2019-08-01")
    slider = tab.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "1 August 2019")
    inf = tab.locator("section:has(> ul > li[data-id=inf-treaty])")
    expect(inf).to_have_attribute("data-status", "suspended")
    slider.focus()
    tab.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "2 August 2019")
    expect(inf).to_have_attribute("data-status", "ended")
    tab.reload()
    expect(tab.get_by_role("slider")).to_have_attribute("aria-valuetext", "2 August 2019")


def test_only_the_year_of_the_day_is_told(tab: Tab) -> None:
    tab.goto("in-force/?on=2019-08-02")
    expect(tab.locator("[data-year='2019']")).to_be_visible()
    expect(tab.locator("[data-year='2021']")).to_be_hidden()
    tab.get_by_role("button", name="A year on").press("Enter")
    expect(tab.locator("[data-year='2019']")).to_be_hidden()
    expect(tab.locator("[data-year='2020']")).to_be_visible()


def test_a_day_that_cannot_be_is_told_and_changes_nothing(tab: Tab) -> None:
    tab.goto("in-force/?on=2019-08-02")
    expect(tab.get_by_role("slider")).to_be_visible()
    tab.locator("input[type=date]").fill("1815-06-09")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("alert")).to_contain_text("Choose a day from")
    assert "on=2019-08-02" in tab.url
    tab.goto("in-force/?on=yesterday")
    expect(tab.get_by_role("slider")).to_have_attribute("aria-valuetext", _words(datetime.now(UTC)))


def _words(day: datetime) -> str:
    return f"{day.day} {day:%B %Y}"


@pytest.mark.parametrize("path", ["in-force/", "coverage/", "launch-notice/", "timeline/"])
def test_a_page_about_time_reads_in_full_without_scripts(browser: Browser, address: str, path: str) -> None:
    plain = browser.new_context(base_url=address, java_script_enabled=False)
    without = plain.new_page()
    without.goto(path)
    table = {"in-force/": "[data-id=inf-treaty]", "launch-notice/": "tr[data-rule]"}.get(path, "tbody tr")
    expect(without.locator(table).first).to_be_visible()
    assert without.locator("form:visible").count() == 0
    if path == "in-force/":
        expect(without.locator("[data-year='1988']")).to_be_visible()
    plain.close()


def test_a_cell_says_why_and_is_reached_by_arrow_keys(tab: Tab) -> None:
    tab.goto("coverage/?on=2018-01-01")
    expect(tab.get_by_role("slider")).to_be_visible()
    head = tab.locator("thead th[data-treaty]")
    column = [each.get_attribute("data-treaty") for each in head.all()].index("inf-treaty")
    row = tab.locator("tr[data-weapon='9m729']")
    tab.locator("tbody td").first.focus()
    for _ in range(
        tab.locator("tbody tr").evaluate_all("rows => rows.findIndex((row) => row.dataset.weapon === '9m729')")
    ):
        tab.keyboard.press("ArrowDown")
    for _ in range(column):
        tab.keyboard.press("ArrowRight")
    expect(row.locator("td").nth(column)).to_be_focused()
    answer = asked("covers", "9m729", "--on", "2018-01-01")
    assert isinstance(answer, list)
    reasons = {each["reason"] for each in answer if each["treaty"] == "inf-treaty" and each["verdict"] == "depends"}
    said = tab.locator(".why").inner_text()
    assert "9M729, INF Treaty – ban: depends." in said
    assert "commitment: depends." in said
    assert any(reason in said for reason in reasons)


def test_filters_narrow_the_matrix_and_the_address_keeps_them(tab: Tab) -> None:
    tab.goto("coverage/?on=2018-01-01")
    agreement = choice(tab, "Agreement")
    agreement.select_option(label="INF Treaty")
    expect(tab.locator("thead th[data-treaty]:visible")).to_have_count(1)
    verdict = choice(tab, "Verdict")
    verdict.select_option(label="Depends")
    expect(tab.locator("tr[data-weapon='9m729']")).to_be_visible()
    expect(tab.locator("tr[data-weapon='rs-28-sarmat']")).to_be_hidden()
    effect = choice(tab, "Effect")
    effect.focus()
    tab.keyboard.type("Ban")
    column = [each.get_attribute("data-treaty") for each in tab.locator("thead th[data-treaty]").all()].index(
        "inf-treaty"
    )
    cell = tab.locator("tr[data-weapon='9m729'] td").nth(column)
    expect(cell).to_have_text("◐ ban")
    expect(cell).to_have_attribute("aria-label", "ban: depends")
    assert "agreement=inf-treaty" in tab.url
    assert "verdict=depends" in tab.url
    assert "effect=ban" in tab.url
    tab.reload()
    expect(tab.locator("thead th[data-treaty]:visible")).to_have_count(1)


def test_before_its_first_recorded_act_a_weapon_has_no_verdict(tab: Tab) -> None:
    sentence = "Not yet recorded: what is recorded of Oreshnik begins with 21 November 2024."
    tab.goto("coverage/?on=1990-01-01")
    cell = tab.locator("tr[data-weapon=oreshnik] td").first
    expect(cell).to_have_text("–")
    expect(cell).to_have_attribute("aria-label", "not yet recorded")
    cell.click()
    expect(tab.locator(".why")).to_contain_text(sentence)
    tab.goto("launch-notice/?weapon=oreshnik&state=ru&on=1990-01-01&towards=sea&purpose=test")
    expect(tab.locator(".answers")).to_have_text(sentence)


@pytest.mark.parametrize(
    ("weapon", "state", "day", "towards", "purpose"),
    [
        ("oreshnik", "ru", "2024-11-21", "another-state", "combat"),
        ("oreshnik", "ru", "2024-11-21", "cn", "test"),
        ("rs-28-sarmat", "ru", "2022-04-20", "inside", "test"),
        ("avangard", "ru", "2018-12-26", "inside", "test"),
        ("kinzhal", "ru", "2022-03-18", "us", "combat"),
    ],
)
def test_the_launch_form_says_what_the_command_line_says(
    tab: Tab, weapon: str, state: str, day: str, towards: str, purpose: str
) -> None:
    tab.goto("launch-notice/")
    expect(tab.locator("select[name=weapon]")).to_be_visible()
    for name, value in {"weapon": weapon, "towards": towards, "purpose": purpose}.items():
        words = tab.locator(f"select[name={name}] option[value='{value}']").inner_text()
        tab.locator(f"select[name={name}]").focus()
        tab.keyboard.type(words)
        expect(tab.locator(f"select[name={name}]")).to_have_value(value)
    type_day(tab, day)
    expect(tab.locator("select[name=state]")).to_have_value(state)
    options = ["--on", day, "--state", state, "--purpose", purpose]
    answer = asked("covers", weapon, *options, "--towards", "ua" if towards == "another-state" else towards)
    assert isinstance(answer, list)
    headings = {
        "applies": "Notice was due",
        "depends": "It depends",
        "would apply": "Not in force at the time",
        "does not apply": "No notice was due",
    }
    for each in answer:
        rule = f"li[data-rule='{each['treaty']} {each['provision']}']"
        heading = tab.locator(f"h2:has(+ ul > {rule})")
        expect(heading).to_have_text(headings[each["verdict"]])
    assert f"weapon={weapon}" in tab.url


def test_only_those_that_have_a_weapon_launch_it(tab: Tab) -> None:
    tab.goto("launch-notice/?weapon=oreshnik")
    expect(tab.locator("select[name=state] option")).to_have_count(1)
    tab.locator("select[name=weapon]").select_option("tomahawk")
    assert tab.locator("select[name=state] option[value=ru]").count() == 0


def test_answers_that_cannot_be_had_leave_the_page_as_it_is(tab: Tab) -> None:
    tab.route("**/answers/**", lambda route: route.abort())
    tab.goto("in-force/")
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(tab.locator("li[data-id=inf-treaty]")).to_be_visible()


def test_bars_are_links_and_filter(tab: Tab) -> None:
    tab.goto("timeline/")
    rows = tab.locator("tbody tr")
    total = rows.count()
    choice(tab, "Status").select_option("Ended")
    assert 0 < tab.locator("tbody tr:visible").count() < total
    tab.locator("tbody tr:visible td a").first.press("Enter")
    expect(tab).to_have_url(re.compile("/treaties/"))


def test_drawings_follow_the_colours_of_the_page(browser: Browser, address: str) -> None:
    seen = []
    for scheme in ("light", "dark"):
        context = browser.new_context(base_url=address, color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto("treaties/inf-treaty/")
        seen.append(
            page.locator(".drawing svg path[stroke*=good]").first.evaluate("mark => getComputedStyle(mark).stroke")
        )
        context.close()
    assert seen[0] != seen[1]
    assert all(each.startswith("rgb(") for each in seen)


@pytest.mark.parametrize(
    ("asked", "item", "said"),
    [
        ("country=Russia&on=2019-03-01", "inf-treaty", "Russia: party since 26 December 1991"),
        ("country=Russia&on=2019-03-01", "open-skies-treaty", "Russia: party since 1 January 2002"),
        ("country=Russia&on=2022-01-01", "open-skies-treaty", "Russia: left on 18 December 2021"),
        ("country=United+States&on=2015-01-01", "open-skies-treaty", "United States: party since 1 January 2002"),
        ("country=United%20States&on=2015-01-01", "ctbt", "United States: signed, not bound"),
        ("country=Poland&on=2020-01-01", "ottawa-convention", "Poland: party since 1 June 2013"),
        ("country=Poland&on=2020-01-01", "inf-treaty", "Poland: not a party"),
        ("country=China&on=2020-01-01", "hague-code-of-conduct", "China: not a party"),
    ],
)
def test_a_country_and_a_day_give_how_the_country_stood_on_that_day(tab: Tab, asked: str, item: str, said: str) -> None:
    tab.goto(f"in-force/?{asked}")
    shown = tab.locator(f"li[data-id={item}]")
    expect(shown).to_be_visible()
    expect(shown.locator(".of-country")).to_contain_text(said)


def test_a_country_that_is_chosen_is_told_of_and_one_that_is_not_is_not(tab: Tab) -> None:
    tab.goto("in-force/?on=2005-01-01")
    expect(tab.locator(".of-country:not(:empty)")).to_have_count(0)
    tab.get_by_label("Country").select_option("Poland")
    expect(tab.locator("li[data-id=npt] .of-country")).to_contain_text("Poland: party since")
    tab.get_by_label("Country").select_option("All")
    expect(tab.locator(".of-country:not(:empty)")).to_have_count(0)


def test_agreements_in_which_a_country_has_no_part_come_last_and_none_is_hidden(tab: Tab) -> None:
    tab.goto("in-force/?country=Poland&on=2020-01-01")
    expect(tab.locator("li[data-id=npt] .of-country")).to_contain_text("Poland")
    listed = tab.locator("[data-status='in force'].group li")
    expect(listed.locator(".of-country:not(:empty)")).to_have_count(listed.count())
    outside = listed.evaluate_all("items => items.map(item => item.classList.contains('outside'))")
    assert outside == sorted(outside)
    assert {True, False} == set(outside)


def test_a_country_that_there_is_not_is_told_of_nowhere(tab: Tab) -> None:
    tab.goto("in-force/?country=Narnia&on=2020-01-01")
    expect(tab.get_by_label("Country")).to_have_value("")
    expect(tab.locator(".of-country:not(:empty)")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("treaties/?country=Russia", "INF Treaty"),
        ("treaties/?country=United+States", "Open Skies Treaty"),
        ("timeline/?country=Russia", "INF Treaty"),
        ("timeline/?country=Poland", "Ottawa Convention"),
    ],
)
def test_a_country_filters_by_all_that_it_ever_took_part_in(tab: Tab, asked: str, row: str) -> None:
    tab.goto(asked)
    expect(tab.locator("tbody tr").get_by_role("link", name=row, exact=True).first).to_be_visible()
    expect(tab.get_by_role("link", name="Hague Code of Conduct").first).to_be_visible()
    tab.get_by_label("Country").select_option("China")
    expect(tab.get_by_role("link", name="Hague Code of Conduct").first).to_be_hidden()


def test_who_has_joined_one_agreement_and_not_another_is_said_and_kept_in_the_address(tab: Tab) -> None:
    tab.goto("membership/?in=ctbt&not=tpnw")
    said = tab.locator(".why")
    expect(said).to_contain_text(
        "had joined the Comprehensive Nuclear-Test-Ban Treaty and had not joined the Treaty on the"
    )
    rows = tab.locator("tbody tr:visible")
    names = {row.locator("th").inner_text() for row in rows.all()}
    coverage, today = coverage_of(real_data()), date.today()
    members = {}
    for name in ("ctbt", "tpnw"):
        agreement = real_data()[name]
        assert isinstance(agreement, Treaty)
        members[name] = {
            state.title
            for state in real_data().of_kind(State)
            if state.existed_until is None
            and membership_letter(coverage.standing_on(agreement, state.id, today)) in MEMBERS
        }
    assert names == {typographic(title) for title in members["ctbt"] - members["tpnw"]}
    tab.get_by_label("and not in").select_option("npt")
    tab.wait_for_url("**/membership/?in=ctbt&not=npt")
