"""The many ways in which officials write the same questions as text."""

import unicodedata

import pytest

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Format, Problem

ONE = [("Nộp hồ sơ ở đâu?", ["Một cửa", "Nhà xe", "Hội trường"], ["Nhà xe"])]


def _read(text: str):
    return read_questions(text.encode())


def _told(reading):
    return [
        (one.stem, [choice.text for choice in one.choices], list(one.right))
        for one in reading.questions
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Câu 1: Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐA: B",
        "CÂU HỎI 1. Nộp hồ sơ ở đâu?\na) Một cửa\nb) Nhà xe\nc) Hội trường\nĐáp án b",
        "Câu hỏi số 1) Nộp hồ sơ ở đâu?\na. Một cửa\nb. Nhà xe\nc. Hội trường\nĐáp án B.",
        "1. Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐáp án: B. Nhà xe",
        "1) Nộp hồ sơ ở đâu?\nA) Một cửa\nB) Nhà xe\nC) Hội trường\n=> Đáp án: B",
        "Câu 1. Nộp hồ sơ ở đâu?\nA. Một cửa\tB. Nhà xe\tC. Hội trường\nTrả lời: B",
        "Câu 1. Nộp hồ sơ ở đâu? A. Một cửa B. Nhà xe C. Hội trường\nĐáp án đúng là: B",
        "Câu 1. Nộp hồ sơ ở đâu?\nA. Một cửa   B. Nhà xe\nC. Hội trường\nĐÁP ÁN: (B)",
        "Câu 1. Nộp hồ sơ ở đâu?\nA. Một cửa\n✓ B. Nhà xe\nC. Hội trường",
        "Câu 1\nNộp hồ sơ ở đâu?\nA- Một cửa\nB- Nhà xe\nC- Hội trường\nBẢNG ĐÁP ÁN\n1-B",
        "Câu 1. Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nII. ĐÁP ÁN\nCâu 1: B",
        "Câu 1. Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nANSWER: B",
        "1. Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐÁP ÁN ĐỀ SỐ 1\n1. B",
        "Câu 1 (1 điểm): Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐáp án: B",
        "Câu 1. (0,5 điểm) Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐáp án: B",
        "1. [1 đ]. Nộp hồ sơ ở đâu?\nA. Một cửa\nB. Nhà xe\nC. Hội trường\nĐáp án: B",
    ],
)
def test_one_question_written_in_many_ways(text):
    for form in ("NFC", "NFD"):
        reading = _read(unicodedata.normalize(form, text))
        assert (reading.format, reading.outcome) == (Format.OFFICIAL_TEXT, "imported")
        assert _told(reading) == ONE


def test_a_table_of_two_rows_says_what_is_right():
    text = "Câu 1. Một?\nA. Có\nB. Không\nCâu 2. Hai?\nA. Có\nB. Không\nCâu\t1\t2\nĐáp án\tB\tA"
    assert [one[2] for one in _told(_read(text))] == [["Không"], ["Có"]]


def test_a_stem_may_count_and_an_option_may_name_a_letter():
    first = "1. Chọn ý đúng:\n1. Nhanh\n2. Gọn\nA. Chỉ 1\nB. Vitamin A và B. Sau đó\nĐáp án: A"
    text = f"{first}\n2. Hai?\nA. Có\nB. Không\nĐáp án: B"
    assert _told(_read(text)) == [
        ("Chọn ý đúng:\n1. Nhanh\n2. Gọn", ["Chỉ 1", "Vitamin A và B. Sau đó"], ["Chỉ 1"]),
        ("Hai?", ["Có", "Không"], ["Không"]),
    ]


def test_headings_and_lines_below_say_what_belongs_to_a_question():
    text = """I. LĨNH VỰC: CƠ CHẾ MỘT CỬA
Câu 1. Một?
A. Có
B. Không
Đáp án: A
Mức độ: Thông hiểu
Căn cứ: điểm b khoản 2 Điều 5 Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ
Giải thích: Xem điều 5.
Chủ đề 2: Chuyển đổi số
Câu 2. Hai?
A. Có
B. Không
Đáp án: B
Căn cứ: Luật Cán bộ, công chức năm 2025
"""
    first, second = _read(text).questions
    assert first.stated == {
        "field": "CƠ CHẾ MỘT CỬA",
        "difficulty": "Trung bình",
        "document_number": "61/2018/NĐ-CP",
        "article": "5",
        "clause": "2, điểm b",
        "document_date": "2018-04-23",
        "explanation": "Xem điều 5.",
    }
    assert second.stated == {
        "field": "Chuyển đổi số",
        "document_number": "Luật Cán bộ, công chức năm 2025",
    }


def test_true_or_false_and_words_need_no_options():
    text = "Câu 1. Trả đúng hạn?\nĐáp án: Đúng\nCâu 2. Bộ phận nào nhận?\nĐáp án: Một cửa"
    told = [(one.kind, one.is_true, one.right) for one in _read(text).questions]
    assert told == [("truefalse", True, ()), ("shortanswer", None, ("Một cửa",))]


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("Câu 1. M?\nA. Có\nB. Không\nĐáp án: A\nTrang 1/9", Problem.STRAY_LINE, 5),
        ("Câu 1. M?\nA. Có\nB. Không\nĐáp án: A\nĐáp án: B", Problem.SEVERAL_MARKED, 1),
        ("Câu 1. M?\n*A. Có\n*B. Không", Problem.NO_RIGHT_ANSWER, 1),
    ],
)
def test_a_doubt_is_told_with_its_line(text, problem, line):
    assert [(one.problem, one.line) for one in _read(text).faults] == [(problem, line)]


@pytest.mark.parametrize(
    "answers",
    ["ĐÁP ÁN: 1B, 2A", "ĐÁP ÁN: 1-B; 2-A", "Đáp án: 1.B 2.A", "ĐÁP ÁN 1B 2A", "ĐÁP ÁN: 1B\n2A"],
)
def test_a_last_line_holds_the_answers_of_all_questions(answers):
    text = f"Câu 1. Một?\nA. Có\nB. Không\nCâu 2. Hai?\nA. Có\nB. Không\n{answers}"
    assert [one[2] for one in _told(_read(text))] == [["Không"], ["Có"]]


def test_pairs_below_a_question_among_answered_ones_are_its_own():
    text = "Câu 1. Một?\nA. Có\nB. Không\nĐáp án: A\nCâu 2. Nối?\na) x\nb) y\nĐáp án: 1b, 2a"
    reading = _read(text)
    assert [one[2] for one in _told(reading)] == [["Có"]]
    assert [(one.problem, one.line) for one in reading.faults] == [(Problem.NO_SUCH_OPTION, 5)]
