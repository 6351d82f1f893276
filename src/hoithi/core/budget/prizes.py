"""Prize money as a rulebook states it: how often each prize is given, and for how much."""

from dataclasses import dataclass

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import EntrantKind
from hoithi.core.rulebook.prizes import PrizeScope
from hoithi.core.rulebook.windows import budget
from hoithi.core.vietnamese.text import fold

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class PrizeLine:
    """A row of a prize table as a line of a budget."""

    key: str
    """Of the table and the prize: permanent within the rulebook."""
    text: str
    count: int
    """Prizes in all rounds in which the table is given."""
    amount: int
    """Đồng for each."""
    is_collective: bool


def prize_lines(rulebook: Rulebook) -> list[PrizeLine]:
    """Every prize of money in the rulebook; prizes of paper or gifts alone cost nothing here."""
    tables = {table.key: table for table in rulebook.prizes}
    of_teams = rulebook.entry.entrant is not EntrantKind.PERSON
    found = []
    for row in budget(rulebook).lines:
        table = tables[row.table]
        if row.total:
            text = _named(table.title, row.title)
            if row.times > 1:
                text = f"{text} ({row.times:02d} lần × {row.count:02d} giải)"
            units = of_teams or table.scope is PrizeScope.COLLECTIVE
            key = f"{row.table}/{row.prize}"
            line = PrizeLine(key, text[:_LONGEST], row.count * row.times, row.amount, units)
            found.append(line)
    return found


def _named(table: str, prize: str) -> str:
    """The table and the prize; a prize that the table already ends with is named once."""
    return table if fold(table).endswith(fold(prize)) else f"{table}: {prize}"


def prize_money(rulebook: Rulebook) -> int:
    """All prize money that a contest may give, in đồng."""
    return budget(rulebook).total
