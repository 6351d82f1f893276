"""The application as Django knows it."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.results"
    label = "results"
