"""Where staff begin, the headings of a body, and the operator's list of bodies."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.journal import queries as journal
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.actions import Headings
from hoithi.people.forms import BodyForm, HeadingsForm
from hoithi.people.models import RoleName
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.steps import steps_of
from hoithi.web.staff.ways import places_of


@login_required
@require_safe
def staff_home(request: SignedInRequest) -> HttpResponse:
    """What to do next wherever the person works, and the ways there; one way only is taken."""
    at = clock.now()
    roles = list(queries.roles_of(request.user, at))
    places = places_of(request.user, at=at)
    is_operator = any(role.name == RoleName.OPERATOR for role in roles)
    ways = [way for place in places for way in place.ways]
    if len(ways) == 1 and not is_operator:
        return redirect(ways[0].href)
    context = {
        "places": places,
        "roles": roles,
        "is_operator": is_operator,
        "steps": steps_of(request, at=at),
    }
    return render(request, "staff/home.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def body_headings(request: SignedInRequest, body: str) -> HttpResponse:
    """What stands at the head of the body's documents, and when it is reported to."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    fields = ("name", "superior", "place", "telephone")
    stands = {field: getattr(owner, field) for field in fields}
    stands["reports_at"] = f"{owner.reports_at:%H:%M}"
    form = HeadingsForm(sent(request), initial=stands)
    if form.is_valid():
        headings = Headings(**form.cleaned_data)
        actions.change_headings(owner, headings, by=request.user, at=at)
        messages.success(request, _("Đã lưu thông tin đơn vị."))
        return redirect("body_headings", owner.slug)
    status = 422 if request.method == "POST" else 200
    return render(request, "staff/headings.html", {"body": owner, "form": form}, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def operator_home(request: SignedInRequest) -> HttpResponse:
    """All bodies, a form for one more, and the state of the installation."""
    at = clock.now()
    bodies = queries.bodies_operated(request.user, at=at)
    form = BodyForm(request.POST or None)
    if form.is_valid():
        data = dict(form.cleaned_data)
        body = actions.create_body(data.pop("slug"), Headings(**data), by=request.user, at=at)
        messages.success(request, _("Đã lập đơn vị tổ chức. Hãy tạo tài khoản quản trị."))
        return redirect("body_accounts", body.slug)
    context = {
        "bodies": bodies,
        "form": form,
        "register": queries.register_size(),
        "head": journal.chain_head(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "staff/operator.html", context, status=status)
