"""What the page of an agreement says beside what every page says."""

from __future__ import annotations

from dataclasses import dataclass

from armsref.loading.dataset import Cited
from armsref.model import Provision, Treaty, TreatyHistory
from armsref.prose.english import begun
from armsref.prose.lines import Aside, Emphasis, EntryLink, Inline, Line, WebLink, Words
from armsref.prose.obligations import notice_terms, scope
from armsref.prose.status import (
    act_line,
    in_effect,
    life_caption,
    life_rows,
    life_words,
    linked_names,
)
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import BINDING, EFFECTS, FORMS, article
from armsref.views.participation import participation
from armsref.views.parts import Fact, HistoryRow, Obligation, ParticipationTable, Verdicts
from armsref.views.verdicts import on_treaty
from armsref.views.writer import Writer, unbroken_day, words


@dataclass(frozen=True, slots=True)
class TreatyPart:
    """What is said of an agreement alone.

    `life` are the stretches of its status up to the day of the view: from when, and how it stood. `counts` are the
    claims on the number of its participants, where there are several. `question` asks how it stood for a state on a
    day, which is `today` until a reader chooses another.
    """

    question: str
    today: str
    life: tuple[tuple[str, str], ...]
    life_words: str
    life_caption: str
    history: tuple[HistoryRow, ...]
    obligations: tuple[Obligation, ...]
    verdicts: Verdicts
    counts: tuple[Fact, ...]
    participation: ParticipationTable | None


def treaty_part(writer: Writer, treaty: Treaty) -> TreatyPart:
    """What is said of an agreement after its summary, in that order."""
    return TreatyPart(
        question=in_effect(treaty, "Was it in force for"),
        today=writer.as_of.day.isoformat(),
        life=_life(writer, treaty),
        life_words=typographic(f"The life of {treaty.title}: {_life_words(writer, treaty)}."),
        life_caption=life_caption(treaty),
        history=tuple(HistoryRow(unbroken_day(act.date), _act(writer, treaty, act)) for act in treaty.history),
        obligations=tuple(_obligation(writer, provision) for provision in treaty.provisions),
        verdicts=on_treaty(writer.as_of, treaty),
        counts=_counts(writer, treaty),
        participation=participation(writer, treaty),
    )


def treaty_facts(writer: Writer, treaty: Treaty) -> tuple[Fact, ...]:
    """The facts at a glance, the official text before all."""
    found = _official_text(writer, treaty)
    found.append(Fact("Form", (words(f"{begun(BINDING[treaty.binding])} {FORMS[treaty.form]}"),)))
    if treaty.parties:
        found.append(Fact("Parties", (writer.links(treaty.parties),)))
    for state, heirs in treaty.succession.items():
        dataset = writer.as_of.dataset
        line = (*linked_names(dataset, heirs), Words(" for "), *linked_names(dataset, [state]))
        found.append(Fact("Succession", (line,)))
    if treaty.participants:
        found.append(Fact("Participants", _participants(writer, treaty)))
    if treaty.depositary:
        label = "Depositary" if len(treaty.depositary) == 1 else "Depositaries"
        found.append(Fact(label, (writer.links(treaty.depositary),)))
    for label, text in (("Duration", treaty.duration), ("Verification", treaty.verification)):
        if text:
            found.append(Fact(label, (writer.line(text),)))
    return tuple(found)


def _official_text(writer: Writer, treaty: Treaty) -> list[Fact]:
    """Where the text of an agreement can be read: the first of its sources that is one and has an address."""
    cited = [writer.as_of.dataset.cited(source) for source in treaty.sources]
    texts = [source for source in cited if source.kind == "treaty-text" and source.source.url]
    return [Fact("Text", ((_text_link(texts[0]),),))] if texts else []


def _text_link(cited: Cited) -> WebLink:
    return WebLink(cited.source.url or "", typographic(cited.publisher.publisher))


def _participants(writer: Writer, treaty: Treaty) -> tuple[Line, ...]:
    first = writer.claim("participants", treaty.participants[0])
    more = len(treaty.participants)
    here = EntryLink(treaty.id, f"{more} accounts in all", "participants")
    return (first, (here,)) if more > 1 else (first,)


def _act(writer: Writer, treaty: Treaty, act: TreatyHistory) -> Line:
    """An act: what, by whom, to what effect, where, with what note."""
    told = act_line(writer.as_of.dataset, treaty, act)
    done = Emphasis((Words(told.done if told.before else begun(told.done)),), strong=True)
    said: list[Inline] = [*_capitalised(told.before), done, *told.after]
    if act.takes_effect:
        said.append(Words(f", to take effect on {unbroken_day(act.takes_effect)}"))
    if act.until:
        said.append(Words(f", until {unbroken_day(act.until)}"))
    said.append(Words(typographic(f" ({act.place})") if act.place else ""))
    if act.by:
        said += [Words(" "), Aside(writer.speaker(act.by))]
    said.append(Words("."))
    if act.note:
        said += [Words(" "), *writer.line(act.note)]
    return (*said, *writer.cite(act.source))


def _capitalised(line: Line) -> Line:
    """A line that begins a sentence: 'The United States'."""
    if line and isinstance(line[0], Words):
        return (Words(begun(line[0].text)), *line[1:])
    return line


def _obligation(writer: Writer, provision: Provision) -> Obligation:
    """A provision as a row of the table of obligations."""
    what = (*writer.line(provision.what), *writer.cite(provision.source))
    return Obligation(
        effect=begun(EFFECTS[provision.effect]),
        article=typographic(article(provision.article)) if provision.article else "",
        what=what,
        note=writer.line(provision.trigger.note) if provision.trigger else (),
        scope=scope(writer.as_of.dataset, provision),
        notice=typographic(notice_terms(provision)),
    )


def _counts(writer: Writer, treaty: Treaty) -> tuple[Fact, ...]:
    """How many take part, by whose count, where there are several."""
    if len(treaty.participants) < 2:
        return ()
    return tuple(
        Fact(unbroken_day(claim.as_of) if claim.as_of else "Undated", (writer.claim("participants", claim),))
        for claim in treaty.participants
    )


def _life_words(writer: Writer, treaty: Treaty) -> str:
    return life_words(writer.as_of.coverage, treaty, writer.as_of.day)


def _life(writer: Writer, treaty: Treaty) -> tuple[tuple[str, str], ...]:
    """The stretches of its life up to the day of the view: from when, and how it stood."""
    stretches = life_rows(writer.as_of.coverage, treaty, writer.as_of.day)
    return tuple((since, typographic(begun(status))) for since, status in stretches)
