"""Addresses of the public pages."""

from django.urls import path

from hoithi.web.papers import PAPER_FILE
from hoithi.web.public import campaigns, study, views

_CAMPAIGN = "ke-hoach/<slug:slug>"
_RESULT = "<slug:slug>/ket-qua/<slug:round_key>/"
_NUMBERED = f"{_RESULT}so-<int:number>/"

urlpatterns = [
    path("", views.contests_list, name="contests"),
    path("anh-xem-truoc.png", views.site_preview, name="site_preview"),
    path(f"{_CAMPAIGN}/", campaigns.campaign_page, name="campaign_page"),
    path(f"{_CAMPAIGN}/van-ban/", campaigns.campaign_document, name="campaign_document"),
    path(f"{_CAMPAIGN}/tin.xml", campaigns.campaign_news, name="campaign_news"),
    path(f"{_CAMPAIGN}/lich.ics", campaigns.campaign_days, name="campaign_days"),
    path(f"{_CAMPAIGN}/anh-xem-truoc.png", campaigns.campaign_picture, name="campaign_picture"),
    path("xac-minh/", views.certificate_form, name="certificate_form"),
    path("xac-minh/<str:code>/", views.certificate, name="certificate"),
    path("<slug:slug>/the-le/", views.rulebook, name="rules"),
    path("<slug:slug>/on-tap/", study.study, name="study"),
    path("<slug:slug>/on-tap/luyen-tap/", study.study_practice, name="study_practice"),
    path(f"<slug:slug>/on-tap/bo-cau-hoi.{PAPER_FILE}", study.study_file, name="study_file"),
    path("<slug:slug>/on-tap/tep/<slug:digest>/", study.study_media, name="study_media"),
    path("<slug:slug>/lich.ics", views.calendar, name="calendar"),
    path("<slug:slug>/nhung/", views.embedded, name="embedded"),
    path("<slug:slug>/anh-xem-truoc.png", views.preview, name="preview"),
    path("<slug:slug>/ket-qua/", views.results_list, name="results"),
    path("<slug:slug>/ket-qua/tin.xml", views.news, name="results_news"),
    path("<slug:slug>/ket-qua/phan-anh/", views.remarks, name="remarks"),
    path(f"{_RESULT}tra-cuu/", views.find_line, name="find_line"),
    path(f"{_RESULT}tra-cuu/giai-thich.pdf", views.line_pdf, name="line_pdf"),
    path(f"{_RESULT}don-vi/<slug:table>/<str:code>.pdf", views.unit_pdf, name="unit_pdf"),
    path(_RESULT, views.result_page, name="result"),
    path(_NUMBERED, views.result_page, name="numbered_result"),
    path(f"{_NUMBERED}<path:rest>", views.result_page, name="numbered_result_page"),
    path(f"{_RESULT}<path:rest>", views.result_page, name="result_page"),
]
