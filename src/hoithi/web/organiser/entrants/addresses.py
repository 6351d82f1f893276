"""Addresses where the secretariat registers entrants."""

from django.urls import path

from hoithi.web.organiser.entrants import member_tables, members, registering, tables
from hoithi.web.organiser.views import taken
from hoithi.web.tables import TABLE_FILE

_TEAMS = "quan-tri/cuoc-thi/<slug:slug>/doi-thi"
_TEAM = f"{_TEAMS}/<str:token>"
_MEMBERS = "quan-tri/cuoc-thi/<slug:slug>/thanh-vien-doi"

urlpatterns = [
    path(f"{_TEAMS}/", registering.teams, name="teams"),
    path(f"{_TEAM}/ten/", registering.team_rename, name="team_rename"),
    path(f"{_TEAM}/xoa/", registering.entrant_remove, name="entrant_remove"),
    path(f"{_TEAM}/thanh-vien/", members.team_members, name="team_members"),
    path(f"{_TEAM}/thanh-vien/<int:number>/", members.team_member, name="team_member"),
    path(f"{_TEAM}/ho-ten/", members.team_names, name="team_names"),
    path(f"{_TEAMS}/danh-sach.{TABLE_FILE}", taken.teams_out, name="teams_out"),
    path(f"{_MEMBERS}/mau.xlsx", member_tables.members_template, name="members_template"),
    path(f"{_MEMBERS}/tu-tep/", member_tables.members_file, name="members_file"),
    path(f"{_MEMBERS}/nhan/", member_tables.members_take, name="members_take"),
    path(f"{_MEMBERS}/tra-lai/", member_tables.members_give_back, name="members_give_back"),
    path(f"{_TEAMS}/mau.xlsx", tables.teams_template, name="teams_template"),
    path(f"{_TEAMS}/tu-tep/", tables.teams_file, name="teams_file"),
    path(f"{_TEAMS}/nhan/", tables.teams_take, name="teams_take"),
    path(f"{_TEAMS}/tra-lai/", tables.teams_give_back, name="teams_give_back"),
]
