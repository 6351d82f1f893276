"""What decisions call members of committees, and what they lack."""

import pytest

from hoithi.core.committees import (
    Draft,
    Gap,
    Listed,
    Missing,
    Role,
    by_role,
    is_same_person,
    missing_in,
    title_of,
)

AN = Listed("Nguyễn Thị An", "Chủ tịch UBND xã", Role.HEAD)
BINH = Listed("Trần Văn Bình", "", Role.MEMBER)


@pytest.mark.parametrize(
    ("committee", "role", "title"),
    [
        ("Ban Tổ chức Hội thi", Role.HEAD, "Trưởng ban"),
        ("Ban Tổ chức Hội thi", Role.STANDING_DEPUTY, "Phó Trưởng ban thường trực"),
        ("BAN GIÁM KHẢO", Role.MEMBER, "Ủy viên"),
        ("Tổ thư ký giúp việc", Role.HEAD, "Tổ trưởng"),
        ("TỔ RA ĐỀ", Role.DEPUTY, "Tổ phó"),
        ("Hội đồng thẩm định câu hỏi", Role.HEAD, "Chủ tịch Hội đồng"),
        ("Tiểu ban Nội dung", Role.HEAD, "Trưởng Tiểu ban"),
        ("Tập thể giúp việc", Role.HEAD, "Trưởng ban"),
        ("", Role.SECRETARY, "Thư ký"),
    ],
)
def test_a_title_goes_with_the_name_of_the_committee(committee, role, title):
    assert title_of(role, committee) == title


def test_decisions_list_by_role_and_within_a_role_as_it_stood():
    roles = [Role.MEMBER, Role.SECRETARY, Role.HEAD, Role.MEMBER, Role.STANDING_DEPUTY]
    assert by_role(roles) == [2, 4, 0, 3, 1]
    assert by_role([]) == []


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Listed("NGUYỄN THỊ AN", "Chủ tịch UBND xã", Role.MEMBER), True),
        (Listed("Nguyễn Thị An", "", Role.MEMBER), True),
        (Listed("Nguyễn Thị An", "Giáo viên", Role.HEAD), False),
        (Listed("Nguyễn Thị Ân", "Chủ tịch UBND xã", Role.HEAD), False),
    ],
)
def test_one_name_with_two_posts_is_two_people(other, same):
    assert is_same_person(AN, other) is same


@pytest.mark.parametrize(
    ("draft", "missing"),
    [
        (
            Draft(),
            [Missing(Gap.NO_MEMBERS), Missing(Gap.NO_DUTIES), Missing(Gap.NO_PLAN_NUMBER)],
        ),
        (Draft((AN,), has_duties=True, plan_number="15/KH-UBND"), []),
        (
            Draft((BINH,), ("Phòng A",), ("Phòng B",), has_duties=True, plan_number="15/KH-UBND"),
            [
                Missing(Gap.NO_HEAD),
                Missing(Gap.ANSWERS_MISSING, ("Phòng A",)),
                Missing(Gap.NOT_ACCEPTED, ("Phòng B",)),
                Missing(Gap.POST_MISSING, ("Trần Văn Bình",)),
            ],
        ),
        (
            Draft((AN, AN), has_duties=True, plan_number="1"),
            [Missing(Gap.SEVERAL_HEADS, ("Nguyễn Thị An", "Nguyễn Thị An"))],
        ),
    ],
)
def test_what_a_decision_lacks(draft, missing):
    assert missing_in(draft) == missing
