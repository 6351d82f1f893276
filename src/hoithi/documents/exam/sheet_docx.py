"""The answer sheet as .docx: circles to be blackened, lines to write on, places to sign."""

import io

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from hoithi.documents.exam.docx_parts import (
    TEXT_WIDTH,
    dotted_line,
    frame,
    head,
    page,
    plain,
)
from hoithi.documents.exam.records import AnswerSheet, SheetSection
from hoithi.documents.official.docx_parts import bare_table, centred

_CIRCLED_A = 0x24B6
_COLUMNS = 4
_INSTRUCTION = (
    "Ghi đầy đủ các mục; tô kín một ô tròn tương ứng với phương án chọn; muốn đổi thì gạch chéo "
    "ô đã tô rồi tô ô khác. Câu chọn nhiều phương án được tô nhiều ô."
)


def sheet_docx(sheet: AnswerSheet) -> bytes:
    """The .docx of the answer sheet."""
    document = Document()
    page(document, f"Phiếu trả lời – {sheet.head.contest}", sheet.head.issuer)
    head(document, sheet.head, is_paper=False)
    _put_title(document, sheet)
    _put_person(document)
    plain(document, _INSTRUCTION, italic=True).paragraph_format.space_before = Pt(4)
    for section in sheet.sections:
        _put_section(document, section)
    if sheet.predicts:
        plain(document, f"Số dự đoán: {'.' * 30}").paragraph_format.space_before = Pt(6)
    _put_signatures(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _put_title(document: Docx, sheet: AnswerSheet) -> None:
    title = plain(document, "PHIẾU TRẢ LỜI", bold=True)
    title.runs[0].font.size = Pt(16)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = Pt(8)
    if sheet.codes:
        codes = plain(document, f"(dùng cho mã đề {', '.join(sheet.codes)})", italic=True)
        codes.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _put_person(document: Docx) -> None:
    plain(document, f"Họ và tên: {'.' * 74}  Năm sinh: {'.' * 14}")
    plain(document, f"Đơn vị: {'.' * 78}  Phòng thi: {'.' * 12}")
    cells = bare_table(document, (30, 50, 22, 35, 38)).rows[0].cells
    for cell, text in zip(cells, ("Số báo danh", "", "Mã đề", "", ""), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        cell.paragraphs[0].paragraph_format.space_before = Pt(8)
        cell.paragraphs[0].paragraph_format.space_after = Pt(8)
    frame(cells[1])
    frame(cells[3])


def _put_section(document: Docx, section: SheetSection) -> None:
    if section.title:
        title = plain(document, section.title, bold=True)
        title.paragraph_format.space_before = Pt(8)
        title.paragraph_format.keep_with_next = True
    places = range(section.first, section.last + 1)
    if section.letters:
        _put_circles(document, places, section.letters)
        return
    for place in places:
        plain(document, f"Câu {place}:", bold=True).paragraph_format.keep_with_next = True
        for _ in range(section.lines):
            dotted_line(document)


def _put_circles(document: Docx, places: range, letters: int) -> None:
    """Down the first column, then down the next one."""
    down = -(-len(places) // _COLUMNS)
    columns = min(_COLUMNS, -(-len(places) // down))
    circles = " ".join(chr(_CIRCLED_A + letter) for letter in range(letters))
    table = bare_table(document, [TEXT_WIDTH // columns] * columns)
    for number, cell in enumerate(table.rows[0].cells):
        cell.width = Mm(TEXT_WIDTH // columns)
        for place in places[number * down : (number + 1) * down]:
            target = cell.paragraphs[0] if place == places[number * down] else cell.add_paragraph()
            target.add_run(f"{place:>2}.  ").bold = True
            run = target.add_run(circles)
            run.font.size, run.font.name = Pt(14), "Segoe UI Symbol"
            target.paragraph_format.space_after = Pt(3)


def _put_signatures(document: Docx) -> None:
    document.add_paragraph()
    posts = ("Cán bộ coi thi 1", "Cán bộ coi thi 2", "Người chấm 1", "Người chấm 2")
    cells = bare_table(document, [TEXT_WIDTH // len(posts)] * len(posts)).rows[0].cells
    for cell, post in zip(cells, posts, strict=True):
        centred(cell, post, bold=True, size=Pt(11))
        centred(cell, "(Ký, ghi rõ họ tên)", size=Pt(10))
