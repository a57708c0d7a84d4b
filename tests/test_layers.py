"""The house keeps its order: imports point down and not in circles, modules are short, and a name means one thing.

What still falls short stands in a list above its test; an item of a list that is no longer needed fails the test too.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[1]
PACKAGES = ("armsref", "macros", "preview")
# The rooms from the ground up. One may use those below it, and its neighbours on the same floor; `armsref` by itself
# is the door, by which one comes in from outside.
FLOORS = (
    {"model"}, {"loading"}, {"law"}, {"prose"}, {"checks", "annotation", "history"}, {"views"}, {"export"}, {"cli"},
    {"armsref"}, {"macros"}, {"preview"},
)  # fmt: skip
MOST_LINES = 350


@cache
def modules() -> dict[str, Path]:
    """The files of the library, of the macros and of the preview, by the names of their modules."""
    files = sorted(file for package in PACKAGES for file in (TOP / package).rglob("*.py"))
    return {".".join(file.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


@cache
def parsed(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


def imported(statements: Iterable[ast.AST]) -> set[str]:
    """The modules of this project that import statements name."""
    named: set[str] = set()
    for statement in statements:
        if isinstance(statement, ast.Import):
            named |= {alias.name for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            assert not statement.level, "an import says the whole name of a module"
            # What is imported from a package is a module of it, or stands in its own file.
            parts = {f"{statement.module}.{alias.name}" for alias in statement.names}
            named |= {part if part in modules() else str(statement.module) for part in parts}
    return named & set(modules())


def outside_functions(statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run, or that a type checker reads, when a module is imported."""
    for statement in statements:
        yield statement
        if isinstance(statement, ast.If | ast.Try):
            handled = [inner for handler in getattr(statement, "handlers", ()) for inner in handler.body]
            yield from outside_functions([*statement.body, *statement.orelse, *handled])


def floor(module: str) -> int:
    package, _, rest = module.partition(".")
    room = rest.partition(".")[0] if package == "armsref" and rest else package
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def test_imports_point_down() -> None:
    upward = [
        f"{module} imports {other}"
        for module in modules()
        for other in imported(ast.walk(parsed(module)))
        if floor(other) > floor(module)
    ]
    assert upward == []


def test_no_files_import_each_other_in_a_circle() -> None:
    uses = {module: imported(outside_functions(parsed(module).body)) - {module} for module in modules()}
    reached = {module: reachable(module, uses) for module in uses}
    circles = {frozenset(other for other in reached[module] if module in reached[other]) for module in uses}
    assert [sorted(circle) for circle in circles if circle] == []


def reachable(start: str, uses: dict[str, set[str]]) -> set[str]:
    """The modules that one uses, by way of others too."""
    seen: set[str] = set()
    left = [start]
    while left:
        new = uses[left.pop()] - seen
        seen |= new
        left += new
    return seen


# The records of the API are one schema.
LONG = {"armsref.export.api.records"}


def test_modules_are_short() -> None:
    lines = {module: len(file.read_text(encoding="utf-8").splitlines()) for module, file in modules().items()}
    assert {module for module, count in lines.items() if count > MOST_LINES} == LONG


def defined(module: str) -> set[str]:
    """The public names that a module gives to things of its own; a type variable is none."""
    names: set[str] = set()
    for statement in outside_functions(parsed(module).body):
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
                pass
            case ast.Assign(targets=targets):
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def test_a_public_name_means_one_thing() -> None:
    definitions: dict[str, list[str]] = defaultdict(list)
    for module in modules():
        for name in defined(module):
            definitions[name].append(module)
    shared = {name: places for name, places in definitions.items() if len(places) > 1}
    assert shared == {}
