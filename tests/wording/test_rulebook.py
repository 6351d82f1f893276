"""Each thing found has a sentence that says where it is and what to do."""

import re

import pytest

from hoithi.core.rulebook.checks import FindingCode, findings
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.problem import Problem, ProblemCode, RulebookUnreadable
from hoithi.core.rulebook.shape import Choice, Many, fields
from hoithi.core.rulebook.windows import UnknownKey
from hoithi.wording import sentence as sentence_of_refusal
from hoithi.wording.rulebook import sentence
from hoithi.wording.rulebook_labels import (
    choice_label,
    field_help,
    field_label,
    place_text,
    record_label,
)
from hoithi.wording.rulebook_problems import PROBLEMS
from hoithi.wording.rulebook_sentences import FINDINGS
from tests.core.rulebook.test_checks import CASES
from tests.core.rulebook.test_formats import all_records
from tests.core.rulebook.test_unreadable import HEAD, ROUND


def test_every_code_has_a_sentence() -> None:
    assert set(FINDINGS) == set(FindingCode)
    assert set(PROBLEMS) == set(ProblemCode)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code.value)
def test_the_sentence_says_where_and_what(case) -> None:
    for found in findings(case.book):
        said = sentence(found)
        place, _, fact = said.partition(": ")
        assert place == place_text(found.path, Rulebook)
        assert place
        assert fact.endswith((".", "?"))
        assert not re.search(r"[{}]|[a-z]_[a-z]|\d{4}-\d{2}-\d{2}", said), said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(
            ROUND + 'window = { opens = "2026-10-05T08:00", closes = "2026-10-05T25:00" }',
            "Tuần, đợt, vòng thi số 1 › Thời gian › Kết thúc: “2026-10-05T25:00” không phải là "
            "thời điểm. Hãy nhập ngày và giờ có thật, ví dụ 2026-10-05T08:00.",
            id="a moment",
        ),
        pytest.param(
            HEAD + "place = [",
            "Không đọc được từ dòng 5, cột 10. Hãy kiểm tra dấu ngoặc, dấu nháy, dấu "
            "bằng ở chỗ đó.",
            id="syntax",
        ),
        pytest.param(
            ROUND + "titel = 1",
            "Tuần, đợt, vòng thi số 1: không có mục “titel”. Hãy sửa tên hoặc xóa mục này. "
            "Có phải là “title” không?",
            id="misspelt",
        ),
        pytest.param(
            HEAD + '[[parts]]\nkind = "exam"',
            "Phần thi số 1 › Loại: “exam” không có trong danh sách. "
            "Hãy chọn một trong: paper, jury, check, entered.",
            id="kind of part",
        ),
        pytest.param(
            "#" * 30_000,
            "Ở dòng 1: dòng dài quá 20.000 ký tự. Hãy ngắt dòng hoặc chọn đúng tệp.",
            id="long line",
        ),
    ],
)
def test_sentences_about_files(source, said) -> None:
    with pytest.raises(RulebookUnreadable) as refusal:
        from_toml(source)
    assert sentence(refusal.value.problems[0]) == said


def test_a_problem_without_facts_can_be_said() -> None:
    assert sentence(Problem("", ProblemCode.DUPLICATE_KEY, {"name": "a"})) == (
        "Ở tệp: một mục được ghi hai lần. Hãy giữ lại một."
    )


def test_refusals_are_said() -> None:
    with pytest.raises(RulebookUnreadable) as refusal:
        from_toml("a = 1\n")
    assert sentence_of_refusal(refusal.value) == (
        "Không có mục “a”. Hãy sửa tên hoặc xóa mục này. "
        "Loại cuộc thi: chưa ghi. Hãy bổ sung mục này. "
        "Mã cuộc thi: chưa ghi. Hãy bổ sung mục này. Còn 2 chỗ khác cần sửa."
    )
    assert sentence_of_refusal(UnknownKey("round", "week-9")) == (
        "Thể lệ không có tuần, đợt, vòng thi nào mang mã “week-9”. Hãy tải lại trang."
    )


def test_everything_has_a_label() -> None:
    for record in all_records():
        assert record_label(record)
        for field in fields(record):
            assert field_label(record, field.name)
            assert isinstance(field_help(record, field.name), str)
            shape = field.shape.item if isinstance(field.shape, Many) else field.shape
            if isinstance(shape, Choice):
                assert all(choice_label(member) for member in shape.members)


def test_places() -> None:
    assert place_text("", Rulebook) == ""
    assert place_text("collectives[1].method.keys[0].by", Rulebook) == (
        "Xếp hạng tập thể số 2 › Cách tính › Tiêu chí số 1 › So sánh"
    )
    assert place_text("entry.key[0]", Rulebook) == (
        "Điều kiện và đăng ký dự thi › Thông tin xác định một người số 1"
    )
    assert place_text("nowhere.at.all", Rulebook) == ""
