"""The page on the data: what it says of the files, and its examples, which are run as they stand there."""

from __future__ import annotations

import contextlib
import csv
import functools
import http.server
import io
import re
import shlex
import threading
import urllib.request
from collections.abc import Iterator
from fnmatch import fnmatch
from html import unescape
from pathlib import Path

import jq
import pytest

import armsref
from armsref.export.edition import PARTS, Published, files
from armsref.history.release import release_of
from macros.opendata import OFFERS, Offer, letters
from tests.built import TOP
from tests.site.test_markdown_pages import SITE_URL

MADE_BY = {part.__module__ for part in PARTS}
# Which part makes what is offered, by the beginning of its path.
MAKERS = {
    "api/*": "armsref.export.api.files",
    "data/cite*": "armsref.export.citing",
    "data/armsref.ttl": "armsref.export.linked.skos",
    "data/armsref.jsonld": "armsref.export.linked.skos",
    "data/*": "armsref.export.tables.tabular",
    "[*]/*": "armsref.export.citing",
    "feed.xml": "armsref.export.feeds.atom",
    "calendar.ics": "armsref.export.feeds.calendar",
}
# What is said of parts that are not published yet cannot be tested; pytest tells which tests wait for which.
API = pytest.mark.skipif("armsref.export.api.files" not in MADE_BY, reason="the API is not among the parts")
TABLES = pytest.mark.skipif("armsref.export.tables.tabular" not in MADE_BY, reason="the tables are not among the parts")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return (site / "data/index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def examples(page: str) -> dict[str, tuple[str, str]]:
    """The examples on the page, by their language: what one types, and what the page says that it gives."""
    found = re.findall(
        r'<pre class="example"[^>]*><code class="language-(\w+)">(.*?)</code></pre><p>It gives:</p>'
        r'<pre class="printed"[^>]*><code>(.*?)</code></pre>',
        page,
        re.DOTALL,
    )
    return {language: (unescape(code), unescape(printed)) for language, code, printed in found}


@API
def test_the_example_with_jq_gives_what_the_page_says(served: str, examples: dict[str, tuple[str, str]]) -> None:
    code, printed = examples["sh"]
    curl, _, jq_words = (list(part) for part in _piped(shlex.split(code)))
    assert curl[:2] == ["curl", "-s"]
    assert jq_words[:3] == ["jq", "-r", "--arg"]
    name, value, program = jq_words[3:]
    with urllib.request.urlopen(curl[2].replace(SITE_URL, served)) as answer:
        found = jq.compile(program, args={name: value}).input_text(answer.read().decode()).all()
    assert found
    assert "\n".join(found) == printed


def _piped(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    at = words.index("|")
    return words[:at], words[at : at + 1], words[at + 1 :]


@TABLES
def test_the_example_with_pandas_gives_what_the_page_says(served: str, examples: dict[str, tuple[str, str]]) -> None:
    code, printed = examples["python"]
    assert SITE_URL in code
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code.replace(SITE_URL, served), "the example", "exec"), {})
    assert output.getvalue().strip()
    assert output.getvalue() == f"{printed}\n"


@TABLES
def test_the_formula_for_a_spreadsheet_gives_what_the_page_says(
    site: Path, examples: dict[str, tuple[str, str]]
) -> None:
    formula, printed = examples["text"]
    arguments = re.fullmatch(r"=COUNTIFS\((.*)\)", formula)
    assert arguments
    asked = re.findall(r'([A-Z]+):\1,"([^"]*)"', arguments[1])
    assert len(asked) == arguments[1].count(":") == 2
    with (site / "data/csv/weapons.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [{letters(at): cell for at, cell in enumerate(row)} for row in csv.reader(file)]
    count = sum(all(fnmatch(row[column], pattern) for column, pattern in asked) for row in rows)
    assert count
    assert str(count) == printed


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_a_column_has_the_letters_that_a_spreadsheet_gives_it(column: int, name: str) -> None:
    assert letters(column) == name


def offered(site: Path, pattern: str) -> set[str]:
    """The files that the page offers in the row of a pattern, as a reader of the patterns would take them."""
    plain = {each.path for each in OFFERS if "*" not in each.path}
    found = {path.relative_to(site).as_posix() for path in site.glob(pattern)}
    return found if pattern in plain else found - plain


def test_every_published_file_is_on_the_page_in_one_row(site: Path, page: str) -> None:
    published = {path for path, _ in files(Published(armsref.load(TOP / "data"), release_of(TOP / "data", SITE_URL)))}
    rows = [path for offer in OFFERS for path in offered(site, offer.path)]
    assert len(rows) == len(set(rows))
    assert published <= set(rows)
    assert all(f"<code>/{each.path}</code>" in page for each in OFFERS if offered(site, each.path))


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.path)
def test_what_the_page_knows_of_is_published(site: Path, page: str, offer: Offer) -> None:
    maker = next(module for start, module in MAKERS.items() if fnmatch(offer.path, start))
    if maker not in MADE_BY:
        pytest.skip(f"{maker} is not among the parts")
    assert offered(site, offer.path)
    assert f"<code>/{offer.path}</code>" in page


@TABLES
def test_the_tables_are_named_with_their_sizes(site: Path, page: str) -> None:
    for path in (site / "data/csv").iterdir():
        row = re.search(rf'<tr><th scope="row"><a href="csv/{path.name}">{path.stem}</a></th>(.*?)</tr>', page)
        assert row, path
        size = path.stat().st_size
        assert (f"{size} bytes" if size < 1000 else f"{size / 1000:.0f} kB") in row[1] or "MB" in row[1]
