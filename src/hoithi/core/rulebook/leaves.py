"""Single values of a rulebook: read from a file or a form, and written back."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.problem import Fact, Problem, ProblemCode
from hoithi.core.rulebook.record import KEY_PATTERN, LINK_PATTERN
from hoithi.core.rulebook.shape import Choice, Leaf

_DECIMAL = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_WHOLE_DIGITS = 9
_FRACTION_DIGITS = 6
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST_SHOWN = 60


class _Refused(Exception):
    def __init__(self, code: ProblemCode, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def read_leaf(shape: Leaf | Choice, raw: object, path: str) -> object | Problem:
    """The value, or what is wrong with it."""
    try:
        if isinstance(shape, Choice):
            return _member(shape.members, raw)
        return _READERS[shape.kind](shape, raw)
    except _Refused as refused:
        return Problem(path, refused.code, refused.facts)


def normal(text: str) -> str:
    """One line, composed (NFC), without the invisible marks and double spaces of copied text."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(one for one in composed if unicodedata.category(one) != "Cf").split())


def plain_decimal(number: Decimal) -> str:
    """The shortest writing: 1, 0.5, 10; equal numbers are written alike."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _shown(raw: object) -> str:
    return str(raw)[:_LONGEST_SHOWN]


def _member(members: type[Enum], raw: object) -> Enum:
    for member in members:
        if member.value == raw:
            return member
    choices = tuple(str(member.value) for member in members)
    raise _Refused(ProblemCode.NOT_A_CHOICE, value=_shown(raw), choices=choices)


def _text(shape: Leaf, raw: object) -> str:
    if not isinstance(raw, str):
        raise _Refused(ProblemCode.NOT_TEXT, value=_shown(raw))
    text = normal(raw)
    if any(unicodedata.category(one) in {"Cc", "Cs", "Co", "Cn"} for one in text):
        raise _Refused(ProblemCode.BAD_CHARACTER)
    if not text:
        raise _Refused(ProblemCode.EMPTY)
    if shape.most is not None and len(text) > shape.most:
        raise _Refused(ProblemCode.TOO_LONG, most=shape.most, length=len(text))
    return text


def _key(shape: Leaf, raw: object) -> str:
    text = _text(shape, raw)
    if not re.fullmatch(KEY_PATTERN, text):
        raise _Refused(ProblemCode.BAD_KEY, value=_shown(text))
    return text


def _code(shape: Leaf, raw: object) -> str:
    text = _text(shape, raw)
    if not re.fullmatch(r"\S+", text):
        raise _Refused(ProblemCode.BAD_CODE, value=_shown(text))
    return text


def _link(shape: Leaf, raw: object) -> str:
    text = _text(shape, raw)
    if not re.fullmatch(LINK_PATTERN, text):
        raise _Refused(ProblemCode.BAD_LINK, value=_shown(text))
    return text


def _day(shape: Leaf, raw: object) -> str:
    text = _text(shape, raw.isoformat() if isinstance(raw, date) else raw)
    if not _DAY.fullmatch(text) or not _exists(date.fromisoformat, text):
        raise _Refused(ProblemCode.BAD_DAY, value=_shown(text))
    return text


def _moment(shape: Leaf, raw: object) -> str:
    text = _text(shape, _bare_moment(raw) if isinstance(raw, datetime) else raw)
    if not _exists(instant, text):
        raise _Refused(ProblemCode.BAD_MOMENT, value=_shown(text))
    return text


def _bare_moment(moment: datetime) -> str:
    """A moment of TOML without quotes, as the rulebook writes it if it is a local whole minute."""
    bare = moment.tzinfo is None and moment.second == moment.microsecond == 0
    return moment.strftime("%Y-%m-%dT%H:%M") if bare else moment.isoformat()


def _exists(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except (ValueError, OverflowError):
        return False
    return True


def _whole(shape: Leaf, raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise _Refused(ProblemCode.NOT_A_NUMBER, value=_shown(raw))
    low = shape.least is not None and raw < shape.least
    if low or (shape.most is not None and raw > shape.most):
        least, most = shape.least or 0, shape.most or 0
        raise _Refused(ProblemCode.OUT_OF_RANGE, least=least, most=most)
    return raw


def _decimal(_shape: Leaf, raw: object) -> Decimal:
    if isinstance(raw, str) and _DECIMAL.fullmatch(raw):
        return Decimal(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise _Refused(ProblemCode.NOT_A_NUMBER, value=_shown(raw))
    number = Decimal(raw)
    exponent = number.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -_FRACTION_DIGITS
    if not fits or number.adjusted() >= _WHOLE_DIGITS:
        most = 10**_WHOLE_DIGITS - 1
        raise _Refused(ProblemCode.OUT_OF_RANGE, least=-most, most=most)
    return number


def _yes_no(_shape: Leaf, raw: object) -> bool:
    if not isinstance(raw, bool):
        raise _Refused(ProblemCode.NOT_YES_OR_NO, value=_shown(raw))
    return raw


_READERS: dict[str, Callable[[Leaf, object], object]] = {
    "text": _text,
    "link": _link,
    "key": _key,
    "reference": _key,
    "code": _code,
    "day": _day,
    "moment": _moment,
    "count": _whole,
    "money": _whole,
    "percent": _decimal,
    "points": _decimal,
    "yes_no": _yes_no,
}
