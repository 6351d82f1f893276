"""Remarks of a contestant on published results: filed inside the window, answers read here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.contests.models import Contest
from hoithi.contests.queries import announced
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.results.actions import file_remark
from hoithi.results.actions.remarks import LONGEST
from hoithi.results.queries.remarks import own_remarks, remark_doors
from hoithi.web.contestant import devices
from hoithi.web.contestant.pages import contest_page


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, slug: str) -> HttpResponse:
    """The form while a window is open, else why there is none; and one's own remarks."""
    contest, at = announced(slug), clock.now()
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        return redirect("return", slug)
    if request.method != "POST":
        return _page(request, contest, entrant)
    doors = {str(one.result.pk): one.result for one in remark_doors(contest, at=at)}
    chosen = doors.get(request.POST.get("result", ""))
    if chosen is None:
        told = _("Hãy chọn kết quả mà phản ánh, kiến nghị nói đến.")
        return _page(request, contest, entrant, told=told)
    try:
        file_remark(chosen, entrant, request.POST.get("text", ""), at=at)
    except Refusal as refused:
        return _page(request, contest, entrant, told=wording.sentence(refused))
    messages.success(request, _("Đã nhận phản ánh, kiến nghị. Câu trả lời sẽ hiện ở trang này."))
    return redirect("my_remarks", slug)


def _page(
    request: HttpRequest, contest: Contest, entrant: Entrant, *, told: str = ""
) -> HttpResponse:
    at = clock.now()
    doors = remark_doors(contest, at=at)
    facts = {
        **contest_page(contest, at=at),
        "doors": doors,
        "open_doors": [one for one in doors if one.is_open],
        "remarks": own_remarks(entrant),
        "told": told,
        "text": request.POST.get("text", "")[:LONGEST],
        "chosen": request.POST.get("result", ""),
        "longest": LONGEST,
    }
    response = render(request, "contestant/remarks.html", facts, status=422 if told else 200)
    response["Cache-Control"] = "private, no-store"
    return response
