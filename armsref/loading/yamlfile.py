"""One YAML file, read strictly: every scalar stays a string, and every value and key has a line and a column.

YAML allows much that surprises: anchors, tags, merge keys, duplicate keys, characters that cannot be seen. Contributors
need none of it here, so the first such thing is a problem that names its place, and the file is not read further.

Where a value stands is asked of few files, so it is worked out for a file when it is first asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import yaml

from armsref.loading.problems import DataError, Place, Problem

# A glossary of a thousand terms takes about 4 MB; a file far beyond that is a mistake.
SIZE_LIMIT = 10_000_000
# The deepest real nesting is glossary: term > definitions > item > source > item.
DEPTH_LIMIT = 20
CHECK = "yaml"

# Direction marks can make a line show other than it reads; controls and a stray byte-order mark cannot be seen at all.
# U+200C and U+200D stay allowed: Persian and Hindi names are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)

Key = str | int
Path_ = tuple[Key, ...]
Position = tuple[int, int]
"""A line and a column, counted from one."""


@dataclass(frozen=True)
class YamlFile:
    """A file that is well formed, and where each of its values and keys stands."""

    path: Path
    text: str = field(repr=False)

    @cached_property
    def _positions(self) -> _Positions:
        return _Positions(self.text)

    def place(self, at: Path_ = ()) -> Place:
        """The place of the value at a path of keys and indices; steps that the file does not take are passed over."""
        return Place(self.path, *self._positions.values[self._follow(at)])

    def key_place(self, at: Path_) -> Place:
        """The place of the key that ends the path, or of the value there if it is a list item."""
        followed, positions = self._follow(at), self._positions
        return Place(self.path, *positions.keys.get(followed, positions.values[followed]))

    def has_key(self, at: Path_) -> bool:
        """Whether a key stands in the file at a path."""
        return at in self._positions.keys

    def place_of(self, words: str, at: Path_) -> Place:
        """The place of words inside the text at a path, or of that text where they are broken over lines."""
        start = self.place(at)
        here, beyond = (start.line, start.column), (self.text.count("\n") + 2, 0)
        end = min((position for position in self._positions.all() if position > here), default=beyond)
        for number, line in enumerate(self.text.split("\n")[start.line - 1 : end[0]], start.line):
            column = line.find(words, start.column - 1 if number == start.line else 0) + 1
            if column and (number, column) < end:
                return Place(self.path, number, column)
        return start

    def _follow(self, at: Path_) -> Path_:
        # A model sees a list where a contributor may write one item: such an index is no step in the file.
        followed: Path_ = ()
        for step in at:
            if (*followed, step) in self._positions.values:
                followed = (*followed, step)
        return followed


class _Positions:
    """Where the values and keys of a well-formed text stand, by their paths of keys and indices."""

    def __init__(self, text: str) -> None:
        self.values: dict[Path_, Position] = {}
        self.keys: dict[Path_, Position] = {}
        # The step taken in each mapping or list that is open: in a mapping None, until its next key is read.
        self._steps: list[Any] = []
        for event in _events(text):
            if isinstance(event, yaml.NodeEvent):
                self._take(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._steps.pop()
                self._step()

    def all(self) -> Iterator[Position]:
        """The positions of values and of keys."""
        yield from self.values.values()
        yield from self.keys.values()

    def _take(self, event: Any) -> None:
        if self._steps and self._steps[-1] is None:
            self._steps[-1] = event.value
            self.keys[tuple(self._steps)] = _position(event)
            return
        self.values[tuple(self._steps)] = _position(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._steps.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
        else:
            self._step()

    def _step(self) -> None:
        if self._steps:
            last = self._steps[-1]
            self._steps[-1] = last + 1 if isinstance(last, int) else None


def _events(text: str) -> Iterator[yaml.Event]:
    parser = yaml.CSafeLoader(text)
    while event := parser.get_event():
        yield event


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def read_bytes(path: Path) -> bytes:
    """What a file holds. Raises DataError, with one problem, where it cannot be read or is too large."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            _fail(Place(path), f"the file has {size:,} bytes; the limit is {SIZE_LIMIT:,}", "Split it, or mend it.")
        return path.read_bytes()
    except OSError as error:
        _fail(Place(path), f"the file cannot be read: {error.strerror or error}")


def decoded(path: Path, data: bytes) -> str:
    """A file's text, which is UTF-8 with no unseen characters. Raises DataError, with one problem, where it is not."""
    if data.startswith(b"\xef\xbb\xbf"):
        _fail(Place(path, 1, 1), "the file begins with a byte-order mark", "Save it as UTF-8 without one.")
    text = _decode(path, data)
    unseen = _UNSEEN.search(text)
    if unseen:
        hint = "Delete it; where it belongs to a name, leave the name in its plain form."
        _fail(_place(path, text, unseen.start()), f"unseen character U+{ord(unseen.group()):04X}", hint)
    return text


def _decode(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        _fail(_place(path, before, len(before)), "the file is not UTF-8 here", "Save it again as UTF-8.")


def _place(path: Path, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _fail(place: Place, message: str, hint: str = "") -> NoReturn:
    raise DataError([Problem(place, message, CHECK, hint)])


@dataclass(frozen=True)
class Content:
    """What a file holds (`value`: dicts, lists and strings), and where it begins.

    `starts` has the position of the whole, and of the value of each key of the outermost mapping.
    """

    value: Any
    starts: dict[Path_, Position] = field(repr=False)


def content_of(file: YamlFile) -> Content:
    """What a file holds. Raises DataError, with one problem, where it is not plain and well formed."""
    return _Builder(file).build()


class _Builder:
    """Builds content from parse events, without recursion, so that no input can exhaust the stack."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.documents = 0
        self.root: Any = None
        self.starts: dict[Path_, Position] = {}
        # The mappings and lists that are open; and of each the key that waits for its value, and the lines of its keys.
        self.stack: list[Any] = []
        self.pending: list[str | None] = []
        self.lines: list[dict[str, int]] = []

    def build(self) -> Content:
        take = {
            yaml.DocumentStartEvent: self.document,
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
        }
        try:
            for event in _events(self.file.text):
                if type(event) in take:
                    take[type(event)](event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(self.file.path, mark.line + 1, mark.column + 1) if mark else Place(self.file.path)
            _fail(place, *_explain(error))
        if self.root is None or self.root == "":
            _fail(Place(self.file.path), "the file is empty", "Fill it, or delete it.")
        return Content(self.root, self.starts)

    def fail(self, event: Any, message: str, hint: str = "") -> NoReturn:
        _fail(Place(self.file.path, *_position(event)), message, hint)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fail(event, "a second document begins here", "Keep one document a file; delete the '---'.")

    def alias(self, event: Any) -> None:
        self.fail(event, f"alias '*{event.anchor}'", "Write the value out; anchors and aliases are not used here.")

    def marked(self, event: Any) -> None:
        if event.anchor:
            self.fail(event, f"anchor '&{event.anchor}'", "Delete it; anchors and aliases are not used here.")
        self.fail(event, f"tag '{event.tag}'", "Delete it; every value is typed by its field.")

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.marked(event)
        # What cannot be seen is not in the text; in double quotes it may be written as an escape, such as "\u202e".
        if event.style == '"' and (unseen := _UNSEEN.search(event.value)):
            self.fail(event, f"unseen character U+{ord(unseen.group()):04X}", "Delete its escape.")
        if self.pending and self.pending[-1] is None and isinstance(self.stack[-1], dict):
            self.key(event)
        else:
            self.put(event, event.value)

    def key(self, event: Any) -> None:
        key, lines = event.value, self.lines[-1]
        if key == "<<":
            self.fail(event, "merge key '<<'", "Write the fields out; merge keys are not used here.")
        if key in lines:
            self.fail(event, f"'{key}' stands here a second time", f"The first is in line {lines[key]}; keep one.")
        lines[key] = event.start_mark.line + 1
        self.pending[-1] = key

    def mapping(self, event: Any) -> None:
        self.open(event, {})

    def sequence(self, event: Any) -> None:
        self.open(event, [])

    def open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if event.anchor or event.tag:
            self.marked(event)
        if len(self.stack) >= DEPTH_LIMIT:
            self.fail(event, f"nested more than {DEPTH_LIMIT} deep", "No field needs that; flatten it.")
        if self.pending and self.pending[-1] is None and isinstance(self.stack[-1], dict):
            self.fail(event, "a key that is a list or a mapping", "Put quotes round the key.")
        self.put(event, container)
        self.stack.append(container)
        self.pending.append(None)
        self.lines.append({})

    def put(self, event: Any, value: Any) -> None:
        if not self.stack:
            self.root = value
            self.starts[()] = _position(event)
            return
        container, key = self.stack[-1], self.pending[-1]
        if key is None:
            container.append(value)
            return
        container[key] = value
        self.pending[-1] = None
        if len(self.stack) == 1:
            self.starts[(key,)] = _position(event)

    def close(self, _: Any) -> None:
        self.stack.pop()
        self.pending.pop()
        self.lines.pop()


def _explain(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = error.problem or str(error)
    if "cannot start any token" in problem:
        return "a tab or another character that cannot begin a value", "Indent with spaces; quote values that begin so."
    if "found a tab" in problem or "\\t" in problem:
        return "a tab in the indentation", "Indent with spaces."
    if "mapping values are not allowed" in problem:
        return "a ':' where none can stand", "Put quotes round the value, or mend the indentation."
    if "did not find expected" in problem or "could not find expected" in problem:
        return f"the indentation or punctuation is broken ({problem})", "Line the field up with its neighbours."
    return f"not well-formed YAML ({problem})", "Compare with a neighbouring file."
