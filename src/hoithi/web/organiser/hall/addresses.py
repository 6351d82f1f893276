"""Addresses of papers sat in a hall."""

from django.urls import path

from hoithi.web.organiser.hall import closing, codes, desk, out, printing, settling, typing
from hoithi.web.tables import TABLE_FILE

_HALL = "quan-tri/cuoc-thi/<slug:slug>/dot/<slug:key>/bai-giay"

urlpatterns = [
    path(f"{_HALL}/", desk.paper_sheets, name="paper_sheets"),
    path(f"{_HALL}/danh-sach.{TABLE_FILE}", out.paper_sheets_out, name="paper_sheets_out"),
    path(f"{_HALL}/tim/", desk.paper_find, name="paper_find"),
    path(f"{_HALL}/nguoi/", desk.paper_person, name="paper_person"),
    path(f"{_HALL}/bai/<str:token>/", typing.paper_type, name="paper_type"),
    path(f"{_HALL}/in-de/", printing.papers_print, name="papers_print"),
    path(f"{_HALL}/bai/<str:token>/thong-nhat/", settling.paper_settle, name="paper_settle"),
    path(f"{_HALL}/ma-de/", codes.print_codes_desk, name="print_codes_desk"),
    path(f"{_HALL}/ma-de/<int:run>/tai/", codes.print_codes_take, name="print_codes_take"),
    path(f"{_HALL}/thu-moi/", closing.typed_invite, name="typed_invite"),
    path(f"{_HALL}/bien-ban/<int:number>/", desk.typed_evidence, name="typed_evidence"),
    path(f"{_HALL}/bien-ban/", closing.typed_paper, name="typed_paper"),
    path("xac-nhan-bai/<str:token>/", closing.guest_typed, name="guest_typed"),
]
