"""Brings the campaigns of the demonstration to telling moments: tasks, committees, outreach, money.

Everything goes through the deeds that the screens use; who does it is the body's own account.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal

from hoithi.campaigns import actions
from hoithi.campaigns.actions import approving, budgets, outreach, reports, spending
from hoithi.campaigns.models import (
    Agency,
    BudgetVersion,
    Campaign,
    CommitteeKind,
    CommitteeRole,
    Holding,
    HoldingStatus,
    SourceKind,
    SponsorStage,
)
from hoithi.campaigns.queries.outreach import proposals, tellers
from hoithi.campaigns.queries.recipients import Asked
from hoithi.conferences import actions as conferences
from hoithi.core.attendance import Presence
from hoithi.core.budget.norms import Item
from hoithi.core.outreach.channels import Channel
from hoithi.core.reporting.outlines import read_outline
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import Person, Unit
from hoithi.web.organiser.campaigns.budget.prizes import prizes_as_lines

_MEMBERS = (
    ("Đinh Quang Vinh", "Phó Chủ tịch Ủy ban nhân dân", CommitteeRole.HEAD),
    ("Mai Thị Bích Thủy", "Trưởng phòng", CommitteeRole.DEPUTY),
    ("Cao Xuân Trường", "Chánh Văn phòng", CommitteeRole.MEMBER),
    ("Hồ Thị Minh Nguyệt", "Phó Trưởng phòng", CommitteeRole.MEMBER),
    ("Vi Văn Thượng", "Chuyên viên", CommitteeRole.SECRETARY),
)
_EVIDENCE = "Báo cáo số {number}/BC ngày {day}"
_OBSTACLE = "Chưa bố trí được người phụ trách kỹ thuật trong thời gian này."
_OUTLINE = "Kết quả thực hiện\n- Nêu việc đã làm, số người tham gia.\nKhó khăn, kiến nghị"
_TABLE = "Số liệu tuyên truyền\n- Số buổi phát thanh (số)\n- Số lượt tin, bài (số)"


@dataclass(frozen=True)
class Desk:
    """The campaign, who works on it, who approves, and the moment of the story."""

    campaign: Campaign
    by: Person
    approver: Person
    at: datetime


def bring_to_moment(desk: Desk, file: str) -> None:
    """Everything that was done in this campaign until now."""
    open_units(desk)
    for deed in _DEEDS[file]:
        deed(desk)


def open_units(desk: Desk) -> None:
    """Tasks of "all communes" and the like stand for each unit of the body's tree."""
    today = local_day(desk.at)
    for agency in desk.campaign.agencies.exclude(holder_set=HolderSet.ONE):
        told = tellers(desk.campaign, [agency], on=today)
        units = _units(agency, [one.unit_id for one in told if one.unit_id])
        if units:
            actions.open_set(agency, units, by=desk.by, at=desk.at)


def _units(agency: Agency, ids: list[int]) -> list[Unit]:
    return list(Unit.objects.filter(pk__in=ids, body=agency.campaign.body))


def report_some(desk: Desk) -> None:
    """Some tasks are done, some are being done, one is stuck and its obstacle is answered."""
    for place, holding in enumerate(_holdings(desk)):
        _report(desk, holding, place)


def finish_all(desk: Desk) -> None:
    """Everybody has done what was asked."""
    for place, holding in enumerate(_holdings(desk)):
        told = actions.Report(HoldingStatus.DONE, _evidence(desk, place))
        actions.report(holding, told, by=desk.by, at=desk.at)


def _holdings(desk: Desk) -> list[Holding]:
    rows = Holding.objects.filter(task__campaign=desk.campaign, task__asks="")
    return list(rows.order_by("task__ordinal", "pk"))


_KINDS = 4


def _report(desk: Desk, holding: Holding, place: int) -> None:
    if place % _KINDS == 0:
        told = actions.Report(HoldingStatus.DONE, _evidence(desk, place))
    elif place % _KINDS == 1:
        told = actions.Report(HoldingStatus.DOING)
    elif place == 2:
        told = actions.Report(HoldingStatus.STUCK, obstacle=_OBSTACLE)
    else:
        return
    stuck = actions.report(holding, told, by=desk.by, at=desk.at)
    if told.obstacle:
        answer = "Thường trực Ban Tổ chức cử người hỗ trợ từ đầu tuần sau."
        actions.answer_obstacle(stuck, answer, by=desk.by, at=desk.at)


def _evidence(desk: Desk, place: int) -> str:
    day = local_day(desk.at) - timedelta(days=3)
    return _EVIDENCE.format(number=11 + place, day=f"{day:%d/%m/%Y}")


def fill_committee(desk: Desk) -> None:
    """The organising committee has its members and its decision."""
    committee = desk.campaign.committees.filter(kind=CommitteeKind.ORGANISING).first()
    if committee is None:
        return
    for name, post, role in _MEMBERS:
        member = actions.NewMember(name, post, role)
        actions.add_member(committee, member, by=desk.by, at=desk.at)
    day = local_day(desk.at) - timedelta(days=20)
    actions.set_decision(committee, "142/QĐ-UBND", day, by=desk.by, at=desk.at)


def tell_public(desk: Desk) -> None:
    """Duties of the plan are given out; half of those who tell have told something."""
    today = local_day(desk.at)
    keys = [one.key for one in proposals(desk.campaign)]
    outreach.take_proposals(desk.campaign, keys, by=desk.by, at=desk.at)
    agencies = Agency.objects.filter(outreach_duties__campaign=desk.campaign).distinct()
    for place, teller in enumerate(tellers(desk.campaign, agencies, on=today)):
        if place % 2 == 0:
            told = outreach.Told(
                Channel.RADIO,
                today - timedelta(days=1 + place % 3),
                words="Phát bản tin buổi sáng và buổi chiều.",
                reached=180 + 35 * place,
            )
            unit = _units(teller.agency, [teller.unit_id])[0] if teller.unit_id else None
            who = (teller.agency, unit)
            outreach.report_deed(desk.campaign, who, told, by=outreach.By(desk.by), at=desk.at)


def write_estimate(desk: Desk) -> None:
    """The estimate with prizes by the rules, approved by another person."""
    _estimate(desk)


def approve_estimate(desk: Desk) -> None:
    """The estimate, submitted and approved."""
    version = budgets.submit(_estimate(desk), by=desk.by, at=desk.at)
    day = local_day(desk.at)
    word = budgets.Word("156/QĐ-UBND", day, "Đinh Quang Vinh")
    approving.approve(version, word, by=desk.approver, at=desk.at)


def _estimate(desk: Desk) -> BudgetVersion:
    day = local_day(desk.at)
    version = budgets.begin(desk.campaign, by=desk.by, at=desk.at)
    source = budgets.SourceTyped(
        SourceKind.BUDGET, f"Ngân sách năm {day.year}", day.year, 150_000_000
    )
    version = budgets.write_sources(version, [source], by=desk.by, at=desk.at)
    key = version.sources.get().key
    lines = [*prizes_as_lines(desk.campaign, at=desk.at), *_other_lines()]
    told = [budgets.LineTyped(**(vars(line) | {"source_key": key})) for line in lines]
    return budgets.write_lines(version, told, by=desk.by, at=desk.at)


def _other_lines() -> list[budgets.LineTyped]:
    told = (
        ("Trang trí, khánh tiết", 1, Item.HALL, "buổi", 8_000_000),
        ("In tài liệu", 200, Item.PRINTING, "bộ", 15_000),
        ("Nước uống", 250, Item.PARTICIPANTS, "người", 20_000),
    )
    return [
        budgets.LineTyped(text, Decimal(count), item, "Tổ chức", unit, norm)
        for text, count, item, unit, norm in told
    ]


def call_sponsors(desk: Desk) -> None:
    """Two companies were asked; one has pledged and given."""
    day = local_day(desk.at)
    given = spending.NewSponsor("Công ty TNHH Máy tính Sông Cấm", wish="Thiết bị trình chiếu")
    sponsor = spending.add_sponsor(desk.campaign, given, by=desk.by, at=desk.at)
    for stage, ago, amount in (
        (SponsorStage.CALLED, 18, None),
        (SponsorStage.PLEDGED, 12, 20_000_000),
        (SponsorStage.RECEIVED, 5, 20_000_000),
    ):
        step = spending.NewStep(stage, day - timedelta(days=ago), amount)
        spending.add_step(sponsor, step, by=desk.by, at=desk.at)
    asked = spending.NewSponsor("Trung tâm Viễn thông Ngô Quyền")
    other = spending.add_sponsor(desk.campaign, asked, by=desk.by, at=desk.at)
    called = spending.NewStep(SponsorStage.CALLED, day - timedelta(days=10))
    spending.add_step(other, called, by=desk.by, at=desk.at)


def ask_for_reports(desk: Desk) -> None:
    """All units of the plan's sets are to report within ten days."""
    today = local_day(desk.at)
    agencies = desk.campaign.agencies.exclude(holder_set=HolderSet.ONE)
    told = [one for one in tellers(desk.campaign, agencies, on=today) if one.unit_id]
    asked = [
        Asked(unit=unit)
        for one in told
        for unit in _units(one.agency, [one.unit_id] if one.unit_id else [])
    ]
    wanted = reports.NewRequest(
        "Báo cáo kết quả tuyên truyền, chuẩn bị",
        read_outline(_OUTLINE, _TABLE),
        today + timedelta(days=10),
    )
    request = reports.make_request(desk.campaign, wanted, asked, by=desk.by, at=desk.at)
    reports.send_request(request, by=desk.by, at=desk.at)


def hold_meeting(desk: Desk) -> None:
    """The first meeting took place: who came, and what was concluded."""
    meeting = desk.campaign.activities.filter(kind="meeting").first()
    if meeting is None:
        return
    agencies = list(desk.campaign.agencies.filter(holder_set=HolderSet.ONE))
    guests = [conferences.NewGuest(one.name, agency=one) for one in agencies]
    conferences.invite(meeting, guests, by=desk.by, at=desk.at)
    for place, guest in enumerate(meeting.guests.order_by("ordinal")):
        there = Presence.ABSENT if place == 1 else Presence.PRESENT
        conferences.check_in(guest, there, by=desk.by, at=desk.at)
    today = local_day(desk.at)
    due = max(today, meeting.first_day or today) + timedelta(days=5)
    concluded = conferences.NewConclusion(
        "Hoàn thiện kịch bản, gửi Thường trực Ban Tổ chức.", agencies[0], due
    )
    conferences.add_conclusion(meeting, concluded, by=desk.by, at=desk.at)
    conferences.assign(meeting, by=desk.by, at=desk.at)


def prepare_conference(desk: Desk) -> None:
    """The programme and the list of those who are to be invited; the day is still open."""
    conference = desk.campaign.activities.get(kind="conference")
    items = (
        (time(8), "Đón tiếp đại biểu", "Ban Tổ chức"),
        (time(8, 30), "Báo cáo kết quả", "Sở Nội vụ"),
        (time(9), "Tham luận", "Đại biểu"),
        (time(10, 30), "Công bố Quyết định khen thưởng; trao thưởng", "Sở Nội vụ"),
        (time(11), "Phát biểu kết luận", "Chủ tịch Ủy ban nhân dân tỉnh"),
    )
    for starts_at, content, who in items:
        item = conferences.NewItem(content, who, starts_at)
        conferences.add_item(conference, item, by=desk.by, at=desk.at)
    guests = [conferences.NewGuest(one.name, agency=one) for one in desk.campaign.agencies.all()]
    conferences.invite(conference, guests, by=desk.by, at=desk.at)


_DEEDS: dict[str, tuple[Callable[[Desk], None], ...]] = {
    "ngo-quyen-2008": (
        report_some,
        fill_committee,
        hold_meeting,
        call_sponsors,
        tell_public,
        write_estimate,
    ),
    "binh-son-2024": (report_some, fill_committee, tell_public, approve_estimate),
    "bach-quang-2021": (report_some, tell_public),
    "tien-giang-2019": (report_some, prepare_conference),
    "cu-lao-dung-2020": (finish_all,),
    "hoa-son-2026": (
        report_some,
        fill_committee,
        hold_meeting,
        tell_public,
        approve_estimate,
        ask_for_reports,
    ),
    "thai-nguyen-2026": (report_some, fill_committee, tell_public, write_estimate, ask_for_reports),
}
