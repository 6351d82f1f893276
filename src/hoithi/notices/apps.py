"""The application as Django knows it."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Names the application."""

    name = "hoithi.notices"
    label = "notices"
