"""Measure how fast and how large the site is built, what the library takes, and how well names and entries are found.

Run as `python -m tools.bench`; every part measures in processes of its own, and the figures are held against the aims
in tools/bench_aims.py.
"""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from tools import bench_aims, bench_lighthouse, bench_names, bench_search, bench_tables, synthetic
from tools.bench_aims import Figure
from tools.bench_builds import REAL, MeasuredBuild, compared
from tools.bench_editing import time_editing
from tools.bench_library import COMMANDS, Exported, Timed, time_command, time_export, time_verdicts
from tools.bench_process import ROOT, answered_in_own_process, say, working


@dataclass(frozen=True)
class Settings:
    """What is measured, in a folder to work in: numbers of synthetic entries, builds of each kind, real data or not."""

    folder: Path
    sizes: tuple[int, ...]
    runs: int
    real: bool

    def datasets(self) -> Iterator[tuple[str, Path]]:
        """The datasets by their names, from few entries to many; a synthetic one is written when first asked for."""
        for entries in self.sizes:
            data = self.folder / f"data-{entries}"
            if not data.exists():
                with working(f"{entries:,} entries: writing the data"):
                    answered_in_own_process(synthetic.write, data, entries)
            yield f"{entries:,} entries", data
        if self.real:
            yield REAL, ROOT / "data"


@dataclass
class Results:
    """What was measured so far."""

    builds: list[MeasuredBuild] = field(default_factory=list)
    exports: list[Exported] = field(default_factory=list)
    commands: list[Timed] = field(default_factory=list)
    others: list[Figure] = field(default_factory=list)

    def show(self) -> None:
        """Print all tables."""
        bench_tables.show(
            bench_tables.builds_table(self.builds),
            bench_tables.exports_table(self.exports),
            bench_tables.commands_table(self.commands),
            bench_tables.figures_table(self.figures()),
        )

    def figures(self) -> Iterator[Figure]:
        """The figures that the measurements come to."""
        yield from self.others
        yield from bench_aims.of_commands(self.commands)
        yield from bench_aims.of_builds(self.builds)
        yield from bench_aims.of_exports(self.exports, self.builds)


# The parts


def measure_names(_: Settings, results: Results) -> None:
    """How well and how fast names are found, and their tables; nothing where the texts are not there."""
    if not bench_names.texts():
        say(f"The finding of names is not measured: there are no texts in {bench_names.TEXTS}")
        return
    with working("names in texts: this project's finder and others"):
        finders = answered_in_own_process(bench_names.measured)
        in_chromium = answered_in_own_process(bench_names.in_chromium)
    bench_tables.show(*bench_tables.names_tables(finders))
    results.others += bench_aims.of_names(finders[0], in_chromium)


def measure_search(_: Settings, results: Results) -> None:
    """How well and how fast entries are found by what readers type, beside lunr."""
    with working("the search in Chromium, and lunr"):
        measured = answered_in_own_process(bench_search.measured)
    bench_tables.show(*bench_tables.search_tables(measured))
    results.others += bench_aims.of_search(measured)


def measure_pages(settings: Settings, results: Results) -> None:
    """What Lighthouse says of a page of each kind; nothing where what it needs is not there."""
    if missing := bench_lighthouse.missing():
        say(f"Lighthouse is not run: there is no {missing}.")
        return
    audits = bench_lighthouse.audited(settings.folder)
    bench_tables.show(bench_tables.audits_table(audits))
    results.others += bench_aims.of_audits(audits)


def measure_commands(settings: Settings, results: Results) -> None:
    """What the library takes in the terminal, and for its verdicts alone."""
    for name in COMMANDS:
        with working(name):
            results.commands.append(time_command(name))
    with working("verdicts"):
        verdicts = answered_in_own_process(time_verdicts, settings.folder / "verdicts")
    results.others.append(bench_aims.of_verdicts(verdicts))


def measure_export(settings: Settings, results: Results) -> None:
    """What the open data takes by itself."""
    for name, data in settings.datasets():
        with working(f"{name}: open data"):
            results.exports.append(answered_in_own_process(time_export, data, name))


def measure_builds(settings: Settings, results: Results) -> None:
    """What the site takes, beside bare sites of the same pages."""
    for name, data in settings.datasets():
        results.builds.extend(compared(name, data, settings.folder, settings.runs))


def measure_editing(settings: Settings, results: Results) -> None:
    """How long somebody waits who edits the data beside a preview."""
    for name, data in settings.datasets():
        with working(f"{name}: edits"):
            results.others += bench_aims.of_editing(answered_in_own_process(time_editing, name, data, settings.folder))


PARTS: dict[str, Callable[[Settings, Results], None]] = {
    "names": measure_names,
    "search": measure_search,
    "lighthouse": measure_pages,
    "commands": measure_commands,
    "export": measure_export,
    "build": measure_builds,
    "editing": measure_editing,
}


@click.command()
@click.option(
    "--only", "parts", multiple=True, type=click.Choice(list(PARTS)), help="Measure this part; may be repeated."
)
@click.option("--sizes", default="1000,4000", show_default=True, help="Numbers of synthetic entries, from few to many.")
@click.option(
    "--runs", default=1, show_default=True, type=click.IntRange(1), help="Builds of each kind; the best counts."
)
@click.option("--real/--no-real", default=True, show_default=True, help="Build the real data too.")
def main(parts: tuple[str, ...], sizes: str, runs: int, real: bool) -> None:
    """Measure speed and size: of the site, the open data, the commands, the finding of names, and the search."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the temporary folder goes then too
    results = Results()
    try:
        with tempfile.TemporaryDirectory(prefix="armsref-bench-") as folder:
            settings = Settings(Path(folder), tuple(int(size) for size in sizes.split(",") if size), runs, real)
            for part in parts or PARTS:
                PARTS[part](settings, results)
    finally:  # what was measured before an interruption is told too
        results.show()


if __name__ == "__main__":
    main()
