"""A plan's numbers of people wanted of each unit, and the quotas they become."""

import pytest

from hoithi.core.founding.noticing import notice
from hoithi.core.founding.quotas import quotas_of, unit_kinds
from hoithi.core.rulebook.entry import Quota

HEAD = "ỦY BAN NHÂN DÂN\nXÃ BÌNH SƠN\nKẾ HOẠCH\nTổ chức Cuộc thi trực tuyến\nI. CHỈ TIÊU\n- "


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Mỗi thôn ít nhất 50 người tham gia dự thi.", [(50, "mỗi thôn")]),
        ("Mỗi thôn, tổ dân phố có tối thiểu 30 người dự thi.", [(30, "mỗi thôn, tổ dân phố")]),
        ("Mỗi xã vận động ít nhất 1.000 người tham gia.", [(1000, "mỗi xã")]),
        ("Mỗi chi đoàn có ít nhất 20 đoàn viên tham gia dự thi", [(20, "mỗi chi đoàn")]),
        ("Ít nhất 50 người/thôn tham gia.", [(50, "mỗi thôn")]),
        ("Bảo đảm tối thiểu 50 người dự thi mỗi thôn.", [(50, "mỗi thôn")]),
        ("Mỗi đội ít nhất 05 người tham gia.", []),
        ("Mỗi đơn vị cử ít nhất 02 người tham gia hội nghị.", []),
        ("Mỗi thôn ít nhất 0 người tham gia.", []),
        ("100% cán bộ, công chức tham gia dự thi.", []),
        ("Ít nhất 50 người tham gia.", []),
    ],
)
def test_people_wanted_of_each_unit(said, wanted):
    assert [(one.least, one.of) for one in notice(HEAD + said).quotas] == wanted


def test_the_same_number_told_twice_comes_once():
    said = "Mỗi thôn ít nhất 50 người tham gia.\n- Mỗi thôn ít nhất 50 người dự thi."
    assert [one.least for one in notice(HEAD + said).quotas] == [50]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("mỗi thôn", ("thon",)),
        ("mỗi thôn, tổ dân phố", ("thon", "to_dan_pho")),
        ("mỗi đơn vị", ()),
        ("mỗi cơ quan, đơn vị", ()),
        ("mỗi chi đoàn", None),
        ("mỗi thôn và mỗi chi đoàn", None),
    ],
)
def test_the_units_that_the_words_name(words, kinds):
    assert unit_kinds(words) == kinds


def test_a_number_of_units_that_are_known_is_a_quota():
    said = "Mỗi thôn ít nhất 50 người tham gia.\n- Mỗi chi đoàn ít nhất 20 người tham gia."
    quota = Quota(key="people-1", title="Mỗi thôn", kinds=("thon",), least=50)
    assert quotas_of(notice(HEAD + said).quotas) == (quota,)
