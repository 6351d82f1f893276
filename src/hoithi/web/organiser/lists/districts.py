"""Choosing communes by their former district, for a rule that names units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests import actions
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, RulebookVersion
from hoithi.contests.queries import contest_for, newest_version
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.editing import set_value
from hoithi.core.rulebook.schema import field_at, value_at
from hoithi.core.rulebook.shape import Leaf, Many
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import UnitVersion
from hoithi.people.queries import former_districts
from hoithi.people.queries.districts import Successor, provinces_on, successors_of_district
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.rules.pages import address_of
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import day_of


@dataclass(frozen=True)
class Chosen:
    """How far somebody has come: province, district, and its communes of the day."""

    on: date
    province: str
    district: str
    provinces: Sequence[UnitVersion]
    districts: Sequence[UnitVersion]
    found: Sequence[Successor]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def units_by_district(request: SignedInRequest, slug: str) -> HttpResponse:
    """Province, former district, its communes; the ticked ones are written into the draft."""
    contest = contest_for(request.user, slug, *editors(request), at=clock.now())
    path, chosen, button = request.GET.get("o", "entry.unit.under"), _chosen(request), Form()
    if request.method == "POST":
        button = Form(request.POST)
        with SaidOn(button):
            return _added(request, contest, path, chosen)
    version = newest_version(contest)
    shown = {"contest": contest, "body": contest.body, "version": version, "path": path}
    shown |= {"codes": _codes(rulebook_of(version), path), "chosen": chosen}
    if button.is_bound:
        shown |= {"sentence": not_taken(button), "ticked": request.POST.getlist("ma")}
    status = 422 if button.is_bound else 200
    return render(request, "organiser/lists/districts.html", shown, status=status)


def _added(request: SignedInRequest, contest: Contest, path: str, chosen: Chosen) -> HttpResponse:
    """Writes the ticked communes into the draft. Refuses one that somebody has changed since."""
    version = newest_version(contest)
    if version.sha256 != request.POST.get("ban"):
        raise actions.RulesChangedMeanwhile
    rulebook = rulebook_of(version)
    codes = _codes(rulebook, path)
    added = [one for one in _ticked(request, chosen) if one not in codes]
    changed = set_value(rulebook, path, "\n".join([*codes, *added]))
    if not isinstance(changed, Rulebook):
        raise RulebookVersion.DoesNotExist
    actions.redraft(contest, changed, by=request.user, at=clock.now())
    messages.success(request, _("Đã thêm %s đơn vị vào thể lệ đang soạn.") % len(added))
    return redirect(address_of(contest, path.rpartition(".")[0]))


def _codes(rulebook: Rulebook, path: str) -> tuple[str, ...]:
    """The codes that the rule names now. Raises DoesNotExist where no rule names units."""
    field = field_at(rulebook, path)
    shape = field.shape.item if field and isinstance(field.shape, Many) else None
    value = value_at(rulebook, path)
    if not (isinstance(shape, Leaf) and shape.refers == "unit" and isinstance(value, tuple)):
        raise RulebookVersion.DoesNotExist
    return value


def _chosen(request: HttpRequest) -> Chosen:
    on = day_of(request.GET.get("ngay", ""), local_day(clock.now()))
    province, district = request.GET.get("tinh", ""), request.GET.get("huyen", "")
    provinces = provinces_on(on)
    districts = list(former_districts(province, on).select_related("unit")) if province else []
    row = next((one for one in districts if one.unit.code == district), None)
    found = successors_of_district(row, on) if row else []
    return Chosen(on, province, district, provinces, districts, found)


def _ticked(request: HttpRequest, chosen: Chosen) -> list[str]:
    """Codes that are ticked, of those communes that the page shows."""
    ticked = set(request.POST.getlist("ma"))
    return [code for one in chosen.found if (code := one.choice.version.unit.code) in ticked]
