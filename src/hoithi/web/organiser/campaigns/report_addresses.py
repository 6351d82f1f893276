"""Addresses of the reports of a campaign, of its own quota, of the units that agencies are."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from hoithi.web.organiser.campaigns import agency_units, participation, report_answers, reports
from hoithi.web.organiser.campaigns.upward import pages
from hoithi.web.papers import PAPER_FILE


class MergedFileConverter(StringConverter):
    """In which form what all units sent is taken away."""

    regex = "xlsx|docx|pdf"


register_converter(MergedFileConverter, "merged_file")
_ALL = "quan-tri/<slug:body>/ke-hoach/<int:number>/bao-cao"
_ONE = f"{_ALL}/<int:asks>"

_UPWARD = f"{_ALL}/cap-tren/<int:report>"

urlpatterns = [
    path(
        "quan-tri/<slug:body>/ke-hoach/<int:number>/co-quan/<int:agency>/don-vi/",
        agency_units.agency_unit,
        name="agency_unit",
    ),
    path(
        "quan-tri/<slug:body>/ke-hoach/<int:number>/hoat-dong/<slug:key>/tham-gia/",
        participation.activity_participation,
        name="activity_participation",
    ),
    path(f"{_ALL}/cap-tren/", pages.upward_new, name="upward_new"),
    path(f"{_UPWARD}/", pages.upward_report, name="upward_report"),
    path(f"{_UPWARD}/chot/", pages.upward_send, name="upward_send"),
    path(f"{_UPWARD}/ban/<int:version>/", pages.upward_version, name="upward_version"),
    path(
        f"{_UPWARD}/ban/<int:version>/bao-cao.{PAPER_FILE}",
        pages.upward_paper,
        name="upward_paper",
    ),
    path(f"{_ALL}/", reports.campaign_reports, name="campaign_reports"),
    path(f"{_ALL}/yeu-cau-moi/", reports.report_request_new, name="report_request_new"),
    path(f"{_ONE}/", reports.report_request, name="report_request"),
    path(f"{_ONE}/sua/", reports.report_request_change, name="report_request_change"),
    path(f"{_ONE}/gui/", reports.report_request_send, name="report_request_send"),
    path(f"{_ONE}/nhac/", reports.report_remind, name="report_remind"),
    path(f"{_ONE}/don-vi/<int:asked>/", report_answers.report_answer, name="report_answer"),
    path(f"{_ONE}/tong-hop.<merged_file:kind>", report_answers.report_merged, name="report_merged"),
]
