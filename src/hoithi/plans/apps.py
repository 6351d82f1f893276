"""The application as Django knows it."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Names the application."""

    name = "hoithi.plans"
    label = "plans"
