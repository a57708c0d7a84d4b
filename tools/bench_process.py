"""Run commands and functions in processes of their own, and measure what they used."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

import click
from rich.console import Console

ROOT = Path(__file__).resolve().parents[1]
MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
SAMPLED_EVERY_SECONDS = 0.2
LOG_SHOWN = 3000
# What the one who measures has set would be measured too.
UNSET = ("REPO_URL", "ARMSREF_DATA", "SOURCE_DATE_EPOCH")

T = TypeVar("T")
progress = Console(stderr=True, highlight=False)


@dataclass(frozen=True)
class Used:
    """What a process used, with those that it started. Memory in bytes."""

    seconds: float
    cpu_seconds: float
    memory: int


def run(command: Sequence[str], environment: Mapping[str, str]) -> Used:
    """Run a command in the project's folder. Raises ClickException with the end of what it printed where it fails."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNSET}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env={**inherited, **environment}, stdout=log, stderr=subprocess.STDOUT
        )
        with _memory_of_tree(process.pid) as peak:
            status, usage = _wait(process)
        seconds = time.perf_counter() - began
        if status:
            raise click.ClickException(f"{' '.join(command)} failed:\n{_end_of(log)}")
    return Used(seconds, usage.ru_utime + usage.ru_stime, max(usage.ru_maxrss * MAXRSS_BYTES, *peak))


def _end_of(log: IO[str]) -> str:
    log.seek(0)
    return log.read()[-LOG_SHOWN:]


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, Any]:
    """The exit status of a process and what it used; it does not outlive an interruption."""
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


# Memory. The system tells the peak of the largest process alone, so those of several are sampled and added up.


@contextmanager
def _memory_of_tree(pid: int) -> Iterator[list[int]]:
    """Fills a list with the memory of a process and its children, in bytes, at times when it has any."""
    samples = [0]
    ended = threading.Event()

    def sample() -> None:
        while not ended.wait(SAMPLED_EVERY_SECONDS):
            tree = [pid, *_descendants(pid)]
            if len(tree) > 1:
                samples.append(sum(map(_own_memory, tree)))

    sampler = threading.Thread(target=sample, daemon=True)
    sampler.start()
    try:
        yield samples
    finally:
        ended.set()
        sampler.join()


def _descendants(pid: int) -> Iterator[int]:
    """The processes that a process started, and that these started; none where the system does not tell."""
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(children).split():
            yield int(child)
            yield from _descendants(int(child))


def _own_memory(pid: int) -> int:
    """The memory of a process in bytes, of what it shares with others its part."""
    lines = (line.split() for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines())
    return sum(int(words[1]) * 1024 for words in lines if words[0] == "Pss:")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:  # the process has ended
        return ""


# Functions


def answered_in_own_process(function: Callable[..., T], *arguments: Any) -> T:
    """What a function answers in a fresh process.

    Linux counts the memory of the process that starts a command towards the command's peak, so this one stays small.
    """
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


# Telling what goes on


def say(words: str) -> None:
    """Tell on stderr what begins now."""
    progress.print(f"{time.strftime('%H:%M:%S')} {words}")


@contextmanager
def working(words: str) -> Iterator[None]:
    """Tell on stderr what begins now; on a terminal, something turns until it is done."""
    say(words)
    with progress.status("working", refresh_per_second=2):
        yield
