"""Units that must bring the people of their lists are ranked by whom the lists show as done."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.core.rulebook.document import Round, Window
from hoithi.core.rulebook.entry import EntryRules, Quota
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.ranking import Aggregate, Collective, Gate, GateKind, InOrder, UnitKey
from hoithi.entries import actions as entries
from hoithi.entries import queries as doors
from hoithi.entries.actions import lists as deeds
from hoithi.entries.actions.matches import keep_matches
from hoithi.entries.actions.taking import take_list
from hoithi.entries.models import ListedPerson, MatchState
from hoithi.entries.queries import lists
from hoithi.people.models import Identity
from hoithi.results import actions, queries
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.sittings.actions.marking import mark_round
from tests import make
from tests.core.rulebook.make import PAPER
from tests.entries.make import AN, contest, rulebook, unit
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
CLOSES = instant("2026-11-08T16:30")
AT = CLOSES + timedelta(minutes=5)
OFFICIALS = Quota(key="officials", title="Công chức", posts=("Công chức",), percent=Decimal(100))
UNITS = Collective(
    key="units",
    title="Xếp hạng đơn vị",
    method=InOrder(keys=(UnitKey(by=Aggregate.PEOPLE),)),
    gates=(Gate(kind=GateKind.QUOTAS),),
)
WEEK = Round(
    key="tuan-1",
    title="Tuần 1",
    window=Window(opens="2026-11-02T08:30", closes="2026-11-08T16:30"),
    publishes="2026-11-09T08:00",
)
TABLE = """Họ và tên,Ngày sinh,Chức vụ
Nguyễn Thị An,1985,Công chức
Trần Văn Bình,1979,Công chức
"""


class Scene:
    """Two offices whose officials must all take part; the first has handed in its list."""

    def __init__(self):
        body = make.body()
        rules = rulebook(
            rounds=(WEEK,),
            parts=(PAPER,),
            entry=EntryRules(quotas=(OFFICIALS,)),
            collectives=(UNITS,),
        )
        self.contest = contest(rules, of=body)
        self.offices = [
            unit(name, of=body, kind="office_division") for name in ("Phòng Văn hóa", "Phòng Y tế")
        ]
        read = lists.named_lines(TABLE.encode(), "ds.csv", on=make.AT.date())
        self.by = make.person("Đầu mối")
        self.list = take_list(self.contest, self.offices[0].unit, read, by=self.by, at=make.AT)

    def sits(self, name, born, office):
        door = doors.current_door(self.contest, at=make.AT)
        answers = {**AN, "full_name": name, "birth_year": born, "phone": f"09000{born}0"}
        unit_id = str(self.offices[office].unit_id)
        who = entries.enter(door, {**answers, "unit": unit_id}, at=make.AT).entrant
        sit(who, self.contest.rounds.get(), Sat(80))
        return who

    def ranked(self):
        week = self.contest.rounds.get()
        mark_round(week, at=AT)
        actions.prepare(week, at=AT)
        (table,) = stored.collectives(actions.prepare_overall(self.contest, at=AT).pk)
        return {
            line.name: (line.place, [(one.found, one.needed) for one in line.failures])
            for line in table.lines
        }

    def matches(self):
        rows = ListedPerson.objects.order_by("line")
        return list(rows.values_list("match", "entrant_id"))


@pytest.fixture
def scene():
    return Scene()


def test_who_certainly_is_on_the_list_counts_without_being_confirmed(scene):
    scene.sits("Nguyễn Thị An", "1985", 0)
    scene.sits("Trần Văn Bình", "1979", 0)
    scene.sits("Lê Thị Chi", "1990", 1)
    assert scene.ranked() == {
        "Phòng Văn hóa": (1, []),
        "Phòng Y tế": (0, [(None, None)]),
    }


def test_one_who_is_missing_keeps_the_unit_out(scene):
    scene.sits("Nguyễn Thị An", "1985", 0)
    assert scene.ranked()["Phòng Văn hóa"] == (0, [(1, 2)])


def test_what_is_certain_is_written_down_and_followed(scene):
    an = scene.sits("Nguyễn Thị An", "1985", 0)
    keep_matches(scene.contest)
    assert scene.matches() == [(MatchState.CERTAIN, an.pk), (MatchState.NONE, None)]
    # A namesake of the same year makes the line doubtful again.
    door = doors.current_door(scene.contest, at=make.AT)
    twin = {**AN, "phone": "0911111111", "unit": str(scene.offices[0].unit_id)}
    entries.enter(door, twin, at=make.AT)
    keep_matches(scene.contest)
    assert scene.matches() == [(MatchState.NONE, None), (MatchState.NONE, None)]


def test_what_somebody_settled_stays(scene):
    maybe = scene.sits("Trần Văn Binh", "1979", 0)
    listed = scene.list.people.get(line=3)
    deeds.settle(listed, maybe, same=True, by=scene.by, at=make.AT)
    keep_matches(scene.contest)
    assert scene.matches()[1] == (MatchState.CONFIRMED, maybe.pk)


def test_a_recount_after_erasing_finds_the_same_people(scene):
    an = scene.sits("Nguyễn Thị An", "1985", 0)
    keep_matches(scene.contest)
    Identity.objects.all().delete()
    keep_matches(scene.contest)
    assert scene.matches()[0] == (MatchState.CERTAIN, an.pk)


def test_who_is_exempted_later_makes_the_whole_result_stale(scene):
    scene.sits("Nguyễn Thị An", "1985", 0)
    scene.ranked()
    (draft,) = Draft.objects.filter(round=None)
    assert not queries.is_stale(draft)
    deeds.exempt(scene.list.people.get(line=3), reason="Nghỉ ốm", by=scene.by, at=AT)
    assert queries.is_stale(draft)
    assert scene.ranked()["Phòng Văn hóa"] == (1, [])


def test_a_contest_without_lists_is_left_alone(django_assert_num_queries):
    empty = contest()
    with django_assert_num_queries(1):
        keep_matches(empty)
    assert not ListedPerson.objects.exists()
