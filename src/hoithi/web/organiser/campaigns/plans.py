"""A plan is uploaded, left to the worker to be read, and founds its campaign."""

from datetime import datetime
from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns.queries import FOUNDERS, body_with_campaigns
from hoithi.contests.queries import joinable_contests
from hoithi.files.facts.errands import Wanted
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.plans import actions
from hoithi.plans.actions import Choices, Superior
from hoithi.plans.models import PlanDocument
from hoithi.plans.queries import document_for
from hoithi.web.errands import hand_on
from hoithi.web.files import sent as file_sent
from hoithi.web.once import done_once, taken_once
from hoithi.web.organiser.campaigns.errands import read_plan
from hoithi.web.organiser.campaigns.review import review_page
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent

_ENDINGS = ".docx,.pdf,.html,.htm,.txt,.md"


class PlanFileForm(forms.Form):
    """The file of a signed plan."""

    # An empty file is refused with the other files that cannot be read.
    file = forms.FileField(
        allow_empty_file=True,
        label=gettext_lazy("Văn bản kế hoạch"),
        help_text=gettext_lazy(
            "Tệp Word (.docx), PDF có chữ, .html, .txt hoặc .md, không quá 20 MB. Bản chụp không "
            "có chữ thì cần nhận dạng chữ trước."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": _ENDINGS}),
    )


class FoundForm(forms.Form):
    """What becomes of a superior's contest when the campaign is founded."""

    superior = forms.ChoiceField(
        required=False,
        choices=[(one.value, one.value) for one in Superior],
    )
    contest = forms.SlugField(required=False, max_length=80)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def plan_upload(request: SignedInRequest, body: str) -> HttpResponse:
    """Takes the file of a plan; a document that is known leads to what became of it."""
    at = clock.now()
    over = body_with_campaigns(request.user, body, *FOUNDERS, at=at)
    data = sent(request)
    form = PlanFileForm(data, None if data is None else request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        with SaidOn(form):
            document = actions.take(upload, upload.name, body=over, by=request.user, at=at)
            return _onward(request, document)
    status = 422 if request.method == "POST" else 200
    shown = {"body": over, "form": form, "may_found": True}
    return render(request, "organiser/campaigns/upload.html", shown, status=status)


def _onward(request: SignedInRequest, document: PlanDocument) -> HttpResponse:
    body = document.body.slug
    if document.campaign_id:
        messages.info(request, _("Văn bản này đã được nạp trước đó; đây là kế hoạch đã lập."))
        return redirect("campaign", body, document.campaign_id)
    review = reverse("plan_review", args=[body, document.pk])
    if document.read_at:
        return redirect(review)
    wish = {"body": body, "number": document.pk}
    title = _("Đọc văn bản “%(name)s”") % {"name": document.file.name}
    return hand_on(request, Wanted(read_plan, wish, title[:200], review, document.body))


@require_safe
@login_required
def plan_file(request: SignedInRequest, body: str, number: int) -> FileResponse:
    """The document as it was uploaded, to be saved."""
    return file_sent(document_for(request.user, body, number, at=clock.now()).file)


@require_POST
@login_required
def plan_found(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One button: what nobody looked at is accepted, and the campaign stands."""
    at, by = clock.now(), request.user
    document = document_for(by, body, number, *FOUNDERS, at=at)
    form = FoundForm(request.POST)
    if form.is_valid():
        choices = _choices(form, document)
        deed = partial(_founded, document, choices, by=by, at=at)
        if done := done_once(request, form, deed):
            return done
    return review_page(request, document, status=422, found_form=form)


def _choices(form: FoundForm, document: PlanDocument) -> Choices:
    superior = Superior(form.cleaned_data["superior"] or Superior.LATER)
    if superior is not Superior.LINK:
        return Choices(superior)
    contest = joinable_contests(document.body).filter(slug=form.cleaned_data["contest"]).first()
    return Choices(superior, contest) if contest else Choices()


def _founded(document: PlanDocument, choices: Choices, *, by: Person, at: datetime) -> str:
    actions.accept_all(document, by=by, at=at)
    campaign = actions.found(document, choices, by=by, at=at)
    return reverse("campaign", args=[document.body.slug, campaign.pk])
