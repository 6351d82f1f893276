"""What the pages of a .docx are made of: paragraphs, tables and places to sign."""

import io
import re
import struct
from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from hoithi.documents.official.records import Picture, Table
from hoithi.documents.photographs import with_header

ALIGNED = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDEST, _TALLEST = Mm(150), Mm(200)
_CELL_SIZE = Pt(12)
_SPACE_TO_SIGN = 4


def paragraph(document: Docx, align: WD_ALIGN_PARAGRAPH, *, is_indented: bool = False) -> Paragraph:
    """An empty paragraph of the text."""
    target = document.add_paragraph()
    target.alignment = align
    target.paragraph_format.first_line_indent = Mm(10) if is_indented else Mm(0)
    return target


def write(
    target: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: Pt | None = None,
) -> None:
    """Text into a paragraph; line breaks are kept, what XML cannot hold is left out."""
    run = target.add_run(printable(text))
    run.bold = bold
    run.italic = italic
    if size is not None:
        run.font.size = size


def is_drawable(data: bytes) -> bool:
    """Whether a .docx can hold the picture: Word wants the header of JFIF, Exif or PNG.

    A JPEG gets the header when it is put in.
    """
    try:
        image = Image.from_blob(with_header(data))
        return bool(image.width and image.height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return False
    except (struct.error, ValueError, ArithmeticError, LookupError):
        return False


def put_picture(document: Docx, picture: Picture) -> None:
    """A picture with its description as alternative text, at most as wide as the text."""
    run = paragraph(document, ALIGNED["center"]).add_run()
    data = with_header(picture.data)
    width = Image.from_blob(data).width
    shape = run.add_picture(io.BytesIO(data), width=min(width, _WIDEST))
    if shape.height > _TALLEST:
        shape.width = Emu(int(shape.width * _TALLEST / shape.height))
        shape.height = Emu(_TALLEST)
    shape._inline.docPr.set("descr", printable(picture.description))  # noqa: SLF001 - python-docx has no alternative text


def printable(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def bare_table(document: Docx, columns: Sequence[int]) -> DocxTable:
    """A table without lines, of one row: the frame of head and foot. Widths in millimetres."""
    table: DocxTable = document.add_table(rows=1, cols=len(columns))
    _set_widths(table, [Mm(width) for width in columns])
    return table


def centred(cell: _Cell, text: str, *, bold: bool = False, size: Pt | None = None) -> Paragraph:
    """One more centred line in a cell; the first fills the empty paragraph of a new cell."""
    first = cell.paragraphs[0]
    is_empty = len(cell.paragraphs) == 1 and not first.runs
    target: Paragraph = first if is_empty else cell.add_paragraph()
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    target.paragraph_format.space_after = Pt(0)
    target.paragraph_format.first_line_indent = Mm(0)
    write(target, text, bold=bold, size=size)
    return target


def grid(document: Docx, told: Table) -> None:
    """A table with lines; its headings return on every page."""
    rows = [*told.rows, *([told.total] if told.total is not None else [])]
    table = document.add_table(rows=1 + len(rows), cols=len(told.headings))
    table.style = "Table Grid"
    _set_widths(table, _shares(document, told))
    _fill(table, 0, told.headings, told.numeric, bold=True)
    _repeat_on_each_page(table)
    for place, row in enumerate(rows, start=1):
        is_total = told.total is not None and place == len(rows)
        _fill(table, place, row, told.numeric, bold=is_total)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def signed_beside(document: Docx, places: Sequence[tuple[str, str]]) -> None:
    """Places to sign beside each other."""
    width = round(text_width(document) / Mm(1) / max(len(places), 1))
    table = bare_table(document, [width] * len(places))
    for cell, (post, name) in zip(table.rows[0].cells, places, strict=True):
        centred(cell, post, bold=True)
        space_to_sign(cell)
        centred(cell, name, bold=True)


def space_to_sign(cell: _Cell) -> None:
    """Empty lines for a signature and a seal."""
    for _ in range(_SPACE_TO_SIGN):
        centred(cell, "")


def text_width(document: Docx) -> Emu:
    """Between the margins."""
    section = document.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (Emu(side or 0) for side in sides)
    return Emu(page - left - right)


def _shares(document: Docx, told: Table) -> list[Emu]:
    shares = [max(share, 1) for share in told.widths] or [1] * len(told.headings)
    return [Emu(round(text_width(document) * share / sum(shares))) for share in shares]


def _set_widths(table: DocxTable, widths: Sequence[int]) -> None:
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
        for cell in column.cells:
            cell.width = Emu(width)


def _fill(
    table: DocxTable, place: int, texts: Sequence[str], numeric: frozenset[int], *, bold: bool
) -> None:
    for column, (cell, text) in enumerate(zip(table.rows[place].cells, texts, strict=True)):
        target = cell.paragraphs[0]
        side = "center" if place == 0 else "right" if column in numeric else "left"
        target.alignment = ALIGNED[side]
        target.paragraph_format.space_after = Pt(0)
        write(target, text, bold=bold, size=_CELL_SIZE)


def _repeat_on_each_page(table: DocxTable) -> None:
    heading = OxmlElement("w:tblHeader")
    heading.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(heading)  # noqa: SLF001 – python-docx has no call
