"""What git knows of a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path

# A history that takes longer than this is one to do without.
PATIENCE_SECONDS = 30


def git(folder: Path, *arguments: str) -> str:
    """What git answers in a folder; nothing where there is no git, no history, or no answer in good time."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        asked = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.decode("utf-8", "replace") if asked.returncode == 0 else ""


def is_shallow(folder: Path) -> bool:
    """Whether the history was cut off when it was cloned: its first commit then seems to add everything."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
