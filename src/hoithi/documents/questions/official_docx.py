"""The lines of a Word document with what stands out in them, for reading questions."""

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from hoithi.documents.photographs import without_header
from hoithi.documents.questions.official_lines import SourceLine, latin_mark, looks_of
from hoithi.documents.questions.official_tables import lines_of_table
from hoithi.documents.questions.records import Attachment, Problem, Unreadable
from hoithi.documents.texts.from_docx import DAMAGED, read_docx
from hoithi.documents.texts.numbering import Numbering
from hoithi.documents.texts.records import Reason

_LETTER = re.compile(r"\(?[A-Za-z]\s?[.)/:\-–]?\s*")
_BLACK = {"000000", "auto"}
_DARK = {"TEXT_1", "DARK_1"}
_REFUSED = {
    Reason.BOMB: Problem.BOMB,
    Reason.PASSWORD: Problem.PASSWORD,
    Reason.DAMAGED: Problem.DAMAGED_ARCHIVE,
    Reason.SCAN: Problem.NO_QUESTION,
}
_APART = frozenset({qn("w:txbxContent"), qn("w:del"), qn("w:moveFrom")})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_HELD_BY = (qn("r:embed"), qn("r:id"), qn("r:link"))
_MOST_PICTURE = 12 * 1024 * 1024


def lines_of_docx(data: bytes) -> Iterator[SourceLine]:
    """Every paragraph and row of a table. Refuses what the reader of documents refuses."""
    reading = read_docx(data)
    if reading.refused:
        raise Unreadable(_REFUSED.get(reading.refused, Problem.UNKNOWN_FORMAT), element="")
    try:
        document = docx.Document(io.BytesIO(data))
    except DAMAGED as damaged:
        raise Unreadable(Problem.DAMAGED_ARCHIVE) from damaged
    yield from _Walk(document, Numbering.of(document)).lines(document.element.body)


@dataclass(slots=True)
class _Walk:
    """Goes through a document and counts its numbered paragraphs on the way."""

    document: Document
    numbering: Numbering

    def lines(self, holder: BaseOxmlElement) -> Iterator[SourceLine]:
        """The lines of a body, a cell, a text box or a content control."""
        for child in holder:
            if child.tag == qn("w:p"):
                yield from self._paragraph(Paragraph(child, self.document._body))  # noqa: SLF001 - python-docx has no public parent of a body's paragraphs
            elif child.tag == qn("w:tbl"):
                yield from lines_of_table(self._rows(child))
            elif child.tag == qn("w:sdt"):
                for content in child.iterchildren(qn("w:sdtContent")):
                    yield from self.lines(content)

    def _rows(self, table: BaseOxmlElement) -> list[list[list[SourceLine]]]:
        held = Table(table, self.document._body)  # noqa: SLF001 - as above
        return [
            [list(self.lines(cell)) for cell in dict.fromkeys(one._tc for one in row.cells)]  # noqa: SLF001 - merged cells are one element
            for row in held.rows
        ]

    def _paragraph(self, paragraph: Paragraph) -> Iterator[SourceLine]:
        runs = [Run(one, paragraph) for one in _runs(paragraph._p)]  # noqa: SLF001 - `runs` leaves out links and insertions
        says = any(run.text.strip() for run in runs)
        mark = self.numbering.sign(paragraph) if says else ""
        pictures = tuple(_pictures(paragraph))
        yield from _lines_of(runs, mark, pictures)
        for box in paragraph._p.iter(qn("w:txbxContent")):  # noqa: SLF001 - python-docx knows no boxes
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.lines(box)


def _runs(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The runs of a paragraph, in links and insertions too; not those of its boxes."""
    for child in paragraph:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag not in _APART and child.tag != qn("w:pPr"):
            yield from _runs(child)


def _lines_of(
    runs: Sequence[Run], mark: str, pictures: tuple[Attachment, ...]
) -> Iterator[SourceLine]:
    """The lines of a paragraph: options are often set apart by line breaks only."""
    text, looks = mark, [frozenset[str]()] * len(mark)
    for run in runs:
        told = unicodedata.normalize("NFC", run.text)
        text += told
        looks += [_look(run)] * len(told)
    text = "\n".join(map(latin_mark, text.split("\n")))
    is_counted = bool(_LETTER.fullmatch(mark))
    start = 0
    for part in text.split("\n"):
        here = looks[start : start + len(part)]
        counted = is_counted and start == 0
        whole, of_mark = looks_of(part, here)
        lead = len(part) - len(part.lstrip())
        yield SourceLine(
            part,
            whole,
            frozenset() if counted else of_mark,
            counted,
            pictures=pictures if start == 0 else (),
            looks_at=tuple(here[lead : lead + len(part.strip())]) if len(set(here)) > 1 else (),
        )
        start += len(part) + 1


def _look(run: Run) -> frozenset[str]:
    font, style = run.font, run.style
    colour = font.color
    is_bold = run.bold if run.bold is not None else bool(style.font.bold)
    theme = colour.theme_color if colour is not None else None
    rgb = str(colour.rgb) if colour is not None and colour.rgb is not None else "auto"
    is_coloured = theme.name not in _DARK if theme is not None else rgb not in _BLACK
    shading = run._r.find(f"{qn('w:rPr')}/{qn('w:shd')}")  # noqa: SLF001 - python-docx has no reader for shading
    fill = "auto" if shading is None else shading.get(qn("w:fill"), "auto")
    told = {
        "bold": is_bold,
        "underline": bool(run.underline),
        "colour": is_coloured,
        "highlight": bool(font.highlight_color) or fill not in {"auto", "FFFFFF"},
    }
    return frozenset(name for name, has in told.items() if has)


def _pictures(paragraph: Paragraph) -> Iterator[Attachment]:
    """The pictures that a paragraph shows; one too large to keep has a name and no bytes."""
    for blip in paragraph._p.iter(_BLIP, _OLD_PICTURE):  # noqa: SLF001 - python-docx reads no pictures
        key = next(filter(None, map(blip.get, _HELD_BY)), "")
        part = paragraph.part.related_parts.get(key)
        if part is None and key in paragraph.part.rels:
            yield Attachment(paragraph.part.rels[key].target_ref[:200], b"", _about(blip))
        elif part is not None:
            name = part.partname.rpartition("/")[2]
            data = without_header(part.blob) if len(part.blob) <= _MOST_PICTURE else b""
            yield Attachment(name, data, _about(blip))


def _about(blip: BaseOxmlElement) -> str:
    """The alternative text that the writer gave; "" without one."""
    for above in blip.iterancestors(qn("wp:inline"), qn("wp:anchor")):
        for told in above.iterchildren(qn("wp:docPr")):
            return " ".join(told.get("descr", "").split())
    return ""
