"""Units by channels, and one click that reminds those who have told nothing."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import outreach as actions
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import outreach_lines
from hoithi.core.outreach.channels import Channel, Phase
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest
from hoithi.wording.outreach import CHANNELS, PHASES, channels_said, reminder_text


@require_safe
@login_required
def outreach_table(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Units × channels with counts; who has told nothing, and the text that reminds them."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    phase = _phase(request)
    table = outreach_lines.table(campaign, today=local_day(at), phase=phase)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "table": table,
        "phase": phase,
        "phases": PHASES.items(),
        "heads": [str(CHANNELS[one.value]) for one in table.channels],
        "silent": [(line.teller, channels_said(line.missing)) for line in table.silent],
        "zalo": zalo_text(campaign, table),
        "today": date_text(local_day(at)),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/outreach/table.html", shown)


def _phase(request: HttpRequest) -> Phase | None:
    """The phase that is asked for; all of them for any other word."""
    asked = request.GET.get("giai-doan", "")
    return Phase(asked) if asked in list(Phase) else None


def zalo_text(campaign: Campaign, table: outreach_lines.Table) -> str:
    """One message for the group of all units: who is still to tell what."""
    lines = [f"- {one.teller.name}: {channels_said(one.missing)}" for one in table.silent]
    head = _("Các đơn vị chưa ghi kết quả tuyên truyền “%(title)s”:") % {"title": campaign.title}
    foot = _("Đề nghị thực hiện và ghi kết quả kèm đường dẫn hoặc ảnh lên hệ thống.")
    return "\n".join([head, *lines, foot]) if lines else ""


@require_POST
@login_required
@taken_once
def outreach_remind(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Tells the contacts of all who have told nothing, once a day."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    table = outreach_lines.table(campaign, today=local_day(at))
    told = actions.remind(campaign, _reminders(campaign, table.silent), by=request.user, at=at)
    messages.success(request, _said(told, len(table.silent)))
    return redirect("outreach_table", body, number)


def _said(told: int, silent: int) -> str:
    if not silent:
        return _("Không còn đơn vị nào phải nhắc.")
    if not told:
        return _(
            "Các đơn vị này chưa có tài khoản đầu mối nên hệ thống chưa báo được cho ai. "
            "Hãy chép tin nhắn bên dưới vào nhóm Zalo."
        )
    return _("Đã nhắc %(people)s đầu mối. Trong một ngày, mỗi người chỉ nhận một lần.") % {
        "people": told
    }


def _reminders(campaign: Campaign, lines: Iterable[outreach_lines.Line]) -> list[actions.Reminder]:
    """One reminder a unit, whichever agencies of the plan it is."""
    missing: dict[int, dict[Channel, None]] = defaultdict(dict)
    names: dict[int, str] = {}
    for line in lines:
        if unit := line.teller.unit_id or line.teller.agency.unit_id:
            missing[unit] |= dict.fromkeys(line.missing)
            names.setdefault(unit, line.teller.name)
    link = reverse("unit_campaigns")
    return [
        actions.Reminder(unit, reminder_text(names[unit], campaign.title, channels), link)
        for unit, channels in missing.items()
    ]
