"""Seals the secrets of second factors that were kept in the clear."""

from typing import Any

from django.db import migrations

from hoithi.people.facts.second_factors import sealed_secret


def seal(apps: Any, schema_editor: Any) -> None:
    """What has no number of a key before it is in the clear."""
    for row in apps.get_model("mfa", "Authenticator").objects.iterator():
        clear = {
            name: row.data[name]
            for name in ("secret", "seed")
            if row.data.get(name) and ":" not in row.data[name]
        }
        if clear:
            row.data |= {name: sealed_secret(text) for name, text in clear.items()}
            row.save(update_fields=["data"])


class Migration(migrations.Migration):
    """No table changes."""

    dependencies = [
        ("people", "0001_initial"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop, elidable=True)]
