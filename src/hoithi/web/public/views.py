"""Public pages: the list of contests, the rules, results, feeds, certificates."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.awards import queries as awards
from hoithi.contests import queries as contests
from hoithi.documents.typeset.press import without_scheme
from hoithi.kit import clock
from hoithi.results import queries
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.models import Result
from hoithi.web.public import feeds, front, rules, sheets, still
from hoithi.web.public.shown import Published
from hoithi.web.public.still import StillPage

_A_MINUTE = 60
LANGUAGES = ("vi", "en")


def language_of(request: HttpRequest) -> str:
    """The language the address asks for, else the one the reader has chosen."""
    asked = request.GET.get("ngon-ngu", "")
    return asked if asked in LANGUAGES else (get_language() or "vi")[:2]


def sent(request: HttpRequest, page: StillPage, max_age: int = _A_MINUTE) -> HttpResponseBase:
    """A page that is the same for everybody, with its ETag; 304 for who has it."""
    response = HttpResponse(page.body, content_type=page.media_type)
    response["ETag"] = page.etag
    response["Cache-Control"] = f"public, max-age={max_age}"
    answer = get_conditional_response(request, etag=page.etag, response=response)
    return answer or response


@require_safe
def contests_list(request: HttpRequest) -> HttpResponse:
    """All public contests, those that are open first."""
    return render(request, "public/contests.html", front.contests_shown(clock.now()))


@require_safe
def rulebook(request: HttpRequest, slug: str) -> HttpResponse:
    """The rules in force or an earlier version of them, and the decisions on rounds."""
    contest = contests.announced(slug)
    asked = request.GET.get("phien-ban", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else None
    shown = rules.rules_shown(contest, number=number, at=clock.now())
    return render(request, "public/rules.html", shown)


@require_safe
def results_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What has been published of a contest, and when the rest will be."""
    contest = contests.announced(slug)
    return render(request, "public/results.html", front.results_shown(contest, clock.now()))


@require_safe
def result_page(
    request: HttpRequest, slug: str, round_key: str, rest: str = "", number: int | None = None
) -> HttpResponseBase:
    """A page of a published result. Before its moment there is none, whatever was prepared."""
    at = clock.now()
    result = _published(slug, round_key, number)
    if result is None:
        return _not_yet(request, slug, round_key, rest)
    newest = result if number is None else queries.published(slug, _key(round_key), at=at)
    place = still.addressed(result, newest=newest.number, numbered=number is not None)
    language = language_of(request)
    try:
        response = sent(request, still.page(result, place, rest, language))
    except still.NoSuchPage as error:
        raise Http404 from error
    response["Content-Language"] = language
    # The chosen language lies in a cookie: a cache keeps a copy for each.
    patch_vary_headers(response, ("Cookie",))
    return response


def _key(round_key: str) -> str:
    return "" if round_key == WHOLE else round_key


def _published(slug: str, round_key: str, number: int | None) -> Result | None:
    try:
        return queries.published(slug, _key(round_key), at=clock.now(), number=number)
    except Result.DoesNotExist:
        return None


def _not_yet(request: HttpRequest, slug: str, round_key: str, rest: str) -> HttpResponse:
    """A notice where the round exists; files and unknown rounds simply do not exist."""
    contest = contests.announced(slug)
    round_ = contest.rounds.filter(key=round_key).first()
    if rest or (round_ is None and round_key != WHOLE):
        raise Http404
    shown = front.pending_shown(contest, round_, clock.now())
    return render(request, "public/not_yet.html", shown, status=404)


@require_safe
def find_line(request: HttpRequest, slug: str, round_key: str) -> HttpResponse:
    """Somebody's own line, by the receipt code of the counted sitting."""
    result = _published(slug, round_key, None)
    if result is None:
        return _not_yet(request, slug, round_key, "")
    receipt = request.GET.get("ma", "").strip()[:20]
    found = front.found_line(Published(result), receipt)
    context = {"contest": result.contest, "result": result, "receipt": receipt, "row": found}
    response = render(request, "public/found.html", context, status=200 if found else 404)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def line_pdf(request: HttpRequest, slug: str, round_key: str) -> HttpResponse:
    """Somebody's own explanation sheet, by a receipt or the entry code."""
    result = queries.published(slug, _key(round_key), at=clock.now())
    data = sheets.own_sheet(result, request.GET.get("ma", "").strip()[:20])
    response = HttpResponse(data, content_type="application/pdf")
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def unit_pdf(
    request: HttpRequest, slug: str, round_key: str, table: str, code: str
) -> HttpResponseBase:
    """The explanation sheet of a unit in a collective ranking."""
    result = queries.published(slug, _key(round_key), at=clock.now())
    data = sheets.unit_sheet(result, table, code)
    return sent(request, StillPage("application/pdf", data))


@require_safe
def remarks(request: HttpRequest, slug: str) -> HttpResponse:
    """Remarks on results with their answers."""
    contest = contests.announced(slug)
    context = {
        "contest": contest,
        "remarks": list(queries.answered_remarks(contest, at=clock.now())[:200]),
    }
    return render(request, "public/remarks.html", context)


@require_safe
def news(request: HttpRequest, slug: str) -> HttpResponseBase:
    """RSS of published results."""
    contest = contests.announced(slug)
    shown = queries.all_published(contest, at=clock.now())
    return sent(request, feeds.news(contest, shown, site_of(request)))


@require_safe
def calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The rounds as a calendar."""
    contest = contests.announced(slug)
    return sent(request, feeds.calendar(contest, contest.rounds.all(), site_of(request)))


@require_safe
def embedded(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A tiny frame for portals: what is open, and the newest results."""
    contest = contests.announced(slug)
    page = still.rendered("public/embedded.html", front.results_shown(contest, clock.now()))
    response = sent(request, page)
    response.may_be_framed = True  # type: ignore[attr-defined]  # read by `web.headers`
    response.xframe_options_exempt = True  # type: ignore[attr-defined]  # Django's own mark
    return response


def site_of(request: HttpRequest) -> str:
    """The address of the site as it is given to others."""
    return settings.PUBLIC_ADDRESS or f"{request.scheme}://{request.get_host()}"


@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture that Zalo and others show beside a link."""
    return sent(
        request,
        front.preview_picture(contests.announced(slug), without_scheme(site_of(request))),
        max_age=3600,
    )


@require_safe
def site_preview(request: HttpRequest) -> HttpResponseBase:
    """The picture beside a link to a page that is of no single contest."""
    return sent(request, front.site_picture(without_scheme(site_of(request))), max_age=3600)


@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Whether a certificate is genuine, by the code printed on it."""
    found = awards.certificate_by_code(code, at=clock.now())
    context = {"certificate": found, "code": code[:20], "heading": _("Xác minh giấy chứng nhận")}
    return render(request, "public/certificate.html", context, status=200 if found else 404)


@require_safe
def certificate_form(request: HttpRequest) -> HttpResponse:
    """Where the code of a certificate is typed."""
    if code := request.GET.get("ma", "").strip():
        return certificate(request, code)
    return render(request, "public/certificate.html", {"certificate": None, "code": ""})
