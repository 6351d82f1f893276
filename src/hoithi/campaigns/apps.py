"""The application as Django knows it."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.campaigns"
    label = "campaigns"
