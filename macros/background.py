"""Work that goes on beside the build, on another core where there is one."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.process import BaseProcess


@dataclass(frozen=True)
class Work:
    """Work that was begun. `process` does it, where it is not done already."""

    process: BaseProcess | None

    def finish(self) -> None:
        """Wait until it is done. Raises RuntimeError where it failed; its own message has been printed then."""
        if self.process is None or self.process.exitcode == 0:
            return
        self.process.join()
        if self.process.exitcode:
            message = f"writing the open data failed (exit code {self.process.exitcode})"
            raise RuntimeError(message)


def begin_work(function: Callable[[], object]) -> Work:
    """Begin some work in a copy of this process, or do it at once where that cannot be had or would gain nothing."""
    if not _can_fork():
        function()
        return Work(None)
    process = multiprocessing.get_context("fork").Process(target=function, daemon=True)
    process.start()
    return Work(process)


def _can_fork() -> bool:
    # On macOS libraries that use threads do not survive a fork.
    is_linux, cores = sys.platform == "linux", len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    return is_linux and cores > 1 and os.environ.get("ARMSREF_CORES") != "1"
