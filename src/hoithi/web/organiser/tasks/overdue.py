"""What is late, on screen and on paper, and the annex of all assignments."""

from datetime import date
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import Work
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.tasks import papers
from hoithi.web.papers import paper_download
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import Asked, TableOut, table_view


@require_safe
@login_required
def tasks_overdue(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What is late, by agency, with the report and the urging letter to take away."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    today = local_day(at)
    late = queries.late_tasks(campaign, today=today)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "late": late,
        "late_number": papers.tasks_in(late),
        "unled": queries.late_without_leader(campaign, today=today),
        "groups": [(who, list(rows)) for who, rows in groupby(late, key=lambda one: one.agency)],
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/tasks/overdue.html", shown)


@require_safe
@login_required
def overdue_paper(request: SignedInRequest, body: str, number: int, kind: FileKind) -> HttpResponse:
    """The report of what is late."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    today = local_day(at)
    works = _works(campaign, today)
    late = queries.late_tasks(campaign, today=today)
    paper = papers.overdue_report(campaign, works, late, today)
    return paper_download(paper, "bao-cao-nhiem-vu-qua-han", kind)


@require_safe
@login_required
def urging_letter(request: SignedInRequest, body: str, number: int, kind: FileKind) -> HttpResponse:
    """The letter that urges all who are late, or one agency (`?co_quan=3`)."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    today = local_day(at)
    asked = request.GET.get("co_quan", "")
    late = [
        one
        for one in queries.late_tasks(campaign, today=today)
        if not asked or str(one.agency.pk) == asked
    ]
    return paper_download(papers.urging(campaign, late, today), "cong-van-don-doc", kind)


@require_safe
@login_required
def assignments_paper(
    request: SignedInRequest, body: str, number: int, kind: FileKind
) -> HttpResponse:
    """The annex of all assignments in the plan's own form."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    works, results = _works(campaign, local_day(at)), queries.results_told(campaign)
    return paper_download(papers.assignments(campaign, works, results), "phu-luc-phan-cong", kind)


def _works(campaign: Campaign, today: date) -> list[Work]:
    return queries.works_in(campaign, campaign.agencies.all(), today=today)


def _columns(*headings: str, numbers: tuple[str, ...] = ()) -> tuple[Column, ...]:
    return tuple(
        Column(f"cot-{place}", (heading,), kind=Kind.WHOLE if heading in numbers else Kind.TEXT)
        for place, heading in enumerate(headings)
    )


@table_view
def overdue_table(asked: Asked, body: str, number: int) -> TableOut:
    """What is late, to go on with in a spreadsheet."""
    campaign = queries.campaign_for(asked.person, body, number, at=asked.at)
    late = queries.late_tasks(campaign, today=local_day(asked.at))
    rows = [
        (place, *papers.late_line(one)[:3], one.days, papers.remark(one))
        for place, one in enumerate(late, start=1)
    ]
    columns = _columns(
        "STT",
        "Cơ quan chủ trì",
        "Nhiệm vụ",
        "Thời hạn",
        "Quá hạn (ngày)",
        "Ghi chú",
        numbers=("STT", "Quá hạn (ngày)"),
    )
    table = TableOut(_("Nhiệm vụ quá hạn"), columns, rows, [campaign.title])
    return table.called("nhiem-vu-qua-han", campaign.body)


@table_view
def assignments_table(asked: Asked, body: str, number: int) -> TableOut:
    """All assignments, to go on with in a spreadsheet."""
    campaign = queries.campaign_for(asked.person, body, number, at=asked.at)
    works = _works(campaign, local_day(asked.at))
    lines = papers.assigned(works, queries.results_told(campaign))
    rows = [(place, *line) for place, line in enumerate(lines, start=1)]
    columns = _columns(
        "STT",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian",
        "Kết quả",
        numbers=("STT",),
    )
    table = TableOut(_("Bảng phân công nhiệm vụ"), columns, rows, [campaign.title])
    return table.called("bang-phan-cong-nhiem-vu", campaign.body)
