"""Certificates at the desk: issued, printed, withdrawn, issued anew."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.awards import actions, queries
from hoithi.awards.models import Certificate
from hoithi.files.facts.errands import Wanted
from hoithi.kit import clock
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.forms import ReasonForm
from hoithi.results.models import Result
from hoithi.results.queries import desk as desks
from hoithi.web.errands import hand_on
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn, beside, not_taken
from hoithi.web.organiser.views import errands
from hoithi.web.organiser.views.results import key_of
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.slips import address_of


@require_safe
@login_required
def certificates(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Every certificate of a round, also withdrawn ones."""
    return _page(request, slug, key, {})


def _page(
    request: SignedInRequest,
    slug: str,
    key: str,
    reasons: dict[int, ReasonForm],
    sentence: str = "",
) -> HttpResponse:
    """The certificates; a reason that was not taken stands at its certificate as sent (422)."""
    at = clock.now()
    contest, round_ = desks.round_at_desk(request.user, slug, key_of(key), at=at)
    rows = queries.certificates_of(request.user, slug, key_of(key), at=at)
    shown = {
        "contest": contest,
        "body": contest.body,
        "round": round_,
        "key": key,
        "rows": beside(rows, ReasonForm, reasons),
        "undeserved": queries.undeserved(rows),
        "may_work": desks.may_work(request.user, contest, at=at),
        "sentence": sentence,
    }
    status = 422 if sentence else 200
    return render(request, "organiser/results/certificates.html", shown, status=status)


@require_POST
@login_required
def certificates_issue(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Issues the certificates of the newest published result."""
    at, button = clock.now(), Form(request.POST)
    try:
        result = desks.newest_result(request.user, slug, key_of(key), at=at)
    except Result.DoesNotExist:
        told = _(
            "Chưa lập được giấy chứng nhận: chưa công bố kết quả chính thức. Hãy công bố trước."
        )
        return _page(request, slug, key, {}, told)
    with SaidOn(button):
        made = actions.issue(result, by=request.user, at=at)
        messages.success(request, _("Đã lập %(count)d giấy chứng nhận.") % {"count": len(made)})
        return redirect("certificates", slug, key)
    return _page(request, slug, key, {}, not_taken(button))


@require_safe
@login_required
def certificates_pdf(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Leads to the PDF of all certificates that stand; every name read is journaled."""
    at = clock.now()
    rows = queries.certificates_of(request.user, slug, key_of(key), *queries.WORKERS, at=at)
    if all(row.withdrawn_at for row in rows):
        raise Certificate.DoesNotExist
    wanted = Wanted(
        errands.certificates,
        {"slug": slug, "key": key, "address": address_of(request)},
        title=_("Giấy chứng nhận"),
        onward=reverse("certificates", args=[slug, key]),
        body=rows[0].result.contest.body,
    )
    return hand_on(request, wanted)


@require_POST
@login_required
@taken_once
def certificate_withdraw(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """Withdraws a certificate with a reason, which its public page shows."""
    return _done(request, slug, code, actions.withdraw, _("Đã thu hồi giấy chứng nhận."))


@require_POST
@login_required
@taken_once
def certificate_reissue(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """Issues a new certificate in the place of one."""
    return _done(request, slug, code, actions.reissue, _("Đã cấp lại giấy chứng nhận."))


def _done(
    request: SignedInRequest, slug: str, code: str, deed: Callable[..., Certificate], told: str
) -> HttpResponse:
    at: datetime = clock.now()
    row = queries.certificate_for(request.user, slug, code, at=at)
    key = row.result.round.key if row.result.round else WHOLE
    form = ReasonForm(request.POST, auto_id="ly_do_%s")
    if form.is_valid():
        with SaidOn(form):
            deed(row, form.cleaned_data["reason"], by=request.user, at=at)
            messages.success(request, told)
            return redirect("certificates", slug, key)
    return _page(request, slug, key, {row.pk: form}, not_taken(form))
