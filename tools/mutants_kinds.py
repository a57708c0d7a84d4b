"""The kinds of change that are tried on the code: those of Cosmic Ray that a programmer might make, and a few more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider

from tools.mutants_sample import Change, Mutant

# Of its many replacements, those between neighbours; others, such as a date times a date, fail wherever they are run.
COMPARISONS = (
    "Eq_NotEq", "NotEq_Eq", "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt",
    "Is_IsNot", "IsNot_Is",
)  # fmt: skip
ARITHMETIC = ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Sub_BitOr", "BitOr_BitAnd", "BitAnd_BitOr")
OTHERS = (
    "AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "NumberReplacer", "RemoveDecorator", "ZeroIterationForLoop",
    "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub",
)  # fmt: skip
Positions = Iterator[tuple[tuple[int, int], tuple[int, int]]]


class SwapQuantifier(Operator):  # type: ignore[misc]
    """Asks of any what was asked of all, and the like."""

    SWAPS = {"all": "any", "any": "all", "min": "max", "max": "min"}

    def mutation_positions(self, node: Any) -> Positions:
        """The names of such functions where they are called."""
        called = node.type == "name" and node.get_next_leaf() and node.get_next_leaf().value == "("
        if called and node.value in self.SWAPS and node.get_previous_leaf().value != "def":
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """The other function."""
        node.value = self.SWAPS[node.value]
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        """None: the tests have them."""
        return ()


class SwapMembership(Operator):  # type: ignore[misc]
    """Asks whether something is in a collection, where it was asked whether it is not, and the reverse."""

    def mutation_positions(self, node: Any) -> Positions:
        """Each 'in' and 'not in' of a comparison."""
        for at in self._points(node):
            yield node.children[at].start_pos, node.children[at].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """The opposite."""
        at = list(self._points(node))[index]
        opposite = " in" if "not" in node.children[at].get_code() else " not in"
        node.children[at] = parso.parse(opposite)
        return node

    @staticmethod
    def _points(node: Any) -> Iterator[int]:
        if node.type == "comparison":
            for at in range(1, len(node.children), 2):
                if node.children[at].get_code().split() in (["in"], ["not", "in"]):
                    yield at

    @classmethod
    def examples(cls) -> tuple[()]:
        """None: the tests have them."""
        return ()


class NegateFilter(Operator):  # type: ignore[misc]
    """Takes what a comprehension left out, and leaves out what it took."""

    def mutation_positions(self, node: Any) -> Positions:
        """The condition of a comprehension."""
        if node.type in ("comp_if", "old_comp_if"):
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:  # noqa: ARG002
        """The condition, negated."""
        node.children[1] = parso.parse(f" not ({node.children[1].get_code().strip()})")
        return node

    @classmethod
    def examples(cls) -> tuple[()]:
        """None: the tests have them."""
        return ()


def _kinds() -> dict[str, Operator]:
    known = OperatorProvider()
    names = [f"ReplaceComparisonOperator_{pair}" for pair in COMPARISONS]
    names += [f"ReplaceBinaryOperator_{pair}" for pair in ARITHMETIC]
    own = (SwapQuantifier(), SwapMembership(), NegateFilter())
    return {name: known[name]() for name in (*names, *OTHERS)} | {type(kind).__name__: kind for kind in own}


KINDS = _kinds()


def changes(path: str, text: str) -> Iterator[Change]:
    """Every change of a module that is of a known kind."""
    nodes = list(ast_nodes(get_ast(text)))
    for name, kind in KINDS.items():
        positions = [position for node in nodes for position in kind.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(positions):
            yield Change(path, tuple(start), tuple(end), name, occurrence)


def mutated(change: Change, text: str) -> Mutant:
    """The module with this change."""
    return Mutant(change, mutate_code(text, KINDS[change.kind], change.occurrence), text)
