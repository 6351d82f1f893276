"""The list of those excluded: found, typed in, read from a table, taken off, taken away."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, may_edit
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents import spreadsheets
from hoithi.entries import actions
from hoithi.entries.facts.exclusions import EXCLUSION_COLUMNS, Named
from hoithi.entries.forms import ExclusionForm, ExclusionListForm, ReasonForm
from hoithi.entries.queries import exclusions as queries
from hoithi.kit import clock
from hoithi.people.facts.tables import TableFaulty
from hoithi.web.once import taken_once
from hoithi.web.organiser.lists.out import exclusion_table
from hoithi.web.organiser.shown import SaidOn, beside, not_taken
from hoithi.web.permissions import opened_by, opens
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.tables import Reader, Seen, given_back, seen
from hoithi.web.staff.uploads import content, download, kept, referred
from hoithi.web.tables import Asked, TableOut, table_view

_ON_A_PAGE = 50
_EXAMPLE = {"name": "Nguyễn Thị An", "birth_year": "1985-03-05", "phone": "0912345678"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def exclusions(request: SignedInRequest, slug: str) -> HttpResponse:
    """The list page by page; one person typed in, after a look at whom it would touch."""
    at = clock.now()
    names = EDITORS if request.method == "POST" else opened_by("exclusions")
    contest = contest_for(request.user, slug, *names, at=at)
    if request.method != "POST":
        return _page(request, contest, at)
    form = ExclusionForm(request.POST, rules=queries.rules_of(contest, at=at))
    if form.is_valid():
        said = form.cleaned_data
        people = [Named(said["name"], said["birth_year"], said["phone"])]
        rule = queries.rule_of(contest, said["rule"], at=at)
        with SaidOn(form):
            touched = queries.touched_by(contest, rule, people, at=at)
            if touched and not request.POST.get("xac-nhan"):
                return _confirm(request, contest, form, {"rule": rule, "touched": touched})
            return _taken(request, contest, said, people, at)
    return _page(request, contest, at, form=form, sentence=not_taken(form))


def _confirm(
    request: SignedInRequest, contest: Contest, form: ExclusionForm, facts: dict[str, object]
) -> HttpResponse:
    shown = {"contest": contest, "body": contest.body, "form": form, **facts}
    return render(request, "organiser/lists/exclusion_confirm.html", shown)


def _page(
    request: SignedInRequest,
    contest: Contest,
    at: datetime,
    reasons: dict[int, ReasonForm] | None = None,
    **facts: object,
) -> HttpResponse:
    """The list; a form that was not taken stands on it as it was sent, with why (422)."""
    rules = queries.rules_of(contest, at=at)
    shown = {
        "contest": contest,
        "body": contest.body,
        "rules": rules,
        "titles": {one.key: one.who for one in rules},
        **_rows(request, contest, reasons or {}),
        "form": ExclusionForm(rules=rules),
        "list_form": ExclusionListForm(rules=rules, auto_id="tep_%s"),
        "may_edit": may_edit(request.user, contest, at=at),
        "has_committees": opens(request, "campaign_committees", contest.body),
        **facts,
    }
    status = 422 if request.method == "POST" else 200
    response = render(request, "organiser/lists/exclusions.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _rows(
    request: SignedInRequest, contest: Contest, reasons: dict[int, ReasonForm]
) -> dict[str, object]:
    """What was asked for of the list, a page of it, and each row's form."""
    text, rule = request.GET.get("tim", "").strip()[:120], request.GET.get("dien", "")
    rows = queries.listed(contest, text, rule)
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("trang"))
    return {"page": page, "rows": beside(page, ReasonForm, reasons), "text": text, "rule": rule}


def _taken(
    request: SignedInRequest,
    contest: Contest,
    said: dict[str, str],
    people: Sequence[Named],
    at: datetime,
) -> HttpResponse:
    rule = queries.rule_of(contest, said["rule"], at=at)
    by = request.user
    added = actions.exclude(contest, rule, people, source=said["source"], by=by, at=at)
    facts = {"added": len(added), "known": len(people) - len(added)}
    told = _("Đã thêm %(added)s người vào danh sách; %(known)s người đã có từ trước.")
    messages.success(request, told % facts)
    return redirect("exclusions", contest.slug)


@login_required
@require_POST
def exclusions_import(request: SignedInRequest, slug: str) -> HttpResponse:
    """A table looked at before it is taken: who is on it, whom it would touch, what is wrong."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    form = ExclusionListForm(request.POST, rules=queries.rules_of(contest, at=at), auto_id="tep_%s")
    if form.is_valid():
        with SaidOn(form):
            (table,) = seen(kept(request, contest.body)[:1], contest.body, _reader(at))
            return _preview(request, contest, form, table, at)
    return _page(request, contest, at, list_form=form, sentence=not_taken(form))


def _preview(
    request: SignedInRequest, contest: Contest, form: ExclusionListForm, table: Seen, at: datetime
) -> HttpResponse:
    rule = queries.rule_of(contest, form.cleaned_data["rule"], at=at)
    clean = table.read.is_clean
    touched = queries.touched_by(contest, rule, table.read.items, at=at) if clean else []
    facts = {"contest": contest, "body": contest.body, "rule": rule, "form": form, "table": table}
    shown = facts | {"touched": touched}
    status = 200 if clean else 422
    return render(request, "organiser/lists/exclusions_import.html", shown, status=status)


def _reader(at: datetime) -> Reader:
    return partial(queries.named_in_table, on=local_day(at))


@login_required
@require_POST
def exclusions_take(request: SignedInRequest, slug: str) -> HttpResponse:
    """Takes the table that was shown: all of it, or nothing."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    form = ExclusionListForm(request.POST, rules=queries.rules_of(contest, at=at), auto_id="tep_%s")
    if form.is_valid():
        with SaidOn(form):
            file = referred(request, contest.body)[0]
            read = _reader(at)(content(file), file.name)
            if not read.is_clean:
                raise TableFaulty(lines=len(read.faults))
            return _taken(request, contest, form.cleaned_data, read.items, at)
    return _page(request, contest, at, list_form=form, sentence=not_taken(form))


@login_required
@require_POST
def exclusions_give_back(request: SignedInRequest, slug: str) -> HttpResponse:
    """The same table as .xlsx with the column "Lý do"."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    return given_back(referred(request, contest.body)[0], _reader(at))


@login_required
@require_safe
def exclusions_form(request: SignedInRequest, slug: str) -> HttpResponse:
    """The empty table to be filled in."""
    contest_for(request.user, slug, *opened_by("exclusions"), at=clock.now())
    title = "Danh sách người không dự thi, không xếp hạng"
    data = spreadsheets.template(EXCLUSION_COLUMNS, title, [_EXAMPLE])
    return download(data, "mau-danh-sach-khong-du-thi.xlsx")


@table_view
def exclusions_out(asked: Asked, slug: str) -> TableOut:
    """The list as a table, masked as on screen."""
    contest = contest_for(asked.person, slug, *opened_by("exclusions"), at=asked.at)
    rules = queries.rules_of(contest, at=asked.at)
    table = exclusion_table(contest, rules, queries.listed(contest).iterator())
    return table.called(f"khong-du-thi-{slug}", contest.body)


@login_required
@require_POST
@taken_once
def exclusion_withdraw(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Takes somebody off the list, with the reason."""
    at = clock.now()
    contest = contest_for(request.user, slug, *EDITORS, at=at)
    row = queries.listed(contest).select_related("identity", "contest").get(pk=number)
    form = ReasonForm(request.POST, auto_id="dua_ra_%s")
    if form.is_valid():
        with SaidOn(form):
            actions.readmit(row, reason=form.cleaned_data["reason"], by=request.user, at=at)
            messages.success(request, _("Đã đưa %s ra khỏi danh sách.") % row.masked_name)
            return redirect("exclusions", slug)
    return _page(request, contest, at, {row.pk: form}, sentence=not_taken(form))
