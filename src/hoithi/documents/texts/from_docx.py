"""The text of .docx: paragraphs with the numbers that Word shows, tables row by row."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from hoithi.documents.spreadsheets.container import MAX_MEMBERS, declares_entities, is_bomb, pieces
from hoithi.documents.texts.numbering import Numbering
from hoithi.documents.texts.records import Reason, TextReading, refused

_SAYS = tuple(qn(f"w:{tag}") for tag in ("t", "tab", "br", "cr", "noBreakHyphen"))
_PARAGRAPH = qn("w:p")
_NOT_TOLD = frozenset(
    ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:moveFrom")]
)
"""A text box once more for old programs, and where a moved passage stood before."""
_MOST_PARAGRAPHS = 20_000
DAMAGED = (
    PackageNotFoundError,
    KeyError,
    ValueError,
    TypeError,
    SyntaxError,
    AttributeError,
    zlib.error,
)
"""What python-docx raises on parts that contradict each other, as by a link without an aim."""


def is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a zip file holds a Word document."""
    return "word/document.xml" in archive.namelist()


def read_docx(data: bytes) -> TextReading:
    """The text of a Word document; bombs, entities and passwords are refused before parsing."""
    if refusal := _refusal(data):
        return refusal
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_Writer(Numbering.of(document)).lines(document))
    except DAMAGED:
        return refused(Reason.DAMAGED)
    return TextReading(text) if text.strip() else refused(Reason.SCAN)


def _refusal(data: bytes) -> TextReading | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _refusal_of(archive, len(data))
    # The last is a packing that zipfile does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        return refused(Reason.DAMAGED)
    except RuntimeError:  # The zip format's own password.
        return refused(Reason.PASSWORD)


def _refusal_of(archive: zipfile.ZipFile, packed: int) -> TextReading | None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        return refused(Reason.BOMB)
    if not is_word(archive):
        found = "xlsx" if "xl/workbook.xml" in archive.namelist() else "zip"
        return refused(Reason.NOT_A_DOCUMENT, found)
    unpacked = 0
    for member in members:
        is_xml = member.filename.endswith((".xml", ".rels"))
        for piece in pieces(archive, member):
            unpacked += len(piece)
            if is_xml and declares_entities(piece):
                return refused(Reason.ENTITIES)
            if is_bomb(unpacked, packed):
                return refused(Reason.BOMB)
    return None


@dataclass(slots=True)
class _Writer:
    """Goes through a document and counts its numbered paragraphs on the way."""

    numbering: Numbering
    written: int = field(default=0)

    def lines(self, holder: Document | _Cell) -> Iterator[str]:
        for item in holder.iter_inner_content():
            self.written += 1
            if self.written > _MOST_PARAGRAPHS:
                return
            if isinstance(item, Table):
                yield from self._rows(item)
            else:
                yield from self._paragraph(item)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        text = "".join(_pieces(paragraph))
        sign = self.numbering.sign(paragraph) if text.strip() else ""
        yield from f"{sign}{text}".split("\n")

    def _rows(self, table: Table) -> Iterator[str]:
        """Rows of short cells on one line; a cell of several paragraphs is told by itself."""
        for row in table.rows:
            cells = _once(row.cells)
            told = [[line for line in self.lines(cell) if line.strip()] for cell in cells]
            if any(len(lines) > 1 for lines in told):
                for lines in told:
                    yield from ["", *lines]
            elif line := "\t".join("".join(lines) for lines in told).strip("\t"):
                yield line


def _once(cells: tuple[_Cell, ...]) -> list[_Cell]:
    """Each cell once: a merged cell is listed for every column it covers."""
    seen: dict[int, _Cell] = {}
    for cell in cells:
        seen.setdefault(id(cell._tc), cell)  # noqa: SLF001 - merged cells share the element only
    return list(seen.values())


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    """Text of runs, links, text boxes and tracked insertions, without what is struck out."""
    return _told(paragraph._p)  # noqa: SLF001 - links and insertions have no reader


def _told(element: BaseOxmlElement) -> Iterator[str]:
    """The text below an element; the paragraphs of a text box on lines of their own."""
    for node in element:
        if node.tag in _NOT_TOLD:
            continue
        if node.tag == _PARAGRAPH:
            yield from ("\n", *_told(node), "\n")
        elif node.tag == qn("w:t"):
            yield node.text or ""
        elif node.tag == qn("w:tab"):
            yield "\t" if element.tag == qn("w:r") else ""
        elif node.tag in _SAYS:
            yield "-" if node.tag == qn("w:noBreakHyphen") else "\n"
        else:
            yield from _told(node)
