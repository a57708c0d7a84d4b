"""Builds of this site, and bare MkDocs Material builds of the Markdown that it publishes.

A bare build has Material's stock theme, the same nav, Markdown extensions and validation, and the Markdown of every
page as a plain file; once with Material's default search plugin, which the aim is held against, and once without.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from tools.bench_markdown import SITE_URL, write_sources
from tools.bench_process import ROOT, Used, run, working

SECTIONS = ("treaties", "weapons", "glossary", "events", "organisations", "states")
OURS, BARE, UNSEARCHED = "this site", "bare", "bare, no search"
CONFIGURATIONS = {BARE: "mkdocs.yml", UNSEARCHED: "unsearched.yml"}
REAL = "real data"


@dataclass(frozen=True)
class Build:
    """A command that writes a site to a folder, and what it is called in the table."""

    dataset: str
    name: str
    options: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MeasuredBuild:
    """What one build took, and what it wrote. Sizes in bytes; those of entries' pages by section of the site."""

    build: Build
    used: Used
    pages: int
    size: int
    entry_pages: Mapping[str, tuple[int, ...]]

    @property
    def ms_a_page(self) -> float:
        """Milliseconds of processor time of the whole build for each page that it wrote."""
        return 1000 * self.used.cpu_seconds / self.pages

    @property
    def median_entry_page(self) -> float:
        """The size of the median page of an entry of any kind."""
        return median(size for sizes in self.entry_pages.values() for size in sizes)


def compared(dataset: str, data: Path, folder: Path, runs: int) -> Iterator[MeasuredBuild]:
    """Measure the build of this site of some data, then the bare builds of the same pages."""
    site, bare = folder / "site", folder / "bare"
    ours = ("--strict", "-f", str(ROOT / "mkdocs.yml"))
    yield best(Build(dataset, OURS, ours, {"ARMSREF_DATA": str(data)}), site, runs)
    write_sources(site, bare / "docs")
    write_configurations(bare)
    for name, configuration in CONFIGURATIONS.items():
        yield best(Build(dataset, name, ("-f", str(bare / configuration))), folder / "bare-site", runs)
    for written in (site, bare, folder / "bare-site"):
        shutil.rmtree(written)


def best(build: Build, site: Path, runs: int) -> MeasuredBuild:
    """Of several runs of a build the one that took the least processor time. The site of the last is left."""
    measured = []
    for number in range(1, runs + 1):
        with working(f"{build.dataset}: {build.name}, run {number} of {runs}"):
            measured.append(measure(build, site))
    return min(measured, key=lambda run: run.used.cpu_seconds)


def measure(build: Build, site: Path) -> MeasuredBuild:
    """Run a build and look at what it wrote. Raises ClickException where it fails."""
    shutil.rmtree(site, ignore_errors=True)
    command = (sys.executable, "-m", "mkdocs", "build", *build.options, "--site-dir", str(site))
    used = run(command, {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **build.environment})
    return MeasuredBuild(
        build=build,
        used=used,
        pages=sum(1 for _ in site.rglob("*.html")),
        size=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
        entry_pages={section: _sizes(site / section) for section in SECTIONS},
    )


def _sizes(section: Path) -> tuple[int, ...]:
    return tuple(page.stat().st_size for page in section.glob("*/index.html"))


def write_configurations(bare: Path) -> None:
    """Write the bare builds' configurations: Material as it comes, and this site's nav, extensions and validation."""
    from mkdocs.utils.yaml import yaml_load

    with (ROOT / "mkdocs.yml").open("rb") as file:
        ours: dict[str, Any] = yaml_load(file)
    config: dict[str, Any] = {key: ours[key] for key in ("site_name", "nav", "markdown_extensions", "validation")}
    config |= {"site_url": SITE_URL, "theme": {"name": "material"}}
    plugins = {BARE: ["search"], UNSEARCHED: []}
    for name, configuration in CONFIGURATIONS.items():
        (bare / configuration).write_text(yaml.dump(config | {"plugins": plugins[name]}), encoding="utf-8")
