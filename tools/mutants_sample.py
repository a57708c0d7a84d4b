"""Which changes of the code are tried, and what their trial comes to.

Left out is what no test can notice, or only a copy of the code would: the words of tables and messages (no kind of
change touches a string), and all that `essence` takes out of a module.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import ndiff
from random import Random

# Decorators that change the speed or the form of what they decorate, not what it answers.
WITHOUT_EFFECT = {"cache", "dataclass", "final", "lru_cache", "override"}


@dataclass(frozen=True, order=True)
class Change:
    """A change of one place in a module: the kind of change, and which of its kind in the module."""

    path: str
    start: tuple[int, int]
    end: tuple[int, int]
    kind: str
    occurrence: int

    @property
    def package(self) -> str:
        """The package that is changed: 'law' of armsref/law/status.py."""
        return self.path.split("/")[1]


@dataclass(frozen=True)
class Mutant:
    """A module with one change: its whole text, and its text before."""

    change: Change
    text: str
    before: str

    @property
    def place(self) -> str:
        """Where it differs, for people: 'armsref/law/status.py:120'."""
        return f"{self.change.path}:{self.change.start[0]}"

    @property
    def lines(self) -> tuple[str, str]:
        """The line that differs, before and after; nothing after where it was left out."""
        differing = list(ndiff(self.before.splitlines(), self.text.splitlines()))
        old, new = ([line[2:].strip() for line in differing if line[0] == sign] for sign in "-+")
        return next(filter(None, old), ""), next(filter(None, new), "")


@dataclass(frozen=True)
class Trial:
    """What became of a mutant: the tests that failed, or nothing where it survived."""

    mutant: Mutant
    killed_by: str = ""


def drawn(changes: Iterable[Change], seed: int) -> list[Change]:
    """One change of each place, in an order that the seed decides: the first so many are a sample."""
    places: dict[tuple[str, tuple[int, int], tuple[int, int]], list[Change]] = defaultdict(list)
    for change in sorted(changes):
        places[change.path, change.start, change.end].append(change)
    chance = Random(seed)
    order = chance.sample(list(places), len(places))
    return [chance.choice(places[place]) for place in order]


def worth_trying(changes: Iterable[Change], mutate: Callable[[Change], Mutant], most: int) -> Iterator[Mutant]:
    """The first so many mutants that a test could notice."""
    tried = 0
    for change in changes:
        if tried == most:
            return
        mutant = mutate(change)
        if matters(mutant.before, mutant.text):
            tried += 1
            yield mutant


def matters(before: str, after: str) -> bool:
    """Whether a changed module is Python still, and says something else."""
    try:
        return essence(after) != essence(before)
    except SyntaxError:
        return False


# What matters of a module


def essence(text: str) -> str:
    """A module without what no test can notice. Raises SyntaxError where it is no Python."""
    return ast.dump(_Essence().visit(ast.parse(text)))


class _Essence(ast.NodeTransformer):
    """Takes out annotations and unions of types, docstrings, decorators without effect, __slots__, errors' messages.

    What is asserted, and that what is zipped is of one length, is for those who read: the code never makes it false.
    """

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self._body(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._body(node)

    def visit_Module(self, node: ast.Module) -> ast.AST:
        node.body = _without_docstring(node.body)
        return self.generic_visit(node)

    def _body(self, node: ast.FunctionDef | ast.ClassDef) -> ast.AST:
        node.body = _without_docstring(node.body)
        node.decorator_list = [each for each in node.decorator_list if _name(each) not in WITHOUT_EFFECT]
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST | None:
        if [_name(target) for target in node.targets] == ["__slots__"]:
            return None
        return self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        if isinstance(node.exc, ast.Call):
            node.exc = node.exc.func
        return node

    def visit_Assert(self, _: ast.Assert) -> None:
        return None

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if _name(node) == "zip":
            node.keywords = []
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return ast.Name("Union") if _is_type(node.left) and _is_type(node.right) else node


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return body[1:] if is_text else body


def _name(node: ast.expr) -> str:
    """The last name of an expression: 'cache' of @functools.cache, 'dataclass' of @dataclass(frozen=True)."""
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _is_type(node: ast.expr) -> bool:
    """Whether this names a class, as in a union of types: 'Treaty', not 'ENDING'."""
    name = _name(node)
    return not isinstance(node, ast.Call) and name[:1].isupper() and not name.isupper()


# The report


def report(trials: Sequence[Trial], seed: int) -> str:
    """The survivors, each with its place and what was changed, and the shares killed."""
    return "\n".join([*_survivors(trials), "", *_shares(trials), f"Drawn with SEED={seed} COUNT={len(trials)}."])


def _survivors(trials: Sequence[Trial]) -> Iterator[str]:
    survivors = [trial.mutant for trial in trials if not trial.killed_by]
    for mutant in sorted(survivors, key=lambda mutant: mutant.change):
        before, after = mutant.lines
        yield f"{mutant.place}: survived ({mutant.change.kind})\n  - {before}\n  + {after or '(left out)'}"


def _shares(trials: Sequence[Trial]) -> Iterator[str]:
    by_package: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_package[trial.mutant.change.package].append(trial)
    for package, own in sorted(by_package.items()):
        yield _share(package, own)
    yield _share("in all", trials)


def _share(name: str, trials: Sequence[Trial]) -> str:
    killed = sum(1 for trial in trials if trial.killed_by)
    return f"{name:<12}{killed:>4} of {len(trials):>4} killed{killed / max(len(trials), 1):>7.0%}"
