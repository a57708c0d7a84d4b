"""`mkdocs serve`, as `make serve` runs it: a change of the data is shown, a mistake is told and leaves the site up."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.built import TOP
from tests.site.test_bad_input import write_data

PATIENCE_SECONDS = 60
RANGE = """
    range:
      name: Range
      answer: How far it flies.
      sources: [somebody/text]
"""


def wait_for(happened: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running `mkdocs serve`: its pages, and what it printed."""

    def __init__(self, address: str, log: Path) -> None:
        self.address, self.log = address, log

    def shows(self, path: str, text: str) -> bool:
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return text in answer.read().decode()
        except OSError:
            return False

    def printed(self, text: str) -> bool:
        return text in self.log.read_text()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    write_data(tmp_path / "data", {"glossary.yml": RANGE})
    port, log = free_port(), tmp_path / "log"
    # What is watched is read from the configuration; this copy watches the data of the test.
    settings = (TOP / "mkdocs.yml").read_text().replace("watch: [data,", f"watch: [{tmp_path / 'data'},")
    config = TOP / f".mkdocs-{port}.yml"
    config.write_text(settings)
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "ARMSREF_DATA": str(tmp_path / "data"), "NO_MKDOCS_2_WARNING": "1"}
    with log.open("w") as out, subprocess.Popen(command, cwd=TOP, env=environment, stdout=out, stderr=out) as process:
        yield Served(f"http://127.0.0.1:{port}/", log)
        process.terminate()
    config.unlink()


def test_a_change_of_the_data_is_shown_and_a_mistake_leaves_the_site_up(served: Served, tmp_path: Path) -> None:
    page, glossary = "glossary/range/", tmp_path / "data/glossary.yml"
    wait_for(lambda: served.shows(page, "How far it flies."), "the first build")
    glossary.write_text(glossary.read_text().replace("How far", "How wide"))
    wait_for(lambda: served.shows(page, "How wide it flies."), "the change")
    glossary.write_text(glossary.read_text().replace("answer:", "answr:"))
    wait_for(lambda: served.printed("unknown field 'answr'"), "the message")
    assert served.shows(page, "How wide it flies.")
    glossary.write_text(glossary.read_text().replace("answr:", "answer:").replace("wide", "high"))
    wait_for(lambda: served.shows(page, "How high it flies."), "the mended data")
