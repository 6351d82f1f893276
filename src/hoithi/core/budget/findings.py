"""What a person should look at in an estimate before it goes up for approval."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hoithi.core.budget.money import cost, total
from hoithi.core.budget.norms import Item, Norm, Priced, over_norm


class Code(StrEnum):
    """What was found."""

    NO_LINES = "no_lines"
    NORM_BLANK = "norm_blank"
    NO_SOURCE = "no_source"
    """A line is paid from no source."""
    SOURCES_MISSING = "sources_missing"
    """There is an estimate and no source of money at all."""
    SOURCE_SHORT = "source_short"
    """The lines of a source come to more than it gives."""
    SOURCE_LEFT = "source_left"
    OVER_NORM = "over_norm"
    PRIZES_DIFFER = "prizes_differ"
    """The plan states another total of prize money than the rules come to."""
    PRIZE_CHANGED = "prize_changed"
    """A line of prizes is no longer what the rules say, or the rules have one without a line."""
    BELOW_SPENT = "below_spent"
    """More is already spent on a line than the adjusted estimate gives it."""


BLOCKING = frozenset({Code.NO_LINES, Code.NORM_BLANK, Code.BELOW_SPENT})
"""With these an estimate is not submitted; the others a person may answer for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, the key of its line (0: the whole estimate), and the facts about it."""

    code: Code
    line: int
    facts: Mapping[str, object]

    @property
    def blocks(self) -> bool:
        """Whether the estimate cannot go up like this."""
        return self.code in BLOCKING


@dataclass(frozen=True, slots=True)
class LineTold:
    """A line of an estimate."""

    key: int
    text: str
    item: Item
    quantity: Decimal
    norm: int | None
    source: int | None = None
    """The key of its source."""

    @property
    def amount(self) -> int | None:
        """Đồng; None while the norm is blank."""
        return cost(self.quantity, self.norm)


@dataclass(frozen=True, slots=True)
class SourceTold:
    """Where money comes from; no amount while it is not known."""

    key: int
    name: str
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate with what it is held against."""

    lines: tuple[LineTold, ...]
    sources: tuple[SourceTold, ...] = ()
    norms: tuple[Norm, ...] = ()
    spent: Mapping[int, int] | None = None
    """Already spent by key of the line."""


def findings(estimate: Estimate, *, on: date) -> list[Finding]:
    """All that is found, what blocks first; the day decides which norms hold."""
    found = [
        *_of_lines(estimate),
        *_of_sources(estimate),
        *_of_norms(estimate, on),
        *_of_spending(estimate),
    ]
    return sorted(found, key=lambda one: not one.blocks)


def _of_lines(estimate: Estimate) -> Iterator[Finding]:
    if not estimate.lines:
        yield Finding(Code.NO_LINES, 0, {})
    blank = [line for line in estimate.lines if line.norm is None]
    homeless = [line for line in estimate.lines if line.source is None]
    if blank:
        yield _counted(Code.NORM_BLANK, blank)
    if estimate.lines and not estimate.sources:
        yield Finding(Code.SOURCES_MISSING, 0, {})
    if homeless and estimate.sources:
        yield _counted(Code.NO_SOURCE, homeless)


def _counted(code: Code, lines: list[LineTold]) -> Finding:
    """One finding for many lines, which names the first."""
    return Finding(code, lines[0].key, {"text": lines[0].text, "count": len(lines)})


def _of_sources(estimate: Estimate) -> Iterator[Finding]:
    for source in estimate.sources:
        if source.amount is None:
            continue
        used = total(line.amount for line in estimate.lines if line.source == source.key)
        facts = {"source": source.name, "given": source.amount, "used": used}
        if used > source.amount:
            yield Finding(Code.SOURCE_SHORT, 0, facts | {"difference": used - source.amount})
        elif used < source.amount and used:
            yield Finding(Code.SOURCE_LEFT, 0, facts | {"difference": source.amount - used})


def _of_norms(estimate: Estimate, on: date) -> Iterator[Finding]:
    texts = {line.key: line.text for line in estimate.lines}
    priced = [Priced(line.key, line.item, line.norm) for line in estimate.lines]
    for one in over_norm(priced, estimate.norms, on=on):
        facts = {
            "text": texts[one.key],
            "entered": one.entered,
            "most": one.norm.most,
            "document": one.norm.document,
            "article": one.norm.article,
        }
        yield Finding(Code.OVER_NORM, one.key, facts)


def _of_spending(estimate: Estimate) -> Iterator[Finding]:
    amounts = {line.key: (line.text, line.amount or 0) for line in estimate.lines}
    for key, spent in (estimate.spent or {}).items():
        text, amount = amounts.get(key, ("", 0))
        if spent > amount:
            facts = {"text": text, "spent": spent, "amount": amount}
            yield Finding(Code.BELOW_SPENT, key, facts)


@dataclass(frozen=True, slots=True)
class PrizeRow:
    """A prize as the rules state it today, beside what the estimate has for it."""

    contest: str
    follows: str
    text: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A line that follows the rules of a contest."""

    key: int
    follows: str
    quantity: Decimal
    norm: int | None


def prize_findings(
    rules: Iterable[PrizeRow], lines: Iterable[Followed], stated: Mapping[str, int]
) -> list[Finding]:
    """Lines of prizes that are not what the rules say, and totals that the plan states otherwise.

    `stated` is the total that the plan names for prizes, by contest.
    """
    rows = list(rules)
    by_key = {line.follows: line for line in lines if line.follows}
    found = []
    for row in rows:
        line = by_key.pop(row.follows, None)
        if line is None or line.quantity != row.count or line.norm != row.amount:
            key = line.key if line else 0
            facts = {"text": row.text, "count": row.count, "amount": row.amount}
            found.append(Finding(Code.PRIZE_CHANGED, key, facts))
    gone = {"text": "", "count": 0, "amount": 0}
    found += [Finding(Code.PRIZE_CHANGED, line.key, gone) for line in by_key.values()]
    for contest, sum_stated in stated.items():
        computed = sum(row.count * row.amount for row in rows if row.contest == contest)
        if computed != sum_stated:
            facts = {"contest": contest, "stated": sum_stated, "computed": computed}
            found.append(Finding(Code.PRIZES_DIFFER, 0, facts))
    return found
