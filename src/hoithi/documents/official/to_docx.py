"""An official document as .docx: what an official opens, completes and sends for signature."""

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_BREAK
from docx.shared import Mm, Pt

from hoithi.documents.official import docx_frame
from hoithi.documents.official.docx_parts import (
    ALIGNED,
    grid,
    paragraph,
    put_picture,
    signed_beside,
    write,
)
from hoithi.documents.official.records import (
    Block,
    Heading,
    Items,
    PageBreak,
    Paper,
    Picture,
    Signatures,
    Table,
    Text,
)


def to_docx(paper: Paper) -> bytes:
    """The .docx of the document: Times New Roman, A4, margins and order of the decree."""
    document = Document()
    docx_frame.set_page(document, paper)
    docx_frame.put_head(document, paper)
    for line in paper.base_lines:
        write(paragraph(document, ALIGNED["justify"], is_indented=True), line, italic=True)
    for block in paper.blocks:
        _put(document, block)
    docx_frame.put_foot(document, paper)
    for block in (PageBreak(), *paper.enclosed) if paper.enclosed else ():
        _put(document, block)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _put(document: Docx, block: Block) -> None:
    match block:
        case Heading():
            _put_heading(document, block)
        case Text():
            target = paragraph(document, ALIGNED[block.align], is_indented=block.align == "justify")
            write(target, block.text, bold=block.bold, italic=block.italic)
        case Items():
            _put_items(document, block)
        case Table():
            grid(document, block)
        case Signatures():
            signed_beside(document, block.places)
        case Picture():
            put_picture(document, block)
        case PageBreak():
            _put_break(document)


def _put_break(document: Docx) -> None:
    """Ends the page behind its last words: a paragraph of its own may fall on the next page."""
    last = document.element.body[-2]  # Behind it stand only the measures of the page.
    is_words = document.paragraphs and last is document.paragraphs[-1]._p  # noqa: SLF001 - no call tells it
    target = document.paragraphs[-1] if is_words else document.add_paragraph()
    target.add_run().add_break(WD_BREAK.PAGE)


def _put_heading(document: Docx, heading: Heading) -> None:
    target = document.add_heading(level=heading.level)
    target.paragraph_format.first_line_indent = Mm(10)
    target.paragraph_format.keep_with_next = True
    target.paragraph_format.space_before = Pt(6)
    write(target, heading.text, bold=True, italic=heading.level == 3)


def _put_items(document: Docx, items: Items) -> None:
    for place, text in enumerate(items.items, start=1):
        mark = f"{place}." if items.ordered else "-"
        write(paragraph(document, ALIGNED["justify"], is_indented=True), f"{mark} {text}")
