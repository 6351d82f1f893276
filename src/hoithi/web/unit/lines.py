"""What the contact says about one person of the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi.contests.models import Contest
from hoithi.entries.actions import lists as deeds
from hoithi.entries.facts import code_shown
from hoithi.entries.models import Entrant, ListedPerson
from hoithi.entries.queries import lists
from hoithi.entries.queries.doors import current_door
from hoithi.kit import clock
from hoithi.kit.ids import code_of
from hoithi.people.models import UnitVersion
from hoithi.web.once import shown_once
from hoithi.web.request import SignedInRequest


@dataclass(frozen=True)
class Meant:
    """The line of a form, in its contest and unit."""

    contest: Contest
    unit: UnitVersion
    listed: ListedPerson
    at: datetime

    def entrant(self, request: SignedInRequest) -> Entrant:
        """The contestant that the form names, among those who may be meant."""
        return lists.entrant_meant(self.listed, request.POST.get("nguoi", ""))


@login_required
@require_POST
def line(request: SignedInRequest, slug: str, code: str, line: int) -> HttpResponse:
    """One line: exempt it, settle a doubt or take that back, ask for a contestant, renew a code."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    meant = Meant(contest, unit, lists.listed_person(contest, unit.unit, line), at)
    deed = _DEEDS.get(request.POST.get("viec", ""))
    if deed is None:
        raise ListedPerson.DoesNotExist
    return deed(request, meant) or redirect("named_list", slug, code)


def _exempt(request: SignedInRequest, meant: Meant) -> None:
    reason = request.POST.get("ly-do", "")
    deeds.exempt(meant.listed, reason=reason, by=request.user, at=meant.at)


def _same(request: SignedInRequest, meant: Meant) -> None:
    entrant = meant.entrant(request)
    deeds.settle(meant.listed, entrant, same=True, by=request.user, at=meant.at)


def _other(request: SignedInRequest, meant: Meant) -> None:
    entrant = meant.entrant(request)
    deeds.settle(meant.listed, entrant, same=False, by=request.user, at=meant.at)


def _unsettle(request: SignedInRequest, meant: Meant) -> None:
    deeds.unsettle(meant.listed, by=request.user, at=meant.at)


def _ask(request: SignedInRequest, meant: Meant) -> None:
    door, reason = current_door(meant.contest, at=meant.at), request.POST.get("ly-do", "")
    entrant, by = meant.entrant(request), request.user
    deeds.ask_for(meant.listed, entrant, door, reason=reason, by=by, at=meant.at)
    messages.success(request, _("Đã gửi đề nghị. Ban Tổ chức quyết định; kết quả hiện tại đây."))


def _renew(request: SignedInRequest, meant: Meant) -> HttpResponse:
    entrant, unit = meant.entrant(request), meant.unit
    renew = partial(deeds.renew_for, unit.unit, entrant, by=request.user, at=meant.at)
    new = code_shown(code_of(shown_once(request, lambda secret: renew(code=code_of(secret)))))
    facts = {"contest": meant.contest, "unit": unit, "entrant": entrant, "new": new}
    response = render(request, "unit/code.html", facts | {"code": unit.unit.code})
    response["Cache-Control"] = "private, no-store"
    return response


_DEEDS: Mapping[str, Callable[[SignedInRequest, Meant], HttpResponse | None]] = {
    "mien": _exempt,
    "dung": _same,
    "khac": _other,
    "bo": _unsettle,
    "xin": _ask,
    "cap-ma": _renew,
}
"""By the word of the button."""
