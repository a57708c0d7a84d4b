"""Change the code in small ways, one at a time, and see whether a test notices: `make mutants`.

Each change is tried in a copy of the tree, so that nothing of it is left where one works, whenever the run ends.
"""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from tools.bench_process import LOG_SHOWN, ROOT, working
from tools.mutants_kinds import changes, mutated
from tools.mutants_sample import Change, Mutant, Trial, drawn, report, worth_trying

# The tests of each package, the nearest first: the next are run where none of these failed. What follows the tests of
# the package itself is what was seen to kill what those leave, as quickly.
STAGES: dict[str, tuple[tuple[str, ...], ...]] = {
    "law": (("tests/law",), ("tests/prose", "tests/views", "tests/checks")),
    "prose": (
        ("tests/prose",),
        (
            "tests/law/test_coverage.py",
            "tests/law/test_notices.py",
            "tests/cli/test_covers.py",
            "tests/cli/test_status.py",
        ),
        ("tests/views",),
    ),
    "annotation": (("tests/annotation",), ("tests/views",)),
    "checks": (("tests/checks",), ("tests/loading", "tests/views")),
}
# A change may make a loop endless; tests that take so much longer than before it count as failed.
PATIENCE, SPARE_SECONDS = 4, 10.0
# What the tests printed, in a copy of the tree.
LOG = "tests.log"
# The runs of tests that are going, which an interruption ends.
AT_WORK: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True)
class Tree:
    """A copy of the tree, and how long each stage of tests takes in it as it is, in seconds."""

    root: Path
    seconds: dict[tuple[str, ...], float]

    def fails(self, tests: tuple[str, ...]) -> bool:
        """Whether a test fails, or none ends in good time."""
        try:
            return run_tests(self.root, tests, self.seconds[tests] * PATIENCE + SPARE_SECONDS) != 0
        except subprocess.TimeoutExpired:
            return True


def copy_of_tree(root: Path) -> None:
    """Copy what git tracks, or would, to a folder; what Python makes of it is used by its content, not by its time."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, root / name)
    compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "armsref", "macros"]
    subprocess.run(compiled, cwd=root, check=True)


def run_tests(root: Path, tests: Sequence[str], seconds: float | None = None) -> int:
    """The exit status of these tests in a copy of the tree. Raises TimeoutExpired after so many seconds."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *tests]
    # With CI set, tests that try cases at random try the same ones each time.
    environment = {**os.environ, "PYTHONPATH": str(root), "CI": "1"}
    with (root / LOG).open("wb") as log:
        process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    AT_WORK.add(process)
    try:
        return process.wait(seconds)
    finally:
        end(process)
        AT_WORK.discard(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a run of tests that is still going, with all that it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError):  # it has just ended
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def timed(root: Path, packages: Sequence[str]) -> dict[tuple[str, ...], float]:
    """How long the tests of these packages take. Raises ClickException where one fails as things are."""
    seconds = {}
    for tests in dict.fromkeys(stage for package in packages for stage in STAGES[package]):
        began = time.perf_counter()
        if run_tests(root, tests):
            log = (root / LOG).read_text(encoding="utf-8", errors="replace")
            raise click.ClickException(f"{' '.join(tests)} fails before anything is changed:\n{log[-LOG_SHOWN:]}")
        seconds[tests] = time.perf_counter() - began
    return seconds


def tried(mutant: Mutant, tree: Tree) -> Trial:
    """What becomes of a mutant in a copy of the tree, which is left as it was."""
    module = tree.root / mutant.change.path
    module.write_text(mutant.text, encoding="utf-8", newline="")
    try:
        for tests in STAGES[mutant.change.package]:
            if tree.fails(tests):
                return Trial(mutant, " ".join(tests))
        return Trial(mutant)
    finally:
        module.write_text(mutant.before, encoding="utf-8", newline="")


def sample(packages: Sequence[str], seed: int, most: int) -> list[Mutant]:
    """Mutants of these packages, drawn by a seed."""
    texts: dict[str, str] = {}
    for package in packages:
        for path in sorted((ROOT / "armsref" / package).glob("*.py")):
            texts[path.relative_to(ROOT).as_posix()] = path.read_bytes().decode()
    every = (change for path, text in texts.items() for change in changes(path, text))

    def mutate(change: Change) -> Mutant:
        return mutated(change, texts[change.path])

    return list(worth_trying(drawn(every, seed), mutate, most))


@contextmanager
def copies(packages: Sequence[str], workers: int) -> Iterator[queue.Queue[Tree]]:
    """Copies of the tree, one a worker."""
    trees: queue.Queue[Tree] = queue.Queue()
    with tempfile.TemporaryDirectory(prefix="armsref-mutants-") as folder:
        roots = [Path(folder) / str(worker) for worker in range(workers)]
        with working("the tests as they are"):
            for root in roots:
                copy_of_tree(root)
            seconds = timed(roots[0], packages)
        for root in roots:
            trees.put(Tree(root, seconds))
        yield trees


def trials(mutants: Sequence[Mutant], packages: Sequence[str], workers: int) -> Iterator[Trial]:
    """What becomes of the mutants, as each is done."""
    with copies(packages, workers) as trees, ThreadPoolExecutor(workers) as pool:

        def run(mutant: Mutant) -> Trial:
            tree = trees.get()
            try:
                return tried(mutant, tree)
            finally:
                trees.put(tree)

        try:
            yield from pool.map(run, mutants)
        finally:  # a run that is ended counts as failed, so its mutant is done with
            pool.shutdown(wait=False, cancel_futures=True)
            for process in tuple(AT_WORK):
                end(process)


def tell(number: int, most: int, trial: Trial) -> None:
    """Say what became of a mutant."""
    before, after = trial.mutant.lines
    fate = f"killed by {trial.killed_by}" if trial.killed_by else "survived"
    click.echo(f"{number}/{most} {fate}: {trial.mutant.place} {before} -> {after}", err=True)


@click.command()
@click.option("--seed", default=1, show_default=True, help="What is drawn follows from it.")
@click.option("--count", default=100, show_default=True, type=click.IntRange(1), help="Mutants to try.")
@click.option("--only", "packages", multiple=True, type=click.Choice(list(STAGES)), help="This package alone.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Copies of the tree at work.")
def main(seed: int, count: int, packages: tuple[str, ...], workers: int) -> None:
    """Try changes of the code one at a time, and print which of them no test notices."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the copies go then too
    chosen = packages or tuple(STAGES)
    mutants = sample(chosen, seed, count)
    done: list[Trial] = []
    try:
        for trial in trials(mutants, chosen, workers):
            done.append(trial)
            tell(len(done), len(mutants), trial)
    finally:  # what was tried before an interruption is told too
        click.echo(report(done, seed))


if __name__ == "__main__":
    main()
