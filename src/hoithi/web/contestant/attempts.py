"""One's own attempts: receipts, points, answers after the round, certificates, the unit."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from hoithi import wording
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import announced, current_version
from hoithi.entries import queries
from hoithi.entries.actions import corrections
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.results.queries import published_rounds
from hoithi.sittings.queries import orders, own, own_parts
from hoithi.sittings.queries.showing import Showing, showing_of
from hoithi.web.contestant import devices
from hoithi.web.contestant.doors import door_shown
from hoithi.web.contestant.forms import entry_form
from hoithi.web.contestant.pages import answers_rule, contest_page, entering_is_over


@require_safe
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    """All sittings of who this device is known as."""
    contest = announced(slug)
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        return redirect("return", slug)
    return _mine(request, contest, entrant)


def _mine(
    request: HttpRequest, contest: Contest, entrant: Entrant, *, told: str = "", status: int = 200
) -> HttpResponse:
    at = clock.now()
    door = queries.current_door(contest, at=at)
    way_in = door_shown(entrant, at=at)
    unit = next((one for one in entry_form(door, {}).fields if one.name == "unit"), None)
    facts = {
        **contest_page(contest, at=at),
        "entrant": entrant,
        "door": way_in,
        "sittings": own.own_sittings(entrant, _showing(contest, at), running=way_in.running),
        "unsat": own_parts.unsat(entrant, at=at),
        "given": orders.given_to(entrant),
        "over": entering_is_over(contest, at=at),
        "locked": corrections.locked(entrant, door),
        "correction": entrant.unit_corrections.order_by("-asked_at").first(),
        "field": unit,
        "told": told,
        "place": devices.place_of(request, contest),
    }
    response = render(request, "contestant/mine.html", facts, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def one(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """One sitting: receipt, points, and the answers with their legal bases once they are shown."""
    contest, at = announced(slug), clock.now()
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        return redirect("return", slug)
    way_in = door_shown(entrant, at=at)
    showing = _showing(contest, at)
    facts = {
        **contest_page(contest, at=at),
        "entrant": entrant,
        "sitting": own.own_sitting(entrant, token, showing, running=way_in.running),
        "answers_rule": answers_rule(showing.rules.answers),
    }
    response = render(request, "contestant/attempt.html", facts)
    response["Cache-Control"] = "private, no-store"
    return response


def _showing(contest: Contest, at: datetime) -> Showing:
    rulebook = rulebook_of(current_version(contest, at=at))
    return showing_of(contest, rulebook, published_rounds(contest, at=at), at=at)


@require_POST
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Changes the unit, or asks the secretariat to once a paper was begun."""
    contest, at = announced(slug), clock.now()
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        return redirect("return", slug)
    door = queries.current_door(contest, at=at)
    chosen = request.POST.get("unit", "")
    unit_id = int(chosen) if chosen.isascii() and chosen.isdecimal() else 0
    try:
        if corrections.locked(entrant, door):
            reason = request.POST.get("reason", "")
            corrections.ask_correction(entrant, door, unit_id, reason=reason, at=at)
        else:
            corrections.choose_unit(entrant, door, unit_id, at=at)
    except Refusal as refused:
        return _mine(request, contest, entrant, told=wording.sentence(refused), status=422)
    return redirect("my_attempts", slug)
