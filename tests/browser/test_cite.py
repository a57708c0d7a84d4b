"""A citation is copied with a click or a key, and reads in full without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab

PAGE = "treaties/inf-treaty/"


def opened(tab: Tab) -> Tab:
    tab.goto(PAGE)
    tab.get_by_text("Cite this page").click()
    return tab


def said(tab: Tab, form: str) -> Locator:
    return tab.locator(f"[data-form={form}]").get_by_role("status")


@pytest.mark.parametrize(("form", "begins"), [("APA", "Arms"), ("BibTeX", "@misc"), ("RIS", "TY"), ("CSL-JSON", "[{")])
def test_each_form_is_copied_and_that_is_said(context: BrowserContext, tab: Tab, form: str, begins: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(tab).get_by_role("button", name=f"Copy {form}").click()
    expect(said(tab, form)).to_have_text(f"{form} copied.")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(begins)
    assert copied == tab.locator(f"[data-form={form}] pre").text_content()


def test_only_what_was_copied_last_is_said_to_be(context: BrowserContext, tab: Tab) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(tab)
    for form in ("APA", "RIS"):
        tab.get_by_role("button", name=f"Copy {form}").click()
        expect(said(tab, form)).to_have_text(f"{form} copied.")
    expect(said(tab, "APA")).to_have_text("")


def test_the_keyboard_alone_will_do(context: BrowserContext, tab: Tab) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(PAGE)
    tab.locator(".citation summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        tab.keyboard.press(key)
    expect(said(tab, "APA")).to_have_text("APA copied.")


def test_where_the_clipboard_is_closed_the_text_is_selected(tab: Tab) -> None:
    tab.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))")
    opened(tab).get_by_role("button", name="Copy BibTeX").click()
    expect(said(tab, "BibTeX")).to_contain_text("BibTeX text is now selected")
    assert tab.evaluate("getSelection().toString()").startswith("@misc{armsref-inf-treaty,")


def test_a_file_is_downloaded(tab: Tab) -> None:
    with tab.expect_download() as download:
        opened(tab).get_by_role("link", name="Download .bib").click()
    assert download.value.suggested_filename == "armsref-inf-treaty.bib"


def test_without_scripts_the_forms_are_there_and_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = opened(context.new_page())
    expect(tab.locator(".citation pre")).to_have_count(4)
    expect(tab.locator(".citation pre").last).to_be_visible()
    expect(tab.locator(".citation button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_where_it_is_open(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark" if scheme == "dark" else "light")
    results = Axe().run(opened(context.new_page()))
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_does_not_scroll_sideways(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    tab = opened(context.new_page())
    wide, seen = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    context.close()
    assert wide <= seen
