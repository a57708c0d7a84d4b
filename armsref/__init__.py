"""The Arms Control Reference as a library: `armsref.load("data")` is the way in."""

from armsref.checks import check
from armsref.loading.dataset import Dataset, load
from armsref.loading.problems import DataError, Problem

__all__ = ["DataError", "Dataset", "Problem", "check", "load"]
