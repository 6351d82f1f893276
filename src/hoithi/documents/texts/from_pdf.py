"""The text of .pdf: words in lines as they stand on the page, columns of a line apart by tabs."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError

from hoithi.documents.texts.records import Reason, TextReading, refused

MAX_PAGES = 300
_PASSWORD = "password"
_LEAST_LETTERS = 20
"""A page with fewer letters is a picture with a stamp."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text and its box, in points from the bottom left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom


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
        found = [_piece(textpage, index) for index in range(textpage.count_rects())]
    finally:
        textpage.close()
        page.close()
    for line in _in_lines([piece for piece in found if piece.text]):
        yield _written(line)


def _piece(textpage: pypdfium2.PdfTextPage, index: int) -> _Piece:
    left, bottom, right, top = textpage.get_rect(index)
    text = textpage.get_text_bounded(left, bottom, right, top)
    return _Piece(left, bottom, right, top, " ".join(text.split()))


def _in_lines(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces that stand side by side, from the top of the page down."""
    lines: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-(one.top + one.bottom), one.left)):
        middle = (piece.top + piece.bottom) / 2
        last = lines[-1][0] if lines else None
        if last and last.bottom < middle < last.top:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _written(line: list[_Piece]) -> str:
    """The pieces of a line from left to right; a gap of several letters parts columns."""
    line.sort(key=lambda piece: piece.left)
    text = line[0].text
    for before, piece in itertools.pairwise(line):
        gap = piece.left - before.right
        wide = gap > 2.5 * max(piece.height, 4)
        text += ("\t" if wide else " " if gap > 0.1 * piece.height else "") + piece.text
    return text


def _without_number(page: list[str]) -> list[str]:
    """A page without the number at its head or foot."""
    if page and page[0].strip().isdigit():
        page = page[1:]
    if page and page[-1].strip().isdigit():
        page = page[:-1]
    return page
