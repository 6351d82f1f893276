"""Creating a contest: from a file, from a pattern, by copying an earlier one."""

from datetime import datetime
from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests import actions, queries
from hoithi.contests.actions import NewContest
from hoithi.contests.actions.founding import refuse_past
from hoithi.contests.facts import rulebook_of
from hoithi.contests.forms import CopyForm, PatternForm, RulebookFileForm
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import MOST_BYTES, from_file
from hoithi.core.rulebook.founding import first_day
from hoithi.core.rulebook.problem import Problem, RulebookUnreadable
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.once import done_once
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_contest(request: SignedInRequest, body: str) -> HttpResponse:
    """A contest from a pattern; the page also leads to the other two ways."""
    at = clock.now()
    over = queries.founding_body(request.user, body, at=at)
    form = PatternForm(sent(request))
    deed = partial(_from_pattern, over, form, by=request.user, at=at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    status = 422 if request.method == "POST" else 200
    return _founding_page(request, over, form=form, status=status)


def _from_pattern(over: OrganisingBody, form: PatternForm, *, by: Person, at: datetime) -> str:
    said = form.cleaned_data
    refuse_past(said["first_day"], at)
    new = NewContest(
        pattern=said["pattern"],
        title=said["title"],
        first_day=said["first_day"],
        particulars=form.particulars,
    )
    return _to_review(actions.create_from_pattern(new, body=over, by=by, at=at))


def _to_review(contest: Contest) -> str:
    return reverse("rules_to_review", args=[contest.slug])


@require_POST
@login_required
def contest_from_file(request: SignedInRequest, body: str) -> HttpResponse:
    """A contest from a rulebook file; what is wrong with the file is said with its place."""
    at, by = clock.now(), request.user
    over = queries.founding_body(by, body, at=at)
    form = RulebookFileForm(request.POST, request.FILES, auto_id="tep_%s")
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            rules = from_file(upload.name, upload.read(MOST_BYTES + 1))
        except RulebookUnreadable as unreadable:
            problems = unreadable.problems
        else:
            deed = partial(_from_rules, rules, over, by=by, at=at)
            if done := done_once(request, form, deed):
                return done
    return _founding_page(request, over, file_form=form, problems=problems, status=422)


def _from_rules(rules: Rulebook, over: OrganisingBody, *, by: Person, at: datetime) -> str:
    return _to_review(actions.create_from_file(rules, body=over, by=by, at=at))


def _founding_page(
    request: SignedInRequest,
    body: OrganisingBody,
    *,
    status: int,
    form: PatternForm | None = None,
    file_form: RulebookFileForm | None = None,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    shown = {
        "body": body,
        "form": form or PatternForm(),
        "file_form": file_form or RulebookFileForm(auto_id="tep_%s"),
        "problems": problems,
        "contests": queries.contests_at_desk(request.user, body, at=clock.now()),
        "may_found": True,
    }
    return render(request, "organiser/new_contest.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def copy_contest(request: SignedInRequest, slug: str) -> HttpResponse:
    """Last year's contest again, its dates moved."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *EDITORS, at=at)
    first = first_day(rulebook_of(queries.newest_version(contest)))
    form = CopyForm(sent(request))
    if form.is_valid():
        days = (form.cleaned_data["first_day"] - first).days if first else 0
        deed = partial(_copied, contest, days, by=request.user, at=at)
        if done := done_once(request, form, deed):
            return done
    shown = {"contest": contest, "body": contest.body, "form": form, "first_day": first}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/copy_contest.html", shown, status=status)


def _copied(contest: Contest, days: int, *, by: Person, at: datetime) -> str:
    return _to_review(actions.copy(contest, days=days, by=by, at=at))
