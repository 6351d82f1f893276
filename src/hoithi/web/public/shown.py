"""A published result as its pages show it: texts only, made from the stored snapshot alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hoithi.core.ranking.columns import Value as Compared
from hoithi.core.ranking.placings import first_difference
from hoithi.results.facts.snapshot import (
    WHOLE,
    CollectiveShown,
    Head,
    KeyShown,
    Line,
    Statistics,
    TableShown,
    UnitLine,
)
from hoithi.results.facts.values import compared
from hoithi.results.models import KeyCorrection, Result
from hoithi.results.queries import stored
from hoithi.results.queries.using import correction_behind
from hoithi.wording import placings as words

LINES_A_PAGE = 100


@dataclass(frozen=True)
class Row:
    """A line of the ranking as it is shown."""

    place: int
    tied: bool
    name: str
    unit: str
    group: str
    cells: tuple[str, ...]
    prize: str
    why: str
    """Why the line before stands above this one; empty for the first."""


@dataclass(frozen=True)
class Ranking:
    """One ranking of the result: of everybody, or of one group from place 1."""

    key: str
    """For the address inside the page; empty for the ranking of everybody."""
    title: str
    first: int
    lines: int
    shown: int
    """How many of its lines are public."""


@dataclass(frozen=True)
class UnitRow:
    """A line of a collective ranking as it is shown; no place where a gate keeps the unit out."""

    place: int
    tied: bool
    code: str
    name: str
    cells: tuple[str, ...]
    score: str
    people: str
    sittings: str
    prize: str
    failures: tuple[str, ...]
    working: tuple[str, ...]


class Published:
    """One published result, read lazily from its stored tables."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.draft_id: int = result.draft_id
        self.slug = result.contest.slug
        self.key = result.round.key if result.round else WHOLE

    @cached_property
    def head(self) -> Head:
        """What the tables are to be read by."""
        return stored.head(self.draft_id)

    @cached_property
    def correction(self) -> KeyCorrection | None:
        """The corrected key by which it was made."""
        return correction_behind(self.result)

    @property
    def earlier(self) -> str:
        """The address of the result that this one corrects; empty for the first."""
        before = self.result.number - 1
        return f"/{self.slug}/ket-qua/{self.key}/so-{before}/" if before else ""

    @property
    def tables(self) -> list[TableShown]:
        """The prize tables."""
        return stored.prize_tables(self.draft_id)

    @property
    def statistics(self) -> Statistics:
        """The figures."""
        return stored.statistics(self.draft_id)

    @property
    def collectives(self) -> list[CollectiveShown]:
        """The collective rankings."""
        return stored.collectives(self.draft_id)

    @cached_property
    def rankings(self) -> list[Ranking]:
        """The rankings: of each group where groups are ranked apart, else the one of everybody."""
        limit, titles = self.head.ranked_lines, dict(self.head.groups)
        return [
            Ranking(
                key=f"nhom-{number}" if self.head.sections else "",
                title=titles.get(one.group, ""),
                first=one.first,
                lines=one.lines,
                shown=one.lines if limit is None else min(limit, one.lines),
            )
            for number, one in enumerate(self.head.sections or [self.head.section_at(0)], start=1)
        ]

    @property
    def lines(self) -> int:
        """How many lines are public, in all rankings together."""
        return sum(ranking.shown for ranking in self.rankings)

    @property
    def pages(self) -> int:
        """How many pages the longest public ranking has; at least one."""
        return max(1, *(-(-ranking.shown // LINES_A_PAGE) for ranking in self.rankings))

    def columns(self) -> list[str]:
        """The heads of the columns: the ranking keys of the rulebook."""
        return [words.key_title(key) for key in self.head.keys]

    def public_lines(self) -> Iterator[Line]:
        """Every public line, ranking by ranking."""
        for one in self.rankings:
            yield from stored.lines(self.draft_id, one.first, one.first + one.shown)

    def boards(self, page: int) -> list[tuple[Ranking, list[Row]]]:
        """The rankings that have a page of this number, with its lines."""
        found = [(ranking, self.rows(page, ranking)) for ranking in self.rankings]
        return [(ranking, rows) for ranking, rows in found if rows]

    def rows(self, page: int, ranking: Ranking) -> list[Row]:
        """The lines of one page, counted from 1, each with why it stands below the one before."""
        start, end = ranking.first, ranking.first + ranking.shown
        first = start + (page - 1) * LINES_A_PAGE
        if first >= end:
            return []
        last = min(first + LINES_A_PAGE, end)
        lines = stored.lines(self.draft_id, max(start, first - 1), last)
        above = lines.pop(0) if first > start else None
        rows = []
        for line in lines:
            rows.append(self.row(line, above))
            above = line
        return rows

    def row(self, line: Line, above: Line | None) -> Row:
        """One line as it is shown."""
        pairs = zip(self.head.keys, line.values, strict=True)
        return Row(
            place=line.place,
            tied=line.tied,
            name=line.name,
            unit=self.unit_name(line.unit),
            group=dict(self.head.groups).get(line.group, ""),
            cells=tuple(words.value_text(key, value) for key, value in pairs),
            prize=line.prize,
            why=why(self.head, above, line) if above else "",
        )

    def unit_name(self, index: int) -> str:
        """The unit of a line."""
        return self.head.units[index].name if index >= 0 else ""


def why(head: Head, above: Line, below: Line) -> str:
    """Why one line stands above another: the key that decided, with both values."""
    place = first_difference(_compared(head, above), _compared(head, below))
    key = head.keys[place] if place is not None else None
    values = (above.values[place], below.values[place]) if place is not None else (None, None)
    names = (f"{above.name} ({above.place})", f"{below.name} ({below.place})")
    return words.why_sentence(key, *values, names=names)


def _compared(head: Head, line: Line) -> list[Compared]:
    return [compared(key, value) for key, value in zip(head.keys, line.values, strict=True)]


def unit_rows(table: CollectiveShown) -> list[UnitRow]:
    """The lines of a collective ranking: those ranked, then those a gate keeps out."""
    return [_unit_row(line, table.columns) for line in table.lines]


def _unit_row(line: UnitLine, columns: tuple[KeyShown, ...]) -> UnitRow:
    values = line.values or (None,) * len(columns)
    pairs = zip(columns, values, strict=True)
    return UnitRow(
        place=line.place,
        tied=line.tied,
        code=line.code,
        name=line.name,
        cells=tuple(words.unit_value_text(key, value) for key, value in pairs),
        score="" if line.score is None else words.number_text(line.score),
        people=words.number_text(line.people),
        sittings=words.number_text(line.sittings),
        prize=line.prize,
        failures=tuple(words.failure_sentence(failure) for failure in line.failures),
        working=tuple(words.working_sentence(working) for working in line.working),
    )
