"""What the head does with essays: begin, name markers, share out, open again, hand over."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi import wording
from hoithi.essays import queries
from hoithi.essays.actions.beginning import begin
from hoithi.essays.actions.handing_over import hand_over
from hoithi.essays.actions.marking import reopen
from hoithi.essays.actions.sharing import add_marker, share_out, stop_marker
from hoithi.essays.forms import HandOverForm
from hoithi.essays.models import EssayTask
from hoithi.judging.actions import Grounds
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Unit
from hoithi.web.once import taken_once
from hoithi.web.organiser.essays.desk import At, at_desk, desk_page, marker_form, units_there
from hoithi.web.request import SignedInRequest


def _done(
    request: SignedInRequest, place: At, deed: Callable[[datetime], str], onward: str = ""
) -> HttpResponse:
    """Does the deed and says so; a refusal is said on the desk, which changed nothing."""
    at = clock.now()
    try:
        messages.success(request, deed(at))
    except Refusal as refusal:
        told = wording.sentence(refusal)
        return desk_page(request, place, at=at, status=422, sentence=told)
    return redirect(onward or "essays_desk", *place.place)


@require_POST
@login_required
@taken_once
def essays_begin(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Filters the essays and gives them numbers."""
    place = at_desk(request.user, slug, key, part, at=clock.now())

    def deed(at: datetime) -> str:
        marking = begin(place.round, part, by=request.user, at=at)
        told = {"count": marking.essays.count()}
        return _("Đã đánh số phách %(count)s bài.") % told

    return _done(request, place, deed)


@require_POST
@login_required
@taken_once
def essays_marker(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Names a marker, with the units whose essays the marker is never given."""
    at = clock.now()
    place = at_desk(request.user, slug, key, part, at=at)
    essays = queries.marked(place.begun, place.part)
    people = queries.judges(place.round, at=at)
    form = marker_form(people, units_there(essays), request.POST)
    if not form.is_valid():
        return desk_page(request, place, at=at, status=422, marker_form=form)
    person, units = form.cleaned_data["person"], form.cleaned_data["units"]

    def deed(at: datetime) -> str:
        kept = list(Unit.objects.filter(pk__in=units))
        add_marker(place.begun, person, kept, by=request.user, at=at)
        return _("Đã thêm người chấm %(name)s.") % {"name": person.full_name}

    return _done(request, place, deed)


@require_POST
@login_required
@taken_once
def essays_stop(
    request: SignedInRequest, slug: str, key: str, part: str, marker: int
) -> HttpResponse:
    """Takes back from a marker what was not handed in."""
    place = at_desk(request.user, slug, key, part, at=clock.now())
    found = place.begun.markers.select_related("person", "marking__round").get(pk=marker)

    def deed(at: datetime) -> str:
        count = stop_marker(found, by=request.user, at=at)
        told = {"name": found.person.full_name, "count": count}
        return _("%(name)s thôi chấm; %(count)s bài chưa nộp phiếu cần chia lại.") % told

    return _done(request, place, deed)


@require_POST
@login_required
@taken_once
def essays_share(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Shares out what nobody has yet, third markings too."""
    place = at_desk(request.user, slug, key, part, at=clock.now())

    def deed(at: datetime) -> str:
        count = share_out(place.begun, place.part, by=request.user, at=at)
        return _("Đã giao %(count)s lượt chấm.") % {"count": count}

    return _done(request, place, deed)


@require_POST
@login_required
@taken_once
def essays_reopen(
    request: SignedInRequest, slug: str, key: str, part: str, task: int
) -> HttpResponse:
    """Opens a sheet again that its marker handed in, with a reason."""
    place = at_desk(request.user, slug, key, part, at=clock.now())
    rows = EssayTask.objects.select_related("essay__marking__round", "marker__person")
    found = rows.get(essay__marking=place.begun, pk=task)

    def deed(at: datetime) -> str:
        reopen(found, reason=request.POST.get("reason", "")[:1000], by=request.user, at=at)
        return _("Đã mở lại phiếu; người chấm sửa rồi nộp lại.")

    return _done(request, place, deed)


@require_POST
@login_required
@taken_once
def essays_hand_over(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Makes a points sheet of the final marks, which a second person confirms."""
    at = clock.now()
    place = at_desk(request.user, slug, key, part, at=at)
    form = HandOverForm(request.POST)
    if not form.is_valid():
        return desk_page(request, place, at=at, status=422, hand_form=form)
    grounds = Grounds(**form.cleaned_data)

    def deed(at: datetime) -> str:
        sheet = hand_over(place.begun, place.part, by=request.user, at=at, grounds=grounds)
        told = {"number": sheet.number}
        return _("Đã chuyển điểm thành Bảng điểm số %(number)s, chờ người thứ hai xác nhận.") % told

    return _done(request, place, deed)
