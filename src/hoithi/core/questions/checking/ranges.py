"""Ranges of numbers as options state them: "từ 10 đến 20 ngày", "dưới 18 tuổi"."""

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?"
_TWO_SIDED = re.compile(
    rf"^(?:từ |khoảng )?{_NUMBER}\s*(%|[^\d,;]*?)\s*(?:đến|tới|[-–])\s*(?:dưới |hết )?"
    rf"{_NUMBER}\s*([^\d]*)$"
)
_UP_TO = re.compile(
    rf"^(?:dưới|không quá|tối đa|nhiều nhất|ít hơn|nhỏ hơn|đến)\s+{_NUMBER}\s*([^\d]*)$"
)
_FROM = re.compile(rf"^(?:trên|từ|ít nhất|tối thiểu|nhiều hơn|lớn hơn|quá)\s+{_NUMBER}\s*([^\d]*)$")
_ALONE = re.compile(rf"^{_NUMBER}\s*([^\d]*)$")
_YEARS = range(1900, 2200)


@dataclass(frozen=True)
class NumberRange:
    """From, to (None: without end), and the words behind the number."""

    least: Decimal | None
    most: Decimal | None
    unit: str

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.least is not None and self.least == self.most


def range_of(option: str) -> NumberRange | None:
    """The range that an option states; None where it is none."""
    text = " ".join(option.lower().split()).rstrip(".")
    if found := _TWO_SIDED.match(text):
        whole, part, unit_inside, to_whole, to_part, unit = found.groups()
        ends = _value(whole, part), _value(to_whole, to_part)
        # "2021 - 2030" is the name of a period.
        is_period = all(end in _YEARS for end in ends) and not unit
        return None if is_period else NumberRange(*ends, _unit(unit or unit_inside))
    if found := _FROM.match(text):
        return NumberRange(_value(found[1], found[2]), None, _unit(found[3]))
    if found := _UP_TO.match(text):
        return NumberRange(None, _value(found[1], found[2]), _unit(found[3]))
    if found := _ALONE.match(text):
        value = _value(found[1], found[2])
        return NumberRange(value, value, _unit(found[3]))
    return None


def overlap(first: NumberRange, second: NumberRange) -> bool:
    """Whether two ranges of one unit have more than an edge in common.

    Two limits on the same side ("không quá 5 ngày", "không quá 10 ngày") are quotations from
    which one is chosen: they do not count. Nor does a number beside an open limit.
    """
    if first.unit != second.unit or (first.is_point and second.is_point):
        return False
    open_ends = [(one.least is None, one.most is None) for one in (first, second)]
    if open_ends[0] == open_ends[1] != (False, False):
        return False
    if any(one.is_point for one in (first, second)) and any(map(any, open_ends)):
        return False
    least = max((one.least for one in (first, second) if one.least is not None), default=None)
    most = min((one.most for one in (first, second) if one.most is not None), default=None)
    if least is None or most is None:
        return False
    return least < most or _is_inside(first, second)


def _is_inside(first: NumberRange, second: NumberRange) -> bool:
    point, wide = (first, second) if first.is_point else (second, first)
    if not point.is_point or point.least is None or wide.least is None or wide.most is None:
        return False
    return wide.least < point.least < wide.most


def _value(whole: str, part: str | None) -> Decimal:
    return Decimal(whole.replace(".", "") + (f".{part}" if part else ""))


def _unit(words: str) -> str:
    return " ".join(words.replace("trở lên", "").replace("trở xuống", "").split())
