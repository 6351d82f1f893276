import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contests', '0004_rehearsals'),
        ('entries', '0005_team_members'),
        ('files', '0002_errand'),
        ('judging', '0003_judged_units'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='JudgeSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part_key', models.CharField(max_length=40)),
                ('judge', models.CharField(max_length=120)),
                ('judge_key', models.CharField(max_length=120)),
                ('number', models.PositiveIntegerField()),
                ('entered_at', models.DateTimeField()),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='judge_sheets', to='contests.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'part_key', 'judge_key', 'number'), name='judge_sheet_number_once')],
            },
        ),
        migrations.CreateModel(
            name='JudgeMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('total', models.DecimalField(decimal_places=4, max_digits=12)),
                ('entrant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='entries.entrant')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='judging.judgesheet')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sheet', 'entrant'), name='mark_once')],
            },
        ),
        migrations.AddField(
            model_name='pointssheet',
            name='judge_sheets',
            field=models.ManyToManyField(related_name='points_sheets', to='judging.judgesheet'),
        ),
    ]
