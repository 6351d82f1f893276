"""How tables of prizes and rankings of units stand in a draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hoithi.core.rulebook.prizes import Prize
from hoithi.core.rulebook.ranking import Collective
from tests.shadow.prizes import Given
from tests.shadow.units import SHOWN, Standing
from tests.shadow.writing import plain, text


def ranking(
    collective: Collective,
    standings: Sequence[Standing],
    names: dict[int, str],
    prizes: dict[int, str],
) -> dict[str, Any]:
    """A ranking of units as a draft keeps it."""
    method = next(name for name, keys in SHOWN.items() if hasattr(collective.method, keys))
    own = [*getattr(collective.method, "keys", ()), *collective.ties]
    columns = [[str(key.by), str(key.first), key.title or "", ""] for key in own]
    score = [] if method == "in_order" else [["score", "more", "", ""]]
    places = [one.place for one in standings if one.place]
    return {
        "key": collective.key,
        "title": collective.title,
        "method": method,
        "columns": [*score, *columns],
        "lines": [_line(one, names, prizes, tied=places.count(one.place) > 1) for one in standings],
    }


def _line(
    one: Standing, names: dict[int, str], prizes: dict[int, str], *, tied: bool
) -> dict[str, Any]:
    facts = one.unit.facts
    return {
        "place": one.place,
        "tied": tied,
        "unit": facts.unit_id,
        "code": facts.code,
        "name": names[facts.unit_id],
        "values": [text(value) for value in one.values],
        "score": None if one.score is None else plain(one.score),
        "working": one.working,
        "failures": list(one.failures),
        "people": len(one.unit.people),
        "sittings": one.unit.value("sittings"),
        "staff": facts.staff,
        "prize": prizes.get(facts.unit_id, ""),
    }


@dataclass(frozen=True)
class Names:
    """Names of whoever wins in a table."""

    of: dict[int, str]
    unit_of: Callable[[int], str]
    """The unit for which a person stands."""
    are_units: bool


def prize_table(given: Given, names: Names) -> dict[str, Any]:
    """A table of prizes as a draft keeps it."""
    table = given.table
    return {
        "key": table.key,
        "title": table.title,
        "scope": str(table.scope),
        "group": table.group or "",
        "authority": table.authority or "",
        "prizes": [_row(prize, given, names) for prize in table.prizes],
        "undecided": given.undecided,
        "undecided_by": given.undecided_by,
        "passed_over": [_passed(one, names) for one in given.passed],
        "given_up": [
            {
                "entrant": one.entrant_id,
                "name": names.of[one.entrant_id],
                "table": one.table_key,
                "prize": one.prize_key,
                "round_key": one.round_key or "",
            }
            for one in given.given_up
        ],
        "reserves": [] if names.are_units else given.reserves,
    }


def _passed(one: dict[str, Any], names: Names) -> dict[str, Any]:
    who = one["entrant"]
    return {"entrant": who, "name": names.of[who], "place": one["place"], "reason": one["reason"]}


def _row(prize: Prize, given: Given, names: Names) -> dict[str, Any]:
    winners = [one for one in given.winners if one["prize"].key == prize.key]
    return {
        "key": prize.key,
        "title": prize.title,
        "count": prize.count,
        "amount": prize.amount,
        "gift": prize.gift or "",
        "award": str(prize.award),
        "winners": [_winner(one, names) for one in winners],
        "empty": [why for _, key, why in given.empty if key == prize.key],
    }


def _winner(one: dict[str, Any], names: Names) -> dict[str, Any]:
    who = one["who"]
    return {
        "place": one["place"],
        "name": names.of[who],
        "unit": "" if names.are_units else names.unit_of(who),
        "entrant": 0 if names.are_units else who,
        "unit_id": who if names.are_units else 0,
        "shared": one["shared"],
        "why": "",
    }
