"""The entry form, the search for units, the page that shows the entry code."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from hoithi import wording
from hoithi.entries import actions, queries
from hoithi.entries.facts import code_shown
from hoithi.entries.models import Channel
from hoithi.web.contestant import devices
from hoithi.web.contestant.forms import entry_form, with_typed_unit
from hoithi.web.contestant.pages import entering_is_over
from hoithi.web.contestant.visits import Visit, visit


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """The entry form; who is known on this device goes on to the paper."""
    here = visit(request, slug)
    if devices.entrant_of(request, here.contest):
        return redirect("room", slug)
    if entering_is_over(here.contest, at=here.at):
        return redirect("contest", slug)
    return _let_in(here) if request.method == "POST" else _form(here, {})


def _let_in(here: Visit) -> HttpResponse:
    answers = with_typed_unit(here.door, here.request.POST.dict())
    place = devices.place_of(here.request, here.contest)
    hurdle = here.hurdle(counted=place is None)
    if place is None and not hurdle.taken(answers, at=here.at):
        return _form(here, answers, status=429)
    channel = Channel.ASSISTED if place else Channel.ONLINE
    try:
        entered = actions.enter(here.door, answers, at=here.at, channel=channel)
    except actions.EntryRefused as refused:
        return _form(here, answers, refused, status=422)
    except (actions.AlreadyEntered, actions.Barred) as refused:
        barred = isinstance(refused, actions.Barred)
        return here.page("not_entered", 409, sentence=wording.sentence(refused), barred=barred)
    response = redirect("entry_code", here.contest.slug)
    devices.know(response, here.contest, entered.entrant, entered.code)
    return response


def _form(
    here: Visit,
    answers: dict[str, str],
    refused: actions.EntryRefused | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    hurdle = here.hurdle()
    return here.page(
        "enter",
        status,
        form=entry_form(here.door, answers, refused.problems if refused else ()),
        hurdle=hurdle,
        ticket=answers.get("asked") or hurdle.ticket(here.at),
        asked_to_wait=status == 429,
        place=devices.place_of(here.request, here.contest),
    )


@require_safe
def units(request: HttpRequest, slug: str) -> HttpResponse:
    """Units by what was typed; the same for everybody, so a cache may keep it."""
    door = visit(request, slug).door
    found = queries.search_units(door, request.GET.get("q", "")[:100])
    names = [unit.name for unit in door.units.values()]
    rows = [
        {"id": unit.id, "name": unit.name, "under": unit.under * (names.count(unit.name) > 1)}
        for unit in found
    ]
    counted = {"count": len(rows)}
    told = ngettext("Có %(count)s đơn vị.", "Có %(count)s đơn vị.", len(rows)) % counted
    sentence = told if rows else _("Không tìm thấy đơn vị nào. Hãy gõ một phần tên khác.")
    response = JsonResponse({"units": rows, "sentence": sentence})
    response["Cache-Control"] = "public, max-age=300"
    return response


@require_safe
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows the entry code that was just given, to be kept."""
    here = visit(request, slug)
    entrant = devices.entrant_of(request, here.contest)
    given = devices.fresh_code(request, here.contest)
    if entrant is None:
        return redirect("enter", slug)
    if not given:
        return redirect("my_attempts", slug)
    place = devices.place_of(request, here.contest)
    renewed = "moi" in request.GET
    return here.page("code", entrant=entrant, code=code_shown(given), place=place, renewed=renewed)
