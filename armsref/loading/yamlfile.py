"""One YAML file, read strictly: every scalar stays a string, every value keeps its line and column.

YAML allows much that surprises: anchors, tags, merge keys, duplicate keys, characters that cannot be seen. Contributors
need none of it here, so the first such thing is a problem that names its place, and the file is not read further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class YamlFile:
    """What a file holds (`content`: dicts, lists and strings), and where each value and key stands."""

    path: Path
    text: str = field(repr=False)
    content: Any
    values: dict[Path_, tuple[int, int]] = field(repr=False)
    keys: dict[Path_, tuple[int, int]] = field(repr=False)

    def place(self, at: Path_ = ()) -> Place:
        """The place of the value at a path of keys and indices; steps that the file does not take are passed over."""
        return Place(self.path, *self.values[self._follow(at)])

    def key_place(self, at: Path_) -> Place:
        """The place of the key that ends the path, or of the value there if it is a list item."""
        followed = self._follow(at)
        return Place(self.path, *self.keys.get(followed, self.values[followed]))

    def place_of(self, words: str, at: Path_) -> Place:
        """The place of words inside the text at a path, or of that text where they are broken over lines."""
        start = self.place(at)
        here, beyond = (start.line, start.column), (self.text.count("\n") + 2, 0)
        end = min((each for each in (*self.values.values(), *self.keys.values()) if each > here), default=beyond)
        for number, line in enumerate(self.text.split("\n")[start.line - 1 : end[0]], start.line):
            column = line.find(words, start.column - 1 if number == start.line else 0) + 1
            if column and (number, column) < end:
                return Place(self.path, number, column)
        return start

    def _follow(self, at: Path_) -> Path_:
        # A model sees a list where a contributor may write one item: such an index is no step in the file.
        node = self.content
        followed: Path_ = ()
        for step in at:
            is_key = isinstance(node, dict) and step in node
            if is_key or (isinstance(node, list) and isinstance(step, int) and step < len(node)):
                node, followed = node[step], (*followed, step)
        return followed


def read_yaml(path: Path) -> YamlFile:
    """Read a YAML file. Raises DataError, with one problem, where it is not plain and well formed."""
    text = read_text(path)
    return _Builder(path).build(text)


def read_text(path: Path) -> str:
    """A file's text: UTF-8 of bounded size with no unseen characters. Raises DataError where it is not."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            _fail(Place(path), f"the file has {size:,} bytes; the limit is {SIZE_LIMIT:,}", "Split it, or mend it.")
        data = path.read_bytes()
    except OSError as error:
        _fail(Place(path), f"the file cannot be read: {error.strerror or error}")
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


class _Builder:
    """Builds content from parse events, without recursion, so that no input can exhaust the stack."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.stack: list[Any] = []
        self.at: list[Key] = []
        self.pending: list[str | None] = []
        self.root: Any = None

    def build(self, text: str) -> YamlFile:
        documents = 0
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                documents += isinstance(event, yaml.DocumentStartEvent)
                if documents > 1:
                    self.fail(event, "a second document begins here", "Keep one document a file; delete the '---'.")
                self.take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
            _fail(place, *_explain(error))
        if not documents or self.root is None or self.root == "":
            _fail(Place(self.path), "the file is empty", "Fill it, or delete it.")
        return YamlFile(self.path, text, self.root, self.values, self.keys)

    def fail(self, event: Any, message: str, hint: str = "") -> None:
        _fail(Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1), message, hint)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.fail(event, f"alias '*{event.anchor}'", "Write the value out; anchors and aliases are not used here.")
        if getattr(event, "anchor", None):
            self.fail(event, f"anchor '&{event.anchor}'", "Delete it; anchors and aliases are not used here.")
        if getattr(event, "tag", None):
            self.fail(event, f"tag '{event.tag}'", "Delete it; every value is typed by its field.")
        if isinstance(event, yaml.ScalarEvent):
            if unseen := _UNSEEN.search(event.value):  # written as an escape, such as "\u202e"
                self.fail(event, f"unseen character U+{ord(unseen.group()):04X}", "Delete its escape.")
            self.scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self.open(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self.open(event, [])
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.close()

    def scalar(self, event: Any) -> None:
        if self.stack and isinstance(self.stack[-1], dict) and self.pending[-1] is None:
            self.key(event)
        else:
            self.put(event, event.value)
            self.leave()

    def key(self, event: Any) -> None:
        key, mapping = event.value, self.stack[-1]
        if key == "<<":
            self.fail(event, "merge key '<<'", "Write the fields out; merge keys are not used here.")
        if key in mapping:
            first = self.keys[(*self.at, key)]
            self.fail(event, f"'{key}' stands here a second time", f"The first is in line {first[0]}; keep one.")
        self.keys[(*self.at, key)] = _position(event)
        self.pending[-1] = key

    def open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if len(self.stack) >= DEPTH_LIMIT:
            self.fail(event, f"nested more than {DEPTH_LIMIT} deep", "No field needs that; flatten it.")
        if self.stack and isinstance(self.stack[-1], dict) and self.pending[-1] is None:
            self.fail(event, "a key that is a list or a mapping", "Put quotes round the key.")
        self.put(event, container)
        self.stack.append(container)
        self.pending.append(None)

    def put(self, event: Any, value: Any) -> None:
        if not self.stack:
            self.root = value
        elif isinstance(self.stack[-1], dict):
            key = self.pending[-1]
            assert key is not None
            self.at.append(key)
            self.stack[-1][key] = value
            self.pending[-1] = None
        else:
            self.at.append(len(self.stack[-1]))
            self.stack[-1].append(value)
        self.values[tuple(self.at)] = _position(event)

    def close(self) -> None:
        self.stack.pop()
        self.pending.pop()
        self.leave()

    def leave(self) -> None:
        if self.stack:
            self.at.pop()


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


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
