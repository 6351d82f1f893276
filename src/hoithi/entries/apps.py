"""The application as Django knows it."""

from django.apps import AppConfig


class EntriesConfig(AppConfig):
    """Names the application."""

    name = "hoithi.entries"
    label = "entries"
