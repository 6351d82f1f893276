import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('entries', '0004_late_decisions'),
        ('people', '0004_outside_account'),
    ]

    operations = [
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key_hash', models.CharField(max_length=64)),
                ('masked_name', models.CharField(max_length=120)),
                ('birth_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('post', models.CharField(blank=True, max_length=120)),
                ('captain', models.BooleanField(default=False)),
                ('capacity', models.CharField(default='other', max_length=10)),
                ('added_at', models.DateTimeField()),
                ('identity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='people.identity')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='entries.entrant')),
            ],
            options={
                'ordering': ['team', '-captain', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('team', 'key_hash'), name='member_once_in_a_team'), models.UniqueConstraint(condition=models.Q(('captain', True)), fields=('team',), name='one_captain_a_team')],
            },
        ),
    ]
