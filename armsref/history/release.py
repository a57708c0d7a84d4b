"""Which state of the data this is: its version, when it is written out, and where its site is."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from armsref.history.git import git, is_shallow

CITATION = "CITATION.cff"
_VERSION = re.compile(r"^version: *[\"']?(?P<version>\d{4}\.\d{2}\.\d{2})", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """The data at one time.

    `version` is a day, as 2026.11.22: that of the last change of the data. `at` is when it is written out, in UTC.
    `site` is the address of the site, with a slash at its end.
    """

    version: str
    at: datetime
    site: str

    @property
    def day(self) -> date:
        """The day as of which statuses are told."""
        return self.at.date()

    @property
    def stamp(self) -> str:
        """The time at which it is written out, as ISO 8601 has it: 2026-11-22T12:00:00Z."""
        return f"{self.at:%Y-%m-%dT%H:%M:%SZ}"

    @property
    def dated(self) -> date:
        """The day that the version names."""
        return datetime.strptime(self.version, "%Y.%m.%d").date()


def now() -> datetime:
    """The time in UTC, to the second; SOURCE_DATE_EPOCH where it is set, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """The day of `now`."""
    return now().date()


def release_of(data: Path, site: str) -> Release:
    """The release that a data folder is, for a site at an address."""
    return Release(version_of(data), now(), site if site.endswith("/") else f"{site}/")


def version_of(data: Path) -> str:
    """The day of the last commit that changed the data; without one, the version that was cited last, or today's."""
    return _committed(data) or _cited(data.resolve().parent / CITATION) or f"{now():%Y.%m.%d}"


def _committed(data: Path) -> str:
    stamp, *parents = git(data, "log", "-1", "--format=%ct %p", "--", ".").split() or [""]
    # Where the history is cut off, the first commit that is left need not have changed the data.
    if not stamp or (not parents and is_shallow(data)):
        return ""
    return f"{datetime.fromtimestamp(int(stamp), UTC):%Y.%m.%d}"


def _cited(file: Path) -> str:
    version = _VERSION.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return version["version"] if version else ""
