"""The application as Django knows it."""

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.contests"
    label = "contests"
