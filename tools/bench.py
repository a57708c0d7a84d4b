"""Measure how fast and how large the site is built, beside a bare MkDocs Material build of the same Markdown.

The bare build has Material's stock theme, the same Markdown extensions, and the Markdown of every page as it is after
the macros, as plain files outside the nav; once with Material's default search plugin, which is what the aim is held
against, and once without.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any, TypeVar

import bench_names
import click
import synthetic
import yaml
from rich import box
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
SECTIONS = ("treaties", "weapons", "glossary", "events", "organisations", "states")
OURS, BARE, UNSEARCHED = "this site", "bare", "bare, no search"
REAL = "real data"
SITE_URL = "http://127.0.0.1:8000/"

MOST_OF_BARE = 1.3
MOST_GROWTH = 1.1
MOST_PAGE_KB = 30
MOST_REAL_SECONDS = 5
MOST_VERDICT_SECONDS = 2
LEAST_PRECISION, LEAST_RECALL = 0.98, 0.95
MOST_FALSE = 0.3
LEAST_SPEED = 5
MOST_CHROMIUM_MS = 100
MOST_EXPORT_SHARE = 0.2
# What the verdicts are timed on.
WEAPONS, PROVISIONS = 300, 150

T = TypeVar("T")
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
progress = Console(stderr=True, highlight=False)


@dataclass(frozen=True)
class Build:
    """A command that writes a site to a folder, and what it is called in the table."""

    dataset: str
    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Measured:
    """What one build took, and what it wrote. Memory and sizes in bytes."""

    build: Build
    seconds: float
    cpu_seconds: float
    memory: int
    pages: int
    entries: int
    size: int
    entry_page: float

    @property
    def ms_a_page(self) -> float:
        """Milliseconds of the whole build for each page that it wrote."""
        return 1000 * self.seconds / self.pages


@dataclass(frozen=True)
class Exported:
    """What the open data of a dataset took by itself, its pages left out, and how large it is. Size in bytes."""

    dataset: str
    seconds: float
    cpu_seconds: float
    files: int
    size: int


@dataclass(frozen=True)
class Aim:
    """A figure beside its `limit`, which it should have "at most" or "at least", as `bound` says.

    Where other work may have slowed it, also by processor time.
    """

    figure: str
    value: float
    limit: float
    unit: str = ""
    by_cpu: float | None = None
    bound: str = "at most"

    @property
    def verdict(self) -> str:
        """Whether the aim is met."""
        met = self.value <= self.limit if self.bound == "at most" else self.value >= self.limit
        return "met" if met else "missed"


@click.command()
@click.option("--sizes", default="1000,4000", show_default=True, help="Numbers of entries, from few to many.")
@click.option(
    "--runs", default=1, show_default=True, type=click.IntRange(1), help="Builds of each kind; the best counts."
)
@click.option("--real/--no-real", default=True, show_default=True, help="Build the real data too.")
@click.option("--names/--no-names", default=True, show_default=True, help="Measure the finding of names too.")
def main(sizes: str, runs: int, real: bool, names: bool) -> None:
    """Measure how fast and how large the site is built, and how well names are found in texts."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the temporary folder goes then too
    numbers = [int(size) for size in sizes.split(",") if size]
    found: list[Measured | Exported] = []
    verdicts: list[Aim] = []
    verdicts += names_found() if names else []
    try:
        with tempfile.TemporaryDirectory(prefix="armsref-bench-") as name:
            verdicts.append(answered_in_own_process(time_verdicts, Path(name) / "verdicts"))
            found.extend(measurements(Path(name), numbers, runs, real))
    finally:  # what was measured before an interruption is told too
        print_tables(found, verdicts)


def measurements(folder: Path, sizes: Sequence[int], runs: int, real: bool) -> Iterator[Measured | Exported]:
    """Measure everything that was asked for."""
    for entries in sizes:
        yield from synthetic_builds(folder, entries, runs)
    if real:
        yield answered_in_own_process(time_export, ROOT / "data", REAL)
        yield best(Build(REAL, OURS, our_command()), folder, runs)


def names_found() -> list[Aim]:
    """How well and how fast names are found; prints the tables. Nothing where the texts are not there."""
    if not bench_names.texts():
        say(f"The finding of names is not measured: there are no texts in {bench_names.TEXTS}")
        return []
    say("names in texts: this project's finder and others")
    found = list(bench_names.measured())
    print_names(found)
    ours = found[0]
    tuned, essays = ours.score("articles", "reports"), ours.score("essays")
    return [
        Aim("precision, articles and reports", tuned.precision, LEAST_PRECISION, bound="at least"),
        Aim("recall, articles and reports", tuned.recall, LEAST_RECALL, bound="at least"),
        Aim("precision, essays", essays.precision, LEAST_PRECISION, bound="at least"),
        Aim("recall, essays", essays.recall, LEAST_RECALL, bound="at least"),
        Aim("false hits in 1,000 unrelated words", ours.score("unrelated").false_per_thousand, MOST_FALSE),
        Aim("names found, in Python", ours.speed, LEAST_SPEED, " MB/s", bound="at least"),
        Aim("names found in 100 kB, in Chromium", bench_names.in_chromium(), MOST_CHROMIUM_MS, " ms"),
    ]


def time_verdicts(data: Path) -> Aim:
    """How long it takes to work out the verdict of every provision on every weapon, for one day."""
    from datetime import date

    from armsref import load
    from armsref.law.coverage import Coverage
    from armsref.model import Weapon

    synthetic.write(data, entries=WEAPONS * 3, with_conditions=PROVISIONS // 3)
    dataset = load(data)
    weapons = dataset.of_kind(Weapon)[:WEAPONS]
    begun, begun_cpu = time.perf_counter(), time.process_time()
    coverage = Coverage(dataset)
    count = sum(len(coverage.verdicts(weapon, date(1990, 1, 1))) for weapon in weapons)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    figure = f"{count:,} verdicts, {len(weapons)} weapons by {count // len(weapons)} provisions"
    return Aim(figure, seconds, MOST_VERDICT_SECONDS, " s", cpu)


def time_export(data: Path, label: str) -> Exported:
    """How long it takes to make all open data, with nothing worked out before."""
    from armsref import load
    from armsref.export.edition import Edition
    from armsref.export.outputs import files
    from armsref.history.release import release_of

    dataset, release = load(data), release_of(data, SITE_URL)
    begun, begun_cpu = time.perf_counter(), time.process_time()
    sizes = [len(content) for _, content in files(Edition(dataset, release))]
    seconds, cpu = time.perf_counter() - begun, time.process_time() - begun_cpu
    return Exported(label, seconds, cpu, len(sizes), sum(sizes))


def synthetic_builds(folder: Path, entries: int, runs: int) -> Iterator[Measured | Exported]:
    """Measure this site, its open data and the bare sites with so many synthetic entries."""
    data, bare, label = folder / "data", folder / "bare", f"{entries:,} entries"
    say(f"{label}: writing the data and its Markdown")
    in_own_process(write_inputs, data, bare, entries)
    yield answered_in_own_process(time_export, data, label)
    builds = (
        Build(label, OURS, our_command(), {"ARMSREF_DATA": str(data)}),
        Build(label, BARE, mkdocs("-f", str(bare / "mkdocs.yml"))),
        Build(label, UNSEARCHED, mkdocs("-f", str(bare / "unsearched.yml"))),
    )
    for build in builds:
        yield best(build, folder, runs)
    shutil.rmtree(data)
    shutil.rmtree(bare)


def best(build: Build, folder: Path, runs: int) -> Measured:
    """The quickest of several runs of a build."""
    found = []
    for run in range(1, runs + 1):
        with working(f"{build.dataset}: {build.name}, run {run} of {runs}"):
            found.append(measure(build, folder))
    return min(found, key=lambda measured: measured.seconds)


# What is built


def our_command() -> tuple[str, ...]:
    """The command that builds this site."""
    return mkdocs("--strict", "-f", str(ROOT / "mkdocs.yml"))


def mkdocs(*options: str) -> tuple[str, ...]:
    """A build by MkDocs, in this Python."""
    return (sys.executable, "-m", "mkdocs", "build", *options)


def write_inputs(data: Path, bare: Path, entries: int) -> None:
    """Write a synthetic dataset, and the bare builds' folder: their Markdown and their two configurations."""
    synthetic.write(data, entries)
    write_markdown(data, bare / "docs")
    write_configurations(bare)


def write_markdown(data: Path, docs: Path) -> None:
    """Write every page as it is after the macros: each entry's, and those of docs/ with their lists."""
    from macros.site import current, page_of

    author = _Author(data, docs.with_name("published"))
    for entry in current(data).dataset:
        write_page(docs / page_of(entry), author.entry(entry.id, page_of(entry)))
    for path in sorted((ROOT / "docs").rglob("*.md")):
        inside = path.relative_to(ROOT / "docs")
        write_page(docs / inside, author.rendered(path.read_text(encoding="utf-8"), inside.as_posix()))


def write_page(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_configurations(bare: Path) -> None:
    """Write the bare builds' configurations: Material as it comes, and this site's nav, extensions and validation."""
    from mkdocs.utils.yaml import yaml_load

    with (ROOT / "mkdocs.yml").open("rb") as file:
        ours: dict[str, Any] = yaml_load(file)
    kept: dict[str, Any] = {
        key: ours[key] for key in ("site_name", "nav", "markdown_extensions", "validation") if key in ours
    }
    config = {**kept, "site_url": SITE_URL, "theme": {"name": "material"}}
    write_page(bare / "mkdocs.yml", yaml.dump(config | {"plugins": ["search"]}))
    write_page(bare / "unsearched.yml", yaml.dump(config | {"plugins": []}))


class _Author:
    """Stands in for the macros plugin: it gathers the macros, and expands them outside a build."""

    def __init__(self, data: Path, site: Path) -> None:
        from armsref.export.outputs import write
        from macros import define_env
        from macros.site import current, published

        write(published(data, SITE_URL), site)  # the page on the data tells how large the files are
        self.conf = {
            "extra": {"data": str(data)},
            "site_name": "Bench",
            "site_url": SITE_URL,
            "site_dir": str(site),
            "repo_url": "",
        }
        self.macros: dict[str, Callable[..., str]] = {}
        self.page = SimpleNamespace(url="", edit_url="")
        self.site = current(data)
        define_env(self)

    def macro(self, function: Callable[..., str], name: str = "") -> None:
        """Take a macro, as the plugin's environment does."""
        self.macros[name or function.__name__] = function

    def entry(self, entry_id: str, source: str) -> str:
        """The Markdown of an entry's page."""
        self.page.url = url_of(source)
        return self.macros["entry"](entry_id)

    def rendered(self, text: str, source: str) -> str:
        """The Markdown of a page of docs/; of its front matter only the title, for the rest is of this site's theme."""
        from jinja2 import Environment
        from mkdocs.utils.meta import get_data

        self.page.url = url_of(source)
        body, meta = get_data(text)
        text = self.site.filled(Environment().from_string(body).render(self.macros, config=self.conf))
        return f"---\ntitle: {meta['title']}\n---\n\n{text}\n"


def url_of(source: str) -> str:
    """The address of a page below the site's root."""
    stem = source.removesuffix(".md").removesuffix("index")
    return stem if stem.endswith("/") or not stem else f"{stem}/"


# Running and measuring


def measure(build: Build, folder: Path) -> Measured:
    """Run a build in a process of its own and look at what it wrote. Raises ClickException where it fails."""
    site = folder / "site"
    environment = {key: value for key, value in os.environ.items() if key not in ("REPO_URL", "ARMSREF_DATA")}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **build.environment}
    with (folder / "log").open("w+", encoding="utf-8") as log:
        began = time.perf_counter()
        command = [*build.command, "--site-dir", str(site)]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        status, usage = wait(process)
        seconds = time.perf_counter() - began
        if status:
            log.seek(0)
            raise click.ClickException(f"{build.name} of {build.dataset} failed:\n{log.read()[-3000:]}")
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    entries = [page.stat().st_size for section in SECTIONS for page in site.glob(f"{section}/*/index.html")]
    measured = Measured(
        build=build,
        seconds=seconds,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * MAXRSS_BYTES,
        pages=len(pages),
        entries=len(entries),
        size=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
        entry_page=median(entries),
    )
    shutil.rmtree(site)
    return measured


def wait(process: subprocess.Popen[bytes]) -> tuple[int, Any]:
    """The exit status of a process and what it used; it does not outlive an interruption."""
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def answered_in_own_process(function: Callable[..., T], *arguments: Any) -> T:
    """What a function answers in a fresh process."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def in_own_process(function: Callable[..., None], *arguments: Any) -> None:
    """Call a function in a fresh process. Raises ClickException where it fails.

    Linux counts the memory of the process that starts a build towards the build's peak, so this one has to stay small.
    """
    process = multiprocessing.get_context("spawn").Process(target=function, args=arguments)
    process.start()
    try:
        process.join()
    finally:
        process.kill()
        process.join()
    if process.exitcode:
        raise click.ClickException(f"{function.__name__} failed")


# Telling


def say(words: str) -> None:
    """Tell on stderr what begins now."""
    progress.print(f"{time.strftime('%H:%M:%S')} {words}")


@contextmanager
def working(words: str) -> Iterator[None]:
    """Tell on stderr what begins now; on a terminal, something turns until it is done."""
    say(words)
    with progress.status("building", refresh_per_second=2):
        yield


def print_tables(measured: Sequence[Measured | Exported], verdicts: list[Aim]) -> None:
    """Print what was measured, and beside it what it should be; as Markdown tables."""
    found = [each for each in measured if isinstance(each, Measured)]
    exported = [each for each in measured if isinstance(each, Exported)]
    columns = ("data", "build", "pages", "seconds", "CPU s", "ms a page", "peak MB", "site MB", "median entry page kB")
    rows = [
        (
            each.build.dataset,
            each.build.name,
            f"{each.pages:,}",
            f"{each.seconds:.1f}",
            f"{each.cpu_seconds:.1f}",
            f"{each.ms_a_page:.1f}",
            f"{each.memory / 1e6:,.0f}",
            f"{each.size / 1e6:.1f}",
            f"{each.entry_page / 1e3:.1f}",
        )
        for each in found
    ]
    console = Console(width=140)
    export_rows = [
        (each.dataset, f"{each.files:,}", f"{each.seconds:.1f}", f"{each.cpu_seconds:.1f}", f"{each.size / 1e6:.1f}")
        for each in exported
    ]
    aims = [*verdicts, *aims_of(found), *shares(found, exported)]
    console.print(
        table(columns, rows, 2),
        table(("open data of", "files", "seconds", "CPU s", "MB"), export_rows, 1),
        table(("figure", "value", "by CPU", "aim", ""), aim_rows(aims), 1),
    )


def print_names(found: Sequence[bench_names.Measured]) -> None:
    """Print how well each finder did in each text, and the worst errors of this project's; as Markdown tables."""
    console = Console(width=140)
    rows = [
        (each.name, f"{text.group}: {text.name[:40]}", *_scored(score))
        for each in found
        for text, score in each.scores.items()
    ]
    rows += [(each.name, f"all {group}", *_scored(each.score(group))) for each in found for group in bench_names.GROUPS]
    console.print(
        table(("finder", "text", "precision", "recall", "false in 1,000 words"), rows, 2),
        table(("finder", "MB/s"), [(each.name, f"{each.speed:.2f}") for each in found], 1),
        table(("error", "words", "entry", "times"), [(*each[:3], str(each[3])) for each in found[0].errors()], 3),
    )


def _scored(score: bench_names.Score) -> tuple[str, ...]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.false_per_thousand:.2f}"


def aim_rows(aims: Sequence[Aim]) -> list[tuple[str, ...]]:
    """The figures that there are aims for, in words."""
    return [
        (
            aim.figure,
            f"{aim.value:.2f}{aim.unit}",
            f"{aim.by_cpu:.2f}{aim.unit}" if aim.by_cpu is not None else "",
            f"{aim.bound} {aim.limit:g}{aim.unit}",
            aim.verdict,
        )
        for aim in aims
    ]


def table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], words: int) -> Table:
    """A table whose first columns are words and whose others are figures."""
    made = Table(box=box.MARKDOWN)
    for index, column in enumerate(columns):
        made.add_column(column, justify="left" if index < words else "right", no_wrap=True)
    for row in rows:
        made.add_row(*row)
    return made


def aims_of(found: Sequence[Measured]) -> list[Aim]:
    """The figures that the project has aims for."""
    ours = [each for each in found if each.build.name == OURS and each.build.dataset != REAL]
    bare = {each.build.dataset: each for each in found if each.build.name == BARE}
    aims = [against_bare(each, bare[each.build.dataset]) for each in ours if each.build.dataset in bare]
    if len(ours) > 1:
        aims.append(growth(ours[0], ours[-1]))
    aims += [entry_page(each) for each in ours]
    aims += [
        Aim(f"{REAL}, {each.entries} entries", each.seconds, MOST_REAL_SECONDS, " s", each.cpu_seconds)
        for each in found
        if each.build.dataset == REAL
    ]
    return aims


def shares(found: Sequence[Measured], exported: Sequence[Exported]) -> list[Aim]:
    """By how much the open data lengthens each build."""
    builds = {each.build.dataset: each for each in found if each.build.name == OURS}
    return [
        Aim(
            f"open data / rest of the build, {each.dataset}",
            each.seconds / (builds[each.dataset].seconds - each.seconds),
            MOST_EXPORT_SHARE,
            "",
            each.cpu_seconds / (builds[each.dataset].cpu_seconds - each.cpu_seconds),
        )
        for each in exported
        if each.dataset in builds
    ]


def entry_page(measured: Measured) -> Aim:
    """How large the page of an entry is."""
    return Aim(f"median entry page, {measured.build.dataset}", measured.entry_page / 1e3, MOST_PAGE_KB, " kB")


def against_bare(ours: Measured, bare: Measured) -> Aim:
    """How many times as long as the bare build this site's takes."""
    figure = f"seconds, {OURS} / {BARE}, {ours.build.dataset}"
    return Aim(figure, ours.seconds / bare.seconds, MOST_OF_BARE, "", ours.cpu_seconds / bare.cpu_seconds)


def growth(few: Measured, many: Measured) -> Aim:
    """How many times as long a page takes among many as among few."""
    figure = f"seconds a page, {many.build.dataset} / {few.build.dataset}"
    by_cpu = many.cpu_seconds / many.pages / (few.cpu_seconds / few.pages)
    return Aim(figure, many.ms_a_page / few.ms_a_page, MOST_GROWTH, "", by_cpu)


if __name__ == "__main__":
    main()
