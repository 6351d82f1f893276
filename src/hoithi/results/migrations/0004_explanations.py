"""A correction may bring a new explanation; those proposed before keep that of their key."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def keep(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    """Corrections of before say nothing new: the explanation of the key in whose place they came."""
    keys = apps.get_model("questions", "AnswerKey").objects.filter(pk=OuterRef("base"))
    corrections = apps.get_model("results", "KeyCorrection").objects
    corrections.update(explanation=Subquery(keys.values("explanation")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0005_bank_seals"),
        ("results", "0003_corrections_statistics"),
    ]

    operations = [
        migrations.AddField(
            model_name="keycorrection",
            name="explanation",
            field=models.TextField(blank=True),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
