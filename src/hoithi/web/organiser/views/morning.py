"""The morning report: one picture and five lines for the leaders, one line for each unit."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.contests import queries
from hoithi.contests.models import Contest
from hoithi.core.morning import heading, lines, ordered, unit_line
from hoithi.kit import clock
from hoithi.results.facts.mornings import morning_of
from hoithi.results.models import MorningReport
from hoithi.results.queries import mornings
from hoithi.web.request import SignedInRequest

_DAYS_SHOWN = 31


@require_safe
@login_required
def morning_report(request: SignedInRequest, slug: str) -> HttpResponse:
    """The newest report, or when the first one will be ready."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    return _page(request, contest, mornings.reports(contest).first())


@require_safe
@login_required
def morning_of_day(request: SignedInRequest, slug: str, day: date) -> HttpResponse:
    """The report of an earlier morning."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    return _page(request, contest, mornings.report_of(contest, day))


def _page(request: SignedInRequest, contest: Contest, report: MorningReport | None) -> HttpResponse:
    shown = {
        "contest": contest,
        "body": contest.body,
        "report": report,
        "ready": contest.body.reports_at,
        "days": [one.day for one in mornings.reports(contest)[:_DAYS_SHOWN]],
    }
    told = _told(report) if report else {}
    return render(request, "organiser/morning.html", shown | told)


def _told(report: MorningReport) -> dict[str, Any]:
    told = morning_of(report)
    units = [(one, unit_line(one, told.days_left)) for one in ordered(told.units)]
    return {"heading": heading(told), "lines": lines(told), "units": units}


@require_safe
@login_required
def morning_picture(request: SignedInRequest, slug: str, day: date) -> HttpResponse:
    """The picture for the chat group; `?tai-ve` hands it over as a file."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    report = mornings.report_of(contest, day)
    response = HttpResponse(bytes(report.picture), content_type="image/png")
    way = "attachment" if "tai-ve" in request.GET else "inline"
    response["Content-Disposition"] = f'{way}; filename="bao-cao-sang-{slug}-{day}.png"'
    response["Cache-Control"] = "private, max-age=3600"
    return response
