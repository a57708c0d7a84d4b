"""Why a verdict is what it is: in one sentence, and step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from armsref.law.conditions import Finding, Holds, Reach
from armsref.law.coverage import Force, Verdict, is_in_effect
from armsref.law.notices import Notice, TriggerFinding, TriggerName
from armsref.law.standing import Standing, StandingInterval
from armsref.law.status import StatusInterval, ended_on
from armsref.loading.dataset import Dataset
from armsref.model import Attributed, Bounds, NumberClaim, Purpose, Treaty, TreatyHistory, Trigger, TypeClaim
from armsref.prose.english import amount, begun, bounds, day, listed, number, the

# What the codes of each condition are called: where one asks for them in general, and where one weapon has them.
ASKED: dict[str, dict[str, str]] = {
    "type": {
        "ballistic-missile": "ballistic missiles", "cruise-missile": "cruise missiles",
        "boost-glide": "boost-glide weapons", "anti-satellite": "anti-satellite weapons",
        "interceptor": "interceptors", "bomb": "bombs", "torpedo": "torpedoes", "aircraft": "aircraft",
        "submarine": "submarines", "warhead": "warheads", "launcher": "launchers",
        "space-launch-vehicle": "space launch vehicles",
    },
    "launched_from": {
        "ground": "the ground", "silo": "silos", "air": "the air", "surface-ship": "surface ships",
        "submarine": "submarines", "space": "space",
    },
    "basing": {
        "road-mobile": "road-mobile", "rail-mobile": "rail-mobile", "silo": "in silos", "fixed-site": "at fixed sites",
        "aircraft": "on aircraft", "ship": "on ships", "submarine": "on submarines",
    },
    "warhead_type": {"nuclear": "nuclear", "conventional": "conventional", "kinetic": "kinetic", "none": "no"},
    "targets": {
        "strategic-missiles": "strategic missiles", "shorter-range-missiles": "shorter-range missiles",
        "aircraft": "aircraft", "satellites": "satellites", "ships": "ships", "ground": "targets on the ground",
    },
}  # fmt: skip
FOUND: dict[str, dict[str, str]] = {
    **ASKED,
    "type": {
        "ballistic-missile": "a ballistic missile", "cruise-missile": "a cruise missile",
        "boost-glide": "a boost-glide weapon", "anti-satellite": "an anti-satellite weapon",
        "interceptor": "an interceptor", "bomb": "a bomb", "torpedo": "a torpedo", "aircraft": "an aircraft",
        "submarine": "a submarine", "warhead": "a warhead", "launcher": "a launcher",
        "space-launch-vehicle": "a space launch vehicle",
    },
}  # fmt: skip
# What is asked, after "reaches only", and what is found, after the weapon's name.
_PHRASES = {
    "type": ("{}", "is {}"),
    "launched_from": ("what is launched from {}", "is launched from {}"),
    "basing": ("what is {}", "is {}"),
    "warhead_type": ("{} warheads", "carries {} warheads"),
    "targets": ("what is made against {}", "is made against {}"),
}
HEADS = {
    "type": "Type", "launched_from": "Launched from", "basing": "Basing", "warhead_type": "Warhead",
    "range_km": "Range", "payload_kg": "Payload", "warheads": "Number of warheads", "targets": "Targets",
    "weapons": "Named", "activity": "Activity", "flight": "This flight",
    "beyond_national_territory": "Beyond national territory", "towards_other_party": "Towards another party",
    "over_high_seas": "Over the high seas", "purpose": "Purpose",
}  # fmt: skip
UNITS = {"range_km": " km", "payload_kg": " kg", "warheads": ""}
_BOUNDED = {"range_km": "ranges of {}", "payload_kg": "payloads of {}", "warheads": "numbers of warheads of {}"}
PURPOSES: dict[Purpose, str] = {
    "combat": "combat", "test": "tests", "training": "training", "space-launch": "flights to space",
}  # fmt: skip
# What a rule asks of a flight, and what is said where the answer is yes, no, or depends.
TRIGGERS: dict[TriggerName, tuple[str, dict[Holds, str]]] = {
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
# More states than these are counted, not named.
NAMED = 4


@dataclass(frozen=True)
class Reason:
    """One step: what was asked, what was found, the answer, and the claims it rests on."""

    head: str
    asked: str
    found: str
    holds: Holds
    claims: tuple[Attributed, ...] = ()


@dataclass(frozen=True)
class Reasons:
    """Puts verdicts on the entries of a dataset into words."""

    dataset: Dataset

    # In one sentence

    def sentence(self, verdict: Verdict) -> str:
        """The reason for a verdict on a weapon."""
        about = self._about(verdict.reach)
        if verdict.reach.holds == "no":
            return f"{begun(about)}."
        force = self._force(verdict.treaty, verdict.force, verdict.reach.holds)
        return f"{begun(about)}{force}{_flights(verdict.provision.trigger)}."

    def notice_sentence(self, notice: Notice) -> str:
        """The reason for a verdict on a launch."""
        if notice.reach.holds != "no" and notice.concerns != notice.reach.holds:
            found = next(each for each in notice.triggers if each.holds == notice.concerns)
            about = self._trigger(notice, found).found
        else:
            about = self._about(notice.reach)
        if notice.concerns == "no":
            return f"{begun(about)}."
        return f"{begun(about)}{self._force(notice.treaty, notice.force, notice.concerns)}."

    def _about(self, reach: Reach) -> str:
        """What a provision is about, and whether the weapon is that."""
        through = f"through its carrier {reach.through.title}, " if reach.through else ""
        if reach.holds == "yes":
            return f"{through}within its terms"
        finding = next(each for each in reach.findings if each.holds == reach.holds)
        if reach.holds == "no" or (finding.unsure and not finding.saying_yes):
            open_ = ", which leaves it open" if reach.holds == "depends" else ""
            return f"{through}reaches only {self._asked(finding)}; {self._found(finding)}{open_}"
        if not finding.saying_yes:
            return f"{through}reaches only {self._asked(finding)}, and nothing is recorded on that"
        others, how = (finding.saying_no, "is not") if finding.saying_no else (finding.unsure, "may not be")
        yes, no = (self._claims(each, finding) for each in (finding.saying_yes, others))
        return f"{through}accounts of its {_noun(finding)} differ: as {yes} it is reached, as {no} it {how}"

    def _force(self, treaty: Treaty, force: Force, about: Holds) -> str:
        if force.holds == "yes":
            bound = ", ".join(filter(None, [f"binds {self._states(force.states('yes'))}", self._not_bound(force)]))
            return f", and {bound}" if about == "yes" else f"; {bound}"
        obstacle = self.obstacle(treaty, force)
        if force.holds == "depends":
            return f", but {obstacle}"
        return f", but {obstacle}" if about == "yes" else f"; in any case {obstacle}"

    def _not_bound(self, force: Force) -> str:
        others = force.states("no")
        return f"not {self._states(others)}" if others and len(force.states("yes")) <= NAMED else ""

    def obstacle(self, treaty: Treaty, force: Force) -> str:
        """What keeps an agreement from binding the states in question: its status, or theirs."""
        legally = treaty.binding == "legally"
        effect = "force" if legally else "effect"
        interval = force.interval
        if interval is None:
            return "it did not exist yet"
        words = {
            "not yet agreed": "it did not exist yet",
            "proposed": "it is only proposed" if interval.end is None else "it was only proposed",
            "signed": f"it {'is' if interval.end is None else 'was'} signed and not in {effect}",
            "suspended": f"it was suspended from {day(interval.start)}",
            "ended": f"it ended on {day(ended_on(interval))}",
            "never in force": f"it never entered into {effect}",
            "unclear": f"its status is {interval.words}",
        }
        if interval.status in words:
            return words[interval.status]
        return self._places(force)

    def _places(self, force: Force) -> str:
        """How the states stand that it does not bind."""
        groups: dict[str, list[str]] = {}
        for state, place in force.places.items():
            groups.setdefault(self._place(place), []).append(state)
        if len(force.places) > NAMED and len(groups) > 1:
            return "none of the states that have it is bound"
        return " and ".join(
            f"{self._states(states)} {_plural(words) if len(states) > 1 else words}" for words, states in groups.items()
        )

    def _states(self, states: Sequence[str]) -> str:
        if len(states) > NAMED:
            return f"{len(states)} states that have it"
        return listed([the(self._title(state)) for state in states])

    def _place(self, place: StandingInterval | None) -> str:
        """How a state stands, after its name."""
        if place is None:
            return "is not one of those that it binds"
        if place.standing == "unclear":
            return f"stands in it in a way that is {place.words}"
        heir = f" as successor to {the(self._title(place.successor_to))}" if place.successor_to else ""
        return _STANDINGS[place.standing].format(since=day(place.start), heir=heir)

    def _title(self, entry_id: str) -> str:
        entry = self.dataset.get(entry_id)
        return entry.title if entry else entry_id.replace("-", " ")

    # Step by step

    def steps(self, verdict: Verdict) -> list[Reason]:
        """All that was asked of a weapon, and whether the provision binds."""
        found = [self.finding(each) for each in verdict.reach.findings]
        return [*found, *self._force_steps(verdict.treaty, verdict.force)]

    def notice_steps(self, notice: Notice) -> list[Reason]:
        """All that was asked of a launch, and whether the rule binds."""
        found = [self.finding(each) for each in notice.reach.findings]
        asked = [self._trigger(notice, each) for each in notice.triggers]
        return [*found, *asked, *self._force_steps(notice.treaty, notice.force)]

    def finding(self, finding: Finding) -> Reason:
        """One condition."""
        return Reason(
            HEADS[finding.condition], self._asked(finding), self._found(finding), finding.holds, _said(finding)
        )

    def _asked(self, finding: Finding) -> str:
        """What a condition asks for, after "reaches only"."""
        asked = finding.asked
        if isinstance(asked, Bounds):
            limits = bounds(asked, UNITS[finding.condition])
            return _BOUNDED[finding.condition].format(limits).replace("of over", "over")
        if finding.condition == "weapons":
            return f"what it names, {listed([self._title(each) for each in asked])}"
        words = listed([ASKED[finding.condition][code] for code in asked], "or")
        return _PHRASES[finding.condition][0].format(words)

    def _found(self, finding: Finding) -> str:
        """What was found, as a clause with the weapon's name."""
        claims, name = _said(finding), " ".join(filter(None, [finding.weapon.title, finding.variant]))
        if finding.condition == "weapons":
            return f"{name} {'is' if finding.holds == 'yes' else 'is not'} among these"
        if claims and isinstance(finding.asked, Bounds):
            return f"the {_noun(finding)} of {name} is given as {_amounts(claims, UNITS[finding.condition])}"
        if claims:
            return f"{name} is described as {self._claims(claims, finding)}"
        has = (finding.weapon.type,) if finding.condition == "type" else getattr(finding.weapon, finding.condition, ())
        if isinstance(finding.asked, Bounds) or not has:
            return f"nothing is recorded of the {_noun(finding)} of {name}"
        words = listed([FOUND[finding.condition][code] for code in has], "or")
        return f"{name} {_PHRASES[finding.condition][1].format(words)}"

    def _claims(self, claims: Iterable[Attributed], finding: Finding) -> str:
        """What claims say, each value once with those who say it."""
        unit = UNITS.get(finding.condition, "")
        said: dict[str, list[str]] = {}
        for claim in claims:
            said.setdefault(_value(claim) + unit, []).append(self.speaker(claim))
        return listed([f"{value} ({listed(list(dict.fromkeys(who)))})" for value, who in said.items()], "or")

    def speaker(self, claim: Attributed) -> str:
        """Who says so: the publisher where it is nobody else."""
        if claim.by:
            return the(self._title(claim.by))
        return self.dataset.cited(claim.source[0]).publisher.publisher

    def _trigger(self, notice: Notice, finding: TriggerFinding) -> Reason:
        asked, found = TRIGGERS[finding.asked]
        flight = notice.flight
        words = {
            "limits": _limits(notice.provision.trigger),
            "state": the(self._title(flight.by)),
            "towards": the(self._title(flight.towards or "")),
            "course": self._course(notice),
            "purpose": PURPOSES[flight.purpose],
        }
        said = found.get(finding.holds, "").format(**words)
        return Reason(HEADS[finding.asked], asked.format(**words), said, finding.holds, finding.claims)

    def _course(self, notice: Notice) -> str:
        flight = notice.flight
        if flight.towards:
            return f"flies towards {the(self._title(flight.towards))}"
        return "stays inside national territory" if flight.beyond_national_territory is False else "does not"

    def _force_steps(self, treaty: Treaty, force: Force) -> Iterator[Reason]:
        interval = force.interval
        status = f"{interval.words} since {day(interval.since)}" if interval else "did not exist yet"
        effect = "force" if treaty.binding == "legally" else "effect"
        yield Reason("Status", f"that {treaty.title} is in {effect}", status, is_in_effect(interval))
        for state, place in force.places.items():
            answer: Holds = next(each for each in ("yes", "no", "depends") if state in force.states(each))
            words = f"{the(self._title(state))} {self._place(place)}"
            yield Reason("State", f"that it binds {the(self._title(state))}", words, answer)


def _plural(words: str) -> str:
    """What is said of one state, said of several: 'does not take part' becomes 'do not take part'."""
    verb, _, rest = words.partition(" ")
    return f"{_VERBS.get(verb, verb)} {rest}"


_VERBS = {
    "does": "do",
    "has": "have",
    "is": "are",
    "was": "were",
    "takes": "take",
    "applies": "apply",
    "stands": "stand",
}


def _said(finding: Finding) -> tuple[Attributed, ...]:
    return (*finding.saying_yes, *finding.saying_no, *finding.unsure)


def _noun(finding: Finding) -> str:
    return HEADS[finding.condition].lower()


def _value(claim: Attributed) -> str:
    if isinstance(claim, NumberClaim):
        return amount(claim)
    return FOUND["type"][claim.value] if isinstance(claim, TypeClaim) else str(getattr(claim, "value", ""))


def _amounts(claims: Iterable[Attributed], unit: str) -> str:
    """What several claims give, each amount once; of many, how far they reach."""
    numbers = [claim for claim in claims if isinstance(claim, NumberClaim)]
    amounts = list(dict.fromkeys(amount(claim) for claim in numbers))
    if len(amounts) <= NAMED:
        return f"{listed(amounts, 'or')}{unit}"
    ends = [end for claim in numbers for end in (claim.value, claim.min, claim.over, claim.max) if end is not None]
    return f"{number(min(ends))} to {number(max(ends))}{unit}, in {len(numbers)} accounts"


def _flights(trigger: Trigger | None) -> str:
    """Of which launches alone a rule asks for notice."""
    if trigger is None or trigger.activity != "launch":
        return ""
    asked = {
        f"of {_limits(trigger)}": trigger.range_km_over is not None or trigger.altitude_km_over is not None,
        "beyond national territory": trigger.beyond_national_territory,
        "towards another party": trigger.towards_other_party,
        "over the high seas": trigger.over_high_seas,
    }
    given = [words for words, asks in asked.items() if asks]
    return f"; only for launches {' and '.join(given)}" if given else ""


def _limits(trigger: Trigger | None) -> str:
    limits = {"range": trigger.range_km_over, "altitude": trigger.altitude_km_over} if trigger else {}
    return " or ".join(f"{what} over {number(over)} km" for what, over in limits.items() if over is not None)


_STANDINGS: dict[Standing, str] = {
    "not recorded": "may take part or not, which is not recorded here",
    "not a party": "does not take part",
    "signatory": "has signed, but is not bound",
    "ratified": "has ratified, but is not bound yet",
    "provisionally applying": "applies it provisionally",
    "party": "takes part since {since}{heir}",
    "suspended": "suspended it on {since}",
    "withdrawn": "left on {since}",
    "former party": "was a party until it ended",
    "never bound": "was never bound",
    "succeeded": "ceased to exist",
}


def status_words(dataset: Dataset, interval: StatusInterval) -> str:
    """A status in words, with the parties that suspended what others keep: 'in force, suspended by Russia'."""
    if not interval.suspended_by or interval.status in ("suspended", "ended", "never in force"):
        return interval.words
    names = [the(dataset[state].title) for state in sorted(interval.suspended_by) if state in dataset]
    return f"{interval.words}, suspended by {listed(names)}"


def status_sentence(dataset: Dataset, treaty: Treaty, interval: StatusInterval) -> str:
    """How an agreement stands in an interval of its life, and since when: 'ended on 2 August 2019'."""
    if interval.status == "ended":
        how = interval.does if interval.does in ("expired", "replaced") else "ended"
        return f"{how} on {day(ended_on(interval))}"
    words = status_words(dataset, interval)
    when = "on" if interval.status == "signed" else "since"
    said = words if interval.status == "unclear" else f"{words} {when} {day(interval.since)}"
    return said if treaty.binding == "legally" else said.replace("in force", "in effect")


def notice_terms(hours: float | None, channel: str | None) -> str:
    """How many hours ahead and by what channel a rule asks for notice: 'Notice: at least 24 hours ahead; by …'."""
    ahead = f"at least {number(hours)} hours ahead" if hours else ""
    words = "; ".join(filter(None, [ahead, f"channel: {channel}" if channel else ""]))
    return f"Notice: {words}." if words else ""


def act_words(dataset: Dataset, act: TreatyHistory) -> str:
    """An act in words, with those who acted: 'suspended by the United States'."""
    by = f" by {listed([the(dataset[each].title) for each in act.actors if each in dataset])}" if act.actors else ""
    return f"{act.act.replace('-', ' ')}{by}"
