"""The text of .pdf: words in lines as they stand on the page, columns of a line apart by tabs."""

import itertools
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage, raw

from hoithi.documents.texts.records import Reason, TextReading, refused

MAX_PAGES = 300
_PASSWORD = "password"
_SAME_LINE, _WORDS, _COLUMNS = 0.35, 0.15, 2.2
"""In sizes of the letters: how far a line may wander, from where on gaps part words, columns."""
_LEAST_LETTERS = 20
"""A page with fewer letters is a picture with a stamp."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter where it stands, in points from the bottom left; letters of several fonts mix."""

    left: float
    right: float
    line: float
    """The height of the line that it stands on."""
    size: float
    text: str


def read_pdf(data: bytes) -> TextReading:
    """The text of all pages; a scan and a file under a password are refused."""
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        found = Reason.PASSWORD if _PASSWORD in str(error).lower() else Reason.DAMAGED
        return refused(found)
    try:
        pages = [list(_lines(document, number)) for number in range(min(len(document), MAX_PAGES))]
    except PdfiumError:
        return refused(Reason.DAMAGED)
    finally:
        document.close()
    text = "\n".join(line for page in pages for line in _without_number(page))
    if sum(letter.isalpha() for letter in text) < _LEAST_LETTERS * max(len(pages), 1):
        return refused(Reason.SCAN)
    return TextReading(text)


def _lines(document: PdfDocument, number: int) -> Iterator[str]:
    page = document[number]
    textpage = page.get_textpage()
    try:
        found = [_letter(textpage, index) for index in range(textpage.count_chars())]
    finally:
        textpage.close()
        page.close()
    for line in _in_lines([letter for letter in found if letter]):
        yield _written(line)


def _letter(textpage: PdfTextPage, index: int) -> _Letter | None:
    """A letter that is drawn; none for what the reader put between letters by itself."""
    if raw.FPDFText_IsGenerated(textpage, index) == 1:
        return None
    code = raw.FPDFText_GetUnicode(textpage, index)
    if not code or 0xD800 <= code < 0xE000:  # a sign beyond the first plane comes in two halves
        return None
    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    raw.FPDFText_GetLooseCharBox(textpage, index, box)
    return _Letter(box.left, box.right, y.value, box.top - box.bottom, chr(code))


def _in_lines(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Letters that stand on one line, from the top of the page down, each from left to right."""
    line: list[_Letter] = []
    for letter in sorted(letters, key=lambda one: -one.line):
        if line and line[0].line - letter.line > _SAME_LINE * max(line[0].size, letter.size):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(letter)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _written(line: list[_Letter]) -> str:
    """The words of a line; a gap of several letters parts columns."""
    drawn = [letter for letter in line if not letter.text.isspace()]
    spaces = [letter.left for letter in line if letter.text.isspace()]
    text = drawn[0].text if drawn else ""
    for before, letter in itertools.pairwise(drawn):
        text += _between(before, letter, spaces) + letter.text
    return text


def _between(before: _Letter, letter: _Letter, spaces: list[float]) -> str:
    """What parts two letters: columns, words or nothing."""
    gap, size = letter.left - before.right, max(before.size, letter.size)
    if gap > _COLUMNS * size:
        return "\t"
    while spaces and spaces[0] < before.left:
        spaces.pop(0)
    has_space = bool(spaces) and spaces[0] < letter.left
    return " " if has_space or gap > _WORDS * size else ""


def _without_number(page: list[str]) -> list[str]:
    """A page without the number at its head or foot."""
    if page and page[0].strip().isdigit():
        page = page[1:]
    if page and page[-1].strip().isdigit():
        page = page[:-1]
    return page
