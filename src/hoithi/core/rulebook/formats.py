"""A rulebook as TOML for people and as canonical JSON for storing and hashing."""

import hashlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import cast

import tomli_w

from hoithi.core.rulebook.document import FORMAT, Rulebook
from hoithi.core.rulebook.problem import Fact, Problem, ProblemCode, RulebookUnreadable
from hoithi.core.rulebook.reading import NONE, plain, read_record
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Choice, Leaf, Many, Shape, fields, tag_of
from hoithi.core.rulebook.walk import walk

MOST_BYTES = 512 * 1024
"""A rulebook with every rule written out is some twenty thousand bytes."""

LONGEST_LINE = 20_000

UPGRADES: dict[int, Callable[[dict[str, object]], dict[str, object]]] = {}
"""From each old format to the next one; run in memory only, never on what is stored."""

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")


def from_toml(source: str | bytes) -> Rulebook:
    """The rulebook of a TOML text. Refuses with everything that is wrong."""
    text = _decoded(source)
    _refuse_long_lines(text)
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RulebookUnreadable((_toml_problem(error, text),)) from None
    except RecursionError:
        raise RulebookUnreadable((Problem("", ProblemCode.TOO_DEEP),)) from None
    except (ValueError, ArithmeticError):
        # A number of thousands of digits, or an exponent beyond all use.
        raise RulebookUnreadable((Problem("", ProblemCode.NOT_A_NUMBER),)) from None
    return from_plain(data)


def from_json(source: str | bytes) -> Rulebook:
    """The rulebook of a JSON text. Refuses with everything that is wrong."""
    text = _decoded(source)
    try:
        data = json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_without_duplicates,
        )
    except json.JSONDecodeError as error:
        facts: dict[str, Fact] = {"line": error.lineno, "column": error.colno}
        raise RulebookUnreadable((Problem("", ProblemCode.SYNTAX, facts),)) from None
    except RecursionError:
        raise RulebookUnreadable((Problem("", ProblemCode.TOO_DEEP),)) from None
    except (ValueError, ArithmeticError):
        raise RulebookUnreadable((Problem("", ProblemCode.NOT_A_NUMBER),)) from None
    return from_plain(data)


def from_plain(data: object) -> Rulebook:
    """The rulebook of plain data (tables, lists, text, numbers), brought to today's format."""
    if not isinstance(data, dict):
        raise RulebookUnreadable((Problem("", ProblemCode.NOT_A_TABLE),))
    problems: list[Problem] = []
    rulebook = read_record(Rulebook, upgrade(data), "", problems)
    if problems or rulebook is None:
        raise RulebookUnreadable(tuple(problems))
    return cast("Rulebook", rulebook)


def upgrade(data: dict[str, object]) -> dict[str, object]:
    """The data in today's format. Refuses a format that is unknown; a missing one is today's."""
    number = data.get("format", FORMAT)
    while number != FORMAT or isinstance(number, bool):
        step = UPGRADES.get(number) if isinstance(number, int) else None
        if step is None:
            facts: dict[str, Fact] = {"format": str(number)[:20], "known": FORMAT}
            raise RulebookUnreadable((Problem("format", ProblemCode.FORMAT_UNKNOWN, facts),))
        data = step(data)
        number = data.get("format")
    return data


def to_json(rulebook: Rulebook) -> bytes:
    """The canonical bytes: keys sorted, NFC, no space, decimals as text, the format inside."""
    data = plain(rulebook) | {"format": rulebook.format}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()


def sha256(rulebook: Rulebook) -> str:
    """The hash of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(to_json(rulebook)).hexdigest()


def to_toml(rulebook: Rulebook) -> str:
    """A text for people: in the order of the types, without what is at its default."""
    data = {"format": rulebook.format} | _toml_record(rulebook)
    return tomli_w.dumps(data, multiline_strings=False, indent=2)


def _toml_record(record: Record) -> dict[str, object]:
    """Values first and tables after them, as TOML needs it."""
    tag = tag_of(type(record))
    values: dict[str, object] = dict([tag]) if tag else {}
    tables: dict[str, object] = {}
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if not field.required and value == field.default:
            continue
        simple = isinstance(field.shape, Leaf | Choice) or value is None
        (values if simple else tables)[field.name] = _toml_value(field.shape, value)
    lists = {name: one for name, one in tables.items() if _is_list_of_values(one)}
    return values | lists | {name: one for name, one in tables.items() if name not in lists}


def _is_list_of_values(value: object) -> bool:
    return isinstance(value, list) and not any(isinstance(item, dict) for item in value)


def _toml_value(shape: Shape, value: object) -> object:
    if value is None:
        return NONE
    if isinstance(shape, Many):
        return [_toml_value(shape.item, item) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, Record):
        return _toml_record(value)
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else value.normalize()
    return getattr(value, "value", value)


def _decoded(source: str | bytes) -> str:
    if len(source) > MOST_BYTES:
        facts: dict[str, Fact] = {"most": MOST_BYTES, "length": len(source)}
        raise RulebookUnreadable((Problem("", ProblemCode.TOO_LARGE, facts),))
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RulebookUnreadable((Problem("", ProblemCode.NOT_UTF8),)) from None


def _refuse_long_lines(text: str) -> None:
    """A name with thousands of dots would keep the reader of TOML busy for seconds."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            facts = {"line": number, "most": LONGEST_LINE}
            raise RulebookUnreadable((Problem("", ProblemCode.LINE_TOO_LONG, facts),))


def _toml_problem(error: tomllib.TOMLDecodeError, text: str) -> Problem:
    message = str(error)
    place = _PLACE.search(message)
    lines = text.splitlines() or [""]
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    twice = "overwrite" in message or "twice" in message or "Duplicate" in message
    code = ProblemCode.DUPLICATE_KEY if twice else ProblemCode.SYNTAX
    return Problem("", code, {"line": line, "column": column})


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data: dict[str, object] = {}
    for name, value in pairs:
        if name in data:
            facts: dict[str, Fact] = {"name": name[:60]}
            raise RulebookUnreadable((Problem("", ProblemCode.DUPLICATE_KEY, facts),))
        data[name] = value
    return data


def from_file(name: str, data: bytes) -> Rulebook:
    """The rulebook of an uploaded file: JSON for ".json", else TOML. Refuses days of no use."""
    rulebook = from_json(data) if name.lower().endswith(".json") else from_toml(data)
    if problems := tuple(_useless_days(rulebook)):
        raise RulebookUnreadable(problems)
    return rulebook


def _useless_days(rulebook: Rulebook) -> Iterator[Problem]:
    """Days of years that are slips. What is stored already is read all the same."""
    for told in walk(rulebook):
        is_day = isinstance(told.field.shape, Leaf) and told.field.shape.kind == "day"
        if is_day and not "1900" <= str(told.value)[:4] <= "2199":
            yield Problem(told.path, ProblemCode.BAD_DAY, {"value": str(told.value)})
