"""Assisted places: made with a named helper, printed as a card, counted, closed."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, may_edit
from hoithi.documents.typeset.posters import Poster, poster
from hoithi.entries.actions.places import close_place, open_place
from hoithi.entries.forms import PlaceForm
from hoithi.entries.queries.places import helpers_of, place_of
from hoithi.entries.queries.unit_lists import units_offered
from hoithi.kit import clock
from hoithi.people.models import Person, Unit
from hoithi.sittings.queries.places import places_shown
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.lists.out import place_table
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.tables import Asked, TableOut, table_view


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def places(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every place with its counts; one more with its helper."""
    at = clock.now()
    names = EDITORS if request.method == "POST" else opened_by("places")
    contest = contest_for(request.user, slug, *names, at=at)
    form = _form(request, contest, at)
    if form.is_valid():
        said = form.cleaned_data
        helper = Person.objects.get(pk=said["helper"])
        unit = Unit.objects.filter(pk=said["unit"]).first()
        with SaidOn(form):
            open_place(contest, said["name"], unit=unit, helper=helper, by=request.user, at=at)
            messages.success(request, _("Đã lập điểm thi hỗ trợ %s.") % said["name"])
            return redirect("places", slug)
    may = may_edit(request.user, contest, at=at)
    shown = {"contest": contest, "body": contest.body, "form": form, "may_edit": may}
    shown["places"] = places_shown(contest)
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/lists/places.html", shown, status=status)


def _form(request: SignedInRequest, contest: Contest, at: datetime) -> PlaceForm:
    helpers, units = helpers_of(contest, at=at), units_offered(contest, at=at)
    return PlaceForm(sent(request), helpers=helpers, units=units)


@login_required
@require_safe
def place_card(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """The sheet of a place: its QR code leads the helper to the page that opens it on a device."""
    contest = contest_for(request.user, slug, *opened_by("places"), at=clock.now())
    place = place_of(contest, number)
    content = Poster(
        title=contest.title,
        address=request.build_absolute_uri(reverse("assisted_place", args=[slug])),
        issuer=(contest.body.name,),
        when=_("Người hỗ trợ: %s") % place.helper.full_name,
        steps=(
            _("Người hỗ trợ quét mã trên máy của điểm, đăng nhập, chọn “Dùng máy này cho điểm”"),
            _("Từng người đăng ký hoặc nhập mã dự thi, làm bài, giữ mã bài thi"),
            _("Bấm “Xong, mời người tiếp theo” trước khi giao máy"),
        ),
        kind=_("Điểm thi hỗ trợ"),
        who=place.name,
    )
    return download(poster(content), f"diem-ho-tro-{number}.pdf", "application/pdf")


@login_required
@require_POST
@taken_once
def place_close(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Closes a place; what was sat there stays marked with it."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    close_place(place_of(contest, number), by=request.user, at=at)
    messages.success(request, _("Đã đóng điểm thi hỗ trợ."))
    return redirect("places", slug)


@table_view
def places_out(asked: Asked, slug: str) -> TableOut:
    """Every place with its counts as a table."""
    contest = contest_for(asked.person, slug, *opened_by("places"), at=asked.at)
    table = place_table(contest, places_shown(contest))
    return table.called(f"diem-ho-tro-{slug}", contest.body)
