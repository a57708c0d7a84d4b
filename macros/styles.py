"""Material's style sheet, less what no page of this site can use: a page loads only rules that may meet something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2

# What the words of classes and attributes are looked up in: all that writes HTML, or changes it in a browser.
_WRITERS = ("macros/**/*.j2", "macros/*.py", "theme/**/*.html", "docs/assets/*.js", "preview/*.js")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_TOP = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Declared:
    """A rule: its selectors, and its declarations by name, as they are written."""

    selectors: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{','.join(self.selectors)}{{{';'.join(text for _, text in self.declarations)}}}"


@dataclass(frozen=True, slots=True)
class Within:
    """Rules that hold under a condition: on narrow screens, in print."""

    condition: str
    rules: tuple[Rule, ...]

    def __str__(self) -> str:
        return f"{self.condition}{{{''.join(map(str, self.rules))}}}"


Rule = Declared | Within | str


@cache
def words_of_pages() -> frozenset[str]:
    """Every word that may be a class or an attribute on a page, found in what writes the pages."""
    files = (path for pattern in _WRITERS for path in sorted(_TOP.glob(pattern)))
    return frozenset(word for path in files for word in _WORD.findall(path.read_text(encoding="utf-8")))


@cache
def reduced(css: str, words: frozenset[str], others: str = "") -> str:
    """A style sheet without the rules for classes and `data-md` attributes that are none of these words.

    Of custom properties only those stay that are asked for, here or in the `others` sheets of the page.
    """
    rules = tuple(_kept(tinycss2.parse_stylesheet(css, True, True), words))
    text, before = "".join(map(str, rules)), ""
    while text != before:
        asked = frozenset(_VARIABLE.findall(text + others))
        rules = tuple(_with_asked(rules, asked))
        text, before = "".join(map(str, rules)), text
    return text


def _kept(rules: Iterable[Any], words: frozenset[str]) -> Iterator[Rule]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = tuple(_text(one) for one in _parted(rule.prelude) if _can_meet(one, words))
            if selectors:
                yield Declared(selectors, tuple(_declarations(rule.content)))
        elif rule.lower_at_keyword in ("media", "supports"):
            inner = tuple(_kept(tinycss2.parse_rule_list(rule.content, True, True), words))
            if inner:
                yield Within(f"@{rule.at_keyword}{_text(rule.prelude)}", inner)
        else:
            yield rule.serialize()


def _declarations(content: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, True, True):
        yield (one.name if one.type == "declaration" else ""), one.serialize()


def _parted(prelude: Iterable[Any]) -> list[list[Any]]:
    """The selectors of a rule."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _can_meet(selector: list[Any], words: frozenset[str]) -> bool:
    """Whether something on a page may fit a selector; what stands in brackets of `:not()` and the like is not asked."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "ident" and before == "." and token.value not in words:
            return False
        if token.type == "[] block" and _attribute(token) not in words:
            return False
    return True


def _attribute(block: Any) -> str:
    """The name of the attribute of Material that a selector asks for; of another one, a word that is always known."""
    name = next((token.value for token in block.content if token.type == "ident"), "")
    return name if name.startswith("data-md") else "class"


def _with_asked(rules: Iterable[Rule], asked: frozenset[str]) -> Iterator[Rule]:
    """The rules without the custom properties for which nothing asks."""
    for rule in rules:
        if isinstance(rule, Within):
            yield replace(rule, rules=tuple(_with_asked(rule.rules, asked)))
        elif isinstance(rule, Declared):
            kept = tuple(pair for pair in rule.declarations if not pair[0].startswith("--") or pair[0] in asked)
            if kept:
                yield replace(rule, declarations=kept)
        else:
            yield rule


def _text(tokens: Iterable[Any]) -> str:
    return str(tinycss2.serialize(tokens))
