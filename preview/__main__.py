"""Serve the site while it is edited: `python -m preview`."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import click

from preview.editing import Editing
from preview.pages import MadeFrom
from preview.server import Server
from preview.watching import Stamps, standing

# What is part of the program: a change of it is shown by beginning again.
PROGRAM = tuple(map(Path, ("armsref", "macros", "preview", "theme", "mkdocs.yml")))
SECONDS_BETWEEN_LOOKS = 0.2
_SOCKET = "PREVIEW_SOCKET"


@click.command()
@click.option("--port", default=8000, show_default=True, help="Where the site is served, on 127.0.0.1.")
@click.option("--data", default=lambda: os.environ.get("ARMSREF_DATA", "data"), help="The folder of the data.")
def serve(port: int, data: str) -> None:
    """Serve the site, and show each change of its files at once."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    began = time.monotonic()
    os.environ["ARMSREF_CORES"] = "1"  # a process with threads is not copied
    listening, is_new = _listening(port)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    source = MadeFrom(Path("mkdocs.yml"), Path(data), Path("docs"))
    editing = Editing(source, address, Path(tempfile.mkdtemp(prefix="preview-")))
    program = standing(PROGRAM)
    editing.look()
    if editing.state.mistakes:
        _report(editing.state.mistakes)
    if is_new:
        click.echo(f"Serving {address} after {time.monotonic() - began:.1f} s. Changes show at once; Ctrl+C ends it.")
    threading.Thread(target=_watch, args=(editing, program, listening), daemon=True).start()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        Server(listening, editing).serve_forever()
    except KeyboardInterrupt:
        editing.close()


def _listening(port: int) -> tuple[socket.socket, bool]:
    """The socket that listens, and whether it is new: where the program began again, it is the one from before."""
    if number := os.environ.pop(_SOCKET, ""):
        return socket.socket(fileno=int(number)), False
    try:
        return socket.create_server(("127.0.0.1", port)), True
    except OSError as error:
        message = f"Port {port} cannot be used ({os.strerror(error.errno or 0)}). Choose another: make serve PORT=8001"
        raise click.ClickException(message) from None


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


def _watch(editing: Editing, program: Stamps, listening: socket.socket) -> None:
    """Look again and again whether files were changed, so that open pages and the terminal are told."""
    told = editing.state.mistakes
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        now = standing(PROGRAM)
        if now.stamps != program.stamps:
            program = now
            _begin_again(editing, listening)
        editing.look()
        if editing.state.mistakes != told:
            told = editing.state.mistakes
            _report(told)


def _report(mistakes: tuple[str, ...]) -> None:
    said = (*mistakes, "The site is shown as it was until this is mended.") if mistakes else ("Mended.",)
    click.echo("\n".join(said), err=True)


def _begin_again(editing: Editing, listening: socket.socket) -> None:
    """Run the changed program in the place of this one; where it cannot be run, say why and go on."""
    tried = subprocess.run(
        [sys.executable, "-c", "import preview.__main__, macros"], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        editing.tell(tried.stderr.strip().split("\n")[-4:])
        return
    click.echo("The program was changed; it begins again.")
    editing.close()
    listening.set_inheritable(True)
    os.environ[_SOCKET] = str(listening.fileno())
    os.execv(sys.executable, [sys.executable, "-m", "preview", *sys.argv[1:]])


if __name__ == "__main__":
    serve()
