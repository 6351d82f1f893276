"""Accounts, units and staff counts in .xls and in the fonts before Unicode are read as meant."""

import pytest

from hoithi.people.queries.tables import accounts_in_table, counts_in_table, units_in_table
from tests import make
from tests.documents.old_excel import KINDS, as_sent
from tests.entries.make import unit

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize(("ending", "encoding"), KINDS),
]
TODAY = make.AT.date()


def test_accounts(ending, encoding):
    lines = [
        ["STT", "Họ và tên", "Chức vụ, đơn vị", "Điện thoại"],
        [1, "Đặng Quốc Vượng", "Công chức Văn hóa - Xã hội", "0987654321"],
        [2, "Nguyễn Thị Hồng Ngọc", "Trưởng thôn Đồng Tâm", "0912345678"],
    ]
    read = accounts_in_table(as_sent(ending, encoding, lines), f"ds.{ending}")
    assert (read.is_clean, [(one.full_name, one.post, one.login) for one in read.items]) == (
        True,
        [
            ("Đặng Quốc Vượng", "Công chức Văn hóa - Xã hội", "vuong.dq"),
            ("Nguyễn Thị Hồng Ngọc", "Trưởng thôn Đồng Tâm", "ngoc.nth"),
        ],
    )


def test_units_with_their_kinds(ending, encoding):
    lines = [
        ["STT", "Mã đơn vị", "Tên đơn vị", "Loại đơn vị"],
        [1, "T01", "Thôn Đồng Tâm", "Thôn"],
        [2, "TR1", "Trường Trung học cơ sở Hòa Sơn", "Trường học"],
    ]
    data = as_sent(ending, encoding, lines)
    read = units_in_table(make.body(), data, f"dv.{ending}", TODAY)
    assert (read.is_clean, [(one.code, one.name, one.kind) for one in read.items]) == (
        True,
        [("T01", "Thôn Đồng Tâm", "thon"), ("TR1", "Trường Trung học cơ sở Hòa Sơn", "school")],
    )


def test_staff_counts_by_the_names_of_units(ending, encoding):
    body = make.body()
    names = ("Thôn Đồng Tâm", "Trường Trung học cơ sở Hòa Sơn")
    for name in names:
        unit(name, of=body)
    lines = [["STT", "Tên đơn vị", "Số người"], [1, names[0], 412], [2, names[1], 38]]
    read = counts_in_table(body, as_sent(ending, encoding, lines), f"sl.{ending}", TODAY)
    assert (read.is_clean, [one.people for one in read.items]) == (True, [412, 38])
