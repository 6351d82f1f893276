"""Papers printed for a hall: questions in the order of the paper, never a key."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from hoithi.contests.queries import round_for, rules_of_round
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for, parts_in
from hoithi.kit import clock
from hoithi.sittings.actions.reading import note_printing
from hoithi.sittings.queries import typed as queries
from hoithi.web.organiser.hall.forms import PrintForm
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.room import prediction_question


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def papers_print(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """Chooses group and number of papers; what comes is printed, and the journal says who did."""
    at = clock.now()
    round_ = round_for(request.user, slug, key, *opened_by("papers_print"), at=at)
    rules = rules_of_round(round_, at=at)
    papers = [part for part in parts_in(rules, key) if isinstance(part, PaperPart)]
    form = PrintForm(sent(request), papers=papers, groups=rules.groups)
    page: dict[str, Any] = {"contest": round_.contest, "body": round_.contest.body, "form": form}
    page["round"] = round_
    if form.is_valid() and papers:
        said = form.cleaned_data
        part, group = said.get("part") or papers[0].key, said.get("group", "")
        paper = paper_for(rules, key, group or None, part)
        page["title"] = paper.title if len(papers) > 1 else ""
        page["prediction"] = prediction_question(paper.prediction) if paper.prediction else ""
        page["papers"] = queries.papers_to_print(round_, part, group, said["number"])
    return _opened(request, page)


def _opened(request: SignedInRequest, page: dict[str, Any]) -> HttpResponse:
    """The papers where there are some, and the journal row; else the form again."""
    papers = page.get("papers")
    template = "organiser/hall/print.html" if papers else "organiser/hall/print_form.html"
    if papers:
        codes = [paper.code for paper in papers]
        note_printing(page["round"], codes, by=request.user, at=clock.now())
    status = 422 if page["form"].is_bound and not papers else 200
    response = render(request, template, page, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
