"""Measure how well and how fast names are found, beside other finders given the same names.

The texts and what should be found in them lie apart: the texts in ../shared/texts, the marks, made by hand, in
tests/finding/gold. A doubtful mark counts neither way. Where nothing is marked, as in the unrelated texts, whatever is
found is false.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from armsref import load
from armsref.annotation.finder import Finder
from armsref.annotation.forms import form_table
from armsref.loading.dataset import Dataset
from armsref.model.names import names_of

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT.parent / "shared/texts"
GOLD = ROOT / "tests/finding/gold"
OURS = "this project"
# The rules were written with these before one's eyes; the essays were marked afterwards.
GROUPS = ("articles", "reports", "essays", "unrelated")
MOST_ERRORS = 10
REPEATED = 5

Span = tuple[int, int, str]
"""Where a name stands, up to where, and the entry it means."""
Find = Callable[[str], set[Span]]


@dataclass(frozen=True)
class Marked:
    """A text, and by hand what should be found in it."""

    group: str
    name: str
    text: str
    gold: frozenset[Span]
    doubtful: tuple[tuple[int, int], ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass
class Score:
    """What one finder found in some texts: rightly, falsely, and what it missed."""

    right: int = 0
    false: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.false + other.false, self.missed + other.missed, self.words + other.words
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        found = self.right + self.false.total()
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found; 1 where nothing is marked."""
        marked = self.right + self.missed.total()
        return self.right / marked if marked else 1.0

    @property
    def false_per_thousand(self) -> float:
        """False hits in a thousand words."""
        return 1000 * self.false.total() / self.words


@dataclass(frozen=True)
class MeasuredFinder:
    """One finder: its score in each text, and how fast it is, in megabytes a second of processor time."""

    name: str
    scores: dict[Marked, Score]
    speed: float

    def score(self, *groups: str) -> Score:
        """The score over all texts of some groups."""
        return sum((score for text, score in self.scores.items() if text.group in groups), Score())

    def errors(self) -> Iterator[tuple[str, str, str, int]]:
        """The most frequent errors: what is wrong, the words, the entry, how often."""
        total = self.score(*GROUPS)
        both = [("false", *what, number) for what, number in total.false.items()]
        both += [("missed", *what, number) for what, number in total.missed.items()]
        yield from sorted(both, key=lambda error: (-error[3], error))[:MOST_ERRORS]


def texts() -> list[Marked]:
    """The texts that are measured on; none where the folder is absent."""
    found = [path for group in GROUPS for path in sorted((TEXTS / group).glob("*.*"))]
    return [_marked(path) for path in found]


def _marked(path: Path) -> Marked:
    with path.open(encoding="utf-8", newline="") as file:  # offsets count every character
        text = file.read()
    gold = frozenset((at, at + length, entry) for at, length, entry in _rows(path.stem))
    doubtful = tuple((at, at + length) for at, length, _ in _rows(f"{path.stem}.doubtful"))
    return Marked(path.parent.name, path.stem, text, gold, doubtful)


def _rows(stem: str) -> Iterator[tuple[int, int, str]]:
    path = GOLD / f"{stem}.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield int(row["offset"]), int(row["length"]), row["id"]


def measured() -> list[MeasuredFinder]:
    """Every finder, with what it found and how fast; this project's first."""
    marked, dataset = texts(), load(ROOT / "data")
    long = "\n\n".join(each.text for each in marked) * REPEATED
    finders = {name: make(dataset) for name, make in FINDERS.items()}
    return [
        MeasuredFinder(name, {text: score(text, find(text.text)) for text in marked}, _speed(find, long))
        for name, find in finders.items()
    ]


def score(marked: Marked, found: set[Span]) -> Score:
    """What was found, held against what is marked."""
    missed = marked.gold - found
    false = [span for span in found - marked.gold if not _is_doubtful(span, marked.doubtful)]
    return Score(
        len(found & marked.gold), Counter(_words(marked, false)), Counter(_words(marked, missed)), marked.words
    )


def _is_doubtful(span: Span, doubtful: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in doubtful)


def _words(marked: Marked, spans: Iterable[Span]) -> list[tuple[str, str]]:
    return [(" ".join(marked.text[start:end].split()), entry) for start, end, entry in spans]


def _speed(find: Find, text: str) -> float:
    best = float("inf")
    for _ in range(7):
        begun = time.process_time()
        find(text)
        best = min(best, time.process_time() - begun)
    return len(text.encode()) / 1e6 / best


# The finders


def ours(dataset: Dataset) -> Find:
    """This project's. What it reports as ambiguous counts as found for none."""
    finder = Finder(form_table(dataset))
    return lambda text: {(match.start, match.end, match.id or "?") for match in finder.find(text)}


def flashtext(dataset: Dataset) -> Find:
    """FlashText: whole words, longest first, whatever their capitals."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    for surface, entry in _names(dataset):
        processor.add_keyword(surface, entry)
    return lambda text: {(start, end, entry) for entry, start, end in processor.extract_keywords(text, span_info=True)}


def phrase_matcher(dataset: Dataset) -> Find:
    """The PhraseMatcher of spaCy over an English tokenizer, whatever the capitals, the longest of what overlaps."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language = spacy.blank("en")
    language.max_length = 100_000_000
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    for surface, entry in _names(dataset):
        matcher.add(entry, [language.make_doc(surface)])

    def find(text: str) -> set[Span]:
        spans = filter_spans(matcher(language.make_doc(text), as_spans=True))
        return {(span.start_char, span.end_char, span.label_) for span in spans}

    return find


def _names(dataset: Dataset) -> list[tuple[str, str]]:
    return [
        (name.surface, entry.id)
        for entry in dataset
        for name in names_of(entry)
        if name.system != "code" and len(name.surface) > 1
    ]


def in_chromium() -> float:
    """How many milliseconds a page takes to find the names in 100 kB, at best; in Chromium, by the same table."""
    from playwright.sync_api import sync_playwright

    from armsref.export.lookup.nametable import name_table
    from tools import chromium

    text = (
        "\n\n".join(each.text for each in texts() if each.group == "reports").encode()[:100_000].decode(errors="ignore")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.route(
            "**",
            lambda route: (
                route.fulfill(path=ROOT / "docs/assets/find.js", content_type="text/javascript")
                if route.request.url.endswith(".js")
                else route.fulfill(body="<!doctype html>", content_type="text/html")
            ),
        )
        page.goto("https://bench.test/")
        found = page.evaluate(TIMED, [name_table(load(ROOT / "data")), text])
        browser.close()
    return float(found)


TIMED = """async ([names, text]) => {
  const { finderOf } = await import("https://bench.test/find.js");
  const find = finderOf(names);
  let best = Infinity;
  for (let round = 0; round < 7; round += 1) {
    const begun = performance.now();
    find(text);
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}"""

FINDERS: dict[str, Callable[[Dataset], Find]] = {
    OURS: ours,
    "flashtext": flashtext,
    "spaCy PhraseMatcher": phrase_matcher,
}
