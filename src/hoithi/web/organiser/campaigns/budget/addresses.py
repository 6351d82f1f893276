"""Addresses of a campaign's money."""

from django.urls import path

from hoithi.web.organiser.campaigns.budget import (
    importing,
    lines,
    lists,
    norms,
    out,
    pages,
    papers,
    settlement,
    sponsors,
    vouchers,
)
from hoithi.web.papers import PAPER_FILE
from hoithi.web.tables import TABLE_FILE

_MONEY = "quan-tri/<slug:body>/ke-hoach/<int:number>/kinh-phi"
_ESTIMATE = f"{_MONEY}/du-toan/<int:version>"
_TABLE = f"bang.{TABLE_FILE}"
_LIST = f"{_MONEY}/danh-sach/<int:paid>"
_PAPER = f"van-ban/<slug:paper>.{PAPER_FILE}"

urlpatterns = [
    path(f"{_MONEY}/", pages.campaign_budget, name="campaign_budget"),
    path(f"{_MONEY}/lap/", pages.budget_begin, name="budget_begin"),
    path(f"{_MONEY}/dieu-chinh/", pages.budget_adjust, name="budget_adjust"),
    path(f"{_MONEY}/{_PAPER}", papers.budget_paper, name="budget_paper"),
    path(f"{_ESTIMATE}/", pages.budget_version, name="budget_version"),
    path(f"{_ESTIMATE}/dong-chi/", lines.budget_lines, name="budget_lines"),
    path(f"{_ESTIMATE}/mau/", importing.budget_form, name="budget_form"),
    path(f"{_ESTIMATE}/tu-bang/", importing.budget_import, name="budget_import"),
    path(f"{_ESTIMATE}/tu-bang/ghi/", importing.budget_take, name="budget_take"),
    path(f"{_ESTIMATE}/nguon/", lines.budget_sources, name="budget_sources"),
    path(f"{_ESTIMATE}/giai-thuong/", lines.budget_prizes, name="budget_prizes"),
    path(f"{_ESTIMATE}/goi-y/", lines.budget_propose, name="budget_propose"),
    path(f"{_ESTIMATE}/bo/", pages.budget_adjust_drop, name="budget_adjust_drop"),
    path(f"{_ESTIMATE}/trinh/", pages.budget_submit, name="budget_submit"),
    path(f"{_ESTIMATE}/phe-duyet/", pages.budget_approve, name="budget_approve"),
    path(f"{_ESTIMATE}/tra-lai/", pages.budget_return, name="budget_return"),
    path(f"{_ESTIMATE}/quyet-dinh/", pages.budget_decision_file, name="budget_decision_file"),
    path(f"{_ESTIMATE}/{_TABLE}", out.budget_lines_out, name="budget_lines_out"),
    path(f"{_ESTIMATE}/{_PAPER}", papers.budget_estimate_paper, name="budget_estimate_paper"),
    path(f"{_MONEY}/tai-tro/", sponsors.budget_sponsors, name="budget_sponsors"),
    path(f"{_MONEY}/tai-tro/<int:sponsor>/", sponsors.budget_sponsor, name="budget_sponsor"),
    path(
        f"{_MONEY}/tai-tro/<int:sponsor>/bo/<int:step>/",
        sponsors.budget_step_drop,
        name="budget_step_drop",
    ),
    path(
        f"{_MONEY}/tai-tro/<int:sponsor>/{_PAPER}",
        papers.budget_sponsor_paper,
        name="budget_sponsor_paper",
    ),
    path(f"{_MONEY}/tai-tro/{_TABLE}", out.budget_sponsors_out, name="budget_sponsors_out"),
    path(f"{_MONEY}/chung-tu/", vouchers.budget_vouchers, name="budget_vouchers"),
    path(f"{_MONEY}/chung-tu/<int:voucher>/", vouchers.budget_voucher, name="budget_voucher"),
    path(
        f"{_MONEY}/chung-tu/<int:voucher>/tep/",
        vouchers.budget_voucher_file,
        name="budget_voucher_file",
    ),
    path(f"{_MONEY}/chung-tu/{_TABLE}", out.budget_vouchers_out, name="budget_vouchers_out"),
    path(f"{_MONEY}/danh-sach/", lists.budget_lists, name="budget_lists"),
    path(f"{_LIST}/", lists.budget_list, name="budget_list"),
    path(f"{_LIST}/ban-to/", lists.budget_list_committee, name="budget_list_committee"),
    path(f"{_LIST}/nguoi-doat-giai/", lists.budget_list_winners, name="budget_list_winners"),
    path(f"{_LIST}/bo/<int:payment>/", lists.budget_payee_drop, name="budget_payee_drop"),
    path(f"{_LIST}/chot/", lists.budget_list_close, name="budget_list_close"),
    path(f"{_LIST}/mo-lai/", lists.budget_list_open, name="budget_list_open"),
    path(f"{_LIST}/ky-nhan/", lists.budget_list_sign, name="budget_list_sign"),
    path(f"{_LIST}/{_TABLE}", out.budget_list_out, name="budget_list_out"),
    path(f"{_LIST}/danh-sach.{PAPER_FILE}", papers.budget_list_paper, name="budget_list_paper"),
    path(f"{_MONEY}/quyet-toan/", settlement.budget_settlement, name="budget_settlement"),
    path(f"{_MONEY}/quyet-toan/mo-lai/", settlement.budget_reopen, name="budget_reopen"),
    path(
        f"{_MONEY}/quyet-toan/{_TABLE}",
        out.budget_settlement_out,
        name="budget_settlement_out",
    ),
    path(f"{_MONEY}/dinh-muc/", norms.budget_norms, name="budget_norms"),
    path(f"{_MONEY}/dinh-muc/them/", norms.budget_norm_add, name="budget_norm_add"),
    path(f"{_MONEY}/dinh-muc/<int:norm>/bo/", norms.budget_norm_drop, name="budget_norm_drop"),
    path(f"{_MONEY}/thue/them/", norms.budget_tax_add, name="budget_tax_add"),
    path(f"{_MONEY}/thue/<int:rule>/bo/", norms.budget_tax_drop, name="budget_tax_drop"),
]
"""`campaign_budget` is a section of the campaign; the others lie below it."""
