"""The device of an assisted place: opened by its helper, handed from one person to the next."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.queries import announced
from hoithi.entries.actions.places import close_place, open_place
from hoithi.entries.queries.places import may_help, open_places
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.web.contestant import devices
from hoithi.web.contestant.pages import contest_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """The helper opens a place, or makes one more device a part of it, and is signed out there.

    Whoever sits down next must not find the helper's pages open.
    """
    contest, at, helper = announced(slug), clock.now(), request.user
    if not isinstance(helper, Person) or not may_help(helper, contest, at=at):
        raise Person.DoesNotExist
    own = open_places(helper, contest)
    if request.method == "POST":
        chosen = own.filter(pk=_number(request)).first()
        name = request.POST.get("name", "").strip()[:200] or contest.title[:200]
        place = chosen or open_place(contest, name, unit=None, helper=helper, at=at)
        logout(request)
        response = redirect("contest", slug)
        devices.stand_at(response, place)
        devices.forget(response, contest)
        return response
    facts = {
        **contest_page(contest, at=at),
        "places": own,
        "here": devices.place_of(request, contest),
    }
    return render(request, "contestant/place.html", facts)


@require_POST
def hand_over(_request: HttpRequest, slug: str) -> HttpResponse:
    """The next person begins with a clean device."""
    contest = announced(slug)
    response = redirect("contest", slug)
    devices.forget(response, contest)
    response["Clear-Site-Data"] = '"cache"'
    return response


@login_required
@require_POST
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """The helper closes the place; no device belongs to it any longer."""
    contest, at, helper = announced(slug), clock.now(), request.user
    if not isinstance(helper, Person):
        raise Person.DoesNotExist
    own = open_places(helper, contest).get(pk=_number(request))
    close_place(own, by=helper, at=at)
    response = redirect("assisted_place", slug)
    devices.leave_place(response, contest)
    devices.forget(response, contest)
    return response


def _number(request: HttpRequest) -> int:
    """The place that a form names; 0, which none has, where it names none."""
    text = request.POST.get("place", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(2**63)) else 0
