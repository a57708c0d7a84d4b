"""Are quantities possible, and complete?"""

from __future__ import annotations

from armsref.checks.registry import Found, Scope, error
from armsref.model import Bounds, NumberClaim
from armsref.references import models_in


@error
def min_above_max(scope: Scope) -> Found:
    """No claim or condition has a least above its most."""
    for record in scope.reading.records:
        for path, model in models_in(record.entry):
            if (
                isinstance(model, NumberClaim | Bounds)
                and model.min is not None
                and model.max is not None
                and model.min > model.max
            ):
                yield record.place(*path), f"min {model.min:g} is above max {model.max:g}", "Exchange them."
