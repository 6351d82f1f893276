"""What plans of every form found: activities, holders, due dates, questions, rulebooks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.founding.noticing import notice
from hoithi.core.founding.records import AgencyDraft, Asks, CommitteeKind, Holder, Kind
from hoithi.core.plans.records import Place
from hoithi.core.rulebook.document import ContestKind, Window
from hoithi.core.rulebook.windows import budget
from hoithi.core.tasks.due import Due, DueKind, Edge, during, until
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import set_on, some_day
from tests.core.founding import texts
from tests.core.founding.texts import founded


def test_a_festival_holds_activities_of_many_kinds():
    found = founded(texts.FESTIVAL).activities
    days = some_day(date(2026, 10, 10), date(2026, 10, 11))
    assert [(one.key, one.moment) for one in found] == [
        ("festival", set_on(date(2026, 10, 10), date(2026, 10, 11))),
        ("seminar", days),
        ("contest", days),
        ("contest-2", days),
        ("exhibition", days),
        ("meeting", set_on(date(2026, 9, 15))),
        ("training", set_on(date(2026, 9, 20), date(2026, 9, 25))),
        ("performance", set_on(date(2026, 10, 10), words="tối 10/10/2026")),
    ]


def test_each_contest_of_a_festival_has_units_and_a_rulebook_of_its_own():
    found = {one.key: one for one in founded(texts.FESTIVAL).activities}
    kinds = [one.rulebook.kind for one in found.values() if one.rulebook]
    assert kinds == [ContestKind.WORKS, ContestKind.SKILLS]
    assert found["contest"].units[0].holder_set is HolderSet.SCHOOLS
    assert found["contest"].rulebook.entry.eligible is None
    assert found["performance"].agency == "Đoàn Thanh niên xã"


def test_agencies_hold_their_tasks_and_those_named_beside_them_help():
    draft = founded(texts.FESTIVAL)
    held = [[(h.agency, h.leads) for h in task.holders] for task in draft.tasks[:3]]
    assert held == [
        [("Phòng Văn hóa - Xã hội", True), ("Công an xã", False)],
        [("Công an xã", True)],
        [("Đoàn Thanh niên xã", True), ("Phòng Văn hóa - Xã hội", False)],
    ]
    assert [one.name for one in draft.agencies if one.is_standing] == ["Phòng Văn hóa - Xã hội"]


def test_work_of_the_timetable_is_a_task_of_nobody_and_asks_who():
    draft = founded(texts.FESTIVAL)
    step = draft.tasks[3]
    assert (step.text, step.due, step.holders) == (
        "Chuẩn bị cơ sở vật chất, thành lập Ban Giám khảo",
        during(date(2026, 10, 1), date(2026, 10, 8)),
        (),
    )
    assert [task.asks for task in draft.tasks if task.asks] == [
        Asks.WHEN,
        Asks.WHERE,
        Asks.RULES,
        Asks.RULES,
        Asks.WHO,
    ]


def test_committees_keep_their_names():
    assert [(one.kind, one.name) for one in founded(texts.FESTIVAL).committees] == [
        (CommitteeKind.ORGANISING, "Ban Tổ chức"),
        (CommitteeKind.JURY, "Ban Giám khảo"),
    ]


def test_due_dates_are_counted_from_the_conference_whose_day_is_open():
    draft = founded(texts.CONFERENCE)
    conference, theme = draft.activities
    assert (conference.kind, conference.moment.first, conference.moment.last) == (
        Kind.CONFERENCE,
        date(2026, 12, 21),
        date(2026, 12, 31),
    )
    assert (conference.place, theme.title) == ("Trung tâm Hội nghị tỉnh", "Ba thân thiện")
    assert [(task.activity, task.due) for task in draft.tasks[:4]] == [
        ("conference", Due(DueKind.RELATIVE, offset=-7, words="tổ chức Hội nghị")),
        ("conference", Due(DueKind.RELATIVE, offset=2, edge=Edge.END, words="Hội nghị")),
        ("", until(date(2026, 12, 14), words="trước ngày 15/12")),
        ("", until(date(2026, 12, 20))),
    ]


def test_what_is_left_to_a_later_document_is_asked():
    asked = [task.text for task in founded(texts.CONFERENCE).tasks if task.asks is Asks.LATER]
    assert len(asked) == 1
    assert "“thời gian cụ thể sẽ có Thư mời sau”" in asked[0]


def test_a_superiors_contest_is_asked_for_and_its_days_are_known():
    draft = founded(texts.SUPERIOR)
    contest = draft.activities[0]
    assert (draft.superior.number, draft.superior.issuer) == ("22/KH-UBND", "UBND tỉnh Quảng An")
    assert contest.is_superiors
    assert contest.moment == set_on(date(2026, 4, 6), date(2026, 4, 19))
    assert [task.asks for task in draft.tasks if task.asks] == [Asks.SUPERIOR]
    assert [one.holder_set for one in draft.agencies] == [HolderSet.SCHOOLS, HolderSet.HAMLETS]


def test_the_rulebook_of_an_online_contest_has_the_rounds_and_exclusions_of_the_plan():
    rules = founded(texts.SUPERIOR).activities[0].rulebook
    assert [(one.key, one.window) for one in rules.rounds] == [
        ("week-1", Window(opens="2026-04-06T08:30", closes="2026-04-12T16:30")),
        ("week-2", Window(opens="2026-04-13T08:30", closes="2026-04-19T16:30")),
    ]
    assert [(one.who, one.roles) for one in rules.entry.exclusions] == [
        ("Thành viên Ban Tổ chức", ("organiser",)),
        ("Tổ biên soạn câu hỏi", ("question_writer",)),
    ]
    assert [one.about for one in rules.choices] == ["window.closes", "parts", "ranking"]
    assert rules.organiser == "UBND tỉnh Quảng An"


def test_the_rulebook_of_a_stage_contest_has_clusters_parts_teams_and_prizes():
    rules = founded(texts.STAGE).activities[0].rulebook
    assert [one.key for one in rules.rounds] == ["cluster-an-binh", "cluster-an-hoa", "final"]
    assert [one.title for one in rules.parts] == ["Phần thi chào hỏi", "Phần thi xử lý tình huống"]
    assert (rules.entry.team.least, rules.entry.team.most) == (5, 8)
    assert rules.period == "Quý III/2026"
    assert budget(rules).total == 2 * (2_000_000 + 2 * 1_000_000 + 500_000) + 3_000_000


def test_hosts_hold_the_task_that_names_them():
    draft = founded(texts.STAGE)
    host = "UBND các xã nơi diễn ra Hội thi"
    assert draft.agencies[1] == AgencyDraft(
        host, HolderSet.HOST_COMMUNES, source=draft.agencies[0].source
    )
    assert draft.tasks[1].holders == (Holder(host),)


def test_a_skills_check_takes_its_shares_from_the_targets():
    theme, check = founded(texts.CHECK).activities
    assert (theme.kind, check.kind) == (Kind.THEME, Kind.CHECK)
    passing = check.rulebook.passing
    assert (passing.target_taking_part_percent, passing.target_percent) == (100, 85)


def test_every_fact_knows_its_sentence():
    draft = founded(texts.FESTIVAL)
    lines = texts.FESTIVAL.splitlines()
    seminar = draft.activities[1]
    place = seminar.source
    assert lines[place.line - 1][place.start : place.end] == seminar.title
    assert all(isinstance(one.source, Place) for one in draft.committees)


@pytest.mark.parametrize("text", ["", "KẾ HOẠCH", "\x00", "a" * 5_000, "KẾ HOẠCH\n\nI.\n1.\n-"])
def test_a_text_that_says_nothing_founds_a_campaign_that_asks(text):
    draft = founded(text)
    assert draft.activities == ()
    assert [task.asks for task in draft.tasks] == [Asks.HEADER, Asks.HEADER]


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading(text):
    notice(text)
    founded(f"KẾ HOẠCH\nTổ chức Ngày hội năm 2026\nI. NỘI DUNG\n{text}")
