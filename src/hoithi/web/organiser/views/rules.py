"""The editor of a rulebook: its sections, cards, lists and what was found in it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.contests import actions, queries
from hoithi.contests.facts import findings_of, rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS
from hoithi.core.rulebook.document import Rulebook
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.rules.changing import after, done, filled
from hoithi.web.organiser.rules.nodes import Node
from hoithi.web.organiser.rules.pages import (
    address_of,
    cards,
    desk,
    found_links,
    noticed,
    record_path,
)
from hoithi.web.organiser.rules.sections import SECTIONS, Section, section_of
from hoithi.web.request import SignedInRequest, sent


@require_safe
@login_required
def rules(request: SignedInRequest, slug: str) -> HttpResponse:
    """The editor opens with its first section."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    return redirect("rules_section", contest.slug, SECTIONS[0].key)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def rules_section(request: SignedInRequest, slug: str, section: str) -> HttpResponse:
    """A section's cards beside the printed rules; a sent card is written into the draft."""
    contest = queries.contest_for(request.user, slug, *editors(request), at=clock.now())
    version = queries.newest_version(contest)
    rulebook = rulebook_of(version)
    here, path = _section(section), record_path(rulebook, request.GET.get("o", ""))
    nodes = cards(rulebook, here, path, findings_of(version), data=sent(request))
    if request.method == "POST" and _saved(request, contest, rulebook, nodes):
        return redirect(request.get_full_path())
    status = 422 if request.method == "POST" else 200
    shown = desk(request.user, contest, version) | {"section": here, "nodes": nodes, "path": path}
    return render(request, "organiser/rules/section.html", shown, status=status)


def _section(key: str) -> Section:
    found = section_of(key)
    if found is None:
        raise Contest.DoesNotExist
    return found


def _saved(
    request: SignedInRequest, contest: Contest, rulebook: Rulebook, nodes: list[Node]
) -> bool:
    """Writes the card that was sent; says at its boxes what could not be read."""
    node = next((one for one in nodes if one.path == request.POST.get("o", "")), None)
    if node is None or not node.form.is_valid():
        return False
    changed, problems = filled(rulebook, node.typed())
    if problems:
        node.refuse(problems)
        return False
    actions.redraft(contest, changed, by=request.user, at=clock.now())
    return True


@require_POST
@login_required
@taken_once
def rules_deed(request: SignedInRequest, slug: str, deed: str) -> HttpResponse:
    """A button beside a rule: add, remove, up, down."""
    contest = queries.contest_for(request.user, slug, *EDITORS, at=clock.now())
    version = queries.newest_version(contest)
    path = request.POST.get("o", "")
    if version.sha256 != request.POST.get("ban"):
        raise actions.RulesChangedMeanwhile
    changed = done(rulebook_of(version), deed, path, request.POST.get("loai", ""))
    actions.redraft(contest, changed, by=request.user, at=clock.now())
    return redirect(address_of(contest, after(changed, deed, path)))


@require_safe
@login_required
def rules_findings(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every contradiction, open question and remark, each with the way to where it stands."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    version = queries.newest_version(contest)
    shown = desk(request.user, contest, version)
    shown |= {"found": found_links(contest, findings_of(version))}
    return render(request, "organiser/rules/findings.html", shown)


@require_safe
@login_required
def rules_to_review(request: SignedInRequest, slug: str) -> HttpResponse:
    """What to look at again after a contest was made from a pattern, a file or an earlier one."""
    contest = queries.contest_for(request.user, slug, at=clock.now())
    version = queries.newest_version(contest)
    rulebook = rulebook_of(version)
    shown = desk(request.user, contest, version) | {"rulebook": rulebook}
    shown |= noticed(contest, rulebook)
    return render(request, "organiser/rules/to_review.html", shown)
