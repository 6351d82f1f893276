"""Two mark blind, a third where they differ; what is handed in stays; points are handed over."""

from decimal import Decimal

import pytest

from hoithi.core.essays.final import Stage
from hoithi.core.essays.sharing import NobodyToMark
from hoithi.core.essays.sheet import MarkFault
from hoithi.essays.actions.handing_over import EssaysUnsettled, hand_over
from hoithi.essays.actions.marking import (
    Gave,
    MarksFaulty,
    NotHandedIn,
    OwnSheet,
    ReasonMissing,
    SheetHandedIn,
    SheetOvertaken,
    reopen,
    save_sheet,
)
from hoithi.essays.actions.sharing import AlreadyMarking, NotAJudge, add_marker, stop_marker
from hoithi.essays.models import EssaySheet, EssayTask
from hoithi.essays.queries import marked, progress
from hoithi.judging import queries as judging
from hoithi.judging.actions import Grounds, confirm
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import unit
from tests.essays.scene import AFTER, Scene

pytestmark = pytest.mark.django_db


def gave(first, second, **facts):
    marks = {"q1-0": Decimal(first), "q1-1": Decimal(second)}
    return Gave(marks, **{"hands_in": True, **facts})


def hand_in(scene, task, first, second):
    by = task.marker.person
    return save_sheet(task, scene.part, gave(first, second), by=by, at=AFTER)


@pytest.fixture
def scene():
    """One essay and two markers who have it."""
    made = Scene()
    made.wrote("Bài viết của tôi")
    made.marker("Trần Thị Hoa")
    made.marker("Lê Văn Bình")
    made.share()
    return made


def tasks(scene):
    return list(EssayTask.objects.filter(essay__marking=scene.marking).order_by("turn"))


def outcome(scene):
    return marked(scene.marking, scene.part)[0].outcome


def test_the_mean_of_two(scene):
    one, two = tasks(scene)
    hand_in(scene, one, "3", "5")
    assert outcome(scene).stage is Stage.WAITING
    hand_in(scene, two, "3.5", "5")
    assert (outcome(scene).stage, outcome(scene).points) == (Stage.SETTLED, Decimal("8.25"))


def test_a_third_is_called_when_they_differ_and_that_mark_is_official(scene):
    third = scene.marker("Phạm Thị Chi")
    one, two = tasks(scene)
    hand_in(scene, one, "4", "5")
    hand_in(scene, two, "2", "4")
    called = tasks(scene)[2]
    assert (called.turn, called.marker) == (3, third)
    assert outcome(scene).stage is Stage.THIRD
    hand_in(scene, called, "4", "3")
    assert outcome(scene).points == Decimal(7)
    assert "essays.third_called" in make.deeds()


def test_where_nobody_can_be_third_the_head_shares_out_later(scene):
    one, two = tasks(scene)
    hand_in(scene, one, "4", "5")
    hand_in(scene, two, "1", "1")
    assert make.deeds()[-1] == "essays.third_missing"
    with pytest.raises(NobodyToMark):
        scene.share()
    scene.marker("Phạm Thị Chi")
    assert scene.share() == 1


def test_nobody_gets_the_own_unit_or_a_unit_that_is_excluded():
    scene = Scene()
    hoa_son = unit("Thôn Hòa Sơn", of=scene.contest.body)
    scene.wrote("Của thôn", unit=hoa_son)
    scene.wrote("Của nơi khác")
    scene.marker("Trần Thị Hoa", hoa_son)
    scene.marker("Lê Văn Bình")
    with pytest.raises(NobodyToMark):
        scene.share()
    assert not EssayTask.objects.exists()
    scene.marker("Phạm Thị Chi")
    scene.share()
    kept = EssayTask.objects.filter(essay__entrant__unit=hoa_son)
    assert {task.marker.person.full_name for task in kept} == {"Lê Văn Bình", "Phạm Thị Chi"}


def test_an_essay_without_a_word_is_given_to_nobody_and_worth_nothing():
    scene = Scene()
    scene.wrote("  ...  ")
    scene.marker("Trần Thị Hoa")
    assert (scene.share(), outcome(scene).points) == (0, Decimal(0))


def test_what_is_begun_may_have_gaps_and_is_written_over(scene):
    task = tasks(scene)[0]
    by = task.marker.person
    half = Gave({"q1-0": Decimal(3), "unknown": Decimal(99)}, remark=" Tạm ")
    save_sheet(task, scene.part, half, by=by, at=AFTER)
    sheet = task.sheets.get()
    assert (sheet.marks, sheet.total, sheet.remark) == ({"q1-0": "3"}, None, "Tạm")
    hand_in(scene, task, "3", "4")
    assert [(one.number, one.total) for one in task.sheets.all()] == [(1, Decimal(7))]


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ({"q1-0": Decimal("4.5"), "q1-1": Decimal(0)}, {"q1-0": MarkFault.ABOVE_MOST}),
        ({"q1-0": Decimal(-1), "q1-1": Decimal(0)}, {"q1-0": MarkFault.BELOW_NOTHING}),
        ({"q1-0": Decimal(1)}, {"q1-1": MarkFault.MISSING}),
    ],
)
def test_marks_that_cannot_be_given_change_nothing(scene, marks, fault):
    task, said = tasks(scene)[0], Gave(marks, hands_in=True)
    with pytest.raises(MarksFaulty) as refusal:
        save_sheet(task, scene.part, said, by=task.marker.person, at=AFTER)
    assert refusal.value.faults == fault
    assert not EssaySheet.objects.exists()


def test_what_is_handed_in_changes_only_through_a_sheet_opened_with_a_reason(scene):
    task = tasks(scene)[0]
    hand_in(scene, task, "3", "4")
    with pytest.raises(SheetHandedIn):
        hand_in(scene, task, "4", "4")
    with pytest.raises(ReasonMissing):
        reopen(task, reason=" ", by=scene.head, at=AFTER)
    with pytest.raises(OwnSheet):
        reopen(task, reason="Nhầm", by=task.marker.person, at=AFTER)
    reopen(task, reason="Cộng nhầm", by=scene.head, at=AFTER)
    with pytest.raises(NotHandedIn):
        reopen(task, reason="Nữa", by=scene.head, at=AFTER)
    hand_in(scene, task, "4", "4")
    told = [(one.number, one.total, one.reason) for one in task.sheets.order_by("number")]
    assert told == [(1, Decimal(7), ""), (2, Decimal(8), "Cộng nhầm")]


def test_an_older_page_does_not_write_over_a_newer_sheet(scene):
    task = tasks(scene)[0]
    hand_in(scene, task, "3", "4")
    reopen(task, reason="Cộng nhầm", by=scene.head, at=AFTER)
    old = gave("1", "1", seen=1)
    with pytest.raises(SheetOvertaken):
        save_sheet(task, scene.part, old, by=task.marker.person, at=AFTER)


def test_who_stops_gives_back_what_was_not_handed_in(scene):
    one = tasks(scene)[0]
    stop_marker(one.marker, by=scene.head, at=AFTER)
    assert [task.turn for task in tasks(scene)] == [2]
    scene.marker("Phạm Thị Chi")
    assert (scene.share(), [task.turn for task in tasks(scene)]) == (1, [1, 2])
    found = progress(scene.marking, marked(scene.marking, scene.part))
    assert sorted((each.given, each.left) for each in found) == [(0, 0), (1, 1), (1, 1)]


def test_only_judges_mark_and_nobody_twice(scene):
    with pytest.raises(NotAJudge):
        add_marker(scene.marking, make.person(), [], by=scene.head, at=AFTER)
    marker = tasks(scene)[0].marker
    with pytest.raises(AlreadyMarking):
        add_marker(scene.marking, marker.person, [], by=scene.head, at=AFTER)


def test_points_are_handed_over_once_all_is_settled_and_count_when_confirmed(scene):
    one, two = tasks(scene)
    hand_in(scene, one, "3", "5")
    with pytest.raises(EssaysUnsettled) as refusal:
        hand_over(scene.marking, scene.part, by=scene.head, at=AFTER, grounds=Grounds())
    assert refusal.value.numbers == (1,)
    hand_in(scene, two, "3", "4")
    sheet = hand_over(scene.marking, scene.part, by=scene.head, at=AFTER, grounds=Grounds())
    assert list(judging.points(scene.round, at=AFTER)) == []
    second = make.holder(RoleName.APPROVER, over=scene.contest.body)
    confirm(sheet, by=second, at=AFTER)
    (points,) = judging.points(scene.round, at=AFTER)
    assert (points.part_key, points.points, points.most) == ("essays", Decimal("7.5"), Decimal(10))


@pytest.mark.parametrize("essays", [1, 3])
def test_the_heads_table_is_read_in_three_queries(essays, django_assert_num_queries):
    scene = Scene()
    for number in range(essays):
        scene.wrote(f"Bài {number}")
    scene.marker("Trần Thị Hoa")
    scene.marker("Lê Văn Bình")
    scene.share()
    part = scene.part
    with django_assert_num_queries(3):
        assert len(marked(scene.marking, part)) == essays
