from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('entries', '0005_team_members'),
    ]

    operations = [
        # Lists that are there were written in one piece.
        migrations.AddField(
            model_name='unitlist',
            name='whole',
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name='unitlist',
            name='whole',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='unitlist',
            name='revision',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
