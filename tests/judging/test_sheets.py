"""Points from paper count once a second person has confirmed them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.core.points import PartPoints
from hoithi.judging import actions, queries
from hoithi.judging.facts import Difference, Fault, LineFault, TypedPoints
from hoithi.judging.models import PointsSheet
from hoithi.people import actions as people
from hoithi.people.facts.accounts import Invited, LinkNotValid
from hoithi.people.models import RoleName
from tests import make
from tests.results.boards import BINH_SON, OPENS, contest, entrant

pytestmark = pytest.mark.django_db
AT = OPENS
LATER = OPENS + timedelta(hours=1)


@pytest.fixture
def stage():
    return contest(BINH_SON)


@pytest.fixture
def cluster(stage):
    return stage.rounds.get(key="cluster-binh-phuoc")


@pytest.fixture
def teams(stage):
    names = ("Đội xã Bình Phước", "Đội xã Bình Đông")
    return [entrant(stage, name, kind="team").pk for name in names]


@pytest.fixture
def typist(stage):
    return make.holder(RoleName.SECRETARY, over=stage.body)


@pytest.fixture
def second(stage):
    return make.holder(RoleName.ORGANISER, over=stage.body)


def typed(teams, *points):
    return [TypedPoints(team, Decimal(got)) for team, got in zip(teams, points, strict=True)]


def counted(cluster):
    return [(one.entrant_id, one.part_key, one.points) for one in queries.points(cluster, at=AT)]


def test_only_confirmed_points_count(cluster, teams, typist, second):
    lines = typed(teams, "35.5", "38")
    sheet = actions.enter_sheet(cluster, "skit", lines, by=typist, at=AT)
    assert counted(cluster) == []
    actions.confirm(sheet, by=second, at=LATER)

    assert list(queries.points(cluster, at=AT)) == [
        PartPoints(entrant_id=team, round_key=cluster.key, part_key="skit", points=got,
                   most=Decimal(40))
        for team, got in zip(teams, (Decimal("35.5"), Decimal(38)), strict=True)
    ]  # fmt: skip
    assert make.deeds()[-2:] == ["judging.sheet_entered", "judging.sheet_confirmed"]


def test_who_entered_cannot_confirm(cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    with pytest.raises(actions.SecondPersonRequired):
        actions.confirm(sheet, by=typist, at=LATER)
    with pytest.raises(actions.SecondPersonRequired):
        actions.confirm_by_retyping(sheet, typed(teams, "35", "38"), by=typist, at=LATER)


def test_a_second_typing_confirms_when_equal_and_shows_what_differs(cluster, teams, typist, second):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    other = typed(teams, "35", "33")
    with pytest.raises(actions.TypingsDiffer) as refusal:
        actions.confirm_by_retyping(sheet, other, by=second, at=LATER)
    first = TypedPoints(teams[1], Decimal(38))
    assert refusal.value.differences == (Difference(teams[1], first, other[1]),)
    assert counted(cluster) == []

    actions.confirm_by_retyping(sheet, typed(teams, "35", "38"), by=second, at=LATER)
    assert len(counted(cluster)) == 2


def test_a_newer_sheet_replaces_once_confirmed(cluster, teams, typist, second):
    old = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    actions.confirm(old, by=second, at=AT)
    lines = typed(teams, "36", "38")
    with pytest.raises(actions.CorrectionUnfounded):
        actions.enter_sheet(cluster, "skit", lines, by=typist, at=LATER)
    grounds = actions.Grounds(reason="Cộng nhầm phiếu số 3", document_number="07/BB-BTC")
    new = actions.enter_sheet(cluster, "skit", lines, by=typist, at=LATER, grounds=grounds)
    assert (new.reason, new.document_number) == ("Cộng nhầm phiếu số 3", "07/BB-BTC")
    assert (new.number, counted(cluster)[0][2]) == (2, Decimal(35))
    changed = (TypedPoints(teams[0], Decimal(35)), TypedPoints(teams[0], Decimal(36)))
    assert queries.changes(new) == [Difference(teams[0], *changed)]

    actions.confirm(new, by=second, at=LATER)
    assert counted(cluster)[0][2] == Decimal(36)


def test_the_same_form_sent_twice_is_one_sheet_and_an_overtaken_one_is_refused(
    cluster, teams, typist, second
):
    seen = actions.Grounds(seen=0)
    lines = typed(teams, "35", "38")
    first = actions.enter_sheet(cluster, "skit", lines, by=typist, at=AT, grounds=seen)
    again = actions.enter_sheet(cluster, "skit", lines, by=typist, at=AT, grounds=seen)
    assert (again, PointsSheet.objects.count()) == (first, 1)
    for by, other in ((second, lines), (typist, typed(teams, "34", "38"))):
        with pytest.raises(actions.SheetOvertaken):
            actions.enter_sheet(cluster, "skit", other, by=by, at=AT, grounds=seen)
    assert PointsSheet.objects.count() == 1


def test_an_older_sheet_is_confirmed_no_more(cluster, teams, typist, second):
    old = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    actions.enter_sheet(cluster, "skit", typed(teams, "36", "38"), by=typist, at=AT)
    with pytest.raises(actions.SheetReplaced):
        actions.confirm(old, by=second, at=LATER)


def test_a_guest_confirms_by_a_link_that_works_once(cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    invited = Invited(actions.CONFIRM, sheet.pk, "Trần Văn Ba", "Phó Trưởng ban", "15/QĐ-UBND")
    token = people.invite(invited, body=cluster.contest.body, by=typist, at=AT).token
    confirmation = actions.confirm_by_guest(token, at=LATER)

    assert confirmation.invited_name == "Trần Văn Ba, Phó Trưởng ban"
    assert len(counted(cluster)) == 2
    with pytest.raises(LinkNotValid):
        actions.confirm_by_guest(token, at=LATER)


def test_who_typed_is_no_guest_of_the_own_sheet(cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    name = typist.full_name.upper()
    invited = Invited(actions.CONFIRM, sheet.pk, name, "Thư ký", "15/QĐ-UBND")
    token = people.invite(invited, body=cluster.contest.body, by=typist, at=AT).token
    with pytest.raises(actions.GuestIsTypist):
        actions.confirm_by_guest(token, at=LATER)
    assert counted(cluster) == []


def test_every_line_is_compared_before_it_counts(cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    tokens = list(sheet.lines.values_list("entrant__token", flat=True))
    with pytest.raises(actions.LinesUnchecked):
        actions.check_lines(sheet, tokens[:1])
    actions.check_lines(sheet, tokens)


def test_paper_confirms_only_where_there_is_one_official(cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    paper = make.stored_file(cluster.contest.body)
    with pytest.raises(actions.OfficialsEnough):
        actions.confirm_on_paper(sheet, paper, by=typist, at=LATER)
    cluster.contest.one_official = True
    cluster.contest.save()
    assert actions.confirm_on_paper(sheet, paper, by=typist, at=LATER).paper == paper


@pytest.mark.parametrize(
    ("points", "fault"),
    [("-1", Fault.BELOW_NOTHING), ("40.5", Fault.ABOVE_MOST), ("1.00001", Fault.TOO_PRECISE),
     ("NaN", Fault.BELOW_NOTHING), ("Infinity", Fault.BELOW_NOTHING)],
)  # fmt: skip
def test_impossible_points_enter_nothing(cluster, teams, typist, points, fault):
    with pytest.raises(actions.SheetFaulty) as refusal:
        actions.enter_sheet(cluster, "skit", typed(teams, "35", points), by=typist, at=AT)
    assert refusal.value.faults == (LineFault(fault, 2, str(Decimal(points))),)
    assert not PointsSheet.objects.exists()


def test_strangers_and_doubles_enter_nothing(cluster, teams, typist):
    stranger = entrant(contest(BINH_SON), "Đội khác", kind="team").pk
    lines = typed([teams[0], teams[0], stranger], "1", "2", "3")
    with pytest.raises(actions.SheetFaulty) as refusal:
        actions.enter_sheet(cluster, "skit", lines, by=typist, at=AT)
    faults = [fault.fault for fault in refusal.value.faults]
    assert faults == [Fault.ENTRANT_TWICE, Fault.UNKNOWN_ENTRANT]


def test_a_part_that_is_not_held_is_refused(cluster, teams, typist):
    with pytest.raises(actions.PartNotEntered):
        actions.enter_sheet(cluster, "nothing", typed(teams, "1", "2"), by=typist, at=AT)


def test_judged_values_need_a_key_of_the_rules_and_a_reason(stage, cluster, teams, typist):
    team = stage.entrants.get(pk=teams[0])
    title = "ý kiến của Ban Giám khảo"
    give = actions.JudgedValue(title=title, value=Decimal(2), reason="Sáng tạo hơn")
    actions.judge(cluster, team, give, by=typist, at=AT)
    assert queries.judged_values(stage) == {(team.pk, title): Decimal(2)}
    unknown = actions.JudgedValue(title="khác", value=Decimal(2), reason="x")
    silent = actions.JudgedValue(title=title, value=Decimal(2), reason=" ")
    with pytest.raises(actions.NotJudged):
        actions.judge(cluster, team, unknown, by=typist, at=AT)
    with pytest.raises(actions.ReasonMissing):
        actions.judge(cluster, team, silent, by=typist, at=AT)


def test_sheets_are_seen_by_their_own_body_only(stage, cluster, teams, typist):
    sheet = actions.enter_sheet(cluster, "skit", typed(teams, "35", "38"), by=typist, at=AT)
    at = make.AT
    stranger = make.holder(RoleName.SECRETARY, over=make.body())
    assert list(queries.sheets(typist, stage.slug, cluster.key, at=at)) == [sheet]
    with pytest.raises(stage.DoesNotExist):
        queries.sheets(stranger, stage.slug, cluster.key, at=at)
    with pytest.raises(stage.DoesNotExist):
        queries.sheet_for(stranger, stage.slug, sheet.pk, at=at)
