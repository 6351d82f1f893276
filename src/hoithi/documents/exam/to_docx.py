"""A paper of one code as .docx: to be looked over, completed and printed by an office."""

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph

from hoithi.documents.exam.columns import columns_of
from hoithi.documents.exam.docx_parts import (
    TEXT_WIDTH,
    code_box,
    dotted_line,
    foot,
    head,
    marked,
    page,
    plain,
    two_columns,
)
from hoithi.documents.exam.records import ExamPaper, ExamPicture, ExamQuestion

_WIDEST_PICTURE = Mm(110)
_TALLEST_PICTURE = Mm(90)


def exam_docx(paper: ExamPaper) -> bytes:
    """The .docx of the paper; a question is never split between two pages."""
    document = Document()
    page(document, f"{paper.head.contest} – Mã đề {paper.code}", paper.head.issuer)
    head(document, paper.head, is_paper=True)
    code_box(document, paper.code)
    for section in paper.sections:
        if section.title:
            title = plain(document, section.title, bold=True)
            title.paragraph_format.space_before = Pt(8)
            title.paragraph_format.keep_with_next = True
        for question in section.questions:
            _put_question(document, question)
    if paper.prediction:
        _put_prediction(document, paper.prediction)
    _put_end(document)
    foot(document, paper.code)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _put_question(document: Docx, question: ExamQuestion) -> None:
    stem = document.add_paragraph()
    stem.paragraph_format.space_before = Pt(4)
    stem.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    stem.add_run(f"Câu {question.place}. ").bold = True
    marked(stem, question.stem)
    if question.remark:
        stem.add_run(f" {question.remark}").italic = True
    block = [stem]
    block += [_put_picture(document, one) for one in question.pictures]
    if question.targets:
        two_columns(document, question.lettered, question.targets)
    else:
        block += _put_options(document, question)
    if question.answer:
        block.append(plain(document, question.answer))
    block += [dotted_line(document) for _ in range(question.lines)]
    _keep_together(block)


def _keep_together(block: list[Paragraph]) -> None:
    """All but the last paragraph hang on the next one, so that a page ends between questions."""
    for paragraph in block:
        paragraph.paragraph_format.keep_together = True
    for paragraph in block[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _put_options(document: Docx, question: ExamQuestion) -> list[Paragraph]:
    """Options behind tab stops: as many in a line as fit."""
    count = columns_of(question.options)
    lettered = question.lettered
    rows = [lettered[place : place + count] for place in range(0, len(lettered), count)]
    return [_put_row(document, row, count) for row in rows]


def _put_row(document: Docx, row: tuple[tuple[str, str], ...], count: int) -> Paragraph:
    target = document.add_paragraph()
    indent = Mm(6)
    target.paragraph_format.left_indent = indent
    width = (Mm(TEXT_WIDTH) - indent) // count
    for place in range(1, count):
        target.paragraph_format.tab_stops.add_tab_stop(indent + width * place)
    for place, (letter, text) in enumerate(row):
        target.add_run(f"\t{letter}. " if place else f"{letter}. ").bold = True
        marked(target, text)
    return target


def _put_picture(document: Docx, picture: ExamPicture) -> Paragraph:
    target = document.add_paragraph()
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = target.add_run().add_picture(io.BytesIO(picture.data))
    share = min(1.0, _WIDEST_PICTURE / shape.width, _TALLEST_PICTURE / shape.height)
    shape.width, shape.height = Emu(shape.width * share), Emu(shape.height * share)
    shape._inline.docPr.set("descr", picture.description)  # noqa: SLF001 - python-docx has no call
    return target


def _put_prediction(document: Docx, text: str) -> None:
    target = document.add_paragraph()
    target.paragraph_format.space_before = Pt(6)
    target.paragraph_format.keep_together = True
    target.add_run("Câu dự đoán. ").bold = True
    marked(target, text)
    target.add_run(" Trả lời: ……………………")


def _put_end(document: Docx) -> None:
    end = plain(document, "---------- HẾT ----------", bold=True)
    end.alignment = WD_ALIGN_PARAGRAPH.CENTER
    end.paragraph_format.space_before = Pt(10)
    end.paragraph_format.keep_with_next = True
    last = plain(document, "Cán bộ coi thi không giải thích gì thêm.", italic=True)
    last.alignment = WD_ALIGN_PARAGRAPH.CENTER
