"""The outline of a report: headings with guidance and tables with typed columns, as text and back.

An official types it, or pastes it from a document: a line is a heading, and the lines with a dash
below it are its guidance, or the columns of the table it names.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from hoithi.core.vietnamese.text import clean, words_key
from hoithi.kit.refusals import Refusal

MOST_SECTIONS, MOST_TABLES, MOST_COLUMNS = 40, 10, 20
_LONGEST = 300
_DASH = re.compile(r"^[-–—+•*]\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_KIND = re.compile(r"(?:\s*\((số|ngày|chữ)\)|\s*:\s*(số|ngày|chữ))\s*$", re.IGNORECASE)


class CellKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Section(Struct, frozen=True):
    """A heading that units write under, and what the organiser wants to read there."""

    heading: str
    guidance: str = ""


class TableColumn(Struct, frozen=True):
    """A column of a table that units fill in."""

    title: str
    kind: CellKind = CellKind.TEXT


class AskedTable(Struct, frozen=True):
    """A table that units fill in with as many lines as they need."""

    title: str
    columns: tuple[TableColumn, ...]


class Outline(Struct, frozen=True):
    """All that is asked of a unit."""

    sections: tuple[Section, ...] = ()
    tables: tuple[AskedTable, ...] = ()


class OutlineEmpty(Refusal):
    """Neither a heading nor a table is asked for."""


class OutlineTooLong(Refusal):
    """More headings, tables or columns, or longer ones, than a form can show."""


class NoHeadingAbove(Refusal):
    """A line with a dash stands before any heading."""


class ColumnsMissing(Refusal):
    """A table without a column."""


class ColumnTwice(Refusal):
    """Two columns of a table have one name, so that nobody could tell them apart."""


_ORDINALS = {"stt", "tt", "so tt", "so thu tu"}
"""Lines of a form are numbered by themselves."""
_WORDS = {CellKind.NUMBER: "số", CellKind.DATE: "ngày"}
_KINDS = {"số": CellKind.NUMBER, "ngày": CellKind.DATE, "chữ": CellKind.TEXT}


def read_outline(sections: str, tables: str) -> Outline:
    """The outline of the two texts. Refuses one that asks for nothing or cannot be shown."""
    outline = Outline(
        tuple(Section(title, " ".join(lines)) for title, lines in _blocks(sections)),
        tuple(_table(title, lines) for title, lines in _blocks(tables)),
    )
    if not outline.sections and not outline.tables:
        raise OutlineEmpty
    if len(outline.sections) > MOST_SECTIONS or len(outline.tables) > MOST_TABLES:
        raise OutlineTooLong(sections=MOST_SECTIONS, tables=MOST_TABLES, columns=MOST_COLUMNS)
    return outline


def sections_text(sections: Iterable[Section]) -> str:
    """The headings as an official would type them."""
    lines = ([one.heading, *([f"- {one.guidance}"] if one.guidance else [])] for one in sections)
    return "\n".join(line for each in lines for line in each)


def tables_text(tables: Iterable[AskedTable]) -> str:
    """The tables as an official would type them."""
    return "\n".join(line for table in tables for line in _lines(table))


def _lines(table: AskedTable) -> Iterator[str]:
    yield table.title
    for column in table.columns:
        word = _WORDS.get(column.kind)
        yield f"- {column.title} ({word})" if word else f"- {column.title}"


def _blocks(text: str) -> list[tuple[str, list[str]]]:
    """Headings with the lines that have a dash below each."""
    found: list[tuple[str, list[str]]] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = clean(_CONTROL.sub("", raw))
        if not line:
            continue
        if len(line) > _LONGEST:
            raise OutlineTooLong(sections=MOST_SECTIONS, tables=MOST_TABLES, columns=MOST_COLUMNS)
        bare = _DASH.sub("", line)
        if bare == line:
            found.append((line, []))
        elif not found:
            raise NoHeadingAbove(line=number, text=line)
        elif bare:
            found[-1][1].append(bare)
    return found


def _table(title: str, lines: list[str]) -> AskedTable:
    columns = tuple(_column(line) for line in lines if words_key(line) not in _ORDINALS)
    if not columns:
        raise ColumnsMissing(table=title)
    if len(columns) > MOST_COLUMNS:
        raise OutlineTooLong(sections=MOST_SECTIONS, tables=MOST_TABLES, columns=MOST_COLUMNS)
    known: set[str] = set()
    for column in columns:
        if words_key(column.title) in known:
            raise ColumnTwice(table=title, column=column.title)
        known.add(words_key(column.title))
    return AskedTable(title, columns)


def _column(line: str) -> TableColumn:
    found = _KIND.search(line)
    if found is None or found.start() == 0:
        return TableColumn(line)
    return TableColumn(line[: found.start()], _KINDS[(found[1] or found[2]).lower()])
