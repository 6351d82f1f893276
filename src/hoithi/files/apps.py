"""The application as Django knows it."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Names the application."""

    name = "hoithi.files"
    label = "files"
