"""The built site, served, and a Chromium that reads it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from playwright.sync_api import Page as Tab

from tools import chromium

# A machine that does other work too may take its time.
expect.set_options(timeout=20_000)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        """As Pages does: pages of other sites may read what is here."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As Pages does: what is not there is answered with 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, the one that `make test` found or installed."""
    executable = chromium.find()
    assert executable, "no Chromium was found: run `make test`, which installs one"
    with sync_playwright() as playwright:
        # Chromium's own sandbox needs rights that a container seldom gives; the pages here are our own.
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        running = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh visit at a desk's width."""
    fresh = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, color_scheme="light")
    fresh.set_default_timeout(10_000)
    yield fresh
    fresh.close()


@pytest.fixture
def tab(context: BrowserContext) -> Tab:
    """A tab of that visit; an error on a page fails the test."""
    opened = context.new_page()

    def fail(error: object) -> None:
        raise AssertionError(f"the page raised: {error}")

    opened.on("pageerror", fail)
    return opened
