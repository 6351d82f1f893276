"""The members of one team: shown masked, typed in, given another place, taken out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi import wording
from hoithi.contests.queries import current_version
from hoithi.core.entering.answers import FieldProblem
from hoithi.core.entering.teams import Seat
from hoithi.entries.actions import members as actions
from hoithi.entries.facts import Door, door_of
from hoithi.entries.facts.members import NewMember, members_door
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.facts.registering import LateGrounds
from hoithi.entries.forms import ReasonForm, SeatForm
from hoithi.entries.models import Entrant, TeamMember
from hoithi.entries.queries.registered import team_for
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.queries import opened_identity
from hoithi.web.contestant.forms import entry_form
from hoithi.web.once import taken_once
from hoithi.web.organiser.entrants.late import deadline
from hoithi.web.organiser.shown import not_taken
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.desk import contact_shown


def _door(team: Entrant, at: datetime) -> Door:
    version = current_version(team.contest, at=at)
    return members_door(door_of(team.contest, version, at=at))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def team_members(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """The team with its members and what it lacks by the rules, and one more typed in."""
    at = clock.now()
    team = team_for(request.user, slug, token, at=at)
    if request.method != "POST":
        return _page(request, team, at=at)
    door, answers = _door(team, at), request.POST.dict()
    seat, last = SeatForm(request.POST, door=door), deadline(request, door.entry, at=at)
    problems: Sequence[FieldProblem] = ()
    if seat.is_valid() and last.is_met():
        try:
            new = NewMember(answers, seat.seat)
            actions.add_member(team, new, by=request.user, at=at, late=last.grounds)
        except EntryRefused as refusal:
            problems = refusal.problems
        except Refusal as refusal:
            messages.warning(request, wording.sentence(refusal))
        else:
            messages.success(request, _("Đã ghi thành viên."))
            return redirect("team_members", slug, token)
    return _page(request, team, at=at, form=entry_form(door, answers, problems), seat=seat)


def _page(request: SignedInRequest, team: Entrant, *, at: datetime, **more: Any) -> HttpResponse:
    door = _door(team, at)
    facts = {
        "contest": team.contest,
        "body": team.contest.body,
        "team": team,
        "rules": door.entry.team,
        "form": entry_form(door, {}),
        "seat": SeatForm(door=door),
        "deadline": deadline(request, door.entry, at=at, is_sent="form" in more),
        "names_form": ReasonForm(auto_id="xem_%s"),
    }
    status = 422 if more else 200
    return _private(render(request, "organiser/entrants/members.html", facts | more, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
@taken_once
def team_names(request: SignedInRequest, slug: str, token: str) -> HttpResponse:
    """The members in the clear once, with a journal row of each that says who read it and why."""
    at = clock.now()
    team = team_for(request.user, slug, token, at=at)
    form = ReasonForm(request.POST, auto_id="xem_%s")
    if not form.is_valid():
        return _page(request, team, at=at, names_form=form, sentence=not_taken(form))
    asked, contest, reason = _door(team, at).entry.fields, team.contest, form.cleaned_data["reason"]
    identities = [one.identity for one in team.members.all() if one.identity]
    told = [
        opened_identity(one, by=request.user, reason=reason, at=at, contest_id=contest.pk)
        for one in identities
    ]
    lines = [contact_shown(fields, asked) for fields in told]
    shown = {"contest": contest, "body": contest.body, "team": team, "told": lines}
    return _private(render(request, "organiser/entrants/names.html", shown))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def team_member(request: SignedInRequest, slug: str, token: str, number: int) -> HttpResponse:
    """One member: another place in the team, or out of it."""
    at = clock.now()
    team = team_for(request.user, slug, token, at=at)
    member, door = team.members.get(pk=number), _door(team, at)
    first = {"captain": member.captain, "capacity": member.capacity}
    form = SeatForm(sent(request), door=door, initial=first)
    last = deadline(request, door.entry, at=at)
    if form.is_valid() and last.is_met():
        _done(request, member, form.seat, last.grounds, at=at)
        return redirect("team_members", slug, token)
    about = {"contest": team.contest, "body": team.contest.body, "team": team, "member": member}
    shown = {"form": form, "deadline": last, "rules": door.entry.team}
    status = 422 if form.is_bound else 200
    return render(request, "organiser/entrants/member.html", about | shown, status=status)


def _done(
    request: SignedInRequest,
    member: TeamMember,
    seat: Seat,
    late: LateGrounds | None,
    *,
    at: datetime,
) -> None:
    if request.POST.get("viec") == "dua-ra":
        actions.drop_member(member, by=request.user, at=at, late=late)
        messages.success(request, _("Đã đưa người này ra khỏi đội."))
    else:
        actions.seat_member(member, seat, by=request.user, at=at, late=late)
        messages.success(request, _("Đã sửa."))
