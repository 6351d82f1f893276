"""The application as Django knows it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Names the application."""

    name = "hoithi.journal"
    label = "journal"
