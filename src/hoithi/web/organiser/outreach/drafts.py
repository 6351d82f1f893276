"""Texts and sheets made from the campaign's facts: read, rewritten, copied, printed."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions.outreach_drafts import forget_rewritten, rewrite
from hoithi.campaigns.forms import CleanField
from hoithi.campaigns.models import Campaign, OutreachDraft
from hoithi.core.outreach.channels import Phase
from hoithi.core.outreach.drafts import TITLES, DraftKind, draft, too_long
from hoithi.core.outreach.facts import Draft
from hoithi.core.outreach.sources import Source
from hoithi.core.outreach.spoken import minutes, unread
from hoithi.documents.official import Paper, Text, to_docx
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.outreach.told import address_of, contests_of, site_of, told
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.outreach import PHASES

_SOURCES = {
    DraftKind.NEWS: Source.NEWS,
    DraftKind.POST: Source.ZALO,
    DraftKind.SPEECH: Source.HAMLET,
}


class TextForm(forms.Form):
    """The text as somebody writes it."""

    text = CleanField(
        label=gettext_lazy("Nội dung"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18}),
    )


@dataclass(frozen=True)
class DraftShown:
    """A draft with what somebody made of it."""

    which: tuple[Phase, DraftKind]
    made: Draft
    rewritten: OutreachDraft | None

    @property
    def text(self) -> str:
        """What is used: the rewritten text, else the one made from the facts."""
        return self.rewritten.text if self.rewritten else self.made.text

    @property
    def minutes(self) -> int | None:
        """How long it takes to read aloud; None for what is not read aloud."""
        aloud = self.which[1] in {DraftKind.RADIO, DraftKind.SPEECH}
        return minutes(self.text) if aloud else None

    @property
    def unread(self) -> tuple[str, ...]:
        """Abbreviations for the announcer to look up."""
        return unread(self.text) if self.which[1] is DraftKind.RADIO else ()

    @property
    def too_long(self) -> tuple[str, ...]:
        """Lines that are too long for a banner."""
        return too_long(self.made) if self.which[1] is DraftKind.BANNER else ()


@require_safe
@login_required
def outreach_drafts(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """All texts by phase, and the poster and banner."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    address = address_of(campaign, contests_of(campaign), site_of(request))
    done = set(campaign.outreach_drafts.values_list("phase", "kind"))
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "address": address,
        "phases": [
            (
                phase.value,
                PHASES[phase.value],
                [(kind.value, TITLES[kind], (phase.value, kind.value) in done) for kind in TITLES],
            )
            for phase in Phase
        ],
    }
    return render(request, "organiser/outreach/drafts.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def outreach_draft(
    request: SignedInRequest, body: str, number: int, phase: str, kind: str
) -> HttpResponse:
    """One text: what it says, what is missing, rewritten or made anew."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    shown = _shown(request, campaign, _which(phase, kind), at)
    if "lai" in request.POST:
        forget_rewritten(campaign, shown.which, by=request.user, at=at)
        messages.success(request, _("Đã lấy lại bản soạn từ thông tin hiện có của kế hoạch."))
        return redirect("outreach_draft", body, number, phase, kind)
    form = TextForm(sent(request), initial={"text": shown.text})
    if form.is_valid():
        with SaidOn(form):
            text = form.cleaned_data["text"]
            rewrite(campaign, shown.which, text, by=request.user, at=at)
            messages.success(request, _("Đã lưu bản sửa."))
            return redirect("outreach_draft", body, number, phase, kind)
    context = {
        "body": campaign.body,
        "campaign": campaign,
        "draft": shown,
        "phase": phase,
        "kind": kind,
        "form": form,
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/draft.html", context, status=status)


def _which(phase: str, kind: str) -> tuple[Phase, DraftKind]:
    try:
        return Phase(phase), DraftKind(kind)
    except ValueError as error:
        raise Http404 from error


def _shown(
    request: SignedInRequest, campaign: Campaign, which: tuple[Phase, DraftKind], at: datetime
) -> DraftShown:
    phase, kind = which
    source = _SOURCES.get(kind, Source.STRAIGHT)
    made = draft(kind, phase, told(campaign, site_of(request), at=at, source=source))
    rewritten = campaign.outreach_drafts.filter(phase=phase, kind=kind)
    return DraftShown(which, made, rewritten.select_related("edited_by").first())


@require_safe
@login_required
def outreach_draft_docx(
    request: SignedInRequest, body: str, number: int, phase: str, kind: str
) -> HttpResponse:
    """The text as an editable document."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    shown = _shown(request, campaign, _which(phase, kind), at)
    paper = Paper(
        kind=shown.made.title.upper(),
        subject=campaign.title,
        issuer=campaign.plan_issuer or campaign.body.name,
        superior=campaign.body.superior,
        place=campaign.body.place,
        blocks=tuple(Text(one) for one in shown.text.split("\n\n") if one.strip()),
    )
    return download(to_docx(paper), f"tuyen-truyen-{phase}-{kind}.docx", FileKind.DOCX.media_type)
