"""The rulebook prints itself as an official would write it."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from hoithi.core.rulebook.document import Advance, ContestKind, GroupSeats, PaperOverride, Window
from hoithi.core.rulebook.entry import EntrantKind, EntryRules, Group, Quota, TeamRules
from hoithi.core.rulebook.parts import (
    AttemptRules,
    Criterion,
    JuryPart,
    PenaltyBand,
    PenaltyKind,
    Prediction,
    PredictionTarget,
    TimePenalty,
)
from hoithi.core.rulebook.printing import Clause, RulesText, Table, as_text, print_rules
from hoithi.core.rulebook.printing.model import letter
from hoithi.core.rulebook.prizes import GroupShare, OnePrize, PrizePolicy
from hoithi.core.rulebook.ranking import By, Direction, GroupsRanked, RankingKey
from tests.core.rulebook.make import PAPER, prize, rulebook, table, week
from tests.core.rulebook.test_examples import NAMES, example
from tests.strategies import rulebooks

PRINTED = Path(__file__).parent / "printed"
GROUPS = (Group(key="officials", title="Công chức"), Group(key="citizens", title="Người dân"))
APART = GroupsRanked.APART
TEN = Advance(to="week-2", first=10, best_overall=3)
OWN = Advance(
    to="week-2",
    groups=(GroupSeats(group="officials", first=5), GroupSeats(group="citizens", first=3)),
)
QUARTER = {"kinds": ("party_cell", "thon"), "percent": Decimal(25)}


def text(**rules) -> str:
    return as_text(print_rules(rulebook(**rules)))


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_print_as_kept(name) -> None:
    """After a wanted change: write the new text to tests/core/rulebook/printed and read it."""
    assert as_text(print_rules(example(name))) == (PRINTED / f"{name}.txt").read_text()


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("song-cong-2021", "THỂ LỆ"),
        ("xa-2026", "THỂ LỆ"),
        ("binh-son-2024", "THỂ LỆ"),
        ("cu-lao-dung-2020", "HƯỚNG DẪN KIỂM TRA"),
    ],
)
def test_right_names(name, heading) -> None:
    assert print_rules(example(name)).name == heading


@given(rulebooks())
def test_any_rulebook_prints(book) -> None:
    rules = print_rules(book)
    assert [article.number for article in rules.articles] == list(range(1, len(rules.articles) + 1))
    assert all(len(row) == len(one.header) for one in tables(rules) for row in one.rows)
    assert as_text(rules).startswith((book.superior or book.organiser).upper())


def test_a_draft_in_which_two_parts_have_one_key_prints() -> None:
    book = rulebook(parts=(JuryPart(key=PAPER.key, title="Sân khấu"), PAPER))
    assert print_rules(book).articles


def tables(rules: RulesText) -> list[Table]:
    return [one for article in rules.articles for one in article.blocks if isinstance(one, Table)]


def test_several_clauses_are_numbered_and_one_is_not() -> None:
    rules = print_rules(rulebook(purpose=("Tuyên truyền.",), topics=("A", "B")))
    numbers = [
        [one.number for one in article.blocks if isinstance(one, Clause)]
        for article in rules.articles[1:3]
    ]
    assert numbers == [[None], [1, 2]]


def test_letters_of_points_follow_the_law() -> None:
    letters = "".join(letter(place) for place in range(23))
    assert letters == "abcdđeghiklmnopqrstuvxy"
    assert letter(23) == "a1"


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        pytest.param(
            {"window": Window(opens="2026-10-05T08:00", closes="2026-10-18T16:30")},
            "Thời gian cuộc thi: từ 08h00 ngày 05/10/2026 đến trước 16h30 ngày 18/10/2026.",
            id="the closing minute is not in it",
        ),
        pytest.param(
            {"window": Window(opens="2026-10-05T08:00", closes="2026-10-18T24:00"), "weeks": 2},
            "Thời gian cuộc thi: từ 08h00 ngày 05/10/2026 đến 24h00 ngày 18/10/2026, "
            "trong 02 tuần.",
            id="24h00",
        ),
        pytest.param(
            {"attempts": AttemptRules(a_day=1, a_round=3, a_contest=5)},
            "Mỗi người được tối đa 01 lượt trong một ngày, 03 lượt trong một tuần thi "
            "và 05 lượt trong cả cuộc thi.",
            id="attempts",
        ),
        pytest.param(
            {"attempts": AttemptRules(a_round=None)},
            "Mỗi người không bị giới hạn số lượt thi.",
            id="no limit",
        ),
        pytest.param(
            {},
            "Tổng giá trị giải thưởng bằng tiền: 1.000.000 đồng (Bằng chữ: Một triệu đồng).",
            id="the sum in words",
        ),
        pytest.param(
            {"prizes": (table(prizes=(prize(count=2, gift="quà lưu niệm"),)),)},
            "02 giải Nhất | 500.000 | Giấy chứng nhận, quà lưu niệm | 2.000.000",
            id="a row of prizes, for two weeks",
        ),
        pytest.param(
            {"prizes": (table(shares=(GroupShare(group="officials", slots=3),)),)},
            "Trong đó dành 03 giải cho nhóm officials; số giải còn lại xét chung.",
            id="shares of groups",
        ),
        pytest.param(
            {"prize_policy": PrizePolicy(unclaimed_after_days=30)},
            "Quá 30 ngày kể từ ngày công bố mà không đến nhận thì giải không còn hiệu lực.",
            id="unclaimed",
        ),
        pytest.param(
            {
                "prize_policy": PrizePolicy(one_prize=OnePrize.PHASE),
                "rounds": (week(1, phase="Đợt 1"), week(2, phase="Đợt 1"), week(3)),
            },
            "Mỗi người dự thi nhận không quá 01 giải trong cùng một đợt "
            "(Đợt 1 gồm Tuần 1 và Tuần 2).",
            id="Q30: one prize in all weeks of a phase",
        ),
        pytest.param(
            {"rounds": (week(1, papers=(PaperOverride(part="paper", minutes=20),)),)},
            "Bài thi: thời gian làm bài 20 phút.",
            id="a change of a round",
        ),
        pytest.param(
            {"rounds": (week(1, advance=TEN), week(2)), "groups": GROUPS, "groups_ranked": APART},
            "Tuần 1 chọn 10 người dự thi xếp đầu của mỗi nhóm đối tượng vào Tuần 2.",
            id="the first of each group go on",
        ),
        pytest.param(
            {"rounds": (week(1, advance=OWN), week(2)), "groups": GROUPS, "groups_ranked": APART},
            "Tuần 1 chọn 05 người dự thi xếp đầu của nhóm Công chức và "
            "03 người dự thi xếp đầu của nhóm Người dân vào Tuần 2.",
            id="each group its own number",
        ),
        pytest.param(
            {
                "rounds": (week(1, advance=replace(OWN, first=2, groups=OWN.groups[:1])), week(2)),
                "groups": GROUPS,
                "groups_ranked": APART,
            },
            "Tuần 1 chọn 05 người dự thi xếp đầu của nhóm Công chức và "
            "02 người dự thi xếp đầu của mỗi nhóm đối tượng khác vào Tuần 2.",
            id="one group its own number",
        ),
        pytest.param(
            {"rounds": (week(1, advance=TEN), week(2)), "groups": GROUPS},
            "Tuần 2 có thêm 03 người dự thi có kết quả cao nhất tính chung Tuần 1.",
            id="the best of all groups go on",
        ),
        pytest.param(
            {"entry": EntryRules(quotas=(Quota(key="q", title="Đảng viên", **QUARTER),))},
            "Đảng viên, áp dụng đối với chi bộ và thôn: ít nhất 25% tham gia.",
            id="a quota of some kinds of unit",
        ),
        pytest.param(
            {"passing": None, "retention_days": 90},
            "Thông tin nhận dạng được xóa sau 90 ngày kể từ lần công bố kết quả cuối cùng.",
            id="retention",
        ),
        pytest.param(
            {
                "ranking": (
                    RankingKey(by=By.PREDICTION_DISTANCE, first=Direction.LESS),
                    RankingKey(by=By.AGE, first=Direction.MORE),
                )
            },
            "b) Trường hợp bằng nhau: cao tuổi hơn.",
            id="ties",
        ),
        pytest.param(
            {
                "parts": (
                    msgspec.structs.replace(
                        PAPER,
                        prediction=Prediction(target=PredictionTarget.ALL_RIGHT, may_exceed=False),
                    ),
                )
            },
            "Số dự đoán lớn hơn số thực tế không được tính.",
            id="prediction not above the true number",
        ),
    ],
)
def test_lines(rules, line) -> None:
    assert line in text(**rules)


BANDS = TimePenalty(
    rule=PenaltyKind.BANDS,
    bands=(
        PenaltyBand(from_seconds=1, points=Decimal("0.25")),
        PenaltyBand(from_seconds=60, points=Decimal("0.5")),
    ),
)


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ({}, "Mỗi đơn vị cử không quá 01 đội thi."),
        ({"penalty": BANDS}, "Quá giờ: từ 1 giây trừ 0,25 điểm, từ 60 giây trừ 0,5 điểm."),
        ({"step": Decimal("0.25")}, "Điểm được cho theo bước 0,25 điểm."),
        ({"minutes": 8}, "Thời gian: không quá 08 phút."),
        (
            {"criteria": (Criterion(key="a", title="Nội dung", most=Decimal("7.5")),)},
            "Nội dung | 7,5",
        ),
    ],
)
def test_lines_of_a_stage_contest(rules, line) -> None:
    skit = JuryPart(key="skit", title="Phần thi tiểu phẩm", **rules)
    team = EntryRules(entrant=EntrantKind.TEAM, team=TeamRules(least=7, most=12))
    assert line in text(kind=ContestKind.STAGE, parts=(skit,), entry=team)


def test_several_papers_add_up_and_are_sat_apart() -> None:
    law = msgspec.structs.replace(PAPER, key="law", title="Bài pháp luật")
    said = (
        "Số lượt thi tính riêng cho từng bài thi trực tuyến; điểm của một tuần thi là tổng điểm "
        "các bài, bài không làm được tính 0 điểm."
    )
    assert (said in text(parts=(PAPER, law)), said in text()) == (True, False)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({}, ("Thông báo sau", "Thông báo sau")),
        (
            {"first_day": "2026-12-25"},
            ("Ngày 25/12/2026 (giờ thông báo sau)", "Ngày 25/12/2026 (giờ thông báo sau)"),
        ),
        (
            {"first_day": "2026-12-24", "last_day": "2026-12-25"},
            ("Ngày 24/12/2026 (giờ thông báo sau)", "Ngày 25/12/2026 (giờ thông báo sau)"),
        ),
    ],
)
def test_days_are_printed_while_only_the_hours_are_open(days, told):
    one = week(1, window=None, publishes=None, **days)
    found = tables(print_rules(rulebook(rounds=(one,))))
    assert found[0].rows == (("Tuần 1", *told, "Thông báo sau"),)
