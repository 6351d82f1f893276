"""Papers of a campaign's money, as the pages of its budget make them."""

from collections.abc import Iterator

from hoithi.campaigns.models import Budget, BudgetVersion
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.campaigns.budget import estimate_papers, spending_papers
from hoithi.web.organiser.folder.frame import (
    bases_missing,
    number_missing,
    page,
    signed_by,
    standing_missing,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet

_TO_SIGN = "Người lập, kế toán, thủ trưởng"
_OF_AGENCY = "Thủ trưởng cơ quan tham mưu"


def estimate(facts: FolderFacts) -> Iterator[Sheet]:
    """Tờ trình, dự toán and the draft decision of the newest estimate."""
    address = page(facts.campaign, "campaign_budget")
    version = queries.newest(queries.budget_of(facts.campaign))
    if version is None:
        why = Missing("Chưa lập dự toán", "Kinh phí", address)
        yield Sheet("du-toan", "Dự toán kinh phí", _TO_SIGN, None, (why,))
        return
    lacks = tuple(_unpriced(version, address))
    agency = tuple(standing_missing(facts))
    asked = Missing("Số, ngày của Tờ trình phê duyệt dự toán")
    who = signed_by(facts.standing.name) if facts.standing else _OF_AGENCY
    paper = estimate_papers.proposal(version)
    told = (*agency, *number_missing(facts), *lacks)
    yield Sheet("to-trinh-du-toan", "Tờ trình phê duyệt dự toán", who, paper, told)
    paper = estimate_papers.table_paper(version)
    told = lacks if version.decided_at else (asked, *lacks)
    yield Sheet("du-toan", "Dự toán kinh phí", _TO_SIGN, paper, told)
    who = signed_by(facts.campaign.body.name)
    paper = estimate_papers.decision(version)
    told = (*bases_missing(facts), *agency, asked, *lacks)
    yield Sheet("quyet-dinh-du-toan", "Quyết định phê duyệt dự toán", who, paper, told)


def _unpriced(version: BudgetVersion, address: str) -> Iterator[Missing]:
    """Counted only: the lines themselves are for those who see the money."""
    blank = version.lines.filter(norm=None).count()
    if blank:
        yield Missing(f"Mức chi của {two_digits(blank)} dòng dự toán", "Kinh phí", address)
    if not version.sources.exists():
        yield Missing("Nguồn kinh phí", "Kinh phí", address)
    elif loose := version.lines.filter(source_key=None).count():
        yield Missing(f"Nguồn của {two_digits(loose)} dòng dự toán", "Kinh phí", address)


def settlement(facts: FolderFacts) -> Iterator[Sheet]:
    """Bảng kê chứng từ and báo cáo quyết toán."""
    address = page(facts.campaign, "campaign_budget")
    budget = queries.budget_of(facts.campaign)
    vouchers, told = "Bảng kê chứng từ", "Báo cáo quyết toán kinh phí"
    head = signed_by(facts.campaign.body.name)
    if budget is None:
        why = (Missing("Chưa có dự toán, chứng từ chi", "Kinh phí", address),)
        yield Sheet("bang-ke-chung-tu", vouchers, _TO_SIGN, None, why)
        yield Sheet("bao-cao-quyet-toan", told, head, None, why)
        return
    lacks = tuple(_unsettled(budget, address))
    paper = spending_papers.vouchers_paper(budget)
    yield Sheet("bang-ke-chung-tu", vouchers, _TO_SIGN, paper, lacks)
    paper = spending_papers.settlement_paper(budget)
    lacks = (*lacks, Missing("Nơi nhận báo cáo quyết toán"))
    yield Sheet("bao-cao-quyet-toan", told, head, paper, lacks)


def _unsettled(budget: Budget, address: str) -> Iterator[Missing]:
    if queries.approved(budget) is None:
        yield Missing("Dự toán chưa được phê duyệt", "Kinh phí", address)
    if not queries.vouchers_of(budget):
        yield Missing("Chứng từ chi", "Kinh phí", address)
