"""The regulation says whose essays are marked and what counts."""

from decimal import Decimal

import pytest

from hoithi.core.rulebook.parts import EssayRules, ThirdMark
from hoithi.core.rulebook.printing.essays import essay_sentences

TWO = (
    "Mỗi bài tự luận mang số phách và do hai người chấm độc lập, không biết tên người dự thi; điểm "
    "của bài là trung bình cộng của hai điểm, làm tròn đến 2 chữ số thập phân"
)
FIRST = (
    "Chấm bài tự luận của 500 người có điểm các câu hỏi khác cao nhất; những người bằng điểm "
    "người cuối cùng đều được chấm"
)
GAP = (
    "Hai điểm lệch nhau từ 20 điểm trở lên thì người thứ ba chấm lại; điểm của người chấm thứ ba "
    "là điểm chính thức"
)
SHARE = (
    "Hai điểm lệch nhau từ 20% điểm tối đa trở lên thì người thứ ba chấm lại; điểm chính thức là "
    "trung bình cộng của ba điểm"
)
MEAN = EssayRules(of_paper="bai-thi", third=ThirdMark.MEAN_OF_ALL)


@pytest.mark.parametrize(
    ("rules", "most", "said"),
    [
        (EssayRules(of_paper="bai-thi", top=500), Decimal(100), [FIRST, TWO, GAP]),
        (MEAN, None, [TWO, SHARE]),
    ],
)
def test_how_essays_are_marked(rules, most, said):
    assert essay_sentences(rules, most, "làm tròn đến 2 chữ số thập phân") == said
