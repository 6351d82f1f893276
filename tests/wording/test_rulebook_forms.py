"""Forms in Vietnamese: everything has a label, every list its words."""

from hypothesis import given

from hoithi.core.rulebook.schema import fields_of
from hoithi.wording.rulebook_forms import help_text, items, label, options, types
from tests.core.rulebook.make import rulebook
from tests.core.rulebook.test_editing import all_fields
from tests.core.rulebook.test_examples import example
from tests.strategies import rulebooks


@given(rulebooks())
def test_every_form_has_its_words(book) -> None:
    for field in all_fields(book):
        assert label(field)
        assert isinstance(help_text(field), str)
        assert all(text for _, text in options(field)), field
        assert all(text for _, text in types(field))
        assert len(items(field)) == len(field.items)
        assert all(items(field))


def form(path: str, name: str):
    found = fields_of(example("xa-2026"), path)
    return next(field for field in found if field.name == name)


def test_lists_to_choose_from() -> None:
    assert options(form("prizes[0]", "group")) == [
        ("", "(không chọn)"),
        ("officials", "Cán bộ, công chức, viên chức, người hoạt động không chuyên trách"),
        ("citizens", "Người dân"),
        ("pupils", "Học sinh"),
    ]
    assert options(form("prizes[0]", "ties"))[0] == ("share", "Tất cả cùng nhận giải")
    assert ("thon", "thôn") in options(form("entry.unit", "kinds"))
    assert ("pupil", "Học sinh") in options(form("groups[0]", "audience"))
    assert ("helper", "Người hỗ trợ tại điểm thi") in options(form("entry.exclusions[0]", "roles"))
    assert options(form("", "title")) == []


def test_types_of_parts_and_formulas() -> None:
    parts = next(field for field in fields_of(rulebook()) if field.name == "parts")
    assert types(parts) == [
        ("paper", "Bài thi trực tuyến"),
        ("jury", "Phần thi có giám khảo"),
        ("check", "Nội dung kiểm tra thực hành"),
        ("entered", "Điểm do Tổ thư ký nhập"),
    ]
    assert items(form("", "ranking")) == [
        "Điểm",
        "Độ lệch của số dự đoán",
        "Thời gian làm bài",
        "Thời điểm nộp bài",
    ]
