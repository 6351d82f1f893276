"""The order of the house: foreign keys point down as imports do, each package on its floor."""

import tomllib
from pathlib import Path

from django.apps import apps

HOUSE = Path(__file__).parent.parent
LAYERS = next(
    contract["layers"]
    for contract in tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
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
