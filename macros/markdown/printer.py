"""Lines and blocks of a view as Markdown, with whole addresses; what a text says is never taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from armsref.loading.dataset import Dataset
from armsref.model.addresses import address_of
from armsref.prose.lines import (
    NO_BREAK,
    Aside,
    Code,
    Emphasis,
    EntryLink,
    Inline,
    Line,
    SiteLink,
    SourceNumbers,
    Turn,
    WebLink,
    Words,
)
from armsref.prose.texts import Block, Paragraph
from armsref.prose.vocabulary import VERDICT_SIGNS
from armsref.views.lists.items import ListItem
from armsref.views.lists.matrix import CellPart, Matrix
from armsref.views.lists.tables import Cell, Fold, TableView
from armsref.views.parts import AccountRow, Fact, Group, HistoryRow, Step, Verdicts

_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
# What would make a paragraph something else by its first characters.
_MARK = re.compile(r"(?=(?:[-+:]|#{1,6})(?:\s|$)|-{3}|~{3}|>)|\d+(?=[.)](?:\s|$))")
_UNSAFE = str.maketrans({" ": "%20", "<": "%3C", ">": "%3E", "\\": "%5C"})
_DASH = " – "
_HOLDS = {"yes": "holds", "no": "fails", "depends": "open"}


class Markdown(str):
    """Markdown that is ready to stand on a page: a template prints any other text as words."""

    __slots__ = ()


def escaped(text: str) -> Markdown:
    """A text within a line, of which nothing means anything to Markdown."""
    return Markdown(_SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))


def paragraph(line: str) -> Markdown:
    """A line that begins nothing but a paragraph."""
    line = " ".join(line.split())
    if mark := _MARK.match(line):
        return Markdown(f"{line[: mark.end()]}\\{line[mark.end() :]}")
    return Markdown(line)


def web_link(words: str, url: str) -> Markdown:
    """A link to an address, in words."""
    return Markdown(f"[{escaped(words)}]({destination(url)})")


def destination(url: str) -> str:
    """An address as the destination of a link."""
    url = url.translate(_UNSAFE)
    return f"<{url}>" if "(" in url or ")" in url else url


def code(text: str) -> Markdown:
    """A code within a line, of which nothing means anything to Markdown."""
    text = " ".join(text.split())
    mark = "`" * (1 + _longest_run(text))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return Markdown(f"{mark}{space}{text}{space}{mark}")


def code_block(text: str, language: str = "") -> Markdown:
    """Code in lines of its own, in a language by the name that highlighters have for it."""
    fence = "`" * max(3, 1 + _longest_run(text))
    return Markdown(f"{fence}{language}\n{text}\n{fence}")


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markdown:
    """A table, a line a row. Cells are Markdown; a bar in one is kept."""
    lines = [heads, ["---"] * len(heads), *rows]
    return Markdown("\n".join(f"| {' | '.join(cell.replace('|', _BAR) for cell in line)} |" for line in lines))


_BAR = "\\|"


@dataclass(frozen=True)
class Printer:
    """Prints the parts of views for a site at an address, which ends with a slash."""

    dataset: Dataset
    site: str

    # Lines

    def line(self, parts: Line) -> Markdown:
        """A line within a paragraph."""
        printed = ""
        for part in parts:
            printed = self._added(printed, part)
        return Markdown(printed.replace(NO_BREAK, " ").strip())

    def _added(self, before: str, part: Inline) -> str:
        match part:
            case Words():
                return before + _SPECIAL.sub(r"\\\g<0>", part.text)
            case EntryLink():
                return self._open(before) + self.link(part)
            case WebLink():
                return self._open(before) + web_link(part.words, part.url)
            case SiteLink():
                return self._open(before) + self._within(part)
            case Code():
                return before + code(part.text)
            case Emphasis():
                mark = "**" if part.strong else "*"
                return f"{before}{mark}{self.line(part.parts)}{mark}"
            case SourceNumbers():
                return f"{before.rstrip()} [{', '.join(map(str, part.numbers))}]"
            case Aside():
                return self.aside(before, self.line(part.parts))
            case Turn():
                return before + _DASH

    def _open(self, before: str) -> str:
        """What stands before a link: an exclamation mark there would make a picture of it."""
        return f"{before[:-1]}\\!" if before.endswith("!") else before

    def aside(self, before: str, words: str) -> str:
        """What is said in passing: after a dash, or in brackets after a sentence."""
        before = before.rstrip()
        if not before or before.endswith("–"):
            return f"{before} {words}".strip()
        return f"{before} ({words})" if before.endswith((".", "!", "?")) else f"{before}{_DASH}{words}"

    def link(self, link: EntryLink) -> Markdown:
        """A link to an entry's page."""
        anchor = f"#{link.anchor}" if link.anchor else ""
        return web_link(link.words, self.site + address_of(self.dataset[link.id]) + anchor)

    def _within(self, link: SiteLink) -> Markdown:
        """A link to another page or a file of the site."""
        anchor = f"#{link.anchor}" if link.anchor else ""
        return Markdown(f"[{self.line(link.parts)}]({destination(self.site + link.path + anchor)})")

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> Markdown:
        """Paragraphs and lists."""
        return Markdown("\n\n".join(self._block(block) for block in blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return paragraph(self.line(block.line))
        marks = [f"{number}." if block.numbered else "-" for number in range(1, len(block.items) + 1)]
        return "\n".join(f"{mark} {self.line(item)}" for mark, item in zip(marks, block.items, strict=True))

    def facts(self, facts: Iterable[Fact]) -> Markdown:
        """Facts as a list of definitions."""
        return self.definitions((self._label(fact), [self.line(line) for line in fact.lines]) for fact in facts)

    def _label(self, fact: Fact) -> str:
        return self.aside(escaped(fact.label), "accounts differ") if fact.differ else escaped(fact.label)

    def groups(self, groups: Iterable[Group]) -> Markdown:
        """Groups of links as a list of definitions."""
        return self.definitions((escaped(group.label), [self.line(group.links)]) for group in groups)

    def history(self, rows: Iterable[HistoryRow]) -> Markdown:
        """Acts by their days."""
        return self.definitions((escaped(row.day), [self.line(row.act)]) for row in rows)

    def accounts(self, accounts: Iterable[AccountRow]) -> Markdown:
        """Who says what, each with a note on it where there is one."""
        return self.definitions(
            (self.line(account.speaker), [self.line(line) for line in (account.text, account.note) if line])
            for account in accounts
        )

    def definitions(self, entries: Iterable[tuple[str, Sequence[str]]]) -> Markdown:
        """A list of definitions: a name, and below it what is said, a line each behind a colon."""
        lists = ("\n".join([paragraph(name), *(f":   {line}" for line in lines)]) for name, lines in entries)
        return Markdown("\n\n".join(lists))

    def verdicts(self, verdicts: Verdicts) -> Markdown:
        """Verdicts under their headings, each with its reason and the reasoning."""
        blocks = []
        for group in verdicts.groups:
            blocks.append(f"### {escaped(group.title)}")
            for item in group.items:
                reason = f"{item.reason} {item.terms}".strip()
                inner = [
                    self.aside(self.link(item.link), escaped(item.place)),
                    paragraph(escaped(reason)),
                    *(f"> {escaped(said.text)}\n>\n> {escaped(said.speaker)}" for said in item.explanations),
                    "*Reasoning*",
                    self._steps(item.steps),
                ]
                blocks.append("- " + "\n\n".join(inner).replace("\n", "\n  ").replace("\n  \n", "\n\n"))
        return Markdown("\n\n".join(blocks))

    def _steps(self, steps: Iterable[Step]) -> Markdown:
        return table(
            ("Asked", "Found", "Answer"),
            [(escaped(step.asked), escaped(step.found) + self._claims(step), _HOLDS[step.holds]) for step in steps],
        )

    def _claims(self, step: Step) -> str:
        return f" {self.link(EntryLink(step.weapon, 'Claims', 'claims'))}" if step.weapon else ""

    def far(self, verdicts: Verdicts) -> Markdown:
        """The agreements that are not about a weapon, each with the reason."""
        return self._reasons(verdicts.far)

    def strangers(self, verdicts: Verdicts) -> Markdown:
        """Where none of the states ever took part, each with the reason."""
        return self._reasons(verdicts.strangers)

    def _reasons(self, rows: Iterable[tuple[EntryLink, str]]) -> Markdown:
        return Markdown("\n".join(f"- {self.link(link)}: {escaped(reason)}" for link, reason in rows))

    # Lists

    def table_of(self, view: TableView) -> Markdown:
        """A list that is a table."""
        rows = ([self._cell(cell) for cell in row.cells] for row in view.rows)
        return table([column.head for column in view.columns], rows)

    def _cell(self, cell: Cell) -> str:
        day = (Words(cell.day.words),) if cell.day else ()
        line = self.line((*day, *cell.line))
        if cell.status:
            return self.aside(line, escaped(cell.status.words))
        return f"{line} {self._fold(cell.fold)}".lstrip() if cell.fold else line

    def _fold(self, fold: Fold) -> str:
        return f"*{escaped(fold.words)}* {code(fold.sample) if fold.sample else self.line(fold.line)}"

    def items(self, items: Iterable[ListItem]) -> Markdown:
        """Entries as a list, each with its answer below it."""
        return Markdown("\n\n".join(self._item(item) for item in items))

    def _item(self, item: ListItem) -> str:
        parts = (escaped(item.day), self.link(item.link), escaped(item.abbreviation))
        return f"- {' '.join(filter(None, parts))}\n\n  {paragraph(escaped(item.answer))}"

    def matrix(self, view: Matrix) -> Markdown:
        """Weapons by agreements."""
        heads = ["Weapon", *(self.link(treaty) for treaty in view.treaties), "Not in force, or not for these states"]
        rows = (
            (self.link(row.weapon), *map(_cell_words, row.shown), escaped(row.would_apply) or "–") for row in view.rows
        )
        return table(heads, rows)


def _cell_words(parts: Iterable[CellPart]) -> str:
    """What an agreement does to a weapon, or may do: '● notice ◐ ban'; a dot where it is nothing."""
    return " ".join(part.shown for part in parts) or VERDICT_SIGNS["does not apply"]
