"""Addresses of a campaign's money."""

from django.urls import path

from hoithi.web.organiser.campaigns.budget import lines, pages

_MONEY = "quan-tri/<slug:body>/ke-hoach/<int:number>/kinh-phi"
_ESTIMATE = f"{_MONEY}/du-toan/<int:version>"

urlpatterns = [
    path(f"{_MONEY}/", pages.campaign_budget, name="campaign_budget"),
    path(f"{_MONEY}/lap/", pages.budget_begin, name="budget_begin"),
    path(f"{_MONEY}/dieu-chinh/", pages.budget_adjust, name="budget_adjust"),
    path(f"{_ESTIMATE}/", pages.budget_version, name="budget_version"),
    path(f"{_ESTIMATE}/dong-chi/", lines.budget_lines, name="budget_lines"),
    path(f"{_ESTIMATE}/nguon/", lines.budget_sources, name="budget_sources"),
    path(f"{_ESTIMATE}/giai-thuong/", lines.budget_prizes, name="budget_prizes"),
    path(f"{_ESTIMATE}/goi-y/", lines.budget_propose, name="budget_propose"),
    path(f"{_ESTIMATE}/trinh/", pages.budget_submit, name="budget_submit"),
    path(f"{_ESTIMATE}/phe-duyet/", pages.budget_approve, name="budget_approve"),
    path(f"{_ESTIMATE}/tra-lai/", pages.budget_return, name="budget_return"),
    path(f"{_ESTIMATE}/quyet-dinh/", pages.budget_decision_file, name="budget_decision_file"),
]
"""`campaign_budget` is a section of the campaign; the others lie below it."""
