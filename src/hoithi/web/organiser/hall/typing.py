"""Typing one paper sheet: its printed code, its times, its answers; blind to the other typing."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.rulebook.windows import paper_for
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.sittings.actions.typing import Compared, type_sheet
from hoithi.sittings.models import Paper, TypedSheet
from hoithi.sittings.queries import typed as queries
from hoithi.web.once import taken_once
from hoithi.web.organiser.hall.forms import PaperCodeForm, TypedSheetForm
from hoithi.web.organiser.hall.shown import boxes_of, differences_shown, paper_titles
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def paper_type(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """First the code of the paper, then its answers; equal to the other typing it is handed in."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    entrant = queries.hall_entrant(round_, token)
    code, paper, own = _paper_chosen(request, round_, entrant, at)
    page = _about(round_, entrant) | {"code_form": _code_form(code, paper)}
    if paper is None:
        return _page(request, page, is_refused=bool(code))
    form = TypedSheetForm(
        sent(request),
        slots=queries.slots_of(paper),
        predicts=_predicts(round_, paper, entrant, at),
        initial=boxes_of(own, paper),
    )
    if form.is_valid():
        return _typed(request, page | {"form": form, "paper": paper, "code": code}, at)
    return _page(request, page | {"form": form, "code": code, "own": own}, is_refused=form.is_bound)


def _paper_chosen(
    request: SignedInRequest, round_: Round, entrant: Entrant, at: datetime
) -> tuple[str, Paper | None, TypedSheet | None]:
    """The code and its paper, else those of the person's own typing of the part; and the typing."""
    code = request.GET.get("code", "")
    paper = queries.paper_by_code(round_, code)
    titles = paper_titles(round_, at=at)
    part = paper.pool.part_key if paper else request.GET.get("phan", "")
    own = None
    if part or not titles:
        own = queries.own_typing(entrant, round_, request.user, part or None)
    if own is not None and not code:
        return queries.paper_code(own.paper), own.paper, own
    return code, paper, own


def _about(round_: Round, entrant: Entrant) -> dict[str, Any]:
    contest = round_.contest
    return {"contest": contest, "body": contest.body, "round": round_, "entrant": entrant}


def _code_form(code: str, paper: Paper | None) -> PaperCodeForm:
    form = PaperCodeForm({"code": code} if code else None, auto_id="de_%s")
    if code and paper is None:
        form.add_error("code", _("Đợt thi này không có đề mang mã đó. Hãy xem lại mã in trên bài."))
    return form


def _predicts(round_: Round, paper: Paper, entrant: Entrant, at: datetime) -> bool:
    rules = rules_of_round(round_, at=at)
    part = paper_for(rules, round_.key, entrant.group or None, paper.pool.part_key)
    return part.prediction is not None


def _typed(request: SignedInRequest, page: dict[str, Any], at: datetime) -> HttpResponse:
    round_, entrant, form = page["round"], page["entrant"], page["form"]
    try:
        done = type_sheet(entrant, round_, page["paper"], form.typed(), by=request.user, at=at)
    except Refusal as refused:
        form.add_error(None, wording.sentence(refused))
        return _page(request, page, is_refused=True)
    if done.differing:
        shown = {"differences": differences_shown(done, request.user), "other": done.other}
        return _page(request, page | shown, is_refused=True)
    messages.success(request, _told(done))
    return redirect("paper_sheets", round_.contest.slug, round_.key)


def _told(done: Compared) -> str:
    if done.submission is None:
        return _("Đã ghi lần nhập của ông/bà. Bài được tính khi người thứ hai nhập giống như vậy.")
    told = _("Hai lần nhập giống nhau. Bài đã được tính, mã bài thi: %(receipt)s.")
    return told % {"receipt": done.submission.receipt}


def _page(request: SignedInRequest, page: dict[str, Any], *, is_refused: bool) -> HttpResponse:
    status = 422 if is_refused else 200
    response = render(request, "organiser/hall/type.html", page, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
