"""Word documents of questions: what stands out, lists, tables, boxes, pictures."""

import io
from base64 import b64decode

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Problem

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
"""A picture of one dot."""
OPTIONS = ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính")


def _bytes(document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _told(document):
    reading = read_questions(_bytes(document))
    return [
        (one.stem, [choice.text for choice in one.choices], list(one.right))
        for one in reading.questions
    ]


def _asked(style):
    document = docx.Document()
    document.add_paragraph("Câu 1. Cơ quan nào chủ trì?")
    for letter, text in zip("ABC", OPTIONS, strict=True):
        paragraph = document.add_paragraph()
        style(paragraph.add_run(f"{letter}."), paragraph.add_run(f" {text}"), letter == "B")
    return document


def _highlighted(_mark, text, is_right):
    text.font.highlight_color = WD_COLOR_INDEX.YELLOW if is_right else None


def _letter_underlined(mark, _text, is_right):
    mark.bold, mark.underline = True, is_right


def _strong(_mark, text, is_right):
    text.style = "Strong" if is_right else "Default Paragraph Font"


def _in_red_among_bold(_mark, text, is_right):
    text.bold = True
    text.font.color.rgb = RGBColor(0xFF, 0, 0) if is_right else RGBColor(0, 0, 0)


@pytest.mark.parametrize("style", [_highlighted, _letter_underlined, _strong, _in_red_among_bold])
def test_what_alone_stands_out_is_right(style):
    assert _told(_asked(style)) == [("Cơ quan nào chủ trì?", list(OPTIONS), ["Sở Tư pháp"])]


def test_two_that_stand_out_differently_are_a_doubt():
    def style(_mark, text, is_right):
        text.bold = is_right
        text.underline = not is_right and "Tài chính" in text.text

    reading = read_questions(_bytes(_asked(style)))
    assert [one.problem for one in reading.faults] == [Problem.SEVERAL_MARKED]


def test_letters_that_word_counts_on_are_options_of_each_question():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl>'
            "</w:abstractNum>"
        )
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for number in (1, 2):
        document.add_paragraph(f"Câu {number}. Hỏi?")
        for text in ("Có", "Không"):
            paragraph = document.add_paragraph()
            paragraph.add_run(text).bold = text == "Không"
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
                )
            )
    assert _told(document) == [("Hỏi?", ["Có", "Không"], ["Không"])] * 2


def _table(document, *rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def test_a_table_with_a_question_a_row():
    document = docx.Document()
    _table(
        document,
        ("STT", "Nội dung câu hỏi", "Phương án A", "Phương án B", "Đáp án", "Căn cứ"),
        ("1", "Một?", "Có", "Không\nbao giờ", "B", "Điều 7 Nghị định 61/2018/NĐ-CP"),
        ("2", "Hai?", "Có", "Không", "A", ""),
    )
    assert _told(document) == [
        ("Một?", ["Có", "Không\nbao giờ"], ["Không\nbao giờ"]),
        ("Hai?", ["Có", "Không"], ["Có"]),
    ]
    stated = read_questions(_bytes(document)).questions[0].stated
    assert stated == {"document_number": "61/2018/NĐ-CP", "article": "7"}


@pytest.mark.parametrize(
    "rows",
    [
        (("Câu", "1", "2"), ("Đáp án", "B", "B")),
        (("Câu", "Đáp án"), ("1", "B"), ("2", "B")),
        (("Câu", "Đáp án", "Câu", "Đáp án"), ("1", "B", "2", "B")),
    ],
)
def test_the_table_of_answers_in_its_shapes(rows):
    document = docx.Document()
    for number in (1, 2):
        for line in (f"Câu {number}. Hỏi?", "A. Có", "B. Không"):
            document.add_paragraph(line)
    document.add_paragraph("BẢNG ĐÁP ÁN")
    _table(document, *rows)
    assert _told(document) == [("Hỏi?", ["Có", "Không"], ["Không"])] * 2


def test_a_sheet_of_labels_and_texts_is_a_question():
    document = docx.Document()
    _table(
        document,
        ("Câu 1", "Hỏi?"),
        ("A", "Có"),
        ("B", "Không"),
        ("Đáp án", "A"),
        ("Lĩnh vực", "Chuyển đổi số"),
    )
    assert _told(document) == [("Hỏi?", ["Có", "Không"], ["Có"])]


def test_a_text_box_is_read_where_it_hangs():
    document = docx.Document()
    document.add_paragraph("Câu 1. Hỏi?")
    paragraph = document.add_paragraph()
    lines = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("A. Có", "B. Không", "Đáp án: A")
    )
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
            f"<v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    assert _told(document) == [("Hỏi?", ["Có", "Không"], ["Có"])]


def test_a_picture_belongs_to_the_question_it_stands_in():
    picture = io.BytesIO(b64decode(DOT))
    document = docx.Document()
    document.add_paragraph("Câu 1. Hình gì?")
    document.add_paragraph().add_run().add_picture(picture)
    for line in ("A. Có", "B. Không", "Đáp án: A"):
        document.add_paragraph(line)
    question = read_questions(_bytes(document)).questions[0]
    assert [(one.name, one.data[:4]) for one in question.attachments] == [
        ("image1.png", b"\x89PNG")
    ]


def _lines(*lines):
    """Paragraphs of pieces: those behind a ^ are bold, those behind a _ underlined."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for piece in line.split("|"):
            run = paragraph.add_run(piece.lstrip("^_"))
            run.bold, run.underline = piece.startswith("^") or None, piece.startswith("_") or None
    return document


@pytest.mark.parametrize(
    "lines",
    [
        ("Câu 1. Hỏi?", "A. một|\t|^B. hai|\tC. ba"),
        ("Câu 1. Hỏi?", "A. một      |_B|. hai      C. ba"),
        ("Câu 1. Hỏi?", "A. một|^\tB. hai", "C. ba"),
        ("Câu 1. Hỏi? A. một |^B. hai| C. ba",),
        ("Câu 1. Hỏi?", "(А) một|\t^(В) hai".replace("\t^", "\t|^"), "C. ba"),
    ],
)
def test_an_option_that_stands_out_on_a_line_of_several_is_right(lines):
    assert _told(_lines(*lines)) == [("Hỏi?", ["một", "hai", "ba"], ["hai"])]


def test_an_option_that_stands_out_in_a_table_of_options_is_right():
    document = docx.Document()
    document.add_paragraph("Câu 1. Hỏi?")
    _table(document, ("A. một", "B. hai"), ("C. ba", ""))
    document.tables[0].cell(0, 1).paragraphs[0].runs[0].bold = True
    assert _told(document) == [("Hỏi?", ["một", "hai", "ba"], ["hai"])]
