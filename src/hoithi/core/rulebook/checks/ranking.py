"""Ranking keys: each once, each with a source, none after the lot; and the ranking over all."""

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
    still_open,
)
from hoithi.core.rulebook.checks.sources import is_known
from hoithi.core.rulebook.document import Advance, Rulebook
from hoithi.core.rulebook.parts import Part
from hoithi.core.rulebook.prizes import PrizeScope
from hoithi.core.rulebook.ranking import By, ContestTotal, Direction, RankingKey
from hoithi.core.rulebook.windows import (
    counted_rounds,
    joint_keys,
    parts_in,
    prize_tables_for,
    ranking_for,
)

_MORE_IS_BETTER = {
    By.POINTS,
    By.RIGHT,
    By.PREDICTION_EXACT,
    By.FULL_MARKS,
    By.PART_POINTS,
    By.PASSED,
}
_LESS_IS_BETTER = {By.PREDICTION_DISTANCE, By.PENALTY}


def check(rulebook: Rulebook) -> Findings:
    """Everybody can be put in order, in one way."""
    yield from _keys("ranking", rulebook, rulebook.ranking, rulebook.parts)
    for place, round_ in enumerate(rulebook.rounds):
        parts = parts_in(rulebook, round_.key)
        own = f"rounds[{place}].ranking"
        yield from _keys(own, rulebook, round_.ranking, parts, round_.key)
        if _needs_order(rulebook, round_.key) and not ranking_for(rulebook, round_.key):
            yield still_open(own, FindingCode.RANKING_OPEN, title=round_.title)
    yield from _overall(rulebook)


def _needs_order(rulebook: Rulebook, round_key: str) -> bool:
    advance = next(one.advance for one in rulebook.rounds if one.key == round_key)
    groups = [None, *(group.key for group in rulebook.groups)]
    return advance is not None or any(
        prize_tables_for(rulebook, PrizeScope.ROUND, round_key=round_key, group=group)
        for group in groups
    )


def _keys(
    path: str,
    rulebook: Rulebook,
    keys: tuple[RankingKey, ...],
    parts: tuple[Part, ...],
    round_key: str | None = None,
) -> Findings:
    seen: set[tuple[By, str | None, str | None]] = set()
    lot = False
    for place, key in enumerate(keys):
        where = f"{path}[{place}]"
        by = key.by.value
        same = (key.by, key.part, key.title if key.by is By.JUDGED else None)
        if same in seen:
            yield contradiction(where, FindingCode.RANKING_KEY_TWICE, by=by)
        seen.add(same)
        if lot:
            yield contradiction(where, FindingCode.RANKING_KEY_AFTER_LOT, by=by)
        lot = lot or key.by is By.LOT
        if not is_known(key.by, rulebook, parts, round_key):
            yield contradiction(where, FindingCode.RANKING_KEY_WITHOUT_SOURCE, by=by)
        yield from _key(where, key)


def _key(path: str, key: RankingKey) -> Findings:
    by = key.by.value
    if key.by is By.PART_POINTS and key.part is None:
        yield contradiction(f"{path}.part", FindingCode.RANKING_KEY_WITHOUT_SOURCE, by=by)
    if key.by is By.JUDGED and key.title is None:
        yield contradiction(f"{path}.title", FindingCode.RANKING_KEY_WITHOUT_SOURCE, by=by)
    if key.by is not By.PART_POINTS and key.part is not None:
        yield contradiction(f"{path}.part", FindingCode.RANKING_KEY_PART_UNUSED, by=by)
    odd = key.by in _MORE_IS_BETTER and key.first is Direction.LESS
    if odd or (key.by in _LESS_IS_BETTER and key.first is Direction.MORE):
        yield remark(f"{path}.first", FindingCode.RANKING_KEY_ODD_DIRECTION, by=by)


def _overall(rulebook: Rulebook) -> Findings:
    overall = rulebook.overall
    yield from _keys("overall.keys", rulebook, overall.keys, rulebook.parts)
    if any(not joint_keys(rulebook, one.to) for one in _wild_cards(rulebook)):
        yield still_open("overall.keys", FindingCode.RANKING_OPEN, title=rulebook.title)
    tables = any(table.scope is PrizeScope.CONTEST for table in rulebook.prizes)
    if overall.total is ContestTotal.NONE:
        if tables or overall.keys:
            yield contradiction("overall.total", FindingCode.OVERALL_MISSING)
        return
    if tables and not overall.keys and not rulebook.ranking:
        yield still_open("overall.keys", FindingCode.RANKING_OPEN, title=rulebook.title)
    if overall.total is ContestTotal.BEST_N:
        rounds = len(counted_rounds(rulebook))
        if overall.best is None:
            yield contradiction("overall.best", FindingCode.OVERALL_BEST_MISSING)
        elif overall.best > rounds:
            code = FindingCode.OVERALL_BEST_OVER_ROUNDS
            yield contradiction("overall.best", code, best=overall.best, rounds=rounds)


def _wild_cards(rulebook: Rulebook) -> list[Advance]:
    """Where the best over several rounds go on, whatever their place in each of them."""
    advances = [one.advance for one in rulebook.rounds if one.advance is not None]
    return [one for one in advances if one.best_overall is not None]
