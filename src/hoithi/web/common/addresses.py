"""Addresses that all audiences share."""

from django.urls import path
from django.views.i18n import set_language

from hoithi.web.common import views

urlpatterns = [
    path("ngon-ngu/", set_language, name="set_language"),
    path("co-chu/", views.set_type_size, name="set_type_size"),
]
