"""What was measured, as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from tools import bench_lighthouse, bench_names, bench_search
from tools.bench_aims import Figure
from tools.bench_builds import MeasuredBuild
from tools.bench_library import Exported, Timed

WIDTH = 140
Row = tuple[str, ...]


def show(*tables: Table) -> None:
    """Print tables; one without rows is left out."""
    Console(width=WIDTH).print(*(table for table in tables if table.row_count))


def builds_table(builds: Iterable[MeasuredBuild]) -> Table:
    """What the builds took, and what they wrote."""
    columns = ("data", "build", "pages", "seconds", "CPU s", "CPU ms a page", "peak MB", "site MB", "entry page kB")
    return _table(columns, map(_build_row, builds), words=2)


def _build_row(measured: MeasuredBuild) -> Row:
    return (
        measured.build.dataset,
        measured.build.name,
        f"{measured.pages:,}",
        f"{measured.used.seconds:.1f}",
        f"{measured.used.cpu_seconds:.1f}",
        f"{measured.ms_a_page:.1f}",
        f"{measured.used.memory / 1e6:,.0f}",
        f"{measured.size / 1e6:.1f}",
        f"{measured.median_entry_page / 1e3:.1f}",
    )


def exports_table(exports: Iterable[Exported]) -> Table:
    """What the open data took, and how large it is."""
    rows = (
        (data.dataset, f"{data.files:,}", f"{data.seconds:.1f}", f"{data.cpu_seconds:.1f}", f"{data.size / 1e6:.1f}")
        for data in exports
    )
    return _table(("open data of", "files", "seconds", "CPU s", "MB"), rows, words=1)


def commands_table(commands: Iterable[Timed]) -> Table:
    """What the commands took when they were first run, and at best."""
    rows = (
        (command.name, f"{command.first.cpu_seconds:.2f}", f"{command.best.cpu_seconds:.2f}", _mb(command.best.memory))
        for command in commands
    )
    return _table(("command", "first run, CPU s", "best run, CPU s", "peak MB"), rows, words=1)


def _mb(size: int) -> str:
    return f"{size / 1e6:,.0f}"


def figures_table(figures: Iterable[Figure]) -> Table:
    """The figures, and whether those that there are aims for meet them."""
    columns = ("figure", "value, by CPU where it is time", "by the clock", "aim", "")
    return _table(columns, map(_figure_row, figures), words=1)


def _figure_row(figure: Figure) -> Row:
    aim, by_clock = figure.aim, figure.by_clock
    return (
        figure.name,
        f"{figure.value:.2f}{figure.unit}",
        f"{by_clock:.2f}{figure.unit}" if by_clock is not None else "",
        f"{aim.bound} {aim.limit:g}{figure.unit}" if aim else "",
        ("met" if aim.is_met(figure.value) else "missed") if aim else "",
    )


def names_tables(finders: Sequence[bench_names.MeasuredFinder]) -> Iterator[Table]:
    """How well each finder of names did in each text, how fast, and the worst errors of the first, which is ours."""
    yield _table(("finder", "text", "precision", "recall", "false in 1,000 words"), _scores(finders), words=2)
    yield _table(("finder", "MB/s"), ((finder.name, f"{finder.speed:.2f}") for finder in finders), words=1)
    errors = ((*error[:3], str(error[3])) for error in finders[0].errors())
    yield _table(("error", "words", "entry", "times"), errors, words=3)


def _scores(finders: Sequence[bench_names.MeasuredFinder]) -> Iterator[Row]:
    for finder in finders:
        for text, score in finder.scores.items():
            yield finder.name, f"{text.group}: {text.name[:40]}", *_scored(score)
    for finder in finders:
        for group in bench_names.GROUPS:
            yield finder.name, f"all {group}", *_scored(finder.score(group))


def _scored(score: bench_names.Score) -> Row:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.false_per_thousand:.2f}"


def search_tables(measured: bench_search.MeasuredSearch) -> Iterator[Table]:
    """How each search did with the queries of each kind, and which queries ours does not answer first."""
    rows = (
        (score.search, score.kind, str(score.asked), *map(_share, (score.first, score.first_three, score.nothing)))
        for score in measured.scores
    )
    yield _table(("search", "kind", "queries", "success@1", "success@3", "nothing found"), rows, words=2)
    missed = ((query.kind, query.text, " ".join(sorted(query.expected)), found) for query, found in measured.missed)
    yield _table(("kind", "not first for", "expected", "found"), missed, words=4)


def _share(share: float) -> str:
    return f"{100 * share:.1f} %"


def audits_table(audits: Iterable[bench_lighthouse.Audit]) -> Table:
    """What Lighthouse found of each page."""
    columns = ("page", *bench_lighthouse.CATEGORIES, "layout shift", "transferred kB", "elements")
    return _table(columns, map(_audit_row, audits), words=1)


def _audit_row(audit: bench_lighthouse.Audit) -> Row:
    scores = (f"{100 * audit.scores[name]:.0f}" for name in bench_lighthouse.CATEGORIES)
    return audit.page, *scores, f"{audit.shift:.3f}", f"{audit.transferred / 1e3:.1f}", f"{audit.elements:,}"


def _table(columns: Row, rows: Iterable[Row], words: int) -> Table:
    """A table whose first columns are words and whose others are figures."""
    made = Table(box=box.MARKDOWN)
    for index, column in enumerate(columns):
        made.add_column(column, justify="left" if index < words else "right", no_wrap=True)
    for row in rows:
        made.add_row(*row)
    return made
