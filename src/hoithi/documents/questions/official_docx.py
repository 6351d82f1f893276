"""The paragraphs of a Word document with what stands out in them, for reading questions."""

import io
import re
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from hoithi.documents.questions.official import SourceLine
from hoithi.documents.questions.records import Problem, Unreadable
from hoithi.documents.texts.from_docx import read_docx
from hoithi.documents.texts.numbering import Numbering
from hoithi.documents.texts.records import Reason

_LABEL = re.compile(r"\s*\*?\s*[A-Ha-h]\s*[.)/:]\s*")
_BLACK = {"000000", "auto"}
_REFUSED = {
    Reason.BOMB: Problem.BOMB,
    Reason.PASSWORD: Problem.PASSWORD,
    Reason.DAMAGED: Problem.DAMAGED_ARCHIVE,
}


def lines_of_docx(data: bytes) -> Iterator[SourceLine]:
    """Every paragraph and row of a table. Refuses what the reader of documents refuses."""
    reading = read_docx(data)
    if reading.refused:
        raise Unreadable(_REFUSED.get(reading.refused, Problem.UNKNOWN_FORMAT), element="")
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as damaged:
        raise Unreadable(Problem.DAMAGED_ARCHIVE) from damaged
    yield from _lines(document)


def _lines(document: Document) -> Iterator[SourceLine]:
    numbering = Numbering.of(document)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield SourceLine("\t".join(cells))
        else:
            yield from _of_paragraph(block, numbering.sign(block) if block.text.strip() else "")


def _of_paragraph(paragraph: Paragraph, mark: str) -> Iterator[SourceLine]:
    """The lines of a paragraph: options are often set apart by line breaks only."""
    text, emphasis = mark, [False] * len(mark)
    for run in paragraph.runs:
        text += run.text
        emphasis += [_stands_out(run)] * len(run.text)
    start = 0
    for part in text.split("\n"):
        label = _LABEL.match(part)
        begins = label.end() if label else 0
        told = [
            out
            for out, letter in zip(
                emphasis[start + begins : start + len(part)], part[begins:], strict=True
            )
            if not letter.isspace()
        ]
        yield SourceLine(part, stands_out=bool(told) and all(told))
        start += len(part) + 1


def _stands_out(run: Run) -> bool:
    font = run.font
    colour = font.color.rgb if font.color is not None else None
    return bool(
        run.bold
        or run.underline
        or font.highlight_color
        or (colour is not None and str(colour) not in _BLACK)
    )
