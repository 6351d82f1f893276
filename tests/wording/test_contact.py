"""What a person told the body, as the desk reads it out over the telephone."""

from hoithi.core.rulebook.entry import IdentityField, IdentityKind
from hoithi.wording.desk import ContactLine, contact_shown

TOLD = {
    "birth_date": "1985-09-05",
    "full_name": "Nguyễn Thị Phương",
    "name": "nguyen thi phuong",
    "phone": "+84912345678",
    "post": "",
    "sex": "female",
    "unknown_later": "x",
}


def test_each_field_has_its_label_and_reads_as_officials_write_it():
    assert contact_shown(TOLD) == [
        ContactLine("Họ và tên", "Nguyễn Thị Phương"),
        ContactLine("Số điện thoại di động", "0912 345 678", call="+84912345678"),
        ContactLine("Ngày sinh", "05/09/1985"),
        ContactLine("Giới tính", "Nữ"),
    ]


def test_the_label_is_that_of_the_contest_form():
    asked = [IdentityField(kind=IdentityKind.EMPLOYER, label="Cơ quan cấp huyện")]
    told = {"employer": "Phòng Nội vụ"}
    assert contact_shown(told, asked) == [ContactLine("Cơ quan cấp huyện", "Phòng Nội vụ")]
    assert contact_shown({}, asked) == []
