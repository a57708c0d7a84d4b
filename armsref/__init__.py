"""The Arms Control Reference as a library: `armsref.load("data")` is the way in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armsref.checks import check
    from armsref.loading.dataset import Dataset, load
    from armsref.loading.problems import DataError, Problem

__all__ = ["DataError", "Dataset", "Problem", "check", "load"]

_HOMES = {
    "DataError": "armsref.loading.problems",
    "Dataset": "armsref.loading.dataset",
    "Problem": "armsref.loading.problems",
    "check": "armsref.checks",
    "load": "armsref.loading.dataset",
}


def __getattr__(name: str) -> object:
    """Import what is offered here when it is first asked for: the models alone take a tenth of a second (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
