"""The application as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Names the application."""

    name = "hoithi.web"
    label = "web"
