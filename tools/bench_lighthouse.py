"""Measure what Lighthouse says of a page of each kind, as a phone loads it from a server that compresses."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click

from tools import chromium
from tools.bench_process import ROOT, run, working

# The last that runs on Node 18 and 20, which Debian and Ubuntu ship.
LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "",
    "inf-treaty": "treaties/inf-treaty/",
    "oreshnik": "weapons/oreshnik/",
    "ru": "states/ru/",
    "weapons": "weapons/",
    "coverage": "coverage/",
    "read": "read/",
}
# Chromium's sandbox does not run for root, nor in most containers; only this project's own pages are opened.
FLAGS = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
LONGEST_SECONDS = 180
LOG_SHOWN = 2000


@dataclass(frozen=True)
class Audit:
    """What Lighthouse found of a page: scores from 0 to 1 by category, layout shift, bytes transferred, elements."""

    page: str
    scores: Mapping[str, float]
    shift: float
    transferred: int
    elements: int


def missing() -> str:
    """The program that is needed and not there; empty where all are."""
    if shutil.which("npx") is None:
        return "npm"
    return "" if chromium.find() else "Chromium"


def audited(folder: Path) -> list[Audit]:
    """Build the site in a folder and audit its pages. Raises ClickException where a program fails."""
    site = folder / "audited"
    with working("the site for Lighthouse"):
        command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
        run(command, {"NO_MKDOCS_2_WARNING": "1"})
    with serving(site) as address:
        return [_audit(page, address + path) for page, path in PAGES.items()]


def _audit(page: str, address: str) -> Audit:
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--output-path=stdout", FLAGS]
    environment = {**os.environ, "CHROME_PATH": str(chromium.find())}
    with working(f"Lighthouse: {page}"):
        answered = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
    if answered.returncode:
        raise click.ClickException(f"{' '.join(command)} failed:\n{answered.stderr[-LOG_SHOWN:]}")
    return audit_of(page, json.loads(answered.stdout))


def audit_of(page: str, report: dict[str, Any]) -> Audit:
    """What a report of Lighthouse comes to. A category that could not be scored has no score, and counts as none."""
    audits = report["audits"]
    return Audit(
        page=page,
        scores={name: report["categories"][name]["score"] or 0 for name in CATEGORIES},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        transferred=audits["total-byte-weight"]["numericValue"],
        elements=audits["dom-size"]["numericValue"],
    )


# Serving


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder at an address of this machine, compressed as hosts of static sites do it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Compressing(SimpleHTTPRequestHandler):
    """Answers with files, compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, or with the index of a folder."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
