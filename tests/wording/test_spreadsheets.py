"""Every doubt about a spreadsheet has a sentence, with its facts in it."""

import pytest

from hoithi.documents.spreadsheets import Doubt, Reason
from hoithi.wording.spreadsheets import doubt_sentence, doubts_by_line


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason):
    assert doubt_sentence(Doubt(reason)).endswith(".")


@pytest.mark.parametrize(
    ("doubt", "sentence"),
    [
        pytest.param(
            Doubt(Reason.REQUIRED_EMPTY, 7, "stem", {"heading": "Nội dung câu hỏi", "value": ""}),
            "Chưa ghi “Nội dung câu hỏi”.",
            id="an empty cell",
        ),
        pytest.param(
            Doubt(Reason.NOT_A_CHOICE, 7, "kind", {"heading": "Loại", "value": "50% %(x)s"}),
            "“Loại”: “50% %(x)s” không có trong danh mục. Hãy chọn trong danh sách của tệp mẫu.",
            id="signs of formatting in a cell",
        ),
        pytest.param(
            Doubt(Reason.TOO_BIG, facts={"megabytes": 31, "at_most": 20}),
            "Tệp 31 MB lớn hơn mức cho phép 20 MB. Hãy bỏ bớt hình ảnh hoặc chia thành nhiều tệp.",
            id="a huge file",
        ),
    ],
)
def test_a_sentence_says_the_facts(doubt, sentence):
    assert doubt_sentence(doubt) == sentence


def test_doubts_stand_by_line_in_order():
    doubts = [
        Doubt(Reason.NO_ROWS, 9),
        Doubt(Reason.EMPTY_FILE),
        Doubt(Reason.TOO_LONG, 9, "stem", {"heading": "Câu hỏi"}),
    ]
    assert doubts_by_line(doubts) == {
        0: ["Tệp không có nội dung. Hãy chọn lại tệp."],
        9: [
            "Dưới dòng tiêu đề không có dòng dữ liệu nào.",
            "“Câu hỏi”: nội dung quá dài. Hãy rút gọn.",
        ],
    }
