"""`make serve`: a process that answers on a port, follows the files, and begins again when the program is changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.built import TOP
from tests.conftest import Data

PATIENCE_SECONDS = 60
PARTS = ("armsref", "macros", "preview", "theme", "docs")
RANGE = {"glossary.yml": "range: {name: Range, answer: How far it flies., sources: [aca/inf]}"}


def wait_for(happened: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.1)


class Served:
    """A running preview: what it answers, and what it printed."""

    def __init__(self, top: Path, data: Path) -> None:
        self.top, self.data, self.log = top, data, top / "log"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{probe.getsockname()[1]}/"

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of an answer; zero while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def told(self) -> dict[str, object]:
        """What an open page is told when it begins to listen."""
        with urllib.request.urlopen(f"{self.address}-/events", timeout=30) as events:
            lines = (line.decode() for line in events)
            return dict(json.loads(next(line for line in lines if line.startswith("data: ")).removeprefix("data: ")))

    def printed(self, text: str) -> bool:
        return text in self.log.read_text()


@pytest.fixture
def served(data: Data, tmp_path: Path) -> Iterator[Served]:
    top = tmp_path / "top"
    for part in PARTS:
        shutil.copytree(TOP / part, top / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "mkdocs.yml", top)
    preview = Served(top, data(RANGE))
    port = preview.address.split(":")[-1].strip("/")
    command = [sys.executable, "-m", "preview", "--port", port, "--data", str(preview.data)]
    environment = {**os.environ, "PYTHONPATH": str(top), "NO_MKDOCS_2_WARNING": "1"}
    with (
        preview.log.open("w") as out,
        subprocess.Popen(command, cwd=top, env=environment, stdout=out, stderr=out) as process,
    ):
        wait_for(lambda: preview.get("")[0] == HTTPStatus.OK, "the first page")
        yield preview
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE_SECONDS) == 0


def replace(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_a_saved_file_is_on_the_next_page_and_a_mistake_is_told_there_and_in_the_terminal(served: Served) -> None:
    glossary = served.data / "glossary.yml"
    assert served.printed(f"Serving {served.address}")
    replace(glossary, "How far", "How wide")
    assert "How wide it flies." in served.get("glossary/range/")[1]
    version = served.told()["version"]
    replace(glossary, "answer:", "answr:")
    wait_for(lambda: served.printed("unknown field 'answr'. Did you mean 'answer'?"), "the message in the terminal")
    assert "How wide it flies." in served.get("glossary/range/")[1]
    assert served.told()["version"] == version
    assert any("glossary.yml:1:" in mistake for mistake in served.told()["mistakes"])  # type: ignore[attr-defined]
    replace(glossary, "answr:", "answer:")
    wait_for(lambda: served.printed("Mended."), "the word that it is mended")
    assert served.told()["mistakes"] == []


def test_paths_are_answered_as_a_host_of_files_does(served: Served) -> None:
    assert served.get("glossary/range")[0] == HTTPStatus.OK  # led to the page
    status, page = served.get("nothing/")
    assert (status, "There is no page here" in page) == (HTTPStatus.NOT_FOUND, True)
    assert served.get("assets/site.css")[1] == (served.top / "docs/assets/site.css").read_text()
    assert json.loads(served.get("api/v1/glossary/range.json")[1])


def test_the_program_begins_again_when_it_is_changed_unless_it_is_broken(served: Served) -> None:
    version = served.told()["version"]
    broken = served.top / "macros/place.py"
    whole = broken.read_text()
    broken.write_text("def broken(:\n")
    wait_for(lambda: any("SyntaxError" in mistake for mistake in served.told()["mistakes"]), "the broken program")  # type: ignore[attr-defined]
    assert served.get("glossary/range/")[0] == HTTPStatus.OK
    broken.write_text(whole)
    replace(served.top / "theme/partials/footer.html", "</footer>", "<p>A new foot.</p></footer>")
    wait_for(lambda: "A new foot." in served.get("glossary/range/")[1], "the changed theme")
    wait_for(lambda: served.told() == {"version": served.told()["version"], "mistakes": []}, "an end of the mistakes")
    assert served.told()["version"] != version


def test_a_page_that_cannot_be_made_says_why(served: Served) -> None:
    page = served.top / "docs/about/index.md"
    page.write_text(f"{page.read_text()}\n{{{{ no_such_macro() }}}}\n")
    status, shown = served.get("about/")
    assert (status, "could not be made" in shown) == (HTTPStatus.INTERNAL_SERVER_ERROR, True)
    assert served.get("glossary/range/")[0] == HTTPStatus.OK


def test_a_port_in_use_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "preview", "--port", str(port)]
        ran = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"Error: Port {port} cannot be used (")
    assert "Traceback" not in ran.stderr
