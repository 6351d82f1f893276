"""The prize tables and collective rankings of a plan."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from hoithi.core.plans.lexicon import bare
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Facts
from hoithi.core.plans.records import Prize as PrizeRead
from hoithi.core.rulebook.document import Round, RoundScope
from hoithi.core.rulebook.prizes import AwardForm, Prize, PrizeScope, PrizeTable, SpecialKind
from hoithi.core.rulebook.ranking import Aggregate, Collective, InOrder, UnitKey

COLLECTIVE = "units"
_TITLES = {
    "dac_biet": "giải Đặc biệt",
    "nhat": "giải Nhất",
    "nhi": "giải Nhì",
    "ba": "giải Ba",
    "tu": "giải Tư",
    "khuyen_khich": "giải Khuyến khích",
    "a": "giải A",
    "b": "giải B",
    "c": "giải C",
}
_KEYS = {
    "dac_biet": "special",
    "nhat": "first",
    "nhi": "second",
    "ba": "third",
    "tu": "fourth",
    "khuyen_khich": "consolation",
    "a": "class-a",
    "b": "class-b",
    "c": "class-c",
}
_TABLES = {
    "individual": "Giải cá nhân",
    "collective": "Giải tập thể",
    "cluster": "Giải của cụm thi",
    "final": "Giải vòng chung kết",
}
_WEEKLY = ("week", "round", "phase", "month")
_SIDE = "phu:"
_SIDE_TITLE = "giải phụ"
_LONGEST = 200
_MOST = 1_000_000
_MOST_MONEY = 10**12
_PASSED = re.compile(r"\bdat\b")


def prize_tables(facts: Facts, rounds: tuple[Round, ...]) -> tuple[PrizeTable, ...]:
    """A table for each scope of the plan, and one for each side prize that is no collective's."""
    found: list[PrizeTable] = []
    for scope, group in groupby(sorted(facts.prizes, key=_scope), key=_scope):
        rows = list(group)
        side = [row for row in rows if row.rank.startswith(_SIDE) and not _is_collective(scope)]
        main = [row for row in rows if row not in side]
        number = len(found) + 1
        if main:
            found.append(_table(scope, main, rounds, f"table-{number}"))
        found += [
            _special(scope, row, rounds, f"special-{number}-{at}") for at, row in enumerate(side, 1)
        ]
    return tuple(found)


def collectives(facts: Facts) -> tuple[Collective, ...]:
    """The ranking of units from which collective prizes are taken; how they are ordered is asked.

    A share to be reached orders them by that share (85 % đạt cả hai nội dung).
    """
    if not has_collective_prizes(facts):
        return ()
    passed = any(_PASSED.search(folded(target.of)) for target in facts.targets)
    by = Aggregate.PASS_RATE if passed else Aggregate.JUDGED
    method = InOrder(keys=(UnitKey(by=by),))
    return (Collective(key=COLLECTIVE, title="Xếp hạng tập thể", method=method),)


def has_collective_prizes(facts: Facts) -> bool:
    """Whether units are awarded."""
    return any(_is_collective(prize.scope) for prize in facts.prizes)


def _scope(prize: PrizeRead) -> str:
    return prize.scope


def _is_collective(scope: str) -> bool:
    return scope.startswith("collective")


def _where(scope: str, rounds: tuple[Round, ...]) -> tuple[PrizeScope, tuple[str, ...]]:
    """From which ranking a scope takes its winners, and in which rounds."""
    name, _, detail = scope.partition(":")
    if name == "collective":
        return PrizeScope.COLLECTIVE, ()
    wanted = {"cluster": RoundScope.CLUSTER, "final": RoundScope.FINAL}.get(name)
    keys = tuple(one.key for one in rounds if one.scope is wanted)
    if keys or detail in _WEEKLY:
        return PrizeScope.ROUND, keys
    return PrizeScope.CONTEST, ()


def _table(scope: str, rows: list[PrizeRead], rounds: tuple[Round, ...], key: str) -> PrizeTable:
    where, keys = _where(scope, rounds)
    return PrizeTable(
        key=key,
        title=_TABLES.get(scope.partition(":")[0], "Giải thưởng"),
        scope=where,
        rounds=keys,
        collective=COLLECTIVE if where is PrizeScope.COLLECTIVE else None,
        prizes=tuple(_prizes(rows)),
    )


def _special(scope: str, row: PrizeRead, rounds: tuple[Round, ...], key: str) -> PrizeTable:
    _, keys = _where(scope, rounds)
    return PrizeTable(
        key=key,
        title=f"Giải phụ: {_title(row)}",
        scope=PrizeScope.SPECIAL,
        special=SpecialKind.DECIDED,
        rounds=keys,
        prizes=tuple(_prizes([row])),
    )


def _prizes(rows: Iterable[PrizeRead]) -> Iterator[Prize]:
    taken: set[str] = set()
    for row in rows:
        key = _KEYS.get(row.rank, "prize")
        while key in taken:
            key = f"{key}-{len(taken) + 1}"
        taken.add(key)
        yield Prize(
            key=key,
            title=_title(row),
            count=min(max(row.count or 1, 1), _MOST),
            amount=min(max(row.amount_vnd or 0, 0), _MOST_MONEY),
            award=_award(row),
        )


def _title(row: PrizeRead) -> str:
    return _TITLES.get(row.rank, row.rank.removeprefix(_SIDE)[:_LONGEST]) or _SIDE_TITLE


def _award(row: PrizeRead) -> AwardForm:
    words = bare(row.rank)
    if "giay khen" in words:
        return AwardForm.COMMENDATION
    return AwardForm.MERIT if "bang khen" in words else AwardForm.CERTIFICATE
