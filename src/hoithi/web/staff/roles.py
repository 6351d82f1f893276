"""Roles given and taken back on screen."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi import wording
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import DecisionMissing, Reached, UnitMissing
from hoithi.people.forms import OutsideForm, RoleForm
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest

_BOX: dict[type[Refusal], str] = {UnitMissing: "unit", DecisionMissing: "decision"}
"""At which box a refusal is said; others stand above the form."""


def role_form(by: Person, body: OrganisingBody, at: datetime, data: object = None) -> RoleForm:
    """What the person gives over the body, with its units of today, deeper ones set in."""
    branches = queries.tree(body, local_day(at))
    units = [
        (branch.version.unit.code, "\u2003" * branch.depth + branch.version.name)
        for branch in branches
    ]
    names = queries.roles_given_by(by, body, at=at) - {RoleName.OPERATOR}
    return RoleForm(data, names=names, units=units)


def account_page(
    request: SignedInRequest, owner: OrganisingBody, account: Person, form: RoleForm
) -> HttpResponse:
    """One account with its roles, and what the person may do about it beyond them."""
    at = clock.now()
    context = {
        "body": owner,
        "account": account,
        "roles": queries.roles_of(account, at),
        "may_reset": queries.accounts_reset_by(request.user, owner, at=at)
        .filter(pk=account.pk)
        .exists(),
        "given": list(queries.roles_given_by(request.user, owner, at=at)),
        "has_second_factor": queries.has_second_factor(account),
        "form": form,
        "outside_form": OutsideForm(initial=queries.outside_account(account), auto_id="cong-vu-%s"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "staff/account.html", context, status=status)


@login_required
@require_POST
@taken_once
def role_grant(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """Gives a role over the body or one of its units."""
    at = clock.now()
    owner = queries.body_with_accounts(request.user, body, at=at)
    account = queries.accounts_seen_by(request.user, owner, at=at).get(pk=person)
    form = role_form(request.user, owner, at, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        over = Reached(owner, unit=queries.unit_of(owner, said["unit"]) if said["unit"] else None)
        name, decision = RoleName(said["name"]), said["decision"]
        try:
            actions.grant_role(account, name, over, by=request.user, at=at, decision=decision)
        except Refusal as refusal:
            form.add_error(_BOX.get(type(refusal)), wording.sentence(refusal))
        else:
            messages.success(request, _("Đã giao vai trò."))
            return redirect("body_account", owner.slug, account.pk)
    return account_page(request, owner, account, form)


@login_required
@require_POST
@taken_once
def role_revoke(request: SignedInRequest, body: str, role: int) -> HttpResponse:
    """Takes a role back."""
    at = clock.now()
    owner = queries.body_with_accounts(request.user, body, at=at)
    held = queries.role_of(owner, role, at)
    actions.revoke_role(held, by=request.user, at=at)
    messages.success(request, _("Đã thu hồi vai trò."))
    return redirect("body_account", owner.slug, held.person_id)
