"""Every table and every record of the rulebook has its word in `docs/glossary.md`."""

import inspect
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from django.apps import apps

from hoithi.core import rulebook
from hoithi.core.rulebook.record import Record

GLOSSARY = Path(__file__).parent.parent / "docs" / "glossary.md"


def words() -> set[str]:
    """The words in code marks in the first column of the tables."""
    first = [line.split("|")[1] for line in GLOSSARY.read_text().splitlines() if line[:1] == "|"]
    return set(re.findall(r"`([^`]+)`", " ".join(first)))


def records() -> set[str]:
    modules = [
        import_module(f"{rulebook.__name__}.{m.name}") for m in iter_modules(rulebook.__path__)
    ]
    found = {c for module in modules for _, c in inspect.getmembers(module, inspect.isclass)}
    return {c.__name__ for c in found if issubclass(c, Record)}


def test_every_table_is_in_the_glossary():
    ours = {m.__name__ for m in apps.get_models() if m.__module__.startswith("hoithi.")}
    assert ours - words() == set()


def test_every_record_of_the_rulebook_is_in_the_glossary():
    assert records() - words() == set()
