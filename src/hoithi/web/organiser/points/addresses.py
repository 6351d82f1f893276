"""Addresses of points entered from paper."""

from django.urls import path

from hoithi.web.organiser import two_persons
from hoithi.web.organiser.points import (
    confirming,
    desk,
    entering,
    guests,
    judges,
    judging,
    settling,
    tables,
)
from hoithi.web.tables import TABLE_FILE

_POINTS = "quan-tri/cuoc-thi/<slug:slug>/dot/<slug:key>/diem"
_PART = f"{_POINTS}/<slug:part>"
_SHEET = "quan-tri/cuoc-thi/<slug:slug>/bang-diem/<int:sheet>"

urlpatterns = [
    path("quan-tri/cuoc-thi/<slug:slug>/hai-nguoi/", two_persons.two_persons, name="two_persons"),
    path(
        "quan-tri/cuoc-thi/<slug:slug>/dot/<slug:key>/y-kien/",
        judging.judged_values,
        name="judged_values",
    ),
    path(f"{_POINTS}/", desk.points_sheets, name="points_sheets"),
    path(f"{_PART}/", entering.points_enter, name="points_enter"),
    path(f"{_PART}/mau.xlsx", tables.points_template, name="points_template"),
    path(f"{_PART}/tu-tep/", tables.points_file, name="points_file"),
    path(f"{_PART}/giam-khao/", judges.judge_sheets, name="judge_sheets"),
    path(f"{_PART}/giam-khao/phieu/", judges.judge_sheet, name="judge_sheet"),
    path(f"{_PART}/giam-khao/mo-lai/", judges.judge_reopen, name="judge_reopen"),
    path(f"{_PART}/giam-khao/tu-tep/", judges.judge_file, name="judge_file"),
    path(f"{_PART}/giam-khao/tong-hop.{TABLE_FILE}", judges.judges_out, name="judges_out"),
    path(f"{_PART}/nhan/", tables.points_take, name="points_take"),
    path(f"{_PART}/tra-lai/", tables.points_give_back, name="points_give_back"),
    path(f"{_SHEET}/", desk.points_sheet, name="points_sheet"),
    path(f"{_SHEET}/bang.{TABLE_FILE}", tables.points_out, name="points_out"),
    path(f"{_SHEET}/phieu-da-ky/", desk.points_paper, name="points_paper"),
    path(f"{_SHEET}/xac-nhan/", confirming.points_confirm, name="points_confirm"),
    path(f"{_SHEET}/nhap-lai/", confirming.points_retype, name="points_retype"),
    path(f"{_SHEET}/nhap-lai/tu-tep/", confirming.points_retype_file, name="points_retype_file"),
    path(f"{_SHEET}/thong-nhat/", settling.points_settle, name="points_settle"),
    path(f"{_SHEET}/bien-ban-da-ky/", desk.points_evidence, name="points_evidence"),
    path(f"{_SHEET}/bien-ban/", confirming.points_confirm_paper, name="points_confirm_paper"),
    path(f"{_SHEET}/thu-moi/", guests.points_invite, name="points_invite"),
    path("xac-nhan-diem/<str:token>/", guests.guest_points, name="guest_points"),
]
