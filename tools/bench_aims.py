"""The figures that the project watches, and what they should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tools import bench_lighthouse, bench_names, bench_search
from tools.bench_builds import BARE, OURS, REAL, MeasuredBuild
from tools.bench_editing import Edited
from tools.bench_library import Exported, Timed, Verdicts


@dataclass(frozen=True)
class Aim:
    """A limit, which a figure should have "at most" or "at least"."""

    limit: float
    bound: str = "at most"

    def is_met(self, value: float) -> bool:
        """Whether a value is within the limit."""
        return value <= self.limit if self.bound == "at most" else value >= self.limit


@dataclass(frozen=True)
class Figure:
    """Something measured, by processor time where it is one; beside it by the clock, which other work lengthens."""

    name: str
    value: float
    unit: str = ""
    by_clock: float | None = None

    @property
    def aim(self) -> Aim | None:
        """What it should be, if anybody has said so."""
        return AIMS.get(self.name)


AIMS = {
    "whole build / bare, real data": Aim(1.0),
    "whole build / bare, 1,000 entries": Aim(1.0),
    "whole build / bare, 4,000 entries": Aim(1.0),
    "a page, 4,000 entries / 1,000 entries": Aim(1.1),
    "peak memory, 4,000 entries": Aim(1.0),
    "median page of treaties, real data": Aim(40),
    "median page of weapons, real data": Aim(35),
    "median page of an entry, 1,000 entries": Aim(30),
    "median page of an entry, 4,000 entries": Aim(30),
    "open data, real data": Aim(20),
    "open data / rest of the build, real data": Aim(0.2),
    "armsref status": Aim(0.6),
    "armsref covers": Aim(0.6),
    "armsref check": Aim(1.0),
    "45,000 verdicts": Aim(2),
    "first page of the second preview, real data": Aim(5),
    "saved to page, real data": Aim(1),
    "saved to page, 1,000 entries": Aim(2),
    "a mistake told, real data": Aim(1),
    "precision, articles and reports": Aim(0.98, "at least"),
    "recall, articles and reports": Aim(0.95, "at least"),
    "precision, essays": Aim(0.98, "at least"),
    "recall, essays": Aim(0.95, "at least"),
    "false hits in 1,000 unrelated words": Aim(0.3),
    "names found, in Python": Aim(5, "at least"),
    "names found in 100 kB, in Chromium": Aim(100),
    "search: answered first": Aim(0.95, "at least"),
    "search: answered within three": Aim(0.98, "at least"),
    "search: nothing found": Aim(0.01),
    "search: answered first, worst kind": Aim(0.85, "at least"),
    "search: a key, 95 of 100": Aim(16),
    "search: fetched on first use": Aim(220),
    "Lighthouse: performance, coverage": Aim(0.95, "at least"),
    "Lighthouse: performance, other pages": Aim(1, "at least"),
    "Lighthouse: accessibility": Aim(1, "at least"),
    "Lighthouse: best-practices": Aim(1, "at least"),
    "Lighthouse: seo": Aim(1, "at least"),
    "layout shift": Aim(0),
    "transferred, home": Aim(35),
    "transferred, inf-treaty": Aim(35),
    "transferred, oreshnik": Aim(35),
    "transferred, ru": Aim(35),
    "elements, coverage": Aim(2500),
}
# The pages of entries, and home; lists and tools hold more.
WEIGHED = ("home", "inf-treaty", "oreshnik", "ru")


def of_builds(builds: Sequence[MeasuredBuild]) -> Iterator[Figure]:
    """What the builds come to: beside the bare ones, among many entries, in memory and in sizes of pages."""
    ours = [measured for measured in builds if measured.build.name == OURS]
    bare = {measured.build.dataset: measured for measured in builds if measured.build.name == BARE}
    yield from (_beside_bare(build, bare[build.build.dataset]) for build in ours if build.build.dataset in bare)
    synthetic = [measured for measured in ours if measured.build.dataset != REAL]
    if len(synthetic) > 1:
        yield _growth(synthetic[0], synthetic[-1])
    yield from (Figure(f"peak memory, {build.build.dataset}", build.used.memory / 1e9, " GB") for build in ours)
    for build in ours:
        yield from _pages(build)


def _beside_bare(ours: MeasuredBuild, bare: MeasuredBuild) -> Figure:
    by_cpu, by_clock = ours.used.cpu_seconds / bare.used.cpu_seconds, ours.used.seconds / bare.used.seconds
    return Figure(f"whole build / bare, {ours.build.dataset}", by_cpu, by_clock=by_clock)


def _growth(few: MeasuredBuild, many: MeasuredBuild) -> Figure:
    by_clock = many.used.seconds / many.pages / (few.used.seconds / few.pages)
    name = f"a page, {many.build.dataset} / {few.build.dataset}"
    return Figure(name, many.ms_a_page / few.ms_a_page, by_clock=by_clock)


def _pages(ours: MeasuredBuild) -> Iterator[Figure]:
    dataset = ours.build.dataset
    yield Figure(f"median page of an entry, {dataset}", ours.median_entry_page / 1e3, " kB")
    if dataset == REAL:
        for section, sizes in ours.entry_pages.items():
            yield Figure(f"median page of {section}, {dataset}", median(sizes) / 1e3, " kB")


def of_exports(exports: Sequence[Exported], builds: Sequence[MeasuredBuild]) -> Iterator[Figure]:
    """How large the open data of each dataset is, and by how much it adds to the build where that was measured.

    By processor time alone: the build makes it beside the pages, so that the clock tells less.
    """
    ours = {measured.build.dataset: measured.used for measured in builds if measured.build.name == OURS}
    for export in exports:
        yield Figure(f"open data, {export.dataset}", export.size / 1e6, " MB")
        build = ours.get(export.dataset)
        if build:
            share = export.cpu_seconds / (build.cpu_seconds - export.cpu_seconds)
            yield Figure(f"open data / rest of the build, {export.dataset}", share)


def of_commands(commands: Sequence[Timed]) -> Iterator[Figure]:
    """What the commands of the library take, at best."""
    for command in commands:
        yield Figure(command.name, command.best.cpu_seconds, " s", command.best.seconds)


def of_editing(edited: Edited) -> Iterator[Figure]:
    """How long one waits for a page after an edit, by the clock."""
    yield Figure(f"first page of the second preview, {edited.dataset}", edited.first_page, " s")
    yield Figure(f"saved to page, {edited.dataset}", edited.page, " s")
    yield Figure(f"a new name to page, {edited.dataset}", edited.renamed, " s")
    yield Figure(f"a mistake told, {edited.dataset}", edited.mistake, " s")


def of_verdicts(verdicts: Verdicts) -> Figure:
    """How long verdicts take to work out."""
    return Figure(f"{verdicts.number:,} verdicts", verdicts.cpu_seconds, " s", verdicts.seconds)


def of_names(found: bench_names.MeasuredFinder, ms_in_chromium: float) -> Iterator[Figure]:
    """How well and how fast this project finds names."""
    for groups in (("articles", "reports"), ("essays",)):
        score = found.score(*groups)
        yield Figure(f"precision, {' and '.join(groups)}", score.precision)
        yield Figure(f"recall, {' and '.join(groups)}", score.recall)
    yield Figure("false hits in 1,000 unrelated words", found.score("unrelated").false_per_thousand)
    yield Figure("names found, in Python", found.speed, " MB/s")
    yield Figure("names found in 100 kB, in Chromium", ms_in_chromium, " ms")


def of_search(measured: bench_search.MeasuredSearch) -> Iterator[Figure]:
    """What the search comes to over all queries, in the kind that it does worst, in time and in size."""
    whole = measured.score(bench_search.ALL)
    ours = [score for score in measured.scores if score.search == bench_search.OURS]
    yield Figure("search: answered first", whole.first)
    yield Figure("search: answered within three", whole.first_three)
    yield Figure("search: nothing found", whole.nothing)
    yield Figure("search: answered first, worst kind", min(score.first for score in ours))
    yield Figure("search: a key, 95 of 100", measured.key, " ms")
    yield Figure("search: fetched on first use", measured.fetched / 1000, " kB")


def of_audits(audits: Sequence[bench_lighthouse.Audit]) -> Iterator[Figure]:
    """What Lighthouse found on the page that does worst, and how much the pages of entries and the home page weigh."""
    pages = {audit.page: audit for audit in audits}
    performance = {page: audit.scores["performance"] for page, audit in pages.items()}
    yield Figure("Lighthouse: performance, coverage", performance.pop("coverage"))
    yield Figure("Lighthouse: performance, other pages", min(performance.values()))
    for category in bench_lighthouse.CATEGORIES[1:]:
        yield Figure(f"Lighthouse: {category}", min(audit.scores[category] for audit in audits))
    yield Figure("layout shift", max(audit.shift for audit in audits))
    for page in WEIGHED:
        yield Figure(f"transferred, {page}", pages[page].transferred / 1000, " kB")
    yield Figure("elements, coverage", pages["coverage"].elements)
