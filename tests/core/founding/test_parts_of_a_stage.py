"""Parts of a stage contest that a plan counts and lists in small letters, with their minutes."""

import pytest

from hoithi.core.founding.noticing import notice
from hoithi.core.plans.reading import read_plan

HEAD = (
    "KẾ HOẠCH\n\nTổ chức Hội thi phòng cháy, chữa cháy năm 2026\n\nCăn cứ tình hình thực tế.\n\n"
    "III. HÌNH THỨC THI\n"
)
TEAMS = "Thi sân khấu, mỗi thôn 01 đội, mỗi đội 05 người. "
WITH_MINUTES = (
    "Gồm 03 phần: chào hỏi (05 phút), kiến thức (20 câu hỏi, 15 phút), tiểu phẩm (10 phút)."
)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (WITH_MINUTES, ["Chào hỏi", "Kiến thức", "Tiểu phẩm"]),
        ("Gồm 02 phần: chào hỏi; và tiểu phẩm. Thi tại xã.", ["Chào hỏi", "Tiểu phẩm"]),
        ("Mỗi đội thi 03 phần thi, gồm: Chào hỏi, Kiến thức.", ["Chào hỏi", "Kiến thức"]),
        (
            "Gồm 03 phần: chào hỏi, kiến thức (15 phút) và tiểu phẩm.",
            ["Chào hỏi", "Kiến thức", "Tiểu phẩm"],
        ),
        ("Gồm 03 phần:", []),
        ("Gồm 03 phần: (05 phút), (10 phút).", []),
    ],
)
def test_parts_are_named_as_the_plan_lists_them(sentence, names):
    assert [one.name for one in notice(HEAD + TEAMS + sentence).parts] == names


def test_minutes_are_those_of_the_part_with_questions_and_a_team_has_its_size():
    counts = read_plan(HEAD + TEAMS + WITH_MINUTES).facts.counts
    assert {name: one.value for name, one in counts.items()} == {
        "contest_parts": 3,
        "questions": 20,
        "minutes": 15,
        "team_min": 5,
        "team_max": 5,
    }


def test_how_a_contest_is_held_is_no_activity():
    assert notice(HEAD + TEAMS).activities == ()
