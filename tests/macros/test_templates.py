"""Markup is written in templates, which escape what they are given."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.render import html_templates

TOP = Path(__file__).parents[2]
MACROS = TOP / "macros"
TEMPLATES = sorted([*MACROS.rglob("*.j2"), *(TOP / "theme").rglob("*.html")])
MODULES = sorted([*MACROS.rglob("*.py"), *(TOP / "armsref").rglob("*.py")])
# Modules that read what templates or authors have written.
FINDING_MARKUP = {"handwritten.py"}
TAG = re.compile(r"<[a-zA-Z]")
# What would print a value as it is.
UNESCAPED = re.compile(r"\|\s*safe\b|\bautoescape\b|\bMarkup\b")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_prints_a_value_as_it_is(template: Path) -> None:
    assert UNESCAPED.findall(template.read_text(encoding="utf-8")) == []


def test_templates_of_html_escape_what_they_are_given() -> None:
    assert html_templates().from_string("{{ said }}").render(said="<b>") == "&lt;b&gt;"


def strings(file: Path) -> list[str]:
    """The strings of a module that are not its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {statement.value for statement in ast.walk(tree) if isinstance(statement, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in told)
    return [node.value for node in constants if isinstance(node.value, str)]


def test_no_module_of_the_macros_writes_markup() -> None:
    writing = {
        file.relative_to(MACROS).as_posix()
        for file in MACROS.rglob("*.py")
        if any(TAG.search(text) for text in strings(file))
    }
    assert writing == FINDING_MARKUP


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(TOP).as_posix())
def test_no_value_is_put_into_markup_by_hand(module: Path) -> None:
    """What writes HTML without a template, for a feed or a file, formats it with Markup, which escapes."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    joined = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    assert not any(TAG.search(part.value) for node in joined for part in node.values if isinstance(part, ast.Constant))
    assert not any(isinstance(node, ast.ImportFrom) and node.module == "html" for node in nodes)
