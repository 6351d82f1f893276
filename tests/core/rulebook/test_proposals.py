"""What only a default of the system says is marked in the draft of the rules."""

import pytest
from msgspec.structs import replace

from hoithi.core.rulebook.document import ContestKind, RemarkWindow, Rulebook
from hoithi.core.rulebook.entry import EntrantKind, EntryRules, Exclusion, TeamRules
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.printing import Clause, RulesText, Table, print_rules
from hoithi.core.rulebook.prizes import Prize, PrizeScope, PrizeTable
from hoithi.core.rulebook.proposals import print_draft, proposed_in

RULES = Rulebook(
    kind=ContestKind.STAGE,
    key="hoi-thi",
    title="Hội thi Cán bộ một cửa giỏi",
    organiser="Ủy ban nhân dân tỉnh Bắc Hà",
    entry=EntryRules(
        entrant=EntrantKind.TEAM,
        eligible="Cán bộ các xã. Không tham gia dự thi: thành viên Ban Tổ chức, Ban Giám khảo",
        exclusions=(
            Exclusion(key="a", who="Thành viên Ban Tổ chức"),
            Exclusion(key="b", who="Ban Giám khảo"),
        ),
        team=TeamRules(least=5, most=7),
    ),
    parts=(JuryPart(key="chao-hoi", title="Chào hỏi"),),
    prizes=(
        PrizeTable(
            key="t",
            title="Giải thưởng",
            scope=PrizeScope.CONTEST,
            prizes=(Prize(key="nhat", title="giải Nhất", count=1, amount=1_000_000),),
        ),
    ),
)


def proposed(printed: RulesText) -> list[str]:
    """The proposals, a table by its caption."""
    said = []
    for article in printed.articles:
        for block in article.blocks:
            if isinstance(block, Table):
                said += [block.caption] if block.proposed else []
                continue
            said += [block.text] if block.proposed else []
            said += [point.text for point in block.points if point.proposed]
    return said


def test_rules_that_no_plan_gave_are_proposals():
    said = proposed(print_draft(RULES, "Mỗi xã cử 01 đội dự thi."))
    for told in (
        "Thành viên đội thi dưới 16 tuổi phải được cha, mẹ hoặc người giám hộ đồng ý",
        "Thông tin bắt buộc khai: họ và tên, năm sinh, số điện thoại",
        "Bảng xếp hạng công khai 100 vị trí đầu",
        "Mỗi đội thi nhận không quá 01 giải trong một",
        "Ban Tổ chức tiếp nhận phản ánh, kiến nghị về kết quả trong 03 ngày",
        "Điểm của phần thi là trung bình cộng điểm của các giám khảo",
        "Cơ cấu: Giải thưởng",
    ):
        assert any(one.startswith(told) for one in said), told
    for known in ("Tên gọi", "Cán bộ các xã", "Mỗi đơn vị cử không quá 01 đội", "Mỗi đội có từ 05"):
        assert not any(one.startswith(known) for one in said), known


@pytest.mark.parametrize(
    ("plan", "begins"),
    [
        ("Giải kèm theo Giấy chứng nhận", "Cơ cấu: Giải thưởng"),
        ("Mỗi đội chỉ nhận 01 giải", "Mỗi đội thi nhận không quá 01 giải"),
        ("Tiếp nhận phản ánh, kiến nghị trong 03 ngày", "Ban Tổ chức tiếp nhận phản ánh"),
    ],
)
def test_what_the_plan_tells_is_none(plan, begins):
    assert any(one.startswith(begins) for one in proposed(print_draft(RULES, "")))
    assert not any(one.startswith(begins) for one in proposed(print_draft(RULES, plan)))


def test_what_somebody_chose_otherwise_is_none():
    chosen = replace(RULES, remarks=RemarkWindow(days=7, answer_days=10))
    said = proposed(print_draft(chosen, ""))
    assert not any(one.startswith("Ban Tổ chức tiếp nhận phản ánh") for one in said)


def test_the_rules_themselves_are_the_same_and_unmarked():
    plain, draft = print_rules(RULES), print_draft(RULES, "")
    assert proposed(plain) == []
    assert [one.title for one in plain.articles] == [one.title for one in draft.articles]
    assert sum(proposed_in(one) for one in draft.articles) == len(proposed(draft))


def test_who_may_not_take_part_is_said_once():
    (article,) = [one for one in print_rules(RULES).articles if one.title == "Đối tượng dự thi"]
    clauses = [block for block in article.blocks if isinstance(block, Clause)]
    assert clauses[0].text == "Cán bộ các xã."
    assert [point.text for point in clauses[-1].points] == [
        "Thành viên Ban Tổ chức.",
        "Ban Giám khảo.",
    ]
