"""What the page of an agreement says beside what every page says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from armsref.loading.dataset import Cited
from armsref.model import Participation, Provision, Treaty, TreatyHistory
from armsref.model.names import folded
from armsref.prose import english
from armsref.prose.english import begun
from armsref.prose.lines import Aside, Emphasis, EntryLink, Inline, Line, WebLink, Words
from armsref.prose.obligations import notice_terms, scope
from armsref.prose.status import (
    STANDINGS_COUNTED,
    act_line,
    in_effect,
    life_caption,
    life_rows,
    life_words,
    linked_names,
)
from armsref.prose.texts import typographic
from armsref.prose.vocabulary import BINDING, EFFECTS, FORMS, article
from armsref.views.parts import Fact, HistoryRow, Obligation, ParticipantRow, ParticipationTable, Verdicts
from armsref.views.verdicts import on_treaty
from armsref.views.writer import Writer, unbroken_day, words

UNKNOWN = "–"
_COLUMNS = ("Signed", "Bound", "Note")


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

    @property
    def asks_for_notice(self) -> bool:
        """Whether any obligation is to be met with notice."""
        return any(obligation.notice for obligation in self.obligations)


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
        participation=_participation(writer, treaty),
    )


def treaty_facts(writer: Writer, treaty: Treaty) -> tuple[Fact, ...]:
    """The facts at a glance."""
    found = [Fact("Form", (words(f"{begun(BINDING[treaty.binding])} {FORMS[treaty.form]}"),))]
    if treaty.parties:
        found.append(Fact("Parties", (writer.links(treaty.parties),)))
    for state, heirs in treaty.succession.items():
        dataset = writer.as_of.dataset
        line = (*linked_names(dataset, heirs), Words(" for "), *linked_names(dataset, [state]))
        found.append(Fact("Succession", (line,)))
    if treaty.participants:
        found.append(Fact("Participants", _participants(writer, treaty)))
    found += _official_text(writer, treaty)
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


def _participation(writer: Writer, treaty: Treaty) -> ParticipationTable | None:
    """The table of an agreement's states; None where it has none."""
    table = writer.as_of.dataset.participation.get(treaty.id)
    if table is None:
        return None
    usual = _usual_act(table)
    told = f" States are bound by {usual} where no other act is named." if usual else ""
    sentence = (Words(_counted(writer, treaty, table) + told), *writer.cite(treaty.participation_source))
    titles = {row.state: typographic(writer.as_of.dataset[row.state].title) for row in table}
    rows = sorted(table, key=lambda row: folded(titles[row.state]))
    cells = [_cells(row, usual) for row in rows]
    columns = tuple(name for name in _COLUMNS if any(cell[name] not in ("", UNKNOWN) for cell in cells))
    participants = [
        ParticipantRow(EntryLink(row.state, titles[row.state]), tuple(cell[name] for name in columns))
        for row, cell in zip(rows, cells, strict=True)
    ]
    return ParticipationTable(sentence, columns, tuple(participants))


def _counted(writer: Writer, treaty: Treaty, table: tuple[Participation, ...]) -> str:
    """How many states the table lists, as of when, and how many of them stand how on the day."""
    coverage, on = writer.as_of.coverage, writer.as_of.day
    places = (coverage.standing_on(treaty, row.state, on) for row in table)
    standings = Counter(place.standings[-1] for place in places if place)
    parts = [f"{count} {STANDINGS_COUNTED[standing]}" for standing, count in standings.most_common()]
    of_day = f" as of {unbroken_day(treaty.participation_as_of)}" if treaty.participation_as_of else ""
    missing = "" if treaty.participation_complete else " The list is not complete."
    states = "1 state is" if len(table) == 1 else f"{len(table)} states are"
    return f"{states} listed{of_day}. Today: {', '.join(parts)}.{missing}"


def _usual_act(table: tuple[Participation, ...]) -> str | None:
    """The act by which most states of a table were bound, which is said once for all of them; None where none is."""
    acts = Counter(row.act for row in table if row.bound)
    return acts.most_common(1)[0][0] if acts else None


def _cells(row: Participation, usual: str | None) -> dict[str, str]:
    """What the table says of a state, by the names of its columns."""
    signed, bound, left = (english.day(known) if known else "" for known in (row.signed, row.bound, row.left))
    act = f" ({row.act})" if row.bound and row.act and row.act != usual else ""
    note = typographic(". ".join(filter(None, [f"Left on {left}" if left else "", row.note])))
    return dict(zip(_COLUMNS, (signed or UNKNOWN, bound + act or UNKNOWN, note), strict=True))


def _life_words(writer: Writer, treaty: Treaty) -> str:
    return life_words(writer.as_of.coverage, treaty, writer.as_of.day)


def _life(writer: Writer, treaty: Treaty) -> tuple[tuple[str, str], ...]:
    """The stretches of its life up to the day of the view: from when, and how it stood."""
    stretches = life_rows(writer.as_of.coverage, treaty, writer.as_of.day)
    return tuple((since, typographic(begun(status))) for since, status in stretches)
