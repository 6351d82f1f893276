"""The application as Django knows it; it has no tables, and work by the clock."""

from django.apps import AppConfig


class RehearsalsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.rehearsals"
    label = "rehearsals"
