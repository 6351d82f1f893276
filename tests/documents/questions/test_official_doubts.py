"""What could be misread in an official's questions is a fault or a doubt, never a guess unseen."""

import io

import docx
import pytest

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Kind, Problem


def _read(text: str):
    return read_questions(text.encode())


def _told(reading):
    return [
        (one.kind, one.stem, [choice.text for choice in one.choices], one.right, one.doubts)
        for one in reading.questions
    ]


@pytest.mark.parametrize(
    ("options", "problem", "line"),
    [
        ("A. một\nB. hai\nB. ba\nD. bốn", Problem.OPTION_TWICE, 4),
        ("A. một\nB. hai\nD. ba\nC. bốn", Problem.OPTION_ORDER, 4),
        ("A. một\nC. ba", Problem.OPTION_ORDER, 3),
        ("a) một\nb) hai\nA) ba", Problem.OPTION_TWICE, 4),
        ("A. một B. hai\nC. ba D. bốn", Problem.OPTION_ORDER, 3),
        ("A. một B. hai D. bốn C. ba", Problem.OPTION_ORDER, 2),
        ("A. một\tB. hai\tB. ba\tD. bốn", Problem.OPTION_ORDER, 2),
        ("B. hai\nC. ba", Problem.OPTION_ORDER, 1),
        ("\n".join(f"{letter}. ý" for letter in "ABCDEFGHI"), Problem.TOO_MANY_OPTIONS, 10),
    ],
)
def test_letters_out_of_their_order_are_refused_by_line(options, problem, line):
    reading = _read(f"Câu 1. Hỏi?\n{options}\nĐáp án: B")
    assert [(one.problem, one.line) for one in reading.faults] == [(problem, line)]
    assert reading.questions == ()


def test_an_option_may_go_on_with_words_that_only_resemble_one():
    text = "Câu 1. Hỏi?\nA. gửi\nE-mail\nB. đến\nĐáp án: A"
    said = (Kind.MULTICHOICE, "Hỏi?", ["gửi\nE-mail", "đến"], ("gửi\nE-mail",), ())
    assert _told(_read(text)) == [said]


def test_letters_that_only_look_latin_mark_options_and_answers():
    text = "Câu 1. Hỏi?\nА. một\nВ. hai\nС. ba\nĐáp án: С\nCâu 2. Và?\nΑ) có\tΒ) không\nĐÁP ÁN\n2В"
    assert _told(_read(text)) == [
        (Kind.MULTICHOICE, "Hỏi?", ["một", "hai", "ba"], ("ba",), ()),
        (Kind.MULTICHOICE, "Và?", ["có", "không"], ("không",), ()),
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- một\n- hai", "B"),
        ("- một\n- hai", "2"),
        ("- một\n– hai", "Hai."),
        ("1) một\n2) hai", "2"),
        ("1. một\n2. hai", "2. hai"),
        ("• một\n• hai *", ""),
    ],
)
def test_a_list_below_the_stem_is_read_as_options_and_doubted(lines, said):
    reading = _read(f"Câu 1. Hỏi?\n{lines}\nĐáp án: {said}" if said else f"Câu 1. Hỏi?\n{lines}")
    doubt = (Problem.LIST_AS_OPTIONS,)
    assert _told(reading) == [(Kind.MULTICHOICE, "Hỏi?", ["một", "hai"], ("hai",), doubt)]


@pytest.mark.parametrize(
    ("text", "stem", "said", "doubts"),
    [
        ("Hỏi?\nĐáp án: D", "Hỏi?", "D", (Problem.LETTER_AS_TEXT,)),
        ("Mấy ý?\n1) a\n2) b\nĐáp án: 2", "Mấy ý?\n1) a\n2) b", "2", (Problem.LETTER_AS_TEXT,)),
        ("Có mấy bước?\nĐáp án: 3", "Có mấy bước?", "3", ()),
        ("Nêu tên:\n- một\n- hai\nĐáp án: ba", "Nêu tên:\n- một\n- hai", "ba", ()),
    ],
)
def test_a_letter_as_a_short_text_is_doubted(text, stem, said, doubts):
    assert _told(_read(f"Câu 1. {text}")) == [(Kind.SHORTANSWER, stem, [said], (said,), doubts)]


def test_a_place_outside_the_list_and_words_of_no_option_are_refused():
    listed = _read("Câu 1. Hỏi?\n- một\n- hai\nĐáp án: C")
    words = _read("Câu 1. Hỏi?\nA. một\nB. hai\nĐáp án: ba")
    problems = [[one.problem for one in reading.faults] for reading in (listed, words)]
    assert problems == [[Problem.NO_SUCH_OPTION]] * 2


def test_words_of_one_option_say_that_it_is_right():
    reading = _read("Câu 1. Hỏi?\nA. Một ngày\nB. Hai ngày\nĐáp án: “hai ngày”.")
    assert [one.right for one in reading.questions] == [("Hai ngày",)]


def _document(bold: str, said: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Câu 1. Hỏi?")
    for letter, text in zip("ABC", ("một", "hai", "ba"), strict=True):
        document.add_paragraph().add_run(f"{letter}. {text}").bold = letter in bold
    if said:
        document.add_paragraph(said)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("bold", "said", "right", "doubts"),
    [
        ("A", "Đáp án: C", ("ba",), (Problem.LOOKS_DIFFER,)),
        ("A", "BẢNG ĐÁP ÁN\n1. C", ("ba",), (Problem.LOOKS_DIFFER,)),
        ("C", "Đáp án: C", ("ba",), ()),
        ("ABC", "Đáp án: C", ("ba",), ()),
        ("AB", "", ("một", "hai"), (Problem.SEVERAL_STAND_OUT,)),
        ("AB", "Đáp án: A, B", ("một", "hai"), ()),
    ],
)
def test_what_is_written_counts_and_another_look_is_doubted(bold, said, right, doubts):
    (read,) = read_questions(_document(bold, said)).questions
    assert (read.right, read.doubts) == (right, doubts)


@pytest.mark.parametrize("piece", ["- ", "1) ", "В. ", "A. b ", "В", "(", "\t", " A) "])
def test_many_marks_are_read_in_little_time(piece):
    long = piece * (100_000 // len(piece) - 1)
    reading = _read(f"Câu 1. {long}\n{long}\nA. {long}\nĐáp án: {long}")
    assert len(reading.questions) + len(reading.faults) > 0
