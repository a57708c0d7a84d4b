"""Edit a copy of the data for a while beside a preview of it, and hold every answer to the files.

    python -m tools.soak --minutes 60

Each turn changes an answer, renames an entry, writes one anew and deletes it, or makes a mistake. The pages that tell
of it must tell the new at once and the old no more; a mistake must be told, and change no page. At the end stand the
slowest answers, and how the memory of the preview grew after a first round of pages.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from tools.bench_process import ROOT
from tools.previewing import Preview, previewed

NEW = """name: {name}
type: ballistic-missile
launched_from: [ground]
origin: [us]
answer: {answer}
sources: [us-air-force/2020-minuteman-iii-on-alert]
"""


# What is done, each with a word that was never seen before


def change_answer(preview: Preview, word: str, chance: random.Random) -> None:
    """A new answer stands on its page and in the file of answers, and the old one nowhere."""
    file = chance.choice(sorted(preview.data.glob("weapons/*.yml")))
    before = file.read_text()
    file.write_text(re.sub(r"(?m)^answer:.*\n(?: .*\n)*", f"answer: It is {word}.\n", before, count=1))
    status, page = preview.timed("a changed answer on its page", f"weapons/{file.stem}/")
    expect(status == 200 and word in page, f"{file.stem} lacks its new answer")
    expect(word in preview.get("assets/answers/entries/weapons.json")[1], "the answers lack the new one")
    file.write_text(before)
    expect(word not in preview.get(f"weapons/{file.stem}/")[1], f"{file.stem} has an answer that was taken back")


def rename(preview: Preview, word: str, chance: random.Random) -> None:
    """A new name stands on the list."""
    file = chance.choice(sorted(preview.data.glob("treaties/*.yml")))
    before = file.read_text()
    file.write_text(re.sub(r"(?m)^name:.*$", f"name: Treaty on {word}", before, count=1))
    status, page = preview.timed("a new name on its page", f"treaties/{file.stem}/")
    expect(status == 200 and word in page, f"{file.stem} lacks its new name")
    expect(word in preview.timed("a new name on the list", "treaties/")[1], "the list lacks a new name")
    file.write_text(before)
    expect(word not in preview.get("treaties/")[1], "the list has a name that was taken back")


def write_and_delete(preview: Preview, word: str, _: random.Random) -> None:
    """A new entry has a page and stands on the list; a deleted one has none and stands there no more."""
    file = preview.data / f"weapons/{word}.yml"
    file.write_text(NEW.format(name=word.upper(), answer="New."))
    expect(preview.timed("a new entry's page", f"weapons/{word}/")[0] == 200, "a new entry has no page")
    expect(word.upper() in preview.get("weapons/")[1], "the list lacks a new entry")
    file.unlink()
    expect(preview.timed("the page of a deleted entry", f"weapons/{word}/")[0] == 404, "a deleted entry has a page")
    expect(word.upper() not in preview.get("weapons/")[1], "the list has a deleted entry")


def make_a_mistake(preview: Preview, word: str, chance: random.Random) -> None:
    """A mistake is told to open pages, and changes none."""
    file = chance.choice(sorted(preview.data.glob("weapons/*.yml")))
    before, path = file.read_text(), f"weapons/{file.stem}/"
    shown, told = preview.get(path), preview.mistakes()
    next(told)
    began = time.monotonic()
    file.write_text(f"{before}\n{word}: 1\n")
    # Between two steps of writing, a file may have been read half.
    expect(any(word in mistake for mistakes in islice(told, 3) for mistake in mistakes), "a mistake is not told")
    preview.seconds["a mistake told"].append(time.monotonic() - began)
    expect(preview.get(path) == shown, "a mistake changed a page")
    file.write_text(before)
    expect(any(mistakes == [] for mistakes in islice(told, 3)), "a mended mistake is still told")
    told.close()  # type: ignore[attr-defined]


TURNS: tuple[Callable[[Preview, str, random.Random], None], ...] = (
    change_answer,
    rename,
    write_and_delete,
    make_a_mistake,
)


def expect(is_so: bool, otherwise: str) -> None:
    """Raises SystemExit where something is not as it must be."""
    if not is_so:
        sys.exit(f"stale: {otherwise}")


def copied(folder: Path) -> Path:
    """A copy of the data below a folder."""
    return shutil.copytree(ROOT / "data", folder / "data")


def run(minutes: float, seed: int) -> None:
    """Edit for some minutes, and print what was seen."""
    chance, end = random.Random(seed), time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder, previewed(copied(Path(folder))) as preview:
        for file in preview.data.glob("*/*.yml"):
            preview.get(f"{file.parent.name}/{file.stem}/")
        for number in range(5 * len(TURNS)):
            TURNS[number % len(TURNS)](preview, f"zq{number}warm", chance)
        at_first, count = preview.memory, 0
        while time.monotonic() < end:
            count += 1
            chance.choice(TURNS)(preview, f"zq{count}x", chance)
        grown = preview.memory / at_first - 1
        for what, seconds in preview.seconds.items():
            ordered = sorted(seconds)
            print(f"{what:32} median {ordered[len(ordered) // 2]:.2f} s, slowest {ordered[-1]:.2f} s")
        print(f"{count} turns, nothing stale; memory {at_first // 1024} MB at first, {grown:+.1%} at the end")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    run(given.minutes, given.seed)
