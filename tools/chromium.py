"""Make sure that a Chromium which Playwright can drive exists, and print its path on the last line of stdout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
ADVICE = (
    "No Chromium was found and none could be installed: "
    "install Chromium or Google Chrome, or set CHROMIUM to the path of its executable."
)
# Asked of a process of its own, because Playwright's sync API refuses to start where one already runs.
PLAYWRIGHT_QUESTION = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find() -> Path | None:
    """Return the executable of a Chromium that is already on this machine, installing nothing."""
    return find_named() or find_on_path() or find_mac_application() or find_playwright_browser()


def find_named() -> Path | None:
    """Return the executable that the environment variable CHROMIUM names, by path or by command."""
    return _executable(os.environ.get("CHROMIUM", ""))


def find_on_path() -> Path | None:
    """Return the first of the usual commands that is on PATH."""
    return next((path for path in map(_executable, COMMANDS) if path), None)


def find_mac_application() -> Path | None:
    """Return the executable inside a macOS application, where commands are seldom on PATH."""
    return next((path for path in MAC_APPLICATIONS if path.is_file()), None)


def find_playwright_browser() -> Path | None:
    """Return the Chromium that Playwright downloaded earlier."""
    question = [sys.executable, "-c", PLAYWRIGHT_QUESTION]
    answer = subprocess.run(question, capture_output=True, check=False, text=True)
    return _executable(answer.stdout.strip())


def install() -> Path | None:
    """Install a Chromium by the first way that works here, and return its executable."""
    for attempt in (install_with_apt, install_with_playwright):
        attempt()
        if found := find():
            return found
    return None


def install_with_apt() -> None:
    """Install Debian's package, where there is apt-get and we are root."""
    if not _is_root() or shutil.which("apt-get") is None:
        return
    _run("apt-get", "update")
    _run("apt-get", "install", "-y", "--no-install-recommends", "chromium")


def install_with_playwright() -> None:
    """Download Playwright's own Chromium; the libraries it needs only as root, which alone may install them."""
    with_libraries = ["--with-deps"] if _is_root() else []
    _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")


def main() -> int:
    """Print the path of a Chromium, installing one where there is none; return the exit status."""
    found = find() or install()
    if found is None:
        print(ADVICE, file=sys.stderr)
        return 1
    print(found)
    return 0


def _executable(name: str) -> Path | None:
    found = shutil.which(name) if name else None
    return Path(found).absolute() if found else None


def _is_root() -> bool:
    return os.geteuid() == 0


def _run(*command: str) -> None:
    print(f"$ {' '.join(command)}", file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
