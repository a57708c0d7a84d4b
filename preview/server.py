"""Answers requests for the site that is edited, and tells open pages when it was changed or a mistake was made."""

from __future__ import annotations

import json
import mimetypes
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from urllib.parse import quote, unquote, urlsplit

from preview.editing import Editing

# Paths of the preview's own, which no page of the site has.
SCRIPT = "/-/preview.js"
EVENTS = "/-/events"
RETRY_MILLISECONDS = 300
# A browser that is gone is noticed when something is written to it.
SECONDS_BETWEEN_SIGNS = 10
_SCRIPT_FILE = Path(__file__).with_name("preview.js")
_STATUSES = {
    "there": HTTPStatus.OK,
    "missing": HTTPStatus.NOT_FOUND,
    "nothing yet": HTTPStatus.SERVICE_UNAVAILABLE,
}


class Server(ThreadingHTTPServer):
    """Serves what is edited, on a socket that listens already."""

    daemon_threads = True

    def __init__(self, listening: socket, editing: Editing) -> None:
        super().__init__(listening.getsockname(), Handler, bind_and_activate=False)
        self.socket.close()
        self.socket, self.editing = listening, editing


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a page, a file, or what happens from now on."""
        path = unquote(urlsplit(self.path).path)
        if path == EVENTS:
            self._tell()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _SCRIPT_FILE.read_bytes(), "text/javascript")
        else:
            self._show(path.removeprefix("/"))

    do_HEAD = do_GET  # noqa: N815 - the same

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing of requests: what a contributor looks for is what is wrong."""

    def _show(self, path: str) -> None:
        editing = self.server.editing
        try:
            shown = editing.shown(path)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a template or a macro may raise
            traceback.print_exc()
            failure = _followed(_failure(path, error), editing.state.version)
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, failure, "text/html; charset=utf-8")
            return
        if shown.what == "folder":
            self._redirect(f"/{quote(path)}/")
            return
        media_type = _media_type(path) if shown.what == "there" else "text/html; charset=utf-8"
        content = _followed(shown.content, shown.version) if media_type.startswith("text/html") else shown.content
        self._send(_STATUSES[shown.what], content, media_type)

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, content: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self) -> None:
        """Write the state of the files, and again whenever it changes, until the browser is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with suppress(OSError):
            for event in self._events():
                self.wfile.write(event.encode())

    def _events(self) -> Iterator[str]:
        editing, told = self.server.editing, None
        yield f"retry: {RETRY_MILLISECONDS}\n\n"
        while True:
            with editing.changed:
                if told == editing.state:
                    editing.changed.wait(SECONDS_BETWEEN_SIGNS)
                state = editing.state
            yield ": still here\n\n" if state == told else f"data: {json.dumps(asdict(state))}\n\n"
            told = state


def _media_type(path: str) -> str:
    if path.endswith("/") or not path:
        return "text/html; charset=utf-8"
    guessed = mimetypes.guess_type(path)[0] or "application/octet-stream"
    is_text = guessed.startswith("text/") or guessed in ("application/json", "application/xml")
    return f"{guessed}; charset=utf-8" if is_text else guessed


def _followed(page: bytes, version: str) -> bytes:
    """A page that follows what happens to the files."""
    script = f'<script type="module" src="{SCRIPT}" id="preview" data-version="{version}"></script>'
    return page.replace(b"</body>", script.encode() + b"</body>", 1)


def _failure(path: str, error: BaseException) -> bytes:
    """What is shown in the place of a page that could not be made."""
    said = f"<h1>/{escape(path)} could not be made</h1><p>{escape(f'{type(error).__name__}: {error}')}</p>"
    title = "<meta charset='utf-8'><title>Preview</title>"
    return f"<!doctype html><html lang='en'>{title}<body>{said}<p>The terminal says more.</p></body></html>".encode()
