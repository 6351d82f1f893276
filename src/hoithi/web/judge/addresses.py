"""Addresses of judges."""

from django.urls import path

from hoithi.web.judge import essays, views

_ESSAYS = "giam-khao/tu-luan/<slug:slug>/<slug:key>/<slug:part>"

urlpatterns = [
    path("giam-khao/", views.home, name="judge_home"),
    path(f"{_ESSAYS}/", essays.essay_lot, name="essay_lot"),
    path(f"{_ESSAYS}/<int:number>/", essays.essay_sheet, name="essay_sheet"),
    path("giam-khao/<slug:slug>/<slug:key>/<slug:part>/", views.own_sheet, name="own_sheet"),
]
