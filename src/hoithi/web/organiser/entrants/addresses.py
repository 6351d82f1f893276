"""Addresses where the secretariat registers entrants."""

from django.urls import path

from hoithi.web.organiser.entrants import registering, tables
from hoithi.web.organiser.views import taken
from hoithi.web.tables import TABLE_FILE

_TEAMS = "quan-tri/cuoc-thi/<slug:slug>/doi-thi"

urlpatterns = [
    path(f"{_TEAMS}/", registering.teams, name="teams"),
    path(f"{_TEAMS}/<str:token>/ten/", registering.team_rename, name="team_rename"),
    path(f"{_TEAMS}/danh-sach.{TABLE_FILE}", taken.teams_out, name="teams_out"),
    path(f"{_TEAMS}/<str:token>/xoa/", registering.entrant_remove, name="entrant_remove"),
    path(f"{_TEAMS}/mau.xlsx", tables.teams_template, name="teams_template"),
    path(f"{_TEAMS}/tu-tep/", tables.teams_file, name="teams_file"),
    path(f"{_TEAMS}/nhan/", tables.teams_take, name="teams_take"),
    path(f"{_TEAMS}/tra-lai/", tables.teams_give_back, name="teams_give_back"),
]
