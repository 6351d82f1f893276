"""Figures of a round while people sit it: from counters, never from the exam room's tables."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.contests import queries
from hoithi.documents.charts import Series, bar_chart, line_chart
from hoithi.kit import clock
from hoithi.sittings.queries.desk import UnitCounts, units_named
from hoithi.sittings.queries.figures import RoundFigures, figures_of
from hoithi.web.request import SignedInRequest

_UNITS_DRAWN = 12


@require_safe
@login_required
def round_figures(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """People and attempts apart, by unit, by hour, by device; the page asks again by itself."""
    round_ = queries.round_for(request.user, slug, key, at=clock.now())
    figures = figures_of(round_)
    units = units_named(figures)
    shown = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "figures": figures,
        "units": units,
        "charts": _charts(figures, units),
    }
    return render(request, "organiser/figures.html", shown)


def _charts(figures: RoundFigures, units: list[UnitCounts]) -> list[tuple[str, str]]:
    """Titles with their pictures; nothing before anybody has sat."""
    if not figures.all.sittings:
        return []
    hours = sorted(figures.hours.items())
    labels = [f"{localtime(hour):%Hh %d/%m}" for hour, _counts in hours]
    counts = [
        Series(_("Người"), [one.people for _hour, one in hours]),
        Series(_("Lượt"), [one.sittings for _hour, one in hours]),
    ]
    named = [(one.name or _("Không theo đơn vị"), one.counts.people) for one in units]
    by_hour, by_unit = _("Theo giờ"), _("Người dự thi theo đơn vị")
    by_device = _("Người dự thi theo thiết bị")
    return [
        (by_hour, line_chart(by_hour, labels, counts)),
        (by_unit, bar_chart(by_unit, named[:_UNITS_DRAWN])),
        (by_device, bar_chart(by_device, _devices(figures))),
    ]


def _devices(figures: RoundFigures) -> list[tuple[str, int]]:
    names = {
        "phone": _("Điện thoại"),
        "tablet": _("Máy tính bảng"),
        "desktop": _("Máy tính"),
    }
    return [(names.get(key, _("Khác")), one.people) for key, one in figures.devices.items()]
