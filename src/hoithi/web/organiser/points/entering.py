"""Typing the points of a part from signed paper, and correcting points that count."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Round
from hoithi.judging import actions, queries
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import HandPart, typed_of
from hoithi.judging.forms import MOST_BY_HAND, GroundsForm, PointsForm, boxes_of
from hoithi.judging.models import PointsSheet
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.points.shown import about, entrants_of, grounds_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def points_enter(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """One line for each entrant; nothing counts before a second person has confirmed it."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    page = _page(
        round_, part_entered(round_, part, at=at), data=sent(request), files=request.FILES or None
    )
    form, grounds = page["form"], page["grounds"]
    if not form.is_bound:
        return render(request, "organiser/points/enter.html", page)
    if form.is_valid() and grounds.is_valid():
        with SaidOn(grounds):
            rests_on = grounds_of(request, grounds, round_.contest.body)
            lines = form.lines()
            by = request.user
            sheet = actions.enter_sheet(round_, part, lines, by=by, at=at, grounds=rests_on)
            return entered(request, sheet)
    see_newest(grounds, round_, part)
    return render(request, "organiser/points/enter.html", page, status=422)


def entered(request: SignedInRequest, sheet: PointsSheet) -> HttpResponse:
    """Leads to the sheet that waits for its second person now."""
    messages.success(request, _("Đã ghi. Điểm được tính khi người thứ hai xác nhận."))
    return redirect("points_sheet", sheet.round.contest.slug, sheet.pk)


def _page(round_: Round, part: HandPart, **sent_here: Any) -> dict[str, Any]:
    """The form with what was typed; over points that count it begins with these."""
    entrants = entrants_of(round_, part.key, at=clock.now())
    by_hand = entrants if len(entrants) <= MOST_BY_HAND else []
    counted = queries.counted_sheet(round_, part.key)
    first = boxes_of(by_hand, typed_of(counted)) if counted and by_hand else {}
    data = sent_here.get("data")
    return {
        **about(round_, part),
        "form": PointsForm(data, part=part, entrants=by_hand, initial=first),
        "grounds": grounds_form(round_, part.key, is_correction=counted is not None, **sent_here),
        "entrants": len(entrants),
        "counted": counted,
    }


def page_again(
    request: SignedInRequest, round_: Round, part: HandPart, sentence: str
) -> HttpResponse:
    """The page of a part with nothing typed, and why a file was not taken (422)."""
    page = _page(round_, part) | {"sentence": sentence}
    return render(request, "organiser/points/enter.html", page, status=422)


def grounds_form(
    round_: Round,
    part_key: str,
    *,
    is_correction: bool,
    data: QueryDict | None = None,
    files: MultiValueDict[str, UploadedFile[Any]] | None = None,
) -> GroundsForm:
    """What a sheet rests on; it remembers which sheet was the newest when the page was made."""
    seen = {"seen": queries.newest_number(round_, part_key)}
    return GroundsForm(data, files, is_correction=is_correction, initial=seen)


def see_newest(grounds: GroundsForm, round_: Round, part_key: str) -> None:
    """Whoever reads why a form was refused knows of the newest sheet, so it may be sent again."""
    told = cast("QueryDict", grounds.data).copy()
    told["seen"] = str(queries.newest_number(round_, part_key))
    grounds.data = told
