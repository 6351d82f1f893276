"""Lists of questions in spreadsheets as officials make them, without the form of the bank."""

import io

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from hoithi.documents.questions.records import Format, Kind, Problem
from hoithi.documents.questions.sheets import read_list

HEAD = ("STT", "Câu hỏi", "Phương án 1", "Phương án 2", "Phương án 3", "Phương án đúng")


def _file(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return book


def _read(book):
    target = io.BytesIO()
    book.save(target)
    return read_list(target.getvalue(), "a.xlsx")


def _told(reading):
    return [
        (one.line, one.stem, [choice.text for choice in one.choices], one.right)
        for one in reading.questions
    ]


@pytest.mark.parametrize(
    ("head", "right"),
    [
        (HEAD, "B"),
        (HEAD, 2),
        (HEAD, "Phương án 2"),
        (HEAD, "hai."),
        (HEAD, "b. hai"),
        (("TT", "Nội dung câu hỏi", "A", "B", "C", "Đáp án đúng"), "В"),
        (("STT", "Nội dung", "Đáp án A", "Đáp án B", "Đáp án C", "Đáp án"), "Đáp án B"),
        (("Số TT", "CÂU HỎI", "Lựa chọn A", "Lựa chọn B", "Lựa chọn C", "ĐA"), "b"),
    ],
)
def test_headings_and_answers_as_officials_write_them(head, right):
    rows = [("DANH SÁCH CÂU HỎI",), head, (1, "Hỏi?", "một", "hai", "ba", right)]
    reading = _read(_file(Sheet1=rows))
    assert (reading.format, reading.faults) == (Format.SHEET, ())
    assert _told(reading) == [(3, "Hỏi?", ["một", "hai", "ba"], ("hai",))]


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("font", Font(bold=True)),
        ("font", Font(color="FFFF0000")),
        ("fill", PatternFill("solid", fgColor="FFFFFF00")),
    ],
)
def test_the_cell_that_stands_out_is_right_and_may_contradict_what_is_written(name, look):
    book = _file(Sheet1=[HEAD, (1, "Hỏi?", "một", "hai", "ba"), (2, "Và?", "có", "không", "", "A")])
    for line in (2, 3):
        setattr(book["Sheet1"].cell(line, 4), name, look)
    reading = _read(book)
    assert [(one.right, one.doubts) for one in reading.questions] == [
        (("hai",), ()),
        (("có",), (Problem.LOOKS_DIFFER,)),
    ]


def test_other_columns_state_field_difficulty_and_basis():
    head = ("Câu hỏi", "A", "B", "Đáp án", "Chủ đề", "Mức độ", "Căn cứ", "Ghi chú")
    basis = "Khoản 2 Điều 5 Nghị định số 61/2018/NĐ-CP"
    row = ("Hỏi?", "A. một", "B. hai", "A", "Một cửa", "Vận dụng", basis, "Xem kỹ")
    (read,) = _read(_file(Sheet1=[head, row])).questions
    assert [one.text for one in read.choices] == ["một", "hai"]
    assert read.stated == {
        "field": "Một cửa",
        "difficulty": "Khó",
        "explanation": "Xem kỹ",
        "document_number": "61/2018/NĐ-CP",
        "article": "5",
        "clause": "2",
    }


def test_every_sheet_is_read_and_its_name_is_the_field():
    head = ("Câu hỏi", "A", "B", "Đáp án")
    rows = [head, ("Một?", "có", "không", "A"), ("Hai?", "có", "không", "")]
    book = _file(Hộ_tịch=rows, Sheet2=[head, ("Ba?", "có", "không", "B")], Ghi_chú=[("Xem",)])
    reading = _read(book)
    told = [(one.name, one.line, dict(one.stated)) for one in reading.questions]
    assert told == [("Hộ tịch: Một?", 2, {"field": "Hộ tịch"}), ("Sheet2: Ba?", 2, {})]
    assert [(one.problem, one.line, one.about) for one in reading.faults] == [
        (Problem.NO_RIGHT_ANSWER, 3, "Hộ tịch: Hai?")
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("Hỏi?", "một", "", "ba", "A"), Problem.OPTION_GAP),
        (("", "một", "hai", "ba", "A"), Problem.NO_STEM),
        (("Hỏi?", "một", "hai", "ba", "D"), Problem.NO_SUCH_OPTION),
        (("Hỏi?", "một", "hai", "ba", "bốn"), Problem.NO_SUCH_OPTION),
        (("Hỏi?", "2", "3", "1", 1), Problem.SEVERAL_MARKED),
        (("Hỏi?", "một", "hai", "ba", None), Problem.NO_RIGHT_ANSWER),
        (("=1+1", "một", "hai", "ba", "A"), Problem.CELL_UNREADABLE),
        (("Hỏi?", "một", None, None, "A"), Problem.TOO_FEW_OPTIONS),
    ],
)
def test_a_faulty_line_is_named(row, problem):
    whole = (1, "Đúng?", "một", "hai", "ba", "A")
    reading = _read(_file(Sheet1=[HEAD, whole, (2, *row)]))
    assert [(one.problem, one.line) for one in reading.faults] == [(problem, 3)]
    assert len(reading.questions) == 1


def test_kinds_without_options_are_guessed():
    rows = [("Câu hỏi", "Đáp án"), ("Trả đúng hạn?", "Đúng"), ("Nơi nhận?", "Một cửa")]
    told = [(one.kind, one.is_true, one.right) for one in _read(_file(Sheet1=rows)).questions]
    assert told == [(Kind.TRUEFALSE, True, ()), (Kind.SHORTANSWER, None, ("Một cửa",))]


def test_the_form_of_the_bank_and_other_tables_are_no_lists():
    form = [("Mã câu hỏi", "Loại câu hỏi", "Nội dung câu hỏi", "Phương án A", "Phương án B")]
    people = [("STT", "Họ và tên", "Đơn vị"), (1, "An", "Xã")]
    assert [_read(_file(Sheet1=rows)) for rows in (form, people)] == [None, None]
    assert read_list(b"PK\x03\x04", "a.xlsx") is None
