"""The order of the house: foreign keys point down as imports do, each package on its floor."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

HOUSE = Path(__file__).parent.parent
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())
LAYERS = next(
    contract["layers"]
    for contract in PROJECT["tool"]["importlinter"]["contracts"]
    if contract["id"] == "layers"
)
FLOOR = {layer.strip("()"): number for number, layer in enumerate(reversed(LAYERS))}


def own_models():
    return [model for model in apps.get_models() if model.__module__.startswith("hoithi.")]


def test_foreign_keys_point_down():
    upward = [
        (model._meta.label, field.name, field.related_model._meta.label)
        for model in own_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model in own_models()
        and FLOOR[field.related_model._meta.app_label] > FLOOR[model._meta.app_label]
    ]
    assert upward == []


def test_the_journal_has_no_foreign_keys():
    journal = apps.get_app_config("journal")
    assert [f for m in journal.get_models() for f in m._meta.get_fields() if f.is_relation] == []


def test_the_layers_are_the_packages():
    there = {p.name for p in (HOUSE / "src" / "hoithi").iterdir() if (p / "__init__.py").exists()}
    assert (there - set(FLOOR), {layer for layer in LAYERS if layer[0] != "("} - there) == (
        set(),
        set(),
    )


def test_every_package_of_tables_is_an_application_in_the_order_of_the_layers():
    installed = [c.label for c in apps.get_app_configs() if c.name.startswith("hoithi.")]
    assert installed == sorted(installed, key=FLOOR.__getitem__)


def test_every_library_is_named_by_a_decision():
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    decisions = (HOUSE / "docs" / "decisions").glob("*.md")
    named = set(re.findall(r"`([a-z0-9-]+)`", " ".join(page.read_text() for page in decisions)))
    assert {re.split(r"[\[<>=]", one)[0] for one in asked} - named == set()


EDGE = {"web", "live", "command", "rehearsals"}
"""Where the present moment is asked for, `jobs.py` of a feature aside; below, it is an argument."""
ASKED = {"clock.now", "timezone.now", "datetime.now", "date.today"}


def asking_the_clock() -> Iterator[str]:
    """Modules below the edge in which the present moment is asked for."""
    source = HOUSE / "src" / "hoithi"
    for path in source.rglob("*.py"):
        place = path.relative_to(source)
        if place.parts[0] in EDGE or "jobs" in {place.stem, *place.parts} or place.stem == "clock":
            continue
        calls = (n.func for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call))
        if {"clock.now", "timezone.now", "datetime.now", "date.today"} & set(
            map(ast.unparse, calls)
        ):
            yield str(place)


def test_time_is_an_argument_below_the_edge():
    assert sorted(asking_the_clock()) == []
