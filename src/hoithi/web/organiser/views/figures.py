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
DEVICES = {"phone": "Điện thoại", "tablet": "Máy tính bảng", "desktop": "Máy tính"}


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


def _charts(figures: RoundFigures, units: list[UnitCounts]) -> list[str]:
    if not figures.all.sittings:
        return []
    hours = sorted(figures.hours.items())
    labels = [f"{localtime(hour):%Hh %d/%m}" for hour, _counts in hours]
    counts = [
        Series(_("Người"), [one.people for _hour, one in hours]),
        Series(_("Lượt"), [one.sittings for _hour, one in hours]),
    ]
    named = [(one.name or _("Không theo đơn vị"), one.counts.people) for one in units]
    devices = [(DEVICES.get(key, _("Khác")), one.people) for key, one in figures.devices.items()]
    return [
        line_chart(_("Theo giờ"), labels, counts),
        bar_chart(_("Người dự thi theo đơn vị"), named[:_UNITS_DRAWN]),
        bar_chart(_("Người dự thi theo thiết bị"), devices),
    ]
