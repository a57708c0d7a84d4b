"""A preview of a folder of data, in a process of its own, as measurements ask it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.bench_process import ROOT


@dataclass
class Preview:
    """A running preview of a copy of the data."""

    data: Path
    address: str
    process: subprocess.Popen[bytes]
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of an answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=120) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def timed(self, what: str, path: str) -> tuple[int, str]:
        """An answer whose time is noted."""
        began = time.monotonic()
        answer = self.get(path)
        self.seconds[what].append(time.monotonic() - began)
        return answer

    def mistakes(self) -> Iterator[list[str]]:
        """What an open page is told, again and again."""
        with urllib.request.urlopen(f"{self.address}-/events", timeout=120) as events:
            for line in events:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))["mistakes"]

    @property
    def memory(self) -> int:
        """The memory that it takes, in kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]


@contextmanager
def previewed(data: Path) -> Iterator[Preview]:
    """Begin a preview of a folder of data, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "preview", "--port", str(port), "--data", str(data)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        preview = Preview(data, f"http://127.0.0.1:{port}/", process)
        try:
            _wait(preview)
            yield preview
        finally:
            process.send_signal(signal.SIGINT)


def _wait(preview: Preview) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            preview.get("")
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
