"""Settlement: planned, approved, spent and left, by line and by source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoithi.core.budget.findings import LineTold, SourceTold
from hoithi.core.budget.money import total


@dataclass(frozen=True, slots=True)
class Spent:
    """Money that went out: from which source, on which line."""

    line: int
    source: int | None
    amount: int


@dataclass(frozen=True, slots=True)
class Settled:
    """One row of a settlement, in đồng."""

    key: int
    name: str
    planned: int
    """In the first estimate."""
    approved: int
    """In the newest approved one, or what a source gives."""
    spent: int

    @property
    def left(self) -> int:
        """Less than nothing where more was spent than approved."""
        return self.approved - self.spent


@dataclass(frozen=True, slots=True)
class Settlement:
    """The whole account of a campaign."""

    lines: tuple[Settled, ...]
    sources: tuple[Settled, ...]

    @property
    def planned(self) -> int:
        """Of the first estimate."""
        return sum(row.planned for row in self.lines)

    @property
    def approved(self) -> int:
        """Of the newest approved estimate."""
        return sum(row.approved for row in self.lines)

    @property
    def spent(self) -> int:
        """All that went out."""
        return sum(row.spent for row in self.lines)

    @property
    def left(self) -> int:
        """What remains of the approved sum."""
        return self.approved - self.spent


def spent_by_line(spent: Iterable[Spent]) -> dict[int, int]:
    """What went out on each line."""
    sums: dict[int, int] = {}
    for one in spent:
        sums[one.line] = sums.get(one.line, 0) + one.amount
    return sums


def settle(
    lines: Iterable[LineTold],
    sources: Iterable[SourceTold],
    spent: Iterable[Spent],
    *,
    planned: Mapping[int, int],
) -> Settlement:
    """The account of the approved lines; `planned` is the first estimate by key of the line."""
    rows, out = list(lines), list(spent)
    by_line = spent_by_line(out)
    by_source: dict[int | None, int] = {}
    home = {line.key: line.source for line in rows}
    for one in out:
        key = one.source if one.source is not None else home.get(one.line)
        by_source[key] = by_source.get(key, 0) + one.amount
    return Settlement(
        tuple(
            Settled(
                line.key,
                line.text,
                planned.get(line.key, 0),
                line.amount or 0,
                by_line.get(line.key, 0),
            )
            for line in rows
        ),
        tuple(_source(one, rows, by_source.get(one.key, 0)) for one in sources),
    )


def _source(source: SourceTold, lines: list[LineTold], spent: int) -> Settled:
    used = total(line.amount for line in lines if line.source == source.key)
    given = source.amount if source.amount is not None else used
    return Settled(source.key, source.name, used, given, spent)


def over_by(amount: int, *, approved: int, spent: int) -> int:
    """How much a new payment goes over what its line still has; nothing when it fits."""
    return max(spent + amount - approved, 0)
