"""A text read with its names explained: what the page finds is what Python finds, and none of it leaves the browser."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from armsref.annotation.annotate import day_of
from armsref.annotation.finder import Finder
from armsref.annotation.forms import form_table
from armsref.law.coverage import coverage_of
from armsref.model import Treaty, Weapon
from armsref.prose.dated import answer_intervals, answer_on
from armsref.prose.status import treaty_mark, weapon_mark
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import KINDS
from tests.browser.test_times import type_day
from tests.built import TOP, real_data

CASES = json.loads((TOP / "tests/finding/cases.json").read_text(encoding="utf-8"))
FIND = """async (texts) => {
  const { finderOf, pieces } = await import(new URL("../assets/find.js", location.href));
  const names = await (await fetch("../assets/answers/names.json")).json();
  const find = finderOf(names);
  return texts.map((text) => {
    const matches = find(text);
    if (pieces(text, matches).map(([words]) => words).join("") !== text) throw new Error(`changed: ${text}`);
    return matches.map((match) => [match.start, match.end, match.surface, match.id, match.alternatives]);
  });
}"""
ARTICLE = "Geneva, 3 March 1990. The INF Treaty and START I; the ABM Treaty. Russia has the Oreshnik. The INF Treaty."


@cache
def finder() -> Finder:
    return Finder(form_table(real_data()))


def found_by_python(text: str) -> list[list[Any]]:
    return [[each.start, each.end, each.surface, each.id, [*each.alternatives]] for each in finder().find(text)]


def explain(tab: Tab, text: str) -> None:
    """Puts a text in and asks for its names, and waits until all of it is shown."""
    tab.get_by_label("Text", exact=True).fill(text)
    tab.get_by_role("button", name="Explain the names").press("Enter")
    expect(tab.get_by_role("status").last).to_contain_text("found")


def passage(tab: Tab) -> str:
    return str(tab.locator(".reader__passage").evaluate("(each) => each.textContent"))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert len({case["text"] for case in CASES}) == len(CASES)


def test_the_browser_finds_in_every_case_what_python_finds(tab: Tab) -> None:
    tab.goto("read/")
    texts = [case["text"] for case in CASES]
    for case, found in zip(CASES, tab.evaluate(FIND, texts), strict=True):
        assert [each[2:4] for each in found] == case["found"], case["text"]
        assert found == found_by_python(case["text"]), case["text"]


def test_the_browser_finds_in_every_entry_what_python_finds(tab: Tab) -> None:
    tab.goto("read/")
    texts = [
        " ".join(filter(None, [entry.title, entry.answer, str(getattr(entry, "summary", None) or "")]))
        for entry in real_data()
    ]
    texts += ["\n".join(texts), "-\n".join(texts), "\u200b".join(texts)]
    for text, found in zip(texts, tab.evaluate(FIND, texts), strict=True):
        assert found == found_by_python(text), text[:80]


@pytest.mark.parametrize(
    "text",
    [
        "On 21 November 2024 it was said.", "November 21, 2024", "2024-11-21T10:00", "2024-11-21",
        "31 June 2024, 1 July 2024", "29 February 2023; 2024-02-29", "5 Foo 2020", "no day", "12345-11-21",
        "x2024-11-21", "1 May 0000", "1 May 0987", "9 may 2020",
        f"{'x' * 1990} 1 May 2020", f"{'😀' * 1950} 1 May 2020 and on",
    ],
)  # fmt: skip
def test_the_day_of_a_text_is_the_one_that_python_takes(tab: Tab, text: str) -> None:
    tab.goto("read/")
    taken = tab.evaluate(
        """async (text) => (await import(new URL("../assets/reader.js", location.href))).dayOf(text)""", text
    )
    day = day_of(text)
    assert taken == (day.isoformat() if day else None)


def test_a_text_comes_back_unchanged_with_links_and_their_answers(tab: Tab) -> None:
    tab.goto("read/")
    explain(tab, ARTICLE)
    assert passage(tab) == ARTICLE
    link = tab.locator(".reader__passage a", has_text="INF Treaty").first
    expect(link).to_have_attribute("href", re.compile(r"/treaties/inf-treaty/$"))
    link.focus()
    expect(tab.get_by_role("tooltip")).to_contain_text("In force since 1 June 1988")


def test_each_status_is_that_of_the_day_of_the_text_or_the_day_set(tab: Tab) -> None:
    tab.goto("read/")
    explain(tab, ARTICLE)
    for iso in ("1990-03-03", "2012-05-06", "2025-01-01"):
        if iso != "1990-03-03":
            type_day(tab, iso)
        expect(tab.locator("input[type=date]")).to_have_value(iso)
        for entry_id in ("inf-treaty", "start-i", "abm-treaty", "oreshnik"):
            on, entry = date.fromisoformat(iso), real_data()[entry_id]
            words = "Not yet agreed"
            if isinstance(entry, Treaty):
                words = treaty_mark(coverage_of(real_data()), entry, on).words
            if isinstance(entry, Weapon):
                words = weapon_mark(entry, on).words
            item = tab.locator(".reader__list > li", has=tab.locator(f"[data-mention='{entry_id}']"))
            expect(item.locator(".status")).to_have_text(words)
            said = tab.locator(f".reader__passage [data-entry='{entry_id}']").first.get_attribute("data-answer") or ""
            told = answer_on(answer_intervals(coverage_of(real_data()), entry, entry.answer or "", date.today()), on)
            assert said == " – ".join(filter(None, [words, typographic(told) or KINDS[entry.kind].capitalize()]))
            expect(item.locator("p")).to_have_text([typographic(told)] if told else [])
    expect(tab.locator(".reader__strip")).to_contain_text("None of the agreements")
    type_day(tab, "1990-03-03")
    assert tab.locator(".reader__strip li a").all_inner_texts() == ["INF Treaty", "ABM Treaty"]


def test_the_list_counts_and_leads_to_the_first_mention(tab: Tab) -> None:
    tab.goto("read/")
    explain(tab, ARTICLE)
    first = tab.locator(".reader__list > li").first
    expect(first).to_contain_text("INF Treaty")
    expect(first).to_contain_text("2 times")
    jump = tab.locator("[data-mention=oreshnik]")
    jump.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#mention-oreshnik")).to_be_focused()


def test_a_name_that_several_entries_have_is_not_guessed(tab: Tab) -> None:
    tab.goto("read/")
    explain(tab, "The SS-X-29 and New START.")
    expect(tab.locator(".name--unclear")).to_have_text("SS-X-29")
    unclear = tab.locator("aside li", has_text="“SS-X-29”")
    expect(unclear.get_by_role("link")).to_have_count(2)


def test_nothing_of_the_text_leaves_the_browser(tab: Tab, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data or ''}"))
    tab.goto("read/")
    expect(tab.locator("article")).to_contain_text("sent anywhere")
    explain(tab, "Quixotic words about the INF Treaty, 3 March 1990")
    tab.get_by_role("button", name="Share by address").click()
    assert all(each.startswith(f"GET {address}") for each in asked)
    assert not any("uixotic" in each for each in asked)


def test_markup_is_read_but_never_run(tab: Tab, tmp_path: Path) -> None:
    tab.goto("read/")
    expect(tab.get_by_label("Text", exact=True)).to_be_visible()
    page = tmp_path / "page.html"
    page.write_text(
        "<title>T</title><script>window.run = 1</script><style>p {}</style><p>The INF Treaty</p><p onclick='x()'>and "
        "<img src=x onerror='window.run = 1'><b>New</b> START &lt;img src=x onerror='window.run = 1'&gt;</p>",
        encoding="utf-8",
    )
    tab.locator("input[type=file]").set_input_files(page)
    expect(tab.get_by_role("status").last).to_contain_text("found")
    text = passage(tab)
    assert re.sub(r"\s+", " ", text) == "The INF Treaty and New START <img src=x onerror='window.run = 1'>"
    assert tab.locator(".reader__passage img, .reader__passage script").count() == 0
    assert tab.evaluate("window.run") is None
    expect(tab.locator("#mention-new-start")).to_have_text("New START")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.txt", "INF Treaty – Überblick".encode("cp1252"), "Windows-1252"),
        ("x.md", "INF Treaty".encode("utf-16"), "UTF-16"),
        ("x.txt", b"PK\0\0\0\0", "not a text"),
        ("x.txt", b"x" * 5_000_001, "more than 5 MB"),
        ("x.txt", b" \n", "Paste a text first"),
    ],
)
def test_a_file_says_what_was_assumed_or_what_is_wrong(
    tab: Tab, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    tab.goto("read/")
    expect(tab.get_by_label("Text", exact=True)).to_be_visible()
    file = tmp_path / name
    file.write_bytes(content)
    tab.locator("input[type=file]").set_input_files(file)
    expect(tab.locator(".reader form")).to_contain_text(said)


def test_a_file_is_dropped(tab: Tab) -> None:
    tab.goto("read/")
    expect(tab.get_by_label("Text", exact=True)).to_be_visible()
    tab.locator(".reader").evaluate(
        """(place) => {
          const data = new DataTransfer();
          data.items.add(new File(["The Oreshnik, 2024-11-21"], "x.txt", {type: "text/plain"}));
          place.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(tab.locator("#mention-oreshnik")).to_be_visible()
    expect(tab.locator("input[type=date]")).to_have_value("2024-11-21")


def test_it_is_copied_as_markdown(context: BrowserContext, tab: Tab, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("read/")
    explain(tab, "The INF Treaty.\nMore.")
    tab.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(tab.get_by_role("status").last).to_contain_text("Copied")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == f"The [INF Treaty]({address}treaties/inf-treaty/).\nMore."


def test_the_address_holds_the_text_only_when_asked_to(tab: Tab) -> None:
    tab.goto("read/")
    explain(tab, ARTICLE)
    assert "#" not in tab.url
    type_day(tab, "2012-05-06")
    tab.get_by_role("button", name="Share by address").press("Enter")
    expect(tab).to_have_url(re.compile("#on=2012-05-06&text=Geneva"))
    tab.reload()
    expect(tab.locator("#mention-oreshnik")).to_be_visible()
    expect(tab.locator("input[type=date]")).to_have_value("2012-05-06")
    assert passage(tab) == ARTICLE
    explain(tab, "Another text with New START")
    assert "#" not in tab.url


def test_the_sample_is_explained_by_keyboard_and_cleared(tab: Tab) -> None:
    tab.goto("read/")
    tab.get_by_role("button", name="Try a sample").press("Enter")
    for entry_id in ("inf-treaty", "new-start", "oreshnik"):
        expect(tab.locator(f"#mention-{entry_id}")).to_be_visible()
    expect(tab.locator("input[type=date]")).to_have_value("2024-11-22")
    tab.get_by_role("button", name="Clear").press("Enter")
    expect(tab.locator("[data-found]")).to_be_hidden()
    expect(tab.get_by_label("Text", exact=True)).to_have_value("")


def test_the_sample_stands_explained_at_once_as_the_browser_explains_it(tab: Tab) -> None:
    tab.goto("read/")
    before = [" ".join(item.split()) for item in tab.locator(".sample ol > li > a").all_inner_texts()]
    assert "INF Treaty" in before
    tab.get_by_role("button", name="Try a sample").click()
    expect(tab.locator(".sample")).to_be_hidden()
    titles = tab.locator(".reader__list > li > a, .reader__list > li > * > a").all_inner_texts()
    assert [title for title in titles if title in before] == before


def test_a_tap_shows_the_answer_and_a_second_one_follows(browser: Browser, address: str) -> None:
    touched = browser.new_context(base_url=address, has_touch=True, viewport={"width": 390, "height": 800})
    tab = touched.new_page()
    tab.goto("read/")
    explain(tab, "The INF Treaty.")
    tab.locator("#mention-inf-treaty").tap()
    expect(tab.get_by_role("tooltip")).to_contain_text("Banned")
    assert tab.url.endswith("/read/")
    tab.locator("#mention-inf-treaty").tap()
    tab.wait_for_url("**/treaties/inf-treaty/")
    touched.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(
    browser: Browser, address: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        base_url=address, color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    )
    tab = context.new_page()
    tab.goto("read/")
    assert Axe().run(tab).violations_count == 0
    tab.get_by_role("button", name="Try a sample").click()
    expect(tab.get_by_role("status").last).to_contain_text("found")
    explain(tab, f"{tab.get_by_label('Text', exact=True).input_value()} SS-X-29 {'x' * 200}")
    wide, seen = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    results = Axe().run(tab)
    context.close()
    assert results.violations_count == 0, results.generate_report()
    assert wide <= seen


def test_without_scripts_the_page_says_what_does_the_same(browser: Browser, address: str) -> None:
    plain = browser.new_context(base_url=address, java_script_enabled=False)
    tab = plain.new_page()
    tab.goto("read/")
    expect(tab.locator("article")).to_contain_text("needs JavaScript")
    expect(tab.locator("article")).to_contain_text("armsref annotate FILE")
    assert tab.locator("form:visible").count() == 0
    plain.close()


def test_names_that_cannot_be_had_are_told(tab: Tab) -> None:
    tab.route("**/answers/**", lambda route: route.abort())
    tab.goto("read/")
    tab.get_by_role("button", name="Try a sample").click()
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")


def test_a_long_text_comes_back_whole_while_the_page_goes_on_answering(tab: Tab) -> None:
    tab.goto("read/")
    expect(tab.get_by_label("Text", exact=True)).to_be_visible()
    text = "".join(
        f"Line {number}: the INF Treaty, an Oreshnik and some 20 words of other text.\n" for number in range(14_000)
    )
    assert len(text) > 1_000_000
    tab.evaluate(
        """() => {
          window.longest = 0;
          let last = performance.now();
          setInterval(() => {
            const now = performance.now();
            window.longest = Math.max(window.longest, now - last);
            last = now;
          }, 10);
        }"""
    )
    # Typing is not measured, so the text is put in as a paste does.
    tab.get_by_label("Text", exact=True).evaluate("(area, text) => { area.value = text; window.longest = 0; }", text)
    tab.evaluate("window.longest = 0")
    tab.get_by_role("button", name="Explain the names").click()
    expect(tab.get_by_role("status").last).to_contain_text("28000 names", timeout=60_000)
    shown = tab.evaluate(
        """async () => {
          const text = new TextEncoder().encode(document.querySelector(".reader__passage").textContent);
          const sum = await crypto.subtle.digest("SHA-256", text);
          return [...new Uint8Array(sum)].map((each) => each.toString(16).padStart(2, "0")).join("");
        }"""
    )
    assert shown == hashlib.sha256(text.encode()).hexdigest()
    longest = tab.evaluate("window.longest")
    print(f"longest pause {longest:.0f} ms")  # noqa: T201
    assert longest < 2_000


def test_a_hundred_kilobytes_are_searched_in_no_time(tab: Tab) -> None:
    tab.goto("read/")
    text = ("The INF Treaty of 1987 and New START; Russia tested an Oreshnik, an intermediate-range missile. " * 1100)[
        :100_000
    ]
    best = tab.evaluate(
        """async (text) => {
          const { finderOf } = await import(new URL("../assets/find.js", location.href));
          const find = finderOf(await (await fetch("../assets/answers/names.json")).json());
          let best = Infinity;
          for (let round = 0; round < 5; round += 1) {
            const begun = performance.now();
            find(text);
            best = Math.min(best, performance.now() - begun);
          }
          return best;
        }""",
        text,
    )
    print(f"100 kB in {best:.0f} ms")  # noqa: T201
    assert best < 300
