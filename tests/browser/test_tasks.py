"""What readers come for: each task is answered right from the front page in at most three steps, on a phone too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab

from armsref.law.coverage import coverage_of
from armsref.law.holdings import holdings
from armsref.prose.english import day as in_words
from armsref.prose.texts import typographic
from tests.built import real_data

MOST_STEPS = 3
WIDTHS = {"desk": 1280, "phone": 390}
RYABKOV = (
    "MOSCOW, 26 December 2024. Deputy Foreign Minister Sergei Ryabkov said that Russia had told the United States "
    "of the launch of the Oreshnik half an hour ahead, as under the launch notification agreement of 1988, though the "
    "INF Treaty had ended."
)


@dataclass
class Reader:
    """Somebody who came to the front page; each search, choice, click and answer asked for is a step."""

    tab: Tab
    steps: int = 0

    def _step(self) -> None:
        self.steps += 1
        assert self.steps <= MOST_STEPS, "the answer is too far away"

    def search(self, query: str) -> None:
        """Type a question into the search box and open the first result, or the list of results."""
        self._step()
        self.tab.get_by_role("combobox").first.fill(query)
        expect(self.tab.get_by_role("option").first).to_be_visible()
        self.tab.get_by_role("combobox").first.press("Enter")
        self.tab.wait_for_load_state()

    def click(self, place: Locator) -> None:
        """Click something that is to be seen."""
        self._step()
        place.click()
        self.tab.wait_for_load_state()

    def find(self, query: str, title: str) -> None:
        """Search for an entry, whose page opens at once where the search is sure of it."""
        self.search(query)
        heading = self.tab.get_by_role("heading", level=1, name=title, exact=True)
        result = self.tab.locator(".results li").get_by_role("link", name=title, exact=True).first
        expect(heading.or_(result)).to_be_visible()
        if result.is_visible():
            self.click(result)
        expect(heading).to_be_visible()

    def ask(self, state: str, iso: str) -> Locator:
        """Ask at the head of an agreement how it stood, and give the answer."""
        self._step()
        form = self.tab.locator("form[data-asked]")
        form.get_by_role("combobox").or_(form.get_by_role("textbox")).first.fill(state)
        form.locator("input[type=date]").fill(iso)
        form.get_by_role("button", name="Answer").click()
        return form.locator("output")

    @property
    def page(self) -> Locator:
        """What the page says."""
        return self.tab.locator("main")


@pytest.fixture(params=WIDTHS)
def reader(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Somebody at the front page, at a desk or with a phone."""
    context: BrowserContext = browser.new_context(
        base_url=address, viewport={"width": WIDTHS[request.param], "height": 844}, accept_downloads=True
    )
    tab = context.new_page()
    tab.goto("./")
    yield Reader(tab)
    context.close()


def test_the_inf_treaty_on_1_march_2019_for_russia(reader: Reader) -> None:
    reader.search("INF Treaty")
    answer = reader.ask("Russia", "2019-03-01")
    expect(answer).to_contain_text("Yes. Russia, 1 March 2019: party since 26 December 1991 as successor to the Soviet")
    expect(answer).to_contain_text("suspended by the United States since 2 February 2019")
    assert "country=Russia&on=2019-03-01" in reader.tab.url
    reader.tab.reload()
    expect(answer).to_contain_text("Yes. Russia, 1 March 2019")


def test_the_agreement_of_1988_and_oreshnik(reader: Reader) -> None:
    reader.search("Oreshnik")
    row = reader.page.locator("li, tr, details").filter(has_text="Launch Notification Agreement (1988)").first
    expect(row).to_be_visible()
    assert reader.steps == 1


def test_the_range_of_sarmat_and_by_whom(reader: Reader) -> None:
    reader.search("Sarmat")
    expect(reader.page.get_by_text("18,000 km").first).to_be_visible()
    for claim in real_data()["rs-28-sarmat"].model_dump()["range_km"]:
        by = real_data().get(claim["by"] or "")
        if by is not None:
            expect(reader.page).to_contain_text(typographic(by.title))


def test_what_binds_china(reader: Reader) -> None:
    reader.search("China")
    bound = holdings(coverage_of(real_data()), date.today())["cn"].current
    expect(reader.page.get_by_role("heading", name=f"Bound by ({len(bound)})")).to_be_visible()
    table = reader.page.get_by_role("group", name="Bound by")
    expect(table.locator("tbody tr")).to_have_count(len(bound))


def test_what_limits_hypersonic_gliders(reader: Reader) -> None:
    reader.find("what limits hypersonic gliders", "Hypersonic glide vehicle")
    agreements = reader.page.locator("li").filter(has_text="Avangard:")
    expect(agreements.first).to_contain_text("No agreement in force bans or limits it")


def test_the_nato_name_of_9m729(reader: Reader) -> None:
    reader.search("9M729")
    expect(reader.page.locator(".names")).to_contain_text("SSC-8")
    assert reader.steps == 1


def test_what_india_has_not_joined(reader: Reader) -> None:
    reader.search("India")
    expect(reader.page.locator(".answer")).to_contain_text("outside the Nuclear Non-Proliferation Treaty")
    reader.click(reader.page.get_by_text("Has not joined"))
    expect(reader.page.get_by_role("link", name="Ottawa Convention").first).to_be_visible()


def test_lavrov_in_november_2019(reader: Reader) -> None:
    reader.find("Lavrov November 2019", "Lavrov’s denial of proof that Russia broke the INF Treaty")
    expect(reader.page.locator(".answer")).to_contain_text("On 8 November 2019 Russia’s foreign minister said")


def test_tactical_or_strategic(reader: Reader) -> None:
    reader.search("tactical or strategic")
    names = reader.page.locator(".results li a")
    expect(names.first).to_have_text("Non-strategic nuclear weapon")
    expect(names.nth(1)).to_have_text("Strategic weapon")


def test_new_start_is_cited(reader: Reader) -> None:
    reader.search("New START")
    reader.click(reader.page.get_by_role("link", name="Cite", exact=True))
    expect(reader.page.locator("#cite figure[data-form=BibTeX]")).to_contain_text("New START")


def test_the_weapons_as_csv_with_their_range(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="Download the data"))
    with reader.tab.expect_download() as download:
        reader.click(reader.page.get_by_role("link", name="weapons", exact=True).first)
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert any("range" in column for column in rows[0])
    assert len(rows) == len(real_data().of_kind(type(real_data()["oreshnik"])))


def test_what_happened_on_5_february_2026(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="5 February 2026", exact=True))
    first = reader.page.locator(".results li").first
    expect(first).to_contain_text("Expiry of New START")


def test_an_article_about_ryabkov_is_explained(reader: Reader) -> None:
    reader.click(reader.page.get_by_role("link", name="Explain an article"))
    reader.page.get_by_role("textbox", name="Text", exact=True).fill(RYABKOV)
    reader.click(reader.page.get_by_role("button", name="Explain the names"))
    listed = reader.page.locator(".reader__list")
    for name in ("Launch Notification Agreement (1988)", "Oreshnik", "INF Treaty"):
        expect(listed).to_contain_text(name)
    expect(reader.page.locator("input[type=date]").first).to_have_value("2024-12-26")


def test_who_left_the_mine_ban_and_when(reader: Reader) -> None:
    reader.find("who left the mine ban", "Ottawa Convention")
    left = [row for row in real_data().participation["ottawa-convention"] if row.left]
    assert left
    for row in left:
        assert row.left
        place = reader.page.locator("tr").filter(has_text=typographic(real_data()[row.state].title)).first
        expect(place).to_contain_text(in_words(row.left))
