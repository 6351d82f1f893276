"""Papers of a campaign's money, as the pages of its budget make them."""

from collections.abc import Callable, Iterator

from hoithi.campaigns.models import Budget, BudgetVersion
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.documents.official import Paper
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.campaigns.budget import estimate_papers, spending_papers
from hoithi.web.organiser.folder.frame import page, signed_by
from hoithi.web.organiser.folder.sheets import Missing, Sheet

_TO_SIGN = "Người lập, kế toán, thủ trưởng"


def estimate(facts: FolderFacts) -> Iterator[Sheet]:
    """Tờ trình, dự toán and the draft decision of the newest estimate."""
    address = page(facts.campaign, "campaign_budget")
    version = queries.newest(queries.budget_of(facts.campaign))
    if version is None:
        why = Missing("Chưa lập dự toán", "Kinh phí", address)
        yield Sheet("du-toan", "Dự toán kinh phí", _TO_SIGN, None, (why,))
        return
    lacks = tuple(_unpriced(version, address))
    who = signed_by(facts.campaign.body.name)
    for name, title, signer, make in (
        ("to-trinh-du-toan", "Tờ trình phê duyệt dự toán", _TO_SIGN, estimate_papers.proposal),
        ("du-toan", "Dự toán kinh phí", _TO_SIGN, estimate_papers.table_paper),
        ("quyet-dinh-du-toan", "Quyết định phê duyệt dự toán", who, estimate_papers.decision),
    ):
        yield Sheet(name, title, signer, make(version), lacks)


def _unpriced(version: BudgetVersion, address: str) -> Iterator[Missing]:
    """Counted only: the lines themselves are for those who see the money."""
    blank = version.lines.filter(norm=None).count()
    if blank:
        yield Missing(f"Mức chi của {two_digits(blank)} dòng dự toán", "Kinh phí", address)


def settlement(facts: FolderFacts) -> Iterator[Sheet]:
    """Bảng kê chứng từ and báo cáo quyết toán."""
    address = page(facts.campaign, "campaign_budget")
    budget = queries.budget_of(facts.campaign)
    vouchers = "Bảng kê chứng từ"
    told = "Báo cáo quyết toán kinh phí"
    yield _of(budget, "bang-ke-chung-tu", vouchers, spending_papers.vouchers_paper, address)
    yield _of(budget, "bao-cao-quyet-toan", told, spending_papers.settlement_paper, address)


def _of(
    budget: Budget | None, name: str, title: str, make: Callable[[Budget], Paper], address: str
) -> Sheet:
    if budget is None:
        why = Missing("Chưa có dự toán, chứng từ chi", "Kinh phí", address)
        return Sheet(name, title, _TO_SIGN, None, (why,))
    lacks = () if queries.vouchers_of(budget) else (Missing("Chứng từ chi", "Kinh phí", address),)
    return Sheet(name, title, _TO_SIGN, make(budget), lacks)
