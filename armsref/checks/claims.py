"""Are quantities possible, and complete?"""

from __future__ import annotations

from armsref.checks.registry import Found, Scope, error
from armsref.model import Bounds, NumberClaim


@error
def min_above_max(scope: Scope) -> Found:
    """No claim or condition has a least above its most."""
    for record in scope.reading.records:
        for path, model in record.models:
            if not isinstance(model, NumberClaim | Bounds) or model.max is None:
                continue
            over = model.over if isinstance(model, Bounds) else None
            if model.min is not None and model.min > model.max:
                yield record.place(*path), f"min {model.min:g} is above max {model.max:g}", "Exchange them."
            elif over is not None and over >= model.max:
                yield record.place(*path), f"over {over:g} leaves nothing up to max {model.max:g}", "Exchange them."
