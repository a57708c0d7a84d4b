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

from armsref.export.outputs import OUTPUTS, Output, output_of
from armsref.views.lists.examples import letters
from tests.site.test_markdown_pages import SITE_URL


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


def test_the_example_with_pandas_gives_what_the_page_says(served: str, examples: dict[str, tuple[str, str]]) -> None:
    code, printed = examples["python"]
    assert SITE_URL in code
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code.replace(SITE_URL, served), "the example", "exec"), {})
    assert output.getvalue().strip()
    assert output.getvalue() == f"{printed}\n"


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


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.path)
def test_every_output_has_a_row_and_its_files_are_there(site: Path, page: str, output: Output) -> None:
    assert [path for path in site.glob(output.path) if output_of(path.relative_to(site).as_posix()) is output]
    (row,) = re.findall(rf"<tr>(?:(?!</tr>).)*<code>/{re.escape(output.path)}</code>.*?</tr>", page)
    assert f"<td>{output.format}</td>" in row
    assert output.use in unescape(row)


def test_the_tables_are_named_with_their_sizes(site: Path, page: str) -> None:
    for path in (site / "data/csv").iterdir():
        row = re.search(rf'<tr><th scope="row"><a href="csv/{path.name}">{path.stem}</a></th>(.*?)</tr>', page)
        assert row, path
        size = path.stat().st_size
        assert (f"{size} bytes" if size < 1000 else f"{size / 1000:.0f} kB") in row[1] or "MB" in row[1]
