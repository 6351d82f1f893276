"""The application as Django knows it."""

from django.apps import AppConfig


class JudgingConfig(AppConfig):
    """Names the application."""

    name = "hoithi.judging"
    label = "judging"
