"""Prizes of a published result, as papers list them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoithi.core.vietnamese.numbers import dotted
from hoithi.documents.official import Block, Heading, Table, Text
from hoithi.plans.queries.folders import Announced, Held
from hoithi.results.facts.snapshot import PrizeShown, TableShown, Winner

Naming = Callable[[Winner], str]


@dataclass(frozen=True)
class Won:
    """A prize that somebody takes."""

    table: TableShown
    prize: PrizeShown
    winner: Winner


def wins(one: Announced) -> Iterator[Won]:
    """Every prize taken, in the order of the tables."""
    for table in one.tables:
        for prize in table.prizes:
            yield from (Won(table, prize, winner) for winner in prize.winners)


def title_of_result(held: Held, one: Announced) -> str:
    """ "Tuần 1, Cuộc thi …", or the contest where it is the result of the whole."""
    title = held.contest.title
    return f"{one.round.title}, {title}" if one.round else title


def as_published(winner: Winner) -> str:
    """The name as the public page shows it."""
    return winner.name


def prize_blocks(one: Announced, naming: Naming = as_published) -> list[Block]:
    """A table for each prize table; what nobody takes is left out."""
    blocks: list[Block] = []
    for table in one.tables:
        rows = [
            _row(number, won, naming)
            for number, won in enumerate((won for won in wins(one) if won.table is table), 1)
        ]
        if rows:
            headings = ("TT", "Đạt giải", "Tập thể, cá nhân", "Đơn vị", "Mức thưởng (đồng)")
            blocks += [
                Heading(table.title, 2),
                Table(headings, rows, widths=(1, 4, 5, 5, 3), numeric=frozenset({4})),
            ]
    return blocks or [Text("Không có giải nào được trao.")]


def _row(number: int, won: Won, naming: Naming) -> tuple[str, ...]:
    money = dotted(won.prize.amount) if won.prize.amount else won.prize.gift or ""
    return str(number), won.prize.title, naming(won.winner), won.winner.unit, money


def money_of(one: Announced) -> int:
    """Đồng for all prizes that were taken."""
    return sum(won.prize.amount for won in wins(one))
