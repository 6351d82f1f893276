"""Values as they stand in forms, and values as officials type them."""

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import cast

from hoithi.core.rulebook.leaves import plain_decimal, read_leaf
from hoithi.core.rulebook.problem import Problem, ProblemCode
from hoithi.core.rulebook.shape import Choice, FieldShape, Form, Leaf, Many, OneOf, Shape
from hoithi.core.vietnamese.money import NotAnAmount, read_amount
from hoithi.core.vietnamese.numbers import NotANumber, decimal_text, dotted, read_decimal

_YES = {"yes", "on", "true", "1", "có"}
_NO = {"", "no", "off", "false", "0", "không"}
_DAY = re.compile(r"(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII | re.IGNORECASE)
_MOMENT = re.compile(
    r"(\d{1,2})\s*(?:h|:|giờ)\s*(\d{2})?\s*(?:phút|['’′])?,?\s*(.+)", re.ASCII | re.IGNORECASE
)


def written(shape: Shape, value: object) -> str:
    """The value as the form shows it: moments and days as 2026-10-05T08:00, money with dots,
    decimals with a comma, lists one a line; nothing for None and for records."""
    if value is None or isinstance(shape, Form | OneOf):
        return ""
    if isinstance(shape, Many):
        return "\n".join(written(shape.item, item) for item in cast("tuple[object, ...]", value))
    if isinstance(shape, Choice):
        return str(cast("Enum", value).value)
    if shape.kind == "money":
        return dotted(cast("int", value))
    if shape.kind in {"percent", "points"}:
        return decimal_text(Decimal(plain_decimal(cast("Decimal", value))))
    if shape.kind == "yes_no":
        return "yes" if value else "no"
    return str(value)


def read_typed(field: FieldShape, text: str, path: str) -> object | Problem:
    """The value of a field of single values, or of a list of them, from the text of a form."""
    if isinstance(field.shape, Many):
        return _lines(field.shape, text, path)
    if not isinstance(field.shape, Leaf | Choice):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    if field.optional and not text.strip():
        return None
    return read_one(field.shape, text, path)


def _lines(shape: Many, text: str, path: str) -> object | Problem:
    if not isinstance(shape.item, Leaf | Choice):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    values = []
    lines = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
    for place, line in enumerate(lines):
        value = read_one(shape.item, line, f"{path}[{place}]")
        if isinstance(value, Problem):
            return value
        values.append(value)
    return tuple(values)


def read_one(shape: Leaf | Choice, text: str, path: str) -> object | Problem:
    """One value: 1.000.000 đồng, 92,5, 08h30 ngày 05/10/2026, có."""
    if isinstance(shape, Leaf) and shape.kind == "yes_no":
        return _yes_no(text, path)
    stripped = text.strip()
    if not stripped:
        return Problem(path, ProblemCode.EMPTY)
    if isinstance(shape, Choice):
        return read_leaf(shape, stripped, path)
    if shape.kind in {"count", "money", "percent", "points"}:
        return _number(shape, stripped, path)
    if shape.kind == "day":
        return read_leaf(shape, _day(stripped), path)
    return read_leaf(shape, _moment(stripped) if shape.kind == "moment" else stripped, path)


def _yes_no(text: str, path: str) -> bool | Problem:
    word = text.strip().lower()
    if word in _YES | _NO:
        return word in _YES
    return Problem(path, ProblemCode.NOT_YES_OR_NO, {"value": word[:60]})


def _number(shape: Leaf, text: str, path: str) -> object | Problem:
    try:
        money = shape.kind == "money"
        value = Decimal(read_amount(text)) if money else read_decimal(text.removesuffix("%"))
    except (NotAnAmount, NotANumber, ValueError):
        return Problem(path, ProblemCode.NOT_A_NUMBER, {"value": text[:60]})
    if shape.kind in {"percent", "points"}:
        return read_leaf(shape, value, path)
    if value != value.to_integral_value():
        return Problem(path, ProblemCode.NOT_A_NUMBER, {"value": text[:60]})
    return read_leaf(shape, int(value), path)


def _day(text: str) -> str:
    """05/10/2026 as 2026-10-05; what is no such day is left to be refused."""
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        return text


def _moment(text: str) -> str:
    """08h30 ngày 05/10/2026 as 2026-10-05T08:30."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return text
    day = _day(match[3].strip())
    return f"{day}T{int(match[1]):02d}:{match[2] or '00'}"
