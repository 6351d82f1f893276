"""The application as Django knows it."""

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig

from hoithi import wording
from hoithi.wording.form_errors import say_our_own

# All modules of this name are read before the first model, and so before the first form.
say_our_own()


class WebConfig(AppConfig):
    """Names the application and lets every sentence be known."""

    name = "hoithi.web"
    label = "web"

    def ready(self) -> None:
        """Sentences register themselves when their module is imported."""
        for module in iter_modules(wording.__path__):
            import_module(f"{wording.__name__}.{module.name}")
