"""Questions that are in the bank twice, or nearly."""

import pytest

from hoithi.core.questions.checking import Code
from hoithi.core.questions.checking.duplicates import duplicates
from tests.core.questions.checking.make import single

STEM = "Cơ quan nào tiếp nhận hồ sơ thủ tục hành chính của người dân tại xã?"
OPTIONS = ("Bộ phận Một cửa", "Công an xã", "Nhà văn hóa")
FIRST = single("C1", STEM, *OPTIONS)


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        pytest.param(single("C2", STEM, *OPTIONS), [Code.SAME_QUESTION], id="the same"),
        pytest.param(
            single("C2", STEM.upper(), OPTIONS[1], OPTIONS[0], OPTIONS[2], right=1),
            [Code.SAME_QUESTION],
            id="in capitals, options in another order",
        ),
        pytest.param(
            single("C2", STEM, *OPTIONS, right=1), [Code.SAME_QUESTION_OTHER_KEY], id="other key"
        ),
        pytest.param(single("C2", STEM, "Có", "Không"), [Code.SAME_STEM], id="other options"),
        pytest.param(
            single("C2", STEM.replace("tại xã", "ở phường"), *OPTIONS),
            [Code.NEAR_STEM],
            id="some words differ",
        ),
        pytest.param(
            single("C2", STEM.replace("tại xã", "ở phường"), *reversed(OPTIONS)),
            [Code.NEAR_STEM_OTHER_KEY],
            id="some words differ, and the key",
        ),
        pytest.param(
            single("C2", STEM.replace("tiếp nhận", "không tiếp nhận"), *OPTIONS, right=1),
            [Code.NEAR_STEM],
            id="the opposite has another key",
        ),
        pytest.param(
            single("C2", STEM.replace("tại xã", "ở phường"), "Có", "Không"), [], id="other answers"
        ),
        pytest.param(
            single("C2", STEM.replace("người dân", "2 người"), *OPTIONS), [], id="other numbers"
        ),
        pytest.param(single("C2", "Ai ký giấy mời?", *OPTIONS), [], id="another question"),
    ],
)
def test_two_questions(second, codes):
    found = list(duplicates([FIRST, second]))
    assert [one.code for one in found] == codes
    assert all(one.questions == ("C1", "C2") for one in found)


def test_a_general_stem_is_asked_often():
    stem = "Phát biểu nào sau đây ĐÚNG?"
    bank = [single(f"C{n}", stem, f"Một {n}", f"Hai {n}") for n in range(3)]
    assert list(duplicates(bank)) == []
    again = single("C9", stem, "Một 1", "Ba")
    assert [(one.code, one.questions) for one in duplicates([*bank, again])] == [
        (Code.SAME_STEM, ("C1", "C9"))
    ]


def test_empty_stems_and_one_question_are_no_pair():
    assert list(duplicates([])) == []
    assert list(duplicates([FIRST])) == []
    assert list(duplicates([single("C1", "", "Có"), single("C2", "?", "Không")])) == []
