"""Questions as officials write them, in text and in Word, with every way to mark what is right."""

import io

import docx
import pytest
from docx.shared import RGBColor

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Format, Problem

_TWO = """Câu 1. Nghị định nào quy định cơ chế một cửa?
A. Nghị định số 61/2018/NĐ-CP
B. Nghị định số 30/2020/NĐ-CP
C. Nghị định số 118/2025/NĐ-CP
Đáp án: {first}

Câu 2: Thời hạn giải quyết được tính từ khi nào?
a) Khi nộp hồ sơ
b) Khi nhận đủ hồ sơ hợp lệ
Đáp án đúng là: {second}
"""


def _read(text: str):
    return read_questions(text.encode())


def _told(reading):
    return [(one.stem, one.single, list(one.right)) for one in reading.questions]


def test_answers_below_the_options():
    reading = _read(_TWO.format(first="C", second="b"))
    assert (reading.format, reading.outcome) == (Format.OFFICIAL_TEXT, "imported")
    assert _told(reading) == [
        ("Nghị định nào quy định cơ chế một cửa?", True, ["Nghị định số 118/2025/NĐ-CP"]),
        ("Thời hạn giải quyết được tính từ khi nào?", True, ["Khi nhận đủ hồ sơ hợp lệ"]),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "ĐÁP ÁN\n1.B  2.A",
        "Bảng đáp án:\nCâu 1: B\nCâu 2: A",
        "ĐÁP ÁN\n1\tB\t2\tA",
        "ĐÁP ÁN:\n1-B; 2-A",
    ],
)
def test_a_table_of_answers_at_the_end(table):
    text = "Câu 1. Một?\nA. Có\nB. Không\nCâu 2. Hai?\nA. Có\nB. Không\n" + table
    assert _told(_read(text)) == [("Một?", True, ["Không"]), ("Hai?", True, ["Có"])]


@pytest.mark.parametrize("option", ["*B. Không", "B. Không *", "* B) Không"])
def test_a_star_marks_what_is_right(option):
    assert _told(_read(f"Câu 1. Một?\nA. Có\n{option}")) == [("Một?", True, ["Không"])]


def test_options_on_one_line_and_stems_of_several_lines():
    text = "Câu 1. Chọn câu đúng\nvề chữ ký số:\nA. Một\tB. Hai   C. Ba và\nbốn\nĐáp án: A, C"
    question = _read(text).questions[0]
    assert question.stem == "Chọn câu đúng\nvề chữ ký số:"
    assert [one.text for one in question.choices] == ["Một", "Hai", "Ba và\nbốn"]
    assert (question.single, question.right) == (False, ("Một", "Ba và\nbốn"))


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("Câu 1. Một?\nA. Có\nĐáp án: A", Problem.TOO_FEW_OPTIONS, 1),
        ("Câu 1. Một?\nA. Có\nB. Không", Problem.NO_RIGHT_ANSWER, 1),
        ("Câu 1. Một?\nA. Có\nB. Không\nĐáp án: D", Problem.NO_SUCH_OPTION, 1),
        (
            "Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\nĐÁP ÁN\n1.B",
            Problem.SEVERAL_MARKED,
            1,
        ),
    ],
)
def test_what_cannot_be_asked_is_named_by_its_line(text, problem, line):
    reading = _read(text)
    assert (reading.outcome, [(one.problem, one.line) for one in reading.faults]) == (
        "refused",
        [(problem, line)],
    )


def test_a_number_used_twice_and_an_answer_without_a_question_are_told():
    text = "Câu 1. Một?\nA. Có\nB. Không\nCâu 1. Hai?\nA. Có\nB. Không\nĐÁP ÁN\n1.A 7.B"
    reading = _read(text)
    assert [one.problem for one in reading.faults] == [
        Problem.ANSWER_WITHOUT_QUESTION,
        Problem.NUMBER_TWICE,
    ]
    assert reading.outcome == "imported in part"


def _word(mark) -> bytes:
    document = docx.Document()
    document.add_paragraph("NGÂN HÀNG CÂU HỎI")
    document.add_paragraph().add_run("Câu 1. Cơ quan nào chủ trì?").bold = True
    for letter, text in zip("ABC", ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính"), strict=True):
        run = document.add_paragraph(f"{letter}. ").add_run(text)
        if letter == "B":
            mark(run)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _plain(run):
    run.bold = False


def _bold(run):
    run.bold = True


def _underlined(run):
    run.underline = True


def _red(run):
    run.font.color.rgb = RGBColor(0xC0, 0, 0)


@pytest.mark.parametrize("mark", [_bold, _underlined, _red])
def test_the_option_that_stands_out_in_word_is_right(mark):
    reading = read_questions(_word(mark))
    assert _told(reading) == [("Cơ quan nào chủ trì?", True, ["Sở Tư pháp"])]


def test_nothing_that_stands_out_is_no_answer():
    reading = read_questions(_word(_plain))
    assert [one.problem for one in reading.faults] == [Problem.NO_RIGHT_ANSWER]
