"""Papers by code for a hall without network: drawn, sealed, made into files by the worker."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.facts import is_over
from hoithi.contests.models import Round
from hoithi.contests.queries import round_for, rules_of_round
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.vietnamese.text import fold
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.sittings.actions.printing import PrintWish, note_codes_taken, print_codes
from hoithi.sittings.models import PaperPool, PoolKind
from hoithi.sittings.queries.printed import free_code, print_run, print_runs
from hoithi.web.errands import hand_on
from hoithi.web.once import taken_once
from hoithi.web.organiser.hall.exams import exam_archive
from hoithi.web.organiser.hall.forms import CodesForm
from hoithi.web.organiser.hall.shown import paper_titles
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def print_codes_desk(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """The prints of a round, and the form that draws and seals another one."""
    at = clock.now()
    round_ = round_for(request.user, slug, key, *opened_by("print_codes_desk"), at=at)
    form = _form(sent(request), round_, at)
    if form.is_valid():
        with SaidOn(form):
            _printed(request, round_, form, at)
            return redirect("print_codes_desk", slug, key)
    return _page(request, round_, form)


def _form(data: QueryDict | None, round_: Round, at: datetime) -> CodesForm:
    rules = rules_of_round(round_, at=at)
    papers = [part for part in parts_in(rules, round_.key) if isinstance(part, PaperPart)]
    first = {"first": free_code(round_)}
    return CodesForm(data, papers=papers, groups=rules.groups, initial=first)


def _printed(request: SignedInRequest, round_: Round, form: CodesForm, at: datetime) -> None:
    said = form.cleaned_data
    wish = PrintWish(
        part_key=said.get("part") or form.papers[0].key,
        group=said.get("group", ""),
        kind=PoolKind(said["kind"]),
        first_code=said["first"],
        count=said["number"],
    )
    pool = print_codes(round_, wish, by=request.user, at=at)
    told = _("Đã niêm phong %(count)s mã đề. Tải bộ in ở bên dưới.") % {"count": pool.size}
    messages.success(request, told)


def _page(
    request: SignedInRequest, round_: Round, form: CodesForm, sentence: str = ""
) -> HttpResponse:
    at = clock.now()
    titles = paper_titles(round_, at=at)
    page: dict[str, Any] = {
        "contest": round_.contest,
        "body": round_.contest.body,
        "round": round_,
        "form": form,
        "sentence": sentence,
        "is_over": is_over(round_, at),
        "runs": [
            (one, titles.get(one.part_key, ""), form.group_titles.get(one.group, ""))
            for one in print_runs(round_)
        ],
    }
    status = 422 if form.is_bound or sentence else 200
    response = render(request, "organiser/hall/codes.html", page, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def print_codes_take(request: SignedInRequest, slug: str, key: str, run: int) -> HttpResponse:
    """Lets the worker make the files of a print; the journal says who took them, and the keys."""
    at = clock.now()
    round_ = round_for(request.user, slug, key, *opened_by("print_codes_desk"), at=at)
    pool = print_run(round_, run)
    with_keys = request.POST.get("dap-an") == "1"
    reason = request.POST.get("ly-do", "")
    button = Form(request.POST)
    with SaidOn(button):
        note_codes_taken(pool, with_keys=with_keys, reason=reason, by=request.user, at=at)
        return hand_on(request, _wanted(round_, pool, with_keys=with_keys))
    return _page(request, round_, _form(None, round_, at), not_taken(button))


def _wanted(round_: Round, pool: PaperPool, *, with_keys: bool) -> Wanted:
    slug, key = round_.contest.slug, round_.key
    return Wanted(
        print_archive,
        {"slug": slug, "key": key, "run": pool.pk, "with_keys": with_keys},
        title=_("Bộ in %(count)s mã đề") % {"count": pool.size},
        onward=reverse("print_codes_desk", args=[slug, key]),
        body=round_.contest.body,
    )


def print_archive(errand: Errand, at: datetime) -> Made:
    """The .zip of a print."""
    slug, key = errand.wish["slug"], errand.wish["key"]
    round_ = round_for(errand.person, slug, key, *opened_by("print_codes_desk"), at=at)
    pool = print_run(round_, errand.wish["run"])
    with_keys = bool(errand.wish["with_keys"])
    data = exam_archive(pool, with_keys=with_keys)
    told = _("Đã lập đề của %(count)s mã đề và phiếu trả lời, không có đáp án.")
    if with_keys:
        told = _("Đã lập đề của %(count)s mã đề, phiếu trả lời và đáp án. Hãy giữ kín đáp án.")
    ending = "-co-dap-an" if with_keys else ""
    name = f"de-in-{fold(key).replace(' ', '-')}-{pool.pk}{ending}.zip"
    return Made(told % {"count": pool.size}, data, name, "application/zip")
