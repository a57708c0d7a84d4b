"""Measure how well and how fast the search finds what readers type, in Chromium with the scripts and files of the site.

The queries, each with the entries of which one should come first, stand in tests/search/queries.csv. Beside the search
of the site lunr is measured, as the installed MkDocs ships it, over the same names and texts.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs
from playwright.sync_api import Page, Route, sync_playwright

from armsref import load
from armsref.history.release import release_of
from armsref.views.as_of import AsOf
from macros import search
from tools import chromium

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "tests/search/queries.csv"
SCRIPTS = ROOT / "docs/assets"
# What a page fetches when the search is first used; the box itself is loaded with the page.
FETCHED_SCRIPTS = (
    "rank.js",
    "vocabulary.js",
    "words.js",
    "folded.js",
    "near.js",
    "asked-days.js",
    "search.js",
    "results.js",
)
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
ADDRESS = "https://bench.test/"
OURS = "this project"
ALL = "all"


@dataclass(frozen=True)
class Query:
    """What a reader types, of what kind it is, and the entries of which one should come first."""

    kind: str
    text: str
    expected: frozenset[str]


@dataclass(frozen=True)
class KindScore:
    """How one search did with the queries of a kind, as shares of them."""

    search: str
    kind: str
    asked: int
    first: float
    first_three: float
    nothing: float


@dataclass(frozen=True)
class MeasuredSearch:
    """The scores by kind, that of all last; milliseconds a key; bytes fetched; the queries not answered first."""

    scores: tuple[KindScore, ...]
    key: float
    fetched: int
    missed: tuple[tuple[Query, str], ...]

    def score(self, kind: str) -> KindScore:
        """The score of the site's search with the queries of a kind."""
        return next(score for score in self.scores if score.search == OURS and score.kind == kind)


def queries() -> list[Query]:
    """The queries, kind by kind."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [Query(row["kind"], row["query"], frozenset(row["expected"].split())) for row in csv.DictReader(file)]


def measured() -> MeasuredSearch:
    """What both searches find, and what ours takes."""
    asked, files = queries(), _search_files()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.route("**", lambda route: _answer(route, files))
        page.goto(ADDRESS)
        texts = [query.text for query in asked]
        ours = page.evaluate(FOUND, texts)
        lunr = _found_by_lunr(page, texts)
        browser.close()
    scores = (*_scores(OURS, asked, ours["found"]), *_scores("lunr", asked, lunr))
    missed = tuple(
        (query, " ".join(found[:3]))
        for query, found in zip(asked, ours["found"], strict=True)
        if not query.expected & {*found[:1]}
    )
    return MeasuredSearch(scores, ours["key"], _fetched(files), missed)


def _search_files() -> dict[str, bytes]:
    data = ROOT / "data"
    as_of = AsOf(load(data), release_of(data, ADDRESS).day)
    files = {"names.json": search.names_file(as_of), "texts.json": search.texts_file(as_of)}
    return {name: text.encode() for name, text in files.items()}


def _answer(route: Route, files: dict[str, bytes]) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    if name == LUNR.name:
        route.fulfill(path=LUNR, content_type="text/javascript")
    elif name.endswith(".js"):
        route.fulfill(path=SCRIPTS / name, content_type="text/javascript")
    elif name in files:
        route.fulfill(body=files[name], content_type="application/json")
    else:
        route.fulfill(body="<!doctype html>", content_type="text/html")


def _found_by_lunr(page: Page, texts: Sequence[str]) -> Any:
    page.add_script_tag(url=f"{ADDRESS}{LUNR.name}")
    return page.evaluate(FOUND_BY_LUNR, texts)


def _scores(name: str, asked: Sequence[Query], found: Sequence[Sequence[str]]) -> Iterator[KindScore]:
    places: dict[str, list[int | None]] = defaultdict(list)
    for query, ids in zip(asked, found, strict=True):
        place = next((number for number, entry_id in enumerate(ids) if entry_id in query.expected), None)
        for kind in (query.kind, ALL):
            places[kind].append(place if ids else -1)
    for kind in sorted(places, key=lambda kind: kind == ALL):
        yield kind_score(name, kind, places[kind])


def kind_score(name: str, kind: str, places: Sequence[int | None]) -> KindScore:
    """The score of queries by the place of what was expected: None where it did not come, -1 where nothing did."""
    asked = len(places)
    first, first_three = places.count(0), sum(place in (0, 1, 2) for place in places)
    return KindScore(name, kind, asked, first / asked, first_three / asked, places.count(-1) / asked)


def _fetched(files: dict[str, bytes]) -> int:
    contents = [*files.values(), *((SCRIPTS / name).read_bytes() for name in FETCHED_SCRIPTS)]
    return sum(len(gzip.compress(content, 9)) for content in contents)


# Each query is typed letter by letter, and each letter is timed; 95 of a hundred take no longer than `key`.
FOUND = """async (queries) => {
  const { prepared, ranked } = await import("https://bench.test/rank.js");
  const load = async (file) => (await fetch(`https://bench.test/${file}.json`)).json();
  const known = prepared(await load("names"), await load("texts"));
  const ids = (query) => ranked(known, query).map(({ entry }) => entry.u.split("/")[1]);
  const times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const begun = performance.now();
      ids(query.slice(0, length));
      times.push(performance.now() - begun);
    }
  }
  times.sort((one, other) => one - other);
  return { found: queries.map(ids), key: times[Math.floor(times.length * 0.95)] };
}"""

# Words as they are typed, begun, or with a mistake in them, as lunr's own guide asks for while one types.
FOUND_BY_LUNR = """async (queries) => {
  const load = async (file) => (await fetch(`https://bench.test/${file}.json`)).json();
  const [names, texts] = [await load("names"), await load("texts")];
  const index = lunr(function () {
    this.ref("id");
    this.field("names", { boost: 10 });
    this.field("answer", { boost: 3 });
    this.field("text");
    names.forEach(({ u, t, n, a: answer }, number) => {
      this.add({ id: u.split("/")[1], names: [t, ...n].join(" "), answer, text: texts[number] });
    });
  });
  return queries.map((query) => index.query((asked) => {
    for (const term of lunr.tokenizer(query)) {
      asked.term(term, { boost: 100, usePipeline: true });
      asked.term(term, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
      asked.term(term, { boost: 1, usePipeline: false, editDistance: 1 });
    }
  }).map(({ ref }) => ref).slice(0, 12));
}"""
