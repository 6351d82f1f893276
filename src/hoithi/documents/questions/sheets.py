"""Lists of questions in spreadsheets as officials make them, without the form of the bank.

A line is a question, its columns are told by their headings: "Câu hỏi", "Phương án 1", "A",
"Đáp án đúng". Right is what that column says by letter, number or words, or the one option whose
cell is bold, coloured, underlined or filled.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.official_keys import Asked, Option, bare_words
from hoithi.documents.questions.official_labels import KINDS, basis_in, label_in
from hoithi.documents.questions.official_lines import OPTION, heading_in, latin_mark, letters_in
from hoithi.documents.questions.official_made import made_of
from hoithi.documents.questions.records import (
    Fault,
    Format,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.sheet_columns import LABELLED, LETTERS, is_form, list_in
from hoithi.documents.questions.texts import MOST_QUESTIONS
from hoithi.documents.spreadsheets.grid import Grid
from hoithi.documents.spreadsheets.headings import Heading
from hoithi.documents.spreadsheets.lines import LineKind, make_table, sort_lines
from hoithi.documents.spreadsheets.records import Column, Kind, TableReading
from hoithi.documents.spreadsheets.source import open_source
from hoithi.documents.spreadsheets.styles import Looks, looks_of_cells
from hoithi.documents.spreadsheets.values import read_value

_CELL = Column("", ("",), kind=Kind.LINES)
_NUMBER = re.compile(r"(?:(?:phương án|đáp án|ý|số)\s{1,5})?\(?([1-8])\)?\s?\.?", re.IGNORECASE)
_LETTER = re.compile(r"(?:phương án|đáp án|ý)\s{1,5}(\S.*)", re.IGNORECASE | re.DOTALL)
_USUAL_NAMES = re.compile(
    r"(?:sheet|trang(?: tinh)?|cau hoi|bo cau hoi|ngan hang(?: cau hoi)?|phan|bang|de)?\s?\d{0,3}"
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that holds a list of questions."""

    grid: Grid
    heading: Heading
    looks: Looks
    name: str
    """Before every line that is named; "" where the file has one sheet of questions."""
    field: str
    """What its questions are about where nothing else says so."""


def read_list(data: bytes, name: str) -> QuestionReading | None:
    """The questions of a spreadsheet that is a list of them, each with its line and sheet.

    None for the form of the bank, and for a file that holds no such list.
    """
    source = open_source(data, name)
    if isinstance(source, TableReading):
        return None
    found = [(grid, heading) for grid in source.grids if (heading := list_in(grid))]
    if not found or any(is_form(heading) for _grid, heading in found):
        return None
    looks = looks_of_cells(data)
    questions, faults = list[ReadQuestion](), list[Fault]()
    for grid, heading in found:
        title = grid.name if len(found) > 1 else ""
        field = "" if _USUAL_NAMES.fullmatch(fold(title)) else title[:_LONGEST_NAME]
        sheet = _Sheet(grid, heading, looks.get(grid.name, {}), title, field)
        for one in _read(sheet):
            if isinstance(one, Fault):
                faults.append(one)
            else:
                questions.append(one)
    if len(questions) + len(faults) > MOST_QUESTIONS:
        too_many = Fault(Problem.TOO_MANY_QUESTIONS, facts={"most": str(MOST_QUESTIONS)})
        return QuestionReading(Format.SHEET, faults=(too_many,))
    if not (questions or faults):
        faults = [Fault(Problem.NO_QUESTION)]
    return QuestionReading(Format.SHEET, tuple(questions), tuple(faults))


def _read(sheet: _Sheet) -> Iterator[ReadQuestion | Fault]:
    subject = sheet.field
    table = make_table(sheet.grid, sheet.heading, (Column("stem", ("",), required=True),))
    kinds = dict(sort_lines(table))
    number = 0
    for line in sorted(one for one in sheet.grid.lines if one > sheet.heading.bottom):
        kind = LineKind.DATA if _is_question(sheet, line, kinds.get(line)) else kinds.get(line)
        if kind is LineKind.SECTION:
            subject = _section(sheet, line) or subject
        elif kind in (LineKind.DATA, LineKind.END) and not _is_heading(sheet, line):
            number += 1
            yield _question(sheet, line, number, subject)


def _is_question(sheet: _Sheet, line: int, kind: LineKind | None) -> bool:
    """Whether words and an answer stand there, even where they begin as what ends other tables:
    "Nơi nhận hồ sơ ở đâu?"."""
    places, cells = sheet.heading.places, sheet.grid.lines[line]
    answers = [places[key] for key in ("A", "right") if key in places]
    is_filled = places["stem"] in cells and any(place in cells for place in answers)
    return is_filled and kind not in (LineKind.NUMBERING, LineKind.EXAMPLE)


def _is_heading(sheet: _Sheet, line: int) -> bool:
    """Whether the headings stand there once more."""
    place = sheet.heading.places["stem"]
    cell = sheet.grid.lines[line].get(place)
    return cell is not None and str(cell.value) == sheet.grid.heading_text(
        sheet.heading.bottom, place
    )


def _section(sheet: _Sheet, line: int) -> str:
    """What a line between the questions says they are about: "I. LĨNH VỰC: HỘ TỊCH"."""
    cells = sheet.grid.lines[line]
    text = " ".join(str(cells[place].value) for place in sorted(cells)).strip()
    found = heading_in(text)
    return (found[0] if found else text)[:_LONGEST_NAME]


def _fault(sheet: _Sheet, wrong: Unreadable, line: int, about: str = "") -> Fault:
    facts = {"sheet": sheet.name} if sheet.name else {}
    told = f"{sheet.name}: {about}" if sheet.name else about
    return Fault(wrong.problem, line, told[:120], {**wrong.facts, **facts})


def _question(sheet: _Sheet, line: int, number: int, subject: str) -> ReadQuestion | Fault:
    stem = ""
    try:
        told = dict(_values(sheet, line))
        stem = told.get("stem", "")
        made = made_of(_asked(sheet, line, told, Asked(number, line, [stem], subject)), "")
    except Unreadable as wrong:
        return _fault(sheet, wrong, line, stem)
    return replace(made, name=f"{sheet.name}: {made.name}") if sheet.name else made


def _values(sheet: _Sheet, line: int) -> Iterator[tuple[str, str]]:
    """What stands in the columns. Refuses a cell whose formula has no value or is too long."""
    cells = sheet.grid.lines[line]
    for key, place in sheet.heading.places.items():
        cell = cells.get(place)
        text, doubt = read_value(cell, _CELL) if cell is not None else ("", None)
        if doubt is not None:
            raise Unreadable(Problem.CELL_UNREADABLE)
        if text:
            yield key, text


def _asked(sheet: _Sheet, line: int, told: Mapping[str, str], asked: Asked) -> Asked:
    """The question as its cells tell it. Refuses one without words, or with a gap of options."""
    if not told.get("stem"):
        raise Unreadable(Problem.NO_STEM)
    for letter in LETTERS:
        if text := told.get(letter):
            looks = sheet.looks.get((line, sheet.heading.places[letter]), frozenset())
            asked.options.append(Option(letter, [_bare(letter, text)], looks=looks))
    if [one.letter for one in asked.options] != list(LETTERS[: len(asked.options)]):
        raise Unreadable(Problem.OPTION_GAP)
    if right := told.get("right"):
        asked.answers.append(_right(right, asked.options))
    asked.stated |= dict(_stated(told))
    return asked


def _stated(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the other columns say of the question."""
    for key, label in LABELLED.items():
        if key in told and (found := label_in(f"{label}: {told[key]}")):
            yield found
    if fold(told.get("form", "")) in KINDS:
        yield "kind", told["form"]
    if "basis" in told:
        yield from basis_in(f"Căn cứ: {told['basis']}").items()


def _bare(letter: str, text: str) -> str:
    """The words of an option, without the letter that its column says already."""
    found = OPTION.fullmatch(latin_mark(text))
    return found[3].strip() if found and found[2].upper() == letter and found[3] else text


def _right(told: str, options: list[Option]) -> str:
    """The letter of what is right where a number or words say it; else what is told.

    Refuses a number that is the place of one option and all words of another.
    """
    words = bare_words(told)
    same = [one.letter for one in options if bare_words(one.text) == words]
    found = _NUMBER.fullmatch(told)
    place = int(found[1]) if found else 0
    if 0 < place <= len(options):
        letter = options[place - 1].letter
        if same and same != [letter]:
            raise Unreadable(Problem.SEVERAL_MARKED)
        return letter
    if len(same) == 1:
        return same[0]
    named = _LETTER.fullmatch(told)
    return named[1] if named and letters_in(named[1]) else told
