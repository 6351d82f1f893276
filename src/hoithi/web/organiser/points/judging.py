"""What the committee judges itself: equals parted by its opinion, winners that it names."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.entries.models import Entrant
from hoithi.judging import actions, queries
from hoithi.judging.actions import JudgedValue
from hoithi.judging.facts import judged_titles
from hoithi.judging.forms import JudgedForm
from hoithi.kit import clock
from hoithi.web.once import done_once
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def judged_values(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """The values given so far, all of them kept, and one more with its reason."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    titles = judged_titles(rules_of_round(round_, at=at))
    entrants = queries.entrants_to_enter(round_, "", at=at)
    form = JudgedForm(sent(request), titles=titles, entrants=entrants)
    deed = partial(_judged, request, round_, form, at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    shown = {"form": form if titles else None, "rows": queries.judged_of(round_)}
    return _page(request, round_, shown, is_refused=form.is_bound)


def _judged(request: SignedInRequest, round_: Round, form: JudgedForm, at: datetime) -> str:
    said = dict(form.cleaned_data)
    entrant = Entrant(pk=said.pop("entrant"))
    actions.judge(round_, entrant, JudgedValue(**said), by=request.user, at=at)
    messages.success(request, _("Đã ghi. Hãy lập lại danh sách kết quả nếu đã lập."))
    return reverse("judged_values", args=[round_.contest.slug, round_.key])


def _page(
    request: SignedInRequest, round_: Round, shown: dict[str, Any], *, is_refused: bool
) -> HttpResponse:
    about = {"contest": round_.contest, "body": round_.contest.body, "round": round_}
    status = 422 if is_refused else 200
    return render(request, "organiser/points/judged.html", about | shown, status=status)
