"""What text formats of other systems leave open: braces, signs, letters of either size."""

import pytest

from hoithi.core.questions.records import QuestionKind
from hoithi.core.questions.rows import KINDS
from hoithi.documents.questions.as_json import as_json
from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Format, Problem
from hoithi.documents.questions.rows import doubts_in, numbers_as_text, row_of, why_not
from hoithi.documents.questions.words import words_in, words_of
from hoithi.documents.questions.xml_tree import xml_tree


def _read(text: str):
    return read_questions(text.encode())


def _told(text: str):
    return [
        (one.kind, [(choice.text, float(choice.fraction)) for choice in one.choices])
        for one in _read(text).questions
    ]


def test_an_open_brace_takes_no_further_question_with_it():
    reading = _read("// thử\nNơi nộp hồ sơ {=Một cửa\n\nĐúng hạn. {T}\n")
    assert [one.stem for one in reading.questions] == ["Đúng hạn."]
    assert [(one.problem, one.line) for one in reading.faults] == [(Problem.OPEN_BRACE, 2)]


def test_answers_may_stand_apart_by_an_empty_line():
    assert _told("Nơi nộp?::{\n=Một cửa\n\n~Nhà xe\n}\n") == [
        ("multichoice", [("Một cửa", 1.0), ("Nhà xe", 0.0)])
    ]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("{Một cửa}", ("shortanswer", [("Một cửa", 1.0)])),
        ("{Nhà ~Chợ =Xã}", ("multichoice", [("Nhà", 0.0), ("Chợ", 0.0), ("Xã", 1.0)])),
    ],
)
def test_words_before_the_first_sign_lose_no_letter(answers, told):
    assert _told(f"// thử\nNơi nộp hồ sơ {answers}\n") == [told]


def test_texts_that_ask_nothing_are_listed_as_such():
    reading = _read("[markdown]Đọc kỹ đề.\n\n[html]<p>Hết phần một.</p>\n")
    told = [(one.kind, one.stem) for one in reading.questions]
    assert (reading.format, told) == (
        Format.GIFT,
        [("description", "Đọc kỹ đề."), ("description", "<p>Hết phần một.</p>")],
    )


def test_aiken_in_small_letters():
    assert _told("Nơi nộp?\r\na) Nhà xe\r\nb) Một cửa\r\nAnswer: b\r\n") == [
        ("multichoice", [("Nhà xe", 0.0), ("Một cửa", 1.0)])
    ]


def test_no_option_of_aiken_replaces_another_in_silence():
    reading = _read(
        "Nơi nộp?\nA) Chợ\nA) Một cửa\nB) Nhà\nANSWER: A\n\nĐúng?\nA) x\nB) y\nANSWER: A"
    )
    assert [(one.problem, one.line) for one in reading.faults] == [(Problem.OPTION_TWICE, 3)]
    assert [one.stem for one in reading.questions] == ["Đúng?"]


def test_a_wrong_number_does_not_hide_which_question_it_is_of():
    xml = """<quiz><question type="cloze"><name><text>Điểm</text></name><questiontext>
<text>Cho mấy điểm? {3:NUMERICAL:=không}</text></questiontext></question></quiz>"""
    assert as_json(_read(xml))["errors"] == [
        {"line": 1, "about": "Điểm", "problem": "not_a_number", "number": "1"}
    ]


@pytest.mark.parametrize("mark", ["*A. Có\nB. Không", "A. Có*\nB. Không"])
@pytest.mark.parametrize("said", ["Đáp án: B", "BẢNG ĐÁP ÁN\n1. B"])
def test_a_star_that_contradicts_what_is_said_is_a_doubt(mark, said):
    reading = _read(f"Câu 1. Một?\n{mark}\n{said}")
    assert [(one.problem, one.line) for one in reading.faults] == [(Problem.SEVERAL_MARKED, 1)]


def test_a_star_that_agrees_is_none():
    assert _read("Câu 1. Một?\nA. Có\n*B. Không\nĐáp án: B").outcome == "imported"


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("Điều 13 Hiến pháp", {"document_number": "Hiến pháp", "article": "13"}),
        (
            "khoản 1, 2 Điều 5 của Luật Căn cước năm 2023",
            {"document_number": "Luật Căn cước năm 2023", "article": "5", "clause": "1"},
        ),
        ("Điều lệ Công đoàn Việt Nam", {"document_number": "Điều lệ Công đoàn Việt Nam"}),
        ("Điều 7", {"article": "7"}),
        ("Điều 7 Nghị định số 61/2018/NĐ-CP", {"document_number": "61/2018/NĐ-CP", "article": "7"}),
    ],
)
def test_a_document_without_a_number_is_called_by_its_name(told, stated):
    text = f"Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\nCăn cứ: {told}"
    assert _read(text).questions[0].stated == stated


@pytest.mark.parametrize(
    ("answers", "kind", "right", "as_text"),
    [
        ("{#=1 =5}", QuestionKind.SHORT_TEXT, "1|5", "1;5"),
        ("{#=5 =5:2}", QuestionKind.NUMBER, "5±2", ""),
        ("{#=3:2 =4:1}", QuestionKind.NUMBER, "3±2", ""),
        ("{#=5 =5}", QuestionKind.NUMBER, "5", ""),
    ],
)
def test_several_right_numbers_come_in_as_far_as_a_bank_knows_them(answers, kind, right, as_text):
    read = _read(f"::a::Mấy ngày? {answers}").questions[0]
    row = row_of(read)
    assert (row["kind"], row["right"].replace(" ", "")) == (KINDS[kind], right)
    assert (numbers_as_text(read).replace(" ", ""), why_not(read)) == (as_text, None)


def test_any_number_is_no_answer():
    assert why_not(_read("::a::Mấy ngày? {#=%100%*}").questions[0]) is Problem.NO_RIGHT_ANSWER


def test_several_ranges_are_named():
    read = _read("::a::Mấy ngày? {#=1:0.5 =5:0.5}").questions[0]
    assert why_not(read) is Problem.SEVERAL_RANGES


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Diện tích 50 m<sup>2</sup>", "Diện tích 50 m²"),
        ("Khí CO<sub>2</sub> là gì?", "Khí CO₂ là gì?"),
        ("Điều 5<sup>a</sup>", "Điều 5a"),
        ("<table><tr><td>Một</td><td>Hai</td></tr></table>", "Một Hai"),
    ],
)
def test_what_stands_above_below_and_in_cells_keeps_its_sense(markup, words):
    assert words_of(markup) == words
    assert words_in(xml_tree(f"<div>{markup}</div>".encode())[0]) == words


@pytest.mark.parametrize(
    ("stem", "doubts"),
    [
        (r"Tính $$x^2$$?", [Problem.FORMULA]),
        (r"Tính \\(x^2\\)?", [Problem.FORMULA]),
        ("Giá 5$ hay 6$?", []),
    ],
)
def test_a_formula_in_signs_of_tex_is_a_doubt(stem, doubts):
    assert doubts_in(_read(f"::a::{stem} {{T}}").questions[0]) == doubts
