"""Public pages of campaigns: the page itself, its plan, its feeds, its picture."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe

from hoithi.campaigns.models import CampaignPage
from hoithi.campaigns.queries import public as queries
from hoithi.documents.typeset.press import without_scheme
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.web import files
from hoithi.web.public import campaign_pages, visits
from hoithi.web.public.views import language_of, sent, site_of


@require_safe
def campaign_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The page of a campaign, as long as the organiser lets the public read it."""
    at = clock.now()
    page = queries.public_page(slug)
    language = language_of(request)
    with override(language):
        response = sent(request, campaign_pages.still_page(page, site_of(request), at=at))
    visits.come(request, page, at=at)
    response["Content-Language"] = language
    # The chosen language lies in a cookie: a cache keeps a copy for each.
    patch_vary_headers(response, ("Cookie",))
    return response


@require_safe
def campaign_document(_request: HttpRequest, slug: str) -> HttpResponseBase:
    """The plan itself, where the organiser made it public."""
    page = queries.public_page(slug)
    if not page.shows_plan or page.campaign.plan_file is None:
        raise StoredFile.DoesNotExist
    return files.sent(page.campaign.plan_file)


@require_safe
def campaign_news(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The news as RSS."""
    return sent(request, campaign_pages.news_feed(queries.public_page(slug), site_of(request)))


@require_safe
def campaign_days(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The activities as a calendar."""
    return sent(request, campaign_pages.calendar(queries.public_page(slug), site_of(request)))


@require_safe
def campaign_picture(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture that Zalo and others show beside a link."""
    page: CampaignPage = queries.public_page(slug)
    shown = campaign_pages.preview_picture(page, without_scheme(site_of(request)))
    return sent(request, shown, max_age=3600)
