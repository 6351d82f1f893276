"""A body's units on screen: the tree of a day, one unit's history, changes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.tables import ParentUnknown, UnitUnknown
from hoithi.people.facts.units import Changed, NewUnit
from hoithi.people.forms import RearrangementForm, UnitChangeForm, UnitCloseForm, UnitForm
from hoithi.people.models import OrganisingBody, Unit
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import day_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def body_units(request: SignedInRequest, body: str) -> HttpResponse:
    """The tree of a day, and a form for one more unit."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    form = UnitForm(request.POST or None)
    if form.is_valid():
        added = actions.add_unit(owner, _new(owner, form.cleaned_data), by=request.user, at=at)
        messages.success(request, _("Đã thêm đơn vị %s.") % added.name)
        return redirect("body_units", owner.slug)
    on = day_of(request.GET.get("ngay", ""), local_day(at))
    context = {"body": owner, "branches": queries.tree(owner, on), "on": on, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "staff/units.html", context, status=status)


def _new(body: OrganisingBody, data: dict[str, Any]) -> NewUnit:
    fields = data | {"kind": UnitKind(data["kind"]), "parent": _parent(body, data["parent"])}
    return NewUnit(**fields)


def _parent(body: OrganisingBody, code: str) -> Unit | None:
    """A unit of the body, else of the register, by the code that was typed."""
    if not code:
        return None
    found = queries.unit_by_code(body, code)
    if found is None:
        raise ParentUnknown(code=code)
    return found


@login_required
@require_safe
def units_found(request: SignedInRequest, body: str) -> HttpResponse:
    """Units of the body and the register found by typing, with level and province."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    found = queries.find_units(owner, request.GET.get("tim", ""), on=local_day(at))
    return render(request, "staff/units_found.html", {"found": found, "body": owner})


@login_required
@require_safe
def body_unit(request: SignedInRequest, body: str, code: str) -> HttpResponse:
    """One unit: what it was and is, what it came from and became."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    unit = queries.unit_of(owner, code)
    context = {
        "body": owner,
        "unit": unit,
        "history": queries.history(unit),
        "form": UnitChangeForm(),
        "close_form": UnitCloseForm(prefix="dong"),
    }
    return render(request, "staff/unit.html", context)


@login_required
@require_POST
@taken_once
def unit_change(request: SignedInRequest, body: str, code: str) -> HttpResponse:
    """Another name, kind or parent from a day on."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    unit = queries.unit_of(owner, code)
    form = UnitChangeForm(request.POST)
    if not form.is_valid():
        context = {"body": owner, "unit": unit, "form": form, "history": queries.history(unit)}
        return render(request, "staff/unit.html", context, status=422)
    data = form.cleaned_data
    changed = Changed(
        on=data["on"],
        name=data["name"] or None,
        kind=UnitKind(data["kind"]) if data["kind"] else None,
        parent=_parent(owner, data["parent"]),
        source=data["source"],
    )
    actions.change_unit(unit, changed, by=request.user, at=clock.now())
    messages.success(request, _("Đã ghi nhận thay đổi."))
    return redirect("body_unit", owner.slug, unit.code)


@login_required
@require_POST
@taken_once
def unit_close(request: SignedInRequest, body: str, code: str) -> HttpResponse:
    """The unit is no more from a day on."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    unit = queries.unit_of(owner, code)
    form = UnitCloseForm(request.POST, prefix="dong")
    if not form.is_valid():
        history = queries.history(unit)
        context = {"body": owner, "unit": unit, "close_form": form, "history": history}
        return render(request, "staff/unit.html", context, status=422)
    data = form.cleaned_data
    actions.close_unit(unit, data["on"], source=data["source"], by=request.user, at=clock.now())
    messages.success(request, _("Đã kết thúc đơn vị."))
    return redirect("body_units", owner.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def units_rearrange(request: SignedInRequest, body: str) -> HttpResponse:
    """Several units into one, or one into several, from a day on."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    form = RearrangementForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        before, after = _units(owner, data["before"]), _units(owner, data["after"])
        source, at = data["source"], clock.now()
        actions.merge_or_split(before, after, data["on"], source=source, by=request.user, at=at)
        messages.success(request, _("Đã ghi nhận sắp xếp đơn vị."))
        return redirect("body_units", owner.slug)
    status = 422 if request.method == "POST" else 200
    context = {"body": owner, "form": form}
    return render(request, "staff/units_rearrange.html", context, status=status)


def _units(body: OrganisingBody, codes: str) -> list[Unit]:
    """The body's units of these codes. Refuses a code that none has, and no code at all."""
    named = [code.strip() for code in codes.split(",") if code.strip()]
    found = queries.units_of(body, named)
    for code in named or [codes]:
        if code not in found:
            raise UnitUnknown(name=code)
    return [found[code] for code in dict.fromkeys(named)]
