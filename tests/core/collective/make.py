"""Units and collective rankings for tests."""

from collections.abc import Iterable
from typing import Any

from hoithi.core.collective.figures import Listed, UnitFacts, UnitFigures, figures
from hoithi.core.collective.order import UnitRanking
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.rulebook.ranking import Aggregate, Collective, InOrder, Method, UnitKey

PEOPLE = UnitKey(by=Aggregate.PEOPLE)


def unit(unit_id: int, **facts: Any) -> UnitFacts:
    """A commune."""
    facts.setdefault("code", f"unit-{unit_id}")
    return UnitFacts(unit_id, kind=facts.pop("kind", "commune"), **facts)


def collective(method: Method | None = None, **rules: Any) -> Collective:
    """A ranking of all units, by people where nothing else is said."""
    method = method or InOrder(keys=(PEOPLE,))
    return Collective(key="communes", title="Tập thể", method=method, **rules)


def standing(**people: tuple[int, ...]) -> dict[int, EntrantFacts]:
    """Entrants by the unit they stand for: `standing(u1=(11, 12))`."""
    return {
        entrant: EntrantFacts(entrant_id=entrant, unit_id=int(name[1:]))
        for name, entrants in people.items()
        for entrant in entrants
    }


def named(post: str, *entrants: int | None, exempt: bool = False) -> tuple[Listed, ...]:
    """People of one post on a named list."""
    return tuple(Listed(post, entrant, exempt) for entrant in entrants)


def figures_of(unit_facts: UnitFacts, results: Iterable[Result] = (), **facts: Any) -> UnitFigures:
    """The figures of one unit for which everybody stands."""
    results = list(results)
    entrants = {
        one.entrant_id: EntrantFacts(entrant_id=one.entrant_id, unit_id=unit_facts.unit_id)
        for one in results
    }
    (found,) = figures(results, entrants, [unit_facts], collective(**facts))
    return found


def places(ranking: UnitRanking) -> list[tuple[int | None, int]]:
    """Place and unit of each line."""
    return [(line.place, line.unit_id) for line in ranking.lines]
