"""Official papers of a campaign's money, as .docx to go on with or as PDF to print."""

from collections.abc import Callable, Mapping

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from hoithi.campaigns.actions.payments import rule_words
from hoithi.campaigns.models import Budget, BudgetVersion, Sponsor
from hoithi.campaigns.queries import budgets as queries
from hoithi.documents.official import Paper
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.web.organiser.campaigns.budget import estimate_papers, spending_papers
from hoithi.web.organiser.campaigns.budget.named import named
from hoithi.web.papers import paper_download
from hoithi.web.request import SignedInRequest

_OF_ESTIMATE: Mapping[str, Callable[[BudgetVersion], Paper]] = {
    "to-trinh": estimate_papers.proposal,
    "quyet-dinh": estimate_papers.decision,
    "du-toan": estimate_papers.table_paper,
}
_OF_BUDGET: Mapping[str, Callable[[Budget], Paper]] = {
    "bang-ke": spending_papers.vouchers_paper,
    "quyet-toan": spending_papers.settlement_paper,
}
_OF_SPONSOR: Mapping[str, Callable[[Sponsor], Paper]] = {
    "van-dong": spending_papers.call_letter,
    "cam-on": spending_papers.thank_letter,
}


@require_safe
@login_required
def budget_estimate_paper(
    request: SignedInRequest, body: str, number: int, version: int, paper: str, kind: FileKind
) -> HttpResponse:
    """Tờ trình, quyết định or the table of one estimate."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    found = queries.version_of(campaign, version)
    if paper not in _OF_ESTIMATE:
        raise Http404
    return paper_download(_OF_ESTIMATE[paper](found), f"{paper}-du-toan-lan-{version}", kind)


@require_safe
@login_required
def budget_paper(
    request: SignedInRequest, body: str, number: int, paper: str, kind: FileKind
) -> HttpResponse:
    """Bảng kê chứng từ or báo cáo quyết toán."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    budget = queries.budget_of(campaign)
    if paper not in _OF_BUDGET or budget is None:
        raise Http404
    return paper_download(_OF_BUDGET[paper](budget), f"{paper}-kinh-phi", kind)


@require_safe
@login_required
def budget_list_paper(
    request: SignedInRequest, body: str, number: int, paid: int, kind: FileKind
) -> HttpResponse:
    """The list to be signed, with names and accounts; each time leaves a row in the journal."""
    names = queries.NAME_READERS
    campaign = queries.money_of(request.user, body, number, *names, at=clock.now())
    found = queries.list_of(campaign, paid)
    rows = named(request, found, queries.paid_in(found))
    rule = rule_words(queries.rule_of(found)) or found.tax_rule
    return paper_download(spending_papers.list_paper(found, rows, rule), f"danh-sach-{paid}", kind)


@require_safe
@login_required
def budget_sponsor_paper(
    request: SignedInRequest, body: str, number: int, sponsor: int, paper: str, kind: FileKind
) -> HttpResponse:
    """The letter that asks a sponsor, or thanks one."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    found = queries.sponsor_of(campaign, sponsor)
    if paper not in _OF_SPONSOR:
        raise Http404
    return paper_download(_OF_SPONSOR[paper](found), f"thu-{paper}-{sponsor}", kind)
