"""How long somebody waits who edits the data beside `make serve`."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.previewing import Preview, previewed

EDITS = 5


@dataclass(frozen=True)
class Edited:
    """Seconds by the clock for one dataset: `first_page` of a preview that ran before; the others from saving a file.

    `page` is that of the entry whose answer changed, `renamed` of one with a new name, by which texts are searched
    anew; `mistake` is until an open page is told.
    """

    dataset: str
    first_page: float
    page: float
    renamed: float
    mistake: float


def time_editing(name: str, data: Path, folder: Path) -> Edited:
    """Edit a copy of some data, which is written below a folder."""
    copy = shutil.copytree(data, folder / f"edited-{name}" / "data")
    with previewed(copy):
        pass  # which keeps what it read for the next
    began = time.monotonic()
    with previewed(copy) as preview:
        first_page = time.monotonic() - began
        file = min(copy.glob("treaties/*.yml"))
        preview.get(f"treaties/{file.stem}/")
        _change(preview, file, "answer")
        _change(preview, file, "name")
        _make_mistakes(preview, file)
        page, renamed, mistake = (median(preview.seconds[what]) for what in ("answer", "name", "mistake"))
    return Edited(name, first_page, page, renamed, mistake)


def _change(preview: Preview, file: Path, field: str) -> None:
    whole = file.read_text()
    for number in range(EDITS):
        changed = re.sub(rf"(?m)^{field}:.*\n(?: .*\n)*", f"{field}: Edit {number}\n", whole, count=1)
        file.write_text(changed)
        preview.timed(field, f"treaties/{file.stem}/")
    file.write_text(whole)


def _make_mistakes(preview: Preview, file: Path) -> None:
    whole = file.read_text()
    for number in range(EDITS):
        told = preview.mistakes()
        next(told)
        saved = time.monotonic()
        file.write_text(f"{whole}\nmistake_{number}: 1\n")
        while not any(f"mistake_{number}" in mistake for mistake in next(told)):
            pass
        preview.seconds["mistake"].append(time.monotonic() - saved)
    file.write_text(whole)
