"""Addresses of the statistics of questions."""

from django.urls import path

from hoithi.web.organiser.statistics import tables, views
from hoithi.web.tables import TABLE_FILE

_ROUND = "quan-tri/cuoc-thi/<slug:slug>/dot/<slug:key>/thong-ke-cau-hoi"

urlpatterns = [
    path(f"{_ROUND}/", views.round_statistics, name="round_statistics"),
    path(f"{_ROUND}/bang.{TABLE_FILE}", tables.round_statistics_out, name="round_statistics_out"),
    path(f"{_ROUND}/cau/<int:version>/", views.question_statistics, name="question_statistics"),
]
