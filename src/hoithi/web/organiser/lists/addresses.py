"""Addresses of the organiser's lists."""

from django.urls import path

from hoithi.web.organiser.lists import exclusions
from hoithi.web.tables import TABLE_FILE

_CONTEST = "quan-tri/cuoc-thi/<slug:slug>"
_EXCLUDED = f"{_CONTEST}/khong-du-thi"

urlpatterns = [
    path(f"{_EXCLUDED}/", exclusions.exclusions, name="exclusions"),
    path(f"{_EXCLUDED}/mau.xlsx", exclusions.exclusions_form, name="exclusions_form"),
    path(f"{_EXCLUDED}/tu-tep/", exclusions.exclusions_import, name="exclusions_import"),
    path(f"{_EXCLUDED}/nhan/", exclusions.exclusions_take, name="exclusions_take"),
    path(f"{_EXCLUDED}/tra-lai/", exclusions.exclusions_give_back, name="exclusions_give_back"),
    path(f"{_EXCLUDED}/danh-sach.{TABLE_FILE}", exclusions.exclusions_out, name="exclusions_out"),
    path(
        f"{_EXCLUDED}/<int:number>/dua-ra/",
        exclusions.exclusion_withdraw,
        name="exclusion_withdraw",
    ),
]
