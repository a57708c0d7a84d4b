"""What a rule of notification asks of a flight beside what flies, and what was found, in words."""

from __future__ import annotations

from armsref.law.conditions import Holds
from armsref.law.notices import Flight, Notice, TriggerFinding, TriggerName
from armsref.loading.dataset import Dataset
from armsref.model import Trigger
from armsref.prose.english import number, the
from armsref.prose.vocabulary import PURPOSES

HEADINGS: dict[TriggerName, str] = {
    "activity": "Activity", "flight": "This flight", "beyond_national_territory": "Beyond national territory",
    "towards_other_party": "Towards another party", "over_high_seas": "Over the high seas", "purpose": "Purpose",
}  # fmt: skip
# What a rule asks of a flight, and what is said where that holds, fails, or depends.
_WORDS: dict[TriggerName, tuple[str, dict[Holds, str]]] = {
    "activity": ("a launch", {"no": "asks for notice of exercises, not of launches"}),
    "flight": (
        "{limits}",
        {
            "yes": "it was to go that far or high",
            "no": "asks for {limits}, and it was not to go so far",
            "depends": "asks for {limits}, and how far or high this flight was to go is not settled",
        },
    ),
    "beyond_national_territory": (
        "a flight beyond national territory",
        {
            "yes": "it goes beyond the territory of {state}",
            "no": "asks only about flights that leave national territory, and this one does not leave that of {state}",
            "depends": "asks only about flights that leave national territory, and whether this one does is not said",
        },
    ),
    "towards_other_party": (
        "a flight in the direction of another party",
        {
            "yes": "it flies towards another party, {towards}",
            "no": "asks only about flights in the direction of another party, and this one {course}",
            "depends": "asks only about flights in the direction of another party, and where this one goes is not said",
        },
    ),
    "over_high_seas": (
        "a flight over the high seas",
        {
            "yes": "it goes over the high seas",
            "no": "asks only about flights over the high seas, and this one does not go there",
            "depends": "asks only about flights over the high seas, and whether this one goes there is not said",
        },
    ),
    "purpose": (
        "a launch that is not exempted",
        {"no": "exempts launches in {purpose}", "depends": "lets a party leave out launches in {purpose}"},
    ),
}


def trigger_words(dataset: Dataset, notice: Notice, finding: TriggerFinding) -> tuple[str, str]:
    """What was asked of a flight, and what was found."""
    asked, found = _WORDS[finding.asked]
    flight = notice.flight
    words = {
        "limits": flight_limits(notice.provision.trigger),
        "state": the(name_of(dataset, flight.by)),
        "towards": the(name_of(dataset, flight.towards or "")),
        "course": _course(dataset, flight),
        "purpose": PURPOSES[flight.purpose],
    }
    return asked.format(**words), found.get(finding.holds, "").format(**words)


def _course(dataset: Dataset, flight: Flight) -> str:
    if flight.towards:
        return f"flies towards {the(name_of(dataset, flight.towards))}"
    return "stays inside national territory" if flight.beyond_national_territory is False else "does not"


def name_of(dataset: Dataset, entry_id: str) -> str:
    """What an entry is called; of a name that is no entry's, the name itself."""
    entry = dataset.get(entry_id)
    return entry.title if entry else entry_id.replace("-", " ")


def launches_asked_about(trigger: Trigger | None) -> str:
    """Of which launches alone a rule asks for notice: 'only for launches beyond national territory', or nothing."""
    if trigger is None or trigger.activity != "launch":
        return ""
    asked = {
        f"of {flight_limits(trigger)}": trigger.range_km_over is not None or trigger.altitude_km_over is not None,
        "beyond national territory": trigger.beyond_national_territory,
        "towards another party": trigger.towards_other_party,
        "over the high seas": trigger.over_high_seas,
    }
    given = [words for words, asks in asked.items() if asks]
    return f"only for launches {' and '.join(given)}" if given else ""


def flight_limits(trigger: Trigger | None) -> str:
    """How far or high a flight must go: 'range over 500 km or altitude over 500 km'."""
    limits = {"range": trigger.range_km_over, "altitude": trigger.altitude_km_over} if trigger else {}
    return " or ".join(f"{what} over {number(over)} km" for what, over in limits.items() if over is not None)
