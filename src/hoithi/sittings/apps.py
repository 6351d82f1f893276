"""The application as Django knows it."""

from django.apps import AppConfig


class SittingsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.sittings"
    label = "sittings"
