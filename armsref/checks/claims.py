"""Are quantities possible, and complete?"""

from __future__ import annotations

from armsref.checks.registry import Found, Scope, error
from armsref.model import Bounds, NumberClaim, Treaty


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


@error
def notice_of_what(scope: Scope) -> Found:
    """A provision that asks for notice says of what, so that it can be put to a launch."""
    for record in scope.reading.records:
        for index, provision in enumerate(record.entry.provisions if isinstance(record.entry, Treaty) else ()):
            if provision.effect == "requires-notification" and not (provision.reaches or provision.trigger):
                yield (
                    record.place("provisions", index, "effect"),
                    f"'{provision.id}' asks for notice, but not of what",
                    "Add 'reaches' or 'trigger'; notice of anything but launches and exercises is 'commits'.",
                )
