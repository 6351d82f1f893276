"""What one unit reports, as the organiser reads it; and what all of them say together."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import AnswerState, ReportAnswer
from hoithi.campaigns.queries import reports
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.official import to_docx, to_pdf
from hoithi.documents.spreadsheets import write_sheets
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.merging import merged_paper, merged_sheets
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.campaigns.telling import tell_decided
from hoithi.web.reports import report_shown
from hoithi.web.request import SignedInRequest
from hoithi.wording import sentence


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def report_answer(
    request: SignedInRequest, body: str, number: int, asks: int, asked: int
) -> HttpResponse:
    """The newest version that the unit sent: it is taken, or sent back with a remark."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    wanted = reports.request_of(campaign, asks)
    found = reports.asked_by(wanted, asked)
    sent = [one for one in reports.versions_of(found) if one.state != AnswerState.DRAFT]
    error = ""
    if request.method == "POST":
        error = _decided(request, sent)
        if not error:
            return redirect("report_answer", body, number, asks, asked)
    outline = outline_of(wanted)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "asks": wanted,
        "asked": found,
        "name": reports.name_of(found, local_day(at)),
        "versions": sent,
        "newest": sent[0] if sent else None,
        "report": report_shown(outline, answer_of(sent[0])) if sent else None,
        "may_work": may_work(request, campaign.body),
        "error": error,
    }
    status = 422 if error else 200
    return render(request, "organiser/campaigns/report_answer.html", shown, status=status)


def _decided(request: SignedInRequest, sent: list[ReportAnswer]) -> str:
    """Takes or sends back the version that the page showed; the sentence of a refusal."""
    at, by = clock.now(), request.user
    newest = next((one for one in sent if str(one.version) == request.POST.get("ban")), None)
    try:
        if newest is None or newest is not sent[0]:
            raise deeds.ReportNotOpen
        if request.POST.get("viec") == "nhan":
            decided = deeds.accept(newest, by=by, at=at)
        else:
            decided = deeds.send_back(newest, request.POST.get("remark", "")[:2000], by=by, at=at)
    except Refusal as refusal:
        return sentence(refusal)
    tell_decided(decided, at=at)
    messages.success(request, _("Đã ghi; đầu mối của đơn vị nhận thông báo trên hệ thống."))
    return ""


@require_safe
@login_required
def report_merged(
    request: SignedInRequest, body: str, number: int, asks: int, kind: str
) -> HttpResponse:
    """What all units sent: the tables as a workbook, everything as a document."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    wanted, day = reports.request_of(campaign, asks), local_day(at)
    answers = reports.counted_answers(wanted, day)
    asked, name = wanted.asked.count(), f"tong-hop-bao-cao-{asks}.{kind}"
    if kind == "xlsx":
        return download(write_sheets(merged_sheets(wanted, answers, asked, day)), name)
    paper = merged_paper(wanted, answers, asked, day)
    if kind == "docx":
        return download(to_docx(paper), name, FileKind.DOCX.media_type)
    return download(to_pdf(paper), name, FileKind.PDF.media_type)
