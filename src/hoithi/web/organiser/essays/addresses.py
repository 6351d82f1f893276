"""Addresses of the head of the marking of essays."""

from django.urls import path

from hoithi.web.organiser.essays import deeds, desk, out, similar
from hoithi.web.tables import TABLE_FILE

_ESSAYS = "quan-tri/cuoc-thi/<slug:slug>/dot/<slug:key>/tu-luan/<slug:part>"

urlpatterns = [
    path(f"{_ESSAYS}/", desk.essays_desk, name="essays_desk"),
    path(f"{_ESSAYS}/bat-dau/", deeds.essays_begin, name="essays_begin"),
    path(f"{_ESSAYS}/nguoi-cham/", deeds.essays_marker, name="essays_marker"),
    path(f"{_ESSAYS}/thoi-cham/<int:marker>/", deeds.essays_stop, name="essays_stop"),
    path(f"{_ESSAYS}/chia-bai/", deeds.essays_share, name="essays_share"),
    path(f"{_ESSAYS}/mo-lai/<int:task>/", deeds.essays_reopen, name="essays_reopen"),
    path(f"{_ESSAYS}/chuyen-diem/", deeds.essays_hand_over, name="essays_hand_over"),
    path(f"{_ESSAYS}/giong-nhau/", similar.essays_similar, name="essays_similar"),
    path(f"{_ESSAYS}/bai/<int:number>/", desk.essay_read, name="essay_read"),
    path(f"{_ESSAYS}/bang-cham.{TABLE_FILE}", out.essays_out, name="essays_out"),
    path(f"{_ESSAYS}/luu-tru/", out.essays_archive, name="essays_archive"),
]
