"""Addresses of units' contacts."""

from django.urls import path

from hoithi.web.unit import views

_UNIT = "don-vi/<slug:slug>/<str:code>"

urlpatterns = [
    path("don-vi/", views.home, name="contact_home"),
    path("don-vi/mau.xlsx", views.form, name="named_list_form"),
    path(f"{_UNIT}/", views.named_list, name="named_list"),
    path(f"{_UNIT}/tra-lai/", views.give_back, name="named_list_give_back"),
    path(f"{_UNIT}/poster.pdf", views.poster_pdf, name="unit_poster"),
    path(f"{_UNIT}/dong/<int:line>/", views.line, name="named_line"),
]
