"""What the library takes without a site: verdicts, open data, and its commands as whole processes."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools import synthetic
from tools.bench_markdown import SITE_URL
from tools.bench_process import Used, run

# What the verdicts are timed on.
WEAPONS, PROVISIONS = 300, 150
COMMANDS = {
    "armsref status": ("status", "new-start"),
    "armsref covers": ("covers", "oreshnik"),
    "armsref check": ("check",),
}
COMMAND_RUNS = 5


@dataclass(frozen=True)
class Verdicts:
    """How long it took to work out so many verdicts."""

    number: int
    seconds: float
    cpu_seconds: float


@dataclass(frozen=True)
class Exported:
    """What the open data of a dataset took by itself, its pages left out, and how large it is. Size in bytes."""

    dataset: str
    seconds: float
    cpu_seconds: float
    files: int
    size: int


@dataclass(frozen=True)
class Timed:
    """A command as a whole process: its first run, which may have to keep what later ones find, and its best."""

    name: str
    first: Used
    best: Used


def time_verdicts(data: Path) -> Verdicts:
    """How long it takes to work out the verdict of every provision on every weapon, for one day."""
    from datetime import date

    from armsref import load
    from armsref.law.coverage import Coverage
    from armsref.model import Weapon

    synthetic.write(data, entries=WEAPONS * 3, with_conditions=PROVISIONS // 3)
    dataset = load(data)
    weapons = dataset.of_kind(Weapon)[:WEAPONS]
    began, began_cpu = time.perf_counter(), time.process_time()
    coverage = Coverage(dataset)
    number = sum(len(coverage.verdicts(weapon, date(1990, 1, 1))) for weapon in weapons)
    return Verdicts(number, time.perf_counter() - began, time.process_time() - began_cpu)


def time_export(data: Path, dataset_name: str) -> Exported:
    """How long it takes to make all open data, with nothing worked out before."""
    from armsref import load
    from armsref.export.edition import Edition
    from armsref.export.outputs import files
    from armsref.history.release import release_of

    dataset, release = load(data), release_of(data, SITE_URL)
    began, began_cpu = time.perf_counter(), time.process_time()
    sizes = [len(content) for _, content in files(Edition(dataset, release))]
    seconds, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    return Exported(dataset_name, seconds, cpu, len(sizes), sum(sizes))


def time_command(name: str) -> Timed:
    """How long one of COMMANDS takes on the real data, from the start of Python to its end."""
    command = (sys.executable, "-m", "armsref.cli.main", *COMMANDS[name])
    runs = [run(command, {}) for _ in range(COMMAND_RUNS)]
    return Timed(name, runs[0], min(runs, key=lambda used: used.cpu_seconds))
