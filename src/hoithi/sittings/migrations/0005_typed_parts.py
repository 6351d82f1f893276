from typing import Any

from django.db import migrations, models


def part_of_paper(apps: Any, _schema: Any) -> None:
    """A sheet typed before is of the part for which its paper was drawn."""
    paper = apps.get_model("sittings", "Paper")
    drawn = paper.objects.filter(pk=models.OuterRef("paper")).values("pool__part_key")[:1]
    apps.get_model("sittings", "TypedSheet").objects.update(part_key=models.Subquery(drawn))


class Migration(migrations.Migration):

    dependencies = [
        ('sittings', '0004_typed_sheets'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='typedsheet',
            name='typed_once_each',
        ),
        migrations.AddField(
            model_name='typedsheet',
            name='part_key',
            field=models.CharField(default='', max_length=40),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='typedsheet',
            constraint=models.UniqueConstraint(fields=('entrant', 'round', 'part_key', 'typed_by'), name='typed_once_each'),
        ),
        migrations.RunPython(part_of_paper, migrations.RunPython.noop),
    ]
