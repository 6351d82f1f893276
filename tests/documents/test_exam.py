"""Papers and answer sheets for a hall as .docx and PDF: what stands on them."""

import struct
import zlib
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document

from hoithi.documents.exam import (
    AnswerSheet,
    ExamHead,
    ExamPaper,
    ExamPicture,
    ExamQuestion,
    ExamSection,
    SheetSection,
    exam_docx,
    exam_pdf,
    sheet_docx,
    sheet_pdf,
)
from hoithi.documents.exam.columns import columns_of

HEAD = ExamHead("UBND xã Hòa Sơn", "UBND tỉnh", "Cuộc thi “Cải cách”", "Tuần 1", "", 30)


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    coded = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(coded)


PAPER = ExamPaper(
    HEAD,
    "101",
    (
        ExamSection(
            "PHẦN I. Câu hỏi trắc nghiệm",
            (
                ExamQuestion(1, "Cơ quan nào **không** tiếp nhận?", ("Sở", "Xã", "Bộ", "Trường")),
                ExamQuestion(2, "Xem hình.", ("Đúng", "Sai"), (), (ExamPicture("a", png(40, 20)),)),
            ),
        ),
        ExamSection(
            "PHẦN II. Câu hỏi trả lời ngắn",
            (ExamQuestion(3, "Ghép", ("a", "b"), ("x", "y", "z"), answer="Ghép: A – ……"),),
        ),
    ),
    "Có bao nhiêu người dự thi?",
)
SHEET = AnswerSheet(
    HEAD,
    (
        SheetSection("PHẦN I.", 1, 30, 4),
        SheetSection("PHẦN II.", 31, 32),
        SheetSection("", 33, 33, 0, 5),
    ),
    ("101",),
    predicts=True,
)


def words(data: bytes) -> str:
    """The text of a PDF, page after page."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_docx_of_a_paper_says_everything_in_its_place():
    document = Document(BytesIO(exam_docx(PAPER)))
    lines = [one.text for one in document.paragraphs]
    assert "Câu 1. Cơ quan nào không tiếp nhận?" in lines
    assert "A. Sở\tB. Xã\tC. Bộ\tD. Trường" in lines
    assert [run.text for one in document.paragraphs for run in one.runs if run.bold][:3] == [
        "PHẦN I. Câu hỏi trắc nghiệm",
        "Câu 1. ",
        "không",
    ]
    assert "Mã đề 101" in document.tables[1].rows[0].cells[1].text
    assert [cell.text for cell in document.tables[2].columns[1].cells] == ["1. x", "2. y", "3. z"]
    assert document.sections[0].footer.paragraphs[0].text.endswith("– Mã đề 101")
    assert len(document.inline_shapes) == 1


def test_the_pdf_of_a_paper_counts_its_pages():
    text = words(exam_pdf(PAPER))
    for said in ("Mã đề 101", "Trang 1/1", "Câu 3.", "Câu dự đoán.", "HẾT", "UBND XÃ HÒA SƠN"):
        assert said in text


def test_the_answer_sheet_has_a_place_for_every_question():
    text = words(sheet_pdf(SHEET))
    for said in ("PHIẾU TRẢ LỜI", "30.", "Câu 32:", "dùng cho mã đề 101", "Số dự đoán"):
        assert said in text
    document = Document(BytesIO(sheet_docx(SHEET)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert sum(cell.count("Ⓓ") for cell in cells) == 30


@pytest.mark.parametrize(
    ("options", "columns"),
    [
        pytest.param(("Sở", "Xã", "Bộ", "Trường"), 4, id="short ones in one line"),
        pytest.param(("Đúng", "Sai"), 2, id="two in halves"),
        pytest.param(("Ủy ban nhân dân cấp xã", "Sở", "Bộ", "Xã"), 2, id="middling ones in two"),
        pytest.param(("x" * 60, "Sở", "Bộ", "Xã"), 1, id="a long one alone"),
        pytest.param(("**" + "x" * 16 + "**", "a", "b"), 4, id="marks are not measured"),
        pytest.param(("a\nb", "c"), 1, id="lines of its own"),
        pytest.param((), 2, id="none"),
    ],
)
def test_options_stand_beside_each_other_where_they_fit(options, columns):
    assert columns_of(options) == columns


def test_hostile_texts_are_printed_as_they_are():
    wild = '#import "x" </w:t> $x$ \x00 ]] *a **b ' + "w" * 400
    section = ExamSection("", (ExamQuestion(1, wild, (wild, wild)),))
    hostile = replace(PAPER, sections=(section,), code="<01>")
    assert "#import" in words(exam_pdf(hostile))
    assert any("</w:t>" in one.text for one in Document(BytesIO(exam_docx(hostile))).paragraphs)
