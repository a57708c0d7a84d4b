"""The preview in a browser: an open page follows the files, and a bar above it tells of a mistake."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import create_server

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from preview.editing import Editing
from preview.pages import MadeFrom
from preview.server import Server
from tests.built import TOP
from tests.conftest import Data

GLOSSARY = "range: {name: Range, answer: How far it flies., sources: [aca/inf]}\n"


@pytest.fixture
def glossary(data: Data) -> Path:
    return data({"glossary.yml": GLOSSARY}) / "glossary.yml"


@pytest.fixture
def open_tab(glossary: Path, tmp_path: Path, browser: Browser) -> Iterator[Callable[[], Tab]]:
    """Opens the page of the term; whoever edits the file looks again, as the preview does several times a second."""
    listening = create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    editing = Editing(MadeFrom(TOP / "mkdocs.yml", glossary.parent, TOP / "docs"), address, tmp_path / "preview")
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.1):
            editing.look()

    server: ThreadingHTTPServer = Server(listening, editing)
    for work in (server.serve_forever, look):
        threading.Thread(target=work, daemon=True).start()
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def opened() -> Tab:
        tab = context.new_page()
        tab.goto(f"{address}glossary/range/")
        return tab

    yield opened
    ended.set()
    context.close()
    server.shutdown()


def test_an_open_page_shows_what_was_saved(glossary: Path, open_tab: Callable[[], Tab]) -> None:
    tab = open_tab()
    expect(tab.locator(".answer").first).to_have_text("How far it flies.")
    glossary.write_text(GLOSSARY.replace("How far", "How wide"))
    expect(tab.locator(".answer").first).to_have_text("How wide it flies.")


def test_a_mistake_is_told_in_a_bar_until_it_is_mended(glossary: Path, open_tab: Callable[[], Tab]) -> None:
    tab = open_tab()
    bar = tab.get_by_role("alert")
    expect(bar).to_have_count(0)
    glossary.write_text(GLOSSARY.replace("answer:", "answr:"))
    expect(bar).to_contain_text("glossary.yml:1:22: unknown field 'answr'. Did you mean 'answer'?")
    expect(tab.locator(".answer").first).to_have_text("How far it flies.")
    glossary.write_text(GLOSSARY)
    expect(bar).to_have_count(0)


def test_a_page_opened_after_a_mistake_tells_of_it_too(glossary: Path, open_tab: Callable[[], Tab]) -> None:
    glossary.write_text(GLOSSARY.replace("Range", "<b>").replace("answer:", "<img src=x onerror=alert(1)>:"))
    tab = open_tab()
    expect(tab.get_by_role("alert")).to_contain_text("unknown field '<img src=x onerror=alert(1)>'")
    expect(tab.get_by_role("alert").locator("img")).to_have_count(0)
    glossary.write_text(GLOSSARY)
    expect(tab.locator(".answer").first).to_have_text("How far it flies.")
