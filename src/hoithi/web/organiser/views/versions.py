"""Versions of a rulebook: putting the draft in force, reading and taking away what was in force."""

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.contests import actions, queries
from hoithi.contests.facts import is_public, rulebook_of
from hoithi.contests.forms import ForceForm
from hoithi.contests.models import RulebookVersion
from hoithi.core.rulebook.formats import to_json, to_toml
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.announcing import lacking
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.rules.pages import desk, noticed
from hoithi.web.organiser.rules.papers import rules_paper
from hoithi.web.organiser.rules.told import told
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.progress import facts_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def rules_put_in_force(request: SignedInRequest, slug: str) -> HttpResponse:
    """What changes, and the confirmation; while a round runs with reason and document."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    version = queries.newest_version(contest)
    running = queries.running_rounds(contest, at=at)
    before = queries.version_in_force(contest, at=at)
    public = is_public(contest)
    form = ForceForm(
        sent(request), is_running=bool(running), is_public=public, is_first=before is None
    )
    if form.is_valid():
        with SaidOn(form):
            actions.put_in_force(contest, by=request.user, at=at, **form.cleaned_data)
            return redirect("contest_desk", contest.slug)
    shown = desk(request.user, contest, version) | {
        "form": form,
        "running": running,
        "changes": told(rulebook_of(before), rulebook_of(version)) if before else [],
        "is_first": before is None,
    }
    shown |= noticed(contest, rulebook_of(version))
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/rules/force.html", shown, status=status)


@require_safe
@login_required
def rules_versions(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every version with its hash, since when it held and why."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    versions = list(queries.versions(contest))
    shown = desk(request.user, contest, versions[0]) | {"versions": versions}
    return render(request, "organiser/rules/versions.html", shown)


@require_safe
@login_required
def rules_file(request: SignedInRequest, slug: str, number: int, kind: str) -> HttpResponse:
    """A version as TOML for people, as the canonical JSON that was hashed, or printed as PDF."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    version = queries.versions(contest).get(number=number)
    content, media_type = _made(version, kind)
    response = HttpResponse(content, content_type=media_type)
    name = f"the-le-{contest.slug}-ban-{number}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _made(version: RulebookVersion, kind: str) -> tuple[bytes, str]:
    if kind == "pdf":
        return rules_paper(version), "application/pdf"
    if kind == "json":
        return to_json(rulebook_of(version)), "application/json"
    return to_toml(rulebook_of(version)).encode(), "application/toml"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def announce(request: SignedInRequest, slug: str) -> HttpResponse:
    """Makes the contest's page public, after a look at what is still open."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    button = Form(sent(request))
    if button.is_bound:
        with SaidOn(button):
            actions.announce(contest, by=request.user, at=at)
            return redirect("contest_desk", contest.slug)
    version = queries.newest_version(contest)
    rulebook = rulebook_of(version)
    shown = desk(request.user, contest, version) | noticed(contest, rulebook)
    shown |= {
        "form": button,
        "lacking": lacking(request, contest, facts_of([contest], at)[0], rulebook),
    }
    status = 422 if button.is_bound else 200
    return render(request, "organiser/announce.html", shown, status=status)
