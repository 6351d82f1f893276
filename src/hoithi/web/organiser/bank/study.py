"""The study set of a bank: releasing questions for a contest, and taking them back."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Contest
from hoithi.core.vietnamese.text import fold
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.questions.queries import KEEPERS, Wanted, bank_for, fields_of
from hoithi.sittings.actions import releasing
from hoithi.sittings.actions.reading import note_reading
from hoithi.study import actions, queries
from hoithi.study.forms import FOUND, LISTED, ReleaseForm, StudySearchForm, TakeBackForm
from hoithi.study.models import StudyRelease
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.questions import field_label

_SHOWN = 300


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def bank_study(request: SignedInRequest, bank: int) -> HttpResponse:
    """What was released so far; choosing what is released next, by filter, by hand, by a list."""
    at = clock.now()
    kept = bank_for(request.user, bank, *KEEPERS, at=at)
    contests = queries.contests_to_release_for(kept, request.user, at=at)
    form = ReleaseForm(sent(request), contests=contests)
    search = StudySearchForm(request.GET, fields=[(k, field_label(k)) for k in fields_of(kept)])
    contest = _chosen(form, contests, request, kept, at)
    form.initial["contest"] = contest
    found = _found(kept, contest, search.wanted) if contest else QuestionVersion.objects.none()
    if form.is_valid():
        with SaidOn(form):
            made = _release(request, kept, form, found, at=at)
            messages.success(request, _said(made.questions.count()))
            return redirect("study_release", kept.pk, made.pk)
    note_reading(kept, "study", by=request.user, at=at)
    shown = {"bank": kept, "form": form, "search": search, "contest": contest}
    shown |= {"contests": contests, "found": found[:_SHOWN], "total": found.count()}
    shown |= {"releases": queries.releases(kept).filter(contest__in=contests)}
    shown |= {"may": allowed(request.user, kept, at=at), "picked": request.POST.getlist("picked")}
    return render(request, "organiser/bank/study.html", shown, status=422 if form.is_bound else 200)


def _asked(request: SignedInRequest) -> str:
    number = request.GET.get("cuoc_thi", "")
    return number if number.isdecimal() and len(number) < 18 else ""


def _chosen(
    form: ReleaseForm,
    contests: QuerySet[Contest],
    request: SignedInRequest,
    bank: Bank,
    at: datetime,
) -> Contest | None:
    """The contest that the form names, else the one in the address, else the one that is served."""
    if form.is_bound and form.is_valid():
        found: Contest = form.cleaned_data["contest"]
        return found
    asked = _asked(request)
    return (contests.filter(pk=asked).first() if asked else None) or _served(contests, bank, at)


def _served(contests: QuerySet[Contest], bank: Bank, at: datetime) -> Contest | None:
    """The newest contest that draws from the bank and is not over, else the newest that draws."""
    drawn = contests.filter(banks=bank)
    still = drawn.filter(rounds__closes_at__gt=at).distinct()
    return still.first() or drawn.first() or contests.first()


def _found(bank: Bank, contest: Contest, wanted: Wanted) -> QuerySet[QuestionVersion]:
    rows = queries.releasable(bank, contest)
    for name in ("field", "audience", "difficulty"):
        if value := getattr(wanted, name):
            rows = rows.filter(**{name: value})
    for word in fold(wanted.text).split():
        rows = rows.filter(Q(search__contains=word) | Q(question__code__icontains=word))
    return rows


def _release(
    request: SignedInRequest,
    bank: Bank,
    form: ReleaseForm,
    found: QuerySet[QuestionVersion],
    *,
    at: datetime,
) -> StudyRelease:
    terms, by = form.terms(at), request.user
    which = form.cleaned_data["which"]
    if which == LISTED:
        return releasing.release_listed(bank, form.code_list, terms, by=by, at=at)
    picked = _numbers(request.POST.getlist("picked"))
    chosen = found if which == FOUND else found.filter(question__in=picked)
    ids = set(chosen.values_list("question", flat=True))
    return releasing.release(bank, ids, terms, by=by, at=at)


def _numbers(texts: Iterable[str]) -> set[int]:
    return {int(text) for text in texts if text.isdecimal() and len(text) < 18}


def _said(count: int) -> str:
    told = ngettext(
        "Đã đưa %(count)s câu vào bộ câu hỏi ôn tập.",
        "Đã đưa %(count)s câu vào bộ câu hỏi ôn tập.",
        count,
    )
    return told % {"count": count}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def study_release(request: SignedInRequest, bank: int, release: int) -> HttpResponse:
    """One release: its questions under their public numbers; each can be taken back."""
    at = clock.now()
    found = queries.release_for(request.user, bank, release, at=at)
    form = TakeBackForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            told = _take_back(request, found, form.cleaned_data["reason"], at=at)
            messages.success(request, told)
            return redirect("study_release", bank, release)
    note_reading(found.bank, "study", by=request.user, at=at)
    shown = {"bank": found.bank, "release": found, "lines": queries.lines(found), "form": form}
    shown |= {"may": allowed(request.user, found.bank, at=at), "now": at}
    status = 422 if form.is_bound else 200
    return render(request, "organiser/bank/study_release.html", shown, status=status)


def _take_back(
    request: SignedInRequest, release: StudyRelease, reason: str, *, at: datetime
) -> str:
    by: Person = request.user
    number = request.POST.get("number", "")
    if not number:
        count = actions.take_back_all(release, reason=reason, by=by, at=at)
        return _("Đã rút %(count)s câu khỏi bộ câu hỏi ôn tập.") % {"count": count}
    line = release.questions.select_related("question", "contest").get(
        number=int(number) if number.isdecimal() and len(number) < 9 else 0
    )
    actions.take_back(line, reason=reason, by=by, at=at)
    return _("Đã rút câu số %(number)s khỏi bộ câu hỏi ôn tập.") % {"number": line.number}
