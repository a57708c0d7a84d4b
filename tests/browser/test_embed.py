"""The script for other sites: what it does to an article, and what it leaves alone, under a strict policy."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

ARTICLE = """
  <h1>The INF Treaty today</h1>
  <p>The <a href="#x">INF Treaty</a> bound Russia. The INF Treaty ended; the <code>New START</code> too.</p>
  <p>“New START is dead,” she said. After New <b>START</b>, an Oreshnik (Орешник) flew over an Oreshnik.</p>
  <blockquote>The NPT stands.</blockquote><p>\U0001f680 東風-26 and DF-26; ABM and GLCM.</p>
"""
WATCH = """addEventListener("securitypolicyviolation", (event) => {
  window.violated = `${event.violatedDirective} ${event.blockedURI}`;
});"""
Visit = Callable[..., Tab]
Newsroom = tuple[str, dict[str, tuple[str, str, str]]]
"""The address of another site, and of each of its paths the content, its type, and the policy."""


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """Another site, served."""
    pages: dict[str, tuple[str, str, str]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content, kind, policy = pages.get(self.path, ("", "text/plain", ""))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", pages
        server.shutdown()


@pytest.fixture
def visit(context: BrowserContext, address: str, newsroom: Newsroom) -> Visit:
    """Opens an article on another site, whose policy forbids everything but the script and its tables."""
    host, pages = newsroom

    def opened(article: str = ARTICLE, options: str = "", style: str = "", head: str = "") -> Tab:
        script = f'<script type="module" src="{address}assets/embed.js" {options}></script>'
        head = f"<!doctype html><meta charset=utf-8>{head}<link rel=stylesheet href=/host.css>{script}"
        allowed = f"style-src 'self'; script-src {address}; connect-src {address}"
        policy = f"default-src 'none'; {allowed}; trusted-types 'none'; require-trusted-types-for 'script'"
        pages["/"] = (f"{head}<article>{article}</article>", "text/html", policy)
        pages["/host.css"] = (style, "text/css", "")
        tab = context.new_page()
        tab.add_init_script(WATCH)
        tab.goto(host)
        return tab

    return opened


def names(tab: Tab) -> list[str]:
    tab.wait_for_selector("acr-name", state="attached")
    return tab.eval_on_selector_all("acr-name", "all => all.map(each => each.textContent)")


def test_first_mentions_are_marked_outside_of_links_headings_code_and_block_quotations(visit: Visit) -> None:
    assert names(visit()) == ["Russia", "INF Treaty", "New START", "Oreshnik", "DF-26"]


def test_every_mention_is_marked_where_that_is_asked_for(visit: Visit) -> None:
    assert names(visit(options="data-every")).count("Oreshnik") == 2


def test_the_words_of_the_article_stay_as_they_are(visit: Visit) -> None:
    tab = visit(options="data-every")
    names(tab)
    assert tab.evaluate("document.querySelector('article').textContent") == text_of(ARTICLE)


def text_of(html: str) -> str:
    """What an article says, without its markup."""
    said: list[str] = []
    parser = HTMLParser()
    parser.handle_data = said.append  # type: ignore[method-assign]
    parser.feed(html)
    return "".join(said)


def test_nothing_is_against_a_strict_policy(visit: Visit) -> None:
    tab = visit()
    names(tab)
    tab.locator("acr-name").first.hover()
    assert tab.evaluate("window.violated") is None


def test_hover_shows_the_answer_and_the_status_on_the_day_of_the_article(visit: Visit) -> None:
    tab = visit('<p><time datetime="1990-05-01T10:00Z">May</time> The INF Treaty holds.</p>')
    tab.locator("acr-name").hover()
    card = tab.get_by_role("tooltip")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Legally binding treaty of the United States and the Soviet Union")
    expect(card).not_to_contain_text("2019")
    expect(card).to_contain_text("In force since 1 June 1988")


@pytest.mark.parametrize(
    ("options", "head", "expected"),
    [
        ("data-on=1988-01-01", "", "Signed on 8 December 1987"),
        ("", '<meta property="article:published_time" content="1990-01-01T00:00:00Z">', "In force since 1 June 1988"),
        ("", "", "Ended on 2 August 2019"),
    ],
)
def test_the_day_is_that_set_or_that_of_the_page_or_today(visit: Visit, options: str, head: str, expected: str) -> None:
    tab = visit("<p>The INF Treaty.</p>", options, head=head)
    tab.locator("acr-name").hover()
    expect(tab.get_by_role("tooltip")).to_contain_text(expected)


def test_the_keyboard_shows_and_hides_it_and_opens_the_entry(visit: Visit, address: str) -> None:
    tab = visit("<p>The INF Treaty.</p>")
    names(tab)
    tab.keyboard.press("Tab")
    card = tab.get_by_role("tooltip")
    expect(card).to_be_visible()
    tab.keyboard.press("Escape")
    expect(card).to_be_hidden()
    with tab.context.expect_page() as opened:
        tab.keyboard.press("Enter")
    assert opened.value.url == f"{address}treaties/inf-treaty/"


def test_a_first_tap_shows_it_and_a_second_follows(browser: Browser, address: str, newsroom: Newsroom) -> None:
    host, pages = newsroom
    script = f'<script type="module" src="{address}assets/embed.js" data-in="p"></script>'
    pages["/"] = (f"{script}<p>The INF Treaty.</p>", "text/html", "")
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 700})
    tab = context.new_page()
    tab.goto(host)
    tab.locator("acr-name").tap()
    expect(tab.get_by_role("tooltip")).to_be_visible()
    assert len(context.pages) == 1
    with context.expect_page() as opened:
        tab.locator("acr-name").tap()
    assert opened.value.url.endswith("treaties/inf-treaty/")
    context.close()


def test_the_page_keeps_its_style_and_the_card_its_own(visit: Visit) -> None:
    tab = visit(
        "<p>The INF Treaty.</p>",
        style="a, b, span, small { color: red !important; font-size: 40px } p { color: rgb(1, 2, 3) }",
    )
    tab.locator("acr-name").hover()
    assert (
        tab.locator("acr-name").evaluate("each => getComputedStyle(each.shadowRoot.querySelector('a')).color")
        == "rgb(1, 2, 3)"
    )
    assert tab.get_by_role("tooltip").evaluate("each => getComputedStyle(each).fontSize") == "14px"
    assert tab.evaluate("document.querySelectorAll('style, link').length") == 1


def test_the_card_stays_within_a_narrow_window(visit: Visit) -> None:
    tab = visit("<p style-free>" + "word " * 20 + "the INF Treaty.</p>")
    tab.set_viewport_size({"width": 320, "height": 500})
    tab.locator("acr-name").hover()
    box = tab.get_by_role("tooltip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_where_the_tables_cannot_be_had_the_article_stays(visit: Visit, context: BrowserContext) -> None:
    context.route("**/assets/answers/*.json", lambda route: route.abort())
    tab = visit()
    with tab.expect_console_message(lambda said: "names are not explained" in said.text):
        tab.reload()
    assert tab.locator("acr-name").count() == 0


def test_markup_in_an_article_is_never_run(visit: Visit) -> None:
    hostile = "<img src=x onerror=alert(1)> the INF Treaty <script>window.ran = 1</script>"
    tab = visit(f"<p>{escape(hostile)} {hostile}</p>")
    assert names(tab) == ["INF Treaty"]
    assert tab.evaluate("window.ran") is None


def test_the_script_and_its_parts_weigh_less_than_15_kb(site: Path) -> None:
    parts = [site / "assets" / f"{name}.js" for name in ("embed", "find", "day")]
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) < 15_000


def test_the_documented_line_is_the_one_that_works(tab: Tab, site: Path) -> None:
    tab.goto("read/elsewhere/")
    line = tab.locator("pre code").first.inner_text()
    assert 'type="module"' in line
    assert (site / line.split('src="')[1].split('"')[0].split("/", 3)[3]).is_file()
    assert "INF Treaty" in names(tab)
