"""The morning report for the leaders' chat group: five lines without a name, one for each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_DOWN, Decimal

from hoithi.core.vietnamese.moments import VIETNAM_TIME, local_day
from hoithi.core.vietnamese.numbers import dotted

READY = time(7, 0)
"""When the report of a morning is made unless its body chose otherwise, in the time of Vietnam."""


@dataclass(frozen=True)
class UnitMorning:
    """A unit this morning; `expected` is its staff or quota, None where nobody stated it."""

    name: str
    people: int
    attempts: int
    expected: int | None = None
    people_yesterday: int = 0
    code: str = ""
    """Names the unit from one morning to the next, also when it is renamed."""

    @property
    def percent(self) -> int | None:
        """People for each 100 expected, rounded down: 100 is said only of a unit that is whole."""
        if not self.expected:
            return None
        share = Decimal(self.people * 100) / self.expected
        return int(share.quantize(Decimal(1), rounding=ROUND_DOWN))

    @property
    def is_whole(self) -> bool:
        """Everybody expected has taken part."""
        return bool(self.expected) and self.people >= (self.expected or 0)


@dataclass(frozen=True)
class Morning:
    """What is told this morning."""

    contest: str
    on: date
    people: int
    attempts: int
    people_yesterday: int
    attempts_yesterday: int
    days_left: int | None
    """Whole days until the last day of taking part; None where the time is open."""
    units: tuple[UnitMorning, ...] = ()

    @property
    def whole(self) -> tuple[UnitMorning, ...]:
        """Units at 100 %."""
        return tuple(unit for unit in self.units if unit.is_whole)

    @property
    def empty(self) -> tuple[UnitMorning, ...]:
        """Units of which nobody has taken part yet."""
        return tuple(unit for unit in self.units if not unit.people)


_NAMES_SHOWN = 5


def lines(morning: Morning) -> tuple[str, ...]:
    """The five lines, ready to be pasted."""
    people, attempts = dotted(morning.people), dotted(morning.attempts)
    more_people = _change(morning.people - morning.people_yesterday)
    more_attempts = _change(morning.attempts - morning.attempts_yesterday)
    return (
        f"1. Đến sáng {morning.on:%d/%m}: {people} người dự thi, {attempts} lượt thi.",
        f"2. So với sáng hôm trước: {more_people} người, {more_attempts} lượt.",
        f"3. Đơn vị đạt 100%: {_units(morning.whole, len(morning.units))}.",
        f"4. Đơn vị chưa có người dự thi: {_units(morning.empty, len(morning.units))}.",
        f"5. {_days(morning.days_left)}",
    )


def ready_at(day: date, clock: time = READY) -> datetime:
    """The moment of the report of a day that is made at this time of the clock."""
    return datetime.combine(day, clock, tzinfo=VIETNAM_TIME)


def days_left(closes_at: datetime | None, on: date) -> int | None:
    """Whole days until the last day of taking part: a round that closes at 24h00 of a day closes
    on that day. Negative once it is over; None while its time is open."""
    if closes_at is None:
        return None
    return (local_day(closes_at - timedelta(minutes=1)) - on).days


def report_day(
    opens_at: datetime, closes_at: datetime, at: datetime, clock: time = READY
) -> date | None:
    """The day whose report is due at `at`: from the first morning after the opening until the
    morning after the closing; None outside."""
    day = local_day(at)
    moment = ready_at(day, clock)
    if at < moment or opens_at >= moment or closes_at < moment - timedelta(days=1):
        return None
    return day


def heading(morning: Morning) -> str:
    """The line above the five."""
    return f"{morning.contest}: tình hình sáng {morning.on:%d/%m/%Y}"


def unit_line(unit: UnitMorning, days_left: int | None) -> str:
    """One line for the unit's own group."""
    share = unit.percent
    expected = "" if share is None else f"/{dotted(unit.expected or 0)} ({share}%)"
    return (
        f"{unit.name}: {dotted(unit.people)}{expected} người đã dự thi, "
        f"{dotted(unit.attempts)} lượt; "
        f"so với hôm trước {_change(unit.people - unit.people_yesterday)} người. "
        f"{_days(days_left)}"
    )


def ordered(units: Sequence[UnitMorning]) -> list[UnitMorning]:
    """Those with the smallest share first, since they are to be reminded; unknown shares last."""
    return sorted(units, key=lambda u: (u.percent is None, u.percent or 0, u.people, u.name))


def _change(number: int) -> str:
    if number == 0:
        return "không tăng"
    return f"{'tăng' if number > 0 else 'giảm'} {dotted(abs(number))}"


def _units(units: Sequence[UnitMorning], total: int) -> str:
    if not total:
        return "không tính theo đơn vị"
    count = f"{len(units)}/{total}"
    if not units or len(units) == total:
        return count
    names = ", ".join(unit.name for unit in units[:_NAMES_SHOWN])
    return f"{count} ({names}{', …' if len(units) > _NAMES_SHOWN else ''})"


def _days(days_left: int | None) -> str:
    if days_left is None:
        return "Chưa ấn định ngày kết thúc."
    if days_left < 0:
        return "Đã hết thời gian dự thi."
    if days_left == 0:
        return "Hôm nay là ngày cuối dự thi."
    return f"Còn {days_left} ngày để dự thi."
