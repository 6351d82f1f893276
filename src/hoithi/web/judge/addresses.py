"""Addresses of judges."""

from django.urls import path

from hoithi.web.judge import views

urlpatterns = [
    path("giam-khao/", views.home, name="judge_home"),
    path("giam-khao/<slug:slug>/<slug:key>/<slug:part>/", views.own_sheet, name="own_sheet"),
]
