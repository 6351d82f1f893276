"""Roles given and taken back on screen."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import Reached
from hoithi.people.forms import RoleForm
from hoithi.people.models import OrganisingBody, RoleName
from hoithi.web.request import SignedInRequest


def role_form(body: OrganisingBody, at: datetime, data: object = None) -> RoleForm:
    """The form with the body's units of today, deeper ones set in."""
    branches = queries.tree(body, local_day(at))
    units = [
        (branch.version.unit.code, "\u2003" * branch.depth + branch.version.name)
        for branch in branches
    ]
    return RoleForm(data, units=units)


@login_required
@require_POST
def role_grant(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """Gives a role over the body or one of its units."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    account = queries.account_of(owner, person)
    form = role_form(owner, at, request.POST)
    if not form.is_valid():
        context = {"body": owner, "account": account, "form": form}
        return render(request, "staff/account.html", context, status=422)
    code = form.cleaned_data["unit"]
    over = Reached(owner, unit=queries.unit_of(owner, code) if code else None)
    name, decision = RoleName(form.cleaned_data["name"]), form.cleaned_data["decision"]
    actions.grant_role(account, name, over, by=request.user, at=at, decision=decision)
    messages.success(request, _("Đã giao vai trò."))
    return redirect("body_account", owner.slug, account.pk)


@login_required
@require_POST
def role_revoke(request: SignedInRequest, body: str, role: int) -> HttpResponse:
    """Takes a role back."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    held = queries.role_of(owner, role, at)
    actions.revoke_role(held, by=request.user, at=at)
    messages.success(request, _("Đã thu hồi vai trò."))
    return redirect("body_account", owner.slug, held.person_id)
