"""The public page of a campaign as its organiser keeps it: opened, withdrawn, news, visits."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.validators import URLValidator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import public as actions
from hoithi.campaigns.forms import CleanField
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import public
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_found, may_work
from hoithi.web.organiser.outreach.told import contests_of, site_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.public import campaign_pages
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.outreach import SOURCES


class PageForm(forms.Form):
    """What the page says, and what is done with it."""

    words = CleanField(
        label=gettext_lazy("Lời giới thiệu"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    shows_plan = forms.BooleanField(
        label=gettext_lazy("Công khai tệp văn bản kế hoạch"), required=False
    )
    deed = forms.ChoiceField(
        choices=[("luu", ""), ("mo", ""), ("thu-hoi", "")], widget=forms.HiddenInput
    )

    @property
    def told(self) -> actions.PageTold:
        """The page as it was told."""
        return actions.PageTold(self.cleaned_data["words"], self.cleaned_data["shows_plan"])


class NewsForm(forms.Form):
    """A piece of news."""

    title = CleanField(label=gettext_lazy("Tiêu đề"), max_length=300)
    text = CleanField(
        label=gettext_lazy("Nội dung"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    link = forms.URLField(
        label=gettext_lazy("Đường dẫn (nếu có)"),
        max_length=500,
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_public(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What the public page says and lacks; one button opens it, one withdraws it."""
    at = clock.now()
    names = queries.FOUNDERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    page = public.page_of(campaign)
    initial = {"words": page.words, "shows_plan": page.shows_plan, "deed": "luu"}
    form = PageForm(sent(request), initial=initial)
    if form.is_valid():
        with SaidOn(form):
            messages.success(request, _done(request, campaign, form))
            return redirect("campaign_public", body, number)
    cards = campaign_pages.contests_shown(campaign, at)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "page": page,
        "address": f"{site_of(request)}/ke-hoach/{page.slug}/" if page.slug else "",
        "form": form,
        "missing": campaign_pages.missing(page, cards, contests_of(campaign)),
        "news": public.news_of(campaign),
        "may_found": may_found(request, campaign.body),
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/public.html", shown, status=status)


def _done(request: SignedInRequest, campaign: Campaign, form: PageForm) -> str:
    """Does what the pressed button says; what to tell about it."""
    at, by, deed = clock.now(), request.user, form.cleaned_data["deed"]
    if deed == "thu-hoi":
        actions.withdraw_page(campaign, by=by, at=at)
        return _("Đã thu hồi. Trang không còn ai xem được.")
    actions.save_page(campaign, form.told, by=by, at=at)
    if deed == "mo":
        actions.open_page(campaign, by=by, at=at)
        return _("Trang đã công khai.")
    return _("Đã lưu.")


@never_cache
@require_safe
@login_required
def campaign_public_preview(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The page as everybody would see it now."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    still = campaign_pages.still_page(
        public.page_of(campaign), site_of(request), at=at, preview=True
    )
    return HttpResponse(still.body, content_type=still.media_type)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_news_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """A piece of news for the page and its feed."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = NewsForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            told = actions.NewsTold(**form.cleaned_data)
            actions.publish_news(campaign, told, by=request.user, at=at)
            messages.success(request, _("Đã đăng tin."))
            return redirect("campaign_public", body, number)
    shown = {"body": campaign.body, "campaign": campaign, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/new_news.html", shown, status=status)


@require_POST
@login_required
@taken_once
def campaign_news_drop(request: SignedInRequest, body: str, number: int, news: int) -> HttpResponse:
    """A piece of news is taken off the page and its feed."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = campaign.news.select_related("campaign").get(pk=news)
    actions.withdraw_news(found, by=request.user, at=at)
    messages.success(request, _("Đã rút tin."))
    return redirect("campaign_public", body, number)


@require_safe
@login_required
def campaign_visits(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """How many came to the page, by day and by way."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    visits = public.visits_of(campaign, today=local_day(at))
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "visits": visits,
        "heads": [str(SOURCES[one.value]) for one in visits.sources],
    }
    return render(request, "organiser/outreach/visits.html", shown)
