"""The application as Django knows it."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.awards"
    label = "awards"
