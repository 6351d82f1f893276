"""Tables in Word documents of questions: of answers, with a question a row, or label and text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.official_labels import label_in
from hoithi.documents.questions.official_lines import QUESTION, SourceLine

Cell = Sequence[SourceLine]
"""The paragraphs of a cell."""
_NUMBER = frozenset({"cau", "cau hoi", "cau so", "so cau", "stt", "tt", "so tt"})
_RIGHT = frozenset({"dap an", "dap an dung", "da", "d/a", "tra loi", "phuong an dung"})
_STEM = frozenset({"cau hoi", "noi dung", "noi dung cau hoi", "noi dung cac cau hoi"})
_ALL_OPTIONS = frozenset(
    {"phuong an", "cac phuong an", "phuong an tra loi", "cac phuong an tra loi"}
)
_BASIS = frozenset({"can cu", "can cu phap ly", "co so phap ly", "van ban", "nguon"})
_OPTION = re.compile(r"(?:phuong an |dap an )?([a-h])")
_LETTER = re.compile(r"[A-Ha-h][.)]?")


def lines_of_table(rows: Sequence[Sequence[Cell]]) -> Iterator[SourceLine]:
    """What a table says, as lines of questions."""
    if not rows:
        return
    heads = [_words(cell) for cell in rows[0]]
    columns = _columns(heads)
    if answers := tuple(_answers(rows)):
        yield SourceLine("", answers=answers)
    elif "stem" in columns.values() and len(rows) > 1:
        for place, row in enumerate(rows[1:], start=1):
            yield from _row(place, row, columns)
    elif sum(1 for row in rows if _is_labelled(row)) >= len(rows) / 2:
        for row in rows:
            yield from _labelled(row)
    else:
        for row in rows:
            yield _joined(row)


def _words(cell: Cell) -> str:
    return fold(" ".join(line.plain for line in cell)).strip(" :.*")


def _text(cell: Cell) -> str:
    return "\n".join(line.plain for line in cell if line.plain)


def _joined(row: Sequence[Cell]) -> SourceLine:
    pictures = tuple(one for cell in row for line in cell for one in line.pictures)
    text = "\t".join(filter(None, map(_text, row)))
    lines = [line for cell in row for line in cell if line.plain]
    looks = [look for line in lines for look in (*_looks(line), frozenset[str]())]
    return SourceLine(text, pictures=pictures, looks_at=tuple(looks[: len(text)]))


def _looks(line: SourceLine) -> Sequence[frozenset[str]]:
    """What each letter of a line of a cell looks like; what follows it is a gap."""
    return line.looks_at or [line.looks] * len(line.plain)


def _columns(heads: Sequence[str]) -> dict[int, str]:
    """What stands in which column of a table with a question a row."""
    found = dict[int, str]()
    for place, head in enumerate(heads):
        option = _OPTION.fullmatch(head)
        if head in _STEM and "stem" not in found.values():
            found[place] = "stem"
        elif option:
            found[place] = option[1].upper()
        elif head in _RIGHT:
            found[place] = "right"
        elif head in _ALL_OPTIONS:
            found[place] = "options"
        elif head in _BASIS:
            found[place] = "basis"
        elif label := label_in(f"{head}: -"):
            found[place] = label[0]
    has_options = {"A", "B"} <= set(found.values()) or "options" in found.values()
    return found if has_options or "right" in found.values() else {}


def _row(place: int, row: Sequence[Cell], columns: dict[int, str]) -> Iterator[SourceLine]:
    named = {name: row[at] for at, name in columns.items() if at < len(row)}
    stem = _text(named["stem"]) if "stem" in named else ""
    if not stem:
        return
    stated = QUESTION.fullmatch(stem)
    pictures = tuple(one for cell in row for line in cell for one in line.pictures)
    yield SourceLine(stem if stated else f"Câu {place}. {stem}", pictures=pictures)
    yield from named.get("options", ())
    for letter in "ABCDEFGH":
        cell = named.get(letter, ())
        if _text(cell):
            looks = frozenset.intersection(*(line.looks for line in cell if line.plain))
            yield SourceLine(f"{letter}. {_text(cell)}", looks=looks)
    for name, words in (("right", "Đáp án"), ("basis", "Căn cứ")):
        if told := _text(named.get(name, ())):
            yield SourceLine(f"{words}: {told}")
    for name, words in _LABELLED.items():
        if told := _text(named.get(name, ())):
            yield SourceLine(f"{words}: {told}")


_LABELLED = {
    "code": "Mã câu hỏi",
    "kind": "Loại câu hỏi",
    "field": "Lĩnh vực",
    "difficulty": "Mức độ",
    "audience": "Đối tượng",
    "document_number": "Số ký hiệu văn bản",
    "article": "Điều",
    "clause": "Khoản",
    "explanation": "Giải thích",
}


def _answers(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, str]]:
    """Answers by the number of their question, in columns or in pairs of rows."""
    heads = [_words(cell) for cell in rows[0]]
    if len(heads) % 2 == 0 and all(
        head in (_RIGHT if place % 2 else _NUMBER) for place, head in enumerate(heads)
    ):
        for row in rows[1:]:
            yield from _numbered(list(zip(row[::2], row[1::2], strict=False)))
        return
    for above, below in pairwise(rows):
        if above and below and _words(above[0]) in _NUMBER and _words(below[0]) in _RIGHT:
            yield from _numbered(list(zip(above[1:], below[1:], strict=False)))


def _numbered(pairs: Sequence[tuple[Cell, Cell]]) -> Iterator[tuple[int, str]]:
    for number, answer in pairs:
        digits = re.search(r"\d{1,4}", _text(number))
        if digits and _text(answer):
            yield int(digits[0]), _text(answer)


def _is_labelled(row: Sequence[Cell]) -> bool:
    if len(row) != len(("label", "text")):
        return False
    head = _text(row[0]).strip(" :")
    known = QUESTION.fullmatch(head) or _LETTER.fullmatch(head) or label_in(f"{head}: -")
    return bool(known) or _words(row[0]) in _RIGHT | _BASIS


def _labelled(row: Sequence[Cell]) -> Iterator[SourceLine]:
    if not _is_labelled(row):
        yield _joined(row)
        return
    head, lines = _text(row[0]).strip(" :"), list(row[1])
    sign = "." if QUESTION.fullmatch(head) or _LETTER.fullmatch(head) else ":"
    head = head.rstrip(".)")
    first, *more = lines or [SourceLine("")]
    mark = row[0][0].looks if row[0] else frozenset()
    yield replace(first, text=f"{head}{sign} {first.plain}", mark_looks=mark)
    yield from more
