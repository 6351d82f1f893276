"""Signs in the figures of a question that its key or its wording should be looked at again."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from hoithi.core.statistics.records import ItemFigures, Response

FEWEST: Final = 20
"""Below this many who had a question its figures say nothing yet."""
FEWEST_APART: Final = 5
"""Below this many who had it wrong (or right, or took that option) chance alone may be the sign."""
HARDEST, EASIEST = 0.2, 0.9


class DoubtCode(StrEnum):
    """What should be looked at, the gravest first."""

    NEGATIVE = "negative"
    """The better somebody is, the more often the answer is wrong: often the key is."""
    BEST_TAKE_OTHER = "best_take_other"
    """The best 27 % take a wrong option more often than the right one."""
    TOO_HARD = "too_hard"
    TOO_EASY = "too_easy"
    NOBODY_TAKES = "nobody_takes"
    """An option that leads nobody astray."""


@dataclass(frozen=True)
class Doubt:
    """One sign; `option` is the place (from 0) of the option it is about."""

    code: DoubtCode
    option: int | None = None


def doubts(
    figures: ItemFigures, *, options: int = 0, right: Collection[int] = ()
) -> tuple[Doubt, ...]:
    """What is doubtful about a question, gravest first; nothing where too few had it.

    `options` and `right` are those of a question of which one option is chosen.
    """
    if figures.sittings < FEWEST:
        return ()
    found = [*_of_figures(figures)]
    if options:
        found += _of_options(figures.responses, range(options), frozenset(right))
    order = list(DoubtCode)
    return tuple(sorted(found, key=lambda one: (order.index(one.code), one.option or 0)))


def _of_figures(figures: ItemFigures) -> Iterable[Doubt]:
    lost = figures.sittings * (1 - figures.facility)
    apart = min(lost, figures.sittings - lost)
    is_negative = figures.discrimination is not None and figures.discrimination < 0
    if is_negative and round(apart, 6) >= FEWEST_APART:
        yield Doubt(DoubtCode.NEGATIVE)
    if figures.facility < HARDEST:
        yield Doubt(DoubtCode.TOO_HARD)
    if figures.facility > EASIEST:
        yield Doubt(DoubtCode.TOO_EASY)


def _of_options(
    responses: Iterable[Response], options: range, right: frozenset[int]
) -> Iterable[Doubt]:
    best: dict[int, float] = {}
    count: dict[int, int] = {}
    for one in responses:
        taken = option_of(one.response)
        if taken is not None:
            best[taken] = best.get(taken, 0.0) + one.best
            count[taken] = count.get(taken, 0) + one.count
    most = max((best[option] for option in right if option in best), default=0.0)
    for option in options:
        if option in right:
            continue
        if option not in best:
            yield Doubt(DoubtCode.NOBODY_TAKES, option)
        elif best[option] > most and count[option] >= FEWEST_APART:
            yield Doubt(DoubtCode.BEST_TAKE_OTHER, option)


def option_of(response: Any) -> int | None:
    """The one option of an answer; None for several, for none, and for what was written."""
    if isinstance(response, list | tuple) and len(response) == 1:
        return int(response[0])
    return None
