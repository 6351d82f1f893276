"""The application as Django knows it."""

from django.apps import AppConfig


class StudyConfig(AppConfig):
    """Names the application."""

    name = "hoithi.study"
    label = "study"
