"""Taking part in a contest: a superior's days and rules to read, the own quota and its progress."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import queries
from hoithi.campaigns.actions.upward import set_quota
from hoithi.campaigns.models import Activity
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import PUBLIC_STATES
from hoithi.core.rulebook.document import RoundScope
from hoithi.core.vietnamese.numbers import dotted
from hoithi.entries.queries.lists import contact_units
from hoithi.kit import clock
from hoithi.people.models import Person, UnitVersion
from hoithi.sittings.queries.figures import Totals, totals
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import contests_in, may_work
from hoithi.web.organiser.campaigns.upward.contests import own_figures, quotas_of
from hoithi.web.request import SignedInRequest, sent

_MOST = 10_000_000


class QuotaForm(forms.Form):
    """How many people should take part."""

    people = forms.IntegerField(
        label=gettext_lazy("Chỉ tiêu số người tham gia"),
        min_value=0,
        max_value=_MOST,
        help_text=gettext_lazy("Ghi 0 để bỏ chỉ tiêu."),
    )


@dataclass(frozen=True)
class Participation:
    """Who has taken part so far, as far as somebody may see it, against the quota."""

    people: int | None
    """None where nobody gave the person a sight of it."""
    quota: int | None

    @property
    def percent(self) -> int | None:
        """Of the quota; None without one."""
        return 100 * self.people // self.quota if self.quota and self.people is not None else None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_participation(
    request: SignedInRequest, body: str, number: int, key: str
) -> HttpResponse:
    """The rounds and rules of the activity's contest, only to read; the quota is set here."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    activity = campaign.activities.select_related("campaign").get(key=key)
    quota = quotas_of([activity]).get(activity.pk)
    form = QuotaForm(sent(request), initial={"people": quota})
    if form.is_valid():
        people = form.cleaned_data["people"]
        set_quota(activity, people, by=request.user, at=at)
        told = _("Đã ghi chỉ tiêu %(people)s người.") if people else _("Đã bỏ chỉ tiêu.")
        messages.success(request, told % {"people": dotted(people)})
        return redirect("activity_participation", body, number, key)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "activity": activity,
        "form": form,
        "may_work": may_work(request, campaign.body),
        **_contest_facts(request, activity, quota, at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/participation.html", shown, status=status)


def _contest_facts(
    request: SignedInRequest, activity: Activity, quota: int | None, at: datetime
) -> dict[str, object]:
    """The contest with its rounds; a superior's only once it is public."""
    found = contests_in(request, [activity])[0]
    contest = found.joined or found.contest
    is_public = contest is not None and contest.state in PUBLIC_STATES
    may_read = is_public or found.contest is not None
    return {
        "contest": contest,
        "is_public": is_public,
        "rounds": _rounds(contest) if contest and may_read else [],
        "units": _units(request.user, contest, at) if contest else [],
        "told": Participation(_people(request.user, contest, found.joined, at), quota),
    }


def _rounds(contest: Contest) -> list[Round]:
    rounds = contest.rounds.exclude(scope=RoundScope.TRIAL).filter(cancelled_at=None)
    return list(rounds.order_by("ordinal"))


def _units(person: Person, contest: Contest, at: datetime) -> list[UnitVersion]:
    """The units of the contest whose contact the person is: their lists are handed in there."""
    return [unit for one, unit in contact_units(person, at=at) if one == contest]


def _people(
    person: Person, contest: Contest | None, joined: Contest | None, at: datetime
) -> int | None:
    if contest is None:
        return None
    if joined is None:
        return totals([contest.pk]).get(contest.pk, Totals()).people
    counts = own_figures([joined.pk], person, at=at).get(joined.pk)
    return counts.people if counts else None
