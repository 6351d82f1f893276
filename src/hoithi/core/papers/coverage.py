"""Whether a bank covers a blueprint: what each row needs, what there is, what is missing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from hoithi.core.papers.records import BankQuestion, Blueprint, candidates
from hoithi.core.rulebook.parts import Draw

_MOST_ROWS_TOGETHER = 8
"""Rows of one field beyond this are not tried together; the draw itself still refuses."""


@dataclass(frozen=True)
class RowCoverage:
    """One row of a blueprint beside the questions that it may draw."""

    row: Draw
    audience: str | None
    """For whom: of the row, else of the group; none takes every question."""
    available: int

    @property
    def missing(self) -> int:
        """How many questions are still to be written or approved."""
        return max(0, self.row.count - self.available)


@dataclass(frozen=True)
class SharedShortage:
    """Rows that are each covered but share their questions, and together want more than exist."""

    rows: tuple[Draw, ...]
    available: int

    @property
    def missing(self) -> int:
        """How many more questions all of them together need."""
        return sum(row.count for row in self.rows) - self.available


@dataclass(frozen=True)
class ReleasedShortage:
    """The rows must take more questions from the study set than the blueprint allows."""

    most: int
    needed: int
    rows: tuple[Draw, ...]
    """Those that lack questions outside the study set."""

    @property
    def missing(self) -> int:
        """How many questions that are not released are still to be written or approved."""
        return self.needed - self.most


def coverage(questions: Sequence[BankQuestion], blueprint: Blueprint) -> tuple[RowCoverage, ...]:
    """Every row of the blueprint with what the bank has for it."""
    return tuple(
        RowCoverage(
            row,
            row.audience or blueprint.audience,
            len(candidates(questions, row, blueprint.audience)),
        )
        for row in blueprint.rows
    )


def shared_shortages(
    questions: Sequence[BankQuestion], blueprint: Blueprint
) -> tuple[SharedShortage, ...]:
    """The smallest sets of rows that cannot all be filled, though each of them alone can be.

    By Hall's theorem a paper exists exactly when every set of rows has enough questions.
    """
    found: list[SharedShortage] = []
    for rows in _by_field(blueprint):
        drawn = {
            place: {one.version_id for one in candidates(questions, row, blueprint.audience)}
            for place, row in rows.items()
        }
        whole = [place for place, row in rows.items() if len(drawn[place]) >= row.count]
        found += _short(rows, drawn, whole[:_MOST_ROWS_TOGETHER])
    return tuple(found)


def released_shortage(
    questions: Sequence[BankQuestion], blueprint: Blueprint
) -> ReleasedShortage | None:
    """What lacks outside the study set, where each row by itself has enough questions."""
    forced: list[tuple[Draw, int]] = []
    for row in blueprint.rows:
        found = candidates(questions, row, blueprint.audience)
        if len(found) < row.count:
            return None
        forced.append((row, max(0, row.count - sum(not one.released for one in found))))
    needed, most = sum(count for _, count in forced), blueprint.most_released
    if needed <= most:
        return None
    return ReleasedShortage(most, needed, tuple(row for row, count in forced if count))


def _by_field(blueprint: Blueprint) -> list[dict[int, Draw]]:
    fields: dict[str, dict[int, Draw]] = defaultdict(dict)
    for place, row in enumerate(blueprint.rows):
        fields[row.field][place] = row
    return list(fields.values())


def _short(
    rows: dict[int, Draw], drawn: dict[int, set[int]], whole: Sequence[int]
) -> Iterator[SharedShortage]:
    said: list[set[int]] = []
    for size in range(2, len(whole) + 1):
        for places in combinations(whole, size):
            together = set[int]().union(*(drawn[place] for place in places))
            needed = sum(rows[place].count for place in places)
            if len(together) < needed and not any(one <= set(places) for one in said):
                said.append(set(places))
                yield SharedShortage(tuple(rows[place] for place in places), len(together))
