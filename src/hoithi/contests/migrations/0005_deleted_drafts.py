"""A draft that was given up has a state of its own until the worker has cleared it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contests", "0004_rehearsals"),
    ]

    operations = [
        migrations.AlterField(
            model_name="contest",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("announced", "Announced"),
                    ("closed", "Closed"),
                    ("cancelled", "Cancelled"),
                    ("deleted", "Deleted"),
                ],
                default="draft",
                max_length=20,
            ),
        ),
    ]
