"""The site of the files as they stand: what was changed is noticed, and what cannot be used is told, not shown."""

from __future__ import annotations

import shutil
import threading
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Literal

from armsref.annotation.mentions import keep_names
from armsref.loading.cache import Cache, opened
from armsref.loading.problems import DataError, as_text
from armsref.loading.reader import read_changed
from armsref.loading.reading import Reading
from macros.configuration import settings_of
from macros.prepare import Settings, Site, site_from
from preview.pages import Frame, MadeFrom, Pages, frame_of, show
from preview.watching import Stamps, standing

# A program that begins again counts its versions anew.
_BEGAN = time.time_ns()
# What is shown while the data has not been free of mistakes since the preview began; the mistakes are told on it.
_NOTHING_YET = b"<!doctype html><html lang='en'><meta charset='utf-8'><title>Preview</title><body></body></html>"


@dataclass(frozen=True)
class Told:
    """What open pages are told: which state of the files is shown, and what is wrong with the files as they are."""

    version: str
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What is shown at an address, and the version of the files that it was made from."""

    what: Literal["there", "folder", "missing", "nothing yet"]
    content: bytes
    version: str


class Editing:
    """A site while its data and its pages are edited.

    `source` is what it is made from, `address` where it is shown, with a slash at its end; `folder` is where files are
    written that are made for the preview. All methods may be called from several threads.
    """

    def __init__(self, source: MadeFrom, address: str, folder: Path) -> None:
        self.source, self.address, self.folder = source, address, folder
        self.changed = threading.Condition()
        self.state = Told(_version(0))
        self._turn = threading.RLock()
        self._numbers = count(1)
        self._cache: Cache = opened(source.data)
        self._seen: Stamps | None = None
        self._reading: Reading | None = None
        self._pages: Pages | None = None

    @property
    def site(self) -> Site | None:
        """The site that is shown, if the data has been free of mistakes once."""
        return self._pages.site if self._pages else None

    def shown(self, path: str) -> Shown:
        """What stands now at a path below the site's root."""
        with self._turn:
            self.look()
            if self._pages is None:
                return Shown("nothing yet", _NOTHING_YET, self.state.version)
            return self._shown(self._pages, path)

    def _shown(self, pages: Pages, path: str) -> Shown:
        content = pages.content(path)
        if content is not None:
            return Shown("there", content, self.state.version)
        is_folder = not path.endswith("/") and pages.has_page(f"{path}/")
        return Shown("folder" if is_folder else "missing", pages.missing(), self.state.version)

    def look(self) -> None:
        """Take in what was changed since the last look."""
        with self._turn:
            now = standing([self.source.data, self.source.docs])
            if self._seen and not now.differs(self._seen):
                return
            before, self._seen = self._seen, now
            self._take_in(before is None or now.stamps != before.stamps)

    def close(self) -> None:
        """Keep what was read for the next time, and delete what was written for the preview."""
        with self._turn:
            self._cache.save()
            shutil.rmtree(self.folder, ignore_errors=True)

    def tell(self, mistakes: Sequence[str]) -> None:
        """Tell open pages of mistakes; they are shown as they were."""
        self._tell(replace(self.state, mistakes=tuple(mistakes)))

    def _take_in(self, is_changed: bool) -> None:
        reading = read_changed(self.source.data, self._cache)
        if not is_changed and reading == self._reading:
            return
        self._reading = reading
        try:
            self._show(reading)
        except DataError as error:
            self.tell(as_text(error.problems).split("\n"))
        except Exception as error:  # noqa: BLE001 - a broken configuration is told like broken data
            traceback.print_exc()
            self.tell([f"{type(error).__name__}: {error}"])

    def _show(self, reading: Reading) -> None:
        number = next(self._numbers)
        settings = replace(self._settings, folder=self.folder / str(number))
        site = site_from(settings, reading)
        if self._pages:
            keep_names(site.dataset, self._pages.site.dataset)
            shutil.rmtree(self._pages.site.settings.folder, ignore_errors=True)
        self._pages = show(self._frame, site)
        self._tell(Told(_version(number)))

    @cached_property
    def _frame(self) -> Frame:
        return frame_of(self.source, self.address, self.folder / "pages")

    @cached_property
    def _settings(self) -> Settings:
        return settings_of(self._frame.config)

    def _tell(self, state: Told) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()


def _version(number: int) -> str:
    return f"{_BEGAN}-{number}"
