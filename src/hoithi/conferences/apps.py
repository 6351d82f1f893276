"""The application as Django knows it."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """Names the application."""

    name = "hoithi.conferences"
    label = "conferences"
