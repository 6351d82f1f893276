"""The pages of a report to the superior: begun, put in words, sent, read again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import upward as deeds
from hoithi.campaigns.models import Campaign, UpwardReport
from hoithi.core.reporting.upward import Part, ReportKind, drafted
from hoithi.core.reporting.words import WrittenPart, blanks, settled, written
from hoithi.core.vietnamese.moments import local_day
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.campaigns.upward.forms import (
    HeadingForm,
    NumberForm,
    UpwardForm,
    words_sent,
)
from hoithi.web.organiser.campaigns.upward.gathering import campaign_told
from hoithi.web.organiser.campaigns.upward.papers import paper_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.papers import paper_download
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.reports import UPWARD_KINDS


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def upward_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Begins a report that drafts itself from the figures."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = UpwardForm(sent(request), initial={"addressed_to": campaign.superior_issuer})
    if form.is_valid():
        kind, heading = ReportKind(form.cleaned_data["kind"]), form.heading(campaign)
        made = deeds.begin_upward(campaign, kind, heading, by=request.user, at=at)
        return redirect("upward_report", body, number, made.pk)
    shown = {"body": campaign.body, "campaign": campaign, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/upward_new.html", shown, status=status)


def _parts(request: SignedInRequest, report: UpwardReport) -> tuple[Part, ...]:
    told = campaign_told(report.campaign, request.user, at=clock.now())
    return drafted(ReportKind(report.kind), told)


def _report(campaign: Campaign, number: int) -> UpwardReport:
    return campaign.upward_reports.select_related("campaign__body").get(pk=number)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def upward_report(request: SignedInRequest, body: str, number: int, report: int) -> HttpResponse:
    """The report in progress: sentences follow the figures until somebody puts them otherwise."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    found = _report(campaign, report)
    parts = _parts(request, found)
    initial = {"subject": found.subject, "addressed_to": found.addressed_to}
    form, words = HeadingForm(sent(request), initial=initial), found.words
    if request.method == "POST":
        words = words_sent(request.POST.dict(), parts, found.words)
    if form.is_valid():
        with SaidOn(form):
            _kept(request, found, words, form)
            messages.success(request, _("Đã lưu báo cáo."))
            return redirect("upward_report", body, number, report)
    return _page(request, found, form, written(parts, words))


def _page(
    request: SignedInRequest,
    report: UpwardReport,
    form: HeadingForm,
    parts: tuple[WrittenPart, ...],
) -> HttpResponse:
    shown = {
        "body": report.campaign.body,
        "campaign": report.campaign,
        "report": report,
        "kind": UPWARD_KINDS[report.kind],
        "form": form,
        "parts": parts,
        "blanks": blanks(parts),
        "versions": list(report.versions.select_related("sent_by").defer("content")),
        "number_form": NumberForm(),
        "may_work": may_work(request, report.campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/upward_report.html", shown, status=status)


def _kept(
    request: SignedInRequest, report: UpwardReport, words: dict[str, str], form: HeadingForm
) -> None:
    text = request.POST.get("ban", "")
    revision = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
    by, at = request.user, clock.now()
    deeds.write_upward(report, words, form.heading, revision=revision, by=by, at=at)


def _frozen(request: SignedInRequest, report: UpwardReport) -> deeds.Frozen:
    return deeds.Frozen(
        report.kind,
        report.subject,
        report.addressed_to,
        report.campaign.body.name,
        local_day(clock.now()),
        settled(written(_parts(request, report), report.words)),
    )


@require_POST
@login_required
@taken_once
def upward_send(request: SignedInRequest, body: str, number: int, report: int) -> HttpResponse:
    """Freezes the report with the figures of this moment, as it is sent."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found, form = _report(campaign, report), NumberForm(request.POST)
    form.full_clean()
    text = form.cleaned_data.get("document_number", "")
    made = deeds.freeze_upward(found, _frozen(request, found), text, by=request.user, at=at)
    messages.success(request, _("Đã chốt bản %(number)s kèm số liệu.") % {"number": made.number})
    return redirect("upward_version", body, number, report, made.number)


@require_safe
@login_required
def upward_version(
    request: SignedInRequest, body: str, number: int, report: int, version: int
) -> HttpResponse:
    """A version as it was sent, each figure with the page it came from."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    found = _report(campaign, report)
    row = found.versions.select_related("sent_by").get(number=version)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "report": found,
        "version": row,
        "frozen": deeds.frozen_of(row),
    }
    return render(request, "organiser/campaigns/upward_version.html", shown)


@require_safe
@login_required
def upward_paper(
    request: SignedInRequest, body: str, number: int, report: int, version: int, kind: FileKind
) -> HttpResponse:
    """The document of a version; of version 0, of the report in progress."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    found = _report(campaign, report)
    row = found.versions.get(number=version) if version else None
    frozen = deeds.frozen_of(row) if row else _frozen(request, found)
    paper = paper_of(frozen, campaign.body, row.document_number if row else "")
    return paper_download(paper, f"bao-cao-{report}-ban-{version}", kind)
