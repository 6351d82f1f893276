"""The application as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Names the application."""

    name = "hoithi.people"
    label = "people"
