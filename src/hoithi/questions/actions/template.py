"""The empty table of questions, with a line of each kind as an example."""

from hoithi.core.questions.keys import KEEPS_MARKS
from hoithi.documents.spreadsheets import template as empty_table
from hoithi.questions.facts import columns_of

TITLE = "NGÂN HÀNG CÂU HỎI"
_CHOICE = {
    "code": "TTHC-001",
    "kind": "Một lựa chọn",
    "field": "Thủ tục hành chính",
    "difficulty": "Dễ",
    "audience": "Tất cả",
    "stem": "Nội dung câu hỏi ghi ở đây?",
    "option_a": "Phương án thứ nhất",
    "option_b": "Phương án thứ hai",
    "option_c": "Phương án thứ ba",
    "option_d": "Tất cả các phương án trên",
    "anchored": "D",
    "right": "B",
    "document_number": "63/2010/NĐ-CP",
    "article": "3",
    "clause": "1",
    "in_force_from": "2010-10-14",
    "checked_on": "2026-01-05",
}
_BASIS = {"document_number": "61/2018/NĐ-CP", "article": "7", "field": "Cơ chế một cửa"}
EXAMPLES = (
    _CHOICE,
    _BASIS
    | {
        "code": "TTHC-002",
        "kind": "Trả lời ngắn",
        "stem": "Nơi tiếp nhận hồ sơ của người dân gọi là gì?",
        "right": "Bộ phận Một cửa | bộ phận tiếp nhận và trả kết quả",
        "diacritics": KEEPS_MARKS,
    },
    _BASIS
    | {
        "code": "TTHC-003",
        "kind": "Điền số",
        "stem": "Hồ sơ được giải quyết trong bao nhiêu ngày làm việc?",
        "right": "15 ± 0,5",
    },
    _BASIS
    | {
        "code": "TTHC-004",
        "kind": "Ghép đôi",
        "stem": "Ghép mỗi việc với nơi tiếp nhận.",
        "option_a": "Việc thứ nhất",
        "option_b": "Việc thứ hai",
        "target_1": "Nơi thứ nhất",
        "target_2": "Nơi thứ hai",
        "target_3": "Nơi không nhận việc nào",
        "target_4": "Nơi không nhận việc nào khác",
        "right": "A2;B1",
    },
    _BASIS
    | {
        "code": "TTHC-005",
        "kind": "Sắp xếp",
        "stem": "Sắp xếp các bước theo đúng thứ tự.",
        "option_a": "Bước thứ hai",
        "option_b": "Bước thứ nhất",
        "option_c": "Bước thứ ba",
        "right": "B;A;C",
    },
    _BASIS
    | {
        "code": "TTHC-006",
        "kind": "Tự luận",
        "stem": "Nêu một giải pháp để người dân đỡ phải đi lại.",
        "right": "Nêu đúng vấn đề = 4 | Giải pháp làm được = 6",
        "longest": "500",
    },
)


def template() -> bytes:
    """The empty form to be filled in; its examples are not read."""
    return empty_table(columns_of(EXAMPLES), TITLE, EXAMPLES)
