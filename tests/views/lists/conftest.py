"""Small data as it stands on a day, for the lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from armsref import load
from armsref.views.as_of import AsOf
from tests.conftest import Data

TODAY = date(2026, 11, 22)

Standing = Callable[[dict[str, str]], AsOf]


@pytest.fixture
def standing(data: Data) -> Standing:
    """Makes data of files, as it stands today."""
    return lambda files: AsOf(load(data(files)), TODAY)
