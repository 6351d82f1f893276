"""How the rulebook prints the marking of essays."""

from decimal import Decimal

from hoithi.core.rulebook.parts import EssayRules, ThirdMark
from hoithi.core.rulebook.printing.numbers import number, points

_THIRD = {
    ThirdMark.OFFICIAL: "điểm của người chấm thứ ba là điểm chính thức",
    ThirdMark.MEAN_OF_NEAREST: "điểm chính thức là trung bình cộng của hai điểm gần nhau nhất",
    ThirdMark.MEAN_OF_ALL: "điểm chính thức là trung bình cộng của ba điểm",
}


def essay_sentences(rules: EssayRules, most: Decimal | None, rounding: str) -> list[str]:
    """Who is marked, by whom, and what counts where the markers differ."""
    said = []
    if rules.top is not None:
        said.append(
            f"Chấm bài tự luận của {rules.top} người có điểm các câu hỏi khác cao nhất; những "
            "người bằng điểm người cuối cùng đều được chấm"
        )
    said.append(
        "Mỗi bài tự luận mang số phách và do hai người chấm độc lập, không biết tên người dự thi; "
        f"điểm của bài là trung bình cộng của hai điểm, {rounding}"
    )
    said.append(
        f"Hai điểm lệch nhau từ {_gap(rules, most)} trở lên thì người thứ ba chấm lại; "
        f"{_THIRD[rules.third]}"
    )
    return said


def _gap(rules: EssayRules, most: Decimal | None) -> str:
    if most is None:
        return f"{number(rules.third_from_percent)}% điểm tối đa"
    return points((most * rules.third_from_percent / 100).normalize())
