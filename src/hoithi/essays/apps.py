"""The application as Django knows it."""

from django.apps import AppConfig


class EssaysConfig(AppConfig):
    """Names the application."""

    name = "hoithi.essays"
    label = "essays"
