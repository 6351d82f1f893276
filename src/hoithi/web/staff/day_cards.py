"""Cards for one-day roles, printed with their QR code."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.ids import token_of
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import NewDayCard, Reached
from hoithi.people.forms import DayCardForm
from hoithi.people.models import RoleName
from hoithi.web.once import shown_once
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.slips import card_to_print


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def day_cards(request: SignedInRequest, body: str) -> HttpResponse:
    """The cards given so far; one more comes as PDF."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    form = DayCardForm(request.POST or None, initial={"day": local_day(at)})
    if form.is_valid():
        data = form.cleaned_data
        role = RoleName(data["role"])
        new = NewDayCard(data["full_name"], role, Reached(owner), data["day"])
        make = partial(actions.make_day_card, new, by=request.user, at=at)
        token = token_of(shown_once(request, lambda secret: make(token=token_of(secret))))
        return card_to_print(request, owner, new, token)
    context = {"body": owner, "form": form, "cards": queries.day_cards_of(owner)[:100]}
    status = 422 if request.method == "POST" else 200
    return render(request, "staff/day_cards.html", context, status=status)
