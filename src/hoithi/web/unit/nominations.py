"""A unit names people for a committee: on its own page, or by a one-time link without account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns.actions.answering import LinkUsed
from hoithi.campaigns.models import AnswerWay, Nomination
from hoithi.campaigns.queries import nominations as asked
from hoithi.campaigns.queries.committees import WITHOUT_ANSWER
from hoithi.documents import spreadsheets
from hoithi.kit import clock
from hoithi.people.actions.tallies import count_try, forgive_try
from hoithi.people.facts.tries import NOMINATION_LINK, Counter
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.answers import answer_form, table_sent, taken
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.guard import network
from hoithi.web.staff.uploads import download
from hoithi.web.unit.by_link import private

_EXAMPLE = {
    "full_name": "Nguyễn Thị An",
    "post": "Phó Trưởng phòng Văn hóa - Xã hội",
    "birth_year": "1985",
    "phone": "0912345678",
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def unit_nomination(request: SignedInRequest, number: int) -> HttpResponse:
    """What the unit is asked for; its contact names people, typed or by a table."""
    at = clock.now()
    row = asked.nomination_for_contact(request.user, number, at=at)
    table = table_sent(request, row, at)
    form = answer_form(request, row, table)
    # The account says who answers.
    del form.fields["answered_as"]
    if form.is_bound and form.is_valid():
        with SaidOn(form):
            taken(row, form, AnswerWay.SITE, by=request.user, at=at)
            messages.success(request, _("Đã gửi danh sách cử tới cơ quan đề nghị."))
            return redirect("unit_nomination", number)
    shown = {"row": row, "form": form, "table": table, "named": _named(row)}
    status = 422 if form.is_bound or (table and not table.people) else 200
    return render(request, "unit/nomination.html", shown, status=status)


def _named(row: Nomination) -> list[str]:
    """Whom the newest answer names."""
    return [one.full_name for one in row.nominees.filter(answer=row.answers)]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nomination_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same without an account: the link shows this one nomination and takes one answer."""
    at = clock.now()
    row = _opened(request, token)
    if row.state not in WITHOUT_ANSWER:
        return _taken_before(request, row)
    table = table_sent(request, row, at)
    form = answer_form(request, row, table)
    form.fields["answered_as"].required = True
    if form.is_bound and form.is_valid():
        with SaidOn(form):
            try:
                taken(row, form, AnswerWay.LINK, by=None, at=at)
            except LinkUsed:
                return _taken_before(request, row)
            row.refresh_from_db()
            return render(request, "unit/nomination_taken.html", {"row": row})
    shown = {"row": row, "form": form, "table": table}
    status = 422 if form.is_bound or (table and not table.people) else 200
    return private(render(request, "unit/nomination_link.html", shown, status=status))


def _taken_before(request: HttpRequest, row: Nomination) -> HttpResponse:
    """An answer is there; what is sent now is not recorded, and the page says so."""
    row.refresh_from_db()
    is_lost = request.method == "POST"
    shown = {"row": row, "is_lost": is_lost}
    return render(request, "unit/nomination_taken.html", shown, status=409 if is_lost else 200)


def _opened(request: HttpRequest, token: str) -> Nomination:
    """What the link opens. Refuses whoever tries too many links that are not valid."""
    at, counters = clock.now(), [Counter(NOMINATION_LINK, network(request))]
    count_try(counters, at=at)
    row = asked.nomination_of_link(token, at=at)
    forgive_try(counters, at=at)
    return row


@require_safe
def nominee_form(request: HttpRequest) -> HttpResponse:
    """The empty table; nothing in it is of anybody."""
    del request
    title = "Danh sách cử thành viên"
    return download(
        spreadsheets.template(asked.NOMINEE_COLUMNS, title, [_EXAMPLE]), "mau-cu-thanh-vien.xlsx"
    )
