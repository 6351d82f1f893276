"""The application as Django knows it."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Names the application."""

    name = "hoithi.questions"
    label = "questions"
