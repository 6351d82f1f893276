"""Coming back on any device with identity and code, and a new code for who lost it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi import wording
from hoithi.contests.queries import announced
from hoithi.entries import actions, queries
from hoithi.entries.actions import codes
from hoithi.entries.models import Entrant
from hoithi.web.contestant import devices
from hoithi.web.contestant.forms import return_fields
from hoithi.web.contestant.visits import Visit, visit
from hoithi.wording.entries import neutral


@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of identity and code; whatever is wrong, one sentence says it."""
    here = visit(request, slug)
    if request.method != "POST":
        return _form(here, "return")
    answers = request.POST.dict()
    hurdle = here.hurdle(counted=True)
    if not hurdle.taken(answers, at=here.at):
        return _form(here, "return", _wait(), status=429)
    try:
        entrant = queries.return_by_code(here.door, answers, answers.get("code", ""), at=here.at)
    except actions.EntryRefused:
        entrant = None
    if entrant is None:
        return _form(here, "return", neutral(), status=403)
    response = redirect("my_attempts", slug)
    devices.know(response, here.contest, entrant)
    return response


def _wait() -> str:
    return _("Mạng này đang có rất nhiều người vào cùng lúc. Hãy chờ 20 giây rồi bấm lại.")


def _form(here: Visit, template: str, sentence: str = "", *, status: int = 200) -> HttpResponse:
    hurdle = here.hurdle()
    return here.page(
        template,
        status,
        fields=return_fields(here.door, here.request.POST.dict()),
        sentence=sentence,
        hurdle=hurdle,
        ticket=here.request.POST.get("asked") or hurdle.ticket(here.at),
        by_phone=codes.gateway() is not None,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, slug: str) -> HttpResponse:
    """How a lost code is renewed; with a gateway a one-time code goes to the telephone given.

    The answer is the same whether anybody of this identity takes part.
    """
    here, send = visit(request, slug), codes.gateway()
    if request.method != "POST" or send is None:
        return _form(here, "renew")
    entrant = _of_identity(here)
    if entrant is not None:
        codes.send_one_time_code(entrant, send, title=here.contest.title, at=here.at)
    return _form(here, "confirm")


def _of_identity(here: Visit) -> Entrant | None:
    try:
        return queries.entrant_to_renew(here.door, here.request.POST.dict(), at=here.at)
    except actions.EntryRefused:
        return None


@require_POST
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes the one-time code; right, it gives a new entry code."""
    here = visit(request, slug)
    entrant = _of_identity(here)
    try:
        code = codes.renew_by_one_time_code(entrant, request.POST.get("one_time", ""), at=here.at)
    except codes.CodeRefused as refused:
        return _form(here, "confirm", wording.sentence(refused), status=403)
    response = redirect(f"{reverse('entry_code', args=[slug])}?moi=1")
    if entrant is not None:
        devices.know(response, here.contest, entrant, code)
    return response


@require_POST
def leave(_request: HttpRequest, slug: str) -> HttpResponse:
    """This device forgets the person; what was handed in stays."""
    response = redirect("contest", slug)
    devices.forget(response, announced(slug))
    return response
