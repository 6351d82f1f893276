"""Addresses of the outreach of a campaign."""

from django.urls import path, re_path

from hoithi.web.organiser.outreach import deeds, drafts, duties, passes, public, sheets, silent

_HERE = "quan-tri/<slug:body>/ke-hoach/<int:number>/tuyen-truyen"
_PAGE = "quan-tri/<slug:body>/ke-hoach/<int:number>/trang-cong-khai"

urlpatterns = [
    path(f"{_HERE}/", duties.campaign_outreach, name="campaign_outreach"),
    path(f"{_HERE}/de-xuat/", duties.outreach_proposals, name="outreach_proposals"),
    path(f"{_HERE}/giao/", duties.outreach_duty_new, name="outreach_duty_new"),
    path(f"{_HERE}/viec/<int:duty>/bo/", duties.outreach_duty_drop, name="outreach_duty_drop"),
    path(f"{_HERE}/theo-don-vi/", silent.outreach_table, name="outreach_table"),
    path(f"{_HERE}/nhac/", silent.outreach_remind, name="outreach_remind"),
    path(f"{_HERE}/da-lam/", deeds.outreach_deeds, name="outreach_deeds"),
    path(f"{_HERE}/da-lam/ghi/", deeds.outreach_deed_new, name="outreach_deed_new"),
    path(f"{_HERE}/da-lam/<int:deed>/rut/", deeds.outreach_deed_drop, name="outreach_deed_drop"),
    path(f"{_HERE}/anh/<int:photo>/", deeds.outreach_photo, name="outreach_photo"),
    path(f"{_PAGE}/", public.campaign_public, name="campaign_public"),
    path(f"{_PAGE}/xem-truoc/", public.campaign_public_preview, name="campaign_public_preview"),
    path(f"{_PAGE}/tin-moi/", public.campaign_news_new, name="campaign_news_new"),
    path(f"{_PAGE}/tin/<int:news>/rut/", public.campaign_news_drop, name="campaign_news_drop"),
    path(f"{_PAGE}/luot-xem/", public.campaign_visits, name="campaign_visits"),
    path(f"{_HERE}/soan/", drafts.outreach_drafts, name="outreach_drafts"),
    path(f"{_HERE}/soan/<slug:phase>/<slug:kind>/", drafts.outreach_draft, name="outreach_draft"),
    path(
        f"{_HERE}/soan/<slug:phase>/<slug:kind>.docx",
        drafts.outreach_draft_docx,
        name="outreach_draft_docx",
    ),
    re_path(
        r"^quan-tri/(?P<body>[-\w]+)/ke-hoach/(?P<number>\d+)/tuyen-truyen/"
        r"(?P<sheet>ap-phich|ap-phich-a3|bang-ron)\.(?P<form>pdf|png)$",
        sheets.outreach_sheet,
        name="outreach_sheet",
    ),
    path(f"{_HERE}/lien-ket/", passes.outreach_passes, name="outreach_passes"),
    path(f"{_HERE}/lien-ket.pdf", passes.outreach_passes_pdf, name="outreach_passes_pdf"),
    path(
        f"{_HERE}/lien-ket/<int:given>/thu-hoi/",
        passes.outreach_pass_revoke,
        name="outreach_pass_revoke",
    ),
]
